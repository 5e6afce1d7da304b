"""The answer to a question: named, typed columns and the rows below them, read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

Value = str | int | float | None
Row = tuple[Value, ...]
ColumnType = Literal["text", "code", "date", "integer", "number", "percent", "list"]


class Column(NamedTuple):
    """One column of an answer.

    `type`: `text` is prose, `code` an identifier, `date` EDTF or a period, `integer` and `number` are figures,
    `percent` a figure in per cent, `list` several texts joined by '; '.
    `unit_column` names the column that holds the unit of this one's figures (an ISO 4217 or UCUM code).
    `shown` says whether a table for people has the column when none are asked for by name, and `optional` that it has
    it only where a line has a value there; `marked` that the words that were looked for are marked in it.
    """

    name: str
    type: ColumnType = "text"
    description: str = ""
    shown: bool = True
    optional: bool = False
    unit_column: str | None = None
    marked: bool = False


class Rows:
    """Columns and a one-pass iterator of rows, each a tuple with a value per column.

    >>> rows = Rows([Column("actor"), Column("seats", "integer")], iter([("AZE", 1), ("CHN", None)]))
    >>> rows.dicts()
    [{'actor': 'AZE', 'seats': 1}, {'actor': 'CHN', 'seats': None}]
    """

    def __init__(
        self,
        columns: list[Column],
        values: Iterator[Row],
        batches: Callable[[], Iterator[Any] | None] | None = None,
        lines: Callable[[], Iterator[list[bytes]] | None] | None = None,
    ) -> None:
        self.columns = columns
        self.values = values
        # The same rows as Arrow record batches in place of `values`, where they are so many that it pays. A column of
        # numbers comes as two: whole ones under its name, and others under its name and ' real'.
        self.batches = batches or (lambda: None)
        # The same rows as lines of CSV, some thousands at a time, where the database writes them itself as we would.
        self.lines = lines or (lambda: None)

    @property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [column.name for column in self.columns]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.values)

    def for_people(self) -> Rows:
        """The same rows with the columns alone that a table for people has."""
        places = [place for place, column in enumerate(self.columns) if column.shown]
        return Rows([self.columns[place] for place in places], (tuple(row[place] for place in places) for row in self))

    def dicts(self) -> list[dict[str, Value]]:
        """The rows that are left, each as a dict."""
        return [dict(zip(self.names, row, strict=True)) for row in self]


class Section(NamedTuple):
    """A part of a page: lines of the same columns, and how many there are with those that the page leaves out.

    `all` is the command that lists them all.
    """

    name: str
    title: str
    columns: list[Column]
    lines: list[dict[str, Value]]
    total: int
    all: str | None = None


class Figure(NamedTuple):
    """A number that a page begins with: 10, 'agreements', '9 signed, 1 planned'."""

    number: int
    what: str
    detail: str = ""


class Page(NamedTuple):
    """An answer in sections. `note` says what it leaves out or as of when it is told."""

    title: str
    sections: list[Section]
    figures: list[Figure] = []  # noqa: RUF012 (never changed)
    note: str = ""

    def section(self, name: str) -> Section | None:
        """The section of that name, if it has one."""
        return next((section for section in self.sections if section.name == name), None)

    def data(self) -> dict[str, Any]:
        """The page as JSON has it: its title, and for each section its lines and how many there are in all."""
        return {
            "title": self.title,
            "note": self.note,
            "figures": [figure._asdict() for figure in self.figures],
            "sections": {
                section.name: {"title": section.title, "total": section.total, "lines": section.lines}
                for section in self.sections
            },
        }
