"""`undo`: take a whole entry back."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made

HELP = """Take a whole entry of the journal back

What it added is taken out, what it changed is as it was; this is an entry of its own, and can be undone. It is refused
where later entries changed the same or refer to it.

factbase undo 3 --why "the wrong file"

factbase undo 12 --base facts.db"""


def undo(
    number: Annotated[int, typer.Argument(metavar="ENTRY", help="The number of the entry.", show_default=False)],
    why: options.Why = None,
    author: options.Author = None,
    base: options.Base = None,
) -> None:
    with open_base(base) as opened, opened.entry(command=f"undo {number}", author=author, why=why) as entry:
        entry.undo(number)
    print(f"undid entry {number} (entry {entry.number})")


def command(name: str) -> Any:
    """The command."""
    return made(name, undo, HELP)
