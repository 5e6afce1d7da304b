-- thousandfold (warning): A figure is about a thousand times another of its series, as where million was taken for billion.
--
-- Compare the figure with its source: thousand, million, billion, or a comma that is read as a point.
--
-- A told figure is held against all that measure the same for the same period, and against its own series; in a series
-- of a data set, one figure must stand out by 300 to 3,000 from all others, which lie within four times of each other.
SELECT
  CASE WHEN told.assertion < coalesce(other.assertion, own.source) THEN told.assertion || '; ' || coalesce(other.assertion, own.source)
    ELSE coalesce(other.assertion, own.source) || '; ' || told.assertion END AS records,
  NULL AS part,
  told.words || ' in ' || told.period || ' (' || told.assertion || ') is about '
    || CASE WHEN told.low > other.low THEN 'a thousand times ' ELSE 'a thousandth of ' END || other.words || ' in '
    || other.period || ' (' || coalesce(other.assertion, own.source) || ')' AS words
FROM levels AS told
JOIN keyed AS series ON series.id = told.series
JOIN keyed AS own
  ON own.id = series.id
  OR (
    own.area = series.area AND coalesce(own.partner, '') = coalesce(series.partner, '') AND own.id <> series.id
    AND own.indicator = series.indicator AND coalesce(own.flow, '') = coalesce(series.flow, '')
    AND coalesce(own.classification, '') = coalesce(series.classification, '')
    AND coalesce(own.commodity, '') = coalesce(series.commodity, '') AND coalesce(own.route, '') = coalesce(series.route, '')
    AND coalesce(own.basis, '') = coalesce(series.basis, '') AND own.unit = series.unit
    AND own.period_kind = series.period_kind
  )
JOIN levels AS other
  ON other.series = own.id AND (other.period = told.period OR own.id = series.id)
  AND (other.assertion IS NULL OR other.assertion <> told.assertion)
WHERE told.assertion IS NOT NULL AND told.low > 0 AND other.low > 0 AND series.indicator <> 'rank'
  AND (told.low BETWEEN other.low * 500 AND other.low * 2000 OR other.low BETWEEN told.low * 500 AND told.low * 2000)
UNION ALL
SELECT
  series.source || coalesce('; ' || series.area, ''),
  CAST(series.id AS TEXT) || '/' || apart.period,
  series.indicator || coalesce(', ' || series.flow, '') || coalesce(', ' || series.area, '')
    || coalesce(' and ' || series.partner, '') || coalesce(', ' || series.commodity, '') || ': ' || levels.words || ' in '
    || apart.period || ' is about ' || CASE apart.way WHEN 'above' THEN 'a thousand times' ELSE 'a thousandth of' END
    || ' all other periods'
FROM (
  SELECT
    series, period,
    CASE WHEN rising = counted THEN 'above' ELSE 'below' END AS way
  FROM (
    SELECT
      figure.series, figure.period, figure.value,
      row_number() OVER (PARTITION BY figure.series ORDER BY figure.value) AS rising,
      count(*) OVER (PARTITION BY figure.series) AS counted,
      lag(figure.value) OVER (PARTITION BY figure.series ORDER BY figure.value) AS below,
      lead(figure.value) OVER (PARTITION BY figure.series ORDER BY figure.value) AS above,
      min(figure.value) OVER (PARTITION BY figure.series) AS least,
      max(figure.value) OVER (PARTITION BY figure.series) AS most
    FROM figure
    -- One pass over all figures leaves few series whose figures differ so much.
    JOIN (
      SELECT figure.series FROM figure
      WHERE figure.assertion IS NULL AND figure.value IS NOT NULL
      GROUP BY figure.series
      HAVING count(*) > 2 AND min(figure.value) > 0 AND max(figure.value) >= 300 * min(figure.value)
    ) AS wide ON wide.series = figure.series
    WHERE figure.value IS NOT NULL
  ) AS placed
  WHERE (rising = counted AND value BETWEEN 300 * below AND 3000 * least AND below <= 4 * least)
    OR (rising = 1 AND above BETWEEN 300 * value AND 3000 * value AND most <= 4 * above)
) AS apart
JOIN keyed AS series ON series.id = apart.series
JOIN levels ON levels.series = apart.series AND levels.period = apart.period
