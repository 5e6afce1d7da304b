"""One record for people: its fields below each other, then a table for each section."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO

from factbase.render.options import Options, Written
from factbase.render.raw import text
from factbase.render.safe import visible
from factbase.render.table import UNKNOWN, block, grid
from factbase.rows import Column, Row, Rows

_COLUMNS = [
    Column("key", "code"),
    Column("fact"),
    Column("certainty", "code"),
    Column("place", "code"),
    Column("anchor"),
]


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write the rows of a record (see `factbase.query.record`), by section."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=out, width=options.width or 200, force_terminal=options.color, highlight=False, legacy_windows=False,
        color_system="auto" if options.color else None, emoji=False, markup=False, soft_wrap=False,
    )  # fmt: skip
    written = 0
    for section, group in groupby(rows, key=lambda row: str(row[0])):
        lines = list(group)
        written += len(lines)
        if section == "record":
            heading = {str(line[1]): text(line[2]) for line in lines}
            console.print(Text(visible(heading.pop("label", "")), style="bold"))
            console.print(block([(name, visible(value, keep="\n")) for name, value in heading.items()]))
        elif section == "names":
            console.print(Text("\nnames", style="bold"))
            console.print(block([(visible(str(line[1])), visible(text(line[2]))) for line in lines]))
        else:
            console.print(Text(f"\n{section}", style="bold"))
            cells = [_cells(line) for line in lines]
            console.print(grid(_COLUMNS, cells, console.width) or _blocks(cells))
    return Written(written)


def _cells(line: Row) -> list[str]:
    _, item, value, modality, certainty, said_by, assessment, source, locator, anchor, _ = (
        visible(text(cell), keep="\n") for cell in line
    )
    fact = value
    if modality not in ("fact", "plan", "expectation"):
        fact += f" [{modality}]"
    if said_by:
        fact += f" (according to {said_by})"
    if assessment:
        fact += f"\n! {assessment}"
    return [item, fact, certainty, f"{source} {locator}".strip(), anchor or UNKNOWN]


def _blocks(lines: list[list[str]]) -> object:
    from rich.console import Group

    return Group(*(block([(column.name, cell) for column, cell in zip(_COLUMNS, line, strict=True)]) for line in lines))
