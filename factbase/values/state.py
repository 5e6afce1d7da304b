"""States by the names that people use: their ISO 3166 codes and short names, from a table that is made of libraries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from factbase.errors import BadInput
from factbase.values.name import fold

# What `docs/states.py` makes: a row for each state, whose names stand as they are compared, with '|' between them.
TABLE = Path(__file__).with_name("states.tsv")


class State(NamedTuple):
    """A state, or an area with an ISO 3166-1 code of its own; `former` for one that is no more (ISO 3166-3).

    `m49` is the UN's number, with its leading zeros; `official` the full name where it differs from the short one.
    A former state has its old alpha-3 code and no others: the two letters are given anew. `parent` is the code of the state
    that an area is a part of.
    """

    iso3: str
    name: str
    official: str | None = None
    iso2: str | None = None
    m49: str | None = None
    wikidata: str | None = None
    former: bool = False
    parent: str | None = None


# Names that two states have, which the table gives to one of them.
_SHARED = {
    "korea": ("KOR", "PRK"),
    "congo": ("COD", "COG"),
    "virgin islands": ("VGB", "VIR"),
    "saint martin": ("MAF", "SXM"),
}
# Codes of one state that ISO 3166 does not give it, or gives it no more.
_ALSO = {"EL": "GRC", "ROM": "ROU", "SU": "SUN", "DD": "DDR", "ZR": "ZAR"}
# What statistics shorten in names; a letter alone only before a point.
_SHORT = {
    "rep": ("republic",), "dem": ("democratic",), "fed": ("federal", "federated"), "sts": ("states",), "st": ("saint",),
    "pr": ("people's republic",), "pdr": ("people's democratic republic",), "rb": ("bolivarian republic",),
    "sfr": ("socialist federal republic",), "tfyr": ("the former yugoslav republic",),
    "isds": ("islands",), "isl": ("islands",), "is.": ("islands",), "br": ("british",), "eq": ("equatorial",),
    "n.": ("north", "northern"), "s.": ("south",), "w.": ("western",),
}  # fmt: skip


def find_state(name: str) -> State | None:
    """The state that a code or a name in whatever language means, or None.

    A name may be written as statistics do, with the state first, and in short. Codes count in capitals only, and a city
    does not stand for its state. Raises BadInput for a name of two states.

    >>> find_state("Türkiye").iso3, find_state("792").name, find_state("Kosovo").iso2
    ('TUR', 'Türkiye', 'XK')
    >>> find_state("Korea, Rep.").iso3, find_state("Turkmenbashi")
    ('KOR', None)
    """
    words = name.strip()
    folded = fold(words)
    if folded in _SHARED:
        first, second = _SHARED[folded]
        raise BadInput(f"'{words}' can be {first} or {second}", hint="write the code of the one that is meant")
    return _called(words)


def _called(words: str) -> State | None:
    """The state of that code or name, in one of the forms that names have; or the part of a state, named with it."""
    if found := state_of(words if _like_a_code(words) else words.upper()):
        return found
    # In full first: 'S. Sudan' is not As-Sudan.
    for form in (*_forms(fold(words)), words):
        if found := _named(form):
            return found
    # 'Puerto Rico (US)', 'Aruba, Kingdom of the Netherlands', 'China, P.R.: Mainland'. A comma between two short names
    # stands between two states.
    same = False
    if told := re.fullmatch(r"(.+): ([^:]+)", words):
        part, whole = told[2], _called(told[1])
        if whole and (found := _named(f"{whole.name} {part}")):
            return found
    elif told := re.fullmatch(r"(.+) \((.+)\)", words):
        part, whole = told[1], _called(told[2])
        # 'Holy See (Vatican)' has two names of one state.
        same = True
    elif told := re.fullmatch(r"(.+), (.+ of .+)", words):
        part, whole = told[1], _called(told[2])
    else:
        return None
    found = _called(part) if whole else None
    return found if found and whole and whole.iso3 in (found.parent, found.iso3 if same else None) else None


def _forms(folded: str) -> Iterator[str]:
    """A name in full, and in the order in which it is spoken.

    >>> [*_forms("micronesia, fed. sts.")][-2:]
    ['federated states of micronesia', 'federated states of the micronesia']
    """
    parts = re.split(r"([^\W_][\w.']*)", folded)
    words = (_SHORT.get(part.replace(".", "")) or _SHORT.get(part) or (part,) for part in parts)
    for full in map("".join, product(*words)):
        yield full
        if told := re.fullmatch(r"(.+?)(?:, | \()([^,()]+)\)?", full):
            first, last = told[1], told[2].removeprefix("the ")
            yield f"{last} {first}"
            yield f"{last} of {first}"
            yield f"{last} of the {first}"


def state_of(code: str) -> State | None:
    """The state that has the ISO 3166 or M49 code, in capitals or digits; None for a code of no state.

    >>> state_of("031").name, state_of("SUN").former, state_of("XM")
    ('Azerbaijan', True, None)
    """
    return _by_code().get(code)


def squeezed(name: str) -> str:
    """The letters and digits of a name, as it is compared with others.

    >>> squeezed("Timor-Leste") == squeezed("Timor Leste") == "timorleste"
    True
    """
    # The marks of Devanagari are its vowels.
    letters = (letter for letter in fold(name) if letter.isalnum() or unicodedata.category(letter).startswith("M"))
    return unicodedata.normalize("NFC", "".join(letters))


def _named(words: str) -> State | None:
    return None if _like_a_code(words) else _by_name().get(squeezed(words))


def _like_a_code(words: str) -> bool:
    """Whether these are two or three letters in small type, which are a word or the code of something else."""
    return len(words) <= 3 and words.islower()


@cache
def table() -> list[tuple[State, str]]:
    """Each state, and the names that it has in many languages."""
    with open(TABLE, encoding="utf-8", newline="\n") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    return [
        (State(iso3, name, official or None, iso2 or None, m49 or None, qid, bool(former), parent or None), names)
        for iso3, iso2, m49, qid, former, parent, name, official, names in rows
    ]


@cache
def _by_code() -> dict[str, State]:
    codes = {
        code: state
        for state, _ in table()
        for code in (state.iso3, state.iso2, state.m49, state.wikidata)
        if code is not None
    }
    return codes | {code: codes[iso3] for code, iso3 in _ALSO.items()}


@cache
def _by_name() -> dict[str, State]:
    return {name: state for state, names in table() for name in names.split("|")}
