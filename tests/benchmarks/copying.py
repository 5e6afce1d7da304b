"""How a million figures get into a base in PostgreSQL and out again, beside COPY alone: run by hand.

    python tests/benchmarks/copying.py postgresql://postgres@localhost/scratch [LINES]

The database must be there, without a base in it. A line of the file is two figures, a value and a weight.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import time
from pathlib import Path

import psycopg

from factbase.cli.main import main
from factbase.store.location import locate
from factbase.store.upkeep import create

_HEAD = (
    "typeCode,refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,cmdDesc,netWgt,primaryValue\n"
)
_STATES = ("AZE", "CHN", "DEU", "FRA", "GEO", "IND", "ITA", "JPN", "KAZ", "NOR", "TUR", "USA")


def _lines(number: int) -> io.StringIO:
    out = io.StringIO()
    out.write(_HEAD)
    for place in range(number):
        goods, rest = place % 3000, place // 3000
        pair, rest = rest % 132, rest // 132
        reporter = _STATES[pair // 11]
        partner = [state for state in _STATES if state != reporter][pair % 11]
        code = f"{10000 + goods:06d}"
        year = 2000 + rest
        out.write(
            f"C,{year},{year},{reporter},M,{partner},H6,{code},Goods {code},{place % 977}.5,{place * 7 % 999983}\n"
        )
    return out


def run(address: str, number: int) -> None:
    """Print the times and what they are beside COPY."""
    location = locate(address)
    create(location, seed=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trade.csv"
        file.write_text(_lines(number).getvalue())
        started = time.perf_counter()
        main(["import", str(file), "--base", address])
        imported = time.perf_counter() - started
        started = time.perf_counter()
        main(["export", "--as", "jsonl", "-o", str(Path(folder) / "out.jsonl"), "--base", address])
        exported = time.perf_counter() - started
        plain = re.sub(r"^\w+(\+psycopg)?:", "postgresql:", address)
        with psycopg.connect(plain, autocommit=True) as connection:
            figures = connection.execute("SELECT count(*) FROM figure").fetchone()
            copied = Path(folder) / "figure.csv"
            started = time.perf_counter()
            with open(copied, "wb") as out, connection.cursor().copy("COPY figure TO STDOUT (FORMAT csv)") as copy:
                for block in copy:
                    out.write(block)
            out_alone = time.perf_counter() - started
            connection.execute("CREATE TABLE bare (LIKE figure INCLUDING INDEXES)")
            started = time.perf_counter()
            with open(copied, "rb") as back, connection.cursor().copy("COPY bare FROM STDIN (FORMAT csv)") as copy:
                while block := back.read(1 << 20):
                    copy.write(block)
            in_alone = time.perf_counter() - started
            connection.execute("DROP TABLE bare")
            sizes = connection.execute(
                "SELECT relname, pg_relation_size(oid), pg_total_relation_size(oid) - pg_relation_size(oid)"
                " FROM pg_class WHERE relname IN ('figure', 'series_key')"
            ).fetchall()
    print(
        f"figures {figures}: import {imported:.1f} s, COPY in alone {in_alone:.1f} s, ratio {imported / in_alone:.2f}"
    )
    print(f"export {exported:.1f} s, COPY out alone {out_alone:.1f} s")
    print(f"bytes of table and indexes: {sizes}")


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500_000)
