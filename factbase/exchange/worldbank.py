"""The World Bank: an indicator and a country a row, a year a column, as its bulk files and its DataBank write them;
or, as DataBank can, a year and a country a row, an indicator a column. A counterpart is the partner; a file with any other
column that tells its rows apart is refused.

Numbers are floating-point ones written out: what lies beyond the fifteenth decimal is rounded off, and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factbase.errors import BadInput
from factbase.exchange.delimited import Delimited
from factbase.exchange.draft import Draft, Told, cross, period_of
from factbase.journal.block import NewActor, NewSource
from factbase.kinds.figure.measure import Measure
from factbase.values.name import slug

_COLUMNS = ("Country Code", "Indicator Name", "Indicator Code")
_DATABANK = ("Country Code", "Series Name", "Series Code")
_BY_TIME = ("Country Code", "Time", "Time Code")
# The code is a creditor's, by numbers of its own, except for the world's and those of states.
_COUNTERPART, _COUNTERPART_CODE = "Counterpart-Area Name", "Counterpart-Area Code"
_SERIES = re.compile(r"(.+) \[([A-Za-z0-9][A-Za-z0-9._-]*)\]")
_DATABASE = re.compile(r'^"?Data from database: *(.*?)[" \t\r,;]*$', re.MULTILINE)
_INDICATORS_TITLE = "World Development Indicators"
# Indicator, unit and flow of the codes that our own codes mean, and a basis where there is more to say.
_INDICATORS = {
    "NY.GDP.MKTP.CD": ("gdp", "USD", None, None),
    "SP.POP.TOTL": ("population", "1", None, None),
    "NE.EXP.GNFS.CD": ("trade", "USD", "export", "goods and services"),
    "NE.IMP.GNFS.CD": ("trade", "USD", "import", "goods and services"),
    "TX.VAL.MRCH.CD.WT": ("trade in goods", "USD", "export", None),
    "TM.VAL.MRCH.CD.WT": ("trade in goods", "USD", "import", None),
    "BX.GSR.MRCH.CD": ("trade in goods", "USD", "export", "balance of payments"),
    "BM.GSR.MRCH.CD": ("trade in goods", "USD", "import", "balance of payments"),
    "BX.GSR.NFSV.CD": ("trade in services", "USD", "export", "balance of payments"),
    "BM.GSR.NFSV.CD": ("trade in services", "USD", "import", "balance of payments"),
    "BX.TRF.PWKR.CD.DT": ("remittances", "USD", "inward", None),
    "BM.TRF.PWKR.CD.DT": ("remittances", "USD", "outward", None),
    "BX.KLT.DINV.CD.WD": ("investment", "USD", "inward", None),
    "BM.KLT.DINV.CD.WD": ("investment", "USD", "outward", None),
    "DT.ODA.ODAT.CD": ("aid", "USD", "inward", None),
}


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, which a few lines may stand before."""
    for at, cells in enumerate(rows[:8]):
        names = {cell.strip() for cell in cells}
        if any({*form} <= names for form in (_COLUMNS, _DATABANK, _BY_TIME)):
            return at
    return None


class Reading:
    """How a file of this form is read."""

    codes = "w"
    footer = ("Data from database", "Last Updated")

    def __init__(self, file: Delimited, rows: list[list[str]], options: Any) -> None:
        header = file.header
        names = {*header}
        self._area, self._name, self._code = next(form for form in (_COLUMNS, _DATABANK, _BY_TIME) if {*form} <= names)
        # The columns of values, with the period or the series that each is.
        self._periods, self._series = {}, {}
        if self._name == "Time":
            self._series = {name: (found[2], found[1]) for name in header if (found := _SERIES.fullmatch(name))}
        else:
            self._periods = {name: period for name in header if (period := period_of(name))}
        self.numbers = [*self._periods, *self._series]
        self._has_counterpart = {_COUNTERPART, _COUNTERPART_CODE} <= names
        counterpart = [_COUNTERPART, _COUNTERPART_CODE] if self._has_counterpart else []
        known = {self._area, "Country Name", self._name, self._code, *counterpart, *self.numbers}
        if other := [name for name in header if name.strip("\0") and name not in known]:
            hint = "keep the rows of one of each and take the column out, or read the file with --map"
            listed = ", ".join(f"'{name}'" for name in other[:5])
            raise BadInput(f"a figure has no place for the column {listed}", where=file.stream.name, hint=hint)
        if not self.numbers:
            what = "a series, 'NAME [CODE]'" if self._name == "Time" else "a period"
            raise BadInput(f"has no column of values: none is called by {what}", where=file.stream.name)
        self.texts = [self._area, self._name, *([] if self._series else [self._code]), *counterpart]
        told = {cells[0].strip(): cells[1].strip() for cells in rows if len(cells) > 1}
        publisher = NewActor("world-bank", "organisation", "World Bank")
        title = told.get("Data Source") or self._database(file, options) or _INDICATORS_TITLE
        key = "world-bank-indicators" if title == _INDICATORS_TITLE else slug(f"World Bank {title}")
        self.source = NewSource(key, f"World Bank: {title}", publisher, told.get("Last Updated Date"))

    def _database(self, file: Delimited, options: Any) -> str | None:
        """The database that is named below the rows, where DataBank names it."""
        if self._name == "Indicator Name":
            return None
        text = file.ending(options.path, options.member)
        if text is None:
            what = "tells at its end of which database it is, and is read from its start"
            raise BadInput(what, where=file.stream.name, hint="name the file, not standard input")
        found = _DATABASE.search(text)
        return found[1] if found else None

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell, a column of years at a time."""
        codes = draft.codes(self._area)
        # The IMF's older files have the same columns, and numbers of its own there.
        draft.refuse(codes.among(str.isdigit), self._area, codes, "is no code of the World Bank, which are letters")
        area = draft.actors(self._area)
        rest: dict[str, Any] = {"signed": True, "rounding": True, "missing": ("", "..")}
        if self._has_counterpart:
            both = cross(draft.codes(_COUNTERPART_CODE), draft.codes(_COUNTERPART))
            told = both.map(lambda two: two[1] if two[0].isdigit() else two[0])
            rest["partner"] = draft.actors(_COUNTERPART, names=True, column=told)
        if self._series:
            when = draft.periods(self._name)
            for column, (code, name) in self._series.items():
                flow = draft.constant(code).map(_flow)
                yield Told(
                    column, draft.text(column), draft.constant(_measure(code, name)), area, when, flow=flow, **rest
                )
            return
        indicator = cross(draft.codes(self._code), draft.codes(self._name))
        measure = indicator.map(lambda pair: _measure(*pair))
        flow = indicator.map(lambda pair: _flow(pair[0]))
        for column, period in self._periods.items():
            when = draft.constant(period)
            yield Told(column, draft.text(column), measure, area, when, flow=flow, **rest)


def _flow(code: str) -> str | None:
    return _INDICATORS[code][2] if code in _INDICATORS else None


def _measure(code: str, name: str) -> Measure:
    if code in _INDICATORS:
        indicator, unit, _, basis = _INDICATORS[code]
        return Measure(indicator, unit, basis=basis)
    return Measure("statistic", _unit(name), basis=f"{name} ({code})")


def _unit(name: str) -> str:
    """The unit that the last brackets of an indicator's name tell, where it is plain.

    >>> _unit("Exports (% of GDP)"), _unit("GDP (constant 2015 US$)"), _unit("Reserves (millions of US$)")
    ('%', 'USD', 'other')
    """
    words = name[name.rfind("(") + 1 :].removesuffix(")") if "(" in name else ""
    if re.search("thousand|million|billion|trillion|cents?", words):
        return "other"
    if "US$" in words and "=" not in words and " per " not in words.replace("per capita", ""):
        return "USD"
    if words.startswith("%") or words in ("annual %", "% growth"):
        return "%"
    return {"kg": "kg", "metric tons": "t", "sq. km": "km2", "hectares": "ha", "kWh": "kWh"}.get(words, "other")
