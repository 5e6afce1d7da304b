"""Writing: one transaction over a base, all of it or nothing. Only the journal uses it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from factbase.rows import Rows
from factbase.store import index
from factbase.store.location import Location
from factbase.store.reading import Parameters, check_revision, database


@contextmanager
def transaction(location: Location) -> Iterator[Connection]:
    """A connection inside a transaction that nobody else writes in; committed at the end, undone on any error.

    The user's own base is made if it is not there yet. Raises Unavailable as reading does, or where the base cannot
    be written; BadInput where a row breaks a rule of the schema that nothing caught before.
    """
    if location.own and location.path is not None and not os.path.exists(location.path):
        from factbase.store.upkeep import create

        create(location, seed=True)
    kept = database(location)
    try:
        with kept.engine(location).connect() as connection, connection.begin():
            connection.info["location"] = location
            check_revision(_revision(connection), location)
            kept.begin(connection)
            yield connection
            index.catch_up(connection)
    except DBAPIError as error:
        raise kept.translate(error.orig if isinstance(error.orig, Exception) else error, location) from error


def ask(connection: Connection, sql: str, parameters: Parameters | None = None) -> Rows:
    """What a SELECT gives inside the transaction, as a reader would be given it."""
    return database(connection.info["location"]).ask(connection, sql, parameters)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
