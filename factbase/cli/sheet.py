"""`sheet`: fact sheets to fill in, and what the base holds of a source as one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from factbase.cli import options
from factbase.cli.output import Output
from factbase.errors import WrongRequest
from factbase.store.location import locate
from factbase.store.lookup import find
from factbase.store.reading import reader

app = typer.Typer(
    help="Make fact sheets: an empty one, or what the base holds of a source\n\nfactbase sheet new meeting.yaml\n\n"
    "factbase sheet from-source kapanadze",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def new(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="Where to; '-' is standard output.")] = "-",
) -> None:
    """Make an empty sheet with comments: the document at the top, its facts below

    It names the codes that there are, and shows each kind of fact in an example to fill in.

    factbase sheet new aliyev-visit.yaml

    factbase sheet new | less
    """
    from factbase.exchange.sheet_schema import new as empty_sheet

    if file != "-" and Path(file).exists():
        raise WrongRequest("there is a file already", where=file, hint="choose another name")
    with Output(file=file).opened() as (out, _):
        out.write(empty_sheet())
    if file != "-":
        Output().note(f"made {file}")


@app.command("from-source")
def from_source(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Its key or title.", show_default=False)],
    output: options.Output = "-",
    quiet: options.Quiet = False,
    base: options.Base = None,
) -> None:
    """Write out what the base holds of a source as a sheet, which adds back to the same

    Every fact has its number, so that one can be told of again, or linked to.

    factbase sheet from-source kapanadze -o kapanadze.yaml

    factbase sheet from-source kapanadze | grep anchor
    """
    from factbase.exchange import sheet_source

    out = Output(file=output, quiet=quiet)
    with reader(locate(base)) as opened:
        key = find(opened, source, ("source",), where="sheet from-source")
        text = sheet_source.from_source(opened, key)
        left_out = sheet_source.figures_without_assertion(opened, key)
    with out.opened() as (stream, _):
        stream.write(text)
    if left_out:
        out.note(f"{left_out:,} figures of the data set are not in the sheet: no assertion tells them")


def command(name: str) -> Any:
    """The group of commands."""
    made = typer.main.get_command(app)
    made.name = name
    return made
