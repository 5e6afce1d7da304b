-- relations: how actors stand to each other: offices, memberships, partnerships, sister cities.
--
--   assertion    code!  The assertion's key.
-- * actor        text   Who.
--   actor_code   code   Its key.
--   kind         code   office-holder, member, dialogue partner, partnership, sister cities, ...
-- * relation     text   The office, the level, or the kind.
-- * other        text   To whom.
--   other_code   code   Its key.
-- ? date         date   From when to when; NULL where no source says.
-- ? attested     date   When the source shows it to hold.
--   date_from    date   The first day of the term, or else of what is attested.
--   date_to      date   The last.
--   agreement    code   The agreement that it rests on.
-- * modality     code   fact, plan, expectation, opinion.
--   polarity     code   positive, or negative: it is said not to be so.
--   certainty    code   stated, implied, derived.
-- ? assessment   list   Verdicts on it.
--   source       code!  The source's key.
--   locator      text   Where in the source.
--   anchor       text   A few words to find it by.
-- * citation     text   Source and locator in one.
SELECT
  stands.assertion,
  actor.label AS actor,
  stands.actor AS actor_code,
  stands.kind,
  CASE WHEN citations.polarity = 'negative' THEN 'not ' ELSE '' END || stands.relation AS relation,
  other.label AS other,
  stands.other AS other_code,
  stands.date,
  stands.attested,
  stands.date_from,
  stands.date_to,
  stands.agreement,
  citations.modality,
  citations.polarity,
  citations.certainty,
  citations.assessment,
  citations.source,
  citations.locator,
  citations.anchor,
  citations.citation
FROM (
  SELECT
    assertion, actor, status AS kind, coalesce(office, status) AS relation, organisation AS other,
    date, attested,
    CASE WHEN date IS NULL THEN attested_from ELSE date_from END AS date_from,
    CASE WHEN date IS NULL THEN attested_to ELSE date_to END AS date_to,
    CAST(NULL AS TEXT) AS agreement
  FROM affiliation
  UNION ALL
  SELECT assertion, actor, kind, coalesce(level, kind), other, date, CAST(NULL AS TEXT), date_from, date_to, agreement
  FROM relation
) AS stands
JOIN citations ON citations.assertion = stands.assertion
JOIN thing AS actor ON actor.key = stands.actor
JOIN thing AS other ON other.key = stands.other
