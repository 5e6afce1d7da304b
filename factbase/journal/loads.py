"""Loads of data sets held against the digests that they left: a bit that flipped in a figure is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factbase.journal.digest import digest_of, shown
from factbase.rows import Column
from factbase.store.location import Location
from factbase.store.reading import reader

if TYPE_CHECKING:
    import pyarrow

# What each entry wrote of data sets, whether it stands or was replaced since.
_WRITTEN = """
SELECT entry, series, period, value, status FROM figure WHERE assertion IS NULL
UNION ALL
SELECT written_by, series, period, value, status FROM figure_revision WHERE assertion IS NULL
""".strip()
_COLUMNS = [
    Column("entry", "integer"),
    Column("series", "integer"),
    Column("period"),
    Column("value", "integer"),
    Column("status"),
]


def damaged(location: Location) -> Iterator[str]:
    """The loads whose figures are not what their entry wrote, in words. Reads every figure."""
    with reader(location) as opened:
        told = list(opened.rows("SELECT entry, source, figures, digest FROM load ORDER BY entry"))
        sums: dict[object, tuple[int, int]] = {}
        # Asked of the figures only where there is a load: the columns are heavier than the question.
        for rows in (opened.batches(_WRITTEN, {}, _COLUMNS) or ()) if told else ():
            for entry, figures, digest in _sums(rows):
                before = sums.get(entry, (0, 0))
                sums[entry] = before[0] + figures, before[1] + digest
    for number, source, wanted, noted in told:
        there, now = sums.get(number, (0, 0))
        if there != int(str(wanted)):
            yield f"entry {number} loaded {wanted} figures of {source}, and {there} are there"
        elif shown(now) != noted:
            yield f"a figure of {source} is not as entry {number} loaded it: their digest no longer fits"


def _sums(rows: pyarrow.RecordBatch) -> Iterator[tuple[int, int, int]]:
    """For each entry in a stretch of rows, how many it wrote, and their digest."""
    from pyarrow import compute as pc

    for entry in pc.unique(rows["entry"]).to_pylist():
        own = rows.filter(pc.equal(rows["entry"], entry))
        yield entry, len(own), digest_of(*(own[column.name] for column in _COLUMNS[1:]))
