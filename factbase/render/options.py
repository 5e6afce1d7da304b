"""What a form needs to know of the place that it writes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Marks = Callable[[str], list[tuple[int, int]]]


class Options(NamedTuple):
    """`width` in columns, None where lines may be of any length; `color` whether escape sequences may be written.

    `marks` gives the first and last place of each stretch of a text to mark, in the columns that are `marked`.
    """

    width: int | None = None
    color: bool = False
    excel_safe: bool = False
    title: str | None = None
    marks: Marks | None = None


class Written(NamedTuple):
    """How many rows were written, and what is to be said of how they were."""

    rows: int
    notes: tuple[str, ...] = ()
