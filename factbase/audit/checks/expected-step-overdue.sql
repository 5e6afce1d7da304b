-- expected-step-overdue (warning): A step on an agreement was planned for a day that is over, and nothing is told of it.
--
-- Record what became of it: the step as done, or 'settle KEY --by RECORD --outcome broken' or 'overtaken'.
SELECT
  promises.assertion AS records,
  NULL AS part,
  promises.what || ' was to be done '
    || CASE
      WHEN promises.due_text IS NULL OR action.date_resolved_from IS NOT NULL THEN 'by ' || replace(promises.due, '../', '')
      ELSE promises.due_text
    END || ', and nothing tells that it was' AS words
FROM promises
JOIN action ON action.assertion = promises.assertion
WHERE promises.kind = 'action' AND promises.overdue = 'yes' AND promises.polarity = 'positive'
