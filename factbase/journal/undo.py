"""Undo: take a whole entry back, as a new entry."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, delete, exists, func, insert, literal, not_, or_, select, tuple_

from factbase.errors import WrongRequest
from factbase.journal.entry import Entry, Record, entry_table, key_of, primary_key, revision_table
from factbase.kinds.tables import fact_tables, image_tables


def undo(entry: Entry, number: int) -> None:
    """Put back what entry `number` changed: take out what it added, restore what it amended or removed.

    What later entries changed and put back again counts as it wrote it. Raises WrongRequest where there is no such entry,
    where rows are not as it left them, or where rows of later entries refer to what it added; then nothing is changed.
    """
    connection = entry.connection
    if (
        not connection.execute(select(entry_table).where(entry_table.c.number == number)).first()
        or number == entry.number
    ):
        raise WrongRequest(f"there is no entry {number}", where="undo", hint="'factbase journal' lists them")
    for table in image_tables:
        _refuse_changed_columns(entry, number, table)
    standing = _standing(entry, number)
    images = {
        (row.table_name, row.row_key): json.loads(row.image)
        for row in connection.execute(select(revision_table).where(revision_table.c.entry == number))
    }
    for name, row_key in images.keys() - standing.keys():
        for row in entry.find(name, **primary_key(name, row_key)):
            raise _refused(number, row["entry"], f"wrote {_called(name, primary_key(name, row_key))} again")
    added = {place: row for place, row in standing.items() if place not in images}
    _refuse_needed_later(entry, number, standing, added)
    # What refers to a row goes before it, and comes back after it.
    for table in reversed(image_tables):
        _take_out(entry, number, table)
    order = list(fact_tables)
    for name in reversed(order):
        entry.remove_rows(name, [row for (table, _), row in added.items() if table == name])
    for (name, row_key), image in sorted(images.items(), key=lambda item: order.index(item[0][0])):
        key = primary_key(name, row_key)
        if (name, row_key) in standing:
            entry.amend(name, key, **{field: value for field, value in image.items() if field not in key})
        else:
            entry.add(name, **image)
    for table in image_tables:
        _put_back(entry, number, table)


Rows = dict[tuple[str, str], dict[str, Any]]


def _standing(entry: Entry, number: int) -> Rows:
    """The rows that are as the entry left them, by table and key, but for tables with images of their own.

    Raises WrongRequest where one that it wrote is not.
    """
    rows: Rows = {}
    for name, table in fact_tables.items():
        if name not in image_tables:
            for row in entry.connection.execute(select(table).where(table.c.entry == number)).mappings():
                rows[name, key_of(name, dict(row))] = dict(row)
    left = select(revision_table).where(revision_table.c.written_by == number).order_by(revision_table.c.entry)
    for image in entry.connection.execute(left):
        name, row_key = image.table_name, image.row_key
        there = entry.find(name, **primary_key(name, row_key))
        if not there or {**there[0], "entry": None} != {**json.loads(image.image), "entry": None}:
            touched = select(func.max(revision_table.c.entry)).where(
                revision_table.c.table_name == name, revision_table.c.row_key == row_key
            )
            later = there[0]["entry"] if there else entry.connection.scalar(touched)
            raise _refused(number, later, f"changed {_called(name, primary_key(name, row_key))}")
        rows[name, row_key] = there[0]
    return rows


def _refuse_changed_columns(entry: Entry, number: int, table: str) -> None:
    """The same for a table with images of its own, all at once; and what the entry removed must still be away."""
    facts, images = fact_tables[table], image_tables[table]
    same_row = and_(*(key == images.c[key.name] for key in facts.primary_key))
    differs = or_(*(facts.c[name].is_distinct_from(images.c[name]) for name in _columns(table)))
    changed = select(images, facts.c.entry.label("now")).join(facts, same_row, isouter=True)
    for row in entry.connection.execute(changed.where(images.c.written_by == number, differs).limit(1)).mappings():
        key = {column.name: row[column.name] for column in facts.primary_key}
        touched = select(func.max(images.c.entry)).where(*(images.c[name] == value for name, value in key.items()))
        raise _refused(number, row["now"] or entry.connection.scalar(touched), f"changed {_called(table, key)}")
    again = select(facts).join(images, same_row).where(images.c.entry == number, not_(_is_of(facts, table, number)))
    for row in entry.connection.execute(again.limit(1)).mappings():
        key = {column.name: row[column.name] for column in facts.primary_key}
        raise _refused(number, row["entry"], f"wrote {_called(table, key)} again")


def _is_of(facts: FromClause, table: str, number: int) -> ColumnElement[bool]:
    """That a row of a table with images of its own is what the entry wrote, be it put back by a later one."""
    images = image_tables[table]
    key = [column.name for column in fact_tables[table].primary_key]
    replaced = select(*(images.c[name] for name in key)).where(images.c.written_by == number)
    return or_(facts.c.entry == number, tuple_(*(facts.c[name] for name in key)).in_(replaced))


def _take_out(entry: Entry, number: int, table: str) -> None:
    """Take out what the entry wrote in a table with images of its own, all at once; its images stay."""
    facts, images = fact_tables[table], image_tables[table]
    names = _columns(table)
    standing = select(*(facts.c[name] for name in names), literal(entry.number), facts.c.entry)
    # What this entry wrote itself, as another undo in it does, has its image already or was not there before it.
    standing = standing.where(_is_of(facts, table, number), facts.c.entry != entry.number)
    entry.connection.execute(insert(images).from_select([*names, "entry", "written_by"], standing))
    entry.changed["removed"] += entry.connection.execute(delete(facts).where(_is_of(facts, table, number))).rowcount


def _put_back(entry: Entry, number: int, table: str) -> None:
    """Put the entry's images in such a table back."""
    facts, images = fact_tables[table], image_tables[table]
    names = _columns(table)
    before = select(*(images.c[name] for name in names), literal(entry.number)).where(images.c.entry == number)
    restored = entry.connection.execute(insert(facts).from_select([*names, "entry"], before)).rowcount
    entry.changed["added"] += restored
    if table == "figure":
        summed = select(images.c.series).where(images.c.entry == number, images.c.assertion.is_(None)).distinct()
        entry.touch(entry.connection.scalars(summed))


def _columns(table: str) -> list[str]:
    return [column.name for column in fact_tables[table].columns if column.name != "entry"]


def _refuse_needed_later(entry: Entry, number: int, standing: Rows, added: Rows) -> None:
    """Nothing that stays may refer to what is taken out."""
    writers = {number, *(row["entry"] for row in standing.values())}
    for user_name, user in fact_tables.items():
        for constraint in user.foreign_key_constraints:
            name = constraint.referred_table.name
            whole = fact_tables.get(name)
            if whole is None or not (name in image_tables or any(table == name for table, _ in added)):
                continue
            target = whole.alias()
            same = and_(*(pair.parent == target.c[pair.column.name] for pair in constraint.elements))
            keys = [target.c[column.name] for column in fact_tables[name].primary_key]
            found = select(user.c.entry, *keys, *user.primary_key).join_from(user, target, same)
            if name in image_tables:
                images = image_tables[name]
                amended = and_(images.c.entry == number, *(key == images.c[key.name] for key in keys))
                found = found.where(_is_of(target, name, number), not_(exists().where(amended)))
            else:
                found = found.where(target.c.entry.in_(writers))
            if user_name in image_tables:
                found = found.where(not_(_is_of(user, user_name, number)))
            else:
                found = found.where(user.c.entry != number)
            for later, *both in entry.connection.execute(found.order_by(user.c.entry)):
                key, user_key = both[: len(keys)], both[len(keys) :]
                stays = (user_name, _row_key(user_key)) not in standing
                if stays and (name in image_tables or (name, _row_key(key)) in added):
                    named = dict(zip(fact_tables[name].primary_key.columns.keys(), key, strict=True))
                    raise _refused(number, later, f"refers to {_called(name, named)}")


def _refused(number: int, later: int, what: str) -> WrongRequest:
    return WrongRequest(
        f"entry {number} cannot be undone: entry {later} {what}", where="undo", hint=f"undo entry {later} first"
    )


def _row_key(values: Sequence[Any]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _called(table: str, key: Record) -> str:
    return f"{table} {', '.join(str(part) for part in key.values())}"
