"""What can go wrong, in the user's terms: an error says what, where and what to do."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class ExitCode(IntEnum):
    """The exit codes of the command line, stable between releases."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BAD_INPUT = 3
    UNAVAILABLE = 4
    BUG = 70
    INTERRUPTED = 130
    CLOSED_PIPE = 141
    TERMINATED = 143


class FactbaseError(Exception):
    """An error that a user can act on. Its subclasses differ in what the user can do about it.

    `what` says what is wrong, `where` (a file, a line, an option) comes before it, `hint` says what to do.

    >>> str(FactbaseError("no such column", where="--sort", hint="try 'date'"))
    "--sort: no such column (try 'date')"
    """

    exit_code = ExitCode.BUG

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} ({self.hint})" if self.hint else text


class WrongRequest(FactbaseError):
    """The command asks for something that cannot be: an unknown actor, column, date or key."""

    exit_code = ExitCode.USAGE


class Problem(NamedTuple):
    """A defect of an input: where it stands, what is wrong, and what would be right.

    `line` counts from 1; `field` is the name the input itself uses.
    """

    what: str
    line: int | None = None
    field: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        place = ", ".join(part for part in (f"line {self.line}" if self.line else "", self.field or "") if part)
        text = f"{place}: {self.what}" if place else self.what
        return f"{text} ({self.hint})" if self.hint else text


class BadInput(FactbaseError):
    """A file or a value that cannot be taken as it is. Holds every problem found, not only the first."""

    exit_code = ExitCode.BAD_INPUT

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        hint: str | None = None,
        problems: list[Problem] | None = None,
    ) -> None:
        super().__init__(what, where=where, hint=hint)
        self.problems = problems or []


class Unavailable(FactbaseError):
    """The base, or the place for the output, is missing, damaged, newer than the program, busy or full."""

    exit_code = ExitCode.UNAVAILABLE
