"""A connection to a SQLite file that waits for others with patience, and that a signal can end at all times."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

T = TypeVar("T")
# Seconds that a command waits for a writer, and those that SQLite waits in one go, hearing of no signal.
BUSY_SECONDS = 60.0
TURN = 0.2
# Steps of SQLite's between two looks for a signal: some hundredths of a second.
_STEPS = 1_000_000


class Patient(sqlite3.Connection):
    """A connection that waits for a writer for its patience in seconds. `recovers` is the file, where it only reads."""

    patience: float
    recovers: Path | None

    def cursor(self, factory: Any = None) -> sqlite3.Cursor:  # type: ignore[override]
        return super().cursor(factory or _Cursor)

    def execute(self, *asked: Any) -> sqlite3.Cursor:
        return self.cursor().execute(*asked)

    def commit(self) -> None:
        patiently(super().commit, self.patience)


class _Cursor(sqlite3.Cursor):
    connection: Patient

    def execute(self, *asked: Any) -> Self:
        return patiently(
            lambda: super(_Cursor, self).execute(*asked), self.connection.patience, self.connection.recovers
        )


def patiently(ask: Callable[[], T], patience: float, recovers: Path | None = None) -> T:
    """What `ask` gives, asked again while another program writes, for so many seconds.

    A connection that only reads a file asks once more where it met the journal of a writer that was killed since. Where
    a journal goes while it is looked for, SQLite takes it for such a one as well (hasHotJournal in its pager.c), and
    leaves it to those who can write to look closer.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return ask()
        except sqlite3.OperationalError as error:
            primary = getattr(error, "sqlite_errorcode", -1) & 0xFF
            if primary == sqlite3.SQLITE_READONLY and recovers:
                recover(recovers, patience)
                recovers = None
            elif primary != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        except UnicodeDecodeError as error:
            # What SQLite says of a damaged schema has words of it, and Python fails to read them.
            damaged = sqlite3.DatabaseError("the schema is not UTF-8")
            damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damaged from error


def opened_at(path: Path, mode: str, patience: float | None = None) -> Patient:
    """A connection that begins no transactions by itself. `mode` is `ro` or `rw`; neither makes a file."""
    patience = BUSY_SECONDS if patience is None else patience
    connection = sqlite3.connect(
        address(path, f"mode={mode}"),
        uri=True,
        timeout=min(TURN, patience),
        isolation_level=None,
        check_same_thread=False,
        factory=Patient,
    )
    connection.patience = patience
    connection.recovers = path if mode == "ro" else None
    connection.set_progress_handler(_look, _STEPS)
    return connection


def _look() -> int:
    """Nothing, but Python sees to signals when it is called; what their handlers raise here ends the statement."""
    return 0


def recover(path: Path, patience: float | None) -> None:
    """Take back what a writer that was killed had begun: a connection that can only read is not able to.

    Where a writer is at work, its journal is left alone. Where the folder cannot be written to, reading tells so.
    """
    connection = opened_at(path, "rw", patience)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    finally:
        connection.close()


def address(path: Path, option: str) -> str:
    """The file as a URI with an option of SQLite's: `mode=ro` makes no file and writes none, `mode=rw` makes none.

    What would end the path is percent-encoded.

    >>> address(Path("/data/50% of ? #1.db"), "mode=ro")
    'file:/data/50%25 of %3f %231.db?mode=ro'
    """
    encoded = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{encoded}?{option}"
