-- same-agreement-twice (warning): Two agreements of the same parties and time are called alike.
--
-- If they are one, 'merge' them; if not, a link ('amends', 'replaces', 'part of') or a title tells them apart.
--
-- A ministry stands for its state: one source names the ministries that signed, another the states. Sources may differ on
-- the day by some weeks, where both tell one.
WITH told AS (
  SELECT agreement.key, agreement.kind, thing.label, parties.told AS parties, seal.signed, seal.signed_from, seal.signed_to
  FROM agreement
  JOIN thing ON thing.key = agreement.key
  JOIN (
    SELECT members.agreement, group_concat(members.actor, '; ') AS told
    FROM (
      SELECT DISTINCT
        bound.agreement,
        CASE WHEN actor.kind = 'ministry' THEN coalesce(actor.state, actor.part_of, actor.key) ELSE actor.key END AS actor
      FROM bound JOIN actor ON actor.key = bound.actor_code ORDER BY 1, 2
    ) AS members
    GROUP BY members.agreement
  ) AS parties ON parties.agreement = agreement.key
  LEFT JOIN (
    SELECT action.agreement, min(action.date) AS signed, min(action.date_from) AS signed_from, max(action.date_to) AS signed_to
    FROM action JOIN held ON held.assertion = action.assertion WHERE action.action = 'signed' GROUP BY action.agreement
  ) AS seal ON seal.agreement = agreement.key
)
SELECT
  one.key || '; ' || two.key AS records,
  NULL AS part,
  one.label || ' (' || one.kind || coalesce(', ' || one.signed, '') || ') and ' || two.label || ' (' || two.kind
    || coalesce(', ' || two.signed, '') || ') are called alike and have the same parties' AS words,
  one.label AS one,
  two.label AS other
FROM told AS one
JOIN told AS two ON two.parties = one.parties AND one.key < two.key
WHERE (
    (coalesce(one.signed_from, '') <= coalesce(two.signed_to, '9999')
      AND coalesce(two.signed_from, '') <= coalesce(one.signed_to, '9999'))
    OR (one.signed_from = one.signed_to AND two.signed_from = two.signed_to
      AND abs(julianday(one.signed_from) - julianday(two.signed_from)) <= 31)
  )
  AND (one.kind = two.kind OR 'agreement' IN (one.kind, two.kind))
  AND NOT EXISTS (
    SELECT 1 FROM link
    WHERE (link.thing = one.key AND link.other = two.key) OR (link.thing = two.key AND link.other = one.key)
  )
