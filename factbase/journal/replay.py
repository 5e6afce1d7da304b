"""Replay: a base takes up the entries that a copy has and it has not, exactly as they were written elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from factbase.errors import BadInput
from factbase.journal.copy import LIST_TABLES, ORDER, BaseCopy, Copy
from factbase.journal.entry import delete_rows, entry_table, imaged
from factbase.kinds.figure.total import COLUMNS, totals
from factbase.kinds.tables import fact_tables, tables
from factbase.store.bulk import bulk
from factbase.store.location import Location
from factbase.store.totals import rebuild
from factbase.store.writing import transaction

_BATCH = 5000
_ENTRY = ("number", "at", "author", "command", "why")


def continues(ours: list[tuple[Any, ...]], theirs: list[tuple[Any, ...]]) -> bool:
    """Whether one journal is the beginning of the other: then the two bases have one history."""
    shared = min(len(ours), len(theirs))
    return ours[:shared] == theirs[:shared]


def replay(location: Location, copy: Copy) -> int:
    """Write what the copy's entries wrote after the last entry of the base; give the number of new entries.

    The base's journal must be the beginning of the copy's. Raises BadInput where it is not, or where rows of the
    base are not as the copy says that its entries found them.
    """
    with transaction(location) as connection:
        found = connection.execute(select(*(entry_table.c[name] for name in _ENTRY)).order_by(entry_table.c.number))
        ours = [tuple(row) for row in found]
        last = len(ours)
        new = 0
        for name, rows in copy.tables():
            if name == "entry":
                theirs = list(rows)
                if not continues(ours, [tuple(row[column] for column in _ENTRY) for row in theirs]):
                    raise BadInput("the copy has another history than the base", hint="it can be merged only")
                if copy.since > last:
                    raise BadInput(f"the copy begins after entry {copy.since}, and the base ends with entry {last}")
                new = max(len(theirs) - last, 0)
                _insert(connection, tables[name], theirs[last:])
            elif name in LIST_TABLES:
                _replace(connection, tables[name], list(rows))
            elif name in fact_tables:
                later = (row for row in rows if row["entry"] > last)
                # Nothing is in the place of what comes to an empty base.
                (_replace if last else _insert)(connection, tables[name], later)
            elif name == "load":
                _insert(connection, tables[name], (row for row in rows if row["entry"] > last))
            else:
                for batch in _batches(row for row in rows if row["entry"] > last):
                    connection.execute(insert(tables[name]), batch)
                    _remove(connection, tables[name], batch, last)
        rebuild(connection)
    return new


def fill(location: Location, copy: BaseCopy) -> int:
    """Put all that the copy has into a base that has no entries, in columns; give the number of its entries."""
    import pyarrow

    entries = 0
    with bulk(location) as loading:
        for name in reversed(LIST_TABLES):
            loading.execute(f'DELETE FROM "{name}"')
        for name in ORDER:
            for batch in copy.batches(name):
                loading.ingest(name, pyarrow.Table.from_batches([batch]))
                entries += len(batch) if name == "entry" else 0
        loading.execute("DELETE FROM total")
        loading.execute(f"INSERT INTO total ({COLUMNS}) {totals()}")
    return entries


def _remove(connection: Connection, images: Table, rows: list[dict[str, Any]], last: int) -> None:
    """Take out the rows that new entries changed or removed; what replaced them comes with the copy."""
    gone: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row.get("table_name", "thing") not in fact_tables:
            raise BadInput(f"the copy has an image of a table '{row['table_name']}' that there is not")
        name, key = imaged(images, row)
        gone.setdefault(name, []).append(key)
    for name, keys in gone.items():
        delete_rows(connection, tables[name], keys, tables[name].c.entry <= last)


def _replace(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows, in place of those that have their keys."""
    for batch in _batches(rows):
        delete_rows(connection, table, batch)
        connection.execute(insert(table), batch)


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    for batch in _batches(rows):
        connection.execute(insert(table), batch)


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    taken = iter(rows)
    while batch := list(islice(taken, _BATCH)):
        yield batch
