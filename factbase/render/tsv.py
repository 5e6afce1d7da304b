r"""Tab-separated values. The form cannot hold tabs and line ends, so they are written \t, \n, \r, and \ as \\.

A missing value and an empty text look the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from factbase.render.options import Options, Written
from factbase.render.raw import Guard, text
from factbase.rows import Rows, Value

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write the header and all rows, without holding them."""
    guard = Guard() if options.excel_safe else None
    written = 0
    out.write(_line(map(guard, rows.names) if guard else rows.names))
    for row in rows:
        out.write(_line(map(guard, row) if guard else row))
        written += 1
    return Written(written, guard.notes() if guard else ())


def _line(cells: Iterable[Value]) -> str:
    return "\t".join(text(cell).translate(_ESCAPES) for cell in cells) + "\n"
