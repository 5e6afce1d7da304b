"""Names: when two of them are the same, the key that one makes, and which others come near."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

# Letters that Unicode does not decompose, as they are commonly written without their sign, and typographic signs.
_PLAIN = str.maketrans(
    {
        "ə": "e", "ǝ": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
        "ħ": "h", "ŋ": "n", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
        "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ʹ": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "&": " and ",
    }
)  # fmt: skip
_KANA_VOICING = 8  # Unicode's combining class of the marks that tell が from か, which are letters of their own
_LONGEST_SLUG = 60
_KEY = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
_LONGEST_KEY = 80


def fold(name: str) -> str:
    """A name without letters' case, diacritics, typographic signs and spare white space, for comparing.

    Takes any text, raises nothing, and leaves other scripts in their own letters.

    >>> fold("İlham  ƏLİYEV"), fold("Côte d’Ivoire"), fold("Trinidad & Tobago")
    ('ilham eliyev', "cote d'ivoire", 'trinidad and tobago')
    """
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name.translate(_PLAIN)).casefold())
    bare = "".join(letter for letter in letters if not _is_mark(letter))
    return " ".join(bare.translate(_PLAIN).split())


def _is_mark(letter: str) -> bool:
    """Whether a sign only modifies its letter, or is not seen at all (soft hyphen, direction mark)."""
    return unicodedata.combining(letter) not in (0, _KANA_VOICING) or unicodedata.category(letter) == "Cf"


def slug(text: str, taken: Collection[str] = ()) -> str:
    """A key made from a text: lower-case letters, digits and hyphens, and not one of `taken`.

    A text without a Latin letter or digit gets a key from its digest, the same each time.

    >>> slug("Azerbaijan–China: joint statement"), slug("中国")
    ('azerbaijan-china-joint-statement', 'x-f0e9521611bb')
    >>> slug("Silk Road", taken={"silk-road"})
    'silk-road-2'
    """
    words = re.findall(r"[a-z0-9]+", fold(text).replace("'", ""))
    stem = words[0][:_LONGEST_SLUG] if words else _digest(text)
    for word in words[1:]:
        if len(stem) + len(word) >= _LONGEST_SLUG:
            break
        stem = f"{stem}-{word}"
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    return key


def unfit(key: str) -> str | None:
    """What to write in place of a text that cannot be the key of something new; None where it can.

    >>> unfit("un-comtrade"), unfit("My Key: x/y")
    (None, 'letters, digits and hyphens, such as my-key-x-y')
    """
    if _KEY.fullmatch(key) and len(key) <= _LONGEST_KEY:
        return None
    return f"letters, digits and hyphens, such as {slug(key)}"


def _digest(text: str) -> str:
    from hashlib import sha256

    return f"x-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def did_you_mean(name: str, known: Collection[str], otherwise: str | None = None) -> str:
    """A hint for a name that there is not: those that come near it, else `otherwise`, else all there are.

    >>> did_you_mean("agrements", ["agreements", "trade"]), did_you_mean("x", ["csv", "tsv"])
    ('did you mean agreements?', 'there are csv, tsv')
    """
    near = matches(name, known)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return otherwise or f"there are {', '.join(known) or 'none'}"


def matches(name: str, candidates: Collection[str]) -> list[str]:
    """Up to three of the candidates that come near a misspelt name, nearest first; none is an empty list.

    >>> matches("Azerbaidjan", ["Azerbaijan", "China"])
    ['Azerbaijan']
    """
    from difflib import get_close_matches

    folded = {fold(candidate): candidate for candidate in candidates}
    return [folded[near] for near in get_close_matches(fold(name), list(folded), n=3, cutoff=0.7)]
