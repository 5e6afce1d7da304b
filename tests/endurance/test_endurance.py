"""A few of the kills and faults that `kills.py` and `faults.py` make by the hundred."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
from conftest import Run

from factbase.rows import Column
from factbase.store.location import Location
from factbase.store.reading import reader

# What happens to a file.
IN_A_FILE = True


HERE = Path(__file__).parent


def run_alone(script: str, *argv: str, told: str = "nothing partial, every second run completed") -> None:
    """Run a script in a Python of its own: it forks, which threads of this one would not bear."""
    done = subprocess.run([sys.executable, HERE / script, *argv], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    assert told in done.stdout


def test_a_kill_leaves_all_of_a_command_or_nothing() -> None:
    run_alone("kills.py", "8")


def test_a_kill_leaves_all_of_a_command_or_nothing_in_postgresql_too() -> None:
    run_alone("kills.py", "3", "1", "postgresql")


def test_writers_at_once_lose_nothing_and_readers_see_one_state() -> None:
    run_alone("together.py", "4", "5", "3000", told="nothing lost")


@pytest.mark.skipif(not shutil.which("cc") or sys.platform != "linux", reason="needs a C compiler and Linux")
def test_a_call_that_fails_leaves_all_of_a_command_or_nothing() -> None:
    run_alone("faults.py", "1", "add", "restore")


# The writer spills pages into the file before it is killed; its journal stays beside.
KILLED = (
    "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
    "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE');"
    "c.execute(\"DELETE FROM search_record\"); c.execute(\"UPDATE thing SET label = label || 'x' WHERE key LIKE '%a%'\");"
    'c.execute("CREATE TABLE filler AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000)'
    ' SELECT i, hex(randomblob(500)) FROM n"); os.kill(os.getpid(), 9)'
)


def kill_a_writer(base: Location) -> None:
    assert base.path
    subprocess.run([sys.executable, "-c", KILLED, base.path])
    assert os.path.getsize(f"{base.path}-journal") > 0


def test_readers_take_back_what_a_killed_writer_had_begun(run: Run, base: Location) -> None:
    before = run("actors", "-f", "csv").out
    kill_a_writer(base)
    assert run("actors", "-f", "csv") == (0, before, "")
    assert run("db", "doctor").code == 0


def test_so_do_readers_that_were_there_before_it(base: Location) -> None:
    asked = "SELECT key, label FROM thing ORDER BY key"
    with reader(base) as opened:
        before = list(opened.rows(asked))
        kill_a_writer(base)
        assert list(opened.rows(asked)) == before
        kill_a_writer(base)
        told = opened.batches(asked, {}, [Column("key"), Column("label")]) or ()
        assert [row for batch in told for row in zip(*batch.to_pydict().values(), strict=True)] == before


def test_readers_wait_for_a_writer(base: Location) -> None:
    with closing(sqlite3.connect(base.address, isolation_level=None, check_same_thread=False)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        Timer(1, writer.rollback).start()
        with reader(base) as opened:
            assert list(opened.rows("SELECT count(*) FROM source")) == [(1,)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MB, where this user may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("may not mount a file system here")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.skipif(not shutil.which("mount"), reason="there is no mount here")
def test_a_disk_that_fills_up_leaves_the_base_and_files_as_they_were(
    run: Run, base: Location, small_disk: Path
) -> None:
    place = small_disk / "facts.db"
    shutil.copyfile(base.address, place)
    there = ("--base", str(place))
    (small_disk / "old.csv").write_text("what was there")
    file = small_disk.parent / "BACI_HS22_Y2022_V202501.csv"
    rows = (f"2022,699,842,{number:06},{number}.250,{number}\n" for number in range(60_000))
    file.write_text("t,i,j,k,v,q\n" + "".join(rows))
    sheet = small_disk.parent / "long.json"
    texts = [{"text": f"{number} " * 20_000, "at": f"p{number}", "about": ["China"]} for number in range(1, 60)]
    told = {"source": {"key": "long", "kind": "article", "title": "Long"}, "statements": texts}
    sheet.write_text(json.dumps(told))
    # So much is left that little can be written.
    (small_disk / "ballast").write_bytes(b"x" * (2_600_000 - place.stat().st_size))
    before = place.read_bytes()
    listed = sorted(path.name for path in small_disk.iterdir())
    for argv in (
        ["import", str(file)], ["add", str(sheet)], ["export", str(small_disk / "package")], ["db", "backup", "--keep", "2"],
        ["export", "--as", "jsonl", "-o", str(small_disk / "old.csv")], ["facts", "-f", "csv", "-o", str(small_disk / "old.csv")],
    ):  # fmt: skip
        if argv[0] not in ("import", "add"):
            with open(small_disk / "more", "wb", buffering=0) as more, contextlib.suppress(OSError):
                while more.write(b"x" * 4096):
                    pass
        result = run(*argv, *there)
        assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1), (argv, result)
        (small_disk / "more").unlink(missing_ok=True)
        assert place.read_bytes() == before, argv
        assert (small_disk / "old.csv").read_text() == "what was there"
        assert sorted(path.name for path in small_disk.iterdir()) == listed, argv
    (small_disk / "ballast").unlink()
    assert run("db", "doctor", *there).code == 0


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
