"""Dates as precise as their source: EDTF (ISO 8601-2:2019, level 0 and most of level 1), and dates in English.

`parse_edtf` takes the standard's forms only; `read_date` also what articles write, and says what it inferred.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factbase.errors import BadInput
from factbase.values.numeral import ONES
from factbase.values.wording import TYPOGRAPHIC_DASHES, plain, quoted, refusal


class Date(NamedTuple):
    """A date of any precision.

    `edtf` is the value in the standard's form. `lower` and `upper` are the first and the last day that it may mean,
    as YYYY-MM-DD; None where it is open or unknown on that side. A qualifier (~ ? %) does not widen them.
    """

    edtf: str
    lower: str | None
    upper: str | None


class ReadDate(NamedTuple):
    """A date as read from a text; `inferred` where it took the document's own date ('on Friday', '23 April')."""

    date: Date
    inferred: bool = False


HINT = "write 2025, 2025-04, 2025-04-23, 2025/2029 or '23 April 2025'"

# A year and what follows it, or a year whose last digits are unknown (ISO 8601-2, 4.7), and a qualifier (4.3).
_POINT = re.compile(r"(?:([0-9]{2}[0-9X]X)|([0-9]{4})(?:-(?:XX(?:-XX)?|([0-9]{2})(?:-([0-9]{2}|XX))?))?)[~?%]?")
# First and last month of seasons, quarters and half-years (ISO 8601-2, 4.8). The standard leaves the months of a
# season open: these are the northern ones, and a winter has the year that it begins in.
_PARTS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
_UNKNOWN_OR_OPEN = ("", "..")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def parse_edtf(text: str) -> Date:
    """The date that an EDTF text means; its `edtf` is the text itself.

    Raises BadInput, with what would be right, for anything else and for days that do not exist.

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
    if start in _UNKNOWN_OR_OPEN and end in _UNKNOWN_OR_OPEN:
        raise BadInput(f"{quoted(text)} has neither a start nor an end", hint="write one of them: 2025/..")
    lower = None if start in _UNKNOWN_OR_OPEN else _bounds(start)[0]
    upper = None if end in _UNKNOWN_OR_OPEN else _bounds(end)[1]
    if lower and upper and lower > upper:
        raise BadInput(f"{quoted(text)} ends before it starts", hint="write the earlier date first")
    return Date(text, lower, upper)


def _bounds(text: str) -> tuple[str, str]:
    match = _POINT.fullmatch(text)
    if not match:
        raise refusal(text, "a date", HINT)
    decade, year, month, day = match.groups()
    if year == "0000":
        raise BadInput(f"{quoted(text)} is in no year", hint="years count from 0001")
    if decade:
        return f"{max(decade.replace('X', '0'), '0001')}-01-01", f"{decade.replace('X', '9')}-12-31"
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    number = int(month)
    if number in _PARTS and day is None:
        first, last = _PARTS[number]
        return f"{year}-{first:02d}-01", _last_day(int(year) + (last > 12), (last - 1) % 12 + 1)
    if number in _PARTS:
        raise BadInput(f"{quoted(text)} is a day of a season", hint=f"write {year}-{month}, or the month and its day")
    if not 1 <= number <= 12:
        hint = "months are 01 to 12, seasons 21 to 24, quarters 33 to 36"
        raise BadInput(f"there is no month {year}-{month}", hint=hint)
    last_day = _last_day(int(year), number)
    if day in (None, "XX"):
        return f"{year}-{month}-01", last_day
    if not "01" <= day <= last_day[8:]:
        hint = f"{MONTHS[number - 1]} {int(year)} has {last_day[8:]} days"
        raise BadInput(f"there is no day {year}-{month}-{day}", hint=hint)
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"


def _last_day(year: int, month: int) -> str:
    if year > 9999:  # the winter of 9999: days have four digits of year, and sort as text
        return "9999-12-31"
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return f"{year:04d}-{month:02d}-{days}"


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NUMBERS = {word: number for number, name in enumerate(MONTHS, 1) for word in (name.lower(), name[:3].lower())}
_MONTH_NUMBERS["sept"] = 9
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_COUNTS = {word: number for number, word in enumerate(ONES[2:12], 2)}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:of )?(?P<year>[0-9]{4})"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"

# One point or stretch of time, with its year. Patterns of words are compiled when used: EDTF alone needs none.
_FORMS = (
    _YEAR,
    r"(?P<decade>[0-9]{3})0s",
    rf"{_DAY}[ -](?:of )?{_MONTH},?[ -]{_YEAR}",
    rf"{_MONTH} {_DAY},? {_YEAR}",
    rf"{_MONTH},?[ -]{_YEAR}",
    rf"(?P<season>{'|'.join(_SEASONS)}),?[ -]{_YEAR}",
    rf"q(?P<quarter>[1-4])[ -]?{_YEAR}",
    rf"{_YEAR}[ -]?q(?P<quarter>[1-4])",
    rf"(?P<quarter>{'|'.join(_ORDINALS)}) quarter,? {_YEAR}",
    rf"(?:h(?P<half>[12])|(?P<half_>[12])h)[ -]?{_YEAR}",
    rf"{_YEAR}[ -]?h(?P<half>[12])",
    rf"(?P<half>first|second|1st|2nd) half,? {_YEAR}",
    rf"first (?P<months>{'|'.join(_COUNTS)}|[2-9]|1[01]) months,? {_YEAR}",
    rf"(?P<months>[2-9]|1[01])m[ -]?{_YEAR}",
)
_LEAD = r"(?:(?:in|on|at|during|the|earlier|later|some ?time|calendar|year) )+"
# Words that make the year or month behind them approximate. 'Early' and 'late' have no agreed bounds, so they get none.
_VAGUE = (
    r"(?:about|around|approximately|roughly|circa|early|mid|late|(?:beginning|start) of|(?:middle|end)(?: of)?)"
    r"[ -](?:in )?|ca?\. ?"
)
# A time that has only a start or only an end: the words, the edge that they leave open, and whether the date named
# belongs to the time (0), or the time begins after it (1) or ends before it (-1).
_OPEN = (
    (
        r"(?:since|as from|from|starting(?: in| on| from)?|beginning(?: in| on)?)"
        r"(?: (?:the )?(?:beginning|start) of)? (?P<date>.+?)(?: onwards?| on)?",
        "end",
        0,
    ),
    (r"after (?:(?:the )?end(?: of |-))?(?P<date>.+)", "end", 1),
    (
        r"(?:until|till|by|up to|through|no later than|(?:before|prior to)(?= (?:the )?end of))"
        r" (?:(?:the )?end(?: of |-))?(?P<date>.+)",
        "start",
        0,
    ),
    (r"(?:before|prior to) (?:(?:the )?(?:beginning|start) of )?(?P<date>.+)", "start", -1),
)

# What a text says only together with the date of its document.
_RELATIVE = (
    r"\b(?:(?P<day>today|yesterday|tomorrow)"
    rf"|(?:(?P<which_day>last|this|next) )?{_WEEKDAY}"
    r"|(?P<which>last|previous|this|current|next|coming) (?P<unit>week|month|quarter|year))\b"
)
_STEPS = {"last": -1, "previous": -1, "yesterday": -1, "next": 1, "coming": 1, "tomorrow": 1}
# How much of YYYY-MM-DD the document's date must settle, so that 'last month' has an answer.
_NEEDED = {"year": 4, "quarter": 7, "month": 7, "week": 10, "day": 10}

_COUNTED = ONES[1:13]
_DISTANCE = (
    rf"(?P<within>within )?(?:the (?:next |coming )?)?(?P<number>an?|{'|'.join(_COUNTED)}|[1-9][0-9]{{0,2}})"
    r" (?P<unit>day|week|month|year)s?(?P<ago> ago)?"
)

_CUT = r" ?- ?| to | until | till | through "
_BETWEEN = r"(?:from|between|for the period|the period|period) "


def read_date(text: str, *, relative_to: Date | None = None) -> ReadDate:
    """The date that people mean: EDTF, or English as articles write it.

    'Since 2023' is 2023/.., 'until 2029' and 'by 2030' reach to the end of that year (../2030), 'after' and 'before'
    leave it out (before 2030: ../2029). 'Early', 'mid' and 'late 2025', 'about 2025' are 2025~.

    `relative_to` is the date of the document: with it also 'yesterday', 'on Friday' (the last one up to that day),
    'last week', 'next year', 'two years ago', 'within three months' and '23 April' (the nearest) are read, and marked as
    inferred.

    Raises BadInput, with what would be right, for what is no date, can be read in two ways (03/04/2025), does not
    exist, or needs the document's date and has none.

    >>> read_date("23 April 2025").date.edtf, read_date("January–September 2024").date.edtf
    ('2025-04-23', '2024-01/2024-09')
    >>> read_date("since 2023").date.upper is None
    True
    >>> read_date("on Friday", relative_to=parse_edtf("2025-04-23"))
    ReadDate(date=Date(edtf='2025-04-18', lower='2025-04-18', upper='2025-04-18'), inferred=True)
    """
    words = plain(text, "a date", HINT)
    refuse_without_one_meaning(text)
    if _POINT.fullmatch(words) or re.fullmatch(r"[0-9X./~?%-]*/[0-9X./~?%-]*", words):
        return ReadDate(parse_edtf(words))
    if re.search(r"(?<![0-9-])[0-9]{4}-(?:2[1-4]|3[3-6]|4[01])(?![0-9-])", words):
        hint = "write 2021/2022 for the years, 'summer 2021' or 'Q1 2021' for the part"
        raise BadInput(f"{quoted(text)} can be two years, or a part of one", hint=hint)
    words = words.lower().strip(" ,")
    if "/" in words and _open(words):
        hint = "write 2020/2025 alone for both, 'since 2020' or 'until 2025' for one"
        raise BadInput(f"{quoted(text)} has a start and an end where one is open", hint=hint)
    named = re.fullmatch(rf"(?P<lead>on )?{_WEEKDAY},? (?:the )?(?P<rest>.*[0-9].*)", words)
    if named:
        words = named["rest"]
    full = _in_full(words, relative_to)
    edtf = _edtf(full)
    if edtf is None:
        raise refusal(text, "a date", HINT)
    date = parse_edtf(edtf)
    if named:
        _check_weekday(date, named["weekday"])
    return ReadDate(date, inferred=full != words)


def _edtf(words: str) -> str | None:
    """EDTF for words that need nothing else to be understood, or None."""
    return _stretch(words) or _open(words) or _from_to(words)


def _stretch(words: str) -> str | None:
    """EDTF for a point or a stretch of time told in one, or None."""
    lead = re.match(_LEAD, words)
    if lead:
        words = words[lead.end() :]
    vague = re.match(_VAGUE, words)
    if vague:
        edtf = _stretch(words[vague.end() :])
        return None if edtf is None or "/" in edtf else edtf.rstrip("~?%") + "~"
    # A date that a relative wording was replaced by, or one in EDTF among words.
    if all(_POINT.fullmatch(part) for part in words.split("/", 1)):
        return words
    return next((_assembled(match) for form in _FORMS if (match := re.fullmatch(form, words))), None)


def _assembled(match: re.Match[str]) -> str:
    said = {name.rstrip("_"): word for name, word in match.groupdict().items() if word}
    if "decade" in said:
        return f"{said['decade']}X"
    year = said["year"]
    if "months" in said:
        return f"{year}-01/{year}-{_number(said['months'], _COUNTS):02d}"
    if "month" in said:
        month = f"{year}-{_MONTH_NUMBERS[said['month']]:02d}"
        return f"{month}-{int(said['day']):02d}" if "day" in said else month
    if "season" in said:
        return f"{year}-{_SEASONS[said['season']]}"
    if "quarter" in said:
        return f"{year}-{32 + _number(said['quarter'], _ORDINALS)}"
    if "half" in said:
        return f"{year}-{39 + _number(said['half'], _ORDINALS)}"
    return year


def _number(word: str, names: dict[str, int]) -> int:
    return names[word] if word in names else int(word)


def _open(words: str) -> str | None:
    """EDTF for a time that has only a start or only an end, or None."""
    for pattern, open_edge, step in _OPEN:
        match = re.fullmatch(pattern, words)
        edtf = match and _stretch(match["date"])
        if edtf:
            start, _, end = edtf.partition("/")
            if open_edge == "end":
                return f"{_beside(end or start, 1) if step else start}/.."
            return f"../{_beside(start, -1) if step else end or start}"
    return None


def _beside(edtf: str, step: int) -> str:
    """What begins when a year, month or day is over (step 1), or is over when it begins (step -1)."""
    if edtf[-1] in "~?%":
        return edtf  # an edge that is not sharp excludes nothing
    lower, upper = _bounds(edtf)
    day = _shifted(upper if step > 0 else lower, step)
    return day[: len(edtf)] if "X" not in edtf and edtf[5:7] <= "12" else day


def _shifted(day: str, days: int) -> str:
    from datetime import date, timedelta

    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        raise BadInput(f"there is no day next to {day}", hint="years are 0001 to 9999") from None


def _from_to(words: str) -> str | None:
    """EDTF for a time told by its start and its end, or None."""
    between = re.match(_BETWEEN, words)
    if between:
        words = words[between.end() :]
        if between[0] == "between ":
            words = words.replace(" and ", " to ", 1)
    cuts = ((words[: cut.start()], words[cut.end() :]) for cut in re.finditer(_CUT, words))
    return next((edtf for start, end in cuts if (edtf := _joined(start, end))), None)


def _joined(start: str, end: str) -> str | None:
    month = re.match(rf"{_MONTH} ", start)
    last = _stretch(end) or (_stretch(month[0] + end) if month else None)
    if last is None or "/" in last:
        return None
    # The start is whole, or leaves out the month and the year, or the year: 23-25 April 2025, January-May 2025.
    day = re.fullmatch(_DAY, start)
    if day and len(last) == 10:
        return f"{last[:8]}{int(day['day']):02d}/{last}"
    first = _stretch(start) or (_stretch(f"{start} {last[:4]}") if len(last) > 4 else None)
    if first is None or "/" in first:
        return None
    # 'The year to March 2025' begins in 2024, and 'winter 2024-2025' is one winter.
    if first == last[:4] != start[-4:] or (len(last) == 4 and first[5:7] in ("21", "22", "23", "24")):
        return None
    return f"{first}/{last}"


def _in_full(words: str, document: Date | None) -> str:
    """The words with everything written out that needs the date of the document."""
    # 'By Friday' and 'until June' look ahead, 'since June' back; 'from 1 May' may look either way, as may 'before 1 May',
    # which tells of what is over as often as of what is to come.
    ahead = bool(re.match(r"(?:until|till|by|before|up to|through|no later than|prior to)\b", words))
    back = words.startswith("since ")
    away = re.fullmatch(_DISTANCE, words)
    if away and bool(away["within"]) != bool(away["ago"]):
        return _away(away, document)
    full = re.sub(_RELATIVE, lambda match: _told(match, document, ahead), words)
    # In a leap year every day of a month exists.
    lacks_year = full == words and re.search(_MONTH, words) and not re.search("[0-9]{4}", words)
    if lacks_year and _edtf(words) is None and _edtf(f"{words} 2024"):
        is_deadline = ahead and not re.match("before|prior", words)
        return f"{words} {_year(words, document, is_deadline, back)}"
    return full


def _away(match: re.Match[str], document: Date | None) -> str:
    """The date that is so many days, weeks, months or years from the document, no sharper than it is counted in."""
    from datetime import date

    unit, words = match["unit"], match["number"]
    number = int(words) if words.isdigit() else _COUNTED.index(words) + 1 if words in _COUNTED else 1
    step = number if match["within"] else -number
    day = date.fromisoformat(_known(match[0], unit, document))
    if unit == "day" or (unit == "week" and match["within"]):
        then = _shifted(day.isoformat(), step * (7 if unit == "week" else 1))
    elif unit == "week":
        monday = _shifted(day.isoformat(), 7 * step - day.weekday())
        then = f"{monday}/{_shifted(monday, 6)}"
    elif unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
        then = f"{year:04d}-{month + 1:02d}"
    else:
        then = f"{day.year + step:04d}"
    return f"by {then}" if match["within"] else then


def _told(match: re.Match[str], document: Date | None, ahead: bool) -> str:
    """The date that a relative wording means, as EDTF."""
    from datetime import date

    unit = match["unit"] or "day"
    day = date.fromisoformat(_known(match[0], unit, document))
    step = _STEPS.get(match["which"] or match["day"] or "", 0)
    if match["weekday"]:
        if match["which_day"] in ("this", "next"):
            raise BadInput(f"'{match[0]}' can be read in more than one way", hint="write the day: 2025-04-25")
        days = _WEEKDAYS.index(match["weekday"]) - day.weekday()
        if ahead and match["which_day"] is None:
            return _shifted(day.isoformat(), days % 7)
        # On a Friday, 'on Friday' is that day, and 'last Friday' a week ago.
        return _shifted(day.isoformat(), -(-days % 7 or (7 if match["which_day"] else 0)))
    if unit == "day":
        return _shifted(day.isoformat(), step)
    if unit == "week":
        monday = _shifted(day.isoformat(), 7 * step - day.weekday())
        return f"{monday}/{_shifted(monday, 6)}"
    if unit == "year":
        return f"{day.year + step:04d}"
    if unit == "quarter":
        year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + step, 4)
        return f"{year:04d}-{33 + quarter}"
    year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
    return f"{year:04d}-{month + 1:02d}"


def _known(words: str, unit: str, document: Date | None) -> str:
    """The first day of the document's date, which has to settle the day, month or year that the words count from."""
    if document is None:
        hint = "give the document's date, or write the date in full"
        raise BadInput(f"{quoted(words)} needs the date of the document", hint=hint)
    needed = _NEEDED[unit]
    if not document.lower or not document.upper or document.lower[:needed] != document.upper[:needed]:
        unit = {4: "year", 7: "month", 10: "day"}[needed]
        hint = f"it is dated {document.edtf}; write the date in full"
        raise BadInput(f"{quoted(words)} needs the {unit} of the document", hint=hint)
    return document.lower


def _year(words: str, document: Date | None, ahead: bool, back: bool) -> str:
    """The year that brings a date without one nearest to the document."""
    if document is None:
        raise BadInput(f"{quoted(words)} has no year", hint="write the year, or give the document's date")
    first = _known(words, "year", document)
    distances: dict[int, str] = {}
    for number in range(int(first[:4]) - 1, int(first[:4]) + 2):
        year = f"{number:04d}"
        try:
            told = parse_edtf(_edtf(f"{words} {year}") or "")
        except BadInput:
            continue  # no such day in that year (29 February), or no such year (10000)
        late = _days_between(document.upper, told.lower or told.upper)
        early = _days_between(told.upper or told.lower, document.lower)
        if not (ahead and early > 0) and not (back and late > 0):
            distances.setdefault(max(late, early, 0), year)
    return distances[min(distances)] if distances else first[:4]


def _days_between(start: str | None, end: str | None) -> int:
    from datetime import date

    return (date.fromisoformat(end or "") - date.fromisoformat(start or "")).days


def _check_weekday(date: Date, weekday: str) -> None:
    from datetime import date as Day

    if date.lower is None or date.lower != date.upper:
        raise BadInput(f"{date.edtf} is no {weekday.capitalize()}", hint="a weekday goes with one day")
    actual = _WEEKDAYS[Day.fromisoformat(date.lower).weekday()]
    if actual != weekday:
        hint = f"it is a {actual.capitalize()}; leave the weekday out, or correct it"
        raise BadInput(f"{date.edtf} is not a {weekday.capitalize()}", hint=hint)


# Writings without one meaning: what is wrong with them, and what would be right.
_REFUSED = (
    (
        r"(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|1[0-2])[./-][0-9]{4}",
        "can be read in more than one way",
        "write the year first: 2025-04-03",
    ),
    (r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}", "is not as ISO 8601 writes a date", "write the year first: 2025-04-23"),
    (
        rf"[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-][0-9]{{2}}|{_DAY},?[ -]{_MONTH},?[ -]['’]?[0-9]{{2}}|.*['’][0-9]{{2}}",
        "has a year of two digits",
        "write all four: 2025-04-23",
    ),
    (
        # A dash that only typesetters use, wherever it stands: '28 December 2009 – 10 January' is one of days.
        rf".*(?<![0-9])[0-9]{{4}} ?[/{TYPOGRAPHIC_DASHES}] ?[0-9]{{2}}(?![0-9]"
        rf"|[{TYPOGRAPHIC_DASHES}/-][0-9]{{2}}(?![0-9])|(?:st|nd|rd|th)? (?:of )?{_MONTH}).*",
        "can be two years, or a month",
        "write 2024/2025 for the years, 2024-05 for the month",
    ),
    (
        r"[0-9]{4}[./][0-9]{1,2}([./][0-9]{1,2})?|[0-9]{4}-[0-9](-[0-9]{1,2})?|[0-9]{4}-[0-9]{2}-[0-9]|[0-9]{8}",
        "is not as ISO 8601 writes a date",
        "write hyphens and two digits: 2025-04-03",
    ),
    (r"(?:(?:in )?the )?[0-9]{2}00s", "can be a decade or a century", "write 200X or 20XX"),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9:]+.*", "has a time of day", "write the day alone: 2025-04-23"),
)


def refuse_without_one_meaning(text: str) -> None:
    """Raises BadInput for a text, with the dashes it is written with, that means two dates or needs rewriting."""
    words = " ".join(text.lower().split())
    for pattern, what, hint in _REFUSED:
        if re.fullmatch(pattern, words):
            raise BadInput(f"{quoted(text)} {what}", hint=hint)
