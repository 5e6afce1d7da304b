"""All that is particular to PostgreSQL: how it is reached, how it is asked what SQLite is asked, what its errors mean."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from factbase.errors import Unavailable, WrongRequest
from factbase.kinds.views import FILES, statement, view
from factbase.rows import Column, Row, Rows, Value
from factbase.store.location import Location
from factbase.store.postgresql_errors import as_psycopg, too_long, unreachable
from factbase.store.postgresql_errors import translate as translate
from factbase.store.postgresql_sql import CALLED, EXACT, bound, unquoted
from factbase.store.postgresql_sql import dialect as dialect
from factbase.store.reading import Parameters, Table, silence, tables_of

if TYPE_CHECKING:
    import psycopg
    from sqlalchemy import Connection, Engine

    from factbase.store.bulk import Bulk

BUSY_SECONDS = 60
CONNECT_SECONDS = 10
# Any number of one's own: programs that migrate a base wait for each other.
_MIGRATING = 0x66616374

# Views that show the server's files.
_OF_FILES = {"pg_file_settings", "pg_hba_file_rules", "pg_ident_file_mappings"}


def _address(location: Location) -> str:
    """The address as the server's own library has it."""
    assert location.url is not None
    return re.sub(r"^\w+(\+psycopg)?://", "postgresql://", location.url)


def connect(location: Location) -> psycopg.Connection[Any]:
    """A connection. Raises Unavailable where there is none to be had; its message never has the password."""
    try:
        import psycopg
    except ImportError:
        raise Unavailable(
            "PostgreSQL needs the package psycopg", where=str(location), hint="pip install 'factbase[postgresql]'"
        ) from None
    silence("psycopg")
    address = _address(location)
    given: dict[str, Any] = {} if "connect_timeout" in address else {"connect_timeout": CONNECT_SECONDS}
    try:
        return psycopg.connect(address, autocommit=True, client_encoding="utf8", application_name="factbase", **given)
    except psycopg.Error as error:
        # Without the error it comes from, which may have the whole address.
        raise unreachable(str(error), location) from None


class PostgreSQLReader:
    """A base in a PostgreSQL database. What it is asked in a row, without `renew`, it answers from one state."""

    def __init__(self, connection: psycopg.Connection[Any], location: Location) -> None:
        import psycopg

        self.connection = connection
        self.location = location
        self.own_words = False
        self._deadline = float("inf")
        self._asked = 0
        self._unread = 0
        # The statements that made the temporary views.
        self._views: dict[str, str] = {}
        connection.autocommit = False
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        self._tables: dict[str, Table] | None = None
        # All rows are wanted, and not the first of them soon.
        asked = f"SELECT quote_ident(current_schema()), ({_OWN_VIEWS}), set_config('cursor_tuple_fraction', '1', false)"
        [(schema, own_views, _)] = self.rows(asked, {"signature": _signature()})
        self.schema = str(schema)
        self.has_own_views = own_views == len(FILES)

    def rows(self, sql: str, parameters: Parameters | None = None, columns: list[Column] | None = None) -> Rows:
        self._asked += 1
        with self._translated():
            if self.own_words:
                self._refuse_effects(sql)
            # The server keeps the rows until they are taken, and takes nothing but a SELECT for it.
            cursor = _cursor()(self.connection, f"asked_{self._asked}")
            cursor.itersize = 5000
            cursor.execute(cast(Any, bound(dialect(sql), parameters)), parameters or None)
        described = cursor.description or []
        names = [column.name for column in described]
        plain = all(column.type_code in _PLAIN for column in described)
        value = _exact if EXACT in sql else _value
        return Rows(columns or [Column(name) for name in names], self._values(cursor, None if plain else value))

    def _values(self, cursor: psycopg.ServerCursor[Row], value: Callable[[object], Value] | None) -> Iterator[Row]:
        self._unread += 1
        try:
            with self._translated(), cursor:
                for number, row in enumerate(cursor):
                    if number % 5000 == 0 and time.monotonic() > self._deadline:
                        raise too_long()
                    yield tuple(map(value, row)) if value else row
        finally:
            self._unread -= 1

    def define(self, views: Mapping[str, str]) -> None:
        with self._translated():
            self.connection.rollback()
            self.connection.autocommit = True
            # A view that is replaced keeps its columns, and where all are made anew they may be of other types.
            old = list(self._views) if FILES.keys() <= views.keys() else []
            self._views = {} if old else self._views
            # One statement for the driver, so one transaction. Temporary names are looked up first.
            drops = [f'DROP VIEW IF EXISTS pg_temp."{name}" CASCADE' for name in old]
            made = {name: f'CREATE OR REPLACE TEMP VIEW "{name}" AS {dialect(sql)}' for name, sql in views.items()}
            self._views |= made
            try:
                self.connection.execute(_MAY_DEFINE)
                self.connection.execute(cast(Any, ";\n".join([*drops, *made.values()])))
            finally:
                self.connection.autocommit = False

    def index_here(self) -> None:
        from factbase.store import tsvector
        from factbase.store.index import index_here

        with self._translated():
            self.connection.rollback()
            # Temporary tables may be made and filled where nothing else may be written.
            self.connection.read_only = False
            index_here(tsvector, self.connection)
            self.connection.commit()
            self.connection.read_only = True

    def near(self, word: str) -> list[str]:
        from factbase.store.index import near_bounds
        from factbase.store.tsvector import NEAR

        return [str(near) for (near,) in self.rows(NEAR, near_bounds(word))]

    def tables(self) -> dict[str, Table]:
        if self._tables is None:
            self._tables = tables_of(self.rows(_CATALOGUE))
        return self._tables

    def holds(self, table: str) -> bool:
        [(found,)] = self.rows("SELECT to_regclass(:name) IS NOT NULL", {"name": f"{self.schema}.{table}"})
        return bool(found)

    def use_own_views(self) -> None:
        from psycopg.errors import InsufficientPrivilege

        if self.has_own_views:
            return
        try:
            self.define({name: view(name).select for name in FILES})
        except Unavailable as error:
            if not isinstance(error.__cause__, InsufficientPrivilege):
                raise
            hint = "its owner runs 'factbase db upgrade'"
            raise Unavailable("the base's views are not this program's", where=str(self.location), hint=hint) from error

    def renew(self) -> None:
        if not self._unread and not self.connection.closed:
            self.connection.rollback()

    def one_state(self) -> AbstractContextManager[None]:
        return nullcontext()

    def batches(self, sql: str, parameters: Parameters, columns: list[Column]) -> Iterator[Any] | None:
        return None if self.own_words else self._batches(sql, parameters, columns)

    def _batches(self, sql: str, parameters: Parameters, columns: list[Column]) -> Iterator[Any]:
        """Over a connection of its own, so that this one can be asked meanwhile; both see one state."""
        import adbc_driver_manager

        from factbase.store.postgresql_columns import batches

        [(state,)] = self.rows("SELECT pg_export_snapshot()")
        before = [
            "SET client_encoding = 'UTF8'",
            _MAY_DEFINE,
            *self._views.values(),
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            f"SET TRANSACTION SNAPSHOT '{state}'",
        ]
        with self._translated():
            try:
                asked = bound(dialect(sql), parameters)
                yield from batches(self.connection, _address(self.location), before, asked, parameters, columns)
            except adbc_driver_manager.Error as error:
                # Where this connection was lost, the state that it holds is gone too.
                self.connection.execute("SELECT 1")
                raise as_psycopg(error) from error

    def restrict(self, seconds: float) -> None:
        self.own_words = True
        self._deadline = time.monotonic() + seconds
        with self._translated():
            self.connection.rollback()
            self.connection.execute(cast(Any, f"SET statement_timeout = {max(int(seconds * 1000), 1)}"))
            # Else a backslash would hide the end of a text.
            self.connection.execute("SET standard_conforming_strings = on")
            self.connection.commit()

    def _refuse_effects(self, sql: str) -> None:
        """Refuse functions that do more than give a value, such as those that read the server's files or wait."""
        bare = unquoted(sql).strip().rstrip("; \n\t")
        if ";" in bare:
            raise WrongRequest("more than one statement", where="sql", hint="ask one at a time")
        if not re.match(r"\(|(?:select|with|values|table)\b", bare, re.IGNORECASE):
            raise WrongRequest("only reading is allowed here", where="sql", hint="a single SELECT")
        called, dotted = set(), set()
        for found in CALLED.finditer(bare):
            name = found["name"]
            name = name[1:-1].replace('""', '"') if name.startswith('"') else name.lower()
            if name in _OF_FILES:
                raise WrongRequest(f"{name} shows files of the server", where="sql", hint="ask views of the base")
            if found["bracket"]:
                called.add(name)
            elif found["dot"]:
                dotted.add(name)
        for (name,) in self.connection.execute(_EFFECTS, {"called": sorted(called), "dotted": sorted(dotted)}):
            raise WrongRequest(f"the function {name} does more than read", where="sql", hint="a single SELECT")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        import psycopg

        try:
            yield
        except (psycopg.Error, UnicodeEncodeError) as error:
            raise translate(error, self.location, self.own_words) from error


def _cursor() -> type[psycopg.ServerCursor[Any]]:
    """The driver's cursor; rows that nobody takes are no mistake, and end with the transaction."""
    import psycopg

    class Cursor(psycopg.ServerCursor[Any]):
        def __del__(self, *_: object) -> None:
            pass

    return Cursor


# int2, int4, int8, float8, text, varchar, name: as they are.
_PLAIN = {21, 23, 20, 701, 25, 1043, 19}

_CATALOGUE = """
SELECT
  tables.relname, columns.attname, format_type(columns.atttypid, NULL),
  coalesce(array_position(key.conkey, columns.attnum), 0), referred.relname
FROM pg_class AS tables
JOIN pg_attribute AS columns ON columns.attrelid = tables.oid AND columns.attnum > 0 AND NOT columns.attisdropped
LEFT JOIN pg_constraint AS key ON key.conrelid = tables.oid AND key.contype = 'p'
LEFT JOIN pg_constraint AS named
  ON named.conrelid = tables.oid AND named.contype = 'f' AND columns.attnum = ANY (named.conkey)
LEFT JOIN pg_class AS referred ON referred.oid = named.confrelid
WHERE tables.relnamespace = CAST(current_schema() AS regnamespace)
  AND tables.relkind IN ('r', 'p') AND NOT tables.relispartition
ORDER BY tables.relname COLLATE "C", columns.attnum
"""

# A role that only reads may have it the other way, and then no temporary view.
_MAY_DEFINE = "SET default_transaction_read_only = off"

# Of a view the server keeps what it has understood, and not what was written: whose it is, its comment tells.
_OWN_VIEWS = """
SELECT count(*) FROM pg_class
WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind = 'v'
  AND obj_description(oid, 'pg_class') = :signature
"""


def _signature() -> str:
    """What tells the program's views from those of one that made any of them otherwise."""
    import hashlib

    made = "".join(statement(name) or "" for name in FILES)
    return f"made by factbase: {hashlib.sha256(made.encode()).hexdigest()[:16]}"


def sign_views(connection: Connection) -> None:
    """Note in comments of which program the views are."""
    for name in FILES:
        connection.exec_driver_sql(f"COMMENT ON VIEW {name} IS '{_signature()}'")


# The server knows which functions only compute: those that are not volatile. A name is cut off where it is too long; the
# base has a table that is called as the type.
_EFFECTS = """
SELECT DISTINCT proname FROM pg_proc
WHERE (
    proname = ANY (CAST(%(called)s AS pg_catalog.name[]))
    OR proname = ANY (CAST(%(dotted)s AS pg_catalog.name[])) AND pronargs > 0
  )
  AND provolatile = 'v' AND proname NOT IN ('random', 'clock_timestamp', 'timeofday')
ORDER BY proname
"""


def _value(value: object) -> Value:
    """A value of any type as one that a base knows, as SQLite would give it.

    >>> from decimal import Decimal
    >>> _value(True), _value(Decimal("20.7")), _value(Decimal("3")), _value(b"\\xff")
    (1, 20.7, 3, 'ff')
    """
    if value is None or type(value) in (int, float, str):
        return cast(Value, value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    digits = str(value)
    if type(value).__name__ == "Decimal":
        return float(digits) if not digits.lstrip("-").isdigit() else int(digits)
    return digits


def _exact(value: object) -> Value:
    """The same where the statement asks for exact numbers: one that a double would round is text, as in SQLite.

    >>> from decimal import Decimal
    >>> _exact(Decimal("20.7")), _exact(Decimal("9007199254740993.5"))
    (20.7, '9007199254740993.5')
    """
    if type(value).__name__ == "Decimal" and "." in (digits := str(value)) and len(digits.lstrip("-")) > 16:
        return digits
    return _value(value)


@contextmanager
def opened(location: Location) -> Iterator[PostgreSQLReader]:
    """The base, open for reading."""
    connection = connect(location)
    try:
        yield PostgreSQLReader(connection, location)
    finally:
        connection.close()


# Kept, since it keeps the statements that it has compiled.
@lru_cache(maxsize=8)
def engine(location: Location) -> Engine:
    """An engine for writing. Texts sort by their code points, as in SQLite; references may be checked at the end."""
    from sqlalchemy import Column as TableColumn
    from sqlalchemy import ForeignKeyConstraint, create_engine
    from sqlalchemy.dialects.postgresql.base import PGDDLCompiler, PGTypeCompiler
    from sqlalchemy.pool import NullPool

    class Types(PGTypeCompiler):
        def visit_TEXT(self, type_: Any, **options: Any) -> str:  # noqa: N802 (SQLAlchemy's name)
            made = super().visit_TEXT(type_, **options)
            return f'{made} COLLATE "C"' if isinstance(options.get("type_expression"), TableColumn) else made

    class Definitions(PGDDLCompiler):
        def define_constraint_deferrability(self, constraint: Any) -> str:
            return " DEFERRABLE" if isinstance(constraint, ForeignKeyConstraint) else ""

    def creator() -> psycopg.Connection[Any]:
        connection = connect(location)
        connection.autocommit = False
        return connection

    silence("sqlalchemy")
    made = create_engine("postgresql+psycopg://", creator=creator, poolclass=NullPool)
    made.dialect.type_compiler_instance = Types(made.dialect)
    made.dialect.ddl_compiler = Definitions
    return made


def begin(connection: Connection) -> None:
    """What a transaction that writes begins with: nobody else writes until it ends; anybody may read."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
    connection.exec_driver_sql("LOCK TABLE entry IN SHARE ROW EXCLUSIVE MODE")
    connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")


def ask(connection: Connection, sql: str, parameters: Parameters | None) -> Rows:
    """What a SELECT gives inside a transaction that writes."""
    result = connection.exec_driver_sql(bound(dialect(sql), parameters), dict(parameters or {}) or None)
    columns = [Column(name) for name in result.keys()]  # noqa: SIM118 (no mapping)
    return Rows(columns, (tuple(map(_value, row)) for row in result))


@contextmanager
def bulk(location: Location) -> Iterator[Bulk]:
    """A transaction for whole columns."""
    import psycopg

    from factbase.store import tsvector
    from factbase.store.index import catch_up_on
    from factbase.store.postgresql_columns import PostgreSQLBulk

    connection = connect(location)
    try:
        connection.autocommit = False
        connection.execute(cast(Any, f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'"))
        connection.execute("LOCK TABLE entry IN SHARE ROW EXCLUSIVE MODE")
        # What refers to rows of its own table may come before them.
        connection.execute("SET CONSTRAINTS ALL DEFERRED")
        yield PostgreSQLBulk(connection)
        catch_up_on(tsvector, connection)
        connection.commit()
    except (psycopg.Error, UnicodeEncodeError) as error:
        raise translate(error, location) from error
    finally:
        connection.close()


@contextmanager
def migrating(location: Location) -> Iterator[Connection]:
    """A transaction that changes the schema; programs that start together wait for each other."""
    with engine(location).connect() as connection, connection.begin():
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATING})")
        yield connection
