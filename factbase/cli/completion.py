"""`completion`: the script that lets a shell complete what is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from factbase.cli.command import made
from factbase.errors import WrongRequest
from factbase.values.name import did_you_mean

HELP = """Print what lets your shell complete commands, names and codes

Commands, options and their values are completed, and the actors, sources, keys and codes that the base has. The script
is taken in once; it asks the program that is installed, so that it stays right when that changes.

bash: put the line eval "$(factbase completion bash)" into ~/.bashrc

zsh: write the script to a file _factbase in a folder of fpath, and start a new shell

fish: write the script to ~/.config/fish/completions/factbase.fish

factbase completion bash

factbase completion zsh > _factbase"""

SHELLS = ("bash", "zsh", "fish")
_FOLDER = Path(__file__).parent / "shells"


def completion(
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish", help="Your shell.", show_default=False)],
) -> None:
    if shell not in SHELLS:
        raise WrongRequest(f"no such shell '{shell}'", where="completion", hint=did_you_mean(shell, SHELLS))
    print((_FOLDER / shell).read_text(encoding="utf-8"), end="")


def command(name: str) -> Any:
    """The command."""
    return made(name, completion, HELP)
