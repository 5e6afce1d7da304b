-- dates: one timeline of all that is dated: events, actions on agreements, validity, offices, relations, dues;
-- and of what is planned for a day that is not known.
--
-- * date         date   EDTF, as exact as the source gave it; NULL where a plan has no date.
--   date_from    date   The first day that it may mean.
--   date_to      date   The last.
--   date_text    text   The wording of the source, where it differs.
--   kind         code   action, validity, event, office, membership, relation, provision, position, commitment.
-- * what         text   signed, in force, visit, office held, due, ...
--   key          code!  The key of the agreement, event or actor.
-- * label        text!  What it is called.
-- * actors       list   Who is concerned.
--   actor_codes  list   Their keys.
-- * planned      code   yes: planned or expected; no: told as having happened; due: to be done by then.
--   polarity     code   positive, or negative: it is said not to have happened.
--   certainty    code   stated, implied, derived.
-- ? assessment   list   Verdicts on it.
--   assertion    code!  The assertion's key.
--   source       code!  The source's key.
--   locator      text   Where in the source.
--   anchor       text   A few words to find it by.
-- * citation     text   Source and locator in one.
WITH present AS (
  SELECT participation.event, participation.actor, participation.representing
  FROM participation JOIN assertion ON assertion.key = participation.assertion
  WHERE participation.role <> 'absent' AND assertion.polarity = 'positive'
),
concerned AS (
  SELECT assertion, group_concat(label, '; ') AS actors, group_concat(actor, '; ') AS actor_codes
  FROM (
    SELECT DISTINCT involved.assertion, involved.actor, thing.label
    FROM (
      SELECT action.assertion, bound.actor_code AS actor FROM action JOIN bound ON bound.agreement = action.agreement
        WHERE action.actor IS NULL
      UNION ALL SELECT assertion, actor FROM action WHERE actor IS NOT NULL
      UNION ALL SELECT provision.assertion, bound.actor_code
        FROM provision JOIN bound ON bound.agreement = provision.agreement
      UNION ALL SELECT assertion, grantor FROM provision WHERE grantor IS NOT NULL
      UNION ALL SELECT assertion, beneficiary FROM provision WHERE beneficiary IS NOT NULL
      UNION ALL SELECT occurrence.assertion, present.actor FROM occurrence JOIN present ON present.event = occurrence.event
        WHERE present.actor IS NOT NULL
      UNION ALL SELECT occurrence.assertion, present.representing
        FROM occurrence JOIN present ON present.event = occurrence.event WHERE present.representing IS NOT NULL
      UNION ALL SELECT assertion, place FROM occurrence WHERE place IS NOT NULL
      UNION ALL SELECT assertion, actor FROM affiliation
      UNION ALL SELECT assertion, organisation FROM affiliation
      UNION ALL SELECT assertion, actor FROM relation
      UNION ALL SELECT assertion, other FROM relation
      UNION ALL SELECT assertion, holder FROM position
      UNION ALL SELECT position.assertion, actor.key FROM position JOIN actor ON actor.key = position.target
      UNION ALL SELECT assertion, actor FROM commitment
      UNION ALL SELECT assertion, towards FROM commitment WHERE towards IS NOT NULL
    ) AS involved
    JOIN thing ON thing.key = involved.actor
    ORDER BY involved.assertion, thing.label
  ) AS named
  GROUP BY assertion
)
SELECT
  dated.date,
  dated.date_from,
  dated.date_to,
  dated.date_text,
  dated.kind,
  CASE WHEN citations.polarity = 'negative' THEN 'not ' ELSE '' END || dated.what AS what,
  dated.thing AS key,
  thing.label,
  concerned.actors,
  concerned.actor_codes,
  CASE
    WHEN dated.kind = 'commitment' THEN 'due'
    WHEN citations.modality IN ('plan', 'expectation') THEN 'yes'
    ELSE 'no'
  END AS planned,
  citations.polarity,
  citations.certainty,
  citations.assessment,
  citations.assertion,
  citations.source,
  citations.locator,
  citations.anchor,
  citations.citation
FROM (
  SELECT
    assertion, agreement AS thing, action AS what,
    CASE WHEN action = 'valid' THEN 'validity' ELSE 'action' END AS kind,
    date, date_from, date_to, date_text
  FROM action
  UNION ALL
  SELECT occurrence.assertion, occurrence.event, event.kind, 'event',
    occurrence.date, occurrence.date_from, occurrence.date_to, occurrence.date_text
  FROM occurrence JOIN event ON event.key = occurrence.event
  UNION ALL
  SELECT assertion, agreement, kind, 'provision', date, date_from, date_to, date_text FROM provision
  UNION ALL
  SELECT assertion, actor, 'in office: ' || office, 'office',
    coalesce(date, attested),
    CASE WHEN date IS NULL THEN attested_from ELSE date_from END,
    CASE WHEN date IS NULL THEN attested_to ELSE date_to END,
    coalesce(date_text, attested_text)
  FROM affiliation WHERE status = 'office-holder'
  UNION ALL
  SELECT assertion, actor, status, 'membership',
    coalesce(date, attested),
    CASE WHEN date IS NULL THEN attested_from ELSE date_from END,
    CASE WHEN date IS NULL THEN attested_to ELSE date_to END,
    coalesce(date_text, attested_text)
  FROM affiliation WHERE status <> 'office-holder'
  UNION ALL
  SELECT assertion, actor, coalesce(level, kind), 'relation', date, date_from, date_to, date_text FROM relation
  UNION ALL
  SELECT assertion, holder, stance || ': ' || subject, 'position', date, date_from, date_to, date_text FROM position
  UNION ALL
  SELECT assertion, actor, subject, 'commitment', due, due_from, due_to, due_text FROM commitment
) AS dated
JOIN citations ON citations.assertion = dated.assertion
JOIN thing ON thing.key = dated.thing
LEFT JOIN concerned ON concerned.assertion = dated.assertion
WHERE dated.date IS NOT NULL
  OR (dated.kind IN ('action', 'event') AND citations.modality IN ('plan', 'expectation'))
