"""States by the names that people use: their ISO 3166 codes and short names, from libraries that keep them current."""

from __future__ import annotations

from functools import cache
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


def find_state(name: str) -> State | None:
    """The state that a code or a name in whatever language means, or None.

    Codes count in capitals only, and a city does not stand for its state. Raises BadInput for a name of two states.

    >>> find_state("Türkiye").iso3, find_state("792").name, find_state("Kosovo").iso2
    ('TUR', 'Türkiye', 'XK')
    >>> find_state("Turkmenbashi") is None
    True
    """
    words = name.strip()
    folded = fold(words)
    if folded in _SHARED:
        first, second = _SHARED[folded]
        raise BadInput(f"'{words}' can be {first} or {second}", hint="write the code of the one that is meant")
    territory = _coded(words) or _quickly().get(folded) or _slowly(words, folded)
    return _state(territory) if territory else None


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


@cache
def _quickly() -> dict[str, Territory]:
    """Short and full names only: the library's index of all names takes seconds to build."""
    from rigour.territories import get_territories

    states = [territory for territory in get_territories() if _state(territory)]
    return {fold(name): state for state in states for name in (state.full_name, state.name)}


def _slowly(words: str, folded: str) -> Territory | None:
    from rigour.territories import lookup_by_identifier, lookup_territory

    # Two or three letters in small type would be taken for a code, as would be those of others.
    if (len(words) <= 3 and words.islower()) or (lookup_by_identifier(words) and not _coded(words.upper())):
        return None
    found = lookup_territory(words)
    if found is None or folded in (fold(place) for place in found.places):
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
