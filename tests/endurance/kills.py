"""Commands that are cut off at random moments: `python tests/endurance/kills.py [NUMBER] [SEED] [postgresql]`, 240 times.

They are killed, interrupted (Ctrl-C), told to end (TERM) or, on PostgreSQL, lose the server's process that serves them.
After each the base opens, has nothing wrong (pages, references, totals, digests of loads) and holds all of the command's
work or none; files that were exported before are whole, old or new; and the command, run again, completes. A command that
was not killed says nothing but why it failed, and ends with its own exit code.
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
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))
from conftest import Bases, Databases, Files, postgresql_server

from factbase.cli import main as program
from factbase.cli.main import COMMANDS
from factbase.journal.loads import damaged
from factbase.kinds.figure.total import COLUMNS, totals
from factbase.store import upkeep
from factbase.store.doctor import examine
from factbase.store.location import Location
from factbase.store.reading import REVISION, database, reader
from factbase.store.sqlite import APPLICATION_ID

LINES = 4_000
SHEET = """source: {key: daily, title: A daily, kind: article, published: 1 May 2025, language: en}
agreements:
"""
# How a command is cut off, and the exit codes that it may have then: 0 where it was done already.
BLOWS = {"kill": (-9,), "interrupt": (130,), "terminate": (143,), "backend": (4,)}
SIGNALS = {"kill": signal.SIGKILL, "interrupt": signal.SIGINT, "terminate": signal.SIGTERM}


class Work(NamedTuple):
    """A command on a folder with a base; `prepare` makes both as the command finds them."""

    name: str
    argv: tuple[str, ...]
    prepare: Callable[[Path, Location], None]
    # Files other than the base that the command writes.
    written: tuple[str, ...] = ()
    in_files_alone: bool = False

    def call(self, base: Location) -> tuple[str, ...]:
        """What is run, on that base."""
        if "{base}" in self.argv:
            return tuple(base.address if part == "{base}" else part for part in self.argv)
        return (*self.argv, "--base", base.address)


def seeded(folder: Path, base: Location) -> None:
    upkeep.create(base, seed=True)


def statistics(folder: Path) -> Path:
    file = folder / "BACI_HS22_Y2022_V202501.csv"
    rows = (f"2022,699,842,{10000 + number:06},{number}.250,{number}\n" for number in range(LINES))
    file.write_text("t,i,j,k,v,q\n" + "".join(rows))
    return file


def with_file(folder: Path, base: Location) -> None:
    seeded(folder, base)
    statistics(folder)


def with_load(folder: Path, base: Location) -> None:
    with_file(folder, base)
    done(folder, "import", "BACI_HS22_Y2022_V202501.csv", "--base", base.address)


def with_sheet(folder: Path, base: Location) -> None:
    seeded(folder, base)
    lines = (
        f"  - {{kind: memorandum, subject: matter {number}, parties: [Azerbaijan, China], signed: 1 May 2025, at: p{number}}}\n"
        for number in range(1, 200)
    )
    (folder / "sheet.yaml").write_text(SHEET + "".join(lines))


def of_old_revision(folder: Path, base: Location) -> None:
    if base.path is None:
        seeded(folder, base)
        upkeep.migrate(base, to="0003")
        return
    dump = min((Path(__file__).parent.parent / "store" / "bases").glob("*.sql"))
    with contextlib.closing(sqlite3.connect(base.path)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def with_exports(folder: Path, base: Location) -> None:
    with_sheet(folder, base)
    done(folder, "export", "package", "--base", base.address)
    done(folder, "export", "--as", "jsonl", "-o", "facts.jsonl", "--base", base.address)
    done(folder, "add", "sheet.yaml", "--base", base.address)


def with_backup(folder: Path, base: Location) -> None:
    seeded(folder, base)
    done(folder, "db", "backup", "copy.db", "--base", base.address)
    done(folder, "alias", "CHN", "Cathay", "--base", base.address)


def with_another(folder: Path, base: Location) -> None:
    """A base in a file, with a load, and no base where it is to be copied to."""
    with_load(folder, Location(path=folder / "source.db"))


def with_package(folder: Path, base: Location) -> None:
    with_sheet(folder, Location(path=folder / "source.db"))
    done(folder, "add", "sheet.yaml", "--base", "source.db")
    done(folder, "export", "package", "--base", "source.db")
    upkeep.create(base, seed=True)


WORKS = (
    Work("import", ("import", "BACI_HS22_Y2022_V202501.csv"), with_file),
    Work("undo", ("undo", "2"), with_load),
    Work("add", ("add", "sheet.yaml"), with_sheet),
    Work("upgrade", ("db", "upgrade"), of_old_revision),
    Work("copy", ("db", "copy", "source.db", "{base}"), with_another),
    Work("import package", ("import", "package"), with_package),
    Work("export", ("export", "package"), with_exports, ("package",)),
    Work("export jsonl", ("export", "--as", "jsonl", "-o", "facts.jsonl"), with_exports, ("facts.jsonl",)),
    Work("backup", ("db", "backup", "copy.db"), with_backup, ("copy.db",), in_files_alone=True),
    Work("restore", ("db", "restore", "copy.db"), with_backup, in_files_alone=True),
)


def ready() -> None:
    """Import all that commands import, once, so that a fork has it."""
    for module in ("pyarrow.compute", "pyarrow.csv", "adbc_driver_sqlite", "alembic.command", "rich.table", "yaml"):
        import_module(module)
    for module, _ in COMMANDS.values():
        import_module(f"factbase.cli.{module}")


def begun(folder: Path, argv: tuple[str, ...]) -> int:
    """The process id of the command, run in a fork so that a kill meets its work and not its imports."""
    # Signals wait until the command has taken over from its interpreter.
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    pid = os.fork()
    if pid:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)
        return pid
    os.chdir(folder)
    quiet = os.open("out.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(quiet, 2)
    # What runs in the background of a shell ignores it.
    signal.signal(signal.SIGINT, program.end)
    signal.signal(signal.SIGTERM, program.end)
    code: Any = 70
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)
        code = program.main(argv)
    except BaseException as error:
        # It came right before or after.
        code = 130 if isinstance(error, KeyboardInterrupt) else 143 if isinstance(error, program.Terminated) else 70
    finally:
        os._exit(code)


def done(folder: Path, *argv: str) -> None:
    """Run a command to its end."""
    _, status = os.waitpid(begun(folder, argv), 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise AssertionError(f"{' '.join(argv)} failed: {(folder / 'out.txt').read_text()}")


def holds(base: Location) -> str:
    """What a base holds, but for times and the index of texts, which the next writer brings up to date.

    Nothing where there is no base, and where it has no entry: `db copy` makes one before it fills it.
    """
    if base.path is not None and not base.path.exists():
        return ""
    parts = []
    with database(base).opened(base) as opened:
        for name, table in opened.tables().items():
            if name.startswith(("search", "sqlite")):
                continue
            columns = ", ".join(column for column in table.columns if column != "at")
            digest = hashlib.sha256(repr(table).encode())
            rows = opened.rows(f"SELECT {columns} FROM {opened.schema}.{name} ORDER BY {columns}")
            is_empty = True
            for row in rows:
                digest.update(repr(row).encode())
                is_empty = False
            if name == "entry" and is_empty:
                return ""
            parts.append(f"{name} {digest.hexdigest()}")
    return "\n".join(parts)


def files(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    """The files below these names, each with what is in it."""
    found = {}
    for name in names:
        for path in sorted((folder / name).rglob("*")) if (folder / name).is_dir() else [folder / name]:
            if path.is_file():
                is_base = path.suffix == ".db"
                found[str(path.relative_to(folder))] = (
                    holds(Location(path=path)) if is_base else path.read_bytes().hex()
                )
    return found


def wrong(base: Location) -> list[str]:
    """What is wrong with a base, but for what is only to be cleared away or to be upgraded."""
    if not holds(base):
        return []
    found = []
    if base.path is not None:
        found = [sign.found for sign in examine(base) if not sign.sound and sign.part not in ("left over", "index")]
    if upkeep.revision(base) != REVISION:
        return [line for line in found if "this program needs" not in line and "were not looked at" not in line]
    with reader(base) as opened:
        held = sorted(map(repr, opened.rows(f"SELECT {COLUMNS} FROM total")))
        found += [] if held == sorted(map(repr, opened.rows(totals()))) else ["totals do not equal what they sum"]
    return [*found, *damaged(base)]


class Bed(NamedTuple):
    """A work with the folder and the base that it starts from, what comes of it, and how long it takes."""

    work: Work
    bases: Bases
    start: Path
    base: Location
    before: str
    after: str
    files_before: dict[str, str]
    files_after: dict[str, str]
    seconds: float

    @contextlib.contextmanager
    def copied(self, folder: Path) -> Iterator[Location]:
        """The base in a copy of the folder."""
        shutil.copytree(self.start, folder, ignore=shutil.ignore_patterns("out.txt"))
        path = folder / "facts.db"
        there = self.base.path is None or self.base.path.exists()
        base = self.bases.copy(self.base, path) if there else self.bases.new(path)
        try:
            yield base
        finally:
            self.bases.drop(base)
            shutil.rmtree(folder)


def laid(work: Work, room: Path, bases: Bases) -> Bed:
    """Do the work once, undisturbed."""
    start = room / f"{work.name} start"
    start.mkdir()
    base = bases.new(start / "facts.db")
    work.prepare(start, base)
    bed = Bed(work, bases, start, base, holds(base), "", files(start, work.written), {}, 0)
    with bed.copied(room / "whole") as copy:
        began = time.monotonic()
        done(room / "whole", *work.call(copy))
        seconds = time.monotonic() - began
        return bed._replace(after=holds(copy), files_after=files(room / "whole", work.written), seconds=seconds)


def disturbed(bed: Bed, room: Path, moment: float, blow: str) -> str:
    """Cut the work off at a moment, in seconds; tells whether it was not begun or at its end. Raises AssertionError."""
    folder = room / "disturbed"
    with bed.copied(folder) as base:
        pid = begun(folder, bed.work.call(base))
        time.sleep(moment)
        if blow == "backend":
            assert isinstance(bed.bases, Databases)
            bed.bases.disconnect(base)
        else:
            os.kill(pid, SIGNALS[blow])
        _, status = os.waitpid(pid, 0)
        if isinstance(bed.bases, Databases):
            bed.bases.settle(base)
        code = os.waitstatus_to_exitcode(status)
        said = (folder / "out.txt").read_text() if (folder / "out.txt").exists() else ""
        assert code in (0, *BLOWS[blow]), f"exit code {code}: {said}"
        if code == 4:
            assert said.startswith("factbase: "), said
            assert said.count("\n") == 1, said
        elif code != 0:
            # Behind its last word it has done all.
            assert not said or (holds(base), files(folder, bed.work.written)) == (bed.after, bed.files_after), said
            assert not said.startswith("factbase: "), said
        held = checked(bed, folder, base, is_killed=blow == "kill")
        return "done" if code == 0 else "all" if held == bed.after != bed.before else "nothing"


def checked(bed: Bed, folder: Path, base: Location, *, is_killed: bool = True) -> str:
    """What the base holds after the work was disturbed. Raises AssertionError where that is neither all nor nothing."""
    assert wrong(base) == [], wrong(base)
    held = holds(base)
    assert held in (bed.before, bed.after), "a part of the work is in the base"
    for name, content in files(folder, bed.work.written).items():
        assert content in (bed.files_before.get(name), bed.files_after.get(name)), f"{name} is not whole"
    if not is_killed:
        left = [path.name for path in folder.iterdir() if path.name.startswith(".") or path.name.endswith("-journal")]
        assert not left, f"{left} was left behind"
    if held == bed.before or bed.work.written:
        done(folder, *bed.work.call(base))
    assert holds(base) == bed.after, "a second run does not complete it"
    assert files(folder, bed.work.written) == bed.files_after, "a second run does not complete its files"
    return held


def kills(number: int, seed: int, bases: Bases) -> Iterator[tuple[str, str, str]]:
    """Cut each work off in turn, `number` times in all; gives its name, the blow, and what was left of it."""
    ready()
    chance = random.Random(seed)
    is_in_files = isinstance(bases, Files)
    works = [work for work in WORKS if is_in_files or not work.in_files_alone]
    # Most are killed.
    blows = ["kill", "kill", "interrupt", "terminate"] if is_in_files else ["kill", "backend", "interrupt", "terminate"]
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        beds = [laid(work, room, bases) for work in works[:number]]
        for turn in range(number):
            bed = beds[turn % len(beds)]
            blow = blows[turn // len(beds) % len(blows)]
            moment = chance.uniform(0, bed.seconds * 1.05)
            try:
                yield bed.work.name, blow, disturbed(bed, room, moment, blow)
            except AssertionError as error:
                raise AssertionError(f"{bed.work.name}, {blow} after {moment:.4f} s: {error}") from error


@contextlib.contextmanager
def kept(kind: str) -> Iterator[Bases]:
    """Bases in files, or in a PostgreSQL server of their own."""
    if kind != "postgresql":
        yield Files()
        return
    with postgresql_server() as address:
        databases = Databases(address)
        try:
            yield databases
        finally:
            databases.close()


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with kept(sys.argv[3] if len(sys.argv) > 3 else "files") as bases:
        left = Counter(kills(wanted, seed, bases))
    for (work, blow, what), times in sorted(left.items()):
        print(f"{work:14} {blow:10} {what:8} {times}")
    print(f"{sum(left.values())} blows, seed {seed}: nothing partial, every second run completed")
