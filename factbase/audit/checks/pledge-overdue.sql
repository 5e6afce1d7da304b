-- pledge-overdue (warning): A pledge is past its date and still open.
--
-- Record what became of it: 'settle KEY --by RECORD --outcome kept', 'partly-kept', 'broken' or 'overtaken'.
SELECT
  promises.assertion AS records,
  NULL AS part,
  promises.actors || coalesce(' towards ' || promises.towards, '') || ': ' || promises.what || ', due '
    || coalesce(CASE WHEN commitment.due_resolved_from IS NULL THEN promises.due_text END, replace(promises.due, '../', 'by '))
    || ', is still open' AS words
FROM promises
JOIN commitment ON commitment.assertion = promises.assertion
WHERE promises.kind = 'commitment' AND promises.overdue = 'yes' AND promises.polarity = 'positive'
