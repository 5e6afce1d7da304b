-- same-actor-twice (warning): Two actors of one kind are called alike.
--
-- If they are one, 'merge' them; people and places that only share a name are told apart by their state, or accepted.
--
-- States have their codes, and are compared by their very names alone.
WITH called AS (
  SELECT actor.key, actor.kind, coalesce(actor.part_of, actor.state) AS home, thing.label, thing.label AS name
  FROM actor JOIN thing ON thing.key = actor.key
  UNION
  SELECT actor.key, actor.kind, coalesce(actor.part_of, actor.state), thing.label, name.name
  FROM actor
  JOIN thing ON thing.key = actor.key
  JOIN name ON name.thing = actor.key AND name.kind IN ('official', 'alias', 'translation', 'former')
),
initial AS (
  SELECT called.*, lower(substr(called.name, 1, 2)) AS letters FROM called WHERE called.kind NOT IN ('unnamed', 'group')
)
SELECT
  one.key || '; ' || two.key AS records,
  NULL AS part,
  one.label || ' (' || one.key || ') and ' || two.label || ' (' || two.key || ') are called alike'
    || CASE WHEN one.name = one.label AND two.name = two.label THEN ''
      ELSE ': ' || one.name || ', ' || two.name END AS words,
  one.name AS one,
  two.name AS other
FROM initial AS one
JOIN initial AS two ON two.kind = one.kind AND two.letters = one.letters AND two.key > one.key
WHERE (one.home IS NULL OR two.home IS NULL OR one.home = two.home)
  AND abs(length(one.name) - length(two.name)) <= 4
  AND (one.kind NOT IN ('state', 'former state') OR lower(one.name) = lower(two.name))
ORDER BY one.key, two.key, one.name = one.label DESC, two.name = two.label DESC
