"""A transaction that is cut off leaves the base, and the folder it is in, as they were."""

from __future__ import annotations

import _thread
import sqlite3

import pytest

from factbase.store.location import Location
from factbase.store.writing import transaction

# What happens to a file.
IN_A_FILE = True


def interrupted(base: Location) -> None:
    """A change that is cut off while it asks for what it changed."""
    with transaction(base) as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("PRAGMA cache_spill = 1")
        driver.execute("PRAGMA cache_size = 1")
        driver.create_function("interrupt", 0, _thread.interrupt_main)
        connection.exec_driver_sql("UPDATE thing SET label = label || ' of old'")
        # More rows are to come then.
        connection.exec_driver_sql("SELECT interrupt() FROM thing")


def test_ctrl_c_within_a_statement_leaves_nothing_beside_the_base(base: Location) -> None:
    assert base.path
    before = base.path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        interrupted(base)
    assert [path.name for path in base.path.parent.iterdir() if path.name.startswith(base.path.name)] == [
        base.path.name
    ]
    assert base.path.read_bytes() == before
