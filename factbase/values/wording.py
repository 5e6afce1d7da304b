"""What people's writing has in common whatever the value: dashes, spaces, digits; and how a text is refused."""

from __future__ import annotations

from factbase.errors import BadInput

# No date, number or place takes more; a longer text is prose, or an attack on the patterns.
LONGEST = 200

# Hyphens, en and em dashes, the minus sign, and the full-width hyphen.
TYPOGRAPHIC_DASHES = "".join(map(chr, [*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D]))
_DASHES = dict.fromkeys(map(ord, TYPOGRAPHIC_DASHES), "-")


def plain(text: str, what: str, hint: str) -> str:
    """The text with every dash as a hyphen and single spaces.

    Raises BadInput where it is empty, is too long to be `what`, or has digits other than 0 to 9.

    >>> plain(" 2025 – 2029", "a date", "write 2025/2029")
    '2025 - 2029'
    """
    if not text.strip() or len(text) > LONGEST or _foreign_digit(text):
        raise refusal(text, what, hint)
    return " ".join(text.translate(_DASHES).split())


def refusal(text: str, what: str, hint: str) -> BadInput:
    """The error for a text that is not `what`, with the reason where one shows.

    >>> print(refusal("x", "a date", "write 2025-04-23"))
    'x' is not a date (write 2025-04-23)
    """
    if not text.strip():
        return BadInput(f"an empty text is not {what}", hint=hint)
    if len(text) > LONGEST:
        return BadInput(f"{quoted(text)} is too long for {what}", hint=hint)
    if digit := _foreign_digit(text):
        return BadInput(f"{quoted(text)} has the digit '{digit}' of another script", hint="write digits as 0 to 9")
    return BadInput(f"{quoted(text)} is not {what}", hint=hint)


def quoted(text: str) -> str:
    """The text as a message shows it: in quotes, on one line, no longer than a line.

    >>> print(quoted("two\\nlines"))
    'two\\nlines'
    """
    short = text if len(text) <= 60 else f"{text[:57]}..."
    return "'" + "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in short) + "'"


def _foreign_digit(text: str) -> str:
    return next((sign for sign in text if sign.isdecimal() and not sign.isascii()), "")
