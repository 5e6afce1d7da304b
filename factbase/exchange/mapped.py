"""Any other delimited file, by a small map in YAML that says which column is what."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from factbase.errors import BadInput, Problem
from factbase.exchange.delimited import Dialect
from factbase.exchange.draft import Codes, Draft, Told, period
from factbase.exchange.sheet_text import Node, parse
from factbase.exchange.sheet_text import load as text_of
from factbase.journal.bulk import NewSource
from factbase.kinds.figure.measure import Measure
from factbase.kinds.schema import codes as lists
from factbase.values.name import slug

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
_LISTED = {"indicator": "indicator", "flow": "flow", "unit": "unit", "status": "observation_status"}
_FILE = ("source", "delimiter", "encoding", "decimal", "thousands", "skip", "missing", "figure")


class Mapping(NamedTuple):
    """What a map says: how the file is written, its source, and each field's column or constant."""

    dialect: Dialect
    decimal: str
    thousands: str
    missing: tuple[str, ...]
    source: NewSource
    columns: dict[str, str]
    constants: dict[str, str]
    values: dict[str, dict[str, str]]
    shift: int

    def header(self, rows: list[list[str]]) -> int:
        """The place of the header: the first row below the lines that are skipped. Raises BadInput without a column."""
        if len(rows) <= self.dialect.skip:
            raise BadInput("has no header below the lines that are skipped")
        names = [cell.strip() for cell in rows[self.dialect.skip]]
        for field, column in self.columns.items():
            if column not in names:
                raise BadInput(f"there is no column '{column}' for {field}", hint=f"there are {', '.join(names)}")
        return self.dialect.skip


def load(path: str) -> Mapping:
    """The map in a file. Raises BadInput, with the line, for what no map has."""
    tree, problems = parse(text_of(path))
    top = _mapping(tree, path)
    for name, node in top.items():
        if name not in _FILE:
            problems.append(Problem(f"a map has no '{name}'", node.line, hint=f"there are {', '.join(_FILE)}"))
    columns: dict[str, str] = {}
    constants: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    times = "1"
    for field, node in _mapping(top.get("figure"), path).items():
        if field not in _FIELDS:
            problems.append(Problem(f"a figure has no '{field}'", node.line, hint=f"there are {', '.join(_FIELDS)}"))
        elif isinstance(node.value, dict):
            part = {name: _text(inner) for name, inner in node.value.items() if name != "values"}
            columns[field] = part.get("column", "")
            times = part.get("times", times)
            if "values" in node.value:
                values[field] = {name: _text(one) for name, one in _mapping(node.value["values"], path).items()}
        else:
            constants[field] = _text(node)
    for field in ("indicator", "area", "period", "value", "unit"):
        if field not in columns and field not in constants:
            problems.append(
                Problem(f"'{field}' is missing", hint="a column or, if it is the same for all rows, a text")
            )
    if times.strip("0") != "1":
        problems.append(Problem(f"'{times}' is no power of ten", field="times", hint="such as 1000"))
    encoding = _text(top.get("encoding")) or "utf-8"
    try:
        encoding = codecs.lookup(encoding).name
        # Some that Python knows are of bytes, or cannot be read a block at a time.
        codecs.getincrementaldecoder(encoding)().decode(b"").encode()
    except (LookupError, ValueError, AttributeError, TypeError):
        problems.append(Problem(f"there is no encoding '{encoding}'", hint="such as utf-8, latin-1, utf-16"))
    delimiter = {"tab": "\t", "": ","}.get(_text(top.get("delimiter")), _text(top.get("delimiter")))
    if len(delimiter) != 1 or not delimiter.isascii() or delimiter in '"\r\n\0':
        problems.append(Problem("a delimiter is one sign", field="delimiter", hint="such as , ; | or tab"))
    skip = _text(top.get("skip")) or "0"
    if not re.fullmatch("[0-9]{1,4}", skip):
        problems.append(Problem(f"'{skip}' is no number of lines", field="skip", hint="such as 2"))
    if problems:
        raise BadInput("the map cannot be used", where=path, problems=problems)
    told = {name: _text(node) for name, node in _mapping(top.get("source"), path).items()} if "source" in top else {}
    title = told.get("title") or told.get("key") or "statistics"
    source = NewSource(told.get("key") or slug(title), title, None, told.get("edition") or None)
    missing = top["missing"].value if "missing" in top else None
    empty = tuple(_text(one) for one in missing) if isinstance(missing, list) else ("",)
    return Mapping(
        Dialect(delimiter, encoding, int(skip)),
        _text(top.get("decimal")) or ".",
        top["thousands"].value if "thousands" in top and isinstance(top["thousands"].value, str) else "",
        ("", *empty),
        source,
        columns,
        constants,
        values,
        len(times) - 1,
    )


class Reading:
    """How a file is read by a map."""

    codes = None
    footer = ()

    def __init__(self, mapping: Mapping) -> None:
        self._map = mapping
        self.source = mapping.source
        self.texts = [column for field, column in mapping.columns.items() if field != "value"]
        self.numbers = [mapping.columns["value"]]

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell."""
        from factbase.exchange.draft import cross

        told: dict[str, Codes] = {}
        for field in _FIELDS:
            if field != "value" and (field in self._map.columns or field in self._map.constants):
                told[field] = self._column(draft, field)
        measured = cross(
            *(draft.filled(told.get(name) or draft.constant("")) for name in ("indicator", "unit", "basis"))
        )
        column = self._map.columns["value"]
        if "commodity" in told:
            told.setdefault("classification", draft.constant("HS"))
        names = ("partner", "reporter", "flow", "classification", "commodity", "description", "status")
        yield Told(
            column,
            self._numbers(draft.text(column)),
            measured.map(lambda three: Measure(three[0], three[1], basis=three[2] or None)),
            told["area"],
            told["period"],
            shift=self._map.shift,
            signed=True,
            missing=self._map.missing,
            **{name: told[name] for name in names if name in told},  # type: ignore[arg-type]
        )

    def _column(self, draft: Draft, field: str) -> Codes:
        name = self._map.columns.get(field)
        column = draft.codes(name) if name else draft.constant(self._map.constants[field])
        replaced = self._map.values.get(field, {})
        column = column.map(lambda value: replaced.get(value, value))
        if field in ("area", "partner", "reporter"):
            return draft.actors(name or field, names=True, column=column)
        if field in _LISTED:
            known = lists[_LISTED[field]]
            return draft.mapped(name or field, lambda code: code if code in known else None, f"is no {field}", column)
        if field == "period":
            return draft.mapped(name or field, period, "is no period", column)
        return column

    def _numbers(self, texts: Any) -> Any:
        """Numbers as the map says that they are written, as numbers with a point; others as they are, to be refused."""

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
        return pc.if_else(
            right, pc.replace_substring(bare, decimal, "."), pc.binary_join_element_wise(texts, "", "\u00a0")
        )


def guess(header: list[str], name: str) -> str:
    """A map for review: which columns seem to be what, by their names."""
    import json

    hints = {
        "area": ("reporter", "country", "area", "geo", "economy"), "partner": ("partner", "counterpart"),
        "flow": ("flow",), "commodity": ("commodity", "product", "hs", "cmd"), "period": ("period", "year", "time", "date"),
        "value": ("value", "amount", "obs"),
    }  # fmt: skip
    lines = []
    for field, words in hints.items():
        column = next((one for word in words for one in header if word in one.lower()), None)
        if column is not None:
            lines.append(f"  {field}: {{column: {json.dumps(column, ensure_ascii=False)}}}")
        elif field in ("area", "period", "value"):
            lines.append(f"  {field}: {{column: }}  # which one?")
    columns = "\n".join(f"#   {json.dumps(one, ensure_ascii=False)}" for one in header)
    return (
        f"# How {json.dumps(name, ensure_ascii=False)} is read. Its columns are:\n{columns}\n"
        f'source: {{key: {slug(name)}, title: {json.dumps(name, ensure_ascii=False)}, edition: ""}}\n'
        'delimiter: ","   # tab for tabs\nencoding: utf-8  # latin-1, utf-16, ...\n'
        'decimal: "."\nthousands: ""    # what groups digits: a comma, a blank\n'
        'skip: 0          # lines before the header\nmissing: ["", ".."]\n'
        "# A field is a column, with other words for its values if need be, or a text that holds for all rows:\n"
        "#   flow: {column: Flow, values: {Exp: export, Imp: import}}\n"
        "#   value: {column: Value, times: 1000}\n"
        "figure:\n  indicator: trade in goods  # a code of the base\n  unit: USD\n" + "\n".join(lines) + "\n"
    )


def _mapping(node: Node | None, path: str) -> dict[str, Node]:
    if node is None or not isinstance(node.value, dict):
        raise BadInput(
            "is no map: it needs 'figure' with a column for each field", where=path, hint="--guess writes one"
        )
    return node.value


def _text(node: Node | None) -> str:
    return node.value.strip() if node is not None and isinstance(node.value, str) else ""
