"""`chart`: figures, dates and networks as pictures, in the terminal or in a file."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import WrongRequest
from factbase.query.chart.kinds import KINDS
from factbase.rows import Page

FORMS = ("text", "svg", "png", "json", "vega", "mermaid", "dot")
_ENDINGS = {"txt": "text", "mmd": "mermaid", "gv": "dot", "vl": "vega"}

HELP = """Draw figures, a timeline or a network, in the terminal or as a picture

'trade' draws figures over time, or the greatest ones by a column; 'dates' a timeline with lanes; 'actors' a network of
actors, agreements and relations. Sources that differ are marks of their own; what is forecast, aimed at or implied is
drawn otherwise than what is reported; the sources stand below. In a file it is SVG or PNG, and a network Mermaid or
DOT, too.

factbase chart trade azerbaijan china

factbase chart dates azerbaijan china -o timeline.svg"""


def chart(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"{', '.join(KINDS)}.", show_default=False)],
    actors: Annotated[
        list[str] | None, typer.Argument(metavar="[ACTOR]...", help="Actors, by any name or code.", show_default=False)
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Of trade: by partner, area, commodity, flow or route.")
    ] = None,
    top: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many lines, lanes or ties.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Leave out what is dated earlier.")] = None,
    format: Annotated[str | None, typer.Option("-f", "--format", metavar="FORMAT", help=f"{', '.join(FORMS)}.")] = None,
    output: options.Output = "-",
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    out = Output(file=output, quiet=quiet)
    form = _form(format, output)
    with open_base(base, as_of=as_of) as opened:
        page = opened.chart(kind, *(actors or ()), since=since, by=by, top=top)
    if form in ("mermaid", "dot") and kind != "actors":
        raise WrongRequest(f"{form} draws networks only", where="chart", hint="factbase chart actors")
    _write(page, kind, form, out)
    if all(not section.lines for section in page.sections):
        out.note("nothing to draw")
    if page.note:
        wider = next((section.all for section in page.sections if section.all), None)
        out.note(f"{page.note} ({wider} draws more)" if wider else page.note)


def _form(format: str | None, output: str) -> str:
    ending = Path(output).suffix.removeprefix(".").lower() if output != "-" else "text"
    form = format or _ENDINGS.get(ending, ending)
    if form not in FORMS:
        from factbase.values.name import did_you_mean

        where = "--format" if format else output
        raise WrongRequest(f"a chart has no form '{form}'", where=where, hint=did_you_mean(form, FORMS))
    return form


def _write(page: Page, kind: str, form: str, out: Output) -> None:
    drawn = import_module(f"factbase.render.chart.{kind}")
    if form == "png" and out.file == "-":
        raise WrongRequest("a PNG goes into a file", where="--output", hint="-o chart.png")
    with out.opened() as (stream, terminal):
        if form == "png":
            from factbase.render.chart.picture import png

            stream.buffer.write(png(drawn.vega(page)))
        elif form == "text":
            from factbase.render.chart.text import write
            from factbase.render.options import Options

            write(page, drawn.write, stream, Options(width=terminal.width, color=terminal.color))
        elif form == "svg":
            from factbase.render.chart.picture import svg

            stream.write(svg(drawn.vega(page)) + "\n")
        elif form in ("json", "vega"):
            told = page.data() if form == "json" else drawn.vega(page)
            stream.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        else:
            stream.write(getattr(drawn, form)(page))


def command(name: str) -> Any:
    """The command."""
    return made(name, chart, HELP)
