"""The rules of tables in words."""

from __future__ import annotations

import pytest
from sqlalchemy import CheckConstraint

from factbase.kinds.rules import broken
from factbase.kinds.tables import fact_tables

CHECKS = sorted(
    str(rule.name) for table in fact_tables.values() for rule in table.constraints if isinstance(rule, CheckConstraint)
)


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_has_words_for_its_user(name: str) -> None:
    told = broken(f"CHECK constraint failed: {name}")
    assert told is not None
    field, _ = told
    assert field is None or any(field in table.columns for table in fact_tables.values() if table.name in name)


def test_what_is_no_check_has_none() -> None:
    assert broken("FOREIGN KEY constraint failed") is None
