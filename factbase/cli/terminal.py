"""What the output goes to: whether it is a terminal, how wide, and in colour or not. Asked once, here."""

from __future__ import annotations

import os
import shutil
import sys
from typing import NamedTuple


class Terminal(NamedTuple):
    """`width` in columns, None where the output is no terminal and lines may be of any length."""

    width: int | None
    color: bool


def standard_output() -> Terminal:
    """What standard output is. COLUMNS, NO_COLOR, FORCE_COLOR and TERM=dumb are heeded."""
    forced = bool(os.environ.get("FORCE_COLOR"))
    terminal = sys.stdout is not None and sys.stdout.isatty()
    if not terminal and not forced:
        return Terminal(None, False)
    plain = bool(os.environ.get("NO_COLOR")) or (os.environ.get("TERM") == "dumb" and not forced)
    return Terminal(shutil.get_terminal_size().columns, not plain)
