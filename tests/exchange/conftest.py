"""A base without the first article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Bases

from factbase.store.location import Location
from factbase.store.upkeep import create


@pytest.fixture(scope="session")
def unseeded(bases: Bases, tmp_path_factory: pytest.TempPathFactory) -> Location:
    """An empty base, made once; tests take copies of it."""
    made = bases.new(tmp_path_factory.mktemp("unseeded") / "facts.db")
    create(made, seed=False)
    return made


@pytest.fixture
def empty(bases: Bases, unseeded: Location, tmp_path: Path) -> Iterator[Location]:
    """An empty base of the test's own."""
    made = bases.copy(unseeded, tmp_path / "empty.db")
    yield made
    bases.drop(made)
