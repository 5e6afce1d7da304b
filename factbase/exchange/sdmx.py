"""SDMX-CSV 1.0 and 2.0: an observation a row, its dimensions in columns named by the data structure.

The ECB's own files, whose first column is the key of a series, are read alike.

What is measured is told by all dimensions that the base has no place for: they make the basis of a series. The IMF's
exports and imports of goods are trade in goods, so that they stand beside those of others. Labels are left out, whether
they follow a code (AZ: Azerbaijan) or have columns of their own.

A value is multiplied by its power of ten, be it an attribute (UNIT_MULT) or part of Eurostat's unit (MIO_EUR); the IMF's
SCALE says how a value is shown, and the value is whole. Numbers are floating-point ones written out: what lies beyond the
fifteenth decimal is rounded off, and counted. Marks of an observation that the base has no word for, such as a low
reliability, are counted, and the value is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from factbase.exchange.delimited import Delimited
from factbase.exchange.draft import Codes, Draft, Told, cross
from factbase.journal.block import NewSource
from factbase.kinds.figure.measure import Measure
from factbase.values.currency import CURRENCIES
from factbase.values.name import slug

# SDMX's code list of statuses, and Eurostat's flags, which may stand together.
_STATUS = {
    "A": "actual", "P": "provisional", "E": "estimate", "I": "imputed", "F": "forecast", "B": "break", "M": "missing",
    "O": "missing", "L": "missing", "H": "missing", "Q": "missing", "C": "confidential",
}  # fmt: skip
MARKS = frozenset((*_STATUS, *"DGJKNRSUVWXZ"))
AREA = ("REF_AREA", "GEO", "REPORTER", "LOCATION", "REPORTING_COUNTRY", "COUNTRY")
PARTNER = ("COUNTERPART_AREA", "PARTNER", "COUNTERPART_COUNTRY")
UNIT = ("UNIT_MEASURE", "UNIT", "CURRENCY")
_POWER = ("UNIT_MULT", "POWERCODE")
# The last is the IMF's: an attribute, where others may have a dimension of that name.
_MARK = ("OBS_STATUS", "OBS_FLAG", "STATUS")
# A key begins with the data set's name (ICP.M.U2.N.000000.4.ANR), as the ECB's own files have it.
_FLOW = ("STRUCTURE_ID", "DATAFLOW", "KEY")
_ABOUT = (*_FLOW, "STRUCTURE", "STRUCTURE_NAME", "ACTION", "OBS_VALUE", "TIME_PERIOD", "FREQ")
_BESIDE = (
    "FREQUENCY",
    "LAST UPDATE",
    "DECIMALS",
    "TIME_FORMAT",
    "CONF_STATUS",
    "SCALE",
    *_POWER,
    *_MARK[:2],
    "TITLE",
    "TITLE_COMPL",
)
_UNITS = {
    "PC": "%", "PCT": "%", "PT": "%", "%": "%", "KG": "kg", "TONNE": "t", "T": "t", "PS": "1", "PER": "1", "NR": "1",
}  # fmt: skip
# Eurostat's national accounts call millions of euros at current prices so.
_ALIKE = {"CP_MEUR": "MIO_EUR"}
_POWERS = {"THS": 3, "MIO": 6}
_POWERS_OF_TEN = {"": 0} | {str(power): power for power in range(16)}
# The IMF's trade by partner (IMTS, DOTS): the flow, and how it is valued; all else is a statistic of its own.
_GOODS = {
    "XG_FOB_USD": ("export", "FOB"), "MG_CIF_USD": ("import", "CIF"), "MG_FOB_USD": ("import", "FOB"),
    "TXG_FOB_USD": ("export", "FOB"), "TMG_CIF_USD": ("import", "CIF"), "TMG_FOB_USD": ("import", "FOB"),
}  # fmt: skip
# What follows the last year of actual data, which may be a fiscal one, is an estimate, or a forecast.
LATEST, PUBLISHED = "LATEST_ACTUAL_ANNUAL_DATA", "PUBLICATION_DATE"
_CODE = re.compile("[A-Z][A-Z0-9_]*")
_EMPTY = ("", "_T", "_Z")
_NO_VALUE = ("", "NaN", "NA", ":")


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, where the file is of this form."""
    names = [*_named(rows[0])] if rows else []
    whole = {"TIME_PERIOD", "OBS_VALUE"} <= {*names}
    return 0 if whole and names[0] in ("DATAFLOW", "STRUCTURE", "KEY") else None


def _named(header: list[str]) -> dict[str, str]:
    """The columns by their codes in capitals. Where labels have columns, each follows the one that it is a label of."""
    names = [name.strip() for name in header]
    if "STRUCTURE_NAME" in names:
        first = names.index("STRUCTURE_NAME") + 1 + ("ACTION" in names)
        labelled = len(names[first:]) % 2 == 0 and not all(_CODE.fullmatch(name) for name in names[first:])
        names = [*names[:first], *(names[first::2] if labelled else names[first:])]
    return {_id(name): name for name in names}


class Reading:
    """How a file of this form is read: columns before the value are dimensions, those behind it attributes."""

    codes = "s"
    footer = ()

    def __init__(self, file: Delimited, rows: list[list[str]], options: Any) -> None:
        from factbase.errors import BadInput

        self._names = _named(file.header)
        order = list(self._names)
        area = next((name for name in AREA if name in self._names), None)
        if area is None:
            hint = f"one of {', '.join(AREA)}; --map reads any other, and a map can name the area itself"
            raise BadInput("has no column for the area, and each figure is of one", where=file.stream.name, hint=hint)
        self._area = area
        self._partner, self._unit, self._power = (
            next((name for name in names if name in self._names), None) for names in (PARTNER, UNIT, _POWER)
        )
        behind = order[order.index("OBS_VALUE") :]
        self._mark = next((name for name in _MARK if name in (behind if name == "STATUS" else order)), None)
        known = {self._area, self._partner, self._unit, *_ABOUT, *_BESIDE}
        self._dimensions = [name for name in order[: order.index("OBS_VALUE")] if name not in known]
        self._about = next((name for name in _FLOW if name in self._names), None)
        wanted = [self._area, self._partner, self._unit, *self._dimensions, "TIME_PERIOD", "ACTION", self._about]
        wanted += [LATEST, PUBLISHED]
        self.texts = [self._names[name] for name in (*wanted, self._power, self._mark) if name in self._names]
        self.numbers = [self._names["OBS_VALUE"]]
        first = dict(zip((_id(name) for name in file.header), rows[1], strict=False)) if len(rows) > 1 else {}
        self._flow = self._flow_of(first.get(self._about or "", ""))
        name, _, version = (self._flow or "sdmx").partition("(")
        self.source = source_of(name, first.get("LAST UPDATE") or version.removesuffix(")") or None)

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell."""
        import pyarrow as pa
        import pyarrow.compute as pc

        names = self._names
        texts = draft.text(names["OBS_VALUE"])
        untimed = draft.codes(names["TIME_PERIOD"]).among(lambda code: not code)
        draft.skip(pc.and_(untimed, pc.is_in(texts, pa.array(_NO_VALUE))), "a series without an observation")
        if self._about:
            draft.mapped(
                names[self._about],
                lambda text: text if self._flow_of(text) == self._flow else None,
                f"is another data set than {self._flow}: load each by itself",
            )
        if "ACTION" in names:
            draft.mapped(
                names["ACTION"],
                lambda code: code if _code(code) in ("", "I", "A", "R", "M") else None,
                "takes figures away: undo the import that brought them",
            )
        status = None
        if self._mark:
            marks = draft.codes(names[self._mark]).map(_code)
            status = status_of(draft, names[self._mark], marks)
        area = draft.actors(names[self._area], column=draft.codes(names[self._area]).map(_code))
        partner = None
        if self._partner:
            partner = draft.actors(names[self._partner], column=draft.codes(names[self._partner]).map(_code))
        when = draft.periods(names["TIME_PERIOD"], draft.codes(names["TIME_PERIOD"]).map(_code))
        unit = draft.codes(names[self._unit]).map(_code) if self._unit else draft.constant("")
        parts = [draft.codes(names[name]).map(_code) for name in self._dimensions]
        dimensions = dict(zip(self._dimensions, parts, strict=True))
        measure = measure_of(draft, unit, dimensions, self.source)
        flow, reporter = flow_of(draft, area, dimensions.get("INDICATOR"))
        status = expected_of(draft, when, self._names, status)
        for shift, which in self._shifts(draft, unit):
            yield Told(
                names["OBS_VALUE"], texts, measure, area, when, partner, reporter, flow,
                status=status, shift=shift, signed=True, rounding=True, missing=_NO_VALUE, which=which,
            )  # fmt: skip

    def _flow_of(self, text: str) -> str:
        return _code(text).partition(".")[0] if self._about == "KEY" else _code(text)

    def _shifts(self, draft: Draft, unit: Codes) -> Iterator[tuple[int, Any]]:
        """The powers of ten that values are told in, and the rows of each; None for all."""
        powers = power_of(draft, unit)
        if self._power:
            name = self._names[self._power]
            told = draft.mapped(name, lambda code: _POWERS_OF_TEN.get(_code(code)), "is no power of ten")
            both = cross(draft.filled(told), unit, powers)
            twice = both.among(lambda three: bool(three[0]) and _alike(three[1]).partition("_")[0] in _POWERS)
            draft.refuse(
                twice, name, draft.codes(name), "is a power of ten, and the unit has one, too: which is meant?"
            )
            powers = both.map(lambda three: three[0] or three[2])
        for power in powers.values:
            which = powers.among(lambda one, power=power: one == power)  # type: ignore[misc]
            yield power, None if len(powers.values) == 1 else which


def source_of(name: str, edition: str | None) -> NewSource:
    """The source that a data set is, whichever form it comes in."""
    return NewSource(slug(name), f"SDMX {name}", None, edition)


def flow_of(draft: Draft, area: Codes, indicator: Codes | None) -> tuple[Codes | None, Codes | None]:
    """The flow that the IMF's indicators of trade name, and whose statistics tell it."""
    if indicator is None:
        return None, None
    flow = indicator.map(lambda code: _GOODS.get(code, (None,))[0])
    return flow, cross(draft.filled(area), draft.filled(flow)).map(lambda two: two[0] if two[1] else None)


def measure_of(draft: Draft, unit: Codes, dimensions: dict[str, Codes], source: NewSource) -> Codes:
    """What is measured, by the code of the unit and all dimensions that the base has no place for."""

    def measure(unit: str, *values: str) -> Measure:
        told = {name: value for name, value in zip(dimensions, values, strict=True) if value not in _EMPTY}
        indicator, words = "statistic", []
        if told.get("INDICATOR") in _GOODS:
            indicator, unit = "trade in goods", unit or "USD"
            words.append(_GOODS[told.pop("INDICATOR")][1])
        words += [f"{name} {value}" for name, value in told.items()]
        code = _unit(unit, draft.lists["unit"])[0]
        if code == "other" and unit:
            words.append(f"unit {unit}")
        return Measure(indicator, code, basis=", ".join(words) or source.title)

    return cross(unit, *dimensions.values()).map(lambda values: measure(*values))


def power_of(draft: Draft, unit: Codes) -> Codes:
    """The powers of ten by which the codes of units are larger than the base's units."""
    return unit.map(lambda code: _unit(code, draft.lists["unit"])[1])


def status_of(draft: Draft, name: str, marks: Codes) -> Codes:
    """The status of each observation. One sign makes it: what else stands there is told of, and no more."""
    status = draft.mapped(name, _status, "is no status", marks)
    draft.note(marks.among(lambda mark: mark.upper() not in ("", *_STATUS)), "with other marks")
    return status.map(lambda one: None if one == "actual" else one)


def _status(mark: str) -> str | None:
    """The status that a mark means: the first of its signs that means one; None for what is no mark.

    >>> _status("bp"), _status("u"), _status("?")
    ('break', 'actual', None)
    """
    signs = mark.upper()
    if any(sign not in MARKS for sign in signs):
        return None
    return next((_STATUS[sign] for sign in signs if sign in _STATUS), "actual")


def expected_of(draft: Draft, period: Codes, names: Mapping[str, str], status: Codes | None = None) -> Codes | None:
    """The status of each figure where the IMF names the last year of actual data, and the row tells no other."""
    if LATEST not in names:
        return status
    latest, published = (draft.codes(names[one]) if one in names else draft.constant("") for one in (LATEST, PUBLISHED))
    told = cross(draft.filled(period), latest, published, draft.filled(status or draft.constant("")))
    return told.map(lambda four: four[3] or _expected(*four[:3]))


def _expected(period: str, latest: str, published: str) -> str | None:
    """The status of a figure by the last year of actual data, which may be a fiscal one, and the day of publication.

    >>> _expected("2024", "2024", "2025-10-14T13:00:00Z"), _expected("2024", "FY2023/24", "2025-10-14")
    (None, 'estimate')
    >>> _expected("2025", "", "2025-10-14"), _expected("2024", "", "2025-10-14"), _expected("2024", "0", "")
    ('forecast', None, 'forecast')
    """
    year, known = period[:4], latest.removeprefix("FY")[:4]
    if known and year <= known:
        return None
    if year < published[:4]:
        return "estimate" if known else None
    return "forecast" if known or published else None


def _unit(code: str, units: frozenset[str]) -> tuple[str, int]:
    """The base's code of a unit, and the power of ten by which theirs is larger.

    >>> base = frozenset(("EUR", "t"))
    >>> _unit("MIO_EUR", base), _unit("THS_T", base), _unit("CLV15_MEUR", base)
    (('EUR', 6), ('t', 3), ('other', 0))
    """
    code = _alike(code)
    power, _, rest = code.partition("_")
    if power in _POWERS and _unit(rest, units)[0] != "other":
        return _unit(rest, units)[0], _POWERS[power]
    is_money = code in CURRENCIES and code in units
    return code if is_money else _UNITS.get(code, "other"), 0


def _alike(code: str) -> str:
    """The code of a unit in capitals, or the one that says the same."""
    return _ALIKE.get(code.upper(), code.upper())


def _id(name: str) -> str:
    """The code of a column's name, which a label may follow, or the sign between its values.

    >>> _id("STRUCTURE[;]"), _id("REF_AREA: Reference area")
    ('STRUCTURE', 'REF_AREA')
    """
    return re.sub(r"\[.?\]$", "", name.split(":")[0].strip()).upper()


def _code(value: str) -> str:
    """The code of a value, which a label may follow.

    >>> _code("AZ: Azerbaijan"), _code("2024-Q1")
    ('AZ', '2024-Q1')
    """
    return value.split(": ")[0].strip()
