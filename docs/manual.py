"""The manual page `docs/factbase.1`, made from the texts of the commands' help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from factbase import __version__
from factbase.cli.application import application
from factbase.cli.overview import ABOUT, EXAMPLES, OPTIONS
from factbase.errors import ExitCode

PAGE = Path(__file__).parent / "factbase.1"

ENVIRONMENT = {
    "FACTBASE_URL": "The base to use: a file, or sqlite:///FILE.",
    "FACTBASE_AUTHOR": "Who records, for the journal.",
    "FACTBASE_PAGER, PAGER": "What long tables go through on a terminal; empty for nothing.",
    "NO_COLOR, FORCE_COLOR, COLUMNS": "Whether there are colours, and how wide a table may be.",
}
ENDS = {
    ExitCode.DONE: "Done; also where nothing was found.",
    ExitCode.FINDINGS: "There are findings.",
    ExitCode.USAGE: "The request makes no sense.",
    ExitCode.BAD_INPUT: "The input cannot be taken as it is.",
    ExitCode.UNAVAILABLE: "The base or the output is not available.",
    ExitCode.BUG: "A bug in factbase.",
    ExitCode.INTERRUPTED: "Interrupted.",
    ExitCode.CLOSED_PIPE: "The pipe was closed.",
}


def manual() -> str:
    """The page, in the macros that man(7) describes."""
    root = application()
    lines = [
        f'.TH FACTBASE 1 "" "factbase {__version__}" "User Commands"',
        ".SH NAME",
        plain("factbase - a cited fact base for international relations"),
        ".SH SYNOPSIS",
        f".B factbase\n{plain('[OPTIONS] COMMAND ...')}",
        ".SH DESCRIPTION",
        plain(ABOUT),
        plain("Without a command, it shows what the base holds, and what to try."),
        ".SH OPTIONS",
        *listed(OPTIONS),
        ".SH COMMANDS",
        *commands(root, typer.Context(root, info_name="factbase")),
        ".SH ENVIRONMENT",
        *listed(ENVIRONMENT),
        ".SH EXIT STATUS",
        *listed({str(int(code)): meaning for code, meaning in ENDS.items()}),
        ".SH EXAMPLES",
        *examples(EXAMPLES),
    ]
    return "\n".join(lines) + "\n"


def commands(group: Any, context: Any) -> Iterator[str]:
    """Each command of a group with its help, and those in it."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        inside = typer.Context(command, parent=context, info_name=name)
        parameters = [one for one in command.get_params(inside) if one.param_type_name == "argument"]
        usage = " ".join((inside.command_path, *(one.make_metavar(inside) for one in parameters)))
        yield f'.SS "{plain(usage)}"'
        first, *paragraphs = texts(command.help)
        yield plain(f"{first}.")
        for paragraph in paragraphs:
            yield from examples([paragraph]) if is_example(paragraph) else (".PP", plain(paragraph))
        yield from listed({f"{one.metavar}": one.help for one in parameters if one.help})
        yield from listed(dict(options(command, inside)))
        if hasattr(command, "list_commands"):
            yield from commands(command, inside)


def options(command: Any, context: Any) -> Iterator[tuple[str, str]]:
    for one in command.get_params(context):
        if one.param_type_name == "option" and one.help and one.name != "help":
            value = "" if one.is_flag else f" {one.make_metavar(context)}"
            yield f"{', '.join(one.opts)}{value}", one.help


def texts(help: str | None) -> list[str]:
    """The paragraphs of a help, each in one line."""
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", (help or "").strip())]


def is_example(paragraph: str) -> bool:
    """Whether a paragraph of a help is a command line: of factbase, or a pipe that it is in.

    >>> is_example("factbase sheet new | less"), is_example("factbase takes a sheet, or two.")
    (True, False)
    """
    return bool(re.match(r"(factbase|[a-z0-9]+ .*\bfactbase) ", paragraph)) and not paragraph.endswith((".", ":"))


def listed(pairs: dict[str, str]) -> Iterator[str]:
    for word, meaning in pairs.items():
        yield f".TP\n.B {plain(word)}\n{plain(' '.join(meaning.split()))}"


def examples(lines: Any) -> Iterator[str]:
    for line in lines:
        yield f".PP\n.RS 4\n.nf\n{plain(line)}\n.fi\n.RE"


def plain(text: str) -> str:
    """The text as troff sets it: nothing in it is a macro, and hyphens and quotes can be copied into a shell."""
    signs = {"\\": "\\e", "-": "\\-", "'": "\\(aq", '"': "\\(dq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}
    set_ = "".join(signs.get(letter, letter) for letter in text)
    return f"\\&{set_}" if set_.startswith(".") else set_
