"""`brief`: the dossier of one actor, or of what is between several."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import WrongRequest
from factbase.render.options import Options

FORMS = ("table", "markdown", "html", "json")

HELP = """Show the dossier of an actor, or of what is between several

Who they are, their offices, how they stand to each other, agreements by status, figures with their trend, what happened
when, positions, open promises, what is contested, and the sources with how much rests on each. A state stands for its
cities, ministries, companies and people, too. Of several actors it tells what concerns at least two of them.

factbase brief azerbaijan china

factbase brief azerbaijan china --since 2020 -o azerbaijan-china.html"""


def brief(
    actors: Annotated[
        list[str], typer.Argument(metavar="ACTOR...", help="Actors, by any name or code.", show_default=False)
    ],
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Leave out what is dated earlier; what has no date stays."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="At most so many lines a section (15).", show_default=False)
    ] = None,
    format: Annotated[str | None, typer.Option("-f", "--format", metavar="FORMAT", help=f"{', '.join(FORMS)}.")] = None,
    output: options.Output = "-",
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    out = Output(format, output)
    if out.form not in FORMS:
        raise WrongRequest(
            f"a dossier has no form '{out.form}'", where="--format", hint=f"there are {', '.join(FORMS)}"
        )
    write = import_module(f"factbase.render.brief.{out.form}").write
    with open_base(base, as_of=as_of) as opened:
        page = opened.brief(*actors, since=since, limit=limit)
    with out.opened() as (stream, terminal):
        write(page, stream, Options(width=terminal.width, color=terminal.color))


def command(name: str) -> Any:
    """The command."""
    return made(name, brief, HELP)
