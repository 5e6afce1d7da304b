"""`import`: what other bases have."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import BadInput
from factbase.rows import Column, Rows

HELP = """Take in what another base has

A copy of a base that continues the history of this one is replayed, journal included, so that both are the same. Any
other is united with it under one entry: things are matched by their keys and natural keys, assertions by what they say
and where; nothing is overwritten, and what differs is told as a conflict.

factbase import facts/

factbase import facts.jsonl --dry-run"""

COLUMNS = [
    Column("status", "code", "new; completed: it gains something; conflict: the base says otherwise, and keeps it."),
    Column("kind", "code", "What it is."),
    Column("key", "code", "Its key in this base."),
    Column("what", "text", "What it tells, or how they differ."),
]


def import_(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file or a folder.", show_default=False)],
    as_: Annotated[str | None, typer.Option("--as", metavar="FORM", help="What it is, if it cannot be told.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would come of it, and write nothing.")] = False,
    format: options.Format = None,
    output: options.Output = "-",
    quiet: options.Quiet = False,
    author: options.Author = None,
    why: options.Why = None,
    base: options.Base = None,
) -> None:
    from factbase.exchange import copies
    from factbase.exchange.importers import form_of, module
    from factbase.journal.author import author as name_of

    out = Output(format, output, quiet=quiet)
    try:
        with open_base(base) as opened:
            copy = module(form_of(Path(path), as_)).read(Path(path))
            arrival = copies.take(
                opened.location, copy, author=name_of(author), command=f"import {path}", why=why, dry_run=dry_run
            )
    except BadInput as error:
        error.where = error.where or path
        raise
    would = "would be " if dry_run else ""
    if arrival.replayed is not None:
        entries = "entry" if arrival.replayed == 1 else "entries"
        out.note(
            f"{arrival.replayed} {entries} {would}replayed"
            if arrival.replayed
            else "nothing is new: the base has it all"
        )
        return
    out.write(Rows(COLUMNS, iter(arrival.outcomes)), title="import", empty="nothing is new")
    counted = Counter(outcome.status for outcome in arrival.outcomes)
    told = ", ".join(f"{number} {status}" for status, number in counted.items())
    entry = (
        "" if dry_run or not any(counted[status] for status in ("new", "completed")) else f" (entry {arrival.number})"
    )
    out.note(f"{would}{f'{told}, ' if told else ''}{arrival.unchanged} the same{entry}")


def command(name: str) -> Any:
    """The command."""
    return made(name, import_, HELP)
