-- origins: on whose word each assertion rests in the end, so that two papers that relay one ministry count as one.
--
-- It is the last voice in the chain that is a known actor: of one without a name ('officials') nobody can tell whether it
-- is another paper's too, so whoever relays it answers for it. Where no actor is named, the document answers by its
-- publisher, since two articles of one house are not independent, else by its author, else by itself. What repeats
-- another assertion has the origin of that one.
--
-- * assertion     code!  The assertion's key.
-- * origin        text   Whose word it is.
--   origin_code   code   Its key: of an actor, or of a source where no actor is known.
WITH RECURSIVE own AS (
  SELECT
    assertion.key AS assertion,
    coalesce(
      (
        SELECT voice.actor FROM attribution AS voice
        WHERE voice.assertion = assertion.key AND voice.actor IS NOT NULL
        ORDER BY voice.ordinal DESC LIMIT 1
      ),
      source.publisher, source.author, source.key
    ) AS origin
  FROM assertion JOIN source ON source.key = assertion.source
),
relayed (assertion, root) AS (
  SELECT assertion, other FROM assertion_link WHERE kind = 'repeats'
  UNION
  SELECT relayed.assertion, assertion_link.other
  FROM relayed JOIN assertion_link ON assertion_link.assertion = relayed.root AND assertion_link.kind = 'repeats'
),
-- The ends of the chains; where chains run in a circle, all in it.
root AS (
  SELECT relayed.assertion, relayed.root FROM relayed
  WHERE NOT EXISTS (
    SELECT 1 FROM assertion_link
    WHERE assertion_link.assertion = relayed.root AND assertion_link.kind = 'repeats'
      AND NOT EXISTS (
        SELECT 1 FROM relayed AS back WHERE back.assertion = assertion_link.other AND back.root = relayed.root
      )
  )
),
traced AS (
  SELECT root.assertion, min(own.origin) AS origin
  FROM root JOIN own ON own.assertion = root.root
  GROUP BY root.assertion
)
SELECT own.assertion, thing.label AS origin, coalesce(traced.origin, own.origin) AS origin_code
FROM own
LEFT JOIN traced ON traced.assertion = own.assertion
JOIN thing ON thing.key = coalesce(traced.origin, own.origin)
