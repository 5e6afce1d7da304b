"""The answer to a question: named, typed columns and the rows below them, read once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

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

    def __init__(self, columns: list[Column], values: Iterator[Row]) -> None:
        self.columns = columns
        self.values = values

    @property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [column.name for column in self.columns]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.values)

    def dicts(self) -> list[dict[str, Value]]:
        """The rows that are left, each as a dict."""
        return [dict(zip(self.names, row, strict=True)) for row in self]
