"""The base as it stood: at each entry, in all tables, with the totals and the journal of then."""

from __future__ import annotations

from typing import Any

import pytest
from measured import add_series

from factbase.errors import WrongRequest
from factbase.journal.entry import entry
from factbase.kinds.figure.total import COLUMNS
from factbase.query.as_of import as_of_entry, entry_at
from factbase.store.location import Location
from factbase.store.reading import reader
from factbase.store.writing import transaction

FIGURE = {"series": 901, "period": "2024", "ordinal": 1}


@pytest.fixture
def lived(base: Location) -> Location:
    """A base whose entries 2 to 4 add, change and remove a thing and a figure of a data set."""
    with entry(base, author="a", command="add") as change:
        change.add("thing", key="x", kind="actor", label="X")
        change.add("actor", key="x", kind="group")
        change.add("thing", key="statistics", kind="source", label="Statistics")
        change.add("source", key="statistics", kind="statistics")
        add_series(change, 901, source="statistics", indicator="trade", unit="USD")
        change.add("figure", **FIGURE, value=10)
    with entry(base, author="a", command="amend") as change:
        change.amend("thing", {"key": "x"}, label="Y")
        change.amend("figure", FIGURE, value=11)
    with entry(base, author="a", command="remove") as change:
        change.remove("actor", {"key": "x"})
        change.remove("thing", {"key": "x"})
        change.remove("figure", FIGURE)
    return base


def at(base: Location, number: int, sql: str) -> list[tuple[Any, ...]]:
    with reader(base) as opened:
        as_of_entry(opened, number)
        return list(opened.rows(sql))


def test_rows_stand_as_they_were_after_each_entry(lived: Location) -> None:
    sql = "SELECT thing.label, thing.entry, actor.kind FROM thing JOIN actor ON actor.key = thing.key WHERE thing.key = 'x'"
    assert [at(lived, number, sql) for number in (1, 2, 3, 4, 99)] == [
        [], [("X", 2, "group")], [("Y", 3, "group")], [], [],
    ]  # fmt: skip


def test_figures_views_and_totals_stand_as_they_were(lived: Location) -> None:
    figure = "SELECT value, entry FROM figure WHERE series = 901"
    assert [at(lived, number, figure) for number in (1, 2, 3, 4)] == [[], [(10, 2)], [(11, 3)], []]
    view = "SELECT value FROM trade WHERE source = 'statistics'"
    assert [at(lived, number, view) for number in (1, 2, 3, 4)] == [[], [(10,)], [(11,)], []]
    total = f"SELECT {COLUMNS} FROM total ORDER BY {COLUMNS}"
    with reader(lived) as opened:
        now = list(opened.rows(total))
    assert at(lived, 1, total) == at(lived, 4, total) == now
    assert len(at(lived, 2, total)) == len(now) + 1
    assert at(lived, 2, total) != at(lived, 3, total)


def test_numbers_of_before_are_numbers(lived: Location) -> None:
    sql = "SELECT low, exhaustive FROM tally WHERE assertion = 'kapanadze:64'"
    before = at(lived, 1, sql)
    with entry(lived, author="a", command="amend") as change:
        change.amend("tally", {"assertion": "kapanadze:64"}, low=22)
    assert at(lived, 1, sql) == before == [(21, before[0][1])]
    assert at(lived, 5, sql) == [(22, before[0][1])]


def test_the_journal_ends_there(lived: Location) -> None:
    for number in (1, 2, 3):
        assert at(lived, number, "SELECT max(number) FROM entry") == [(number,)]
    assert at(lived, 3, "SELECT DISTINCT entry FROM revision ORDER BY 1") == [(3,)]
    assert at(lived, 3, "SELECT entry FROM figure_revision WHERE series = 901") == [(3,)]
    assert at(lived, 2, "SELECT entry FROM revision") == []


def test_before_the_first_entry_there_was_nothing(lived: Location) -> None:
    for view in ("actors", "agreements", "trade", "facts", "sources", "journal"):
        assert at(lived, 0, f"SELECT * FROM {view}") == []
    assert at(lived, 0, "SELECT * FROM total") == []
    with pytest.raises(WrongRequest, match=r"^--as-of: entries count from 1$"):
        at(lived, -1, "SELECT 1")


def test_a_day_stands_for_its_last_entry(lived: Location) -> None:
    days = {2: "2026-03-01T08:00:00Z", 3: "2026-03-01T23:59:59Z", 4: "2026-03-02T00:00:00Z"}
    with transaction(lived) as connection:
        for number, moment in days.items():
            connection.exec_driver_sql(f"UPDATE entry SET at = '{moment}' WHERE number = {number}")
    with reader(lived) as opened:
        found = [
            entry_at(opened, day) for day in ("2025-04-30", "2025-05-01", "2026-02-28", "2026-03-01", "2026-03-02")
        ]
    assert found == [0, 1, 1, 3, 4]
