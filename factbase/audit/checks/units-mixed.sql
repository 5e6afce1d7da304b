-- units-mixed (warning): One source measures the same in two currencies or units, some periods in one and some in the other.
--
-- Look for a slip in the unit; figures in two units cannot be compared, and are never converted here.
--
-- A source that gives the same period in both ('3.7 billion dollars, 3.4 billion euros') mixes nothing.
SELECT
  one.source || coalesce('; ' || one.area, '') AS records,
  coalesce(one.partner || '/', '') || one.indicator || '/' || coalesce(one.flow || '/', '')
    || coalesce(one.commodity || '/', '') || coalesce(one.route || '/', '') || coalesce(one.basis || '/', '')
    || one.period_kind || '/' || one.unit || '-' || two.unit AS part,
  one.indicator || coalesce(', ' || one.flow, '') || coalesce(', ' || one.area, '') || coalesce(' and ' || one.partner, '')
    || coalesce(', ' || one.commodity, '') || ' is told in ' || one.unit || ' (' || (
      SELECT min(figure.period) FROM figure WHERE figure.series = one.id
    ) || ') and in ' || two.unit || ' (' || (SELECT min(figure.period) FROM figure WHERE figure.series = two.id) || ') by '
    || one.source AS words
FROM keyed AS one
JOIN unit AS first ON first.code = one.unit
JOIN keyed AS two
  ON two.source = one.source AND two.indicator = one.indicator AND coalesce(two.area, '') = coalesce(one.area, '')
  AND coalesce(two.partner, '') = coalesce(one.partner, '') AND coalesce(two.reporter, '') = coalesce(one.reporter, '')
  AND coalesce(two.flow, '') = coalesce(one.flow, '') AND coalesce(two.classification, '') = coalesce(one.classification, '')
  AND coalesce(two.commodity, '') = coalesce(one.commodity, '') AND coalesce(two.route, '') = coalesce(one.route, '')
  AND coalesce(two.basis, '') = coalesce(one.basis, '') AND two.period_kind = one.period_kind AND one.unit < two.unit
JOIN unit AS second ON second.code = two.unit AND second.measure = first.measure
WHERE first.measure NOT IN ('rank', 'ratio')
  AND EXISTS (SELECT 1 FROM figure WHERE figure.series = one.id)
  AND EXISTS (SELECT 1 FROM figure WHERE figure.series = two.id)
  AND NOT EXISTS (
    SELECT 1 FROM figure AS mine JOIN figure AS theirs ON theirs.series = two.id AND theirs.period = mine.period
    WHERE mine.series = one.id
  )
