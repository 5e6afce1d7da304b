"""What tests share: a base with the first article in it, and the command line as a function."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from factbase.cli.main import main
from factbase.store.location import Location
from factbase.store.reading import Reader, reader
from factbase.store.upkeep import create

# Benchmarks are run by hand.
collect_ignore = ["benchmarks"]


# For `--hypothesis-profile nightly`, on tests/endurance: more than 100,000 cases.
settings.register_profile("nightly", max_examples=8000)


class Result(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with the first article, made once; tests take copies of it."""
    path = tmp_path_factory.mktemp("seeded") / "facts.db"
    create(Location(path=path), seed=True)
    return path


@pytest.fixture
def base(seeded: Path, tmp_path: Path) -> Location:
    """A base of the test's own, with the first article in it."""
    path = tmp_path / "facts.db"
    shutil.copyfile(seeded, path)
    return Location(path=path)


@pytest.fixture
def opened(base: Location) -> Iterator[Reader]:
    """That base, open for reading."""
    with reader(base) as opened:
        yield opened


@pytest.fixture
def run(base: Location, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line, on that base: arguments in, exit code and both outputs out."""
    monkeypatch.setenv("FACTBASE_URL", str(base.path))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    # Help is as wide as the terminal.
    monkeypatch.setenv("TERMINAL_WIDTH", "80")

    def run(*argv: str) -> Result:
        code = main(argv)
        out, err = capsys.readouterr()
        return Result(int(code), out, err)

    return run
