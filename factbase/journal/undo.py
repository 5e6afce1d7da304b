"""Undo: take a whole entry back, as a new entry."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from factbase.errors import WrongRequest
from factbase.journal.entry import Entry, entry_table, key_of, primary_key, revision_table
from factbase.kinds.tables import fact_tables


def undo(entry: Entry, number: int) -> None:
    """Put back what entry `number` changed: take out what it added, restore what it amended or removed.

    Raises WrongRequest where there is no such entry, where a later entry changed the same rows, or where rows of
    later entries refer to what it added; then nothing is changed.
    """
    connection = entry.connection
    if (
        not connection.execute(select(entry_table).where(entry_table.c.number == number)).first()
        or number == entry.number
    ):
        raise WrongRequest(f"there is no entry {number}", where="undo", hint="'factbase journal' lists them")
    _refuse_changed_later(entry, number)
    images = {
        (row.table_name, row.row_key): json.loads(row.image)
        for row in connection.execute(select(revision_table).where(revision_table.c.entry == number))
    }
    written = {
        (name, key_of(name, row)): row
        for name, table in fact_tables.items()
        for row in map(dict, connection.execute(select(table).where(table.c.entry == number)).mappings())
    }
    added = {place: row for place, row in written.items() if place not in images}
    _refuse_needed_later(entry, number, added)
    order = list(fact_tables)
    for table, row_key in sorted(added, key=lambda place: -order.index(place[0])):
        entry.remove(table, primary_key(table, row_key))
    for (table, row_key), image in sorted(images.items(), key=lambda item: order.index(item[0][0])):
        key = primary_key(table, row_key)
        if (table, row_key) in written:
            entry.amend(table, key, **{name: value for name, value in image.items() if name not in key})
        else:
            entry.add(table, **image)


def _refuse_changed_later(entry: Entry, number: int) -> None:
    """What the entry wrote must still stand as it wrote it, and what it removed must still be away."""
    later = entry.connection.execute(
        select(revision_table.c.entry, revision_table.c.table_name, revision_table.c.row_key)
        .where(revision_table.c.written_by == number)
        .order_by(revision_table.c.entry)
    ).first()
    if later is not None:
        raise _refused(number, later.entry, f"changed {later.table_name} {_shown(later.row_key)}")
    removed = entry.connection.execute(
        select(revision_table.c.table_name, revision_table.c.row_key).where(revision_table.c.entry == number)
    )
    for table, row_key in removed:
        for row in entry.find(table, **primary_key(table, row_key)):
            if row["entry"] != number:
                raise _refused(number, row["entry"], f"wrote {table} {_shown(row_key)} again")


def _refuse_needed_later(entry: Entry, number: int, added: dict[tuple[str, str], dict[str, Any]]) -> None:
    """Nothing that stays may refer to what is taken out."""
    for (name, row_key), row in added.items():
        for other, table in fact_tables.items():
            for constraint in table.foreign_key_constraints:
                if constraint.referred_table.name != name:
                    continue
                pairs = {element.parent.name: row[element.column.name] for element in constraint.elements}
                for user in entry.find(other, **pairs):
                    if (other, key_of(other, user)) not in added:
                        raise _refused(number, user["entry"], f"refers to {name} {_shown(row_key)}")


def _refused(number: int, later: int, what: str) -> WrongRequest:
    return WrongRequest(
        f"entry {number} cannot be undone: entry {later} {what}", where="undo", hint=f"undo entry {later} first"
    )


def _shown(row_key: str) -> str:
    return ", ".join(str(part) for part in json.loads(row_key))
