"""The codes of states and groups in statistics, and the actors that they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbase.exchange.area_codes import special
from factbase.values.name import fold, slug
from factbase.values.state import state_of

if TYPE_CHECKING:
    from factbase.journal.block import NewActor
    from factbase.store.reading import Reader

# By which a base may know them already, under keys of its own.
_WIKIDATA = {
    "european-union": "Q458",
    "oecd": "Q41550",
    "asean": "Q7768",
    "euro-area": "Q8268",
}


def _plain(label: str) -> str:
    """A label of a group for comparing.

    >>> _plain("Other Asia, nes") == _plain("Other Asia, not elsewhere specified")
    True
    """
    words = re.sub(r"\bthe |,", "", fold(label))
    return re.sub(r"\b(nes|n\.e\.s\.)(?=$| )", "not elsewhere specified", words)


class Areas:
    """From codes to the keys of actors: those of the base first, else new ones, which `fresh` gives once.

    `scheme` says whose codes they are, as `area_codes` names them; without one, a code that differs between them means
    none. `described` are codes that a table of the data set itself explains: an alpha-3 code and a name each.
    """

    def __init__(
        self, base: Reader, scheme: str | None = None, described: dict[str, tuple[str, str]] | None = None
    ) -> None:
        self._base = base
        self._special = special(scheme)
        self._labelled = {_plain(meant[2]): code for code, meant in self._special.items() if meant}
        self._described = {} if described is None else described
        self._keys = {str(key) for (key,) in base.rows("SELECT key FROM thing")}
        self._actors: set[str] = set()
        self._known: dict[str, str] = {}
        columns = ("m49", "iso2", "iso3", "wikidata")
        for key, *codes in base.rows(f"SELECT key, {', '.join(columns)} FROM actor"):
            self._actors.add(str(key))
            self._known |= {str(code): str(key) for code in codes if code}
        self._placed: dict[str, str | None] = {}
        self._called: dict[str, str | None] = {}
        self._fresh: list[NewActor] = []
        self._told: set[str] = set()

    def place(self, code: str) -> str | None:
        """The key of the actor that a code means, None where it means none: no name is looked up.

        An actor's own key in the base is a code of it. A number may lack its leading zeros; letters count in capitals.
        """
        if code not in self._placed:
            self._placed[code] = self._find(code.strip())
        return self._placed[code]

    def named(self, name: str) -> str | None:
        """The key of the actor that a code or a name means; a name that two have means none."""
        if name not in self._called:
            self._called[name] = self.place(name) or self._by_name(name)
        return self._called[name]

    def fresh(self) -> tuple[NewActor, ...]:
        """The actors that were placed since this was asked last, and that the base has not."""
        fresh, self._fresh = tuple(self._fresh), []
        return fresh

    def _find(self, code: str) -> str | None:
        if not code or not code.isascii():
            return None
        number = code.zfill(3) if code.isdigit() else code
        forms = (code, number, code.lstrip("0") or "0") if code.isdigit() else (code,)
        form = next((form for form in forms if form in self._special), None)
        if form is not None:
            meant = self._special[form]
            if meant is None:
                return None
            key, kind, label = meant
            if kind == "state":
                return self._state(key)
            # By this code sums know the world from its parts.
            m49, wikidata = "001" if key == "world" else None, _WIKIDATA.get(key)
            known = self._known.get(m49 or "") or self._known.get(wikidata or "")
            return known or self._new(key, kind, label, m49=m49, wikidata=wikidata)
        if number in self._known and (code.isdigit() or code.isupper()):
            return self._known[number]
        if found := self._state(number):
            return found
        if code in self._actors:
            return code
        if code in self._described:
            iso3, label = self._described[code]
            if iso3 and iso3 != code and (found := self._find(iso3)):
                return found
            return self._new(slug(label), "group", label)
        return None

    def _state(self, code: str) -> str | None:
        if code in self._known:
            return self._known[code]
        state = state_of(code)
        if state is None:
            return None
        for known in (state.iso3, state.wikidata):
            if known in self._known:
                return self._known[known]
        names = (state.official,) if state.official else ()
        kind = "former state" if state.former else "state"
        return self._new(
            state.iso3,
            kind,
            state.name,
            iso2=state.iso2,
            iso3=state.iso3,
            m49=state.m49,
            wikidata=state.wikidata,
            names=names,
        )

    def _by_name(self, name: str) -> str | None:
        """What the base calls so, else a state or a group of that name."""
        from factbase.errors import BadInput
        from factbase.store.lookup import candidates
        from factbase.values.state import find_state

        if len(name) <= 3 and name.islower() and name not in self._keys:
            # Codes count in capitals: 'na' is not Namibia.
            return None
        found = candidates(self._base, name, ("actor",))
        if found:
            return found[0] if len(found) == 1 else None
        if len(name) <= 3:
            return None
        try:
            state = find_state(name)
        except BadInput:
            return None
        if state is None:
            return self._find(self._labelled.get(_plain(name), ""))
        return self._state(state.iso3)

    def _new(self, key: str, kind: str, label: str, **told: str | tuple[str, ...] | None) -> str:
        from factbase.journal.block import NewActor

        if key not in self._keys and key not in self._told:
            self._told.add(key)
            self._fresh.append(NewActor(key, kind, label, **told))  # type: ignore[arg-type]
        return key
