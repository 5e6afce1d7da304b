"""Comma-separated values, RFC 4180 but for its line ends: UTF-8, LF, a header, raw numbers.

A missing value is an empty field, an empty text a quoted one. Where a line has one field, a missing value is
quoted too: readers skip empty lines.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from itertools import islice
from typing import TextIO

from factbase.render.options import Options, Written
from factbase.render.raw import Guard, number
from factbase.rows import Exact, Rows, Value

# Rows written at once: looking at a column of many is quicker than looking at each cell.
_BATCH = 1000


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write the header and all rows, a batch at a time."""
    guard = Guard() if options.excel_safe else None
    written = 0
    out.write(_lines([rows.names], guard))
    # A form in memory has no bytes below it; cells that are looked at one by one are no columns.
    parts = rows.parts() if guard is None and hasattr(out, "buffer") else None
    if parts is not None:
        from factbase.render import columns

        out.flush()
        return Written(columns.write(rows.columns, parts, out.buffer))
    values = iter(rows)
    while batch := list(islice(values, _BATCH)):
        out.write(_lines(batch, guard))
        written += len(batch)
    return Written(written, guard.notes() if guard else ())


def _lines(batch: Sequence[Sequence[Value]], guard: Guard | None) -> str:
    columns: list[Sequence[Value]] = list(zip(*batch, strict=True))
    changed = empty_texts = False
    for index, cells in enumerate(columns):
        types = set(map(type, cells))
        if str in types:
            if guard:
                columns[index] = guard.column(cells)
                changed = changed or columns[index] is not cells
            empty_texts = empty_texts or "" in cells
        if float in types or Exact in types:
            # The csv module takes a float's repr, which for these is not what we write.
            columns[index] = [
                number(cell)
                if type(cell) is Exact or (type(cell) is float and (cell.is_integer() or -1e-4 < cell < 1e-4))
                else cell
                for cell in columns[index]
            ]
            changed = True
    rows = zip(*columns, strict=True) if changed else batch
    if not empty_texts:
        lines = StringIO(newline="")
        csv.writer(lines, lineterminator="\n").writerows(rows)
        # Before Python 3.13 the module quotes carriage returns only where lines end in one.
        if "\r" not in lines.getvalue():
            return lines.getvalue()
    return "".join((",".join(map(_field, row)) or '""') + "\n" for row in zip(*columns, strict=True))


def _field(cell: Value) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return number(cell)
    if cell and not any(character in cell for character in ',"\r\n'):
        return cell
    return '"' + cell.replace('"', '""') + '"'
