"""Where an answer goes: text and bytes, standard output and files."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

import pytest
from conftest import Run

from factbase.cli.main import main
from factbase.render.formats import BINARY
from factbase.render.options import Options, Written
from factbase.rows import Rows
from factbase.store.location import Location


@pytest.fixture
def pickled(monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a form that is bytes and no text."""

    def write(rows: Rows, out: BinaryIO, options: Options) -> Written:
        return Written(out.write(bytes(0xFF for _ in rows)))

    module = ModuleType("pickled")
    module.write = write  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "factbase.render.pickled", module)
    monkeypatch.setitem(BINARY, "pickled", "no text")
    return "pickled"


def test_bytes_go_into_a_file_as_they_are(run: Run, tmp_path: Path, pickled: str) -> None:
    assert run("trade", "-f", pickled, "-o", str(tmp_path / "one")) == (0, "", "")
    assert run("trade", "-o", str(tmp_path / "two.pickled")) == (0, "", "")
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir()) if path.suffix != ".db"] == [b"\xff" * 3] * 2


def test_bytes_go_into_a_pipe_as_they_are(
    base: Location, capfdbinary: pytest.CaptureFixture[bytes], pickled: str
) -> None:
    assert main(["trade", "-f", pickled, "--base", base.address]) == 0
    assert capfdbinary.readouterr() == (b"\xff" * 3, b"")


def test_bytes_do_not_go_to_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, pickled: str) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    line = "factbase: pickled is not for a terminal (name a file with -o)\n"
    assert run("trade", "-f", pickled) == (2, "", line)
