"""Whether the actors and places that are recorded are named where they are cited, or others are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbase.audit import mention
from factbase.audit.anchor import occurrences
from factbase.audit.document import ENUMERATOR, Document, sentences
from factbase.audit.located import MOST_PLACES
from factbase.audit.recorded import Assertion, Name, Source
from factbase.audit.scope import Result, Scope, language
from factbase.values.state import state_of

_PEOPLE = ("person", "unnamed")
# Where a state is meant and a company is named, the state is told elsewhere; so it is with any two families.
_FAMILIES = (_PEOPLE, ("ministry", "institution", "medium", "company"), ("initiative", "route"))
_CODE = re.compile(r"\b[A-Z]{2,3}\b")
_ABBREVIATION = re.compile(r"\w[a-z]*[A-Z0-9]\w*")
_NUMBERED = re.compile(rf"(?:(?:{ENUMERATOR.pattern})\s+)?")
_ARTICLE = re.compile(r"^(?:the|The) ")
_LONGEST_NAME = 6


def names(source: Source, assertion: Assertion, document: Document, scopes: list[Scope]) -> Iterator[Result]:
    """What became of each name of an assertion: `scopes` are the texts to look in, the nearest first."""
    near = scopes[-1] if scopes else None
    loose = assertion.certainty != "stated" or language(source) != "en"
    for name in assertion.names:
        told = name.names[0]
        if near is None:
            yield Result(name.field, "not compared")
        elif _in_scope(name, scopes[0]) or _in_scope(name, near):
            yield Result(name.field, "equal")
        elif (
            loose
            or name.key in source.voices
            or _is_coded(name, near)
            or _is_hinted(name, near, source)
            or _is_carried(name, near, document)
        ):
            yield Result(name.field, "not compared")
        elif others := _others(source, name, assertion.names, near):
            yield Result(name.field, "differs", told, " or ".join(f"'{words}'" for words in others))
        elif not _is_there(name, document):
            yield Result(name.field, "differs", told, "nothing of that name in the document")
        else:
            yield Result(name.field, "not compared")


# Where a text speaks of those whom it has named before.
_TOGETHER = re.compile(
    r"\b(?:both|the|their) (?:two |three |four |five )?"
    r"(?:sides|parties|countries|nations|states|governments|leaders|presidents|ministers|delegations)\b",
    re.IGNORECASE,
)


def _is_carried(name: Name, near: Scope, document: Document) -> bool:
    """Whether a name that another paragraph tells can go on to be meant: parties and places, and who 'the two sides' are."""
    together = name.kind not in _PEOPLE and any(_TOGETHER.search(piece.paragraph.text) for piece in near.pieces)
    return (name.carried or together) and _is_there(name, document)


def _is_there(name: Name, document: Document) -> bool:
    return any(_in_text(name, one.text) or _hinted(name, one.text) for one in document.paragraphs)


def _in_scope(name: Name, scope: Scope) -> bool:
    return any(_in_text(name, piece.paragraph.text[slice(*piece.span)]) for piece in scope.pieces)


def _in_text(name: Name, text: str) -> bool:
    """Whether a name stands in a text; also in capitals, as where an agency's report is dated from."""
    names = (_ARTICLE.sub("", one) for one in name.names)
    return any(next(occurrences(way, text), None) for one in names for way in {one, one.upper()})


def _is_hinted(name: Name, scope: Scope, source: Source) -> bool:
    return any(_hinted(name, piece.paragraph.text, source.actors.by_name) for piece in scope.pieces)


def _hinted(name: Name, text: str, known: dict[str, str] | None = None) -> bool:
    """Whether a text has a part of the name, or a word made from it: Aliyev, Chinese, Western.

    That is not the name, and does not tell that another is meant either. A description without capitals, such as 'the
    mayor of Urumqi', cannot be told from other words.
    """
    if name.kind == "unnamed":
        return True
    for one in name.names:
        for word in re.findall(r"[^\W\d_]{3,}", _ARTICLE.sub("", one)):
            if not word[0].isupper() or word.lower() in mention.GENERIC:
                continue
            stem = word if name.kind in _PEOPLE else word[: max(4, len(word) - 3)]
            for match in re.finditer(rf"\b{re.escape(stem)}\w*", text):
                if not known or known.get(match[0], name.key) == name.key:
                    return True
    return False


def _is_coded(name: Name, scope: Scope) -> bool:
    """Whether a state is named by a code of its own: USA, UK."""
    words = (word for piece in scope.pieces for word in _CODE.findall(piece.paragraph.text))
    return name.kind == "state" and any((state := state_of(word)) and state.iso3 == name.key for word in words)


def _others(source: Source, name: Name, own: tuple[Name, ...], scope: Scope) -> list[str]:
    """Names in a scope that could stand for another than the one recorded: people for people, the rest for the rest.

    Who is recorded beside is nobody else, nor is a Chilean where Chile is; words of a title name nobody.
    """
    is_person, family = name.kind in _PEOPLE, _family(name.kind)
    beside = {one.key for one in own}
    found: list[str] = []
    for piece in scope.pieces:
        text = piece.paragraph.text
        # '3. Quantities.' begins with a word that is large anyway.
        heads = (_NUMBERED.match(text, start) for start, _ in sentences(text))
        starts = tuple(head.end() for head in heads if head)
        for words in mention.capitalised(text, starts):
            known = [source.actors.by_name.get(part) for part in _parts(words)]
            keys = [key for key in known if key]
            if any(key in beside for key in keys):
                continue
            if keys:
                if any(_family(source.actors.kinds[key]) == family for key in keys):
                    found.append(words)
            elif kinds := source.actors.by_word.get(words):
                # Akkenzhenov is a person where Yerlan Akkenzhenov is known.
                if not is_person and any(_family(kind) == family for kind in kinds):
                    found.append(words)
            elif any(_hinted(one, words) for one in own if one.kind != "unnamed"):
                continue
            elif _ABBREVIATION.fullmatch(words) and not state_of(words):
                continue  # GDP, MWh and M3 are nobody, as far as is known
            elif (not is_person or " " in words) and not next(occurrences(words, source.titles), None):
                found.append(words)
    return list(dict.fromkeys(found))[:MOST_PLACES]


def _family(kind: str) -> int:
    """Which kinds of actors could be taken for each other: people, bodies, ways; all others are states and places."""
    return next((number for number, kinds in enumerate(_FAMILIES) if kind in kinds), -1)


def _parts(words: str) -> Iterator[str]:
    """All stretches of words, the longest first."""
    said = words.split()
    for length in range(min(len(said), _LONGEST_NAME), 0, -1):
        for start in range(len(said) - length + 1):
            yield " ".join(said[start : start + length])
