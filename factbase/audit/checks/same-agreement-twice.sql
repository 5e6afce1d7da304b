-- same-agreement-twice (warning): Two agreements of the same parties and time are called alike.
--
-- If they are one, 'merge' them; if not, a link ('amends', 'replaces', 'part of') or a title tells them apart.
WITH told AS (
  SELECT agreement.key, agreement.kind, thing.label, bound.parties, seal.signed, seal.signed_from, seal.signed_to
  FROM agreement
  JOIN thing ON thing.key = agreement.key
  JOIN (
    SELECT members.agreement, group_concat(members.actor, '; ') AS parties
    FROM (
      SELECT DISTINCT party.agreement, party.actor
      FROM party JOIN assertion ON assertion.key = party.assertion AND assertion.polarity = 'positive'
      WHERE party.role IN ('party', 'signatory') ORDER BY 1, 2
    ) AS members
    GROUP BY members.agreement
  ) AS bound ON bound.agreement = agreement.key
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
WHERE coalesce(one.signed_from, '') <= coalesce(two.signed_to, '9999')
  AND coalesce(two.signed_from, '') <= coalesce(one.signed_to, '9999')
  AND (one.kind = two.kind OR 'agreement' IN (one.kind, two.kind))
  AND NOT EXISTS (
    SELECT 1 FROM link
    WHERE (link.thing = one.key AND link.other = two.key) OR (link.thing = two.key AND link.other = one.key)
  )
