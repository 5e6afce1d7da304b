"""Which series of a source are there: each as one number, made exactly from its dimensions, beside its id.

A lookup of a million series in the database takes longer than to read them all once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbase.errors import BadInput
from factbase.journal.arranged import DIMENSIONS

if TYPE_CHECKING:
    import pyarrow

# How many different values a dimension of one source may have, in bits; together they fill 63. A measure and goods are
# one: where there are many of the ones there are few of the others.
_BITS = {"area": 12, "partner": 12, "reporter": 12, "flow": 5, "measure and commodity": 22}


class Codebook:
    """The series of a source that are known, and codes for their dimensions as they come."""

    def __init__(self) -> None:
        self._codes: dict[str, dict[str | int | None, int]] = {name: {} for name in (*_BITS, "goods")}
        self._keys: list[pyarrow.Array] = []
        self._ids: list[pyarrow.Array] = []
        self._decimals: list[pyarrow.Array] = []

    def add(self, keys: pyarrow.Array, ids: pyarrow.Array, decimals: pyarrow.Array) -> None:
        """Know series by the keys that `keys_of` gives."""
        self._keys.append(keys)
        self._ids.append(ids)
        self._decimals.append(decimals)

    def find(self, keys: pyarrow.Array) -> tuple[pyarrow.Array, pyarrow.Array] | None:
        """The ids and the decimals of series, null where one is not known; None where nothing is."""
        import pyarrow
        from pyarrow import compute as pc

        if not self._keys:
            return None
        # The few that are asked for are what the many are looked up in, not the other way round.
        met = [pc.is_in(known, value_set=keys) for known in self._keys]
        keys_met, ids, decimals = (
            pyarrow.concat_arrays([part.filter(mask) for part, mask in zip(parts, met, strict=True)])
            for parts in (self._keys, self._ids, self._decimals)
        )
        there = pc.index_in(keys, value_set=keys_met)
        return ids.take(there), decimals.take(there)

    def widen(self, ids: pyarrow.Array, decimals: pyarrow.Array) -> None:
        """Note that some series have more decimals now."""
        import pyarrow
        from pyarrow import compute as pc

        known = pyarrow.concat_arrays(self._ids)
        more = decimals.take(pc.index_in(known, value_set=ids))
        self._ids, self._keys = [known], [pyarrow.concat_arrays(self._keys)]
        self._decimals = [pc.coalesce(more, pyarrow.concat_arrays(self._decimals))]

    def keys_of(self, series: pyarrow.Table) -> pyarrow.Array:
        """A number for each series, the same whenever its dimensions are.

        Raises BadInput for a source with more different texts in a dimension than there are codes.
        """
        import pyarrow
        from pyarrow import compute as pc

        columns = {name: series[name].combine_chunks() for name in (*DIMENSIONS, "measure")}
        goods = pc.binary_join_element_wise(columns.pop("classification"), columns.pop("commodity"), " ")
        what = pc.add(pc.shift_left(self._coded("goods", goods), 31), columns.pop("measure"))
        key = pyarrow.repeat(pyarrow.scalar(0, pyarrow.int64()), len(series))
        for name, column in {**columns, "measure and commodity": what}.items():
            key = pc.add(pc.shift_left(key, _BITS[name]), self._coded(name, column))
            if len(self._codes[name]) >= 1 << _BITS[name]:
                raise BadInput(
                    f"the source has more than {(1 << _BITS[name]) - 2:,} different values of '{name}'",
                    hint="load a part of it as another source, with --source",
                )
        return key

    def _coded(self, name: str, values: pyarrow.Array) -> pyarrow.Array:
        """A number for each different value, the same in each lot, and 0 for none."""
        import pyarrow
        from pyarrow import compute as pc

        coded = values.dictionary_encode()
        codes = self._codes[name]
        numbers = [codes.setdefault(value, len(codes) + 1) for value in coded.dictionary.to_pylist()]
        return pc.fill_null(pyarrow.array(numbers, pyarrow.int64()).take(coded.indices), 0)
