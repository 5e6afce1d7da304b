"""Where a base is: what `--base` or FACTBASE_URL names, or the place that the platform has for a user's data."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from factbase.errors import WrongRequest

VARIABLE = "FACTBASE_URL"
# What is meant for an address of PostgreSQL and is none. Taken for a file's name it would be shown, the password with it.
_MEANT = re.compile(r"postgres\w*(\+\w+)?:(?!//)|(host|hostaddr|dbname|user|password|service) *=", re.IGNORECASE)


class Location(NamedTuple):
    """A base: a file, or the address of a PostgreSQL database.

    `own` is true for the base that nobody named: it is made on first use.
    """

    path: Path | None = None
    url: str | None = None
    own: bool = False

    def __str__(self) -> str:
        """The place as it may be shown: without a password."""
        if self.path is not None:
            return str(self.path)
        assert self.url is not None
        scheme, _, rest = self.url.partition("://")
        head, _, query = rest.partition("?")
        if "@" in query:
            # Of a password that has a '?' in it, or of one that stands here: more is left out rather than less.
            return f"{scheme}://{re.split('[:/@?]', rest)[0]}…"
        user, at, host = head.rpartition("@")
        return f"{scheme}://{re.split('[:/]', user)[0]}{at}{host}"

    def __repr__(self) -> str:
        return str(self)

    @property
    def address(self) -> str:
        """What `--base` takes for it, the password with it: never to be shown."""
        return self.url or str(self.path)


def locate(base: str | None = None) -> Location:
    """The location that `base` names, else the one in FACTBASE_URL, else the user's own base.

    Raises WrongRequest for an empty name, and for an address that is none or of a kind that is not supported.

    >>> locate("facts.db").path.name
    'facts.db'
    >>> str(locate("postgresql://reader:secret@localhost/facts"))
    'postgresql://reader@localhost/facts'
    """
    if base == "":
        # A script whose variable is empty is not to write to another base.
        raise WrongRequest(
            "there is no name of a base", where="--base", hint="leave it out for FACTBASE_URL or your own"
        )
    named = base or os.environ.get(VARIABLE)
    if not named:
        return Location(path=_own_folder() / "factbase.db", own=True)
    option = "--base" if base else VARIABLE
    if _MEANT.match(named):
        raise WrongRequest("is no address of a database", where=option, hint="postgresql://USER@HOST/DATABASE")
    scheme, separator, rest = named.partition("://")
    if not separator or scheme == "sqlite":
        # SQLAlchemy's form: three slashes before a relative path, four before an absolute one.
        path = Path(rest.removeprefix("/") if separator else named)
        try:
            return Location(path=path.expanduser())
        except RuntimeError:
            raise WrongRequest("there is no such user", where=str(path), hint="or write './~' for the sign") from None
    if scheme.lower() in ("postgresql", "postgresql+psycopg", "postgres"):
        return Location(url=named)
    raise WrongRequest(
        f"cannot open a base of the kind '{scheme}'",
        where=option,
        hint="a file, sqlite:///FILE or postgresql://...",
    )


def _own_folder() -> Path:
    # Imported here: a script that names its base does not pay for it.
    from platformdirs import user_data_path

    return user_data_path("factbase", appauthor=False)
