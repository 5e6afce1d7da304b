"""Reading: a SELECT and its parameters in, rows out, over a connection that cannot write.

On a file this needs the standard library alone, so that a command that only reads starts fast.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from factbase.errors import BadInput, FactbaseError, Unavailable
from factbase.rows import Column, Row, Rows
from factbase.store.location import Location

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from factbase.store.bulk import Bulk

# The schema that this program reads and writes: the number of the newest migration.
REVISION = "0009"

# What every database says in words of its own.
TOO_LARGE, SMALLER = "a sum is larger than the whole numbers that a base holds", "sum fewer rows"

Parameters = Mapping[str, str | int | float | None]


class Table(NamedTuple):
    """A table as the base has it: its columns in order with their types, its key, and which columns name what.

    `references` tells the tables that a column refers to.
    """

    columns: dict[str, str]
    primary_key: list[str]
    references: dict[str, set[str]]


class Reader(Protocol):
    """An open base that can be asked."""

    @property
    def location(self) -> Location:
        """Where the base is."""
        ...

    @property
    def schema(self) -> str:
        """What stands before a table's name where a temporary view of that name is not meant."""
        ...

    def rows(self, sql: str, parameters: Parameters | None = None, columns: list[Column] | None = None) -> Rows:
        """What a SELECT gives. `columns` describes its columns; without it, the database's names are taken."""
        ...

    def define(self, views: Mapping[str, str]) -> None:
        """Put temporary views, each a SELECT, in place of what the base has under these names."""
        ...

    def tables(self) -> dict[str, Table]:
        """The base's tables by name, in order; temporary views do not hide them."""
        ...

    def holds(self, table: str) -> bool:
        """Whether there is a table of that name."""
        ...

    @property
    def has_own_views(self) -> bool:
        """Whether the base has the program's views, each as the program makes it."""
        ...

    def use_own_views(self) -> None:
        """Put the program's views in place of the base's where it has others."""
        ...

    def renew(self) -> None:
        """From now on answer from the base as it stands now."""
        ...

    def one_state(self) -> AbstractContextManager[None]:
        """A block in which all answers are from one state, without `renew`. In a file, writers wait for its end."""
        ...

    def index_here(self) -> None:
        """Make an index of the texts as this connection sees them, for it alone."""
        ...

    def near(self, word: str) -> list[str]:
        """Words of the index that begin as this one does and are about as long."""
        ...

    def batches(self, sql: str, parameters: Parameters, columns: list[Column]) -> Iterator[Any] | None:
        """What a SELECT gives as Arrow record batches, a column of numbers as its halves; None where only rows can be had."""
        ...

    def restrict(self, seconds: float) -> None:
        """From now on run only single SELECTs, each for at most `seconds`."""
        ...


class Database(Protocol):
    """What a kind of database does in a way of its own: the modules `sqlite` and `postgresql`."""

    def opened(self, location: Location) -> AbstractContextManager[Reader]:
        """The base, open for reading."""
        ...

    def engine(self, location: Location) -> Engine:
        """An engine for writing. Raises Unavailable where there is no base."""
        ...

    def begin(self, connection: Connection) -> None:
        """Begin to write: others wait, and references are checked at the end."""
        ...

    def ask(self, connection: Connection, sql: str, parameters: Parameters | None) -> Rows:
        """What a SELECT gives inside a transaction that writes."""
        ...

    def bulk(self, location: Location) -> AbstractContextManager[Bulk]:
        """A transaction for whole columns."""
        ...

    def migrating(self, location: Location) -> AbstractContextManager[Connection]:
        """A transaction that changes the schema."""
        ...

    def sign_views(self, connection: Connection) -> None:
        """Note in the base of which program its views are, where they do not show it themselves."""
        ...

    def dialect(self, sql: str) -> str:
        """A statement that is written for SQLite, in this database's words."""
        ...

    def translate(self, error: Exception, location: Location, statement: bool = False) -> FactbaseError:
        """What the driver's error means. `statement`: the SQL is the user's own, so its faults are the user's too."""
        ...


def database(location: Location) -> Database:
    """The kind of database that a base is in."""
    # Imported here: only the one that is used.
    if location.path is not None:
        from factbase.store import sqlite

        return sqlite
    from factbase.store import postgresql

    return postgresql


def tables_of(rows: Iterable[Row]) -> dict[str, Table]:
    """Tables from rows of a catalogue: table, column, type, place in the key or 0, a table referred to or none."""
    found: dict[str, Table] = {}
    keys: dict[str, dict[int, str]] = {}
    for table, column, type, place, referred in rows:
        name = str(column)
        told = found.setdefault(str(table), Table({}, [], {}))
        told.columns[name] = str(type)
        if place:
            keys.setdefault(str(table), {})[int(str(place))] = name
        if referred is not None:
            told.references.setdefault(name, set()).add(str(referred))
    for table, key in keys.items():
        found[table].primary_key.extend(key[place] for place in sorted(key))
    return found


@contextmanager
def reader(location: Location) -> Iterator[Reader]:
    """The base at `location`, open for reading. The user's own base is made if it is not there yet.

    Raises Unavailable where there is no base, or it is damaged, or of another revision than the program's.
    """
    if location.own and location.path is not None and not os.path.exists(location.path):
        # Imported here: what makes a base is far heavier than what reads one.
        from factbase.store.upkeep import create

        create(location, seed=True)
    with database(location).opened(location) as opened:
        check_revision(revision_of(opened), location)
        opened.use_own_views()
        yield opened


def revision_of(opened: Reader) -> str | None:
    """The revision of a base's schema, None where it has none."""
    if not opened.holds("alembic_version"):
        return None
    return next((str(row[0]) for row in opened.rows("SELECT version_num FROM alembic_version")), None)


def check_revision(found: str | None, location: Location) -> None:
    """Raise Unavailable unless the revision is the program's own."""
    if found == REVISION:
        return
    where = str(location)
    if found is None:
        raise Unavailable("the base has no schema", where=where, hint="restore a backup, or make a new one")
    if found > REVISION:
        raise Unavailable(
            f"the base is of revision {found}, newer than this program, which knows {REVISION}",
            where=where,
            hint="install a newer factbase",
        )
    raise Unavailable(
        f"the base is of revision {found}, and this program needs {REVISION}",
        where=where,
        hint="run 'factbase db upgrade'; it makes a backup first",
    )


def refused(message: str) -> BadInput:
    """What it means for a user that a database refuses a row, with these words of its own."""
    from factbase.kinds.rules import broken

    where, what = broken(message) or (None, f"the base refuses a row: {message}")
    return BadInput(what, where=where, hint="nothing was written")


def silence(library: str) -> None:
    """Keep what a library logs from a terminal; what went wrong, its errors say. Programs that want its log have it."""
    import logging

    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
