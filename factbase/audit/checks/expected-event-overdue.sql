-- expected-event-overdue (warning): An event was to take place on a day that is over, and nothing tells whether it did.
--
-- Record a source that tells that it took place, or that it did not (polarity: negative).
SELECT
  min(occurrence.assertion) AS records,
  NULL AS part,
  thing.label || ' was to take place ' || max(
    CASE WHEN occurrence.date_resolved_from IS NULL THEN coalesce(occurrence.date_text, occurrence.date)
      ELSE occurrence.date END
  ) || ', and nothing tells whether it did' AS words
FROM occurrence
JOIN assertion ON assertion.key = occurrence.assertion
JOIN thing ON thing.key = occurrence.event
CROSS JOIN today
WHERE assertion.modality IN ('plan', 'expectation') AND assertion.polarity = 'positive'
  AND NOT EXISTS (
    SELECT 1 FROM assertion_link
    WHERE assertion_link.other = occurrence.assertion
      AND assertion_link.kind IN ('fulfils', 'partly fulfils', 'breaks', 'overtakes', 'corrects')
  )
  AND NOT EXISTS (
    SELECT 1 FROM occurrence AS told JOIN assertion AS telling ON telling.key = told.assertion
    WHERE told.event = occurrence.event AND telling.modality NOT IN ('plan', 'expectation')
  )
GROUP BY occurrence.event, thing.label, today.day
HAVING max(coalesce(occurrence.date_to, '9999')) < today.day
