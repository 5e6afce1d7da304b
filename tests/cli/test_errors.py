"""What a user can do wrong, and the one line that each gets."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from factbase.cli.main import Terminated
from factbase.errors import Unavailable
from factbase.store.location import Location

FACTBASE = [sys.executable, "-m", "factbase"]

# fmt: off
WRONG = [
    (["agreements", "azerbijan"],
     "agreements: no actor is called 'azerbijan' (did you mean Azerbaijan or Azərbaycan?)"),
    (["agreements", "zzz"], "agreements: no actor is called 'zzz' ('factbase actors' lists what there is)"),
    (["agreements", "--kind", "treatie"], "--kind: no such code 'treatie' (did you mean treaty?)"),
    (["trade", "--unit", "pound"], None),
    (["dates", "--since", "03/04/2025"],
     "--since: '03/04/2025' can be read in more than one way (write the year first: 2025-04-03)"),
    (["dates", "--since", "2025-02-30"], "--since: there is no day 2025-02-30 (February 2025 has 28 days)"),
    (["dates", "--until", "Friday"], None),
    (["agreements", "--on", "2025"], "--on: '2025' is not a day (such as 2025-04-23)"),
    (["agreements", "--sort", "dat"], "--sort: agreements has no column 'dat' (did you mean date?)"),
    (["agreements", "--columns", "key,nam"], None),
    (["agreements", "-f", "xml"],
     "--format: no such format 'xml' (there are table, csv, tsv, json, jsonl, markdown, html, parquet, arrow, xlsx, csl, bibtex, github, sarif)"),
    (["agreements", "--where", "1 = 1); DELETE FROM name; --"], "sql: more than one statement (ask one at a time)"),
    (["agreements", "--limit", "-1"], None),
    (["agreements", "--limit", "many"], None),
    (["agreements", "--nothing"], "agreements: no such option '--nothing' (see 'factbase agreements --help')"),
    (["agreements", "--colums", "key"], "agreements: no such option '--colums' (did you mean --columns?)"),
    (["add", "figure", "--are", "AZE"],
     "add figure: no such option '--are' (did you mean --area or --base or --partner?)"),
    (["--versoin"], "no such option '--versoin' (did you mean --version?)"),
    (["db", "ini"], "db: no such command 'ini' (did you mean init?)"),
    (["db", "nothing"], "db: no such command 'nothing' (see 'factbase db --help')"),
    (["agremeents"], "no such command 'agremeents' (did you mean agreements?)"),
    (["show", "nobody"], None),
    (["show"], None),
    (["sql", ""], "sql: there is no statement (such as \"SELECT label FROM agreements\")"),
    (["sql", "DELETE FROM name"], "sql: only reading is allowed here (a single SELECT)"),
    (["sql", "SELECT 1; SELECT 2"], "sql: more than one statement (ask one at a time)"),
    (["sql", "SELECT * FROM agreement_s"], None),
    (["db", "init"], None),
]
# fmt: on


@pytest.mark.parametrize(("arguments", "line"), WRONG)
def test_a_wrong_request_is_one_line_and_exit_2(run: Run, arguments: list[str], line: str | None) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    if line is not None:
        assert result.err == f"factbase: {line}\n"


def test_a_missing_base_is_exit_4(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    result = run("trade", "--base", str(missing))
    assert result == (
        4,
        "",
        f"factbase: {missing}: there is no base here (make one with 'factbase db init --base {missing}')\n",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "\udcff"],
        ["alias", "china", "\udcff"],
        ["alias", "china", "Cathay", "--why", "\udcff"],
        ["agreements", "--where", "label = '\udcff'"],
        ["sql", "SELECT '\udcff'"],
    ],
)
def test_bytes_that_are_not_utf8_are_one_line(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.code, result.out, len(result.err.splitlines())) == (3, "", 1)
    assert run("journal", "--count", "-f", "csv").out == "count\n1\n"


def test_a_file_may_have_a_name_that_is_not_utf8(run: Run, tmp_path: Path) -> None:
    base = str(tmp_path / "\udcff.db")
    assert run("db", "init", "--base", base).code == 0
    assert run("trade", "--base", base, "-o", str(tmp_path / "\udcff.csv")).code == 0


@pytest.mark.parametrize("command", [["sql"], ["add"]])
def test_standard_input_that_is_closed_is_told(base_path: str, command: list[str]) -> None:
    line = '"$@" <&-'
    argv = ["sh", "-c", line, "sh", *FACTBASE, *command, "-", "--base", base_path]
    done = subprocess.run(argv, capture_output=True, text=True)
    assert done.returncode in (2, 3)
    assert "standard input is closed" in done.stderr


def test_a_statement_from_standard_input_is_utf8(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"SELECT '\xff'")))
    assert run("sql", "-") == (2, "", "factbase: sql: the statement is not UTF-8 (save the file as UTF-8)\n")


def test_names_of_files_cannot_steer_a_terminal(run: Run) -> None:
    assert "\x1b" not in run("trade", "--base", "\x1b[2J.db").err


def test_an_output_that_cannot_be_written_is_exit_4(run: Run, tmp_path: Path) -> None:
    assert run("trade", "-o", str(tmp_path / "no" / "x.csv")).code == 4
    assert run("trade", "-o", str(tmp_path)).code == 4


@pytest.mark.parametrize(
    "argv",
    [
        ("db", "init", "--base"), ("db", "backup"), ("db", "restore"), ("db", "copy"), ("export",),
        ("export", "--as", "csv"), ("trade", "-f", "parquet", "--partition", "period", "-o"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_even_be_looked_at_is_named(
    run: Run, base: Location, argv: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if argv[:2] == ("db", "copy"):
        argv = ("db", "copy", base.address)
    place = "x" * 300
    done = run(*argv, place)
    assert (done.code, done.out, len(done.err.splitlines())) == (4, "", 1)
    assert done.err.startswith(f"factbase: {place}: ") or "only a base in a file is copied" in done.err


def test_a_bug_is_exit_70_without_a_trace(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("factbase.cli.listing.answer", fail)
    result = run("trade")
    assert result.code == 70
    assert (
        result.err
        == "factbase: a bug in factbase: ZeroDivisionError: division by zero (run it again with --debug for a trace)\n"
    )
    with pytest.raises(ZeroDivisionError):
        run("trade", "--debug")


def test_ctrl_c_is_exit_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factbase.cli.listing.answer", interrupt)
    assert run("trade") == (130, "", "")


@pytest.mark.parametrize(("told", "code"), [(KeyboardInterrupt, 130), (Terminated, 143)])
def test_what_fails_while_a_command_that_was_told_to_end_clears_up_is_not_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, told: type[BaseException], code: int
) -> None:
    def interrupt(*_: object) -> None:
        try:
            raise told
        finally:
            raise Unavailable("the connection was lost")

    monkeypatch.setattr("factbase.cli.listing.answer", interrupt)
    assert run("trade") == (code, "", "")


def test_a_closed_pipe_is_quiet_and_exit_141(base_path: Path) -> None:
    # Far more than a pipe holds, into a reader that has gone.
    long = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i, 'text' FROM n"
    process = subprocess.Popen(
        [*FACTBASE, "sql", long, "-f", "csv", "--base", base_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


def test_a_name_of_a_file_that_cannot_be_is_told(run: Run) -> None:
    name = "x" * 300
    assert run("import", f"{name}.csv") == (4, "", f"factbase: {name}.csv: File name too long\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("format", ["table", "csv", "json"])
def test_a_full_disk_is_noticed(base_path: Path, format: str) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*FACTBASE, "agreements", "-f", format, "--base", base_path], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 4
    assert done.stderr == "factbase: the output could not be written: No space left on device\n"


def test_output_is_utf8_whatever_the_locale(base_path: Path) -> None:
    done = subprocess.run(
        [*FACTBASE, "actors", "china", "-f", "csv", "--base", base_path],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""},
        capture_output=True,
    )
    assert done.returncode == 0
    assert "中国".encode() in done.stdout
    assert b"\r" not in done.stdout


@pytest.fixture
def base_path(base: Location) -> str:
    return base.address
