"""SDMX-CSV 1.0 and 2.0: an observation a row, its dimensions in columns named by the data structure.

What is measured is told by all dimensions that the base has no place for: they make the basis of a series.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factbase.exchange.draft import Draft, Told, cross
from factbase.journal.bulk import NewSource
from factbase.kinds.figure.measure import Measure
from factbase.values.name import slug
from factbase.values.unit import CURRENCIES

_STATUS = {
    "": "actual", "A": "actual", "P": "provisional", "E": "estimate", "I": "imputed", "F": "forecast", "B": "break",
    "M": "missing", "C": "confidential",
}  # fmt: skip
_AREA = ("REF_AREA", "GEO", "REPORTER", "LOCATION", "REPORTING_COUNTRY", "COUNTRY")
_PARTNER = ("COUNTERPART_AREA", "PARTNER", "COUNTERPART_COUNTRY")
_UNIT = ("UNIT_MEASURE", "UNIT", "CURRENCY")
_ABOUT = ("DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "OBS_VALUE", "TIME_PERIOD", "FREQ")
_BESIDE = ("OBS_STATUS", "UNIT_MULT", "DECIMALS", "TIME_FORMAT")
_UNITS = {"PC": "%", "PCT": "%", "PT": "%", "KG": "kg", "TONNE": "t", "T": "t", "PS": "1", "PER": "1"}
_EMPTY = ("", "_T", "_Z")


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, where the file is of this form."""
    names = [_id(name) for name in rows[0]] if rows else []
    whole = {"TIME_PERIOD", "OBS_VALUE"} <= {*names}
    return 0 if whole and names[0] in ("DATAFLOW", "STRUCTURE") else None


class Reading:
    """How a file of this form is read: columns before the value are dimensions, those behind it attributes."""

    codes = "s"
    footer = ()

    def __init__(self, header: list[str], rows: list[list[str]], options: Any) -> None:
        from factbase.errors import BadInput

        self._names = {_id(name): name for name in header}
        order = list(self._names)
        area = next((name for name in _AREA if name in self._names), None)
        if area is None:
            raise BadInput("has no column for the area", hint=f"one of {', '.join(_AREA)}; --map reads any other")
        self._area = area
        self._partner = next((name for name in _PARTNER if name in self._names), None)
        self._unit = next((name for name in _UNIT if name in self._names), None)
        known = {self._area, self._partner, self._unit, *_ABOUT, *_BESIDE}
        self._dimensions = [name for name in order[: order.index("OBS_VALUE")] if name not in known]
        wanted = [self._area, self._partner, self._unit, *self._dimensions, "TIME_PERIOD", "ACTION", *_BESIDE[:2]]
        self.texts = [self._names[name] for name in wanted if name in self._names]
        self.numbers = [self._names["OBS_VALUE"]]
        first = dict(zip(order, rows[1], strict=False)) if len(rows) > 1 else {}
        flow = first.get("STRUCTURE_ID") or first.get("DATAFLOW") or "sdmx"
        name, _, version = flow.split(": ")[0].partition("(")
        self.source = NewSource(slug(name), f"SDMX {name}", None, version.removesuffix(")") or None)

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell."""
        names = self._names
        if "ACTION" in names:
            draft.mapped(
                names["ACTION"],
                lambda code: code if _code(code) in ("", "I", "A", "R", "M") else None,
                "takes figures away: undo the import that brought them",
            )
        status = None
        if "OBS_STATUS" in names:
            told = draft.codes(names["OBS_STATUS"])
            told = draft.mapped(names["OBS_STATUS"], lambda code: _STATUS.get(_code(code)), "is no status", told)
            status = told.map(lambda one: None if one == "actual" else one)
        area = draft.actors(names[self._area], column=draft.codes(names[self._area]).map(_code))
        partner = None
        if self._partner:
            partner = draft.actors(names[self._partner], column=draft.codes(names[self._partner]).map(_code))
        when = draft.periods(names["TIME_PERIOD"], draft.codes(names["TIME_PERIOD"]).map(_code))
        unit = draft.codes(names[self._unit]).map(_code) if self._unit else draft.constant("")
        parts = [draft.codes(names[name]) for name in self._dimensions]
        measure = cross(unit, *parts).map(lambda values: self._measure(*values))
        texts = draft.text(names["OBS_VALUE"])
        for shift, which in self._shifts(draft):
            yield Told(
                names["OBS_VALUE"], texts, measure, area, when, partner,
                status=status, shift=shift, signed=True, missing=("", "NaN"), which=which,
            )  # fmt: skip

    def _shifts(self, draft: Draft) -> Iterator[tuple[int, Any]]:
        """The powers of ten that values are told in, and the rows of each; None for all."""
        if "UNIT_MULT" not in self._names:
            yield 0, None
            return
        name = self._names["UNIT_MULT"]
        powers = draft.mapped(
            name,
            lambda code: _code(code) or "0" if (_code(code) or "0") in map(str, range(16)) else None,
            "is no power of ten",
        )
        for power in powers.values:
            yield int(power), None if len(powers.values) == 1 else powers.among(lambda one, power=power: one == power)  # type: ignore[misc]

    def _measure(self, unit: str, *values: str) -> Measure:
        told = [
            f"{name} {value}"
            for name, value in zip(self._dimensions, values, strict=True)
            if _code(value) not in _EMPTY
        ]
        code = unit if unit in CURRENCIES else _UNITS.get(unit.upper(), "other")
        if code == "other" and unit:
            told.append(f"unit {unit}")
        return Measure("statistic", code, basis=", ".join(told) or self.source.title)


def _id(name: str) -> str:
    """The code of a column's name, which a label may follow."""
    return name.split(":")[0].strip().upper()


def _code(value: str) -> str:
    """The code of a value, which a label may follow.

    >>> _code("AZ: Azerbaijan"), _code("2024-Q1")
    ('AZ', '2024-Q1')
    """
    return value.split(": ")[0].strip()
