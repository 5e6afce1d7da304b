"""What differs between two bases, or between two states of one: record by record, by key, in one pass over both."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from factbase.rows import Column, Row, Rows, Value
from factbase.store.reading import Reader

COLUMNS = [
    Column("change", "code", "added, changed, withdrawn."),
    Column("kind", "code", "actor, agreement, event, source; action, party, figure, ...; finding for an accepted one."),
    Column("record", "code", "The key of the record; for a figure of a data set its dimensions and its period."),
    Column("label", "text", "What it is called, or what it says; as it is now, or as it was."),
    Column("what", "text", "Of a changed record, each field with its old and its new value.", optional=True),
    Column("source", "code", "The key of the source that says it.", optional=True),
]


class Record(NamedTuple):
    """A thing, an assertion or a figure with all rows that are its own.

    `fields` has what is compared: for each field its values, of which there may be several where it is a list.
    """

    key: str
    kind: str
    label: str
    source: str | None
    fields: dict[str, list[str]]


def diff(old: Reader, new: Reader) -> Rows:
    """What was added, changed and withdrawn from `old` to `new`: things first, then assertions, then data sets."""
    return Rows(COLUMNS, _each_in_one_state(old, new))


def _each_in_one_state(old: Reader, new: Reader) -> Iterator[Row]:
    with old.one_state(), new.one_state():
        yield from _lines(old, new)


def _lines(old: Reader, new: Reader) -> Iterator[Row]:
    for family in ("thing", "assertion", "finding"):
        tables = _tables(old, family), _tables(new, family)
        for before, now in _paired(_grouped(old, tables[0]), _grouped(new, tables[1])):
            # Most records are as they were: their rows are compared before anything is made of them.
            if before != now:
                yield from _compared(
                    None if before is None else _record(family, tables[0], before),
                    None if now is None else _record(family, tables[1], now),
                )
    yield from _of_data_sets(old, new)


Key = tuple[Any, ...]
Item = TypeVar("Item")


def _paired(
    old: Iterable[tuple[Key, Item]], new: Iterable[tuple[Key, Item]]
) -> Iterator[tuple[Item | None, Item | None]]:
    """The items of two streams that are sorted by their keys, side by side where the keys are equal."""
    olds, news = iter(old), iter(new)
    before, now = next(olds, None), next(news, None)
    while before is not None or now is not None:
        if now is None or (before is not None and before[0] < now[0]):
            assert before is not None
            yield before[1], None
            before = next(olds, None)
        elif before is None or now[0] < before[0]:
            yield None, now[1]
            now = next(news, None)
        else:
            yield before[1], now[1]
            before, now = next(olds, None), next(news, None)


def _compared(before: Record | None, now: Record | None) -> Iterator[Row]:
    record = now or before
    assert record is not None
    if before is None or now is None:
        yield ("withdrawn" if now is None else "added", record.kind, record.key, record.label, None, record.source)
    elif before.fields != now.fields:
        yield ("changed", now.kind, now.key, now.label, _difference(before.fields, now.fields), now.source)


_BOUNDS = ("_from", "_to", "_resolved_from")


def _difference(old: dict[str, list[str]], new: dict[str, list[str]]) -> str:
    """Each field that differs, its old value and its new one; bounds of dates only where the date itself is the same."""
    names = [name for name in {**old, **new} if old.get(name, []) != new.get(name, [])]
    told = []
    for name in names:
        base = next((name.removesuffix(bound) for bound in _BOUNDS if name.endswith(bound)), name)
        if base != name and base in names:
            continue
        gone = [value for value in old.get(name, []) if value not in new.get(name, [])]
        come = [value for value in new.get(name, []) if value not in old.get(name, [])]
        told.append(f"{name} {'; '.join(gone) or 'nothing'} → {'; '.join(come) or 'nothing'}")
    return ", ".join(told)


# Things and assertions: a stream of rows a table, all sorted by the record that they are of ---------------------------

# Tables that a record may have several rows in, and what each row is called.
_LISTED = {
    "name": "name",
    "thing_topic": "topic",
    "about": "about",
    "attribution": "said by",
    "assessment": "assessment",
    "assertion_link": "link",
}
_SERIES = (
    "source", "indicator", "area", "partner", "reporter", "flow", "classification", "commodity", "route", "basis",
    "unit", "period_kind",
)  # fmt: skip
_OF_MEASURE = ("source", "indicator", "basis", "unit", "period_kind")
_QUALIFIED = tuple(f"{'measure' if name in _OF_MEASURE else 'series'}.{name}" for name in _SERIES)
_DIMENSIONS = ", ".join(_QUALIFIED[1:])
_JOINED = "series_key AS series JOIN measure ON measure.id = series.measure"
_NUMBERS = ("value", "low", "high", "digits", "qualifier", "status")
# Series are numbered by each base for itself, so figures are told with their dimensions.
_MEASURED = {
    "figure": f"SELECT figure.assertion, {_DIMENSIONS}, series.decimals, figure.period, {', '.join(_NUMBERS)}"
    f" FROM {_JOINED} JOIN figure ON figure.series = series.id WHERE figure.assertion IS NOT NULL",
    "change": f"SELECT change.assertion, {_DIMENSIONS}, change.decimals, change.period, change.base_period,"
    f" change.kind AS change_kind, {', '.join(_NUMBERS)} FROM {_JOINED} JOIN change ON change.series = series.id",
}
_WORDS = "SELECT assertion, fact FROM facts"

# By the numbers of assertions and not by their text, so that kapanadze:2 comes before kapanadze:10: the shorter first.
_SORTED = "substr({key}, 1, instr({key}, ':')), CASE instr({key}, ':') WHEN 0 THEN 0 ELSE length({key}) END, {key}"


class Table(NamedTuple):
    """A table of a family of records: how it is read, sorted by them, and the columns that are compared."""

    name: str
    select: str
    columns: list[str]


def _tables(reader: Reader, family: str) -> list[Table]:
    found = []
    for name, its_table in reader.tables().items():
        # The first column of a table's primary key tells whose its rows are.
        key = its_table.primary_key[0] if its_table.primary_key else ""
        its = "assertion" if key == "key" and name == "assertion" else "thing" if key == "key" else key
        if its == family and name not in _MEASURED and key in ("key", "assertion", "thing", "finding"):
            columns = [column for column in its_table.columns if column not in ("entry", key)]
            quoted = ", ".join(f'"{column}"' for column in (key, *columns))
            found.append(_table(name, f'SELECT {quoted} FROM "{name}"', key, columns))
    if family == "assertion":
        for name, select in {**_MEASURED, "facts": _WORDS}.items():
            told = reader.rows(f"{select} LIMIT 0")
            columns = told.names[1:]
            list(told)
            found.append(_table(name, select, "assertion", columns))
    return found


def _table(name: str, select: str, key: str, columns: list[str]) -> Table:
    quoted = ", ".join(f'told."{column}"' for column in columns)
    sort = _SORTED.format(key=f'told."{key}"')
    return Table(
        name, f"SELECT {sort}{', ' if columns else ''}{quoted} FROM ({select}) AS told ORDER BY 1, 2, 3", columns
    )


Told = list[tuple[int, Row]]


def _grouped(reader: Reader, tables: list[Table]) -> Iterator[tuple[Key, tuple[str, Told]]]:
    """The rows of all tables by the record that they are of: its key, and each row with the number of its table."""
    streams = [_numbered(reader.rows(table.select), number) for number, table in enumerate(tables)]
    for key, rows in groupby(heapq.merge(*streams), key=itemgetter(slice(0, 3))):
        yield key, (str(key[2]), [row[3:] for row in rows])


def _numbered(rows: Rows, number: int) -> Iterator[Any]:
    return ((*row[:3], number, row[3:]) for row in rows)


def _record(family: str, tables: list[Table], told: tuple[str, Told]) -> Record:
    fields: dict[str, list[str]] = {}
    key, rows = told
    kind, label, source = family, "", None
    for number, row in rows:
        table = tables[number].name
        values = dict(zip(tables[number].columns, row, strict=True))
        if table == "facts":
            label = label or str(values["fact"])
            continue
        if table in _LISTED:
            fields.setdefault(_LISTED[table], []).append(_in_one(table, values))
            continue
        if table in ("thing", "assertion"):
            kind = str(values["kind"])
            label = label or str(values.get("label") or "")
            source = str(values["source"]) if table == "assertion" else None
        elif table == "accepted_finding":
            label = str(values["reason"])
        for name, value in scaled(values).items():
            if value is not None:
                # An agreement has a kind of its own beside that of its thing.
                fields.setdefault(name, []).append(str(value))
    return Record(key, kind, label, source, {name: sorted(values) for name, values in fields.items()})


def _in_one(table: str, values: dict[str, Value]) -> str:
    """A row of a list in one: without the days that a date means, and with its place where the order matters."""
    told = [
        str(value)
        for name, value in values.items()
        if value is not None and name != "ordinal" and not name.endswith(_BOUNDS)
    ]
    return " ".join([f"{values['ordinal']}." if table == "attribution" else "", *told]).strip()


def scaled(values: dict[str, Value]) -> dict[str, Value]:
    """The row with its integers as the numbers that they stand for, so that a base with other decimals compares."""
    if "decimals" not in values:
        return values
    decimals = int(str(values["decimals"]))
    return {
        name: _plain(value, decimals) if name in ("value", "low", "high") and value is not None else value
        for name, value in values.items()
        if name != "decimals"
    }


def _plain(value: Value, decimals: int) -> str:
    """The number without zeros at its end: 50 at one decimal is 5, as it is at none."""
    return format(Decimal(str(value)).scaleb(-decimals).normalize(), "f")


# Figures of data sets: series by their dimensions, and in each series its periods in order ----------------------------

_ALL_SERIES = (
    "SELECT "
    + ", ".join(f"coalesce({name}, '')" for name in _QUALIFIED)
    + f", series.decimals, series.id FROM {_JOINED} ORDER BY "
    + ", ".join(str(number) for number in range(1, len(_SERIES) + 1))
)
_FIGURES = (
    f"SELECT period, ordinal, {', '.join(_NUMBERS)} FROM figure WHERE series = :series AND assertion IS NULL"
    " ORDER BY period, ordinal"
)


def _of_data_sets(old: Reader, new: Reader) -> Iterator[Row]:
    for before, now in _paired(_series(old), _series(new)):
        olds, news = _figures(old, before), _figures(new, now)
        if before is not None and now is not None and olds == news and before[-2] == now[-2]:
            continue
        for one, other in _paired(_measured(before, olds), _measured(now, news)):
            yield from _compared(one, other)


def _series(reader: Reader) -> Iterator[tuple[Key, Row]]:
    return ((row[: len(_SERIES)], row) for row in reader.rows(_ALL_SERIES))


def _figures(reader: Reader, series: Row | None) -> list[Row]:
    return [] if series is None else list(reader.rows(_FIGURES, {"series": series[-1]}))


def _measured(series: Row | None, figures: list[Row]) -> Iterator[tuple[Key, Record]]:
    """The figures of a series as records."""
    if series is None:
        return
    *dimensions, decimals, _ = series
    words = " ".join(str(part) for part in dimensions if part)
    for period, ordinal, *numbers in figures:
        told = scaled({**dict(zip(_NUMBERS, numbers, strict=True)), "decimals": decimals})
        key = f"{words} {period}" + (f" ({ordinal})" if ordinal != 1 else "")
        fields = {name: [str(value)] for name, value in told.items() if value is not None}
        label = " ".join(str(told[name]) for name in ("qualifier", "value") if told[name] is not None)
        yield (period, ordinal), Record(key, "figure", f"{label} {dimensions[-2]}".strip(), str(dimensions[0]), fields)
