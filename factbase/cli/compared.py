"""`conflicts` and `mirror`: figures against figures."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli.listing import listing, shared, written
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


_ACTORS = typer.Argument(metavar="[ACTOR]...", help="Only what concerns all of these.", show_default=False)
_FAIL = typer.Option("--fail", help="Exit with 1 where there is a contradiction.")
_SIDE = typer.Argument(metavar="ACTOR", help="The one side.", show_default=False)
_OTHER = typer.Argument(metavar="ACTOR", help="The other side.", show_default=False)


def conflicts(given: dict[str, Any]) -> None:
    """List them, and fail where that is wanted."""
    with open_base(given["base"], as_of=given["as_of"]) as base:
        actors = given["actors"] or ()
        written(base.conflicts(*actors, **shared(given)), given)
        if given["fail"] and not given["show_sql"]:
            contradiction = "kind = 'contradiction'"
            only = f"({given['where']}\n) AND {contradiction}" if given["where"] else contradiction
            if base.conflicts(*actors, where=only).count():
                raise typer.Exit(ExitCode.FINDINGS)


def mirror(given: dict[str, Any]) -> None:
    """Show both flows between the two."""
    with open_base(given["base"], as_of=given["as_of"]) as base:
        written(base.mirror(given["side"], given["other"], **shared(given)), given)


def command(name: str) -> Any:
    """The command of that name."""
    if name == "conflicts":
        declared = {"actors": (Annotated[list[str] | None, _ACTORS], None), "fail": (Annotated[bool, _FAIL], False)}
        return listing(name, CONFLICTS, declared, conflicts)
    sides = {
        "side": (Annotated[str, _SIDE], inspect.Parameter.empty),
        "other": (Annotated[str, _OTHER], inspect.Parameter.empty),
    }
    return listing(name, MIRROR, sides, mirror)
