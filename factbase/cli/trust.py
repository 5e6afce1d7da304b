"""`trust`: on whose word a record rests."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.audit.trust import trust as trust_in
from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output

HELP = """Show on whose word a record rests, and how many say so independently

Each citation with the chain of who says it, its certainty and its verdicts, and the origin: the last known voice of the
chain, or else the publisher or the author of the document. Two articles that relay one ministry, or of one publisher,
are one origin. For an assertion: all that tell the same, and all that say otherwise. KEY is a key or a name.

factbase trust aze-chn-joint-statement

factbase trust kapanadze:6 -f json"""


def trust(
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
        found = trust_in(opened.reader(), key)
        rows = found.rows.for_people() if out.for_people else found.rows
        out.write(rows, title=key, empty=f"nothing is said of {key}")
    if found.citations:
        out.note(str(found))


def command(name: str) -> Any:
    """The command."""
    return made(name, trust, HELP)
