"""A few of the kills and faults that `kills.py` and `faults.py` make by the hundred."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from factbase.store.location import Location

# What happens to a file.
IN_A_FILE = True


HERE = Path(__file__).parent


def run_alone(script: str, *argv: str) -> None:
    """Run a script in a Python of its own: it forks, which threads of this one would not bear."""
    done = subprocess.run([sys.executable, HERE / script, *argv], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "nothing partial, every second run completed" in done.stdout


def test_a_kill_leaves_all_of_a_command_or_nothing() -> None:
    run_alone("kills.py", "16")


@pytest.mark.skipif(not shutil.which("cc") or sys.platform != "linux", reason="needs a C compiler and Linux")
def test_a_call_that_fails_leaves_all_of_a_command_or_nothing() -> None:
    run_alone("faults.py", "1", "add", "export jsonl", "restore")


def test_readers_take_back_what_a_killed_writer_had_begun(run: Run, base: Location) -> None:
    # The writer spills pages into the file before it is killed; its journal stays beside.
    program = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE');"
        "c.execute(\"DELETE FROM search_record\"); c.execute(\"UPDATE thing SET label = label || 'x' WHERE key LIKE '%a%'\");"
        'c.execute("CREATE TABLE filler AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000)'
        ' SELECT i, hex(randomblob(500)) FROM n"); os.kill(os.getpid(), 9)'
    )
    before = run("actors", "-f", "csv").out
    assert base.path
    subprocess.run([sys.executable, "-c", program, base.path])
    assert os.path.getsize(f"{base.path}-journal") > 0
    assert run("actors", "-f", "csv") == (0, before, "")
    assert run("db", "doctor").code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
@pytest.mark.parametrize("argv", [["import"], ["export", "--as", "jsonl", "-o", "old.txt"], ["db", "backup", "old.txt"], ["trade", "-o", "old.txt", "-f", "csv"]])  # fmt: skip
def test_a_full_disk_is_one_line_and_leaves_what_was_there(base: Location, tmp_path: Path, argv: list[str]) -> None:
    assert base.path
    file = tmp_path / "BACI_HS22_Y2022_V202501.csv"
    file.write_text("t,i,j,k,v,q\n" + "".join(f"2022,699,842,{n:06},{n}.250,1\n" for n in range(10121, 20000)))
    (tmp_path / "old.txt").write_text("what was there")
    before = base.path.read_bytes()
    # No file may grow beyond what the base has already.
    limit = len(before) + 4096 if argv == ["import"] else 100
    program = (
        "import resource, signal, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2);"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from factbase.cli.main import main; sys.exit(main(sys.argv[2:]))"
    )
    arguments = [*argv, str(file)] if argv == ["import"] else argv
    done = subprocess.run(
        [sys.executable, "-c", program, str(limit), *arguments, "--base", base.path],
        capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (4, "", 1), done.stderr
    assert done.stderr.startswith("factbase: ")
    assert base.path.read_bytes() == before
    assert (tmp_path / "old.txt").read_text() == "what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == [file.name, "facts.db", "old.txt"]
    with sqlite3.connect(base.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
