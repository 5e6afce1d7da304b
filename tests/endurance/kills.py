"""Commands killed at random moments: `python tests/endurance/kills.py [NUMBER] [SEED]`, 240 kills unless told.

After every kill the base opens, has nothing wrong (pages, references, totals, digests of loads) and holds all of the
command's work or none; files that were exported before are whole, old or new; and the command, run again, completes.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from factbase.cli.main import COMMANDS, main
from factbase.journal.loads import damaged
from factbase.store import upkeep
from factbase.store.doctor import examine
from factbase.store.location import Location
from factbase.store.reading import reader, revision_of
from factbase.store.sqlite import APPLICATION_ID

LINES = 4_000
SHEET = """source: {key: daily, title: A daily, kind: article, published: 1 May 2025, language: en}
agreements:
"""


class Work(NamedTuple):
    """A command on a folder with a base; `prepare` makes the folder as the command finds it."""

    name: str
    argv: tuple[str, ...]
    prepare: Callable[[Path], None]
    # Files other than the base that the command writes.
    written: tuple[str, ...] = ()


def seeded(folder: Path) -> None:
    upkeep.create(Location(path=folder / "facts.db"), seed=True)


def statistics(folder: Path) -> Path:
    file = folder / "BACI_HS22_Y2022_V202501.csv"
    rows = (f"2022,699,842,{10000 + number:06},{number}.250,{number}\n" for number in range(LINES))
    file.write_text("t,i,j,k,v,q\n" + "".join(rows))
    return file


def with_file(folder: Path) -> None:
    seeded(folder)
    statistics(folder)


def with_load(folder: Path) -> None:
    with_file(folder)
    done(folder, "import", "BACI_HS22_Y2022_V202501.csv")


def with_sheet(folder: Path) -> None:
    seeded(folder)
    lines = (
        f"  - {{kind: memorandum, subject: matter {number}, parties: [Azerbaijan, China], signed: 1 May 2025, at: p{number}}}\n"
        for number in range(1, 200)
    )
    (folder / "sheet.yaml").write_text(SHEET + "".join(lines))


def of_old_revision(folder: Path) -> None:
    dump = min((Path(__file__).parent.parent / "store" / "bases").glob("*.sql"))
    with contextlib.closing(sqlite3.connect(folder / "facts.db")) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def with_exports(folder: Path) -> None:
    with_sheet(folder)
    done(folder, "export", "package")
    done(folder, "export", "--as", "jsonl", "-o", "facts.jsonl")
    done(folder, "add", "sheet.yaml")


def with_backup(folder: Path) -> None:
    seeded(folder)
    done(folder, "db", "backup", "copy.db")
    done(folder, "alias", "CHN", "Cathay")


WORKS = (
    Work("import", ("import", "BACI_HS22_Y2022_V202501.csv"), with_file),
    Work("undo", ("undo", "2"), with_load),
    Work("add", ("add", "sheet.yaml"), with_sheet),
    Work("upgrade", ("db", "upgrade"), of_old_revision),
    Work("export", ("export", "package"), with_exports, ("package",)),
    Work("export jsonl", ("export", "--as", "jsonl", "-o", "facts.jsonl"), with_exports, ("facts.jsonl",)),
    Work("backup", ("db", "backup", "copy.db"), with_backup, ("copy.db",)),
    Work("restore", ("db", "restore", "copy.db"), with_backup),
)


def ready() -> None:
    """Import all that commands import, once, so that a fork has it."""
    for module in ("pyarrow.compute", "pyarrow.csv", "adbc_driver_sqlite", "alembic.command", "rich.table", "yaml"):
        import_module(module)
    for module, _ in COMMANDS.values():
        import_module(f"factbase.cli.{module}")


def begun(folder: Path, argv: tuple[str, ...]) -> int:
    """The process id of the command, run in a fork so that a kill meets its work and not its imports."""
    pid = os.fork()
    if pid:
        return pid
    os.chdir(folder)
    quiet = os.open("out.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    code = 70
    try:
        code = main([*argv, "--base", "facts.db"])
        sys.stdout.flush()
    finally:
        os._exit(code)


def done(folder: Path, *argv: str) -> None:
    """Run a command to its end."""
    _, status = os.waitpid(begun(folder, argv), 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise AssertionError(f"{' '.join(argv)} failed: {(folder / 'out.txt').read_text()}")


def holds(path: Path) -> str:
    """What a base holds, but for times and the index of texts, which the next writer brings up to date."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        parts = []
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
        ).fetchall():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] != "at"]
            rows = connection.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY {', '.join(columns)}")
            digest = hashlib.sha256(sql.encode())
            for row in rows:
                digest.update(repr(row).encode())
            parts.append(f"{name} {digest.hexdigest()}")
    return "\n".join(parts)


def files(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    """The files below these names, each with what is in it."""
    found = {}
    for name in names:
        for path in sorted((folder / name).rglob("*")) if (folder / name).is_dir() else [folder / name]:
            if path.is_file():
                is_base = path.suffix == ".db"
                found[str(path.relative_to(folder))] = holds(path) if is_base else path.read_bytes().hex()
    return found


def wrong(path: Path) -> list[str]:
    """What the doctor finds, but for what is only to be cleared away or to be upgraded."""
    location = Location(path=path)
    found = [sign.found for sign in examine(location) if not sign.sound and sign.part not in ("left over", "index")]
    is_older = any("this program needs" in line for line in found)
    if is_older:
        return [line for line in found if "this program needs" not in line]
    with reader(location) as opened:
        assert revision_of(opened)
    return [*found, *damaged(location)]


class Bed(NamedTuple):
    """A work with the folder that it starts from, what comes of it, and how long it takes."""

    work: Work
    start: Path
    before: str
    after: str
    files_before: dict[str, str]
    files_after: dict[str, str]
    seconds: float


def laid(work: Work, room: Path) -> Bed:
    """Do the work once, undisturbed."""
    start, tried = room / f"{work.name} start", room / f"{work.name} whole"
    start.mkdir()
    work.prepare(start)
    shutil.copytree(start, tried)
    began = time.monotonic()
    done(tried, *work.argv)
    seconds = time.monotonic() - began
    made = files(tried, work.written), files(start, work.written)
    return Bed(work, start, holds(start / "facts.db"), holds(tried / "facts.db"), made[1], made[0], seconds)


def killed(bed: Bed, room: Path, moment: float) -> str:
    """Kill the work at a moment, in seconds; whether it was not begun, half done or at its end. Raises AssertionError."""
    folder = room / "killed"
    shutil.copytree(bed.start, folder)
    try:
        pid = begun(folder, bed.work.argv)
        time.sleep(moment)
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        is_done = os.waitstatus_to_exitcode(status) == 0
        held = checked(bed, folder)
        return "done" if is_done else "all" if held == bed.after != bed.before else "nothing"
    finally:
        shutil.rmtree(folder)


def checked(bed: Bed, folder: Path) -> str:
    """What the base holds after the work was disturbed. Raises AssertionError where that is neither all nor nothing."""
    path = folder / "facts.db"
    assert wrong(path) == [], wrong(path)
    held = holds(path)
    assert held in (bed.before, bed.after), "a part of the work is in the base"
    for name, content in files(folder, bed.work.written).items():
        assert content in (bed.files_before.get(name), bed.files_after.get(name)), f"{name} is not whole"
    if held == bed.before or bed.work.written:
        done(folder, *bed.work.argv)
    assert holds(path) == bed.after, "a second run does not complete it"
    assert files(folder, bed.work.written) == bed.files_after, "a second run does not complete its files"
    return held


def kills(number: int, seed: int) -> Iterator[tuple[str, str]]:
    """Kill each work in turn, `number` times in all; gives its name and what was left of it."""
    ready()
    moments = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        beds = [laid(work, room) for work in WORKS[:number]]
        for turn in range(number):
            bed = beds[turn % len(beds)]
            moment = moments.uniform(0, bed.seconds * 1.05)
            try:
                yield bed.work.name, killed(bed, room, moment)
            except AssertionError as error:
                raise AssertionError(f"{bed.work.name}, killed after {moment:.4f} s: {error}") from error


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    left = Counter(kills(wanted, seed))
    for (work, what), times in sorted(left.items()):
        print(f"{work:14} {what:8} {times}")
    print(f"{sum(left.values())} kills, seed {seed}: nothing partial, every second run completed")
