"""Signals, pipes that close, and disks that are full: a clean end, the right exit code, and the base as it was."""

from __future__ import annotations

import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from factbase.store.location import Location

# What happens to a file.
IN_A_FILE = True


FACTBASE = [sys.executable, "-m", "factbase"]
PRINTING = [
    ["agreements"], ["trade", "-f", "csv"], ["trade", "-f", "parquet"], ["trade", "-f", "arrow"], ["trade", "-f", "html"],
    ["trade", "-f", "markdown"], ["trade", "--count"], ["trade", "--show-sql"], ["sources", "-f", "bibtex"], ["sources", "-f", "csl"],
    ["show", "CHN"], ["brief", "CHN"], ["brief", "CHN", "-f", "html"], ["chart", "trade", "CHN"], ["history", "CHN"], ["check"],
    ["check", "--list"], ["trust", "kapanadze:50"], ["search", "china"], ["diff", "--from", "0"], ["sql", "SELECT 1"], ["schema"],
    ["sheet", "new", "-"], ["sheet", "from-source", "kapanadze"], ["export", "--as", "jsonl"], ["export", "--as", "xlsx"],
    ["db", "path"], ["db", "status"], ["db", "doctor"], ["db", "backup"], ["alias", "CHN", "Cathay"], ["--help"], ["trade", "--help"],
    ["--version"],
]  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("argv", PRINTING, ids=" ".join)
def test_a_full_disk_is_noticed_by_every_command_that_prints(base: Location, argv: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*FACTBASE, *argv],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "FACTBASE_URL": str(base)},
        )
    if argv[0] == "check" and done.returncode in (0, 1):
        # Where nothing is found, nothing is printed but a note.
        assert "nothing found" in done.stderr
        return
    assert done.returncode == 4, done.stderr
    assert done.stderr.splitlines()[-1].startswith("factbase: ")
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "argv", [["facts", "-f", "csv"], ["export", "--as", "jsonl"], ["trade", "-f", "parquet"], ["--help"], ["schema"]]
)
def test_a_reader_that_has_gone_is_no_error(base: Location, argv: list[str]) -> None:
    process = subprocess.Popen(
        [*FACTBASE, *argv],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "FACTBASE_URL": str(base)},
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


@pytest.mark.parametrize("argv", [["trade"], ["trade", "-f", "parquet"], ["show", "CHN"]])
def test_a_closed_output_is_one_line(base: Location, argv: list[str]) -> None:
    line = " ".join(["exec", *FACTBASE, *argv, ">&-"])
    done = subprocess.run(
        ["sh", "-c", line], stderr=subprocess.PIPE, text=True, env={**os.environ, "FACTBASE_URL": str(base)}
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (4, 1), done.stderr


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_command_that_is_told_to_end_leaves_the_base_as_it_was(
    base: Location, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    assert base.path
    before = base.path.read_bytes()
    process = subprocess.Popen(
        [*FACTBASE, "import", "-", "--classification", "H6", "--base", base.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stderr
    process.stdin.write(b"t,i,j,k,v,q\n" + b"".join(b"2022,699,842,%06d,1.5,2\n" % n for n in range(300_000)))
    process.stdin.flush()
    # It waits for more now, and nothing more comes.
    time.sleep(2)
    process.send_signal(sent)
    assert process.wait(timeout=60) == code
    assert process.stderr.read() == b""
    process.stderr.close()
    process.stdin.close()
    assert base.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.db"]


LONG = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
# A question of the program's own that never ends.
ASKS = f"""
import factbase.cli.main as program
from factbase.store.location import locate
from factbase.store.reading import reader
def answer(_):
    with reader(locate(None)) as opened:
        list(opened.rows("{LONG}"))
program._answer = answer
program.run()
"""


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize(
    "argv",
    [
        ["-m", "factbase", "sql", LONG, "--timeout", "100"],
        ["-c", ASKS],
        # These wait for a writer.
        ["-m", "factbase", "alias", "CHN", "Cathay"],
        ["-m", "factbase", "import", "BACI_HS22.csv"],
    ],
    ids=["sql", "question", "alias", "import"],
)
def test_a_command_that_is_at_work_or_waits_ends_at_once(
    base: Location, tmp_path: Path, argv: list[str], sent: signal.Signals, code: int
) -> None:
    (tmp_path / "BACI_HS22.csv").write_bytes(b"t,i,j,k,v,q\n2022,699,842,010121,1.5,2\n")
    with closing(sqlite3.connect(base.address, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        process = subprocess.Popen(
            [sys.executable, *argv],
            cwd=tmp_path,
            env={**os.environ, "FACTBASE_URL": base.address},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        time.sleep(2)
        assert process.poll() is None
        process.send_signal(sent)
        assert process.communicate(timeout=30) == (b"", b"")
        assert process.returncode == code


def test_an_import_tells_a_terminal_how_far_it_is_and_a_pipe_nothing(base: Location, tmp_path: Path) -> None:
    rows = (b"%d,699,842,%06d,1.5,2\n" % (2000 + n // 7000, n % 7000) for n in range(140_000))
    (tmp_path / "BACI_HS22.csv").write_bytes(b"t,i,j,k,v,q\n" + b"".join(rows))
    argv = [*FACTBASE, "import", str(tmp_path / "BACI_HS22.csv"), "--dry-run", "--base", base.address]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(argv, stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    said = b""
    # The end of a terminal is an error on some systems, and an empty read on others.
    with suppress(OSError):
        while read := os.read(ours, 1000):
            said += read
    os.close(ours)
    assert process.wait() == 0
    shown = said.decode()
    assert re.search(r"\r\x1b\[K[0-9,]+ figures, [0-9,]+ a second, [0-9]+ s left", shown), shown
    # The line is taken away, and the outcome stands alone.
    assert shown.rpartition("\x1b[K")[2] == "baci: would be 280,000 new, 0 unchanged, 0 changed\r\n"
    done = subprocess.run(argv, capture_output=True, text=True)
    assert done.stderr == "baci: would be 280,000 new, 0 unchanged, 0 changed\n"
