"""UN Comtrade: trade in goods by reporter, partner, flow and commodity, in today's columns and in the older ones.

Values are in US dollars: imports with insurance and freight (CIF), exports without (FOB), which the basis of a series
says; where the file has both columns, the one that is filled says it. A row that breaks a total down by customs
procedure, mode of transport or second partner is skipped: its total is in the file too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factbase.exchange.draft import Draft, Told, cross
from factbase.journal.bulk import NewActor, NewSource
from factbase.kinds.figure.measure import Measure

# The older names of the columns.
_OLDER = {
    "Year": "refYear", "Period": "period", "Trade Flow": "flowCode", "Reporter ISO": "reporterISO",
    "Partner ISO": "partnerISO", "Reporter Code": "reporterCode", "Partner Code": "partnerCode",
    "Commodity Code": "cmdCode", "Commodity": "cmdDesc", "Classification": "classificationCode",
    "Trade Value (US$)": "primaryValue", "Netweight (kg)": "netWgt", "2nd Partner Code": "partner2Code",
    "Customs Proc. Code": "customsCode", "Mode of Transport Code": "motCode", "CIF Trade Value (US$)": "cifvalue",
    "FOB Trade Value (US$)": "fobvalue", "Flag": "flag",
}  # fmt: skip
_FLOWS = {
    "M": "import", "X": "export", "RX": "re-export", "RM": "re-import", "DX": "domestic export", "FM": "foreign import",
    "MIP": "import for processing", "XIP": "export after processing", "MOP": "import after processing",
    "XOP": "export for processing", "Import": "import", "Export": "export", "Re-Export": "re-export",
    "Re-Import": "re-import", "Imports": "import", "Exports": "export", "Re-Exports": "re-export",
    "Re-Imports": "re-import",
}  # fmt: skip
# What stands for all of them, in the columns by which a total can be broken down.
_TOTALS = {
    "partner2Code": {"0", ""}, "partner2ISO": {"W00", ""}, "customsCode": {"C00", "0", ""}, "motCode": {"0", ""},
    "mosCode": {"0", ""},
}  # fmt: skip
_COMMODITY = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.-]{0,19}")


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, where the file is of this form."""
    names = {_OLDER.get(name.strip(), name.strip()) for name in rows[0]} if rows else set()
    areas = names & {"reporterISO", "reporterCode"} and names & {"partnerISO", "partnerCode"}
    return 0 if areas and {"flowCode", "cmdCode", "primaryValue"} <= names and names & {"period", "refYear"} else None


class Reading:
    """How a file of this form is read: the columns that are wanted, and what they tell."""

    footer = ()

    def __init__(self, header: list[str], rows: list[list[str]], options: Any) -> None:
        names = {_OLDER.get(name, name): name for name in header}
        wanted: tuple[str, ...] = (
            "typeCode",
            "flowCode",
            "cmdCode",
            "cmdDesc",
            "classificationCode",
            "flag",
            "isNetWgtEstimated",
        )
        wanted += ("period" if "period" in names else "refYear",)
        wanted += ("reporterISO", "partnerISO", "reporterCode", "partnerCode", *_TOTALS)
        self._names = names
        self._classification = options.classification or "HS"
        self.texts = [names[name] for name in wanted if name in names]
        self.numbers = [names[name] for name in ("primaryValue", "netWgt", "cifvalue", "fobvalue") if name in names]
        publisher = NewActor("un-statistics-division", "organisation", "United Nations Statistics Division")
        self.source = NewSource("un-comtrade", "UN Comtrade", publisher, address="https://comtradeplus.un.org")

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell: a value in dollars, and a weight."""
        import pyarrow.compute as pc

        names = self._names
        for name, totals in _TOTALS.items():
            if name in names:
                parts = draft.codes(names[name]).among(
                    lambda code, totals=totals: code not in totals  # type: ignore[misc]
                )
                draft.skip(parts, "a breakdown of a total in the file")
        area, partner = self._actors(draft, "reporter"), self._actors(draft, "partner")
        flow = draft.mapped(names["flowCode"], _FLOWS.get, "is no flow that is known")
        commodity = draft.mapped(
            names["cmdCode"], lambda code: code if _COMMODITY.fullmatch(code) else None, "is no code of a commodity"
        )
        classification = draft.constant(self._classification)
        if "classificationCode" in names:
            classification = draft.codes(names["classificationCode"]).map(lambda code: code or self._classification)
        told = draft.codes(names["cmdDesc"]) if "cmdDesc" in names else None
        when = draft.periods(names["period"] if "period" in names else names["refYear"])
        kind = draft.codes(names["typeCode"]) if "typeCode" in names else draft.constant("C")
        valued = draft.constant("")
        if "cifvalue" in names and "fobvalue" in names:
            filled = [draft.text(names[name]) for name in ("cifvalue", "fobvalue")]
            only_fob = pc.and_(pc.equal(filled[0], ""), pc.not_equal(filled[1], ""))
            valued = draft.flags(only_fob).map(lambda one: "FOB" if one else "")
        dimensions: dict[str, Any] = {
            "area": area, "partner": partner, "reporter": area, "flow": flow, "period": when,
            "classification": classification, "commodity": commodity, "description": told,
        }  # fmt: skip
        value = cross(draft.filled(flow), kind, valued).map(lambda three: _measure(*three))
        yield Told(names["primaryValue"], draft.text(names["primaryValue"]), value, **dimensions)
        if "netWgt" in names:
            status = None
            if "isNetWgtEstimated" in names:
                estimated = draft.codes(names["isNetWgtEstimated"])
                status = estimated.map(lambda one: "estimate" if one.lower() in ("true", "1") else None)
            elif "flag" in names:
                status = draft.codes(names["flag"]).map(lambda flag: "estimate" if flag in ("4", "6") else None)
            weight = draft.constant(Measure("trade quantity", "kg"))
            yield Told(names["netWgt"], draft.text(names["netWgt"]), weight, status=status, **dimensions)

    def _actors(self, draft: Draft, who: str) -> Any:
        for name in (f"{who}ISO", f"{who}Code"):
            if name in self._names:
                codes = draft.codes(self._names[name])
                if "" not in codes.values or f"{who}Code" not in self._names or name == f"{who}Code":
                    return draft.actors(self._names[name], column=codes)
        raise AssertionError(who)


def _measure(flow: str, kind: str, valued: str) -> Measure:
    basis = valued or ("CIF" if "import" in flow else "FOB")
    return Measure("trade in services", "USD") if kind == "S" else Measure("trade in goods", "USD", basis=basis)
