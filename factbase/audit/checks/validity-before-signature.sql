-- validity-before-signature (warning): An agreement is valid from a year before the one that it was signed in.
--
-- Look whether the period is another agreement's, or what it reports on. If it was given retroactive effect, accept it.
--
-- A programme that is signed in the course of its first year is common; one that is signed after it is not.
SELECT
  CASE WHEN signed.assertion < spans.assertion THEN signed.assertion || '; ' || spans.assertion
    ELSE spans.assertion || '; ' || signed.assertion END AS records,
  NULL AS part,
  agreement.label || ': valid ' || spans.date || ', and signed on ' || signed.date AS words
FROM spans
JOIN action AS valid ON valid.assertion = spans.assertion
JOIN action AS signed ON signed.agreement = valid.agreement AND signed.action = 'signed' AND signed.actor IS NULL
JOIN held ON held.assertion = signed.assertion
JOIN thing AS agreement ON agreement.key = valid.agreement
WHERE spans.kind = 'valid' AND coalesce(spans.last_start, spans.last_end) < substr(signed.date_from, 1, 4)
