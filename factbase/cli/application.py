"""The commands as Typer's application: argv to a command, and Typer's errors to ours."""

from __future__ import annotations

import gc
import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from factbase import __version__
from factbase.cli.main import COMMANDS
from factbase.errors import ExitCode, WrongRequest
from factbase.values.name import did_you_mean

# The class of all errors of usage; Typer gives it no public name.
UsageError: type[Exception] = typer.BadParameter.__mro__[2]


class Commands(TyperGroup):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        if cmd_name not in COMMANDS:
            hint = did_you_mean(cmd_name, COMMANDS, "see 'factbase --help'")
            raise WrongRequest(f"no such command '{cmd_name}'", hint=hint)
        command = import_module(f"factbase.cli.{COMMANDS[cmd_name][0]}").command(cmd_name)
        if not gc.isenabled():  # as the console script begins; whoever calls it from Python has things of his own
            # Garbage is made from here on.
            gc.freeze()
            gc.enable()
        return command

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help that is given without Typer too."""
        from factbase.cli.overview import print_help

        print_help(COMMANDS)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"factbase {__version__}")
        raise typer.Exit


def application() -> Any:
    """The command of all commands."""
    app = typer.Typer(
        cls=Commands,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def factbase(
        version: bool = typer.Option(False, "--version", help="Print the version.", callback=_version, is_eager=True),
        debug: bool = typer.Option(False, "--debug", help="Print a trace where a bug is met."),
        no_pager: bool = typer.Option(False, "--no-pager", help="Print long tables at once."),
    ) -> None:
        pass

    return typer.main.get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code. Raises FactbaseError for whatever the user can mend."""
    try:
        code = application().main(args=list(arguments), prog_name="factbase", standalone_mode=False)
    except UsageError as error:
        return _refused(error)
    except typer.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else ExitCode.DONE


def _refused(error: Any) -> int:
    """Raise WrongRequest with what Typer says, in our form."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "factbase"
    message = error.format_message().rstrip(".")
    if not message:
        # A group without a command: its help has been printed.
        return ExitCode.USAGE
    hint = f"see '{path} --help'"
    if unknown := getattr(error, "option_name", None) if hasattr(error, "possibilities") else None:
        message = f"no such option '{unknown}'"
        hint = did_you_mean(unknown, _options(context), hint)
    elif suggested := re.search(r"\.? Did you mean ([^?]*)\?", message):
        near = suggested[1].replace("'", "")
        message, hint = message[: suggested.start()], f"did you mean {near}?"
    where = path.partition(" ")[2] or None
    raise WrongRequest(message[:1].lower() + message[1:], where=where, hint=hint)


def _options(context: Any) -> list[str]:
    """The options of the command that was called."""
    if context is None:
        return []
    return [name for parameter in context.command.get_params(context) for name in parameter.opts if name[:2] == "--"]
