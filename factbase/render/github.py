"""Findings as annotations of GitHub Actions: a workflow command a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from factbase.errors import WrongRequest
from factbase.render.options import Options, Written
from factbase.render.raw import text
from factbase.render.safe import writable
from factbase.rows import Rows

# The columns of a finding.
NEEDED = ("severity", "finding", "check", "records", "words", "hint", "accepted")

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write all findings but accepted ones. Raises WrongRequest for rows that are not findings."""
    written = 0
    for finding in findings(rows, "github"):
        if "accepted" in finding:
            continue
        command = _COMMANDS.get(finding["severity"], "notice")
        message = _escaped(f"{finding['words']}\n{finding['hint']}")
        out.write(f"::{command} title={_escaped(finding['finding'], in_property=True)}::{message}\n")
        written += 1
    return Written(written)


def findings(rows: Rows, form: str) -> Iterator[dict[str, str]]:
    """The rows as findings, each with the columns that it has a value in.

    Raises WrongRequest, before the first is taken, where the rows are not findings.
    """
    if not {*NEEDED} <= {*rows.names}:
        raise WrongRequest(f"{form} is for findings", where="--format", hint=f"'factbase check -f {form}' gives them")
    names = rows.names
    return ({name: text(value) for name, value in zip(names, row, strict=True) if value is not None} for row in rows)


def _escaped(words: str, *, in_property: bool = False) -> str:
    """The words as the runner reads them back: a line end would end the command."""
    escaped = writable(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if in_property else escaped
