"""Who writes: as the command says, or the environment, or git, or the login."""

from __future__ import annotations

import getpass
import os
import subprocess


def author(named: str | None = None) -> str:
    """The name for the journal: `named`, else FACTBASE_AUTHOR, else git's user.name, else the login.

    >>> author("Leyla")
    'Leyla'
    """
    return named or os.environ.get("FACTBASE_AUTHOR") or _git_name() or _login() or "unknown"


def _git_name() -> str | None:
    try:
        found = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return found.stdout.strip() or None


def _login() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None
