"""`diff`: what differs between two bases, or between two states of one."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from conftest import Bases, Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from measured import add_series

from factbase.journal.entry import Entry, entry
from factbase.query.diff import diff
from factbase.render.formats import FORMATS
from factbase.store.location import Location, locate
from factbase.store.reading import reader


@pytest.fixture
def before(bases: Bases, base: Location, tmp_path: Path) -> str:
    """A copy of the base as it was before the test."""
    return bases.copy(base, tmp_path / "before.db").address


def data_set(change: Entry, values: dict[str, int], decimals: int = 0, series: int = 9) -> None:
    change.add("thing", key="customs", kind="source", label="Customs")
    change.add("source", key="customs", kind="statistics")
    add_series(change, series, source="customs", indicator="trade", area="AZE", flow="export", unit="USD", decimals=decimals
    )  # fmt: skip
    for period, value in values.items():
        change.add("figure", series=series, period=period, value=value)


def told(out: str) -> list[tuple[str, ...]]:
    return [(line["change"], line["record"], line["what"]) for line in csv.DictReader(io.StringIO(out))]


def test_a_base_does_not_differ_from_itself(run: Run, before: str, base: Location) -> None:
    assert run("diff", before, base.address, "--exit-code") == (0, "", "nothing differs\n")


def test_corrections_are_told_field_by_field(run: Run, before: str, base: Location) -> None:
    run("amend", "kapanadze:50", "value=$3.74 billion")
    run("amend", "kapanadze:6", "date=24 April 2025")
    run("retract", "kapanadze:52")
    run("alias", "china", "Kina")
    result = run("diff", before, base.address, "-f", "csv")
    assert result.code == 0
    assert result.err == "0 added, 3 changed, 1 withdrawn\n"
    assert told(result.out) == [
        ("changed", "CHN", "name nothing → Kina alias"),
        ("changed", "kapanadze:6", "date 2025-04-23 → 2025-04-24, date_text April 23, 2025 → 24 April 2025"),
        ("changed", "kapanadze:50", "value 3700000000 → 3740000000, digits 2 → 3"),
        ("withdrawn", "kapanadze:52", ""),
    ]
    assert run("diff", before, base.address, "--exit-code").code == 1
    # The states of one base differ as the copies do.
    assert run("diff", "--from", "1", "-f", "csv").out == result.out
    back = told(run("diff", "--from", "5", "--to", "1", "-f", "csv").out)
    assert ("added", "kapanadze:52", "") in back
    assert ("changed", "CHN", "name Kina alias → nothing") in back


def test_a_record_is_told_with_its_words_and_its_source(run: Run) -> None:
    out = run("diff", "--from", "2025-04-30", "--to", "2025-05-01", "-f", "csv").out
    lines = {line["record"]: line for line in csv.DictReader(io.StringIO(out))}
    assert lines["CHN"]["label"] == "China"
    assert (lines["kapanadze:52"]["kind"], lines["kapanadze:52"]["source"]) == ("figure", "kapanadze")
    assert lines["kapanadze:52"]["label"].endswith("Azerbaijan and China, 2024: no. 1")
    # Assertions come in the order of their numbers.
    keys = [key for key in lines if key.startswith("kapanadze:")]
    assert keys == [f"kapanadze:{number}" for number in range(1, 115)]


def test_what_stands_beside_an_assertion_is_compared(run: Run, base: Location, before: str) -> None:
    with entry(base, author="test", command="test") as change:
        change.add("attribution", assertion="kapanadze:6", ordinal=1, words="officials")
        change.add("assessment", assertion="kapanadze:6", ordinal=1, verdict="doubtful", reason="why", assessor="me")
        change.add("assertion_link", assertion="kapanadze:6", kind="fulfils", other="kapanadze:61")
        change.add("accepted_finding", finding="dates:kapanadze:6", reason="known")
    assert told(run("diff", before, base.address, "-f", "csv").out) == [
        (
            "changed", "kapanadze:6",
            "link nothing → fulfils kapanadze:61, assessment nothing → doubtful why me, said by nothing → 1. officials",
        ),
        ("added", "dates:kapanadze:6", ""),
    ]  # fmt: skip


def test_figures_of_data_sets_are_compared_by_dimensions_and_period(run: Run, base: Location, before: str) -> None:
    with entry(base, author="test", command="test") as change:
        data_set(change, {"2022": 5, "2023": 6, "2024": 7})
    # The same series under another number, with another number of decimals.
    with entry(locate(before), author="test", command="test") as change:
        data_set(change, {"2021": 10, "2022": 50, "2023": 61}, decimals=1, series=12)
    key = "customs trade AZE export USD year"
    assert told(run("diff", before, base.address, "-f", "csv").out) == [
        ("withdrawn", f"{key} 2021", ""),
        ("changed", f"{key} 2023", "value 6.1 → 6"),
        ("added", f"{key} 2024", ""),
    ]


def test_a_data_set_is_compared_with_its_own_past(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        data_set(change, {"2023": 6})
    with entry(base, author="test", command="test") as change:
        change.amend("figure", {"series": 9, "period": "2023", "ordinal": 1}, value=8)
    found = told(run("diff", "--from", "2", "-f", "csv").out)
    assert found == [("changed", "customs trade AZE export USD year 2023", "value 6 → 8")]


@pytest.mark.parametrize("format", FORMATS)
def test_a_difference_is_told_in_every_form(run: Run, format: str) -> None:
    result = run("diff", "--from", "0", "-f", format, "-q")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("\n")


@pytest.mark.parametrize(
    ("arguments", "code", "where"),
    [
        ([], 2, "diff: "),
        (["one.db"], 2, "diff: "),
        (["--to", "3"], 2, "diff: "),
        (["one.db", "--from", "1"], 2, "diff: "),
        (["one.db", "two.db", "--from", "1"], 2, "diff: "),
        (["one.db", "two.db"], 4, "one.db: "),
        (["--from", "yesterday"], 2, "--from: "),
        (["--from", "1", "--to", "2025"], 2, "--to: "),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_line(run: Run, arguments: list[str], code: int, where: str) -> None:
    result = run("diff", *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"factbase: {where}")
    assert len(result.err.splitlines()) == 1


values: Any = st.dictionaries(st.sampled_from(["2019", "2020", "2021", "2022"]), st.integers(-9, 9), max_size=4)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values, values)
def test_a_difference_names_every_figure_that_differs_and_no_other(
    bases: Bases, seeded: Location, tmp_path: Path, old: dict[str, int], new: dict[str, int]
) -> None:
    places = []
    for name, figures in (("old", old), ("new", new)):
        place = bases.copy(seeded, tmp_path / f"{name}.db")
        with entry(place, author="test", command="test") as change:
            data_set(change, figures)
        places.append(place)
    with reader(places[0]) as before, reader(places[1]) as now:
        found = {str(row[2])[-4:]: row[0] for row in diff(before, now)}
    assert found == {
        period: "withdrawn" if period not in new else "added" if period not in old else "changed"
        for period in {*old, *new}
        if old.get(period) != new.get(period)
    }
