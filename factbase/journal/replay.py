"""Replay: a base takes up the entries that a copy has and it has not, exactly as they were written elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select

from factbase.errors import BadInput
from factbase.journal.copy import LIST_TABLES, Copy
from factbase.journal.entry import entry_table
from factbase.kinds.tables import fact_tables, image_tables, tables
from factbase.store.location import Location
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
                _replace(connection, tables[name], (row for row in rows if row["entry"] > last))
            else:
                for batch in _batches(row for row in rows if row["entry"] > last):
                    connection.execute(insert(tables[name]), batch)
                    _remove(connection, name, batch, last)
    return new


def _remove(connection: Connection, journal_table: str, images: list[dict[str, Any]], last: int) -> None:
    """Take out the rows that new entries changed or removed; what replaced them comes with the copy."""
    gone: dict[str, list[dict[str, Any]]] = {}
    of = {kept.name: name for name, kept in image_tables.items()}
    for row in images:
        if journal_table == "revision":
            name = row["table_name"]
            if name not in fact_tables:
                raise BadInput(f"the copy has an image of a table '{name}' that there is not")
            values = json.loads(row["row_key"])
        elif journal_table in of:
            name = of[journal_table]
            values = [row[column.name] for column in tables[name].primary_key]
        else:
            continue
        keys = zip((f"key_{column.name}" for column in tables[name].primary_key), values, strict=True)
        gone.setdefault(name, []).append(dict(keys))
    for name, found in gone.items():
        primary = tables[name].primary_key
        condition = and_(*(column == bindparam(f"key_{column.name}") for column in primary))
        connection.execute(delete(tables[name]).where(condition, tables[name].c.entry <= last), found)


def _replace(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows, in place of those that have their keys."""
    primary = list(table.primary_key)
    condition = and_(*(column == bindparam(f"key_{column.name}") for column in primary))
    for batch in _batches(rows):
        keys = [{f"key_{column.name}": row[column.name] for column in primary} for row in batch]
        connection.execute(delete(table).where(condition), keys)
        connection.execute(insert(table), batch)


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    for batch in _batches(rows):
        connection.execute(insert(table), batch)


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    taken = iter(rows)
    while batch := list(islice(taken, _BATCH)):
        yield batch
