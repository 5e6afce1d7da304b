"""The rules of tables in words."""

from __future__ import annotations

import pytest
from sqlalchemy import CheckConstraint

from factbase.errors import BadInput
from factbase.journal.entry import entry
from factbase.kinds.rules import broken
from factbase.kinds.tables import fact_tables
from factbase.store.location import Location

CHECKS = sorted(
    str(rule.name) for table in fact_tables.values() for rule in table.constraints if isinstance(rule, CheckConstraint)
)


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_has_words_for_its_user(name: str) -> None:
    told = broken(f"CHECK constraint failed: {name}")
    assert told is not None
    field, _ = told
    assert field is None or any(field in table.columns for table in fact_tables.values() if table.name in name)


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("thing", {"key": "CHN", "kind": "actor", "label": "China"}, ("the base has a thing of this key already",)),
        ("name", {"thing": "CHN", "name": "PRC", "kind": "alias"}, ("the base has this name of the thing already",)),
        ("thing", {"key": "new", "kind": "actor"}, ("label: must be told",)),
        ("thing", {"key": "new", "kind": "acter", "label": "New"}, ("kind: names nothing that the base has", "a row refers to what the base does not have")),
    ],
)  # fmt: skip
def test_a_key_that_cannot_be_is_told_in_words(
    base: Location, table: str, row: dict[str, str], told: tuple[str, ...]
) -> None:
    with pytest.raises(BadInput) as refused, entry(base, author="Leyla", command="add") as opened:
        opened.add(table, **row)
    assert str(refused.value).startswith(told)
    assert str(refused.value).endswith("(nothing was written)")


def test_what_is_needed_elsewhere_cannot_go(base: Location) -> None:
    with (
        pytest.raises(BadInput, match=r"^a row .*refers to what") as refused,
        entry(base, author="Leyla", command="retract") as opened,
    ):
        opened.remove("thing", {"key": "CHN"})
    assert "constraint" not in str(refused.value)


def test_what_is_no_rule_has_no_words() -> None:
    assert broken("disk I/O error") is None
