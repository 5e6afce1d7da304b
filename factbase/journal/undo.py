"""Undo: take a whole entry back, as a new entry."""

from __future__ import annotations

import json

from sqlalchemy import and_, delete, insert, literal, select

from factbase.errors import WrongRequest
from factbase.journal.entry import Entry, Record, entry_table, imaged, key_of, primary_key, revision_table
from factbase.kinds.tables import fact_tables, image_tables


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
        name: list(map(dict, connection.execute(select(table).where(table.c.entry == number)).mappings()))
        for name, table in fact_tables.items()
        if name not in image_tables
    }
    added = {
        name: new
        for name, rows in written.items()
        if (new := [row for row in rows if (name, key_of(name, row)) not in images])
    }
    _refuse_needed_later(entry, number, set(added), set(images))
    # What refers to a row goes before it, and comes back after it.
    for table in reversed(image_tables):
        _take_out(entry, number, table)
    for name, new in reversed(added.items()):
        entry.remove_rows(name, new)
    standing = {(name, key_of(name, row)) for name, rows in written.items() for row in rows}
    order = list(fact_tables)
    for (name, row_key), image in sorted(images.items(), key=lambda item: order.index(item[0][0])):
        key = primary_key(name, row_key)
        if (name, row_key) in standing:
            entry.amend(name, key, **{field: value for field, value in image.items() if field not in key})
        else:
            entry.add(name, **image)
    for table in image_tables:
        _put_back(entry, number, table)


def _take_out(entry: Entry, number: int, table: str) -> None:
    """Take out what the entry wrote in a table with images of its own, all at once; its images stay."""
    facts, images = fact_tables[table], image_tables[table]
    names = _columns(table)
    standing = select(*(facts.c[name] for name in names), literal(entry.number), facts.c.entry)
    standing = standing.where(facts.c.entry == number)
    entry.connection.execute(insert(images).from_select([*names, "entry", "written_by"], standing))
    entry.changed["removed"] += entry.connection.execute(delete(facts).where(facts.c.entry == number)).rowcount


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


def _refuse_changed_later(entry: Entry, number: int) -> None:
    """What the entry wrote must still stand as it wrote it, and what it removed must still be away."""
    for images in (revision_table, *image_tables.values()):
        changed = select(images).where(images.c.written_by == number).order_by(images.c.entry)
        for later in entry.connection.execute(changed.limit(1)).mappings():
            raise _refused(number, later["entry"], f"changed {_called(*imaged(images, dict(later)))}")
        removed = select(images).where(images.c.entry == number)
        for table, own in image_tables.items():
            if own is images:
                # There may be many: only those that stand again are asked for.
                facts = fact_tables[table]
                again = and_(*(key == images.c[key.name] for key in facts.primary_key), facts.c.entry != number)
                removed = removed.join(facts, again)
        for image in entry.connection.execute(removed).mappings():
            table, key = imaged(images, dict(image))
            for row in entry.find(table, **key):
                if row["entry"] != number:
                    raise _refused(number, row["entry"], f"wrote {_called(table, key)} again")


def _refuse_needed_later(entry: Entry, number: int, added: set[str], amended: set[tuple[str, str]]) -> None:
    """Nothing that stays may refer to what is taken out: rows of these tables that the entry did not only amend."""
    for user in fact_tables.values():
        for constraint in user.foreign_key_constraints:
            name = constraint.referred_table.name
            if name not in added:
                continue
            target = fact_tables[name].alias()
            same = and_(*(pair.parent == target.c[pair.column.name] for pair in constraint.elements))
            keys = [target.c[column.name] for column in fact_tables[name].primary_key]
            found = select(user.c.entry, *keys).join_from(user, target, same)
            for later, *key in entry.connection.execute(
                found.where(target.c.entry == number, user.c.entry != number).order_by(user.c.entry)
            ):
                if (name, json.dumps(key, ensure_ascii=False)) not in amended:
                    named = dict(zip(fact_tables[name].primary_key.columns.keys(), key, strict=True))
                    raise _refused(number, later, f"refers to {_called(name, named)}")


def _refused(number: int, later: int, what: str) -> WrongRequest:
    return WrongRequest(
        f"entry {number} cannot be undone: entry {later} {what}", where="undo", hint=f"undo entry {later} first"
    )


def _called(table: str, key: Record) -> str:
    return f"{table} {', '.join(str(part) for part in key.values())}"
