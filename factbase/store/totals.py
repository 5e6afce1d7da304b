"""Totals kept in step with the figures that they sum."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, text

from factbase.kinds.figure.total import COLUMNS, totals

# A measure and an area: the totals that are made anew together.
Pair = tuple[int, str]

_ONE = "series.measure = :measure AND coalesce(series.area, '') = :area"


def rebuild(connection: Connection) -> None:
    """Make all totals anew."""
    connection.execute(text("DELETE FROM total"))
    connection.execute(text(f"INSERT INTO total ({COLUMNS}) {totals()}"))


def refresh(connection: Connection, pairs: Collection[Pair]) -> None:
    """Make the totals of some areas anew."""
    if not pairs:
        return
    wanted = [{"measure": measure, "area": area} for measure, area in sorted(pairs)]
    connection.execute(text("DELETE FROM total WHERE measure = :measure AND area = :area"), wanted)
    connection.execute(text(f"INSERT INTO total ({COLUMNS}) {totals(_ONE)}"), wanted)
