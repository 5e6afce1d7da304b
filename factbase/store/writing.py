"""Writing: one transaction over a base, all of it or nothing. Only the journal uses it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from factbase.errors import BadInput, FactbaseError, Unavailable
from factbase.store import index, sqlite
from factbase.store.location import Location
from factbase.store.reading import check_revision


@contextmanager
def transaction(location: Location) -> Iterator[Connection]:
    """A connection inside a transaction that nobody else writes in; committed at the end, undone on any error.

    The user's own base is made if it is not there yet. Raises Unavailable as reading does, or where the base cannot
    be written; BadInput where a row breaks a rule of the schema that nothing caught before.
    """
    path = location.path
    if path is None:
        raise Unavailable("bases in PostgreSQL cannot be written yet", where=str(location), hint="use a file")
    if location.own and not path.exists():
        from factbase.store.upkeep import create

        create(location, seed=True)
    sqlite.check_file(path)
    try:
        with sqlite.engine(path).connect() as connection, connection.begin():
            check_revision(_revision(connection), location)
            sqlite.check_triggers(map(tuple, connection.exec_driver_sql(sqlite.TRIGGERS)), path)
            # Rows may be written in any order; what they refer to must be there at the end.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            yield connection
            index.catch_up(connection)
    except DBAPIError as error:
        raise _translate(error, location) from error
    except sqlite3.Error as error:
        raise sqlite.translate(error, path) from error


def _revision(connection: Connection) -> str | None:
    if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first():
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _translate(error: DBAPIError, location: Location) -> FactbaseError:
    assert location.path is not None
    if isinstance(error, IntegrityError):
        return BadInput(f"the base refuses a row: {error.orig}", hint="nothing was written")
    if isinstance(error.orig, sqlite3.Error):
        return sqlite.translate(error.orig, location.path)
    return Unavailable(str(error.orig), where=str(location))
