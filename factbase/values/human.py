"""Figures as people read them in tables: short, with their unit. Exports never use these."""

from __future__ import annotations

_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_MONEY = 3  # letters of an ISO 4217 code


def human(value: float, unit: str | None = None) -> str:
    """A figure with its unit, large sums of money in millions, billions and trillions.

    >>> human(3700000000, "USD"), human(378000, "t"), human(20.7, "%"), human(1, "rank")
    ('3.70 bn USD', '378,000 t', '20.7 %', 'no. 1')
    """
    text = _number(value)
    if unit == "rank":
        return f"no. {text}"
    if unit and len(unit) == _MONEY and unit.isalpha() and unit.isupper():
        for size, word in _SCALES:
            if abs(value) >= size:
                text = f"{value / size:,.2f} {word}"
                break
    return f"{text} {unit}" if unit and unit != "1" else text


def human_change(percent: float) -> str:
    """Growth or fall in per cent, with its sign.

    >>> human_change(20.7), human_change(-3)
    ('+20.7 %', '-3 %')
    """
    return f"{'+' if percent > 0 else ''}{_number(percent)} %"


def _number(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}"
    whole, _, decimals = f"{value:,.15g}".partition(".") if abs(value) < 1e15 else (f"{value:,.0f}", "", "")
    return f"{whole}.{decimals}" if decimals else whole
