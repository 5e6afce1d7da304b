"""`retract`: take a record out."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made

HELP = """Take a record out; it stays in its history

KEY is the key of an assertion, or of a thing that no assertion speaks of.

factbase retract kapanadze:52 --why "the article was corrected"

factbase retract kapanadze:61 --why "recorded twice" """


def retract(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of the record.", show_default=False)],
    why: options.Why = None,
    author: options.Author = None,
    base: options.Base = None,
) -> None:
    with open_base(base) as opened, opened.entry(command="retract", author=author, why=why) as entry:
        entry.retract(key)
    print(f"retracted {key} (entry {entry.number})")


def command(name: str) -> Any:
    """The command."""
    return made(name, retract, HELP)
