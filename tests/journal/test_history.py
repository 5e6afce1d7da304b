"""The journal as a property: whatever is done, every moment can be seen again as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Bases, in_a_file, in_postgresql
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from measured import add_series

from factbase.errors import WrongRequest
from factbase.journal.entry import entry, entry_table
from factbase.journal.undo import undo
from factbase.kinds import views
from factbase.kinds.tables import fact_tables
from factbase.query.as_of import as_of_entry, entry_at
from factbase.store.location import Location
from factbase.store.reading import Reader, database, reader

TOUCHED = ("thing", "actor", "name", "figure")

State = dict[str, list[tuple[object, ...]]]


def state(opened: Reader, *, all: bool = True) -> State:
    """Every table of facts and every view as they are seen now, or only the tables that random histories touch."""
    names = [*fact_tables, *views.FILES] if all else TOUCHED
    return {name: sorted(opened.rows(f"SELECT * FROM {name}"), key=repr) for name in names}


def now(base: Location, *, all: bool = True) -> State:
    with reader(base) as opened:
        return state(opened, all=all)


def then(base: Location, number: int) -> State:
    with reader(base) as opened:
        as_of_entry(opened, number)
        return state(opened)


ACTION = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 5)),
    st.tuples(st.just("amend"), st.integers(0, 5), st.sampled_from(["one", "two", "three"])),
    st.tuples(st.just("remove"), st.integers(0, 5)),
    st.tuples(st.just("add figure"), st.integers(2020, 2022)),
    st.tuples(st.just("amend figure"), st.integers(2020, 2022), st.integers(1, 3)),
    st.tuples(st.just("remove figure"), st.integers(2020, 2022)),
    st.tuples(st.just("undo"), st.integers(2, 12)),
)

History = list[list[tuple[object, ...]]]
HISTORY = st.lists(st.lists(ACTION, min_size=1, max_size=3), min_size=1, max_size=4)
# Mostly none of its moments: Hypothesis likes the first best.
CHOSEN = st.sampled_from([None] * 16 + [0, 1, 2, 3])


def perform(base: Location, actions: list[tuple[object, ...]]) -> None:
    """Do what can be done of the actions, in one entry; what makes no sense then is left out."""
    with entry(base, author="test", command="test") as change:
        for name, first, *rest in actions:
            key = f"actor-{first}"
            there = change.find("thing", key=key)
            figure = {"series": 1, "period": str(first), "ordinal": 1}
            if name == "add figure" and not change.find("figure", **figure):
                change.add("figure", **figure, value=0)
            elif name == "amend figure" and change.find("figure", **figure):
                change.amend("figure", figure, value=rest[0])
            elif name == "remove figure" and change.find("figure", **figure):
                change.remove("figure", figure)
            if name == "add" and not there:
                change.add("thing", key=key, kind="actor", label=str(first))
                change.add("actor", key=key, kind="group")
                change.add("name", thing=key, name=f"alias {first}", kind="alias")
            elif name == "amend" and there:
                change.amend("thing", {"key": key}, label=str(rest[0]))
                change.amend("name", {"thing": key, "name": f"alias {first}"}, language="en", kind="former")
            elif name == "remove" and there:
                change.remove("name", {"thing": key, "name": f"alias {first}"})
                change.remove("actor", {"key": key})
                change.remove("thing", {"key": key})
    for name, number, *_ in actions:
        if name == "undo":
            try:
                with entry(base, author="test", command="undo") as change:
                    undo(change, int(str(number)))
            except WrongRequest:
                pass


@pytest.fixture(scope="module")
def empty(bases: Bases, tmp_path_factory: pytest.TempPathFactory) -> Location:
    from factbase.store.upkeep import create

    made = bases.new(tmp_path_factory.mktemp("empty") / "facts.db")
    create(made, seed=False)
    with entry(made, author="test", command="test") as change:
        change.add("thing", key="statistics", kind="source", label="Statistics")
        change.add("source", key="statistics", kind="statistics")
        add_series(change, 1, source="statistics", indicator="trade", unit="USD")
    return made


# The tables are compared at every moment, all tables and views at one of every tenth history: to prepare all views
# takes longer than the rest. Two halves, which run side by side.
@in_a_file
@pytest.mark.parametrize("half", ["first", "second"])
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=HISTORY, chosen=CHOSEN)
def test_every_moment_is_seen_again_as_it_was(
    half: str, bases: Bases, empty: Location, history: History, chosen: int | None
) -> None:
    see_again(bases, empty, history, chosen)


@in_postgresql
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=HISTORY, chosen=st.integers(0, 7))
def test_every_moment_is_seen_again_in_a_database_too(
    bases: Bases, empty: Location, history: History, chosen: int
) -> None:
    see_again(bases, empty, history, chosen)


def see_again(bases: Bases, empty: Location, history: History, chosen: int | None) -> None:
    base = bases.copy(empty, (empty.path or Path("empty.db")).with_name("history.db"))
    with reader(base) as opened:
        moments = {1: state(opened, all=False)}
        whole: dict[int, State] = {}
        for step, actions in enumerate(history):
            perform(base, actions)
            opened.renew()
            number = entry_at(opened, "9999-12-31")
            moments[number] = state(opened, all=False)
            if step == chosen:
                whole = {number: state(opened)}
        for number, seen in moments.items():
            as_of_entry(opened, number)
            assert state(opened, all=False) == seen
            if number in whole:
                assert state(opened) == whole[number]
    bases.drop(base)


def test_undoing_an_entry_gives_back_the_state_before_it(base: Location) -> None:
    before = now(base)
    with entry(base, author="test", command="add") as change:
        change.add("thing", key="x", kind="actor", label="X")
        change.add("actor", key="x", kind="group")
        change.amend("thing", {"key": "CHN"}, label="PRC")
        change.remove("name", {"thing": "CHN", "name": "PRC"})
    with entry(base, author="test", command="undo") as change:
        undo(change, 2)
    after = now(base)
    # Rows that were put back are of the new entry, and the journal has grown by both.
    same = [name for name in (*fact_tables, *views.FILES) if name not in ("thing", "name", "journal")]
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


def test_an_undo_can_be_undone(base: Location) -> None:
    with entry(base, author="test", command="amend") as change:
        change.amend("thing", {"key": "CHN"}, label="PRC")
    amended = then(base, 2)["agreements"]
    for number in (2, 3):
        with entry(base, author="test", command="undo") as change:
            undo(change, number)
    assert now(base)["agreements"] == amended


def refusal(base: Location, number: int) -> str:
    with pytest.raises(WrongRequest) as caught, entry(base, author="test", command="undo") as change:
        undo(change, number)
    return str(caught.value)


def test_an_undo_is_refused_where_a_later_entry_changed_the_same(base: Location) -> None:
    for label in ("PRC", "People's Republic"):
        with entry(base, author="test", command="amend") as change:
            change.amend("thing", {"key": "CHN"}, label=label)
    assert refusal(base, 2) == "undo: entry 2 cannot be undone: entry 3 changed thing CHN (undo entry 3 first)"


def test_an_undo_is_refused_where_a_later_entry_refers_to_it(base: Location) -> None:
    with entry(base, author="test", command="add") as change:
        change.add("thing", key="x", kind="actor", label="X")
    with entry(base, author="test", command="add") as change:
        change.add("actor", key="x", kind="group")
    assert refusal(base, 2) == "undo: entry 2 cannot be undone: entry 3 refers to thing x (undo entry 3 first)"


def test_there_is_nothing_to_undo_where_there_is_no_entry(base: Location) -> None:
    assert refusal(base, 99).startswith("undo: there is no entry 99")


def test_an_entry_that_fails_leaves_nothing(base: Location) -> None:
    before = now(base)

    class Stop(Exception):
        pass

    def fail() -> None:
        with entry(base, author="test", command="add") as change:
            change.add("thing", key="x", kind="actor", label="X")
            raise Stop

    with pytest.raises(Stop):
        fail()
    assert now(base) == before


def test_an_entry_that_changes_nothing_leaves_no_trace(base: Location) -> None:
    with entry(base, author="test", command="amend") as change:
        assert not change.amend("thing", {"key": "CHN"}, label="China")
    with reader(base) as opened:
        assert entry_at(opened, "9999-12-31") == 1


def test_the_journal_is_ordered_whatever_the_clock_says(base: Location) -> None:
    with database(base).engine(base).begin() as connection:
        connection.execute(entry_table.update().values(at="2999-01-01T00:00:00Z"))
    with entry(base, author="test", command="amend") as change:
        change.amend("thing", {"key": "CHN"}, label="PRC")
        assert change.at == "2999-01-01T00:00:00Z"


def test_what_a_later_entry_changed_and_put_back_can_be_undone(base: Location) -> None:
    before = now(base)
    with entry(base, author="test", command="add") as change:
        change.add("thing", key="x", kind="actor", label="X")
        change.add("actor", key="x", kind="group")
        change.amend("thing", {"key": "CHN"}, label="PRC")
    with entry(base, author="test", command="amend") as change:
        change.remove("actor", {"key": "x"})
        change.amend("thing", {"key": "x"}, label="Y")
        change.amend("thing", {"key": "CHN"}, label="People's Republic")
    assert "(undo entry 3 first)" in refusal(base, 2)
    for number in (3, 2):
        with entry(base, author="test", command="undo") as change:
            undo(change, number)
    assert now(base)["actors"] == before["actors"]
    assert now(base)["agreements"] == before["agreements"]


def test_an_undo_that_is_refused_names_the_entry_that_wrote_last(base: Location) -> None:
    for label in ("PRC", "People's Republic"):
        with entry(base, author="test", command="amend") as change:
            change.amend("thing", {"key": "CHN"}, label=label)
    for number in (3, 4):
        with entry(base, author="test", command="undo") as change:
            undo(change, number)
    assert refusal(base, 2) == "undo: entry 2 cannot be undone: entry 5 changed thing CHN (undo entry 5 first)"
