"""What SQLite's errors mean for the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from factbase.errors import FactbaseError, Unavailable, WrongRequest
from factbase.store.location import Location
from factbase.store.reading import SMALLER, TOO_LARGE, refused

DOCTOR = "'factbase db doctor' tells what is wrong with it"
# What the program's own statements fail with where a base lacks something, as the insides of its index.
_LACKS = ("no such table", "no such column", "vtable constructor failed", "invalid fts5", "SQL logic error")


@contextmanager
def translated(location: Location, statement: bool = False) -> Iterator[None]:
    """Turn SQLite's errors into ours. `statement`: the SQL is the user's own, so its faults are the user's too."""
    try:
        yield
    except sqlite3.Error as error:
        raise translate(error, location, statement) from error
    except Exception as error:
        # SQLAlchemy has errors of its own around those of the driver.
        cause = getattr(error, "orig", None)
        if not isinstance(cause, sqlite3.Error):
            raise
        raise translate(cause, location, statement) from error


def translate(error: Exception, location: Location, statement: bool = False) -> FactbaseError:
    """What an error of SQLite means for the user of the base at `location`."""
    if isinstance(error, sqlite3.IntegrityError):
        return refused(str(error))
    primary = getattr(error, "sqlite_errorcode", -1) & 0xFF
    where = str(location)
    if primary == sqlite3.SQLITE_INTERRUPT:
        return WrongRequest("the query ran longer than it may", where="sql", hint="a longer --timeout, or a filter")
    if primary == sqlite3.SQLITE_AUTH:
        return WrongRequest("only reading is allowed here", where="sql", hint="a single SELECT")
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or (not statement and str(error).startswith(_LACKS)):
        return Unavailable("the base is damaged", where=where, hint=DOCTOR)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Unavailable("another program is writing to the base", where=where, hint="try again")
    if primary == sqlite3.SQLITE_FULL:
        return Unavailable("the disk is full; nothing was changed", where=where)
    if primary == sqlite3.SQLITE_READONLY:
        return Unavailable("the base cannot be written to", where=where, hint="check its permissions")
    if primary == sqlite3.SQLITE_CANTOPEN:
        return Unavailable("the base cannot be opened", where=where, hint="check the folder and its permissions")
    if primary == sqlite3.SQLITE_IOERR:
        return Unavailable("the disk failed while the base was used", where=where)
    if "one statement at a time" in str(error):
        return WrongRequest("more than one statement", where="sql", hint="ask one at a time")
    if str(error) == "integer overflow":
        return WrongRequest(TOO_LARGE, where="sql", hint=SMALLER)
    if str(error).startswith("no such table"):
        from factbase.kinds.views import FILES

        return WrongRequest(str(error), where="sql", hint=f"the views are {', '.join(sorted(FILES))}")
    asked = statement or primary == sqlite3.SQLITE_ERROR
    return WrongRequest(str(error), where="sql") if asked else Unavailable(str(error), where=where)
