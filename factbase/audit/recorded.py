"""What a base records of a source that can be held against the document: places, anchors, numbers, dates, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from factbase.audit.anchor import normal
from factbase.errors import BadInput
from factbase.rows import Value
from factbase.store.reading import Reader
from factbase.values.currency import CURRENCIES
from factbase.values.date import Date, parse_edtf
from factbase.values.number import format_scaled, read_quantity


class Number(NamedTuple):
    """A recorded number, exact. `change` is percent, absolute or multiple where it is one and no level.

    `counts` marks a tally, whose bounds are inclusive: more than 20 are 21 or more.
    """

    field: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: str | None = None
    unit: str | None = None
    change: str | None = None
    counts: bool = False


class Day(NamedTuple):
    """A recorded date, the wording it was told in, and the day that a relative wording counts from.

    `loose` marks what documents rarely tell in words: the day on which an office is attested.
    """

    field: str
    date: Date
    words: str | None = None
    counted_from: Date | None = None
    loose: bool = False


class Name(NamedTuple):
    """A recorded actor: its key, its kind, and all that it is called, as anchors are compared.

    `carried` marks what a document tells once, at its head: the parties of what it is about, and where they met.
    """

    field: str
    key: str
    kind: str
    names: tuple[str, ...]
    carried: bool = False


class Assertion(NamedTuple):
    """An assertion of the source, and what of it can be compared."""

    key: str
    fact: str
    citation: str
    locator: str | None
    anchor: str | None
    certainty: str
    numbers: tuple[Number, ...] = ()
    days: tuple[Day, ...] = ()
    names: tuple[Name, ...] = ()


class Source(NamedTuple):
    """A source: when it was published, the digest of the copy compared first, who wrote it and for whom, and what it says.

    `actors` holds all actors of the base by key, `titles` what the agreements and events are called that it speaks of.
    `language` is BCP 47.
    """

    key: str
    label: str
    published: Date | None
    digest: str | None
    voices: frozenset[str]
    assertions: list[Assertion]
    actors: Actors
    titles: str = ""
    language: str = "en"


class Actors:
    """The actors of a base, by key and by name."""

    def __init__(self, rows: Iterator[tuple[str, str, str]]) -> None:
        self.names: dict[str, list[str]] = {}
        self.kinds: dict[str, str] = {}
        for key, kind, name in rows:
            self.kinds[key] = kind
            self.names.setdefault(key, []).append(name)

    def named(self, field: str, key: str, carried: bool = False) -> Name:
        """The actor of that key, as a field of an assertion."""
        return Name(field, key, self.kinds[key], tuple(dict.fromkeys(map(normal, self.names[key]))), carried)

    @cached_property
    def by_name(self) -> dict[str, str]:
        """The key of the actor of each name, as anchors are compared."""
        return {normal(name): key for key, names in self.names.items() for name in names}

    @cached_property
    def by_word(self) -> dict[str, set[str]]:
        """The kinds of the actors whose names have a word in them."""
        found: dict[str, set[str]] = {}
        for key, names in self.names.items():
            for word in {word for name in names for word in normal(name).split()}:
                found.setdefault(word, set()).add(self.kinds[key])
        return found


# The columns that name actors and hold dates, by table.
_ACTORS = {
    "party": ("actor",),
    "action": ("actor", "place"),
    "provision": ("grantor", "beneficiary"),
    "occurrence": ("place",),
    "participation": ("actor",),
    "affiliation": ("actor", "organisation"),
    "relation": ("actor", "other"),
    "position": ("holder", "target"),
    "commitment": ("actor", "towards"),
    "link": ("thing", "other"),
}
_DATES = {
    "action": ("date",),
    "provision": ("date",),
    "occurrence": ("date",),
    "affiliation": ("date", "attested"),
    "relation": ("date",),
    "position": ("date",),
    "commitment": ("due",),
}
_LOOSE = ("attested",)
_CARRIED = (("party", "actor"), ("action", "place"), ("occurrence", "place"))
_OF_SOURCE = "JOIN assertion ON assertion.key = {table}.assertion WHERE assertion.source = :source"

_ASSERTIONS = (
    "SELECT assertion, fact, citation, locator, anchor, certainty FROM facts WHERE source = :source ORDER BY number"
)
_SOURCE = "SELECT label, published, digest, language, author_code, publisher_code FROM sources WHERE key = :source"
# Whom a document's author and publisher belong to: a central bank tells of its own country.
_WHOLES = (
    "SELECT coalesce(actor.part_of, actor.state) FROM sources"
    " JOIN actor ON actor.key IN (sources.author_code, sources.publisher_code) WHERE sources.key = :source"
)
_TITLES = (
    "SELECT DISTINCT thing.label FROM mentions JOIN assertion ON assertion.key = mentions.assertion"
    " JOIN thing ON thing.key = mentions.thing WHERE assertion.source = :source AND thing.kind IN ('agreement', 'event')"
    " ORDER BY thing.label"
)
_NAMES = (
    "SELECT actor.key, actor.kind, thing.label FROM actor JOIN thing ON thing.key = actor.key"
    " UNION ALL SELECT actor.key, actor.kind, name.name FROM actor JOIN name ON name.thing = actor.key"
    " WHERE name.kind <> 'former key'"
)
_FIGURES = (
    "SELECT figure.assertion, figure.value, figure.low, figure.high, figure.qualifier, series.decimals, measure.unit,"
    " measure.basis, NULL AS change, figure.period, measure.period_kind, series.area, series.partner, series.route"
    " FROM figure JOIN series_key AS series ON series.id = figure.series JOIN measure ON measure.id = series.measure "
    + _OF_SOURCE.format(table="figure")
)
_CHANGES = (
    "SELECT change.assertion, change.value, change.low, change.high, change.qualifier, change.decimals, measure.unit,"
    " measure.basis, change.kind, change.period, measure.period_kind, series.area, series.partner, series.route"
    " FROM change JOIN series_key AS series ON series.id = change.series JOIN measure ON measure.id = series.measure "
    + _OF_SOURCE.format(table="change")
)
_TALLIES = "SELECT tally.assertion, low, high, words FROM tally " + _OF_SOURCE.format(table="tally")
_TERMS = "SELECT provision.assertion, value FROM provision " + _OF_SOURCE.format(table="provision")


class _Gathered:
    """What is found for each assertion, table by table."""

    def __init__(self) -> None:
        self.numbers: dict[str, list[Number]] = {}
        self.days: dict[str, list[Day]] = {}
        self.names: dict[str, list[Name]] = {}


def recorded(reader: Reader, source: str) -> Source:
    """What the base records of the source of that key."""
    actors = Actors((str(key), str(kind), str(name)) for key, kind, name in reader.rows(_NAMES))
    found = _Gathered()
    _gather_rows(reader, source, actors, found)
    _gather_figures(reader, source, actors, found)
    for key, low, high, words in reader.rows(_TALLIES, {"source": source}):
        found.numbers.setdefault(str(key), []).extend(_tally(low, high, words))
    for key, words in reader.rows(_TERMS, {"source": source}):
        found.numbers.setdefault(str(key), []).extend(_term(words))
    assertions = [
        Assertion(
            str(key),
            str(fact),
            str(citation),
            _text(locator),
            _text(anchor),
            str(certainty),
            tuple(found.numbers.get(str(key), ())),
            tuple(found.days.get(str(key), ())),
            tuple(found.names.get(str(key), ())),
        )
        for key, fact, citation, locator, anchor, certainty in reader.rows(_ASSERTIONS, {"source": source})
    ]
    label, published, digest, language, *voices = next(iter(reader.rows(_SOURCE, {"source": source})))
    return Source(
        source,
        str(label),
        _date(published),
        _text(digest),
        frozenset(
            str(voice)
            for voice in (*voices, *(whole for (whole,) in reader.rows(_WHOLES, {"source": source})))
            if voice
        ),
        assertions,
        actors,
        normal("; ".join(str(label) for (label,) in reader.rows(_TITLES, {"source": source}))),
        _text(language) or "en",
    )


def _gather_rows(reader: Reader, source: str, actors: Actors, found: _Gathered) -> None:
    for table, columns in _ACTORS.items():
        dates = _DATES.get(table, ())
        wanted = [*columns, *(f"{name}{part}" for name in dates for part in ("", "_text", "_resolved_from"))]
        chosen = ", ".join(f"{table}.{column}" for column in wanted)
        sql = f"SELECT {table}.assertion, {chosen} FROM {table} {_OF_SOURCE.format(table=table)}"
        for key, *cells in reader.rows(sql, {"source": source}):
            values = dict(zip(wanted, cells, strict=True))
            for name in columns:
                if values[name] in actors.kinds:
                    carried = (table, name) in _CARRIED
                    found.names.setdefault(str(key), []).append(actors.named(name, str(values[name]), carried))
            for name in dates:
                date = _date(values[name])
                if date:
                    told = Day(
                        name,
                        date,
                        _text(values[f"{name}_text"]),
                        _date(values[f"{name}_resolved_from"]),
                        name in _LOOSE,
                    )
                    found.days.setdefault(str(key), []).append(told)


def _gather_figures(reader: Reader, source: str, actors: Actors, found: _Gathered) -> None:
    for sql in (_FIGURES, _CHANGES):
        for row in reader.rows(sql, {"source": source}):
            assertion, value, low, high, qualifier, decimals, unit, basis, change, period, period_kind, *named = row
            key = str(assertion)
            number = Number(
                "change" if change else "value",
                _exact(value, decimals),
                _exact(low, decimals),
                _exact(high, decimals),
                _text(qualifier),
                _unit(unit, basis),
                _text(change),
            )
            found.numbers.setdefault(key, []).append(number)
            date = _period(period)
            if date:
                loose = period_kind in ("cumulative", "unknown", "instant", "fiscal year")
                found.days.setdefault(key, []).append(Day("period", date, loose=loose))
            for field, actor in zip(("area", "partner", "route"), named, strict=True):
                if actor in actors.kinds:
                    found.names.setdefault(key, []).append(actors.named(field, str(actor)))


def _unit(unit: Value, basis: Value) -> str | None:
    """The unit; the currency that the basis names where the base has no unit for it."""
    told = re.findall(r"\b[A-Z]{3}\b", str(basis or "")) if unit == "other" else []
    return next((code for code in told if code in CURRENCIES), _text(unit))


def _tally(low: Value, high: Value, words: Value) -> Iterator[Number]:
    if low is not None or high is not None:
        yield Number("count", None, _exact(low, 0), _exact(high, 0), unit="1", counts=True)
    elif words is not None:
        # 'About 20' has no bounds, 'numerous' no number.
        try:
            told = read_quantity(str(words))
        except BadInput:
            return
        yield Number("count", told.value, told.low, told.high, told.qualifier, "1")


def _term(words: Value) -> Iterator[Number]:
    """The number of a term that is one: a loan's sum, 30 days. Most are in words."""
    try:
        told = read_quantity(str(words or ""))
    except BadInput:
        return
    if told.unit is not None or told.unit_text:
        yield Number("value", told.value, told.low, told.high, told.qualifier, told.unit, told.change)


def _exact(value: Value, decimals: Value) -> Decimal | None:
    return None if value is None else Decimal(format_scaled(int(value), int(decimals or 0)))


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _date(value: Value) -> Date | None:
    """The date; none where a base holds what is none, which other checks tell."""
    try:
        return None if value is None else parse_edtf(str(value))
    except BadInput:
        return None


def _period(value: Value) -> Date | None:
    from factbase.values.period import parse_period

    try:
        period = parse_period(str(value))
    except BadInput:
        return None
    return Date(period.text, period.lower, period.upper)
