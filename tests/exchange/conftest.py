"""A base without the first article."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factbase.store.location import Location
from factbase.store.upkeep import create


@pytest.fixture(scope="session")
def unseeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty base, made once; tests take copies of it."""
    path = tmp_path_factory.mktemp("unseeded") / "facts.db"
    create(Location(path=path), seed=False)
    return path


@pytest.fixture
def empty(unseeded: Path, tmp_path: Path) -> Location:
    """An empty base of the test's own."""
    path = tmp_path / "empty.db"
    shutil.copyfile(unseeded, path)
    return Location(path=path)
