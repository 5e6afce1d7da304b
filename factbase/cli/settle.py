"""`settle`: say what became of a promise."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made

HELP = """Say what settled a promise: whether it was kept, broken or overtaken

KEY is the key of a promise, as 'factbase promises --columns assertion,what' tells it. What settled it is an assertion;
or an agreement, by its signing; or an event. A planned step on an agreement that is told as done needs no settling. It
can be undone.

factbase settle kapanadze:61 --by kapanadze:6 --why "the statement opens the talks"

factbase settle kapanadze:62 --by aze-chn-economic-cooperation --outcome overtaken"""


def settle(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of the promise.", show_default=False)],
    by: Annotated[
        str,
        typer.Option(
            metavar="RECORD", help="What settled it: an assertion, an agreement or an event.", show_default=False
        ),
    ],
    outcome: Annotated[str, typer.Option(metavar="OUTCOME", help="kept, partly-kept, broken, overtaken.")] = "kept",
    why: options.Why = None,
    author: options.Author = None,
    base: options.Base = None,
) -> None:
    plain = outcome.strip().lower().replace("-", " ")
    with open_base(base) as opened:
        by = opened.key(by)
        with opened.entry(command="settle", author=author, why=why) as entry:
            shown = entry.settle(key, by, outcome=plain, why=why)
    print(f"settled {key}: {plain}, by {shown} (entry {entry.number})")


def command(name: str) -> Any:
    """The command."""
    return made(name, settle, HELP)
