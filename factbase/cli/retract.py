"""`retract`: take a record out."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.models import CommandInfo

from factbase.cli import options
from factbase.store.location import locate

HELP = """Take a record out; it stays in its history

KEY is the key of an assertion, or of a thing that no assertion speaks of.

factbase retract kapanadze:52 --why "the article was corrected"

factbase retract global-south --why "nobody speaks of it any more" """


def retract(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of the record.", show_default=False)],
    why: options.Why = None,
    author: options.Author = None,
    base: options.Base = None,
) -> None:
    from factbase.journal.author import author as name_of
    from factbase.journal.entry import entry
    from factbase.journal.records import retract as retract_it

    with entry(locate(base), author=name_of(author), command="retract", why=why) as change:
        retract_it(change, key)
    print(f"retracted {key} (entry {change.number})")


def command(name: str) -> Any:
    """The command."""
    return typer.main.get_command_from_info(
        CommandInfo(name=name, callback=retract, help=HELP), pretty_exceptions_short=True, rich_markup_mode="rich"
    )
