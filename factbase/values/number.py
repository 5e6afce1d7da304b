"""Numbers as people write them, with their hedges and units: exact decimals, never floats, or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation, Overflow
from typing import Literal, NamedTuple

from factbase.errors import BadInput
from factbase.values.currency import CURRENCIES
from factbase.values.numeral import ONES, TENS
from factbase.values.unit import Unit, read_unit
from factbase.values.wording import plain, quoted, refusal


class Quantity(NamedTuple):
    """A number with what its writer said about it.

    `value` is None where only bounds are told; `low` and `high` are the bounds told, both within the range but for
    'more than' and 'less than'. `qualifier` is the hedge, None for a number stated plainly.
    `unit` is an ISO 4217 code, a measure (t, km, %), or '1' for a number of persons or things, which `unit_text` names
    in the writer's words, as it does a unit that is not known (`unit` is None then), and what a rate is for ('per bbl').
    `digits` are the significant digits as written, the fewer of two bounds'. `change` is 'percent', 'absolute' or
    'multiple' where the number is a change and not a level.
    """

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: str | None = None
    unit: str | None = None
    unit_text: str | None = None
    digits: int = 1
    change: str | None = None

    @property
    def rate(self) -> str | None:
        """What a rate is for, 'per bbl'; None for what is none."""
        return self.unit_text if self.unit not in (None, "1") else None


WITH_POINT = ("en", "zh", "ja", "ko", "th", "he", "hi", "ur", "bn", "ms", "sw", "ga", "cy")
"""The languages that set decimals off by a point; in others 1.250 are more than a thousand."""

HINT = "write a number and its unit alone: 3.7 billion USD, 378,000 t, 20.7%"

_SCALES = {
    "hundred": 2,
    "thousand": 3, "thsd": 3, "k": 3,
    "lakh": 5,
    "million": 6, "mln": 6, "mn": 6, "m": 6,
    "crore": 7,
    "billion": 9, "bln": 9, "bn": 9, "b": 9, "milliard": 9,
    "trillion": 12, "trn": 12, "tn": 12,
}  # fmt: skip
# These are metres or bytes as well, unless a currency stands by.
_SCALES_OF_MONEY = ("m", "b")

_QUALIFIERS = {
    "about": "about", "around": "about", "approximately": "about", "approx.": "about", "roughly": "about",
    "some": "about", "circa": "about", "ca.": "about", "c.": "about", "~": "about", "≈": "about",
    "an estimated": "about", "close to": "about", "closer to": "about",
    "estimated at": "about",
    "nearly": "nearly", "almost": "nearly", "just under": "nearly", "slightly under": "nearly",
    "slightly less than": "nearly", "a little less than": "nearly",
    "more than": "more than", "over": "more than", "above": "more than", "exceeding": "more than",
    "in excess of": "more than", "upwards of": "more than", "just over": "more than", "well over": "more than",
    "slightly over": "more than", "slightly more than": "more than", "a little over": "more than",
    "a little more than": "more than", "exceeds": "more than", "exceed": "more than", "exceeded": "more than",
    "surpassing": "more than", "surpasses": "more than", "surpass": "more than", "surpassed": "more than",
    "topping": "more than", "tops": "more than", "topped": "more than",
    ">": "more than",
    "at least": "at least", "no less than": "at least", "not less than": "at least", "no fewer than": "at least",
    "a minimum of": "at least", ">=": "at least", "≥": "at least",
    "less than": "less than", "fewer than": "less than", "under": "less than", "below": "less than",
    "well under": "less than", "<": "less than",
    "at most": "at most", "no more than": "at most", "not more than": "at most", "a maximum of": "at most",
    "not exceeding": "at most", "not exceed": "at most", "not exceeded": "at most",
    "<=": "at most", "≤": "at most",
    "up to": "up to", "as much as": "up to", "as many as": "up to",
}  # fmt: skip
# Whether a hedged number is a value, a lower bound, an upper bound.
_ROLES = {
    "about": (True, False, False),
    "nearly": (True, False, True),
    "more than": (False, True, False),
    "at least": (False, True, False),
    "less than": (False, False, True),
    "at most": (False, False, True),
    "up to": (False, False, True),
}

_WORDS = (
    {word: number for number, word in enumerate(ONES)}
    | {word: 10 * number for number, word in enumerate(TENS, 2)}
    | {f"{ten}-{one}": 10 * tens + ones for tens, ten in enumerate(TENS, 2) for ones, one in enumerate(ONES[1:10], 1)}
    | {"a dozen": 12, "one dozen": 12, "two dozen": 24}
)
_MULTIPLES = {"halved": "0.5", "doubled": "2", "twice": "2", "tripled": "3", "trebled": "3", "quadrupled": "4"}
# A unit with one of these in it is a number that was cut short (twenty one, five dozen, 3 hundred thousand, 5 млн), or
# has its hedge behind it (5 at least).
_CUT_SHORT = """
dozen half odd plus quarter score third mil mio mld mrd ths thous тыс млн млрд трлн 万 萬 亿 億 at approximately roughly
"""
_NUMERALS = frozenset((*ONES, *TENS, *_SCALES, *_CUT_SHORT.split()))
_TIMES = ("fold", "-fold", "x", "×", "times")

# Thousands are set off by commas or spaces, the same throughout, or not at all. 60s are years or an age, the 5th is a
# place in an order.
_NUMBER = (
    r"(?P<number>(?:[1-9][0-9]{0,2}(?:(?P<mark>[, ])[0-9]{3})(?:(?P=mark)[0-9]{3})*|0|[1-9][0-9]*)(?:\.[0-9]+)?)"
    r"(?![0-9]|[.,][0-9]|(?:s|st|nd|rd|th)\b)"
)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SCALE = rf"(?P<scale>{_any(_SCALES)})\.?(?![^\W_]|[²³])"
_IN_DIGITS = rf"(?P<sign>[+-]?)(?P<before>[^0-9+-]*)(?P<inner>[+-]?){_NUMBER} ?(?P<after>.*)"
# 'A' counts only before a scale: a million.
_IN_WORDS = rf"(?P<number>{_any(_WORDS)}|a(?= (?:hundred|thousand|million|billion|trillion)\b))(?P<after>-?fold| .*|)"
# The hyphen of 'over-60' is no minus.
_HEDGE = rf"(?P<words>{_any(_QUALIFIERS)})(?<![a-z](?=[a-z-])) ?(?P<rest>.+)"
_CUT = r" ?- ?| to "

# What to say of texts that could not be read, by what they have in them.
_REASONS = (
    (r"[+-]?(?:nan|inf|infinity)", "is not a number", HINT),
    (r".*[0-9]e[+-]?[0-9].*", "has an exponent", "write it out, or in words: 3.7 billion"),
    (r".*[0-9]_[0-9].*", "has an underscore", "set thousands off by commas: 1,000"),
    (
        r".*(?:[0-9],(?![0-9]{3}(?![0-9]))|[0-9]{4},[0-9]|\b0,[0-9]).*",
        "has a comma that does not set off thousands",
        "write 1,234,567.8, and 3.7 for 3,7",
    ),
    (r".*[0-9](?: ?\+|.*\bplus\b).*", "ends in a plus", "write 'at least 20' or 'more than 20'"),
    (r".*\b(?:half|third|quarter)\b.*", "is a fraction in words", "write it as a number: 50%; a place in a list as 3"),
    (
        r".*\b(?:tens|dozens|hundreds|thousands|millions|billions|several|many|few|numerous|couple)\b.*",
        "tells no number",
        "leave the value empty and keep the words",
    ),
)

# Wide enough for any text that is short enough to be read; what would be rounded is refused.
_EXACT = Context(prec=250, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation, Overflow])


class _Amount(NamedTuple):
    """One number as written: its value, the power of ten in its words, and its unit."""

    number: Decimal
    exponent: int
    digits: int
    sign: str
    unit: Unit | None
    multiple: bool

    @property
    def value(self) -> Decimal:
        return _scaled(self.number, self.exponent)


def read_quantity(text: str, *, decimal: Literal[".", ","] = ".") -> Quantity:
    """The quantity that people mean, exactly.

    A '$' alone is USD, 'tons' are metric. 'More than 20' has the lower bound 20 and no value; 'about' and 'nearly 20'
    have the value 20, and 'nearly' the upper bound 20 as well. Trailing zeros of a whole number are not significant:
    378,000 has 3 digits, 20 has 1, but 3.0 has 2. A plus sign makes a change, as does any sign before % or pp.
    With `decimal=","`, points set off thousands.

    Raises BadInput, with what would be right, for anything else: other scripts' digits, exponents, NaN, units with
    more than one meaning (¥, pounds), words that tell no number ('dozens').

    >>> quantity = read_quantity("$3.7 billion")
    >>> quantity.value, quantity.unit, quantity.digits
    (Decimal('3700000000'), 'USD', 2)
    >>> read_quantity("more than 20 agreements").low
    Decimal('20')
    >>> read_quantity("+20.7%").change, read_quantity("threefold").change
    ('percent', 'multiple')
    """
    words = plain(text, "a number", HINT)
    if decimal == ",":
        swapped = {",": ".", ".": ","}
        words = re.sub(r"(?<=[0-9])[.,](?=[0-9])", lambda mark: swapped[mark[0]], words)
    hedged = re.match(_HEDGE, words, re.IGNORECASE)
    if hedged:
        amount, qualifier = _amount(hedged["rest"]), _QUALIFIERS[hedged["words"].lower()]
        quantity = _hedged(amount, qualifier) if amount else None
    else:
        amount = _amount(words)
        quantity = _quantity(amount, value=amount.value) if amount else _between(words)
    if quantity is None:
        raise _reason(text, words)
    return quantity


def _reason(text: str, words: str) -> BadInput:
    for pattern, what, hint in _REASONS:
        if re.fullmatch(pattern, words.lower()):
            return BadInput(f"{quoted(text)} {what}", hint=hint)
    return refusal(text, "a number with its unit", HINT)


def _hedged(amount: _Amount, qualifier: str) -> Quantity:
    is_value, is_low, is_high = _ROLES[qualifier]
    return _quantity(
        amount,
        value=amount.value if is_value else None,
        low=amount.value if is_low else None,
        high=amount.value if is_high else None,
        qualifier=qualifier,
    )


def _quantity(
    amount: _Amount,
    value: Decimal | None = None,
    low: Decimal | None = None,
    high: Decimal | None = None,
    qualifier: str | None = None,
) -> Quantity:
    unit = amount.unit or Unit(None)
    change = None
    if amount.multiple:
        change = "multiple"
    elif amount.sign and unit.code == "%":
        change = "percent"
    elif amount.sign == "+" or (amount.sign and unit.code == "pp"):
        change = "absolute"
    return Quantity(value, low, high, qualifier, unit.code, unit.text, amount.digits, change)


def _between(words: str) -> Quantity | None:
    """The quantity told by two bounds, or None."""
    lead = re.match(r"(between|from) ", words, re.IGNORECASE)
    if lead:
        words = words[lead.end() :]
        if lead[1].lower() == "between":
            words = words.replace(" and ", " to ", 1)
    for cut in re.finditer(_CUT, words):
        start = _amount(words[: cut.start()])
        end = _amount(words[cut.end() :], money=bool(start and _is_money(start.unit)))
        if start and end:
            return _bounded(words, start, end)
    return None


def _bounded(words: str, start: _Amount, end: _Amount) -> Quantity:
    unit = end.unit or start.unit
    if (start.unit and unit and start.unit[:2] != unit[:2]) or (start.multiple and not end.multiple):
        raise BadInput(f"{quoted(words)} has two units", hint="write both bounds in one: 3.0 to 3.2 billion EUR")
    # In '3 to 4 million', both are millions; in '500,000 to 1 million' and '1 to 1 million' they cannot be.
    if not start.exponent and _scaled(start.number, end.exponent) < end.value:
        start = start._replace(exponent=end.exponent)
    low, high = start.value, end.value
    if low > high:
        raise BadInput(f"{quoted(words)} has its bounds the wrong way round", hint="write the lower bound first")
    whole = end._replace(unit=unit, sign=end.sign or start.sign, digits=min(start.digits, end.digits))
    return _quantity(whole, low=low, high=high, qualifier="between")


def _amount(words: str, money: bool = False) -> _Amount | None:
    """One number with its sign, scale and unit, or None; `money` tells that a currency was named before."""
    if words.lower() in _MULTIPLES:
        return _Amount(Decimal(_MULTIPLES[words.lower()]), 0, 1, "", None, multiple=True)
    match = re.fullmatch(_IN_DIGITS, words)
    if match:
        number, before = re.sub("[, ]", "", match["number"]), match["before"].strip()
        if match["sign"] and match["inner"]:
            return None
        sign = match["sign"] or match["inner"]
    else:
        match = re.fullmatch(_IN_WORDS, words, re.IGNORECASE)
        if not match:
            return None
        number, before, sign = str(_WORDS.get(match["number"].lower(), 1)), "", ""
    after = match["after"].strip()
    if before.lower() in ("x", "×") or after.lower() in _TIMES:
        both = before and after
        return None if both else _Amount(_signed(number, sign), 0, _significant(number), sign, None, multiple=True)
    prefix = read_unit(before)
    if before and not _is_money(prefix):
        return None
    scale, unit_words = _scale_and_unit(after, money or prefix is not None)
    suffix = read_unit(unit_words)
    if prefix and unit_words and (rate := read_unit(f"{before} {unit_words}")) and rate.code == prefix.code:
        # '$70 per barrel', '€45/MWh'.
        prefix, suffix = None, rate
    if unit_words and (suffix is None or _tells_a_number(suffix.text or "")):
        return None
    if prefix and suffix and prefix != suffix:
        raise BadInput(
            f"{quoted(words)} has two units", hint=f"write {suffix.code or prefix.code} and the number alone"
        )
    unit = suffix or prefix
    exponent = scale + (unit.exponent if unit else 0)
    return _Amount(_signed(number, sign), exponent, _significant(number), sign, unit, multiple=False)


def _tells_a_number(words: str) -> bool:
    return any(not _NUMERALS.isdisjoint((word, word.removesuffix("s"))) for word in re.split("[ -]", words.lower()))


def _scale_and_unit(after: str, money: bool) -> tuple[int, str]:
    match = re.match(_SCALE, after, re.IGNORECASE)
    if not match:
        return 0, after
    scale, rest = match["scale"].lower(), after[match.end() :].strip()
    if scale in _SCALES_OF_MONEY and not money and not _is_money(read_unit(rest)):
        return 0, after
    return _SCALES[scale], rest


def _is_money(unit: Unit | None) -> bool:
    return unit is not None and unit.code in CURRENCIES


def _signed(number: str, sign: str) -> Decimal:
    return Decimal(("-" if sign == "-" else "") + number)


def _significant(number: str) -> int:
    digits = number.replace(".", "").lstrip("0") if "." in number else number.strip("0")
    return max(len(digits), 1)


def _scaled(number: Decimal, exponent: int) -> Decimal:
    """The number times a power of ten, written without an exponent."""
    return Decimal(format(number.scaleb(exponent, _EXACT), "f"))


def interval(value: Decimal, digits: int) -> tuple[Decimal, Decimal]:
    """The numbers that round to a value of so many significant digits, from half a unit below to half a unit above.

    Raises BadInput for a value that is not finite or has too many digits, and for less than one digit.

    >>> interval(Decimal("3700000000"), 2)
    (Decimal('3650000000'), Decimal('3750000000'))
    """
    if not value.is_finite() or digits < 1:
        raise BadInput(f"{value} has no interval to {digits} digits", hint="give a number and one digit or more")
    try:
        half = Decimal(5).scaleb(value.adjusted() - digits, _EXACT)
        low, high = _EXACT.subtract(value, half), _EXACT.add(value, half)
    except ArithmeticError:
        raise BadInput("the number has too many digits", hint="give it as precisely as the source does") from None
    return _scaled(low, 0), _scaled(high, 0)


_LARGEST = 2**63 - 1
# A float holds every decimal number of so many digits apart from its neighbours (IEEE 754 binary64).
_SAFE_DIGITS = 15


def to_scaled(value: Decimal, decimals: int) -> int:
    """The whole number that stands for a value at so many decimals: 3.07 at two is 307.

    Raises BadInput where it would be rounded, is beyond 64 bits, or has decimals and more than 15 digits: views show
    these as value / 10^decimals in floats, which hold no more.

    >>> to_scaled(Decimal("3.07"), 2)
    307
    >>> to_scaled(Decimal("3.07"), 1)
    Traceback (most recent call last):
    factbase.errors.BadInput: 3.07 does not fit 1 decimals (it needs 2)
    """
    if not value.is_finite() or not 0 <= decimals <= _SAFE_DIGITS:
        raise BadInput(f"{value} cannot be held at {decimals} decimals", hint="give a number, and 0 to 15 decimals")
    if value and value.adjusted() > 18:
        raise BadInput("the number is beyond 64 bits", hint=f"the largest is {_LARGEST:,}; use a larger unit")
    needed = decimals_of(value)
    if needed > decimals:
        raise BadInput(f"{value} does not fit {decimals} decimals", hint=f"it needs {needed}")
    scaled = int(value.scaleb(decimals, _EXACT))
    if not -_LARGEST - 1 <= scaled <= _LARGEST:
        at = f" at {decimals} decimals" if decimals else ""
        largest = Decimal(_LARGEST).scaleb(-decimals, _EXACT)
        raise BadInput(f"{value} is beyond 64 bits{at}", hint=f"the largest is {largest:,f}; use a larger unit")
    if decimals and len(str(abs(scaled))) > _SAFE_DIGITS:
        hint = f"views are exact to {_SAFE_DIGITS}; use a larger unit or fewer decimals"
        raise BadInput(f"{value} has more than {_SAFE_DIGITS} digits at {decimals} decimals", hint=hint)
    return scaled


def decimals_of(value: Decimal) -> int:
    """The fewest decimals that hold a value exactly. Raises BadInput for one that is not finite.

    >>> decimals_of(Decimal("3.70")), decimals_of(Decimal("3700"))
    (1, 0)
    """
    if not value.is_finite():
        raise BadInput(f"{value} is not a number", hint=HINT)
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    trailing_zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return max(-exponent - trailing_zeros, 0) if value else 0


def format_scaled(value: int, decimals: int) -> str:
    """A whole number at so many decimals as exact text, without an exponent: what `to_scaled` was given.

    >>> format_scaled(307, 2), format_scaled(-5, 2), format_scaled(3700000000, 0)
    ('3.07', '-0.05', '3700000000')
    """
    digits = str(abs(value)).rjust(decimals + 1, "0")
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{text}" if value < 0 else text
