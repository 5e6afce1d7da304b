"""Where an answer goes: text and bytes, standard output and files."""

from __future__ import annotations

import os
import subprocess
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


def test_a_link_stays_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to("data.csv")
    for _ in range(2):
        assert run("trade", "-o", str(tmp_path / "link.csv")).code == 0
    assert (tmp_path / "link.csv").readlink() == Path("data.csv")
    assert (tmp_path / "data.csv").read_text() == run("trade", "-f", "csv").out


@pytest.mark.parametrize(
    "argv", [["trade", "-o"], ["import", "facts.csv", "--rejects"], ["export", "--as", "jsonl", "-o"]]
)
def test_a_base_is_not_written_over(run: Run, tmp_path: Path, argv: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("facts.csv").write_text("Country Code,Indicator Name,Indicator Code,2022\nAZE,Population,SP.POP.TOTL,1\n")
    assert main(["db", "init", "--base", "mine.db"]) == 0
    before = Path("mine.db").read_bytes()
    refused = run(*argv, "mine.db")
    assert (refused.code, "mine.db: is a base, and would be written over" in refused.err) == (2, True), refused.err
    assert Path("mine.db").read_bytes() == before


def test_a_pipe_is_written_to(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE, text=True) as reader:
        assert run("trade", "-f", "csv", "-o", str(tmp_path / "pipe")).code == 0
        assert reader.communicate()[0] == run("trade", "-f", "csv").out
    assert (tmp_path / "pipe").is_fifo()


def test_what_a_shell_names_by_a_number_is_written_to(run: Run) -> None:
    read, write = os.pipe()
    assert run("trade", "-f", "csv", "-o", f"/dev/fd/{write}").code == 0
    os.close(write)
    with open(read) as pipe:
        assert pipe.read() == run("trade", "-f", "csv").out


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_a_file_that_is_replaced_stays_as_open_to_others_as_it_was(run: Run, tmp_path: Path, mode: int) -> None:
    (tmp_path / "x.csv").touch(mode)
    assert run("trade", "-o", str(tmp_path / "x.csv")).code == 0
    assert (tmp_path / "x.csv").stat().st_mode & 0o777 == mode


def test_a_new_file_is_made_with_the_users_umask(run: Run, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert run("trade", "-o", str(tmp_path / "x.csv")).code == 0
    finally:
        os.umask(before)
    assert (tmp_path / "x.csv").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("name", "code"), [("", 2), (".", 4), ("/", 4), ("..", 4)])
def test_what_is_no_name_of_a_file_is_refused(run: Run, name: str, code: int) -> None:
    result = run("trade", "-f", "csv", "-o", name)
    assert (result.code, result.out, result.err.count("\n")) == (code, "", 1)
