"""The values of a sheet: dates, quantities and periods, as people write them or spelt out field by field."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factbase.errors import BadInput
from factbase.exchange.sheet_text import Node
from factbase.values.date import Date, parse_edtf, read_date
from factbase.values.number import Quantity, read_quantity
from factbase.values.period import Period, period_kind_of, period_of, read_period

# A date with one of these counts from the document, and is no guess.
_COUNTS = r"\b(?:last|this|next|previous|current|coming|today|yesterday|tomorrow|ago|within|\w+day)\b"
_DECIMAL = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,15})?")


class Told(NamedTuple):
    """A date, the words that it was told in where they differ, and the date that it was resolved from."""

    date: Date
    text: str | None = None
    resolved_from: str | None = None

    def columns(self, name: str) -> dict[str, str | None]:
        """The five columns that it fills.

        >>> Told(parse_edtf("2025-04"), "in April").columns("due")["due_to"]
        '2025-04-30'
        """
        edtf, lower, upper = self.date
        return {
            name: edtf,
            f"{name}_text": self.text,
            f"{name}_from": lower,
            f"{name}_to": upper,
            f"{name}_resolved_from": self.resolved_from,
        }

    def misplaced(self, published: Date | None, name: str, is_done: bool) -> tuple[str, str] | None:
        """What is wrong, and what would be right, where a date without its year is guessed on the wrong side.

        A document tells in November of what was done in March, and the nearest March is yet to come.
        """
        if not (self.resolved_from and published) or re.search(_COUNTS, self.text or "", re.IGNORECASE):
            return None
        told = f"'{self.text}' would be {self.date.edtf}"
        if is_done and name == "date" and (self.date.lower or "") > (published.upper or "~"):
            return (
                f"{told}, after the document that tells it",
                "write the year; or say that it is planned: modality: plan",
            )
        if name == "due" and (self.date.upper or "~") < (published.lower or ""):
            return f"{told}, before the document that tells it", "write the year"
        return None


def told_date(node: Node, published: Date | None) -> Told:
    """The date that a field tells. Words such as 'on Friday' count from when the document was published.

    Raises BadInput, with what would be right, for what is no date.

    >>> told_date(Node("23 April 2025"), None).columns("date")["date"]
    '2025-04-23'
    >>> told_date(Node("last year"), parse_edtf("2025-05-01")).resolved_from
    '2025-05-01'
    """
    if isinstance(node.value, dict):
        edtf = _part(node.value, "edtf")
        if edtf is None:
            raise BadInput("has no edtf", hint="write {edtf: 2025-04, text: During the visit}")
        resolved_from = _part(node.value, "resolved from")
        if resolved_from:
            parse_edtf(resolved_from)
        return Told(parse_edtf(edtf), _part(node.value, "text"), resolved_from)
    text = str(node.value).strip()
    date, inferred = read_date(text, relative_to=published)
    return Told(date, text if text != date.edtf else None, published.edtf if inferred and published else None)


def told_quantity(node: Node) -> Quantity:
    """The quantity that a field tells. One that is spelt out may have no significant digits told: 0 then; its unit
    may be 'times', for a change.

    Raises BadInput for what is no number, and for what has none.

    >>> told_quantity(Node("$3.7 billion")).unit
    'USD'
    """
    if not isinstance(node.value, dict):
        return read_quantity(str(node.value))
    value, low, high = (_decimal(_part(node.value, name)) for name in ("value", "low", "high"))
    if value is None and low is None and high is None:
        raise BadInput("has no number", hint="write {value: 3700000000, digits: 2}")
    if low is not None and high is not None and low > high:
        raise BadInput("has its bounds the wrong way round", hint="write the lower bound as low")
    digits = _part(node.value, "digits") or "0"
    if not re.fullmatch("[0-9]{1,2}", digits):
        raise BadInput(f"'{digits}' is not a number of digits")
    unit = _part(node.value, "unit")
    change = "multiple" if unit == "times" else None
    unit = None if change else unit
    return Quantity(value, low, high, _part(node.value, "qualifier"), unit, digits=int(digits), change=change)


def _part(given: dict[str, Node], name: str) -> str | None:
    node = given.get(name)
    return node.value.strip() or None if node and isinstance(node.value, str) else None


def _decimal(text: str | None) -> Decimal | None:
    if text is None:
        return None
    if not _DECIMAL.fullmatch(text):
        raise BadInput(f"'{text}' is not a plain number", hint="write digits and a point: 3700000000")
    return Decimal(text)


# What to write instead of words that tell a period, and are none by themselves.
_PERIODS = (
    (r"(?:fy|fiscal year|financial year)\b.*|fy ?[0-9].*", "write the year, with 'period kind: fiscal year'"),
    (r"unknown|none|not told|[?–-]", "write the date of the document, with 'period kind: unknown'"),
    (r"(?:since|from|after) .*", "for all since then write both ends, 2005/2024, with 'period kind: cumulative'"),
    (
        r"(?:at )?(?:the )?end(?:-| of ).*",
        "for a level then write the month, quarter or year that ends, with 'period kind: instant'",
    ),
    (
        r"(?:until|till|by|before|up to|as of|as at) .*",
        "write its last day; with 'period kind: instant' for a level on that day, 'cumulative' for all up to then",
    ),
)


def period_in_full(text: str, published: Date | None) -> Period:
    """The period that a field tells, which a base keeps without words: what counts from the document is refused.

    >>> period_in_full("last year", parse_edtf("2025-05-01"))
    Traceback (most recent call last):
    factbase.errors.BadInput: 'last year' counts from the date of the document (write it in full: 2024)
    """
    try:
        return read_period(text)
    except BadInput as error:
        refused = _period_refused(text, error)
    if published is None:
        raise refused
    try:
        date, inferred = read_date(text, relative_to=published)
        full = period_of(date).text
    except BadInput:
        raise refused from None
    if not inferred:
        raise refused
    raise BadInput(f"'{text}' counts from the date of the document", hint=f"write it in full: {full}")


def _period_refused(text: str, error: BadInput) -> BadInput:
    hint = next((hint for words, hint in _PERIODS if re.fullmatch(words, text.strip(), re.IGNORECASE)), error.hint)
    unsharp = "no sharp start and end" in error.what
    return BadInput(f"'{text}' has no sharp start and end" if unsharp else error.what, hint=hint)


def told_period(text: str, kind: str | None, published: Date | None = None) -> tuple[Period, str]:
    """A period and its kind: the one that is told, or else the one that the period shows.

    A stretch that begins with the year is taken for one to date. Raises BadInput where kind and period do not fit.

    >>> told_period("January-September 2024", None)[1]
    'year-to-date'
    """
    period = period_in_full(text, published)
    shown = period_kind_of(period.text)
    if kind is None:
        to_date = shown == "range" and period.lower.endswith("-01-01") and period.lower[:4] == period.upper[:4]
        return period, "year-to-date" if to_date else shown
    of_itself = ("year", "half-year", "quarter", "month", "day")
    allowed = {"fiscal year": ("year", "range"), "range": ("range",)} | {itself: (itself,) for itself in of_itself}
    if shown not in allowed.get(kind, (shown,)):
        raise BadInput(f"{period.text} is a {shown}, not a {kind}", hint="leave the period kind out, or correct it")
    return period, kind


class Counted(NamedTuple):
    """How many members a set has: at least `low`, at most `high`, as the document words it."""

    low: int | None
    high: int | None
    words: str | None


def told_count(text: str) -> Counted:
    """The bounds that a count as people write it sets, both inclusive: more than 20 are 21 or more.

    Raises BadInput for what is no whole number.

    >>> told_count("more than 20 agreements")
    Counted(low=21, high=None, words='more than 20')
    >>> told_count("20")
    Counted(low=20, high=20, words=None)
    """
    quantity = read_quantity(text)
    numbers = [number for number in (quantity.value, quantity.low, quantity.high) if number is not None]
    if any(abs(number) >= 10**18 for number in numbers):
        raise BadInput(f"'{text}' is too large for a count", hint="18 digits at most")
    if quantity.unit not in (None, "1") or any(number % 1 for number in numbers):
        raise BadInput(f"'{text}' does not count anything", hint="write a whole number: 20, more than 20")
    words = text.strip().removesuffix(quantity.unit_text or "").strip()
    if quantity.qualifier is None:
        assert quantity.value is not None
        return Counted(int(quantity.value), int(quantity.value), None if words.isdigit() else words)
    low = None if quantity.low is None else int(quantity.low) + (quantity.qualifier == "more than")
    high = None if quantity.high is None else int(quantity.high) - (quantity.qualifier == "less than")
    return Counted(low, high, words)
