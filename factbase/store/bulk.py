"""Bulk: whole columns in and out of a base in one transaction, over Arrow, so that no value becomes a Python object."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from factbase.store.location import Location
from factbase.store.reading import check_revision, database, reader

if TYPE_CHECKING:
    import pyarrow


class Bulk(Protocol):
    """A transaction that takes and gives columns. Statements are the program's own words, without parameters."""

    def execute(self, sql: str) -> None:
        """Run a statement."""
        ...

    def table(self, sql: str) -> pyarrow.Table:
        """What a SELECT gives."""
        ...

    def batches(self, sql: str) -> Iterator[pyarrow.RecordBatch]:
        """What a SELECT gives, a stretch of it at a time."""
        ...

    def ingest(self, name: str, rows: pyarrow.Table, *, temporary: bool = False) -> None:
        """Append rows to a table."""
        ...


@contextmanager
def bulk(location: Location) -> Iterator[Bulk]:
    """A transaction for columns that nobody else writes in; committed at the end, undone on any error.

    References are not checked by the database: who writes must know that they are there. Raises Unavailable as
    writing does.
    """
    if location.own and location.path is not None and not os.path.exists(location.path):
        from factbase.store.upkeep import create

        create(location, seed=True)
    with reader(location):
        """That it is there, and of the program's revision."""
    with database(location).bulk(location) as opened:
        found = opened.table("SELECT version_num FROM alembic_version")
        check_revision(found["version_num"][0].as_py() if len(found) else None, location)
        yield opened
