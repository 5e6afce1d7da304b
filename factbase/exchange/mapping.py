"""What a map says of a delimited file: how it is written, and which column is what."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from factbase.errors import BadInput, Problem, WrongRequest
from factbase.exchange.delimited import Dialect, encoding_of, named
from factbase.exchange.periods import PARTS, part_of_year, period_in_words
from factbase.exchange.sheet_text import Node, parse
from factbase.exchange.sheet_text import load as text_of
from factbase.journal.block import NewSource
from factbase.kinds.figure.measure import NEEDS_BASIS
from factbase.values.name import slug, unfit

FIELDS: tuple[str, ...] = (
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
FIELDS += ("value", "unit", "basis", "status")
_NEEDED = ("indicator", "area", "period", "value", "unit")
_SOURCE = ("key", "title", "edition", "publisher", "address")
_FILE: tuple[str, ...] = ("source", "delimiter", "encoding", "decimal", "thousands", "skip", "footer", "missing")
_FILE += ("header", "marks", "codes", "negative", "figure")
_CODES = {"": None, "comtrade": "c", "worldbank": "w", "sdmx": "s"}
_IN_FIELD = ("column", "values")
_IN_VALUE = ("column", "columns", "times")
_IN = {
    "value": _IN_VALUE,
    "period": ("column", "year", *PARTS, "values"),
    "basis": ("column", "columns", "values"),
}
# Under what `columns` has the further ones of a basis that several tell together.
_MORE = "basis and"


class Mapping(NamedTuple):
    """What a map says: how the file is written, its source, and each field's column or constant.

    `names` are the columns of a file that has no header, or one that does not name each; empty where it does.
    `across` are columns of values by the periods that they are of; empty for all whose names are periods, None where
    one column has the values. `when` reads such a period, or a part of the year that a column tells. `columns` has the
    column of a part by its kind, such as month, and under 'times' that of powers of ten; what tells a basis beside its
    column is there, too, and `together` gives all of them. `marks` are what may stand behind a number, with the status
    that each means. `negative` says whether a value may be below zero: None if that is for its indicator and flow to
    say.
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

    @property
    def together(self) -> list[str]:
        """The columns that tell a basis together; none where one does, or a text."""
        found = [column for field, column in self.columns.items() if field == "basis" or field.startswith(_MORE)]
        return found if len(found) > 1 else []

    def header(self, head: list[tuple[int, list[str]]], where: str, *, again: bool = False) -> int:
        """The place of the header, or of the first row: the first below the lines that are skipped.

        Rows that were refused and come `again` stand right below their header. Raises BadInput without a column.
        """
        skip = bool(self.names) if again else self.dialect.skip
        at = next((at for at, (line, _) in enumerate(head) if line > skip), None)
        if at is None:
            raise BadInput("has no header below the lines that are skipped", where=where)
        names = [*self.names] or named(head[at][1])
        for field, column in [*self.columns.items(), *(("value", column) for column in self.across or ())]:
            if column not in names:
                hint = f"there are {', '.join(names)}"
                raise BadInput(f"there is no column '{column}' for {field.partition(' ')[0]}", where=where, hint=hint)
        if self.across == {}:
            self._refuse_periods(periods_among(names, self.when), where)
        return at

    def _refuse_periods(self, across: dict[str, str], where: str) -> None:
        """Raise BadInput where the columns that are called by periods cannot all be values."""
        what = None
        if not across:
            what = f"no column has {'a part of a year' if self.when is part_or_whole else 'a period'} for its name"
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
    fields = asked.mapping(top["figure"], "a figure", FIELDS)
    is_year = isinstance(value := getattr(fields.get("period"), "value", None), dict) and not value.keys().isdisjoint(
        ("year", *PARTS)
    )
    when = part_or_whole if is_year else period_in_words
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
            is_one = field not in ("value", "basis")
            asked.wrong("names no column" if is_one else "needs one column, or 'columns'", node, field)
        elif "columns" in parts and field == "basis":
            columns |= _together(parts["columns"], asked)
        elif "columns" in parts:
            across = _across(parts["columns"], when, asked)
        else:
            columns[field] = asked.text(parts["column"], f"{field}, column")
            if not columns[field]:
                asked.wrong("names no column", node, field)
        if "times" in parts and isinstance(parts["times"].value, dict):
            told_by = asked.mapping(parts["times"], "times", _IN_FIELD)
            columns["times"] = asked.text(told_by.get("column"), "times, column")
            values["times"] = _replaced(told_by, "times", asked)
            if not columns["times"]:
                asked.wrong("names no column", parts["times"], "times")
        elif "times" in parts:
            times = asked.text(parts["times"], "times")
            if not re.fullmatch("10{0,18}", times):
                asked.wrong(f"'{times}' is no power of ten up to 18 zeros", parts["times"], "times", "such as 1000")
        values[field] = _replaced(parts, field, asked)
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


def _replaced(parts: dict[str, Node], field: str, asked: _Asked) -> dict[str, str]:
    """Other words for the values of a column."""
    told = asked.mapping(parts["values"], f"{field}, values") if "values" in parts else {}
    return {name: asked.text(one, name) for name, one in told.items()}


def _year_and_part(parts: dict[str, Node], node: Node, asked: _Asked) -> dict[str, str]:
    """The columns of a period that stands in two: of the year, and of the part of it by its kind."""
    told = {name: asked.text(parts[name], f"period, {name}") for name in ("year", *PARTS) if name in parts}
    if "column" in parts or "year" not in parts or len(told) > 2:
        asked.wrong("needs one column, or that of the year and one of its part", node, "period", ", ".join(PARTS))
    if "" in told.values():
        asked.wrong("names no column", node, "period")
    return {"period" if name == "year" else name: column for name, column in told.items()}


def _together(node: Node, asked: _Asked) -> dict[str, str]:
    """The columns that tell a basis together."""
    names = asked.texts(node, "basis, columns")
    if not all(names) or len({*names}) < max(len(names), 1):
        asked.wrong("'columns' names no column, or one twice", node, "basis", "such as [Sex, Age]")
    return {"basis" if not at else f"{_MORE} {at}": name for at, name in enumerate(names)}


def _across(node: Node, when: Callable[[str], str | None], asked: _Asked) -> dict[str, str]:
    """Columns of values with their periods, as a map tells them: by name, or all that are called by a period."""
    told: dict[str, str] = {}
    if isinstance(node.value, dict):
        told = {name: asked.text(one, name) for name, one in node.value.items()}
    elif isinstance(node.value, list):
        told = {text: text for text in asked.texts(node, "columns")}
    elif node.value == "periods":
        return {}
    what, hint = ("part of a year", "{Jan: M1}") if when is part_or_whole else ("period", "{FY19: 2019}")
    for column, text in told.items():
        if when(text) is None:
            asked.wrong(f"'{text}' is no {what}", node, column, f"such as {hint}")
    if twins := _twins(told, when):
        asked.wrong(f"'{twins[0]}' and '{twins[1]}' are of one period", node, "columns", "leave one out")
    if not told:
        asked.wrong("'columns' names no column", node, hint="periods, a list of columns, or {column: period}")
    return told


def part_or_whole(text: str, kind: str | None = None) -> str | None:
    """What stands behind the year in a period; nothing for the whole year, which an empty text means."""
    return part_of_year(text, kind) if text else ""


def periods_among(names: list[str], when: Callable[[str], str | None]) -> dict[str, str]:
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
