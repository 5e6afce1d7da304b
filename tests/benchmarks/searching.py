"""Search: what a query takes in the database over a million short texts, rare words and very common ones.

Run it with `python tests/benchmarks/searching.py`. The texts are records of a base, so that what is timed is the whole
question as `search` asks it: the count, the best twenty hits, and the label and the citation of each.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import factbase
from factbase.query.search import run, search
from factbase.store import index
from factbase.store.location import Location
from factbase.store.reading import Reader
from factbase.store.writing import transaction

TEXTS = 1_000_000
ROUNDS = 7
GOAL = 0.050
QUERIES = (
    "quokka",
    "cooperation",
    "agreement",
    "agreement quokka",
    "agreement cooperation",
    "agreement -cooperation",
    '"w12 w13"',
    "coo*",
    "kind:agreement cooperation",
    "agreemant",
)


def texts() -> Iterator[str]:
    """A word is in 15 % of the texts, another in half of them, and one in ten."""
    random.seed(1)
    words = [f"w{number}" for number in range(20_000)]
    weights = list(accumulate(1 / (number + 3) for number in range(len(words))))
    for number in range(TEXTS):
        text = random.choices(words, cum_weights=weights, k=8)
        if random.random() < 0.15:
            text[3] = "cooperation"
        if random.random() < 0.5:
            text[4] = "agreement"
        if number % 100_000 == 7:
            text[5] = "quokka"
        yield " ".join(text)


def fill(path: Path) -> None:
    """A tenth are agreements, the rest statements about one of them each."""
    base = sqlite3.connect(path)
    base.execute("PRAGMA foreign_keys = OFF")
    base.execute("INSERT INTO thing (key, kind, label, entry) VALUES ('archive', 'source', 'Archive', 1)")
    base.execute("INSERT INTO source (key, kind, entry) VALUES ('archive', 'article', 1)")
    for number, text in enumerate(texts()):
        agreement, key = f"agreement-{number // 10}", f"archive:{number}"
        if number % 10 == 0:
            base.execute("INSERT INTO thing (key, kind, label, entry) VALUES (?, 'agreement', ?, 1)", (agreement, text))
            base.execute(
                "INSERT INTO agreement (key, kind, subject, entry) VALUES (?, 'treaty', ?, 1)", (agreement, text)
            )
            continue
        base.execute(
            "INSERT INTO assertion (key, kind, source, locator, anchor, text, entry)"
            " VALUES (?, 'statement', 'archive', ?, ?, ?, 1)",
            (key, f"p{number}", " ".join(text.split()[:3]), text),
        )
        base.execute("INSERT INTO about VALUES (?, ?, 1)", (key, agreement))
    base.commit()
    base.close()


def asked(reader: Reader, query: str) -> tuple[float, float]:
    """What the question takes on the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    list(run(reader, search(reader, query, limit=20)))
    return time.perf_counter() - clock, time.process_time() - processor


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.db"
        factbase.create(str(path)).close()
        fill(path)
        started = time.perf_counter()
        with transaction(Location(path=path)) as connection:
            index.rebuild(connection)
        print(f"{TEXTS:,} texts indexed in {time.perf_counter() - started:.0f} s")
        with factbase.open(str(path)) as base:
            reader = base.reader()
            for query in QUERIES:
                asked(reader, query)
                clock, processor = zip(*(asked(reader, query) for _ in range(ROUNDS)), strict=True)
                print(
                    f"{query:<28} {statistics.median(clock) * 1000:6.1f} ms ({min(clock) * 1000:.1f} to"
                    f" {max(clock) * 1000:.1f}), processor {statistics.median(processor) * 1000:.1f} ms"
                )
        print(f"goal: at most {GOAL * 1000:.0f} ms")


if __name__ == "__main__":
    main()
