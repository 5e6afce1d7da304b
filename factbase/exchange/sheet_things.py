"""The things of a sheet: which of them the base has under whatever name, and which are new."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date as Day
from typing import NamedTuple

from factbase.errors import FactbaseError
from factbase.exchange.sheet import Item
from factbase.exchange.sheet_base import Row
from factbase.exchange.sheet_draft import INNER, Draft, references
from factbase.exchange.sheet_values import told_date
from factbase.kinds.rules import SHAPES
from factbase.values.date import Date
from factbase.values.name import fold, slug, unfit
from factbase.values.state import State, find_state

# A title is used again for other parties or in another year; sources seldom differ on a day by more.
SAME_WITHIN_DAYS = 90
# What one actor may make by itself, or many of whom a document names one.
OF_ONE_OR_MANY = ("decision", "convention", "charter")

# In somebody's own words: two tellings of one thing may differ in them.
_OWN_WORDS = ("label", "subject", "summary")


class Thing(NamedTuple):
    """A thing that a sheet tells of: its key, what it is called, and its row in the base, if there is one.

    `state` is the library's entry for an actor that is told to be a state without its codes.
    """

    item: Item
    key: str
    kind: str
    label: str
    row: Row | None = None
    state: State | None = None


def plan_things(draft: Draft) -> list[Thing]:
    """Plan the document and all things of the sheet, so that its facts can refer to them."""
    # By their keys in small letters.
    things: dict[str, Thing] = {}
    if draft.sheet.source:
        source = _source(draft, draft.sheet.source)
        things[source.key.lower()] = source
    # An agreement is known by its parties too, so actors come before it.
    for kind in ("actor", "event", "agreement"):
        for item in draft.sheet.things:
            if item.section.kind == kind:
                thing = _thing(draft, item, kind, things)
                if thing:
                    things[thing.key.lower()] = thing
    for thing in things.values():
        _plan(draft, thing)
    return list(things.values())


def check_told(draft: Draft, things: list[Thing]) -> None:
    """An agreement or an event that no fact tells of would stand in the base without a source."""
    of_things = ("thing", "actor", "agreement", "event", "source", "name", "thing_topic")
    facts = (row for table, row in draft.plan.additions if table not in of_things)
    told = {row[name] for row in facts for name in references() & row.keys()}
    for thing in things:
        if thing.row is None and thing.kind in ("agreement", "event") and thing.key not in told:
            hint = "a party, when it was signed" if thing.kind == "agreement" else "its date, its place, who took part"
            draft.wrong(thing.item, None, f"nothing is said of {thing.label}", f"tell {hint}, or a statement about it")


def _call(draft: Draft, thing: Thing, names: Iterable[str | None]) -> None:
    draft.keys[thing.item] = thing.key
    draft.call(thing.key, thing.kind, thing.label, names)


def _names(draft: Draft, item: Item) -> list[str]:
    return [name for part in item.parts.get("names", ()) if (name := draft.text(part, "name"))]


# Which thing is meant


def _source(draft: Draft, item: Item) -> Thing:
    title, key = draft.text(item, "title"), _own_key(draft, item)
    row = _known_source(draft, item, key, title)
    if row is None and title is None:
        what = f"the base has no source '{key}'" if key else "is missing"
        draft.wrong(item, "key" if key else "title", what, "give the title of the document, and its kind")
    key = str(row["key"]) if row else key or _free_key(draft, slug(title or "source"), ())
    draft.plan.source = key
    if "published" in item.fields:
        # Problems with it are noted when its columns are made.
        with suppress(FactbaseError):
            draft.published = told_date(item.fields["published"], None).date
    elif row and row["published"]:
        draft.published = Date(row["published"], row["published_from"], row["published_to"])
    thing = Thing(item, key, "source", row["label"] if row else title or key, row)
    _call(draft, thing, [title])
    return thing


def _known_source(draft: Draft, item: Item, key: str | None, title: str | None) -> Row | None:
    if key is not None:
        there = draft.known.taken(key)
        if there is None:
            return None
        named = title is None or fold(title) == fold(there["label"])
        if there["kind"] == "source" and there["key"] == key and named:
            return draft.known.row("source", key)
        what = f"the key is taken by the {there['kind']} {there['key']}, '{there['label']}'"
        draft.wrong(item, "key", what, "choose another key, or give the title that the base has")
        return None
    found = sorted(draft.known.called(title, ("source",))) if title else []
    if len(found) > 1:
        draft.wrong(item, "title", f"the base has {' and '.join(found)} of this title", "give the key of one")
    return draft.known.row("source", found[0]) if found else None


def _own_key(draft: Draft, item: Item) -> str | None:
    key = draft.text(item, "key")
    if key is not None and (hint := unfit(key)):
        draft.wrong(item, "key", f"'{key}' is not a key", hint)
        return None
    return key


def _free_key(draft: Draft, wanted: str, taken: Collection[str]) -> str:
    """A key that neither the base nor the sheet has yet; what the sheet has is in small letters."""
    key, number = wanted, 2
    while key.lower() in taken or draft.known.taken(key):
        key, number = f"{wanted}-{number}", number + 1
    return key


def _thing(draft: Draft, item: Item, kind: str, others: dict[str, Thing]) -> Thing | None:
    key = _own_key(draft, item)
    names = [draft.text(item, name) for name in ("name", "title", "subject") if name in item.section.fields]
    said = next((name for name in names if name), None)
    state = None if key else _state(draft, item)
    if state:
        key = min(draft.known.called(state.iso3, ("actor",)), default=state.iso3)
    row = _known(draft, item, kind, key, said, state)
    found = row["key"] if row else key
    if found is None:
        found = _free_key(draft, _new_key(draft, item, kind, said), others)
    first = others.get(found.lower())
    if first is not None:
        where = f" in line {first.item.line}" if first.item.line else ""
        draft.wrong(item, "key", f"{found} is listed already{where}", "tell more of it in the sections of facts")
        return None
    label = draft.text(item, "name") or (state.name if state else None) or draft.text(item, "title") or _label(said)
    thing = Thing(item, found, kind, row["label"] if row else label or found, row, state)
    _call(draft, thing, [label, *names, *_names(draft, item), state.official if state else None])
    return thing


def _label(words: str | None) -> str | None:
    return words[:1].upper() + words[1:] if words else None


def _state(draft: Draft, item: Item) -> State | None:
    """The library's entry for an actor that the sheet calls a state, without its codes."""
    name = draft.text(item, "name")
    if item.section.kind != "actor" or not name or item.fields.keys() & {"iso2", "iso3"}:
        return None
    if draft.text(item, "kind") not in ("state", "former state"):
        return None
    return draft.tried(item, "name", lambda: find_state(name))


def _new_key(draft: Draft, item: Item, kind: str, said: str | None) -> str:
    if kind == "agreement":
        return slug(" ".join([*sorted(_parties(draft, item))[:3], said or kind]))
    return slug(said or kind)


def _known(draft: Draft, item: Item, kind: str, key: str | None, said: str | None, state: State | None) -> Row | None:
    """The base's row of the thing that an item tells of, if it has it."""
    there = draft.known.taken(key) if key else None
    if there is not None and key is not None:
        names = {name for name in (draft.text(item, "name"), draft.text(item, "title")) if name}
        named = not names or state or {fold(name) for name in names} & draft.known.names(there["key"])
        if there["kind"] == kind and there["key"] == key and named:
            return draft.known.row(kind, key)
        what = f"the key is taken by the {there['kind']} {there['key']}, '{there['label']}'"
        draft.wrong(item, "key", what, "choose another key, or name it as the base does")
        return None
    found = _candidates(draft, item, kind, said)
    if key is not None and kind == "actor":
        # With a key of its own, a namesake of another kind is another actor.
        found = {one for one in found if draft.known.row("actor", one)["kind"] == draft.text(item, "kind")}
    if len(found) == 1 and (key is None or state):
        return draft.known.row(kind, found.pop())
    if found:
        hint = "leave the key out" if key and len(found) == 1 else "name the one that is meant by its key"
        draft.wrong(item, "key" if key else "name", f"the base has it as {' and '.join(sorted(found))}", hint)
    return None


def _candidates(draft: Draft, item: Item, kind: str, said: str | None) -> set[str]:
    if kind == "actor":
        codes = (draft.text(item, name) for name in SHAPES if name in item.section.fields)
        by_code = next((found for code in codes if code and (found := draft.known.called(code, ("actor",)))), None)
        return by_code or (draft.known.called(said, ("actor",)) if said else set())
    names = [draft.text(item, name) for name in ("name", "title") if name in item.section.fields]
    called = {key for name in (*names, *_names(draft, item)) if name for key in draft.known.called(name, (kind,))}
    if kind == "event":
        return {key for key in called if _near_in_time(draft, item, "occurrence", "event", key)}
    parties = _parties(draft, item)
    same = {key for key in called if _may_be_of(parties, _parties_in_base(draft, key))}
    return {
        key
        for key in same or _of_same_subject(draft, item, parties)
        if _near_in_time(draft, item, "action", "agreement", key)
    }


def _may_be_of(told: set[str], known: set[str]) -> bool:
    """Whether one telling may leave out parties that the other has, but does not have others."""
    return told <= known or known <= told


def _of_same_subject(draft: Draft, item: Item, parties: set[str]) -> set[str]:
    subject, kind = draft.text(item, "subject"), draft.text(item, "kind")
    if not (subject and kind):
        return set()
    return {
        row["key"]
        for row in draft.known.ask("SELECT key, subject FROM agreement WHERE kind = :kind", kind=kind)
        if fold(row["subject"]) == fold(subject)
        and _parties_in_base(draft, row["key"]) == parties
        and (parties or _is_told_here(draft, row["key"]))
    }


def _is_told_here(draft: Draft, key: str) -> bool:
    """Whether the document spoke of it already: of parties that nobody told, another may mean others."""
    sql = (
        "SELECT 1 FROM mentions JOIN assertion ON assertion.key = mentions.assertion"
        " WHERE mentions.thing = :key AND assertion.source = :source LIMIT 1"
    )
    return bool(draft.known.ask(sql, key=key, source=draft.source))


def _told_parties(draft: Draft, item: Item) -> list[str]:
    """Whom the sheet calls a party of an agreement."""
    fields = ("key", "name", "title", "subject")
    names = {fold(name) for name in (*(draft.text(item, field) for field in fields), *_names(draft, item)) if name}
    told_in: list[Item | str] = [item, *sorted(names)]
    return [actor for place in told_in for actor in draft.parties.get(place, ())]


def _parties(draft: Draft, item: Item) -> set[str]:
    """The keys of the parties that the sheet gives an agreement."""
    keys = set()
    for actor in _told_parties(draft, item):
        # What no actor is called is noted when the fact is planned.
        with suppress(FactbaseError):
            keys.add(draft.resolved(actor, ("actor",)))
    return keys


def _parties_in_base(draft: Draft, agreement: str) -> set[str]:
    rows = draft.known.ask("SELECT actor_code FROM bound WHERE agreement = :key", key=agreement)
    return {row["actor_code"] for row in rows}


def _near_in_time(draft: Draft, item: Item, table: str, column: str, key: str) -> bool:
    """Whether no date speaks against an item being that thing of the base."""
    signed = " AND action = 'signed'" if table == "action" else ""
    rows = draft.known.ask(
        f"SELECT date_from, date_to FROM {table} WHERE {column} = :key AND date_from IS NOT NULL"
        f" AND date_to IS NOT NULL{signed}",
        key=key,
    )
    told = [date for date in _dates(draft, item) if date.lower and date.upper]
    return (
        not told
        or not rows
        or any(_days_apart(date, row["date_from"], row["date_to"]) <= SAME_WITHIN_DAYS for date in told for row in rows)
    )


def _dates(draft: Draft, item: Item) -> list[Date]:
    """When the sheet has an agreement signed, or an event take place."""
    dates = []
    for node in draft.dates.get(item, ()):
        with suppress(FactbaseError):
            dates.append(told_date(node, draft.published).date)
    return dates


def _days_apart(date: Date, lower: str, upper: str) -> int:
    assert date.lower
    assert date.upper
    gaps = (_days(upper, date.lower), _days(date.upper, lower), 0)
    return max(gaps)


def _days(start: str, end: str) -> int:
    return (Day.fromisoformat(end) - Day.fromisoformat(start)).days


# What is new of it


def _plan(draft: Draft, thing: Thing) -> None:
    item = thing.item
    told = (*item.parts, "at", "anchor", "modality", "polarity", "certainty", "date", "place", "key")
    given = draft.columns(item, told)
    label = given.pop("label", None)
    _check_shapes(draft, thing, given)
    if thing.row is None:
        _add(draft, thing, given)
    else:
        _complete(draft, thing, given, label)
    _plan_names(draft, thing)
    if thing.kind == "agreement":
        _check_parties(draft, thing)


def _add(draft: Draft, thing: Thing, given: Row) -> None:
    item, state = thing.item, thing.state
    if thing.kind == "agreement" and "title" in given:
        given = {"subject": given["title"]} | given
    if state:
        given = {"iso2": state.iso2, "iso3": state.iso3, "m49": state.m49, "wikidata": state.wikidata} | given
    for known in item.section.fields.values():
        if known.required and known.name not in item.fields and known.column not in given:
            why = (
                ""
                if thing.kind == "source" or thing.label == thing.key
                else f", and the base does not know {thing.label}"
            )
            hint = f"one of {', '.join(draft.known.codes(known.codes))}" if known.codes else known.help.lower()
            draft.wrong(item, known.name, f"is missing{why}", hint)
    draft.add("thing", key=thing.key, kind=thing.kind, label=thing.label)
    draft.add(thing.kind, key=thing.key, **given)
    shown = draft.shown(given)
    draft.tell("new", thing.kind, thing.key, f"{thing.label}{', ' if shown else ''}{shown}", item)


def _complete(draft: Draft, thing: Thing, given: Row, label: str | None) -> None:
    """Fill in what the base does not know; what it has otherwise is a matter for `amend`."""
    assert thing.row is not None
    row, missing, kept = thing.row, {}, []
    dates = {name for name in given if f"{name}_resolved_from" in given}
    if label:
        given = {"label": label} | given
    for name, value in given.items():
        if name.endswith(INNER) or value == row[name]:
            continue
        names = draft.known.names(thing.key) if name in ("label", "title") else {fold(str(row[name] or ""))}
        if name in (*_OWN_WORDS, "title") and fold(value) in names:
            continue
        if row[name] is None:
            missing[name] = value
            if name in dates:
                missing |= {name + part: given[name + part] for part in INNER}
        elif name not in _OWN_WORDS:
            what = f"the base has '{row[name]}', not '{value}'"
            field = next(known.name for known in thing.item.section.fields.values() if known.column == name)
            other = ", or give another document a key of its own" if thing.kind == "source" else ""
            draft.wrong(thing.item, field, what, f"leave it out, or amend {thing.key} first{other}")
        else:
            kept.append(f"{'name' if name == 'label' else name} '{row[name]}', not '{value}'")
    if missing:
        draft.plan.amendments.append((thing.kind, {"key": thing.key}, missing))
        draft.tell("completed", thing.kind, thing.key, f"{thing.label}, {draft.shown(missing)}", thing.item)
    if kept:
        draft.tell("kept", thing.kind, thing.key, f"{thing.label}, {', '.join(kept)}", thing.item)
    if not missing and not kept:
        draft.tell("known", thing.kind, thing.key, thing.label, thing.item)


def _plan_names(draft: Draft, thing: Thing) -> None:
    there = {row["name"] for row in draft.known.ask("SELECT name FROM name WHERE thing = :key", key=thing.key)}
    told = draft.known.ask("SELECT topic FROM thing_topic WHERE thing = :key", key=thing.key)
    topics = {row["topic"] for row in told}
    gained = []
    if thing.state and thing.row is None and thing.state.official:
        there.add(thing.state.official)
        draft.add("name", thing=thing.key, name=thing.state.official, kind="official", language="en")
    for part in thing.item.parts.get("names", ()):
        row = draft.columns(part)
        if row.get("name") and row["name"] not in there:
            there.add(row["name"])
            draft.add("name", thing=thing.key, **({"kind": "alias"} | row))
            gained.append(row["name"])
    for text in draft.listed(thing.item, "topics"):
        topic = draft.code(thing.item, "topics", "topic", text)
        if topic and topic not in topics:
            topics.add(topic)
            draft.add("thing_topic", thing=thing.key, topic=topic)
            gained.append(topic)
    if gained and thing.row is not None:
        draft.tell("completed", thing.kind, thing.key, f"{thing.label}, {', '.join(gained)}", thing.item)


def _check_shapes(draft: Draft, thing: Thing, given: Row) -> None:
    for name, (shape, hint) in SHAPES.items():
        code = given.get(name)
        if code is None:
            continue
        if not re.fullmatch(shape, code):
            draft.wrong(thing.item, name, f"'{code}' is not such a code", hint)
        elif name != "digest":
            _check_holder(draft, thing, name, code)
    for name in ("part_of", "state"):
        if given.get(name) == thing.key:
            draft.wrong(thing.item, name.replace("_", " "), "is the actor itself", "leave it out")


def _check_holder(draft: Draft, thing: Thing, name: str, code: str) -> None:
    """What the world knows an actor by belongs to one."""
    there = draft.known.called(code, ("actor",)) if thing.row is None else ()
    other = min(there, default=None) or draft.known.holder(name, code, beside=thing.key)
    first = draft.coded.setdefault((name, code), thing.key)
    if other:
        hint = "leave the key out, or correct it" if thing.row is None else f"leave it out, or amend {other} first"
        draft.wrong(thing.item, name, f"the base has {code} as {other}", hint)
    elif first != thing.key:
        draft.wrong(thing.item, name, f"{code} is the code of {first}, too", "correct one of them")


def _check_parties(draft: Draft, thing: Thing) -> None:
    kind = draft.text(thing.item, "kind") or (thing.row or {}).get("kind")
    told, number = _parties(draft, thing.item), len(_told_parties(draft, thing.item))
    # A party that stands by itself may be one of several that are told one by one, here and elsewhere.
    if thing.item not in draft.parties:
        return
    if len(told) == 1 == number and kind not in OF_ONE_OR_MANY and not _parties_in_base(draft, thing.key) - told:
        hint = "name the others; where the document does not, tell what the one did: 'signed: {by: ...}'"
        draft.wrong(thing.item, "parties", "an agreement has two parties or more", hint)
