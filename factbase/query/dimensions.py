"""The dimensions by which figures are told apart, and the figures beside them, as a SELECT that conditions apply to."""

from __future__ import annotations

from typing import NamedTuple

from factbase.errors import WrongRequest
from factbase.rows import Column, ColumnType

# One line a figure with a value of its own, in whole numbers. Its columns bear the names that the view `trade` gives
# them, so that its filters fit; no names of actors are joined, and SQLite opens it to the conditions above it.
FIGURES = """
    SELECT
      figure.series, series.measure, measure.source, measure.indicator, measure.basis, measure.unit, measure.period_kind,
      series.area AS area_code, series.partner AS partner_code, series.reporter AS reporter_code,
      series.route AS route_code, series.flow, series.classification, series.commodity, series.decimals,
      figure.period, figure.ordinal, figure.value, figure.low, figure.high, figure.digits, figure.qualifier,
      figure.status AS observation_status, figure.assertion, assertion.certainty, assertion.modality, assertion.polarity
    FROM figure
    JOIN series_key AS series ON series.id = figure.series
    JOIN measure ON measure.id = series.measure
    LEFT JOIN assertion ON assertion.key = figure.assertion"""


class Dimension(NamedTuple):
    """A dimension: the columns of figures that hold it, the first of them its key; and how an answer shows it."""

    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    shown: tuple[str, ...]


def _actor(name: str, description: str, *, optional: bool = False) -> Dimension:
    label = f"(SELECT label FROM thing WHERE key = told.{name}_code)"
    columns = (
        Column(name, "text", description, optional=optional),
        Column(f"{name}_code", "code", "Its key.", shown=False),
    )
    return Dimension((f"{name}_code",), columns, (label, f"told.{name}_code"))


def _plain(name: str, description: str, *, shown: bool = True, optional: bool = False) -> Dimension:
    type: ColumnType = "text" if name == "basis" else "date" if name == "period" else "code"
    return Dimension((name,), (Column(name, type, description, shown, optional),), (f"told.{name}",))


_NAME = (
    "(SELECT description FROM commodity WHERE commodity.classification = told.classification"
    " AND commodity.code = told.commodity)"
)
DIMENSIONS = {
    "source": _plain("source", "The source's key."),
    "indicator": _plain("indicator", "What is measured: trade, trade in goods, cargo, ..."),
    "basis": _plain("basis", "What else defines it: the valuation of a value.", optional=True),
    "area": _actor("area", "Whose trade or cargo it is (SDMX reference area)."),
    "partner": _actor("partner", "With whom (SDMX counterpart area)."),
    "reporter": _actor("reporter", "Whose statistics tell it."),
    "route": _actor("route", "The route that goods are carried on.", optional=True),
    "flow": _plain("flow", "export, import, turnover, transit, ...", optional=True),
    "commodity": Dimension(
        ("commodity", "classification"),
        (
            Column("commodity", "code", "The commodity's code."),
            Column("classification", "code", "Its classification: HS, SITC, ...", shown=False),
            Column("commodity_name", "text", "What the code stands for.", optional=True),
        ),
        ("told.commodity", "told.classification", _NAME),
    ),
    "unit": _plain("unit", "ISO 4217 for money, else a measure: t, kg."),
    "period_kind": _plain("period_kind", "year, quarter, month, ...", shown=False),
    "status": Dimension(
        ("observation_status",),
        (Column("observation_status", "code", "actual, provisional, estimate, ... (SDMX).", usual="actual"),),
        ("told.observation_status",),
    ),
    "period": _plain("period", "When: 2024, 2024-Q3, 2024-09."),
}


def dimensions(words: str, option: str) -> tuple[str, ...]:
    """The dimensions that are named, by commas. Raises WrongRequest for one that there is not."""
    names = tuple(dict.fromkeys(name.strip() for name in words.split(",") if name.strip()))
    for name in names or (words,):
        if name not in DIMENSIONS:
            from factbase.values.name import did_you_mean

            hint = did_you_mean(name, DIMENSIONS, f"one of {', '.join(DIMENSIONS)}")
            raise WrongRequest(f"no such dimension '{name}'", where=option, hint=hint)
    return names


def scale(decimals: str) -> str:
    """SQL for ten to the power of a number of decimals, as a whole number."""
    return f"CAST('1' || substr('000000000000000', 1, {decimals}) AS BIGINT)"


def scaled(value: str, decimals: str, to: str) -> str:
    """SQL for a whole number at more decimals; the database refuses what 64 bits do not hold."""
    factor = scale(f"{to} - {decimals}")
    return (
        f"CASE WHEN abs({value}) <= 9223372036854775807 / {factor} THEN {value} * {factor}"
        f" ELSE abs(-9223372036854775807 - 1 + 0 * {value}) END"
    )


def number(value: str, decimals: str) -> str:
    """SQL for a whole number at so many decimals as people write it, exact: as text where a double would round it.

    A double keeps any fifteen digits. PostgreSQL has one type for all: DECIMAL_TEXT is NUMERIC there, and text in SQLite.
    """
    factor = scale(decimals)
    return f"""CASE
      WHEN {value} % {factor} = 0 THEN {value} / {factor}
      WHEN abs({value}) < 1000000000000000 THEN {value} / CAST('1e' || {decimals} AS DOUBLE PRECISION)
      ELSE CAST(CAST({value} / {factor} AS TEXT) || '.'
        || rtrim(substr(CAST({factor} + abs({value}) % {factor} AS TEXT), 2), '0') AS DECIMAL_TEXT) END"""


def real(value: str, decimals: str) -> str:
    """SQL for a whole number at so many decimals as a double, to reckon with."""
    return f"CAST({value} AS DOUBLE PRECISION) / CAST('1e' || {decimals} AS DOUBLE PRECISION)"


def rounded(value: str, decimals: str) -> str:
    """SQL for a double at so many decimals. Only what PostgreSQL calls NUMERIC is rounded at decimals there."""
    return f"CAST(round(CAST({value} AS NUMERIC), CAST({decimals} AS INTEGER)) AS DOUBLE PRECISION)"


def bound(value: str, digits: str, low: str, high: str, qualifier: str, *, least: bool) -> str:
    """SQL for the least or the most that a number may be, in its own decimals; NULL where it is open."""
    half = f"CASE WHEN {digits} IS NULL THEN 0 ELSE CAST('1e' || (length(CAST(abs({value}) AS TEXT)) - {digits}) AS DOUBLE PRECISION) / 2 END"
    stated, open_to, sign = (
        (low, "'less than', 'at most', 'up to'", "-") if least else (high, "'more than', 'at least'", "+")
    )
    closed = "'more than', 'at least'" if least else "'less than', 'at most', 'up to'"
    return f"""CASE WHEN {stated} IS NOT NULL THEN {stated}
      WHEN {value} IS NULL OR {qualifier} IN ({open_to}) THEN NULL
      WHEN {qualifier} IN ({closed}) THEN {value} ELSE {value} {sign} {half} END"""
