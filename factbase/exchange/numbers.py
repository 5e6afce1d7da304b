"""Numbers as files write them, a column at a time: exact whole numbers and their decimals, or the reason why not."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factbase.errors import BadInput

if TYPE_CHECKING:
    import pyarrow

MOST_DECIMALS = 15
_LARGEST = 2**63 - 1
# So many digits are too large whatever they are; Python makes no number of some thousands of them.
_HOPELESS = 99
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?")
# As spreadsheets show a number, and save it: of its fifteen digits as many as its cell has room for. What writes doubles
# whole has no sign (3.11E9), small letters (3.11e+09) or the plain digits; below one it has this form, too, so that only
# the five decimals of a cell without a format tell a spreadsheet there.
_SHOWN = re.compile(r"[+-]?(?:[0-9](?:\.[0-9]{0,13})?E\+[0-9]{2,3}|[0-9]\.[0-9]{5}E-[0-9]{2,3})")
LOST = "may have lost digits to a spreadsheet"


class Numbers(NamedTuple):
    """`values` at `decimals`, null where there is none; `wrong` are rows with what is wrong there.

    `rounded` counts those that were rounded at the last decimal that a base holds.
    """

    values: pyarrow.Array
    decimals: pyarrow.Array
    wrong: dict[int, str]
    rounded: int = 0


def exact(texts: pyarrow.Array, *, shift: int = 0, rounding: bool = False) -> Numbers:
    """The numbers of a column of texts, each times ten to the power of `shift`.

    A text is digits with a point and a leading minus, or has an exponent. Nothing is lost: what has more than 15
    decimals is wrong unless it may be rounded there.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    digits = pc.replace_substring(texts, ".", "", max_replacements=1)
    # Eighteen digits fit into 64 bits; what has more goes through Decimal below.
    plain = pc.and_(pc.ascii_is_decimal(digits), pc.less_equal(pc.binary_length(digits), 18))
    values = pc.cast(pc.if_else(plain, digits, None), pa.int64())
    point = pc.find_substring(texts, ".")
    behind = pc.if_else(pc.less(point, 0), 0, pc.subtract(pc.subtract(pc.binary_length(texts), point), 1))
    decimals = pc.subtract(pc.cast(behind, pa.int8(), safe=False), pa.scalar(shift, pa.int8()))
    # The fast way is for whole columns of plain numbers; its zeros behind the point are taken off in one more pass.
    ends = pc.and_(plain, pc.and_(pc.greater(decimals, 0), pc.ends_with(texts, "0")))
    odd = pc.or_(pc.invert(plain), pc.or_(ends, pc.or_(pc.less(decimals, 0), pc.greater(decimals, MOST_DECIMALS))))
    rows = pc.indices_nonzero(odd)
    if not len(rows):
        return Numbers(values, decimals, {})
    return _with_odd(values, decimals, odd, rows, texts, shift, rounding)


def marked(texts: pyarrow.Array, pattern: str) -> tuple[pyarrow.Array, pyarrow.Array]:
    """Texts without white space around them and the marks behind them, and those marks as codes of a dictionary.

    The pattern has groups 'told' and 'mark'. A text that it does not fit has an empty mark.
    """
    import pyarrow.compute as pc

    texts = pc.ascii_trim_whitespace(texts)
    found = pc.extract_regex(texts, pattern)
    told, marks = (
        pc.if_else(found.is_valid(), pc.struct_field(found, name), other)
        for name, other in (("told", texts), ("mark", ""))
    )
    return told, pc.dictionary_encode(marks)


def _with_odd(
    values: pyarrow.Array,
    decimals: pyarrow.Array,
    odd: pyarrow.Array,
    rows: pyarrow.Array,
    texts: pyarrow.Array,
    shift: int,
    rounding: bool,
) -> Numbers:
    import pyarrow as pa
    import pyarrow.compute as pc

    some = texts.take(rows)
    stripped, its_decimals, left = _stripped(some, shift)
    wrong: dict[int, str] = {}
    one_by_one: list[int | None] = []
    places: list[int] = []
    rounded = 0
    for at in left.to_pylist():
        text = some[at].as_py()
        value, decimal = None, 0
        if text:
            try:
                value, decimal, was_rounded = one(text, shift, rounding=rounding)
                rounded += was_rounded
            except BadInput as error:
                wrong[rows[at].as_py()] = error.what
        one_by_one.append(value)
        places.append(decimal)
    if len(left):
        told = pc.is_in(pa.array(range(len(some)), pa.uint64()), left)
        stripped = pc.replace_with_mask(stripped, told, pa.array(one_by_one, pa.int64()))
        its_decimals = pc.replace_with_mask(its_decimals, told, pa.array(places, pa.int8()))
    return Numbers(
        pc.replace_with_mask(values, odd, stripped), pc.replace_with_mask(decimals, odd, its_decimals), wrong, rounded
    )


def _stripped(texts: pyarrow.Array, shift: int) -> tuple[pyarrow.Array, pyarrow.Array, pyarrow.Array]:
    """Values and decimals of numbers with a minus, or with zeros at their end; and which of them are none of these."""
    import pyarrow as pa
    import pyarrow.compute as pc

    minus = pc.starts_with(texts, "-")
    bare = pc.if_else(minus, pc.utf8_slice_codeunits(texts, 1), texts)
    has_point = pc.greater_equal(pc.find_substring(bare, "."), 0)
    bare = pc.if_else(has_point, pc.ascii_rtrim(bare, "0"), bare)
    digits = pc.replace_substring(bare, ".", "", max_replacements=1)
    behind = pc.subtract(pc.subtract(pc.binary_length(bare), pc.find_substring(bare, ".")), 1)
    behind = pc.if_else(has_point, behind, 0)
    fits = pc.and_(pc.ascii_is_decimal(digits), pc.less_equal(pc.binary_length(digits), 18 - max(shift, 0)))
    fits = pc.and_(fits, pc.less_equal(behind, MOST_DECIMALS + shift))
    values = pc.cast(pc.if_else(fits, digits, None), pa.int64())
    values = pc.if_else(minus, pc.negate(values), values)
    decimals = pc.subtract(behind, shift)
    # Multiplied by so many tens where the shift goes beyond the decimals; 64 bits hold no more than eighteen.
    tens = pa.array([10**power for power in range(min(max(shift, 0), 18) + 1)], pa.int64())
    missing = pc.if_else(pc.and_(fits, pc.less(decimals, 0)), pc.negate(decimals), 0)
    values = pc.multiply(values, tens.take(missing))
    decimals = pc.cast(pc.if_else(fits, pc.max_element_wise(decimals, 0), 0), pa.int8())
    return values, decimals, pc.indices_nonzero(pc.invert(fits))


def one(text: str, shift: int = 0, *, rounding: bool = False) -> tuple[int, int, bool]:
    """A number, its decimals, and whether it was rounded at the last one. Raises BadInput with what is wrong.

    >>> one("1.5E10"), one("-0.250"), one("3.7", 9)
    ((15000000000, 0, False), (-25, 2, False), (3700000000, 0, False))
    """
    if not text.isascii() or not _NUMBER.fullmatch(text):
        raise BadInput("is no number")
    sign, digits, exponent = Decimal(text).as_tuple()
    assert isinstance(exponent, int)
    exponent += shift
    told = "".join(map(str, digits)).lstrip("0")
    bare = told.rstrip("0")
    exponent += len(told) - len(bare)
    if not bare:
        return 0, 0, False
    if _SHOWN.fullmatch(text):
        raise BadInput(LOST)
    rounded = rounding and -exponent > MOST_DECIMALS
    if rounded:
        cut = len(bare) + exponent + MOST_DECIMALS
        bare, exponent = _half_even(bare, cut) if cut >= 0 else "0", -MOST_DECIMALS
        whole = bare.rstrip("0")
        if not whole:
            return 0, 0, True
        exponent, bare = exponent + len(bare) - len(whole), whole
    if -exponent > MOST_DECIMALS:
        raise BadInput(f"has more than {MOST_DECIMALS} decimals")
    if len(bare) + max(exponent, 0) > 19 or int(bare) * 10 ** max(exponent, 0) > _LARGEST:
        raise BadInput("is too large: a base holds 63 bits")
    value = int(bare) * 10 ** max(exponent, 0)
    return (-value if sign else value), max(-exponent, 0), rounded


def _half_even(digits: str, cut: int) -> str:
    """The digits before the cut, rounded by those behind it."""
    kept, behind = digits[:cut] or "0", digits[cut:]
    if behind < "5" or (behind == "5" and kept[-1] in "02468") or len(kept) > _HOPELESS:
        return kept
    return str(int(kept) + 1)
