"""Periods of figures, as ISO 8601 and SDMX write them: 2024, 2024-H1, 2024-Q3, 2024-09, 2024-01/2024-09."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factbase.errors import BadInput
from factbase.values.date import parse_edtf, read_date

HINT = "write 2024, 2024-H1, 2024-Q3, 2024-09 or 2024-01/2024-09"

_KINDS = (
    ("year", re.compile(r"[0-9]{4}")),
    ("half-year", re.compile(r"[0-9]{4}-H[12]")),
    ("quarter", re.compile(r"[0-9]{4}-Q[1-4]")),
    ("month", re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")),
    ("day", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")),
)
_EDTF_PART = {"H1": "40", "H2": "41", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}


@dataclass(frozen=True)
class Period:
    """A period: its text, its kind as the text alone tells it, and its first and last day."""

    text: str
    kind: str
    lower: str
    upper: str


def parse_period(text: str) -> Period:
    """The period that a text means. Raises BadInput for anything else.

    >>> parse_period("2024-Q3")
    Period(text='2024-Q3', kind='quarter', lower='2024-07-01', upper='2024-09-30')
    >>> parse_period("2024-01/2024-09").kind
    'year-to-date'
    """
    start, slash, end = text.partition("/")
    if slash:
        first, last = parse_period(start), parse_period(end)
        if first.kind != last.kind or first.lower >= last.lower:
            raise BadInput(f"'{text}' is not a period", hint="both ends alike, the earlier first: 2024-01/2024-09")
        to_date = first.lower.endswith("-01-01") and first.lower[:4] == last.upper[:4] and first.kind != "year"
        return Period(text, "year-to-date" if to_date else "range", first.lower, last.upper)
    kind = next((kind for kind, pattern in _KINDS if pattern.fullmatch(text)), None)
    if kind is None:
        raise BadInput(f"'{text}' is not a period", hint=HINT)
    year, _, part = text.partition("-")
    date = parse_edtf(f"{year}-{_EDTF_PART[part]}" if part in _EDTF_PART else text)
    assert date.lower
    assert date.upper
    return Period(text, kind, date.lower, date.upper)


def read_period(text: str) -> Period:
    """The period that people mean: as `parse_period` takes it, or a date in words.

    >>> read_period("first half of 2024").text, read_period("January–September 2024").text
    ('2024-H1', '2024-01/2024-09')
    """
    try:
        return parse_period(text.strip())
    except BadInput:
        pass
    try:
        edtf = read_date(text).date.edtf
    except BadInput:
        raise BadInput(f"'{text}' is not a period", hint=HINT) from None
    edtf = re.sub(r"^([0-9]{4})-01/\1-06$", r"\1-H1", re.sub(r"^([0-9]{4})-07/\1-12$", r"\1-H2", edtf))
    edtf = re.sub(r"^([0-9]{4})-3([3-6])$", lambda match: f"{match[1]}-Q{int(match[2]) - 2}", edtf)
    return parse_period(edtf)


def year_before(period: str) -> str:
    """The same period a year earlier, which growth is counted from unless a source says otherwise.

    >>> year_before("2024-01/2024-09")
    '2023-01/2023-09'
    """
    return "/".join(f"{int(part[:4]) - 1:04d}{part[4:]}" for part in period.split("/"))
