"""The commands that list: filters, columns, order, and what they say where there is nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import Run

from factbase.journal.entry import entry
from factbase.query.nouns import NOUNS
from factbase.store.location import Location


def keys(out: str, column: str = "key") -> list[str]:
    return [row[column] for row in csv.DictReader(io.StringIO(out))]


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_lists_the_article_with_its_citations(run: Run, noun: str) -> None:
    result = run(noun, "-f", "json")
    assert result.code == 0
    rows = json.loads(result.out)
    assert rows
    if "citation" in rows[0]:
        assert all(row["citation"].startswith("kapanadze") for row in rows)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["agreements", "azerbaijan", "china"], 10),
        (["agreements", "PRC", "031"], 10),
        (["agreements", "nakhchivan"], 1),
        (["agreements", "azerbaijan", "urumqi"], 0),
        (["agreements", "--kind", "memorandum"], 2),
        (["agreements", "--kind", "memorandum", "--kind", "joint-statement"], 3),
        (["agreements", "--status", "planned"], 1),
        (["agreements", "--status", "signed", "--topic", "culture"], 2),
        (["agreements", "--title", "DEMINING"], 1),
        (["agreements", "--title", "100%"], 0),
        (["actors", "--name", "əliyev"], 1),
        (["actors", "--name", "ÜRÜMQI"], 1),
        (["actors", "--name", "".join(map(chr, range(0x410, 0x450)))], 0),
        (["agreements", "--place", "beijing"], 1),
        (["agreements", "--since", "2025-04-23", "--until", "2025-04-23"], 10),
        (["agreements", "--since", "May 2025"], 0),
        (["agreements", "--signed", "2025-04"], 10),
        (["agreements", "--certainty", "derived"], 9),
        (["agreements", "--source", "kapanadze"], 11),
        (["agreements", "--where", "label LIKE '%economy%' -- all"], 1),
        (["trade", "azerbaijan", "china"], 2),
        (["trade", "middle corridor"], 1),
        (["trade", "--indicator", "cargo"], 1),
        (["trade", "--unit", "USD"], 1),
        (["trade", "--flow", "export"], 1),
        (["trade", "--since", "2024-06", "--until", "2024"], 3),
        (["trade", "--since", "2025"], 0),
        (["trade", "--reporter", "china"], 0),
        (["trade", "--commodity", "27"], 0),
        (["trade", "--where", "value > 1e9"], 1),
        (["dates", "china", "--kind", "event"], 2),
        (["dates", "--planned", "yes"], 1),
        (["dates", "--since", "2026"], 2),
        (["actors", "--kind", "state"], 2),
        (["actors", "china"], 6),
        (["actors", "--name", "Aliyev"], 1),
        (["events", "--place", "beijing"], 1),
        (["events", "--certainty", "implied"], 2),
        (["events", "china", "--kind", "visit"], 1),
        (["positions", "--holder", "china", "--stance", "supports"], 7),
        (["positions", "--target", "the west"], 1),
        (["positions", "--modality", "opinion", "--source", "kapanadze"], 11),
        (["relations", "--kind", "sister cities"], 1),
        (["relations", "sco"], 1),
        (["sources", "sandro kapanadze"], 1),
        (["facts", "--assessment", "contradicted"], 3),
        (["facts", "--about", "cop29"], 5),
        (["facts", "--kind", "figure"], 3),
    ],
)
def test_filters_keep_what_they_say(run: Run, arguments: list[str], found: int) -> None:
    assert run(*arguments, "--count", "-f", "csv").out == f"count\n{found}\n"


def test_columns_are_given_in_the_order_asked_for(run: Run) -> None:
    out = run("trade", "china", "--columns", "value,unit,period", "--where", "unit = 'USD'", "-f", "csv").out
    assert out == "value,unit,period\n3700000000,USD,2024\n"


def test_a_table_can_show_all_columns(run: Run) -> None:
    assert "party_codes" in run("agreements", "--columns", "all", "--limit", "1").out


def test_a_figure_that_is_told_by_its_bounds_shows_them(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    figure = "{indicator: cargo, area: Chile, period: 2024, value: more than 350000 t, at: p1}"
    sheet.write_text(f"source: {{key: wire, title: Cargo, kind: article}}\nfigures: [{figure}]", encoding="utf-8")
    assert run("add", str(sheet)).code == 0
    assert "more than      –  350,000 t" in run("trade", "CHL").out


def test_a_name_of_any_letters_is_found_in_other_case(run: Run) -> None:
    letters = [chr(code) for code in (*range(0x100, 0x130), *range(0x386, 0x3D0), *range(0x400, 0x530))]
    cased = "".join(letter for letter in letters if len(letter.upper()) == len(letter.lower()) == 1)
    assert run("alias", "CHN", cased.upper()).code == 0
    assert run("actors", "--name", cased.lower(), "--columns", "key", "-f", "csv") == (0, "key\nCHN\n", "")


def test_lines_are_sorted_as_asked_with_the_unknown_last(run: Run) -> None:
    found = keys(run("agreements", "--sort", "-date,key", "-f", "csv").out)
    assert found[0] == "aze-chn-joint-statement"
    assert found[1] == "aze-chn-culture-2025-2029"
    assert found[-1] == "aze-chn-free-trade"


def test_a_limit_of_nothing_gives_the_header(run: Run) -> None:
    assert run("trade", "--columns", "period,value", "--limit", "0", "-f", "csv").out == "period,value\n"


def test_statuses_are_told_for_another_day(run: Run) -> None:
    asked = ("agreements", "--title", "cultural", "--columns", "status", "-f", "csv", "--on")
    assert run(*asked, "2025-01-01").out == "status\nnot yet\n"
    assert run(*asked, "2027-01-01").out == "status\nsigned\n"
    assert run(*asked, "2030-01-01").out == "status\nexpired\n"


def test_nothing_found_is_said_beside_an_empty_answer(run: Run) -> None:
    assert run("agreements", "--kind", "treaty") == (0, "", "no agreements found\n")
    assert run("agreements", "--kind", "treaty", "--columns", "key", "-f", "csv") == (
        0,
        "key\n",
        "no agreements found\n",
    )
    assert run("agreements", "--kind", "treaty", "-f", "json", "-q") == (0, "[]\n", "")


def test_the_sql_is_shown_and_can_be_run(run: Run) -> None:
    shown = run("trade", "--unit", "t", "--columns", "value", "--show-sql").out
    assert shown.startswith("SELECT value, indicator, ")
    assert shown.endswith(";\n-- :code0 = 't'\n")
    assert run("sql", shown.replace(":code0", "'t'"), "-f", "csv").out.splitlines()[1].startswith("378000,cargo,")


def test_two_runs_print_the_same(run: Run) -> None:
    assert run("facts", "-f", "csv").out == run("facts", "-f", "csv").out


def test_each_signing_has_its_own_day(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        for number, (actor, day) in enumerate((("AZE", "2010-03-01"), ("CHN", "2015-03-01")), 901):
            change.add("assertion", key=f"kapanadze:{number}", source="kapanadze", kind="action", locator="p9")
            change.add(
                "action", assertion=f"kapanadze:{number}", agreement="aze-chn-joint-statement", action="signed",
                actor=actor, date=day, date_from=day, date_to=day,
            )  # fmt: skip
    asked = ("agreements", "-f", "csv", "--columns", "key", "--signed")
    assert [run(*asked, year).out.count("\n") - 1 for year in ("2010", "2012", "2015")] == [1, 0, 1]


def test_a_forecast_is_told_as_one_where_not_all_figures_are_actual(run: Run, tmp_path: Path) -> None:
    assert "observation_status" not in run("trade").out
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "source: {key: outlook, title: An outlook, kind: report, published: 2025}\nfigures:\n- {indicator: trade,"
        " area: Azerbaijan, flow: export, period: 2026, value: 30 billion USD, status: forecast, at: p1}\n",
        encoding="utf-8",
    )
    assert run("add", str(sheet)).code == 0
    header, *lines = run("trade").out.splitlines()
    assert "observation_status" in header
    assert [" forecast " in line for line in lines if "2026" in line] == [True]
