"""A chart on a terminal: its title, what is drawn, and its caption."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from factbase.render.chart.picture import caption
from factbase.render.console import console as console_on
from factbase.render.options import Options
from factbase.render.safe import visible
from factbase.rows import Page

if TYPE_CHECKING:
    from rich.console import Console


def write(page: Page, draw: Callable[[Page, Console], None], out: TextIO, options: Options) -> None:
    """Write the chart; without a terminal unstyled."""
    from rich.text import Text

    console = console_on(out, options, 160)
    console.print(Text(visible(page.title), style="bold"))
    draw(page, console)
    for line in caption(page):
        console.print(Text(visible(line), style="dim italic"))
