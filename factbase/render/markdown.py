"""A pipe table, as GitHub's Markdown has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from factbase.render.options import Marks, Options, Written
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
        "[": "\\[",
        "]": "\\]",
        "~": "\\~",
    }
)


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write the header and all rows, without holding them."""
    written = 0
    out.write(_line(rows.names))
    out.write("| " + " | ".join("---:" if column.type in RIGHT else "---" for column in rows.columns) + " |\n")
    for row in rows:
        cells = zip(map(text, row), rows.columns, strict=True)
        out.write(_joined(_marked(cell, options.marks if column.marked else None) for cell, column in cells))
        written += 1
    return Written(written)


def escaped(words: str) -> str:
    r"""Text on one line, without a meaning of its own to Markdown.

    >>> print(escaped("[a](b) *c*"))
    \[a\](b) \*c\*
    """
    return writable(words).replace("\n", " ").translate(_ESCAPES)


def _line(cells: Iterable[str]) -> str:
    return _joined(map(_escaped, cells))


def _joined(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _marked(words: str, marks: Marks | None) -> str:
    parts, end = [], 0
    for first, last in marks(words) if marks else ():
        parts += [_escaped(words[end:first]), f"**{_escaped(words[first:last])}**"]
        end = last
    return "".join((*parts, _escaped(words[end:])))


def _escaped(cell: str) -> str:
    return writable(cell).translate(_ESCAPES)
