"""A plan in the making: what is to be added, what the sheet calls things, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar

from factbase.errors import BadInput, FactbaseError, Problem
from factbase.exchange.sheet import Item, Sheet
from factbase.exchange.sheet_base import Known, Row
from factbase.exchange.sheet_model import Field, sections, source
from factbase.exchange.sheet_text import Node
from factbase.exchange.sheet_values import period_in_full, told_date
from factbase.kinds.rules import LANGUAGE
from factbase.values.date import Date
from factbase.values.locator import parse_locator
from factbase.values.name import did_you_mean, fold, matches
from factbase.values.state import State, find_state

T = TypeVar("T")

LONGEST_ANCHOR = 300
# The columns of a date that follow from it, or tell how it was worded.
INNER = ("_text", "_from", "_to", "_resolved_from")


class Line(NamedTuple):
    """One line of what a sheet comes to.

    `status` is 'new', 'known' (the base has it), 'completed' (the base has it and gains something) or 'kept' (the base
    has it in other words, which stay). `words` are what would be recorded, normalised.
    """

    status: str
    kind: str
    key: str
    words: str
    place: str | None = None
    line: int | None = None


@dataclass
class Plan:
    """The changes that a sheet comes to, in the order in which they are made. `lines` tells them to people.

    `amendments` are table, primary key and values; `additions` are table and values.
    """

    source: str | None = None
    amendments: list[tuple[str, Row, Row]] = field(default_factory=list)
    additions: list[tuple[str, Row]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def changes(self) -> bool:
        """Whether anything would be written."""
        return bool(self.additions or self.amendments)


class Draft:
    """A plan in the making. `published` is the date of the document, `assessor` whose verdicts are that name nobody."""

    def __init__(self, known: Known, sheet: Sheet, assessor: str) -> None:
        self.known = known
        self.sheet = sheet
        self.assessor = assessor
        self.plan = Plan()
        self.published: Date | None = None
        self.problems: list[Problem] = list(sheet.problems)
        # The keys of the things that the sheet tells of.
        self.keys: dict[Item, str] = {}
        # The keys of its actors, by a kind of code and the code.
        self.coded: dict[tuple[str, str], str] = {}
        # What the sheet calls things, folded: kind and name, and the keys.
        self._called: dict[tuple[str, str], set[str]] = {}
        self._labels: dict[str, str] = {}
        self._found: dict[tuple[str, tuple[str, ...]], str] = {}

    @property
    def source(self) -> str:
        """The key of the document."""
        return self.plan.source or ""

    @cached_property
    def language(self) -> str | None:
        """The language of the document, without script and region."""
        told = self.text(self.sheet.source, "language") if self.sheet.source else None
        if told is None:
            rows = self.known.ask("SELECT language FROM source WHERE key = :key", key=self.source)
            told = rows[0]["language"] if rows else None
        return told.partition("-")[0].lower() if told else None

    @cached_property
    def parties(self) -> dict[Item | str, list[str]]:
        """Whom the sheet calls a party, by the agreement that it is told in, or that is named there, folded."""
        found: dict[Item | str, list[str]] = {}
        for fact in self.sheet.facts:
            actor, agreement = self.text(fact, "actor"), self.text(fact, "agreement")
            is_bound = self.text(fact, "role") in (None, "party", "signatory")
            if fact.section.kind == "party" and actor and is_bound and self.text(fact, "polarity") != "negative":
                found.setdefault(fact.within or fold(agreement or ""), []).append(actor)
        return found

    @cached_property
    def dates(self) -> dict[Item, list[Node]]:
        """When the sheet has agreements signed and events take place, by what it is told in."""
        found: dict[Item, list[Node]] = {}
        for fact in self.sheet.facts:
            if fact.within and "date" in fact.fields and self.text(fact, "action") in (None, "signed"):
                found.setdefault(fact.within, []).append(fact.fields["date"])
        return found

    # What is wrong, what is to be added

    def wrong(self, item: Item, name: str | None, what: str, hint: str | None = None) -> None:
        """Note a problem with a field of an item, or with the item."""
        self.problems.append(item.problem(name, what, hint))

    def tried(self, item: Item, name: str, make: Callable[[], T]) -> T | None:
        """What `make` gives; None, and a problem, where it refuses."""
        try:
            return make()
        except FactbaseError as error:
            self.wrong(item, name, error.what, error.hint)
            return None

    def add(self, table: str, **values: Any) -> None:
        """Plan a row."""
        self.plan.additions.append((table, values))

    def tell(
        self, status: str, kind: str, key: str, words: str, item: Item | None = None, place: str | None = None
    ) -> None:
        """Tell people of it."""
        self.plan.lines.append(Line(status, kind, key, words, place, item.line if item else None))

    # Fields

    def text(self, item: Item, name: str) -> str | None:
        """What a field of one value says, without white space around it; None for nothing."""
        node = item.fields.get(name)
        return node.value.strip() or None if node and isinstance(node.value, str) else None

    def listed(self, item: Item, name: str) -> list[str]:
        """What a field of many values says."""
        node = item.fields.get(name)
        nodes = [] if node is None else node.value if isinstance(node.value, list) else [node]
        return [words for one in nodes if isinstance(one.value, str) and (words := one.value.strip())]

    def columns(self, item: Item, but: Iterable[str] = ()) -> Row:
        """The columns that the fields of one value fill, but for some; what is wrong is noted and left out."""
        row: Row = {}
        for known in item.section.fields.values():
            is_one_value = known.type not in ("parts", "quantity") and not known.many
            if is_one_value and known.name in item.fields and known.name not in but:
                row |= self._column(item, known)
        return row

    def _column(self, item: Item, known: Field) -> Row:
        name, node = known.name, item.fields[known.name]
        if known.type == "date":
            date = self.tried(item, name, lambda: told_date(node, self.published))
            if date and (wrong := date.misplaced(self.published, name, self._is_done(item))):
                self.wrong(item, name, *wrong)
            return dict(date.columns(known.column)) if date else {}
        text = self.text(item, name)
        if text is None:
            return {}
        value: Any = text
        if known.codes:
            value = self.code(item, name, known.codes, text)
        elif known.type == "thing":
            value = self.key(item, name, text, known.kinds)
        elif known.type == "assertion":
            value = self.assertion(item, name, text)
        elif known.type == "locator":
            value = self.tried(item, name, lambda: parse_locator(text))
        elif known.type == "number":
            value = self.number(item, name, text)
        elif known.type == "period":
            period = self.tried(item, name, lambda: period_in_full(text, self.published))
            value = period.text if period else None
        elif name == "language" and not re.fullmatch(LANGUAGE[0], text):
            self.wrong(item, name, f"'{text}' is no code of a language", LANGUAGE[1])
        elif name == "anchor" and len(text) > LONGEST_ANCHOR:
            hint = f"a few words, at most {LONGEST_ANCHOR} characters; your own words belong in 'text'"
            self.wrong(item, name, "is longer than what one finds a place by", hint)
        return {known.column: value} if value is not None else {}

    def _is_done(self, item: Item) -> bool:
        """Whether it is told as something that has happened."""
        of_a_day = item.section.kind in ("action", "occurrence") and self.text(item, "action") != "valid"
        return of_a_day and self.text(item, "modality") not in ("plan", "expectation")

    def code(self, item: Item, name: str, code_list: str, text: str) -> str | None:
        """The code that a text means: hyphens may stand for spaces."""
        known = self.known.codes(code_list)
        if text in known:
            return text
        spellings = {fold(code): code for code in known}
        wanted = fold(text).replace("_", " ")
        found = spellings.get(wanted) or spellings.get(wanted.replace("-", " "))
        if found is None:
            hint = did_you_mean(text, known)
            self.wrong(item, name, f"there is no {code_list.replace('_', ' ')} '{text}'", hint)
        return found

    def number(self, item: Item, name: str, text: str) -> int | None:
        """A whole number, in digits."""
        if re.fullmatch(r"[0-9]{1,18}", text):
            return int(text)
        self.wrong(item, name, f"'{text}' is not a whole number", "write it in digits")
        return None

    def assertion(self, item: Item, name: str, text: str) -> str | None:
        """The key of the assertion that a number among this source's, or a key, names."""
        key = f"{self.source}:{int(text)}" if re.fullmatch(r"[0-9]{1,9}", text) else text
        if key in self.numbered or self.known.ask("SELECT key FROM assertion WHERE key = :key", key=key):
            return key
        self.wrong(
            item, name, f"there is no assertion {key}", "give the fact that is meant a 'number', and write it here"
        )
        return None

    @cached_property
    def numbered(self) -> set[str]:
        """The keys that the sheet gives to its facts."""
        numbers = (self.text(item, "number") or "" for item in self.sheet.facts)
        return {f"{self.source}:{int(number)}" for number in numbers if re.fullmatch(r"[0-9]{1,9}", number)}

    # Names

    def call(self, key: str, kind: str, label: str, names: Iterable[str | None]) -> None:
        """Let references find a thing of the sheet under its key and these names."""
        self._labels[key] = label
        for name in (key, label, *names):
            if name:
                self._called.setdefault((kind, fold(name)), set()).add(key)

    def label(self, key: str) -> str:
        """What a thing is called."""
        there = self.known.thing(key)
        return self._labels.get(key) or (there["label"] if there else key)

    def key(self, item: Item, name: str, text: str, kinds: tuple[str, ...]) -> str | None:
        """The key of the thing that a name means; None, and a problem, where it means none or several."""
        return self.tried(item, name, lambda: self.resolved(text, kinds))

    def resolved(self, text: str, kinds: tuple[str, ...] = ()) -> str:
        """The key of the thing that a name means: one of the sheet's, one of the base's, or a state new to it.

        Raises BadInput where it means none or several.
        """
        asked = (text, kinds)
        if asked not in self._found:
            self._found[asked] = self._resolved(text, kinds)
        return self._found[asked]

    def _resolved(self, text: str, kinds: tuple[str, ...]) -> str:
        wanted = kinds or ("actor", "agreement", "event", "source")
        own = {key for kind in wanted for key in self._called.get((kind, fold(text)), ())}
        found = {text} & own or own | self.known.called(text, wanted)
        if len(found) == 1:
            return found.pop()
        if found:
            *others, last = sorted(found)
            raise BadInput(f"'{text}' can be {', '.join(others)} or {last}", hint="name one by its key")
        state = find_state(text) if "actor" in wanted else None
        if state:
            return self._take_state(state, text)
        near = self._near(text, wanted)
        several = [part for part in re.split(r",? and |, ?", text) if part]
        if len(several) > 1 and all(self.known.called(part, wanted) or find_state(part) for part in several):
            raise BadInput(f"'{text}' are several", hint=f"write a list: [{', '.join(several)}]")
        where = f"list it under {kinds[0]}s" if kinds else "list it under actors, agreements or events"
        hint = f"did you mean {' or '.join(near)}?" if near else where
        raise BadInput(f"no {' or '.join(kinds) or 'thing'} is called '{text}'", hint=hint)

    def _near(self, text: str, kinds: tuple[str, ...]) -> list[str]:
        """What comes near a name, as the things are labelled."""
        keys = {name: min(things) for name, things in self.known.folded.items() if kinds_of(things) & set(kinds)}
        keys |= {name: min(own) for (kind, name), own in self._called.items() if kind in kinds}
        return list(dict.fromkeys(self.label(keys[name]) for name in matches(text, list(keys))))

    def _take_state(self, state: State, mention: str) -> str:
        """The key of a state that the base has under a code, or is given now; it learns the name."""
        there = self.known.called(state.iso3, ("actor",))
        key = min(there) if there else state.iso3
        if not there and (("actor", fold(key)) not in self._called):
            self.add_state(state)
        names = {fold(name) for name in (self.label(key), state.official) if name}
        if fold(mention) not in names and mention not in (state.iso2, state.iso3, state.m49, state.wikidata):
            kind = "acronym" if mention.isupper() and len(mention) <= 5 else "alias"
            self.add("name", thing=key, name=mention, kind=kind)
            self.tell("completed" if there else "new", "name", key, f"{self.label(key)} is also called {mention}")
        self.call(key, "actor", self.label(key), [mention])
        return key

    def add_state(self, state: State) -> None:
        """Plan a state as the library has it."""
        kind = "former state" if state.former else "state"
        codes = {"iso2": state.iso2, "iso3": state.iso3, "m49": state.m49, "wikidata": state.wikidata}
        self.add("thing", key=state.iso3, kind="actor", label=state.name)
        self.add("actor", key=state.iso3, kind=kind, **codes)
        if state.official:
            self.add("name", thing=state.iso3, name=state.official, kind="official", language="en")
        self.call(state.iso3, "actor", state.name, [state.official])
        self.tell("new", "actor", state.iso3, f"{state.name}, {kind}")

    # For people

    def shown(self, row: Row) -> str:
        """The values of a row as people read them: things by their labels, a date with the words that it stands for."""
        words = []
        for name, value in row.items():
            if value is None or name.endswith(INNER):
                continue
            if name in references():
                value = self.label(str(value))
            elif isinstance(value, Decimal):
                value = f"{value:,f}"
            told, since = row.get(f"{name}_text"), row.get(f"{name}_resolved_from")
            from_words = f" ('{told}'{f', counted from {since}' if since else ''})" if told else ""
            words.append(f"{name.replace('_', ' ')} {value}{from_words}")
        return ", ".join(words)


@cache
def references() -> frozenset[str]:
    """The columns that name things by their keys."""
    every = (known for section in (source(), *sections().values()) for known in section.fields.values())
    return frozenset(known.column for known in every if known.type == "thing")


def kinds_of(things: dict[str, str]) -> set[str]:
    """The kinds among things by key."""
    return set(things.values())
