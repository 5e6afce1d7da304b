"""Markdown and HTML: tables for texts and browsers."""

from __future__ import annotations

import io
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from factbase.render import html, markdown
from factbase.render.options import Options
from factbase.render.safe import writable
from factbase.rows import Column, Row, Rows

COLUMNS = [Column("area"), Column("value", "number", "In units."), Column("change", "percent")]


def page(rows: list[Row], title: str | None = None) -> str:
    out = io.StringIO()
    assert html.write(Rows(COLUMNS, iter(rows)), out, Options(title=title)).rows == len(rows)
    return out.getvalue()


def pipes(rows: list[Row], columns: list[Column] = COLUMNS) -> str:
    out = io.StringIO()
    assert markdown.write(Rows(columns, iter(rows)), out, Options()).rows == len(rows)
    return out.getvalue()


class Cells(HTMLParser):
    """The texts of the cells of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "td"
        if self.inside:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data


def test_markdown_aligns_figures_right_and_keeps_them_raw() -> None:
    assert pipes([("Azerbaijan", 3700000000, 20.7), ("China", None, -3)]) == (
        "| area | value | change |\n| --- | ---: | ---: |\n| Azerbaijan | 3700000000 | 20.7 |\n| China |  | -3 |\n"
    )


def test_markdown_takes_no_text_for_markup() -> None:
    line = pipes([("a|b\\c\r\nd<i>&*x* _y_ `z`", 1, None)]).splitlines()[-1]
    assert line == "| a\\|b\\\\c<br>d&lt;i>&amp;\\*x\\* \\_y\\_ \\`z\\` | 1 |  |"
    line = pipes([("![a](http://b/c.png) ~~d~~", 1, None)]).splitlines()[-1]
    assert line == "| !\\[a\\](http://b/c.png) \\~\\~d\\~\\~ | 1 |  |"


@given(st.text(), st.text())
def test_markdown_has_a_line_a_row_whatever_the_text(name: str, cell: str) -> None:
    lines = pipes([(cell, 1)], [Column(name), Column("n")]).split("\n")
    assert len(lines) == 4
    assert {line.replace("\\\\", "").replace("\\|", "").count("|") for line in lines[:3]} == {3}


def test_a_page_has_a_title_headings_and_aligned_figures() -> None:
    text = page([("Azerbaijan", 3700000000, 20.7)], title="Trade <2024>")
    assert "<title>Trade &lt;2024&gt;</title>" in text
    assert "<caption>Trade &lt;2024&gt;</caption>" in text
    assert '<th scope="col" class="n" title="In units.">value</th>' in text
    assert '<td class="n">3700000000</td>' in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert "<footer>1 row</footer>" in text


def test_a_page_needs_nothing_from_elsewhere() -> None:
    text = page([("China", None, None)])
    assert not any(word in text for word in ("http", "src=", "<script", "@import", "url("))


@given(st.text(), st.text())
def test_a_page_gives_back_any_text(title: str, cell: str) -> None:
    text = page([(cell, 1, None)], title)
    text.encode("utf-8")
    cells = Cells()
    cells.feed(text)
    assert cells.cells == [writable(cell), "1", ""]


def test_direction_marks_stay_where_no_terminal_reads_them() -> None:
    words = "\u200fسلام\u200c"
    assert words in page([(words, None, None)])
    assert words in pipes([(words, None, None)])
