"""`merge`: two things that are one."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.models import CommandInfo

from factbase.cli import options
from factbase.store.location import locate
from factbase.store.lookup import find
from factbase.store.reading import reader

HELP = """Make two records of one thing into one

All that was said of the first is said of the second, which keeps its names; the old key still finds it.

factbase merge ilham-eliyev ilham-aliyev --why "one person"

factbase merge middle-corridor trans-caspian-route"""


def merge(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The record that goes.", show_default=False)],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The record that stays.", show_default=False)],
    why: options.Why = None,
    author: options.Author = None,
    base: options.Base = None,
) -> None:
    from factbase.journal.author import author as name_of
    from factbase.journal.entry import entry
    from factbase.journal.records import merge as merge_them

    location = locate(base)
    with reader(location) as opened:
        key, into = find(opened, key, where="merge"), find(opened, into, where="merge")
    with entry(location, author=name_of(author), command="merge", why=why) as change:
        merge_them(change, key, into)
    print(f"merged {key} into {into} (entry {change.number})")


def command(name: str) -> Any:
    """The command."""
    return typer.main.get_command_from_info(
        CommandInfo(name=name, callback=merge, help=HELP), pretty_exceptions_short=True, rich_markup_mode="rich"
    )
