"""The figures and changes of a sheet: what is measured, in which unit, and as which whole numbers it is kept."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from factbase.errors import BadInput
from factbase.exchange.sheet import Item
from factbase.exchange.sheet_base import Row
from factbase.exchange.sheet_draft import Draft
from factbase.exchange.sheet_text import Node
from factbase.exchange.sheet_values import told_period, told_quantity
from factbase.kinds.figure.measure import NEEDS_BASIS
from factbase.values.currency import CURRENCIES
from factbase.values.number import WITH_POINT, Quantity, decimals_of, format_scaled, to_scaled

SERIES = ("indicator", "area", "partner", "reporter", "flow", "classification", "commodity", "route", "basis")
DIMENSIONS = (*SERIES, "unit", "period_kind")
# Those that a measure has; the others make a series of it.
OF_MEASURE = ("source", "indicator", "unit", "period_kind", "basis")
# Series with the dimensions of their measures.
SELECT_SERIES = (
    "SELECT series.*, measure.source, measure.indicator, measure.unit, measure.period_kind, measure.basis"
    " FROM series_key AS series JOIN measure ON measure.id = series.measure"
)
NUMBERS = ("value", "low", "high")
# The unit of an indicator that has only one.
UNITS = {"rank": "rank", "share": "%", "count": "1", "passengers": "1", "population": "1"}
_COUNTED = "write the number alone, and what is counted as the basis"
# The units of a change that are not those of what changes.
OF_CHANGE = ("%", "pp")


class Series:
    """What is measured: its dimensions, and its row if the base has it. What the sheet adds to it waits in `added`."""

    def __init__(self, dimensions: Row, row: Row | None = None) -> None:
        self.dimensions = dimensions
        self.row = row
        # Assertion, its columns with exact numbers, and where the sheet tells it.
        self.added: list[tuple[str, Row, Item]] = []

    @property
    def key(self) -> tuple[Any, ...]:
        """What makes it the same series of its source."""
        return tuple(self.dimensions[name] for name in DIMENSIONS)


class Measures:
    """The series of the document: those that the base has, and those that the sheet adds."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        of_source = f"{SELECT_SERIES} WHERE measure.source = :source ORDER BY series.id"
        known = (Series(row, row) for row in draft.known.ask(of_source, source=draft.source))
        self.series = {series.key: series for series in known}
        # What the figures of the sheet belong to.
        self._levels: dict[Item, Series] = {}

    def series_of(self, number: int) -> Series:
        """The series of that number in the base."""
        return next(series for series in self.series.values() if series.row and series.row["id"] == number)

    def measured(self, item: Item, made: Row) -> tuple[Row, Series] | None:
        """The columns of a figure or a change, with exact numbers, and what it belongs to; None where it is wrong."""
        draft = self.draft
        is_level = item.section.kind == "figure"
        name = "value" if is_level else "change"
        quantity = draft.tried(item, name, lambda: _measured(item.fields[name], made.get("indicator")))
        kind = draft.text(item, "period kind")
        kind = draft.code(item, "period kind", "period_kind", kind) if kind else None
        words = draft.text(item, "period") or ""
        period = draft.tried(item, "period", lambda: told_period(words, kind, draft.published))
        if quantity is None or period is None:
            return None
        self._check_point(item, name)
        dimensions: Row = {dimension: made.get(dimension) for dimension in SERIES} | {"period_kind": period[1]}
        if is_level and dimensions["indicator"] == "count" and quantity.unit == "1":
            dimensions["basis"] = dimensions["basis"] or quantity.unit_text
        if quantity.rate:
            if not is_level and quantity.change != "absolute":
                draft.wrong(
                    item, name, f"is an average {quantity.rate}", "write the number alone, and that as the basis"
                )
                return None
            dimensions["basis"] = _with_rate(dimensions["basis"], quantity.rate)
        self._check(item, dimensions)
        unit = (self._unit if is_level else self._unit_of_change)(item, made.get("unit"), quantity, dimensions)
        if unit is None:
            return None
        columns = {"period": period[0].text, "status": made.get("status", "actual")}
        if unit == "rank" and "digits" not in _spelt(item, name):
            quantity = quantity._replace(digits=0)  # a place in a list is exact
        columns |= self._numbers(item, name, quantity)
        if is_level:
            self._check_level(item, quantity)
        else:
            columns |= {"kind": self._kind_of_change(item, quantity, unit), "base_period": made.get("base_period")}
        series = Series(dimensions | {"unit": unit})
        series = self.series.setdefault(series.key, series)
        if is_level:
            self._levels[item] = series
        return columns, series

    def _check_point(self, item: Item, name: str) -> None:
        """1.250 t are one ton and a quarter, and in a German document 1250."""
        text, language = self.draft.text(item, name) or "", self.draft.language
        point = re.search(r"(?<![0-9.,])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9.,])", text)
        if point and language and language not in WITH_POINT:
            thousands, decimals = point[0].replace(".", ","), point[0].rstrip("0").rstrip(".")
            hint = f"write {thousands}, or, if that is meant, {decimals}"
            self.draft.wrong(
                item, name, f"'{point[0]}' is more than a thousand in a document of language {language}", hint
            )

    def _check(self, item: Item, dimensions: Row) -> None:
        if dimensions["indicator"] in NEEDS_BASIS and not dimensions["basis"]:
            self.draft.wrong(item, "basis", "is missing", NEEDS_BASIS[dimensions["indicator"]])
        commodity, classification = dimensions["commodity"], dimensions["classification"]
        if commodity is None:
            if classification is not None:
                self.draft.wrong(item, "commodity", "is missing", "give the code in that classification")
            return
        rows = self.draft.known.ask(
            "SELECT classification, code FROM commodity WHERE (code = :words OR lower(description) = lower(:words))"
            " AND classification = coalesce(:classification, classification) ORDER BY classification, code",
            words=commodity,
            classification=classification,
        )
        if len(rows) == 1:
            dimensions |= {"classification": rows[0]["classification"], "commodity": rows[0]["code"]}
        else:
            what = f"the base knows {len(rows) or 'no'} commodities '{commodity}'"
            self.draft.wrong(item, "commodity", what, "give classification and code, or tell it in words as the basis")

    def _check_level(self, item: Item, quantity: Quantity) -> None:
        if quantity.change == "multiple" or (self.draft.text(item, "value") or "").startswith("+"):
            self.draft.wrong(
                item, "value", "is a change and no level", "write it as 'change', beside a value or under changes"
            )

    def _numbers(self, item: Item, name: str, quantity: Quantity) -> Row:
        """Value and bounds, which some number of decimals must hold exactly."""
        numbers = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
        self.draft.tried(item, name, lambda: _whole(numbers, _decimals(numbers)))
        qualifier = quantity.qualifier
        if qualifier is not None:
            qualifier = self.draft.code(item, name, "qualifier", qualifier)
        return {**numbers, "qualifier": qualifier, "digits": quantity.digits or None}

    def _unit(self, item: Item, told: str | None, quantity: Quantity, dimensions: Row) -> str | None:
        if told and quantity.unit and told != quantity.unit:
            hint = "leave the unit out, or write the value without one"
            self.draft.wrong(item, "unit", f"is {told}, and the value is in {quantity.unit}", hint)
        unit = told or quantity.unit
        if unit is None and not quantity.unit_text:
            unit = UNITS.get(dimensions["indicator"])
        if unit is not None:
            return self.draft.code(item, "unit", "unit", unit)
        measures = (code for code in self.draft.known.codes("unit") if code not in CURRENCIES)
        what, hint = "is missing", f"a currency of ISO 4217, or one of {', '.join(measures)}"
        if quantity.unit_text:
            what = f"'{quantity.unit_text}' is not one that is known"
            alone = "or write the number alone, with 'unit: other' and the unit as the basis"
            hint = _COUNTED if dimensions["indicator"] == "count" else f"{hint}; {alone}"
        self.draft.wrong(item, "unit", what, hint)
        return None

    def _unit_of_change(self, item: Item, told: str | None, quantity: Quantity, dimensions: Row) -> str | None:
        """The unit of what changed: that of the level beside it, else of the only level of it that is told."""
        if item.within in self._levels:
            return str(self._levels[item.within].dimensions["unit"])
        own = quantity.unit if quantity.unit not in OF_CHANGE else None
        if told or own:
            return self.draft.code(item, "unit", "unit", str(told or own))
        same = (*SERIES, "period_kind")
        alike = (one for one in self.series.values() if all(one.dimensions[name] == dimensions[name] for name in same))
        units = {str(series.dimensions["unit"]) for series in alike}
        if len(units) == 1:
            return units.pop()
        if "unknown" in self.draft.known.codes("unit"):
            return "unknown"
        self.draft.wrong(
            item, "unit", "is missing", "the unit of what grew or fell: USD, t, or 1 for a number of things"
        )
        return None

    def _kind_of_change(self, item: Item, quantity: Quantity, unit: str) -> str:
        if quantity.change == "multiple":
            return "multiple"
        if quantity.unit == "%":
            return "percent"
        if quantity.unit == "pp" and unit != "%":
            self.draft.wrong(item, "change", f"is in percentage points of what is in {unit}", "write it in per cent")
        elif quantity.unit is None and quantity.change is None:
            self.draft.wrong(item, "change", "does not tell in what", "write 20.7%, or the number with its unit")
        elif quantity.unit not in (None, "pp", unit):
            self.draft.wrong(
                item, "change", f"is in {quantity.unit}, and the level in {unit}", "write both in one unit"
            )
        return "absolute"

    def write(self) -> None:
        """Plan what is new, with as many decimals as each series then needs."""
        last = self.draft.known.ask("SELECT max(id) AS id FROM series_key")[0]["id"] or 0
        measures = self._measures()
        for series in self.series.values():
            if not series.added:
                continue
            needed = max((_decimals(columns) for _, columns, _ in series.added if "kind" not in columns), default=0)
            if series.row is None:
                last += 1
                told = {"source": self.draft.source, **series.dimensions}
                of_measure = {name: told.pop(name) for name in OF_MEASURE}
                row = {"id": last, "measure": self._measure(measures, of_measure), **told, "decimals": needed}
                self.draft.add("series_key", **row)
                series.row = row | of_measure
            elif needed > series.row["decimals"]:
                self._widen(series, needed)
            self._add(series)

    def _measures(self) -> dict[tuple[Any, ...], int]:
        """The numbers of the source's measures, by what they measure."""
        rows = self.draft.known.ask("SELECT * FROM measure WHERE source = :source", source=self.draft.source)
        return {tuple(row[name] for name in OF_MEASURE): row["id"] for row in rows}

    def _measure(self, measures: dict[tuple[Any, ...], int], row: Row) -> int:
        """The number of a measure, which is planned if it is new."""
        key = tuple(row[name] for name in OF_MEASURE)
        if key not in measures:
            last = self.draft.known.ask("SELECT max(id) AS id FROM measure")[0]["id"] or 0
            measures[key] = max([last, *measures.values()]) + 1
            self.draft.add("measure", id=measures[key], **row)
        return measures[key]

    def _add(self, series: Series) -> None:
        assert series.row is not None
        number, decimals = series.row["id"], series.row["decimals"]
        told = self.draft.known.ask("SELECT period, ordinal FROM figure WHERE series = :id ORDER BY ordinal", id=number)
        last = {row["period"]: row["ordinal"] for row in told}
        for key, columns, item in series.added:
            if "kind" in columns:
                own = _decimals(columns)
                self.draft.add("change", assertion=key, series=number, **columns | _whole(columns, own), decimals=own)
                continue
            period = columns["period"]
            last[period] = last.get(period, 0) + 1
            whole = self.draft.tried(item, "value", lambda columns=columns: _whole(columns, decimals))  # type: ignore[misc]
            if whole:
                self.draft.add("figure", assertion=key, series=number, ordinal=last[period], **columns | whole)

    def _widen(self, series: Series, decimals: int) -> None:
        """Give a series of the base more decimals; its figures stay the numbers that they are."""
        assert series.row is not None
        for row in self.draft.known.ask("SELECT * FROM figure WHERE series = :id", id=series.row["id"]):
            key = {name: row[name] for name in ("series", "period", "ordinal")}
            try:
                wide = _whole(exact(row, series.row["decimals"]), decimals)
            except BadInput as error:
                _, _, item = series.added[0]
                self.draft.wrong(
                    item, "value", f"cannot stand in one series with {row['period']}: {error.what}", error.hint
                )
                return
            self.draft.plan.amendments.append(("figure", key, wide))
        self.draft.plan.amendments.append(("series_key", {"id": series.row["id"]}, {"decimals": decimals}))
        series.row = series.row | {"decimals": decimals}


def _measured(node: Node, indicator: str | None) -> Quantity:
    try:
        return told_quantity(node)
    except BadInput as error:
        if indicator == "rank":
            raise BadInput(error.what.removesuffix(" with its unit"), hint="write the place in digits: 2") from None
        if not error.what.endswith("tells no number"):
            raise
        hint = "without one it is no figure: tell it in a statement, or write a bound: more than 10 million"
        raise BadInput(error.what, hint=hint) from None


def _with_rate(basis: str | None, rate: str) -> str:
    """The basis, and in it what a rate is for."""
    return basis if basis and rate in basis else f"{basis}, {rate}" if basis else rate


def _spelt(item: Item, name: str) -> dict[str, Node]:
    told = item.fields[name].value
    return told if isinstance(told, dict) else {}


def exact(row: Row, decimals: int) -> Row:
    """The numbers of a row of the base as what they stand for."""
    return {name: None if row[name] is None else Decimal(format_scaled(row[name], decimals)) for name in NUMBERS}


def _decimals(columns: Row) -> int:
    return max((decimals_of(columns[name]) for name in NUMBERS if columns[name] is not None), default=0)


def _whole(columns: Row, decimals: int) -> Row:
    """The numbers at so many decimals. Raises BadInput where they do not fit."""
    return {name: None if columns[name] is None else to_scaled(columns[name], decimals) for name in NUMBERS}
