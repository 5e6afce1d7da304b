"""`verify`: a reader compares, and hears what there is to look after."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from audit.communique import SHEET, TEXT
from conftest import Run, in_a_file

from factbase.base import Base
from factbase.errors import Unavailable
from factbase.store.location import Location


@pytest.fixture
def copy(run: Run, tmp_path: Path) -> Path:
    """The reader's copy of a communiqué that the base knows."""
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(SHEET, encoding="utf-8")
    assert run("add", str(sheet), "-q").code == 0
    path = tmp_path / "copy.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def digest(run: Run) -> str:
    return run("sql", "SELECT coalesce(digest, 'none') FROM source WHERE key = 'grain'", "-f", "csv").out.splitlines()[
        1
    ]


def test_a_document_in_order_ends_with_0_and_is_known_from_then_on(run: Run, copy: Path) -> None:
    code, out, err = run("verify", "grain", str(copy), "-f", "csv")
    assert code == 0
    assert out.splitlines()[0] == "record,finding,comparison,citation,place,anchor,recorded,read,compared,fact"
    assert len(out.splitlines()) == 26
    assert err.splitlines() == [
        "grain: 25 assertions: 25 found; 24 equal, 1 not compared",
        "the digest was recorded (entry 3)",
    ]
    assert digest(run).startswith("sha256:")
    again = run("verify", "grain", str(copy), "--findings", "-f", "csv")
    assert (again.code, len(again.out.splitlines())) == (0, 1)
    assert "digest" not in again.err
    entry = json.loads(run("journal", "-f", "json").out)[-1]
    assert (entry["number"], entry["command"]) == (3, "verify")


def test_a_changed_number_is_told_and_ends_with_1(run: Run, copy: Path) -> None:
    run("verify", "grain", str(copy))
    before = digest(run)
    copy.write_text(TEXT.replace("€120 million", "€130 million"), encoding="utf-8")
    code, out, err = run("verify", "grain", str(copy), "--findings", "-f", "json")
    assert code == 1
    [document, figure] = json.loads(out)
    assert (document["record"], document["finding"]) == ("grain", "changed")
    assert (figure["finding"], figure["comparison"]) == ("found", "differs")
    assert (figure["recorded"], figure["read"]) == ("value 120,000,000 EUR", "value '€130 million'")
    assert "changed since it was first compared" in err
    assert digest(run) == before


def test_a_change_that_touches_no_fact_is_told_too_and_can_be_accepted(run: Run, copy: Path) -> None:
    run("verify", "grain", str(copy))
    copy.write_text(TEXT.replace("invited", "has invited"), encoding="utf-8")
    assert run("verify", "grain", str(copy), "-f", "csv").code == 1
    assert run("verify", "grain", str(copy), "--accept-changed", "--no-record").code == 1
    accepted = run("verify", "grain", str(copy), "--accept-changed", "--author", "Leyla")
    assert accepted.code == 0
    assert "the digest was recorded (entry 4)" in accepted.err
    assert run("verify", "grain", str(copy)).code == 0


def test_people_get_the_columns_that_matter_to_them(run: Run, copy: Path) -> None:
    out = run("verify", "grain", str(copy)).out
    assert out.split("\n")[0].split() == ["record", "finding", "comparison", "citation", "place", "anchor"]


def test_what_is_not_to_be_recorded_is_not(run: Run, copy: Path) -> None:
    run("verify", "grain", str(copy), "--no-record")
    run("verify", "grain", str(copy), "--as-of", "2")
    assert digest(run) == "none"


def test_a_document_that_was_counted_otherwise_is_told_as_such(run: Run, copy: Path) -> None:
    title, _, rest = TEXT.partition("\n\n")
    copy.write_text(f"{title}\n\nPress office\n\n{rest}", encoding="utf-8")
    told = "all of it stands 1 paragraph later than cited: paragraphs are counted from p1, 'Press office'"
    assert told in run("verify", "grain", str(copy), "--no-record").err
    copy.write_text(f"{title}\n\n{rest.partition(chr(10) * 2)[2]}", encoding="utf-8")
    assert "stands 1 paragraph earlier than cited" in run("verify", "grain", str(copy), "--no-record").err
    copy.write_text(TEXT.replace("Turkey and Georgia", "\n\nTurkey and Georgia"), encoding="utf-8")
    assert "than cited" not in run("verify", "grain", str(copy), "--no-record").err


def test_another_document_is_not_taken_for_the_source(run: Run, copy: Path) -> None:
    copy.write_text("Something else\n\nNothing of it was cited.", encoding="utf-8")
    code, _, err = run("verify", "grain", str(copy))
    assert code == 1
    assert "not recorded: nothing that is cited stands in this document" in err
    assert digest(run) == "none"


@in_a_file
@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_base_that_cannot_be_written_is_read(run: Run, copy: Path, base: Location) -> None:
    assert base.path
    base.path.chmod(0o444)
    code, _, err = run("verify", "grain", str(copy))
    assert code == 0
    assert "the digest was not recorded" in err


def test_a_base_that_is_locked_is_read(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def entry(*_: object, **__: object) -> Iterator[None]:
        raise Unavailable("the base cannot be written")
        yield

    monkeypatch.setattr(Base, "entry", entry)
    code, _, err = run("verify", "grain", str(copy))
    assert code == 0
    assert "the digest was not recorded: the base cannot be written" in err


def test_a_document_comes_through_a_pipe_too(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run("verify", "grain", "-", "-q") == (0, run("verify", "grain", str(copy), "-q").out, "")


def test_a_document_in_several_files_is_one(run: Run, copy: Path, tmp_path: Path) -> None:
    first, second = TEXT.split("Kazakhstan is the fourth")
    (tmp_path / "1.txt").write_text(first, encoding="utf-8")
    (tmp_path / "2.txt").write_text("Kazakhstan is the fourth" + second, encoding="utf-8")
    assert run("verify", "grain", str(tmp_path / "1.txt"), str(tmp_path / "2.txt")).code == 0
    assert run("verify", "grain", str(tmp_path / "2.txt"), str(tmp_path / "1.txt")).code == 1


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "jsonl", "markdown", "html"])
def test_findings_come_in_every_form(run: Run, copy: Path, format: str) -> None:
    copy.write_text(TEXT.replace("€120 million", "€130 million"), encoding="utf-8")
    code, out, _ = run("verify", "grain", str(copy), "-f", format)
    assert code == 1
    assert "€130 million" in out


@pytest.mark.parametrize("width", ["60", "80", "200"])
def test_findings_fit_the_terminal(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", width)
    copy.write_text(TEXT.replace("€120 million", "€130 million"), encoding="utf-8")
    assert max(map(len, run("verify", "grain", str(copy)).out.splitlines())) <= int(width)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["verify", "grain"], 2),
        (["verify", "nobody", "copy.txt"], 2),
        (["verify", "china", "copy.txt"], 2),
        (["verify", "grain", "nothing.txt"], 3),
        (["verify", "grain", "."], 3),
        (["verify", "grain", os.devnull], 3),
        (["verify", "grain", "copy.txt", "-f", "xls"], 2),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int
) -> None:
    monkeypatch.chdir(copy.parent)
    result = run(*arguments)
    assert (result.code, result.out) == (code, "")
    assert len(result.err.splitlines()) == 1


def test_a_source_without_assertions_has_nothing_to_compare(run: Run, copy: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "bare.yaml"
    sheet.write_text("source: {key: bare, title: A bare one, kind: note}", encoding="utf-8")
    run("add", str(sheet))
    assert run("verify", "bare", str(copy)).code == 0


def test_an_empty_base_says_so(run: Run, copy: Path, tmp_path: Path) -> None:
    empty = str(tmp_path / "empty.db")
    run("db", "init", "--empty", "--base", empty)
    assert run("verify", "grain", str(copy), "--base", empty).code == 2


def test_the_first_article_is_in_order_where_a_copy_is_at_hand(run: Run) -> None:
    article = os.environ.get("FACTBASE_ARTICLE")
    if not article:
        pytest.skip("the article is not ours to ship; FACTBASE_ARTICLE names a copy")
    result = run("verify", "kapanadze", article, "-f", "json")
    assert result.code == 0
    assert {line["finding"] for line in json.loads(result.out)} == {"found"}
