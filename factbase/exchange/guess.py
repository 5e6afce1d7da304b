"""A map for a file that is in no form that is known, made from its first rows for people to review."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from factbase.exchange.delimited import Dialect, named
from factbase.exchange.mapped import MAGNITUDES, SCALES, unit_of
from factbase.exchange.periods import PARTS, part_of_year, period_in_words
from factbase.values.currency import CURRENCIES
from factbase.values.name import slug

# What may be a number, however its digits are grouped; and a number that is another if its comma groups digits.
_DIGITS = re.compile(r"-?[0-9][0-9.,' \u00a0\u202f]*")
_EITHER = re.compile("-?[1-9][0-9]{0,2},[0-9]{3}")
_EITHER_POINT = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


_MISSING = ("...", "\u2026", "-", "\u2013", "\u2014", ":", ".", "NA", "N/A", "n/a", "n.a.", "na")
_MARKED = re.compile(_DIGITS.pattern + "[^0-9]{0,4}")
# The words that columns of each field are called by, the surest first.
_WORDS = {
    "area": ("reporter", "country", "area", "geo", "economy"), "partner": ("partner", "counterpart"), "flow": ("flow",),
    "commodity": ("commodity", "product", "hs", "cmd"), "classification": ("classification", "nomenclature"),
    "period": ("period", "year", "time", "date", *PARTS), "value": ("value", "amount", "obs"),
    "unit": ("unit", "currency"),
}  # fmt: skip
_UNITS = (*CURRENCIES, "t", "kg", "%")


def _is_area(column: str, cell: str) -> bool:
    """Whether the cell may be a code or a name: numbers of their own, which many have, are M49's for other areas."""
    return not cell.isdigit() or any(scheme in column for scheme in ("m49", "iso", "un "))


# By the column's name in small letters, and a cell.
_FITS: dict[str, Callable[[str, str], Any]] = {
    "area": _is_area,
    "partner": _is_area,
    "commodity": lambda column, cell: (
        not any(other in column for other in ("classification", "share", "%")) and re.fullmatch(r"[\w.]{1,12}", cell)
    ),
    "flow": lambda column, cell: not _DIGITS.fullmatch(cell) and cell not in _MISSING,
    "unit": lambda column, cell: not _DIGITS.fullmatch(cell),
    "period": lambda column, cell: period_in_words(cell),
    "value": lambda column, cell: _DIGITS.fullmatch(cell),
}


def guess(head: list[tuple[int, list[str]]], name: str, dialect: Dialect) -> str:
    """A map for review: which row is the header, and which columns seem to be what, by their names."""
    width = max(_filled(cells) for _, cells in head)
    at = next(at for at, (_, cells) in enumerate(head) if _filled(cells) == width)
    # Numbers name no columns: the file does not, or not in one row.
    is_named = not any(_DIGITS.fullmatch(cell.strip()) and not period_in_words(cell) for cell in head[at][1])
    header = named(head[at][1]) if is_named else _numbered(head[at][1], head[at - 1][1] if at else [])
    # A cell alone has words about the table.
    below = [cells for _, cells in head[at + is_named :] if _filled(cells) > 1 or width == 1]
    read, lines = _fields(header, below)
    decimal, thousands = _signs([cell.strip() for cells in below for cell in cells])
    doubt = "  # a point or a comma? Points may group the digits here" if decimal == "?" else ""
    missing = (cell.strip() for cells in below for cell in cells if cell.strip() in _MISSING)
    columns = "\n".join(f"#   {_quoted(one)}" for one in header)
    names = "# header: [Year, Month, Exports]" if is_named else f"header: [{', '.join(map(_quoted, header))}]"
    unread = [
        f"{_quoted(one)} ({' '.join(cells[0].split())[:40]})"
        for one in header
        if one not in read and (cells := _cells(one, header, below))
    ]
    return (
        f"# How {_quoted(name)} is read. Its columns are:\n{columns}\n"
        f'source: {{key: {slug(name)}, title: {_quoted(name)}, edition: ""}}  # and publisher: a name or a code\n'
        f"delimiter: {_quoted('tab' if dialect.delimiter == chr(9) else dialect.delimiter)}   # or tab\n"
        f"encoding: {dialect.encoding}  # utf-8, latin-1, utf-16, ...\n"
        f'decimal: "{decimal}"{doubt}\nthousands: {_quoted(thousands)}    # what groups digits: a comma, a blank\n'
        f"skip: {head[at][0] - 1}          # lines before the header, or before the first row where the map has the header\n"
        f"{names}    # names of all columns, where the file does not have them in one row\n"
        "footer: []       # words that lines below the last row begin with\n"
        f"missing: [{', '.join(map(_quoted, dict.fromkeys(('', '..', *missing))))}]  # what stands where there is no value\n"
        "# marks: {p: provisional, '(e)': estimate, '*': actual}    # what may stand behind a number, and the status it means\n"
        "# codes: comtrade      # or worldbank, sdmx: whose codes of areas these are; ISO 3166, M49 and names need none\n"
        "# negative: allowed    # else a value below zero is refused where it is trade, a quantity or a count, and no balance\n"
        "# A field is a column, with other words for its values if need be, or a text that holds for all rows:\n"
        "#   flow: {column: Flow, values: {Exp: export, Imp: import}}\n"
        "#   status: {column: Flag, values: {E: estimate, '': actual}}\n"
        "#   commodity: {column: Product, values: {Total: ''}}  # of the HS, unless classification tells another\n"
        "#   basis: {column: Item}, or {columns: [Sex, Age]}  # what else sets figures apart, in words\n"
        "#   value: {column: Value, times: 1000}, or times: {column: Scale}\n"
        "# A period may stand in two columns, with month, quarter or half for the other:\n"
        "#   period: {year: Year, month: Month, values: {Total: ''}}  # '' is the whole year\n"
        "# or values stand in a column a period:\n"
        "#   value: {columns: periods}, {columns: [2022, 2023]} or {columns: {FY22: 2022, FY23: 2023}}\n"
        "#   value: {columns: {Jan: M1, Feb: M2}}, beside period: {year: Year}\n"
        + (f"# Not read, with a cell of each: {', '.join(unread)}\n" if unread else "")
        + "figure:\n  indicator: trade in goods  # a code of the base\n"
        + "\n".join(lines)
        + "\n"
    )


def _fields(header: list[str], below: list[list[str]]) -> tuple[set[str], list[str]]:
    """The columns that seem to be fields of a figure, and what a map says of each field."""
    periods, parts = ([one for one in header if reads(one)] for reads in (period_in_words, part_of_year))
    across = next((columns for columns in (periods, parts) if len(columns) > 1), [])
    read = {*across}
    fields: dict[str, dict[str, str]] = {}
    for field, words in _WORDS.items():
        free = {
            name: cells for name in header if name not in read and ((cells := _cells(name, header, below)) or not below)
        }
        column = _column_for(words, _FITS.get(field, lambda name, cell: True), free)
        if column is None and field == "value":
            column = _numbers_alone(free)
        if column is None or (across and field == "value") or (across is periods and field == "period"):
            continue
        fields[field] = _period(column, free, is_year=bool(across)) if field == "period" else {"column": column}
        read |= {*fields[field].values()}
    if "commodity" not in fields:
        fields.pop("classification", None)
    scale = next((name for name in header if name not in read and _is_scale(_cells(name, header, below))), None)
    if scale:
        read.add(scale)
    times = f", times: {{column: {_quoted(scale)}}}" if scale else ""
    lines = []
    for field in _WORDS:
        if field in fields:
            told = ", ".join(f"{name}: {_quoted(column)}" for name, column in fields[field].items())
            lines.append(f"  {field}: {{{told}{times if field == 'value' else ''}}}")
        elif field == "value" and across:
            lines.append(f"  value: {{columns: periods{times}}}  # all that are called by a period")
        elif field == "unit":
            lines.append(f"  unit: {_unit(fields.get('value', {}).get('column', ''))}")
        elif field in ("area", "value") or (field == "period" and across is not periods):
            lines.append(f"  {field}: {{column: }}  # which one?")
    return read, lines


def _numbered(cells: list[str], above: list[str]) -> list[str]:
    """Names for columns that the file does not name, or not all of them: those of the row above that are, else numbers.

    >>> _numbered(["ISR", "2016", "?", "5"], ["Supplier", "Year", "", "Year"]), _numbered(["ISR", "2016"], ["Arms"])
    (['Supplier', 'Year', 'column 3', 'column 4'], ['column 1', 'column 2'])
    """
    names: list[str] = []
    for number, name in enumerate(above if len(above) == len(cells) else [""] * len(cells), 1):
        told = name.strip()
        names.append(told if told and told not in names and not _DIGITS.fullmatch(told) else f"column {number}")
    return names


def _filled(cells: list[str]) -> int:
    """How many cells have something; the first of a header may be blank."""
    filled = sum(1 for cell in cells if cell.strip())
    return filled + (1 < len(cells) == filled + 1 and not cells[0].strip())


def _cells(column: str, header: list[str], below: list[list[str]]) -> list[str]:
    """The cells of a column that are told."""
    at = header.index(column)
    return [told for row in below if at < len(row) and (told := row[at].strip())]


def _column_for(words: tuple[str, ...], fits: Callable[[str, str], Any], columns: dict[str, list[str]]) -> str | None:
    """The column that is called by a word, rather so than by more words, and has cells that fit; or none at all."""
    empty = None
    for word in words:
        for column in sorted((one for one in columns if word in one.lower()), key=lambda one: one.lower() != word):
            if any(fits(column.lower(), cell) for cell in columns[column]):
                return column
            empty = empty or (None if columns[column] else column)
    return empty


def _numbers_alone(columns: dict[str, list[str]]) -> str | None:
    """The column that has numbers, marked or not, in most cells, where no other has; a zero in front makes a code."""
    found = [
        column
        for column, cells in columns.items()
        if sum(2 for cell in cells if _MARKED.fullmatch(cell)) > len(cells)
        and not all(map(period_in_words, cells))
        and not any(re.fullmatch("0[0-9]+", cell) for cell in cells)
        and "code" not in column.lower()
    ]
    return found[0] if len(found) == 1 else None


def _is_scale(cells: list[str]) -> bool:
    """Whether they are words for powers of ten, which the values are to be multiplied by."""
    return bool(cells) and all(cell.lower() in SCALES and not cell.isdigit() for cell in cells)


def _period(column: str, columns: dict[str, list[str]], *, is_year: bool) -> dict[str, str]:
    """What a map says of a column of periods: one of years may have the months, quarters or halves beside it."""
    if is_year:
        return {"year": column}
    if not all(re.fullmatch("[0-9]{4}", cell) for cell in columns[column]):
        return {"column": column}
    for kind in PARTS:
        part = _column_for((kind,), partial(_is_part, kind), columns)
        if part is not None and part != column:
            is_part = any(part_of_year(cell, kind) for cell in columns[part])
            return {"year": column, kind: part} if is_part else {"column": part}
    # A column may be called a period, and tell which part of the year that is in words or as M1 or Q1.
    for kind in PARTS:
        part = _column_for(("period",), partial(_is_part_in_words, kind), columns)
        if part is not None and part != column:
            return {"year": column, kind: part}
    return {"column": column}


def _is_part_in_words(kind: str, _: str, cell: str) -> bool:
    """Whether the cell says that it is such a part of a year, as no number alone does."""
    return part_of_year(cell) is not None and part_of_year(cell, kind) is not None


def _is_part(kind: str, _: str, cell: str) -> bool:
    """Whether the cell tells a part of a year, or such a part with its year."""
    return bool(part_of_year(cell, kind) or period_in_words(cell))


def _unit(column: str) -> str:
    """The unit that the name of a column of values tells, for a map; else what there is to fill in.

    >>> _unit("Value (USD thousand)"), _unit("GDP, million EUR"), _unit("Trade Value (US$)")
    ('USD thousand', 'million EUR', 'US$')
    >>> _unit("Prices in_thousands")
    '  # which one? such as thousands USD, million EUR, t'
    """
    words = column.replace("_", " ")
    for told in (*re.findall(r"[(\[]([^()\[\]]*)[)\]]", words), words.rpartition(",")[2], words.rpartition(" in ")[2]):
        if unit_of(told, _UNITS):
            return str(told).strip()
    power = next((word for word in re.findall(r"[^\W\d]+", words.lower()) if word in MAGNITUDES), "thousand")
    return f"  # which one? such as {power} USD, million EUR, t"


def _signs(cells: list[str]) -> tuple[str, str]:
    """The decimal sign, and what groups digits, as far as numbers tell: 1,234 may be either, and is left to people.

    So are points that stand before three digits everywhere.

    >>> _signs(["1,5", "1.234,5"]), _signs(["1,234,567", "0.5"]), _signs(["1 234"]), _signs(["1,234"]), _signs(["0,234"])
    ((',', '.'), ('.', ','), ('.', ' '), ('.', ''), (',', ''))
    >>> _signs(["1.234", "45.678"]), _signs(["1.234", "5.6"]), _signs(["1.234", "0.678"])
    (('?', ''), ('.', ''), ('.', ''))
    """
    numbers = [cell for cell in cells if _DIGITS.fullmatch(cell) and not _EITHER.fullmatch(cell)]

    def some(shape: str) -> bool:
        return any(re.fullmatch(shape, number) for number in numbers)

    has_comma = some(r"-?[0-9]+([. \u00a0\u202f'][0-9]{3})*,[0-9]+") or some(r"-?[0-9]{1,3}(\.[0-9]{3}){2,}")
    decimal, other = (",", ".") if has_comma else (".", ",")
    groups = (
        sign for sign in (other, *" \u00a0\u202f'") if some(rf"-?[0-9]{{1,3}}(\{sign}[0-9]{{3}})+({decimal}[0-9]+)?")
    )
    thousands = next(groups, "")
    pointed = [number for number in numbers if "." in number]
    if decimal == "." and not thousands and pointed and all(map(_EITHER_POINT.fullmatch, pointed)):
        return "?", ""
    return decimal, thousands


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
