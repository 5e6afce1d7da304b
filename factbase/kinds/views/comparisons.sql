-- comparisons: which assertions speak of the same, and whether they tell the same; each pair is told from both sides.
--
-- Two assertions of one claim tell the same where their polarities are equal and no date, number or wording of one rules
-- out the other's: 'April 2025' and 23 April do, 23 and 24 April do not. A link between them goes before: what repeats
-- or refines tells the same, what contradicts or corrects does not. What may be done to an agreement more than once, such
-- as amending it, has a date each time: another date is no answer to the same.
--
-- * assertion         code!  The assertion's key.
--   source            code!  Its source's key.
-- * other_assertion   code   The key of the other.
--   other_source      code   Its source's key.
-- * agrees            code   yes where the two tell the same, no where they cannot both be so.
WITH claim AS MATERIALIZED (
  SELECT assertion, claim, source, polarity, date_from, date_to, low, high, answer FROM claims
),
linked AS (
  SELECT assertion, other, CASE WHEN kind IN ('repeats', 'refines') THEN 'yes' ELSE 'no' END AS agrees
  FROM assertion_link WHERE kind IN ('repeats', 'refines', 'contradicts', 'corrects')
),
-- Where several links stand between two assertions, one that sets them apart counts.
sided AS (
  SELECT ways.assertion, ways.other, min(ways.agrees) AS agrees
  FROM (SELECT assertion, other, agrees FROM linked UNION ALL SELECT other, assertion, agrees FROM linked) AS ways
  GROUP BY ways.assertion, ways.other
),
again AS (
  SELECT action.assertion FROM action JOIN action_kind ON action_kind.code = action.action
  WHERE action_kind.repeatable = 1
)
SELECT
  sided.assertion, one.source, sided.other AS other_assertion, two.source AS other_source, sided.agrees
FROM sided
JOIN assertion AS one ON one.key = sided.assertion
JOIN assertion AS two ON two.key = sided.other
UNION ALL
SELECT
  one.assertion, one.source, two.assertion, two.source,
  CASE
    WHEN one.polarity = two.polarity
      AND coalesce(one.date_from, '') <= coalesce(two.date_to, '9999-99')
      AND coalesce(two.date_from, '') <= coalesce(one.date_to, '9999-99')
      AND (one.low IS NULL OR two.high IS NULL OR one.low <= two.high)
      AND (two.low IS NULL OR one.high IS NULL OR two.low <= one.high)
      AND (one.answer IS NULL OR two.answer IS NULL OR one.answer = two.answer)
    THEN 'yes' ELSE 'no'
  END
FROM claim AS one
JOIN claim AS two ON two.claim = one.claim AND two.assertion <> one.assertion
WHERE NOT EXISTS (
  SELECT 1 FROM sided WHERE sided.assertion = one.assertion AND sided.other = two.assertion
)
AND NOT EXISTS (
  SELECT 1 FROM again
  WHERE again.assertion = one.assertion AND (one.date_from > two.date_to OR two.date_from > one.date_to)
)
