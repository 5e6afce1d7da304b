"""What tests of figures share: a series with its measure."""

from __future__ import annotations

from typing import Any

from factbase.journal.entry import Entry

OF_MEASURE = ("source", "indicator", "unit", "period_kind", "basis")


def add_series(change: Entry, number: int, **dimensions: Any) -> None:
    """Add a series under that number; its measure, if it is new, under the next."""
    told = {"period_kind": "year", "basis": None} | dimensions
    measure = {name: told.pop(name) for name in OF_MEASURE}
    known = change.find("measure", **measure)
    if not known:
        last = max((row["id"] for row in change.find("measure")), default=0)
        known = [{"id": last + 1}]
        change.add("measure", id=last + 1, **measure)
    change.add("series_key", id=number, measure=known[0]["id"], **told)
