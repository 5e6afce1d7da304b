"""`history`: the life of a record."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.models import CommandInfo

from factbase.cli import options
from factbase.cli.output import Output
from factbase.query.history import history as history_of
from factbase.query.record import is_assertion
from factbase.store.location import locate
from factbase.store.lookup import candidates, find
from factbase.store.reading import reader

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
    with reader(locate(base)) as opened:
        if not is_assertion(opened, key) and candidates(opened, key):
            key = find(opened, key, where="history")
        Output(format, output, excel_safe, quiet).write(history_of(opened, key), title=key, empty="it has no history")


def command(name: str) -> Any:
    """The command."""
    return typer.main.get_command_from_info(
        CommandInfo(name=name, callback=history, help=HELP), pretty_exceptions_short=True, rich_markup_mode="rich"
    )
