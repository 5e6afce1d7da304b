"""What the lines of a dossier say, as entries of one shape, so that every form sets them alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from factbase.render.raw import number
from factbase.rows import Section, Value
from factbase.values.human import human, human_change, human_date

Line = dict[str, Value]
# Verdicts that mean that something is wrong; the others ask for care.
WRONG = ("contradicted",)
# Figures that are of what has not been.
AHEAD = ("forecast", "target")
# Figures whose basis tells all: the list of a rank, the whole of a share, what is counted.
LISTED = ("rank", "share", "count")


class Entry(NamedTuple):
    """One thing that is told: what leads it (a date, a key), its words, and what is said of them.

    `trend` holds the values of a series, None where a period has no level.
    """

    text: str
    lead: str = ""
    note: str = ""
    verdict: str = ""
    cite: str = ""
    link: str | None = None
    trend: tuple[float, ...] = ()


class Group(NamedTuple):
    """Entries under a heading of their own; an empty heading is none."""

    title: str
    entries: list[Entry]


def groups(section: Section) -> list[Group]:
    """The entries of a section, grouped as people read them."""
    return [Group(title, list(entries)) for title, entries in _GROUPS[section.name](section.lines)]


def left_out(section: Section) -> str:
    """What the page has no room for, and where it is to be found; the empty text where nothing is."""
    # A line of the trade section is a figure, and what is counted are series.
    shown = len({line["series"] for line in section.lines}) if section.name == "trade" else len(section.lines)
    if shown == section.total:
        return ""
    beyond = f"and {section.total - shown:,} {'earlier' if section.name == 'timeline' else 'more'}"
    return f"{beyond}: {section.all}" if section.all else beyond


def _text(line: Line, name: str) -> str:
    value = line.get(name)
    return "" if value is None else str(value)


def _note(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def when(date: str) -> str:
    """A date as it leads an entry: EDTF, but for intervals, parts of a year and what is approximate.

    >>> when("2025-04-23/.."), when("../2029"), when("2025/2029"), when("2025-33~")
    ('since 2025-04-23', 'until 2029', '2025–2029', 'about Q1 2025')
    """
    start, slash, end = (human_date(part.replace("~", "")) for part in date.partition("/"))
    about = "about " if "~" in date else ""
    if not slash:
        return f"{about}{start}"
    if end in ("", ".."):
        return f"since {about}{start}"
    return f"until {about}{end}" if start in ("", "..") else f"{about}{start}–{end}"


def _sure(line: Line) -> str:
    """How sure it is, where that is not the plain case."""
    told = [_text(line, name) for name in ("modality", "certainty")]
    return _note(*(word for word in told if word not in ("fact", "stated", "plan", "expectation")))


def _cited(line: Line, text: str, *, lead: str = "", note: str = "") -> Entry:
    link = line.get("link")
    return Entry(
        text, when(lead), _note(note, _sure(line)), _text(line, "assessment"), _text(line, "citation"),
        None if link is None else str(link),
    )  # fmt: skip


Grouped = Iterator[tuple[str, Iterable[Entry]]]


def _actors(lines: list[Line]) -> Grouped:
    def entry(line: Line) -> Entry:
        codes = ", ".join(
            f"{name} {_text(line, column)}"
            for column, name in (("iso2", "ISO"), ("m49", "M49"), ("subdivision", "ISO"), ("wikidata", "Wikidata"))
            if line[column]
        )
        whose = f"of {_text(line, 'whose')}" if line["whose"] else ""
        return Entry(
            f"{_text(line, 'label')}, {_text(line, 'kind')} {whose}".strip(),
            _text(line, "key"),
            _note(_text(line, "names").replace("; ", " · "), codes),
        )

    yield "", map(entry, lines)


def _offices(lines: list[Line]) -> Grouped:
    def entry(line: Line) -> Entry:
        relation = _text(line, "relation")
        held = _text(line, "date") or _text(line, "attested")
        if line["kind"] == "office-holder":
            return _cited(line, f"{_text(line, 'actor')}, {relation}", lead=held)
        return _cited(line, f"{_text(line, 'other')}: {relation}", lead=held)

    def whose(line: Line) -> str:
        return _text(line, "other" if line["kind"] == "office-holder" else "actor")

    of_each: dict[str, list[Entry]] = {}
    for line in lines:
        of_each.setdefault(whose(line), []).append(entry(line))
    yield from of_each.items()


def _relations(lines: list[Line]) -> Grouped:
    yield (
        "",
        (
            _cited(
                line,
                f"{_text(line, 'actor')} and {_text(line, 'other')}: {_text(line, 'relation')}",
                lead=_text(line, "date"),
                note="" if line["relation"] in (line["kind"], f"not {line['kind']}") else _text(line, "kind"),
            )
            for line in lines
        ),
    )


def _agreements(lines: list[Line]) -> Grouped:
    # Most are between the same parties: those go without saying.
    usual = Counter(line["parties"] for line in lines).most_common(1)[0][0]

    def entry(line: Line) -> Entry:
        told = [_text(line, "kind")]
        if line["parties"] not in (usual, None):
            told.append(_text(line, "parties").replace("; ", " and "))
        if line["place"]:
            told.append(_text(line, "place"))
        if line["in_force"] and line["in_force"] != line["date"]:
            told.append(f"in force {_text(line, 'in_force')}")
        if line["valid"]:
            told.append(f"valid {when(_text(line, 'valid'))}")
        if line["differs"]:
            told.append(f"sources differ: {_text(line, 'differs')}")
        if line["certainty"] and line["certainty"] != "stated":
            told.append(_text(line, "certainty"))
        return Entry(
            _text(line, "label"), when(_text(line, "date")), _note(*told), _text(line, "assessment"),
            _text(line, "citation"),
        )  # fmt: skip

    for status, of_status in groupby(lines, key=lambda line: _text(line, "status")):
        yield status[:1].upper() + status[1:], map(entry, of_status)


def _trade(lines: list[Line]) -> Grouped:
    subjects = {line["subject"] for line in lines if line["indicator"] not in LISTED}

    def entry(figures: list[Line]) -> Entry:
        # What was comes first; what is forecast or aimed at stands beside it.
        ahead = [line for line in figures if line["observation_status"] in AHEAD]
        was = [line for line in figures if line["observation_status"] not in AHEAD] or ahead
        last = was[-1]
        told = [_text(last, name) for name in ("indicator", "flow") if last[name]]
        if len(subjects) > 1 or last["subject"] not in subjects:
            told.append(
                _text(last, "basis") if last["indicator"] in LISTED and last["basis"] else _text(last, "subject")
            )
        levels = [float(line["value"]) for line in was if isinstance(line["value"], int | float)]
        since = f"since {_text(was[0], 'period')}" if len(levels) > 1 else ""
        status = _text(last, "observation_status")
        further = [line for line in ahead[-1:] if line is not last]
        made = _cited(
            last,
            f"{', '.join(told)}: {value(last)}{grown(last)}",
            lead=_text(last, "period"),
            note=_note(
                f"reported by {_text(last, 'reporter')}" if last["reporter"] else "",
                since,
                "" if status == "actual" else status,
                "" if last["period_kind"] in ("year", "quarter", "month") else _text(last, "period_kind"),
                *(
                    f"{line['observation_status']} for {_text(line, 'period')}: {value(line)}{grown(line)}"
                    for line in further
                ),
            ),
        )
        return made._replace(trend=tuple(levels) if len(levels) > 1 else ())

    def whose(line: Line) -> tuple[str, str]:
        return _text(line, "series"), _text(line, "source")

    yield "", (entry(list(figures)) for _, figures in groupby(lines, key=whose))


def value(line: Line) -> str:
    """The value of a figure with its hedge, or its bounds, or that none is told."""
    unit = line["unit"]
    hedge, told = _text(line, "qualifier"), None if unit is None else str(unit)
    level, low, high = (line[name] for name in ("value", "low", "high"))
    if isinstance(level, int | float):
        return f"{hedge} {human(level, told)}".strip()
    bounds = [human(bound, told) for bound in (low, high) if isinstance(bound, int | float)]
    return f"{hedge if len(bounds) == 1 else ''} {' to '.join(bounds)}".strip() or "no level told"


def grown(line: Line) -> str:
    """The growth of a figure as it stands behind its value: ', more than +20 % on 2023'; nothing where none is told."""
    told, kind, base = line["change_value"], _text(line, "change_kind"), _text(line, "base_period")
    bounds = [line[name] for name in ("change", "change_low", "change_high")]
    percents = [human_change(percent) for percent in bounds if isinstance(percent, int | float)]
    on = f" on {base}" if base else ""
    if kind == "multiple" and isinstance(told, int | float):
        words, on = f"{number(told)} times {base or 'before'}", ""
    elif kind == "absolute" and isinstance(told, int | float):
        # What is in per cent rises by percentage points.
        unit = "pp" if line["unit"] == "%" else _text(line, "unit")
        words = f"{'+' if told > 0 else ''}{human(told, unit)}"
    else:
        words = " to ".join(percents)
    hedge = "" if len(percents) > 1 else _text(line, "change_qualifier")
    return f", {f'{hedge} {words}'.strip()}{on}" if words else ""


def _timeline(lines: list[Line]) -> Grouped:
    """What happened to several agreements at one time is one entry."""

    def entry(same: list[Line]) -> Entry:
        first = same[0]
        # Partners are told by their names, the others by what they are called.
        labels = list(
            dict.fromkeys(
                _text(line, "actors").replace("; ", " and ") if line["kind"] == "relation" else _text(line, "label")
                for line in same
            )
        )
        citations = list(dict.fromkeys(_text(line, "citation") for line in same))
        what = " by ".join(filter(None, (_text(first, "what"), _text(first, "actor"))))
        note = {"yes": "planned", "due": "due"}.get(_text(first, "planned"), "")
        made = _cited(first, f"{what}: {'; '.join(labels)}", lead=_text(first, "date"), note=note)
        verdicts = dict.fromkeys(word for line in same for word in _text(line, "assessment").split("; ") if word)
        return made._replace(
            cite=_joined(citations), verdict="; ".join(verdicts), link=made.link if len(citations) == 1 else None
        )

    dated: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        dated.setdefault(
            tuple(_text(line, name) for name in ("date", "planned", "certainty", "what", "actor")), []
        ).append(line)
    yield "", map(entry, dated.values())


def _joined(citations: list[str]) -> str:
    """Citations in one, each source once: 'kapanadze p1.s1 p2.s3'."""
    places: dict[str, list[str]] = {}
    for citation in citations:
        source, _, locator = citation.partition(" ")
        places.setdefault(source, []).append(locator)
    return "; ".join(" ".join((source, *filter(None, locators))) for source, locators in places.items())


def _positions(lines: list[Line]) -> Grouped:
    def entry(line: Line) -> Entry:
        voices = [voice for voice in (_text(line, "speaker"), _text(line, "said_by")) if voice]
        by = f"according to {', '.join(dict.fromkeys(voices))}" if voices else ""
        words = f"{_text(line, 'stance')}: {_text(line, 'subject')}"
        return _cited(line, words, lead=_text(line, "date"), note=by)

    for heading, of_both in groupby(lines, key=lambda line: (_text(line, "holder"), _text(line, "target"))):
        yield " on ".join(filter(None, heading)), map(entry, of_both)


def _promises(lines: list[Line]) -> Grouped:
    def entry(line: Line) -> Entry:
        who = _text(line, "actors").replace("; ", " and ")
        whom = f" towards {_text(line, 'towards')}" if line["towards"] else ""
        made = f"made {_text(line, 'made')}" if line["made"] else ""
        due = f"by {when(_text(line, 'due').removeprefix('../'))}" if line["due"] else "no date"
        return _cited(
            line, f"{who}{whom}: {_text(line, 'what')}", lead=due,
            note=_note("overdue" if line["overdue"] == "yes" else "", made),
        )  # fmt: skip

    yield "", map(entry, lines)


def _grouped(words: str) -> str:
    """The words with the thousands of long numbers set off.

    >>> _grouped("2024: 3700000000 USD")
    '2024: 3,700,000,000 USD'
    """
    return re.sub(r"(?<![0-9.,])[0-9]{5,}", lambda digits: f"{int(digits[0]):,}", words)


def _disputed(lines: list[Line]) -> Grouped:
    yield (
        "",
        (_cited(line, _grouped(_text(line, "fact")))._replace(note=_text(line, "reason")) for line in lines),
    )


def _differing(lines: list[Line]) -> Grouped:
    yield (
        "",
        (
            Entry(
                f"{_grouped(_text(line, 'fact'))} ({_text(line, 'citation')}), or {_grouped(_text(line, 'other_fact'))}",
                cite=_text(line, "other_citation"),
            )
            for line in lines
        ),
    )


def _sources(lines: list[Line]) -> Grouped:
    def entry(line: Line) -> Entry:
        facts, alone, figures = (int(str(line[name])) for name in ("facts", "alone", "figures"))
        rests = [f"{facts:,} {'fact' if facts == 1 else 'facts'}"] if facts else []
        rests += [f"{'all' if alone == facts else f'{alone:,}'} told by it alone"] if alone else []
        rests += [f"{figures:,} {'figure' if figures == 1 else 'figures'}"] if figures else []
        told = (_text(line, "kind"), _text(line, "author"), _text(line, "publisher"), _text(line, "address"))
        link = line["link"]
        return Entry(
            _text(line, "label"), _text(line, "published") or "undated",
            _note(*told, *rests), "", _text(line, "key"), None if link is None else str(link),
        )  # fmt: skip

    yield "", map(entry, lines)


_GROUPS: dict[str, Callable[[list[Line]], Grouped]] = {
    "actors": _actors,
    "offices": _offices,
    "relations": _relations,
    "agreements": _agreements,
    "trade": _trade,
    "timeline": _timeline,
    "positions": _positions,
    "promises": _promises,
    "disputed": _disputed,
    "differing": _differing,
    "sources": _sources,
}
