"""Commands whose Nth system call fails or is their last: `python tests/endurance/faults.py [N]`, N of each unless told 8.

Writes, fsyncs, renames, links, unlinks and truncations of files in the base's folder fail with EIO or ENOSPC, or the
process dies right before or after them. Then what `kills.py` asks for holds; where a call failed, the command ends with
0 or 4 and, with 4, one line. Needs a C compiler and Linux.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from conftest import Files
from endurance.kills import WORKS, Bed, begun, checked, laid, ready

CALLS = ("write", "fsync", "rename", "link", "unlink", "truncate")
OUTCOMES = {"EIO": errno.EIO, "ENOSPC": errno.ENOSPC, "dies before": 0, "dies after": -1}
# Of a call that is made often: the first ones, and then some farther apart.
PLACES = (1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100, 200, 400, 800)


def disturbed(bed: Bed, room: Path, call: str, at: int, outcome: str) -> bool:
    """Do the work with that fault; False where the call was not made so often. Raises AssertionError."""
    folder = room / "faulty"
    mark = room / "faulty.met"
    with bed.copied(folder) as base:
        os.environ["FACTBASE_FAULT"] = f"{call}:{at}:{OUTCOMES[outcome]}:{folder}"
        try:
            pid = begun(folder, bed.work.call(base))
        finally:
            del os.environ["FACTBASE_FAULT"]
        _, status = os.waitpid(pid, 0)
        if not mark.exists():
            return False
        mark.unlink()
        code = os.waitstatus_to_exitcode(status)
        said = (folder / "out.txt").read_text()
        if OUTCOMES[outcome] > 0:
            assert code in (0, 4), f"exit code {code}: {said}"
            assert code == 0 or (said.startswith("factbase: ") and said.count("\n") == 1), said
        else:
            assert code == -9, code
        checked(bed, folder, base)
        return True


def faults(places: tuple[int, ...], works: tuple[str, ...] = ()) -> Iterator[tuple[str, str, str]]:
    """Meet every work with every fault; gives the work, the call and the outcome of each that was met."""
    ready()
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        for work in WORKS:
            if works and work.name not in works:
                continue
            bed = laid(work, room, Files())
            for call in CALLS:
                for outcome in OUTCOMES:
                    for at in places:
                        try:
                            if not disturbed(bed, room, call, at, outcome):
                                break
                        except AssertionError as error:
                            raise AssertionError(f"{work.name}, {call} {at} {outcome}: {error}") from error
                        yield work.name, call, outcome


def preloaded(*argv: str) -> subprocess.CompletedProcess[bytes]:
    """Run this file in a Python before whose calls those of `fault.c` stand."""
    with tempfile.TemporaryDirectory() as name:
        library = f"{name}/fault.so"
        source = Path(__file__).with_name("fault.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
        environment = {**os.environ, "LD_PRELOAD": library, "FACTBASE_FAULTS": "ready"}
        return subprocess.run([sys.executable, __file__, *argv], env=environment, check=False)


if __name__ == "__main__":
    if os.environ.get("FACTBASE_FAULTS") != "ready":
        sys.exit(preloaded(*sys.argv[1:]).returncode)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    met: Counter[tuple[str, str]] = Counter()
    for _, call, outcome in faults(PLACES[:wanted], tuple(sys.argv[2:])):
        met[call, outcome] += 1
    for (call, outcome), times in met.items():
        print(f"{call:10} {outcome:12} {times}")
    print(f"{sum(met.values())} faults: nothing partial, every second run completed")
