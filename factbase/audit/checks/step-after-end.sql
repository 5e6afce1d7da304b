-- step-after-end (error): A step on an agreement is dated after its end.
--
-- Look whether the step belongs to the agreement that took its place, or whether only one party left it.
--
-- What has expired may be extended late or taken up again; what was terminated, replaced or given up may not.
SELECT
  CASE WHEN over.assertion < step.assertion THEN over.assertion || '; ' || step.assertion
    ELSE step.assertion || '; ' || over.assertion END AS records,
  NULL AS part,
  agreement.label || ': ' || step.action || coalesce(' by ' || who.label, '') || ' on ' || step.date || ', after it was '
    || over.action || ' on ' || over.date AS words
FROM action AS over
JOIN action AS step ON step.agreement = over.agreement AND step.date_from > over.date_to
JOIN held AS one ON one.assertion = over.assertion
JOIN held AS two ON two.assertion = step.assertion
JOIN thing AS agreement ON agreement.key = over.agreement
LEFT JOIN thing AS who ON who.key = step.actor
WHERE over.actor IS NULL
  AND (
    (over.action IN ('terminated', 'replaced', 'abandoned') AND step.action IN ('extended', 'resumed', 'in force'))
    OR (
      over.action IN ('terminated', 'replaced', 'abandoned', 'expired')
      AND step.action IN (
        'initialled', 'signed', 'ratified', 'accepted', 'acceded', 'approved', 'provisionally applied', 'amended',
        'suspended', 'denounced'
      )
    )
  )
