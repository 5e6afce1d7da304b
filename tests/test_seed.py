"""The first article: complete, consistent, and plain SQL for both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

import factbase
from factbase.kinds.tables import fact_tables
from factbase.store.location import Location
from factbase.store.reading import Reader
from factbase.store.upkeep import create
from factbase.values.date import parse_edtf
from factbase.values.locator import parse_locator
from factbase.values.period import parse_period

DATED = [
    (name, column.name.removesuffix("_resolved_from"))
    for name, table in fact_tables.items()
    for column in table.columns
    if column.name.endswith("_resolved_from")
]


@pytest.mark.parametrize(("table", "date"), DATED)
def test_the_bounds_of_a_date_are_those_that_edtf_gives(opened: Reader, table: str, date: str) -> None:
    for edtf, lower, upper in opened.rows(
        f"SELECT {date}, {date}_from, {date}_to FROM {table} WHERE {date} IS NOT NULL"
    ):
        read = parse_edtf(str(edtf))
        assert (read.lower, read.upper) == (lower, upper)


def test_periods_and_locators_are_canonical(opened: Reader) -> None:
    for (period,) in opened.rows("SELECT period FROM figure UNION SELECT period FROM change"):
        assert parse_period(str(period)).text == period
    for (locator,) in opened.rows("SELECT DISTINCT locator FROM assertion"):
        assert parse_locator(str(locator)) == locator


def test_every_assertion_has_its_place_and_its_anchor(opened: Reader) -> None:
    assert list(opened.rows("SELECT key FROM assertion WHERE locator IS NULL OR anchor IS NULL")) == []


def test_every_assertion_has_the_row_that_its_kind_says(opened: Reader) -> None:
    for key, kind in opened.rows("SELECT key, kind FROM assertion"):
        if kind != "statement":
            found = opened.rows(f"SELECT count(*) FROM {kind} WHERE assertion = :key", {"key": str(key)})
            assert list(found) == [(1,)], key


def test_every_thing_is_asserted_by_somebody(opened: Reader) -> None:
    unsaid = opened.rows("SELECT key FROM thing WHERE kind <> 'source' AND key NOT IN (SELECT thing FROM mentions)")
    assert list(unsaid) == []


def test_anchors_are_phrases_and_not_sentences(opened: Reader) -> None:
    assert all(len(str(anchor).split()) <= 8 for (anchor,) in opened.rows("SELECT anchor FROM assertion"))


def test_both_databases_take_the_article_and_tell_the_same(base: Location, tmp_path: Path) -> None:
    """Every table and every view, byte for byte, with what a file tells."""
    file = tmp_path / "file.db"
    create(Location(path=file), seed=True)
    for name, address in (("here", base.address), ("there", str(file))):
        with factbase.open(address) as opened:
            opened.export(tmp_path / name)
    here, there = ({path.name: path.read_bytes() for path in (tmp_path / n).rglob("*.*")} for n in ("here", "there"))
    assert here == there
