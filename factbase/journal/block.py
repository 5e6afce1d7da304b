"""What an importer gives to be loaded: the source, actors that it names, and blocks of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbase.kinds.figure.measure import Measure

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
    """A stretch of a file: what it measures, what it names for the first time, and its figures.

    `commodities` has classification, code and description. `figures` has a line a figure: `line` (of the file), `measure`
    (its place in `measures`), the keys and codes of area, partner, reporter, flow, classification, commodity and period,
    `value` as a whole number at `decimals`, and `status` (null for actual).
    """

    measures: tuple[Measure, ...]
    actors: tuple[NewActor, ...]
    commodities: pyarrow.Table | None
    figures: pyarrow.Table
