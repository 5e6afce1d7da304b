"""A map for a file that is in no form that is known, made from its first rows for people to review."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from factbase.exchange.delimited import Dialect, named
from factbase.exchange.periods import PARTS, part_of_year, period_in_words
from factbase.values.name import slug

# What may be a number, however its digits are grouped; and a number that is another if its comma groups digits.
_DIGITS = re.compile(r"-?[0-9][0-9.,' \u00a0\u202f]*")
_EITHER = re.compile("-?[1-9][0-9]{0,2},[0-9]{3}")


def guess(head: list[tuple[int, list[str]]], name: str, dialect: Dialect) -> str:
    """A map for review: which row is the header, and which columns seem to be what, by their names."""
    width = max(_filled(cells) for _, cells in head)
    at = next(at for at, (_, cells) in enumerate(head) if _filled(cells) == width)
    header = named(head[at][1])
    # A cell alone has words about the table.
    below = [cells for _, cells in head[at + 1 :] if _filled(cells) > 1 or width == 1]
    hints = {
        "area": ("reporter", "country", "area", "geo", "economy"), "partner": ("partner", "counterpart"),
        "flow": ("flow",), "commodity": ("commodity", "product", "hs", "cmd"),
        "period": ("period", "year", "time", "date", *PARTS),
        "value": ("value", "amount", "obs"), "unit": ("unit", "currency"),
    }  # fmt: skip
    fits: dict[str, Callable[[str], Any]] = {
        "period": period_in_words, "value": _DIGITS.fullmatch, "commodity": re.compile(r"[\w.]{1,12}").fullmatch,
    }  # fmt: skip
    periods = [column for column in header if period_in_words(column)]
    parts = [column for column in header if part_of_year(column)]
    lines = []
    for field, words in hints.items():
        column = _column_for(words, fits.get(field, bool), header, below)
        if field == "value" and max(len(periods), len(parts)) > 1:
            lines.append("  value: {columns: periods}  # all that are called by a period")
        elif len(periods) > 1 and field == "period":
            continue
        elif column is not None and field == "period":
            lines.append(f"  period: {{{_period(column, header, below)}}}")
        elif column is not None:
            lines.append(f"  {field}: {{column: {_quoted(column)}}}")
        elif field == "unit":
            lines.append("  unit: USD  # or thousand USD, million EUR, t")
        elif field in ("area", "period", "value"):
            lines.append(f"  {field}: {{column: }}  # which one?")
    decimal, thousands = _signs([cell.strip() for cells in below for cell in cells])
    columns = "\n".join(f"#   {_quoted(one)}" for one in header)
    return (
        f"# How {_quoted(name)} is read. Its columns are:\n{columns}\n"
        f'source: {{key: {slug(name)}, title: {_quoted(name)}, edition: ""}}  # and publisher: a name or a code\n'
        f"delimiter: {_quoted('tab' if dialect.delimiter == chr(9) else dialect.delimiter)}   # or tab\n"
        f"encoding: {dialect.encoding}  # utf-8, latin-1, utf-16, ...\n"
        f'decimal: "{decimal}"\nthousands: {_quoted(thousands)}    # what groups digits: a comma, a blank\n'
        f"skip: {head[at][0] - 1}          # lines before the header\n# header: [Year, Month, Exports]    # names of all columns, where the file has none; then skip lines before the first row\nfooter: []       # words that lines below the last row begin with\n"
        'missing: ["", ".."]\n'
        "# marks: {p: provisional, '(e)': estimate, '*': actual}    # what may stand behind a number, and the status it means\n"
        "# codes: comtrade      # or worldbank, sdmx: whose codes of areas these are; ISO 3166, M49 and names need none\n"
        "# negative: allowed    # else a value below zero is refused where it is trade, a quantity or a count, and no balance\n"
        "# A field is a column, with other words for its values if need be, or a text that holds for all rows:\n"
        "#   flow: {column: Flow, values: {Exp: export, Imp: import}}\n"
        "#   commodity: {column: Product, values: {Total: ''}}  # of the HS, unless classification tells another\n"
        "#   value: {column: Value, times: 1000}\n"
        "# A period may stand in two columns, with month, quarter or half for the other:\n"
        "#   period: {year: Year, month: Month, values: {Total: ''}}  # '' is the whole year\n"
        "# or values stand in a column a period:\n"
        "#   value: {columns: periods}, {columns: [2022, 2023]} or {columns: {FY22: 2022, FY23: 2023}}\n"
        "#   value: {columns: {Jan: M1, Feb: M2}}, beside period: {year: Year}\n"
        "figure:\n  indicator: trade in goods  # a code of the base\n" + "\n".join(lines) + "\n"
    )


def _filled(cells: list[str]) -> int:
    """How many cells have something; the first of a header may be blank."""
    filled = sum(1 for cell in cells if cell.strip())
    return filled + (1 < len(cells) == filled + 1 and not cells[0].strip())


def _period(column: str, header: list[str], below: list[list[str]]) -> str:
    """What a map says of a column of periods: a column of years may have the months, quarters or halves beside it."""
    if not all(re.fullmatch("[0-9]{4}", cell) for cell in _cells(column, header, below)):
        return f"column: {_quoted(column)}"
    for kind in PARTS:
        fits = partial(part_of_year, kind=kind)
        part = _column_for((kind,), lambda cell, fits=fits: fits(cell) or period_in_words(cell), header, below)  # type: ignore[misc]
        if part is not None and (cells := _cells(part, header, below)):
            return (
                f"year: {_quoted(column)}, {kind}: {_quoted(part)}"
                if any(map(fits, cells))
                else f"column: {_quoted(part)}"
            )
    parts = [one for one in header if part_of_year(one)]
    return f"{'year' if len(parts) > 1 else 'column'}: {_quoted(column)}"


def _cells(column: str, header: list[str], below: list[list[str]]) -> list[str]:
    """The cells of a column that are told."""
    at = header.index(column)
    return [told for row in below if at < len(row) and (told := row[at].strip())]


def _column_for(
    words: tuple[str, ...], fits: Callable[[str], Any], header: list[str], below: list[list[str]]
) -> str | None:
    """The column that is called by a word, rather so than by more words, and has cells that fit; or none at all."""
    empty = None
    for word in words:
        for column in sorted((one for one in header if word in one.lower()), key=lambda one: one.lower() != word):
            cells = _cells(column, header, below)
            if any(map(fits, cells)):
                return column
            empty = empty or (None if cells else column)
    return empty


def _signs(cells: list[str]) -> tuple[str, str]:
    """The decimal sign, and what groups digits, as far as numbers tell: 1,234 may be either, and is left to people.

    >>> _signs(["1,5", "1.234,5"]), _signs(["1,234,567", "0.5"]), _signs(["1 234"]), _signs(["1,234"]), _signs(["0,234"])
    ((',', '.'), ('.', ','), ('.', ' '), ('.', ''), (',', ''))
    """
    numbers = [cell for cell in cells if _DIGITS.fullmatch(cell) and not _EITHER.fullmatch(cell)]

    def some(shape: str) -> bool:
        return any(re.fullmatch(shape, number) for number in numbers)

    has_comma = some(r"-?[0-9]+([. \u00a0\u202f'][0-9]{3})*,[0-9]+") or some(r"-?[0-9]{1,3}(\.[0-9]{3}){2,}")
    decimal, other = (",", ".") if has_comma else (".", ",")
    groups = (
        sign for sign in (other, *" \u00a0\u202f'") if some(rf"-?[0-9]{{1,3}}(\{sign}[0-9]{{3}})+({decimal}[0-9]+)?")
    )
    return decimal, next(groups, "")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
