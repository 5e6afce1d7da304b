"""Columns into PostgreSQL and out of it, through COPY: in its binary form for listings, else in CSV, which Arrow reads
and writes by itself.

In CSV a NULL is nothing at all and an empty text two quotation marks, for both of them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from factbase.rows import Column
from factbase.store import adbc
from factbase.store.reading import Parameters

if TYPE_CHECKING:
    import psycopg
    import pyarrow

# Bytes of CSV that become columns at once.
_BLOCK = 4 << 20
# int8, int2, int4, float8; anything else is text.
_TYPES = {20: "int64", 21: "int64", 23: "int64", 701: "float64"}
_CASTS = {"int64": "bigint", "float64": "double precision", "string": "text"}
_IN_BATCHES = {"adbc.postgresql.batch_size_hint_bytes": str(2 * _BLOCK)}


class PostgreSQLBulk:
    """A transaction that takes and gives columns."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_parameter_privilege('session_replication_role', 'SET')")
            self._unchecked = bool((cursor.fetchone() or (False,))[0])

    def execute(self, sql: str) -> None:
        self.connection.execute(cast(Any, _dialect(sql)))

    def table(self, sql: str) -> pyarrow.Table:
        import pyarrow

        schema = pyarrow.schema(list(_schema(self.connection, _dialect(sql), None).items()))
        return pyarrow.Table.from_batches(self.batches(sql), schema)

    def batches(self, sql: str) -> Iterator[pyarrow.RecordBatch]:
        sql = _dialect(sql)
        return _batches(self.connection, sql, None, _schema(self.connection, sql, None))

    def ingest(self, name: str, rows: pyarrow.Table, *, temporary: bool = False) -> None:
        from pyarrow import csv

        if not len(rows):
            return
        columns = ", ".join(f'"{column}"' for column in rows.column_names)
        unchecked = self._unchecked and name in ("figure", "series_key")
        if unchecked:
            # What it refers to has been looked up already, column by column; the server would look at each row again.
            self.connection.execute("SET LOCAL session_replication_role = replica")
        with (
            self.connection.cursor() as cursor,
            cursor.copy(f'COPY "{name}" ({columns}) FROM STDIN (FORMAT csv)'.encode()) as copy,
        ):
            csv.write_csv(rows, _Into(copy), csv.WriteOptions(include_header=False, batch_size=1 << 14))
        if unchecked:
            self.connection.execute("SET LOCAL session_replication_role = origin")
        if temporary:
            # The server knows nothing of the size of such a table, and would read all figures to join them with a few.
            self.connection.execute(f'ANALYZE "{name}"'.encode())


def batches(
    connection: psycopg.Connection[Any],
    address: str,
    before: Iterable[str],
    sql: str,
    parameters: Parameters,
    columns: Sequence[Column],
) -> Iterator[pyarrow.RecordBatch]:
    """The named columns of a SELECT, as `Reader.batches` gives them, over a connection of ADBC's to the same server.

    `before` are statements for it to begin with. It copies in the server's binary form, which takes half the time of CSV.
    """
    import adbc_driver_postgresql
    from psycopg import ClientCursor

    types = _schema(connection, sql, parameters)
    # A subquery keeps its order.
    named = ", ".join(f'CAST("{one.name}" AS {_CASTS[types[one.name]]}) AS "{one.name}"' for one in columns)
    asked = ClientCursor(connection).mogrify(cast(Any, f"SELECT {named} FROM (\n{sql}\n) AS asked"), parameters or None)
    with adbc.connected(adbc_driver_postgresql._driver_path(), address, before) as beside:
        for batch in adbc.stream(beside, asked, _IN_BATCHES):
            yield _split(batch, columns)


def _dialect(sql: str) -> str:
    from factbase.store.postgresql import dialect

    return dialect(sql)


def _schema(connection: psycopg.Connection[Any], sql: str, parameters: Parameters | None) -> dict[str, str]:
    """The columns of a SELECT with their types in Arrow's words."""
    asked = cast(Any, f"SELECT * FROM (\n{sql}\n) AS asked LIMIT 0")
    cursor = connection.execute(asked, parameters or None)
    return {column.name: _TYPES.get(column.type_code, "string") for column in cursor.description or ()}


def _batches(
    connection: psycopg.Connection[Any], sql: str, parameters: Parameters | None, schema: dict[str, str]
) -> Iterator[pyarrow.RecordBatch]:
    lines: list[Any] = []
    size = 0
    statement = cast(Any, f"COPY (\n{sql}\n) TO STDOUT (FORMAT csv)")
    with connection.cursor() as cursor, cursor.copy(statement, parameters or None) as copy:
        for line in copy:
            lines.append(line)
            size += len(line)
            if size > _BLOCK:
                yield from _read(b"".join(lines), schema)
                lines, size = [], 0
    if lines:
        yield from _read(b"".join(lines), schema)


def _read(block: bytes, schema: dict[str, str]) -> list[pyarrow.RecordBatch]:
    from pyarrow import BufferReader, csv

    read: pyarrow.Table = csv.read_csv(
        BufferReader(block),
        csv.ReadOptions(column_names=list(schema), block_size=len(block)),
        csv.ParseOptions(newlines_in_values=True),
        csv.ConvertOptions(
            column_types=schema, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )
    return list(read.to_batches())


def _split(batch: pyarrow.RecordBatch, columns: Sequence[Column]) -> pyarrow.RecordBatch:
    """The batch with each column of numbers as two: whole ones, and others."""
    import pyarrow
    from pyarrow import compute as pc

    arrays, names = [], []
    for column in columns:
        values = batch[column.name]
        names.append(column.name)
        if column.type not in ("number", "percent"):
            arrays.append(values.cast("int64") if column.type == "integer" else values)
            continue
        if values.type == pyarrow.string():
            whole = _whole(values)
            real = pc.if_else(pc.is_valid(whole), None, values).cast("float64")
        else:
            whole = values if values.type == pyarrow.int64() else pyarrow.nulls(len(values), "int64")
            real = values if values.type == pyarrow.float64() else pyarrow.nulls(len(values), "float64")
        arrays += [whole, real]
        names.append(f"{column.name} real")
    return pyarrow.RecordBatch.from_arrays(arrays, names=names)


def _whole(digits: pyarrow.Array) -> pyarrow.Array:
    """The numbers without a fraction, as 64 bits hold them; null for others."""
    import pyarrow
    from pyarrow import compute as pc

    whole = pc.if_else(pc.match_substring(digits, "."), None, digits)
    if (pc.max(pc.binary_length(whole)).as_py() or 0) <= 18:
        return whole.cast("int64")
    numbers = (None if text is None else int(text) for text in whole.to_pylist())
    return pyarrow.array([number if number is None or abs(number) < 1 << 63 else None for number in numbers], "int64")


class _Into(io.RawIOBase):
    """A COPY as a file to write to."""

    def __init__(self, copy: psycopg.Copy) -> None:
        self.copy = copy

    def writable(self) -> bool:
        return True

    def write(self, block: Any) -> int:
        self.copy.write(bytes(block))
        return len(block)
