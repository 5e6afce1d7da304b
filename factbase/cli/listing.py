"""The commands that list: one for each noun, made from what the noun says of itself."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

import typer

from factbase.base import Listing
from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.kinds.views import view
from factbase.query.nouns import NOUNS, Noun
from factbase.query.query import Query, select
from factbase.rows import Column

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

# Answers to other questions than line by line, where a noun has figures.
_RECKONED: dict[str, tuple[Any, Any]] = {
    "by": (options.By, None),
    "top": (options.Top, None),
    "level": (options.Level, None),
    "pivot": (options.Pivot, None),
    "implied": (options.Implied, False),
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
    if noun.reckoned:
        declared |= _RECKONED
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
        filters |= {name: given[name] for name in _RECKONED if given.get(name) not in (None, False)}
        listing = base.listing(
            noun.name,
            *(given.get("actors") or ()),
            **filters,
            where=given["where"],
            columns=given["columns"],
            sort=given["sort"],
            limit=given["limit"],
        )
        written(output, listing, count=given["count"], show_sql=given["show_sql"], chosen=given["columns"] is not None)


def written(output: Output, listing: Listing, *, count: bool, show_sql: bool, chosen: bool) -> None:
    """Ask, and write the answer, with the columns for people where none were chosen; or write the question."""
    query = listing.query._replace(counted=count)
    if not chosen and output.for_people:
        query = query._replace(columns=_shown_columns(query.asked.columns))
    if show_sql:
        print(_shown(query))
        return
    output.write(listing.base.run(query), title=query.view, empty=f"no {query.view} found")
    if not output.quiet:
        for sentence in listing.notes():
            output.note(sentence)


def _shown_columns(columns: list[Column]) -> tuple[str, ...]:
    """The columns that a table for people has when none are asked for by name."""
    units = {column.unit_column for column in columns if column.shown}
    return tuple(column.name for column in columns if column.shown or column.name in units)


def _shown(query: Query) -> str:
    """The SQL as it can be pasted into a shell, with each parameter's value in a comment below it."""
    made = select(query)
    values = "".join(f"-- :{name} = {value!r}\n" for name, value in made.parameters.items())
    return f"{made.sql};\n{values}".rstrip()
