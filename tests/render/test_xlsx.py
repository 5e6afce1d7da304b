"""Workbooks: what a spreadsheet reads is what was written, and typed as it was."""

from __future__ import annotations

import datetime
import io
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import WrongRequest
from factbase.query.nouns import NOUNS
from factbase.render import xlsx
from factbase.render.options import Options
from factbase.render.safe import writable
from factbase.rows import Column, Exact, Row, Rows

VALUES = (
    st.none()
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
)


def workbook(columns: list[Column], rows: list[Row], title: str = "rows") -> Any:
    """The workbook as another program reads it."""
    out = io.BytesIO()
    assert xlsx.write(Rows(columns, iter(rows)), out, Options(title=title)).rows == len(rows)
    return openpyxl.load_workbook(out)


def cells(columns: list[Column], *rows: Row) -> list[list[Any]]:
    """The cells below the header."""
    sheet = workbook(columns, list(rows)).active
    return (
        [list(row) for row in sheet.iter_rows(min_row=2, max_row=len(rows) + 1, max_col=len(columns))] if rows else []
    )


@given(st.lists(st.tuples(VALUES, VALUES, VALUES)))
def test_every_text_and_number_is_read_as_it_was(rows: list[Row]) -> None:
    for row, read in zip(rows, cells([Column("a"), Column("b"), Column("c")], *rows), strict=True):
        for value, cell in zip(row, read, strict=True):
            if isinstance(value, int) and abs(value) > 999_999_999_999_999:
                assert cell.value == str(value)
            elif isinstance(value, str):
                # A sheet takes an empty text for nothing.
                assert (cell.value or "", cell.data_type in "sn") == (writable(value), True)
            else:
                assert (cell.value, cell.data_type) == (value, "n")


def test_days_are_dates_and_other_dates_stay_as_they_are() -> None:
    texts = ["2025-04-23", "1900-03-01", "1900-02-28", "1648-10-24", "2025-04", "2025-04-23/2025-04-24", "2025-04-23~"]
    read = [cell.value for (cell,) in cells([Column("date", "date")], *((text,) for text in texts))]
    assert read == [datetime.datetime(2025, 4, 23), datetime.datetime(1900, 3, 1), *texts[2:]]  # noqa: DTZ001
    [[day]] = cells([Column("date", "date")], ("2025-04-23",))
    assert day.number_format == "yyyy-mm-dd"
    [[title]] = cells([Column("title")], ("2025-04-23",))
    assert title.value == "2025-04-23"


def test_what_a_spreadsheet_would_round_is_text_and_told() -> None:
    out = io.BytesIO()
    rows: list[Row] = [(10**15 - 1,), (10**15,), (0.1 + 0.2,), (Exact(Decimal("24123456789012.347")),)]
    written = xlsx.write(Rows([Column("value", "number")], iter(rows)), out, Options())
    assert [cell.value for cell, in openpyxl.load_workbook(out).active.iter_rows(min_row=2)] == [
        10**15 - 1, "1000000000000000", 0.30000000000000004, "24123456789012.347",
    ]  # fmt: skip
    assert written.notes == (
        "numbers of more than 15 digits, which a spreadsheet would round, were written as text: 2",
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "{=1}", "=HYPERLINK(1)", "<r>bold</r>", "<r><t>x</t></r>"])
def test_no_text_is_a_formula_or_markup(text: str) -> None:
    [[cell]] = cells([Column("words")], (text,))
    assert (cell.value, cell.data_type) == (text, "s")


def test_only_an_address_on_the_web_is_a_link() -> None:
    texts = [
        "https://example.org/a?b=1#part", "javascript:alert(1)", "file:///etc/passwd", "internal:Sheet1!A1",
        "mailto:a@example.org", "https://example.org/a b", "http", f"https://example.org/{'a' * 3000}",
    ]  # fmt: skip
    read = [cell for (cell,) in cells([Column("address")], *((text,) for text in texts))]
    assert [cell.value for cell in read] == texts
    assert [cell.hyperlink is not None for cell in read] == [True] + [False] * 7
    assert (read[0].hyperlink.target, read[0].hyperlink.location) == ("https://example.org/a?b=1", "part")


def test_the_header_stays_and_filters_and_columns_are_as_wide_as_they_need() -> None:
    sheet = workbook([Column("key"), Column("label")], [("a", "x" * 40), ("b", "y" * 400)]).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert [cell.font.bold for cell in sheet[1]] == [True, True]
    assert sheet.column_dimensions["A"].width < 10 < 50 < sheet.column_dimensions["B"].width < 70


@given(st.text())
def test_any_title_names_a_sheet(title: str) -> None:
    workbook([Column("a")], [], title=title)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("x" * 32_768,)], "a cell holds 32,767 characters, and row 1, column 'a' has 32,768"),
        ([("\U0001f30d" * 16_384,)], "a cell holds 32,767 characters"),
        ([("ok",), (float("nan"),)], "a sheet has no number for nan"),
        ([(float("inf"),)], "a sheet has no number for inf"),
    ],
)
def test_what_no_sheet_holds_is_refused_and_leaves_nothing(
    rows: list[Row], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    out = io.BytesIO()
    with pytest.raises(WrongRequest, match=words):
        xlsx.write(Rows([Column("a")], iter(rows)), out, Options())
    assert (out.getvalue(), list(tmp_path.iterdir())) == (b"", [])


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_ROWS", 3)
    rows: list[Row] = [(1,)] * 4
    with pytest.raises(WrongRequest, match="a sheet holds 3 rows and no more"):
        xlsx.write(Rows([Column("a")], iter(rows)), io.BytesIO(), Options())


def test_links_beyond_what_a_sheet_holds_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_LINKS", 1)
    read = [cell for (cell,) in cells([Column("address")], ("https://example.org/1",), ("https://example.org/2",))]
    assert [(cell.value, cell.hyperlink is None) for cell in read] == [
        ("https://example.org/1", False), ("https://example.org/2", True),
    ]  # fmt: skip


def test_a_listing_is_a_sheet_of_its_name(run: Run, tmp_path: Path) -> None:
    assert run("trade", "-o", str(tmp_path / "trade.xlsx")) == (0, "", "")
    sheet = openpyxl.load_workbook(tmp_path / "trade.xlsx")["trade"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert [row[head.index("value")] for row in rows] == [378000, 1, 3700000000]


def test_a_base_is_a_workbook_with_a_sheet_a_noun_and_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("export", "--as", "xlsx", "-o", str(tmp_path / name), "-q") == (0, "", "")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "one").read_bytes()))
    assert book.sheetnames == [*NOUNS, "columns"]
    assert book["agreements"].max_row == 12
    told = {row[:2]: row[3] for row in book["columns"].iter_rows(min_row=2, values_only=True)}
    assert told["trade", "value"] == "unit"


def test_its_library_is_asked_for_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    line = "factbase: xlsx needs XlsxWriter, which is not installed (pip install 'factbase[xlsx]')\n"
    assert run("trade", "-f", "xlsx") == (4, "", line)


def test_a_workbook_has_the_whole_base(run: Run) -> None:
    line = "factbase: --since: xlsx has the whole base (--as package or --as jsonl)\n"
    assert run("export", "--as", "xlsx", "--since", "1") == (2, "", line)
