"""What growth implies for the period that it is counted from: derived when asked, never stored as if a source told it.

3.7 billion after growth of 20.7 per cent makes 3.07 billion before it, or rather 3.02 to 3.11: 3.7 may be 3.65 to 3.75, and
20.7 may be 20.65 to 20.75. Where the source does not tell what it counts from, nothing is implied.
"""

from __future__ import annotations

from factbase.kinds.views import View
from factbase.query.dimensions import FIGURES, bound, real, rounded
from factbase.query.query import Query
from factbase.rows import Column

COLUMNS = [
    Column("indicator", "code", "What is measured: trade, cargo, ..."),
    Column("subject", "text", "Whose it is, with whom, on which route."),
    Column("area_code", "code", "Whose it is, its key.", shown=False),
    Column("partner_code", "code", "With whom, its key.", shown=False),
    Column("flow", "code", "export, import, turnover, ...", optional=True),
    Column("period", "date", "The period that the growth is counted from."),
    Column("implied", "number", "What is implied for it.", unit_column="unit"),
    Column("low", "number", "The least that it may be, by the digits and hedges of both numbers.", unit_column="unit"),
    Column("high", "number", "The most.", unit_column="unit"),
    Column("unit", "code", "ISO 4217 for money, else a measure: t, kg."),
    Column("certainty", "code", "derived.", shown=False),
    Column("from_period", "date", "The period whose value is told.", shown=False),
    Column("from_value", "number", "That value.", shown=False, unit_column="unit"),
    Column("change", "number", "The growth as told.", shown=False),
    Column("change_kind", "code", "percent, absolute, multiple.", shown=False),
    Column("found", "number", "A figure that the base has for the period.", optional=True, unit_column="unit"),
    Column("agrees", "code", "yes where it lies in the range, no where not.", optional=True),
    Column("difference", "percent", "How far it is from what is implied, in per cent of that.", optional=True),
    Column("found_source", "code", "The source of that figure.", optional=True),
    Column("found_reporter", "code", "Whose statistics it is.", shown=False),
    Column("assertion", "code", "The assertion of the value.", shown=False),
    Column("change_assertion", "code", "The assertion of the growth.", shown=False),
    Column("source", "code", "The source's key.", shown=False),
    Column("citation", "text", "Where the growth is told."),
]
SORT = ("indicator", "subject", "flow", "period", "citation", "found_source", "found_reporter", "found")

_GOODS = "coalesce(nullif({}commodity, 'TOTAL'), '')"
_FAMILY = "CASE {}indicator WHEN 'trade in goods' THEN 'trade' ELSE {}indicator END"
_SAME = f"""
      AND {_FAMILY.format("measure.", "measure.")} = {_FAMILY.format("implied.", "implied.")}
      AND measure.unit = implied.unit AND measure.period_kind = implied.period_kind
      AND {_GOODS.format("series.")} = {_GOODS.format("implied.")}
      AND coalesce(series.route, '') = coalesce(implied.route_code, '')"""
# What is denied, planned or foreseen bears nothing out.
_HAPPENED = """
      AND figure.status NOT IN ('forecast', 'target') AND coalesce(assertion.polarity, 'positive') = 'positive'
      AND coalesce(assertion.modality, 'fact') NOT IN ('plan', 'expectation')"""


def _before(level: str, growth: str) -> str:
    """SQL for the level before growth; NULL where there was nothing left to grow from."""
    return f"""CASE kind
      WHEN 'percent' THEN {level} / nullif(1 + {growth} / 100, 0)
      WHEN 'multiple' THEN {level} / nullif({growth}, 0)
      ELSE {level} - {growth} END"""


def implied(figures: Query) -> Query:
    """The question for what is implied by the growth of the figures that the query leaves."""
    conditions = " AND ".join((*figures.conditions, "coalesce(polarity, 'positive') = 'positive'"))
    level = {
        least: bound("value", "digits", "low", "high", "coalesce(qualifier, '')", least=least)
        for least in (True, False)
    }
    growth = {
        least: bound(
            "change.value", "change.digits", "change.low", "change.high", "coalesce(change.qualifier, '')", least=least
        )
        for least in (True, False)
    }
    select = f"""WITH leveled AS (
  SELECT trade.*, CAST('1e' || decimals AS DOUBLE PRECISION) AS scale, {level[True]} AS least, {level[False]} AS most
  FROM ({FIGURES}
    WHERE figure.series IN (SELECT series FROM change)) AS trade
  WHERE {conditions}
),
grown AS (
  SELECT
    leveled.*, change.kind, change.base_period, change.assertion AS change_assertion,
    leveled.value / scale AS level, leveled.least / scale AS level_low, leveled.most / scale AS level_high,
    {real("change.value", "change.decimals")} AS growth,
    {real(growth[True], "change.decimals")} AS growth_low,
    {real(growth[False], "change.decimals")} AS growth_high
  FROM leveled
  JOIN change ON change.series = leveled.series AND change.period = leveled.period
  JOIN assertion AS told ON told.key = change.assertion AND told.polarity = 'positive'
  WHERE change.base_period IS NOT NULL AND change.base_period <> leveled.period
),
implied AS (
  SELECT grown.*, {_before("level", "growth")} AS before, {_before("level_low", "growth_high")} AS before_low,
    {_before("level_high", "growth_low")} AS before_high
  FROM grown
),
-- A turnover is the same from the side of either.
sides AS (
  SELECT implied.*, coalesce(area_code, '') AS one, coalesce(partner_code, '') AS two FROM implied
  UNION ALL
  SELECT implied.*, coalesce(partner_code, ''), coalesce(area_code, '') FROM implied WHERE flow = 'turnover'
),
found AS (
  SELECT
    implied.change_assertion, {real("figure.value", "series.decimals")} AS value, measure.source, series.reporter
  FROM sides AS implied
  JOIN series_key AS series ON coalesce(series.area, '') = implied.one
    AND coalesce(series.partner, '') = implied.two
  JOIN measure ON measure.id = series.measure
  JOIN figure ON figure.series = series.id AND figure.period = implied.base_period AND figure.value IS NOT NULL
  LEFT JOIN assertion ON assertion.key = figure.assertion
  WHERE coalesce(series.flow, '') = coalesce(implied.flow, ''){_SAME}{_HAPPENED}
  UNION ALL
  -- Exports and imports together, against a turnover.
  SELECT
    implied.change_assertion, {rounded(f"sum({real('figure.value', 'series.decimals')})", "max(series.decimals)")},
    measure.source, series.reporter
  FROM sides AS implied
  JOIN series_key AS series ON coalesce(series.area, '') = implied.one AND coalesce(series.partner, '') = implied.two
  JOIN measure ON measure.id = series.measure
  JOIN figure ON figure.series = series.id AND figure.period = implied.base_period AND figure.value IS NOT NULL
  LEFT JOIN assertion ON assertion.key = figure.assertion
  WHERE implied.flow = 'turnover' AND series.flow IN ('export', 'import'){_SAME}{_HAPPENED}
  GROUP BY implied.change_assertion, measure.source, series.reporter, series.area, series.classification
  HAVING count(*) = 2 AND count(DISTINCT series.flow) = 2
)
SELECT
  implied.indicator,
  substr(
    coalesce(', ' || (SELECT label FROM thing WHERE key = implied.area_code)
      || coalesce(' and ' || (SELECT label FROM thing WHERE key = implied.partner_code), ''), '')
      || coalesce(', ' || (SELECT label FROM thing WHERE key = implied.route_code), '')
      || coalesce(', ' || implied.commodity, '') || coalesce(', ' || implied.basis, ''),
    3
  ) AS subject,
  implied.area_code, implied.partner_code, implied.flow, implied.base_period AS period,
  {rounded("implied.before", "implied.decimals")} AS implied,
  {rounded("implied.before_low", "implied.decimals")} AS low,
  {rounded("implied.before_high", "implied.decimals")} AS high,
  implied.unit, 'derived' AS certainty, implied.period AS from_period, implied.level AS from_value,
  implied.growth AS change, implied.kind AS change_kind, found.value AS found,
  CASE WHEN found.value IS NULL THEN NULL
    WHEN found.value < implied.before_low OR found.value > implied.before_high THEN 'no' ELSE 'yes' END AS agrees,
  CASE WHEN implied.before > 0
    THEN {rounded("100 * found.value / implied.before - 100", "2")} END AS difference,
  found.source AS found_source, found.reporter AS found_reporter, implied.assertion, implied.change_assertion,
  implied.source,
  coalesce((SELECT citation FROM citations WHERE citations.assertion = implied.change_assertion), implied.source)
    AS citation
FROM implied LEFT JOIN found ON found.change_assertion = implied.change_assertion"""
    made = View("trade", "What growth implies for the period before it.", COLUMNS, select)
    return Query("trade", parameters=figures.parameters, made=made, sort=SORT)
