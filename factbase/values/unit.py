"""Units as people write them: money by ISO 4217, measures, and things that are counted."""

from __future__ import annotations

import re
from typing import NamedTuple

from factbase.errors import BadInput
from factbase.values.currency import CURRENCIES
from factbase.values.wording import quoted


class Unit(NamedTuple):
    """A unit: its code, the writer's word for what is counted or not known, and the power of ten in the word.

    A gigawatt-hour is ('kWh', None, 6), 'agreements' are ('1', 'agreements', 0), 'bushels' (None, 'bushels', 0). Of a
    rate the text tells what it is for: dollars a barrel are ('USD', 'per bbl', 0).
    """

    code: str | None
    text: str | None = None
    exponent: int = 0


_MONEY = {
    "$": "USD", "us$": "USD", "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD",
    "american dollar": "USD", "united states dollar": "USD",
    "a$": "AUD", "au$": "AUD", "australian dollar": "AUD", "c$": "CAD", "ca$": "CAD", "canadian dollar": "CAD",
    "hk$": "HKD", "hong kong dollar": "HKD", "nz$": "NZD", "new zealand dollar": "NZD", "s$": "SGD",
    "singapore dollar": "SGD", "nt$": "TWD", "r$": "BRL", "mex$": "MXN",
    "€": "EUR", "euro": "EUR", "£": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP", "british pound": "GBP",
    "cn¥": "CNY", "rmb": "CNY", "renminbi": "CNY", "yuan": "CNY", "chinese yuan": "CNY", "jp¥": "JPY", "yen": "JPY",
    "japanese yen": "JPY", "₽": "RUB", "rouble": "RUB", "ruble": "RUB", "russian rouble": "RUB",
    "russian ruble": "RUB", "₼": "AZN", "azerbaijani manat": "AZN", "₺": "TRY", "turkish lira": "TRY", "₸": "KZT",
    "tenge": "KZT", "₾": "GEL", "lari": "GEL", "₴": "UAH", "hryvnia": "UAH", "₹": "INR", "indian rupee": "INR",
    "₩": "KRW", "south korean won": "KRW", "₪": "ILS", "shekel": "ILS", "₫": "VND", "dong": "VND", "swiss franc": "CHF",
    "sdr": "XDR",
}  # fmt: skip
# A unit, and the power of ten by which the word is larger.
_MEASURES = {
    "t": ("t", 0), "ton": ("t", 0), "tonne": ("t", 0), "metric ton": ("t", 0), "metric tonne": ("t", 0),
    "kt": ("t", 3), "kilotonne": ("t", 3), "Mt": ("t", 6), "kg": ("kg", 0), "kilogram": ("kg", 0), "kilo": ("kg", 0),
    "km": ("km", 0), "kilometre": ("km", 0), "kilometer": ("km", 0),
    "km2": ("km2", 0), "km²": ("km2", 0), "sq km": ("km2", 0), "square kilometre": ("km2", 0),
    "square kilometer": ("km2", 0), "ha": ("ha", 0), "hectare": ("ha", 0),
    "m3": ("m3", 0), "m³": ("m3", 0), "cubic metre": ("m3", 0), "cubic meter": ("m3", 0), "cu m": ("m3", 0),
    "mcm": ("m3", 6), "bcm": ("m3", 9), "L": ("L", 0), "litre": ("L", 0), "liter": ("L", 0),
    "bbl": ("bbl", 0), "barrel": ("bbl", 0), "kWh": ("kWh", 0), "MWh": ("kWh", 3), "GWh": ("kWh", 6),
    "TWh": ("kWh", 9), "MW": ("MW", 0), "megawatt": ("MW", 0), "GW": ("MW", 3), "gigawatt": ("MW", 3),
    "TEU": ("TEU", 0), "%": ("%", 0), "percent": ("%", 0), "per cent": ("%", 0), "pct": ("%", 0),
    "pp": ("pp", 0), "p.p.": ("pp", 0), "percentage point": ("pp", 0),
}  # fmt: skip
# What a rate is for, beside the measures; and rates that have a word of their own.
_FOR = {
    "d": "day", "day": "day", "week": "week", "month": "month", "a": "year", "year": "year", "annum": "year", "yr": "year",
    "h": "hour", "hour": "hour", "s": "second", "second": "second", "capita": "capita", "person": "capita", "head": "capita",
}  # fmt: skip
_RATES = {"bpd": 0, "b/d": 0, "bopd": 0, "kb/d": 3, "kbpd": 3, "mb/d": 6, "mmb/d": 6, "mmbpd": 6}  # in barrels per day
_THINGS = """
person people passenger visitor tourist student worker member refugee citizen
agreement document treaty memorandum contract deal protocol statement project meeting visit country state company
enterprise container train flight vessel ship vehicle wagon item
"""
_COUNTED = frozenset(_THINGS.split())
_PLURALS = {"memoranda": "memorandum", "treaties": "treaty", "countries": "country", "companies": "company"}
# Units with more than one meaning, and what to write instead.
_AMBIGUOUS = {
    "¥": "write CNY or JPY", "pound": "write GBP, or kg for a weight", "manat": "write AZN or TMT",
    "lira": "write TRY, or the code that is meant", "rupee": "write INR, PKR or LKR", "won": "write KRW or KPW",
    "franc": "write CHF, XAF or XOF", "krone": "write DKK or NOK", "rial": "write IRR, OMR or YER",
    "peso": "write MXN, ARS, CLP or the code that is meant", "dinar": "write the code that is meant, such as KWD",
    "krona": "write SEK or ISK", "crown": "write CZK, SEK, NOK or DKK", "dirham": "write AED or MAD",
    "som": "write KGS or UZS", "sum": "write UZS", "mt": "write Mt for a million tonnes, t for a metric ton",
    "long ton": "write t: a long ton has 1.016 t", "short ton": "write t: a short ton has 0.907 t",
    "m": "write million, or metres", "b": "write billion",
}  # fmt: skip

# A unit that is not known is one thing in words; with these in it, the text says more than a unit.
_JOINING = frozenset(
    ("a", "an", "and", "by", "for", "from", "in", "more", "of", "on", "or", "per", "than", "the", "to", "with")
)
_CODES = {word.lower(): Unit(code) for word, code in _MONEY.items()} | {
    word.lower(): Unit(code, None, exponent) for word, (code, exponent) in _MEASURES.items()
}


def read_unit(words: str) -> Unit | None:
    """The unit that words name; None where they say more than a unit, or nothing.

    Letters' case counts only where it tells units apart. Raises BadInput for a unit with more than one meaning.

    >>> read_unit("US$").code, read_unit("bcm")
    ('USD', Unit(code='m3', text=None, exponent=9))
    >>> read_unit("bilateral agreements")
    Unit(code='1', text='bilateral agreements', exponent=0)
    >>> read_unit("barrels per day"), read_unit("EUR/MWh")
    (Unit(code='bbl', text='per day', exponent=0), Unit(code='EUR', text='per MWh', exponent=0))
    """
    if rate := _rate(words):
        return rate
    if words in CURRENCIES:
        return Unit(words)
    if words in _MEASURES:
        code, exponent = _MEASURES[words]
        return Unit(code, None, exponent)
    singular = _singular(words.lower())
    if singular in _AMBIGUOUS:
        raise BadInput(f"{quoted(words)} is not one unit", hint=_AMBIGUOUS[singular])
    if singular in _CODES:
        return _CODES[singular]
    parts = [_singular(part) for part in re.split(r"[ -]+", words.lower())]
    is_words = all(sign.isalpha() or sign in " '.-" for sign in words) and words[:1].isalpha() and words[-1].isalpha()
    if not is_words or not _JOINING.isdisjoint(parts):
        return None
    if parts[-1] in _COUNTED:
        return Unit("1", words)
    if any(part in _CODES or part in _AMBIGUOUS or part.upper() in CURRENCIES for part in parts):
        return None
    return Unit(None, words)


def _rate(words: str) -> Unit | None:
    """The unit of a rate, and what that is for; None for what is no rate of units that are known."""
    if words.lower() in _RATES:
        return Unit("bbl", "per day", _RATES[words.lower()])
    told = re.fullmatch(r"(.+?)(?: ?/ ?| (?:per|a) )([^/]+)", words)
    if not told:
        return None
    whole = _singular(told[2].lower())
    of, measure = _FOR.get(whole), _CODES.get(whole)
    if not of and measure and measure.code not in CURRENCIES:
        # A megawatt-hour is not a kilowatt-hour.
        of = measure.code if not measure.exponent else told[2] if told[2] in _MEASURES else None
    found = read_unit(told[1]) if of else None
    return found._replace(text=f"per {of}") if found and found.code not in (None, "1") and not found.text else None


def _singular(word: str) -> str:
    """The word as the tables have it."""
    if word in _CODES or word in _AMBIGUOUS:
        return word
    return _PLURALS.get(word) or word.removesuffix("s")
