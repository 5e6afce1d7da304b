-- components-against-total (error): Exports and imports do not make the turnover, or the balance, that one source tells.
--
-- Look for a slip in one of the three, a rounded figure that was taken for exact, or flows of different valuations.
--
-- Rounding is allowed for, by the digits that each figure has. Series are matched by all that makes them but the flow,
-- in one text, so that many are matched at once.
WITH flows AS MATERIALIZED (
  SELECT
    series.id, series.source, series.area, series.partner, series.commodity, series.flow,
    series.source || '|' || series.indicator || '|' || coalesce(series.area, '') || '|' || coalesce(series.partner, '')
      || '|' || coalesce(series.reporter, '') || '|' || coalesce(series.classification, '')
      || '|' || coalesce(series.commodity, '') || '|' || coalesce(series.route, '') || '|' || coalesce(series.basis, '')
      || '|' || series.unit || '|' || series.period_kind AS measure
  FROM keyed AS series WHERE series.flow IN ('export', 'import', 'turnover', 'balance')
),
total AS MATERIALIZED (
  SELECT flows.* FROM flows WHERE flows.flow IN ('turnover', 'balance')
)
SELECT
  coalesce(sold.assertion || '; ' || bought.assertion || '; ' || whole.assertion, total.source || coalesce('; ' || total.area, ''))
    AS records,
  CASE WHEN whole.assertion IS NULL OR sold.assertion IS NULL OR bought.assertion IS NULL
    THEN coalesce(total.partner || '/', '') || coalesce(total.commodity || '/', '') || total.flow || '/' || whole.period
  END AS part,
  coalesce(area.label, '') || coalesce(' and ' || partner.label, '') || ', ' || whole.period || ': exports of '
    || sold.words || ' and imports of ' || bought.words || ' do not make a ' || total.flow || ' of ' || whole.words
    AS words
FROM total
JOIN flows AS exports ON exports.measure = total.measure AND exports.flow = 'export'
JOIN flows AS imports ON imports.measure = total.measure AND imports.flow = 'import'
JOIN levels AS whole ON whole.series = total.id
JOIN levels AS sold ON sold.series = exports.id AND sold.period = whole.period
JOIN levels AS bought ON bought.series = imports.id AND bought.period = whole.period
LEFT JOIN thing AS area ON area.key = total.area
LEFT JOIN thing AS partner ON partner.key = total.partner
WHERE CASE total.flow
    WHEN 'turnover' THEN
      CASE WHEN sold.low + bought.low > whole.high + abs(whole.high) * 0.001
        OR sold.high + bought.high < whole.low - abs(whole.low) * 0.001 THEN 1 ELSE 0 END
    WHEN 'balance' THEN
      CASE WHEN sold.low - bought.high > whole.high + abs(whole.high) * 0.001
        OR sold.high - bought.low < whole.low - abs(whole.low) * 0.001 THEN 1 ELSE 0 END
    ELSE 0
  END = 1
