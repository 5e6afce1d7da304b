"""Several at once: `python tests/endurance/together.py [WRITERS COMMANDS FIGURES] [postgresql]`, 8, 250 and 300,000 unless told.

So many writers each run so many commands, one after the other as a shell would: none may fail, and nothing may be lost.
Then a reader asks again and again while so many rows are imported: it sees the old state or the new one, is never refused,
and its longest wait is told.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from endurance.kills import begun, kept, ready

from factbase.cli import main as program
from factbase.store.location import Location
from factbase.store.reading import reader
from factbase.store.upkeep import create


def writers(base: Location, number: int, commands: int) -> float:
    """Let them write; gives the seconds of the longest command. Raises AssertionError where something is lost."""
    longest = 0.0
    pids = {}
    for writer in range(number):
        read, write = os.pipe()
        pid = os.fork()
        if not pid:
            slowest, failed = 0.0, 0
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            for command in range(commands):
                began = time.monotonic()
                failed += program.main(["alias", "CHN", f"Name {writer} {command}", "--base", base.address]) != 0
                slowest = max(slowest, time.monotonic() - began)
            os.write(write, f"{slowest} {failed}".encode())
            os._exit(0)
        os.close(write)
        pids[pid] = read
    for pid, read in pids.items():
        with open(read) as told:
            seconds, failures = told.read().split()
        os.waitpid(pid, 0)
        assert failures == "0", f"{failures} commands failed"
        longest = max(longest, float(seconds))
    with reader(base) as opened:
        [(names,)] = opened.rows("SELECT count(*) FROM name WHERE thing = 'CHN' AND name LIKE 'Name %'")
        [(last, entries)] = opened.rows("SELECT max(number), count(*) FROM entry")
    assert names == number * commands, f"{names} names"
    assert last == entries == 1 + number * commands, f"{entries} entries"
    return longest


def reading(base: Location, folder: Path, figures: int) -> tuple[float, float, int]:
    """Read while so many rows are imported; gives the seconds of the import and of the longest answer, and their number.

    Raises AssertionError where an answer is neither of before nor of after.
    """
    file = folder / "BACI_HS22_Y2022_V202501.csv"
    areas = ("842", "156", "276", "392", "250", "410")
    with open(file, "w", encoding="utf-8") as out:
        out.write("t,i,j,k,v,q\n")
        out.writelines(f"2022,699,{areas[row % 6]},{row // 6:06},{row}.250,NA\n" for row in range(figures))
    began = time.monotonic()
    pid = begun(folder, ("import", file.name, "--base", base.address))
    longest, answers, seen = 0.0, 0, set()
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            break
        asked = time.monotonic()
        with reader(base) as opened:
            [(count,)] = opened.rows("SELECT count(*) FROM figure WHERE assertion IS NULL")
            [(entries,)] = opened.rows("SELECT count(*) FROM entry")
        longest = max(longest, time.monotonic() - asked)
        seen.add((count, entries))
        answers += 1
        time.sleep(0.01)
    took = time.monotonic() - began
    assert os.waitstatus_to_exitcode(status) == 0, (folder / "out.txt").read_text()
    with reader(base) as opened:
        [(now,)] = opened.rows("SELECT count(*) FROM entry")
    before = int(str(now)) - 1
    assert seen <= {(0, before), (figures, before + 1)}, seen
    return took, longest, answers


def main(number: int, commands: int, figures: int, kind: str) -> None:
    """Do both, and tell what was measured."""
    ready()
    with tempfile.TemporaryDirectory() as name, kept(kind) as bases:
        base = bases.new(Path(name) / "facts.db")
        create(base, seed=True)
        began = time.monotonic()
        longest = writers(base, number, commands)
        took = time.monotonic() - began
        print(
            f"{number} writers, {commands} commands each: none failed, nothing lost; {took:.0f} s, longest {longest:.1f} s"
        )
        took, longest, answers = reading(base, Path(name), figures)
        print(
            f"{answers} answers while {figures:,} rows came in, each of one state; {took:.1f} s, longest {longest:.2f} s"
        )


if __name__ == "__main__":
    number, commands, figures = [int(one) for one in sys.argv[1:4] if one.isdigit()] or (8, 250, 300_000)
    main(number, commands, figures, "postgresql" if "postgresql" in sys.argv else "files")
