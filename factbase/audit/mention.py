"""What a running text mentions: the numbers, dates, places in lists, and names in it, each with where it stands.

Takes texts that are `normal` as anchors are. Reads with the same words as the rest of the program: `read_quantity`,
`read_date`; what these refuse is not read here either.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from factbase.audit.document import ENUMERATOR
from factbase.errors import BadInput
from factbase.values.currency import CURRENCIES
from factbase.values.date import HINT, MONTHS, Date, parse_edtf, read_date
from factbase.values.number import Quantity, read_quantity
from factbase.values.numeral import ONES, TENS

Span = tuple[int, int]
Mark = Literal[".", ","]


class Number(NamedTuple):
    """A number in a text, from and to; `falls` tells whether the words before it speak of a fall (True) or a rise.

    `is_below` marks one that is below zero by the words before it: a deficit of 3, minus 3.
    """

    span: Span
    quantity: Quantity
    words: str
    falls: bool | None = None
    is_below: bool = False

    @property
    def is_course(self) -> bool:
        """Whether it tells where something began and ended: from 2 to 3 million."""
        return self.quantity.qualifier == "between" and self.words[:5].lower() == "from "


class Day(NamedTuple):
    """A date in a text, from and to. Read with its leading word ('since 2023') and without it.

    `dates` is empty for what is written as a date and is none, or has two meanings: 31 June 2026, 03/04/2025.
    """

    span: Span
    dates: tuple[Date, ...]
    words: str

    @property
    def is_yearless(self) -> bool:
        """Whether it is a month, or a day of one, without its year: in March, on 3 March."""
        named = any(part[:3].capitalize() in _MONTHS for part in re.findall("[A-Za-z]{3,}", self.words))
        return named and not re.search(r"[12][0-9]{3}|\b(?:last|next|this|year)\b", self.words)


class Place(NamedTuple):
    """A place in a list (1 is the first), from and to."""

    span: Span
    rank: int
    words: str


# Most of a document's paragraphs stay as they are from one comparison to the next.
_CACHED = 4096

_TOKEN = re.compile(r"\S+")
_OPENING, _CLOSING = "(\"'[", ")\"'].,;:!?"
_SCALES = "hundred thousand million billion trillion dozen halved doubled twice tripled trebled quadrupled"
# One is a pronoun, too.
_NUMERALS = frozenset((*ONES, *TENS, *_SCALES.split())) - {"one"}
# Letters before the digits are a currency's; COP29 and G20 are names.
_DIGITS = re.compile(r"(?:[^\w\s]*|[a-z]{0,3}\$|usd|eur|gbp|cny|rmb|x)[0-9]")
_DIRECTION = re.compile(
    r"\b(?:(?P<fall>fell|fall(?:en|s|ing)?|drop(?:ped|s|ping)?|declin(?:ed|es?|ing)|decreas(?:ed|es?|ing)|shrank|shrunk"
    r"|contracted|reduced|down|less|lower|loss)|(?P<rise>grew|grow(?:n|s|ing|th)?|rose|ris(?:en|es?|ing)"
    r"|increas(?:ed|es?|ing)|up|gain(?:ed|s)?|higher|more|expanded|climbed|jumped))\b",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\b(?:minus|negative|deficit|shortfall|loss)\b[^.;0-9]*$", re.IGNORECASE)
_LONGEST_HEDGE, _LONGEST_UNIT = 4, 5
# Four fifths are no four.
_PART = re.compile(r"(?:halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\b")
_MONTHS = frozenset(month[:3] for month in MONTHS)
# '15 May' is no number, whatever its year.
_ANY_DAY = parse_edtf("2024-06-15")


@lru_cache(maxsize=_CACHED)
def numbers(text: str, decimal: Mark = ".") -> tuple[Number, ...]:
    """The numbers of a text with their hedges and units; a date's are not among them. `decimal` is its decimal mark.

    >>> [(number.words, int(number.quantity.value or 0)) for number in numbers("In 2024 trade reached $3.7 billion.")]
    [('$3.7 billion', 3700000000)]
    """
    # '2000 tons' may be read as a year too; 'in 2000', and a date that is more than a year, is no number.
    taken = [
        day.span for day in days(text, _ANY_DAY) if not re.fullmatch(r"(?![Ii]n )(?:\w+ )?[12][0-9]{3}", day.words)
    ]
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    found: list[Number] = []
    end_of_last = 0
    for index, (start, end) in enumerate(tokens):
        word = text[start:end].strip(_OPENING + _CLOSING).lower().removesuffix("fold")
        is_number = bool(_DIGITS.match(word)) or not _NUMERALS.isdisjoint(word.split("-"))
        # '11. The Commission has met' begins with the number of the paragraph.
        if start < end_of_last or not is_number or (index == 0 and ENUMERATOR.fullmatch(text[start:end])):
            continue
        number = _number(text, tokens, index, end_of_last, decimal, taken)
        if number is None:
            continue
        end_of_last = number.span[1]
        found.append(number)
    return tuple(found)


def _number(
    text: str, tokens: list[Span], index: int, not_before: int, decimal: Mark, taken: list[Span]
) -> Number | None:
    """The longest number with its hedge and unit around a token, without what is `taken`."""
    last = index
    while last < min(index + _LONGEST_UNIT, len(tokens) - 1) and not _closes(text, tokens[last]):
        last += 1
    first = index
    while first > max(index - _LONGEST_HEDGE, 0) and not _closes(text, tokens[first - 1]):
        if tokens[first - 1][0] < not_before:
            break
        first -= 1
    for end in range(last, index - 1, -1):
        for start in range(first, index + 1):
            span = _trimmed(text, tokens[start][0], tokens[end][1])
            # From $41 million in 2023 to $26 million: the year is no part of the second sum.
            if _overlaps(span, taken):
                continue
            words = text[span[0] : span[1]]
            quantity = _quantity(words, decimal)
            # A unit that is not known is the words that happen to follow; a bare 2024 is a year.
            if quantity is None or (quantity.unit is None and quantity.unit_text):
                continue
            # 'Two sides have signed many documents' counts no documents.
            if (quantity.unit_text or "").count(" ") > 2:
                continue
            # 'By 86% to 378,000' are two numbers.
            if quantity.unit == "%" and quantity.qualifier == "between" and not re.search(r"(?:%|cent|pct)$", words):
                continue
            is_part = end + 1 < len(tokens) and _PART.match(text[slice(*tokens[end + 1])])
            if re.fullmatch(r"[12][0-9]{3}", words) or is_part:
                return None
            is_below = bool(_BELOW.search(text, max(0, span[0] - 40), span[0]))
            return Number(span, quantity, words, _falls(text, span), is_below)
    return None


@lru_cache(maxsize=_CACHED)
def _quantity(words: str, decimal: Mark) -> Quantity | None:
    try:
        return read_quantity(words, decimal=decimal)
    except BadInput:
        return None


def _closes(text: str, token: Span) -> bool:
    """Whether a token ends what may belong to one number: by a stop, or a bracket."""
    return text[token[1] - 1] in ".,;:!?)" and text[token[0] : token[1]].lower() not in ("approx.", "ca.", "c.")


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _OPENING:
        start += 1
    while start < end and text[end - 1] in _CLOSING:
        end -= 1
    return start, end


def _falls(text: str, span: Span) -> bool | None:
    """What the nearest of the few words before, or the one behind, says: a fall (True), a rise, or nothing."""
    before = list(_DIRECTION.finditer(text, max(0, span[0] - 30), span[0]))
    behind = _DIRECTION.match(text[span[1] : span[1] + 30].lstrip())
    # 'Lower than in 2019, and 4% higher than in 2014': what is higher is so by the number before it.
    of_itself = behind is not None and behind[0].lower() in ("higher", "lower")
    match = before[-1] if before and not of_itself else behind
    return None if match is None else match["fall"] is not None


def _overlaps(span: Span, others: list[Span]) -> bool:
    """Whether a span shares a letter with one of others that stand one behind the other."""
    behind = bisect_left(others, span[1], key=lambda other: other[0])
    return behind > 0 and span[0] < others[behind - 1][1]


# Parts of a whole

_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTS = ONES[1:10]
# The first half of 2024 is a time.
_HALF = r"(?<!first )(?<!second )(?<!1st )(?<!2nd )(?<!last )half(?!-year| year| a year| of (?:the year|[12][0-9]))"
_FRACTION = re.compile(
    rf"\b(?:(?P<half>{_HALF})|(?P<number>an?|{'|'.join(_COUNTS)})[ -](?P<part>{'|'.join(_PARTS[1:])})s?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=_CACHED)
def fractions(text: str) -> tuple[Decimal, ...]:
    """The parts that a text tells in words, in per cent to the whole.

    >>> [int(part) for part in fractions("Two thirds of it, and four-fifths of the rest; half is lost.")]
    [67, 80, 50]
    """
    found = []
    for match in _FRACTION.finditer(text):
        of = 2 if match["half"] else _PARTS.index(match["part"].lower()) + 2
        number = (match["number"] or "").lower()
        parts = _COUNTS.index(number) + 1 if number in _COUNTS else 1
        found.append(round(Decimal(100 * parts) / of))
    return tuple(map(Decimal, found))


# Dates

_UNITS_OF_TIME = ("week", "month", "quarter", "year")
_DATE_STARTS = frozenset(
    [
        *(word.lower() for month in MONTHS for word in (month, month[:3])),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("sept", "today", "yesterday", "tomorrow"),
    ]
)
_WORDS_OF_DATES = """
in on at by from to until till since before after between and during the of early mid late first second third fourth
1st 2nd 3rd 4th quarter half months month year years calendar week last next this previous current coming beginning
start middle end about around approximately roughly circa earlier later some time sometime onwards onward up no than
prior through as starting spring summer autumn fall winter two three four five six seven eight nine ten eleven period
for q1 q2 q3 q4 h1 h2 -
"""
_DATE_WORDS = frozenset(_WORDS_OF_DATES.split())
# Words that are months or more only when they are written large.
_LARGE_ONLY = frozenset(("may", "march", "mar", "jan", "dec", "sat", "sun"))
_HAS_YEAR = re.compile(r"(?<![0-9.,$€£])[12][0-9]{3}(?![0-9]|[.,][0-9])")
_DATE_DIGITS = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?|[0-9]{4}s?|[0-9.]{4,}")
# 'Sept. 10' goes on.
_SHORT_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\Z")
_LEAD = re.compile(
    r"\A(?:since|as from|from|after|until|till|by|before|up to|through|prior to|in|on|for)\s+", re.IGNORECASE
)


@lru_cache(maxsize=_CACHED)
def days(text: str, document: Date | None) -> tuple[Day, ...]:
    """The dates of a text; `document` is the date of the document, which relative wordings count from.

    >>> [day.dates[0].edtf for day in days("On April 23, 2025, in Baku, they met; by 2030 trade may double.", None)]
    ['2025-04-23', '../2030']
    """
    found: list[Day] = []
    run: list[Span] = []
    for match in _TOKEN.finditer(text):
        if _in_date(text[match.start() : match.end()]):
            run.append(match.span())
            if not _ends_run(text, match.span()):
                continue
        elif not run:
            continue
        found.extend(_of_run(text, run, document))
        run = []
    found.extend(_of_run(text, run, document))
    return tuple(found)


def _ends_run(text: str, token: Span) -> bool:
    """Whether no date goes on behind a token. A comma may stand before a year and behind a weekday only."""
    last = text[token[1] - 1]
    if _SHORT_MONTH.search(text, *token):
        return False
    if last == ",":
        is_weekday = text[token[0] : token[1] - 1].lower().endswith("day")
        return not is_weekday and not re.match(r" [12][0-9]{3}\b", text[token[1] : token[1] + 6])
    return last in ".;:!?)"


def _in_date(token: str) -> bool:
    bare = token.strip(_OPENING + _CLOSING)
    if bare.lower() in _LARGE_ONLY and bare[:1].islower():
        return False
    parts = [part for part in re.split("[-/]", bare.lower()) if part] or [bare.lower()]
    return all(part in _DATE_WORDS or part in _DATE_STARTS or _DATE_DIGITS.fullmatch(part) for part in parts)


def _is_dated(token: str) -> bool:
    bare = token.strip(_OPENING + _CLOSING).lower()
    return bool(_HAS_YEAR.search(bare)) or any(part in _DATE_STARTS for part in bare.split("-"))


def _of_run(text: str, run: list[Span], document: Date | None) -> list[Day]:
    """The dates among tokens that all may belong to one: the longest first, one behind the other."""
    said = [text[start:end] for start, end in run]
    relative = any(word.strip(_CLOSING).lower() in _UNITS_OF_TIME for word in said)
    if not relative and not any(map(_is_dated, said)):
        return []
    found: list[Day] = []
    first = 0
    while first < len(run):
        unreadable: tuple[int, Day] | None = None
        for last in range(min(len(run), first + 9) - 1, first - 1, -1):
            span = _trimmed(text, run[first][0], run[last][1])
            words = text[span[0] : span[1]]
            dates = _dates(words, document)
            if dates:
                found.append(Day(span, dates, words))
                first = last
                break
            if dates is None and unreadable is None:
                unreadable = last, Day(span, (), words)
        else:
            if unreadable:
                first, day = unreadable
                found.append(day)
        first += 1
    return found


# In a text, 2009-10 are two years, and 2024-05 a month.
_SHORT_YEARS = re.compile(r"(?<![0-9/-])([12][0-9])([0-9]{2})[/-]([0-9]{2})(?![0-9/-])")


def _years(match: re.Match[str]) -> str:
    century, first, last = match.groups()
    if first == "99" and last == "00":
        return f"{century}99/{int(century) + 1}00"
    return f"{century}{first}/{century}{last}" if first < last else match[0]


@lru_cache(maxsize=_CACHED)
def _dates(words: str, document: Date | None) -> tuple[Date, ...] | None:
    """What words mean as a date: nothing where they are none, None where they are written as one and cannot be."""
    if not any(map(_is_dated, words.split())) and not any(part in words.lower() for part in _UNITS_OF_TIME):
        return ()
    found: list[Date] = []
    without = _LEAD.sub("", words)
    years = _SHORT_YEARS.sub(_years, without)
    if years != without:
        words = without = years
    for said in dict.fromkeys((words, without)):
        try:
            found.append(read_date(said, relative_to=document).date)
        except BadInput as error:
            if said == words:
                # What has another hint than how to write dates was understood, and refused for what it means.
                return () if error.hint == HINT or "needs the" in error.what or "no year" in error.what else None
    return tuple(dict.fromkeys(found))


def span_of(date: Date) -> int | None:
    """How many days a date may mean, None where it is open: two dates are comparable if it is the same kind of span."""
    from datetime import date as Day

    if date.lower is None or date.upper is None:
        return None
    length = (Day.fromisoformat(date.upper) - Day.fromisoformat(date.lower)).days + 1
    # Months, quarters, half-years and years differ among themselves by a few days.
    regular = ((1, 1), (28, 31), (90, 92), (181, 184), (365, 366))
    # Of other spans days are like days, months like months, and years like years.
    return next(
        (least for least, most in regular if least <= length <= most), -1 if length < 28 else -2 if length < 365 else -3
    )


def edges(date: Date) -> tuple[Date | None, Date | None]:
    """The start and the end of an interval, each None where it is open or unknown; of another date, itself twice."""
    start, slash, end = date.edtf.partition("/")
    if not slash:
        return date, date
    first, last = (parse_edtf(part) if part not in ("", "..") else None for part in (start, end))
    return first, last


# Places in lists

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = rf"(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<digits>[1-9][0-9]?)(?:st|nd|rd|th))"
_PLACES = (
    re.compile(
        rf"\b{_NTH}[- ](?:largest|biggest|most|greatest|leading|main|top|ranking|ranked|place|place[ds]|rank|partner|"
        r"trade|trading|export|import|supplier|source|market|destination|investor)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:ranks?|ranked|ranking|placed|comes|came)(?: in)? {_NTH}", re.IGNORECASE),
    re.compile(r"(?:\b(?:no\.|number|rank|place)|(?<!\S)#) ?(?P<digits>[1-9][0-9]?)\b", re.IGNORECASE),
    re.compile(
        r"(?<!one of the )(?<!among the )(?<!of its )(?<!of their )\b(?P<top>top|largest|biggest|foremost|number one)\b"
        r"(?! (?:[0-9]|three|five|ten|twenty))",
        re.IGNORECASE,
    ),
)


_AMONG = re.compile(r"\btop[- ](?P<number>[1-9][0-9]{0,2}|three|five|ten|twenty)\b", re.IGNORECASE)
_AMONG_WORDS = {"three": 3, "five": 5, "ten": 10, "twenty": 20}


@lru_cache(maxsize=_CACHED)
def lowest_places(text: str) -> tuple[Place, ...]:
    """The places that somebody has at least: among the top ten.

    >>> [place.rank for place in lowest_places("It is among the top ten partners.")]
    [10]
    """
    return tuple(
        Place(match.span(), _AMONG_WORDS.get(number := match["number"].lower()) or int(number), match[0])
        for match in _AMONG.finditer(text)
    )


@lru_cache(maxsize=_CACHED)
def places(text: str) -> tuple[Place, ...]:
    """The places in lists that a text tells.

    >>> [place.rank for place in places("China is its top export partner and fourth-largest market.")]
    [1, 4]
    """
    found: list[Place] = []
    for pattern in _PLACES:
        taken = sorted(place.span for place in found)
        for match in pattern.finditer(text):
            if _overlaps(match.span(), taken):
                continue
            groups = match.groupdict()
            if groups.get("top"):
                rank = 1
            elif groups.get("word"):
                rank = _ORDINALS.index(groups["word"].lower()) + 1
            else:
                rank = int(groups["digits"])
            found.append(Place(match.span(), rank, match[0]))
    return tuple(sorted(found))


# Names

# What documents write large without naming anybody.
_LARGE = """
agreement agreements annex article articles bilateral chairman charter comprehensive convention council declaration
deputy economic excellency first foreign general government governments he head heads his joint leader leaders
memorandum mfn minister ministers ministry parliament participants parties partnership party plan presidency president
presidents prime protocol protocols republic road sea secretary section she side sides signatories state statement
states strategic summit their they treaty understanding vice organization organisation cooperation union bank nations
group company corporation fund institute university association community commission committee agency trade the this
these that those it its both in on at by from to of and for with as an a but during after before january february
march april may june july august september october november december monday tuesday wednesday thursday friday saturday
sunday i we you they our us mr mrs ms dr h.e no nos q1 q2 q3 q4 h1 h2
"""
GENERIC = frozenset(_LARGE.split())
_WORD = re.compile(r"[^\W\d_][\w'.-]*")


@lru_cache(maxsize=_CACHED)
def capitalised(text: str, sentence_starts: tuple[int, ...]) -> tuple[str, ...]:
    """Words written large that look like names: within a sentence, or two and more at its head.

    >>> capitalised("The Sides met Ruritania's envoy Rudolf Rassendyll.", (0,))
    ('Ruritania', 'Rudolf Rassendyll')
    """
    runs: list[list[tuple[int, str]]] = [[]]
    end = 0
    # 1.2 Mt are no Malta; two Ruritanian companies may be counted, and are named all the same.
    measured = [number.span for number in numbers(text) if number.quantity.unit not in (None, "1")]
    for match in _WORD.finditer(text):
        word = re.sub(r"(?:'s|')?[.'-]*$", "", match[0])
        is_money = word in CURRENCIES or text[match.end() : match.end() + 1] == "$"
        large = word[:1].isupper() and not GENERIC.issuperset(word.lower().split("-")) and not is_money
        large = large and not _overlaps(match.span(), measured)
        if large and runs[-1] and text[end : match.start()] == " ":
            runs[-1].append((match.start(), word))
        else:
            runs.append([(match.start(), word)] if large else [])
        end = match.end() if match[0] == word else -1
    starts = frozenset(sentence_starts)
    kept = (run for run in runs if run and (run[0][0] not in starts or len(run) > 1))
    return tuple(" ".join(word for _, word in run) for run in kept)
