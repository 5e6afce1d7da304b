"""A source's assertions against the reader's own copy of the document: does each stand where it is cited, as recorded?

First the anchor: it is found in the place that the locator names, or it moved, is ambiguous or missing. Then what is
recorded, number by number, date by date, name by name: against what the anchor's own words tell, else against the place
(the sentence or the paragraph that the locator names), else the paragraph. Only like is compared with like: dollars with
money, a day with days, a state with names. Where the text tells nothing of the kind, it is not compared; nor are the
parties of an agreement and the place of an action that another paragraph names: a document tells them once.

What is derived is a step away from the text, and what is implied need not be in it: there, only what is equal counts
(for what is implied, also what the anchor itself tells otherwise). So it is in a document that is not in English, whose
hedges, months and names are not read, but for percentages and years.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factbase.audit import mention
from factbase.audit.document import Document
from factbase.audit.located import Located, located
from factbase.audit.named import names
from factbase.audit.recorded import Assertion, Day, Number, Source
from factbase.audit.scope import Comparison, Result, Scope, language, mentioned, outcome, scopes
from factbase.errors import BadInput
from factbase.rows import Column, Row
from factbase.values.currency import CURRENCIES
from factbase.values.date import Date, read_date
from factbase.values.number import WITH_POINT

COLUMNS = [
    Column("record", "code", "The assertion's key, or the source's for the document as a whole."),
    Column("finding", "code", "found, moved, ambiguous, missing; no anchor; changed (the document as a whole)."),
    Column("comparison", "code", "equal, differs, not compared: what is recorded and what the document tells."),
    Column("citation", "text", "Source and locator: where it is cited."),
    Column("place", "list", "Where the anchor stands in this copy.", optional=True),
    Column("anchor", "text", "The words that it is found by."),
    Column("recorded", "list", "What is recorded otherwise than the document tells it.", optional=True),
    Column("read", "list", "What the document tells instead.", optional=True),
    Column("compared", "list", "The fields that were compared.", shown=False),
    Column("fact", "text", "What the assertion says.", shown=False),
]


class Finding(NamedTuple):
    """What became of one assertion, in the order of COLUMNS."""

    record: str
    finding: str
    comparison: Comparison
    citation: str
    place: str | None
    anchor: str | None
    recorded: str | None
    read: str | None
    compared: str | None
    fact: str | None

    @property
    def is_in_order(self) -> bool:
        """Whether there is nothing to look after."""
        return self.finding in ("found", "no anchor") and self.comparison != "differs"

    @property
    def row(self) -> Row:
        """The finding as a row of COLUMNS."""
        return tuple(self)


def verify(source: Source, document: Document) -> list[Finding]:
    """A finding for each assertion of the source, in their order."""
    return [_finding(source, assertion, document) for assertion in source.assertions]


def changed(source: Source, document: Document) -> bool:
    """Whether the document is another than the one that was compared first."""
    return source.digest is not None and source.digest != document.digest


def changed_finding(source: Source, document: Document) -> Finding:
    """The finding that the document has changed since it was first compared."""
    return Finding(
        source.key, "changed", "not compared", source.key, None, None, source.digest, document.digest, None,
        "the document has changed since it was first compared",
    )  # fmt: skip


def _finding(source: Source, assertion: Assertion, document: Document) -> Finding:
    found = located(document, assertion)
    results = _compared(source, assertion, document, found)
    wrong = [result for result in results if result.verdict == "differs"]
    equal = [result for result in results if result.verdict == "equal"]
    return Finding(
        assertion.key,
        found.finding,
        "differs" if wrong else "equal" if equal else "not compared",
        assertion.citation,
        found.places,
        assertion.anchor,
        "; ".join(f"{result.field} {result.recorded}" for result in wrong) or None,
        "; ".join(f"{result.field} {result.read}" for result in wrong) or None,
        "; ".join(result.field for result in (*wrong, *equal)) or None,
        assertion.fact,
    )


def _compared(source: Source, assertion: Assertion, document: Document, found: Located) -> list[Result]:
    near = list(scopes(found))
    return [
        *(_number(number, assertion, near, source) for number in assertion.numbers),
        *(_day(day, assertion, near, source) for day in assertion.days),
        *names(source, assertion, document, near),
    ]


# Numbers


def _number(number: Number, assertion: Assertion, scopes: list[Scope], source: Source) -> Result:
    told, foreign = _number_words(number), language(source) != "en"
    if number.unit == "rank" and number.change is None:
        return outcome(number.field, assertion, told, _ranks(number, scopes), foreign)
    decimal: mention.Mark = "." if language(source) in WITH_POINT else ","
    if number.unit is None:
        # A term of 30 days is a bare number beside others: one of the paragraph, or another that the anchor has.
        scopes = [*scopes[-1:], *(scope for scope in scopes if scope.is_anchor)]

    def looked() -> Iterator[tuple[Scope, bool, list[str]]]:
        for scope in scopes:
            here = mentioned(scope, lambda text: mention.numbers(text, decimal))
            if any(_is_same(number, one) or (foreign and _is_amount(number, one)) for one in here):
                yield scope, True, []
            if "%" in (number.unit, told[-1:]) and (parts := _parts_told(scope)):
                # 'Four fifths' are 80 %, and what else is in per cent there is something else.
                yield scope, number.value is not None and abs(number.value) in parts, []
                return
            of_unit = [one.words for one in here if number.unit and _is_unit(number, one)]
            yield scope, False, of_unit or [one.words for one in here if _is_like(number, one, scope.is_anchor)]

    return outcome(number.field, assertion, told, looked(), foreign and "%" not in (number.unit, told[-1:]))


def _parts_told(scope: Scope) -> set[Decimal]:
    texts = (piece.paragraph.text[slice(*piece.span)] for piece in scope.pieces)
    return {part for text in texts for part in mention.fractions(text)}


def _number_words(number: Number) -> str:
    numbers = [format(one, ",f") for one in (number.value, number.low, number.high) if one is not None]
    unit = {"percent": "%", "multiple": "times"}.get(number.change or "", number.unit or "")
    words = f"{number.qualifier or ''} {' to '.join(dict.fromkeys(numbers))} {'' if unit == '1' else unit}"
    if number.counts and number.low != number.high:
        words = f"{'at least' if number.high is None else 'at most' if number.low is None else ''} {words}"
    return " ".join(words.split())


def _is_same(number: Number, told: mention.Number) -> bool:
    quantity = told.quantity
    # They met twelve times: a number of things, too.
    is_counted = number.unit == "1" and number.change is None
    if not _is_unit(number, told) and (quantity.unit is not None or (quantity.change == "multiple" and not is_counted)):
        return False
    if number.change == "multiple" and quantity.change != "multiple":
        return False
    numbers = (number.value, number.low, number.high)
    if number.unit is None:
        # A term of 30 days may be told as up to 30.
        return not {quantity.value, quantity.low, quantity.high}.isdisjoint({*numbers} - {None})
    if number.qualifier is None and told.is_course:
        # What rose from 2 to 3 is 3 now, and was 2.
        amounts = {one for one in numbers if one is not None}
        return len(amounts) == 1 and amounts <= {quantity.low, quantity.high}
    if number.counts:
        return numbers == _inclusive(told)
    if number.change is None and told.is_below and any(one is not None and one < 0 for one in numbers):
        # A deficit of 3 is -3; one of more than 3 is below it.
        return _negated(number) == (quantity.value, quantity.low, quantity.high, quantity.qualifier)
    if number.change in ("percent", "absolute"):
        # 'Fell by 3%' is -3 without a sign; what the words before it say must fit.
        falls = any(one is not None and one < 0 for one in numbers)
        if told.falls is not None and told.falls != falls:
            return False
        if falls and not any(one is not None and one < 0 for one in (quantity.value, quantity.low, quantity.high)):
            # Down by more than 3 is below -3.
            *negated, swapped = _negated(number)
            is_amount = negated == [quantity.value, quantity.low, quantity.high]
            return is_amount and quantity.qualifier in (number.qualifier, swapped)
    return numbers == (quantity.value, quantity.low, quantity.high) and number.qualifier == quantity.qualifier


def _negated(number: Number) -> tuple[Decimal | None, Decimal | None, Decimal | None, str | None]:
    """Value, low, high and hedge of a number without its minus."""
    value, high, low = (None if one is None else -one for one in (number.value, number.low, number.high))
    swapped = {"more than": "less than", "less than": "more than", "at least": "at most", "at most": "at least"}
    return value, low, high, swapped.get(number.qualifier or "", number.qualifier)


def _is_amount(number: Number, told: mention.Number) -> bool:
    """Whether a number is the one that is recorded, whatever hedge and direction are told with it."""
    if told.quantity.value is None or not (_is_unit(number, told) or told.quantity.unit is None):
        return False
    amounts = {abs(one) for one in (number.value, number.low, number.high) if one is not None}
    if number.counts:  # more than 20 are 21 or more
        amounts |= {one + step for one in amounts for step in (-1, 1)}
    return abs(told.quantity.value) in amounts


def _inclusive(told: mention.Number) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Bounds as a tally has them: more than 20 are 21 or more, 20 are 20."""
    quantity = told.quantity
    if quantity.qualifier is None:
        return None, quantity.value, quantity.value
    low = None if quantity.low is None else quantity.low + (quantity.qualifier == "more than")
    high = None if quantity.high is None else quantity.high - (quantity.qualifier == "less than")
    return None, low, high


def _is_unit(number: Number, told: mention.Number) -> bool:
    unit = told.quantity.unit
    if number.change == "percent":
        return unit == "%"
    if number.change == "multiple":
        return told.quantity.change == "multiple"
    if number.change == "absolute" and number.unit == "%":
        return unit == "pp"
    return unit == number.unit


# A table tells at its head that its numbers are thousands or millions.
_SCALES = (10**3, 10**6, 10**9)


def _is_like(number: Number, told: mention.Number, is_anchor: bool) -> bool:
    """Whether a number of another unit or of none could be the one that is recorded: money for money."""
    unit = told.quantity.unit
    if number.change in ("percent", "multiple"):
        return False
    if unit in CURRENCIES and number.unit in CURRENCIES:
        return True
    amounts = (number.value, number.low, number.high)
    if told.quantity.value is not None and told.quantity.value in amounts and unit is not None:
        return True
    if unit is None and any(told.quantity.value == amount / scale for amount in amounts if amount for scale in _SCALES):
        return False
    # 'The two sides' count nothing.
    in_digits = any(sign.isdecimal() for sign in told.words)
    return unit is None and told.quantity.change is None and (is_anchor or (number.unit == "1" and in_digits))


def _ranks(number: Number, scopes: list[Scope]) -> Iterator[tuple[Scope, bool, list[str]]]:
    """Of a place that is told by its lowest, among the top ten, only what is told so counts."""
    place, read = (number.value, mention.places) if number.value else (number.high, mention.lowest_places)
    for scope in scopes:
        here = mentioned(scope, read)
        yield scope, any(one.rank == place for one in here), [one.words for one in here]


# Dates


def _day(day: Day, assertion: Assertion, scopes: list[Scope], source: Source) -> Result:
    counted_from = day.counted_from or source.published
    length = _length(day.date)
    # What is told as of the document's own day has no date in it.
    of_document = day.field == "period" and day.date == source.published
    loose = day.loose or of_document or (language(source) != "en" and length != 365)
    if day.words is not None:
        try:
            worded = read_date(day.words, relative_to=counted_from).date
        except BadInput:
            # 'During the visit' is no date that can be read; the one recorded was worked out.
            loose = True
        else:
            if not _is_same_day(day.date, worded) and not _is_within(worded, day.date):
                return Result(day.field, "differs", day.date.edtf, f"'{day.words}', which is {worded.edtf}")
    # 'In 2024 ... Cargo came to ..., against ... in 2023': a period carries over to what follows it.
    nearest = scopes[-1:] if day.field == "period" else scopes
    if day.field != "period" and day.date == source.published:
        # What is done today is told so once: another date says otherwise only in the place that is cited.
        nearest = scopes[: 1 + sum(scope.is_anchor for scope in scopes)]
    years = _years(scopes[-1], counted_from) if scopes else frozenset()

    def looked() -> Iterator[tuple[Scope, bool, list[str]]]:
        for scope in nearest:
            here = mentioned(scope, lambda text: mention.days(text, counted_from))
            if any(
                _is_same_day(day.date, date) or _is_of_near_year(day.date, date, one, counted_from, years)
                for one in here
                for date in one.dates
            ):
                yield scope, True, []
            like = [one.words for one in here if not one.dates or any(_length(date) == length for date in one.dates)]
            yield scope, False, like

    return outcome(day.field, assertion, day.date.edtf, looked(), loose)


def _years(scope: Scope, counted_from: Date | None) -> frozenset[str]:
    """The years that a text tells: in a chronology, a day has that of the one before it."""
    told = mentioned(scope, lambda text: mention.days(text, counted_from))
    return frozenset(date.edtf[:4] for one in told if not one.is_yearless for date in one.dates)


def _is_same_day(recorded: Date, read: Date) -> bool:
    """Whether two dates mean the same days; of a time that is open, the edge that it has counts."""
    if (recorded.lower, recorded.upper) == (read.lower, read.upper):
        return True
    if recorded.lower is None:
        return read.upper == recorded.upper
    if recorded.upper is None:
        return read.lower == recorded.lower
    return False


def _is_of_near_year(
    recorded: Date, read: Date, told: mention.Day, counted_from: Date | None, years: Collection[str]
) -> bool:
    """Whether a month or a day that is told without its year is that of the year before or after the document, or of
    one of these years."""
    from datetime import date

    alike = len(recorded.edtf) == len(read.edtf) and recorded.edtf[4:] == read.edtf[4:]
    if alike and told.is_yearless and recorded.edtf[:4] in years:
        return True
    if not (alike and told.is_yearless and recorded.lower and counted_from and counted_from.lower):
        return False
    return abs((date.fromisoformat(recorded.lower) - date.fromisoformat(counted_from.lower)).days) <= 366


def _is_within(inner: Date, outer: Date) -> bool:
    return (outer.lower is None or (inner.lower or "") >= outer.lower) and (
        outer.upper is None or (inner.upper or "~") <= outer.upper
    )


@lru_cache(maxsize=4096)
def _length(date: Date) -> int | None:
    """The kind of span of a date; of a time that is open, of the edge that it has."""
    first, last = mention.edges(date) if None in (date.lower, date.upper) else (date, None)
    edge = first or last
    return mention.span_of(edge) if edge else None
