"""The console that Rich writes to: as wide as the terminal, and without anything that text could steer it by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factbase.render.options import Options

if TYPE_CHECKING:
    from rich.console import Console


def console(out: TextIO, options: Options, widest: int | None = None) -> Console:
    """A console on `out`; without a terminal it is 100 columns wide, and never wider than `widest`."""
    from rich.console import Console

    width = options.width or 100
    return Console(
        file=out, width=width if widest is None else min(width, widest), force_terminal=options.color,
        color_system="auto" if options.color else None, highlight=False, emoji=False, markup=False, legacy_windows=False,
        height=25,  # any: without one, Rich takes a dumb terminal to be 80 columns wide
    )  # fmt: skip
