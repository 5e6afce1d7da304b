"""Figures against figures: what several sources tell of one thing in one period, and what their disagreement is.

Most disagreements are no contradictions: two reporters see one flow from two sides, 3.7 and 3.74 billion are two
precisions, 'more than' meets 'nearly', CIF is not FOB, and two papers that relay one ministry are one voice.
"""

from __future__ import annotations

from factbase.kinds.views import View
from factbase.query.dimensions import FIGURES, bound, rounded
from factbase.query.filters import OfSeries
from factbase.query.query import Query
from factbase.rows import Column
from factbase.store.reading import Reader

KINDS = {
    "contradiction": "Different values for one thing.",
    "viewpoint": "The statistics of two reporters, or of one that is not told.",
    "precision": "One value is the other, rounded.",
    "hedges": "Hedges that overlap: 'more than' one number and 'nearly' another.",
    "definition": "Not the same is measured: goods, or goods and services; CIF, or FOB; actual, or forecast.",
    "one origin": "One origin told twice.",
    "transmission": "Lost or garbled on the way: a verdict says so, or one origin is told with two values.",
    "dispute": "A verdict says that it is disputed.",
}
COLUMNS = [
    Column(
        "kind", "code", "contradiction, viewpoint, precision, hedges, definition, one origin, transmission, dispute."
    ),
    Column("indicator", "code", "What is measured: trade in goods, ..."),
    Column("subject", "text", "Whose it is, and with whom."),
    Column("area_code", "code", "Whose it is, its key.", shown=False),
    Column("partner_code", "code", "With whom, its key.", shown=False),
    Column("flow", "code", "export, import, turnover, ...", optional=True),
    Column("commodity", "code", "The commodity's code.", optional=True),
    Column("period", "date", "When."),
    Column("qualifier", "code", "The hedge of the one: about, more than, ...", optional=True),
    Column("value", "number", "What one source tells; empty where it tells bounds alone.", unit_column="unit"),
    Column("low", "number", "The lower bound that it states.", optional=True, unit_column="unit"),
    Column("high", "number", "The upper bound that it states.", optional=True, unit_column="unit"),
    Column("other_qualifier", "code", "The hedge of the other.", optional=True),
    Column(
        "other_value",
        "number",
        "What the other tells; exports and imports together against a turnover.",
        unit_column="unit",
    ),
    Column("other_low", "number", "The lower bound that the other states.", optional=True, unit_column="unit"),
    Column("other_high", "number", "The upper bound that the other states.", optional=True, unit_column="unit"),
    Column("unit", "code", "ISO 4217 for money, else a measure: t, kg."),
    Column("spread", "number", "How much the greater is above the smaller, in per cent of the smaller."),
    Column("reporter_code", "code", "Whose statistics one is.", shown=False),
    Column("other_reporter_code", "code", "Whose statistics the other is.", shown=False),
    Column("basis", "text", "What else defines the one.", shown=False),
    Column("other_basis", "text", "What else defines the other.", shown=False),
    Column("assertion", "code", "The assertion of the one, where it is an article's.", shown=False),
    Column("other_assertion", "code", "The assertion of the other.", shown=False),
    Column("source", "code", "The source of the one."),
    Column("other_source", "code", "The source of the other."),
]

_GOODS = "coalesce(nullif(series.commodity, 'TOTAL'), '')"
_FAMILY = "CASE measure.indicator WHEN 'trade in goods' THEN 'trade' ELSE measure.indicator END"
# All trade with the world is that for which no partner is told.
_PARTNER = "CASE WHEN series.partner IN (SELECT key FROM actor WHERE m49 = '001') THEN '' ELSE coalesce(series.partner, '') END"
_SERIES = f"""
  SELECT
    series.id AS series, measure.source, coalesce(series.area, '') AS area, {_PARTNER} AS partner, series.reporter,
    coalesce(series.flow, '') AS flow, series.classification, {_GOODS} AS goods, coalesce(series.route, '') AS route,
    {_FAMILY} AS family, measure.unit, measure.period_kind
  FROM series_key AS series JOIN measure ON measure.id = series.measure"""
# As in the view of claims: the bounds that the source states, else what the digits and the hedge leave open.
_LEAST, _MOST = (
    bound("value", "significant", "low", "high", "coalesce(qualifier, '')", least=least) for least in (True, False)
)
# Statistics are published in thousands and millions: so many zeros at the end of a number are no digits of it, but for four.
_WRITTEN = "CAST(abs(figures.value) AS TEXT)"
_WITHOUT_ZEROS = f"length(rtrim({_WRITTEN}, '0'))"
_SIGNIFICANT = f"""CASE WHEN figures.assertion IS NULL AND length({_WRITTEN}) - {_WITHOUT_ZEROS} >= 3 + figures.decimals
      THEN CASE WHEN {_WITHOUT_ZEROS} < 4 THEN 4 ELSE {_WITHOUT_ZEROS} END END"""
_KEY = "area, partner, flow, goods, route, family, unit, period_kind"


def conflicts(reader: Reader, actors: list[str]) -> Query:
    """The question for pairs of figures of one thing and one period that differ, each pair once.

    Raises WrongRequest for an actor that there is not.
    """
    query = OfSeries("").apply(Query("trade"), actors, reader, "conflicts") if actors else Query("trade")
    concerned = f"WHERE {' AND '.join(query.conditions)}".replace("_code", "") if actors else ""
    data_sets = "SELECT count(DISTINCT measure.source) FROM total JOIN measure ON measure.id = total.measure"
    ((number,),) = reader.rows(data_sets)
    several = int(str(number)) > 1
    made = View("conflicts", "Figures of one thing that differ.", COLUMNS, _select(concerned, several=several))
    return Query("conflicts", parameters=query.parameters, made=made, sort=SORT)


_SUMS = ", ".join(rounded(f"sum(bounded.{one})", "max(bounded.decimals)") for one in ("told", "least", "most"))
_SPREAD = rounded("100.0 * abs(told - other_told) / CASE WHEN told < other_told THEN told ELSE other_told END", "2")
SORT = (
    *("indicator", "subject", "flow", "commodity", "period", "source", "other_source"),
    *("reporter_code", "other_reporter_code", "assertion", "other_assertion", "value", "other_value"),
    *("low", "other_low"),
)


def _select(concerned: str, *, several: bool) -> str:
    # Only series that several sources have matter. Those of articles are few, and lead to the others by an index.
    shared = f"""
  SELECT series FROM (
    SELECT series, min(source) OVER (PARTITION BY {_KEY}) AS first, max(source) OVER (PARTITION BY {_KEY}) AS last
    FROM ({_SERIES}) AS every {concerned}
  ) AS every WHERE first <> last
  UNION"""
    return f"""WITH worded AS (
  SELECT * FROM ({_SERIES}
    WHERE series.id IN (SELECT figure.series FROM figure WHERE figure.assertion IS NOT NULL)) AS worded {concerned}
),
wanted AS ({shared if several else ""}
  SELECT series FROM worded
  UNION
  SELECT series.id FROM worded JOIN series_key AS series
    ON coalesce(series.area, '') = worded.area AND coalesce(series.partner, '') = worded.partner
  WHERE {_GOODS} = worded.goods AND coalesce(series.flow, '') = worded.flow
  UNION
  SELECT series.id FROM worded JOIN actor ON actor.m49 = '001' JOIN series_key AS series
    ON coalesce(series.area, '') = worded.area AND coalesce(series.partner, '') = actor.key
  WHERE worded.partner = '' AND {_GOODS} = worded.goods AND coalesce(series.flow, '') = worded.flow
),
-- The parts of a turnover, from the side of either.
parts AS (
  SELECT worded.area, worded.partner, series.id AS series FROM worded JOIN series_key AS series
    ON coalesce(series.area, '') = worded.area AND coalesce(series.partner, '') = worded.partner
  WHERE worded.flow = 'turnover' AND {_GOODS} = worded.goods AND series.flow IN ('export', 'import')
  UNION
  SELECT worded.area, worded.partner, series.id FROM worded JOIN series_key AS series
    ON coalesce(series.area, '') = worded.partner AND coalesce(series.partner, '') = worded.area
  WHERE worded.flow = 'turnover' AND {_GOODS} = worded.goods AND series.flow IN ('export', 'import', 'turnover')
),
bounded AS (
  SELECT
    figures.*, value / scale AS told, low / scale AS stated_low, high / scale AS stated_high, ({_LEAST}) / scale AS least, ({_MOST}) / scale AS most
  FROM (
    SELECT figures.*, CAST('1e' || figures.decimals AS DOUBLE PRECISION) AS scale,
      coalesce(figures.digits, {_SIGNIFICANT}) AS significant
    FROM ({FIGURES}
      WHERE figure.series IN (SELECT series FROM wanted UNION SELECT series FROM parts)) AS figures
    WHERE coalesce(figures.polarity, 'positive') = 'positive'
  ) AS figures
),
told AS (
  SELECT
    bounded.source, bounded.indicator, keyed.area, keyed.partner, keyed.flow, keyed.goods, keyed.route, keyed.family,
    bounded.unit, bounded.period_kind, bounded.period, bounded.basis, bounded.classification, bounded.reporter_code,
    bounded.observation_status, bounded.assertion, bounded.qualifier, bounded.told, bounded.least, bounded.most,
    bounded.stated_low, bounded.stated_high, 0 AS summed
  FROM bounded JOIN ({_SERIES}) AS keyed ON keyed.series = bounded.series
  WHERE bounded.series IN (SELECT series FROM wanted)
  UNION ALL
  SELECT
    bounded.source, bounded.indicator, parts.area, parts.partner, 'turnover', {_GOODS.replace("series.", "bounded.")},
    coalesce(bounded.route_code, ''),
    CASE bounded.indicator WHEN 'trade in goods' THEN 'trade' ELSE bounded.indicator END, bounded.unit,
    bounded.period_kind, bounded.period, CASE WHEN min(bounded.basis) < max(bounded.basis)
      THEN min(bounded.basis) || ' and ' || max(bounded.basis) ELSE min(bounded.basis) END, max(bounded.classification), bounded.reporter_code,
    bounded.observation_status, NULL, NULL, {_SUMS}, NULL, NULL, 1
  FROM parts JOIN bounded ON bounded.series = parts.series
  WHERE bounded.assertion IS NULL
  GROUP BY
    bounded.source, bounded.indicator, parts.area, parts.partner, bounded.area_code, bounded.commodity,
    bounded.route_code, bounded.unit, bounded.period_kind, bounded.period, bounded.reporter_code,
    bounded.observation_status
  HAVING count(DISTINCT bounded.flow) = 2 OR min(bounded.flow) = 'turnover'
),
compared AS (
  SELECT
    one.*, two.source AS other_source, two.told AS other_told, two.least AS other_least, two.most AS other_most,
    two.reporter_code AS other_reporter, two.basis AS other_basis, two.classification AS other_classification,
    two.indicator AS other_indicator, two.observation_status AS other_status, two.assertion AS other_assertion,
    two.qualifier AS other_qualifier, two.stated_low AS other_low, two.stated_high AS other_high,
    two.summed AS other_summed,
    CASE WHEN (one.least IS NULL OR two.most IS NULL OR one.least <= two.most)
      AND (two.least IS NULL OR one.most IS NULL OR two.least <= one.most) THEN 1 ELSE 0 END AS compatible
  FROM told AS one JOIN told AS two
    ON two.area = one.area AND two.partner = one.partner AND two.flow = one.flow AND two.goods = one.goods
    AND two.route = one.route AND two.family = one.family AND two.unit = one.unit
    AND two.period_kind = one.period_kind AND two.period = one.period
  WHERE one.source < two.source
    AND (coalesce(one.told <> two.told, 1 = 1) OR coalesce(one.qualifier, '') <> coalesce(two.qualifier, ''))
    AND (one.summed = 0 OR two.assertion IS NOT NULL) AND (two.summed = 0 OR one.assertion IS NOT NULL)
),
whose AS MATERIALIZED (SELECT assertion, origin_code FROM origins),
judged AS (
  SELECT
    compared.*,
    (SELECT count(*) FROM assessment
      WHERE assessment.assertion IN (compared.assertion, compared.other_assertion)
        AND assessment.verdict IN ('doubtful', 'contradicted')) AS doubts,
    (SELECT count(*) FROM assessment
      WHERE assessment.assertion IN (compared.assertion, compared.other_assertion)
        AND assessment.verdict = 'disputed') AS disputes,
    CASE WHEN compared.assertion IS NOT NULL AND compared.other_assertion IS NOT NULL
      THEN (SELECT count(*) FROM whose AS one JOIN whose AS two ON two.origin_code = one.origin_code
        WHERE one.assertion = compared.assertion AND two.assertion = compared.other_assertion) ELSE 0 END AS origin
  FROM compared
)
SELECT
  CASE
    WHEN compatible = 1 AND origin > 0 THEN 'one origin'
    WHEN compatible = 1 AND (told IS NULL OR other_told IS NULL OR qualifier IS NOT NULL OR other_qualifier IS NOT NULL)
      THEN 'hedges'
    WHEN compatible = 1 THEN 'precision'
    WHEN disputes > 0 THEN 'dispute'
    WHEN doubts > 0 OR origin > 0 THEN 'transmission'
    WHEN coalesce(reporter_code, '') <> coalesce(other_reporter, '') THEN 'viewpoint'
    WHEN indicator <> other_indicator OR lower(coalesce(basis, '')) <> lower(coalesce(other_basis, ''))
      OR coalesce(classification, '') <> coalesce(other_classification, '') AND goods <> ''
      OR observation_status <> other_status THEN 'definition'
    ELSE 'contradiction'
  END AS kind,
  indicator,
  substr(coalesce(', ' || (SELECT label FROM thing WHERE key = area), '')
    || coalesce(CASE area WHEN '' THEN ', ' ELSE ' and ' END || (SELECT label FROM thing WHERE key = partner), '')
    || coalesce(', ' || (SELECT label FROM thing WHERE key = route), ''), 3) AS subject,
  nullif(area, '') AS area_code, nullif(partner, '') AS partner_code, nullif(flow, '') AS flow,
  nullif(goods, '') AS commodity, period,
  qualifier, told AS value, stated_low AS low, stated_high AS high,
  other_qualifier, other_told AS other_value, other_low, other_high, unit,
  CASE WHEN told > 0 AND other_told > 0 THEN {_SPREAD} END AS spread,
  reporter_code, other_reporter AS other_reporter_code, basis, other_basis, assertion, other_assertion,
  source, other_source
FROM judged"""
