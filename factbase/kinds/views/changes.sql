-- changes: growth or fall from a base period as a source tells it, one line a telling.
--
--   assertion         code!    The assertion's key.
--   series            integer! The series that changes.
-- * period            date!    When it had changed.
-- * base_period       date     What it is counted from.
-- * kind              code!    percent, absolute, multiple: how the source tells it.
-- ? qualifier         code     The hedge of the source: about, more than, ...; NULL for none.
--   value             number   As told: 20.7 per cent, so much in the unit of the series, or so many times the base.
--   low               number   The lower bound that the source states.
--   high              number   The upper bound likewise.
-- * percent           percent  In per cent: threefold is 200. NULL where it is told in the unit of the series.
-- ? percent_low       percent  The lower bound likewise.
-- ? percent_high      percent  The upper bound likewise.
--   digits            integer  Significant digits as written.
--   status            code!    actual, estimate, forecast, target, ... (SDMX observation status).
SELECT
  told.assertion,
  told.series,
  told.period,
  told.base_period,
  told.kind,
  told.qualifier,
  CASE WHEN told.decimals = 0 THEN told.value ELSE told.value / told.scale END AS value,
  CASE WHEN told.decimals = 0 THEN told.low ELSE told.low / told.scale END AS low,
  CASE WHEN told.decimals = 0 THEN told.high ELSE told.high / told.scale END AS high,
  (told.value - told.still) * told.hundreds / told.scale AS percent,
  (told.low - told.still) * told.hundreds / told.scale AS percent_low,
  (told.high - told.still) * told.hundreds / told.scale AS percent_high,
  told.digits,
  told.status
FROM (
  SELECT
    change.*,
    CAST('1e' || change.decimals AS DOUBLE PRECISION) AS scale,
    -- What it is where nothing changes, and per cent in one of it.
    CASE change.kind WHEN 'percent' THEN 0 WHEN 'multiple' THEN CAST('1e' || change.decimals AS DOUBLE PRECISION) END
      AS still,
    CASE change.kind WHEN 'percent' THEN 1 WHEN 'multiple' THEN 100 END AS hundreds
  FROM change
) AS told
