"""`amend`: correct fields of a record."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.errors import WrongRequest

HELP = """Correct fields of a record; what they were stays in its history

KEY is the key of a thing or an assertion. Values are written as in fact sheets: dates, numbers and names as people
write them; an empty value is none.

factbase amend kapanadze:50 'value=$3.74 billion' --why "the unrounded figure"

factbase amend aze-chn-visa-exemption "subject=mutual visa exemptions" --why "as the text has it" """


def amend(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of the record.", show_default=False)],
    corrections: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", help="What is right.", show_default=False)
    ],
    why: options.Why = None,
    author: options.Author = None,
    base: options.Base = None,
) -> None:
    right = {}
    for correction in corrections:
        field, equals, words = correction.partition("=")
        if not equals:
            raise WrongRequest(f"'{correction}' is not a correction", hint="write field=value")
        right[field] = words
    with open_base(base) as opened, opened.entry(command="amend", author=author, why=why) as entry:
        done = entry.amend(key, **right)
    print(f"amended {key} (entry {entry.number})" if done else "nothing is new: the record has it so")


def command(name: str) -> Any:
    """The command."""
    return made(name, amend, HELP)
