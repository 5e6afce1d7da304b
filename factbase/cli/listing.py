"""The commands that list: one for each noun, made from what the noun says of itself."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

import typer
from typer.models import CommandInfo

from factbase.cli import options
from factbase.cli.output import Output
from factbase.errors import BadInput, WrongRequest
from factbase.kinds.views import view
from factbase.query.days import as_of_day
from factbase.query.nouns import NOUNS, Noun
from factbase.query.query import Query, run, select
from factbase.store.location import locate
from factbase.store.reading import Reader, reader

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
    return typer.main.get_command_from_info(
        CommandInfo(name=name, callback=callback, help=help, short_help=noun.help),
        pretty_exceptions_short=True,
        rich_markup_mode="rich",
    )


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
    columns = _columns(noun, given["columns"], output)
    with reader(locate(given["base"])) as base:
        as_of(base, given["as_of"])
        query = _filtered(noun, given, base)
        query = query._replace(
            columns=columns,
            where=given["where"],
            sort=_names(given["sort"]) or noun.sort,
            limit=given["limit"],
            counted=given["count"],
        )
        if given.get("on"):
            as_of_day(base, day(given["on"], "--on"))
        if given["show_sql"]:
            print(_shown(query))
            return
        output.write(run(base, query), title=noun.name, empty=f"no {noun.name} found")


def _filtered(noun: Noun, given: dict[str, Any], base: Reader) -> Query:
    query = Query(noun.name)
    if noun.actors and given["actors"]:
        query = noun.actors.apply(query, given["actors"], base, noun.name)
    for name, filter in noun.filters.items():
        if given[name]:
            query = filter.apply(query, given[name], base, f"--{name}")
    return query


def _columns(noun: Noun, named: str | None, output: Output) -> tuple[str, ...] | None:
    """The columns asked for; else, for people, those that a table shows, and for programs all."""
    if named and named != "all":
        return _names(named)
    if named is None and output.for_people:
        units = {column.unit_column for column in view(noun.name).columns if column.shown}
        return tuple(column.name for column in view(noun.name).columns if column.shown or column.name in units)
    return None


def _names(words: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (words or "").split(",") if name.strip())


def day(words: str, option: str) -> str:
    """The day (YYYY-MM-DD) that an option names. Raises WrongRequest for anything else."""
    from factbase.values.date import parse_edtf

    try:
        date = parse_edtf(words)
    except BadInput as error:
        raise WrongRequest(error.what, where=option, hint=error.hint) from None
    if date.lower is None or date.lower != date.upper:
        raise WrongRequest(f"'{words}' is not a day", where=option, hint="such as 2025-04-23")
    return date.lower


def as_of(base: Reader, words: str | None) -> None:
    """Let the base be seen as it stood on a day, or at an entry told by its number; as it is for None."""
    if words is not None:
        from factbase.query.as_of import as_of_entry, entry_at

        number = int(words) if words.isascii() and words.isdigit() and len(words) < 4 else None
        as_of_entry(base, entry_at(base, day(words, "--as-of")) if number is None else number)


def _shown(query: Query) -> str:
    """The SQL as it can be pasted into a shell, with each parameter's value in a comment below it."""
    made = select(query)
    values = "".join(f"-- :{name} = {value!r}\n" for name, value in made.parameters.items())
    return f"{made.sql};\n{values}".rstrip()
