r"""Tab-separated values. The form cannot hold tabs and line ends, so they are written \t, \n, \r, and \ as \\."""

from __future__ import annotations

from typing import TextIO

from factbase.render.options import Options, Written
from factbase.render.raw import Guard, text
from factbase.rows import Rows

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write the header and all rows, without holding them."""
    guard = Guard()
    written = 0
    out.write("\t".join(rows.names) + "\n")
    for row in rows:
        cells = map(guard, row) if options.excel_safe else row
        out.write("\t".join(text(cell).translate(_ESCAPES) for cell in cells) + "\n")
        written += 1
    return Written(written, guard.count)
