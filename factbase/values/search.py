"""What is looked for: words, phrases and filters as people type them, and where a text has them.

The same on every database: whatever is typed becomes words here, and a database is asked for words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from factbase.errors import WrongRequest
from factbase.values.name import fold

# Scripts that put no space between words: each of their letters is a word, and a word of theirs a phrase.
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff])"
)
_HINT = 'such as: grain "free trade" agr* -draft kind:agreement actor:CHN'
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_PART = re.compile(r'(?P<sign>-?)(?:(?P<field>\w+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))(?P<star>\*?)')
# Shorter beginnings have too many words to be looked for.
_SHORTEST_PREFIX = 2
MOST_WORDS = 32


class Term(NamedTuple):
    """Words that must stand side by side, folded; with `prefix` the last is the beginning of one."""

    words: tuple[str, ...]
    prefix: bool = False


class Wanted(NamedTuple):
    """What a text must have: one term of each group and none of `without`; and the filters, as they were typed."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


def read_search(text: str) -> Wanted:
    """What the words of a search ask for.

    All words must occur; OR joins the two beside it, NOT or '-' is for what must not occur. Raises WrongRequest for
    what makes no sense.

    >>> read_search('Əliyev "free trade" wheat OR gra* -draft kind:event')
    ... # doctest: +NORMALIZE_WHITESPACE
    Wanted(groups=((Term(words=('eliyev',), prefix=False),), (Term(words=('free', 'trade'), prefix=False),),
                   (Term(words=('wheat',), prefix=False), Term(words=('gra',), prefix=True))),
           without=(Term(words=('draft',), prefix=False),), kinds=('event',), actors=())
    """
    plain = text.translate(_QUOTES)
    if plain.count('"') % 2:
        raise _refusal("a quotation mark is open", 'a phrase stands between two: "free trade"')
    groups: list[tuple[Term, ...]] = []
    without: list[Term] = []
    filters: dict[str, list[str]] = {"kind": [], "actor": []}
    operator = ""
    for found in _PART.finditer(plain):
        word, field = found["word"] or "", (found["field"] or "").lower()
        if not field and not found["sign"] and word in ("OR", "NOT", "AND"):
            if operator or (word == "OR" and not groups):
                raise _refusal(f"{operator or word} needs a word on each side of it", _HINT)
            operator = word
            continue
        if field in filters:
            if found["sign"] or operator in ("OR", "NOT"):
                raise _refusal(f"'{field}:' can only be asked for, and stands by itself", _HINT)
            filters[field].append(word or found["phrase"])
            operator = ""
            continue
        term = _term(found)
        if term is None:
            continue
        if operator == "OR" and not found["sign"]:
            groups[-1] = (*groups[-1], term)
        elif operator == "NOT" or found["sign"]:
            without.append(term)
        else:
            groups.append((term,))
        operator = ""
    if operator:
        raise _refusal(f"{operator} needs a word after it", _HINT)
    if not groups:
        raise _refusal("there is no word to look for", _HINT)
    if sum(len(term.words) for group in (*groups, without) for term in group) > MOST_WORDS:
        raise _refusal(f"more than {MOST_WORDS} words", "fewer find more")
    return Wanted(tuple(groups), tuple(without), tuple(filters["kind"]), tuple(filters["actor"]))


def _term(found: re.Match[str]) -> Term | None:
    """The words that were typed as one; None for a dash or another sign that stands by itself."""
    # What looks like a filter and is none is words: 'p1:s2'.
    field = f"{found['field']} " if found["field"] else ""
    typed = field + (found["phrase"] if found["word"] is None else found["word"])
    starred = bool(found["star"]) or (found["word"] or "").endswith("*")
    words = tuple(searchable(typed).split())
    if not words:
        return None
    # In scripts without spaces each letter is a whole word.
    prefix = starred and not _UNSPACED.fullmatch(words[-1])
    if prefix and len(words[-1]) < _SHORTEST_PREFIX:
        raise _refusal(f"'{found[0]}' begins too many words", f"at least {_SHORTEST_PREFIX} letters before '*'")
    return Term(words, prefix)


def _refusal(what: str, hint: str) -> WrongRequest:
    return WrongRequest(what, where="search", hint=hint)


def searchable(text: str) -> str:
    """The words of a text as they are compared: folded, apart by one space, letters of unspaced scripts alone.

    >>> searchable("İlham Əliyev’in «Côte-d'Or»"), searchable("中国 2025年"), searchable("हिन्दी")
    ('ilham eliyev in cote d or', '中 国 2025 年', 'हिनदी')
    """
    # Composed again, so that a Korean syllable is one letter.
    folded = unicodedata.normalize("NFC", fold(text))
    if not folded.isascii():
        folded = _UNSPACED.sub(r" \1 ", folded)
    return " ".join("".join(sign if _is_letter(sign) else " " for sign in folded).split())


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] in "LNM"


def marks(text: str, wanted: Wanted) -> list[tuple[int, int]]:
    """Where the words that are wanted stand in a text: first and last position of each, without overlaps.

    >>> marks("Free trade, freely traded", read_search('"free trade" freel*'))
    [(0, 10), (12, 18)]
    """
    tokens = list(_tokens(text))
    found: set[int] = set()
    for term in (term for group in wanted.groups for term in group):
        for first in range(len(tokens) - len(term.words) + 1):
            stretch = tokens[first : first + len(term.words)]
            words = [word for _, _, word in stretch]
            if term.prefix and words[-1].startswith(term.words[-1]):
                words[-1] = term.words[-1]
            if tuple(words) == term.words:
                found.update(range(stretch[0][0], stretch[-1][1]))
    spans: list[tuple[int, int]] = []
    for place in sorted(found):
        if spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return spans


def _tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text with where each begins and ends."""
    start = None
    for place, sign in enumerate(f"{text} "):
        alone = bool(_UNSPACED.match(sign))
        if start is not None and (alone or not (_is_letter(sign) or unicodedata.category(sign) == "Cf")):
            for word in searchable(text[start:place]).split():
                yield start, place, word
            start = None
        if alone and _is_letter(sign):
            # Thai ำ is two letters where it is compared, and a tone mark is none.
            for word in searchable(sign).split():
                yield place, place + 1, word
        elif start is None and _is_letter(sign):
            start = place


def excerpt(text: str, spans: list[tuple[int, int]], length: int = 160) -> str:
    """The text on one line; a long one cut around the first of the spans.

    >>> excerpt("one two three four five six seven", [(14, 18)], length=16)
    '… three four five …'
    """
    if len(text) <= length:
        return " ".join(text.split())
    middle = (spans[0][0] + spans[0][1]) // 2 if spans else 0
    first = max(0, min(middle - length // 2, len(text) - length))
    last = min(len(text), first + length)
    # At whole words, where there are spaces near.
    if first:
        first = text.find(" ", first - 1, first + 20) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", last - 20, last + 1), 0) or last
    words = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{words}{' …' if last < len(text) else ''}"
