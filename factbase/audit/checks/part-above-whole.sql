-- part-above-whole (error): A part is larger than its whole.
--
-- Look for a slip in the part or the whole, or for a part that is counted in another period or by another definition.
--
-- A commodity or a partner that a document tells is held against the whole of the same source; chapters of a data set
-- are added up, and may exceed the total by one per cent; a share of a whole is at most 100 per cent.
WITH measured AS MATERIALIZED (
  SELECT
    series.id, coalesce(series.commodity, 'TOTAL') AS commodity,
    series.source || '|' || series.indicator || '|' || series.area || '|' || coalesce(series.partner, '')
      || '|' || coalesce(series.reporter, '') || '|' || coalesce(series.flow, '') || '|' || coalesce(series.route, '')
      || '|' || coalesce(series.basis, '') || '|' || series.unit || '|' || series.period_kind
      || '|' || CAST(series.decimals AS TEXT) AS measure
  FROM keyed AS series
  WHERE coalesce(series.flow, '') <> 'balance' AND series.area IS NOT NULL
    AND (length(series.commodity) = 2 OR coalesce(series.commodity, 'TOTAL') = 'TOTAL')
),
whole_trade AS MATERIALIZED (
  SELECT measured.id, measured.measure FROM measured WHERE measured.commodity = 'TOTAL'
),
chapter AS MATERIALIZED (
  SELECT measured.id, whole_trade.id AS whole
  FROM measured JOIN whole_trade ON whole_trade.measure = measured.measure
  WHERE measured.commodity <> 'TOTAL'
)
SELECT
  of_it.assertion AS records,
  CASE WHEN whole.commodity IS NULL AND part.commodity IS NOT NULL THEN 'commodity' ELSE 'partner' END AS part,
  part.indicator || ', ' || coalesce(part.flow || ', ', '') || of_it.period || ': ' || of_it.words || ' '
    || CASE WHEN part.commodity IS NOT NULL AND whole.commodity IS NULL THEN 'of ' || part.commodity
      ELSE 'with ' || part.partner END
    || ' are more than the whole of ' || all_of_it.words AS words
FROM levels AS of_it
JOIN keyed AS part ON part.id = of_it.series
JOIN keyed AS whole
  ON whole.area = part.area AND whole.source = part.source AND whole.indicator = part.indicator
  AND whole.unit = part.unit AND whole.period_kind = part.period_kind
  AND coalesce(whole.flow, '') = coalesce(part.flow, '') AND coalesce(whole.reporter, '') = coalesce(part.reporter, '')
  AND coalesce(whole.route, '') = coalesce(part.route, '') AND coalesce(whole.basis, '') = coalesce(part.basis, '')
  AND (
    (
      part.commodity IS NOT NULL AND part.commodity <> 'TOTAL' AND coalesce(whole.commodity, 'TOTAL') = 'TOTAL'
      AND coalesce(whole.partner, '') = coalesce(part.partner, '')
    )
    OR (
      part.partner IS NOT NULL AND whole.partner IS NULL
      AND coalesce(whole.commodity, '') = coalesce(part.commodity, '')
    )
  )
JOIN levels AS all_of_it ON all_of_it.series = whole.id AND all_of_it.period = of_it.period
WHERE of_it.assertion IS NOT NULL AND coalesce(part.flow, '') <> 'balance'
  AND part.indicator NOT IN ('rank', 'share', 'price')
  AND of_it.low > all_of_it.high
UNION ALL
SELECT
  levels.assertion, 'share', series.basis || ', ' || levels.period || ': a share of ' || levels.words
FROM levels JOIN keyed AS series ON series.id = levels.series
WHERE levels.assertion IS NOT NULL AND series.indicator = 'share' AND series.unit = '%' AND levels.low > 100
UNION ALL
SELECT
  series.source || '; ' || series.area,
  coalesce(series.partner || '/', '') || coalesce(series.flow || '/', '') || added.period,
  coalesce(series.flow, series.indicator) || ' of ' || series.area || coalesce(' with ' || series.partner, '')
    || ', ' || added.period || ': the chapters make ' || CAST(added.value AS TEXT) || ', and the total is ' || CAST(figure.value AS TEXT)
    || ' ' || series.unit || CASE series.decimals WHEN 0 THEN '' ELSE ' at ' || CAST(series.decimals AS TEXT) || ' decimals' END
FROM (
  SELECT chapter.whole, figure.period, sum(figure.value) AS value
  FROM chapter JOIN figure ON figure.series = chapter.id
  WHERE figure.assertion IS NULL
  GROUP BY chapter.whole, figure.period
) AS added
JOIN figure ON figure.series = added.whole AND figure.period = added.period AND figure.ordinal = 1
JOIN keyed AS series ON series.id = added.whole
WHERE added.value > figure.value * 1.01
