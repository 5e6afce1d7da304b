"""`undo`: take a whole entry back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from factbase.base import Base
from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.errors import FactbaseError
from factbase.render.safe import visible

# Figures of a load from which on a backup is made.
MANY = 100_000

HELP = """Take a whole entry of the journal back

What it added is taken out, what it changed is as it was; this is an entry of its own, and can be undone. It is refused
where later entries changed the same or refer to it. Before a load of 100,000 figures or more is taken back, the base is
copied beside itself.

factbase undo 3 --why "the wrong file"

factbase undo 12 --base facts.db"""


def undo(
    number: Annotated[int, typer.Argument(metavar="ENTRY", help="The number of the entry.", show_default=False)],
    why: options.Why = None,
    author: options.Author = None,
    base: options.Base = None,
) -> None:
    with open_base(base) as opened:
        copy = _kept(opened, number)
        try:
            with opened.entry(command=f"undo {number}", author=author, why=why) as entry:
                entry.undo(number)
        except FactbaseError:
            if copy:
                copy.unlink()
            raise
    print(f"undid entry {number} (entry {entry.number})" + (f"; the backup is {visible(str(copy))}" if copy else ""))


def _kept(base: Base, number: int) -> Path | None:
    """A backup beside the base, where the entry loaded so much that taking it back is no small thing."""
    if base.location.path is None:
        return None
    loaded = base.reader().rows("SELECT figures FROM load WHERE entry = :entry", {"entry": number})
    if not any(int(str(figures)) >= MANY for (figures,) in loaded):
        return None
    from factbase.store.upkeep import backup

    return backup(base.location, base.location.path.with_name(f"{base.location.path.name}.{number}.bak"))


def command(name: str) -> Any:
    """The command."""
    return made(name, undo, HELP)
