"""Replay: a base takes up the entries that a copy has and it has not, exactly as they were written elsewhere."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from factbase.errors import BadInput
from factbase.journal.copy import LIST_TABLES, ORDER, BaseCopy, Copy, entries_of
from factbase.journal.entry import delete_rows, entry_table, imaged
from factbase.kinds.figure.total import COLUMNS, totals
from factbase.kinds.tables import fact_tables, tables
from factbase.store.bulk import bulk
from factbase.store.location import Location
from factbase.store.reading import Reader
from factbase.store.totals import rebuild
from factbase.store.writing import transaction

_BATCH = 5000
_ENTRY = ("number", "at", "author", "command", "why")


def continues(base: Reader, copy: Copy) -> bool:
    """Whether base and copy have one history: the entries that both have are the same, and so is what these wrote.

    Entries alone may look alike: two that one author makes with one command in one second, in two copies of a base.
    """
    ours, theirs = [tuple(row) for row in entries_of(base)], entries_in(copy)
    shared = min(len(ours), len(theirs))
    return ours[:shared] == theirs[:shared] and _held(BaseCopy(base, copy.since), shared) == _held(copy, shared)


def entries_in(copy: Copy) -> list[tuple[Any, ...]]:
    """The entries that a copy has."""
    _, rows = next(copy.tables())
    return [tuple(row[column] for column in _ENTRY) for row in rows]


def _held(copy: Copy, last: int) -> Counter[str]:
    """What a base held after entry `last`, as the copy tells it: for each table a sum over rows, in whichever order.

    What later entries replaced, their images tell.
    """
    sums: Counter[str] = Counter()
    for name, rows in copy.tables() if last else ():
        if name == "entry" or name in LIST_TABLES:
            continue
        for row in rows:
            if row["entry"] <= last:
                sums[name] += _sum(name, row)
            elif name not in fact_tables and copy.since < row.get("written_by", row["entry"]) <= last:
                replaced, image = _replaced(tables[name], row)
                sums[replaced] += _sum(replaced, image)
    return sums


def _sum(table: str, row: dict[str, Any]) -> int:
    return hash(str([row[column.name] for column in tables[table].columns]))


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
                shared = [tuple(row[column] for column in _ENTRY) for row in theirs[:last]]
                if shared != ours[: len(shared)]:
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
    """Take out the rows that new entries changed or removed; what replaced them comes with the copy.

    Raises BadInput unless the base has them as these entries found them.
    """
    gone: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["written_by"] <= last:
            name, image = _replaced(images, row)
            gone.setdefault(name, []).append({f"old_{column}": value for column, value in image.items()})
    for name, found in gone.items():
        table = tables[name]
        old = {column: bindparam(f"old_{column.name}", type_=column.type) for column in table.columns}
        # In PostgreSQL no index serves IS NOT DISTINCT FROM.
        same = [c == value if c.primary_key else c.is_not_distinct_from(value) for c, value in old.items()]
        if connection.execute(delete(table).where(*same), found).rowcount != len(found):
            raise BadInput(
                f"the copy's entries from {last + 1} on change what the base has otherwise, or has not: in table '{name}'",
                hint="the two have other histories: a copy of the whole base can be united with it",
            )


def _replaced(images: Table, row: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The row that a row of a table of images shows, with its table."""
    if row.get("table_name", "thing") not in fact_tables:
        raise BadInput(f"the copy has an image of a table '{row['table_name']}' that there is not")
    try:
        name, key = imaged(images, row)
        image = {**(json.loads(row["image"]) if "image" in row else row), **key, "entry": row["written_by"]}
    except (ValueError, TypeError, RecursionError):
        raise BadInput(f"the copy has an image that is none, of entry {row['entry']}", hint="export it again") from None
    return name, {column.name: image.get(column.name) for column in tables[name].columns}


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
