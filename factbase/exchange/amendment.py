"""A correction as people write it read into the columns that it changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Integer

from factbase.errors import BadInput
from factbase.exchange.sheet_base import Inside, Known
from factbase.exchange.sheet_text import odd_sign
from factbase.journal.entry import Entry, primary_key
from factbase.journal.records import ACTOR_CODES, place_of
from factbase.kinds.rules import SHAPES
from factbase.kinds.schema import codes
from factbase.kinds.tables import fact_tables
from factbase.values.date import read_date
from factbase.values.locator import parse_locator
from factbase.values.number import read_quantity, to_scaled
from factbase.values.period import read_period


def changes(entry: Entry, key: str, corrections: Mapping[str, str]) -> dict[str, Any]:
    """The columns of a record and their new values, from fields and what is right there; an empty value is none.

    Dates, numbers, codes and names are read as in fact sheets. Raises BadInput for a value that its field cannot
    have, WrongRequest for what is no field.
    """
    values: dict[str, Any] = {}
    for field, words in corrections.items():
        name = field.strip().replace(" ", "_")
        try:
            values |= _read(entry, key, name, words.strip())
        except BadInput as error:
            raise BadInput(error.what, where=name, hint=error.hint) from None
    return values


def _read(entry: Entry, key: str, name: str, words: str) -> dict[str, Any]:
    place = place_of(entry, key, name)
    table = fact_tables[place.table]
    column = table.columns[name]
    if odd := odd_sign(words):
        raise BadInput(f"has a sign that is no text ({ord(odd):#04x})", hint="take it out")
    if f"{name}_resolved_from" in table.columns:
        return _date(name, words)
    if not words:
        if not column.nullable:
            raise BadInput("cannot be empty")
        return {name: None}
    if name in ("value", "low", "high"):
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
    if name in SHAPES and not re.fullmatch(SHAPES[name][0], words):
        raise BadInput(f"'{words}' is not such a code", hint=SHAPES[name][1])
    if name in ACTOR_CODES and (other := Known(Inside(entry)).holder(name, words, beside=key)):
        hint = f"correct that one first; if the two are one: factbase merge {key} {other}"
        raise BadInput(f"the base has {words} as {other}", hint=hint)
    target = next(iter(column.foreign_keys), None)
    return {name: words if target is None else _reference(entry, target.column.table.name, words)}


def _date(name: str, words: str) -> dict[str, Any]:
    columns = (name, f"{name}_text", f"{name}_from", f"{name}_to", f"{name}_resolved_from")
    if not words:
        return dict.fromkeys(columns)
    date, _ = read_date(words)
    text = words if words != date.edtf else None
    return dict(zip(columns, (date.edtf, text, date.lower, date.upper, None), strict=True))


def _figure(entry: Entry, table: str, key: dict[str, Any], name: str, words: str) -> dict[str, Any]:
    """A number at the decimals of its row or of its series, with its significant digits."""
    row = entry.find(table, **key)[0]
    series = entry.find("series_key", id=row["series"])[0] if "series" in row else {}
    decimals = row.get("decimals", series.get("decimals", 0))
    unit = entry.find("measure", id=series["measure"])[0]["unit"] if series else None
    quantity = read_quantity(words)
    if quantity.value is None or quantity.qualifier:
        raise BadInput(f"'{words}' is not one number", hint="correct low, high and qualifier one by one")
    if quantity.unit not in (None, unit, "%" if row.get("kind") == "percent" else unit):
        raise BadInput(
            f"'{words}' is in {quantity.unit}, and the series in {unit}", hint="record it in a series of its own"
        )
    new = {name: to_scaled(quantity.value, decimals)}
    if name == "value" and "digits" in row:
        new["digits"] = quantity.digits
    return new


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
