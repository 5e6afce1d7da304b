"""Columns between Arrow and a database, over a driver of ADBC's, which makes no value a Python object.

Without the drivers' DB-API layer, which imports pandas and polars wherever they are installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow


@contextmanager
def connected(driver: str, address: str, before: Iterable[str]) -> Iterator[Any]:
    """A connection that begins with some statements. `driver` is the path of its library."""
    from adbc_driver_manager import AdbcConnection, AdbcDatabase

    with AdbcDatabase(driver=driver, uri=address) as database, AdbcConnection(database) as connection:
        for statement in before:
            execute(connection, statement)
        yield connection


def execute(connection: Any, sql: str) -> None:
    """Run a statement that gives nothing."""
    from adbc_driver_manager import AdbcStatement

    with AdbcStatement(connection) as statement:
        statement.set_sql_query(sql)
        statement.execute_update()


def table(connection: Any, sql: str) -> pyarrow.Table:
    """The rows of a SELECT as one table."""
    with _asked(connection, sql) as rows:
        return rows.read_all()


def stream(
    connection: Any, sql: str, options: dict[str, str], parameters: pyarrow.RecordBatch | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """The rows of a SELECT as record batches. `options` are the driver's, `parameters` a row of them."""
    with _asked(connection, sql, options, parameters) as rows:
        yield from rows


@contextmanager
def _asked(
    connection: Any, sql: str, options: dict[str, str] | None = None, parameters: pyarrow.RecordBatch | None = None
) -> Iterator[pyarrow.RecordBatchReader]:
    import pyarrow
    from adbc_driver_manager import (
        AdbcStatement,
        AdbcStatusCode,
        ArrowArrayHandle,
        ArrowSchemaHandle,
        OperationalError,
    )
    from adbc_driver_manager._reader import AdbcRecordBatchReader

    with AdbcStatement(connection) as statement:
        statement.set_options(**(options or {}))
        statement.set_sql_query(sql)
        if parameters is not None:
            statement.prepare()
            array, schema = ArrowArrayHandle(), ArrowSchemaHandle()
            parameters._export_to_c(array.address, schema.address)
            statement.bind(array, schema)
        rows, _ = statement.execute_query()
        try:
            # Arrow's own reader tells what fails in the middle as an error of Arrow's.
            yield AdbcRecordBatchReader._import_from_c(rows.address)
        except (pyarrow.ArrowException, OSError) as error:
            # And so does this one where the driver tells no more than words.
            raise OperationalError(str(error), status_code=AdbcStatusCode.IO) from error
