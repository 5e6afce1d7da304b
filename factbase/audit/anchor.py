"""Finding a few words in a text: what differs between two copies of one text is forgiven, and nothing else.

Forgiven are white space, typographic quotes and dashes, soft hyphens and other signs that are not seen, and the forms
that Unicode has for one character (NFKC). Letters' case and every digit count, and words are found whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Signs that only tell a typesetter something. The joiners U+200C and U+200D stay: they change words.
_UNSEEN = dict.fromkeys([0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E])
_SIGNS = str.maketrans(
    {
        "’": "'", "‘": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "‹": "'", "›": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"', "〝": '"', "〞": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "﹣": "-", "－": "-",
    }
)  # fmt: skip
# Scripts that are written without spaces between words, and Hangul, whose particles follow without one.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)


def normal(text: str) -> str:
    """The text as it is compared: one form for all that is forgiven.

    >>> normal("“$3.7\\u00a0billion” –  2025")
    '"$3.7 billion" - 2025'
    """
    # The accents that stand alone are spaces and marks to NFKC: signs come first, and once more after it.
    one_form = unicodedata.normalize("NFKC", text.translate(_UNSEEN).translate(_SIGNS))
    return " ".join(one_form.translate(_UNSEEN).translate(_SIGNS).split())


def occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, both `normal`, from and to, one behind the other.

    >>> list(occurrences("3.7", "13.7, 3.75 and 3.7"))
    [(15, 18)]
    """
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if is_whole(text, start, end):
            yield start, end
            start = text.find(words, end)
        else:
            start = text.find(words, start + 1)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands there is not a part of a longer word or number."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    first, last = text[start], text[end - 1]
    if before and _is_joined(before[-1], first):
        return False
    if after and _is_joined(last, after[0]):
        return False
    if first.isdecimal() and before:
        # '378,000' is not in '1,378,000', '7' not in '3.7', nor '20.7' in '-20.7'.
        if before[-1] in ".," and before[:-1].isdecimal():
            return False
        if before[-1] in "+-" and (not before[:-1] or before[:-1] in " ("):
            return False
    return not (last.isdecimal() and after[:1] in (".", ",") and after[1:].isdecimal())


@lru_cache(maxsize=4096)
def _is_joined(one: str, other: str) -> bool:
    return _in_word(one) and _in_word(other)


def _in_word(sign: str) -> bool:
    return (sign.isalnum() or unicodedata.category(sign)[0] == "M") and not _UNSPACED.match(sign)
