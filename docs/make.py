"""Makes what is told of the commands elsewhere: the README's pictures and outputs, the manual page, and what
shells complete.

`python docs/make.py` writes them; a test makes them anew and compares. Every ```console block of the README holds
commands after '$ ' and what they print.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import browser
import manual
import words
from rich.console import Console
from rich.text import Text

from factbase.cli.main import main
from factbase.store.location import Location
from factbase.store.upkeep import create

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "agreements.svg"
DOSSIER = ROOT / "docs" / "brief.svg"
# Drawn by Vega, whose bytes depend on the fonts of the machine; a test compares the words in them.
CHARTS = {kind: ROOT / "docs" / f"{kind}.svg" for kind in ("dates", "actors")}
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def output(command: str, width: int = 100, *, color: bool = False) -> str:
    """What a command prints on a terminal of that width, run in this process on the shipped article."""
    out = io.StringIO()
    settings = {"COLUMNS": str(width), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    if not color:
        settings["NO_COLOR"] = "1"
    with patch.dict(os.environ, settings), contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        main(shlex.split(command, comments=True)[1:])
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def written(block: str) -> str:
    """A console block with the present output below each of its commands."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{output(command.removeprefix('$ '))}" for command in commands)


def readme(text: str) -> str:
    """The README with the present outputs."""
    return BLOCK.sub(lambda match: f"```console\n{written(match[1])}\n```", text)


def picture() -> str:
    """The picture at the top of the README, as SVG."""
    command = "factbase agreements azerbaijan china --limit 6"
    console = Console(width=100, record=True, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {command}", style="bold green"))
    console.print(Text.from_ansi(output(command, color=True)))
    console.print(Text("\n$ factbase trade azerbaijan china", style="bold green"))
    console.print(Text.from_ansi(output("factbase trade azerbaijan china", color=True)))
    return console.export_svg(title="factbase", unique_id="factbase")


def dossier() -> str:
    """The picture of a dossier, as wide as two columns need."""
    command = "factbase brief azerbaijan china --limit 5"
    console = Console(width=160, record=True, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {command}", style="bold green"))
    console.print(Text.from_ansi(output(command, 160, color=True)))
    return console.export_svg(title="factbase", unique_id="dossier")


def chart(kind: str) -> str:
    """The chart of that kind, as SVG."""
    return output(f"factbase chart {kind} azerbaijan china -f svg") + "\n"


@contextlib.contextmanager
def shipped_base() -> Iterator[None]:
    """The base that the README is told with: the first article, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "facts.db"
        create(Location(path=base), seed=True)
        # In that folder, since the README writes files too.
        with patch.dict(os.environ, {"FACTBASE_URL": str(base)}), contextlib.chdir(folder):
            yield


if __name__ == "__main__":
    with shipped_base():
        README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
        PICTURE.write_text(picture(), encoding="utf-8")
        DOSSIER.write_text(dossier(), encoding="utf-8")
        for kind, path in CHARTS.items():
            path.write_text(chart(kind), encoding="utf-8")
        for name, taken in browser.pictures().items():
            (browser.FOLDER / name).write_bytes(taken)
    words.WORDS.write_text(words.words(), encoding="utf-8")
    manual.PAGE.write_text(manual.manual(), encoding="utf-8")
    sys.exit()
