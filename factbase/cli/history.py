"""`history`: the life of a record."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.store.lookup import candidates

HELP = """Show what was added, changed and removed of a record

KEY is the key of a thing or an assertion, or a name of a thing; a record that was retracted is found by its key.

factbase history kapanadze:50

factbase history china -f csv"""


def history(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A key or a name.", show_default=False)],
    format: options.Format = None,
    output: options.Output = "-",
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    base: options.Base = None,
) -> None:
    with open_base(base) as opened:
        # A record that was retracted has no name, only its key.
        key = opened.key(key) if candidates(opened.reader(), key) else key
        Output(format, output, excel_safe, quiet).write(opened.history(key), title=key, empty="it has no history")


def command(name: str) -> Any:
    """The command."""
    return made(name, history, HELP)
