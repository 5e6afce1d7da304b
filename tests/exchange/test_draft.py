"""A part of a file on its way to figures: columns as codes, and what cannot be taken."""

from __future__ import annotations

import pyarrow

from factbase.exchange.draft import Codes, cross


def test_columns_are_crossed_however_many_combinations_there_could_be() -> None:
    # 40 ** 13 is more than 64 bits hold.
    rows = [tuple(f"{(row + at) % 40}" for at in range(13)) for row in range(80)]
    columns = [pyarrow.array(column).dictionary_encode() for column in zip(*rows, strict=True)]
    crossed = cross(*(Codes(column.indices, column.dictionary.to_pylist()) for column in columns))
    assert [crossed.values[at] for at in crossed.index.to_pylist()] == rows
    assert len(crossed.values) == 40


def test_a_column_with_nothing_makes_nothing_of_its_rows() -> None:
    crossed = cross(Codes(pyarrow.array([0, None, 1]), ["a", "b"]), Codes(pyarrow.array([0, 0, 0]), ["c"]))
    assert (crossed.index.to_pylist(), crossed.values) == ([0, None, 1], [("a", "c"), ("b", "c")])
