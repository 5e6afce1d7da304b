"""Names: when two of them are the same, the key that one makes, and which others come near."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

# Latin letters that have no decomposition in Unicode but are commonly written without their sign.
_PLAIN = str.maketrans(
    {
        "ə": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h",
        "ŋ": "n", "ŧ": "t", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-",
    }
)  # fmt: skip


def fold(name: str) -> str:
    """A name without letters' case, diacritics, typographic signs and spare white space, for comparing.

    >>> fold("İlham  ƏLİYEV"), fold("Türkiye")
    ('ilham eliyev', 'turkiye')
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.translate(_PLAIN).split())


def slug(text: str, taken: Collection[str] = ()) -> str:
    """A key made from a text: lower-case letters, digits and hyphens, and not one that is taken.

    >>> slug("Nakhchivan–Urumqi: sister cities", taken={"nakhchivan-urumqi-sister-cities"})
    'nakhchivan-urumqi-sister-cities-2'
    """
    words = re.findall(r"[a-z0-9]+", fold(text).replace("'", ""))
    base = "-".join(words)[:60].rstrip("-")
    if not base:
        import hashlib

        base = f"x-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    return key


def matches(word: str, names: Collection[str]) -> list[str]:
    """Up to three of the names that come near a misspelt word, nearest first.

    >>> matches("Azerbaidjan", ["Azerbaijan", "China"])
    ['Azerbaijan']
    """
    from difflib import get_close_matches

    folded = {fold(name): name for name in names}
    return [folded[near] for near in get_close_matches(fold(word), list(folded), n=3, cutoff=0.7)]
