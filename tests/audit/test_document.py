"""The same paragraphs, whatever a reader saved a document as; and what is no document."""

from __future__ import annotations

import io
import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from audit.communique import PARAGRAPHS, TEXT, TITLE, from_text
from audit.pdf import pdf
from hypothesis import given
from hypothesis import strategies as st

from factbase.audit import document
from factbase.audit.anchor import normal
from factbase.audit.document import Document, read, sentences
from factbase.errors import BadInput

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ministers meet | The Daily</title>
<style>p { color: red }</style></head>
<body>
<header><h2>The Daily</h2><nav><ul><li>Home</li><li>World</li></ul></nav></header>
<article>
  <p class="crumb">News</p>
  <h1>Ministers meet in <em>Baku</em></h1>
  <p>On Friday they met.<script>alert("p9")</script> They&nbsp;signed&#8212;at last&#8212;a <b>memo</b>randum.</p>
  <figure><img src="x.png" alt="Two men"><figcaption>The signing</figcaption></figure>
  <aside><p>Read more: grain</p></aside>
  <div>Trade grew<br>by 20.7%.<br><br>It reached $500 million.</div>
  <ul><li>visas</li><li>grain</li></ul>
  <table><tr><th>Year</th><td>2024</td></tr><tr><td><p>2023</p></td><td><p>$3.1 bn</p></td></tr></table>
  <p style="display: none">hidden</p><p hidden>hidden too</p>
  <form><p>Subscribe</p></form>
</article>
<footer><p>Imprint</p></footer>
</body></html>"""


def told(read: Document) -> list[str]:
    return [f"{paragraph.place} {paragraph.text}" for paragraph in read.paragraphs]


@pytest.fixture
def saved(tmp_path: Path) -> object:
    """A file with these bytes, read."""

    def saved(*contents: bytes | str) -> Document:
        names = []
        for number, content in enumerate(contents):
            path = tmp_path / f"copy {number}"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            names.append(str(path))
        return read(names)

    return saved


def test_blank_lines_part_the_paragraphs_of_a_text() -> None:
    text = "A visit to Baku\n \nThey met\r\nin Baku.\n\n\n\nThey signed.\n"
    assert told(from_text(text)) == ["title A visit to Baku", "p1 They met in Baku.", "p2 They signed."]


@pytest.mark.parametrize(
    "text", ["They met in Baku.\n\nThey signed.", "They met\nin Baku\n\nThey signed", "Only one", "Signed:\n\ngrain"]
)
def test_a_text_that_begins_with_a_sentence_has_no_title(text: str) -> None:
    assert from_text(text).paragraphs[0].place == "p1"


def test_a_page_is_read_without_what_stands_around_its_text(saved) -> None:  # type: ignore[no-untyped-def]
    assert told(saved(PAGE)) == [
        "title Ministers meet in Baku",
        "p1 On Friday they met. They signed-at last-a memorandum.",
        "p2 The signing",
        "p3 Trade grew by 20.7%.",
        "p4 It reached $500 million.",
        "p5 visas",
        "p6 grain",
        "p7 Year 2024",
        "p8 2023 $3.1 bn",
    ]


def test_a_page_that_stands_in_a_form_has_its_text(saved) -> None:  # type: ignore[no-untyped-def]
    page = "<body><p>Home</p><form id=aspnetForm><select><option>EN</select><h1>A visit</h1><p>They met.</p></form>"
    assert told(saved(page)) == ["title A visit", "p1 They met."]


def test_the_text_above_a_late_heading_is_read(saved) -> None:  # type: ignore[no-untyped-def]
    page = "<title>A visit</title><p>They met in Baku.</p><p>They signed.</p><h1>Contact</h1><p>Press office</p>"
    assert told(saved(page)) == [
        "title A visit", "p1 They met in Baku.", "p2 They signed.", "p3 Contact", "p4 Press office",
    ]  # fmt: skip


def test_a_menu_above_the_headline_is_no_text_however_long(saved) -> None:  # type: ignore[no-untyped-def]
    menu = "".join(f"<li>Section {number}</li>" for number in range(50))
    assert told(saved(f"<div><ul>{menu}</ul></div><h1>A visit</h1><p>They met.</p>")) == [
        "title A visit", "p1 They met.",
    ]  # fmt: skip


def test_text_page_and_pdf_of_one_document_have_the_same_paragraphs(saved) -> None:  # type: ignore[no-untyped-def]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<!doctype html><title>News</title><main><h1>{TITLE}</h1>{body}</main>"
    assert saved(page).paragraphs == from_text(TEXT).paragraphs
    assert saved(page).digest == from_text(TEXT).digest
    # A PDF has no title: it is the first paragraph.
    found = [paragraph.text for paragraph in saved(pdf([[TITLE, *PARAGRAPHS]])).paragraphs]
    assert found == [normal(text) for text in (TITLE, *PARAGRAPHS)]


def test_pages_of_a_pdf_are_known_and_a_sentence_goes_on_over_their_end(saved) -> None:  # type: ignore[no-untyped-def]
    read = saved(pdf([["The first paragraph.", "The ministers signed a memo-"], ["randum on grain.", "Another one."]]))
    assert [(one.place, one.page, one.on_page, one.text) for one in read.paragraphs] == [
        ("p1", 1, 1, "The first paragraph."),
        ("p2", 1, 2, "The ministers signed a memorandum on grain."),
        ("p3", 2, 1, "Another one."),
    ]


def test_words_divided_at_a_lines_end_are_made_whole(saved) -> None:  # type: ignore[no-untyped-def]
    lines = (
        "A long-term plan was agreed in Ba-\nku. The long-\nterm plan covers 2025-\n2029 and the Trans-\nCaspian route."
    )
    [one] = saved(pdf([[lines]])).paragraphs
    assert (
        one.text
        == "A long-term plan was agreed in Baku. The long-term plan covers 2025-2029 and the Trans-Caspian route."
    )


def test_several_files_are_one_document_in_order(saved) -> None:  # type: ignore[no-untyped-def]
    assert told(saved("A visit\n\nThey met.", "More\n\nThey signed.")) == [
        "title A visit", "p1 They met.", "p2 More", "p3 They signed.",
    ]  # fmt: skip


def test_standard_input_is_a_document_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read(["-"]).digest == from_text(TEXT).digest


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("“Naxçıvan”, they said. Так.", "utf-8"),
        ("“Naxçıvan”, they said. Так.", "utf-8-sig"),
        ("“Naxçıvan”, they said. Так.", "utf-16"),
        ("<html><head><meta charset='windows-1251'></head><body><p>Так сказали.</p></body></html>", "windows-1251"),
        ("<html><meta http-equiv=x content='text/html; charset=latin-1'><p>Côte</p></html>", "latin-1"),
    ],
)
def test_texts_are_utf8_or_say_what_they_are(saved, text: str, encoding: str) -> None:  # type: ignore[no-untyped-def]
    assert saved(text.encode(encoding)).paragraphs == saved(text).paragraphs


@pytest.mark.parametrize(
    ("name", "encoding", "words"),
    [
        ("ISO-8859-1", "cp1252", "“Trade” – €5"),
        ("us-ascii", "cp1252", "“Trade” – €5"),
        ("iso-8859-9", "cp1254", "“Şuşa”"),
        ("gb2312", "gb18030", "朱镕基€"),
        ("shift_jis", "cp932", "①髙"),
        ("x-sjis", "cp932", "①髙"),
        ("euc-kr", "cp949", "똠방각하"),
        ("x-cp1251", "cp1251", "Так"),
        ("windows-874", "cp874", "น้ำ…"),
    ],
)
def test_the_names_of_encodings_mean_what_browsers_take_them_for(  # type: ignore[no-untyped-def]
    saved, name: str, encoding: str, words: str
) -> None:
    [one] = saved(f"<html><meta charset='{name}'><p>{words}</p>".encode(encoding)).paragraphs
    assert one.text == normal(words)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        ("\u00ad\u200b".encode(), "has no text"),
        (b"<html><body><script>1</script></body></html>", "has no text"),
        (b"caf\xe9 au lait", "is not in UTF-8"),
        (b"<html><meta charset='klingon'><p>caf\xe9</p>", "is not in UTF-8"),
        (b"<html><meta charset='utf-16'><p>caf\xe9</p>", "is not in UTF-8"),
        (b"<html><meta charset='zlib'><p>caf\xe9</p>", "is not in UTF-8"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "is not a text"),
        (b"PK\x03\x04\x14\0\x06\0", "is a zip or office file"),
        (b"%PDF-1.7\nnothing else", "is a damaged PDF"),
        (pdf([["Text."]])[:200], "is a damaged PDF"),
        (pdf([[]]), "has no text"),
        (pdf([["Text."]], locked=True), "is an encrypted PDF"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(saved, content: bytes, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadInput) as caught:
        saved(content)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (str(tmp_path), str(tmp_path / "none"), "a\0b"):
        with pytest.raises(BadInput):
            read([name])
    monkeypatch.setattr(document, "LARGEST", 10)
    (tmp_path / "large").write_text("eleven chars")
    with pytest.raises(BadInput, match="larger"):
        read([str(tmp_path / "large")])


def test_a_page_of_any_depth_is_read(saved) -> None:  # type: ignore[no-untyped-def]
    [one] = saved("<html><body>" + "<div>" * 20_000 + "deep").paragraphs
    assert one.text == "deep"


def test_what_is_written_to_be_slow_is_read_at_once(saved) -> None:  # type: ignore[no-untyped-def]
    started = time.process_time()
    assert told(saved("<!-- a -->" * 1000 + "no page")) == ["p1 " + "<!-- a -->" * 1000 + "no page"]
    [one] = saved(pdf([["agree-\n" * 5000]])).paragraphs
    assert len(one.text) > 25_000
    assert len(sentences("Contents " + "." * 50_000 + "1")) == 1
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four… Five", 5),
        ("“We agree.” They left.", 2),
        ("Mr. Li met Dr. No of the U.S. embassy.", 1),
        ("It grew by 3.7 billion. In 2024 it fell.", 2),
        ("J. K. Tolkien wrote it. 20 read it.", 2),
        ("It cost 5 U.S. dollars, i.e. nothing.", 1),
        ("他们签署了协议。他们离开了。", 2),
        ("他们来了！“签了吗？”他问。", 3),
        ("署名した！？帰った。", 2),
        ("Он подписал. Они ушли.", 2),
        ("Це було у 2024 р. і пізніше.", 1),
        ("To był 2024 r. świat się zmienił.", 1),
        ("Bu 2024-cü il idi. əlbəttə.", 1),
        ("Bakıda görüşdülər. Əliyev imzaladı.", 2),
        ("ისინი შეხვდნენ. მათ ხელი მოაწერეს.", 2),
        ("no end", 1),
        ("4. The Sides met. 5. They agreed to go on.", 2),
        ("IV. The Sides met. 2.1. They agreed. They left at 5. Then it rained.", 4),
        ("Am 3. September 2024 stieg er auf 2,95 Mrd. EUR. Er fiel am 5. Danach nicht.", 3),
        ("Was it? yes, it was.", 1),
    ],
)
def test_sentences_end_where_people_end_them(text: str, count: int) -> None:
    assert len(sentences(normal(text))) == count


@given(st.text())
def test_sentences_cover_a_text_and_do_not_overlap(text: str) -> None:
    words = normal(text)
    found = sentences(words)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert "".join(words[start:end] for start, end in found).replace(" ", "") == words.replace(" ", "")


@given(st.text())
def test_the_form_that_texts_are_compared_in_is_stable(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.4\n", b"<html><p>", b"\xff\xfe"]))
def test_any_bytes_are_read_or_refused(content: bytes, start: bytes) -> None:
    with suppress(BadInput):
        document._blocks(start + content, "copy")
