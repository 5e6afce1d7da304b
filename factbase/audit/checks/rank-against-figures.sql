-- rank-against-figures (warning): A rank among partners is told, and by figures so many partners have more that it cannot be.
--
-- Look whether the rank is of another list (imports, turnover, one commodity), period, or statistics.
--
-- Partners of the same flow, period and area are compared in one source: the one that is ranked, and those above it for
-- sure. Fewer above it than the rank says is no contradiction: a source need not tell of all.
SELECT
  ranked.assertion AS records,
  mine.source AS part,
  'no. ' || CAST(ranked.value AS TEXT) || ' of the partners of ' || area.label || ' by ' || mine.flow || ' in '
    || ranked.period || ' is told of ' || partner.label || ' (' || mine.words || '), and ' || mine.source || ' has '
    || CAST(count(DISTINCT theirs.partner) AS TEXT) || ' with more' AS words
FROM (
  SELECT figure.assertion, figure.value, figure.period, series.area, series.partner, series.flow
  FROM figure
  JOIN keyed AS series ON series.id = figure.series
  JOIN held ON held.assertion = figure.assertion
  WHERE series.indicator = 'rank' AND series.unit = 'rank' AND series.commodity IS NULL AND figure.value > 0
    AND coalesce(figure.qualifier, '') = ''
) AS ranked
JOIN (
  SELECT series.*, levels.period, levels.low, levels.high, levels.words
  FROM keyed AS series JOIN levels ON levels.series = series.id
  WHERE series.indicator IN ('trade', 'trade in goods') AND coalesce(series.commodity, 'TOTAL') = 'TOTAL'
) AS mine
  ON mine.area = ranked.area AND mine.partner = ranked.partner AND mine.flow = ranked.flow AND mine.period = ranked.period
JOIN (
  SELECT series.*, levels.period, levels.low
  FROM keyed AS series JOIN levels ON levels.series = series.id
  WHERE series.indicator IN ('trade', 'trade in goods') AND coalesce(series.commodity, 'TOTAL') = 'TOTAL'
) AS theirs
  ON theirs.area = mine.area AND theirs.source = mine.source AND theirs.indicator = mine.indicator
  AND theirs.flow = mine.flow AND theirs.unit = mine.unit AND theirs.period = mine.period
  AND coalesce(theirs.reporter, '') = coalesce(mine.reporter, '') AND coalesce(theirs.basis, '') = coalesce(mine.basis, '')
  AND theirs.partner <> mine.partner AND theirs.low > mine.high
-- The world and groups of states are no partners in a list of states.
JOIN actor ON actor.key = theirs.partner AND actor.kind = 'state'
JOIN thing AS area ON area.key = ranked.area
JOIN thing AS partner ON partner.key = ranked.partner
GROUP BY ranked.assertion, ranked.value, ranked.period, mine.source, mine.flow, mine.words, area.label, partner.label
HAVING count(DISTINCT theirs.partner) >= ranked.value
