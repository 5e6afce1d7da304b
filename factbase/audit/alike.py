"""Whether two names or titles read as one that is written in two ways: another order of words, a slip, a spelling."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from factbase.values.name import fold

# In per cent: of the whole, and of each word. A slip in a word of eight letters leaves 87.
_WHOLE = 90.0
_WORD = 75.0
# What may be left out: small words, and those that only say what kind of document it is.
_UNSAID = {
    *("the", "of", "on", "and", "in", "for", "to", "between", "a", "an"),
    *("agreement", "treaty", "memorandum", "understanding", "protocol"),
}


def alike(one: str, other: str) -> bool:
    """Whether the two are most likely names of the same. Numbers must be equal, and no word may be another.

    >>> alike("Agreement on visa exemption", "Visa exemption agreement"), alike("Ilham Aliyev", "Ilham Alijev")
    (True, True)
    >>> alike("Protocol 2020–2024", "Protocol 2025–2029"), alike("North Korea", "South Korea")
    (False, False)
    """
    first, second = _words(one), _words(other)
    if len(first) != len(second) or not first:
        return False
    if fuzz.ratio(" ".join(first), " ".join(second)) < _WHOLE:
        return False
    return all(_one_word(*pair) for pair in zip(first, second, strict=True))


def _words(text: str) -> list[str]:
    return sorted(word for word in re.findall(r"\w+", fold(text)) if word not in _UNSAID)


def _one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if any(sign.isdigit() for sign in one + other):
        return False
    # A plural is no slip that counts; short words that differ are others.
    return min(len(one), len(other)) > 3 and fuzz.ratio(one, other) >= _WORD
