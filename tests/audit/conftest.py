"""A base that knows the communiqué, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from audit.communique import SHEET

from factbase.audit.recorded import Source, recorded
from factbase.exchange.sheet import read
from factbase.exchange.sheet_plan import record
from factbase.journal.entry import entry
from factbase.store.location import Location
from factbase.store.reading import reader


@pytest.fixture(scope="session")
def told(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with the communiqué beside the first article; tests that write take copies of it."""
    path = tmp_path_factory.mktemp("told") / "facts.db"
    shutil.copyfile(seeded, path)
    with entry(Location(path=path), author="Leyla", command="add") as opened:
        record(opened, read(SHEET), assessor="Leyla")
    return path


@pytest.fixture(scope="session")
def grain(told: Path) -> Source:
    """What that base records of the communiqué."""
    with reader(Location(path=told)) as opened:
        return recorded(opened, "grain")
