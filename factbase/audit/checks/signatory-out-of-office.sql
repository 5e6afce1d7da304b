-- signatory-out-of-office (error): Somebody signed an agreement in an office that was not theirs on that day.
--
-- Compare the day of signing with the term; or an earlier or later term is not recorded yet.
--
-- Only where terms are recorded of that person and office, and every one of them is over before the signing, or begins
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
  person.label || ' signed ' || agreement.label || ' as ' || participation.office || ' on ' || occasion.date
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
  SELECT action.agreement, max(action.date) AS date, min(action.date_from) AS date_from, max(action.date_to) AS date_to
  FROM action JOIN held ON held.assertion = action.assertion
  WHERE action.action = 'signed' GROUP BY action.agreement
) AS occasion ON occasion.agreement = participation.agreement
JOIN thing AS person ON person.key = participation.actor
JOIN thing AS agreement ON agreement.key = participation.agreement
WHERE participation.role = 'signatory'
  AND EXISTS (
    SELECT 1 FROM term WHERE term.actor = participation.actor AND term.office = lower(participation.office)
  )
  AND NOT EXISTS (
    SELECT 1 FROM term
    WHERE term.actor = participation.actor AND term.office = lower(participation.office)
      AND coalesce(term.date_from, '') <= coalesce(occasion.date_to, '9999')
      AND coalesce(term.date_to, '9999') >= coalesce(occasion.date_from, '')
  )
