"""`conflicts` and `mirror`: figures against figures."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.listing import written
from factbase.cli.output import Output
from factbase.errors import ExitCode

CONFLICTS = """List figures of one thing that sources tell differently, and why they differ

Each pair of figures of one thing and one period, of different sources, with their spread in per cent and what kind of
disagreement it is. Only a contradiction is one: viewpoint (two reporters), precision (one is the other, rounded), hedges
(that overlap), definition (CIF and FOB, goods or all trade), one origin (told twice), transmission (garbled on the way)
and dispute are not. A turnover is compared with exports and imports together.

factbase conflicts azerbaijan china

factbase conflicts --fail --where "spread > 5" -f csv"""
MIRROR = """Show what each side reports of the same flow, and the gap

The exports of one as it reports them beside the imports of the other as that reports them, both ways, by period and
commodity. Imports are mostly valued with freight and insurance (CIF) and exports without (FOB), which explains a part.

factbase mirror azerbaijan china --where "commodity = 'TOTAL'"

factbase mirror azerbaijan china --columns commodity,period,exported,imported,percent --sort=-percent --limit 10"""


def conflicts(
    actors: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ACTOR]...", help="Only what concerns all of these.", show_default=False),
    ] = None,
    fail: Annotated[bool, typer.Option("--fail", help="Exit with 1 where there is a contradiction.")] = False,
    where: options.Where = None,
    format: options.Format = None,
    output: options.Output = "-",
    columns: options.Columns = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    count: options.Count = False,
    show_sql: options.ShowSQL = False,
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    out = Output(format, output, excel_safe, quiet)
    with open_base(base, as_of=as_of) as opened:
        shared = {"where": where, "columns": columns, "sort": sort, "limit": limit}
        listing = opened.conflicts(*(actors or ()), **shared)
        written(out, listing, count=count, show_sql=show_sql, chosen=columns is not None)
        if fail and not show_sql:
            only = "kind = 'contradiction'" if where is None else f"({where}\n) AND kind = 'contradiction'"
            if opened.conflicts(*(actors or ()), where=only).count():
                raise typer.Exit(ExitCode.FINDINGS)


def mirror(
    one: Annotated[str, typer.Argument(metavar="ACTOR", help="One side.", show_default=False)],
    two: Annotated[str, typer.Argument(metavar="ACTOR", help="The other.", show_default=False)],
    where: options.Where = None,
    format: options.Format = None,
    output: options.Output = "-",
    columns: options.Columns = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    count: options.Count = False,
    show_sql: options.ShowSQL = False,
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    out = Output(format, output, excel_safe, quiet)
    with open_base(base, as_of=as_of) as opened:
        listing = opened.mirror(one, two, where=where, columns=columns, sort=sort, limit=limit)
        written(out, listing, count=count, show_sql=show_sql, chosen=columns is not None)


def command(name: str) -> Any:
    """The command of that name."""
    return made(name, conflicts, CONFLICTS) if name == "conflicts" else made(name, mirror, MIRROR)
