"""CSV, TSV, JSON and JSON lines: what a program reads back is what was written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import WrongRequest
from factbase.render.formats import FORMATS, writer
from factbase.render.options import Options, Written
from factbase.rows import Column, Row, Rows

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.none() | TEXTS | NUMBERS
LINES = st.lists(st.tuples(VALUES, VALUES, VALUES))
GUARDED = "an apostrophe was put before {} cells that a spreadsheet would take for formulas"


def written(form: str, rows: list[Row], names: str = "a b c", *, excel_safe: bool = False) -> str:
    out = io.StringIO(newline="")
    answer = Rows([Column(name) for name in names.split()], iter(rows))
    assert writer(form)(answer, out, Options(excel_safe=excel_safe)).rows == len(rows)
    return out.getvalue()


def as_text(value: object) -> str:
    """What a form without types holds of a value; numbers as floats, which tells 3.0 from nothing but 3."""
    return "" if value is None else value if isinstance(value, str) else repr(float(value))  # type: ignore[arg-type]


def untyped(rows: list[Row], read: list[list[str]]) -> list[list[str]]:
    """What was read, with numbers where numbers were written."""

    def cell(value: object, read: str) -> str:
        return as_text(float(read)) if isinstance(value, (int, float)) else read

    return [list(map(cell, row, cells)) for row, cells in zip(rows, read, strict=True)]


@given(LINES)
def test_csv_gives_back_every_text_and_number(rows: list[Row]) -> None:
    _, *read = csv.reader(io.StringIO(written("csv", rows), newline=""), strict=True)
    assert untyped(rows, read) == [[as_text(value) for value in row] for row in rows]


@given(st.lists(st.tuples(VALUES)))
def test_csv_of_one_column_has_no_empty_lines(rows: list[Row]) -> None:
    _, *read = csv.reader(io.StringIO(written("csv", rows, "a"), newline=""), strict=True)
    assert untyped(rows, read) == [[as_text(value) for value in row] for row in rows]


def test_csv_quotes_only_where_it_must() -> None:
    rows: list[Row] = [("Astana, Baku", 'the "Silk" Road', None), ("", "a\rb", "a\nb"), (" x", "'", 1)]
    assert written("csv", rows) == 'a,b,c\n"Astana, Baku","the ""Silk"" Road",\n"","a\rb","a\nb"\n x,\',1\n'


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (3700000000, "3700000000"),
        (9223372036854775807, "9223372036854775807"),
        (0.3, "0.3"),
        (1e16, "10000000000000000"),
        (1e-7, "0.0000001"),
        (-0.00012, "-0.00012"),
        (3.0, "3"),
        (0.1 + 0.2, "0.30000000000000004"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl"])
def test_numbers_are_written_in_full_without_exponents(form: str, value: float, digits: str) -> None:
    line = written(form, [(value,)], "v").splitlines()[-1]
    assert line == (f'{{"v": {digits}}}' if form == "jsonl" else digits)


@given(LINES)
def test_tsv_gives_back_every_text_and_number(rows: list[Row]) -> None:
    def plain(cell: str) -> str:
        parts = (part.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r") for part in cell.split("\\\\"))
        return "\\".join(parts)

    _, *lines, end = written("tsv", rows).split("\n")
    assert end == ""
    read = [[plain(cell) for cell in line.split("\t")] for line in lines]
    assert untyped(rows, read) == [[as_text(value) for value in row] for row in rows]


@given(LINES)
def test_json_and_json_lines_give_back_every_value(rows: list[Row]) -> None:
    def read(text: str) -> list[object]:
        # Digits that need no point are read as an integer, which for a large float is near the float but not it.
        values = json.loads(text).values()
        return [float(now) if isinstance(was, float) else now for was, now in zip(row, values, strict=True)]

    lines = written("jsonl", rows).split("\n")[:-1]
    for row, line in zip(rows, lines, strict=True):
        assert read(line) == list(row)
    assert json.loads(written("json", rows)) == [json.loads(line) for line in lines]


@given(st.integers(-(2**63), 2**63 - 1))
def test_json_gives_back_every_integer_exactly(value: int) -> None:
    assert json.loads(written("jsonl", [(value,)], "v")) == {"v": value}


def test_json_has_an_object_a_line() -> None:
    assert written("json", [("AZE", 1), ("Çin", None)], "actor n") == (
        '[\n  {"actor": "AZE", "n": 1},\n  {"actor": "Çin", "n": null}\n]\n'
    )
    assert written("json", []) == "[]\n"


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_json_refuses_what_is_no_number_there(form: str, value: float) -> None:
    with pytest.raises(WrongRequest, match="JSON has no number for"):
        written(form, [(value,)], "v")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_formulas_are_exact_unless_a_spreadsheet_is_to_be_safe(form: str) -> None:
    rows: list[Row] = [("=1+1", -3, "@x"), ("China", -0.5, "a=b")]
    exact, safe = "=1+1,-3,@x\nChina,-0.5,a=b\n", "'=1+1,-3,'@x\nChina,-0.5,a=b\n"
    assert written(form, rows).replace("\t", ",") == f"a,b,c\n{exact}"
    out = io.StringIO()
    answer = Rows([Column("a"), Column("b", "number"), Column("c")], iter(rows))
    assert writer(form)(answer, out, Options(excel_safe=True)) == Written(rows=2, notes=(GUARDED.format(2),))
    assert out.getvalue().replace("\t", ",") == f"a,b,c\n{safe}"


@given(st.lists(st.tuples(VALUES, VALUES, VALUES)))
def test_no_text_is_a_formula_where_a_spreadsheet_is_to_be_safe(rows: list[Row]) -> None:
    _, *read = csv.reader(io.StringIO(written("csv", rows, excel_safe=True), newline=""))
    for row, cells in zip(rows, read, strict=True):
        for value, cell in zip(row, cells, strict=True):
            assert not (isinstance(value, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")))


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_name_of_a_column_is_escaped_and_guarded_like_a_cell(form: str) -> None:
    out = io.StringIO(newline="")
    answer = Rows([Column("a\t,b"), Column("=c")], iter([]))
    assert writer(form)(answer, out, Options(excel_safe=True)) == Written(rows=0, notes=(GUARDED.format(1),))
    assert out.getvalue() == ('"a\t,b",\'=c\n' if form == "csv" else "a\\t,b\t'=c\n")


class Closed(Exception):
    """The reader has gone."""


class ShortPipe(io.StringIO):
    """A pipe whose reader goes after a few thousand characters."""

    def write(self, text: str, /) -> int:
        if self.tell() > 5000:
            raise Closed
        return super().write(text)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "table"])
def test_rows_are_written_as_they_come(form: str) -> None:
    endless: Iterator[Row] = repeat(("AZE", 1, None))
    with pytest.raises(Closed):
        writer(form)(Rows([Column("a"), Column("b"), Column("c")], endless), ShortPipe(), Options())
