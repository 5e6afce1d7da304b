"""The table for people: fitted, complete, and harmless to the terminal."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factbase.render import table
from factbase.render.options import Options, Written
from factbase.render.safe import visible
from factbase.rows import Column, Row, Rows

AGREEMENTS = [
    Column("key", "code"),
    Column("label"),
    Column("kind"),
    Column("status", "code"),
    Column("signed", "date"),
    Column("parties", "list"),
    Column("citation", "code"),
]
JOINT_STATEMENT: Row = (
    "azerbaijan-china-joint-statement",
    "Joint Statement on the Establishment of a Comprehensive Strategic Partnership",
    "joint statement",
    "signed",
    "2025-04-23",
    "Azerbaijan; China",
    "kapanadze p1",
)
TRADE = [
    Column("indicator"),
    Column("period", "date"),
    Column("value", "number", unit_column="unit"),
    Column("unit", "code"),
    Column("change", "percent"),
]
TURNOVER: Row = ("trade in goods", "2024", 3700000000, "USD", 20.7)
CARGO: Row = ("transit cargo", "2024", 378000, "t", None)


def shown(columns: list[Column], rows: list[Row], width: int | None = None, *, color: bool = False) -> str:
    out = io.StringIO()
    assert table.write(Rows(columns, iter(rows)), out, Options(width, color)) == Written(len(rows))
    return out.getvalue()


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_figures_have_their_units_and_changes_their_signs() -> None:
    assert lines(shown(TRADE, [TURNOVER, CARGO], 80)) == [
        "indicator       period        value   change",
        "────────────────────────────────────────────",
        "trade in goods  2024    3.70 bn USD  +20.7 %",
        "transit cargo   2024      378,000 t        –",
    ]


def test_a_pipe_gets_the_same_columns_uncut() -> None:
    assert lines(shown(TRADE, [TURNOVER, CARGO])) == [
        "indicator       period        value   change",
        "trade in goods  2024    3.70 bn USD  +20.7 %",
        "transit cargo   2024      378,000 t        –",
    ]
    assert shown(AGREEMENTS, [JOINT_STATEMENT]).splitlines()[1] == "  ".join(map(str, JOINT_STATEMENT))


def test_a_pipe_gets_a_line_a_row() -> None:
    assert lines(shown([Column("a")], [("two\nlines",)])) == ["a", "two\\nlines"]


def test_years_and_counts_without_a_unit_stay_plain() -> None:
    assert lines(shown([Column("year", "integer")], [(2024,)])) == ["year", "2024"]


def test_an_unknown_is_told_from_an_empty_text() -> None:
    assert lines(shown([Column("a"), Column("b")], [(None, "")])) == ["a  b", "–  ''"]


def test_an_optional_column_is_there_only_where_it_holds_something() -> None:
    columns = [Column("a"), Column("b", optional=True)]
    assert lines(shown(columns, [("x", None)])) == ["a", "x"]
    assert lines(shown(columns, [("x", None), ("y", "z")])) == ["a  b", "x", "y  z"]


def test_nothing_found_is_nothing_written() -> None:
    assert shown(TRADE, [], 80) == ""


def test_a_key_is_below_its_label_where_it_would_be_broken() -> None:
    def first_column(width: int) -> list[str]:
        return [line.split("  ")[0] for line in lines(shown(AGREEMENTS, [JOINT_STATEMENT], width))]

    assert first_column(120)[0] == "label"
    assert first_column(120)[-1] == "azerbaijan-china-joint-statement"
    assert first_column(200)[0] == "key"


def test_a_long_key_breaks_after_a_hyphen() -> None:
    assert lines(shown(AGREEMENTS, [JOINT_STATEMENT], 34))[:2] == [
        "key       azerbaijan-china-joint-",
        "          statement",
    ]


def test_a_row_is_a_block_where_columns_would_be_too_narrow() -> None:
    assert lines(shown(AGREEMENTS, [JOINT_STATEMENT], 60)) == [
        "key       azerbaijan-china-joint-statement",
        "label     Joint Statement on the Establishment of a",
        "          Comprehensive Strategic Partnership",
        "kind      joint statement",
        "status    signed",
        "signed    2025-04-23",
        "parties   Azerbaijan; China",
        "citation  kapanadze p1",
    ]


def test_a_name_is_above_its_value_where_not_even_a_block_fits() -> None:
    assert lines(shown(TRADE, [TURNOVER], 16))[:4] == ["indicator", "trade in goods", "period", "2024"]


def test_a_column_without_name_and_words_takes_a_place() -> None:
    assert lines(shown([Column(""), Column("said")], [(" ", "yes and no")], 12))[-1].strip() == "no"


@pytest.mark.parametrize("width", [8, 12, 20, 40, 60, 80, 120, 200])
@pytest.mark.parametrize(("columns", "row"), [(AGREEMENTS, JOINT_STATEMENT), (TRADE, TURNOVER)])
def test_a_table_fits_and_leaves_nothing_out(columns: list[Column], row: Row, width: int) -> None:
    text = shown(columns, [row], width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert "…" not in text
    _, cells = table.people(Rows(columns, iter([row])))
    unwrapped = "".join(text.split())
    for word in re.findall(r"\w+", " ".join(cells[0])):
        assert len(word) > 6 or word in text or word in unwrapped


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_a_table_has_the_width_it_is_given_on_any_terminal(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", term)
    text = shown(AGREEMENTS, [JOINT_STATEMENT], 140, color=True)
    assert max(cell_len(re.sub("\x1b\\[[0-9;]*m", "", line)) for line in text.splitlines()) > 80


def test_headings_are_bold_and_unknowns_dim_on_a_terminal_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = shown([Column("a")], [(None,)], 80, color=True)
    assert "\x1b[1ma" in text
    assert "\x1b[2m–" in text
    assert "\x1b" not in shown([Column("a")], [(None,)], 80)


def test_markup_in_data_is_only_text() -> None:
    assert "[/x] [bold]b[/bold] :smile:" in shown([Column("a")], [("[/x] [bold]b[/bold] :smile:",)], 80)


@given(st.text(min_size=1), st.text(), st.text(), st.sampled_from([None, 8, 20, 80]))
def test_no_text_steers_the_terminal(name: str, cell: str, unit: str, width: int | None) -> None:
    columns = [Column(name), Column("value", "number", unit_column="unit"), Column("unit")]
    text = shown(columns, [(cell, 1, unit), (None, None, None)], width)
    assert visible(text, keep="\n") == text


@pytest.mark.parametrize("accent", ["\u0301", "\ufe0f", "\u200d"])
def test_a_long_word_that_begins_with_an_accent_is_wrapped(accent: str) -> None:
    assert "".join(shown([Column("a")], [(accent + "b" * 30,)], 12).split()).endswith("b" * 30)


@given(st.text(min_size=1), st.integers(2, 100))
def test_wrapping_loses_no_character(cell: str, width: int) -> None:
    text = shown([Column("a")], [(cell,)], width)
    assert "".join(visible(cell, keep="\n").split()) in "".join(text.split())
