"""Figures summed as the totals of a base keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow


def sums(told: pyarrow.Table, series: pyarrow.Table, decimals: pyarrow.Array, worlds: list[str]) -> pyarrow.Table:
    """Rows of `total`, as `kinds/figure/total.py` has them, from figures with their `rank` in `series`.

    `decimals` has those of each series, `worlds` the keys of the world as a partner.
    """
    import pyarrow
    from pyarrow import compute as pc

    partner, commodity = series["partner"].combine_chunks(), series["commodity"].combine_chunks()
    is_world = pc.or_(pc.is_null(partner), pc.is_in(partner, value_set=pyarrow.array(worlds, pyarrow.string())))
    length = pc.if_else(pc.equal(commodity, "TOTAL"), 0, pc.utf8_length(commodity))
    columns = {
        "measure": series["measure"].combine_chunks(),
        "area": pc.fill_null(series["area"].combine_chunks(), ""),
        "flow": pc.fill_null(series["flow"].combine_chunks(), ""),
        "classification": pc.fill_null(series["classification"].combine_chunks(), ""),
        "level": pc.fill_null(length, 0).cast(pyarrow.int64()),
        "world": is_world.cast(pyarrow.int64()),
        "decimals": decimals,
    }
    # Each combination is a number, which the figures of its series are grouped by.
    packed = pyarrow.repeat(pyarrow.scalar(0, pyarrow.int64()), len(series))
    for column in columns.values():
        coded = column.dictionary_encode()
        packed = pc.add(pc.multiply(packed, len(coded.dictionary) or 1), coded.indices.cast(pyarrow.int64()))
    kinds = packed.dictionary_encode()
    first = pc.index_in(kinds.dictionary, value_set=packed)
    period, status = told["period"].combine_chunks(), told["status"].combine_chunks()
    # Both in one number, since each column to group by costs; a dictionary may have a status twice.
    statuses = status.dictionary.dictionary_encode()
    number = pc.multiply(period.indices.cast(pyarrow.int64()), len(statuses.dictionary))
    when = pc.add(number, statuses.indices.take(status.indices).cast(pyarrow.int64()))
    grouped = pyarrow.table(
        {
            "kind": kinds.indices.take(told["rank"].combine_chunks()),
            "when": when,
            "value": told["value"].combine_chunks(),
            # A sum that may overflow is taken as a float beside, and then left out.
            "rough": told["value"].combine_chunks().cast(pyarrow.float64(), safe=False),
        }
    ).group_by(["kind", "when"])
    summed = grouped.aggregate([("value", "sum"), ("value", "count"), ("rough", "sum")])
    rows = first.take(summed["kind"].combine_chunks())
    numbers = summed["when"].combine_chunks()
    periods = pc.divide(numbers, len(statuses.dictionary))
    fits = pc.less(pc.abs(summed["rough_sum"]), 9.2e18)
    return pyarrow.table(
        {
            **{name: column.take(rows) for name, column in columns.items()},
            "period": period.dictionary.take(periods),
            "status": statuses.dictionary.take(pc.subtract(numbers, pc.multiply(periods, len(statuses.dictionary)))),
            "figures": summed["value_count"],
            "value": pc.if_else(fits, summed["value_sum"], pyarrow.scalar(None, pyarrow.int64())),
        }
    )
