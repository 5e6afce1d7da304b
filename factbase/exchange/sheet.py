"""Fact sheets: one YAML or JSON text per document, read into the facts that it tells, each with its line.

`read` takes the text apart, `sheet_plan.plan` compares it with a base, `sheet_plan.record` writes what is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factbase.errors import BadInput, Problem
from factbase.exchange.sheet_model import INHERITED, Field, Section, option_of, section, sections, source
from factbase.exchange.sheet_text import Node, parse

# A date or a value may be spelt out where people's writing cannot say it.
SPELT = {
    "date": ("edtf", "text", "resolved from"),
    "quantity": ("value", "low", "high", "unit", "qualifier", "digits"),
}


@dataclass(frozen=True, eq=False)
class Item:
    """A thing or a fact as a sheet tells it: one mapping, or a part of one.

    `fields` has what is told as it is written, `parts` what is told in lists of its own (names, voices, assessments).
    `within` is the item that it stands in, and `fills` the field that names that one.
    `path` is where it stands: ('agreements', 'signed').
    """

    section: Section
    line: int | None
    path: tuple[str, ...]
    fields: dict[str, Node] = field(default_factory=dict)
    parts: dict[str, list[Item]] = field(default_factory=dict)
    within: Item | None = None
    fills: str | None = None

    def problem(self, name: str | None, what: str, hint: str | None = None) -> Problem:
        """A problem with a field of this item, or with the item."""
        if self.within and name and name in INHERITED and self.fields.get(name) is self.within.fields.get(name, self):
            return self.within.problem(name, what, hint)
        node = self.fields.get(name) if name else None
        line = node.line if node else self.line
        if self.line is None:
            # From the shell: the option that was given.
            told = self.path[1] if len(self.path) > 1 else name
            return Problem(what, None, option_of(told) if told else None, hint)
        return Problem(what, line, ".".join((*self.path, *([name] if name else []))), hint)


class Sheet(NamedTuple):
    """What a text tells: its document, the things in it, and the facts, in order; and what is wrong so far.

    The source is None where only actors are told of.
    """

    source: Item | None
    things: list[Item]
    facts: list[Item]
    problems: list[Problem]


def read(text: str) -> Sheet:
    """The sheet that a YAML or JSON text is. Its `problems` are found together; `plan` adds those that need a base.

    Raises BadInput for a text that is no sheet at all: not YAML, not a mapping, or hostile.

    >>> sheet = read("source: {key: a, title: A}\\nstatements: [{text: It rains, at: p1}]")
    >>> sheet.facts[0].fields["at"].value, sheet.problems
    ('p1', [])
    """
    tree, problems = parse(text)
    if not isinstance(tree.value, dict):
        raise BadInput("the sheet has no sections", hint="it begins with 'source:'; see 'factbase sheet new'")
    return sheet_of(tree.value, problems)


def sheet_of(given: Mapping[str, Node], problems: list[Problem] | None = None) -> Sheet:
    """The sheet that a tree of texts is."""
    reading = _Reading(problems if problems is not None else [])
    about = None
    for name, node in given.items():
        if name == "source":
            about = reading.item(source(), node, ("source",))
        elif name in sections():
            for part in reading.listed(node):
                reading.take(sections()[name], part)
        else:
            hint = did_you_mean(name, ["source", *sections()])
            reading.problems.append(Problem("no such section", node.line, name, hint))
    if about is None and reading.facts and "source" not in given:
        what = "the document is missing"
        reading.problems.append(Problem(what, 1, "source", "say what the facts are from: 'source: {title: ...}'"))
    return Sheet(about, reading.things, reading.facts, reading.problems)


# So many are named where none comes near.
_MOST_FIELDS = 20
_ALL = "'factbase schema' has all there are"
# Where the fields that facts have are written, when they are tried on a thing.
_OF_FACTS = {
    "events": "it belongs to a fact: tell when and where under occurrences, and it there",
    "agreements": "it belongs to a fact: write it inside a step, a party or a term: signed: {date: ...}",
}
_WHEN = {
    "period": "for when: 2024, Q3 2024, 'January-September 2024'; where the document does not tell, its own date,"
    " with 'period kind: unknown'"
}
_GROWTH = {"value": "growth without a level is a change of its own: under changes, with its unit, or by 'add change'"}


class _Reading:
    """Takes a sheet apart, and collects what it finds."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.things: list[Item] = []
        self.facts: list[Item] = []

    def listed(self, node: Node) -> list[Node]:
        """The elements of a list; a single one may stand for itself."""
        if node.value is None:
            return []
        return node.value if isinstance(node.value, list) else [node]

    def take(self, kind: Section, node: Node) -> None:
        """A line of a section, and what is told inside it."""
        item = self.item(kind, node, (kind.name,))
        if item is None:
            return
        if not kind.is_thing:
            grows = kind.name == "figures" and "change" in (node.value or ())
            if self._require(item, _WHEN | (_GROWTH if grows else {})):
                self.facts.append(item)
                self._tell(item, node)
            return
        self.things.append(item)
        before = len(self.facts)
        self._tell(item, node)
        told = len(self.facts) > before
        if kind.name == "events" and (item.fields.keys() & {"date", "place"} or (self._placed(item) and not told)):
            fields = {name: node for name, node in item.fields.items() if name in ("date", "place")}
            self.facts.insert(before, self._inside(item, sections()["occurrences"], "event", fields, item.path))
        elif kind.name == "agreements" and self._placed(item) and not told:
            what, hint = "nothing is said of it", "tell a party, an action or a link, or leave out 'at' and 'anchor'"
            self.problems.append(item.problem(None, what, hint))

    def _placed(self, item: Item) -> bool:
        return bool(item.fields.keys() & set(INHERITED) or "said by" in item.parts)

    def item(self, kind: Section, node: Node, path: tuple[str, ...], without: str | None = None) -> Item | None:
        """The item that a mapping is; None where it is none. `without` names a field that it may not have."""
        if not isinstance(node.value, dict):
            example = next(iter(kind.fields.values())).name
            shape = "a list" if isinstance(node.value, list) else "empty" if node.value is None else "a text"
            what, hint = f"is {shape}, not a mapping of fields", f"write '{example}: ...' and so on"
            self.problems.append(Problem(what, node.line, ".".join(path), hint))
            return None
        item = Item(kind, node.line, path)
        for name, given in node.value.items():
            known = kind.fields.get(name)
            if known is None or name == without:
                names = [other for other in kind.fields if other != without]
                what = "no such field" if known is None else "is told already by what it stands in"
                hint = self._meant(kind, name, given, names) if known is None else "leave it out"
                self.problems.append(Problem(what, given.line, ".".join((*path, name)), hint))
            elif given.value is None:
                continue
            elif known.type == "parts":
                if known.part not in sections():
                    item.parts[name] = list(self._parts(item, known, given))
            elif self._fits(known, given, ".".join((*path, name))):
                item.fields[name] = given
        return item

    def _meant(self, kind: Section, name: str, given: Node, names: list[str]) -> str:
        """What would be right instead of a field that there is not."""
        if given.value is None and (" " in name or name[:1].isdecimal()):
            return "within { } a comma ends a value: put what has one in quotes"
        if kind.is_thing and name in sections()["statements"].fields:
            return _OF_FACTS.get(kind.name, "it belongs to a fact: tell it with a statement")
        # What listings and 'amend' call a field is the column's name.
        of_column = [other for other in names if kind.fields[other].column == name]
        hint = did_you_mean(of_column[0] if of_column else name, names)
        own = [other for other in names if other not in sections()["statements"].fields]
        if hint == _ALL and 0 < len(own) <= _MOST_FIELDS:
            return f"there are {', '.join(own)}, and {'its place' if kind.is_thing else 'what all facts have'}"
        return hint

    def _parts(self, item: Item, known: Field, given: Node) -> Iterator[Item]:
        kind = section(known.part or "")
        for node in self.listed(given):
            node = self._whole(known, node)
            part = self.item(kind, node, (*item.path, known.name))
            if part and self._require(part):
                yield part

    def _whole(self, known: Field, node: Node) -> Node:
        """A part as a mapping, also where it is written as a text alone."""
        if isinstance(node.value, str) and known.short:
            return node._replace(value={known.short: node})
        return node

    def _tell(self, item: Item, given: Node) -> None:
        """The facts that are told inside a thing or a figure."""
        assert isinstance(given.value, dict)
        for name, node in given.value.items():
            known = item.section.fields.get(name)
            if known is None or known.type != "parts" or known.part not in sections():
                continue
            for part in self.listed(node):
                self._tell_one(item, known, part)

    def _tell_one(self, item: Item, known: Field, node: Node) -> None:
        assert known.part
        kind = sections()[known.part]
        fills = {"actions": "agreement", "links": "thing"}.get(kind.name, known.column)
        fixed: dict[str, Node] = {}
        if kind.name == "actions":
            fixed["action"] = Node(known.name, node.line)
            if node.value in ("yes", "no"):
                # That it was done, or not, without a date.
                fixed |= {"polarity": Node("negative", node.line)} if node.value == "no" else {}
                node = node._replace(value={})
        elif kind.name == "links":
            fixed["kind"] = Node(known.name, node.line)
        elif kind.name == "changes":
            shared = kind.fields.keys() & item.section.fields.keys() - {"number", "text", "about", "assessments"}
            fixed |= {name: item.fields[name] for name in shared if name in item.fields}
        path = (*item.path, known.name)
        part = self.item(kind, self._whole(known, node), path, without=fills if item.section.is_thing else None)
        if part is None:
            return
        fact = self._inside(item, kind, fills if item.section.is_thing else None, fixed | part.fields, path, part)
        if self._require(fact):
            self.facts.append(fact)

    def _inside(
        self,
        thing: Item,
        kind: Section,
        fills: str | None,
        fields: dict[str, Node],
        path: tuple[str, ...],
        part: Item | None = None,
    ) -> Item:
        """A fact told inside an item, which it takes its place and its voices from where it has none of its own."""
        inherited = {name: thing.fields[name] for name in INHERITED if name in thing.fields}
        parts = {name: thing.parts[name] for name in INHERITED if name in thing.parts} | (part.parts if part else {})
        line = part.line if part else thing.line
        return Item(kind, line, path, inherited | fields, parts, thing, fills)

    def _require(self, item: Item, hints: Mapping[str, str] | None = None) -> bool:
        """Whether nothing that is needed is missing; `hints` are what fields take here, where that is another thing."""
        missing = [
            known
            for known in item.section.fields.values()
            if known.required and known.name not in item.fields and known.name != item.fills
        ]
        for known in missing:
            hint = (hints or {}).get(known.name) or hint_of(known)
            self.problems.append(item.problem(known.name, "is missing", hint))
        return not missing

    def _fits(self, known: Field, node: Node, path: str) -> bool:
        """Whether a value has the shape that its field takes."""
        if known.many:
            texts = self.listed(node)
            if all(isinstance(text.value, str) for text in texts):
                return True
            what, hint = "is not a list of texts", "write [first, second]"
        elif isinstance(node.value, str):
            return True
        elif known.type in SPELT and isinstance(node.value, dict):
            return self._fits_spelt(known, node.value, path)
        else:
            what = "is a list, and takes one value" if isinstance(node.value, list) else "is a mapping, not a text"
            hint = hint_of(known) or "write one text"
        self.problems.append(Problem(what, node.line, path, hint))
        return False

    def _fits_spelt(self, known: Field, given: dict[str, Node], path: str) -> bool:
        fits = True
        for name, node in given.items():
            if name not in SPELT[known.type]:
                hint = did_you_mean(name, SPELT[known.type])
                self.problems.append(Problem("no such field", node.line, f"{path}.{name}", hint))
                fits = False
            elif node.value is not None and not isinstance(node.value, str):
                self.problems.append(Problem("is not a text or a number", node.line, f"{path}.{name}"))
                fits = False
        return fits


def did_you_mean(name: str, known: list[str] | tuple[str, ...]) -> str:
    """What would be right instead of a name that there is not.

    >>> did_you_mean("agrements", ["source", "agreements"])
    'did you mean agreements?'
    """
    from factbase.values.name import did_you_mean as near

    return near(name.replace("_", " "), known, _ALL if len(known) > _MOST_FIELDS else None)


def hint_of(known: Field) -> str | None:
    """What a field takes, in a few words."""
    from factbase.kinds.schema import codes

    if known.codes and len(codes[known.codes]) <= 16:
        return f"one of {', '.join(codes[known.codes])}"
    return known.help[:1].lower() + known.help[1:] if known.help else None
