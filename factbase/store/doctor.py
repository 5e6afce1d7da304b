"""Examination of a base in a file: what is wrong with it, and what can be saved. Reads, and changes nothing."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from factbase.errors import Unavailable
from factbase.kinds import views
from factbase.kinds.figure.total import COLUMNS, totals
from factbase.kinds.tables import derived_tables, tables
from factbase.store import fts5, index, sqlite
from factbase.store.location import Location
from factbase.store.reading import REVISION, check_revision, revision_of
from factbase.store.sqlite import SQLiteReader
from factbase.store.sqlite_connection import address, opened_at
from factbase.store.sqlite_errors import translated

# File systems on which locks are known to fail or to be only promised.
_NETWORKED = re.compile(r"nfs|cifs|smb|9p|virtiofs|fuse|afs|ceph|lustre|davfs|ncpfs")
# A readable row tells that the pages below it are whole; of damage so many places are told.
_MOST = 5
_WAY_OUT = "'factbase export' what it holds, and import that into a new base"
_STRAY = ("search_", "sqlite_", "ix_", "uq_")


class Sign(NamedTuple):
    """One thing that was looked at: `sound` or not, what was found, and what to do about it."""

    part: str
    sound: bool
    found: str
    hint: str | None = None


def examine(location: Location) -> Iterator[Sign]:
    """Look at everything in turn: the file, its pages, its tables and views, and what is derived from them.

    Raises Unavailable where there is no base to look at: no file, a file of another program, or not to be read.
    """
    path = location.path
    assert path is not None
    damage = None
    try:
        sqlite.check_file(path)
    except Unavailable as error:
        if "cut short" not in error.what:
            raise
        damage = error
    yield from _place(path)
    if damage:
        yield Sign("file", False, f"{damage.what}; {_saved(path)}", "'factbase db restore' a backup")
        return
    with closing(sqlite.connect(path)) as connection:
        pages = list(_pages(connection))
        yield from pages or [Sign("pages", True, "every page and every index entry is in its place")]
        if pages:
            yield Sign("saved", False, _saved(path), "'factbase db restore' a backup")
            return
        with translated(location):
            schema = list(_schema(connection, location))
            signs = [*schema, *_stray(connection)]
            yield from signs or [Sign("schema", True, f"revision {REVISION}, with the program's own views")]
            yield from _references(connection)
            if schema:
                yield Sign("schema", False, "totals, the index of texts and loads were not looked at, for want of it")
            else:
                yield from _derived(connection, path)


def _place(path: Path) -> Iterator[Sign]:
    kind = file_system(path)
    with open(path, "rb") as file:
        is_wal = file.read(20)[18:20] == b"\x02\x02"
    mode = "write-ahead log" if is_wal else "rollback journal"
    networked = kind is not None and _NETWORKED.search(kind) is not None
    hint = None
    if networked:
        hint = "keep it on a disk of this machine; over a network, locks may fail"
    elif is_wal and not _wal_is_safe():
        hint = f"SQLite {sqlite3.sqlite_version} can lose rows in this mode; 'PRAGMA journal_mode = DELETE' leaves it"
    yield Sign("place", hint is None, f"{kind or 'unknown file system'}, {mode}, SQLite {sqlite3.sqlite_version}", hint)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        what = "file" if not os.access(path, os.W_OK) else "folder"
        yield Sign("permissions", False, f"the {what} cannot be written to: the base can only be read")
    for left in sorted(path.parent.glob(f".{path.name}-*")):
        yield Sign("left over", False, f"{left.name} is what a command left that was cut off", "delete it")


def file_system(path: Path) -> str | None:
    """The kind of file system that a file is on, where the platform tells it.

    >>> file_system(Path("/proc/self/status"))
    'proc'
    """
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    wanted, best, kind = os.path.realpath(path), "", None
    for line in mounts:
        _, at, name, *_ = line.split(" ")
        # Spaces and the like are written in octal.
        at = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), at)
        if len(at) >= len(best) and (wanted + "/").startswith(at.rstrip("/") + "/"):
            best, kind = at, name
    return kind


def _wal_is_safe() -> bool:
    # Up to 3.51.2 a checkpoint and a reset could race; mended there and in two older branches.
    version = sqlite3.sqlite_version_info
    return version >= (3, 51, 3) or any(
        version[:2] == (3, minor) and version[2] >= at for minor, at in ((44, 6), (50, 7))
    )


def _pages(connection: sqlite3.Connection) -> Iterator[Sign]:
    try:
        for (verdict,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
            for line in verdict.splitlines():
                if line != "ok" and not line.startswith("***"):
                    yield Sign("pages", False, line)
    except sqlite3.DatabaseError as error:
        yield Sign("pages", False, str(error))


def _saved(path: Path) -> str:
    """How much of a damaged base can still be read, table by table."""
    whole, part, rows = [], [], 0
    try:
        # Immutable: nothing of the file is taken on trust but what is read.
        with closing(sqlite3.connect(address(path, "immutable=1"), uri=True)) as connection:
            # With a schema that may be written, SQLite reads on behind the end that the file should have.
            connection.executescript("PRAGMA trusted_schema = OFF; PRAGMA writable_schema = ON")
            for name in tables:
                read = 0
                try:
                    for _ in connection.execute(f"SELECT * FROM {name}"):
                        read += 1
                    whole.append(name)
                except sqlite3.DatabaseError:
                    part.append(f"{read} rows of {name}")
                rows += read
    except sqlite3.DatabaseError:
        pass
    if not rows:
        return "nothing of it can be read"
    told = f"{len(whole)} of {len(tables)} tables can be read whole"
    return f"{told}, and {', '.join(part[:_MOST])}" if part else told


def _schema(connection: sqlite3.Connection, location: Location) -> Iterator[Sign]:
    found = revision_of(SQLiteReader(connection, location))
    try:
        check_revision(found, location)
    except Unavailable as error:
        yield Sign("schema", False, error.what, error.hint)
        return
    revisions = connection.execute("SELECT count(*) FROM alembic_version").fetchone()[0]
    if revisions != 1:
        yield Sign("schema", False, f"the base says that it is of {revisions} revisions", "restore a backup")
    made = connection.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
    kinds = {name: kind for name, kind, _ in made}
    for name, table in tables.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        missing = [column.name for column in table.columns if column.name not in columns]
        if not columns:
            yield Sign("schema", False, f"there is no table {name}: the base is half-migrated", "restore a backup")
        elif missing:
            found = f"the table {name} has no column {', '.join(missing)}: the base is half-migrated"
            yield Sign("schema", False, found, "restore a backup")
    for name in views.FILES:
        if kinds.get(name) != "view":
            yield Sign("schema", False, f"there is no view {name}", "'factbase db reindex' makes it anew")
    yield from _foreign(made)


def _foreign(made: list[tuple[str, str, str | None]]) -> Iterator[Sign]:
    """Views that are not the program's, or not as it has them: a stranger may have put them in."""
    for name, kind, sql in made:
        if kind == "view" and name in tables:
            yield Sign("schema", False, f"{name} is a view that stands in a table's place", "do not trust this base")
        elif kind == "view" and sql != views.statement(name):
            way_out = "'factbase db reindex' makes it anew" if name in views.FILES else _WAY_OUT
            yield Sign("schema", False, f"the view {name} is not the program's, which uses its own", way_out)


def _stray(connection: sqlite3.Connection) -> Iterator[Sign]:
    """Triggers and tables that are not the program's, and that reading does not meet."""
    made = connection.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
    known = {*tables, *views.FILES, "alembic_version"}
    for name, kind, sql in made:
        if kind == "trigger" and sql != index.triggers().get(name):
            yield Sign("schema", False, f"the trigger {name} is not the program's: nothing is written here", _WAY_OUT)
        if kind == "table" and name not in known and not name.startswith(_STRAY):
            yield Sign("schema", False, f"{name} is no table of factbase's", "it is ignored, and in no export")


def _references(connection: sqlite3.Connection) -> Iterator[Sign]:
    broken: dict[tuple[str, str], int] = {}
    for table, _, target, _ in connection.execute("PRAGMA foreign_key_check"):
        broken[table, target] = broken.get((table, target), 0) + 1
    if not broken:
        yield Sign("references", True, "every row has what it refers to")
    for (table, target), number in broken.items():
        words = f"{number} {'row' if number == 1 else 'rows'} of {table} refer to a {target} that is not there"
        yield Sign("references", False, words, "'factbase db restore' a backup")


def _derived(connection: sqlite3.Connection, path: Path) -> Iterator[Sign]:
    assert derived_tables == ("total",)
    held, right = f"SELECT {COLUMNS} FROM total", totals()
    different = connection.execute(
        f"SELECT (SELECT count(*) FROM (SELECT * FROM ({held}) EXCEPT SELECT * FROM ({right})))"
        f" + (SELECT count(*) FROM (SELECT * FROM ({right}) EXCEPT SELECT * FROM ({held})))"
    ).fetchone()[0]
    if different:
        yield Sign("totals", False, f"{different} totals do not equal what they sum", "'factbase db reindex'")
    else:
        yield Sign("totals", True, "every total equals what it sums")
    try:
        wrong = _insides(path) or index.compared(fts5, connection)
    except sqlite3.DatabaseError as error:
        wrong = [f"the index of texts is damaged: {error}"]
    for line in wrong[:_MOST]:
        yield Sign("index", False, line, "'factbase db reindex'")
    if len(wrong) > _MOST:
        yield Sign("index", False, f"and {len(wrong) - _MOST} more", "'factbase db reindex'")
    if not wrong:
        yield Sign("index", True, "the index of texts holds what the tables hold")


def _insides(path: Path) -> list[str]:
    """FTS5's own check. It is asked for by a statement that writes, which is taken back; a read-only base has none."""
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return []
    with closing(opened_at(path, "rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            return fts5.damage(connection)
        finally:
            connection.execute("ROLLBACK")
