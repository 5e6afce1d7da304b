"""Values as programs read them: whole numbers in digits, fractions without exponents, spreadsheets warded off."""

from __future__ import annotations

from collections.abc import Sequence

from factbase.rows import Exact, Value

# A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def number(value: float) -> str:
    """The digits of a number, exact and never with an exponent.

    >>> number(3700000000), number(0.3), number(1e22), number(1e-7), number(3.0)
    ('3700000000', '0.3', '10000000000000000000000', '0.0000001', '3')
    """
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Exact):
        return format(value.digits.normalize(), "f")
    text = repr(value)
    if "e" in text:
        from decimal import Decimal

        text = format(Decimal(text), "f")
    return text.removesuffix(".0")


def text(value: Value) -> str:
    """A value as text; the empty text for none.

    >>> text(None), text("China"), text(20.7)
    ('', 'China', '20.7')
    """
    if value is None:
        return ""
    return value if isinstance(value, str) else number(value)


class Guard:
    """Puts an apostrophe before texts that a spreadsheet would take for formulas, and counts them.

    >>> guard = Guard()
    >>> guard("=1+1"), guard("China"), guard(-3), guard.count
    ("'=1+1", 'China', -3, 1)
    """

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, value: Value) -> Value:
        if isinstance(value, str) and value.startswith(FORMULA_STARTS):
            self.count += 1
            return f"'{value}"
        return value

    def notes(self) -> tuple[str, ...]:
        """What is to be said of it."""
        if not self.count:
            return ()
        return (f"an apostrophe was put before {self.count} cells that a spreadsheet would take for formulas",)

    def column(self, cells: Sequence[Value]) -> Sequence[Value]:
        """The same for many cells, which come back as they are where none is such a text."""
        starts = {cell[:1] for cell in cells if type(cell) is str}
        return cells if starts.isdisjoint(FORMULA_STARTS) else [self(cell) for cell in cells]
