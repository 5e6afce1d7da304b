"""All that is particular to SQLite: opening a file safely, reading it and writing in it."""

from __future__ import annotations

import os
import sqlite3
import stat
import struct
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factbase.errors import Unavailable
from factbase.rows import Column, Row, Rows
from factbase.store.location import Location
from factbase.store.reading import Parameters, Table, silence, tables_of
from factbase.store.sqlite_connection import BUSY_SECONDS, TURN, address, opened_at, patiently, recover
from factbase.store.sqlite_errors import DOCTOR, translated
from factbase.store.sqlite_errors import translate as translate

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, ExceptionContext

    from factbase.store.bulk import Bulk

# 'fact' in ASCII, in the header of every base, so that a file that is not one is told apart.
APPLICATION_ID = 0x66616374
OLDEST = (3, 37, 0)
MAGIC = b"SQLite format 3\0"
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
# What a connection of Arrow's begins with, and what one that takes whole columns does then.
_CAREFUL = (f"PRAGMA busy_timeout = {TURN * 1000:.0f}", "PRAGMA trusted_schema = OFF")
_QUICK = (
    "PRAGMA synchronous = FULL",
    # Up to so many KiB of changed pages wait in memory, and readers with them do not wait at all; of a larger load pages
    # are written before the end, and readers wait from then on, so that memory stays flat.
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = FILE",
    # What is written has been checked, column by column; the CHECKs would look at each row again.
    "PRAGMA ignore_check_constraints = ON",
)


def check_library() -> None:
    """Raise Unavailable where Python's SQLite is older than STRICT tables."""
    if sqlite3.sqlite_version_info < OLDEST:
        raise Unavailable(
            f"this Python has SQLite {sqlite3.sqlite_version}, and factbase needs 3.37 or newer",
            hint="use a newer Python",
        )


def check_file(path: Path, patience: float | None = None) -> None:
    """Raise Unavailable unless `path` is a whole file that says it is a fact base.

    Opens no database, unless a writer was cut off: what it had begun is taken back first.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        raise Unavailable(
            "there is no base here", where=str(path), hint=f"make one with 'factbase db init --base {path}'"
        ) from None
    except (OSError, ValueError) as error:
        raise Unavailable(_reason(error), where=str(path)) from None
    if not stat.S_ISREG(status.st_mode):
        raise Unavailable("not a file", where=str(path), hint="a base is a file")
    try:
        with open(path, "rb") as file:
            header = file.read(100)
    except OSError as error:
        raise Unavailable(_reason(error), where=str(path)) from None
    if len(header) < 100 or not header.startswith(MAGIC):
        raise Unavailable("not a fact base", where=str(path), hint="not even a SQLite file")
    if struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        raise Unavailable("not a fact base", where=str(path), hint="a SQLite file of another program")
    if os.path.exists(f"{path}-journal"):
        with translated(Location(path=path)):
            recover(path, patience)
        with open(path, "rb") as file:
            header = file.read(100)
    page_size = struct.unpack(">H", header[16:18])[0]
    pages = struct.unpack(">I", header[28:32])[0]
    if os.stat(path).st_size < pages * (65536 if page_size == 1 else page_size):
        raise Unavailable("the base is damaged: the file is cut short", where=str(path), hint=DOCTOR)


def connect(path: Path, patience: float | None = None) -> sqlite3.Connection:
    """A connection that can only read and waits for a writer so many seconds.

    Raises Unavailable where there is no sound base.
    """
    check_library()
    check_file(path, patience)
    with translated(Location(path=path)):
        connection = opened_at(path, "ro", patience)
        connection.executescript("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    return connection


def has_own_views(connection: sqlite3.Connection) -> bool:
    """Whether the base has the program's views, each as the program makes it, and no others."""
    from factbase.kinds import views

    made = connection.execute("SELECT name, sql FROM main.sqlite_master WHERE type = 'view'").fetchall()
    return len(made) == len(views.FILES) and all(sql == views.statement(name) for name, sql in made)


def use_own_views(connection: sqlite3.Connection) -> dict[str, str]:
    """Where the base's views are not the program's, use the program's in their place, and give their statements.

    A base may come from a stranger, whose views could tell anything or never end. Raises Unavailable where a view
    stands in place of a table.
    """
    from factbase.kinds import views

    if has_own_views(connection):
        return {}
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'"):
        if name not in views.FILES:
            # What the program asks for by that name would be the stranger's.
            raise Unavailable(
                f"the base has a view '{name}' that is not factbase's", where=_file_of(connection), hint=DOCTOR
            )
    own = {name: (views.statement(name) or "").replace("CREATE VIEW", "CREATE TEMP VIEW", 1) for name in views.FILES}
    for statement in own.values():
        connection.execute(statement)
    return own


def check_triggers(made: Iterable[tuple[str, str]], path: Path) -> None:
    """Raise Unavailable where the base has triggers, each a name and its SQL, that are not the program's.

    They would run whenever something is written, and do what a stranger wants.
    """
    from factbase.store.index import triggers

    own = triggers()
    for name, sql in made:
        if sql != own.get(name):
            raise Unavailable(
                f"the base has a trigger '{name}' that is not factbase's; nothing was written",
                where=str(path),
                hint=DOCTOR,
            )


def _file_of(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def restrict(connection: sqlite3.Connection, seconds: float) -> None:
    """Let the connection run single SELECTs only, each for at most `seconds`: for statements of the user's own."""
    import time

    allowed = {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
    deadline = time.monotonic() + seconds

    def authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action == sqlite3.SQLITE_FUNCTION and second in ("load_extension", "readfile", "writefile"):
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY

    confine(connection)
    connection.set_authorizer(authorize)
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), 10_000)


def confine(connection: sqlite3.Connection) -> None:
    """Keep the connection to its own file, and what it makes within 64 MiB."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024)


class SQLiteReader:
    """A base in a file."""

    schema = "main"

    def __init__(self, connection: sqlite3.Connection, location: Location) -> None:
        self.connection = connection
        self.location = location
        self.own_words = False
        # The statements that made the temporary views.
        self.views: dict[str, str] = {}

    def rows(self, sql: str, parameters: Parameters | None = None, columns: list[Column] | None = None) -> Rows:
        with translated(self.location, self.own_words):
            try:
                cursor = self.connection.execute(sql, parameters or {})
            except (sqlite3.ProgrammingError, sqlite3.Warning) as error:
                raise sqlite3.OperationalError(str(error)) from error
        names = [name for name, *_ in cursor.description or ()]
        return Rows(columns or [Column(name) for name in names], self._values(cursor))

    def _values(self, cursor: Iterator[Row]) -> Iterator[Row]:
        with translated(self.location, self.own_words):
            if not self.own_words:
                # Not the cursor itself: left before its end, it would be closed, which it may be only before its base.
                yield from chain(cursor)
                return
            for row in cursor:
                # No column of a base holds bytes, but a statement of the user's own can make some.
                yield tuple(value.hex() if isinstance(value, bytes) else value for value in row)

    def define(self, views: Mapping[str, str]) -> None:
        with translated(self.location):
            for name, select in views.items():
                if name in self.views:
                    self.connection.execute(f'DROP VIEW temp."{name}"')
                self.views[name] = f'CREATE TEMP VIEW "{name}" AS {select}'
                self.connection.execute(self.views[name])

    def tables(self) -> dict[str, Table]:
        return tables_of(self.rows(_CATALOGUE))

    def holds(self, table: str) -> bool:
        asked = "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = :name"
        return bool(list(self.rows(asked, {"name": table})))

    @property
    def has_own_views(self) -> bool:
        with translated(self.location):
            return has_own_views(self.connection)

    def use_own_views(self) -> None:
        with translated(self.location):
            self.views = use_own_views(self.connection)

    def renew(self) -> None:
        """Every SELECT sees the file as it is."""

    @contextmanager
    def one_state(self) -> Iterator[None]:
        with self.connection:
            self.rows("BEGIN")
            # The state is that of the first SELECT.
            list(self.rows("SELECT 1 FROM main.sqlite_master LIMIT 1"))
            yield

    def index_here(self) -> None:
        from factbase.store import fts5
        from factbase.store.index import index_here

        with translated(self.location):
            index_here(fts5, self.connection)

    def near(self, word: str) -> list[str]:
        from factbase.store.fts5 import NEAR, WORDS
        from factbase.store.index import near_bounds

        with translated(self.location):
            self.connection.execute(WORDS)
        return [str(term) for (term,) in self.rows(NEAR, near_bounds(word))]

    def batches(self, sql: str, parameters: Parameters, columns: list[Column]) -> Iterator[Any] | None:
        # Another connection does not know what this one may not.
        return None if self.own_words else self._batches(sql, parameters, columns)

    def _batches(self, sql: str, parameters: Parameters, columns: list[Column]) -> Iterator[Any]:
        from factbase.store.sqlite_columns import batches

        path = _path(self.location)
        check_file(path)

        def begun() -> Iterator[Any]:
            found = batches(address(path, "mode=ro"), (*_CAREFUL, *self.views.values()), sql, parameters, columns)
            return chain([next(found)], found)

        with translated(self.location):
            yield from patiently(begun, BUSY_SECONDS, path)

    def restrict(self, seconds: float) -> None:
        self.own_words = True
        restrict(self.connection, seconds)


_CATALOGUE = """
SELECT tables.name, columns.name, columns.type, columns.pk, keys."table"
FROM main.sqlite_master AS tables
JOIN pragma_table_info(tables.name, 'main') AS columns
LEFT JOIN pragma_foreign_key_list(tables.name, 'main') AS keys ON keys."from" = columns.name
WHERE tables.type = 'table'
ORDER BY tables.name, columns.cid
"""


@contextmanager
def opened(location: Location) -> Iterator[SQLiteReader]:
    """The base, open for reading."""
    connection = connect(_path(location))
    try:
        yield SQLiteReader(connection, location)
    finally:
        connection.close()


def sign_views(connection: Connection) -> None:
    """The file keeps their statements."""


def dialect(sql: str) -> str:
    """A statement as it is written."""
    return sql


# Kept, since it keeps the statements that it has compiled.
@lru_cache(maxsize=8)
def engine(location: Location) -> Engine:
    """An engine for writing: foreign keys enforced, and transactions begun when they are said to begin.

    Python's driver begins transactions by itself and not around DDL; a migration that is killed would be
    half-made. So its own ways are switched off and every transaction begins with BEGIN IMMEDIATE.
    """
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    path = _path(location)
    check_library()
    silence("sqlalchemy")
    made = create_engine("sqlite://", creator=lambda: opened_at(path, "rw"), poolclass=NullPool)

    @event.listens_for(made, "connect")
    def _(connection: sqlite3.Connection, record: object) -> None:
        for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "synchronous = FULL", "cache_spill = OFF"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(made, "begin")
    def _(connection: object) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    @event.listens_for(made, "handle_error")
    def _(context: ExceptionContext) -> None:
        # A file is not lost by Ctrl-C. Closed as if it were, with a statement at work, it would keep its journal.
        context.is_disconnect = False

    return made


def begin(connection: Connection) -> None:
    """What a transaction that writes begins with: rows may be written in any order, and fit at the end."""
    check_triggers(map(tuple, connection.exec_driver_sql(TRIGGERS)), _path(connection.info["location"]))
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def ask(connection: Connection, sql: str, parameters: Parameters | None) -> Rows:
    """What a SELECT gives inside a transaction that writes."""
    result = connection.exec_driver_sql(sql, dict(parameters or {}))
    columns = [Column(name) for name in result.keys()]  # noqa: SIM118 (no mapping)
    return Rows(columns, (tuple(row) for row in result))


@contextmanager
def migrating(location: Location) -> Iterator[Connection]:
    """A transaction that changes the schema.

    Foreign keys are switched off outside of it, since SQLite rebuilds a table by dropping it, which would delete what
    refers to it; they are checked before the end.
    """
    with engine(location).connect() as connection:
        # On the driver's own connection: SQLAlchemy would begin a transaction first, in which this does nothing.
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            yield connection
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise Unavailable(
                    f"the upgrade would leave {len(broken)} rows without what they refer to; nothing was changed",
                    where=str(location),
                )


def _path(location: Location) -> Path:
    assert location.path is not None
    return location.path


@contextmanager
def bulk(location: Location) -> Iterator[Bulk]:
    """A transaction for whole columns."""
    from factbase.store.sqlite_columns import SQLiteBulk, connected

    path = _path(location)
    check_library()
    check_file(path)
    # What a load that was cut off at its end left undone.
    _index_texts(location)
    with (
        translated(location),
        connected(address(path, "mode=rw"), (*_CAREFUL, *_QUICK)) as connection,
    ):
        opened = SQLiteBulk(connection)
        patiently(lambda: opened.execute("BEGIN IMMEDIATE"), BUSY_SECONDS)
        try:
            made = opened.table(TRIGGERS)
            check_triggers(zip(*(made[name].to_pylist() for name in ("name", "sql")), strict=True), path)
            yield opened
        except BaseException:
            opened.execute("ROLLBACK")
            raise
        patiently(lambda: opened.execute("COMMIT"), BUSY_SECONDS)
    _index_texts(location)


def _index_texts(location: Location) -> None:
    """Index the texts of what came with columns; were this cut off, whoever writes next would do it."""
    from factbase.store import fts5
    from factbase.store.index import catch_up_on

    with translated(location):
        connection = opened_at(_path(location), "rw")
        try:
            has_index = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_stale'").fetchone()
            if not has_index or not connection.execute("SELECT 1 FROM search_stale LIMIT 1").fetchone():
                return
            connection.execute("BEGIN IMMEDIATE")
            catch_up_on(fts5, connection)
            connection.execute("COMMIT")
        finally:
            connection.close()


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else "not a file name"
