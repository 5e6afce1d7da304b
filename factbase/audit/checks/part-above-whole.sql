-- part-above-whole (error): A part is larger than its whole.
--
-- Look for a slip in the part or the whole, or for a part that is counted in another period or by another definition.
--
-- A commodity or a partner that a document tells is held against the whole of the same source; chapters of a data set
-- are added up, and may exceed the total by one per cent; a share of a whole is at most 100 per cent.
SELECT
  of_it.assertion AS records,
  CASE WHEN whole.commodity IS NULL AND part.commodity IS NOT NULL THEN 'commodity' ELSE 'partner' END AS part,
  part.indicator || ', ' || coalesce(part.flow || ', ', '') || of_it.period || ': ' || of_it.words || ' '
    || CASE WHEN part.commodity IS NOT NULL AND whole.commodity IS NULL THEN 'of ' || part.commodity
      ELSE 'with ' || part.partner END
    || ' are more than the whole of ' || all_of_it.words AS words
FROM levels AS of_it
JOIN series AS part ON part.id = of_it.series
JOIN series AS whole
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
WHERE of_it.assertion IS NOT NULL AND part.flow <> 'balance' AND part.indicator NOT IN ('rank', 'share', 'price')
  AND of_it.low > all_of_it.high
UNION ALL
SELECT
  levels.assertion, 'share', series.basis || ', ' || levels.period || ': a share of ' || levels.words
FROM levels JOIN series ON series.id = levels.series
WHERE levels.assertion IS NOT NULL AND series.indicator = 'share' AND series.unit = '%' AND levels.low > 100
UNION ALL
SELECT
  chapters.source || '; ' || chapters.area,
  coalesce(chapters.partner || '/', '') || chapters.flow || '/' || chapters.period,
  chapters.flow || ' of ' || chapters.area || coalesce(' with ' || chapters.partner, '') || ', ' || chapters.period
    || ': the chapters make ' || CAST(chapters.value AS TEXT) || ' ' || chapters.unit || ', and the total is '
    || levels.words
FROM (
  SELECT
    series.source, series.indicator, series.area, series.partner, series.reporter, series.flow, series.basis, series.unit,
    levels.period, sum(levels.low) AS value
  FROM series JOIN levels ON levels.series = series.id
  WHERE series.classification IS NOT NULL AND length(series.commodity) = 2 AND series.flow IS NOT NULL
    AND levels.assertion IS NULL
  GROUP BY
    series.source, series.indicator, series.area, series.partner, series.reporter, series.flow, series.basis, series.unit,
    levels.period
) AS chapters
JOIN series AS whole
  ON whole.area = chapters.area AND coalesce(whole.partner, '') = coalesce(chapters.partner, '')
  AND whole.source = chapters.source AND whole.indicator = chapters.indicator AND whole.flow = chapters.flow
  AND whole.unit = chapters.unit AND coalesce(whole.reporter, '') = coalesce(chapters.reporter, '')
  AND coalesce(whole.basis, '') = coalesce(chapters.basis, '') AND coalesce(whole.commodity, 'TOTAL') = 'TOTAL'
JOIN levels ON levels.series = whole.id AND levels.period = chapters.period
WHERE chapters.value > levels.high * 1.01
