"""From a name, as people write it, to the key of the thing that it names."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from factbase.errors import BadInput, WrongRequest
from factbase.store.reading import Parameters, Reader

if TYPE_CHECKING:
    from factbase.values.state import State

# From the surest to the least sure; the first that finds anything decides.
EXACT = (
    "SELECT key FROM thing WHERE key IN (:name, :upper, :lower)",
    "SELECT key FROM actor WHERE iso2 = :upper OR iso3 = :upper OR m49 = :name OR wikidata = :upper"
    " OR subdivision = :upper",
    "SELECT key FROM thing WHERE lower(label) = lower(:name)"
    " UNION SELECT thing FROM name WHERE lower(name) = lower(:name)",
)
ALL_NAMES = (
    "SELECT thing.key, thing.kind, thing.label FROM thing"
    " UNION ALL SELECT thing.key, thing.kind, name.name FROM name JOIN thing ON thing.key = name.thing"
)


def find(reader: Reader, name: str, kinds: Collection[str] = (), *, where: str | None = None) -> str:
    """The key of the thing that `name` names: its key, a code, its label, or any of its names.

    Letters' case, diacritics and typographic signs do not matter. `kinds` are the kinds of things that are meant.
    Raises WrongRequest, naming the candidates, where the name fits several things or none.
    """
    found, state = candidates(reader, name, kinds), None
    if not found and (not kinds or "actor" in kinds) and (state := _state(name)):
        found = [str(key) for (key,) in reader.rows(EXACT[1], {"name": "", "upper": state.iso3})]
    if len(found) == 1:
        return found[0]
    wanted = " or ".join(kinds) or "record"
    if found:
        raise WrongRequest(
            f"'{name}' can be {', '.join(found[:-1])} or {found[-1]}", where=where, hint="name one by its key"
        )
    if state:
        raise WrongRequest(
            f"the base tells nothing of {state.name}", where=where, hint=f"{name.strip()} is {state.iso3}"
        )
    near = _near(reader, name, kinds)
    hint = f"did you mean {' or '.join(near)}?" if near else f"'factbase {_listing(kinds)}' lists what there is"
    raise WrongRequest(f"no {wanted} is called '{name}'", where=where, hint=hint)


def candidates(reader: Reader, name: str, kinds: Collection[str] = ()) -> list[str]:
    """The keys of all things that `name` may name, in order; of the surest way of naming that finds any."""
    words = name.strip()
    values = {"name": words, "upper": words.upper(), "lower": words.lower()}
    for sql in EXACT:
        keys = [str(key) for (key,) in reader.rows(sql, values)]
        found = sorted(key for key in keys if not kinds or _kind(reader, key) in kinds)
        if found:
            return found
    from factbase.values.name import fold

    wanted = fold(words)
    return sorted(
        {
            str(key)
            for key, kind, known in reader.rows(ALL_NAMES)
            if (not kinds or kind in kinds) and fold(str(known)) == wanted
        }
    )


def _state(name: str) -> State | None:
    """The state that is meant, also as statistics name it: 'Korea, Rep.', 'Viet Nam'; or by its code in any case."""
    from factbase.values.state import find_state, state_of

    try:
        return find_state(name) or state_of(name.strip().upper())
    except BadInput:
        return None


def _kind(reader: Reader, key: str) -> str:
    return next(str(kind) for (kind,) in reader.rows("SELECT kind FROM thing WHERE key = :key", {"key": key}))


def _near(reader: Reader, name: str, kinds: Collection[str]) -> list[str]:
    from factbase.values.name import matches

    names = {str(known) for key, kind, known in reader.rows(ALL_NAMES) if not kinds or kind in kinds}
    keys = {str(key) for key, kind, _ in reader.rows(ALL_NAMES) if not kinds or kind in kinds}
    return matches(name, sorted(names | keys))


def _listing(kinds: Collection[str]) -> str:
    return next((f"{kind}s" for kind in kinds), "search")


_END = chr(0x10FFFF)
_KINDS = "(:kinds = '' OR '; ' || :kinds || '; ' LIKE '%; ' || kind || '; %')"
# Each a range of an index, so that a long base answers as fast as a short one.
BEGINNING = (
    f"SELECT key, label FROM thing WHERE key >= :lower AND key < :lower_end AND {_KINDS} ORDER BY key LIMIT :most",
    f"SELECT key, label FROM thing WHERE key >= :upper AND key < :upper_end AND {_KINDS} ORDER BY key LIMIT :most",
    "SELECT label, key FROM thing WHERE lower(label) >= :lower AND lower(label) < :lower_end"
    f" AND {_KINDS} ORDER BY lower(label) LIMIT :most",
    "SELECT name.name, thing.key FROM name JOIN thing ON thing.key = name.thing"
    " WHERE lower(name.name) >= :lower AND lower(name.name) < :lower_end"
    f" AND {_KINDS.replace('kind ||', 'thing.kind ||')} ORDER BY lower(name.name) LIMIT :most",
)


def beginning(reader: Reader, words: str, kinds: Collection[str] = (), *, most: int) -> list[tuple[str, str]]:
    """The keys and names that begin so, whatever the case of their letters, each with what tells it apart.

    For no words at all, keys alone; not more than `most` of each.
    """
    lower, upper = (words.translate(table) for table in (_ASCII_LOWER, _ASCII_UPPER))
    values: Parameters = {
        "lower": lower, "lower_end": lower + _END, "upper": upper, "upper_end": upper + _END,
        "kinds": "; ".join(kinds), "most": most,
    }  # fmt: skip
    found: dict[str, str] = {}
    for sql in BEGINNING if words else BEGINNING[:1]:
        for name, told in reader.rows(sql, values):
            found.setdefault(str(name), str(told))
    return list(found.items())


# As SQL's lower() does.
_ASCII_LOWER = {ord(letter): ord(letter) + 32 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_ASCII_UPPER = {lower: upper for upper, lower in _ASCII_LOWER.items()}
