"""Figures as people read them in tables: short, with their unit. Exports never use these."""

from __future__ import annotations

# A scale, from which value on it is used, and its word: 999,999,999 rounds to 1.00 bn, not to 1,000.00 m.
_SCALES = ((1e12, 999.995e9, "tn"), (1e9, 999.995e6, "bn"), (1e6, 1e6, "m"))


def human(value: float, unit: str | None = None) -> str:
    """A figure with its unit; money from a million up in millions, billions and trillions.

    A unit of three capitals is a currency (ISO 4217), except TEU; the unit '1' (a number of things) is not shown.

    >>> human(3700000000, "USD"), human(378000, "t"), human(20.7, "%"), human(1, "rank"), human(21, "1")
    ('3.70 bn USD', '378,000 t', '20.7 %', 'no. 1', '21')
    """
    text = _number(value)
    if unit == "rank":
        return f"no. {text}"
    if unit and len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper() and unit != "TEU":
        for size, least, word in _SCALES:
            if abs(value) >= least:
                text = f"{value / size:,.2f} {word}"
                break
    return f"{text} {unit}" if unit and unit != "1" else text


def human_change(percent: float) -> str:
    """Growth or fall in per cent, with its sign.

    >>> human_change(20.7), human_change(-3)
    ('+20.7 %', '-3 %')
    """
    return f"{'+' if percent > 0 else ''}{_number(percent)} %"


# The numbers of seasons, quarters and halves in EDTF.
_PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1", "41": "H2",
}  # fmt: skip


def human_date(edtf: str) -> str:
    """A date with the name of the part of the year that it is, where it is one; others are readable as they are.

    >>> human_date("2025-33"), human_date("2025-22"), human_date("2025-04-23")
    ('Q1 2025', 'summer 2025', '2025-04-23')
    """
    year, _, part = edtf.partition("-")
    return f"{_PARTS[part]} {year}" if part in _PARTS else edtf


def _number(value: float) -> str:
    """The number with thousands set off; a float with the 15 digits that it holds for sure, never an exponent."""
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}"
    text = f"{value:,.15g}"
    if "e" in text:
        from decimal import Decimal

        text = f"{Decimal(text):,f}"
    return text
