"""CSV from columns: the same bytes that `csv.py` writes from rows, made a part of an answer at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from factbase.ahead import ahead
from factbase.render.raw import number
from factbase.rows import CERTAIN, DECIMALS, Column, Part

if TYPE_CHECKING:
    import pyarrow

_CERTAIN_DIGITS = len(str(CERTAIN)) - 1
_QUOTED = '[",\r\n]'


def write(columns: list[Column], parts: Iterable[Part], out: BinaryIO) -> int:
    """Write the lines of all parts, without the header; give their number."""
    written = 0
    for part in ahead(parts):
        if len(part.own):
            out.write(_lines(columns, part))
            written += len(part.own)
    return written


def _lines(columns: list[Column], part: Part) -> memoryview:
    from pyarrow import compute as pc

    fields: list[pyarrow.Array] = []
    for is_own, group in groupby(columns, key=lambda column: _is_own(column, part)):
        if is_own:
            fields += [_fields(column, part.own, part) for column in group]
        else:
            assert part.shared is not None
            # Joined before they are told line by line.
            joined = _joined([_fields(column, part.shared, part) for column in group])
            fields.append(joined.take(part.place))
    fields[-1] = pc.binary_join_element_wise(pc.fill_null(fields[-1], ""), "\n", "")
    lines = _joined(fields)
    if len(columns) == 1:
        # Readers skip empty lines.
        lines = pc.if_else(pc.equal(lines, "\n"), '""\n', lines)
    return _bytes(lines)


def _is_own(column: Column, part: Part) -> bool:
    return part.shared is None or (column.whole or column.name) in part.own.schema.names


def _joined(fields: list[pyarrow.Array]) -> pyarrow.Array:
    from pyarrow import compute as pc

    return pc.binary_join_element_wise(*fields, ",", null_handling="replace")


def _fields(column: Column, batch: pyarrow.RecordBatch, part: Part) -> pyarrow.Array:
    """The cells of a column as CSV has them; null for none."""
    import pyarrow
    from pyarrow import compute as pc

    if column.whole and column.whole in batch.schema.names:
        return digits(batch[column.whole], decimals_of(part))
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


def decimals_of(part: Part) -> pyarrow.Array:
    """How many decimals the whole numbers of each row have."""
    if DECIMALS in part.own.schema.names:
        return part.own[DECIMALS]
    assert part.shared is not None
    return part.shared[DECIMALS].take(part.place)


def digits(whole: pyarrow.Array, decimals: pyarrow.Array) -> pyarrow.Array:
    """Whole numbers at so many decimals as texts, with a point and without zeros behind.

    >>> import pyarrow
    >>> digits(pyarrow.array([-5, 307, 3000, None]), pyarrow.array([2, 2, 3, 0])).to_pylist()
    ['-0.05', '3.07', '3', None]
    """
    import pyarrow
    from pyarrow import compute as pc

    if whole.null_count == len(whole):
        return pyarrow.nulls(len(whole), pyarrow.string())
    told = whole.cast(pyarrow.string())
    for places in pc.unique(decimals).to_pylist():
        if places:
            same = pc.equal(decimals, places)
            told = pc.replace_with_mask(told, same, _pointed(told.filter(same), places))
    return told


def _pointed(told: pyarrow.Array, places: int) -> pyarrow.Array:
    from pyarrow import compute as pc

    is_negative = pc.starts_with(told, "-")
    has_negative = pc.any(is_negative).as_py()
    padded = pc.ascii_lpad(pc.ascii_ltrim(told, "-") if has_negative else told, places + 1, "0")
    behind = pc.ascii_rtrim(pc.utf8_slice_codeunits(padded, -places), "0")
    before = pc.utf8_slice_codeunits(padded, 0, -places)
    pointed = pc.ascii_rtrim(pc.binary_join_element_wise(before, behind, "."), ".")
    return pc.if_else(is_negative, pc.binary_join_element_wise("-", pointed, ""), pointed) if has_negative else pointed


def doubles(whole: pyarrow.Array, decimals: pyarrow.Array) -> tuple[pyarrow.Array, int]:
    """Whole numbers at so many decimals as the nearest doubles, and how many of them have more digits than these hold."""
    import pyarrow
    from pyarrow import compute as pc

    factors = pyarrow.array([10.0**places for places in range(19)])
    near = pc.divide(whole.cast(pyarrow.float64(), safe=False), factors.take(decimals))
    is_long = pc.fill_null(pc.or_(pc.greater_equal(whole, CERTAIN), pc.less_equal(whole, -CERTAIN)), False)
    rows = pc.indices_nonzero(is_long)
    if not len(rows):
        return near, 0
    told = digits(whole.take(rows), decimals.take(rows))
    parsed = told.cast(pyarrow.float64())
    significant = pc.binary_length(pc.ascii_trim(pc.replace_substring(told, ".", ""), "-0"))
    return pc.replace_with_mask(near, is_long, parsed), pc.sum(pc.greater(significant, _CERTAIN_DIGITS)).as_py()


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
