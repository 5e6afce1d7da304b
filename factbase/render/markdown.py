"""A pipe table, as GitHub's Markdown has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from factbase.render.options import Options, Written
from factbase.render.raw import text
from factbase.render.safe import writable
from factbase.rows import Rows

RIGHT = ("integer", "number", "percent")
_ESCAPES = str.maketrans(
    {
        "|": "\\|",
        "\\": "\\\\",
        "\n": "<br>",
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
    out.write(_line(rows.names))
    out.write("| " + " | ".join("---:" if column.type in RIGHT else "---" for column in rows.columns) + " |\n")
    for row in rows:
        out.write(_line(map(text, row)))
        written += 1
    return Written(written)


def escaped(words: str) -> str:
    r"""Text on one line, without a meaning of its own to Markdown.

    >>> print(escaped("[a](b) *c*"))
    \[a\](b) \*c\*
    """
    return writable(words).replace("\n", " ").translate(_ESCAPES | {ord("["): "\\[", ord("]"): "\\]"})


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(writable(cell).translate(_ESCAPES) for cell in cells) + " |\n"
