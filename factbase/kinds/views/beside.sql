-- beside: which change stands beside which figure of its series and period in the view of trade.
--
-- A change belongs to the figure that its document tells last before it, or, where it tells none before, first. Of
-- several that belong to one the one from the latest base stands beside it, by default the period before, and then the
-- first. Assertions are ordered as they are told.
--
-- * assertion         code!  The key of the figure's assertion.
-- * change_assertion  code!  The key of the change's.
WITH told AS NOT MATERIALIZED (
  SELECT
    figure.assertion,
    change.assertion AS change_assertion,
    coalesce(change.base_period, change.period) AS base
  FROM change
  JOIN figure ON figure.series = change.series AND figure.period = change.period AND figure.assertion IS NOT NULL
  WHERE NOT EXISTS (
    SELECT 1 FROM figure AS nearer
    WHERE nearer.series = figure.series AND nearer.period = figure.period
      AND (
        ((length(nearer.assertion), nearer.assertion) > (length(figure.assertion), figure.assertion)
          AND (length(nearer.assertion), nearer.assertion) < (length(change.assertion), change.assertion))
        OR ((length(nearer.assertion), nearer.assertion) < (length(figure.assertion), figure.assertion)
          AND (length(change.assertion), change.assertion) < (length(figure.assertion), figure.assertion))
      )
  )
)
SELECT told.assertion, told.change_assertion
FROM told
WHERE NOT EXISTS (
  SELECT 1 FROM told AS better
  WHERE better.assertion = told.assertion
    AND (told.base, length(better.change_assertion), better.change_assertion)
      < (better.base, length(told.change_assertion), told.change_assertion)
)
