"""A copy of a base on its way to another: all its tables, or what was written after an entry, journal included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from factbase.kinds.tables import derived_tables, fact_tables, journal_tables, tables
from factbase.rows import Row, Rows
from factbase.store.reading import REVISION, Reader

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

    def rows(self, name: str) -> Rows:
        """The rows of one table. Lists and entries are always whole: they tell what the rest means."""
        table = tables[name]
        order = ", ".join(f'"{column.name}"' for column in table.primary_key)
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        later = f" WHERE entry > {self.since:d}" if self.since and "entry" in table.columns else ""
        return self.reader.rows(f'SELECT {columns} FROM "{name}"{later} ORDER BY {order}')


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
