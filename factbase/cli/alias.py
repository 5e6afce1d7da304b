"""`alias`: another name of a thing."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.errors import WrongRequest
from factbase.store.lookup import candidates

HELP = """Give a thing another name, under which it is found

factbase alias china "Middle Kingdom"

factbase alias azerbaijan Azerbaïdjan --language fr --kind translation"""


def alias(
    thing: Annotated[str, typer.Argument(metavar="THING", help="Its key or a name.", show_default=False)],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The other name.", show_default=False)],
    kind: Annotated[
        str, typer.Option(metavar="CODE", help="official, short, acronym, alias, translation, ...")
    ] = "alias",
    language: Annotated[str | None, typer.Option(metavar="CODE", help="BCP 47: en, zh.")] = None,
    why: options.Why = None,
    author: options.Author = None,
    base: options.Base = None,
) -> None:
    with open_base(base) as opened:
        key = opened.key(thing)
        kinds = [str(code) for (code,) in opened.reader().rows("SELECT code FROM name_kind ORDER BY code")]
        kind = kind.strip().lower().replace("-", " ")
        if kind not in kinds:
            raise WrongRequest(f"no such code '{kind}'", where="--kind", hint=f"there are {', '.join(kinds)}")
        others = [other for other in candidates(opened.reader(), name) if other != key]
        with opened.entry(command="alias", author=author, why=why) as entry:
            new = entry.alias(key, name, kind=kind, language=language)
        found = candidates(opened.reader(), name)
    print(f"{key} is also called {name.strip()} (entry {entry.number})" if new else "nothing is new: it is called so")
    if others:
        alone = "the name alone will be refused as ambiguous" if key in found else "the name alone is not this one"
        print(f"so is {', '.join(others)}: {alone}", file=sys.stderr)


def command(name: str) -> Any:
    """The command."""
    return made(name, alias, HELP)
