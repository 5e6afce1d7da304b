-- measures: one line for what a source measures in one unit and flow: by how many reporters, from when to when.
--
-- * source         code!     The source's key.
-- * indicator      code!     What is measured: trade, trade in goods, cargo, rank, ...
-- ? basis          text      What else defines it: the list of a rank, the valuation of a value (CIF, FOB).
-- * flow           code      export, import, turnover, transit, ...
-- * unit           code!     ISO 4217 for money, else a measure: t, %, rank.
-- * period_kind    code      year, fiscal year, year-to-date, cumulative, instant, ...
-- * areas          integer   Of how many areas it is told.
-- * figures        integer   How many values there are.
-- * first_period   date      The first period that there is a value for.
-- * last_period    date      The last.
SELECT
  measure.source,
  measure.indicator,
  measure.basis,
  nullif(told.flow, '') AS flow,
  measure.unit,
  measure.period_kind,
  count(DISTINCT nullif(told.area, '')) AS areas,
  sum(told.figures) AS figures,
  min(told.period) AS first_period,
  max(told.period) AS last_period
FROM (
  SELECT measure, area, flow, period, figures FROM total
  UNION ALL
  SELECT series.measure, coalesce(series.area, ''), coalesce(series.flow, ''), figure.period, 1
  FROM figure JOIN series_key AS series ON series.id = figure.series
  WHERE figure.assertion IS NOT NULL
) AS told
JOIN measure ON measure.id = told.measure
GROUP BY measure.id, measure.source, measure.indicator, measure.basis, told.flow, measure.unit, measure.period_kind
