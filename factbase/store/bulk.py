"""Bulk: whole columns in and out of a base in one transaction, over Arrow, so that no value becomes a Python object."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from factbase.store.location import Location
from factbase.store.reading import check_revision, database, reader

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    import pyarrow

# How many statements may wait for the database, with their rows.
_WAITING = 4


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


class _Behind:
    """A transaction whose writing is done by another thread, in its order, while the next columns are made ready.

    What a statement fails with is raised by a later one, or by `finish`.
    """

    def __init__(self, base: Bulk, worker: Executor) -> None:
        self.base = base
        self.worker = worker
        self.waiting: deque[Future[None]] = deque()

    def execute(self, sql: str) -> None:
        self._later(lambda: self.base.execute(sql))

    def ingest(self, name: str, rows: pyarrow.Table, *, temporary: bool = False) -> None:
        self._later(lambda: self.base.ingest(name, rows, temporary=temporary))

    def table(self, sql: str) -> pyarrow.Table:
        self.finish()
        return self.base.table(sql)

    def batches(self, sql: str) -> Iterator[pyarrow.RecordBatch]:
        self.finish()
        return self.base.batches(sql)

    def finish(self) -> None:
        """Wait until all is done."""
        while self.waiting:
            self.waiting.popleft().result()

    def _later(self, work: Callable[[], None]) -> None:
        if len(self.waiting) == _WAITING:
            self.waiting.popleft().result()
        self.waiting.append(self.worker.submit(work))


@contextmanager
def bulk(location: Location) -> Iterator[Bulk]:
    """A transaction for columns that nobody else writes in; committed at the end, undone on any error.

    References are not checked by the database: who writes must know that they are there. Raises Unavailable as
    writing does.
    """
    from concurrent.futures import ThreadPoolExecutor

    if location.own and location.path is not None and not os.path.exists(location.path):
        from factbase.store.upkeep import create

        create(location, seed=True)
    with reader(location):
        """That it is there, and of the program's revision."""
    with database(location).bulk(location) as opened:
        found = opened.table("SELECT version_num FROM alembic_version")
        check_revision(found["version_num"][0].as_py() if len(found) else None, location)
        worker = ThreadPoolExecutor(1)
        try:
            behind = _Behind(opened, worker)
            yield behind
            behind.finish()
        finally:
            worker.shutdown(cancel_futures=True)
