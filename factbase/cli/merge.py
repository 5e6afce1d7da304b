"""`merge`: two things that are one."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made

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
    with open_base(base) as opened:
        key, into = opened.key(key), opened.key(into)
        with opened.entry(command="merge", author=author, why=why) as entry:
            entry.merge(key, into)
    print(f"merged {key} into {into} (entry {entry.number})")


def command(name: str) -> Any:
    """The command."""
    return made(name, merge, HELP)
