"""The commands that list: one for each noun, made from what the noun says of itself."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.kinds.views import view
from factbase.query.nouns import NOUNS, Noun
from factbase.query.query import select, shown

_SHARED: dict[str, tuple[Any, Any]] = {
    "where": (options.Where, None),
    "format": (options.Format, None),
    "output": (options.Output, "-"),
    "columns": (options.Columns, None),
    "sort": (options.Sort, None),
    "limit": (options.Limit, None),
    "count": (options.Count, False),
    "show_sql": (options.ShowSQL, False),
    "excel_safe": (options.ExcelSafe, False),
    "quiet": (options.Quiet, False),
    "as_of": (options.AsOf, None),
    "base": (options.Base, None),
}


def command(name: str) -> Any:
    """The command that lists a noun."""
    noun = NOUNS[name]

    def callback(**given: Any) -> None:
        answer(noun, given)

    parameters = _parameters(noun)
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    help = "\n\n".join((noun.help, view(noun.name).description, *noun.examples))
    return made(name, callback, help)


def _parameters(noun: Noun) -> list[inspect.Parameter]:
    """The noun's actors and filters, and what all listings share, as a function's parameters."""
    declared: dict[str, tuple[Any, Any]] = {}
    if noun.actors:
        argument = typer.Argument(metavar="[ACTOR]...", help=noun.actors.help, show_default=False)
        declared["actors"] = (Annotated[list[str] | None, argument], None)
    for name, filter in noun.filters.items():
        option = typer.Option(f"--{name}", metavar=filter.metavar, help=filter.help, rich_help_panel="Filters")
        declared[name] = (Annotated[list[str] | None, option], None)
    if noun.dated_statuses:
        declared["on"] = (options.On, None)
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in {**declared, **_SHARED}.items()
    ]


def answer(noun: Noun, given: dict[str, Any]) -> None:
    """Ask what the options ask, and write the answer."""
    output = Output(given["format"], given["output"], given["excel_safe"], given["quiet"])
    with open_base(given["base"], as_of=given["as_of"], on=given.get("on")) as base:
        filters = {name: given[name] for name in noun.filters if given[name]}
        listing = base.listing(
            noun.name,
            *(given.get("actors") or ()),
            **filters,
            where=given["where"],
            columns=_columns(noun, given["columns"], output),
            sort=given["sort"],
            limit=given["limit"],
        )
        query = listing.query._replace(counted=given["count"])
        if given["show_sql"]:
            print(shown(select(query)))
            return
        output.write(base.run(query), title=noun.name, empty=f"no {noun.name} found")


def _columns(noun: Noun, named: str | None, output: Output) -> str | tuple[str, ...] | None:
    """The columns asked for; else, for people, those that a table shows, and for programs all."""
    if named is None and output.for_people:
        units = {column.unit_column for column in view(noun.name).columns if column.shown}
        return tuple(column.name for column in view(noun.name).columns if column.shown or column.name in units)
    return named
