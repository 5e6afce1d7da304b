"""What a base holds of a source, as a sheet that adds back to the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from factbase.errors import FactbaseError
from factbase.exchange.sheet_base import Base, Known, Row
from factbase.exchange.sheet_draft import INNER, references
from factbase.exchange.sheet_figures import NUMBERS, SELECT_SERIES, UNITS, exact
from factbase.exchange.sheet_model import Field, Section, common, defaults, parts, sections, source
from factbase.exchange.sheet_text import Node
from factbase.exchange.sheet_values import told_count, told_date, told_quantity
from factbase.kinds.schema import codes
from factbase.kinds.tables import tables
from factbase.render.safe import visible
from factbase.values.date import Date

Told = dict[str, Any]

# The words for powers of ten that make long numbers short.
_SCALES = (("", 0), (" million", 6), (" billion", 9), (" trillion", 12))


def from_source(base: Base, key: str) -> str:
    """The sheet of a source: its things, and its assertions under their numbers. Raises nothing for a known key."""
    return _dump(_Telling(Known(base), key).told(), key)


_INTEGER = re.compile("0|[1-9][0-9]{0,14}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Telling:
    def __init__(self, known: Known, key: str) -> None:
        self.known = known
        self.key = key
        row = known.row("source", key)
        self.row = row
        self.published = (
            Date(row["published"], row["published_from"], row["published_to"]) if row["published"] else None
        )
        of_source = "SELECT * FROM assertion WHERE source = :source"
        self.assertions = {one["key"]: one for one in known.ask(of_source, source=key)}
        # Rows that tell more of the assertions of this source, by table, then by assertion.
        self.beside = {
            name: self._by_assertion(name) for name in ("about", "attribution", "assessment", "assertion_link")
        }

    def told(self) -> Told:
        """The sheet as a tree of texts."""
        facts = {
            section.name: [self._fact(section, one) for one in self._of_kind(section.kind)]
            for section in sections().values()
            if not section.is_thing
        }
        things = {
            section.name: [self._thing(section, key) for key in self._things(section.kind)]
            for section in sections().values()
            if section.is_thing
        }
        about = {"key": self.key} | self._fields(source(), self.row, {}) | self._more(self.key)
        return {"source": about} | {name: told for name, told in (things | facts).items() if told}

    def _by_assertion(self, table: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        order = ", ordinal" if "ordinal" in tables[table].columns else ""
        for row in self.known.ask(
            f"SELECT {table}.* FROM {table} JOIN assertion ON assertion.key = {table}.assertion"
            f" WHERE assertion.source = :source ORDER BY {table}.assertion{order}",
            source=self.key,
        ):
            found.setdefault(row["assertion"], []).append(row)
        return found

    def _of_kind(self, kind: str) -> list[Row]:
        """The assertions of a kind with their typed values, by number."""
        if kind == "statement":
            rows = [{"assertion": key} for key, row in self.assertions.items() if row["kind"] == kind]
        else:
            rows = [row for found in self._by_assertion(kind).values() for row in found]
        return sorted(rows, key=lambda row: _number(row["assertion"]))

    # Things

    def _things(self, kind: str) -> list[str]:
        """The keys of the things of a kind that the source speaks of, and of those that these belong to."""
        every = set(self._mentioned())
        while belongs := {
            row[name]
            for key in every
            for row in self.known.ask("SELECT part_of, state FROM actor WHERE key = :key", key=key)
            for name in ("part_of", "state")
            if row[name] and row[name] not in every
        }:
            every |= belongs
        return sorted(key for key in every if (self.known.thing(key) or {}).get("kind") == kind)

    def _mentioned(self) -> Iterator[str]:
        yield from (self.row[name] for name in ("author", "publisher") if self.row[name])
        beside = [row for table in self.beside.values() for rows in table.values() for row in rows]
        typed = [row for section in sections().values() if not section.is_thing for row in self._of_kind(section.kind)]
        series = self.known.ask(f"{SELECT_SERIES} WHERE measure.source = :source", source=self.key)
        for row in (*beside, *typed, *series):
            yield from (value for name, value in row.items() if name in references() and value)

    def _thing(self, section: Section, key: str) -> Told:
        row = self.known.row(section.kind, key)
        told = {"key": key} | self._fields(section, row, {})
        if section.kind == "agreement":
            default = row["title"] or row["subject"][:1].upper() + row["subject"][1:]
            if row["label"] == default:
                told.pop("name")
            if row["subject"] == row["title"]:
                told.pop("subject")
        return told | self._more(key)

    def _more(self, key: str) -> Told:
        """The other names and the topics of a thing."""
        told: Told = {}
        names = []
        for row in self.known.ask("SELECT * FROM name WHERE thing = :key ORDER BY name", key=key):
            if row["assertion"] is None or row["assertion"] in self.assertions:
                name = self._fields(parts()["names"], row, {"kind": "alias"})
                names.append(name["name"] if list(name) == ["name"] else name)
        topics = [row["topic"] for row in self.known.ask("SELECT topic FROM thing_topic WHERE thing = :key", key=key)]
        if names:
            told["names"] = names
        if topics:
            told["topics"] = sorted(topics)
        return told

    # Facts

    def _fact(self, section: Section, row: Row) -> Told:
        key = row["assertion"]
        shared = {known.name for known in common()}
        own = section._replace(fields={name: known for name, known in section.fields.items() if name not in shared})
        told: Told = {"number": str(_number(key))}
        if "series" in row:
            told |= self._measured(own, row)
        elif section.kind == "tally":
            told |= self._tally(own, row)
        elif section.kind != "statement":
            told |= self._fields(own, row, defaults(section.kind))
        known = Section("", "assertion", "", {known.name: known for known in common()})
        told |= self._fields(known, self.assertions[key], defaults("assertion"))
        return told | self._beside(key)

    def _beside(self, key: str) -> Told:
        told: Told = {}
        voices = []
        for row in self.beside["attribution"].get(key, ()):
            voice = self._fields(parts()["voices"], row, {})
            voices.append(voice["actor"] if list(voice) == ["actor"] else voice)
        if voices:
            told["said by"] = voices
        if about := sorted(row["thing"] for row in self.beside["about"].get(key, ())):
            told["about"] = about
        if found := [self._fields(parts()["assessments"], row, {}) for row in self.beside["assessment"].get(key, ())]:
            told["assessments"] = found
        for kind in codes["assertion_link_kind"]:
            rows = [row for row in self.beside["assertion_link"].get(key, ()) if row["kind"] == kind]
            links = [self._fields(parts()["assertion links"], row, {}) for row in rows]
            if links:
                told[kind] = [link["assertion"] if list(link) == ["assertion"] else link for link in links]
        return told

    def _fields(self, section: Section, row: Row, defaults: Row) -> Told:
        """The fields that columns fill, but for those that are what they would be if left out."""
        told: Told = {}
        for known in section.fields.values():
            value = row.get(known.column)
            if (
                value is None
                or known.many
                or known.type in ("parts", "quantity")
                or value == defaults.get(known.column)
            ):
                continue
            if known.type == "date":
                told[known.name] = self._date(known, row)
            elif known.type == "assertion" and value in self.assertions:
                told[known.name] = str(_number(value))
            else:
                told[known.name] = str(value)
        return told

    def _date(self, known: Field, row: Row) -> str | Told:
        """A date as it was written where that is read the same, else spelt out."""
        columns = {known.column + part: row[known.column + part] for part in ("", *INNER)}
        for text in (row[f"{known.column}_text"], row[known.column]):
            if text and _reads_as(text, columns, known.column, self.published):
                return str(text)
        spelt = {"edtf": row[known.column], "text": columns[f"{known.column}_text"]}
        spelt["resolved from"] = columns[f"{known.column}_resolved_from"]
        return {name: text for name, text in spelt.items() if text}

    def _tally(self, section: Section, row: Row) -> Told:
        told = self._fields(section, row, defaults("tally"))
        count = row["words"] or (str(row["low"]) if row["low"] == row["high"] else None)
        try:
            same = count and told_count(count) == (row["low"], row["high"], row["words"])
        except FactbaseError:
            same = False
        if not same:
            return told
        kept = {name: text for name, text in told.items() if name not in ("low", "high", "words")}
        return kept | {"count": str(count)}

    def _measured(self, section: Section, row: Row) -> Told:
        series = self.known.ask(f"{SELECT_SERIES} WHERE series.id = :id", id=row["series"])[0]
        is_level = section.kind == "figure"
        numbers = exact(row, series["decimals"] if is_level else row["decimals"])
        told = self._fields(section, series | row, {"status": "actual", "period_kind": _kind_shown(row["period"])})
        unit = series["unit"]
        if is_level:
            quantity = _quantity(numbers, row, unit)
            if isinstance(quantity, str) and unit in (
                told_quantity(Node(quantity)).unit,
                UNITS.get(series["indicator"]),
            ):
                told.pop("unit")
            return told | {"value": quantity}
        own = {"percent": "%", "multiple": "times"}.get(row["kind"], "pp" if unit == "%" else unit)
        return told | {"change": _quantity(numbers, row, own)}


def _number(key: str) -> int:
    return int(key.rpartition(":")[2])


def _reads_as(text: str, columns: Row, name: str, published: Date | None) -> bool:
    try:
        return told_date(Node(text), published).columns(name) == columns
    except FactbaseError:
        return False


def _kind_shown(period: str) -> str:
    """The period kind that need not be told."""
    from factbase.exchange.sheet_values import told_period

    return told_period(period, None)[1]


def _quantity(numbers: Row, row: Row, unit: str) -> str | Told:
    """Numbers as people write them, where that is read the same; else spelt out."""
    wanted = (numbers["value"], numbers["low"], numbers["high"], row["qualifier"], row["digits"] or 0)
    readable = sorted(
        set(_writings(numbers, row["qualifier"], row["digits"] or 1, unit)), key=lambda text: (len(text), text)
    )
    for text in readable:
        try:
            read = told_quantity(Node(text))
        except FactbaseError:
            continue
        digits = 0 if unit == "rank" else read.digits
        if (read.value, read.low, read.high, read.qualifier, digits) == wanted and _same_unit(read, unit):
            return text
    spelt = {name: format(numbers[name], "f") for name in NUMBERS if numbers[name] is not None}
    if unit in ("%", "pp", "times"):
        spelt["unit"] = unit
    spelt |= {name: str(row[name]) for name in ("qualifier", "digits") if row[name] is not None}
    return spelt


def _same_unit(read: Any, unit: str) -> bool:
    if unit == "times":
        return bool(read.change == "multiple")
    return read.unit == unit or (read.unit is None and unit in ("1", "rank"))


def _writings(numbers: Row, qualifier: str | None, digits: int, unit: str) -> Iterator[str]:
    hedge = f"{qualifier} " if qualifier not in (None, "between") else ""
    after = {"1": "", "rank": "", "%": "%", "times": " times"}.get(unit, f" {unit}")
    told = [number for number in (numbers["value"], numbers["low"], numbers["high"]) if number is not None]
    for word, exponent in _SCALES:
        amounts = [_amount(number.scaleb(-exponent), digits) for number in dict.fromkeys(told)]
        yield f"{hedge}{' to '.join(amounts)}{word}{after}"


def _amount(number: Decimal, digits: int) -> str:
    """The number with thousands set off and as many significant digits."""
    whole = len(str(abs(int(number)))) if abs(number) >= 1 else 1 + min(number.adjusted() + 1, 0) if number else 1
    decimals = max(digits - whole, -int(number.normalize().as_tuple().exponent), 0)
    return f"{number:,.{decimals}f}"


def _dump(told: Told, key: str) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Indents lists below their names, and leaves years, days and plain numbers without quotes."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

        def write_double_quoted(self, text: str, split: bool = True) -> None:
            # A sheet is read by people: what would steer a terminal, or cannot be seen, is written as an escape.
            self.allow_unicode = not _is_steering(text)
            super().write_double_quoted(text, split)
            self.allow_unicode = True

    def text(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
        # What other readers of YAML take for a number or a day is left so where nothing is lost: 2024, but not 031.
        tag = "int" if _INTEGER.fullmatch(words) else "timestamp" if _DAY.fullmatch(words) else "str"
        return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", words, style='"' if _is_steering(words) else None)

    Dumper.add_representer(str, text)
    header = f"# What the base holds of {key}. 'factbase add' takes it back.\n"
    body = "\n".join(
        yaml.dump({name: section}, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=110)
        for name, section in told.items()
    )
    return header + body


def _is_steering(text: str) -> bool:
    return visible(text, keep="\n") != text


def figures_without_assertion(base: Base, key: str) -> int:
    """How many figures of a data set no sheet tells: those that no assertion is about."""
    counted = Known(base).ask(
        "SELECT coalesce(sum(total.figures), 0) AS figures FROM measure JOIN total ON total.measure = measure.id"
        " WHERE measure.source = :key",
        key=key,
    )
    return int(counted[0]["figures"])
