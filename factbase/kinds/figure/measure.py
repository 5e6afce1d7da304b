"""What a figure measures, and in which unit: what all figures of a series have in common beside whose and with whom."""

from __future__ import annotations

from typing import NamedTuple

# How many decimals the figures of a series can be kept with.
MOST_DECIMALS = 15
# What only words tell: the table wants them too.
NEEDS_BASIS = {
    "rank": "the list that it is a place in: 'export partners of Azerbaijan'",
    "share": "the whole that it is a part of: 'exports of Azerbaijan'",
    "count": "what is counted: 'visitors'",
}


class Measure(NamedTuple):
    """Codes of `indicator`, `unit` and `period_kind`; `basis` says in words what else defines it."""

    indicator: str
    unit: str
    period_kind: str = "year"
    basis: str | None = None
