"""A pipe table, as GitHub's Markdown has it."""

from __future__ import annotations

from typing import TextIO

from factbase.render.options import Options, Written
from factbase.render.raw import text
from factbase.render.safe import visible
from factbase.rows import Rows

RIGHT = ("integer", "number", "percent")
_ESCAPES = str.maketrans(
    {
        "|": "\\|",
        "\\": "\\\\",
        "\n": "<br>",
        "\r": "",
        "<": "&lt;",
        "&": "&amp;",
        "*": "\\*",
        "_": "\\_",
        "`": "\\`",
    }
)


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write the header and all rows, without holding them."""
    written = 0
    out.write("| " + " | ".join(name.translate(_ESCAPES) for name in rows.names) + " |\n")
    out.write("| " + " | ".join("---:" if column.type in RIGHT else "---" for column in rows.columns) + " |\n")
    for row in rows:
        cells = (visible(text(cell), keep="\n\r").translate(_ESCAPES) for cell in row)
        out.write("| " + " | ".join(cells) + " |\n")
        written += 1
    return Written(written)
