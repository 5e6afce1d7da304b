"""`undo`: take a whole entry back."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.models import CommandInfo

from factbase.cli import options
from factbase.store.location import locate

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
    from factbase.journal.author import author as name_of
    from factbase.journal.entry import entry
    from factbase.journal.undo import undo as undo_it

    with entry(locate(base), author=name_of(author), command=f"undo {number}", why=why) as change:
        undo_it(change, number)
    print(f"undid entry {number} (entry {change.number})")


def command(name: str) -> Any:
    """The command."""
    return typer.main.get_command_from_info(
        CommandInfo(name=name, callback=undo, help=HELP), pretty_exceptions_short=True, rich_markup_mode="rich"
    )
