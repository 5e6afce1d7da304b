"""Upkeep: make a base, bring it to the program's revision, fill it with the first article, back it up."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from factbase.errors import Unavailable, WrongRequest
from factbase.kinds import views
from factbase.kinds.schema import codes
from factbase.kinds.tables import code_tables
from factbase.store import index, sqlite
from factbase.store.draft import draft
from factbase.store.location import Location
from factbase.store.reading import REVISION, Database, check_revision, database, revision_of
from factbase.store.sqlite_connection import opened_at
from factbase.store.sqlite_errors import DOCTOR, translated
from factbase.store.totals import rebuild
from factbase.store.writing import transaction

if TYPE_CHECKING:
    from alembic.config import Config


def shipped(name: str) -> Path:
    """A file or folder that the program ships: beside the package where installed, above it in a work tree."""
    package = Path(__file__).parent.parent
    installed = package / "_shipped" / name
    return installed if installed.exists() else package.parent / name


def create(location: Location, *, seed: bool) -> None:
    """Make a base, whole or not at all. `seed` records the first article in it.

    It is made under a temporary name and then linked to its own, so that two programs that start together do not
    hurt each other, and a kill leaves nothing half-made. On PostgreSQL the database must be there, and it is one
    transaction. Raises WrongRequest where there is a file, or a base, already.
    """
    path = location.path
    if path is None:
        migrate(location, seed=seed, new=True)
        return
    if os.path.exists(path) and not location.own:
        raise WrongRequest("there is a file already", where=str(path), hint="choose another name")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = draft(path, path)
    except FileExistsError:
        raise Unavailable("cannot make a base here: not a directory", where=str(path.parent)) from None
    except OSError as error:
        raise Unavailable(
            f"cannot make a base here: {(error.strerror or str(error)).lower()}", where=str(path)
        ) from None
    try:
        migrate(Location(path=made), seed=seed)
        try:
            os.link(made, path)
        except FileExistsError:
            if not location.own:
                raise WrongRequest("there is a file already", where=str(path)) from None
        except OSError:
            # A file system without hard links.
            os.replace(made, path)
    except Unavailable as error:
        # Of the temporary name nobody knows.
        raise Unavailable(error.what, where=str(path), hint=error.hint) from error
    finally:
        made.unlink(missing_ok=True)
        Path(f"{made}-journal").unlink(missing_ok=True)


def migrate(location: Location, *, to: str = "head", seed: bool = False, new: bool = False) -> None:
    """Bring the base to a revision in one transaction: all of it or nothing.

    `new` refuses a base that is there already, with WrongRequest.
    """
    from alembic import command

    kept = database(location)
    try:
        with kept.migrating(location) as connection:
            connection.info["location"] = location
            found = _revision(connection)
            if new and found is not None:
                raise WrongRequest("there is a base already", where=str(location), hint="choose another database")
            index.drop(connection)
            drop_views(connection)
            config = alembic_config(connection)
            down = to == "base" or to < (found or "")
            command.downgrade(config, to) if down else command.upgrade(config, to)
            if to in ("head", REVISION):
                add_codes(connection)
                create_views(connection, kept)
                if seed:
                    sow(connection)
                rebuild(connection)
                # Last, since it is quickest made whole.
                index.make(connection)
    except DBAPIError as error:
        raise kept.translate(error.orig if isinstance(error.orig, Exception) else error, location) from error


def alembic_config(connection: Connection) -> Config:
    """Alembic's settings, with the connection that env.py is to use."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")))
    config.attributes["connection"] = connection
    return config


def add_codes(connection: Connection) -> None:
    """Add the codes that the program ships and the base has not; users' own codes stay as they are."""
    for name, entries in codes.items():
        table = code_tables[name]
        present = set(connection.scalars(select(table.c.code)))
        missing = [{"code": code, **values} for code, values in entries.items() if code not in present]
        if missing:
            connection.execute(insert(table), missing)


def drop_views(connection: Connection) -> None:
    """Drop the program's views, so that tables can be changed below them."""
    # A name may have been a table's before it became a view's.
    present = set(inspect(connection).get_view_names())
    for name in reversed(views.FILES):
        if name in present:
            connection.execute(text(f"DROP VIEW {name}"))


def create_views(connection: Connection, kept: Database) -> None:
    """Make the views that are not there, as the program has them."""
    present = set(inspect(connection).get_view_names())
    for name in (name for name in views.FILES if name not in present):
        run_as_it_is(connection, kept.dialect(views.statement(name) or ""))
    kept.sign_views(connection)


def renew_views(connection: Connection) -> None:
    """Make the views anew, as the program has them."""
    drop_views(connection)
    create_views(connection, database(connection.info["location"]))


def sow(connection: Connection) -> None:
    """Record the first article."""
    for statement in statements(shipped("data/seed.sql").read_text(encoding="utf-8")):
        run_as_it_is(connection, statement)


def run_as_it_is(connection: Connection, statement: str) -> None:
    """Run a statement without parameters, in which a colon or a percent sign stands for itself on both databases."""
    connection.execute(text(statement.replace(":", "\\:")))


def statements(script: str) -> Iterator[str]:
    """The statements of a SQL script, each ending at the end of a line.

    >>> list(statements("SELECT 1; -- one\\nSELECT ';\\n';\\n"))
    ['SELECT 1; -- one\\n', "SELECT ';\\n';\\n"]
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def revision(location: Location) -> str | None:
    """The revision of the base's schema, whatever it is; None where it has none."""
    with database(location).opened(location) as opened:
        return revision_of(opened)


class Upgraded(NamedTuple):
    """What an upgrade did: the revision that the base had, the backup, and whether views were made anew."""

    found: str | None
    copy: Path | None
    views: bool


def upgrade(location: Location) -> Upgraded:
    """Bring an older base to the program's revision and views, a file after a backup beside it.

    There is no backup of views alone, nor of a database, which has its own. Raises Unavailable for a base that is newer
    than the program.
    """
    with database(location).opened(location) as opened:
        found = revision_of(opened)
        own_views = opened.has_own_views
    if found == REVISION:
        if not own_views:
            with transaction(location) as connection:
                renew_views(connection)
        return Upgraded(found, None, not own_views)
    if found is None or found > REVISION:
        check_revision(found, location)
    path = location.path
    copy = backup(location, path.with_name(f"{path.name}.{found}.bak")) if path is not None else None
    migrate(location)
    return Upgraded(found, copy, True)


def backup(location: Location, to: Path) -> Path:
    """Copy the base with the database's own online copy, check the copy, and then give it its name.

    An older copy of that name stays until the new one is whole. Raises Unavailable where it cannot be written.
    """
    assert location.path is not None
    with _copied(location.path, to) as (copy, place):
        os.replace(copy, place)
    return to


def backup_name(path: Path) -> Path:
    """The name of a backup beside the base, with the time (UTC)."""
    return path.with_name(f"{path.stem}-{_stamp()}{path.suffix}")


def prune(path: Path, keep: int) -> list[Path]:
    """Delete the backups beside the base but for the newest `keep`; only those that `backup_name` named."""
    named = re.compile(re.escape(path.stem) + r"-\d{8}T\d{6}Z" + re.escape(path.suffix))
    found = sorted(file for file in path.parent.iterdir() if named.fullmatch(file.name) and file.is_file())
    old = found[:-keep]
    for file in old:
        file.unlink()
    return old


def restore(location: Location, copy: Path) -> Path | None:
    """Put a backup in the base's place, and give the name under which what was there is kept; None for nothing.

    The backup is checked before; it stays as it is, and so does the base until the copy is whole. Raises Unavailable
    for a backup that is damaged, or newer than the program.
    """
    assert location.path is not None
    found = revision(Location(path=copy))
    if found is None or found > REVISION:
        check_revision(found, Location(path=copy))
    with _copied(copy, location.path) as (whole, path), _locked(path):
        kept = _kept(path) if os.path.exists(path) else None
        os.replace(whole, path)
    return kept


def _kept(path: Path) -> Path:
    """Give the base another name, which no file has, for what was there before a backup was restored."""
    stamp, taken = f"{path.name}.{_stamp()}", 1
    while os.path.lexists(kept := path.with_name(f"{stamp}{f'-{taken}' if taken > 1 else ''}.replaced")):
        taken += 1
    try:
        # So that there is a base under its name all the while.
        os.link(path, kept)
    except FileExistsError:
        return _kept(path)
    except OSError:
        # A file system without hard links.
        os.replace(path, kept)
    # What a writer that was cut off left belongs to the file that it wrote to, and would spoil another.
    for beside in ("-journal", "-wal", "-shm"):
        if os.path.exists(f"{path}{beside}"):
            os.replace(f"{path}{beside}", f"{kept}{beside}")
    return kept


@contextmanager
def _copied(source: Path, to: Path) -> Iterator[tuple[Path, Path]]:
    """A checked copy of a base under a temporary name, and the path of the file that it is to be, behind any links.

    It is as open to others as the file that it replaces, or else as the base.
    """
    place = Path(os.path.realpath(to))
    if os.path.exists(place) and not os.path.isfile(place):
        raise Unavailable("not a file", where=str(to), hint="a base is a file")
    opened = sqlite.connect(source)
    copy = None
    try:
        copy = draft(place, place if os.path.exists(place) else source)
        with translated(Location(path=to)):
            target = opened_at(copy, "rw")
            try:
                opened.backup(target)
                verdict = target.execute("PRAGMA integrity_check").fetchone()[0]
                broken = target.execute("PRAGMA foreign_key_check").fetchone()
            finally:
                target.close()
        if verdict != "ok" or broken:
            what = "a row lacks what it refers to" if verdict == "ok" else " ".join(verdict.split())
            raise Unavailable(f"the base is damaged: {what}", where=str(source), hint=DOCTOR)
        with open(copy, "rb") as written:
            os.fsync(written.fileno())
        yield copy, place
    except OSError as error:
        raise Unavailable((error.strerror or str(error)).lower(), where=str(to)) from None
    finally:
        opened.close()
        if copy is not None:
            copy.unlink(missing_ok=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep writers away from a base while it is replaced, where it is sound enough to be locked."""
    try:
        sqlite.check_file(path)
        connection = opened_at(path, "rw")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("BEGIN IMMEDIATE")
    except (Unavailable, sqlite3.DatabaseError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise
        yield
        return
    try:
        yield
    finally:
        connection.close()


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")


def _revision(connection: Connection) -> str | None:
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()
