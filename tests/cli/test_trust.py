"""`trust`, and what rests on one source alone."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from conftest import Run
from measured import add_series

from factbase.cli.trust import command
from factbase.journal.entry import Entry, entry
from factbase.render.formats import FORMATS
from factbase.store.location import Location

VISAS = "aze-chn-visa-exemption"
SIGNED = "kapanadze:32"


def actor(change: Entry, key: str, kind: str = "medium") -> None:
    change.add("thing", key=key, kind="actor", label=key.capitalize())
    change.add("actor", key=key, kind=kind)


def source(change: Entry, key: str, publisher: str | None = None, author: str | None = None) -> None:
    change.add("thing", key=key, kind="source", label=key)
    change.add("source", key=key, kind="article", publisher=publisher, author=author)


def signed(change: Entry, key: str, date: str = "2025-04-23", *voices: str | None, **told: str) -> None:
    """The visa exemptions were signed then, as the voices say; None is a voice without a name."""
    change.add("assertion", key=key, source=key.partition(":")[0], kind="action", **told)
    change.add("action", assertion=key, agreement=VISAS, action="signed", date=date, date_from=date, date_to=date)
    for ordinal, voice in enumerate(voices, 1):
        words = "officials" if voice is None else None
        change.add("attribution", assertion=key, ordinal=ordinal, actor=voice, words=words)


@pytest.fixture
def change(base: Location) -> Any:
    with entry(base, author="test", command="test") as opened:
        actor(opened, "wire")
        actor(opened, "daily")
        actor(opened, "ministry", "ministry")
        source(opened, "wire-1", "wire")
        source(opened, "wire-2", "wire")
        source(opened, "daily-1", "daily")
        source(opened, "leaflet")
    return lambda: entry(base, author="test", command="test")


def lines(run: Run, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("trust", key, "-f", "json").out)
    return found


def test_the_articles_facts_rest_on_its_author_alone(run: Run) -> None:
    result = run("trust", VISAS, "-f", "csv")
    assert result.err == "5 citations, 1 source, 1 independent origin\n"
    assert {line["origin_code"] for line in csv.DictReader(io.StringIO(result.out))} == {"sandro-kapanadze"}
    assert run("trust", VISAS, "-q", "-f", "csv").err == ""


@pytest.mark.parametrize(
    ("first", "second", "origins"),
    [
        # Two papers that relay one ministry.
        (("wire-1:1", "2025-04-23", "ministry"), ("daily-1:1", "2025-04-23", "wire", "ministry"), 1),
        # Two papers of their own.
        (("wire-1:1", "2025-04-23"), ("daily-1:1", "2025-04-23"), 2),
        # Two articles of one house.
        (("wire-1:1", "2025-04-23"), ("wire-2:1", "2025-04-23"), 1),
        # One relays the other by name.
        (("wire-1:1", "2025-04-23"), ("daily-1:1", "2025-04-23", "wire"), 1),
        # Nobody can tell whether the officials are the same; each paper answers for its own.
        (("wire-1:1", "2025-04-23", None), ("daily-1:1", "2025-04-23", None), 2),
        # The officials are the wire's, whoever relays them.
        (("wire-1:1", "2025-04-23", None), ("daily-1:1", "2025-04-23", "wire", None), 1),
        # A document of nobody is its own origin.
        (("leaflet:1", "2025-04-23"), ("daily-1:1", "2025-04-23"), 2),
    ],
)  # fmt: skip
def test_origins_are_counted_by_the_word_that_citations_rest_on(
    run: Run, change: Any, first: tuple[str, ...], second: tuple[str, ...], origins: int
) -> None:
    with change() as opened:
        signed(opened, *first)
        signed(opened, *second)
    # The article itself is one more: it has April, which both days are in.
    assert f"3 citations, 3 sources, {origins + 1} independent origin" in run("trust", SIGNED).err
    assert {line["origins"] for line in lines(run, SIGNED)} == {origins + 1}


def test_what_repeats_another_has_its_origin(run: Run, change: Any) -> None:
    with change() as opened:
        signed(opened, "wire-1:1")
        signed(opened, "daily-1:1")
        signed(opened, "leaflet:1")
        opened.add("assertion_link", assertion="leaflet:1", kind="repeats", other="daily-1:1")
        opened.add("assertion_link", assertion="daily-1:1", kind="repeats", other="wire-1:1")
    assert run("trust", SIGNED).err == "4 citations, 4 sources, 2 independent origins\n"
    with change() as opened:
        opened.add("assertion_link", assertion="wire-1:1", kind="repeats", other="leaflet:1")
    assert run("trust", SIGNED).err == "4 citations, 4 sources, 2 independent origins\n"


def test_who_says_otherwise_is_told_and_not_counted(run: Run, change: Any) -> None:
    with change() as opened:
        signed(opened, "wire-1:1", "2025-04-23")
        signed(opened, "daily-1:1", "2025-04-24")
        signed(opened, "leaflet:1", "2025-04-23", polarity="negative")
    assert run("trust", "wire-1:1").err == ("2 citations, 2 sources, 2 independent origins; 2 sources say otherwise\n")
    assert [(line["assertion"], line["says"]) for line in lines(run, "wire-1:1")] == [
        ("wire-1:1", "so"), ("kapanadze:32", "so"), ("daily-1:1", "otherwise"), ("leaflet:1", "otherwise"),
    ]  # fmt: skip


def test_a_link_goes_before_what_the_words_let_suppose(run: Run, change: Any) -> None:
    with change() as opened:
        signed(opened, "wire-1:1")
        opened.add("assertion_link", assertion="wire-1:1", kind="contradicts", other=SIGNED)
    assert run("trust", SIGNED).err.startswith("1 citation, 1 source, 1 independent origin; 1 source says otherwise")


def test_a_plan_is_not_told_again_by_its_fulfilment(run: Run, change: Any) -> None:
    with change() as opened:
        signed(opened, "wire-1:1", modality="plan")
    assert run("trust", "wire-1:1").err == "1 citation, 1 source, 1 independent origin\n"


@pytest.mark.parametrize(
    ("value", "digits", "qualifier", "sources"),
    [
        (3_744_000_000, 4, None, 2),
        (3_700_000_000, 2, None, 2),
        (3_800_000_000, 2, None, 2),
        (3_900_000_000, 2, None, 1),
        (3_000_000_000, 1, "more than", 2),
        (3_000_000_000, 1, "at most", 1),
    ],
)
def test_figures_tell_the_same_where_their_digits_and_hedges_allow(
    run: Run, change: Any, value: int, digits: int, qualifier: str | None, sources: int
) -> None:
    with change() as opened:
        opened.add("assertion", key="wire-1:1", source="wire-1", kind="figure")
        add_series(
            opened, 9, source="wire-1", indicator="trade", area="AZE", partner="CHN", flow="turnover", unit="USD"
        )
        opened.add(
            "figure", series=9, period="2024", value=value, digits=digits, qualifier=qualifier, assertion="wire-1:1"
        )
    assert f"{sources} source" in run("trust", "kapanadze:50").err.partition(";")[0]


def test_partners_are_the_same_two_whoever_is_named_first(run: Run, change: Any) -> None:
    with change() as opened:
        opened.add("assertion", key="wire-1:1", source="wire-1", kind="relation")
        opened.add("relation", assertion="wire-1:1", actor="urumqi", kind="sister cities", other="nakhchivan")
    assert "2 sources" in run("trust", "wire-1:1").err


def test_sources_tell_what_they_alone_tell(run: Run, change: Any) -> None:
    with change() as opened:
        signed(opened, "wire-1:1")
        signed(opened, "wire-1:2", "2025-05-01")
        signed(opened, "leaflet:1", "2025-05-01", "ministry")
    asked = run("sources", "--columns", "key,assertions,alone,origins", "--sort", "key", "-f", "csv").out
    assert asked.splitlines()[1:] == [
        "daily-1,0,0,0", "kapanadze,114,113,1", "leaflet,1,0,1", "wire-1,2,0,1", "wire-2,0,0,0",
    ]  # fmt: skip
    assert run("facts", "--told", "several", "--columns", "assertion", "-f", "csv").out.split()[1:] == [
        "kapanadze:32", "leaflet:1", "wire-1:1", "wire-1:2",
    ]  # fmt: skip
    assert run("facts", "--told", "one", "--count", "-f", "csv").out == "count\n113\n"
    assert run("facts", "--told", "two").code == 2


def test_a_source_shows_how_far_others_bear_it_out(run: Run, change: Any) -> None:
    with change() as opened:
        signed(opened, "wire-1:1")
    assert [(line["assertion"], line["origins"]) for line in lines(run, "wire-1")] == [("wire-1:1", 2)]
    assert run("trust", "wire-2", "-f", "csv").err == "nothing is said of wire-2\n"


def test_trust_is_asked_as_of_an_entry(run: Run, change: Any) -> None:
    with change() as opened:
        signed(opened, "wire-1:1")
    assert run("trust", SIGNED, "--as-of", "2").err == "1 citation, 1 source, 1 independent origin\n"


@pytest.mark.parametrize("format", FORMATS)
def test_trust_is_told_in_every_form(run: Run, format: str) -> None:
    result = run("trust", "china", "-f", format)
    assert result.code == 0
    assert result.out.endswith("\n")


@pytest.mark.parametrize("width", ["60", "80", "200"])
def test_trust_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", width)
    assert max(map(len, run("trust", "china").out.splitlines())) <= int(width)


def test_an_unknown_record_is_refused(run: Run) -> None:
    result = run("trust", "nobody")
    assert (result.code, result.out) == (2, "")
    assert command("trust").name == "trust"
