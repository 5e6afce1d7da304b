-- texts: every record with the texts that it is found by; figures without words of their own are not among them.
--
-- * record   code   The key of the thing or the assertion.
-- * kind     code   actor, agreement, event, source; of an assertion action, party, position, ...
-- * title    text   What a thing is called first.
-- * names    list   Its other names and titles.
-- * words    text   What is told in the analyst's words: subject, summary, text, office, reason.
-- * anchor   text   A few words of the source, for assertions.
SELECT
  thing.key AS record,
  thing.kind,
  thing.label AS title,
  (
    SELECT group_concat(called.name, '; ')
    FROM (
      SELECT name.name FROM name WHERE name.thing = thing.key AND name.kind <> 'former key'
      UNION SELECT agreement.title FROM agreement WHERE agreement.key = thing.key AND agreement.title <> thing.label
      ORDER BY 1
    ) AS called
  ) AS names,
  (
    SELECT group_concat(told.words, '
')
    FROM (
      SELECT agreement.subject AS words, 1 AS place FROM agreement
      WHERE agreement.key = thing.key AND agreement.subject <> thing.label
      UNION ALL SELECT agreement.summary, 2 FROM agreement WHERE agreement.key = thing.key
      UNION ALL SELECT event.summary, 3 FROM event WHERE event.key = thing.key
      ORDER BY 2
    ) AS told
    WHERE told.words IS NOT NULL
  ) AS words,
  CAST(NULL AS TEXT) AS anchor
FROM thing
UNION ALL
SELECT
  assertion.key,
  assertion.kind,
  NULL,
  NULL,
  (
    SELECT group_concat(told.words, '
')
    FROM (
      SELECT assertion.text AS words, 1 AS place
      UNION ALL SELECT position.subject, 2 FROM position WHERE position.assertion = assertion.key
      UNION ALL SELECT commitment.subject, 3 FROM commitment WHERE commitment.assertion = assertion.key
      UNION ALL SELECT provision.scope, 4 FROM provision WHERE provision.assertion = assertion.key
      UNION ALL SELECT provision.value, 5 FROM provision WHERE provision.assertion = assertion.key
      UNION ALL SELECT tally.words, 6 FROM tally WHERE tally.assertion = assertion.key
      UNION ALL SELECT tally.counted, 7 FROM tally WHERE tally.assertion = assertion.key
      UNION ALL SELECT participation.office, 8 FROM participation WHERE participation.assertion = assertion.key
      UNION ALL SELECT affiliation.office, 9 FROM affiliation WHERE affiliation.assertion = assertion.key
      UNION ALL SELECT relation.level, 10 FROM relation WHERE relation.assertion = assertion.key
      UNION ALL SELECT attribution.words, 10 + attribution.ordinal FROM attribution
        WHERE attribution.assertion = assertion.key
      UNION ALL SELECT assessment.reason, 1000 + assessment.ordinal FROM assessment
        WHERE assessment.assertion = assertion.key
      ORDER BY 2
    ) AS told
    WHERE told.words IS NOT NULL
  ),
  assertion.anchor
FROM assertion
