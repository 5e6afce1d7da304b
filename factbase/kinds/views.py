"""The views, read from their files: the columns from the header comment, and the SELECT below it.

A column's line reads `-- * name type description`. The star marks the columns that a table for people shows, a
question mark those that it shows where a line has a value there; `number(unit)` is a figure whose unit stands in the
column `unit`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from factbase.rows import Column, ColumnType

FOLDER = Path(__file__).parent

# In an order in which each comes after those it reads.
FILES = {
    "today": "views/today.sql",
    "citations": "views/citations.sql",
    "mentions": "views/mentions.sql",
    "mention_places": "views/mention_places.sql",
    "actors": "actor/view.sql",
    "agreements": "agreement/view.sql",
    "events": "event/view.sql",
    "positions": "statement/view.sql",
    "relations": "relation/view.sql",
    "sources": "source/view.sql",
    "trade": "figure/view.sql",
    "dates": "views/dates.sql",
    "facts": "views/facts.sql",
}

COLUMN_LINE = re.compile(r"-- ([*? ]) (\w+) +(\w+)(?:\((\w+)\))? +(\S.*)")


@dataclass(frozen=True)
class View:
    """A view: its name, what a line of it is, its columns, and its SELECT."""

    name: str
    description: str
    columns: list[Column]
    select: str

    def column(self, name: str) -> Column | None:
        """The column of that name, if there is one."""
        return next((column for column in self.columns if column.name == name), None)


@cache
def view(name: str) -> View:
    """The view of that name.

    >>> view("today").columns[0].type
    'date'
    """
    comment: list[str] = []
    text = (FOLDER / FILES[name]).read_text(encoding="utf-8")
    lines = text.splitlines()
    while lines and lines[0].startswith("--"):
        comment.append(lines.pop(0))
    columns = [
        Column(
            name=match[2],
            type=cast(ColumnType, match[3]),
            unit_column=match[4],
            description=match[5],
            shown=match[1] != " ",
            optional=match[1] == "?",
        )
        for match in map(COLUMN_LINE.fullmatch, comment)
        if match
    ]
    prose = [line.removeprefix("--").strip() for line in comment if not COLUMN_LINE.fullmatch(line)]
    description = " ".join(prose).removeprefix(f"{name}: ").strip()
    return View(name, description, columns, "\n".join(lines).strip())
