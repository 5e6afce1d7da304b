"""Official figures by the million: in, out and asked, beside the sqlite3 shell and sqlite-utils, in pairs in one run.

`python tests/benchmarks/bulk.py` prints a table and writes it into the README beside this file. It needs the sqlite3 shell
and the development tools. `--rows` makes it shorter.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from factbase.kinds.views import view

SCRIPTS = Path(sys.executable).parent
README = Path(__file__).parent / "README.md"
SEED = 20250423
ROUNDS = 3
YEARS = range(2015, 2025)
STATES = 200

COLUMNS = (
    "typeCode", "freqCode", "refYear", "period", "reporterISO", "flowCode", "partnerISO", "classificationCode",
    "cmdCode", "netWgt", "isNetWgtEstimated", "primaryValue",
)  # fmt: skip
BASELINE = """
CREATE TABLE rows (typeCode TEXT, freqCode TEXT, refYear INTEGER, period TEXT, reporterISO TEXT, flowCode TEXT,
  partnerISO TEXT, classificationCode TEXT, cmdCode TEXT, netWgt REAL, isNetWgtEstimated TEXT, primaryValue REAL);
.mode csv
.import --skip 1 {file} rows
CREATE UNIQUE INDEX one ON rows (reporterISO, partnerISO, flowCode, cmdCode, classificationCode, period);
"""


# What a file of Comtrade's has, from the view that joins it again.
FILED = "series,period_kind,period,area_code,flow,partner_code,classification,commodity,value,unit,basis,observation_status,source"


YEAR = ("--flow", "export", "--since", "2024", "--until", "2024")


class Cost(NamedTuple):
    """What a command took: seconds on the clock, seconds of processors, and its peak in MiB."""

    wall: float
    processor: float
    peak: float


class Line(NamedTuple):
    """A row of the table: the job, its ratios or milliseconds, the goal, and what else is to be said."""

    job: str
    wall: str
    processor: str
    goal: str
    note: str = ""


def generate(file: Path, rows: int, *, years: range = YEARS, weights: bool = False) -> None:
    """A file like UN Comtrade's: so many rows of random series, each over all years; the same each time."""
    from factbase.values.state import table

    random = Random(SEED)
    states = sorted(state.iso3 for state, _ in table() if not state.former)[:STATES]
    goods = sorted({f"{random.randrange(10111, 970600):06d}" for _ in range(500)})
    series = rows // len(years)
    # One pair has as many series in a small file as in a large one.
    pair = range(200)
    chosen = {*pair, *random.sample(range(STATES * (STATES - 1) * 2 * len(goods)), series - len(pair))}
    with open(file, "w", encoding="utf-8") as out:
        out.write(",".join(COLUMNS) + "\n")
        for number in sorted(chosen):
            number, flow = divmod(number, 2)
            number, good = divmod(number, len(goods))
            reporter, partner = divmod(number, STATES - 1)
            partner += partner >= reporter
            head = f"{states[reporter]},{'MX'[flow]},{states[partner]},H6,{goods[good]}"
            for year in years:
                value = random.lognormvariate(11, 3)
                weight = f"{value / random.lognormvariate(1, 1):.2f}" if weights else ""
                out.write(f"C,A,{year},{year},{head},{weight},False,{value:.3f}\n")


def cost(command: list[str | Path], **options: object) -> Cost:
    """Run a command, and tell what it took."""
    program = "import resource, subprocess, sys; c = subprocess.run(sys.argv[1:]).returncode;" + (
        "u = resource.getrusage(resource.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime, u.ru_maxrss, file=sys.stderr); sys.exit(c)"
    )
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, *map(str, command)],
        check=True,
        stdout=options.get("stdout", subprocess.DEVNULL),  # type: ignore[call-overload]
        stderr=subprocess.PIPE,
        stdin=options.get("stdin"),
        env=ENVIRONMENT,
        text=True,
    )
    wall = time.monotonic() - start
    processor, peak = done.stderr.split()[-2:]
    return Cost(wall, float(processor), int(peak) / 1024)


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def pairs(ours: Callable[[], Cost], theirs: Callable[[], Cost], rounds: int = ROUNDS) -> tuple[list[Cost], list[Cost]]:
    """What both took, in turns."""
    told = [(ours(), theirs()) for _ in range(rounds)]
    return [one for one, _ in told], [other for _, other in told]


def ratio(ours: list[Cost], theirs: list[Cost], what: str) -> str:
    ratios = [getattr(one, what) / getattr(other, what) for one, other in zip(ours, theirs, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def compared(job: str, goal: str, ours: list[Cost], theirs: list[Cost], note: str = "") -> Line:
    peak = f"peak {max(one.peak for one in ours):.0f} MiB"
    return Line(
        job, ratio(ours, theirs, "wall"), ratio(ours, theirs, "processor"), goal, f"{peak}{note and '; '}{note}"
    )


class Bench:
    """The folder that everything is done in."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder = folder
        self.rows = rows
        self.empty = folder / "empty.db"
        subprocess.run(
            [SCRIPTS / "factbase", "db", "init", "--base", self.empty], check=True, stdout=subprocess.DEVNULL
        )

    def base(self, name: str) -> Path:
        return Path(shutil.copyfile(self.empty, self.folder / f"{name}.db"))

    def imported(self, file: Path, base: Path) -> Cost:
        return cost([SCRIPTS / "factbase", "import", file, "--base", base])

    def baseline(self, file: Path) -> Cost:
        there = self.folder / "baseline.db"
        there.unlink(missing_ok=True)
        script = self.folder / "baseline.sql"
        script.write_text(BASELINE.format(file=file))
        with open(script, encoding="utf-8") as commands:
            return cost(["sqlite3", there], stdin=commands)

    def loads(self) -> Iterator[Line]:
        for name, options, goal in (
            ("values of ten years", {}, "0.90"),
            ("values and weights of ten years", {"weights": True}, "–"),
            ("values of one year, each row a series of its own", {"years": range(2024, 2025)}, "–"),
        ):
            file = self.folder / "rows.csv"
            generate(file, self.rows, **options)  # type: ignore[arg-type]
            ours, theirs = pairs(
                lambda file=file: self.imported(file, self.base("ours")),  # type: ignore[misc]
                lambda file=file: self.baseline(file),  # type: ignore[misc]
            )
            note = "two figures a row" if "weights" in options else ""
            yield compared(f"in: {self.rows:,} rows, {name}, to `.import` and a unique index", goal, ours, theirs, note)
        for rows, goal in ((self.rows, "15 x faster"), (self.rows // 10, "–")):
            generate(file, rows)
            ours, theirs = pairs(
                lambda: self.imported(file, self.base("ours")),
                lambda: cost(
                    [SCRIPTS / "sqlite-utils", "insert", self.folder / f"u{time.monotonic_ns()}.db", "t", file, "--csv"]
                ),
                2,
            )
            speed = [other.wall / one.wall for one, other in zip(ours, theirs, strict=True)]
            job = f"in: {rows:,} rows, to `sqlite-utils insert --csv`"
            yield Line(job, f"{min(speed):.0f} x faster", "", goal)

    def large(self) -> Iterator[Line]:
        """Memory and questions at five times the rows."""
        generate(self.folder / "one.csv", self.rows)
        generate(self.folder / "five.csv", 5 * self.rows)
        one = self.imported(self.folder / "one.csv", self.base("one"))
        five = self.imported(self.folder / "five.csv", self.base("five"))
        yield Line(
            "in: peak memory at five times the rows, to at one time", f"{five.peak / one.peak:.2f}", "", "1.30",
            f"{one.peak:.0f} and {five.peak:.0f} MiB; five times the rows took {five.wall / one.wall:.1f} times as long",
        )  # fmt: skip
        generate(self.folder / "tiny.csv", 10_000)
        self.imported(self.folder / "tiny.csv", self.base("tiny"))
        with sqlite3.connect(self.folder / "tiny.db") as opened:
            pair = opened.execute(
                "SELECT area, partner FROM series_key GROUP BY 1, 2 ORDER BY count(*) DESC"
            ).fetchone()
        tiny, many = (self._asked(self.folder / f"{name}.db", ["trade", *pair]) for name in ("tiny", "five"))
        yield Line(
            "asked: a pair's figures, to the same among 10,000", f"{many / tiny:.2f}", "", "1.50", f"{many:.1f} ms"
        )

        for job, asked in (
            (
                "a reporter's ten top partners in a year",
                ["--by", "partner", "--top", "10", "--reporter", pair[0], *YEAR],
            ),
            ("sums of the whole base by year", ["--by", "period"]),
        ):
            took = self._asked(self.folder / "five.db", ["trade", *asked])
            yield Line(f"asked: {job}, of {5 * self.rows:,}", f"{took:.1f} ms", "", "50 ms")

    def _asked(self, base: Path, command: list[str]) -> float:
        """Milliseconds in the database for what a command asks."""
        shown = subprocess.run(
            [SCRIPTS / "factbase", *command, "--show-sql", "--base", base], check=True, capture_output=True, text=True
        ).stdout
        values = dict(re.findall(r"-- :(\w+) = '(.*)'", shown))
        sql = shown.partition(";\n")[0]
        with sqlite3.connect(base) as opened:
            times = []
            for _ in range(7):
                start = time.perf_counter()
                opened.execute(sql, values).fetchall()
                times.append((time.perf_counter() - start) * 1000)
        return statistics.median(times)

    def exports(self) -> Iterator[Line]:
        base = self.folder / "one.db"
        for name, columns, goal in (
            ("five columns", "series,period,value,unit,observation_status", "–"),
            ("the columns of the file", FILED, "0.80"),
            ("all columns, names joined", None, "1.00"),
        ):
            asked = ["trade", "--source", "un-comtrade", "--base", base, "--sort", "series,period"]
            asked += ["--columns", columns] if columns else []
            named = columns or ", ".join(column.name for column in view("trade").columns)
            sql = f"SELECT {named} FROM trade WHERE source = 'un-comtrade' ORDER BY series, period"
            ours, theirs = pairs(
                lambda asked=asked: cost([SCRIPTS / "factbase", *asked, "-o", self.folder / "out.csv"]),  # type: ignore[misc]
                lambda sql=sql: self._shell(base, sql),  # type: ignore[misc]
            )
            yield compared(f"out: the same rows as CSV, {name}, to `sqlite3 -csv`", goal, ours, theirs)
            parquet, csv = pairs(
                lambda asked=asked: cost([SCRIPTS / "factbase", *asked, "-o", self.folder / "out.parquet"]),  # type: ignore[misc]
                lambda asked=asked: cost([SCRIPTS / "factbase", *asked, "-o", self.folder / "out.csv"]),  # type: ignore[misc]
                2,
            )
            yield compared(f"out: Parquet, {name}, to our CSV", "1.00", parquet, csv)

    def _shell(self, base: Path, sql: str) -> Cost:
        with open(self.folder / "shell.csv", "w", encoding="utf-8") as out:
            return cost(["sqlite3", "-csv", base, sql], stdout=out)

    def history(self) -> Iterator[Line]:
        """A tenth of the rows amended by the next edition: what a load and a question cost beside that past."""
        base = self.folder / "past.db"
        shutil.copyfile(self.folder / "one.db", base)
        with (
            open(self.folder / "one.csv", encoding="utf-8") as rows,
            open(self.folder / "next.csv", "w", encoding="utf-8") as out,
        ):
            for number, row in enumerate(rows):
                out.write(row if number % 10 != 1 else f"{row.rstrip()[:-1]}{(int(row.rstrip()[-1]) + 1) % 10}\n")
        amended = self.imported(self.folder / "next.csv", base)
        generate(self.folder / "more.csv", self.rows // 10, years=range(2025, 2026))
        ours, theirs = pairs(
            lambda: self.imported(self.folder / "more.csv", Path(shutil.copyfile(base, self.folder / "a.db"))),
            lambda: self.imported(
                self.folder / "more.csv", Path(shutil.copyfile(self.folder / "one.db", self.folder / "b.db"))
            ),
        )
        yield compared(
            "in: the next year, to without history", "1.10", ours, theirs, f"the edition took {amended.wall:.1f} s"
        )
        then, now = pairs(
            lambda: cost([SCRIPTS / "factbase", "trade", "ABW", "AFG", "--base", base, "--as-of", "2", "-f", "csv"]),
            lambda: cost([SCRIPTS / "factbase", "trade", "ABW", "AFG", "--base", base, "-f", "csv"]),
        )
        yield compared("asked: a pair's figures as of before, to now", "1.50", then, now)


def table(lines: list[Line]) -> str:
    head = "| job | time | processor | goal | |\n| --- | --- | --- | --- | --- |\n"
    return head + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def told(name: str, parts: Iterable[Callable[[], Iterator[Line]]], *, write: bool) -> None:
    """Print the lines of all parts, and write them as the README's table of that name."""
    lines = []
    for part in parts:
        for line in part():
            print(" | ".join(line), flush=True)
            lines.append(line)
    if write:
        text = README.read_text(encoding="utf-8")
        marked = re.compile(f"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        README.write_text(marked.sub(lambda match: match[1] + table(lines) + match[2], text), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), rows)
        told("bulk", (bench.loads, bench.large, bench.exports, bench.history), write=rows == 1_000_000)


if __name__ == "__main__":
    main()
