"""Columns into a SQLite file and out of it, over Arrow's own connection (ADBC)."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factbase.rows import Column
from factbase.store import adbc
from factbase.store.reading import Parameters

if TYPE_CHECKING:
    import pyarrow

# Rows that come as columns at once; the type of a column is settled by the first of them.
_IN_BATCHES = {"adbc.sqlite.query.batch_rows": str(1 << 16)}
# For the types of columns that are not texts: what each value is stored as, and one such value.
_SAMPLES = {
    "integer": {"": "1"},
    "number": {"integer": "1", "real": "0.5"},
    "percent": {"integer": "1", "real": "0.5"},
}
_ALL = (1 << 63) - 1
_CODES = {
    "database is locked": sqlite3.SQLITE_BUSY,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "readonly database": sqlite3.SQLITE_READONLY,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "malformed": sqlite3.SQLITE_CORRUPT,
    "unable to open": sqlite3.SQLITE_CANTOPEN,
}


@contextmanager
def connected(address: str, before: Iterable[str]) -> Iterator[Any]:
    """A connection to the file at an address (a URI), which begins with some statements.

    Its errors are those of Python's own driver.
    """
    import adbc_driver_sqlite

    with _as_sqlite(), adbc.connected(adbc_driver_sqlite._driver_path(), address, before) as connection:
        yield connection


class SQLiteBulk:
    """A transaction over Arrow's own connection (ADBC)."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def execute(self, sql: str) -> None:
        with _as_sqlite():
            adbc.execute(self.connection, sql)

    def table(self, sql: str) -> pyarrow.Table:
        return adbc.table(self.connection, sql)

    def batches(self, sql: str) -> Iterator[pyarrow.RecordBatch]:
        return adbc.stream(self.connection, sql, _IN_BATCHES)

    def ingest(self, name: str, rows: pyarrow.Table, *, temporary: bool = False) -> None:
        from adbc_driver_manager import AdbcStatement, ArrowArrayStreamHandle

        if not len(rows):
            return
        with AdbcStatement(self.connection) as statement:
            statement.set_options(
                **{
                    "adbc.ingest.target_table": name,
                    "adbc.ingest.mode": "adbc.ingest.mode.append",
                    **({"adbc.ingest.temporary": "true"} if temporary else {}),
                }
            )
            stream = ArrowArrayStreamHandle()
            rows.to_reader()._export_to_c(stream.address)
            statement.bind_stream(stream)
            statement.execute_update()


def batches(
    address: str, before: Iterable[str], sql: str, parameters: Parameters, columns: list[Column]
) -> Iterator[pyarrow.RecordBatch]:
    """The named columns of a SELECT, as `Reader.batches` gives them. `before` are statements to begin with.

    The driver takes the type of a column from what comes first, so a row with the right ones goes before. A column of
    numbers is split, since whole numbers beyond 2^53 would not survive beside floats.
    """
    import pyarrow

    first, rest, fields = [], [], []
    for column in columns:
        for of, value in _SAMPLES.get(column.type, {"": "'x'"}).items():
            first.append(value)
            rest.append(f"CASE typeof({column.name}) WHEN '{of}' THEN {column.name} END" if of else column.name)
            fields.append(f"{column.name} real" if of == "real" else column.name)
    # A limit keeps the order of what stands inside.
    limited = sql if re.search(r"\nLIMIT [0-9]+$", sql) else f"{sql}\nLIMIT {_ALL}"
    whole = f"SELECT {', '.join(first)} UNION ALL SELECT {', '.join(rest)} FROM (\n{limited}\n)"
    named = list(dict.fromkeys(re.findall(r":([a-z][a-z0-9_]*)", sql)))
    row = pyarrow.record_batch({name: pyarrow.array([parameters[name]]) for name in named}) if named else None
    with connected(address, before) as connection:
        skipped = 1
        for batch in adbc.stream(connection, whole, _IN_BATCHES, row):
            yield pyarrow.RecordBatch.from_arrays(batch.columns, names=fields).slice(skipped)
            skipped = 0


@contextmanager
def _as_sqlite() -> Iterator[None]:
    """In place of ADBC's errors, those of Python's own driver: ADBC's have the words but not the code."""
    import adbc_driver_manager

    try:
        yield
    except adbc_driver_manager.Error as error:
        words = str(error)
        code = next((code for sign, code in _CODES.items() if sign in words), None)
        if code is None:
            raise sqlite3.DatabaseError(words) from error
        made = sqlite3.OperationalError(words)
        made.sqlite_errorcode = code
        raise made from error
