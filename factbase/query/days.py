"""Another day in place of today, for statuses that depend on it."""

from __future__ import annotations

from factbase.kinds import views
from factbase.store.reading import Reader


def as_of_day(reader: Reader, day: str) -> None:
    """Let the views tell what they tell of today for another day (ISO, YYYY-MM-DD).

    A view sees only what its own schema or a temporary one holds, so `today` is put in place and the views that read
    it are made again on top.
    """
    dated = {name: views.view(name).select for name in ("actors", "agreements", "promises")}
    reader.define({"today": f"SELECT '{day}' AS day", **dated})
