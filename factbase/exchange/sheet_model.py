"""What a fact sheet may hold: its sections and their fields, read off the tables they are for."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from sqlalchemy import Column, DefaultClause, Table

from factbase.kinds.schema import codes
from factbase.kinds.tables import tables

FieldType = Literal["text", "code", "thing", "assertion", "date", "period", "quantity", "locator", "number", "parts"]


class Field(NamedTuple):
    """One field of a section.

    `name` is what sheets call it and `column` what the table does. `codes` is the code list of a `code`, `kinds` are
    the kinds of things that a `thing` may be, `part` is the section whose fields each of its `parts` has, and
    `short` the field that a part is when it is written as a text alone. `many` may have a list.
    """

    name: str
    column: str
    type: FieldType
    help: str = ""
    required: bool = False
    many: bool = False
    codes: str | None = None
    kinds: tuple[str, ...] = ()
    part: str | None = None
    short: str | None = None

    @property
    def option(self) -> str:
        """What the shell calls it."""
        return option_of(self.name)


def option_of(name: str) -> str:
    """The option for a field: one of many values is told at a time.

    >>> option_of("in force"), option_of("parties")
    ('--in-force', '--party')
    """
    return f"--{_SINGULAR.get(name, name).replace(' ', '-')}"


_SINGULAR = {"parties": "party", "participants": "participant", "names": "other name", "topics": "topic"}


class Section(NamedTuple):
    """A list of facts of one kind: the sections of things come first, then those of assertions.

    `kind` is the kind of thing or of assertion. `fills` says which field of a part names the thing it is told in.
    """

    name: str
    kind: str
    help: str
    fields: dict[str, Field]
    is_thing: bool = False


HELP = {
    "key": "A short name of its own, never changed; made from the rest where left out",
    "kind": "What it is",
    "name": "The usual name",
    "title": "The title",
    "names": "Other names: texts, or {name, kind, language, used}",
    "topics": "Topics",
    "author": "Who wrote it",
    "publisher": "Who published it",
    "published": "When it was published",
    "edition": "The edition of what is published again and again",
    "address": "Where it is found: a URL or a shelf mark",
    "digest": "'sha256:' and the digest of its text",
    "language": "BCP 47: en, zh, az-Cyrl",
    "iso2": "ISO 3166-1 alpha-2",
    "iso3": "ISO 3166-1 alpha-3",
    "m49": "UN M49, three digits",
    "subdivision": "ISO 3166-2",
    "wikidata": "The Wikidata item: Q148",
    "part of": "What it is a part of",
    "state": "Whose it is: the state of a person, company, initiative",
    "subject": "What it is about, in your own words",
    "summary": "What it says, in your own words",
    "registration": "Its number in a treaty register",
    "agreement": "The agreement: its key, title or subject",
    "event": "The event: its key or name",
    "thing": "The thing: its key or a name",
    "actor": "Who, as people name them",
    "other": "The other one",
    "role": "In which role",
    "action": "What was done to it",
    "by": "By whom, where one party did it alone",
    "place": "Where",
    "date": "When: 2025-04-23, 'April 2025', '2025 to 2029', 'since 2023'",
    "grantor": "Who grants it",
    "beneficiary": "To whom",
    "scope": "What it covers",
    "value": "The value as written: $3.7 billion, 378,000 t, more than 20",
    "change": "The change as written: +20.7%, threefold",
    "counted": "What is counted: agreements, projects",
    "count": "How many, as written: more than 20",
    "low": "At least so many",
    "high": "At most so many",
    "words": "How the document puts it, where it gives no number: numerous",
    "exhaustive": "Whether all members are named",
    "office": "The office, where one is told",
    "representing": "For whom",
    "status": "Its status",
    "organisation": "In what: an organisation, a state, a body",
    "attested": "When the document shows it to hold",
    "level": "What the parties call it: Comprehensive Strategic Partnership",
    "holder": "Whose position it is",
    "speaker": "Who voiced it",
    "stance": "supports, opposes, demands, ...",
    "target": "Towards whom or what",
    "topic": "The topic",
    "mode": "How it was voiced",
    "towards": "To whom",
    "due": "By when",
    "outcome": "What became of it",
    "settled by": "The assertion that tells the outcome: its number here, or its key",
    "indicator": "What is measured",
    "area": "Whose trade, cargo, rank it is",
    "partner": "With whom",
    "reporter": "Whose statistics they are, where it is told",
    "flow": "export, import, turnover, ...",
    "classification": "The classification of the commodity: HS, SITC",
    "commodity": "The commodity's code or description",
    "route": "On which route",
    "basis": "What else defines it: the list of a rank, the whole of a share",
    "unit": "The unit, where the value does not tell it: USD, t, %",
    "period": "For when: 2024, Q3 2024, 'January-September 2024'",
    "period kind": "Needed where the period alone does not tell: fiscal year, cumulative, instant",
    "base period": "What it grew from, where it is told",
    "number": "Its number among the source's assertions; the next where left out",
    "at": "The place in the document: title, p3.s2, page 4, article 5",
    "anchor": "A few words of the document, to the letter, to find the place by",
    "modality": "fact, plan, expectation, opinion, cause, rule",
    "polarity": "negative where it is said not to be so",
    "certainty": "stated, implied, derived",
    "text": "What is said, in your own words",
    "said by": "To whom the document attributes it, nearest voice first: actors, or {words: officials}",
    "about": "What else it is about: keys or names",
    "assessments": "What speaks against it or for it: {verdict, reason, basis}",
    "verdict": "doubtful, contradicted, disputed, ambiguous, confirmed",
    "reason": "Why",
    "assessor": "Whose verdict it is; yours where left out",
    "basis assertion": "The assertion that it rests on",
    "assertion": "The number of an assertion of this source, or the key of any",
    "used": "From when to when the name was used",
    "parties": "Its parties: names, or {actor, role, at, anchor}",
    "participants": "Who took part or signed: names, or {actor, office, representing, role}",
    "provisions": "Its terms",
    "tallies": "Counted sets that it stands for",
}
_LINKED = {
    "contradicts": "Assertions that cannot be true if this one is",
    "refines": "Assertions that this one says more exactly",
    "repeats": "Assertions that this one relays",
    "corrects": "Assertions that this one is meant to replace",
    "derives from": "Assertions that this one was worked out from",
    "fulfils": "Assertions of what this one tells to have come to pass",
    "partly fulfils": "Assertions of what this one tells to have come to pass in part",
    "breaks": "Assertions of what this one tells not to have come to pass",
    "overtakes": "Assertions of what this one tells to have been made void",
}
# What the assertions told inside a thing take over from it.
INHERITED = ("at", "anchor", "modality", "polarity", "certainty", "said by")

# Columns that are never written: they follow from others.
_INNER = ("assertion", "entry", "key", "id", "source", "decimals", "label")
_RENAMED = {("action", "actor"): "by"}
_SERIES = ("indicator", "area", "partner", "reporter", "flow", "classification", "commodity", "route", "basis")


def _field(name: str, type: FieldType = "text", **more: object) -> Field:
    column = str(more.pop("column", name.replace(" ", "_")))
    return Field(name, column, type, HELP.get(name, ""), **more)  # type: ignore[arg-type]


def _of_column(table: Table, column: Column[object]) -> Field:
    """The field for a column: its foreign key tells what it may hold."""
    name = _RENAMED.get((table.name, column.name), column.name.replace("_", " "))
    needed = not column.nullable and column.server_default is None
    target = next((key.target_fullname for key in column.foreign_keys), "")
    referred, _, referred_column = target.partition(".")
    if referred_column == "code" and referred in codes:
        return _field(name, "code", column=column.name, codes=referred, required=needed)
    if referred == "assertion":
        return _field(name, "assertion", column=column.name, required=needed)
    if referred_column == "key":
        kinds = () if referred == "thing" else (referred,)
        return _field(name, "thing", column=column.name, kinds=kinds, required=needed)
    if f"{column.name}_resolved_from" in table.columns:
        return _field(name, "date", column=column.name)
    if f"{column.name}_from" in table.columns:
        return _field(name, "date", column=column.name)
    is_number = column.type.python_type is int
    return _field(name, "number" if is_number else "text", column=column.name, required=needed)


def _columns(name: str, only: tuple[str, ...] = ()) -> list[Field]:
    """The fields for the columns of a table that a sheet may fill."""
    table = tables[name]
    bounds = {f"{column.name}_{part}" for column in table.columns for part in ("text", "from", "to", "resolved_from")}
    return [
        _of_column(table, column)
        for column in table.columns
        if column.name not in (*_INNER, *bounds) and (not only or column.name in only)
    ]


def _section(name: str, kind: str, help: str, *fields: Field, is_thing: bool = False) -> Section:
    return Section(name, kind, help, {field.name: field for field in fields}, is_thing)


def _parts(name: str, part: str, short: str | None = None, column: str = "") -> Field:
    return _field(name, "parts", column=column, part=part, short=short, many=True)


def common() -> list[Field]:
    """The fields that every assertion may have."""
    return [
        _field("number", "number"),
        _field("at", "locator", column="locator"),
        _field("anchor"),
        _field("modality", "code", codes="modality"),
        _field("polarity", "code", codes="polarity"),
        _field("certainty", "code", codes="certainty"),
        _field("text"),
        _parts("said by", "voices", "actor"),
        _field("about", "thing", many=True),
        _parts("assessments", "assessments"),
        *(
            Field(kind, kind, "parts", _LINKED.get(kind, ""), many=True, part="assertion links", short="assertion")
            for kind in codes["assertion_link_kind"]
        ),
    ]


def _inherited() -> list[Field]:
    return [field for field in common() if field.name in INHERITED]


def _deeds() -> list[Field]:
    """A field for each action that can be done to an agreement, named for it."""
    return [
        Field(kind, kind, "parts", str(entry["description"]), many=True, part="actions", short="date")
        for kind, entry in codes["action_kind"].items()
    ]


def _links() -> list[Field]:
    """A field for each link that a thing can have to another, named for it."""
    return [
        Field(kind, kind, "parts", str(entry["description"]), many=True, part="links", short="other")
        for kind, entry in codes["link_kind"].items()
    ]


@cache
def sections() -> dict[str, Section]:
    """The sections of a sheet by name: those of things, then those of assertions.

    >>> sections()["actions"].fields["action"].codes
    'action_kind'
    """
    key, named = _field("key"), [_parts("names", "names", "name"), _field("topics", "code", codes="topic", many=True)]
    series = [
        field._replace(required=field.name == "indicator")
        for table in ("measure", "series_key")
        for field in _columns(table, _SERIES)
    ] + [
        _field("unit", "code", codes="unit"),
        _field("period", "period", required=True),
        _field("period kind", "code", codes="period_kind"),
        _field("status", "code", codes="observation_status"),
    ]  # fmt: skip
    things = [
        _section(
            "actors",
            "actor",
            "Actors that the base may not know. States need not be listed",
            key,
            _field("name", required=True, column="label"),
            *_columns("actor"),
            *named,
            is_thing=True,
        ),
        _section(
            "agreements",
            "agreement",
            "Agreements, with what is told of each",
            key,
            *_columns("agreement"),
            _field("name", column="label"),
            *named,
            *_inherited(),
            _parts("parties", "parties", "actor", "agreement"),
            *_deeds(),
            *_links(),
            _parts("participants", "participations", "actor", "agreement"),
            _parts("provisions", "provisions", None, "agreement"),
            _parts("tallies", "tallies", None, "thing"),
            is_thing=True,
        ),
        _section(
            "events",
            "event",
            "Events, with when, where and who",
            key,
            _field("name", required=True, column="label"),
            *_columns("event"),
            *named,
            *_inherited(),
            _field("date", "date"),
            _field("place", "thing", kinds=("actor",)),
            _parts("participants", "participations", "actor", "event"),
            *_links(),
            is_thing=True,
        ),
    ]
    assertions = [
        _section("parties", "party", "Who is a party of an agreement", *_columns("party")),
        _section("actions", "action", "What was done to agreements, or is to be", *_columns("action")),
        _section("provisions", "provision", "What agreements provide", *_columns("provision")),
        _section(
            "tallies",
            "tally",
            "Counted sets whose members are not all known",
            *_columns("tally")[:2],
            _field("count", "quantity"),
            *_columns("tally")[2:],
        ),
        _section("occurrences", "occurrence", "When and where events took place", *_columns("occurrence")),
        _section("participations", "participation", "Who took part in events, or signed", *_columns("participation")),
        _section("affiliations", "affiliation", "Who holds an office, or is a member", *_columns("affiliation")),
        _section("relations", "relation", "How actors stand to each other", *_columns("relation")),
        _section("positions", "position", "What actors stand for", *_columns("position")),
        _section("commitments", "commitment", "What actors promise or plan", *_columns("commitment")),
        _section("links", "link", "How things belong together", *_columns("link")),
        _section(
            "figures",
            "figure",
            "What was measured",
            *series,
            _field("value", "quantity", required=True),
            _parts("change", "changes", "change"),
        ),
        _section(
            "changes",
            "change",
            "Growth and fall, also where no level is told",
            *series,
            _field("change", "quantity", required=True),
            _field("base period", "period"),
        ),
        _section("statements", "statement", "Whatever fits nothing above", _field("text", required=True)),
    ]
    made = [
        section._replace(
            fields=section.fields | {field.name: field for field in common() if field.name not in section.fields}
        )
        for section in assertions
    ]
    return {section.name: section for section in (*things, *made)}


@cache
def source() -> Section:
    """The fields of the document itself.

    >>> source().fields["published"].type
    'date'
    """
    names = [_parts("names", "names", "name"), _field("topics", "code", codes="topic", many=True)]
    title = _field("title", required=True, column="label")
    return _section(
        "source", "source", "The document", _field("key"), title, *_columns("source"), *names, is_thing=True
    )


@cache
def parts() -> dict[str, Section]:
    """What is written only inside other facts.

    >>> list(parts()["voices"].fields)
    ['actor', 'words']
    """
    return {
        section.name: section
        for section in (
            _section(
                "names",
                "name",
                "Other names",
                _field("name", required=True),
                _field("kind", "code", codes="name_kind"),
                _field("language"),
                _field("used", "date"),
                _field("assertion", "assertion"),
            ),
            _section("voices", "attribution", "Voices", _field("actor", "thing", kinds=("actor",)), _field("words")),
            _section(
                "assessments",
                "assessment",
                "Verdicts",
                _field("verdict", "code", codes="verdict", required=True),
                _field("reason", required=True),
                _field("basis"),
                _field("basis assertion", "assertion"),
                _field("assessor"),
            ),
            _section(
                "assertion links",
                "assertion_link",
                "Links to other assertions",
                _field("assertion", "assertion", required=True, column="other"),
                _field("reason"),
            ),
        )
    }


def defaults(table: str) -> dict[str, object]:
    """What a table fills in where nothing is told.

    >>> defaults("party")
    {'role': 'party'}
    """
    filled = ((column.name, column.server_default) for column in tables[table].columns)
    return {name: default.arg for name, default in filled if isinstance(default, DefaultClause)}


def section(name: str) -> Section:
    """The section or part of that name."""
    return sections().get(name) or parts()[name]
