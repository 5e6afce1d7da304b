"""`show`: one record with all that is said of it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output

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
    with open_base(base, as_of=as_of) as opened:
        key = opened.key(key)
        rows = opened.show(key)
        if out.form != "table":
            out.write(rows, title=key)
            return
        from factbase.render.options import Options
        from factbase.render.record import write

        with out.opened() as (stream, terminal):
            write(rows, stream, Options(width=terminal.width, color=terminal.color, title=key))


def command(name: str) -> Any:
    """The command."""
    return made(name, show, HELP)
