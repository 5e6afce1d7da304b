-- keyed: series with all their dimensions, those of their measures too.
SELECT
  series_key.id, measure.source, measure.indicator, series_key.area, series_key.partner, series_key.reporter, series_key.flow,
  series_key.classification, series_key.commodity, series_key.route, measure.basis, measure.unit, measure.period_kind,
  series_key.decimals
FROM series_key
JOIN measure ON measure.id = series_key.measure
