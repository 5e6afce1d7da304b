"""`show`: one record with all that is said of it."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.models import CommandInfo

from factbase.cli import options
from factbase.cli.listing import as_of as see
from factbase.cli.output import Output
from factbase.query.record import is_assertion, record
from factbase.store.location import locate
from factbase.store.lookup import find
from factbase.store.reading import reader

HELP = """Show one record with all that is said of it

Its fields, its names, and every assertion about it: parties, steps, participants, positions, figures, each with its
source, the place and a few words to find it by, how certain it is, and what speaks against it. KEY is the key of an
actor, an agreement, an event, a source or an assertion, or any name of one.

factbase show aze-chn-joint-statement

factbase show PRC -f json"""


def show(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A key or a name.", show_default=False)],
    format: options.Format = None,
    output: options.Output = "-",
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    out = Output(format, output, excel_safe, quiet)
    with reader(locate(base)) as opened:
        see(opened, as_of)
        if not is_assertion(opened, key):
            key = find(opened, key, where="show")
        rows = record(opened, key)
        if out.form != "table":
            out.write(rows, title=key)
            return
        from factbase.render.options import Options
        from factbase.render.record import write

        with out.opened() as (stream, terminal):
            write(rows, stream, Options(width=terminal.width, color=terminal.color, title=key))


def command(name: str) -> Any:
    """The command."""
    return typer.main.get_command_from_info(
        CommandInfo(name=name, callback=show, help=HELP),
        pretty_exceptions_short=True,
        rich_markup_mode="rich",
    )
