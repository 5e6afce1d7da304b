-- city-without-state (note): It is not recorded which state a city is in.
--
-- 'amend KEY part_of=STATE'; of a city that is claimed by several, accept it.
WITH RECURSIVE within (city, place) AS (
  SELECT key, key FROM actor WHERE kind = 'city'
  UNION
  SELECT within.city, whole.place
  FROM within
  JOIN (
    SELECT key, part_of AS place FROM actor WHERE part_of IS NOT NULL
    UNION SELECT key, state FROM actor WHERE state IS NOT NULL
    UNION SELECT thing, other FROM link WHERE kind = 'part of'
  ) AS whole ON whole.key = within.place
)
SELECT city.key AS records, NULL AS part, thing.label || ' is in no state' AS words
FROM actor AS city
JOIN thing ON thing.key = city.key
WHERE city.kind = 'city'
  AND city.key NOT IN (
    SELECT within.city FROM within JOIN actor ON actor.key = within.place AND actor.kind IN ('state', 'former state')
  )
