"""What a figure measures, and in which unit: what all figures of a series have in common beside whose and with whom."""

from __future__ import annotations

from typing import NamedTuple

# How many decimals the figures of a series can be kept with.
MOST_DECIMALS = 15


class Measure(NamedTuple):
    """Codes of `indicator`, `unit` and `period_kind`; `basis` says in words what else defines it."""

    indicator: str
    unit: str
    period_kind: str = "year"
    basis: str | None = None
