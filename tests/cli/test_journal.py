"""Correcting: what was believed before stays to be seen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import Run
from measured import add_series

from factbase.journal.entry import entry
from factbase.store.location import Location
from factbase.store.reading import reader


def value(run: Run, *more: str) -> str:
    return run("trade", "--unit", "USD", "--columns", "value", "-f", "csv", *more).out.splitlines()[1]


def test_a_corrected_figure_is_seen_as_it_was(run: Run) -> None:
    done = run("amend", "kapanadze:50", "value=$3.74 billion", "--why", "the unrounded figure", "--author", "Leyla")
    assert done == (0, "amended kapanadze:50 (entry 2)\n", "")
    assert value(run) == "3740000000"
    assert value(run, "--as-of", "1") == "3700000000"
    assert value(run, "--as-of", "2025-06-01") == "3700000000"
    changes = json.loads(run("history", "kapanadze:50", "-f", "json").out)
    assert changes[-1] == {
        "entry": 2,
        "at": changes[-1]["at"],
        "author": "Leyla",
        "change": "amended",
        "record": "figure 1, 2024, 1",
        "what": "value 3700000000 → 3740000000, digits 2 → 3",
        "why": "the unrounded figure",
    }


def test_a_history_has_numbers_as_they_were_written(run: Run, tmp_path: Path) -> None:
    figure = "{indicator: statistic, basis: inflation, area: Azerbaijan, period: %s, value: %s, change: %s, at: p1}"
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "source: {key: bank, title: A bulletin, kind: statistics, published: 2025}\nfigures:\n"
        f"- {figure % (2023, '4.6%', '+0.3 pp')}\n"
    )
    assert run("add", str(sheet)).code == 0
    sheet.write_text(f"source: {{key: bank}}\nfigures:\n- {figure % (2024, '4.75%', '+0.15 pp')}\n")
    assert run("add", str(sheet)).code == 0
    assert run("amend", "bank:1", "value=4.7%").code == 0
    told = [line["what"] for key in ("bank:1", "bank:2") for line in json.loads(run("history", key, "-f", "json").out)]
    assert [re.findall(r"value [^,]+", what) for what in told if "value" in what] == [
        ["value 4.6"], ["value 4.6 → 4.7"], ["value 0.3"],
    ]  # fmt: skip


def test_before_the_first_entry_there_was_nothing(run: Run) -> None:
    assert run("agreements", "--as-of", "2025-04-30", "--count", "-f", "csv").out == "count\n0\n"
    assert run("agreements", "--as-of", "2025-05-01", "--count", "-f", "csv").out == "count\n11\n"


def test_every_reading_command_answers_as_of_a_day(run: Run) -> None:
    run("amend", "CHN", "label=People's Republic")
    assert run("show", "CHN", "-f", "json", "--as-of", "1").out != run("show", "CHN", "-f", "json").out
    asked = ("sql", "SELECT label FROM actors WHERE key = 'CHN'", "-f", "csv")
    assert run(*asked).out == "label\nPeople's Republic\n"
    assert run(*asked, "--as-of", "1").out == "label\nChina\n"
    assert run("agreements", "PRC", "--on", "2027-01-01", "--as-of", "1", "--count", "-f", "csv").out == "count\n10\n"


@pytest.mark.parametrize(
    ("key", "correction", "asked", "now"),
    [
        ("kapanadze:6", "date=24 April 2025", "SELECT date_from FROM action WHERE assertion = :key", "2025-04-24"),
        ("kapanadze:6", "date=", "SELECT coalesce(date_from, 'none') FROM action WHERE assertion = :key", "none"),
        ("kapanadze:6", "place=Peking", "SELECT place FROM action WHERE assertion = :key", "beijing"),
        ("kapanadze:6", "certainty=implied", "SELECT certainty FROM assertion WHERE key = :key", "implied"),
        ("kapanadze:6", "locator=p2", "SELECT locator FROM assertion WHERE key = :key", "p2"),
        ("aze-chn-demining", "kind=memorandum", "SELECT kind FROM agreement WHERE key = :key", "memorandum"),
        ("aze-chn-demining", "label=Demining", "SELECT label FROM thing WHERE key = :key", "Demining"),
        ("CHN", "m49=156", "SELECT m49 FROM actor WHERE key = :key", "156"),
    ],
)  # fmt: skip
def test_a_correction_is_read_as_people_write_it(run: Run, key: str, correction: str, asked: str, now: str) -> None:
    assert run("amend", key, correction).code == 0
    assert run("sql", asked.replace(":key", f"'{key}'"), "-f", "csv").out.splitlines()[1] == now


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["amend", "nobody", "label=X"], 2),
        (["amend", "CHN", "label"], 2),
        (["amend", "CHN", "labl=X"], 2),
        (["amend", "CHN", "key=X"], 2),
        (["amend", "CHN", "label="], 3),
        (["amend", "CHN", "kind=sttate"], 3),
        (["amend", "CHN", "part_of=nobody"], 3),
        (["amend", "kapanadze:6", "date=2025-02-30"], 3),
        (["amend", "kapanadze:6", "date=03/04/2025"], 3),
        (["amend", "kapanadze:50", "value=NaN"], 3),
        (["amend", "kapanadze:50", "value=3.7 bn EUR"], 3),
        (["amend", "kapanadze:50", "value=$3.7 bn a year"], 3),
        (["amend", "kapanadze:50", "value=0.5"], 3),
        (["amend", "kapanadze:50", "value=99999999999999999999"], 3),
        (["amend", "kapanadze:50", "digits=--3"], 3),
        (["amend", "kapanadze:50", "digits=9999999999"], 3),
        (["amend", "kapanadze:50", "anchor=a\x1bb"], 3),
        (["amend", "kapanadze:50", "text=\udcff"], 3),
        (["amend", "kapanadze:51", "base_period=last year"], 3),
        (["amend", "CHN", "iso2=chn"], 3),
        (["amend", "CHN", "subdivision=Beijing"], 3),
        (["retract", "CHN"], 2),
        (["retract", "nobody"], 2),
        (["undo", "99"], 2),
        (["trade", "--as-of", "yesterday"], 2),
        (["trade", "--as-of", "2025"], 2),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(run: Run, arguments: list[str], code: int) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (code, "")
    assert len(result.err.splitlines()) == 1
    assert run("journal", "--count", "-f", "csv").out == "count\n1\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["CHN", "m49=12"], "m49: '12' is not such a code (three digits: 031)"),
        (
            ["wto", "iso3=CHN"],
            "iso3: the base has CHN as CHN (correct that one first; if the two are one: factbase merge wto CHN)",
        ),
        (
            ["kapanadze", "language=English"],
            "language: 'English' is no code of a language (as BCP 47 writes it: en, zh, az-Cyrl)",
        ),
        (["CHN", "part_of=CHN"], "an actor is not a part of itself, nor its own state (nothing was written)"),
        (["kapanadze:50", "digits=0"], "digits: must be 1 or more (nothing was written)"),
        (["kapanadze:50", "low=5", "high=4"], "low: must not be above high (nothing was written)"),
        (["kapanadze:1", "text="], "text: must be told of a statement (nothing was written)"),
    ],
)
def test_a_rule_that_a_correction_breaks_is_told_in_words(run: Run, arguments: list[str], told: str) -> None:
    assert run("amend", *arguments) == (3, "", f"factbase: {told}\n")


def test_a_name_is_of_a_language_by_its_code(run: Run) -> None:
    result = run("alias", "azerbaijan", "Aserbaidschan", "--language", "German")
    assert result == (
        2,
        "",
        "factbase: alias: 'German' is no code of a language (as BCP 47 writes it: en, zh, az-Cyrl)\n",
    )
    assert run("alias", "azerbaijan", "Aserbaidschan", "--language", "de").code == 0


NEWS = """
source: {key: daily, title: A daily, kind: article, published: 2025-05-01}
events: [{name: Talks, kind: talks, date: 2025-04-23, at: p1}]
agreements: [{kind: treaty, subject: fish, parties: [Azerbaijan, China], at: p2, signed: {by: China, number: 4}, provisions: [{kind: loan, value: $5 million, number: 5}]}]
figures: [{number: 50, indicator: trade, area: Azerbaijan, period: 2024, value: more than $400 million, change: {change: +5%, number: 61}, at: p3}]
tallies: [{number: 60, thing: Talks, counted: documents, count: fourteen, at: p4}]
"""


@pytest.fixture
def news(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(NEWS)
    assert run("add", str(sheet), "-q").code == 0


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("key", "corrections", "asked", "now"),
    [
        ("daily:50", ["value=$450 million"], "value, low, high, qualifier, digits FROM figure", "450000000,,,,2"),
        ("daily:50", ["value=up to $450 million"], "value, low, high, qualifier FROM figure", ",,450000000,up to"),
        ("daily:50", ["value=$450 million", "qualifier=about"], "value, low, qualifier FROM figure", "450000000,,about"),
        ("daily:50", ["qualifier=about", "value=$450 million"], "value, low, qualifier FROM figure", "450000000,,about"),
        ("daily:61", ["change=-0.25%"], "value, decimals, kind, digits FROM change", "-25,2,percent,2"),
        ("daily:61", ["value=threefold"], "value, decimals, kind FROM change", "3,0,multiple"),
        ("daily:61", ["value=almost 6%"], "value, high, qualifier, kind FROM change", "6,6,nearly,percent"),
        ("daily:60", ["count=more than 20"], "low, high, words FROM tally", "21,,more than 20"),
        ("daily:60", ["count=15"], "low, high, words FROM tally", "15,15,"),
        ("daily:5", ["value=EUR 65 million"], "value FROM provision", "EUR 65 million"),
        ("daily:4", ["by=Azerbaijan"], "actor FROM action", "AZE"),
        ("daily:4", ["date=on Tuesday"], "date, date_text, date_resolved_from FROM action", "2025-04-29,on Tuesday,2025-05-01"),
        ("daily:4", ["date=28 April"], "date, date_resolved_from FROM action", "2025-04-28,2025-05-01"),
    ],
)  # fmt: skip
def test_a_correction_is_read_as_a_sheet_is(run: Run, key: str, corrections: list[str], asked: str, now: str) -> None:
    assert run("amend", key, *corrections).code == 0
    assert run("sql", f"SELECT {asked} WHERE assertion = '{key}'", "-f", "csv").out.splitlines()[1] == now


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (["daily:50", "period=2023"], "period: a figure of another period is another figure (retract it, and record it as it is)"),
        (["daily:50", "unit=EUR"], "unit: a figure of another unit is another figure (retract it, and record it as it is)"),
        (["daily:50", "assertion=daily:1"], "assertion: a figure of another assertion is another figure (retract it, and record it as it is)"),
        (["daily:50", "value=threefold"], "value: 'threefold' is a change and no level (record it as a change of its own)"),
        (["daily:50", "low=more than 4"], "low: 'more than 4' is not one number (correct the value: value=more than 20)"),
        (["daily:61", "series=1"], "series: a change of another series is another change (retract it, and record it as it is)"),
        (["daily:61", "decimals=3"], "decimals: follows from the value (correct that one: value=3.70)"),
        (["daily:60", "words=a few"], "words: follow from the count (correct that one: count=more than 20)"),
        (["daily:60", "low=15"], "low: the document's words are 'fourteen' (correct the count: count=15)"),
        (["daily:4", "date=in June"], "date: 'in June' would be 2025-06, after the document that tells it (write the year; or say that it is planned: modality: plan)"),
        (["daily:4", "date_from=2025-01-01"], "date_from: follows from date (correct that one: date=2025-04-23)"),
    ],
)  # fmt: skip
def test_what_would_no_longer_fit_together_is_refused(run: Run, correction: list[str], told: str) -> None:
    result = run("amend", *correction)
    assert (result.code in (2, 3), result.err) == (True, f"factbase: {told}\n")


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("key", ["daily:4", "daily:5", "daily:50", "daily:60", "daily:61", "daily", "CHN", "talks"])
def test_no_field_is_offered_that_is_refused(run: Run, key: str) -> None:
    offered = run("amend", key, "xyzzy=1").err.rpartition("there are ")[2].rstrip(")\n").split(", ")
    assert len(offered) > 2
    # Empty, a field may be one that is needed; it is a field.
    assert [name for name in offered if run("amend", key, f"{name}=").code == 2] == []


def test_a_retracted_assertion_is_gone_and_has_its_history(run: Run) -> None:
    assert run("retract", "kapanadze:52", "--why", "a slip").code == 0
    assert run("show", "kapanadze:52").code == 2
    assert run("show", "kapanadze:52", "--as-of", "1").code == 0
    changes = [line["change"] for line in json.loads(run("history", "kapanadze:52", "-f", "json").out)]
    assert changes.count("added") == changes.count("removed") > 1


def test_an_entry_is_undone_and_an_undo_too(run: Run) -> None:
    run("amend", "kapanadze:50", "value=$4 billion")
    assert run("undo", "2").out == "undid entry 2 (entry 3)\n"
    assert value(run) == "3700000000"
    assert run("undo", "3").code == 0
    assert value(run) == "4000000000"
    assert [line["command"] for line in json.loads(run("journal", "-f", "json").out)] == [
        "db init", "amend", "undo 2", "undo 3",
    ]  # fmt: skip


def test_a_correction_that_changes_nothing_is_no_entry(run: Run) -> None:
    assert run("amend", "CHN", "label=China").out == "nothing is new: the record has it so\n"
    assert run("journal", "--count", "-f", "csv").out == "count\n1\n"


def test_the_author_is_taken_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTBASE_AUTHOR", "Nigar")
    run("amend", "CHN", "label=PRC")
    assert run("journal", "--author", "nigar", "--count", "-f", "csv").out == "count\n1\n"


def test_two_records_of_one_thing_become_one(run: Run) -> None:
    assert run("amend", "wto", "wikidata=").code == 0
    assert run("merge", "wto", "sco", "--why", "to see what moves").code == 0
    assert run("show", "wto", "-f", "json").out == run("show", "sco", "-f", "json").out
    assert run("positions", "--where", "target_code = 'wto'", "--count", "-f", "csv").out == "count\n0\n"
    names = json.loads(run("actors", "--name", "World Trade Organization", "-f", "json").out)
    assert [line["key"] for line in names] == ["sco"]
    assert run("undo", "3").code == 0
    assert run("actors", "--name", "World Trade Organization", "--columns", "key", "-f", "csv").out == "key\nwto\n"


@pytest.mark.parametrize("two", [("CHN", "CHN"), ("CHN", "cop29"), ("nakhchivan", "urumqi"), ("CHN", "beijing")])
def test_what_cannot_be_one_is_not_merged(run: Run, two: tuple[str, str]) -> None:
    result = run("merge", *two)
    assert result.code == 2
    assert "cannot be one" in result.err
    assert run("journal", "--count", "-f", "csv").out == "count\n1\n"


ACTORS = """
actors:
  - {key: one, name: One, kind: organisation}
  - {key: two, name: Two, kind: organisation}
  - {key: part, name: Part, kind: institution, part of: one, state: one}
"""


@pytest.fixture
def two(run: Run, base: Location, tmp_path: Path) -> Location:
    """A base with two actors, `one` and `two`, and one that is part of the first in two ways."""
    (tmp_path / "actors.yaml").write_text(ACTORS)
    assert run("add", str(tmp_path / "actors.yaml")).code == 0
    return base


def test_who_is_part_of_an_actor_in_two_ways_is_part_of_what_it_becomes(run: Run, two: Location) -> None:
    assert run("merge", "one", "two").code == 0
    with reader(two) as opened:
        assert list(opened.rows("SELECT part_of, state FROM actor WHERE key = 'part'")) == [("two", "two")]


def test_what_an_actor_lacks_it_has_from_the_one_that_becomes_it(run: Run, two: Location) -> None:
    assert run("amend", "one", "wikidata=Q1", "iso2=XA", "part_of=CHN").code == 0
    assert run("amend", "two", "m49=991").code == 0
    assert run("merge", "one", "two").code == 0
    with reader(two) as opened:
        asked = "SELECT wikidata, iso2, m49, part_of FROM actor WHERE key = 'two'"
        assert list(opened.rows(asked)) == [("Q1", "XA", "991", "CHN")]


def test_actors_with_different_codes_are_not_one(run: Run, two: Location) -> None:
    for key, code in (("one", "Q1"), ("two", "Q2")):
        assert run("amend", key, f"wikidata={code}").code == 0
    assert (
        "cannot be one: their wikidata are Q1 and Q2 (amend the one that is wrong first)"
        in run("merge", "one", "two").err
    )


def test_a_date_is_taken_whole_or_not_at_all(run: Run, base: Location) -> None:
    for title, published in (("Early", "around 2020"), ("Late", "2024"), ("Undated", None)):
        when = ["--published", published] if published else []
        assert run("add", "source", "--kind", "article", "--title", title, *when).code == 0
    assert run("merge", "early", "late").code == run("merge", "late", "undated").code == 0
    with reader(base) as opened:
        asked = "SELECT published, published_text, published_from FROM source WHERE key = 'undated'"
        assert list(opened.rows(asked)) == [("2024", None, "2024-01-01")]


@pytest.mark.parametrize(("first", "second"), [("12", "13.25"), ("12.5", "13")])
def test_figures_of_two_that_become_one_stand_in_one_series(run: Run, two: Location, first: str, second: str) -> None:
    fact = ("add", "figure", "--source", "kapanadze", "--indicator", "share", "--basis", "exports", "--period", "2024")
    for area, value in (("one", first), ("two", second)):
        assert run(*fact, "--area", area, "--at", f"p1.s{len(value)}", "--value", f"{value}%").code == 0
    assert run("merge", "one", "two").code == 0
    asked = ("trade", "two", "--columns", "value", "--sort", "value", "-f", "csv")
    assert run(*asked).out.split() == ["value", first, second]
    assert run("undo", "5").code == 0
    assert run(*asked).out.split() == ["value", second]


@pytest.mark.parametrize("period", ["2023", "2024"])
def test_two_data_sets_become_one_where_no_figure_of_theirs_collides(run: Run, two: Location, period: str) -> None:
    with entry(two, author="test", command="test") as written:
        for number, (source, year) in enumerate((("first", "2024"), ("second", period)), 1):
            written.add("thing", key=source, kind="source", label=source)
            written.add("source", key=source, kind="statistics")
            add_series(written, 900 + number, source=source, indicator="trade", unit="USD", area="one", flow="export")
            written.add("figure", series=900 + number, period=year, value=number)
    merged = run("merge", "first", "second")
    if period == "2024":
        assert "both have a figure of 2024 in one series of a data set" in merged.err
        return
    assert run("merge", "one", "two").code == 0
    assert run("trade", "two", "--columns", "value,period", "--sort", "value", "-f", "csv").out.split()[1:] == [
        "1,2024",
        "2,2023",
    ]
    with reader(two) as opened:
        assert set(opened.rows("SELECT area, period, value FROM total")) == {("two", "2024", 1), ("two", "2023", 2)}


def test_a_thing_is_found_under_a_new_name(run: Run) -> None:
    assert run("alias", "china", "Middle Kingdom").out == "CHN is also called Middle Kingdom (entry 2)\n"
    assert run("agreements", "middle kingdom", "--count", "-f", "csv").out == "count\n10\n"
    assert run("alias", "china", "Middle Kingdom").out == "nothing is new: it is called so\n"
    assert "so is AZE: the name alone will be refused" in run("alias", "china", "Azerbaijan").err
    assert run("alias", "china", "aze").err == "so is AZE: the name alone is not this one\n"
    assert run("alias", "china", "X", "--kind", "nickname").code == 2
