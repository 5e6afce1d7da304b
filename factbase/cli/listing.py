"""The commands that list: one for each noun, made from what the noun says of itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from factbase.base import Listing
from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import WrongRequest
from factbase.kinds.views import view
from factbase.query.nouns import NOUNS, Noun
from factbase.query.query import select, shown
from factbase.rows import Column, Rows

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
    "partition": (options.Partition, None),
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
    told = view(noun.name).description
    help = "\n\n".join((noun.help, f"{told[:1].upper()}{told[1:]}", *noun.examples))
    return listing(name, help, _declared(noun), lambda given: answer(noun, given))


def listing(
    name: str, help: str, declared: dict[str, tuple[Any, Any]], answer: Callable[[dict[str, Any]], None]
) -> Any:
    """A command of that name that takes what all listings take beside the parameters of its own.

    Each parameter is declared by a type with its help, and a default; `answer` gets the values by their names.
    """

    def callback(**given: Any) -> None:
        answer(given)

    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in {**declared, **_SHARED}.items()
    ]
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return made(name, callback, help)


def _declared(noun: Noun) -> dict[str, tuple[Any, Any]]:
    """The noun's actors and filters, as parameters of a command."""
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
    return declared


def answer(noun: Noun, given: dict[str, Any]) -> None:
    """Ask what the options ask, and write the answer."""
    with open_base(given["base"], as_of=given["as_of"], on=given.get("on")) as base:
        filters = {name: given[name] for name in noun.filters if given[name]}
        filters |= {name: given[name] for name in _RECKONED if given.get(name) is not None and given[name] is not False}
        written(base.listing(noun.name, *(given.get("actors") or ()), **filters, **shared(given)), given)


def shared(given: dict[str, Any]) -> dict[str, Any]:
    """What all listings can be asked for, as keywords."""
    return {name: given[name] for name in ("where", "columns", "sort", "limit")}


def written(asked: Listing, given: dict[str, Any]) -> None:
    """Ask, and write the answer, with the columns for people where none were chosen; or write the question."""
    output = Output(given["format"], given["output"], given["excel_safe"], given["quiet"])
    query = asked.query._replace(counted=given["count"])
    if given["columns"] is None and output.for_people:
        query = query._replace(columns=_shown_columns(query.asked.columns))
    if given["show_sql"]:
        print(shown(select(query)))
        return
    if given["partition"]:
        _write_partitions(asked.base.run(query), given["partition"], output)
        return
    rows = asked.base.run(query)
    if given["columns"]:
        rows.columns = [column._replace(usual=None) for column in rows.columns]
    output.write(rows, title=query.view, empty=f"no {query.view} found")
    if not output.quiet:
        for sentence in asked.notes():
            output.note(sentence)


def _write_partitions(rows: Rows, names: str, output: Output) -> None:
    if output.format not in (None, "parquet") or output.file == "-":
        raise WrongRequest("partitions are Parquet in a folder", where="--partition", hint="-f parquet -o FOLDER")
    from factbase.render.parquet import write_partitions

    written = write_partitions(rows, Path(output.file), [name.strip() for name in names.split(",")])
    output.note(f"wrote {written.rows:,} rows")


def _shown_columns(columns: list[Column]) -> tuple[str, ...]:
    """The columns that a table for people has when none are asked for by name."""
    units = {column.unit_column for column in columns if column.shown}
    return tuple(column.name for column in columns if column.shown or column.name in units)
