"""Recording from the shell: sheets and single facts."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from factbase.cli.add import Add
from factbase.store.location import Location
from factbase.store.reading import reader

SHEET = """
source: {key: daily, title: A daily, kind: article, published: 1 May 2025}
agreements:
- kind: memorandum
  subject: digital economy
  at: p1
  parties: [Azerbaijan, China]
  signed: 23 April 2025
relations:
- {actor: Turkey, kind: alliance, other: Azerbaijan, at: p2}
"""


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET, encoding="utf-8")
    return str(path)


def ask(base: Location, sql: str) -> list[tuple[object, ...]]:
    with reader(base) as opened:
        return list(opened.rows(sql))


def test_a_dry_run_shows_what_would_be_recorded_and_records_nothing(run: Run, sheet: str, base: Location) -> None:
    code, out, err = run("add", sheet, "--dry-run", "-f", "csv")
    assert code == 0
    assert out.splitlines() == [
        "status,kind,key,fact,place,line",
        'new,actor,TUR,"Türkiye, state",,',
        "new,name,TUR,Türkiye is also called Turkey,,",
        "new,source,daily,\"A daily, kind article, published 2025-05-01 ('1 May 2025')\",,2",
        "known,agreement,aze-chn-digital-economy,Digital economy,,4",
        'new,party,daily:1,"agreement Digital economy, actor Azerbaijan",p1,7',
        'new,party,daily:2,"agreement Digital economy, actor China",p1,7',
        "new,action,daily:3,\"agreement Digital economy, action signed, date 2025-04-23 ('23 April 2025')\",p1,8",
        'new,relation,daily:4,"actor Türkiye, kind alliance, other Azerbaijan",p2,10',
    ]
    assert err == "would record 4 facts and 2 things; 1 known\n"
    assert ask(base, "SELECT count(*) FROM entry") == [(1,)]


def test_a_sheet_is_recorded_once(run: Run, sheet: str, base: Location) -> None:
    assert run("add", sheet, "--author", "Leyla", "--why", "the talks").err.endswith("(entry 2)\n")
    assert ask(base, "SELECT author, why FROM entry WHERE number = 2") == [("Leyla", "the talks")]
    assert run("add", sheet).err == "nothing is new: the base has all of it\n"
    assert run("agreements", "turkey").code == 0


def test_options_may_stand_before_the_sheet(run: Run, sheet: str) -> None:
    assert run("add", "--dry-run", sheet).code == 0


def test_a_sheet_may_come_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHEET.encode())))
    assert run("add", "-", "--dry-run").code == 0


def test_problems_are_told_with_the_file_and_nothing_is_written(run: Run, tmp_path: Path, base: Location) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET + "events:\n- {name: Talks, kind: tolks, date: 31 April 2025}\n", encoding="utf-8")
    code, out, err = run("add", str(path))
    assert (code, out) == (3, "")
    assert err.splitlines() == [
        f"factbase: {path}: 2 problems; nothing was written",
        "  line 12, events.kind: there is no event kind 'tolks' (did you mean talks?)",
        "  line 12, events.date: there is no day 2025-04-31 (April 2025 has 30 days)",
    ]
    assert ask(base, "SELECT count(*) FROM entry") == [(1,)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the sheet has no sections"),
        (b"[]", "the sheet has no sections"),
        (b"a: \xff", "line 1 is not UTF-8"),
        (b"a: [1", "the sheet is not YAML"),
        (b"a: &x 1\nb: *x", "anchors are not taken"),
    ],
)
def test_what_is_no_sheet_is_refused(run: Run, tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_bytes(data)
    result = run("add", str(path))
    assert result.code == 3
    assert words in result.err
    assert str(path) in result.err


def test_a_file_that_is_not_there_or_none_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("add", str(tmp_path / "no.yaml")).err.endswith(
        "there is no such file ('factbase sheet new FILE' makes one)\n"
    )
    assert "is not a file" in run("add", str(tmp_path)).err
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "is not a file" in run("add", str(tmp_path / "pipe")).err


def test_a_misspelt_kind_is_told(run: Run) -> None:
    assert run("add", "figur").err == "factbase: figur: there is no such file (did you mean figure?)\n"


def test_an_agreement_is_recorded_from_options(run: Run, base: Location) -> None:
    given = ["--source", "kapanadze", "--at", "p4.s2", "--kind", "memorandum", "--subject", "green energy"]
    code, _, err = run(
        "add",
        "agreement",
        *given,
        "--party",
        "AZE",
        "--party",
        "china",
        "--signed",
        "23 April 2025",
        "--topic",
        "energy",
    )
    assert (code, err) == (0, "recorded 3 facts and 1 thing; 1 known (entry 2)\n")
    assert "aze-chn-green-energy" in run("agreements", "--title", "green energy", "-f", "csv").out


def test_a_figure_is_recorded_from_options(run: Run) -> None:
    given = ["--source", "kapanadze", "--indicator", "gdp", "--area", "Azerbaijan", "--period", "2024"]
    assert run("add", "figure", *given, "--value", "$74.3 billion", "--change", "+4.1%").code == 0
    shown = run("trade", "--indicator", "gdp", "-f", "csv", "--columns", "value,unit,digits,change").out
    assert shown == "value,unit,digits,change\n74300000000,USD,3,4.1\n"


def test_an_actor_needs_no_source(run: Run) -> None:
    assert (
        run("add", "actor", "--name", "Baku", "--kind", "city", "--part-of", "Azerbaijan", "--other-name", "Bakı").code
        == 0
    )
    assert "Baku" in run("show", "bakı").out


def test_a_source_is_recorded_from_options(run: Run) -> None:
    given = ["--key", "azertac", "--title", "Talks in Beijing", "--kind", "article", "--author", "Aliyev"]
    assert run("add", "source", *given).code == 0
    assert "Talks in Beijing" in run("sources", "-f", "csv").out


def test_problems_name_the_options(run: Run) -> None:
    given = [
        "--source",
        "kapanadze",
        "--kind",
        "memorandm",
        "--subject",
        "x",
        "--signed",
        "31 April 2025",
        "--at",
        "p0",
    ]
    code, _, err = run("add", "agreement", *given, "--party", "Azerbijan", "--party", "China")
    assert code == 3
    assert [line.split(":")[0] for line in err.splitlines()[1:]] == ["  --kind", "  --party", "  --at", "  --signed"]


@pytest.mark.parametrize(
    "wrong", [("-f", "cvs"), ("-o", "no/such/folder.csv"), ("-o", ".")], ids=["format", "place", "folder"]
)
@pytest.mark.parametrize("command", ["sheet", "fact", "import"])
def test_nothing_is_recorded_whose_answer_cannot_be_written(
    run: Run, sheet: str, base: Location, tmp_path: Path, command: str, wrong: tuple[str, str]
) -> None:
    assert run("export", "--as", "jsonl", "-o", str(tmp_path / "facts.jsonl")).code == 0
    argv = {
        "sheet": ("add", sheet),
        "fact": ("add", "actor", "--name", "One", "--kind", "company"),
        "import": ("import", str(tmp_path / "facts.jsonl")),
    }[command]
    assert run(*argv, *wrong).code in (2, 4)
    assert ask(base, "SELECT max(number) FROM entry") == [(1,)]


def test_what_is_missing_is_told_where_nobody_can_be_asked(run: Run) -> None:
    assert run("add", "figure").err.startswith("factbase: --source: the document that tells it is missing")
    err = run("add", "figure", "--source", "kapanadze").err
    assert [line.split(":")[0] for line in err.splitlines()[1:]] == ["  --indicator", "  --period", "  --value"]


def test_an_unknown_source_is_refused(run: Run) -> None:
    result = run("add", "statement", "--source", "kapanadz", "--text", "It rains")
    assert (result.code, result.err) == (
        2,
        "factbase: --source: no source is called 'kapanadz' (did you mean kapanadze?)\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind")
def test_a_terminal_is_asked_for_what_is_missing(base: Location) -> None:
    keyboard, terminal = os.openpty()
    os.write(keyboard, b"kapanadze\nIt rains\n")
    command = [sys.executable, "-m", "factbase", "add", "statement", "-f", "jsonl", "--base", base.address]
    done = subprocess.run(command, stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, check=True, timeout=60)
    os.close(terminal)
    assert json.loads(done.stdout.splitlines()[-1])["fact"] == "It rains"
    asked = os.read(keyboard, 10_000).decode()
    assert "source (its key or title):" in asked
    os.close(keyboard)


@pytest.mark.parametrize("kind", Add().list_commands(None))  # type: ignore[arg-type]
def test_every_kind_has_its_help(run: Run, kind: str) -> None:
    code, out, _ = run("add", kind, "--help")
    assert code == 0
    assert "--dry-run" in out


def test_a_new_sheet_is_not_written_over_another(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    assert run("sheet", "new", str(path)).err == f"made {path}\n"
    assert run("sheet", "new").out == path.read_text(encoding="utf-8")
    assert run("sheet", "new", str(path)).code == 2
    assert "source.title: is missing" in run("add", str(path)).err


def test_a_source_is_written_out_and_taken_back(run: Run, tmp_path: Path) -> None:
    path, other = str(tmp_path / "k.yaml"), str(tmp_path / "other.db")
    assert run("sheet", "from-source", "kapanadze", "-o", path).code == 0
    assert run("db", "init", "--empty", "--base", other).code == 0
    assert run("add", path, "--base", other).code == 0
    assert run("agreements", "-f", "csv", "--base", other).out == run("agreements", "-f", "csv").out
    assert run("sheet", "from-source", "kapanadze", "--base", other).out == Path(path).read_text(encoding="utf-8")


def test_the_schema_is_printed(run: Run) -> None:
    assert json.loads(run("schema").out)["title"] == "factbase fact sheet"
