"""What a base holds of a source, as a sheet that adds back to the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from conftest import Bases
from exchange.sheets import add, ask, rows, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbase.exchange.sheet_source import figures_without_assertion, from_source
from factbase.journal.entry import entry
from factbase.store.location import Location
from factbase.store.reading import reader


def sheet_of(base: Location, source: str) -> str:
    with reader(base) as opened:
        return from_source(opened, source)


def test_the_first_article_adds_back_to_the_same(base: Location, empty: Location) -> None:
    add(empty, sheet_of(base, "kapanadze"))
    assert rows(empty) == rows(base)


def test_the_first_article_is_known_to_its_own_base(base: Location) -> None:
    made = add(base, sheet_of(base, "kapanadze"))
    assert not made.changes
    assert {line.status for line in made.lines} == {"known"}


def test_words_that_other_readers_of_yaml_would_change_are_quoted(base: Location) -> None:
    told(base, "actors: {name: Norway, kind: state}\nstatements: {text: 'no', about: Norway, at: p1}")
    sheet = sheet_of(base, "daily")
    assert "iso2: 'NO'" in sheet
    assert "text: 'no'" in sheet
    assert "published: 1 May 2025" in sheet


def test_an_agreement_whose_parties_are_told_one_by_one_comes_back(base: Location, empty: Location) -> None:
    source = "source: {key: daily, title: A, kind: article, published: 1 May 2025}\n"
    add(base, source + "agreements: {key: green, kind: treaty, subject: hydrogen, signed: 23 April 2025}")
    add(base, source + "parties: {agreement: green, actor: Azerbaijan}")
    before = rows(base)
    for one in (base, empty):
        add(one, sheet_of(base, "daily"))
    assert rows(base) == before
    with reader(empty) as opened:
        assert list(opened.rows("SELECT agreement, actor FROM party")) == [("green", "AZE")]


def test_figures_of_a_data_set_are_counted_as_left_out(base: Location) -> None:
    told(base, "figures: {indicator: gdp, area: AZE, period: 2023, value: 3 USD}")
    with entry(base, author="Leyla", command="import") as opened:
        ((series,),) = ask(base, "SELECT series FROM series WHERE source = 'daily'")
        opened.add("figure", series=series, period="2024", value=4)
    with reader(base) as opened_base:
        assert figures_without_assertion(opened_base, "daily") == 1
    assert sheet_of(base, "daily").count("- number: ") == 1


# What people write, and what they can only spell out.
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(str.strip).filter(bool)
dates = st.sampled_from(
    [
        "2025",
        "2025-04",
        "2025-04-23",
        "23 April 2025",
        "April 2025",
        "2025 to 2029",
        "since 2023",
        "by 2030",
        "on Friday",
    ]
) | st.fixed_dictionaries({"edtf": st.just("2025-04~"), "text": words})
actors = st.sampled_from(["AZE", "PRC", "Aliyev", "the West", "北京", "Georgia"])
common: dict[str, Any] = {
    "at": st.sampled_from(["title", "p1", "p3.s2", "page 4", "article 5"]),
    "anchor": words,
    "modality": st.sampled_from(["fact", "plan", "opinion"]),
    "polarity": st.sampled_from(["positive", "negative"]),
    "certainty": st.sampled_from(["stated", "implied", "derived"]),
    "text": words,
    "said by": st.lists(actors | st.fixed_dictionaries({"words": words}), min_size=1, max_size=2),
    "about": st.lists(actors, max_size=2),
    "assessments": st.fixed_dictionaries(
        {"verdict": st.sampled_from(["doubtful", "disputed"]), "reason": words}, optional={"basis": words}
    ),
}
numbers = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False).map(lambda value: format(value, ",f"))
values = st.builds(
    "{}{} {}".format,
    st.sampled_from(["", "about ", "more than ", "at least ", "up to ", "nearly "]),
    numbers | st.integers(0, 999).map(str),
    st.sampled_from(["USD", "million EUR", "t", "%"]),
) | st.fixed_dictionaries(
    {"value": st.integers(-(10**14), 10**14).map(str)}, optional={"digits": st.integers(1, 9).map(str)}
)
series = {
    "indicator": st.sampled_from(["trade", "gdp"]),
    "area": actors,
    "period": st.sampled_from(["2024", "Q3 2024", "2019-2023"]),
}
facts = st.fixed_dictionaries(
    {},
    optional={
        "positions": st.lists(
            st.fixed_dictionaries(
                {"holder": actors, "stance": st.sampled_from(["supports", "opposes"]), "subject": words},
                optional={"speaker": actors, "target": actors, "date": dates, **common},
            ),
            max_size=3,
        ),
        "figures": st.lists(
            st.fixed_dictionaries({**series, "unit": st.just("USD"), "value": numbers}, optional=common)
            | st.fixed_dictionaries({**series, "value": values.filter(lambda value: isinstance(value, str))}, optional=common)
            | st.fixed_dictionaries(
                {**series, "unit": st.just("t"), "value": values.filter(lambda value: isinstance(value, dict))}
            ),
            max_size=3,
        ),
        "changes": st.lists(
            st.fixed_dictionaries(
                {**series, "unit": st.just("USD"), "change": st.sampled_from(["+20.7%", "-5%", "threefold", "2.5 times", "more than 5%", "+1.2 billion USD"])},
                optional={"base period": st.just("2023"), **common},
            ),
            max_size=2,
        ),
        "tallies": st.lists(
            st.fixed_dictionaries(
                {"thing": st.just("cop29"), "counted": words, "count": st.sampled_from(["20", "more than 20", "5 to 7", "up to 3", "ten"])},
                optional=common,
            ),
            max_size=2,
        ),
        "statements": st.lists(st.fixed_dictionaries({"text": words}, optional={k: v for k, v in common.items() if k != "text"}), max_size=3),
    },
)  # fmt: skip


@contextmanager
def copies(bases: Bases, base: Location) -> Iterator[list[Location]]:
    """Two copies of a base."""
    with TemporaryDirectory() as folder:
        made = [bases.copy(base, Path(folder) / name) for name in ("one.db", "two.db")]
        yield made
        for one in made:
            bases.drop(one)


def numbered(sections: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """With a number for each fact, so that two that are alike are two."""
    every = [fact for listed in sections.values() for fact in listed]
    for number, fact in enumerate(every, 1):
        fact["number"] = str(number)
    return sections


@given(facts.map(numbered))
@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_whatever_is_added_comes_back(bases: Bases, seeded: Location, sections: dict[str, Any]) -> None:
    text = json.dumps(
        {"source": {"key": "daily", "title": "A", "kind": "article", "published": "1 May 2025"}, **sections}
    )
    with copies(bases, seeded) as (base, other):
        add(base, text)
        before = rows(base)
        add(base, text)
        assert rows(base) == before
        add(other, sheet_of(base, "daily"))
        assert rows(other) == before
