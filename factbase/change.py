"""An open entry for programs: what the commands that write do, each a call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factbase.errors import WrongRequest
from factbase.exchange.amendment import changes
from factbase.journal import records
from factbase.journal.accept import accept
from factbase.journal.entry import Entry
from factbase.journal.settle import settle
from factbase.journal.undo import undo
from factbase.kinds.rules import LANGUAGE

if TYPE_CHECKING:
    from factbase.exchange.sheet import Sheet
    from factbase.exchange.sheet_draft import Plan


class Change:
    """What is written between the opening of an entry and its end. `number` is the entry's number.

    `rows` is the entry itself, for what no call here does: it adds, amends and removes rows of tables.
    Every call raises WrongRequest for a record that there is not, BadInput for a value that cannot be.
    """

    def __init__(self, rows: Entry, author: str) -> None:
        self.rows = rows
        self.author = author

    @property
    def number(self) -> int:
        """The entry's number; entries count from 1."""
        return self.rows.number

    def add(self, sheet: str | Sheet) -> Plan:
        """Record what a fact sheet tells: its text, YAML or JSON. Gives what was new, line by line."""
        from factbase.exchange.sheet import read
        from factbase.exchange.sheet_plan import record

        return record(self.rows, read(sheet) if isinstance(sheet, str) else sheet, assessor=self.author)

    def amend(self, key: str, /, **values: object) -> bool:
        """Correct fields of a record; values are read as people write them, and None or '' is none.

        False where the record has it so already.
        """
        told = {name: "" if value is None else str(value) for name, value in values.items()}
        return records.amend(self.rows, key, changes(self.rows, key, told))

    def retract(self, key: str) -> None:
        """Take a record out; it stays in its history."""
        records.retract(self.rows, key)

    def merge(self, key: str, into: str) -> None:
        """Make two things one: names are kept, references moved, and the old key is a name of the one that stays."""
        records.merge(self.rows, key, into)

    def alias(self, thing: str, name: str, *, kind: str = "alias", language: str | None = None) -> bool:
        """Give a thing another name, under which it is found. False where it is called so already."""
        name = name.strip()
        if not name:
            raise WrongRequest("a name has letters", where="alias")
        if language is not None and not re.fullmatch(LANGUAGE[0], language):
            raise WrongRequest(f"'{language}' is no code of a language", where="alias", hint=LANGUAGE[1])
        known = self.rows.find("name", thing=thing, name=name)
        if not known:
            self.rows.add("name", thing=thing, name=name, kind=kind, language=language)
        return not known

    def settle(self, key: str, by: str, *, outcome: str = "kept", why: str | None = None) -> str:
        """Record what settled a promise: an assertion, an agreement or an event. Gives the assertion that shows it.

        The outcome is kept, partly kept, broken or overtaken.
        """
        return settle(self.rows, key, by, outcome=outcome, why=why)

    def accept(self, finding: str, why: str) -> None:
        """Let a finding of a check stand, and say why. `base.check()` names the findings.

        Raises WrongRequest for one that is accepted already, or without a reason.
        """
        accept(self.rows, finding, why)

    def undo(self, number: int) -> None:
        """Take a whole entry back."""
        undo(self.rows, number)

    def find(self, table: str, **values: Any) -> list[dict[str, Any]]:
        """The rows of a table that have these values, as they stand in this change."""
        return self.rows.find(table, **values)
