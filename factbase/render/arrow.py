"""Arrow: tables, and files of its own. Integers are int64, other numbers doubles, the rest strings; exact or refused."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from factbase.errors import WrongRequest
from factbase.render.options import Options, Written
from factbase.rows import Column, Row, Rows, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow

_BATCH = 1 << 16


def table(rows: Rows) -> pyarrow.Table:
    """The rows that are left as one table. Raises WrongRequest for a column that holds numbers and texts."""
    import pyarrow

    columns: list[Sequence[Value]] = list(zip(*rows, strict=True)) or [()] * len(rows.columns)
    return pyarrow.table([_array(*pair) for pair in zip(rows.columns, columns, strict=True)], names=rows.names)


def write(rows: Rows, out: BinaryIO, options: Options) -> Written:
    """Write an Arrow IPC file (Feather version 2)."""
    import pyarrow

    schema, parts = batches(rows)
    written = 0
    with pyarrow.ipc.new_file(out, schema) as file:
        for batch in parts:
            file.write_batch(batch)
            written += len(batch)
    return Written(written)


def batches(rows: Rows) -> tuple[pyarrow.Schema, Iterator[pyarrow.RecordBatch]]:
    """The rows that are left as record batches of one schema, without holding them."""
    import pyarrow

    parts = rows.batches()
    if parts is not None:
        schema = pyarrow.schema([(column.name, _declared(column)) for column in rows.columns])
        return schema, (_joined(rows.columns, schema, batch) for batch in parts)
    values = iter(rows)
    first = _batch(rows.columns, list(islice(values, _BATCH)), None)

    def following() -> Iterator[pyarrow.RecordBatch]:
        yield first
        while lot := list(islice(values, _BATCH)):
            yield _batch(rows.columns, lot, first.schema)

    return first.schema, following()


def _batch(columns: list[Column], lot: list[Row], schema: pyarrow.Schema | None) -> pyarrow.RecordBatch:
    import pyarrow

    cells: list[Sequence[Value]] = list(zip(*lot, strict=True)) or [()] * len(columns)
    arrays = [_array(*pair) for pair in zip(columns, cells, strict=True)]
    batch = pyarrow.RecordBatch.from_arrays(arrays, names=[column.name for column in columns])
    if schema is None or batch.schema == schema:
        return batch
    try:
        return batch.cast(schema)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError, ValueError) as error:
        raise _refused("the columns change their types", error) from None


def _joined(columns: list[Column], schema: pyarrow.Schema, batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    """The batch with the two halves of its numbers in one. Raises WrongRequest for one that no float holds."""
    import pyarrow
    from pyarrow import compute as pc

    arrays = []
    for column, field in zip(columns, schema, strict=True):
        values = batch[column.name]
        real = f"{column.name} real"
        if real in batch.schema.names:
            try:
                values = pc.coalesce(values.cast(pyarrow.float64()), batch[real].cast(pyarrow.float64()))
            except pyarrow.ArrowInvalid as error:
                raise _refused(f"the column '{column.name}' has a whole number that no float holds", error) from None
        arrays.append(values.cast(field.type))
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)


def _declared(column: Column) -> pyarrow.DataType:
    import pyarrow

    declared = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "percent": pyarrow.float64()}
    return declared.get(column.type, pyarrow.string())


def _refused(what: str, error: Exception) -> WrongRequest:
    return WrongRequest(f"{what}: {error}", hint="CAST it, or choose csv or jsonl")


def _array(column: Column, values: Sequence[Value]) -> pyarrow.Array:
    import pyarrow

    wanted = _declared(column)
    if wanted == pyarrow.string() and not all(value is None or isinstance(value, str) for value in values):
        # A SELECT of one's own: its columns are what their values are.
        wanted = None
    try:
        return pyarrow.array(values, wanted)
    except pyarrow.ArrowInvalid as error:
        raise _refused(f"the column '{column.name}' fits no one type", error) from None
