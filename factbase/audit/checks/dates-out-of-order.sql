-- dates-out-of-order (error): A step on an agreement is dated before another that must come first.
--
-- Compare both dates with their sources; one may be of another agreement, or of a party's step.
--
-- Only steps of the whole, or of one and the same party, and only where no reading of the dates has them in order.
-- Between states that join a treaty at different times no order is certain; but none joins before the text is adopted.
SELECT
  CASE WHEN before.assertion < after.assertion THEN before.assertion || '; ' || after.assertion
    ELSE after.assertion || '; ' || before.assertion END AS records,
  NULL AS part,
  agreement.label || ': ' || second.action || coalesce(' by ' || who.label, '') || ' on ' || second.date
    || ', before it was ' || first.action || ' on ' || first.date AS words
FROM (
  SELECT 'concluded' AS earlier, 'signed' AS later
  UNION ALL SELECT 'initialled', 'signed'
  UNION ALL SELECT 'adopted', 'signed'
  UNION ALL SELECT 'adopted', 'ratified'
  UNION ALL SELECT 'adopted', 'accepted'
  UNION ALL SELECT 'adopted', 'approved'
  UNION ALL SELECT 'adopted', 'acceded'
  UNION ALL SELECT 'adopted', 'succeeded'
  UNION ALL SELECT 'signed', 'ratified'
  UNION ALL SELECT 'signed', 'accepted'
  UNION ALL SELECT 'signed', 'approved'
  UNION ALL SELECT 'signed', 'in force'
  UNION ALL SELECT 'signed', 'extended'
  UNION ALL SELECT 'signed', 'suspended'
  UNION ALL SELECT 'signed', 'resumed'
  UNION ALL SELECT 'signed', 'denounced'
  UNION ALL SELECT 'signed', 'terminated'
  UNION ALL SELECT 'signed', 'expired'
  UNION ALL SELECT 'ratified', 'in force'
  UNION ALL SELECT 'ratified', 'deposited'
  UNION ALL SELECT 'in force', 'extended'
  UNION ALL SELECT 'in force', 'denounced'
  UNION ALL SELECT 'in force', 'expired'
  UNION ALL SELECT 'provisionally applied', 'provisional application ended'
) AS pair
JOIN action AS first ON first.action = pair.earlier
JOIN action AS second ON second.agreement = first.agreement AND second.action = pair.later
  AND (first.action = 'adopted' OR coalesce(second.actor, '') = coalesce(first.actor, ''))
  AND second.date_to < first.date_from
JOIN held AS before ON before.assertion = first.assertion
JOIN held AS after ON after.assertion = second.assertion
JOIN thing AS agreement ON agreement.key = first.agreement
LEFT JOIN thing AS who ON who.key = second.actor
-- A package's dates are those of several.
JOIN agreement AS kept ON kept.key = first.agreement AND kept.kind <> 'package'
