"""Arrow tables. Integers are int64, other numbers doubles, the rest strings; exact or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbase.errors import WrongRequest
from factbase.rows import Column, Rows, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow


def table(rows: Rows) -> pyarrow.Table:
    """The rows that are left as one table. Raises WrongRequest for a column that holds numbers and texts."""
    import pyarrow

    columns: list[Sequence[Value]] = list(zip(*rows, strict=True)) or [()] * len(rows.columns)
    return pyarrow.table([_array(*pair) for pair in zip(rows.columns, columns, strict=True)], names=rows.names)


def _array(column: Column, values: Sequence[Value]) -> pyarrow.Array:
    import pyarrow

    declared = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "percent": pyarrow.float64()}
    wanted = declared.get(column.type, pyarrow.string())
    if wanted == pyarrow.string() and not all(value is None or isinstance(value, str) for value in values):
        # A SELECT of one's own: its columns are what their values are.
        wanted = None
    try:
        return pyarrow.array(values, wanted)
    except pyarrow.ArrowInvalid as error:
        raise WrongRequest(
            f"the column '{column.name}' fits no one type: {error}", hint="CAST it, or choose csv or jsonl"
        ) from None
