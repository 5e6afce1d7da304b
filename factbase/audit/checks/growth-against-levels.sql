-- growth-against-levels (error): A growth that is told does not follow from the levels that are recorded.
--
-- Look for a slip in one of the three; or growth is counted in constant prices, or from another base.
--
-- Both levels are of one series: the growth's own, or one of another source that measures the same for the same
-- reporter. Rounding is allowed for: 3.7 billion may be 3.65 to 3.75, and 20.7 per cent 20.65 to 20.75.
WITH grown AS (
  SELECT
    change.assertion, change.series, change.period, change.kind,
    -- Growth in a year is growth from the year before, unless another base is told.
    coalesce(change.base_period, CAST(CAST(change.period AS INTEGER) - 1 AS TEXT)) AS base_period,
    change.value / CAST('1e' || change.decimals AS DOUBLE PRECISION) AS value,
    CASE
      WHEN change.low IS NOT NULL THEN change.low
      WHEN change.qualifier IN ('less than', 'at most', 'up to') THEN NULL
      WHEN change.qualifier IN ('more than', 'at least') THEN change.value
      ELSE change.value - CAST('1e' || (length(CAST(abs(change.value) AS TEXT)) - change.digits) AS DOUBLE PRECISION) / 2
        - CASE WHEN change.qualifier IN ('about', 'nearly') THEN abs(change.value) / 10.0 ELSE 0 END
    END / CAST('1e' || change.decimals AS DOUBLE PRECISION) AS low,
    CASE
      WHEN change.high IS NOT NULL THEN change.high
      WHEN change.qualifier IN ('more than', 'at least') THEN NULL
      WHEN change.qualifier IN ('less than', 'at most', 'up to') THEN change.value
      ELSE change.value + CAST('1e' || (length(CAST(abs(change.value) AS TEXT)) - change.digits) AS DOUBLE PRECISION) / 2
        + CASE WHEN change.qualifier IN ('about', 'nearly') THEN abs(change.value) / 10.0 ELSE 0 END
    END / CAST('1e' || change.decimals AS DOUBLE PRECISION) AS high
  FROM change JOIN held ON held.assertion = change.assertion
  WHERE (change.base_period IS NOT NULL OR change.period LIKE '____') AND change.value IS NOT NULL AND change.digits IS NOT NULL
    AND change.status NOT IN ('forecast', 'target')
),
-- Levels of the same measure: in the growth's own series, and elsewhere.
followed AS (
  SELECT
    grown.*, other.source, other.unit, later.words AS later_words, earlier.words AS earlier_words,
    later.low AS later_low, later.high AS later_high, earlier.low AS earlier_low, earlier.high AS earlier_high
  FROM grown
  JOIN keyed AS own ON own.id = grown.series
  JOIN keyed AS other
    ON other.id = own.id
    OR (
      other.area = own.area AND coalesce(other.partner, '') = coalesce(own.partner, '')
      AND other.indicator = own.indicator AND coalesce(other.reporter, '') = coalesce(own.reporter, '')
      AND coalesce(other.flow, '') = coalesce(own.flow, '') AND coalesce(other.commodity, '') = coalesce(own.commodity, '')
      AND coalesce(other.classification, '') = coalesce(own.classification, '')
      AND coalesce(other.route, '') = coalesce(own.route, '') AND coalesce(other.basis, '') = coalesce(own.basis, '')
      AND other.unit = own.unit AND other.period_kind = own.period_kind
    )
  JOIN levels AS later ON later.series = other.id AND later.period = grown.period
  JOIN levels AS earlier ON earlier.series = other.id AND earlier.period = grown.base_period
),
-- What the levels make of it, in the unit of the growth: per cent, times, or the unit itself.
implied AS (
  SELECT
    followed.*,
    CASE kind
      WHEN 'absolute' THEN later_low - earlier_high
      WHEN 'multiple' THEN CASE WHEN earlier_low > 0 THEN later_low / earlier_high END
      ELSE CASE WHEN earlier_low > 0 THEN (later_low / earlier_high - 1) * 100 END
    END AS least,
    CASE kind
      WHEN 'absolute' THEN later_high - earlier_low
      WHEN 'multiple' THEN CASE WHEN earlier_low > 0 THEN later_high / earlier_low END
      ELSE CASE WHEN earlier_low > 0 THEN (later_high / earlier_low - 1) * 100 END
    END AS most
  FROM followed
)
SELECT
  implied.assertion AS records,
  implied.source AS part,
  CASE kind WHEN 'multiple' THEN 'growth to ' ELSE 'growth by ' END || CAST(implied.value AS TEXT)
    || CASE kind WHEN 'percent' THEN ' %' WHEN 'multiple' THEN ' times' ELSE ' ' || unit END
    || ' is told, and ' || earlier_words || ' in ' || base_period || ' and ' || later_words || ' in ' || period
    || ' (' || source || ') make '
    || CASE
      WHEN least IS NULL THEN 'at most ' || CAST(round(most * 10) / 10 AS TEXT)
      WHEN most IS NULL THEN 'at least ' || CAST(round(least * 10) / 10 AS TEXT)
      WHEN round(least * 10) = round(most * 10) THEN CAST(round(least * 10) / 10 AS TEXT)
      ELSE CAST(round(least * 10) / 10 AS TEXT) || ' to ' || CAST(round(most * 10) / 10 AS TEXT)
    END
    || CASE kind WHEN 'percent' THEN ' %' WHEN 'multiple' THEN ' times' ELSE ' ' || unit END AS words
FROM implied
WHERE low > most + abs(most) * 1e-9 OR high < least - abs(least) * 1e-9
