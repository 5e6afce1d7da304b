"""Every command in every form, against copies that people have looked at."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from conftest import Run

from factbase.query.nouns import NOUNS
from factbase.render.formats import FORMATS

GOLDEN = Path(__file__).parent / "golden"


def same_as_golden(name: str, out: str) -> None:
    """Compare with the copy; FACTBASE_GOLDEN=write makes the copies anew, for a person to look at the difference."""
    path = GOLDEN / name
    if os.environ.get("FACTBASE_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(out, encoding="utf-8", newline="")
    assert out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("noun", NOUNS)
def test_csv_exports_stay_as_they_are(run: Run, noun: str) -> None:
    same_as_golden(f"{noun}.csv", run(noun, "-f", "csv").out)


@pytest.mark.parametrize("format", FORMATS)
def test_trade_in_every_form_stays_as_it_is(run: Run, format: str) -> None:
    same_as_golden(f"trade.{format}.txt", run("trade", "-f", format).out)


@pytest.mark.parametrize("width", ["60", "80", "120", "200"])
@pytest.mark.parametrize("noun", NOUNS)
def test_a_table_fits_the_terminal_and_loses_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, noun: str, width: str
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", width)
    out = run(noun).out
    assert max(map(len, out.splitlines())) <= int(width)
    assert "…" not in out


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("command", [*([noun] for noun in NOUNS), ["show", "china"], ["sql", "SELECT * FROM trade"]])
def test_every_command_writes_every_form(run: Run, command: list[str], format: str) -> None:
    result = run(*command, "-f", format)
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("\n")


TWICE = (["sql", "SELECT 1 AS key, 2 AS key"], ["actors", "--columns", "key,key"])


@pytest.mark.parametrize("format", ["json", "jsonl", "parquet", "arrow"])
@pytest.mark.parametrize("command", TWICE)
def test_two_columns_of_one_name_are_refused_where_one_would_be_lost(run: Run, command: list[str], format: str) -> None:
    hint = "(AS gives a column another name; csv and table take these)"
    told = f"factbase: 2 columns are called 'key', and here each needs a name of its own {hint}\n"
    assert run(*command, "-f", format) == (2, "", told)


@pytest.mark.parametrize("format", ["csv", "tsv", "table", "markdown", "html"])
@pytest.mark.parametrize("command", TWICE)
def test_two_columns_of_one_name_are_written_where_both_stand(run: Run, command: list[str], format: str) -> None:
    assert run(*command, "-f", format).out.count("key") >= 2


def test_csv_round_trips(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("trade", "-f", "csv").out)))
    plain = json.loads(run("trade", "-f", "json").out)
    for row, object in zip(rows, plain, strict=True):
        assert row == {name: "" if value is None else str(value) for name, value in object.items()}
    assert [row["value"] for row in rows] == ["378000", "1", "3700000000"]


def test_a_pipe_gets_the_same_columns_uncut_and_unstyled(run: Run) -> None:
    out = run("trade").out
    assert "\x1b" not in out
    assert out.splitlines()[-1].split("  ")[0] == "trade"
    assert "3.70 bn USD" in out
    assert "+20.7 %" in out


def test_colour_can_be_forced_and_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in run("trade").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("trade").out


def test_the_ending_of_a_file_decides_its_form(run: Run, tmp_path: Path) -> None:
    assert run("trade", "-o", str(tmp_path / "trade.csv")) == (0, "", "")
    assert (tmp_path / "trade.csv").read_text(encoding="utf-8") == run("trade", "-f", "csv").out


def test_a_failed_export_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "trade.csv"
    path.write_text("old", encoding="utf-8")
    assert run("trade", "-o", str(path), "--where", "nonsense").code == 2
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir() if "trade" in file.name] == ["trade.csv"]


def test_a_spreadsheet_is_kept_from_taking_texts_for_formulas(run: Run) -> None:
    result = run("sql", "SELECT '=1+1' AS a, '-2' AS b, -2 AS c", "-f", "csv", "--excel-safe")
    assert result.out == "a,b,c\n'=1+1,'-2,-2\n"
    assert "2 cells" in result.err


def test_text_from_a_base_cannot_steer_a_terminal(run: Run) -> None:
    out = run("sql", "SELECT 'a\x1b[2Jb\u202ec' AS x").out
    assert out == "x\na\\x1b[2Jb\\u202ec\n"
