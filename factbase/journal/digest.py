"""A sum over figures that does not depend on their order, and that a flipped bit anywhere in one of them changes.

Each figure becomes a number: its series, value, status and period are mixed by the steps of SplitMix64 (Steele, Lea and
Flood 2014) in 64-bit arithmetic. The digest is the sum of these numbers, modulo 2^64.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

_WRAP = 1 << 64
_FACTORS = (0xBF58476D1CE4E5B9 - _WRAP, 0x94D049BB133111EB - _WRAP)
_SHIFTS = (30, 27, 31)


def digest_of(series: pyarrow.Array, period: pyarrow.Array, value: pyarrow.Array, status: pyarrow.Array) -> int:
    """The digest of some figures, a number below 2^64; those of several lots are added.

    `series` and `value` are int64, `period` and `status` texts. A missing value counts as 0.

    >>> import pyarrow as pa
    >>> figures = pa.array([1, 2]), pa.array(["2023", "2024"]), pa.array([5, 6]), pa.array(["actual", "actual"])
    >>> turned = [column.take(pa.array([1, 0])) for column in figures]
    >>> digest_of(*figures) == digest_of(*turned), digest_of(*figures) == digest_of(figures[2], *figures[1:])
    (True, False)
    """
    from pyarrow import compute as pc

    mixed = _mixed(series)
    for column in (pc.fill_null(value, 0), _numbered(period), _numbered(status)):
        mixed = _mixed(pc.add(mixed, column))
    # Wraps at 64 bits, as it is meant to.
    return (pc.sum(mixed).as_py() or 0) % _WRAP


def shown(digest: int) -> str:
    """The digest as a base keeps it.

    >>> shown(255)
    'sum64:00000000000000ff'
    """
    return f"sum64:{digest % _WRAP:016x}"


def _mixed(numbers: pyarrow.Array) -> pyarrow.Array:
    from pyarrow import compute as pc

    for shift, factor in zip(_SHIFTS, (*_FACTORS, None), strict=True):
        numbers = pc.bit_wise_xor(numbers, pc.shift_right(numbers, shift))
        if factor is not None:
            numbers = pc.multiply(numbers, factor)
    return numbers


def _numbered(texts: pyarrow.Array) -> pyarrow.Array:
    """A number for each text, from its SHA-256; there are few distinct ones."""
    import pyarrow

    coded = texts.dictionary_encode() if not pyarrow.types.is_dictionary(texts.type) else texts
    if isinstance(coded, pyarrow.ChunkedArray):
        coded = coded.combine_chunks()
    numbers = [int.from_bytes(sha256(text.encode()).digest()[:8], signed=True) for text in coded.dictionary.to_pylist()]
    return pyarrow.array(numbers, pyarrow.int64()).take(coded.indices)
