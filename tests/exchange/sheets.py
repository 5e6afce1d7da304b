"""What tests of sheets share: adding one to a base, and the rows that a base has."""

from __future__ import annotations

from typing import Any

import pytest

from factbase.errors import BadInput
from factbase.exchange.sheet import read
from factbase.exchange.sheet_draft import Plan
from factbase.exchange.sheet_plan import plan, record
from factbase.journal.entry import entry
from factbase.kinds.tables import fact_tables
from factbase.store.location import Location
from factbase.store.reading import reader

SOURCE = "source: {key: daily, title: A daily, kind: article, published: 1 May 2025}\n"


def add(base: Location, text: str) -> Plan:
    """Record a sheet."""
    with entry(base, author="Leyla", command="add") as opened:
        return record(opened, read(text), assessor="Leyla")


def told(base: Location, facts: str) -> Plan:
    """Record facts of a source of the tests' own."""
    return add(base, SOURCE + facts)


def problems(base: Location, text: str) -> list[str]:
    """What is wrong with a sheet."""
    with reader(base) as opened, pytest.raises(BadInput) as caught:
        plan(opened, read(text))
    return [str(problem) for problem in caught.value.problems]


def problem(base: Location, facts: str) -> str:
    """The one thing that is wrong with facts of a source of the tests' own, without its line."""
    (only,) = problems(base, SOURCE + facts)
    return only.partition(", ")[2]


def ask(base: Location, sql: str) -> list[tuple[Any, ...]]:
    """The rows that a SELECT gives."""
    with reader(base) as opened:
        return list(opened.rows(sql))


def rows(base: Location) -> dict[str, list[str]]:
    """All rows of all tables of facts, but for the entries that wrote them."""
    found = {}
    with reader(base) as opened:
        for name, table in fact_tables.items():
            columns = ", ".join(column.name for column in table.columns if column.name != "entry")
            found[name] = sorted(map(repr, opened.rows(f"SELECT {columns} FROM {name}")))
    return found
