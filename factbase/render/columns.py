"""CSV from columns: the same bytes that `csv.py` writes from rows, made a batch of Arrow columns at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from factbase.ahead import ahead
from factbase.render.raw import number
from factbase.rows import Column

if TYPE_CHECKING:
    import pyarrow

_QUOTED = '[",\r\n]'


def write(columns: list[Column], batches: Iterable[pyarrow.RecordBatch], out: BinaryIO) -> int:
    """Write the lines of all batches, without the header; give their number."""
    written = 0
    for batch in ahead(batches):
        if len(batch):
            out.write(_lines(columns, batch))
            written += len(batch)
    return written


def _lines(columns: list[Column], batch: pyarrow.RecordBatch) -> memoryview:
    from pyarrow import compute as pc

    fields = [_fields(column, batch) for column in columns]
    fields[-1] = pc.binary_join_element_wise(pc.fill_null(fields[-1], ""), "\n", "")
    lines = pc.binary_join_element_wise(*fields, ",", null_handling="replace")
    if len(columns) == 1:
        # Readers skip empty lines.
        lines = pc.if_else(pc.equal(lines, "\n"), '""\n', lines)
    return _bytes(lines)


def _fields(column: Column, batch: pyarrow.RecordBatch) -> pyarrow.Array:
    """The cells of a column as CSV has them; null for none."""
    import pyarrow
    from pyarrow import compute as pc

    values = batch[column.name]
    real = f"{column.name} real"
    if real in batch.schema.names:
        floats = _floats(batch[real])
        return floats if values.null_count == len(values) else pc.coalesce(values.cast(pyarrow.string()), floats)
    if not pyarrow.types.is_string(values.type):
        return values.cast(pyarrow.string())
    content = bytes(_bytes(values))
    if b'"' in content or b"," in content or b"\n" in content or b"\r" in content:
        quoted = pc.binary_join_element_wise('"', pc.replace_substring(values, '"', '""'), '"', "")
        values = pc.if_else(pc.match_substring_regex(values, _QUOTED), quoted, values)
    is_empty = pc.equal(pc.binary_length(values), 0)
    return pc.if_else(is_empty, '""', values) if pc.any(is_empty).as_py() else values


def _floats(values: pyarrow.Array) -> pyarrow.Array:
    """The shortest digits of each number that give it again, never with an exponent."""
    import pyarrow
    from pyarrow import compute as pc

    if values.null_count == len(values):
        return pyarrow.nulls(len(values), pyarrow.string())
    told = values.cast(pyarrow.string())
    if b"e" not in bytes(_bytes(told)):
        return told
    has_exponent = pc.match_substring(told, "e")
    plain = pyarrow.array([number(value) for value in values.filter(has_exponent).to_pylist()], pyarrow.string())
    return pc.replace_with_mask(told, pc.fill_null(has_exponent, False), plain)


def _bytes(texts: pyarrow.Array) -> memoryview:
    """The bytes of all texts, one after the other."""
    import pyarrow

    if not len(texts):
        return memoryview(b"")
    _, offsets, data = texts.buffers()
    if data is None:
        return memoryview(b"")
    bounds = pyarrow.Array.from_buffers(pyarrow.int32(), len(texts) + 1, [None, offsets], offset=texts.offset)
    return memoryview(data)[bounds[0].as_py() : bounds[len(texts)].as_py()]
