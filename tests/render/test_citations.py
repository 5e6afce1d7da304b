"""Sources for reference managers: CSL-JSON and BibTeX; and links to the words that are cited."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from factbase.kinds.schema import codes
from factbase.kinds.tables import tables
from factbase.render.csl import NEEDED, issued
from factbase.render.formats import CITATIONS, writer
from factbase.render.options import Options
from factbase.rows import Column, Rows

BOOK = {
    "key": "li-2025",
    "label": "Trade & {Transit}: 100% of #1_things",
    "kind": "book",
    "author": "李明",
    "publisher": "Ürümqi House",
    "published": "2025-04~",
    "edition": "2nd",
    "address": "https://example.org/a_b?c=%20&d={1}",
    "language": "en",
}


def told(form: str, *sources: dict[str, str]) -> str:
    out = io.StringIO()
    rows = (tuple(source.get(name) for name in NEEDED) for source in sources)
    writer(form)(Rows([Column(name) for name in NEEDED], rows), out, Options())
    return out.getvalue()


def test_the_first_article_is_an_item_of_csl(run: Run) -> None:
    [item] = json.loads(run("sources", "-f", "csl").out)
    assert item["id"] == "kapanadze"
    assert item["type"] == "article-newspaper"
    assert item["title"] == "Azerbaijan and China Strengthen Strategic Partnership"
    assert item["author"] == [{"literal": "Sandro Kapanadze"}]
    assert item["language"] == "en"


def test_the_first_article_is_an_entry_of_bibtex(run: Run) -> None:
    out = run("sources", "-f", "bibtex").out
    assert out.startswith("@article{kapanadze,\n  author = {{Sandro Kapanadze}},\n  title = {{Azerbaijan and China ")
    assert out.endswith("}\n")


def test_a_book_has_all_that_is_known_of_it() -> None:
    assert json.loads(told("csl", BOOK)) == [
        {
            "id": "li-2025",
            "type": "book",
            "title": "Trade & {Transit}: 100% of #1_things",
            "author": [{"literal": "李明"}],
            "publisher": "Ürümqi House",
            "issued": {"date-parts": [[2025, 4]], "circa": True},
            "edition": "2nd",
            "URL": "https://example.org/a_b?c=%20&d={1}",
            "language": "en",
        }
    ]
    assert told("bibtex", BOOK) == (
        "@book{li-2025,\n"
        "  author = {{李明}},\n"
        "  title = {{Trade \\& \\textbraceleft{}Transit\\textbraceright{}: 100\\% of \\#1\\_things}},\n"
        "  publisher = {{Ürümqi House}},\n"
        "  date = {2025-04~},\n"
        "  year = {2025},\n"
        "  edition = {2nd},\n"
        "  url = {https://example.org/a_b?c=%20&d=%7B1%7D},\n"
        "  language = {en},\n"
        "}\n"
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = {"key": "x", "label": "A note", "kind": "note"}
    assert json.loads(told("csl", bare)) == [{"id": "x", "type": "document", "title": "A note", "genre": "note"}]
    assert told("bibtex", bare) == "@misc{x,\n  title = {{A note}},\n  howpublished = {note},\n}\n"


def test_a_shelf_mark_is_no_link() -> None:
    shelved = BOOK | {"address": "shelf 12"}
    assert json.loads(told("csl", shelved))[0]["call-number"] == "shelf 12"
    assert "note = {shelf 12}" in told("bibtex", shelved)
    assert "url" not in told("bibtex", shelved)


@pytest.mark.parametrize("kind", codes["source_kind"] if tables else [])
def test_every_kind_of_source_has_a_type(kind: str) -> None:
    assert json.loads(told("csl", BOOK | {"kind": kind}))[0]["type"]
    assert re.match(r"@[a-z]+\{li-2025,", told("bibtex", BOOK | {"kind": kind}))


@pytest.mark.parametrize(
    ("edtf", "made"),
    [
        ("2025", {"date-parts": [[2025]]}),
        ("2025-04-23", {"date-parts": [[2025, 4, 23]]}),
        ("2025-04/2025-06", {"date-parts": [[2025, 4], [2025, 6]]}),
        ("2025?", {"date-parts": [[2025]], "circa": True}),
        ("2025-21", {"date-parts": [[2025]], "season": 1}),
        ("2025-33", {"literal": "2025-33"}),
        ("2025/..", {"literal": "2025/.."}),
        ("202X", {"literal": "202X"}),
        ("2025-XX", {"literal": "2025-XX"}),
        ("yesterday", {"literal": "yesterday"}),
    ],
)
def test_dates_are_as_exact_as_they_were(edtf: str, made: dict[str, object]) -> None:
    assert issued(edtf) == made


@pytest.mark.parametrize("form", CITATIONS)
@pytest.mark.parametrize("command", [["agreements"], ["trade"], ["show", "china"], ["journal"], ["sources", "--count"]])
def test_only_sources_can_be_cited(run: Run, command: list[str], form: str) -> None:
    result = run(*command, "-f", form)
    assert (result.code, result.out) == (2, "")
    assert f"{form} is for sources" in result.err
    assert f"factbase sources -f {form}" in result.err


def test_a_few_columns_are_not_enough(run: Run) -> None:
    assert "without --columns" in run("sources", "--columns", "key,label,kind,author,publisher", "-f", "csl").err


def test_a_file_is_written_in_the_form_of_its_ending(run: Run, tmp_path: Path) -> None:
    for ending, start in (("bib", "@article{"), ("csl", "[\n")):
        file = tmp_path / f"references.{ending}"
        assert run("sources", "-o", str(file)).code == 0
        assert file.read_text(encoding="utf-8").startswith(start)
    refused = tmp_path / "agreements.bib"
    assert run("agreements", "-o", str(refused)).code == 2
    assert list(tmp_path.glob("*agreements*")) == []


def test_no_sources_are_a_bibliography_too(run: Run) -> None:
    assert run("sources", "--where", "false", "-f", "csl") == (0, "[]\n", "no sources found\n")
    assert run("sources", "--where", "false", "-f", "bibtex").out == "% no sources\n"


def test_the_last_column_of_a_record_links_to_the_words(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "source: {key: daily, title: A daily, kind: article, address: 'https://example.org/a?b=1&c=2'}\n"
        "relations:\n- {actor: Turkey, kind: alliance, other: Azerbaijan, at: p2, anchor: 'allies, mid-2025'}\n",
        encoding="utf-8",
    )
    run("add", str(sheet))
    [line] = json.loads(run("show", "daily:1", "-f", "json").out)
    assert list(line)[-1] == "link"
    assert line["link"] == "https://example.org/a?b=1&c=2#:~:text=allies%2C%20mid%2D2025"
    page = run("show", "daily:1", "-f", "html").out
    assert '<a href="https://example.org/a?b=1&amp;c=2#:~:text=allies%2C%20mid%2D2025">p2</a>' in page
    assert "<th" in page
    assert ">link<" not in page


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", ' "onclick="x'])
def test_a_page_links_to_pages_alone(run: Run, address: str) -> None:
    quoted = address.replace("'", "''")
    page = run("sql", f"SELECT 'p1' AS locator, '{quoted}' AS link", "-f", "html").out
    assert "href" not in page


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(texts, texts, texts)
def test_any_text_leaves_the_entries_whole(key: str, label: str, address: str) -> None:
    source = BOOK | {"key": key, "label": label, "address": f"https://{address}"}
    entry = told("bibtex", source, source)
    depth = 0
    for sign in entry:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
    assert len(re.findall(r"^@book\{[^,{}\s]+,$", entry, re.MULTILINE)) == 2
    [one, other] = json.loads(told("csl", source, source))
    assert one == other
    assert (one["id"], one["title"]) == (key, label)
