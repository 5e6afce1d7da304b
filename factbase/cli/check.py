"""`check`: what in a base contradicts itself, is overdue, or is told twice."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from factbase.audit.check import CHECK_COLUMNS, NAMES, SEVERITIES, Finding, check, findings, gone, listed
from factbase.base import Base
from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import ExitCode, WrongRequest
from factbase.render.formats import REPORTS
from factbase.rows import Rows
from factbase.values.name import did_you_mean

HELP = """Find what contradicts itself, is overdue, or is told twice

Runs all checks, or those named with --only, over the whole base or about one record: KEY is a key or a name. An error
cannot be so, a warning is most likely wrong or wants something done, a note is good to know. Ends with 1 where there
are errors; warnings and notes alone end with 0. A finding that may stand is accepted with a reason and not told again;
'undo' takes that back.

factbase check

factbase check aze-chn-joint-statement --only one-party

factbase check --accept one-party:grain-transit --why "the other side is not named yet"

factbase check -f sarif -o findings.sarif"""

_JOURNAL = "Journal"


def run(
    key: Annotated[str | None, typer.Argument(metavar="[KEY]", help="A key or a name.", show_default=False)] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="CHECK", help="Only this check; may be repeated.")] = None,
    explain: Annotated[
        bool, typer.Option("--list", help="Tell what each check finds, and what to do about it.")
    ] = False,
    accepted: Annotated[bool, typer.Option("--accepted", help="Only what was accepted, with the reasons.")] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="FINDING", help="Let this finding stand; may be repeated.", rich_help_panel=_JOURNAL),
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Why it may stand.", rich_help_panel=_JOURNAL)
    ] = None,
    author: options.Author = None,
    on: options.On = None,
    format: options.Format = None,
    output: options.Output = "-",
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> int:
    out = Output(format, output, excel_safe, quiet)
    form, names = out.form, only or ()
    if explain:
        out.write(Rows(CHECK_COLUMNS, (check(name).row() for name in names or NAMES)), title="checks")
        return ExitCode.DONE
    if bool(accept) != (why is not None):
        raise WrongRequest("a finding is accepted for a reason", where="check", hint="--accept FINDING --why WORDS")
    with open_base(base, as_of=as_of, on=on) as opened:
        record = None if key is None else opened.key(key)
        found = findings(opened.reader(), record, names)
        if accept:
            _accept(opened, accept, why or "", found, author)
            return ExitCode.DONE
        standing = [finding for finding in found if finding.accepted is None]
        allowed = [finding for finding in found if finding.accepted is not None]
        if accepted:
            left = gone(opened.reader(), found, names) if record is None else []
            out.write(_rows([*allowed, *left], out), title="accepted findings", empty="nothing was accepted")
            return ExitCode.DONE
        if form in REPORTS:
            # SARIF has a place for what was accepted, and names the file.
            rows, title = listed(found), _place(opened)
        else:
            rows, title = _rows(standing, out), "check"
        out.write(rows, title=title, empty="nothing found")
    if standing:
        out.note(_summary(standing, len(allowed)))
    return ExitCode.FINDINGS if any(one.check.severity == "error" for one in standing) else ExitCode.DONE


def _accept(opened: Base, names: Sequence[str], why: str, found: Sequence[Finding], author: str | None) -> None:
    known = [finding.name for finding in found]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known, "'factbase check' lists them") if known else "there are no findings"
            raise WrongRequest(f"there is no finding '{name}'", where="--accept", hint=hint)
    with opened.entry(command="check", author=author, why=why) as change:
        for name in dict.fromkeys(names):
            change.accept(name, why)
    print(f"accepted {', '.join(dict.fromkeys(names))} (entry {change.number})")


def _summary(found: Sequence[Finding], accepted: int) -> str:
    """How many of each severity, the worst first."""
    counted = Counter(finding.check.severity for finding in found)
    told = [f"{counted[name]} {name}{'' if counted[name] == 1 else 's'}" for name in SEVERITIES if counted[name]]
    return ", ".join([*told, *([f"{accepted} accepted"] if accepted else [])])


def _place(opened: Base) -> str:
    path = opened.location.path
    return str(opened.location) if path is None else os.path.relpath(path).replace(os.sep, "/")


def _rows(found: Sequence[Finding], out: Output) -> Rows:
    """All columns for programs; for people those that matter to them."""
    rows = listed(found)
    return rows.for_people() if out.for_people else rows


def command(name: str) -> Any:
    """The command."""
    return made(name, run, HELP)
