"""States by the names that people use: their ISO 3166 codes and short names, from libraries that keep them current."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from factbase.errors import BadInput
from factbase.values.name import fold

if TYPE_CHECKING:
    from rigour.territories.territory import Territory


class State(NamedTuple):
    """A state, or an area with an ISO 3166-1 code of its own; `former` for one that is no more (ISO 3166-3).

    `m49` is the UN's number, with its leading zeros; `official` the full name where it differs from the short one.
    A former state has its old alpha-3 code and no others: the two letters are given anew.
    """

    iso3: str
    name: str
    official: str | None = None
    iso2: str | None = None
    m49: str | None = None
    wikidata: str | None = None
    former: bool = False


# Names that two states have, which the library gives to one of them.
_SHARED = {
    "korea": ("KOR", "PRK"),
    "congo": ("COD", "COG"),
    "virgin islands": ("VGB", "VIR"),
    "saint martin": ("MAF", "SXM"),
}
# Codes of one state that ISO 3166 does not give it, or gives it no more; the library has others, as of today's states.
_ALSO = {"EL": "GRC", "ROM": "ROU", "SU": "SUN", "DD": "DDR", "ZR": "ZAR"}
# What statistics shorten in names; a letter alone only before a point.
_SHORT = {
    "rep": ("republic",), "dem": ("democratic",), "fed": ("federal", "federated"), "sts": ("states",), "st": ("saint",),
    "pr": ("people's republic",), "pdr": ("people's democratic republic",), "rb": ("bolivarian republic",),
    "sfr": ("socialist federal republic",), "tfyr": ("the former yugoslav republic",),
    "isds": ("islands",), "isl": ("islands",), "is.": ("islands",), "br": ("british",), "eq": ("equatorial",),
    "n.": ("north", "northern"), "s.": ("south",), "w.": ("western",),
}  # fmt: skip


def find_state(name: str, *, quickly: bool = False) -> State | None:
    """The state that a code or a name in whatever language means, or None; `quickly`, by its common names alone.

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
    territory = _called(words, _quickly) or (None if quickly else _called(words, _slowly))
    return _state(territory) if territory else None


def _called(words: str, known: Callable[[str], Territory | None]) -> Territory | None:
    """The state of that code or name, in one of the forms that names have; or the part of a state, named with it."""
    if found := _coded(words):
        return found
    for form in (words, *_forms(fold(words))):
        if found := known(form):
            return found
    # 'Puerto Rico (US)', 'Aruba, Kingdom of the Netherlands', 'China, P.R.: Mainland'. A comma between two short names
    # stands between two states.
    if told := re.fullmatch(r"(.+): ([^:]+)", words):
        part, whole = told[2], _called(told[1], known)
        if whole and (found := known(f"{whole.name} {part}")):
            return found
    elif told := re.fullmatch(r"(.+) \((.+)\)", words) or re.fullmatch(r"(.+), (.+ of .+)", words):
        part, whole = told[1], _called(told[2], known)
    else:
        return None
    found = _called(part, known) if whole else None
    return found if found and found.parent is whole else None


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
    territory = _coded(code)
    return _state(territory) if territory else None


def _coded(words: str) -> Territory | None:
    from iso3166 import countries_by_numeric
    from rigour.territories import lookup_by_identifier

    if words.isdigit():
        found = lookup_by_identifier(countries_by_numeric[words].alpha3) if words in countries_by_numeric else None
    elif words.isascii() and words.isupper() and (len(words) in (2, 3) or words[1:].isdigit()):
        found = lookup_by_identifier(_ALSO.get(words, words))
    else:
        return None
    state = _state(found) if found else None
    its_own = (state.iso2, state.iso3, state.m49, state.wikidata) if state else ()
    return found if words in its_own or words in _ALSO else None


def _quickly(words: str) -> Territory | None:
    return _common().get(fold(words))


@cache
def _common() -> dict[str, Territory]:
    """Short and full names only: the library's index of all names takes seconds to build."""
    from iso3166 import countries
    from rigour.territories import get_territories, lookup_by_identifier

    names = {fold(one.name): found for one in countries if (found := lookup_by_identifier(one.alpha3))}
    states = [territory for territory in get_territories() if _state(territory)]
    return names | {fold(name): state for state in states for name in (state.full_name, state.name)}


def _slowly(words: str) -> Territory | None:
    from rigour.territories import lookup_by_identifier, lookup_territory

    # Two or three letters in small type would be taken for a code, as would be those of others.
    if (len(words) <= 3 and words.islower()) or (lookup_by_identifier(words) and not _coded(words.upper())):
        return None
    # The library has some names with a blank for a hyphen.
    found = lookup_territory(words) or lookup_territory(words.replace("-", " "))
    if found is None or fold(words) in (fold(place) for place in found.places):
        return None
    return found


def _state(territory: Territory) -> State | None:
    from iso3166 import countries_by_alpha3

    iso3 = (territory.alpha3 or "").upper()
    official = territory.full_name if territory.full_name != territory.name and "(" not in territory.full_name else None
    if iso3 in countries_by_alpha3:
        codes = countries_by_alpha3[iso3]
        # Kosovo's number is the library's own, not the UN's.
        m49 = codes.numeric if iso3 != "XKX" else None
        return State(iso3, territory.name, official, codes.alpha2, m49, territory.qid)
    if iso3 and territory.is_historical and territory.is_country:
        return State(iso3, territory.name, official, wikidata=territory.qid, former=True)
    return None
