"""The kinds of charts there are, and what can be asked of each."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import NamedTuple, cast

from factbase.errors import WrongRequest
from factbase.query.between import Between
from factbase.rows import Column, Page, Section, Value
from factbase.store.reading import Reader

KINDS = {
    "trade": "figures over time, or by partner, area, commodity, flow or route",
    "dates": "a timeline with a lane for each agreement, event and relation",
    "actors": "a network of actors and what joins them",
}


class Asked(NamedTuple):
    """What a chart is asked for: from when on, figures by which column, and how many marks at most."""

    since: str | None = None
    by: str | None = None
    top: int | None = None


def chart(reader: Reader, kind: str, keys: Iterable[str], asked: Asked) -> Page:
    """What the chart of that kind shows of these actors. Raises WrongRequest for a kind that there is not."""
    if kind not in KINDS:
        from factbase.values.name import did_you_mean

        raise WrongRequest(f"there is no chart '{kind}'", where="chart", hint=did_you_mean(kind, KINDS))
    if kind != "trade" and asked.by:
        raise WrongRequest("only figures can be charted by a column", where="--by", hint="factbase chart trade")
    made = import_module(f"factbase.query.chart.{kind}").chart(reader, Between(tuple(dict.fromkeys(keys))), asked)
    return cast(Page, made)


def label_of(reader: Reader, between: Between) -> str:
    """The names of the actors, as a title has them."""
    rows = reader.rows(f"SELECT key, label FROM thing WHERE key IN ({between.names})", between.keys_alone)
    held = {key: label for key, label in rows}  # noqa: C416 (a row is a tuple of any length to the type checker)
    labels = [str(held[key]) for key in between.keys]
    return " and ".join(filter(None, (", ".join(labels[:-1]), *labels[-1:])))


def sources(reader: Reader, keys: Iterable[Value]) -> Section:
    """The sources that a chart rests on, for its caption."""
    wanted = sorted({one for key in keys if key for one in str(key).split("; ")})
    lines = [
        line
        for key in wanted
        for line in reader.rows("SELECT key, label FROM thing WHERE key = :key", {"key": key}).dicts()
    ]
    return Section("sources", "Sources", [Column("key", "code"), Column("label")], lines, len(lines))


def columns_of(lines: list[dict[str, Value]]) -> list[Column]:
    """Columns by the names that the lines have."""
    return [Column(name) for name in lines[0]] if lines else []
