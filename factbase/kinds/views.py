"""The views, read from their files: the columns from the header comment, and the SELECT below it.

A column's line reads `-- * name type description`. The star marks the columns that a table for people shows, a
question mark those that it shows where a line has a value there; `number(unit)` is a figure whose unit stands in the
column `unit`, `code(actual)` goes without saying where all lines have that value, and in a column of `code!` each line
has one. A dot marks columns that no listing has: `whole_value`
and the like, whole numbers at `decimals`, from which numbers are written with all their digits.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from factbase.rows import Column, ColumnType

FOLDER = Path(__file__).parent

# In an order in which each comes after those it reads.
FILES = {
    "today": "views/today.sql",
    "citations": "views/citations.sql",
    "bound": "views/bound.sql",
    "mentions": "views/mentions.sql",
    "mention_places": "views/mention_places.sql",
    "claims": "views/claims.sql",
    "comparisons": "views/comparisons.sql",
    "origins": "views/origins.sql",
    "actors": "actor/view.sql",
    "agreements": "agreement/view.sql",
    "events": "event/view.sql",
    "positions": "statement/view.sql",
    "relations": "relation/view.sql",
    "sources": "source/view.sql",
    "changes": "views/changes.sql",
    "beside": "views/beside.sql",
    "trade": "figure/view.sql",
    "series": "figure/series.sql",
    "measures": "figure/measures.sql",
    "journal": "entry/view.sql",
    "dates": "views/dates.sql",
    "facts": "views/facts.sql",
    "promises": "views/promises.sql",
    "texts": "views/texts.sql",
}


_HEADER = re.compile(r"^(?:--[^\n]*\n)*")


class View(NamedTuple):
    """A view: its name, what a line of it is, its columns, its SELECT, and the columns behind them that no listing has."""

    name: str
    description: str
    columns: list[Column]
    select: str
    behind: list[Column] = []  # noqa: RUF012 (never changed)

    def column(self, name: str) -> Column | None:
        """The column of that name, if there is one."""
        return next((column for column in (*self.columns, *self.behind) if column.name == name), None)


@cache
def view(name: str) -> View:
    """The view of that name.

    >>> view("today").columns[0].type
    'date'
    """
    header, select = _parts(name)
    columns, behind, prose = [], [], []
    for line in header.splitlines():
        if line[:5] in ("-- * ", "-- ? ", "--   "):
            columns.append(_column(line))
        elif line.startswith("-- . "):
            behind.append(_column(line))
        else:
            prose.append(line.removeprefix("--").strip())
    description = " ".join(prose).removeprefix(f"{name}: ").strip()
    whole = {column.name for column in behind}
    columns = [
        column._replace(whole=f"whole_{column.name}") if f"whole_{column.name}" in whole else column
        for column in columns
    ]
    return View(name, description, columns, select, behind)


def statement(name: str) -> str | None:
    """The statement that makes the view of that name, as a base keeps it; None where the program has no such view."""
    return f"CREATE VIEW {name} AS {_parts(name)[1]}" if name in FILES else None


@cache
def _parts(name: str) -> tuple[str, str]:
    """The header comment and the SELECT below it."""
    text = (FOLDER / FILES[name]).read_text(encoding="utf-8")
    select = _HEADER.sub("", text)
    return text[: len(text) - len(select)], select.strip()


def _column(line: str) -> Column:
    name, type, description = line[5:].split(None, 2)
    required = type.endswith("!")
    type, _, more = type.rstrip("!)").partition("(")
    return Column(
        name=name,
        type=cast(ColumnType, type),
        description=description,
        shown=line[3] in "*?",
        optional=line[3] == "?",
        unit_column=more if type == "number" and more else None,
        required=required,
        usual=more if type == "code" and more else None,
    )
