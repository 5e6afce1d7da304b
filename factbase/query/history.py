"""The life of a record: what each entry added, changed or removed of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from factbase.query.diff import scaled
from factbase.rows import Column, Row, Rows, Value
from factbase.store.reading import Reader, Table

COLUMNS = [
    Column("entry", "integer", "The entry's number."),
    Column("at", "date", "When, in UTC."),
    Column("author", "text", "Who."),
    Column("change", "code", "added, amended, removed."),
    Column("record", "code", "The table and the key of the row."),
    Column("what", "text", "The new values; for a change the old ones beside them."),
    Column("why", "text", "Why, where the author says.", optional=True),
]

# How many decimals a series has had, from which entry on.
_DECIMALS = (
    "SELECT written_by, decimals FROM series_key_revision WHERE id = :id"
    " UNION ALL SELECT entry, decimals FROM series_key WHERE id = :id ORDER BY 1"
)
_THINGS = ("thing", "actor", "agreement", "event", "source")


class _Version(NamedTuple):
    written_by: int
    replaced_by: int | None
    row: dict[str, Value]


def history(reader: Reader, key: str) -> Rows:
    """Every change of the rows that are of a thing or an assertion, or that name it, oldest first."""
    columns: dict[str, set[str]] = {name: {"key"} for name in (*_THINGS, "assertion")}
    tables = reader.tables()
    for name, told in tables.items():
        for column, referred in told.references.items():
            if referred & {*_THINGS, "assertion"}:
                columns.setdefault(name, set()).add(column)
    lines: list[tuple[int, str, str, str]] = []
    for table, naming in sorted(columns.items()):
        for row_key, versions in _versions(reader, tables, table, sorted(naming), key).items():
            lines += _changes(f"{table} {row_key}", list(_in_full(reader, table, versions)))
    entries = {row[0]: row for row in reader.rows("SELECT number, at, author, why FROM entry")}
    return Rows(COLUMNS, (_line(entries[number], *rest) for number, *rest in sorted(lines)))


def _line(entry: Row, change: str, record: str, what: str) -> Row:
    number, at, author, why = entry
    return (number, at, author, change, record, what, why)


def _versions(
    reader: Reader, tables: dict[str, Table], table: str, naming: list[str], key: str
) -> dict[str, list[_Version]]:
    """By row, what it was from which entry to which; the row that stands now is replaced by none."""
    primary = tables[table].primary_key
    found: dict[str, list[_Version]] = {}
    images = reader.rows(
        "SELECT written_by, entry, image FROM revision WHERE table_name = :table AND ("
        + " OR ".join(f"json_extract(image, '$.{name}') = :key" for name in naming)
        + ") ORDER BY entry",
        {"table": table, "key": key},
    )
    kept = [(written_by, replaced_by, json.loads(str(image))) for written_by, replaced_by, image in images]
    if f"{table}_revision" in tables:
        # Its images are rows as it has them.
        own = reader.rows(
            f'SELECT * FROM "{table}_revision" WHERE ' + " OR ".join(f'"{name}" = :key' for name in naming),
            {"key": key},
        )
        kept += [(row.pop("written_by"), row.pop("entry"), row) for row in own.dicts()]
    for written_by, replaced_by, row in sorted(kept, key=lambda image: int(str(image[1]))):
        found.setdefault(_shown(row, primary), []).append(_Version(int(str(written_by)), int(str(replaced_by)), row))
    standing = reader.rows(
        f'SELECT * FROM "{table}" WHERE ' + " OR ".join(f'"{name}" = :key' for name in naming), {"key": key}
    )
    for values in standing:
        row = dict(zip(standing.names, values, strict=True))
        entry = int(str(row.pop("entry")))
        found.setdefault(_shown(row, primary), []).append(_Version(entry, None, row))
    return found


def _in_full(reader: Reader, table: str, versions: list[_Version]) -> Iterator[_Version]:
    """The versions of a row with the numbers that its integers stood for then: 46 at one decimal were 4.6."""
    told = list(reader.rows(_DECIMALS, {"id": versions[0].row["series"]})) if table == "figure" else []
    for version in versions:
        row = version.row
        if table == "figure":
            row = row | {"decimals": [places for since, places in told if int(str(since)) <= version.written_by][-1]}
        yield version._replace(row=scaled(row)) if table in ("figure", "change") else version


def _shown(row: dict[str, Value], primary: list[str]) -> str:
    return ", ".join(str(row[name]) for name in primary)


def _changes(record: str, versions: list[_Version]) -> list[tuple[int, str, str, str]]:
    lines = []
    before: _Version | None = None
    for version in versions:
        if before is None or before.replaced_by != version.written_by:
            lines.append((version.written_by, "added", record, _values(version.row)))
        else:
            # With more decimals, a number stays what it is.
            if difference := _difference(before.row, version.row):
                lines.append((version.written_by, "amended", record, difference))
        following = any(other.written_by == version.replaced_by for other in versions)
        if version.replaced_by is not None and not following:
            lines.append((version.replaced_by, "removed", record, _values(version.row)))
        before = version
    return lines


def _values(row: dict[str, Value]) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if value is not None)


def _difference(old: dict[str, Value], new: dict[str, Value]) -> str:
    def told(value: Value) -> str:
        return "nothing" if value is None else str(value)

    return ", ".join(f"{name} {told(old.get(name))} → {told(new[name])}" for name in new if old.get(name) != new[name])
