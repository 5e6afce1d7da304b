"""A copy of a base on its way to another: all its tables, or what was written after an entry, journal included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sqlalchemy import Integer

from factbase.kinds.tables import derived_tables, fact_tables, journal_tables, tables
from factbase.rows import Column, Row, Rows
from factbase.store.reading import REVISION, Reader

if TYPE_CHECKING:
    import pyarrow

# Rows that become columns at once.
_LOT = 10_000
# The journal first: it tells whose history a copy continues, and what its entries removed. Then each table after those
# that it refers to; figures, which may be many, last.
ORDER = (
    *journal_tables,
    *(name for name in tables if name not in (*journal_tables, *derived_tables, "figure")),
    "figure",
)

LIST_TABLES = tuple(name for name in ORDER if name not in fact_tables and name not in journal_tables)
"""Code lists and classifications, which the journal does not write."""


class Copy(Protocol):
    """What a copy is, wherever it is read from.

    `revision` is the schema's, `since` the entry after which it begins, 0 for a whole base.
    """

    @property
    def revision(self) -> str: ...

    @property
    def since(self) -> int: ...

    def tables(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Each table of `ORDER` with its rows, to be taken in turn."""
        ...


class BaseCopy(NamedTuple):
    """The copy that an open base gives."""

    reader: Reader
    since: int = 0
    revision: str = REVISION

    def tables(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Each table with its rows, in the order of their primary keys."""
        for name in ORDER:
            rows = self.rows(name)
            yield name, (dict(zip(rows.names, row, strict=True)) for row in rows)

    def batches(self, name: str) -> Iterator[pyarrow.RecordBatch]:
        """The rows of one table as Arrow has them, in the same order."""
        import pyarrow

        columns = [
            Column(column.name, "integer" if isinstance(column.type, Integer) else "text")
            for column in tables[name].columns
        ]
        batches = self.reader.batches(self._select(name), {}, columns)
        if batches is not None:
            yield from batches
            return
        schema = pyarrow.schema(
            [(column.name, "int64" if column.type == "integer" else "string") for column in columns]
        )
        rows = self.rows(name).values
        while lot := list(islice(rows, _LOT)):
            yield pyarrow.RecordBatch.from_arrays(
                [pyarrow.array(cells, field.type) for cells, field in zip(zip(*lot, strict=True), schema, strict=True)],
                schema=schema,
            )

    def rows(self, name: str) -> Rows:
        """The rows of one table. Lists and entries are always whole: they tell what the rest means."""
        return self.reader.rows(self._select(name))

    def _select(self, name: str) -> str:
        table = tables[name]
        order = ", ".join(f'"{column.name}"' for column in table.primary_key)
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        later = f" WHERE entry > {self.since:d}" if self.since and "entry" in table.columns else ""
        return f'SELECT {columns} FROM "{name}"{later} ORDER BY {order}'


def stamp(revision: str, since: int) -> dict[str, Any]:
    """What a copy tells of itself wherever it is written."""
    return {"factbase": {"revision": revision, "since": since}}


def stamped(header: Mapping[str, Any]) -> tuple[str, int] | None:
    """The revision and the entry that a copy tells of itself; None where it is no copy of a base."""
    told = header.get("factbase")
    revision, since = (told.get("revision"), told.get("since")) if isinstance(told, dict) else (None, None)
    return (revision, since) if isinstance(revision, str) and isinstance(since, int) else None


def entries_of(reader: Reader) -> list[Row]:
    """The entries of a base, in order."""
    return list(reader.rows("SELECT number, at, author, command, why FROM entry ORDER BY number"))
