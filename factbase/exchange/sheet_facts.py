"""The facts of a sheet: which of them the base has from this document already, and what the others add."""

from __future__ import annotations

from typing import Any, NamedTuple

from factbase.exchange.sheet import Item
from factbase.exchange.sheet_base import Row
from factbase.exchange.sheet_draft import INNER, Draft
from factbase.exchange.sheet_figures import DIMENSIONS, Measures, Series, exact
from factbase.exchange.sheet_model import defaults
from factbase.exchange.sheet_values import told_count
from factbase.kinds.schema import codes
from factbase.kinds.tables import tables

COMMON = ("locator", "anchor", "modality", "polarity", "certainty", "text")
Identity = tuple[Any, ...]


class Fact(NamedTuple):
    """A fact as it is to be written: what all assertions have, and the columns of its own table.

    The numbers of a figure or a change are exact here; `series` is what it belongs to.
    """

    item: Item
    common: Row
    typed: Row
    series: Series | None = None

    @property
    def kind(self) -> str:
        """The kind of its assertion."""
        return self.item.section.kind


def identity(kind: str, common: Row, typed: Row, series: Series | None) -> Identity:
    """What makes a fact the same when its source tells it again: kind, place, modality, polarity, all typed values.

    Of a date what it means counts, not how it is worded. A statement has no values but its words.
    """
    beside = ("assertion", "entry", "series", "ordinal", "decimals")
    told = {name: value for name, value in typed.items() if value is not None and name not in beside}
    values = tuple(sorted((name, value) for name, value in told.items() if not name.endswith(INNER)))
    place = tuple(common.get(name) for name in ("locator", "anchor", "modality", "polarity"))
    return kind, place, common.get("text") if kind == "statement" else None, series.key if series else None, values


def plan_facts(draft: Draft) -> None:
    """Plan every fact of the sheet that the base does not have from this source."""
    measures = Measures(draft)
    # A change takes the unit of the level that is told with it.
    ordered = sorted(draft.sheet.facts, key=lambda item: item.section.kind == "change")
    facts = {item: _fact(draft, item, measures) for item in ordered}
    known = _known(draft, {item.section.kind for item in ordered}, measures)
    identities = {key: one for one, keys in known.items() for key in keys}
    following = 1 + max((int(key.rpartition(":")[2]) for key in (*identities, *draft.numbered)), default=0)
    seen: dict[Identity, Item] = {}
    numbered: dict[str, Item] = {}
    for item in draft.sheet.facts:
        text = draft.text(item, "number")
        number = draft.number(item, "number", text) if text else None
        if number is not None and not 0 < number < 10**9:
            draft.wrong(item, "number", f"is {number}", "numbers count from 1; the next is taken where it is left out")
        key = f"{draft.source}:{number}" if number is not None else None
        if key and numbered.setdefault(key, item) is not item:
            draft.wrong(item, "number", f"is the number of {_place(numbered[key])}, too", "leave it out")
            continue
        fact = facts[item]
        if fact is None:
            continue
        same = identity(fact.kind, fact.common, fact.typed, fact.series)
        if key is None:
            if same in seen:
                draft.wrong(
                    item, None, f"says the same as {_place(seen[same])}", "tell it once, or give each its own place"
                )
                continue
            key = next(iter(known.get(same, ())), None)
        elif identities.get(key, same) != same:
            draft.wrong(item, "number", f"{key} is taken by another assertion", "leave the number out")
            continue
        seen[same] = item
        if key is None:
            key, following = f"{draft.source}:{following}", following + 1
        _write(draft, fact, key, is_new=key not in identities)
    measures.write()


def _place(item: Item) -> str:
    return f"line {item.line}" if item.line else "another"


# From the sheet


def _fact(draft: Draft, item: Item, measures: Measures) -> Fact | None:
    """The fact that an item tells; None where something is wrong with it."""
    before = len(draft.problems)
    kind = item.section.kind
    made = draft.columns(item, ("number", "period", "period kind"))
    common = defaults("assertion") | {name: made.pop(name) for name in COMMON if name in made}
    if item.within and item.fills:
        made[item.fills] = draft.keys.get(item.within)
    series: Series | None = None
    if kind in ("figure", "change"):
        measured = measures.measured(item, made)
        if measured is None:
            return None
        made, series = measured
    else:
        _check(draft, item, made)
        if kind == "tally":
            made |= _count(draft, item, made)
        made = _in_order(kind, made)
    if len(draft.problems) > before or (item.fills and made[item.fills] is None):
        return None
    return Fact(item, common, made, series)


def _in_order(kind: str, made: Row) -> Row:
    """The columns as the table has them, with what it fills in, so that a fact told again is known by it."""
    if kind == "statement":
        return {}
    made = defaults(kind) | made
    return {column.name: made[column.name] for column in tables[kind].columns if column.name in made}


def _check(draft: Draft, item: Item, made: Row) -> None:
    kind, told = item.section.kind, item.fields.keys()
    if kind == "participation":
        if not item.fills and not told & {"event", "agreement"}:
            draft.wrong(item, "event", "is missing", "name the event, or the agreement that was signed")
        if not told & {"actor", "office", "representing"}:
            draft.wrong(item, "actor", "is missing", "name the actor, the office, or whom somebody represented")
    if kind == "affiliation" and made.get("status") == "office-holder" and "office" not in told:
        draft.wrong(item, "office", "is missing", "which office is held: President")
    if kind == "tally" and not told & {"count", "low", "high", "words"}:
        draft.wrong(item, "count", "is missing", "how many: 'more than 20'; or the words: numerous")
    one = made.get("actor") or made.get("thing")
    if kind in ("relation", "link") and one is not None and one == made.get("other"):
        draft.wrong(item, "other", "is the same as the one that it is linked to", "name another")


def _count(draft: Draft, item: Item, made: Row) -> Row:
    if "count" not in item.fields:
        if (made.get("low") or 0) > made.get("high", 2**63):
            draft.wrong(item, "low", "is more than high", "write the lower bound as low")
        return {}
    if made.keys() & {"low", "high"}:
        draft.wrong(item, "count", "is told twice", "leave out low and high")
    told = draft.tried(item, "count", lambda: told_count(draft.text(item, "count") or ""))
    return {name: value for name, value in told._asdict().items() if value is not None} if told else {}


# From the base


def _known(draft: Draft, kinds: set[str], measures: Measures) -> dict[Identity, list[str]]:
    """What the base has from this source, by identity: the keys of the assertions."""
    known: dict[Identity, list[str]] = {}
    of_source = "FROM assertion WHERE source = :source ORDER BY length(key), key"
    common = {row["key"]: row for row in draft.known.ask(f"SELECT * {of_source}", source=draft.source)}
    typed: dict[str, Row] = {}
    for kind in sorted(kinds - {"statement"}) if common else ():
        rows = draft.known.ask(
            f"SELECT {kind}.* FROM {kind} JOIN assertion ON assertion.key = {kind}.assertion"
            " WHERE assertion.source = :source",
            source=draft.source,
        )
        typed |= {row["assertion"]: row for row in rows}
    for key, row in common.items():
        values, series = typed.get(key, {}), None
        if "series" in values:
            series = measures.series_of(values["series"])
            assert series.row
            decimals = values["decimals"] if "decimals" in values else series.row["decimals"]
            values = values | exact(values, int(decimals))
        known.setdefault(identity(row["kind"], row, values, series), []).append(key)
    return known


# Writing down


def _write(draft: Draft, fact: Fact, key: str, *, is_new: bool) -> None:
    """Plan a fact under its key, or what the base does not know of it yet."""
    place = fact.common.get("locator")
    if is_new:
        draft.add("assertion", key=key, kind=fact.kind, source=draft.source, **fact.common)
        if fact.series:
            fact.series.added.append((key, fact.typed, fact.item))
        elif fact.kind != "statement":
            draft.add(fact.kind, assertion=key, **fact.typed)
    else:
        _compare(draft, fact, key)
    gained = False
    for table, row in _beside(draft, fact, key):
        if is_new or _is_new(draft, fact, table, row):
            draft.add(table, **row)
            gained = True
    status = "new" if is_new else "completed" if gained else "known"
    draft.tell(status, fact.kind, key, _words(draft, fact), fact.item, place)


def _compare(draft: Draft, fact: Fact, key: str) -> None:
    """A fact that the base has is not changed by telling it otherwise."""
    there = draft.known.ask("SELECT certainty, text FROM assertion WHERE key = :key", key=key)[0]
    for name in ("certainty", "text"):
        told = draft.text(fact.item, name)
        if told is not None and there[name] != fact.common.get(name):
            has = f"'{there[name]}'" if there[name] else "none"
            draft.wrong(fact.item, name, f"is {has} in {key}", f"leave it out, or amend {key}")
    voices = [(row["actor"], row["words"]) for row in _voices(draft, fact, key)]
    rows = draft.known.ask("SELECT actor, words FROM attribution WHERE assertion = :key ORDER BY ordinal", key=key)
    if voices and rows and voices != [(row["actor"], row["words"]) for row in rows]:
        draft.wrong(fact.item, "said by", f"is told otherwise in {key}", f"leave it out, or amend {key}")


def _is_new(draft: Draft, fact: Fact, table: str, row: Row) -> bool:
    """Whether the base does not have it beside the fact."""
    if table == "attribution":
        there = draft.known.ask("SELECT 1 FROM attribution WHERE assertion = :key", key=row["assertion"])
        return not there
    same = {"about": ("thing",), "assessment": ("verdict", "reason"), "assertion_link": ("kind", "other")}[table]
    rows = draft.known.ask(f"SELECT * FROM {table} WHERE assertion = :key", key=row["assertion"])
    if table == "assessment":
        row["ordinal"] += len(rows)
    return not any(all(there[name] == row[name] for name in same) for there in rows)


def _beside(draft: Draft, fact: Fact, key: str) -> list[tuple[str, Row]]:
    """The rows that tell who says it, what it is about, what speaks against it, and how it stands to others."""
    item = fact.item
    rows: list[tuple[str, Row]] = [("attribution", row) for row in _voices(draft, fact, key)]
    things = (draft.key(item, "about", name, ()) for name in draft.listed(item, "about"))
    rows += [("about", {"assertion": key, "thing": thing}) for thing in dict.fromkeys(things) if thing]
    for ordinal, part in enumerate(item.parts.get("assessments", ()), 1):
        made = {"assertion": key, "ordinal": ordinal, "assessor": draft.assessor} | draft.columns(part)
        rows.append(("assessment", made))
    for kind in codes["assertion_link_kind"]:
        for part in item.parts.get(kind, ()):
            made = draft.columns(part)
            if made.get("other") == key:
                draft.wrong(part, "assertion", "is the fact itself", "give the number of another")
            elif "other" in made:
                rows.append(("assertion_link", {"assertion": key, "kind": kind} | made))
    return rows


def _voices(draft: Draft, fact: Fact, key: str) -> list[Row]:
    rows = []
    for ordinal, part in enumerate(fact.item.parts.get("said by", ()), 1):
        if not part.fields:
            draft.wrong(part, "actor", "is missing", "name the voice, or give its words: {words: officials}")
        rows.append({"assertion": key, "ordinal": ordinal, "actor": None, "words": None} | draft.columns(part))
    return rows


def _words(draft: Draft, fact: Fact) -> str:
    """The fact in a few words, as it would be recorded."""
    told = {name: fact.series.dimensions[name] for name in DIMENSIONS} if fact.series else {}
    told |= fact.typed
    plain: Row = {"period_kind": "year", "digits": told.get("digits")}
    if fact.kind != "statement":
        plain |= defaults(fact.kind)
    told = {name: value for name, value in told.items() if value != plain.get(name)}
    words = [draft.shown(told), fact.common.get("text")]
    usual = defaults("assertion")
    marks = ["not so"] if fact.common["polarity"] == "negative" else []
    marks += [fact.common[name] for name in ("modality", "certainty") if fact.common[name] != usual[name]]
    return "; ".join(part for part in (*words, ", ".join(marks)) if part)
