"""`search`: records by the words in their names and texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run, by_another_program
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbase.store import index
from factbase.store.location import Location
from factbase.store.reading import reader
from factbase.store.writing import transaction


def keys(run: Run, *words: str) -> list[str]:
    result = run("search", "-f", "json", "--columns", "key", "--limit", "100", "--", *words)
    assert result.code == 0, result.err
    return [line["key"] for line in json.loads(result.out)]


def problems(base: Location) -> list[str]:
    with transaction(base) as connection:
        return index.check(connection)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("free trade", "aze-chn-free-trade"),
        ("Ilham Eliyev", "ilham-aliyev"),
        ("İLHAM ƏLİYEV", "ilham-aliyev"),
        ("中国", "CHN"),
        ("人民共和", "CHN"),
        ("kind:agreement actor:PRC digit*", "aze-chn-digital-economy"),
        ('"free trade" kind:agreement', "aze-chn-free-trade"),
    ],
)
def test_the_record_that_is_meant_comes_first(run: Run, words: str, key: str) -> None:
    assert keys(run, words)[0] == key


def test_all_words_must_occur_and_others_must_not(run: Run) -> None:
    every, some = set(keys(run, "trade")), set(keys(run, "trade -free"))
    assert some == set(keys(run, "trade NOT free"))
    assert set(keys(run, "trade free")) | some == every
    assert set(keys(run, "demining OR visa")) == set(keys(run, "demining")) | set(keys(run, "visa"))
    assert keys(run, '"trade free"') == []


@pytest.mark.parametrize("words", ['"open', "OR", "trade OR", "-trade", "kind:agreement", "!!!", "t*", "kind:x y"])
def test_bad_words_get_one_line(run: Run, words: str) -> None:
    result = run("search", "--", words)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(words=st.text(alphabet=st.sampled_from("ab中é \"'*:-()^{}+NEARORT,\\%;\0\ud800"), max_size=20))
def test_nothing_that_is_typed_reaches_the_database_unquoted(run: Run, words: str) -> None:
    assert run("search", "--quiet", "--", words).code in (0, 2)


def test_a_typo_gets_suggestions(run: Run) -> None:
    result = run("search", "demning")
    assert (result.code, result.out) == (0, "")
    assert "no text has 'demning' (did you mean demining?)" in result.err


def test_of_too_many_to_rank_titles_come_first_and_it_is_said(
    run: Run, base: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked = keys(run, "trade")
    monkeypatch.setattr(index.words_in(base), "RANKED", 1)
    latest = run("search", "trade", "-f", "json", "--limit", "100")
    found = [(line["key"], line["found_in"]) for line in json.loads(latest.out)]
    assert {key for key, _ in found} == set(ranked)
    assert found[0][1] in ("title", "names")
    assert "those with them in title or name come first" in latest.err
    assert set(keys(run, "trade actor:CHN")) <= set(ranked)


def test_words_are_marked_for_people_only(run: Run) -> None:
    assert "<mark>Free trade</mark>" in run("search", '"free trade"', "-f", "html").out
    assert "| **Azərbaycan** |" in run("search", "azerbaycan", "-f", "markdown").out
    assert "*" not in run("search", "azerbaycan", "-f", "csv").out


def test_every_way_of_writing_keeps_the_index_right(run: Run, base: Location, tmp_path: Path) -> None:
    assert problems(base) == []
    assert run("alias", "china", "Zhongguo").code == 0
    assert keys(run, "zhongguo") == ["CHN"]
    assert run("amend", "kapanadze:1", "anchor=quokka").code == 0
    assert keys(run, "quokka") == ["kapanadze:1"]
    assert run("undo", "3").code == 0
    assert keys(run, "quokka") == []
    assert run("retract", "kapanadze:63").code == 0
    assert "kapanadze:63" not in keys(run, "closer")
    assert run("merge", "the-west", "global-south").code == 0
    assert problems(base) == []
    other = Location(path=tmp_path / "other.db")
    assert run("export", str(tmp_path / "copy")).code == 0
    assert not [path for path in (tmp_path / "copy").rglob("*") if "search" in path.name or path.stem == "texts"]
    assert run("db", "init", "--empty", "--base", str(other.path)).code == 0
    assert run("import", str(tmp_path / "copy"), "--base", str(other.path)).code == 0
    assert problems(other) == []
    assert "CHN" in run("search", "zhongguo", "--base", str(other.path)).out


def test_a_statement_of_another_program_is_noticed_and_taken_up(run: Run, base: Location) -> None:
    by_another_program(base, "UPDATE thing SET label = 'Quokka pact' WHERE key = 'aze-chn-free-trade'")
    assert "run 'factbase db reindex'" in run("search", "quokka").err
    assert run("db", "reindex").code == 0
    assert keys(run, "quokka") == ["aze-chn-free-trade"]
    assert problems(base) == []


def test_a_damaged_index_is_found_and_mended(run: Run, base: Location) -> None:
    by_another_program(
        base, f"DELETE FROM {'search_index WHERE rowid = 1' if base.path else 'search_record WHERE id = 1'}"
    )
    assert problems(base)
    assert run("db", "reindex").code == 0
    assert problems(base) == []


def test_the_index_of_another_day_has_what_was_there_then(run: Run) -> None:
    assert run("amend", "kapanadze:1", "anchor=quokka").code == 0
    assert "kapanadze:1" in run("search", "strengthen", "--as-of", "1").out
    assert run("search", "quokka", "--as-of", "1").out == ""
    assert "kapanadze:1" not in run("search", "strengthen").out


def test_the_sql_that_is_shown_runs(run: Run, base: Location) -> None:
    shown = run("search", "free trade", "--show-sql").out
    values = dict(line[4:].split(" = ", 1) for line in shown.splitlines() if line.startswith("-- :"))
    with reader(base) as opened:
        rows = list(opened.rows(shown, {name: value[1:-1].replace("''", "'") for name, value in values.items()}))
    assert len(rows) == 4
