"""Start-up: `factbase agreements -f csv` beside `sqlite-utils query`, in processor time, pair by pair; and completion.

Run it with `python tests/benchmarks/startup.py`; it needs the development tools of pyproject.toml.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAIRS = 15
GOAL = 0.6
# The longest that a press of a key may take, in seconds.
KEY_GOAL = 0.1
KEYS = ("agr", "agreements az", "trade --unit ", "show kapanadze:1", "show --base facts.db --as-of 1 aze-")


def processor_seconds(command: list[str], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def completion(factbase: str, environment: dict[str, str]) -> None:
    """What a press of the key takes, as a whole process: on the clock, and of the processor."""
    for keys in KEYS:
        command = [factbase, "completion", "bash", "--", f"factbase {keys}", " :="]
        seconds, processor = [], []
        for _ in range(PAIRS + 1):
            begun = time.perf_counter()
            processor.append(processor_seconds(command, environment))
            seconds.append(time.perf_counter() - begun)
        print(
            f"factbase {keys + '<Tab>':<42} {statistics.median(seconds[1:]):.3f} s ({min(seconds[1:]):.3f} to "
            f"{max(seconds[1:]):.3f}), processor {statistics.median(processor[1:]):.3f} s"
        )
    print(f"goal for a press of the key: at most {KEY_GOAL} s")


def main() -> None:
    scripts = Path(sys.executable).parent
    # A program is started from compiled files, as it is everywhere but the first time.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        base = str(Path(folder) / "facts.db")
        environment["FACTBASE_URL"] = base
        # The peer imports numpy where it finds it, which the development tools bring: it is timed without.
        (Path(folder) / "numpy.py").write_text("raise ImportError\n")
        environment["PYTHONPATH"] = folder
        subprocess.run([scripts / "factbase", "db", "init"], check=True, env=environment, stdout=subprocess.DEVNULL)
        for name, arguments, peer in (
            ("agreements -f csv", ["agreements", "-f", "csv"], ["query", base, "select * from agreements", "--csv"]),
            ("agreements", ["agreements"], ["query", base, "select * from agreements", "--table"]),
            ("--help", ["--help"], ["--help"]),
        ):
            ours, theirs = [str(scripts / "factbase"), *arguments], [str(scripts / "sqlite-utils"), *peer]
            pairs = []
            for _ in range(PAIRS + 1):
                pairs.append((processor_seconds(ours, environment), processor_seconds(theirs, environment)))
            # The first pair compiles.
            ratios = [mine / other for mine, other in pairs[1:]]
            mine, other = (statistics.median(column) for column in zip(*pairs[1:], strict=True))
            print(
                f"{name:<20} {mine:.3f} s, sqlite-utils {other:.3f} s, "
                f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
            )
        print(f"goal for agreements -f csv: at most {GOAL}")
        completion(str(scripts / "factbase"), environment)


if __name__ == "__main__":
    main()
