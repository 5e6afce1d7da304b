"""What PostgreSQL's errors mean for the user, without what the address of a base hides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from factbase.errors import BadInput, FactbaseError, Unavailable, WrongRequest
from factbase.kinds.views import FILES
from factbase.store.location import Location
from factbase.store.reading import SMALLER, TOO_LARGE, refused

if TYPE_CHECKING:
    import psycopg


def translate(error: Exception, location: Location, statement: bool = False) -> FactbaseError:
    """What an error of PostgreSQL means for the user of the base at `location`, as psycopg raised it."""
    import psycopg
    from psycopg import errors

    where = str(location)
    message = _said(error)
    if isinstance(error, UnicodeEncodeError) or "NUL (0x00)" in str(error):
        return BadInput("a text has a character that a base cannot keep", hint="nothing was written")
    if isinstance(error, errors.QueryCanceled):
        return too_long()
    if isinstance(error, errors.LockNotAvailable | errors.DeadlockDetected | errors.SerializationFailure):
        return Unavailable("another program is writing to the base", where=where, hint="try again")
    if isinstance(error, errors.NumericValueOutOfRange):
        return WrongRequest(TOO_LARGE, where="sql", hint=SMALLER)
    if isinstance(error, psycopg.IntegrityError):
        return refused(message)
    if isinstance(error, errors.InsufficientPrivilege):
        if statement:
            return WrongRequest(message, where="sql")
        return Unavailable(message, where=where, hint="ask the owner of the database for the right")
    if isinstance(error, errors.ReadOnlySqlTransaction):
        if statement:
            return WrongRequest("only reading is allowed here", where="sql", hint="a single SELECT")
        return Unavailable("the base cannot be written to", where=where, hint="check its permissions")
    if isinstance(error, errors.DiskFull):
        return Unavailable("the disk is full; nothing was changed", where=where)
    if "multiple commands" in message:
        return WrongRequest("more than one statement", where="sql", hint="ask one at a time")
    lacks = isinstance(error, errors.UndefinedTable | errors.UndefinedColumn | errors.UndefinedFunction)
    if lacks and not statement:
        hint = "'factbase db reindex' makes its views anew; a table comes back with a backup"
        return Unavailable(f"the base is damaged: {message}", where=where, hint=hint)
    if isinstance(error, errors.DependentObjectsStillExist):
        above = str(error.diag.message_detail or message).partition("\n")[0]
        return Unavailable(above, where=where, hint="drop it, and make it again afterwards; nothing was changed")
    if isinstance(error, errors.UndefinedTable):
        return WrongRequest(message, where="sql", hint=f"the views are {', '.join(sorted(FILES))}")
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return Unavailable("the connection was lost; what was being written was not", where=where, hint="try again")
    if isinstance(error, psycopg.DataError) and not statement:
        return BadInput(f"the base refuses a value: {message}", hint="nothing was written")
    if isinstance(error, errors.SyntaxError) and statement:
        return WrongRequest(message, where="sql", hint="a single SELECT")
    return WrongRequest(message, where="sql")


def as_psycopg(error: Any) -> psycopg.Error:
    """The error of psycopg's own that an error of ADBC stands for: it has the code of one, or is of the connection."""
    import psycopg
    from psycopg import errors

    words = str(error)
    try:
        return errors.lookup(error.sqlstate or "")(words)
    except KeyError:
        return psycopg.OperationalError(words)


def too_long() -> WrongRequest:
    return WrongRequest("the query ran longer than it may", where="sql", hint="a longer --timeout, or a filter")


def _said(error: Exception) -> str:
    diagnosis = getattr(error, "diag", None)
    primary = getattr(diagnosis, "message_primary", None)
    return str(primary or error).partition("\n")[0]


def unreachable(message: str, location: Location) -> Unavailable:
    """What a refusal to connect means; psycopg gives it no code, only words."""
    where = str(location)
    for words, what, hint in (
        ("password authentication failed", "the server does not take this name and password", "check both"),
        ("no password supplied", "the server wants a password", "in the address, PGPASSWORD or ~/.pgpass"),
        ('database ".*" does not exist', "there is no such database", "make one with 'createdb'"),
        ('role ".*" does not exist', "the server does not know this role", "check the name"),
        ("not permitted to log in", "this role may not log in", "ask the server's owner for the right"),
        ("no pg_hba.conf entry", "the server lets this role in from elsewhere only", "ask its owner for an entry"),
        ("permission denied", "this role may not use the database", "ask its owner for the right"),
        ("too many", "the server has no free connection", "try again"),
        ("starting up", "the server is starting", "try again"),
        ("shutting down", "the server is shutting down", "try again"),
        ("translate host name", "there is no server of this name", "check the address"),
        # Where a password has an '@' the name that is told has a part of it.
        ("resolve host", "there is no server of this name", "check the address; in a password '@' is written %40"),
        ("refused", "no server answers here", "check the address, and that it runs"),
        ("No such file", "no server answers here", "check the address, and that it runs"),
        ("timeout", "no server answers in time", "check the address and the network"),
    ):
        if re.search(words, message):
            return Unavailable(what, where=where, hint=hint)
    return Unavailable(f"cannot be opened: {_without_password(message, location)}", where=where)


def _without_password(message: str, location: Location) -> str:
    lines = [line for line in message.splitlines() if line.strip()]
    said = lines[-1].strip() if lines else "no reason is given"
    secrets = re.findall(r"//[^:/@]*:(.*)@|[?&]password=([^&]*)", location.url or "")
    for secret in {part for pair in secrets for part in pair if part}:
        for spelling in (secret, unquote(secret)):
            said = said.replace(spelling, "…")
    return said
