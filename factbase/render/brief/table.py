"""A dossier on a terminal: a head with its numbers, and sections of a date, words and a citation.

From 150 columns on it stands in two columns; a line of text is never longer than people read with ease.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factbase.render.brief.entries import WRONG, Entry, groups, left_out
from factbase.render.console import console as console_on
from factbase.render.options import Options, Written
from factbase.render.safe import visible
from factbase.render.spark import blocks
from factbase.rows import Page, Section

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

_WIDEST = 108
_TWO_COLUMNS = 150
_GUTTER = 4
# Room for a citation; two places of a source want the wider one.
_CITED, _CITED_WIDE, _WIDE = 18, 22, 86
# Below this width a citation stands under the words.
_NARROW = 64


def write(page: Page, out: TextIO, options: Options) -> Written:
    """Write the page; without a terminal unstyled, and as wide as a printed one."""
    console = console_on(out, options, 2 * _WIDEST + _GUTTER)
    two = console.width >= _TWO_COLUMNS
    console.print(_head(page, console.width if two else min(console.width, _WIDEST)))
    if two:
        console.print(_side_by_side(page, console))
    else:
        for section in page.sections:
            console.print(_section(section, min(console.width, _WIDEST)))
    return Written(len(page.sections))


def _head(page: Page, width: int) -> RenderableType:
    from rich import box
    from rich.console import Group
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    title = Text(visible(page.title), style="bold")
    if page.note:
        title.append(f"  {visible(page.note)}", style="dim")
    numbers = Table.grid(expand=True, padding=(0, 2, 0, 0))
    cells = []
    for figure in page.figures:
        numbers.add_column(ratio=1)
        words = Text.assemble((f"{figure.number:,} ", "bold cyan"), visible(figure.what))
        cells.append(words.append(f"\n{visible(figure.detail)}" if figure.detail else "", style="dim"))
    if width < _NARROW:
        return Panel(Group(title, *cells), box=box.HEAVY_HEAD, border_style="cyan", width=width, padding=(0, 1))
    numbers.add_row(*cells)
    below: list[RenderableType] = [Text(""), numbers] if cells else []
    return Panel(Group(title, *below), box=box.ROUNDED, border_style="cyan", width=width, padding=(0, 2))


def _side_by_side(page: Page, console: Console) -> Table:
    """The sections in two columns of about one height, in their order."""
    from rich.console import Group
    from rich.table import Table

    width = (console.width - _GUTTER) // 2
    made = [_section(section, width) for section in page.sections]
    heights = [len(console.render_lines(section, console.options.update_width(width))) for section in made]
    cut = min(range(len(made) + 1), key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))
    table = Table.grid(padding=(0, _GUTTER, 0, 0))
    table.add_column(width=width)
    table.add_column(width=width)
    table.add_row(Group(*made[:cut]), Group(*made[cut:]))
    return table


def _section(section: Section, width: int) -> RenderableType:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    heading = Text(f"\n{visible(section.title)} ", style="bold cyan")
    heading.append("─" * max(0, width - len(section.title) - 1), style="cyan dim")
    parts: list[RenderableType] = [heading]
    grouped = groups(section)
    lead = min(16, max((len(entry.lead) for group in grouped for entry in group.entries), default=0))
    beside = width >= _NARROW
    cited = _CITED_WIDE if width >= _WIDE else _CITED
    for group in grouped:
        if group.title:
            parts.append(Text(visible(group.title), style="bold"))
        table = Table.grid(padding=(0, 2, 0, 0))
        if lead:
            table.add_column(width=lead, style="dim", overflow="fold")
        room = width - (lead + 2 if lead else 0) - (cited + 2 if beside else 0)
        table.add_column(width=room, overflow="fold")
        if beside:
            table.add_column(width=cited, style="dim", justify="right", overflow="fold")
        for entry in group.entries:
            words = _words(entry, room)
            cite = Text(visible(entry.cite))
            if not beside and entry.cite:
                words.append("\n").append(cite.plain, style="dim")
            table.add_row(*([visible(entry.lead)] if lead else []), words, *([cite] if beside else []))
        parts.append(table)
    if beyond := left_out(section):
        parts.append(Text(visible(beyond), style="dim italic"))
    return Group(*parts)


def _words(entry: Entry, width: int) -> Text:
    """The words with what is said of them: behind them where it fits into the line, else below."""
    from rich.cells import cell_len
    from rich.text import Text

    words = Text(visible(entry.text))
    told = [Text(blocks(entry.trend), style="cyan")] if entry.trend else []
    if entry.verdict:
        wrong = any(verdict in entry.verdict for verdict in WRONG)
        told.append(Text(f"▲ {visible(entry.verdict)}", style="red" if wrong else "yellow"))
    if entry.note:
        told.append(Text(visible(entry.note), style="dim"))
    for part in told:
        # What is said of the words stands together: on their line, or below them.
        beside = "\n" in words.plain or cell_len(words.plain) + 2 + part.cell_len <= width
        words.append("  " if beside else "\n").append_text(part)
    return words
