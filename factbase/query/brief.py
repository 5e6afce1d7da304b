"""The dossier of one actor or of several: who they are, what is between them, and how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from factbase.kinds.views import view
from factbase.query.between import Between
from factbase.query.filters import LAST_DAY, day_of
from factbase.rows import Column, Figure, Page, Section, Value
from factbase.store.reading import Reader
from factbase.values.fragment import fragment

Line = dict[str, Value]

# How many lines a section has unless told.
MOST = 15
# The last day of a fact's date or period, near enough: what is less exact than a day sorts behind its days.
_LAST = "CASE WHEN {date} LIKE '%/%' THEN NULL ELSE {date} || '-99' END"
# The longest stretch of a series that a page shows.
_POINTS = 60

LINK = Column("link", "code", "The address of these words, where the source has one on the web.")


class Question(NamedTuple):
    """Whom a dossier is about, the day (YYYY-MM-DD) that it begins, and how many lines each section has at most."""

    reader: Reader
    between: Between
    since: str | None
    most: int

    def lines(self, sql: str, *clauses: str, **values: Value) -> list[Line]:
        """What a SELECT on the named clauses gives."""
        parameters = {**self.between.parameters, **values}
        return self.reader.rows(f"{self.between.having(*clauses)}\n{sql}", parameters).dicts()

    def later(self, last: str = "date_to") -> str:
        """A condition that leaves out what is known to be earlier; the day is text of the program's own making."""
        return "1 = 1" if self.since is None else f"coalesce({last}, '9999-12-31') >= '{self.since}'"


def brief(
    reader: Reader, keys: Iterable[str], *, since: str | None = None, most: int | None = None, as_of: str | None = None
) -> Page:
    """The dossier of the actors of these keys, at most so many lines a section; one that would be empty is left out.

    `since` is a date as people write it: what is known to be earlier is left out. `as_of` is what the base is shown as
    of. Raises WrongRequest for a date that is none.
    """
    between = Between(tuple(dict.fromkeys(keys)))
    day = None if since is None else day_of(since, "--since", last=False)
    question = Question(reader, between, day, MOST if most is None else most)
    whole = [section for make in _SECTIONS if (section := make(question)).total]
    figures, several = _figures({section.name: section for section in whole}), len(between.keys) > 1
    nothing = f"nothing is recorded {'between them' if several else 'of it'}"
    told = (
        as_of and f"as of {f'entry {as_of}' if as_of.isdigit() else as_of}",
        since and f"since {since}",
        nothing if not figures and (several or len(whole) == 1) else None,
    )
    options = "".join(f" {option} {given}" for option, given in (("--since", day), ("--as-of", as_of)) if given)
    command = f"factbase brief {' '.join(between.keys)}{options} --limit"
    sections = [
        section._replace(lines=_shown(section, question.most), all=f"{command} {section.total}") for section in whole
    ]
    return Page(_title(whole[0].lines), sections, figures, ", ".join(filter(None, told)))


def _shown(section: Section, most: int) -> list[Line]:
    """As many of a section's lines as the page has room for."""
    lines = section.lines
    if section.name == "agreements":
        lines = _some_of_each(lines, most, lambda line: line["status"])
    elif section.name == "positions":
        lines = _some_of_each(lines, most, lambda line: (line["holder"], line["target"]))
    elif section.name == "timeline":
        # A page has the latest, and those without a date only as plans.
        lines = lines[max(0, len(lines) - most) :]
    elif section.name not in ("actors", "trade"):
        lines = lines[:most]
    return _linked(lines)


def _title(actors: list[Line]) -> str:
    labels = [str(actor["label"]) for actor in actors]
    return " and ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))


def _columns(noun: str, *names: str) -> list[Column]:
    found = [view(noun).column(name) for name in names]
    return [column for column in found if column]


def _section(name: str, title: str, columns: list[Column], lines: list[Line]) -> Section:
    """A section with all its lines, so that they can be counted."""
    return Section(name, title, columns, lines, len(lines))


def _cited(noun: str, names: tuple[str, ...]) -> tuple[list[Column], str]:
    """The columns of a view, and a SELECT of them with what a link is made of."""
    columns = _columns(noun, *names, "certainty", "assessment", "source", "locator", "citation")
    listed = ", ".join(f"{noun}.{column.name}" for column in columns)
    select = (
        f"SELECT {listed}, {noun}.anchor,"
        f" (SELECT source.address FROM source WHERE source.key = {noun}.source) AS address FROM {noun}"
    )
    return [*columns, LINK], select


def _linked(lines: list[Line]) -> list[Line]:
    """The lines with links in place of the addresses and words that they are made of, where they have such."""
    for line in lines:
        if "anchor" not in line:
            break
        line["link"] = fragment(_text(line.pop("address")), _text(line.pop("anchor")))
    return lines


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


# Sections, in the order of the page ------------------------------------------------------------------------------------


def _actors(question: Question) -> Section:
    names = ("key", "label", "kind", "iso2", "iso3", "m49", "subdivision", "wikidata", "part_of", "state", "names")
    found = question.reader.rows(
        f"SELECT {', '.join(f'actors.{name}' for name in names)}, thing.label AS whose FROM actors"
        " LEFT JOIN thing ON thing.key = coalesce(actors.part_of, actors.state)"
        f" WHERE actors.key IN ({question.between.names})",
        question.between.keys_alone,
    ).dicts()
    found.sort(key=lambda line: question.between.keys.index(str(line["key"])))
    columns = [
        *_columns("actors", *names),
        Column("whose", "text", "What the actor is part of, or its state, by name."),
    ]
    return _section("actors", "Who they are" if len(found) > 1 else "Who it is", columns, found)


_RELATION = (
    "assertion", "actor", "actor_code", "kind", "relation", "other", "other_code", "date", "attested", "modality",
)  # fmt: skip


def _offices(question: Question) -> Section:
    columns, select = _cited("relations", _RELATION)
    lines = question.lines(
        f"{select} WHERE ((kind = 'office-holder' AND other_code IN (SELECT key FROM circle))"
        f" OR (actor_code IN ({question.between.names}) AND kind IN (SELECT code FROM affiliation_status)))"
        # When the source shows it to hold is no end of it.
        f" AND {question.later('CASE WHEN date IS NOT NULL THEN date_to END')}"
        " ORDER BY CASE kind WHEN 'office-holder' THEN 1 ELSE 2 END, other, date_from DESC NULLS LAST, actor, assertion"
    )
    return _section("offices", "Offices and memberships", columns, lines)


def _relations(question: Question) -> Section:
    columns, select = _cited("relations", _RELATION)
    lines = question.lines(
        f"{select} WHERE kind IN (SELECT code FROM relation_kind)"
        f" AND {question.between.concerning('actor_code', 'other_code')} AND {question.later()}"
        " ORDER BY date_from DESC NULLS LAST, actor, other, assertion"
    )
    title = "How they stand to each other" if len(question.between.keys) > 1 else "How it stands to others"
    return _section("relations", title, columns, lines)


def _agreements(question: Question) -> Section:
    columns = _columns(
        "agreements",
        "key", "label", "kind", "status", "date", "date_from", "in_force", "valid", "parties", "place", "certainty",
        "assessment", "differs", "sources", "citation",
    )  # fmt: skip
    lines = question.lines(
        f"SELECT {', '.join(column.name for column in columns)} FROM agreements"
        f" WHERE key IN (SELECT key FROM matter) AND {question.later()}"
        " ORDER BY date_from DESC NULLS LAST, label, key",
        "matter",
    )
    order = _order_of_statuses(question.reader)
    lines.sort(key=lambda line: (order(str(line["status"])), str(line["status"])))
    return _section("agreements", "Agreements", columns, lines)


def _order_of_statuses(reader: Reader) -> Callable[[str], float]:
    """What holds comes first, the furthest before the others; then what is to come, then what is over."""
    stages = {
        str(status): int(str(stage))
        for status, stage in reader.rows(
            "SELECT status, min(stage) FROM action_kind WHERE status IS NOT NULL GROUP BY status"
        )
    }

    def place(status: str) -> float:
        stage = stages.get(status.removeprefix("partly "), 0)
        return (200 + stage) if stage >= 70 else 100 - stage + (0.5 if status.startswith("partly ") else 0)

    return place


def _some_of_each(lines: list[Line], most: int, by: Callable[[Line], object]) -> list[Line]:
    """At most so many of the lines, in their order, and the first three of each group before further ones of any."""
    places = [
        (max(0, place - 2), number)
        for _, group in groupby(enumerate(lines), key=lambda item: by(item[1]))
        for place, (number, _) in enumerate(group)
    ]
    return [lines[number] for _, number in sorted(sorted(places)[:most], key=lambda place: place[1])]


def _trade(question: Question) -> Section:
    columns, select = _cited(
        "trade",
        ("series", "indicator", "subject", "reporter", "flow", "commodity", "route", "basis", "unit", "period_kind", "period", "qualifier", "value", "low", "high",
         "change_qualifier", "change", "change_low", "change_high", "change_kind", "change_value", "base_period", "observation_status", "modality", "assertion"),
    )  # fmt: skip
    condition = f"{question.between.traded()} AND {question.later(f'({LAST_DAY})')}"
    held = question.lines(
        f"SELECT series, count(*) AS figures FROM trade WHERE {condition} GROUP BY series"
        # Totals before single goods, long series before short ones.
        " ORDER BY CASE WHEN max(commodity) IS NULL OR max(commodity) = 'TOTAL' THEN 1 ELSE 2 END,"
        " CASE max(indicator) WHEN 'rank' THEN 3 WHEN 'share' THEN 2 ELSE 1 END, count(*) DESC, series"
    )
    chosen = [str(line["series"]) for line in held[: question.most]]
    lines: list[Line] = []
    for number in chosen:
        lines += question.lines(
            f"SELECT * FROM ({select} WHERE series = :series AND {condition}"
            f" ORDER BY trade.period DESC LIMIT {_POINTS}) AS latest ORDER BY source, period",
            series=int(number),
        )
    return Section("trade", "Trade and other figures", columns, lines, len(held))


def _timeline(question: Question) -> Section:
    columns, select = _cited(
        "dates",
        ("date", "date_from", "date_to", "date_text", "kind", "what", "key", "label", "actors", "planned", "assertion"),
    )
    columns.append(Column("actor", "text", "Who took a step on an agreement, where one took it alone."))
    lines = question.lines(
        # What is told of offices, standings and views has sections of its own.
        f"SELECT told.*, thing.label AS actor FROM ({select} WHERE kind NOT IN ('office', 'membership', 'position')"
        f" AND (key IN (SELECT key FROM matter) OR {question.between.concerning('actor_codes')})"
        f" AND {question.later()}) AS told"
        " LEFT JOIN action ON action.assertion = told.assertion LEFT JOIN thing ON thing.key = action.actor"
        " ORDER BY coalesce(told.date_from, told.date_to) NULLS LAST, length(told.date), told.kind, told.label, what,"
        " told.assertion",
        "matter",
    )
    return _section("timeline", "What happened when", columns, lines)


def _positions(question: Question) -> Section:
    columns, select = _cited(
        "positions",
        ("holder", "holder_code", "stance", "target", "target_code", "subject", "mode", "date", "speaker", "said_by",
         "modality", "assertion"),
    )  # fmt: skip
    lines = question.lines(
        f"{select} WHERE {question.between.concerning('holder_code', 'target_code', 'speaker_code')} AND {question.later()}"
        " ORDER BY holder, target, stance, date_from DESC NULLS LAST, subject, assertion"
    )
    title = "Positions towards each other" if len(question.between.keys) > 1 else "Positions, its own and of others"
    return _section("positions", title, columns, lines)


def _promises(question: Question) -> Section:
    columns, select = _cited(
        "promises",
        ("assertion", "kind", "actors", "towards", "what", "agreement", "made", "due", "state", "overdue", "modality"),
    )
    lines = question.lines(
        f"{select} WHERE state = 'open' AND {question.between.concerning('actor_codes', 'towards_code')}"
        # What has no day to be done by is as old as it was made.
        f" AND {question.later('CASE WHEN due IS NULL THEN made_to ELSE due_to END')}"
        " ORDER BY due_to NULLS LAST, made, source, what, actors, assertion"
    )
    return _section("promises", "Open promises and plans", columns, lines)


def _disputed(question: Question) -> Section:
    columns, select = _cited("facts", ("assertion", "kind", "fact", "date", "modality"))
    lines = question.lines(
        f"{select} WHERE (assertion IN (SELECT assertion FROM scope)"
        f" OR assertion IN (SELECT assertion FROM affiliation WHERE actor IN ({question.between.names})))"
        " AND assertion IN (SELECT assertion FROM assessment WHERE verdict <> 'confirmed')"
        f" AND {question.later(_LAST.format(date='facts.date'))} ORDER BY source, number",
        "matter",
        "scope",
    )
    verdicts: dict[str, list[tuple[str, str]]] = {}
    for assertion, verdict, reason in question.reader.rows(
        "SELECT assertion, verdict, reason FROM assessment WHERE verdict <> 'confirmed' ORDER BY assertion, ordinal"
    ):
        verdicts.setdefault(str(assertion), []).append((str(verdict), str(reason)))
    order = ("contradicted", "disputed", "doubtful", "ambiguous")
    for line in lines:
        told = verdicts[str(line["assertion"])]
        line["assessment"] = "; ".join(dict.fromkeys(verdict for verdict, _ in told))
        line["reason"] = " ".join(reason for _, reason in told)
    lines.sort(key=lambda line: min(order.index(word) for word in str(line["assessment"]).split("; ") if word in order))
    columns = [*columns, Column("reason", "text", "Why, in the words of whoever judged it.")]
    return _section("disputed", "What is contested", columns, lines)


def _differing(question: Question) -> Section:
    lines = question.lines(
        "SELECT one.assertion, one.fact, one.certainty, one.citation, other.assertion AS other_assertion,"
        " other.fact AS other_fact, other.certainty AS other_certainty, other.citation AS other_citation"
        " FROM comparisons JOIN facts AS one ON one.assertion = comparisons.assertion"
        " JOIN facts AS other ON other.assertion = comparisons.other_assertion"
        " WHERE comparisons.agrees = 'no' AND comparisons.assertion < comparisons.other_assertion"
        " AND comparisons.assertion IN (SELECT assertion FROM scope)"
        f" AND {question.later(_LAST.format(date='one.date'))} ORDER BY one.fact, other.fact, one.assertion, other.assertion",
        "matter",
        "scope",
    )
    columns = [Column(name) for name in lines[0]] if lines else []
    return _section("differing", "Where sources differ", columns, lines)


def _sources(question: Question) -> Section:
    columns = _columns(
        "sources", "key", "label", "kind", "author", "publisher", "published", "address", "language"
    )  # fmt: skip
    traded = f"{question.between.traded()} AND {question.later(f'({LAST_DAY})')}"
    later = question.later(_LAST.format(date="facts.date"))
    dated = "" if question.since is None else f" JOIN facts ON facts.assertion = scope.assertion AND {later}"
    lines = question.lines(
        f"SELECT {', '.join(f'sources.{column.name}' for column in columns)},"
        " resting.facts, resting.alone, resting.figures"
        " FROM ("
        "  SELECT told.source, sum(told.facts) AS facts, sum(told.alone) AS alone, sum(told.figures) AS figures FROM ("
        "   SELECT assertion.source, count(*) AS facts, count(*) - count(elsewhere.assertion) AS alone, 0 AS figures"
        f"   FROM scope JOIN assertion ON assertion.key = scope.assertion{dated}"
        "   LEFT JOIN (SELECT DISTINCT assertion FROM comparisons WHERE agrees = 'yes' AND other_source <> source)"
        "   AS elsewhere ON elsewhere.assertion = scope.assertion"
        "   GROUP BY assertion.source"
        # The figures of a data set are no assertions.
        f"   UNION ALL SELECT source, 0, 0, count(*) FROM trade WHERE assertion IS NULL AND {traded} GROUP BY source"
        "  ) AS told GROUP BY told.source"
        " ) AS resting JOIN sources ON sources.key = resting.source"
        " ORDER BY resting.facts DESC, resting.figures DESC, sources.key",
        "matter",
        "scope",
    )
    for line in lines:
        line["link"] = fragment(_text(line["address"]), None)
    columns = [
        *columns,
        Column("facts", "integer", "Facts of this page's subject that rest on it."),
        Column("alone", "integer", "Of these, those that no other source tells."),
        Column("figures", "integer", "Figures between them in a data set that it is."),
        LINK,
    ]
    return _section("sources", "Sources", columns, lines)


_SECTIONS = (
    _actors,
    _offices,
    _relations,
    _agreements,
    _trade,
    _timeline,
    _positions,
    _promises,
    _disputed,
    _differing,
    _sources,
)


def _figures(sections: dict[str, Section]) -> list[Figure]:
    """What the page begins with, in numbers, counted over whole sections."""
    figures = []
    if section := sections.get("agreements"):
        held = Counter(str(line["status"]) for line in section.lines)
        detail = ", ".join(f"{number:,} {status}" for status, number in held.most_common(3))
        figures.append(Figure(section.total, "agreement" if section.total == 1 else "agreements", detail))
    if section := sections.get("promises"):
        overdue = sum(line["overdue"] == "yes" for line in section.lines)
        what = "open promise or plan" if section.total == 1 else "open promises and plans"
        figures.append(Figure(section.total, what, f"{overdue:,} overdue" if overdue else "none overdue"))
    if section := sections.get("disputed"):
        worst = sum("contradicted" in str(line["assessment"]) for line in section.lines)
        what = "contested fact" if section.total == 1 else "contested facts"
        figures.append(Figure(section.total, what, f"{worst:,} contradicted" if worst else ""))
    if section := sections.get("sources"):
        rests = [(word, sum(int(str(line[word])) for line in section.lines)) for word in ("facts", "figures")]
        detail = ", ".join(f"{number:,} {word if number > 1 else word[:-1]}" for word, number in rests if number)
        figures.append(Figure(section.total, "source" if section.total == 1 else "sources", detail))
    return figures
