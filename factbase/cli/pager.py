"""A pager for tables that are longer than the screen."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

# less stays quiet where all fits, keeps colours, and leaves long lines and the screen as they are.
_DEFAULT = ("less", "-FRSX")


@contextmanager
def paged(height: int | None = None) -> Iterator[TextIO]:
    """Standard output, through the user's pager where it is a terminal and what is written is longer than that.

    FACTBASE_PAGER and then PAGER name the program; an empty one switches it off, as does one that is not there.
    `height` is in lines, the terminal's by default. Leaving the pager before the end is no error.
    """
    pager = _pager() if sys.stdout.isatty() else []
    if not pager:
        yield sys.stdout
        return
    held = io.StringIO()
    yield held
    text = held.getvalue()
    if text.count("\n") < (height or shutil.get_terminal_size().lines):
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    # What LESS is set to is the user's; without it, colours would be shown as escapes.
    environment = {"LESS": "FRSX", **os.environ}
    # The user named it, and no shell reads it.
    with subprocess.Popen(  # noqa: S603
        pager, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            process.stdin.write(text)
        with suppress(BrokenPipeError):
            process.stdin.close()
        while process.returncode is None:
            # Ctrl-C is the pager's own.
            with suppress(KeyboardInterrupt):
                process.wait()


def _pager() -> list[str]:
    """The command of the pager, empty where there is to be none."""
    named = os.environ.get("FACTBASE_PAGER", os.environ.get("PAGER"))
    if named is None:
        command = list(_DEFAULT)
    else:
        try:
            command = shlex.split(named)
        except ValueError:
            return []
    return command if command and command != ["cat"] and shutil.which(command[0]) else []
