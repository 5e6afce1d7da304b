"""Completion in real shells, on a terminal: a line is typed, the Tab key pressed, and the line that is there then read."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run

# The shell's own: a base in a file.
IN_A_FILE = True

# How each is started without anybody's settings, and takes the completion in.
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(factbase completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -U compinit; compinit -D; bindkey -e; eval "$(factbase completion zsh)"'),
    "fish": (["fish", "--no-config", "-i"], "factbase completion fish | source"),
}
LINES = {
    "factbase agreem": ["factbase", "agreements"],
    "factbase agreements azerba": ["factbase", "agreements", "azerbaijan"],
    "factbase trade --indicator trade-in-g": ["factbase", "trade", "--indicator", "trade-in-goods"],
    "factbase trade --columns key,val": ["factbase", "trade", "--columns", "key,value"],
    "factbase trade -f parq": ["factbase", "trade", "-f", "parquet"],
    "factbase export --as par": ["factbase", "export", "--as", "parquet"],
    "factbase import --as comt": ["factbase", "import", "--as", "comtrade"],
    "factbase show kapanadze:113": ["factbase", "show", "kapanadze:113"],
    "factbase show Xi\\ J": ["factbase", "show", "Xi Jinping"],
    "factbase show 'Xi J": ["factbase", "show", "Xi Jinping"],
}


class Shell:
    """A shell on a terminal of its own."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        command, begin = SHELLS[name]
        self.seen = ""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        # The signs that it waits for are in no line that is typed.
        self._type(f"{begin}; printf '%s\\n' rea''dy\n")
        self._read(r"ready\r")

    def completed(self, line: str) -> list[str]:
        """The words of the line after the Tab key; a machine that is slow to answer is given time."""
        words: list[str] = []
        for wait in (0.3, 1, 3):
            self._type(f"{line}\t")
            time.sleep(wait)
            # To the beginning of the line, and print what stands behind, with an end: it may arrive in pieces.
            self._type("""\x01sh -c 'printf "<%s>" "$@"; echo .' sh \n""")
            words = re.findall("<([^<>]*)>", self._read(r"<factbase>(?:<[^<>]*>)+(?=\.)"))
            if words == LINES.get(line):
                break
        return words

    def _type(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def _read(self, pattern: str) -> str:
        """What it printed that fits the pattern; all before it is forgotten."""
        end = time.monotonic() + 30
        while not (found := re.search(pattern, self.seen)):
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            assert ready, f"waited for {pattern}: {self.seen!r}"
            self.seen += os.read(self.terminal, 65536).decode(errors="replace")
        self.seen = self.seen[found.end() :]
        return found[0]

    def close(self) -> None:
        """End it."""
        self._type("\x03\nexit\n")
        try:
            while os.read(self.terminal, 65536):
                pass
        except OSError:
            pass
        os.waitpid(self.process, 0)
        os.close(self.terminal)


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> Iterator[Shell]:
    """The shell with `factbase` on its path and its completion taken in."""
    if shutil.which(request.param) is None:
        pytest.skip(f"there is no {request.param} here")
    program = tmp_path / "bin" / "factbase"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factbase "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}:{os.environ['PATH']}"
    opened = Shell(request.param, {**os.environ, "PATH": path, "HOME": str(tmp_path), "TERM": "xterm"})
    yield opened
    opened.close()


# The child becomes the shell at once, whatever threads its parent had.
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_the_tab_key_completes(shell: Shell) -> None:
    assert {line: shell.completed(line) for line in LINES} == LINES
