"""UN Comtrade: trade in goods and services by reporter, partner, flow and commodity, in today's columns and the older ones.

Values are in US dollars: imports with insurance and freight (CIF), exports without (FOB), which the basis of a series
says; where the file has columns for both, the one that equals the primary value says it. Where both do, or neither, the
other rows of that reporter, flow and period say it, as far as the file is read, if they all say one.

Net weight is in kilograms; another quantity has the unit that its code names. One in kilograms stands for the weight where
there is none, or zero, or another that is an estimate while it is none; else it is left out, and counted where it differs.

A row that breaks a total down by customs procedure, mode of transport, mode of supply or second partner is skipped and
counted: only totals are figures here, and a file without any is refused.

Areas are told by their numbers where the file has them, for Comtrade gives one alpha-3 code to several of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factbase.exchange.delimited import Delimited
from factbase.exchange.draft import Codes, Draft, Told, cross
from factbase.exchange.numbers import exact
from factbase.journal.block import NewActor, NewSource
from factbase.kinds.figure.measure import Measure

# The names of the columns, without regard to letters' case, which differs between the API and the bulk files; and the
# older names.
_COLUMNS = """
typeCode freqCode refYear refMonth period reporterCode reporterISO flowCode partnerCode partnerISO partner2Code
partner2ISO classificationCode cmdCode cmdDesc customsCode mosCode motCode qtyUnitCode qtyUnitAbbr qty isQtyEstimated
netWgt isNetWgtEstimated cifvalue fobvalue primaryValue legacyEstimationFlag
"""
_NAMES = {name.lower(): name for name in _COLUMNS.split()} | {
    "year": "refYear", "trade flow": "flowCode", "reporter iso": "reporterISO", "partner iso": "partnerISO",
    "reporter code": "reporterCode", "partner code": "partnerCode", "commodity code": "cmdCode", "commodity": "cmdDesc",
    "classification": "classificationCode", "trade value (us$)": "primaryValue", "netweight (kg)": "netWgt",
    "2nd partner code": "partner2Code", "2nd partner iso": "partner2ISO", "customs proc. code": "customsCode",
    "mode of transport code": "motCode", "cif trade value (us$)": "cifvalue", "fob trade value (us$)": "fobvalue",
    "flag": "legacyEstimationFlag", "qty unit code": "qtyUnitCode", "qty unit": "qtyUnitAbbr", "qty": "qty",
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
    "partner2Code": ("second partner", ("0", "")), "partner2ISO": ("second partner", ("W00", "WLD", "")),
    "customsCode": ("customs procedure", ("C00", "0", "")), "motCode": ("mode of transport", ("0", "")),
    "mosCode": ("mode of supply", ("0", "")),
}  # fmt: skip
# Units of quantities by their codes: ours, and the power of ten by which theirs is larger; others are told in words.
_UNITS = {
    "3": ("kWh", 3), "5": ("1", 0), "7": ("L", 0), "8": ("kg", 0), "9": ("1", 3), "12": ("m3", 0), "14": ("km", 0),
    "17": ("m3", 3), "19": ("bbl", 0), "20": ("L", 3), "21": ("t", 0), "22": ("kWh", 0),
}  # fmt: skip
_NO_UNIT = ("-1", "0", "1", "")
_COMMODITY = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.-]{0,19}")
_HARMONIZED = re.compile("HS|H[0-9]")


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, where the file is of this form."""
    names = {*_names(rows[0])} if rows else set()
    areas = names & {"reporterISO", "reporterCode"} and names & {"partnerISO", "partnerCode"}
    return 0 if areas and {"flowCode", "cmdCode", "primaryValue"} <= names and names & {"period", "refYear"} else None


def _names(header: list[str]) -> dict[str, str]:
    """The columns that are known, by today's names."""
    return {known: name for name in header if (known := _NAMES.get(name.strip().lower()))}


class Reading:
    """How a file of this form is read: the columns that are wanted, and what they tell."""

    codes = "c"
    footer = ()

    def __init__(self, file: Delimited, rows: list[list[str]], options: Any) -> None:
        names = self._names = _names(file.header)
        # One column tells an area: the number, which is one area's alone.
        for who in ("reporter", "partner"):
            if f"{who}Code" in names:
                names.pop(f"{who}ISO", None)
        if "period" in names:
            names.pop("refYear", None)
            names.pop("refMonth", None)
        if "partner2Code" in names:
            names.pop("partner2ISO", None)
        numbers = {"primaryValue", "netWgt", "qty", "cifvalue", "fobvalue"}
        self._classification = options.classification or "HS"
        self.texts = [name for known, name in names.items() if known not in numbers]
        self.numbers = [name for known, name in names.items() if known in numbers]
        publisher = NewActor("un-statistics-division", "organisation", "United Nations Statistics Division")
        # What tells the basis of a reporter's flow in a period.
        self._bases: dict[tuple[str, str, str], set[str]] = {}
        self.source = NewSource("un-comtrade", "UN Comtrade", publisher, address="https://comtradeplus.un.org")

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell: a value in dollars, a weight, and a quantity in another unit."""
        names = self._names
        for name, (what, totals) in _TOTALS.items():
            if name in names:
                parts = draft.codes(names[name]).among(
                    lambda code, totals=totals: code not in totals  # type: ignore[misc]
                )
                draft.skip(parts, f"parts of totals, by {what}")
        area, partner = self._actors(draft, "reporter"), self._actors(draft, "partner")
        flow = draft.mapped(names["flowCode"], _FLOWS.get, "is no flow that is known")
        commodity = draft.mapped(
            names["cmdCode"], lambda code: code if _COMMODITY.fullmatch(code) else None, "is no code of a commodity"
        )
        classification = draft.constant(self._classification)
        if "classificationCode" in names:
            classification = draft.codes(names["classificationCode"]).map(lambda code: code or self._classification)
        odd = cross(draft.filled(classification), draft.filled(commodity)).among(
            lambda two: two[1].isdigit() and len(two[1]) % 2 == 1 and bool(_HARMONIZED.fullmatch(two[0]))
        )
        draft.refuse(odd, names["cmdCode"], commodity, "is no code of the HS: has it lost a zero in front?")
        kind = draft.constant("C")
        if "typeCode" in names:
            kind = draft.mapped(
                names["typeCode"], {"C": "C", "S": "S"}.get, "is no type of trade: C (goods) or S (services)"
            )
        dimensions: dict[str, Any] = {
            "area": area, "partner": partner, "reporter": area, "flow": flow, "period": self._periods(draft),
            "classification": classification, "commodity": commodity,
            "description": draft.codes(names["cmdDesc"]) if "cmdDesc" in names else None,
        }  # fmt: skip
        value = draft.text(names["primaryValue"])
        valued = self._valued(draft, value, area, flow, dimensions["period"])
        told = cross(draft.filled(flow), draft.filled(kind), draft.filled(classification), valued)
        measure = told.map(lambda four: _measure(*four))
        yield Told(names["primaryValue"], value, measure, **dimensions)
        yield from self._quantities(draft, dimensions)

    def _quantities(self, draft: Draft, dimensions: dict[str, Any]) -> Iterator[Told]:
        import pyarrow.compute as pc

        names = self._names
        weight = draft.text(names["netWgt"]) if "netWgt" in names else None
        quantity = draft.text(names["qty"]) if "qty" in names and "qtyUnitCode" in names else None
        weighed = self._estimated(draft, "isNetWgtEstimated", ("4", "6"))
        counted = self._estimated(draft, "isQtyEstimated", ("2", "6"))
        units = draft.constant(("",))
        if quantity is not None:
            codes = draft.codes(names["qtyUnitCode"])
            units = cross(codes, draft.codes(names["qtyUnitAbbr"])) if "qtyUnitAbbr" in names else cross(codes)
        twice = units.among(lambda unit: unit[0] == "8" and weight is not None)
        instead = twice
        if pc.any(twice).as_py():
            instead = pc.and_(twice, _better(draft, twice, quantity, weight, counted, weighed))
        if weight is not None:
            measure = draft.constant(Measure("trade quantity", "kg"))
            which = pc.invert(instead)
            yield Told(names["netWgt"], weight, measure, status=weighed, which=which, **dimensions)
        measure = units.map(lambda unit: _quantity(*unit))
        for shift in sorted({_UNITS.get(unit[0], ("", 0))[1] for unit in units.values}):
            which = units.among(
                lambda unit, shift=shift: (  # type: ignore[misc]
                    unit[0] not in _NO_UNIT and _UNITS.get(unit[0], ("", 0))[1] == shift
                )
            )
            which = pc.and_not(which, pc.and_not(twice, instead))
            if pc.any(which).as_py():
                yield Told(names["qty"], quantity, measure, status=counted, shift=shift, which=which, **dimensions)

    def _actors(self, draft: Draft, who: str) -> Codes:
        return draft.actors(self._names.get(f"{who}Code") or self._names[f"{who}ISO"])

    def _periods(self, draft: Draft) -> Codes:
        names = self._names
        if "period" in names:
            return draft.periods(names["period"])
        years = draft.codes(names["refYear"])
        if "refMonth" in names:
            # Month 52 stands for the whole year.
            months = draft.codes(names["refMonth"])
            years = cross(years, months).map(lambda two: two[0] if two[1] in ("52", "") else f"{two[0]}-{two[1]:>02}")
        return draft.periods(names["refYear"], years)

    def _valued(self, draft: Draft, value: Any, *about: Codes) -> Codes:
        """Which of its two columns the value is from; nothing where neither its row nor others about the same tell."""
        names = self._names
        if "cifvalue" not in names or "fobvalue" not in names:
            return draft.constant("")
        cif, fob = (_equal(value, draft.text(names[name])) for name in ("cifvalue", "fobvalue"))
        rows = cross(*(draft.filled(one) for one in about), draft.flags(cif), draft.flags(fob))
        told = {(True, False): "CIF", (False, True): "FOB"}
        for *what, is_cif, is_fob in rows.values:
            if is_cif != is_fob:
                self._bases.setdefault(tuple(what), set()).add(told[is_cif, is_fob])

        def basis(row: tuple[Any, ...]) -> str:
            others = self._bases.get(row[:-2], ())
            return told.get(row[-2:]) or (next(iter(others)) if len(others) == 1 else "")

        return rows.map(basis)

    def _estimated(self, draft: Draft, column: str, flags: tuple[str, ...]) -> Codes | None:
        """The status of a column of estimates: by a column of its own, or by the flag of the older files."""
        if column in self._names:
            told = draft.codes(self._names[column])
            return told.map(lambda one: "estimate" if one.lower() in ("true", "1") else None)
        if "legacyEstimationFlag" in self._names:
            told = draft.codes(self._names["legacyEstimationFlag"])
            return told.map(lambda flag: "estimate" if flag in flags else None)
        return None


def _equal(one: Any, other: Any) -> Any:
    """Which rows have one number in two columns of texts, however it is written: 100 is 100.0."""
    import pyarrow.compute as pc

    same = pc.equal(one, other)
    told = pc.and_(pc.not_equal(one, ""), pc.not_equal(other, ""))
    odd = pc.and_not(told, same)
    rows = pc.indices_nonzero(odd)
    if not len(rows):
        return same
    first, second = exact(one.take(rows)), exact(other.take(rows))
    equal = pc.and_(pc.equal(first.values, second.values), pc.equal(first.decimals, second.decimals))
    return pc.replace_with_mask(same, odd, pc.fill_null(equal, False))


def _better(draft: Draft, twice: Any, quantity: Any, weight: Any, counted: Codes | None, weighed: Codes | None) -> Any:
    """Which rows have a quantity that is better than their weight, of those where both are in kilograms."""
    import pyarrow.compute as pc

    is_told, is_weighed = (pc.not_equal(pc.ascii_trim(texts, characters="0."), "") for texts in (quantity, weight))
    differs = pc.and_(twice, pc.and_(is_told, pc.and_not(is_weighed, _equal(weight, quantity))))
    draft.note(differs, "with another quantity in kilograms than the weight")
    guessed, unsure = (
        (status or draft.constant("")).among(lambda one: one == "estimate") for status in (counted, weighed)
    )
    return pc.and_(is_told, pc.or_(pc.invert(is_weighed), pc.and_(differs, pc.and_not(unsure, guessed))))


def _measure(flow: str, kind: str, classification: str, valued: str) -> Measure:
    # Services alone are classified by the Extended Balance of Payments (EB02, EB10, EB10S).
    if kind == "S" or classification.startswith("EB"):
        return Measure("trade in services", "USD")
    return Measure("trade in goods", "USD", basis=valued or ("CIF" if "import" in flow else "FOB"))


def _quantity(code: str, words: str = "") -> Measure:
    if code in _UNITS:
        return Measure("trade quantity", _UNITS[code][0])
    return Measure("trade quantity", "other", basis=f"in {words}" if words else f"in Comtrade's unit {code}")
