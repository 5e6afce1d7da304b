"""The World Bank: an indicator and a country a row, a year a column, as its bulk files and its DataBank write them.

Numbers are floating-point ones written out: what lies beyond the fifteenth decimal is rounded off, and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factbase.exchange.draft import Draft, Told, cross
from factbase.journal.bulk import NewActor, NewSource
from factbase.kinds.figure.measure import Measure

_COLUMNS = ("Country Code", "Indicator Name", "Indicator Code")
_DATABANK = ("Country Code", "Series Name", "Series Code")
_PERIOD = re.compile(r"([0-9]{4}(?:[QM-][0-9Q]{1,2})?)(?: \[YR[0-9]{4}\])?")
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
        if {*_COLUMNS} <= names or {*_DATABANK} <= names:
            return at
    return None


class Reading:
    """How a file of this form is read."""

    footer = ("Data from database", "Last Updated")

    def __init__(self, header: list[str], rows: list[list[str]], options: Any) -> None:
        self._area, self._name, self._code = _COLUMNS if {*_COLUMNS} <= {*header} else _DATABANK
        self._periods = {name: found[1] for name in header if (found := _PERIOD.fullmatch(name))}
        self.texts, self.numbers = [self._area, self._name, self._code], list(self._periods)
        told = {cells[0].strip(): cells[1].strip() for cells in rows if len(cells) > 1}
        publisher = NewActor("world-bank", "organisation", "World Bank")
        title = told.get("Data Source") or "World Development Indicators"
        self.source = NewSource(
            "world-bank-indicators", f"World Bank: {title}", publisher, told.get("Last Updated Date")
        )

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell, a column of years at a time."""
        area = draft.actors(self._area)
        indicator = cross(draft.codes(self._code), draft.codes(self._name))
        measure = indicator.map(lambda pair: _measure(*pair))
        flow = indicator.map(lambda pair: _INDICATORS[pair[0]][2] if pair[0] in _INDICATORS else None)
        for column, period in self._periods.items():
            when = draft.constant(period).map(_period)
            texts = draft.text(column)
            missing = ("", "..")
            yield Told(column, texts, measure, area, when, flow=flow, signed=True, rounding=True, missing=missing)


def _period(text: str) -> str | None:
    from factbase.exchange.draft import period

    return period(text)


def _measure(code: str, name: str) -> Measure:
    if code in _INDICATORS:
        indicator, unit, _, basis = _INDICATORS[code]
        return Measure(indicator, unit, basis=basis)
    return Measure("statistic", _unit(name), basis=f"{name} ({code})")


def _unit(name: str) -> str:
    """The unit that the last brackets of an indicator's name tell, where it is plain.

    >>> _unit("Exports (% of GDP)"), _unit("GDP (constant 2015 US$)"), _unit("Gini index")
    ('%', 'USD', 'other')
    """
    words = name[name.rfind("(") + 1 :].removesuffix(")") if "(" in name else ""
    if "US$" in words and "=" not in words and " per " not in words.replace("per capita", ""):
        return "USD"
    if words.startswith("%") or words in ("annual %", "% growth"):
        return "%"
    return {"kg": "kg", "metric tons": "t", "sq. km": "km2", "hectares": "ha", "kWh": "kWh"}.get(words, "other")
