"""Periods of figures, as ISO 8601 and SDMX write them: 2024, 2024-H1, 2024-Q3, 2024-09, 2024-01/2024-09."""

from __future__ import annotations

import re
from typing import NamedTuple

from factbase.errors import BadInput
from factbase.values.date import HINT as DATE_HINT
from factbase.values.date import Date, parse_edtf, read_date, refuse_without_one_meaning
from factbase.values.wording import plain, quoted, refusal

HINT = "write 2024, 2024-H1, 2024-Q3, 2024-09, 2024-09-30 or 2024-01/2024-09"

_KINDS = (
    ("year", re.compile(r"[0-9]{4}")),
    ("half-year", re.compile(r"[0-9]{4}-H[12]")),
    ("quarter", re.compile(r"[0-9]{4}-Q[1-4]")),
    ("month", re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")),
    ("day", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")),
)
# Halves and quarters are numbered after the months in EDTF, and named in SDMX.
_SDMX_OF = {"40": "H1", "41": "H2", "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}
_EDTF_OF = {name: number for number, name in _SDMX_OF.items()}


class Period(NamedTuple):
    """A period: its text, and its first and last day as YYYY-MM-DD."""

    text: str
    lower: str
    upper: str


def parse_period(text: str) -> Period:
    """The period that a text means; its `text` is that text. A range has two ends of one kind.

    Raises BadInput, with what would be right, for anything else.

    >>> parse_period("2024-Q3")
    Period(text='2024-Q3', lower='2024-07-01', upper='2024-09-30')
    >>> parse_period("2024-01/2024-09").upper
    '2024-09-30'
    """
    start, slash, end = text.partition("/")
    if not slash:
        period_kind_of(text)
        date = parse_edtf(_in_edtf(text))
        assert date.lower
        assert date.upper
        return Period(text, date.lower, date.upper)
    if period_kind_of(text) and period_kind_of(start) != period_kind_of(end):
        raise BadInput(f"{quoted(text)} has two ends of different kinds", hint="write 2024-01/2024-09")
    first, last = parse_period(start), parse_period(end)
    if first.lower >= last.lower:
        hint = f"write {start}" if start == end else f"write {end}/{start}"
        raise BadInput(f"{quoted(text)} does not end after it starts", hint=hint)
    return Period(text, first.lower, last.upper)


def period_kind_of(text: str) -> str:
    """'year', 'half-year', 'quarter', 'month', 'day' or 'range': what the text alone tells.

    It does not tell a fiscal year from a year, or year-to-date and cumulative from a range. Raises BadInput for what
    looks like no period.

    >>> period_kind_of("2024-H1"), period_kind_of("2024-01/2024-09")
    ('half-year', 'range')
    """
    start, slash, end = text.partition("/")
    if slash and "/" not in end and period_kind_of(start) and period_kind_of(end):
        return "range"
    for kind, pattern in _KINDS:
        if pattern.fullmatch(text):
            return kind
    raise refusal(text, "a period", HINT)


def read_period(text: str) -> Period:
    """The period that people mean: as `parse_period` takes it, or as articles write it.

    Raises BadInput for what is no period with its own year, or has no sharp start and end.

    >>> read_period("first half of 2024").text, read_period("January–September 2024").text
    ('2024-H1', '2024-01/2024-09')
    """
    words = plain(text, "a period", HINT)
    refuse_without_one_meaning(text)
    try:
        return parse_period(words)
    except BadInput as error:
        wrong = error
    try:
        date = read_date(text).date
    except BadInput as reason:
        # What is no date at all is not a period; otherwise the reason is as good for one.
        raise (wrong if reason.hint == DATE_HINT else reason) from None
    if "/" in words:
        raise wrong
    return period_of(date)


def period_of(date: Date) -> Period:
    """The period that a date is. Raises BadInput for one that is open, approximate, or known to a season or decade.

    >>> period_of(read_date("Q3 2024").date).text
    '2024-Q3'
    """
    text = "/".join(_in_sdmx(part) for part in date.edtf.split("/"))
    try:
        return parse_period(text)
    except BadInput:
        raise BadInput(f"{date.edtf} has no sharp start and end", hint=HINT) from None


def _in_edtf(text: str) -> str:
    year, _, part = text.partition("-")
    return f"{year}-{_EDTF_OF[part]}" if part in _EDTF_OF else text


def _in_sdmx(edtf: str) -> str:
    year, _, part = edtf.partition("-")
    return f"{year}-{_SDMX_OF[part]}" if part in _SDMX_OF else edtf
