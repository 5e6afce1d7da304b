"""Official statistics on their way into a base: blocks of validated figures, all of them one entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, insert, select

from factbase.journal.entry import entry
from factbase.kinds.figure.measure import Measure
from factbase.kinds.tables import tables
from factbase.store.location import Location

if TYPE_CHECKING:
    import pyarrow


class NewActor(NamedTuple):
    """An actor that the base has not. `names` are others under which a lookup finds it."""

    key: str
    kind: str
    label: str
    iso2: str | None = None
    iso3: str | None = None
    m49: str | None = None
    wikidata: str | None = None
    names: tuple[str, ...] = ()


class NewSource(NamedTuple):
    """The data set that is loaded: made if the base has no source of that key, else given this edition."""

    key: str
    title: str
    publisher: NewActor | str | None = None
    edition: str | None = None
    address: str | None = None
    kind: str = "statistics"


class Block(NamedTuple):
    """A stretch of a file: what it measures, what it names for the first time, and its figures."""

    measures: tuple[Measure, ...]
    actors: tuple[NewActor, ...]
    commodities: pyarrow.Table | None
    figures: pyarrow.Table


class Loaded(NamedTuple):
    """What came of a load; `entry` is None where nothing changed."""

    entry: int | None
    new: int
    unchanged: int
    changed: int
    series: int


class _Enough(Exception):
    """All is known, and nothing is to be written."""


def load(
    location: Location,
    source: NewSource | str,
    blocks: Iterator[Block],
    *,
    author: str,
    command: str,
    why: str | None = None,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Take the blocks in, all of them or none."""
    counted = {"new": 0, "unchanged": 0, "changed": 0}
    series: set[int] = set()
    try:
        with entry(location, author=author, command=command, why=why) as opened:
            if isinstance(source, NewSource):
                _add_source(opened, source)
            key = source if isinstance(source, str) else source.key
            for block in blocks:
                for actor in block.actors:
                    _add_actor(opened, actor)
                table = tables["commodity"]
                for row in block.commodities.to_pylist() if block.commodities is not None else ():
                    same = (table.c.classification == row["classification"]) & (table.c.code == row["code"])
                    if not opened.connection.execute(select(table).where(same)).first():
                        row["description"] = row["description"] or row["code"]
                        opened.connection.execute(insert(table).values(**row))
                for row in block.figures.to_pylist():
                    number, outcome = _add_figure(opened, key, block.measures[row["measure"]], row)
                    series.add(number)
                    counted[outcome] += 1
                if progress:
                    progress(sum(counted.values()))
            made = opened.number if any(opened.changed.values()) else None
            if dry_run:
                raise _Enough
    except _Enough:
        made = None
    return Loaded(made, **counted, series=len(series))


def _add_actor(opened: Any, actor: NewActor) -> None:
    if opened.find("actor", key=actor.key):
        return
    opened.add("thing", key=actor.key, kind="actor", label=actor.label)
    codes = {name: getattr(actor, name) for name in ("iso2", "iso3", "m49", "wikidata")}
    opened.add("actor", key=actor.key, kind=actor.kind, **codes)
    for name in actor.names:
        opened.add("name", thing=actor.key, name=name, kind="alias")


def _add_source(opened: Any, source: NewSource) -> None:
    publisher = source.publisher
    if isinstance(publisher, NewActor):
        _add_actor(opened, publisher)
        publisher = publisher.key
    if opened.find("source", key=source.key):
        return
    opened.add("thing", key=source.key, kind="source", label=source.title)
    opened.add(
        "source",
        key=source.key,
        kind=source.kind,
        publisher=publisher,
        edition=source.edition,
        address=source.address,
    )


def _add_figure(opened: Any, source: str, measure: Measure, row: dict[str, Any]) -> tuple[int, str]:
    names = ("area", "partner", "reporter", "flow", "classification", "commodity")
    dimensions = {name: row[name] for name in names} | {"source": source, **measure._asdict()}
    found = opened.find("series", **dimensions)
    if found:
        number, decimals = found[0]["id"], found[0]["decimals"]
    else:
        top = opened.connection.execute(select(func.max(tables["series"].c.id))).scalar_one()
        number, decimals = (top or 0) + 1, max(row["decimals"], 6)
        opened.add("series", id=number, decimals=decimals, **dimensions)
    value = row["value"] * 10 ** (decimals - row["decimals"])
    told = {"value": value, "status": row["status"] or "actual"}
    there = opened.find("figure", series=number, period=row["period"], ordinal=1)
    if not there:
        opened.add("figure", series=number, period=row["period"], ordinal=1, **told)
        return number, "new"
    key = {"series": number, "period": row["period"], "ordinal": 1}
    return number, "changed" if opened.amend("figure", key, **told) else "unchanged"
