"""A copy of a base comes in: replayed where it continues the base's own history, else united with it."""

from __future__ import annotations

from typing import NamedTuple

from factbase.errors import BadInput
from factbase.journal.copy import Copy, entries_of
from factbase.journal.entry import entry
from factbase.journal.replay import continues, entries_in, replay
from factbase.journal.union import Outcome, Union
from factbase.store.location import Location
from factbase.store.reading import REVISION, reader


class Arrival(NamedTuple):
    """What came of a copy: so many entries replayed, or what a new entry (`number`) made of its records."""

    replayed: int | None = None
    number: int | None = None
    outcomes: tuple[Outcome, ...] = ()
    unchanged: int = 0


def take(
    location: Location, copy: Copy, *, author: str, command: str, why: str | None = None, dry_run: bool = False
) -> Arrival:
    """Take a copy in, whole or not at all; `dry_run` tells what would come of it.

    Raises BadInput for a copy of another revision, and for rows that the base refuses.
    """
    if copy.revision != REVISION:
        raise BadInput(
            f"the copy is of revision {copy.revision}, and this program's bases are of {REVISION}",
            hint="export it with the same version of factbase",
        )
    with reader(location) as opened, opened.one_state():
        one_history = continues(opened, copy)
        new = max(len(entries_in(copy)) - len(entries_of(opened)), 0)
    if one_history:
        return Arrival(replayed=new if dry_run or not new else replay(location, copy))
    try:
        with entry(location, author=author, command=command, why=why) as opened_entry:
            union = Union(opened_entry)
            union.take(copy)
            made = Arrival(None, opened_entry.number, tuple(union.outcomes), union.unchanged)
            if dry_run:
                raise _Enough
    except _Enough:
        pass
    return made


class _Enough(Exception):
    """All is known, and nothing is to be written."""
