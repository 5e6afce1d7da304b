-- levels: figures that are no forecasts and no targets, with the least and the most that each may mean, in its unit.
--
-- 3.7 billion in two digits is 3.65 to 3.75 billion; 'about' and 'nearly' leave another tenth. NULL is open. Of what a
-- document tells, only what is held.
SELECT
  figure.series,
  figure.period,
  figure.ordinal,
  figure.assertion,
  CASE
    WHEN figure.low IS NOT NULL THEN figure.low
    WHEN figure.value IS NULL OR figure.qualifier IN ('less than', 'at most', 'up to') THEN NULL
    WHEN figure.qualifier IN ('more than', 'at least') THEN figure.value
    WHEN figure.digits IS NULL THEN figure.value
    ELSE figure.value - CAST('1e' || (length(CAST(abs(figure.value) AS TEXT)) - figure.digits) AS DOUBLE PRECISION) / 2
      - CASE WHEN figure.qualifier IN ('about', 'nearly') THEN abs(figure.value) / 10.0 ELSE 0 END
  END / CAST('1e' || series.decimals AS DOUBLE PRECISION) AS low,
  CASE
    WHEN figure.high IS NOT NULL THEN figure.high
    WHEN figure.value IS NULL OR figure.qualifier IN ('more than', 'at least') THEN NULL
    WHEN figure.qualifier IN ('less than', 'at most', 'up to') THEN figure.value
    WHEN figure.digits IS NULL THEN figure.value
    ELSE figure.value + CAST('1e' || (length(CAST(abs(figure.value) AS TEXT)) - figure.digits) AS DOUBLE PRECISION) / 2
      + CASE WHEN figure.qualifier IN ('about', 'nearly') THEN abs(figure.value) / 10.0 ELSE 0 END
  END / CAST('1e' || series.decimals AS DOUBLE PRECISION) AS high,
  coalesce(nullif(figure.qualifier, 'between') || ' ', CASE
      WHEN figure.value IS NULL AND figure.high IS NULL THEN 'at least '
      WHEN figure.value IS NULL AND figure.low IS NULL THEN 'at most '
      ELSE ''
    END)
    || CASE WHEN series.decimals = 0 THEN coalesce(
        CAST(figure.value AS TEXT),
        CAST(figure.low AS TEXT) || ' to ' || CAST(figure.high AS TEXT),
        CAST(coalesce(figure.low, figure.high) AS TEXT)
      )
      ELSE coalesce(
        CAST(figure.value / CAST('1e' || series.decimals AS DOUBLE PRECISION) AS TEXT),
        CAST(figure.low / CAST('1e' || series.decimals AS DOUBLE PRECISION) AS TEXT) || ' to '
          || CAST(figure.high / CAST('1e' || series.decimals AS DOUBLE PRECISION) AS TEXT),
        CAST(coalesce(figure.low, figure.high) / CAST('1e' || series.decimals AS DOUBLE PRECISION) AS TEXT)
      )
    END
    || ' ' || series.unit AS words
FROM figure
JOIN keyed AS series ON series.id = figure.series
WHERE figure.status NOT IN ('forecast', 'target', 'missing', 'confidential')
  AND (figure.assertion IS NULL OR figure.assertion IN (SELECT held.assertion FROM held))
