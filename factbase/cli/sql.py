"""`sql`: a SELECT of the user's own."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import WrongRequest

HELP = """Ask the base in SQL, reading only

One SELECT on the views (agreements, trade, dates, actors, events, positions, relations, sources, facts) or on the
tables below them. '-' reads it from standard input. Nothing can be written, attached or loaded.

factbase sql "SELECT label, status FROM agreements WHERE parties LIKE '%China%'"

factbase sql "SELECT certainty, count(*) AS facts FROM facts GROUP BY certainty" -f csv"""


def sql(
    statement: Annotated[str, typer.Argument(metavar="SELECT", help="The statement.", show_default=False)],
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="How long it may run.")] = 10.0,
    format: options.Format = None,
    output: options.Output = "-",
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    text = _standard_input() if statement == "-" else statement
    if not text.strip():
        raise WrongRequest("there is no statement", where="sql", hint='such as "SELECT label FROM agreements"')
    out = Output(format, output, excel_safe, quiet)
    with open_base(base, as_of=as_of) as opened:
        out.write(opened.sql(text, seconds=timeout))


def _standard_input() -> str:
    if sys.stdin is None:
        raise WrongRequest("standard input is closed", where="sql", hint="write the statement out")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongRequest("the statement is not UTF-8", where="sql", hint="save the file as UTF-8") from None


def command(name: str) -> Any:
    """The command."""
    return made(name, sql, HELP)
