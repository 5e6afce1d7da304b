"""`show`, `sql`, `db`, and the help."""

from __future__ import annotations

import io
import json
from importlib import import_module
from pathlib import Path

import pytest
from conftest import Run, in_a_file

from factbase import __version__
from factbase.cli.main import COMMANDS
from factbase.store.reading import REVISION


def test_a_record_has_all_that_is_said_of_it(run: Run) -> None:
    lines = json.loads(run("show", "aze-chn-joint-statement", "-f", "json").out)
    sections = {line["section"] for line in lines}
    assert {"record", "parties", "steps", "relations", "positions", "links"} <= sections
    [step] = [line for line in lines if line["section"] == "steps"]
    assert step["item"] == "kapanadze:6"
    assert (step["source"], step["locator"], step["anchor"]) == ("kapanadze", "p1.s1", "April 23, 2025")


def test_a_figure_is_shown_with_what_speaks_against_it(run: Run) -> None:
    [line] = json.loads(run("show", "kapanadze:52", "-f", "json").out)
    assert line["assessment"].startswith("contradicted: ")


@pytest.mark.parametrize("name", ["AZE", "azərbaycan", "cop29", "kapanadze", "Xi"])
def test_a_record_is_found_under_any_name(run: Run, name: str) -> None:
    assert run("show", name).code == 0


@pytest.mark.parametrize("width", ["60", "80", "200"])
def test_a_record_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", width)
    assert max(map(len, run("show", "china").out.splitlines())) <= int(width)


def test_sql_is_read_from_standard_input_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT count(*) AS n\nFROM agreements"))
    assert run("sql", "-", "-f", "csv").out == "n\n11\n"


def test_sql_has_a_time_limit(run: Run) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    result = run("sql", endless, "--timeout", "0.2")
    assert result.code == 2
    assert "longer than it may" in result.err


def test_a_base_is_made_with_or_without_the_article(run: Run, tmp_path: Path) -> None:
    full, empty = str(tmp_path / "full.db"), str(tmp_path / "empty.db")
    assert run("db", "init", "--base", full) == (0, f"made {full}\n", "")
    assert run("db", "init", "--base", empty, "--empty").code == 0
    assert run("agreements", "--base", full, "--count", "-f", "csv").out == "count\n11\n"
    assert run("agreements", "--base", empty) == (0, "", "no agreements found\n")
    for noun in ("trade", "dates", "actors", "facts"):
        assert run(noun, "--base", empty, "-f", "csv").out.count("\n") == 1


@in_a_file
def test_the_base_tells_where_and_what_it_is(run: Run, tmp_path: Path) -> None:
    assert run("db", "path").out == f"{tmp_path / 'facts.db'}\n"
    status = {line["item"]: line["value"] for line in json.loads(run("db", "status", "-f", "json").out)}
    assert status["revision"] == REVISION
    assert status["agreements"] == "11"


def test_an_upgrade_says_when_there_is_nothing_to_do(run: Run) -> None:
    assert run("db", "upgrade").out == f"nothing to do: the base is of revision {REVISION}\n"


@in_a_file
def test_a_backup_is_a_base(run: Run, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.db")
    assert run("db", "backup", copy) == (0, f"copied to {copy}\n", "")
    assert run("agreements", "--base", copy, "--count", "-f", "csv").out == "count\n11\n"
    assert run("db", "backup", str(tmp_path / "facts.db")).code == 2
    assert run("db", "backup").code == 0


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"factbase {__version__}\n", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_overview_says_what_the_commands_help_says(name: str) -> None:
    module, line = COMMANDS[name]
    made = import_module(f"factbase.cli.{module}").command(name)
    assert (made.help or "").splitlines()[0] == line


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_two_examples(run: Run, name: str) -> None:
    commands = {"db": ["init", "backup"], "sheet": ["new", "from-source"]}.get(name, [""])
    for command in commands:
        out = run(*filter(None, (name, command, "--help"))).out
        assert sum(line.strip().startswith("factbase ") for line in out.splitlines()) >= 2


def test_factbase_alone_tells_what_there_is(run: Run) -> None:
    result = run()
    assert result.code == 2
    assert all(name in result.out for name in COMMANDS)
    assert result.err == ""
