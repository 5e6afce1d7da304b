"""`diff`: what differs between two bases, or between two states of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from factbase.base import Base
from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import ExitCode, WrongRequest
from factbase.query.diff import diff as diff_of
from factbase.rows import Row, Rows

HELP = """Show what differs between two bases, or between two states of one

One line for each thing, assertion or figure of a data set that was added, changed or withdrawn; records are compared by
their keys, figures of data sets by their dimensions and period. States are told by days or by numbers of entries, as
--as-of takes them.

factbase diff before.db after.db

factbase diff --from 2025-06-01 --to 2025-09-01 -f csv"""


def diff(
    old: Annotated[str | None, typer.Argument(metavar="[OLD]", help="A base.", show_default=False)] = None,
    new: Annotated[str | None, typer.Argument(metavar="[NEW]", help="Another base.", show_default=False)] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="One base, from this day or entry on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="To this day or entry instead of now.")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where anything differs.")] = False,
    format: options.Format = None,
    output: options.Output = "-",
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    base: options.Base = None,
) -> None:
    out = Output(format, output, excel_safe, quiet)
    two = old is not None and new is not None and since is None and until is None and base is None
    one = old is None and since is not None
    if not two and not one:
        raise WrongRequest("there is nothing to compare", where="diff", hint="name two bases, or one state with --from")
    with (
        _opened(old if two else base, since, "--from") as before,
        _opened(new if two else base, until, "--to") as after,
    ):
        changes: Counter[str] = Counter()
        rows = diff_of(before.reader(), after.reader())
        out.write(Rows(rows.columns, _counted(rows, changes)), title="diff", empty="nothing differs")
    if changes:
        out.note(", ".join(f"{changes[change]} {change}" for change in ("added", "changed", "withdrawn")))
    if changes and exit_code:
        raise typer.Exit(ExitCode.FINDINGS)


def _opened(base: str | None, at: str | None, option: str) -> Base:
    try:
        return open_base(base, as_of=at)
    except WrongRequest as error:
        if error.where == "--as-of":
            error.where = option
        raise


def _counted(rows: Rows, changes: Counter[str]) -> Iterator[Row]:
    for row in rows:
        changes[str(row[0])] += 1
        yield row


def command(name: str) -> Any:
    """The command."""
    return made(name, diff, HELP)
