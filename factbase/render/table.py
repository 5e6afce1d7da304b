"""A table for people: it fits the terminal, wraps rather than loses, and shows figures as people read them.

Without a terminal the same columns are written unstyled, each as wide as it needs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TextIO

from factbase.render.options import Marks, Options, Written
from factbase.render.raw import text
from factbase.render.safe import visible
from factbase.rows import Column, Row, Rows, Value
from factbase.values.human import human, human_change

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

UNKNOWN = "–"
_RIGHT = ("integer", "number", "percent")
# Longer words than this may be broken; where columns would be narrower still, each row becomes a block.
_LONG_WORD = 14


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Collect all rows, since widths depend on them, and write the table; nothing at all where there are none."""
    columns, lines = people(rows)
    if not lines:
        return Written(0)
    if options.width is None:
        _plain(columns, lines, out)
    else:
        _fitted(columns, lines, out, options)
    return Written(len(lines))


def people(rows: Rows) -> tuple[list[Column], list[list[str]]]:
    """The columns and cells as people read them.

    Figures have their units, whose own columns are left out, as are optional columns without a value, and those that have
    nothing but what is usual.
    """
    position = {name: index for index, name in enumerate(rows.names)}
    held = list(rows)
    units = {column.unit_column for column in rows.columns if column.unit_column in position}
    shown = [
        (index, column)
        for index, column in enumerate(rows.columns)
        if column.name not in units
        and not (column.optional and all(row[index] is None for row in held))
        and not (column.usual is not None and all(row[index] == column.usual for row in held))
    ]
    lines = [[_cell(row, index, column, position) for index, column in shown] for row in held]
    return [column._replace(name=visible(column.name)) for _, column in shown], lines


def _cell(row: Row, index: int, column: Column, position: dict[str, int]) -> str:
    value: Value = row[index]
    if value is None:
        # Where a column is there for the few lines that have something in it, the others have nothing, not an unknown.
        return "" if column.optional else UNKNOWN
    if isinstance(value, str):
        # An empty text is not an unknown one.
        return visible(value, keep="\n") or "''"
    if column.type == "percent":
        return human_change(value)
    if column.type == "number" and column.unit_column is None:
        return human(value)
    if column.unit_column in position:
        unit = row[position[column.unit_column]]
        return human(value, None if unit is None else visible(str(unit)))
    return text(value)


def _plain(columns: list[Column], lines: list[list[str]], out: TextIO) -> None:
    from rich.cells import cell_len

    cells = [
        [column.name for column in columns],
        *([cell.replace("\n", "\\n") for cell in line] for line in lines),
    ]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        padded = []
        for cell, width, column in zip(line, widths, columns, strict=True):
            space = " " * (width - cell_len(cell))
            padded.append(space + cell if column.type in _RIGHT else cell + space)
        out.write("  ".join(padded).rstrip() + "\n")


def _fitted(columns: list[Column], lines: list[list[str]], out: TextIO, options: Options) -> None:
    from rich.console import Console

    console = Console(
        file=out, width=options.width, force_terminal=options.color, color_system="auto" if options.color else None,
        highlight=False, legacy_windows=False, emoji=False, markup=False,
        height=25,  # any: without one, Rich takes a dumb terminal to be 80 columns wide
    )  # fmt: skip
    table = grid(columns, lines, console.width, options.marks)
    if table is None or _breaks_keys(table, columns, lines):
        table = grid(*_stacked(columns, lines), console.width, options.marks) or table
    if table is not None:
        console.print(table)
        return
    for number, line in enumerate(lines):
        if number:
            console.print()
        console.print(block([(column.name, cell) for column, cell in zip(columns, line, strict=True)], console.width))


def _breaks_keys(table: Table, columns: list[Column], lines: list[list[str]]) -> bool:
    return columns[0].name == "key" and (table.columns[0].width or 0) < max(len(line[0]) for line in lines)


# Columns that are written below another where the width is short.
_BELOW = {"key": "label", "assessment": "citation"}


def _stacked(columns: list[Column], lines: list[list[str]]) -> tuple[list[Column], list[list[str]]]:
    """The same with fewer columns: keys below labels, verdicts below citations."""
    names = [column.name for column in columns]
    below = {names.index(upper): names.index(name) for name, upper in _BELOW.items() if {name, upper} <= {*names}}
    kept = [index for index in range(len(columns)) if index not in below.values()]
    return [columns[index] for index in kept], [
        ["\n".join(filter(None, (line[index], line[below[index]] if index in below else ""))) for index in kept]
        for line in lines
    ]


def grid(columns: list[Column], lines: list[list[str]], width: int, marks: Marks | None = None) -> Table | None:
    """A Rich table that fits the width, or None where its columns would be too narrow to read."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    needs = [_need(column, [line[index] for line in lines]) for index, column in enumerate(columns)]
    least = [smallest for _, smallest in needs]
    gap = next((gap for gap in (2, 1) if sum(least) + gap * (len(columns) - 1) <= width), None)
    if gap is None:
        return None
    widths = _shared(least, [whole for whole, _ in needs], width - gap * (len(columns) - 1))
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", show_edge=False, pad_edge=False, padding=(0, gap - 1, 0, 0))
    for column, share in zip(columns, widths, strict=True):
        justify: Literal["left", "right"] = "right" if column.type in _RIGHT else "left"
        table.add_column(Text(column.name), justify=justify, width=share, overflow="fold")
    for line in lines:
        table.add_row(
            *(
                _styled(_hyphenated(cell, share), marks if column.marked else None)
                for cell, share, column in zip(line, widths, columns, strict=True)
            )
        )
    return table


def _styled(cell: str, marks: Marks | None) -> Text:
    from rich.text import Text

    styled = Text(cell, style="dim" if cell == UNKNOWN else "")
    for first, last in marks(cell) if marks else ():
        styled.stylize("bold yellow", first, last)
    return styled


def _hyphenated(cell: str, width: int) -> str:
    """The cell with each word that is longer than the width, a key above all, broken after a hyphen."""
    if len(cell) <= width:
        return cell
    return re.sub(rf"\S{{{width + 1},}}", lambda word: _broken(word[0], width), cell)


def _broken(word: str, width: int) -> str:
    lines = []
    while len(word) > width:
        end = word.rfind("-", 1, width) + 1 or width
        lines.append(word[:end])
        word = word[end:]
    return "\n".join((*lines, word))


def _need(column: Column, cells: list[str]) -> tuple[int, int]:
    """The width that a column would have at most, and the least that it can be read at.

    Figures and dates are not broken, keys at hyphens, prose at spaces.
    """
    from rich.cells import cell_len

    whole = max(cell_len(part) for cell in (column.name, *cells) for part in cell.split("\n"))
    if column.type in (*_RIGHT, "date"):
        return whole, whole
    word = max((cell_len(part) for cell in cells for part in cell.split()), default=0)
    return whole, min(whole, max(cell_len(column.name), min(word, _LONG_WORD), 1))


def _shared(least: list[int], whole: list[int], room: int) -> list[int]:
    """Widths between what each column needs at least and would have at most.

    Room goes to the column that would be the most lines high; among equals to the one that needs the least more.
    """
    widths = list(least)
    for _ in range(room - sum(widths)):
        wanting = [index for index, width in enumerate(widths) if width < whole[index]]
        if not wanting:
            break
        widths[min(wanting, key=lambda index: (-whole[index] // widths[index], whole[index] - widths[index]))] += 1
    return widths


def block(fields: list[tuple[str, str]], width: int | None = None) -> Table:
    """Fields below each other, each name beside its value, or above it where the width is short."""
    from rich.table import Table
    from rich.text import Text

    names = max((len(name) for name, _ in fields), default=0) + 2
    beside = width is None or names + _LONG_WORD <= width
    table = Table.grid(padding=(0, 2) if beside else 0)
    table.add_column(overflow="fold")
    if beside:
        table.add_column(overflow="fold")
    for name, cell in fields:
        heading = Text(name, style="bold")
        room = len(cell) if width is None else width - names if beside else width
        value = Text(_hyphenated(cell, room), style="dim" if cell == UNKNOWN else "")
        for line in [(heading, value)] if beside else [(heading,), (value,)]:
            table.add_row(*line)
    return table
