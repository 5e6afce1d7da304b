-- members-above-count (error): More members of a set are recorded than its source counts.
--
-- Look for a member that is recorded twice, or that belongs to another set; or correct the count.
--
-- A member that is itself a set of agreements counts for as many as it has at the least. What is counted must be
-- agreements or documents of all kinds, or of one: 'memoranda' counts memoranda alone.
WITH RECURSIVE member AS (
  SELECT DISTINCT link.other AS whole, link.thing AS part, agreement.kind
  FROM link
  JOIN held ON held.assertion = link.assertion
  JOIN agreement ON agreement.key = link.thing
  WHERE link.kind IN ('part of', 'concluded at')
),
inside (whole, part, kind) AS (
  SELECT whole, part, kind FROM member
  UNION
  SELECT inside.whole, member.part, member.kind FROM inside JOIN member ON member.whole = inside.part
),
-- Of a set with a count, the members that are not recorded count too.
weighed AS (
  SELECT
    inside.whole, inside.part, inside.kind,
    CASE
      WHEN inside.kind <> 'package' THEN 1
      ELSE coalesce((
        SELECT max(own.low) - (SELECT count(*) FROM inside AS deeper WHERE deeper.whole = inside.part AND deeper.kind <> 'package')
        FROM tally AS own JOIN held ON held.assertion = own.assertion WHERE own.thing = inside.part
      ), 0)
    END AS weight
  FROM inside
),
counted AS (
  SELECT
    tally.assertion, tally.thing, tally.counted, tally.words, tally.high,
    sum(CASE WHEN weighed.weight > 0 THEN weighed.weight ELSE 0 END) AS members
  FROM tally
  JOIN held ON held.assertion = tally.assertion
  JOIN weighed ON weighed.whole = tally.thing
    AND CASE
      WHEN lower(tally.counted) IN ('agreements', 'agreement', 'documents', 'deals', 'instruments', 'accords') THEN 1
      WHEN lower(tally.counted) IN ('memoranda', 'memorandums', 'mous', 'memoranda of understanding')
        AND weighed.kind = 'memorandum' THEN 1
      WHEN lower(tally.counted) = weighed.kind || 's' OR lower(tally.counted) = replace(weighed.kind, 'y', 'ies') THEN 1
      ELSE 0
    END = 1
  WHERE tally.high IS NOT NULL
  GROUP BY tally.assertion, tally.thing, tally.counted, tally.words, tally.high
)
SELECT
  counted.assertion || '; ' || counted.thing AS records,
  NULL AS part,
  thing.label || ': ' || coalesce(counted.words, 'at most ' || CAST(counted.high AS TEXT)) || ' ' || counted.counted
    || ' are told of, and ' || CAST(counted.members AS TEXT) || ' are recorded' AS words
FROM counted JOIN thing ON thing.key = counted.thing
WHERE counted.members > counted.high
