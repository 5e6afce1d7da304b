"""Reading: a SELECT and its parameters in, rows out, over a connection that cannot write.

On a file this needs the standard library alone, so that a command that only reads starts fast.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import Any, Protocol

from factbase.errors import Unavailable
from factbase.rows import Column, Row, Rows
from factbase.store import sqlite
from factbase.store.location import Location

# The schema that this program reads and writes: the number of the newest migration.
REVISION = "0005"

Parameters = Mapping[str, str | int | float | None]


class Reader(Protocol):
    """An open base that can be asked."""

    def rows(self, sql: str, parameters: Parameters | None = None, columns: list[Column] | None = None) -> Rows:
        """What a SELECT gives. `columns` describes its columns; without it, the database's names are taken."""
        ...

    def execute(self, sql: str) -> None:
        """Run a statement that makes a temporary view."""
        ...

    def index_here(self) -> None:
        """Make an index of the texts as this connection sees them, for it alone."""
        ...

    def batches(self, sql: str, parameters: Parameters, columns: list[Column]) -> Iterator[Any] | None:
        """What a SELECT gives as Arrow record batches, as `Rows.batches` has them; None where only rows can be had."""
        ...

    def restrict(self, seconds: float) -> None:
        """From now on run only single SELECTs, each for at most `seconds`."""
        ...


class SQLiteReader:
    """A base in a file."""

    def __init__(self, connection: sqlite3.Connection, location: Location) -> None:
        self.connection = connection
        self.location = location
        self.own_words = False
        self.has_views = False

    def rows(self, sql: str, parameters: Parameters | None = None, columns: list[Column] | None = None) -> Rows:
        assert self.location.path is not None
        with sqlite.translated(self.location.path, self.own_words):
            try:
                cursor = self.connection.execute(sql, parameters or {})
            except (sqlite3.ProgrammingError, sqlite3.Warning) as error:
                raise sqlite3.OperationalError(str(error)) from error
        names = [name for name, *_ in cursor.description or ()]
        return Rows(columns or [Column(name) for name in names], self._values(cursor))

    def _values(self, cursor: Iterator[Row]) -> Iterator[Row]:
        assert self.location.path is not None
        with sqlite.translated(self.location.path, self.own_words):
            if not self.own_words:
                # Not the cursor itself: left before its end, it would be closed, which it may be only before its base.
                yield from chain(cursor)
                return
            for row in cursor:
                # No column of a base holds bytes, but a statement of the user's own can make some.
                yield tuple(value.hex() if isinstance(value, bytes) else value for value in row)

    def batches(self, sql: str, parameters: Parameters, columns: list[Column]) -> Iterator[Any] | None:
        # Another connection does not see the temporary views of this one, nor what it is not allowed to.
        if self.own_words or self.has_views:
            return None
        assert self.location.path is not None
        return sqlite.batches(self.location.path, sql, parameters, columns)

    def execute(self, sql: str) -> None:
        assert self.location.path is not None
        self.has_views = True
        with sqlite.translated(self.location.path):
            self.connection.execute(sql)

    def index_here(self) -> None:
        from factbase.store.index import index_here

        assert self.location.path is not None
        with sqlite.translated(self.location.path):
            index_here(self.connection)

    def restrict(self, seconds: float) -> None:
        self.own_words = True
        sqlite.restrict(self.connection, seconds)


@contextmanager
def reader(location: Location) -> Iterator[Reader]:
    """The base at `location`, open for reading. The user's own base is made if it is not there yet.

    Raises Unavailable where there is no base, or it is damaged, or of another revision than the program's.
    """
    if location.path is None:
        raise Unavailable("bases in PostgreSQL cannot be opened yet", where=str(location), hint="use a file")
    if location.own and not location.path.exists():
        # Imported here: what makes a base is far heavier than what reads one.
        from factbase.store.upkeep import create

        create(location, seed=True)
    connection = sqlite.connect(location.path)
    try:
        opened = SQLiteReader(connection, location)
        check_revision(revision_of(opened), location)
        with sqlite.translated(location.path):
            opened.has_views = sqlite.use_own_views(connection)
        yield opened
    finally:
        connection.close()


def revision_of(opened: Reader) -> str | None:
    """The revision of a base's schema, None where it has none."""
    if not list(opened.rows("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")):
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
