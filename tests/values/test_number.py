"""Numbers: exact as written, with hedge, unit and digits, or refused."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import BadInput
from factbase.values.number import Quantity, decimals_of, format_scaled, interval, read_quantity, to_scaled


@pytest.mark.parametrize(
    ("text", "value", "unit", "digits"),
    [
        ("$3.7 billion", "3700000000", "USD", 2),
        ("US$ 3.7bn", "3700000000", "USD", 2),
        ("3.7 bn USD", "3700000000", "USD", 2),
        ("USD 3.7 billion", "3700000000", "USD", 2),
        ("3.70 Billion dollars", "3700000000", "USD", 3),
        ("5 m EUR", "5000000", "EUR", 1),
        ("3 b dollars", "3000000000", "USD", 1),
        ("€1,234.5 million", "1234500000", "EUR", 5),
        ("RMB 3 bn", "3000000000", "CNY", 1),
        ("HK$3", "3", "HKD", 1),
        ("A$5m", "5000000", "AUD", 1),
        ("2 million Swiss francs", "2000000", "CHF", 1),
        ("-$3 bn", "-3000000000", "USD", 1),
        ("378,000 tons", "378000", "t", 3),
        ("378 000 t", "378000", "t", 3),
        ("612 thousand tonnes", "612000", "t", 3),
        ("1.2 mln t", "1200000", "t", 2),
        ("2 Mt", "2000000", "t", 1),
        ("4.5 bcm", "4500000000", "m3", 2),
        ("20.7 per cent", "20.7", "%", 3),
        ("2.5 percentage points", "2.5", "pp", 2),
        ("0.05%", "0.05", "%", 1),
        ("4,256 km", "4256", "km", 4),
        ("20", "20", None, 1),
        ("0", "0", None, 1),
        ("two", "2", None, 1),
        ("Twenty-one", "21", None, 2),
        ("a dozen", "12", None, 2),
        ("a million", "1000000", None, 1),
        ("three hundred", "300", None, 1),
    ],
)
def test_numbers_are_read_exactly_with_unit_and_digits(text: str, value: str, unit: str | None, digits: int) -> None:
    read = read_quantity(text)
    assert read == Quantity(Decimal(value), unit=unit, digits=digits)
    assert "E" not in str(read.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("about 20", {"qualifier": "about", "value": 20}),
        ("~20", {"qualifier": "about", "value": 20}),
        ("nearly 20", {"qualifier": "nearly", "value": 20, "high": 20}),
        ("More than 20", {"qualifier": "more than", "low": 20}),
        ("over 20", {"qualifier": "more than", "low": 20}),
        ("at least 5", {"qualifier": "at least", "low": 5}),
        (">=5", {"qualifier": "at least", "low": 5}),
        ("no fewer than 5", {"qualifier": "at least", "low": 5}),
        ("less than 5", {"qualifier": "less than", "high": 5}),
        ("no more than 5", {"qualifier": "at most", "high": 5}),
        ("<= 5", {"qualifier": "at most", "high": 5}),
        ("up to 30", {"qualifier": "up to", "high": 30}),
        ("3 to 4", {"qualifier": "between", "low": 3, "high": 4}),
        ("3–4", {"qualifier": "between", "low": 3, "high": 4}),
        ("between 3 and 4", {"qualifier": "between", "low": 3, "high": 4}),
        ("from 3 to 4", {"qualifier": "between", "low": 3, "high": 4}),
    ],
)
def test_a_hedge_makes_a_number_a_value_or_a_bound(text: str, told: dict[str, Any]) -> None:
    assert read_quantity(text) == Quantity(**{"value": None, **told})


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3.0 to 3.2 bn EUR", 3_000_000_000, 3_200_000_000, "EUR"),
        ("3.0–3.2 bn EUR", 3_000_000_000, 3_200_000_000, "EUR"),
        ("€3.0–3.2bn", 3_000_000_000, 3_200_000_000, "EUR"),
        ("$3-4m", 3_000_000, 4_000_000, "USD"),
        ("$3 million to $3.2 million", 3_000_000, 3_200_000, "USD"),
        ("500,000 to 1 million t", 500_000, 1_000_000, "t"),
        ("two to three million", 2_000_000, 3_000_000, None),
        ("-3 to -2%", -3, -2, "%"),
    ],
)
def test_the_bounds_of_a_range_share_scale_and_unit(text: str, low: int, high: int, unit: str | None) -> None:
    read = read_quantity(text)
    assert (read.low, read.high) == (Decimal(low), Decimal(high))
    assert (read.value, read.unit, read.qualifier) == (None, unit, "between")


@pytest.mark.parametrize(
    ("text", "low", "high", "told"),
    [
        ("Between 3 and 5 per cent", "3", "5", {"unit": "%", "digits": 1, "change": None}),
        ("3.25 to 5 %", "3.25", "5", {"unit": "%", "digits": 1, "change": None}),
        ("3 to 5.25 %", "3", "5.25", {"unit": "%", "digits": 1, "change": None}),
        ("+3 to 5 %", "3", "5", {"unit": "%", "digits": 1, "change": "percent"}),
        ("3 times to 4 times", "3", "4", {"unit": None, "digits": 1, "change": "multiple"}),
        ("1 to 2 million", "1000000", "2000000", {"unit": None, "digits": 1, "change": None}),
        ("1 to 1 million", "1", "1000000", {"unit": None, "digits": 1, "change": None}),
        ("from 5 to 5 km", "5", "5", {"unit": "km", "digits": 1, "change": None}),
    ],
)
def test_two_bounds_share_unit_scale_sign_and_the_fewer_digits(
    text: str, low: str, high: str, told: dict[str, Any]
) -> None:
    assert read_quantity(text) == Quantity(
        None, low=Decimal(low), high=Decimal(high), qualifier="between", unit_text=None, **told
    )


@pytest.mark.parametrize(
    ("text", "value", "unit", "change"),
    [
        ("+20.7%", "20.7", "%", "percent"),
        ("-3.5 percent", "-3.5", "%", "percent"),
        ("−3.5%", "-3.5", "%", "percent"),
        ("20.7%", "20.7", "%", None),
        ("three percent", "3", "%", None),
        ("-2 pp", "-2", "pp", "absolute"),
        ("+5 bn USD", "5000000000", "USD", "absolute"),
        ("-5 bn USD", "-5000000000", "USD", None),
        ("threefold", "3", None, "multiple"),
        ("3-fold", "3", None, "multiple"),
        ("2.5-fold", "2.5", None, "multiple"),
        ("x3", "3", None, "multiple"),
        ("×3", "3", None, "multiple"),
        ("-3x", "-3", None, "multiple"),
        ("three times", "3", None, "multiple"),
        ("tripled", "3", None, "multiple"),
        ("halved", "0.5", None, "multiple"),
    ],
)
def test_signs_and_multiples_tell_a_change(text: str, value: str, unit: str | None, change: str | None) -> None:
    read = read_quantity(text)
    assert (read.value, read.unit, read.change) == (Decimal(value), unit, change)


@pytest.mark.parametrize(("text", "digits"), [("halved", 1), ("tripled", 1), ("2.5-fold", 2), ("x10", 1)])
def test_a_multiple_has_the_digits_that_it_is_told_with(text: str, digits: int) -> None:
    assert read_quantity(text).digits == digits


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("20 agreements", "1", "agreements"),
        ("20 bilateral agreements", "1", "bilateral agreements"),
        ("1.2 million people", "1", "people"),
        ("5 bushels", None, "bushels"),
        ("1.8 million barrels per day", "bbl", "per day"),
        ("between 70 and 80 USD per barrel", "USD", "per bbl"),
        ("$70 a barrel", "USD", "per bbl"),
        ("€45/MWh", "EUR", "per MWh"),
    ],
)
def test_what_is_counted_keeps_its_words_and_a_rate_what_it_is_for(text: str, unit: str | None, words: str) -> None:
    read = read_quantity(text)
    assert (read.unit, read.unit_text) == (unit, words)


def test_a_decimal_comma_is_read_where_the_reader_is_told_of_it() -> None:
    assert read_quantity("1.234,5 EUR", decimal=",").value == Decimal("1234.5")
    assert read_quantity("ca. 1 234,5", decimal=",").value == Decimal("1234.5")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("¥500 million", "write CNY or JPY"),
        ("3 pounds", "write GBP"),
        ("4 long tons", "a long ton has 1.016 t"),
        ("2 mt", "write Mt for a million tonnes"),
        ("5 m", "write million, or metres"),
        ("5 m tons", "is not a number"),
        ("x3 times", "is not a number"),
        ("$5 CAD", "two units"),
        ("3 USD to 4 EUR", "two units"),
        ("3 times to 4", "two units"),
        ("4 to 3", "write the lower bound first"),
        ("between 3 and soup", "is not a number"),
        ("between 1 and 2 and 3", "is not a number"),
        ("3 hundreds", "tells no number"),
        ("10,00", "comma that does not set off thousands"),
        ("1.234,5", "comma that does not set off thousands"),
        ("1,23,456", "comma that does not set off thousands"),
        ("NaN", "is not a number"),
        ("inf", "is not a number"),
        ("1e400", "has an exponent"),
        ("1_000", "has an underscore"),
        ("１２", "digits as 0 to 9"),
        ("٢٠ people", "digits as 0 to 9"),
        ("nearly half", "is a fraction in words"),
        ("dozens of deals", "tells no number"),
        ("20+ deals", "at least 20"),
        ("20 plus countries", "at least 20"),
        ("plus de 250", "a number and its unit alone"),
        ("378,000 tons of oil", "write a number and its unit alone"),
        ("3.7 billion dollars in trade", "write a number and its unit alone"),
        ("twenty one", "is not a number"),
        ("5 at least", "is not a number"),
        ("20 mil", "is not a number"),
        ("20 млн", "is not a number"),
        ("20亿", "is not a number"),
        ("over-60", "is not a number"),
        ("under–5%", "is not a number"),
        ("60s", "is not a number"),
        ("over 60s", "is not a number"),
        ("5th", "is not a number"),
        ("3rd largest", "is not a number"),
        ("20s people", "is not a number"),
        ("five dozen", "is not a number"),
        ("USD 5 people", "has two units"),
        ("EUR 5 agreements", "has two units"),
        ("3½", "is not a number"),
        ("007", "is not a number"),
        ("3.7.2", "is not a number"),
        ("1,234 567", "is not a number"),
        ("agreements", "is not a number"),
        ("", "an empty text is not a number"),
        ("1" * 201, "too long"),
    ],
)
def test_what_is_no_exact_number_is_refused_with_what_would_be_right(text: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_quantity(text)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("value", "digits", "low", "high"),
    [
        ("3700000000", 2, "3650000000", "3750000000"),
        ("378000", 3, "377500", "378500"),
        ("20.7", 3, "20.65", "20.75"),
        ("-3.0", 2, "-3.05", "-2.95"),
        ("100", 1, "50", "150"),
        ("0", 1, "-0.5", "0.5"),
    ],
)
def test_the_interval_is_half_a_unit_of_the_last_digit_to_both_sides(
    value: str, digits: int, low: str, high: str
) -> None:
    assert interval(Decimal(value), digits) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("value", "digits"), [("Infinity", 1), ("3", 0)])
def test_what_was_not_rounded_has_no_interval(value: str, digits: int) -> None:
    with pytest.raises(BadInput, match="has no interval"):
        interval(Decimal(value), digits)


@pytest.mark.parametrize(
    ("value", "decimals", "scaled"),
    [("3.07", 2, 307), ("1e-15", 15, 1), ("3.070", 2, 307), ("-0.05", 2, -5), ("3.7E+9", 0, 3700000000)],
)
def test_a_value_becomes_a_whole_number_at_its_decimals(value: str, decimals: int, scaled: int) -> None:
    assert to_scaled(Decimal(value), decimals) == scaled


@pytest.mark.parametrize(
    ("value", "decimals", "reason"),
    [
        ("3.07", 1, "it needs 2"),
        ("9223372036854775808", 0, "beyond 64 bits"),
        ("-9223372036854775809", 0, "beyond 64 bits"),
        ("1e400", 0, "beyond 64 bits"),
        ("9007199254740993", 6, "beyond 64 bits at 6 decimals (the largest is 9,223,372,036,854.775807; use"),
        ("1e999999999", 0, "beyond 64 bits"),
        ("1e-999999999", 2, "does not fit"),
        ("1234567890123.456", 3, "more than 15 digits"),
        ("NaN", 0, "cannot be held"),
        ("Infinity", 0, "cannot be held"),
        ("1", 16, "0 to 15 decimals"),
    ],
)
def test_a_value_that_would_be_rounded_is_refused(value: str, decimals: int, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        to_scaled(Decimal(value), decimals)
    assert reason in str(refused.value)


def test_64_bits_are_used_to_the_last() -> None:
    assert to_scaled(Decimal(2**63 - 1), 0) == 2**63 - 1
    assert to_scaled(Decimal(-(2**63)), 0) == -(2**63)


@pytest.mark.parametrize(("value", "decimals"), [("3.70", 1), ("3700", 0), ("3.7E+9", 0), ("0.00", 0), ("0.05", 2)])
def test_the_decimals_of_a_value_are_the_fewest_that_hold_it(value: str, decimals: int) -> None:
    assert decimals_of(Decimal(value)) == decimals


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 15))
def test_a_scaled_number_and_its_text_are_the_same(scaled: int, decimals: int) -> None:
    text = format_scaled(scaled, decimals)
    assert to_scaled(Decimal(text), decimals) == scaled
    # What views compute from it in floats prints as the same number.
    assert Decimal(repr(scaled / 10**decimals)) == Decimal(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.integers(1, 20))
def test_a_value_lies_in_its_interval(value: Decimal, digits: int) -> None:
    low, high = interval(value, digits)
    assert low < value < high


@given(st.decimals(-(10**12), 10**12, places=2))
def test_a_number_reads_back_as_it_is_written(value: Decimal) -> None:
    for text in (f"{value:,f}", f"{value:f}", f"{value:,f} USD"):
        assert read_quantity(text).value == value


WORDS = (
    "0 1 20 3.7 1,000 10,00 1 000 - – + ~ > $ US$ € ¥ % bn million m k thousand hundred dozen t tons USD pp fold x3 x "
    "times two twenty-one a half to between and from about more than up to at least people of tripled ½ . , 1e9"
)
words = st.sampled_from(WORDS.split())
texts = st.text() | st.lists(words, max_size=6).map(" ".join) | st.lists(words, max_size=4).map("".join)


@given(texts, st.sampled_from([".", ","]))
def test_any_text_is_a_quantity_or_is_refused(text: str, decimal: Any) -> None:
    with contextlib.suppress(BadInput):
        read = read_quantity(text, decimal=decimal)
        bounds = [bound for bound in (read.low, read.value, read.high) if bound is not None]
        assert bounds
        assert bounds == sorted(bounds)
        assert all(bound.is_finite() for bound in bounds)
        assert read.digits >= 1
