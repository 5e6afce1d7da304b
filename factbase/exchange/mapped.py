"""Any other delimited file, by a small map in YAML that says which column is what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from factbase.errors import BadInput, Problem, WrongRequest
from factbase.exchange.delimited import Dialect, encoding_of
from factbase.exchange.draft import NO_NUMBER, Codes, Draft, Told, cross, period, period_of
from factbase.exchange.sheet_text import Node, parse
from factbase.exchange.sheet_text import load as text_of
from factbase.journal.block import NewSource
from factbase.kinds.figure.measure import Measure
from factbase.values.name import slug
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
_LISTED = {"indicator": "indicator", "flow": "flow", "status": "observation_status"}
_SOURCE = ("key", "title", "edition", "publisher", "address")
_FILE: tuple[str, ...] = ("source", "delimiter", "encoding", "decimal", "thousands", "skip", "footer", "missing")
_FILE += ("codes", "negative", "figure")
_CODES = {"": None, "comtrade": "c", "worldbank": "w", "sdmx": "s"}
_IN_FIELD = ("column", "columns", "values", "times")
# What is never below zero, unless it is a balance.
_COUNTED = {
    "trade in goods", "trade in services", "trade", "trade quantity", "cargo", "transit", "passengers", "production",
    "population", "count", "rank",
}  # fmt: skip
_MAGNITUDES = {
    "thousand": 3, "thousands": 3, "1000": 3, "'000": 3, "million": 6, "millions": 6, "mn": 6, "billion": 9,
    "billions": 9, "bn": 9, "trillion": 12, "trillions": 12,
}  # fmt: skip


class Mapping(NamedTuple):
    """What a map says: how the file is written, its source, and each field's column or constant.

    `across` are columns of values by the periods that they are of; empty for all whose names are periods, None where
    one column has the values and another the period. `negative` says whether a value may be below zero: None if that is
    for its indicator and flow to say.
    """

    dialect: Dialect
    decimal: str
    thousands: str
    missing: tuple[str, ...]
    footer: tuple[str, ...]
    codes: str | None
    negative: bool | None
    source: NewSource
    columns: dict[str, str]
    constants: dict[str, str]
    values: dict[str, dict[str, str]]
    across: dict[str, str] | None
    shift: int

    def header(self, head: list[tuple[int, list[str]]]) -> int:
        """The place of the header: the first row below the lines that are skipped. Raises BadInput without a column."""
        at = next((at for at, (line, _) in enumerate(head) if line > self.dialect.skip), None)
        if at is None:
            raise BadInput("has no header below the lines that are skipped")
        names = [cell.strip() for cell in head[at][1]]
        for field, column in [*self.columns.items(), *(("value", column) for column in self.across or ())]:
            if column not in names:
                raise BadInput(f"there is no column '{column}' for {field}", hint=f"there are {', '.join(names)}")
        if self.across == {} and not any(period_of(name) for name in names):
            hint = "columns: {the name of a column: its period}"
            raise BadInput("no column has a period for its name", hint=hint)
        return at


def load(path: str) -> Mapping:
    """The map in a file. Raises BadInput, with the line, for what no map has."""
    tree, problems = parse(text_of(path))
    top = _mapping(tree, path)

    def known(nodes: dict[str, Node], names: tuple[str, ...], what: str) -> None:
        problems.extend(
            Problem(f"{what} has no '{name}'", node.line, hint=f"there are {', '.join(names)}")
            for name, node in nodes.items()
            if name not in names
        )

    def wrong(what: str, field: str, hint: str) -> None:
        problems.append(Problem(what, top[field].line if field in top else None, field, hint))

    known(top, _FILE, "a map")
    columns: dict[str, str] = {}
    constants: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    across: dict[str, str] | None = None
    times = "1"
    fields = _mapping(top.get("figure"), path)
    known(fields, _FIELDS, "a figure")
    for field, node in fields.items():
        if not isinstance(node.value, dict):
            constants[field] = _text(node)
            continue
        known(node.value, _IN_FIELD, f"'{field}'")
        times = _text(node.value.get("times")) or times
        if "values" in node.value:
            values[field] = {name: _text(one) for name, one in _mapping(node.value["values"], path).items()}
        if "columns" in node.value and field == "value":
            across = _across(node.value["columns"], problems)
        else:
            columns[field] = _text(node.value.get("column"))
    for field in ("indicator", "area", "period", "value", "unit"):
        if field not in columns and field not in constants and (across is None or field not in ("period", "value")):
            hint = "a column or, if it is the same for all rows, a text"
            problems.append(Problem(f"'{field}' is missing", hint=hint))
    if "value" in constants:
        problems.append(Problem("'value' is no column", hint="value: {column: Value}, or {columns: periods}"))
    if across is not None and "period" in {*columns, *constants}:
        problems.append(Problem("'period' is told twice", hint="the columns of values tell it: leave one out"))
    if not re.fullmatch("10{0,18}", times):
        what = f"'{times}' is no power of ten up to 18 zeros"
        problems.append(Problem(what, field="times", hint="such as 1000"))
    encoding = _text(top.get("encoding")) or "utf-8"
    try:
        encoding = encoding_of(encoding)
    except WrongRequest as error:
        wrong(error.what, "encoding", error.hint or "")
    delimiter = {"tab": "\t", "": ","}.get(_text(top.get("delimiter")), _text(top.get("delimiter")))
    if len(delimiter) != 1 or not delimiter.isascii() or delimiter in '"\r\n\0':
        wrong("a delimiter is one sign", "delimiter", "such as , ; | or tab")
    skip = _text(top.get("skip")) or "0"
    if not re.fullmatch("[0-9]{1,4}", skip):
        wrong(f"'{skip}' is no number of lines", "skip", "such as 2")
    decimal = _text(top.get("decimal")) or "."
    thousands = top["thousands"].value if "thousands" in top and isinstance(top["thousands"].value, str) else ""
    if decimal not in (".", ","):
        wrong(f"'{decimal}' is no decimal sign", "decimal", "a point or a comma")
    if thousands == decimal or len(thousands) > 1 or thousands.isalnum() or thousands in ("-", "+"):
        wrong(f"'{thousands}' cannot group digits", "thousands", "a sign that is not the decimal one")
    scheme = _text(top.get("codes"))
    if scheme not in _CODES:
        wrong(f"there are no codes of '{scheme}'", "codes", f"there are {', '.join(filter(None, _CODES))}")
    negative = _text(top.get("negative"))
    if negative not in ("", "allowed", "refused"):
        wrong(f"'{negative}' says nothing of values below zero", "negative", "allowed or refused")
    told: dict[str, str] = {}
    if "source" in top:
        parts = _mapping(top["source"], path)
        known(parts, _SOURCE, "a source")
        told = {name: _text(node) for name, node in parts.items()}
    if problems:
        raise BadInput("the map cannot be used", where=path, problems=problems)
    title = told.get("title") or told.get("key") or "statistics"
    publisher, edition, address = (told.get(name) or None for name in ("publisher", "edition", "address"))
    source = NewSource(told.get("key") or slug(title), title, publisher, edition, address)
    return Mapping(
        Dialect(delimiter, encoding, int(skip)),
        decimal,
        thousands,
        ("", *_list(top.get("missing"))),
        tuple(filter(None, _list(top.get("footer")))),
        _CODES[scheme],
        None if not negative else negative == "allowed",
        source,
        columns,
        constants,
        values,
        across,
        len(times) - 1,
    )


def _across(node: Node, problems: list[Problem]) -> dict[str, str]:
    """Columns of values with their periods, as a map tells them: by name, or all that are called by a period."""
    told: dict[str, str] = {}
    if isinstance(node.value, dict):
        told = {name: _text(one) for name, one in node.value.items()}
    elif isinstance(node.value, list):
        told = {_text(one): _text(one) for one in node.value}
    elif _text(node) == "periods":
        return {}
    for column, text in told.items():
        if period_of(text) is None:
            problems.append(Problem(f"'{text}' is no period", node.line, column, "such as {FY19: 2019}"))
    if not told:
        hint = "periods, a list of columns, or {column: period}"
        problems.append(Problem("'columns' names no column", node.line, hint=hint))
    return told


def unit_of(words: str, units: Collection[str]) -> tuple[str, int] | None:
    """A unit of the base, and the power of ten by which the one that is written is larger; None for no unit.

    >>> [unit_of(words, ("USD", "t")) for words in ("thousand USD", "US$ (millions)", "kt", "apples and pears")]
    [('USD', 3), ('USD', 6), ('t', 3), None]
    """
    parts = [part for part in re.split(r"[\s(),]+", words.strip()) if part and part.lower() not in ("of", "in")]
    powers = [_MAGNITUDES[part.lower()] for part in parts if part.lower() in _MAGNITUDES]
    bare = " ".join(part for part in parts if part.lower() not in _MAGNITUDES)
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
            across = {name: name for name in header if period_of(name)}
        # The columns of values, with the period of each where it is not a column's to tell.
        self._values: dict[str, str | None] = dict(across) if across else {mapping.columns["value"]: None}
        self.texts = [column for field, column in mapping.columns.items() if field != "value"]
        self.numbers = [*self._values]

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
        if "commodity" in told:
            told.setdefault("classification", draft.constant("HS"))
        names = ("partner", "reporter", "flow", "classification", "commodity", "description", "status")
        dimensions: dict[str, Any] = {name: told[name] for name in names if name in told}
        signed = self._signed(draft, told)
        powers = sorted({one[1] for one in unit.values})
        for column, when in self._values.items():
            texts = self._numbers(draft.text(column))
            period_ = told["period"] if when is None else draft.constant(period_of(when))
            for power in powers:
                which = None if len(powers) == 1 else unit.among(lambda one, power=power: one and one[1] == power)  # type: ignore[misc]
                yield Told(
                    column, texts, measure, told["area"], period_, shift=self._map.shift + power, signed=signed,
                    missing=self._map.missing, which=which, **dimensions,
                )  # fmt: skip

    def _signed(self, draft: Draft, told: dict[str, Codes]) -> Any:
        """Whether values may be below zero: for all rows, or for which."""
        if self._map.negative is not None:
            return self._map.negative
        flow = told.get("flow") or draft.constant("")
        both = cross(draft.filled(told["indicator"]), draft.filled(flow))
        return both.among(lambda two: two[0] not in _COUNTED or two[1] == "balance")

    def _column(self, draft: Draft, field: str) -> Codes:
        name = self._map.columns.get(field)
        column = draft.codes(name) if name else draft.constant(self._map.constants[field])
        replaced = self._map.values.get(field, {})
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
            return draft.mapped(name or field, period, "is no period", column)
        return column

    def _numbers(self, texts: Any) -> Any:
        """Numbers as the map says that they are written, as numbers with a point; others as they are, to be refused."""
        import pyarrow as pa
        import pyarrow.compute as pc

        texts = pc.ascii_trim_whitespace(texts)
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


def guess(head: list[tuple[int, list[str]]], name: str, dialect: Dialect) -> str:
    """A map for review: which row is the header, and which columns seem to be what, by their names."""
    width = max(_filled(cells) for _, cells in head)
    at = next(at for at, (_, cells) in enumerate(head) if _filled(cells) == width)
    header = [cell.strip() for cell in head[at][1]]
    below = [cells for _, cells in head[at + 1 :]]
    hints = {
        "area": ("reporter", "country", "area", "geo", "economy"), "partner": ("partner", "counterpart"),
        "flow": ("flow",), "commodity": ("commodity", "product", "hs", "cmd"), "period": ("period", "year", "time", "date"),
        "value": ("value", "amount", "obs"), "unit": ("unit", "currency"),
    }  # fmt: skip
    periods = [column for column in header if period_of(column)]
    lines = []
    for field, words in hints.items():
        column = next((one for word in words for one in header if word in one.lower()), None)
        if len(periods) > 1 and field == "value":
            lines.append("  value: {columns: periods}  # all that are called by a period")
        elif len(periods) > 1 and field == "period":
            continue
        elif column is not None:
            lines.append(f"  {field}: {{column: {_quoted(column)}}}")
        elif field == "unit":
            lines.append("  unit: USD  # or thousand USD, million EUR, t")
        elif field in ("area", "period", "value"):
            lines.append(f"  {field}: {{column: }}  # which one?")
    decimal = "," if any(re.fullmatch("-?[0-9]+,[0-9]+", cell) for cells in below for cell in cells) else "."
    columns = "\n".join(f"#   {_quoted(one)}" for one in header)
    return (
        f"# How {_quoted(name)} is read. Its columns are:\n{columns}\n"
        f'source: {{key: {slug(name)}, title: {_quoted(name)}, edition: ""}}  # and publisher: a name or a code\n'
        f"delimiter: {_quoted('tab' if dialect.delimiter == chr(9) else dialect.delimiter)}   # or tab\n"
        f"encoding: {dialect.encoding}  # utf-8, latin-1, utf-16, ...\n"
        f'decimal: "{decimal}"\nthousands: ""    # what groups digits: a comma, a blank\n'
        f"skip: {head[at][0] - 1}          # lines before the header\nfooter: []       # words that lines below the last row begin with\n"
        'missing: ["", ".."]\n'
        "# codes: comtrade      # or worldbank, sdmx: whose codes of areas these are; ISO 3166, M49 and names need none\n"
        "# negative: allowed    # else a value below zero is refused where it is trade, a quantity or a count, and no balance\n"
        "# A field is a column, with other words for its values if need be, or a text that holds for all rows:\n"
        "#   flow: {column: Flow, values: {Exp: export, Imp: import}}\n"
        "#   value: {column: Value, times: 1000}\n"
        "# or values stand in a column a period:\n"
        "#   value: {columns: periods}, {columns: [2022, 2023]} or {columns: {FY22: 2022, FY23: 2023}}\n"
        "figure:\n  indicator: trade in goods  # a code of the base\n" + "\n".join(lines) + "\n"
    )


def _filled(cells: list[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)


def _list(node: Node | None) -> list[str]:
    return [_text(one) for one in node.value] if node is not None and isinstance(node.value, list) else []


def _mapping(node: Node | None, path: str) -> dict[str, Node]:
    if node is None or not isinstance(node.value, dict):
        raise BadInput(
            "is no map: it needs 'figure' with a column for each field", where=path, hint="--guess writes one"
        )
    return node.value


def _text(node: Node | None) -> str:
    return node.value.strip() if node is not None and isinstance(node.value, str) else ""
