-- components-against-total (error): Exports and imports do not make the turnover, or the balance, that one source tells.
--
-- Look for a slip in one of the three, a rounded figure that was taken for exact, or flows of different valuations.
--
-- Rounding is allowed for, by the digits that each figure has.
SELECT
  coalesce(sold.assertion || '; ' || bought.assertion || '; ' || whole.assertion, total.source || '; ' || total.area)
    AS records,
  CASE WHEN whole.assertion IS NULL OR sold.assertion IS NULL OR bought.assertion IS NULL
    THEN coalesce(total.partner || '/', '') || coalesce(total.commodity || '/', '') || total.flow || '/' || whole.period
  END AS part,
  coalesce(area.label, '') || coalesce(' and ' || partner.label, '') || ', ' || whole.period || ': exports of '
    || sold.words || ' and imports of ' || bought.words || ' do not make a ' || total.flow || ' of ' || whole.words
    AS words
FROM series AS total
JOIN series AS exports
  ON exports.area = total.area AND coalesce(exports.partner, '') = coalesce(total.partner, '')
  AND exports.source = total.source AND exports.indicator = total.indicator AND exports.flow = 'export'
  AND coalesce(exports.reporter, '') = coalesce(total.reporter, '')
  AND coalesce(exports.classification, '') = coalesce(total.classification, '')
  AND coalesce(exports.commodity, '') = coalesce(total.commodity, '')
  AND coalesce(exports.route, '') = coalesce(total.route, '') AND coalesce(exports.basis, '') = coalesce(total.basis, '')
  AND exports.unit = total.unit AND exports.period_kind = total.period_kind
JOIN series AS imports
  ON imports.area = total.area AND coalesce(imports.partner, '') = coalesce(total.partner, '')
  AND imports.source = total.source AND imports.indicator = total.indicator AND imports.flow = 'import'
  AND coalesce(imports.reporter, '') = coalesce(total.reporter, '')
  AND coalesce(imports.classification, '') = coalesce(total.classification, '')
  AND coalesce(imports.commodity, '') = coalesce(total.commodity, '')
  AND coalesce(imports.route, '') = coalesce(total.route, '') AND coalesce(imports.basis, '') = coalesce(total.basis, '')
  AND imports.unit = total.unit AND imports.period_kind = total.period_kind
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
  AND total.flow IN ('turnover', 'balance')
