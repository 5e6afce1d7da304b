"""An entry: one change of the base, of any number of rows, that is made whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, func, insert, select, update

from factbase.errors import Unavailable, WrongRequest
from factbase.kinds.tables import fact_tables, image_tables, tables
from factbase.store.location import Location
from factbase.store.reading import reader
from factbase.store.totals import Pair, refresh
from factbase.store.writing import transaction

Record = Mapping[str, Any]

entry_table = tables["entry"]
revision_table = tables["revision"]


class Entry:
    """An open entry. What it adds carries its number; what it changes or removes leaves its image.

    `number` counts up from 1. `at` is UTC to the second and never earlier than the entry before, so that a clock that
    was set back cannot reorder history. `changed` counts the rows that were added, amended and removed.

    `seen` is the last entry that the writer knew of when it asked to write: what later ones changed, while it waited for
    its turn, it must look at again before it changes it too.
    """

    def __init__(
        self, connection: Connection, *, author: str, command: str, why: str | None, seen: int | None = None
    ) -> None:
        self.connection = connection
        last = connection.execute(select(func.max(entry_table.c.number), func.max(entry_table.c.at))).one()
        self.number: int = (last[0] or 0) + 1
        self._seen = self.number if seen is None else seen
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.at = max(now, last[1] or now)
        self.changed = {"added": 0, "amended": 0, "removed": 0}
        self._images = 0
        # Series whose figures of a data set were written: their totals are made anew at the end.
        self._summed: set[int] = set()
        self._imaged: set[tuple[str, str]] = set()
        connection.execute(
            insert(entry_table).values(number=self.number, at=self.at, author=author, command=command, why=why)
        )

    def add(self, table: str, **values: Any) -> None:
        """Add a row to a table of facts."""
        self.connection.execute(insert(fact_tables[table]).values(**values, entry=self.number))
        self.changed["added"] += 1
        if table == "figure" and values.get("assertion") is None:
            self._summed.add(values["series"])

    def amend(self, table: str, key: Record, **values: Any) -> bool:
        """Change a row, found by its primary key. False where the values are what the row has already.

        Raises WrongRequest where there is no such row.
        """
        row = self._row(table, key)
        if all(row[name] == value for name, value in values.items()):
            return False
        self._keep(table, [row])
        changed = update(fact_tables[table]).where(_is(fact_tables[table], key))
        self.connection.execute(changed.values(**values, entry=self.number))
        self.changed["amended"] += 1
        return True

    def remove(self, table: str, key: Record) -> None:
        """Take a row out, found by its primary key; its image stays. Raises WrongRequest where there is none."""
        self.remove_rows(table, [self._row(table, key)])

    def remove_rows(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        """Take rows out that were read from the table; their images stay."""
        self._keep(table, rows)
        delete_rows(self.connection, fact_tables[table], rows)
        self.changed["removed"] += len(rows)

    def find(self, table: str, **values: Any) -> list[dict[str, Any]]:
        """The rows of a table that have these values."""
        found = select(fact_tables[table]).where(_is(fact_tables[table], values))
        return [dict(row) for row in self.connection.execute(found).mappings()]

    def touch(self, series: Iterable[int]) -> None:
        """Note series whose figures were written by other means than the entry's own."""
        self._summed.update(series)

    def sum_up(self) -> None:
        """Make the totals anew of what was written, restored or removed."""
        series, gone = fact_tables["series_key"], image_tables["series_key"]
        removed = select(image_tables["figure"].c.series).where(image_tables["figure"].c.entry == self.number)
        pairs: set[Pair] = set()
        for keys in (series, gone):
            pair = select(keys.c.measure, func.coalesce(keys.c.area, "")).distinct()
            pairs |= {(row[0], row[1]) for row in self.connection.execute(pair.where(keys.c.id.in_(removed)))}
            if self._summed:
                written = pair.where(keys.c.id.in_(bindparam("ids", expanding=True)))
                for ids in _batches(sorted(self._summed)):
                    pairs |= {(row[0], row[1]) for row in self.connection.execute(written, {"ids": ids})}
        refresh(self.connection, pairs)

    def _row(self, table: str, key: Record) -> dict[str, Any]:
        rows = self.find(table, **key)
        if not rows:
            raise WrongRequest(f"there is no {table} {', '.join(str(part) for part in key.values())}")
        return rows[0]

    def _keep(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        """Keep rows as the entries before this one left them.

        Raises Unavailable for one that was changed while this entry waited for its turn.
        """
        images = []
        for row in rows:
            row_key = key_of(table, row)
            if self._seen < row["entry"] < self.number:
                raise Unavailable(
                    f"{table} {', '.join(map(str, json.loads(row_key)))} was changed meanwhile, by entry {row['entry']}",
                    hint="look at it and try again",
                )
            if row["entry"] == self.number or (table, row_key) in self._imaged:
                continue
            self._imaged.add((table, row_key))
            image = {name: value for name, value in row.items() if name != "entry"}
            if table in image_tables:
                images.append({**image, "entry": self.number, "written_by": row["entry"]})
                continue
            self._images += 1
            images.append(
                {
                    "entry": self.number,
                    "ordinal": self._images,
                    "table_name": table,
                    "row_key": row_key,
                    "written_by": row["entry"],
                    "image": json.dumps(image, ensure_ascii=False, sort_keys=True),
                }
            )
        if images:
            self.connection.execute(insert(image_tables.get(table, revision_table)), images)


@contextmanager
def entry(location: Location, *, author: str, command: str, why: str | None = None) -> Iterator[Entry]:
    """Open an entry; it is written at the end of the block, or not at all if an error leaves it.

    An entry that changed nothing leaves no trace.
    """

    class Unchanged(Exception):
        pass

    with reader(location) as before:
        [(seen,)] = before.rows("SELECT coalesce(max(number), 0) FROM entry")
    try:
        with transaction(location) as connection:
            opened = Entry(connection, author=author, command=command, why=why, seen=int(str(seen)))
            yield opened
            if not any(opened.changed.values()):
                raise Unchanged
            opened.sum_up()
    except Unchanged:
        pass


def key_of(table: str, row: Record) -> str:
    """The primary key of a row as the journal writes it: a JSON array.

    >>> key_of("name", {"thing": "CHN", "name": "PRC"})
    '["CHN", "PRC"]'
    """
    return json.dumps([row[column.name] for column in tables[table].primary_key], ensure_ascii=False)


def primary_key(table: str, row_key: str) -> dict[str, Any]:
    """The columns and values of a primary key, from the form that the journal writes."""
    values = json.loads(row_key)
    return {column.name: value for column, value in zip(tables[table].primary_key, values, strict=True)}


def imaged(images: Table, row: Record) -> tuple[str, dict[str, Any]]:
    """The table and the primary key of the row that a row of a table of images is an image of."""
    if images is revision_table:
        return row["table_name"], primary_key(row["table_name"], row["row_key"])
    table = next(name for name, own in image_tables.items() if own is images)
    return table, {column.name: row[column.name] for column in tables[table].primary_key}


def delete_rows(connection: Connection, table: Table, keys: Iterable[Record], *conditions: ColumnElement[bool]) -> None:
    """Delete the rows that have the primary keys of these, and meet the conditions."""
    primary = list(table.primary_key)
    wanted = [{f"key_{column.name}": key[column.name] for column in primary} for key in keys]
    if wanted:
        same = (column == bindparam(f"key_{column.name}") for column in primary)
        connection.execute(delete(table).where(*same, *conditions), wanted)


def _batches(ids: list[int], size: int = 500) -> Iterator[list[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _is(table: Table, values: Record) -> ColumnElement[bool]:
    return and_(True, *(table.c[name].is_not_distinct_from(value) for name, value in values.items()))
