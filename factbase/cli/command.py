"""A function as a command, set up alike for all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer
from typer.models import CommandInfo


def made(name: str, callback: Callable[..., Any], help: str) -> Any:
    """The command of that name; its help is written with Rich's markup."""
    return typer.main.get_command_from_info(
        CommandInfo(name=name, callback=callback, help=help), pretty_exceptions_short=True, rich_markup_mode="rich"
    )
