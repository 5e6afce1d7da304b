"""Arrow: tables, and files of its own. Integers are int64, other numbers the nearest doubles, the rest strings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from factbase.ahead import ahead
from factbase.errors import WrongRequest
from factbase.render.columns import decimals_of, doubles
from factbase.render.options import Options, Written
from factbase.rows import Column, Exact, Part, Row, Rows, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow

_BATCH = 1 << 16
# Whole numbers up to here are doubles too.
_LARGEST = 1 << 53


def table(rows: Rows) -> pyarrow.Table:
    """The rows that are left as one table.

    Raises WrongRequest for a column that holds numbers and texts, and where two columns have one name.
    """
    import pyarrow

    names = rows.names_apart()
    rounded = Rounded()
    if (told := _in_parts(rows, rounded)) is not None:
        schema, parts = told
        return pyarrow.Table.from_batches(parts, schema)
    columns: list[Sequence[Value]] = list(zip(*rows, strict=True)) or [()] * len(rows.columns)
    arrays = [_array(*pair, rounded) for pair in zip(rows.columns, columns, strict=True)]
    return pyarrow.table(arrays, names=names)


def write(rows: Rows, out: BinaryIO, options: Options) -> Written:
    """Write an Arrow IPC file (Feather version 2)."""
    import pyarrow

    rounded = Rounded()
    schema, parts = batches(rows, rounded)
    written = 0
    with pyarrow.ipc.new_file(out, schema) as file:
        for batch in parts:
            file.write_batch(batch)
            written += len(batch)
    return Written(written, rounded.notes())


class Rounded:
    """Counts the numbers that no double holds."""

    def __init__(self) -> None:
        self.count = 0

    def notes(self) -> tuple[str, ...]:
        """What is to be said of it."""
        if not self.count:
            return ()
        return (
            f"numbers of more than 15 digits, written as the nearest double: {self.count} (csv and json have them all)",
        )


def batches(rows: Rows, rounded: Rounded) -> tuple[pyarrow.Schema, Iterator[pyarrow.RecordBatch]]:
    """The rows that are left as record batches of one schema, without holding them.

    Raises WrongRequest where two columns have one name.
    """
    rows.names_apart()
    if (told := _in_parts(rows, rounded)) is not None:
        return told
    values = iter(rows)
    first = _batch(rows.columns, list(islice(values, _BATCH)), None, rounded)

    def following() -> Iterator[pyarrow.RecordBatch]:
        yield first
        while lot := list(islice(values, _BATCH)):
            yield _batch(rows.columns, lot, first.schema, rounded)

    return first.schema, following()


def _in_parts(rows: Rows, rounded: Rounded) -> tuple[pyarrow.Schema, Iterator[pyarrow.RecordBatch]] | None:
    """The same, where the rows can be had in columns, so that no value becomes a Python object."""
    import pyarrow

    if (parts := rows.parts()) is None:
        return None
    schema = pyarrow.schema([(column.name, _declared(column)) for column in rows.columns])
    return schema, (_whole(rows.columns, schema, part, rounded) for part in ahead(parts))


def _batch(
    columns: list[Column], lot: list[Row], schema: pyarrow.Schema | None, rounded: Rounded
) -> pyarrow.RecordBatch:
    import pyarrow

    cells: list[Sequence[Value]] = list(zip(*lot, strict=True)) or [()] * len(columns)
    arrays = [_array(*pair, rounded) for pair in zip(columns, cells, strict=True)]
    batch = pyarrow.RecordBatch.from_arrays(arrays, names=[column.name for column in columns])
    if schema is None or batch.schema == schema:
        return batch
    for known, found in zip(schema, batch.schema, strict=True):
        # Arrow would make texts of the numbers.
        if pyarrow.types.is_string(known.type) and not pyarrow.types.is_string(found.type):
            raise WrongRequest(
                f"the column '{known.name}' begins with {_BATCH:,} lines without a number, and then has some",
                hint="ORDER BY it so that these come first, or choose csv or jsonl",
            )
    try:
        return batch.cast(schema)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError, ValueError) as error:
        raise _refused("the columns change their types", error) from None


def _whole(columns: list[Column], schema: pyarrow.Schema, part: Part, rounded: Rounded) -> pyarrow.RecordBatch:
    """A part as one batch."""
    import pyarrow
    from pyarrow import compute as pc

    arrays = []
    for column, field in zip(columns, schema, strict=True):
        real = f"{column.name} real"
        if column.whole and column.whole in part.own.schema.names:
            values, long = doubles(part.own[column.whole], decimals_of(part))
            rounded.count += long
        elif real in part.own.schema.names:
            integers = part.own[column.name]
            rounded.count += pc.sum(pc.greater(pc.abs(integers), _LARGEST)).as_py() or 0
            values = pc.coalesce(integers.cast(pyarrow.float64(), safe=False), part.own[real].cast(pyarrow.float64()))
        elif column.name in part.own.schema.names:
            values = part.own[column.name]
        else:
            assert part.shared is not None
            values = part.shared[column.name].take(part.place)
        arrays.append(values.cast(field.type))
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)


def _declared(column: Column) -> pyarrow.DataType:
    import pyarrow

    declared = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "percent": pyarrow.float64()}
    return declared.get(column.type, pyarrow.string())


def _refused(what: str, error: Exception) -> WrongRequest:
    return WrongRequest(f"{what}: {error}", hint="CAST it, or choose csv or jsonl")


def _array(column: Column, values: Sequence[Value], rounded: Rounded) -> pyarrow.Array:
    import pyarrow

    wanted = _declared(column)
    if wanted == pyarrow.string() and not all(value is None or isinstance(value, str) for value in values):
        # A SELECT of one's own: its columns are what their values are.
        wanted = None
    if wanted == pyarrow.float64():
        long = [isinstance(value, Exact) or (type(value) is int and abs(value) > _LARGEST) for value in values]
        if any(long):
            rounded.count += sum(long)
            values = [float(value) if is_long else value for value, is_long in zip(values, long, strict=True)]  # type: ignore[arg-type]
    try:
        return pyarrow.array(values, wanted)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError) as error:
        raise _refused(f"the column '{column.name}' fits no one type", error) from None
