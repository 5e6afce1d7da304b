"""A long answer in columns. What each line has for itself is read line by line; what all figures of a series have in
common is read once for each series."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factbase.kinds.views import view
from factbase.query.query import Query, select
from factbase.rows import DECIMALS, Part
from factbase.store.reading import Reader

if TYPE_CHECKING:
    import pyarrow

# With so many figures a series, what they have in common is read apart.
SHARED_BY = 2
# The view that tells what several lines of another have in common, by its first column.
_SHARED = {"trade": "series"}


def of(reader: Reader, query: Query, figures: int) -> Iterator[Part] | None:
    """The answer in parts, from a base with so many figures; None where it can be had in rows only."""
    made = select(query)
    if query.view not in _SHARED:
        batches = reader.batches(made.sql, made.parameters, made.columns)
        return None if batches is None else map(Part, batches)
    series = view(_SHARED[query.view])
    key = series.columns[0].name
    own = [key]
    common = [key]
    [(known,)] = reader.rows(f"SELECT count(*) FROM {reader.schema}.series_key")
    shared = common if figures >= SHARED_BY * int(str(known)) else own
    for column in made.columns:
        if column.whole:
            own.append(column.whole)
            shared.append(DECIMALS)
        else:
            (shared if series.column(column.name) else own).append(column.name)
    # PostgreSQL sorts rows sooner by what stands first in them.
    sort = [name.removeprefix("-") for name in query.sort]
    own.sort(key=lambda name: sort.index(name) if name in sort else len(sort))
    asked = select(query._replace(columns=tuple(dict.fromkeys(own))))
    batches = reader.batches(asked.sql, asked.parameters, asked.columns)
    if batches is None:
        return None
    if len(common) == 1:
        return map(Part, batches)
    told = Query(series.name, columns=tuple(dict.fromkeys(common)))
    return (_joined(reader, told, batch, key) for batch in batches)


def _joined(reader: Reader, told: Query, batch: pyarrow.RecordBatch, key: str) -> Part:
    import pyarrow
    from pyarrow import compute as pc

    numbers = batch[key].unique()
    bounds = pc.min_max(numbers).as_py()
    low, high = bounds["min"] or 0, bounds["max"] or 0
    if high - low < 2 * len(numbers):
        among = f"{key} BETWEEN {low} AND {high}"
    else:
        among = f"{key} IN ({', '.join(map(str, numbers.to_pylist()))})"
    made = select(told._replace(conditions=(among,)))
    lines = pyarrow.Table.from_batches(reader.batches(made.sql, made.parameters, made.columns) or ())
    (shared,) = lines.combine_chunks().to_batches() or (pyarrow.RecordBatch.from_pylist([], lines.schema),)
    return Part(batch, shared, pc.index_in(batch[key], value_set=shared[key]))
