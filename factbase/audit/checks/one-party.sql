-- one-party (warning): An agreement has a single party.
--
-- Name the others; where only one is known, accept it, or record the party as a group.
--
-- Treaties that are open to many are often told of with one of their parties, and decisions have one author.
SELECT
  agreement.key AS records,
  NULL AS part,
  thing.label || ' is an agreement of ' || who.label || ' alone' AS words
FROM (
  SELECT agreement, min(actor_code) AS actor FROM bound GROUP BY agreement HAVING count(DISTINCT actor_code) = 1
) AS alone
JOIN agreement ON agreement.key = alone.agreement
JOIN thing ON thing.key = agreement.key
JOIN actor ON actor.key = alone.actor
JOIN thing AS who ON who.key = actor.key
WHERE agreement.kind NOT IN ('convention', 'charter', 'decision') AND actor.kind NOT IN ('group', 'organisation')
