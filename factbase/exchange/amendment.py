"""A correction as people write it read into the columns that it changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Integer

from factbase.errors import BadInput, WrongRequest
from factbase.exchange.sheet_base import Inside, Known
from factbase.exchange.sheet_draft import INNER
from factbase.exchange.sheet_figures import SERIES
from factbase.exchange.sheet_text import Node, odd_sign
from factbase.exchange.sheet_values import told_count, told_date
from factbase.journal.entry import Entry, primary_key
from factbase.journal.records import ACTOR_CODES, place_of
from factbase.kinds.rules import LANGUAGE, SHAPES
from factbase.kinds.schema import codes
from factbase.kinds.tables import fact_tables
from factbase.values.date import Date
from factbase.values.locator import parse_locator
from factbase.values.number import decimals_of, read_quantity, to_scaled
from factbase.values.period import read_period

# What sheets call a field otherwise than its column.
_CALLED = {"at": "locator", "by": "actor", "name": "label"}
# What a figure, and a change, is told apart by: with another it is another.
_APART = ("assertion", "period", "period_kind", "unit", "series", *SERIES)
_BOUNDS = re.compile(r"(\w+)_(?:from|to|resolved_from)")


def changes(entry: Entry, key: str, corrections: Mapping[str, str]) -> dict[str, Any]:
    """The columns of a record and their new values, from fields and what is right there; an empty value is none.

    Dates, numbers, codes and names are read as in fact sheets: a value with its hedge and bounds, a date from that of
    the document. A column that is told by itself goes before what another's words bring with them. Raises BadInput for a
    value that its field cannot have, WrongRequest for what is no field.
    """
    following: dict[str, Any] = {}
    told: dict[str, Any] = {}
    for field, words in corrections.items():
        name = field.strip().replace(" ", "_")
        try:
            read = _read(entry, key, name, words.strip())
        except BadInput as error:
            raise BadInput(error.what, where=name, hint=error.hint) from None
        (told if len(read) == 1 else following).update(read)
    return following | told


def _read(entry: Entry, key: str, name: str, words: str) -> dict[str, Any]:
    assertion = next(iter(entry.find("assertion", key=key)), None)
    kind = assertion["kind"] if assertion else None
    if kind == "tally":
        if name == "count" and not words:
            raise BadInput("cannot be empty")
        if name == "count":
            return dict(told_count(words)._asdict())
        if name in ("low", "high") and (told := entry.find("tally", assertion=key)[0]["words"]):
            raise WrongRequest(f"the document's words are '{told}'", where=name, hint="correct the count: count=15")
        if name == "words":
            raise WrongRequest("follow from the count", where=name, hint="correct that one: count=more than 20")
    name = "value" if name == kind == "change" else _CALLED.get(name, name)
    if kind in ("figure", "change") and name in _APART and not (kind == "change" and name == "period"):
        what = f"a {kind} of another {name.replace('_', ' ')} is another {kind}"
        raise WrongRequest(what, where=name, hint="retract it, and record it as it is")
    if name == "decimals":
        raise WrongRequest("follows from the value", where=name, hint="correct that one: value=3.70")
    place = place_of(entry, key, name)
    table = fact_tables[place.table]
    if (bound := _BOUNDS.fullmatch(name)) and f"{bound[1]}_resolved_from" in table.columns:
        raise WrongRequest(f"follows from {bound[1]}", where=name, hint=f"correct that one: {bound[1]}=2025-04-23")
    column = table.columns[name]
    if odd := odd_sign(words):
        raise BadInput(f"has a sign that is no text ({ord(odd):#04x})", hint="take it out")
    if f"{name}_resolved_from" in table.columns:
        if assertion is None:
            return _date(name, words, None, False)
        is_done = kind in ("action", "occurrence") and assertion["modality"] not in ("plan", "expectation")
        is_done = is_done and not (kind == "action" and entry.find("action", assertion=key, action="valid"))
        return _date(name, words, _published(entry, assertion["source"]), is_done)
    if not words:
        if not column.nullable:
            raise BadInput("cannot be empty")
        return {name: None}
    if name in ("value", "low", "high") and isinstance(column.type, Integer):
        return _figure(entry, place.table, primary_key(*place), name, words)
    if name in ("period", "base_period"):
        return {name: read_period(words).text}
    if name == "locator":
        return {name: parse_locator(words)}
    if isinstance(column.type, Integer):
        # PostgreSQL has 32 bits for them.
        if not re.fullmatch("-?[0-9]{1,9}", words):
            raise BadInput(f"'{words}' is not a whole number", hint="write it in digits, nine at most")
        return {name: int(words)}
    if name == "language" and not re.fullmatch(LANGUAGE[0], words):
        raise BadInput(f"'{words}' is no code of a language", hint=LANGUAGE[1])
    if name in SHAPES and not re.fullmatch(SHAPES[name][0], words):
        raise BadInput(f"'{words}' is not such a code", hint=SHAPES[name][1])
    if name in ACTOR_CODES and (other := Known(Inside(entry)).holder(name, words, beside=key)):
        hint = f"correct that one first; if the two are one: factbase merge {key} {other}"
        raise BadInput(f"the base has {words} as {other}", hint=hint)
    target = next(iter(column.foreign_keys), None)
    return {name: words if target is None else _reference(entry, target.column.table.name, words)}


def _date(name: str, words: str, published: Date | None, is_done: bool) -> dict[str, Any]:
    if not words:
        return dict.fromkeys(f"{name}{part}" for part in ("", *INNER))
    told = told_date(Node(words), published)
    if wrong := told.misplaced(published, name, is_done):
        raise BadInput(wrong[0], hint=wrong[1])
    return dict(told.columns(name))


def _published(entry: Entry, source: str) -> Date | None:
    row = entry.find("source", key=source)[0]
    return Date(row["published"], row["published_from"], row["published_to"]) if row["published"] else None


def _figure(entry: Entry, table: str, key: dict[str, Any], name: str, words: str) -> dict[str, Any]:
    """A number at the decimals of its row or of its series; a value with its hedge, bounds and significant digits."""
    row = entry.find(table, **key)[0]
    series = entry.find("series_key", id=row["series"])[0] if "series" in row else {}
    measure = entry.find("measure", id=series["measure"])[0] if series else {"unit": None, "basis": None}
    unit = measure["unit"]
    quantity = read_quantity(words)
    if name != "value" and (quantity.value is None or quantity.qualifier):
        raise BadInput(f"'{words}' is not one number", hint="correct the value: value=more than 20")
    is_rate = row.get("kind") in ("percent", "multiple") and quantity.unit == "%"
    another = "record it in a series of its own"
    if quantity.unit not in (None, unit) and not is_rate:
        raise BadInput(f"'{words}' is in {quantity.unit}, and the series in {unit}", hint=another)
    if quantity.rate and quantity.rate not in (measure["basis"] or ""):
        raise BadInput(f"'{words}' is told {quantity.rate}, and the series is not", hint=another)
    if name != "value":
        return {name: to_scaled(quantity.value or Decimal(0), row.get("decimals", series.get("decimals", 0)))}
    told = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    new: dict[str, Any] = {"qualifier": quantity.qualifier, "digits": quantity.digits}
    decimals = series["decimals"]
    if table == "change":
        decimals = new["decimals"] = max(decimals_of(number) for number in told.values() if number is not None)
        kind = "multiple" if quantity.change == "multiple" else "percent" if is_rate else row["kind"]
        new["kind"] = kind
    elif quantity.change == "multiple":
        raise BadInput(f"'{words}' is a change and no level", hint="record it as a change of its own")
    return new | {one: None if number is None else to_scaled(number, decimals) for one, number in told.items()}


def _reference(entry: Entry, target: str, words: str) -> str:
    known = Known(Inside(entry))
    if target in codes:
        there = known.codes(target)
        if words not in there:
            from factbase.values.name import matches

            near = matches(words, there)
            raise BadInput(f"no such code '{words}'", hint=f"there are {', '.join(near or there)}")
        return words
    kinds = () if target == "thing" else (target,)
    found = {words} if target == "assertion" else known.called(words, kinds)
    if len(found) != 1 or (target == "assertion" and not entry.find("assertion", key=words)):
        fits = f"fits {', '.join(sorted(found))}" if len(found) > 1 else f"no {target} is called so"
        raise BadInput(f"'{words}': {fits}", hint="name one by its key")
    return found.pop()
