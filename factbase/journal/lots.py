"""Blocks brought together until there are enough to be worth a turn of the database, and arranged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factbase.journal.arranged import Arranged, arrange
from factbase.journal.block import Block, NewActor
from factbase.kinds.figure.measure import Measure

if TYPE_CHECKING:
    import pyarrow

# Figures that are arranged and compared at once: some 200 bytes of memory each.
LOT = 1 << 17


class Lot(NamedTuple):
    """Blocks together, with the measures of the whole file so far; the series of `arranged` have their places there."""

    measures: tuple[Measure, ...]
    actors: tuple[NewActor, ...]
    commodities: list[pyarrow.Table]
    arranged: Arranged


def lots(blocks: Iterator[Block]) -> Iterator[Lot]:
    """Blocks brought together and arranged, which needs nothing of the base and is done beside its work."""
    import pyarrow

    places: dict[Measure, int] = {}
    waiting: list[Block] = []
    rows = 0

    def lot() -> Lot:
        told = []
        for block in waiting:
            numbers = [places.setdefault(measure, len(places)) for measure in block.measures]
            measured = pyarrow.array(numbers, pyarrow.int64()).take(block.figures["measure"])
            told.append(block.figures.set_column(block.figures.schema.get_field_index("measure"), "measure", measured))
        actors = tuple(actor for block in waiting for actor in block.actors)
        commodities = [block.commodities for block in waiting if block.commodities is not None]
        # The list is emptied, so that memory is given back.
        waiting.clear()
        return Lot(tuple(places), actors, commodities, arrange(pyarrow.concat_tables(told)))

    for block in blocks:
        waiting.append(block)
        rows += len(block.figures)
        if rows >= LOT:
            yield lot()
            rows = 0
    if rows:
        yield lot()
