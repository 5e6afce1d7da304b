"""JSON: one array, an object a row."""

from __future__ import annotations

from typing import TextIO

from factbase.render.jsonl import objects
from factbase.render.options import Options, Written
from factbase.rows import Rows


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write all rows, without holding them."""
    lines, written = objects(rows), 0
    out.write("[")
    for line in lines:
        out.write((",\n  " if written else "\n  ") + line)
        written += 1
    out.write("\n]\n" if written else "]\n")
    return Written(written)
