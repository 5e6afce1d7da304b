"""`export`: a base, or what was written since an entry, to travel."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import WrongRequest

HELP = """Write a base to travel: a data package, or JSON Lines

A package is a folder with a CSV file for each table and each view, and a datapackage.json that describes them
(Frictionless Data Package). The same base gives the same bytes, sorted, so that git shows what changed. 'import' takes
either form into another base, journal included.

factbase export facts/

factbase export --as jsonl -o facts.jsonl

factbase export changes/ --since 12"""


def export(
    folder: Annotated[
        str | None, typer.Argument(metavar="[FOLDER]", help="Where the package goes.", show_default=False)
    ] = None,
    as_: Annotated[str, typer.Option("--as", metavar="FORM", help="package or jsonl.")] = "package",
    since: Annotated[
        int, typer.Option("--since", min=0, metavar="ENTRY", help="Only what was written after this entry.")
    ] = 0,
    output: options.Output = "-",
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    out = Output(file=output, quiet=quiet)
    if as_ not in ("package", "jsonl"):
        raise WrongRequest(f"no such form '{as_}'", where="--as", hint="there are package, jsonl")
    if (as_ == "package") != (folder is not None):
        hint = "factbase export FOLDER" if as_ == "package" else "factbase export --as jsonl -o FILE"
        raise WrongRequest("a package goes into a folder, JSON Lines into one file", hint=hint)
    with open_base(base, as_of=as_of) as opened:
        if folder is not None:
            out.note(f"wrote {opened.export(folder, since=since)} files to {folder}")
            return
        with out.opened() as (stream, _):
            written = opened.lines(stream, since=since)
    out.note(f"wrote {written:,} rows")


def command(name: str) -> Any:
    """The command."""
    return made(name, export, HELP)
