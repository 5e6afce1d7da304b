"""Dates as precise as their source: EDTF (ISO 8601-2:2019, levels 0 and 1), and the ways people write dates.

`parse_edtf` takes the standard's forms only; `read_date` also takes English as articles have it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from factbase.errors import BadInput


@dataclass(frozen=True)
class Date:
    """A date of any precision.

    `edtf` is the value in the standard's form. `lower` and `upper` are the first and the last day that it may mean, as
    YYYY-MM-DD; None where the date is open or unknown on that side.
    """

    edtf: str
    lower: str | None
    upper: str | None

    @property
    def is_interval(self) -> bool:
        """Whether it has a start and an end of its own."""
        return "/" in self.edtf


@dataclass(frozen=True)
class ReadDate:
    """A date as read from a text; `inferred` where the text alone does not tell it ('on Friday')."""

    date: Date
    inferred: bool = False


HINT = "write 2025, 2025-04, 2025-04-23, 2025/2029 or '23 April 2025'"

# 21 to 24 are seasons (spring first, northern half), 33 to 36 quarters, 40 and 41 half-years (ISO 8601-2, 4.8).
_PARTS_OF_YEAR = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
_EDTF = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%])?")


# A start or an end that is unknown, or open (ISO 8601-2, 4.4).
OPEN = ("", "..")


def parse_edtf(text: str) -> Date:
    """The date that an EDTF text means. Raises BadInput for anything else, and for days that do not exist.

    >>> parse_edtf("2025-04")
    Date(edtf='2025-04', lower='2025-04-01', upper='2025-04-30')
    >>> parse_edtf("2025-04-23/..").upper is None
    True
    >>> parse_edtf("2025-02-30")
    Traceback (most recent call last):
    factbase.errors.BadInput: there is no day 2025-02-30 (February 2025 has 28 days)
    """
    start, slash, end = text.partition("/")
    if not slash:
        return Date(text, *_bounds(text))
    if start in OPEN and end in OPEN:
        raise BadInput(f"'{text}' has neither a start nor an end", hint=HINT)
    lower, upper = _bounds(start)[0] if start not in OPEN else None, _bounds(end)[1] if end not in OPEN else None
    if lower and upper and lower > upper:
        raise BadInput(f"'{text}' ends before it starts", hint="write the earlier date first")
    return Date(text, lower, upper)


def _bounds(text: str) -> tuple[str, str]:
    match = _EDTF.fullmatch(text)
    if not match:
        raise BadInput(f"'{text}' is not a date", hint=HINT)
    year, month, day, _ = match.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if last == 0:
        raise BadInput(f"there is no year {year}", hint="years count from 0001")
    first = max(first, 1)
    if month is None:
        return f"{first:04d}-01-01", f"{last:04d}-12-31"
    if "X" in year or (day is not None and month == "XX"):
        raise BadInput(f"'{text}' is not a date", hint="X stands for the last digits only: 202X, 2025-XX, 2025-04-XX")
    if month == "XX":
        return f"{year}-01-01", f"{year}-12-31"
    number = int(month)
    if number in _PARTS_OF_YEAR:
        if day is not None:
            raise BadInput(f"'{text}' is not a date", hint="a season or quarter has no days: 2025-33")
        start, end = _PARTS_OF_YEAR[number]
        end_year = first + (end > 12)
        end_month = (end - 1) % 12 + 1
        return (
            f"{first:04d}-{start:02d}-01",
            f"{end_year:04d}-{end_month:02d}-{_days(end_year, end_month):02d}",
        )
    if not 1 <= number <= 12:
        raise BadInput(f"there is no month {month}", hint="months are 01 to 12, seasons 21 to 24, quarters 33 to 36")
    days = _days(first, number)
    if day in (None, "XX"):
        return f"{year}-{month}-01", f"{year}-{month}-{days:02d}"
    assert day is not None
    if not 1 <= int(day) <= days:
        name = MONTHS[number - 1].capitalize()
        raise BadInput(f"there is no day {year}-{month}-{day}", hint=f"{name} {int(year)} has {days} days")
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"


def _days(year: int, month: int) -> int:
    return monthrange(min(year, 9999), month)[1]


MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NUMBER = {name[:length]: number for number, name in enumerate(MONTHS, 1) for length in (3, len(name))}
_MONTH_NUMBER["sept"] = 9
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBER, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"


def read_date(text: str, *, relative_to: Date | None = None) -> ReadDate:
    """The date that people mean: EDTF, or English as articles write it.

    With `relative_to`, the document's own date, also 'on Friday', 'yesterday', 'last year', '23 April': these are
    marked as inferred. Raises BadInput, with what would be right, for what is no date, is ambiguous (03/04/2025),
    does not exist, or needs the document's date and has none.

    >>> read_date("23 April 2025").date.edtf
    '2025-04-23'
    >>> read_date("January–September 2024").date.edtf
    '2024-01/2024-09'
    >>> read_date("since 2023").date.edtf
    '2023/..'
    >>> read_date("on Friday", relative_to=parse_edtf("2025-04-23"))
    ReadDate(date=Date(edtf='2025-04-18', lower='2025-04-18', upper='2025-04-18'), inferred=True)
    """
    plain = text.strip()
    if re.fullmatch(r"[0-9X./~?%-]+", plain):
        _refuse_numeric(plain)
        return ReadDate(_whole_interval(plain))
    words = re.sub(r"[\u2010-\u2015\u2212]", "-", plain.lower())
    words = re.sub(r"\s+", " ", words).strip(" ,")
    for read in (_interval, _absolute):
        edtf = read(words)
        if edtf is not None:
            return ReadDate(parse_edtf(edtf))
    relative = _relative(words, relative_to)
    if relative is not None:
        return ReadDate(parse_edtf(relative), inferred=True)
    raise BadInput(f"'{text}' is not a date", hint=HINT)


def _whole_interval(text: str) -> Date:
    # '2025-2029' is a common slip for an interval; EDTF has no such form.
    years = re.fullmatch(r"([0-9]{4})-([0-9]{4})", text)
    return parse_edtf(f"{years[1]}/{years[2]}" if years else text)


def _refuse_numeric(text: str) -> None:
    if re.fullmatch(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}", text):
        raise BadInput(f"'{text}' can be read in more than one way", hint="write the year first: 2025-04-03")
    if re.fullmatch(r"[0-9]{4}[./][0-9]{1,2}([./][0-9]{1,2})?", text):
        raise BadInput(f"'{text}' is not a date", hint="write hyphens and two digits: 2025-04-03")


def _absolute(words: str) -> str | None:
    """EDTF for one point or stretch of time with its year, or None."""
    words = words.removeprefix("in ").removeprefix("on ").removeprefix("the ")
    forms: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
        (rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}", lambda m: f"{m['year']}-{_month(m)}-{int(m['day']):02d}"),
        (rf"{_MONTH} {_DAY},? {_YEAR}", lambda m: f"{m['year']}-{_month(m)}-{int(m['day']):02d}"),
        (rf"{_MONTH},? (?:of )?{_YEAR}", lambda m: f"{m['year']}-{_month(m)}"),
        (_YEAR, lambda m: m["year"]),
        (rf"(?:year|calendar year) {_YEAR}", lambda m: m["year"]),
        (r"(?P<year>[0-9]{3})0s", lambda m: f"{m['year']}X"),
        (rf"q(?P<part>[1-4])[ -]?(?:of )?{_YEAR}", lambda m: f"{m['year']}-{32 + int(m['part'])}"),
        (rf"{_YEAR}[ -]?q(?P<part>[1-4])", lambda m: f"{m['year']}-{32 + int(m['part'])}"),
        (
            rf"(?P<part>{'|'.join(_ORDINAL)}) quarter (?:of )?{_YEAR}",
            lambda m: f"{m['year']}-{32 + _ORDINAL[m['part']]}",
        ),
        (rf"(?:first|1st) half (?:of )?{_YEAR}", lambda m: f"{m['year']}-01/{m['year']}-06"),
        (rf"(?:second|2nd) half (?:of )?{_YEAR}", lambda m: f"{m['year']}-07/{m['year']}-12"),
        (rf"(?P<part>{'|'.join(_SEASONS)}) (?:of )?{_YEAR}", lambda m: f"{m['year']}-{_SEASONS[m['part']]}"),
        # 'Early', 'mid' and 'late' have no agreed bounds: the year or month, approximately.
        (rf"(?:early|mid|late|the beginning of|the end of)[ -](?:in )?{_YEAR}", lambda m: f"{m['year']}~"),
        (rf"(?:early|mid|late)[ -]{_MONTH},? {_YEAR}", lambda m: f"{m['year']}-{_month(m)}~"),
    )
    around = re.sub(r"^(?:around|about|circa|c\.|ca\.|approximately) ?", "", words)
    approximate = "~" if around != words else ""
    for pattern, form in forms:
        match = re.fullmatch(pattern, around)
        if match:
            edtf = form(match)
            return edtf if "/" in edtf or not approximate else edtf.rstrip("~") + "~"
    return f"{around}{approximate}" if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}[~?%]?", around) else None


def _month(match: re.Match[str]) -> str:
    return f"{_MONTH_NUMBER[match['month']]:02d}"


def _interval(words: str) -> str | None:
    """EDTF for a stretch of time told by its ends, or None."""
    open_forms = (
        (r"(?:since|from|after|as of|starting|starting in|from .* on)", "{}/.."),
        (r"(?:until|till|by|before|up to|no later than)", "../{}"),
    )
    for pattern, form in open_forms:
        match = re.fullmatch(rf"{pattern} (?:the end of )?(.+?)(?: on(?:wards?)?)?", words)
        if match and not re.search(r" (?:to|until|till) |[0-9] ?- ?[0-9a-z]", match[1]):
            edge = _absolute(match[1])
            if edge is not None and "/" not in edge:
                return form.format(edge)
    # 23-25 April 2025; April 23-25, 2025; January-September 2024; 28 April - 2 May 2025; 2025 to 2029.
    separator = r"(?: ?- ?| to | until | till | and | through )"
    words = re.sub(r"^(?:from|between|the period|period|for) ", "", words)
    match = re.fullmatch(rf"([0-9]{{1,2}}){separator}([0-9]{{1,2}}) {_MONTH},? {_YEAR}", words)
    if match:
        return _days_of(match, match[1], match[2])
    match = re.fullmatch(rf"{_MONTH} ([0-9]{{1,2}}){separator}([0-9]{{1,2}}),? {_YEAR}", words)
    if match:
        return _days_of(match, match[2], match[3])
    match = re.fullmatch(rf"(.+?){separator}(.+)", words)
    if not match:
        return None
    end = _absolute(match[2])
    if end is None or "/" in end:
        return None
    start = _absolute(match[1]) or _absolute(f"{match[1]} {end[:4]}")
    short = re.fullmatch(r"[0-9]{4}", match[1]) and re.fullmatch(r"[0-9]{2}", match[2])
    return None if start is None or "/" in start or short else f"{start}/{end}"


def _days_of(match: re.Match[str], first: str, last: str) -> str:
    month = f"{match['year']}-{_month(match)}"
    return f"{month}-{int(first):02d}/{month}-{int(last):02d}"


def _relative(words: str, document: Date | None) -> str | None:
    """EDTF for a wording that needs the document's own date, or None for one that is no date at all."""
    words = words.removeprefix("in ").removeprefix("on ").removeprefix("the ").removeprefix("earlier ")
    weekday = re.fullmatch(rf"(?P<last>last |this )?(?P<day>{'|'.join(_WEEKDAYS)})", words)
    day_and_month = re.fullmatch(
        rf"(?:{_DAY} {_MONTH}|(?:{_MONTH} {_DAY}))".replace("?P<month>", "").replace("?P<day>", ""), words
    )
    month = re.fullmatch(rf"(?:(?:last|this|next) )?{_MONTH}", words)
    unit = re.fullmatch(r"(?P<which>last|this|next|the same) (?P<unit>week|month|year)", words)
    if not (weekday or day_and_month or month or unit or words in ("today", "yesterday", "tomorrow")):
        return None
    if document is None or document.lower is None:
        raise BadInput(
            f"'{words}' needs the date of the document",
            hint="give the document's date, or write the date in full",
        )
    base = Day.fromisoformat(document.lower)
    exact = document.lower == document.upper
    if unit and unit["unit"] == "year" and document.upper and document.upper[:4] == document.lower[:4]:
        return f"{base.year + _STEP[unit['which']]:04d}"
    if unit and unit["unit"] == "month" and document.upper and document.upper[:7] == document.lower[:7]:
        months = base.year * 12 + base.month - 1 + _STEP[unit["which"]]
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if month:
        year = _nearest_year(base, _MONTH_NUMBER[month["month"]], None)
        return f"{year:04d}-{_month(month)}"
    if day_and_month:
        number = next(int(part) for part in re.findall(r"[0-9]+", words))
        name = next(part for part in re.findall(r"[a-z]+", words) if part in _MONTH_NUMBER)
        year = _nearest_year(base, _MONTH_NUMBER[name], number)
        return f"{year:04d}-{_MONTH_NUMBER[name]:02d}-{number:02d}"
    if not exact:
        raise BadInput(f"'{words}' needs the day of the document", hint="its date is not known to the day")
    if weekday:
        # A news text's 'on Friday' is the last one up to its own day; 'last Friday' on a Friday is a week ago.
        back = (base.weekday() - _WEEKDAYS.index(weekday["day"])) % 7
        if back == 0 and weekday["last"] == "last ":
            back = 7
        return (base - timedelta(days=back)).isoformat()
    if unit:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=_STEP[unit["which"]])
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return (base + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[words])).isoformat()


_STEP = {"last": -1, "this": 0, "the same": 0, "next": 1}


def _nearest_year(base: Day, month: int, day: int | None) -> int:
    """The year that puts the day or month nearest to the document's own date."""

    def distance(year: int) -> int:
        return abs((Day(year, month, min(day or 15, _days(year, month))) - base).days)

    return min((base.year, base.year - 1, base.year + 1), key=distance)
