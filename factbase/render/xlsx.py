"""Excel workbooks: typed cells, a header that stays and filters, a sheet for each answer.

Days are dates and figures are numbers; what a spreadsheet would round or has no value for stays text: dates that are no
full day, days before March 1900, numbers of more than 15 digits. No text becomes a formula, and only an address on
the web becomes a link. The same rows give the same bytes.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from html import escape
from math import isfinite
from typing import Any, BinaryIO

from factbase.errors import Unavailable, WrongRequest
from factbase.render.options import Options, Written
from factbase.render.raw import number, text
from factbase.render.safe import writable
from factbase.rows import Column, Rows, Value
from factbase.values.fragment import fragment

# Limits of the form (Excel specifications and limits), in rows, UTF-16 units, links a sheet, characters, digits.
_ROWS = 1_048_575
_UNITS = 32_767
_LINKS = 65_530
_ADDRESS = 2_079
_WHOLE = 999_999_999_999_999

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Excel counts a 29th of February 1900 that never was; after it, days are counted from here.
_FIRST_DAY = datetime.date(1900, 3, 1)
_DAY_ZERO = datetime.date(1899, 12, 30)

_WIDEST = 60


def write(rows: Rows, out: BinaryIO, options: Options) -> Written:
    """Write a workbook with one sheet. Raises WrongRequest for what no sheet can hold."""
    return write_sheets([(options.title or "rows", rows)], out)


def write_sheets(answers: Iterable[tuple[str, Rows]], out: BinaryIO) -> Written:
    """Write a workbook with a sheet for each answer, by its name; rows are not held."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    except ImportError:
        raise Unavailable(
            "xlsx needs XlsxWriter, which is not installed", hint="pip install 'factbase[xlsx]'"
        ) from None
    with tempfile.TemporaryDirectory() as folder:
        # Not straight to `out`: an archive that is written into a pipe has other bytes.
        draft = os.path.join(folder, "draft.xlsx")
        settings = {
            "constant_memory": True,
            "tmpdir": folder,
            "use_zip64": True,
            "default_format_properties": {"valign": "top"},
        }
        try:
            with Workbook(draft, settings) as workbook:
                workbook.set_properties({"created": datetime.datetime(1980, 1, 1)})  # noqa: DTZ001 (it has no zones)
                sheets = [_Sheet(workbook, name, rows) for name, rows in answers]
        except FileCreateError as error:
            # The library's word for an error of the system's.
            raise error.args[0] from None
        with open(draft, "rb") as whole:
            shutil.copyfileobj(whole, out)
    as_text = sum(sheet.as_text for sheet in sheets)
    note = f"numbers of more than 15 digits, which a spreadsheet would round, were written as text: {as_text}"
    return Written(sum(sheet.written for sheet in sheets), (note,) if as_text else ())


class _Sheet:
    """One sheet, written when it is made: `written` rows, `as_text` numbers of them as text."""

    def __init__(self, workbook: Any, name: str, rows: Rows) -> None:
        self.written = self.as_text = self._links = 0
        self._sheet = workbook.add_worksheet(_sheet_name(name))
        self._link = workbook.add_format({"font_color": "#0563C1", "underline": 1})
        head = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#F3F5F8"})
        formats = {
            "day": workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "number": workbook.add_format({"num_format": "#,##0"}),
            "percent": workbook.add_format({"num_format": 'General" %"'}),
            "text": workbook.add_format({"text_wrap": True}),
        }
        widths = [len(name) + 3 for name in rows.names]
        for place, name in enumerate(rows.names):
            self._sheet.write_string(0, place, _cell_text(name, "the header"), head)
        for row in rows:
            self.written += 1
            if self.written > _ROWS:
                raise WrongRequest(
                    f"a sheet holds {_ROWS:,} rows and no more", where="xlsx", hint="write csv, or ask for less"
                )
            for place, (column, value) in enumerate(zip(rows.columns, row, strict=True)):
                if value is not None:
                    widths[place] = max(widths[place], self._put(place, column, value, formats))
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, self.written, len(widths) - 1)
        for place, width in enumerate(widths):
            self._sheet.set_column(place, place, min(width, _WIDEST) + 1)

    def _put(self, place: int, column: Column, value: Value, formats: dict[str, Any]) -> int:
        """Write a cell and give the width that it would have."""
        line = self.written
        if isinstance(value, (int, float)):
            if not isfinite(value):
                raise WrongRequest(
                    f"a sheet has no number for {value}", where="xlsx", hint="write csv, or leave it out"
                )
            if type(value) is float or (type(value) is int and -_WHOLE <= value <= _WHOLE):
                whole = isinstance(value, int)
                grouped = column.type == "percent" or (column.type == "number" and whole)
                form = formats[column.type] if grouped else None
                self._sheet.write_number(line, place, value if whole else _AllDigits(value), form)
                return len(number(value)) * 4 // 3
            self.as_text += 1
        words = text(value)
        if column.type == "date" and (day := _day(words)):
            self._sheet.write_number(line, place, day, formats["day"])
            return len(words)
        written = _cell_text(words, f"row {line}, column '{column.name}'")
        page = fragment(words, None) if words.startswith("http") else None
        if page is not None and len(page) <= _ADDRESS and self._links < _LINKS:
            self._links += 1
            self._sheet.write_url(line, place, page, self._link, written)
        else:
            self._sheet.write_string(line, place, written, formats["text"] if column.type == "text" else None)
        return max(map(len, words.split("\n")))


class _AllDigits(float):
    """A number with all its digits: the library would write 16, and some need 17."""

    def __format__(self, spec: str) -> str:
        return repr(float(self))


def _day(words: str) -> int | None:
    """The number that a spreadsheet has for a day, None for what is no full day, or a day before it counts them right.

    >>> _day("2025-04-23"), _day("2025-04"), _day("1900-02-28")
    (45770, None, None)
    """
    if not _DAY.fullmatch(words):
        return None
    try:
        day = datetime.date.fromisoformat(words)
    except ValueError:
        return None
    return (day - _DAY_ZERO).days if day >= _FIRST_DAY else None


def _cell_text(words: str, where: str) -> str:
    """The text as a cell holds it. Raises WrongRequest for one that is too long."""
    cell = writable(words)
    if cell.startswith("<r>") and cell.endswith("</r>"):
        # The library takes such a text for markup of its own, and writes it as it is; so it gets the markup.
        cell = f'<r><t xml:space="preserve">{escape(cell, quote=False)}</t></r>'
    if _units(cell) > _UNITS:
        raise WrongRequest(
            f"a cell holds {_UNITS:,} characters, and {where} has {len(words):,}", where="xlsx", hint="write csv"
        )
    return cell


def _sheet_name(name: str) -> str:
    """The name as a sheet may have it: of 31 UTF-16 units, without some signs, and not Excel's own 'History'.

    >>> _sheet_name("kapanadze:52"), _sheet_name("History"), _sheet_name("''")
    ('kapanadze-52', 'History-', 'rows')
    """
    plain = re.sub(r"[\[\]:*?/\\\n\t]", "-", writable(name))
    cut = plain.encode("utf-16-le")[:62].decode("utf-16-le", "ignore").strip("' ")
    return f"{cut}-" if cut.lower() == "history" else cut or "rows"


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
