-- mirror-gap (note): What one state reports as exports to another differs much from what the other reports as imports.
--
-- Re-exports, goods in transit, confidential trade, other years of recording; say which one you use, and do not mix them.
--
-- Imports include freight and insurance, which explains up to a fifth: a gap is told where imports are more than 30 per
-- cent above exports, or exports more than 20 per cent above imports, and the smaller is over a million. All goods, in
-- years, a line for two states.
SELECT
  gap.exporter || '; ' || gap.importer AS records,
  gap.unit AS part,
  seller.label || ' to ' || buyer.label || ': ' || CAST(count(DISTINCT gap.period) AS TEXT)
    || CASE count(DISTINCT gap.period) WHEN 1 THEN ' year' ELSE ' years' END
    || ' from ' || min(gap.period) || ' to ' || max(gap.period)
    || ' with a gap; the last: exports of ' || (
      substr(max(gap.period || ' ' || gap.told), length(max(gap.period)) + 2)
    ) AS words
FROM (
  SELECT
    exports.area AS exporter, exports.partner AS importer, exports.unit, sold.period,
    sold.words || ' (' || exports.source || '), imports of ' || bought.words || ' (' || imports.source || ')' AS told
  FROM keyed AS exports
  JOIN keyed AS imports
    ON imports.area = exports.partner AND imports.partner = exports.area AND imports.flow = 'import'
    AND imports.indicator = exports.indicator AND imports.unit = exports.unit
    AND coalesce(imports.commodity, 'TOTAL') = 'TOTAL' AND imports.period_kind = 'year'
    AND imports.reporter = imports.area
  JOIN levels AS sold ON sold.series = exports.id
  JOIN levels AS bought ON bought.series = imports.id AND bought.period = sold.period
  WHERE exports.flow = 'export' AND exports.reporter = exports.area AND exports.period_kind = 'year'
    AND coalesce(exports.commodity, 'TOTAL') = 'TOTAL' AND exports.indicator IN ('trade', 'trade in goods')
    AND (bought.low > sold.high * 1.3 OR sold.low > bought.high * 1.2)
    AND sold.low > 1000000 AND bought.low > 1000000
) AS gap
JOIN thing AS seller ON seller.key = gap.exporter
JOIN thing AS buyer ON buyer.key = gap.importer
GROUP BY gap.exporter, gap.importer, gap.unit, seller.label, buyer.label
