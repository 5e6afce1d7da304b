"""`export`: a base, or what was written since an entry, to travel."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import WrongRequest
from factbase.exchange.files import FILES
from factbase.values.name import did_you_mean

FORMS = ("package", "jsonl", "xlsx", "parquet", "arrow", "csv", "tsv")

HELP = """Write a base to travel: a data package, JSON Lines, or a workbook

A package is a folder with a CSV file for each table and each view, and a datapackage.json that describes them
(Frictionless Data Package). The same base gives the same bytes, sorted, so that git shows what changed. 'import' takes
either form into another base, journal included. A workbook is for people: a sheet for each listing, and one that tells
what the columns are. Parquet, Arrow, csv and tsv are a folder with a file for each listing.

factbase export facts/

factbase export --as jsonl -o facts.jsonl

factbase export --as xlsx -o facts.xlsx

factbase export --as parquet tables/

factbase export changes/ --since 12"""


def export(
    folder: Annotated[
        str | None, typer.Argument(metavar="[FOLDER]", help="Where the package goes.", show_default=False)
    ] = None,
    as_: Annotated[str, typer.Option("--as", metavar="FORM", help=f"{', '.join(FORMS)}.")] = "package",
    since: Annotated[
        int, typer.Option("--since", min=0, metavar="ENTRY", help="Only what was written after this entry.")
    ] = 0,
    output: options.Output = "-",
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    in_files = as_ in FILES and as_ != "jsonl"
    if as_ not in FORMS:
        raise WrongRequest(f"no such form '{as_}'", where="--as", hint=did_you_mean(as_, FORMS))
    if (as_ == "package" or in_files) != (folder is not None):
        hint = f"factbase export --as {as_} -o FILE"
        if as_ == "package" or in_files:
            hint = f"factbase export FOLDER{f' --as {as_}' if in_files else ''}"
        raise WrongRequest("a package goes into a folder, JSON Lines and workbooks into one file", hint=hint)
    if folder is not None and output != "-":
        raise WrongRequest("a folder is named already", where="--output", hint=f"leave out -o {output}, or {folder}")
    if (as_ == "xlsx" or in_files) and since:
        raise WrongRequest(f"{as_} has the whole base", where="--since", hint="--as package or --as jsonl")
    out = Output(None if as_ == "package" or in_files else as_, output, quiet=quiet)
    with open_base(base, as_of=as_of) as opened:
        if folder is not None:
            written = opened.files(folder, as_) if in_files else opened.export(folder, since=since)
            out.note(f"wrote {written} files to {folder}")
            return
        with out.opened() as (stream, _):
            if as_ == "xlsx":
                written, notes = opened.workbook(stream.buffer)
            else:
                written, notes = opened.lines(stream, since=since), ()
    for note in (f"wrote {written:,} rows", *notes):
        out.note(note)


def command(name: str) -> Any:
    """The command."""
    return made(name, export, HELP)
