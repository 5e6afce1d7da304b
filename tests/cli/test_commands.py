"""`show`, `sql`, `db`, and the help."""

from __future__ import annotations

import gc
import io
import json
from importlib import import_module
from pathlib import Path

import pytest
from conftest import Run, in_a_file

from factbase import __version__
from factbase.cli.main import COMMANDS
from factbase.store.location import Location
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
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"SELECT count(*) AS n\nFROM agreements")))
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


def test_the_base_tells_where_and_what_it_is(run: Run, base: Location) -> None:
    assert run("db", "path").out == f"{base}\n"
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


@pytest.mark.parametrize("argument", ["-h", "--help"])
def test_the_help_names_every_command_with_its_line(run: Run, argument: str) -> None:
    result = run(argument)
    assert (result.code, result.err) == (0, "")
    told = " ".join(result.out.split())
    assert all(f" {name} {line} " in told for name, (_, line) in COMMANDS.items())


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_the_help_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", width)
    out = run("--help").out
    assert "\x1b[1mCommands\x1b[0m" in out
    monkeypatch.setenv("NO_COLOR", "1")
    assert max(map(len, run("--help").out.splitlines())) <= int(width)


def test_factbase_alone_tells_what_the_base_holds_and_what_to_try(run: Run, base: Location) -> None:
    run("alias", "china", "Middle Kingdom", "--author", "Leyla", "--why", "an \x1b[31mold name")
    result = run()
    assert (result.code, result.err) == (0, "")
    first, *lines = result.out.splitlines()
    assert first == f"{base}: 11 agreements, 3 events, 18 actors, 3 figures, 114 assertions, 1 source"
    [newest, older] = lines[lines.index("Latest entries") + 1 :][:2]
    assert newest.startswith("     2  ")
    assert newest.endswith(r"Leyla  alias: an \x1b[31mold name")
    assert older.endswith("db init: the first article")
    tried = [line.strip().split("  ")[0] for line in lines[lines.index("Try") + 1 :]]
    assert [run(*command.split()[1:]).code for command in tried] == [0] * len(tried)


def test_factbase_alone_says_how_to_begin_and_makes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACTBASE_URL")
    monkeypatch.setattr("factbase.store.location._own_folder", lambda: tmp_path / "data")
    result = run()
    assert (result.code, result.err) == (0, "")
    assert f"it would be {tmp_path / 'data' / 'factbase.db'}" in result.out
    assert "factbase db init --empty" in result.out
    assert not (tmp_path / "data").exists()


def test_factbase_alone_refuses_a_base_that_is_not_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTBASE_URL", str(tmp_path / "none.db"))
    assert run().code == 4


def test_an_empty_base_asks_for_a_first_document(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("db", "init", "--empty", "--base", str(tmp_path / "empty.db"))
    monkeypatch.setenv("FACTBASE_URL", str(tmp_path / "empty.db"))
    assert "factbase sheet new article.yaml" in run().out


def test_a_command_called_from_python_leaves_the_garbage_collector_alone(run: Run) -> None:
    frozen = gc.get_freeze_count()
    run("show", "AZE")
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
