"""A base that knows the communiqué, made once."""

from __future__ import annotations

import pytest
from audit.communique import SHEET
from conftest import Bases

from factbase.audit.recorded import Source, recorded
from factbase.exchange.sheet import read
from factbase.exchange.sheet_plan import record
from factbase.journal.entry import entry
from factbase.store.location import Location
from factbase.store.reading import reader


@pytest.fixture(scope="session")
def told(bases: Bases, seeded: Location, tmp_path_factory: pytest.TempPathFactory) -> Location:
    """A base with the communiqué beside the first article; tests that write take copies of it."""
    made = bases.copy(seeded, tmp_path_factory.mktemp("told") / "facts.db")
    with entry(made, author="Leyla", command="add") as opened:
        record(opened, read(SHEET), assessor="Leyla")
    return made


@pytest.fixture(scope="session")
def grain(told: Location) -> Source:
    """What that base records of the communiqué."""
    with reader(told) as opened:
        return recorded(opened, "grain")
