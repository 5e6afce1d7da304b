"""Any other delimited file, by a small map in YAML that says which column is what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from factbase.errors import BadInput
from factbase.exchange.draft import NO_NUMBER, Codes, Draft, Told, cross
from factbase.exchange.mapping import FIELDS, Mapping, part_or_whole, periods_among
from factbase.exchange.numbers import marked
from factbase.exchange.periods import PARTS, period_in_words
from factbase.kinds.figure.measure import NEEDS_BASIS, Measure
from factbase.values.currency import CURRENCIES
from factbase.values.unit import read_unit

_LISTED = {"indicator": "indicator", "flow": "flow", "status": "observation_status"}
# What is never below zero, unless it is a balance.
_COUNTED = {
    "trade in goods", "trade in services", "trade", "trade quantity", "cargo", "transit", "passengers", "production",
    "population", "count", "rank",
}  # fmt: skip
# What is told in money, and units beside money of what is neither weighed nor counted.
_IN_MONEY = {"trade in goods", "trade in services", "trade"}
_NO_QUANTITIES = {"rank", "%", "pp", "other"}
_YEAR = re.compile("[0-9]{4}")
_SHIELD = re.compile("^'(?=[0-9])")
MAGNITUDES = {
    "thousand": 3, "thousands": 3, "1000": 3, "'000": 3, "tsd": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6, "mio": 6,
    "billion": 9, "billions": 9, "bn": 9, "bln": 9, "mrd": 9, "trillion": 12, "trillions": 12,
}  # fmt: skip
# How a column tells by how much its values are smaller: in words, or as a power of ten.
SCALES = {"units": 0} | MAGNITUDES | {str(power): power for power in (0, 3, 6, 9, 12)}


def unit_of(words: str, units: Collection[str]) -> tuple[str, int] | None:
    """A unit of the base, and the power of ten by which the one that is written is larger; None for no unit.

    >>> [unit_of(words, ("USD", "t")) for words in ("thousand USD", "US$ (millions)", "Mio. USD", "kt", "apples and pears")]
    [('USD', 3), ('USD', 6), ('USD', 6), ('t', 3), None]
    """
    parts = [part for part in re.split(r"[\s(),]+", words.strip()) if part and part.lower() not in ("of", "in")]
    told = [MAGNITUDES.get(part.lower().removesuffix(".")) for part in parts]
    powers = [power for power in told if power is not None]
    bare = " ".join(part for part, power in zip(parts, told, strict=True) if power is None)
    power = powers[0] if powers else 0
    if len(powers) > 1 or not bare:
        return None
    if bare in units:
        return bare, power
    try:
        unit = read_unit(bare)
    except BadInput:
        return None
    is_known = unit is not None and unit.text is None and unit.code in units
    return (str(unit.code), power + unit.exponent) if unit and is_known else None


def _is_quantity(unit: str) -> bool:
    return unit not in CURRENCIES and unit not in _NO_QUANTITIES


def _listed(words: str, known: Collection[str]) -> str | None:
    """The code of a list that words are, whatever their case, of several or of one.

    >>> [_listed(words, ("export", "re-export")) for words in ("export", "Exports", "RE-EXPORT", "sales")]
    ['export', 'export', 're-export', None]
    """
    plain = words.lower()
    return next((form for form in (words, plain, plain.removesuffix("s")) if form in known), None)


class Reading:
    """How a file is read by a map."""

    def __init__(self, header: list[str], mapping: Mapping) -> None:
        self._map = mapping
        self.source, self.codes, self.footer = mapping.source, mapping.codes, mapping.footer
        across = mapping.across
        if across == {}:
            across = periods_among(header, mapping.when)
        # The columns of values, with the period of each where it is not a column's to tell.
        self._values: dict[str, str | None] = dict(across) if across else {mapping.columns["value"]: None}
        self.texts = [column for field, column in mapping.columns.items() if field != "value"]
        self.numbers = [*self._values]
        # The longest first, for one may end as another does.
        marks, missing = (
            "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
            for texts in (mapping.marks, filter(None, mapping.missing))
        )
        self._pattern = rf"^(?P<told>.*[0-9.,]{f'|{missing}' if missing else ''})\s*(?P<mark>{marks})$"

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell, a column of values at a time."""
        told: dict[str, Codes] = {}
        for field in FIELDS:
            if field != "value" and (field in self._map.columns or field in self._map.constants):
                told[field] = self._column(draft, field)
        unit = told["unit"]
        measured = cross(
            *(draft.filled(one) for one in (told["indicator"], unit, told.get("basis") or draft.constant("")))
        )
        measure = measured.map(lambda three: Measure(three[0], (three[1] or ("other", 0))[0], basis=three[2] or None))
        self._refuse_without_basis(draft, told)
        self._refuse_quantities(draft, told)
        if "commodity" in told:
            goods = draft.filled(told["commodity"])
            both = cross(told.get("classification") or draft.constant("HS"), goods)
            told |= {
                "classification": both.map(lambda two: two[0] if two[1] else None),
                "commodity": goods.map(lambda text: text or None),
            }
        names = ("partner", "reporter", "flow", "classification", "commodity", "description")
        dimensions: dict[str, Any] = {name: told[name] for name in names if name in told}
        signed = self._signed(draft, told)
        powers = cross(draft.filled(unit), self._scale(draft)).map(
            lambda two: (two[0][1] if two[0] else 0) + (two[1] or 0)
        )
        for column, when in self._values.items():
            texts, status = self._marked(draft, column, told.get("status"))
            texts = self._numbers(texts)
            period_ = self._period(draft, told.get("period"), when)
            for power in powers.values:
                which = None if len(powers.values) == 1 else powers.among(lambda one, power=power: one == power)  # type: ignore[misc]
                yield Told(
                    column, texts, measure, told["area"], period_, shift=self._map.shift + power, signed=signed,
                    status=status, missing=self._map.missing, which=which, **dimensions,
                )  # fmt: skip

    def _scale(self, draft: Draft) -> Codes:
        """The powers of ten that a column tells. A blank may have been forgotten."""
        name = self._map.columns.get("times")
        if name is None:
            return draft.constant(0)
        replaced = self._map.values.get("times", {})
        reason = "is no power of ten: if it means none, the map says so (values: {'': Units})"
        return draft.filled(draft.mapped(name, lambda word: SCALES.get(replaced.get(word, word).lower()), reason))

    def _signed(self, draft: Draft, told: dict[str, Codes]) -> Any:
        """Whether values may be below zero: for all rows, or for which."""
        if self._map.negative is not None:
            return self._map.negative
        flow = told.get("flow") or draft.constant("")
        both = cross(draft.filled(told["indicator"]), draft.filled(flow))
        return both.among(lambda two: two[0] not in _COUNTED or two[1] == "balance")

    def _refuse_without_basis(self, draft: Draft, told: dict[str, Codes]) -> None:
        """Refuse rows whose indicator means nothing without a basis, and that have none."""
        both = cross(draft.filled(told["indicator"]), told.get("basis") or draft.constant(""))
        bare = both.map(lambda two: two[0] if two[0] in NEEDS_BASIS and not two[1] else "")
        name = self._map.columns.get("indicator", "indicator")
        draft.mapped(name, lambda code: None if code else "", "needs a basis", bare)

    def _refuse_quantities(self, draft: Draft, told: dict[str, Codes]) -> None:
        """Refuse rows that tell a weight or a number as if it were worth: a column may have both, row by row."""
        both = cross(*(draft.filled(told[field]) for field in ("indicator", "unit")))
        wrong = both.among(lambda two: bool(two[1]) and two[0] in _IN_MONEY and _is_quantity(two[1][0]))
        name = self._map.columns.get("unit")
        words = draft.codes(name) if name else draft.constant(self._map.constants["unit"])
        reason = "is no unit of money: what is weighed or counted has the indicator trade quantity"
        draft.refuse(wrong, name or "unit", words, reason)

    def _column(self, draft: Draft, field: str) -> Codes:
        name = self._map.columns.get(field)
        replaced = self._map.values.get(field, {})
        column = draft.codes(name) if name else draft.constant(self._map.constants[field])
        # Some put a sign before a code, lest spreadsheets take its zeros away.
        column = column.map(lambda code: code if code in replaced else _SHIELD.sub("", code))
        if field == "basis" and (names := self._map.together):
            return self._basis(draft, names, replaced)
        if field == "commodity":
            # All goods are those that the map makes an empty text of: what is blank in a file may have been forgotten.
            reason = "is no commodity: if it means all goods, the map says so (values: {Total: ''})"
            return draft.mapped(name or field, lambda code: replaced.get(code, code or None), reason, column)
        if field == "classification":
            return draft.mapped(name or field, lambda code: replaced.get(code, code) or None, "names none", column)
        column = column.map(lambda value: replaced.get(value, value))
        if field in ("area", "partner", "reporter"):
            return draft.actors(name or field, names=True, column=column)
        if field == "unit":
            units = draft.lists["unit"]
            return draft.mapped(name or field, lambda words: unit_of(words, units), "is no unit that is known", column)
        if field in _LISTED:
            known = draft.lists[_LISTED[field]]
            return draft.mapped(name or field, lambda code: _listed(code, known), f"is no {field}", column)
        if field == "period":
            kind = next((kind for kind in PARTS if kind in self._map.columns), None)
            if self._map.when is not part_or_whole:
                return draft.mapped(name or field, period_in_words, "is no period", column)
            years = draft.mapped(name or field, lambda code: _YEAR.fullmatch(code) and code, "is no year", column)
            return years if kind is None else self._within(draft, years, kind, replaced)
        return column

    def _basis(self, draft: Draft, names: list[str], replaced: dict[str, str]) -> Codes:
        """What several columns tell together, each with its name as dimensions have it; a blank one tells nothing."""
        told = (draft.codes(name).map(lambda word: replaced.get(word, word)) for name in names)
        return cross(*told).map(
            lambda words: ", ".join(f"{name} {word}" for name, word in zip(names, words, strict=True) if word)
        )

    def _within(self, draft: Draft, years: Codes, kind: str, replaced: dict[str, str]) -> Codes:
        """Parts of years. The whole year is what the map makes an empty text of: what is blank may have been forgotten."""
        name = self._map.columns[kind]
        reason = f"is no {kind}: if it means the whole year, the map says so (values: {{Total: ''}})"
        parts = draft.mapped(name, lambda code: part_or_whole(replaced.get(code, code or "?"), kind), reason)
        return cross(years, parts).map(lambda two: "".join(two))

    def _period(self, draft: Draft, told: Codes | None, column: str | None) -> Codes:
        """The period of a column of values: what its rows tell, what it is called by, or both."""
        if column is None:
            assert told
            return told
        when = self._map.when(column)
        return told.map(lambda year: year + when) if told else draft.constant(when)

    def _marked(self, draft: Draft, column: str, status: Codes | None) -> tuple[Any, Codes | None]:
        """The numbers of a column without the marks behind them, and the status that the marks or else the row tell."""
        if not self._map.marks:
            return draft.text(column), status
        texts, found = marked(draft.text(column), self._pattern)
        marks = Codes(found.indices, found.dictionary.to_pylist()).map(lambda mark: mark and self._map.marks[mark])
        known = draft.lists["observation_status"]
        told = draft.mapped(column, lambda code: code if code in known or not code else None, "is no status", marks)
        both = cross(draft.filled(told), draft.filled(status or draft.constant("")))
        return texts, both.map(lambda two: two[0] or two[1] or None)

    def _numbers(self, texts: Any) -> Any:
        """Numbers as the map says that they are written, as numbers with a point; others as they are, to be refused."""
        import pyarrow as pa
        import pyarrow.compute as pc

        # A minus as typographers have it is one, too.
        texts = pc.replace_substring_regex(pc.ascii_trim_whitespace(texts), "^\u2212([0-9])", "-\\1")
        decimal, thousands = self._map.decimal, self._map.thousands
        if decimal == "." and not thousands:
            return texts
        group = f"[0-9]{{1,3}}({re.escape(thousands)}[0-9]{{3}})*|" if thousands else ""
        shape = f"^-?({group}[0-9]+)({re.escape(decimal)}[0-9]*)?$"
        right = pc.match_substring_regex(texts, shape)
        bare = pc.replace_substring(texts, thousands, "") if thousands else texts
        # A sign that is not the map's own makes no number at all.
        odd = pc.if_else(
            pc.is_in(texts, pa.array(self._map.missing, pa.string())),
            texts,
            pc.binary_join_element_wise(texts, "", NO_NUMBER),
        )
        return pc.if_else(right, pc.replace_substring(bare, decimal, "."), odd)
