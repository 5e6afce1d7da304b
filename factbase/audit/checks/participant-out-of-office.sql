-- participant-out-of-office (error): Somebody took part in an event in an office that was not theirs on that day.
--
-- Compare the date of the event with the term; or an earlier or later term is not recorded yet.
--
-- Only where terms are recorded of that person and office, and every one of them is over before the event, or begins
-- after it. An office that is attested on some day, without a term, may have been held at any time.
WITH term AS (
  SELECT affiliation.assertion, affiliation.actor, lower(affiliation.office) AS office, affiliation.date,
    affiliation.date_from, affiliation.date_to
  FROM affiliation JOIN held ON held.assertion = affiliation.assertion
  WHERE affiliation.status = 'office-holder'
)
SELECT
  participation.assertion || '; ' || participation.actor AS records,
  NULL AS part,
  person.label || ' took part in ' || event.label || ' as ' || participation.office || ' on ' || occasion.date
    || ', and held that office ' || (
      SELECT group_concat(told.date, ' and ')
      FROM (
        SELECT DISTINCT term.date FROM term
        WHERE term.actor = participation.actor AND term.office = lower(participation.office) ORDER BY 1
      ) AS told
    ) AS words
FROM participation
JOIN held ON held.assertion = participation.assertion
JOIN (
  SELECT
    occurrence.event, max(occurrence.date) AS date, min(occurrence.date_from) AS date_from,
    max(occurrence.date_to) AS date_to
  FROM occurrence JOIN held ON held.assertion = occurrence.assertion
  GROUP BY occurrence.event
) AS occasion ON occasion.event = participation.event
JOIN thing AS person ON person.key = participation.actor
JOIN thing AS event ON event.key = participation.event
WHERE EXISTS (
    SELECT 1 FROM term WHERE term.actor = participation.actor AND term.office = lower(participation.office)
  )
  AND NOT EXISTS (
    SELECT 1 FROM term
    WHERE term.actor = participation.actor AND term.office = lower(participation.office)
      AND coalesce(term.date_from, '') <= coalesce(occasion.date_to, '9999')
      AND coalesce(term.date_to, '9999') >= coalesce(occasion.date_from, '')
  )
