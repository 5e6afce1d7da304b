"""Mirror statistics: what each side of a flow reports of it, and the gap between them."""

from __future__ import annotations

from factbase.kinds.views import View
from factbase.query.dimensions import FIGURES, number, rounded, scaled
from factbase.query.query import Query
from factbase.rows import Column
from factbase.store.lookup import find
from factbase.store.reading import Reader

COLUMNS = [
    Column("exporter", "text", "Whose exports they are; of a turnover, the one side."),
    Column("exporter_code", "code", "Its key.", shown=False),
    Column("importer", "text", "Whose imports they are; of a turnover, the other side."),
    Column("importer_code", "code", "Its key.", shown=False),
    Column("flow", "code", "turnover, where each side tells exports and imports together.", optional=True),
    Column("commodity", "code", "The commodity's code; TOTAL for all goods."),
    Column("classification", "code", "The classifications that the two use.", shown=False),
    Column("commodity_name", "text", "What the code stands for.", optional=True),
    Column("period", "date", "When."),
    Column("exported", "number", "What the exporter reports as sold, or the one side as turnover.", unit_column="unit"),
    Column(
        "imported", "number", "What the importer reports as bought, or the other side as turnover.", unit_column="unit"
    ),
    Column("gap", "number", "The second less the first.", unit_column="unit"),
    Column("percent", "percent", "The gap in per cent of the first."),
    Column("unit", "code", "ISO 4217 for money, else a measure: kg."),
    Column(
        "valuation", "text", "What the valuations explain: imports with insurance and freight (CIF).", optional=True
    ),
    Column("indicator", "code", "What is measured.", shown=False),
    Column("source", "code", "The source of the exports."),
    Column("other_source", "code", "The source of the imports.", shown=False),
]
SORT = ("exporter", "flow", "indicator", "unit", "commodity", "source", "other_source", "period")

# A line has the same goods of one period, by the same source where it has both sides. A turnover goes both ways: it is
# of the side whose statistics tell it.
_WHOSE = "coalesce(reporter_code, area_code)"
_SIDE = f"""SELECT
    {_WHOSE} AS area_code, CASE {_WHOSE} WHEN area_code THEN partner_code ELSE area_code END AS partner_code,
    CASE flow WHEN 'turnover' THEN flow ELSE '' END AS flow, indicator,
    coalesce(commodity, 'TOTAL') AS commodity, classification, period, period_kind, unit, source, basis, decimals, value
  FROM ({FIGURES}
    WHERE figure.series IN (
      SELECT id FROM series_key WHERE coalesce(area, '') = :one AND coalesce(partner, '') = :two
      UNION ALL SELECT id FROM series_key WHERE coalesce(area, '') = :two AND coalesce(partner, '') = :one
    )) AS told
  WHERE (flow = '{{flow}}' AND {_WHOSE} = area_code OR flow = 'turnover' AND {_WHOSE} = :{{turned}}) AND value IS NOT NULL
    AND coalesce(polarity, 'positive') = 'positive' AND ordinal = 1"""


def mirror(reader: Reader, one: str, two: str) -> Query:
    """The question for both flows between two actors, told from both sides.

    Raises WrongRequest for an actor that there is not, or one that is named twice.
    """
    from factbase.errors import WrongRequest

    keys = [find(reader, name, ("actor",), where="mirror") for name in (one, two)]
    if keys[0] == keys[1]:
        raise WrongRequest("both names mean one actor", where="mirror", hint="name two")
    made = View("mirror", "What each side reports of one flow.", COLUMNS, _SELECT)
    return Query("mirror", parameters={"one": keys[0], "two": keys[1]}, made=made, sort=SORT)


_MOST = "CASE WHEN sold.decimals > bought.decimals THEN sold.decimals ELSE bought.decimals END"
_SELECT = f"""WITH sold AS (
  {_SIDE.format(flow="export", turned="one")}
),
bought AS (
  {_SIDE.format(flow="import", turned="two")}
),
paired AS (
  SELECT
    sold.area_code AS exporter_code, sold.partner_code AS importer_code, sold.flow, sold.indicator, sold.commodity,
    sold.period, sold.unit, sold.source, bought.source AS other_source, sold.basis AS sold_basis,
    bought.basis AS bought_basis, sold.classification, bought.classification AS other_classification, {_MOST} AS most,
    {scaled("sold.value", "sold.decimals", f"({_MOST})")} AS exported,
    {scaled("bought.value", "bought.decimals", f"({_MOST})")} AS imported
  FROM sold JOIN bought
    ON bought.area_code = sold.partner_code AND bought.partner_code = sold.area_code
    AND bought.flow = sold.flow AND bought.indicator = sold.indicator AND bought.commodity = sold.commodity
    AND bought.period = sold.period AND bought.period_kind = sold.period_kind AND bought.unit = sold.unit
  WHERE sold.source = bought.source OR NOT EXISTS (
    SELECT 1 FROM bought AS own
    WHERE own.area_code = bought.area_code AND own.flow = sold.flow AND own.indicator = sold.indicator
      AND own.commodity = sold.commodity AND own.period = sold.period AND own.unit = sold.unit AND own.source = sold.source
  )
)
SELECT
  (SELECT label FROM thing WHERE key = exporter_code) AS exporter, exporter_code,
  (SELECT label FROM thing WHERE key = importer_code) AS importer, importer_code,
  nullif(flow, '') AS flow, commodity,
  CASE WHEN coalesce(classification, '') = coalesce(other_classification, '') THEN classification
    ELSE coalesce(classification, 'none') || ' and ' || coalesce(other_classification, 'none') END AS classification,
  (SELECT description FROM commodity AS named
    WHERE named.classification = paired.classification AND named.code = paired.commodity) AS commodity_name,
  period,
  {number("exported", "most")} AS exported,
  {number("imported", "most")} AS imported,
  {number("(imported - exported)", "most")} AS gap,
  CASE WHEN exported > 0
    THEN {rounded("100.0 * (imported - exported) / exported", "2")} END AS percent,
  unit,
  CASE
    WHEN bought_basis = 'CIF' AND sold_basis = 'FOB' AND imported > exported
      THEN 'CIF against FOB: freight and insurance explain a part'
    WHEN bought_basis = 'CIF' AND sold_basis = 'FOB' THEN 'CIF against FOB: the gap is wider than it seems'
    WHEN coalesce(sold_basis, '') = coalesce(bought_basis, '') THEN NULL
    ELSE coalesce(bought_basis, 'not told') || ' against ' || coalesce(sold_basis, 'not told')
  END AS valuation,
  indicator, source, other_source
FROM paired"""
