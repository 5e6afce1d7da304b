"""Figures put in the order of their series: the columns of a data set as its tables have them, and nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbase.errors import BadInput
from factbase.kinds.figure.measure import MOST_DECIMALS

if TYPE_CHECKING:
    import pyarrow

# In the order of the index that finds a series, so that table and index both grow at their ends.
DIMENSIONS = ("area", "partner", "reporter", "flow", "classification", "commodity")
# What a number that stands for several columns stays below.
MOST = 1 << 62


class Arranged(NamedTuple):
    """Figures by series and period. `series` has a row for each series: its dimensions, its measure, and its `decimals`,
    the most that a figure of it has.

    `rank` is the row in `series` of each figure; `figures` has period, value, decimals, status and line.
    """

    series: pyarrow.Table
    rank: pyarrow.Array
    figures: pyarrow.Table


class _Coded(NamedTuple):
    """A column as numbers that sort as its texts do, 0 where there is none; the texts stand at number - 1."""

    numbers: pyarrow.Array
    texts: pyarrow.Array


def arrange(figures: pyarrow.Table) -> Arranged:
    """Sort figures by series and period. Raises BadInput, with both lines, where one is told twice."""
    import pyarrow
    from pyarrow import compute as pc

    figures = figures.unify_dictionaries().combine_chunks()
    coded = {name: _coded(figures[name].combine_chunks()) for name in (*DIMENSIONS, "period")}
    measure = figures["measure"].combine_chunks()
    parts = [(coded[name].numbers, len(coded[name].texts) + 1) for name in DIMENSIONS]
    key = _packed([*parts, (measure, pc.max(measure).as_py() + 1)])
    periods = len(coded["period"].texts) + 1
    whole = _packed([(key, pc.max(key).as_py() + 1), (coded["period"].numbers, periods)])
    order = pc.sort_indices(whole)
    whole = whole.take(order)
    _refuse_twice(whole, order, figures)
    key = key.take(order)
    starts = pyarrow.concat_arrays([pyarrow.array([True]), pc.not_equal(key.slice(1), key.slice(0, len(key) - 1))])
    rank = pc.subtract(pc.cumulative_sum(starts.cast(pyarrow.int64())), 1)
    first = order.filter(starts)
    decimals = figures["decimals"].combine_chunks().take(order)
    value = figures["value"].combine_chunks().take(order)
    columns = {name: _texts(coded[name], first) for name in DIMENSIONS}
    measured = measure.take(first)
    series = pyarrow.table({**columns, "measure": measured, "decimals": _decimals_of(decimals, value, rank, measured)})
    told = {
        "period": pyarrow.DictionaryArray.from_arrays(
            pc.subtract(coded["period"].numbers.take(order), 1).cast(pyarrow.int32()), coded["period"].texts
        ),
        "decimals": decimals,
        "value": value,
        **{name: figures[name].combine_chunks().take(order) for name in ("status", "line")},
    }
    return Arranged(series, rank, pyarrow.table(told))


def powers() -> pyarrow.Array:
    """What a value is multiplied by to have so many decimals more."""
    import pyarrow

    return pyarrow.array([10**exponent for exponent in range(MOST_DECIMALS + 1)], pyarrow.int64())


def scaled(arranged: Arranged, decimals: pyarrow.Array) -> pyarrow.Array:
    """The values as whole numbers at the decimals of their series. Raises BadInput for one that 64 bits do not hold."""
    import pyarrow
    from pyarrow import compute as pc

    value = arranged.figures["value"].combine_chunks()
    if pc.max(decimals).as_py() > MOST_DECIMALS:
        raise BadInput(f"a value has more than {MOST_DECIMALS} decimals", hint="round it at its source")
    more = pc.subtract(
        decimals.take(arranged.rank), arranged.figures["decimals"].combine_chunks().cast(pyarrow.int64())
    )
    if pc.max(more).as_py() == 0:
        return value
    factor = powers().take(more)
    try:
        return pc.multiply_checked(value, factor)
    except pyarrow.ArrowInvalid:
        rough = pc.multiply(value.cast(pyarrow.float64(), safe=False), factor.cast(pyarrow.float64()))
        line = arranged.figures["line"][pc.index(pc.greater(pc.abs(rough), 9.2e18), True).as_py()].as_py()
        raise BadInput(
            f"line {line}: the value is too large for the decimals that its series has", hint="18 digits in all"
        ) from None


def _coded(column: pyarrow.Array) -> _Coded:
    import pyarrow
    from pyarrow import compute as pc

    if not pyarrow.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    # A dictionary may have a text twice, where two codes mean the same.
    once = column.dictionary.cast(pyarrow.string()).dictionary_encode()
    order = pc.sort_indices(once.dictionary)
    places = pc.add(pc.sort_indices(order).cast(pyarrow.int64()), 1).take(once.indices)
    return _Coded(pc.fill_null(places.take(column.indices), 0), once.dictionary.take(order))


def _texts(coded: _Coded, rows: pyarrow.Array) -> pyarrow.Array:
    import pyarrow
    from pyarrow import compute as pc

    numbers = coded.numbers.take(rows)
    return coded.texts.take(
        pc.if_else(pc.equal(numbers, 0), pyarrow.scalar(None, pyarrow.int64()), pc.subtract(numbers, 1))
    )


def _packed(parts: list[tuple[pyarrow.Array, int]]) -> pyarrow.Array:
    """One number for each row that sorts as the parts do, the first part first; `parts` come with what they are below."""
    import pyarrow
    from pyarrow import compute as pc

    packed, size = parts[0][0].cast(pyarrow.int64()), parts[0][1]
    for numbers, below in parts[1:]:
        if size * below >= MOST:
            # Too many combinations for 64 bits: only those that occur are counted.
            packed = pc.rank(packed, tiebreaker="dense").cast(pyarrow.int64())
            size = pc.max(packed).as_py() + 1
        packed = pc.add(pc.multiply(packed, below), numbers.cast(pyarrow.int64()))
        size *= below
    return packed


def _decimals_of(
    decimals: pyarrow.Array, value: pyarrow.Array, rank: pyarrow.Array, measure: pyarrow.Array
) -> pyarrow.Array:
    """How many decimals each series needs.

    All series of a measure have as many as the most exact of them, so that a later figure seldom needs more, and sums
    are at few numbers of decimals; where 64 bits do not hold its largest value so, each has as many as it needs itself.
    """
    import pyarrow
    from pyarrow import compute as pc

    largest = pc.abs(value.cast(pyarrow.float64(), safe=False))
    of_measure = measure.take(rank)
    told = pyarrow.table({"measure": of_measure, "decimals": decimals, "value": largest})
    most = told.group_by("measure").aggregate([("decimals", "max"), ("value", "max")])
    fits = pc.less(pc.multiply(most["value_max"], pc.power(10.0, most["decimals_max"].cast(pyarrow.float64()))), 9.2e18)
    own = most.filter(fits)
    uniform = _at(measure, own["measure"], own["decimals_max"])
    if not uniform.null_count:
        return uniform
    grouped = pyarrow.table({"rank": rank, "decimals": decimals}).group_by("rank", use_threads=False)
    needed = grouped.aggregate([("decimals", "max")])["decimals_max"].combine_chunks().cast(pyarrow.int64())
    return pc.coalesce(uniform, needed)


def _at(keys: pyarrow.Array, known: pyarrow.ChunkedArray, values: pyarrow.ChunkedArray) -> pyarrow.Array:
    import pyarrow
    from pyarrow import compute as pc

    there = pc.index_in(keys, value_set=known.combine_chunks())
    return values.combine_chunks().cast(pyarrow.int64()).take(there)


def _refuse_twice(whole: pyarrow.Array, order: pyarrow.Array, figures: pyarrow.Table) -> None:
    from pyarrow import compute as pc

    same = pc.equal(whole.slice(1), whole.slice(0, len(whole) - 1))
    if pc.any(same).as_py():
        place = pc.index(same, True).as_py()
        one, two = (figures.slice(order[at].as_py(), 1).to_pylist()[0] for at in (place, place + 1))
        lines = sorted((one["line"], two["line"]))
        equal = (one["value"], one["decimals"]) == (two["value"], two["decimals"])
        what = f"lines {lines[0]} and {lines[1]} tell the same figure{'' if equal else ', with different values'}"
        more = pc.sum(same).as_py() - 1
        raise BadInput(
            f"{what}; {more:,} more {'figure is' if more == 1 else 'figures are'} told twice" if more else what,
            hint="keep one of them",
        )
