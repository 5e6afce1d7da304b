"""Search: what a query takes in the database over a million short texts, rare words and very common ones.

Run it with `python tests/benchmarks/searching.py`. The index alone is made, as `store/index.py` fills it.
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

from factbase.store import index, sqlite
from factbase.values.search import read_search

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
)


def texts() -> Iterator[tuple[str | None, ...]]:
    """A tenth are agreements, the rest assertions; a word is in 15 % of the texts, another in half of them."""
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
        told = " ".join(text)
        if number % 10:
            yield f"source:{number}", "statement", None, None, told, " ".join(text[:3])
        else:
            yield f"thing-{number}", "agreement", told, None, None, None


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = sqlite3.connect(Path(folder) / "facts.db")
        for statement in sqlite.index_statements(()):
            base.execute(statement)
        started = time.perf_counter()
        index.fill(base, texts())
        base.commit()
        print(f"{TEXTS:,} texts indexed in {time.perf_counter() - started:.0f} s")
        for query in QUERIES:
            wanted = read_search(query)
            values = {"words": sqlite.match(wanted, ()), "titled": sqlite.match(wanted, (), "title names")}
            times = []
            for _ in range(ROUNDS):
                started = time.perf_counter()
                found = base.execute(sqlite.COUNT, values).fetchone()[0]
                hits = sqlite.LATEST_HITS if found > sqlite.RANKED else sqlite.HITS
                base.execute(f"{hits} ORDER BY score LIMIT 20", values).fetchall()
                times.append(time.perf_counter() - started)
            print(f"{query:<24} {statistics.median(times) * 1000:6.1f} ms")
        print(f"goal: at most {GOAL * 1000:.0f} ms")


if __name__ == "__main__":
    main()
