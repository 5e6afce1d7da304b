"""Any other delimited file, by a small map in YAML that says which column is what."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from factbase.errors import BadInput, Problem, WrongRequest
from factbase.exchange.delimited import Dialect, encoding_of, named
from factbase.exchange.draft import NO_NUMBER, Codes, Draft, Told, cross
from factbase.exchange.numbers import marked
from factbase.exchange.periods import PARTS, part_of_year, period_in_words
from factbase.exchange.sheet_text import Node, parse
from factbase.exchange.sheet_text import load as text_of
from factbase.journal.block import NewSource
from factbase.kinds.figure.measure import NEEDS_BASIS, Measure
from factbase.values.name import slug, unfit
from factbase.values.unit import read_unit

_FIELDS: tuple[str, ...] = (
    "indicator",
    "area",
    "partner",
    "reporter",
    "flow",
    "classification",
    "commodity",
    "description",
    "period",
)
_FIELDS += ("value", "unit", "basis", "status")
_NEEDED = ("indicator", "area", "period", "value", "unit")
_LISTED = {"indicator": "indicator", "flow": "flow", "status": "observation_status"}
_SOURCE = ("key", "title", "edition", "publisher", "address")
_FILE: tuple[str, ...] = ("source", "delimiter", "encoding", "decimal", "thousands", "skip", "footer", "missing")
_FILE += ("header", "marks", "codes", "negative", "figure")
_CODES = {"": None, "comtrade": "c", "worldbank": "w", "sdmx": "s"}
_IN_FIELD = ("column", "values")
_IN_VALUE = ("column", "columns", "times")
_IN = {"value": _IN_VALUE, "period": ("column", "year", *PARTS, "values")}
# What is never below zero, unless it is a balance.
_COUNTED = {
    "trade in goods", "trade in services", "trade", "trade quantity", "cargo", "transit", "passengers", "production",
    "population", "count", "rank",
}  # fmt: skip
_YEAR = re.compile("[0-9]{4}")
_SHIELD = re.compile("^'(?=[0-9])")
MAGNITUDES = {
    "thousand": 3, "thousands": 3, "1000": 3, "'000": 3, "tsd": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6, "mio": 6,
    "billion": 9, "billions": 9, "bn": 9, "bln": 9, "mrd": 9, "trillion": 12, "trillions": 12,
}  # fmt: skip


class Mapping(NamedTuple):
    """What a map says: how the file is written, its source, and each field's column or constant.

    `names` are the columns of a file that has no header, or one that does not name each; empty where it does.
    `across` are columns of values by the periods that they are of; empty for all whose names are periods, None where
    one column has the values. `when` reads such a period, or a part of the year that a column tells. `columns` has the
    column of a part by its kind, such as month. `marks` are what may stand behind a number, with the status that each means.
    `negative` says whether a value may be below zero: None if that is
    for its indicator and flow to say.
    """

    dialect: Dialect
    names: tuple[str, ...]
    decimal: str
    thousands: str
    missing: tuple[str, ...]
    marks: dict[str, str]
    footer: tuple[str, ...]
    codes: str | None
    negative: bool | None
    source: NewSource
    columns: dict[str, str]
    constants: dict[str, str]
    values: dict[str, dict[str, str]]
    across: dict[str, str] | None
    when: Callable[[str], str | None]
    shift: int

    def header(self, head: list[tuple[int, list[str]]], where: str) -> int:
        """The place of the header, or of the first row: the first below the lines that are skipped.

        Raises BadInput without a column.
        """
        at = next((at for at, (line, _) in enumerate(head) if line > self.dialect.skip), None)
        if at is None:
            raise BadInput("has no header below the lines that are skipped", where=where)
        names = [*self.names] or named(head[at][1])
        for field, column in [*self.columns.items(), *(("value", column) for column in self.across or ())]:
            if column not in names:
                hint = f"there are {', '.join(names)}"
                raise BadInput(f"there is no column '{column}' for {field}", where=where, hint=hint)
        if self.across == {}:
            self._refuse_periods(_periods(names, self.when), where)
        return at

    def _refuse_periods(self, across: dict[str, str], where: str) -> None:
        """Raise BadInput where the columns that are called by periods cannot all be values."""
        what = None
        if not across:
            what = f"no column has {'a part of a year' if self.when is _part else 'a period'} for its name"
        elif twins := _twins(across, self.when):
            what = f"the columns '{twins[0]}' and '{twins[1]}' are of one period"
        elif both := [(column, field) for field, column in self.columns.items() if column in across]:
            what = f"the column '{both[0][0]}' is called by a period, and told for {both[0][1]}"
        if what:
            raise BadInput(what, where=where, hint="columns: {the name of a column: its period}")


def load(path: str) -> Mapping:
    """The map in a file. Raises BadInput, with the line, for what no map has."""
    try:
        tree, problems = parse(text_of(path))
    except BadInput as error:
        # Maps are read as sheets are.
        error.where, error.what = error.where or path, error.what.replace("sheet", "map")
        error.hint = "--guess writes a map" if "sheet" in (error.hint or "") else error.hint
        raise
    if not isinstance(tree.value, dict) or not isinstance(getattr(tree.value.get("figure"), "value", None), dict):
        what = "is no map: it needs 'figure' with a column for each field"
        raise BadInput(what, where=path, hint="--guess writes one")
    asked = _Asked(problems)
    top = asked.mapping(tree, "a map", _FILE)
    columns: dict[str, str] = {}
    constants: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    across: dict[str, str] | None = None
    times = "1"
    fields = asked.mapping(top["figure"], "a figure", _FIELDS)
    is_year = isinstance(value := getattr(fields.get("period"), "value", None), dict) and not value.keys().isdisjoint(
        ("year", *PARTS)
    )
    when = _part if is_year else period_in_words
    for field, node in fields.items():
        if not isinstance(node.value, dict):
            constants[field] = asked.text(node, field)
            if not constants[field]:
                rest = "" if field in _NEEDED else "; leave out what the file does not tell"
                asked.wrong("is empty", node, field, f"a column, or a text that holds for all rows{rest}")
            continue
        parts = asked.mapping(node, f"'{field}'", _IN.get(field, _IN_FIELD))
        if field == "period" and is_year:
            columns |= _year_and_part(parts, node, asked)
        elif ("column" in parts) == ("columns" in parts):
            asked.wrong("needs one column, or 'columns'" if field == "value" else "names no column", node, field)
        elif "columns" in parts:
            across = _across(parts["columns"], when, asked)
        else:
            columns[field] = asked.text(parts["column"], f"{field}, column")
            if not columns[field]:
                asked.wrong("names no column", node, field)
        if "times" in parts:
            times = asked.text(parts["times"], "times")
            if not re.fullmatch("10{0,18}", times):
                asked.wrong(f"'{times}' is no power of ten up to 18 zeros", parts["times"], "times", "such as 1000")
        if "values" in parts:
            replaced = asked.mapping(parts["values"], f"{field}, values")
            values[field] = {name: asked.text(one, name) for name, one in replaced.items()}
    for field in _NEEDED:
        if field not in fields and (across is None or field != "period"):
            asked.wrong(f"'{field}' is missing", hint="a column or, if it is the same for all rows, a text")
    indicator = constants.get("indicator", "")
    if indicator in NEEDS_BASIS and "basis" not in fields:
        asked.wrong(f"a {indicator} needs a basis", fields["indicator"], "basis", NEEDS_BASIS[indicator])
    for field in ("classification", "description"):
        if field in fields and "commodity" not in fields:
            asked.wrong("is told of no commodity", fields[field], field, "name the column of commodities, too")
    if "value" in constants:
        asked.wrong("'value' is no column", hint="value: {column: Value}, or {columns: periods}")
    if across is not None and "period" in fields and (not is_year or any(kind in columns for kind in PARTS)):
        asked.wrong("'period' is told twice", hint="the columns of values tell it: leave one out")
    valued = {columns.get("value"), *(across or ())}
    for field, column in columns.items():
        if field != "value" and column and column in valued:
            asked.wrong(f"'{column}' has the values", fields.get(field), field, "name another column")
    encoding = asked.text(top.get("encoding"), "encoding") or "utf-8"
    try:
        encoding = encoding_of(encoding)
    except WrongRequest as error:
        asked.wrong(error.what, top["encoding"], "encoding", error.hint)
    delimiter = asked.text(top.get("delimiter"), "delimiter") or ","
    delimiter = "\t" if delimiter == "tab" else delimiter
    if len(delimiter) != 1 or not delimiter.isascii() or delimiter in '"\r\n\0':
        asked.wrong("a delimiter is one sign", top["delimiter"], "delimiter", "such as , ; | or tab")
    skip = asked.text(top.get("skip"), "skip") or "0"
    if not re.fullmatch("[0-9]{1,4}", skip):
        asked.wrong(f"'{skip}' is no number of lines", top["skip"], "skip", "such as 2")
    decimal = asked.text(top.get("decimal"), "decimal") or "."
    thousands = asked.text(top.get("thousands"), "thousands", strip=False)
    if decimal not in (".", ","):
        asked.wrong(f"'{decimal}' is no decimal sign", top["decimal"], "decimal", "a point or a comma")
    if thousands == decimal or len(thousands) > 1 or thousands.isalnum() or thousands in ("-", "+"):
        what = f"'{thousands}' cannot group digits"
        asked.wrong(what, top.get("thousands"), "thousands", "a sign that is not the decimal one")
    scheme = asked.text(top.get("codes"), "codes")
    if scheme not in _CODES:
        hint = f"there are {', '.join(filter(None, _CODES))}"
        asked.wrong(f"there are no codes of '{scheme}'", top["codes"], "codes", hint)
    negative = asked.text(top.get("negative"), "negative")
    if negative not in ("", "allowed", "refused"):
        what = f"'{negative}' says nothing of values below zero"
        asked.wrong(what, top["negative"], "negative", "allowed or refused")
    missing = asked.texts(top.get("missing"), "missing")
    names = asked.texts(top.get("header"), "header")
    if twice := [name for at, name in enumerate(names) if not name or name in names[:at]]:
        what = f"two columns are called '{twice[0]}'" if twice[0] else "a column has no name"
        asked.wrong(what, top["header"], "header", "a name of its own for each column of the file")
    told_marks = asked.mapping(top["marks"], "marks") if "marks" in top else {}
    marks = {mark: asked.text(node, mark) for mark, node in told_marks.items()}
    for mark in marks:
        if not mark.strip() or mark[0] in "0123456789.,+-":
            asked.wrong(f"'{mark}' may be part of a number", told_marks[mark], "marks", "such as {p: provisional}")
    footer = asked.texts(top.get("footer"), "footer")
    about = asked.mapping(top["source"], "a source", _SOURCE) if "source" in top else {}
    told = {name: asked.text(node, name) for name, node in about.items()}
    if told.get("key") and (fit := unfit(told["key"])):
        asked.wrong(f"'{told['key']}' is not a key", about["key"], "key", fit)
    if problems:
        raise BadInput("the map cannot be used", where=path, problems=problems)
    title = told.get("title") or told.get("key") or "statistics"
    publisher, edition, address = (told.get(name) or None for name in ("publisher", "edition", "address"))
    source = NewSource(told.get("key") or slug(title), title, publisher, edition, address)
    return Mapping(
        Dialect(delimiter, encoding, int(skip)),
        tuple(names),
        decimal,
        thousands,
        ("", *missing),
        marks,
        tuple(filter(None, footer)),
        _CODES[scheme],
        None if not negative else negative == "allowed",
        source,
        columns,
        constants,
        values,
        across,
        when,
        len(times) - 1,
    )


class _Asked:
    """What a map's nodes are asked for: each as what it must be, or one more problem."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems

    def wrong(self, what: str, node: Node | None = None, field: str | None = None, hint: str | None = None) -> None:
        """One more problem."""
        self._problems.append(Problem(what, node.line if node else None, field, hint))

    def text(self, node: Node | None, field: str, *, strip: bool = True) -> str:
        """A text, empty where there is none."""
        if node is None or node.value is None:
            return ""
        if not isinstance(node.value, str):
            self.wrong("is a list or a mapping", node, field, "a text is wanted")
            return ""
        return node.value.strip() if strip else node.value

    def texts(self, node: Node | None, field: str) -> list[str]:
        """A list of texts; one alone is a list of it."""
        if node is not None and isinstance(node.value, list):
            return [self.text(one, field) for one in node.value]
        text = self.text(node, field)
        return [text] if text else []

    def mapping(self, node: Node, what: str, names: Collection[str] | None = None) -> dict[str, Node]:
        """A mapping with none but these names, if they are told."""
        if not isinstance(node.value, dict):
            self.wrong(f"{what}: is no mapping", node, hint="such as {name: text}")
            return {}
        for name, one in node.value.items():
            if names is not None and name not in names:
                self.wrong(f"{what} has no '{name}'", one, hint=f"there are {', '.join(names)}")
        return node.value


def _year_and_part(parts: dict[str, Node], node: Node, asked: _Asked) -> dict[str, str]:
    """The columns of a period that stands in two: of the year, and of the part of it by its kind."""
    told = {name: asked.text(parts[name], f"period, {name}") for name in ("year", *PARTS) if name in parts}
    if "column" in parts or "year" not in parts or len(told) > 2:
        asked.wrong("needs one column, or that of the year and one of its part", node, "period", ", ".join(PARTS))
    if "" in told.values():
        asked.wrong("names no column", node, "period")
    return {"period" if name == "year" else name: column for name, column in told.items()}


def _across(node: Node, when: Callable[[str], str | None], asked: _Asked) -> dict[str, str]:
    """Columns of values with their periods, as a map tells them: by name, or all that are called by a period."""
    told: dict[str, str] = {}
    if isinstance(node.value, dict):
        told = {name: asked.text(one, name) for name, one in node.value.items()}
    elif isinstance(node.value, list):
        told = {text: text for text in asked.texts(node, "columns")}
    elif node.value == "periods":
        return {}
    what, hint = ("part of a year", "{Jan: M1}") if when is _part else ("period", "{FY19: 2019}")
    for column, text in told.items():
        if when(text) is None:
            asked.wrong(f"'{text}' is no {what}", node, column, f"such as {hint}")
    if twins := _twins(told, when):
        asked.wrong(f"'{twins[0]}' and '{twins[1]}' are of one period", node, "columns", "leave one out")
    if not told:
        asked.wrong("'columns' names no column", node, hint="periods, a list of columns, or {column: period}")
    return told


def _part(text: str, kind: str | None = None) -> str | None:
    """What stands behind the year in a period; nothing for the whole year, which an empty text means."""
    return part_of_year(text, kind) if text else ""


def _periods(names: list[str], when: Callable[[str], str | None]) -> dict[str, str]:
    """The columns that are called by a period, or by a part of a year."""
    return {name: name for name in names if when(name)}


def _twins(across: dict[str, str], when: Callable[[str], str | None]) -> tuple[str, str] | None:
    """Two columns that have values of one period."""
    first: dict[str, str] = {}
    for column, text in across.items():
        told = when(text)
        if told is not None and first.setdefault(told, column) != column:
            return first[told], column
    return None


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


class Reading:
    """How a file is read by a map."""

    def __init__(self, header: list[str], mapping: Mapping) -> None:
        self._map = mapping
        self.source, self.codes, self.footer = mapping.source, mapping.codes, mapping.footer
        across = mapping.across
        if across == {}:
            across = _periods(header, mapping.when)
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
        for field in _FIELDS:
            if field != "value" and (field in self._map.columns or field in self._map.constants):
                told[field] = self._column(draft, field)
        unit = told["unit"]
        measured = cross(
            *(draft.filled(one) for one in (told["indicator"], unit, told.get("basis") or draft.constant("")))
        )
        measure = measured.map(lambda three: Measure(three[0], (three[1] or ("other", 0))[0], basis=three[2] or None))
        self._refuse_without_basis(draft, told)
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
        powers = sorted({one[1] for one in unit.values})
        for column, when in self._values.items():
            texts, status = self._marked(draft, column, told.get("status"))
            texts = self._numbers(texts)
            period_ = self._period(draft, told.get("period"), when)
            for power in powers:
                which = None if len(powers) == 1 else unit.among(lambda one, power=power: one and one[1] == power)  # type: ignore[misc]
                yield Told(
                    column, texts, measure, told["area"], period_, shift=self._map.shift + power, signed=signed,
                    status=status, missing=self._map.missing, which=which, **dimensions,
                )  # fmt: skip

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

    def _column(self, draft: Draft, field: str) -> Codes:
        name = self._map.columns.get(field)
        replaced = self._map.values.get(field, {})
        column = draft.codes(name) if name else draft.constant(self._map.constants[field])
        # Some put a sign before a code, lest spreadsheets take its zeros away.
        column = column.map(lambda code: code if code in replaced else _SHIELD.sub("", code))
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
            return draft.mapped(name or field, lambda code: code if code in known else None, f"is no {field}", column)
        if field == "period":
            kind = next((kind for kind in PARTS if kind in self._map.columns), None)
            if self._map.when is not _part:
                return draft.mapped(name or field, period_in_words, "is no period", column)
            years = draft.mapped(name or field, lambda code: _YEAR.fullmatch(code) and code, "is no year", column)
            return years if kind is None else self._within(draft, years, kind, replaced)
        return column

    def _within(self, draft: Draft, years: Codes, kind: str, replaced: dict[str, str]) -> Codes:
        """Parts of years. The whole year is what the map makes an empty text of: what is blank may have been forgotten."""
        name = self._map.columns[kind]
        reason = f"is no {kind}: if it means the whole year, the map says so (values: {{Total: ''}})"
        parts = draft.mapped(name, lambda code: _part(replaced.get(code, code or "?"), kind), reason)
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
