"""The base from Python: what the command line asks, as calls."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from conftest import by_another_program, in_a_file

import factbase
from factbase.base import Base
from factbase.errors import BadInput, WrongRequest
from factbase.query.nouns import NOUNS
from factbase.store.location import Location


@pytest.fixture
def facts(base: Location) -> Iterator[Base]:
    with factbase.open(base.address) as opened:
        yield opened


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_is_a_method_that_tells_its_filters_and_columns(facts: Base, noun: str) -> None:
    ask = getattr(facts, noun)
    assert len(ask().rows().dicts()) == ask().count()
    for name in (*NOUNS[noun].filters, "Columns:"):
        assert name in (ask.__doc__ or "")
    assert noun in dir(facts)


def test_filters_take_one_value_or_several(facts: Base) -> None:
    kinds = {line["kind"] for line in facts.agreements(kind=["memorandum", "protocol"]).rows().dicts()}
    assert kinds == {"memorandum", "protocol"}


def test_actors_may_be_named_in_order_or_by_keyword(facts: Base) -> None:
    assert facts.agreements("PRC", "azerbaijan").count() == facts.agreements(actor=["CHN", "AZE"]).count() == 10


def test_an_agreement_is_found_by_when_it_was_signed(facts: Base) -> None:
    labels = facts.agreements(signed="2025-04-23", kind="joint statement", columns="key").rows().dicts()
    assert labels == [{"key": "aze-chn-joint-statement"}]
    assert facts.agreements(signed="2024").count() == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"sined": "2025"}, "agreements has no filter 'sined' (did you mean signed or since?)"),
        ({"kind": "memo"}, "no such code 'memo'"),
        ({"columns": "lable"}, "agreements has no column 'lable' (did you mean label?)"),
        ({"actor": "Atlantis"}, "no actor is called 'Atlantis'"),
        ({"signed": "soon"}, "soon"),
    ],
)
def test_what_makes_no_sense_is_refused(facts: Base, options: dict[str, str], words: str) -> None:
    with pytest.raises(WrongRequest) as caught:
        facts.agreements(**options)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda facts: facts.conflicts(colums="x"), "there is no option 'colums' (did you mean columns?)"),
        (lambda facts: facts.conflicts(actr="china"), "there is no option 'actr'"),
        (lambda facts: facts.mirror("AZE", "CHN", lmit=3), "there is no option 'lmit' (did you mean limit?)"),
    ],
)
def test_an_option_that_there_is_not_is_refused(facts: Base, ask: Callable[[Base], object], words: str) -> None:
    with pytest.raises(WrongRequest) as caught:
        ask(facts)
    assert words in str(caught.value)


def test_words_are_searched_for_as_on_the_command_line(facts: Base, base: Location) -> None:
    found = facts.search('"free trade" kind:agreement').dicts()
    assert [(line["key"], line["found_in"], line["citation"]) for line in found] == [
        ("aze-chn-free-trade", "title", "kapanadze p3.s4")
    ]
    assert len(facts.search("china", limit=3).dicts()) == 3
    with pytest.raises(WrongRequest, match="OR needs a word"):
        facts.search("trade OR")
    with facts.entry(why="test", author="test") as entry:
        entry.amend("kapanadze:1", anchor="quokka")
    assert [line["key"] for line in facts.search("quokka").dicts()] == ["kapanadze:1"]
    with factbase.open(base.address, as_of=1) as before:
        assert before.search("quokka").dicts() == before.search("quokka").dicts() == []
        assert before.search("eliyev").dicts()


def test_there_is_no_other_attribute(facts: Base) -> None:
    with pytest.raises(AttributeError, match="a base has no 'treaties'"):
        _ = facts.treaties


def test_a_condition_of_ones_own_can_only_read_and_leaves_other_questions_free(facts: Base) -> None:
    assert facts.trade(where="value > 1e9").count() == 1
    with pytest.raises(WrongRequest):
        list(facts.sql("DELETE FROM thing"))
    assert facts.history("CHN").dicts()[0]["change"] == "added"


def test_rows_come_as_arrow_with_the_columns_types(facts: Base) -> None:
    table = facts.trade(columns="indicator, series, value, unit, change", sort="series").arrow()
    assert [str(field.type) for field in table.schema] == ["string", "int64", "double", "string", "double"]
    assert table.column("value").to_pylist() == [3.7e9, 1.0, 378000.0]


def test_no_rows_are_a_table_with_columns(facts: Base) -> None:
    assert facts.trade(unit="EUR", columns="value").arrow().schema.field("value").type == "double"


def test_rows_come_as_a_data_frame(facts: Base) -> None:
    pytest.importorskip("pandas")
    frame = facts.agreements("china", columns="label, status").pandas()
    assert list(frame.columns) == ["label", "status"]
    assert len(frame) == 10


@in_a_file
@pytest.mark.parametrize(("first", "second"), [("1", "'one'"), ("'one'", "1")])
def test_a_column_of_numbers_and_texts_is_refused(facts: Base, first: str, second: str) -> None:
    from factbase.render.arrow import table

    with pytest.raises(WrongRequest, match="the column 'x' fits no one type"):
        table(facts.sql(f"SELECT {first} AS x UNION ALL SELECT {second}"))


def test_no_dict_loses_a_column(facts: Base) -> None:
    with pytest.raises(WrongRequest, match="2 columns are called 'a'"):
        facts.sql("SELECT 1 AS a, 2 AS a").dicts()


def test_an_entry_is_written_whole(facts: Base) -> None:
    with facts.entry(why="two names", author="Leyla") as entry:
        assert entry.alias("CHN", "Middle Kingdom")
        assert not entry.alias("CHN", "PRC")
        assert entry.amend("aze-chn-visa-exemption", subject="mutual visa exemptions")
    assert facts.key("middle kingdom") == "CHN"
    [line] = facts.journal(author="Leyla").rows().dicts()
    assert (line["number"], line["why"]) == (2, "two names")


def test_an_entry_that_fails_is_not_written(facts: Base) -> None:
    def write() -> None:
        with facts.entry() as entry:
            entry.alias("CHN", "Middle Kingdom")
            entry.amend("kapanadze:50", value="3.74 parsecs")

    with pytest.raises(BadInput):
        write()
    with pytest.raises(WrongRequest):
        facts.key("middle kingdom")


def test_a_sheet_is_added_and_undone(facts: Base) -> None:
    sheet = "source: {key: wire, kind: article, title: Wire}\nstatements: [{text: It rains in Baku, at: p1}]"
    with facts.entry() as entry:
        assert [line.status for line in entry.add(sheet).lines] == ["new", "new"]
    assert facts.facts(source="wire").count() == 1
    with facts.entry() as undoing:
        undoing.undo(entry.number)
    assert facts.sources(title="Wire").count() == 0


def test_two_entries_on_one_figure_are_undone_in_one(facts: Base) -> None:
    values = []
    for value in ("$3.8 billion", "$3.9 billion"):
        values.append(facts.trade("china", indicator="trade").rows().dicts())
        with facts.entry() as entry:
            entry.amend("kapanadze:50", value=value)
    with facts.entry() as entry:
        entry.undo(3)
        entry.undo(2)
    assert facts.trade("china", indicator="trade").rows().dicts() == values[0]
    with facts.entry() as entry:
        entry.undo(4)
    assert facts.trade("china", indicator="trade").rows().dicts()[0]["value"] == 3_900_000_000


def test_records_are_merged_and_retracted(facts: Base) -> None:
    with facts.entry() as entry:
        entry.retract("kapanadze:52")
        entry.rows.add("thing", key="prc", kind="actor", label="Communist China")
        entry.rows.add("actor", key="prc", kind="state")
        entry.merge("prc", "CHN")
    assert facts.key("communist china") == "CHN"
    assert facts.facts(about="CHN", words="export partner").count() == 0


def test_the_base_is_seen_as_it_stood(base: Location, facts: Base) -> None:
    with facts.entry() as entry:
        entry.amend("kapanadze:50", value="$3.74 billion")
    with factbase.open(base.address, as_of=1) as before:
        assert before.trade(indicator="trade").rows().dicts()[0]["value"] == 3_700_000_000
    assert facts.trade(indicator="trade").rows().dicts()[0]["value"] == 3_740_000_000


def test_an_entry_may_have_any_number_but_must_have_been_made(base: Location, facts: Base) -> None:
    for number in (2, "1000"):
        with pytest.raises(WrongRequest, match=f"there is no entry {number} .the last is 1; a day is such as"):
            factbase.open(base.address, as_of=number)
    last = "INSERT INTO entry (number, at, author, command) VALUES (1000, '2030-01-01T00:00:00Z', 'Li', 'test')"
    by_another_program(base, last)
    with factbase.open(base.address, as_of="1000") as then:
        assert then.journal().count() == 2


def test_statuses_are_told_for_another_day(base: Location) -> None:
    with factbase.open(base.address, on="2020-01-01") as early:
        assert {line["status"] for line in early.agreements(kind="memorandum").rows().dicts()} == {"not yet"}


def test_the_package_is_light_until_it_is_used() -> None:
    program = "import sys, factbase; print('sqlite3' in sys.modules, factbase.open.__name__)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False open\n"
