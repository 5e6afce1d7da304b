"""The manual page is what the commands say of themselves."""

from __future__ import annotations

import shutil
import subprocess

import manual
import pytest
import typer

from factbase.cli.main import COMMANDS


@pytest.mark.skipif(
    tuple(map(int, typer.__version__.split(".")[:2])) < (0, 26),
    reason="older versions of Typer tell of arguments otherwise",
)
def test_the_manual_is_made_from_the_commands() -> None:
    assert manual.PAGE.read_text(encoding="utf-8") == manual.manual(), "run python docs/make.py"


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no 'man' here")
def test_man_shows_it_without_a_warning() -> None:
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", str(manual.PAGE)],
        capture_output=True, text=True, env={"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    told = " ".join(done.stdout.split())
    assert all(f"factbase {name} " in told for name in COMMANDS)
    assert "factbase agreements azerbaijan china --status signed" in told
