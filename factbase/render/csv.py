"""Comma-separated values, RFC 4180 but for its line ends: UTF-8, LF, a header, raw numbers.

A missing value is an empty field, an empty text is a quoted one.
"""

from __future__ import annotations

import csv
import re
from typing import TextIO

from factbase.render.options import Options, Written
from factbase.render.raw import Guard, number
from factbase.rows import Rows

_QUOTED = re.compile('[",\r\n]')


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write the header and all rows, without holding them."""
    guard = Guard() if options.excel_safe else None
    written = 0
    csv.writer(out, lineterminator="\n").writerow(rows.names)
    for row in rows:
        cells = row if guard is None else tuple(map(guard, row))
        out.write(
            ",".join(
                [cell if type(cell) is str and cell and not _QUOTED.search(cell) else _field(cell) for cell in cells]
            )
        )
        out.write("\n")
        written += 1
    return Written(written, guard.count if guard else 0)


def _field(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return '"' + cell.replace('"', '""') + '"'
    return number(cell)  # type: ignore[arg-type]
