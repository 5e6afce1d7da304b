"""Periods of figures: the forms that are stored, and those that articles write."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import BadInput
from factbase.values.date import parse_edtf
from factbase.values.period import Period, parse_period, period_kind_of, period_of, read_period


@pytest.mark.parametrize(
    ("text", "kind", "lower", "upper"),
    [
        ("2024", "year", "2024-01-01", "2024-12-31"),
        ("2024-H1", "half-year", "2024-01-01", "2024-06-30"),
        ("2024-H2", "half-year", "2024-07-01", "2024-12-31"),
        ("2024-Q3", "quarter", "2024-07-01", "2024-09-30"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2024-09-30", "day", "2024-09-30", "2024-09-30"),
        ("2024-01/2024-09", "range", "2024-01-01", "2024-09-30"),
        ("1995/2024", "range", "1995-01-01", "2024-12-31"),
        ("2024-Q1/2024-Q3", "range", "2024-01-01", "2024-09-30"),
    ],
)
def test_a_period_has_its_kind_and_its_first_and_last_day(text: str, kind: str, lower: str, upper: str) -> None:
    assert parse_period(text) == Period(text, lower, upper)
    assert period_kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2024-Q5", "is not a period"),
        ("2024-H3", "is not a period"),
        ("2024-13", "is not a period"),
        ("2024-9", "is not a period"),
        ("2024-33", "is not a period"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("2024/2024", "write 2024"),
        ("2024-09/2024-01", "write 2024-01/2024-09"),
        ("2024-01/2024", "different kinds"),
        ("2024/..", "is not a period"),
        ("2024/2025/2026", "is not a period"),
        ("0000", "years count from 0001"),
        ("２０２４", "digits as 0 to 9"),
    ],
)
def test_what_is_no_period_is_refused_with_what_would_be_right(text: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_period(text)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("2024", "2024"),
        ("in 2024", "2024"),
        ("2024-Q3", "2024-Q3"),
        ("Q3 2024", "2024-Q3"),
        ("2024Q3", "2024-Q3"),
        ("third quarter of 2024", "2024-Q3"),
        ("first half of 2024", "2024-H1"),
        ("H2 2024", "2024-H2"),
        ("September 2024", "2024-09"),
        ("30 September 2024", "2024-09-30"),
        ("January–September 2024", "2024-01/2024-09"),
        ("from January to June 2024", "2024-01/2024-06"),
        ("first nine months of 2024", "2024-01/2024-09"),
        ("2023–2024", "2023/2024"),
        ("Q1 to Q3 2024", "2024-Q1/2024-Q3"),
    ],
)
def test_periods_are_read_as_articles_write_them(words: str, text: str) -> None:
    assert read_period(words) == parse_period(text)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("since 2024", "no sharp start and end"),
        ("about 2024", "no sharp start and end"),
        ("spring 2024", "no sharp start and end"),
        ("the 1990s", "no sharp start and end"),
        ("2024/25", "can be two years"),
        ("FY2024", "'FY2024' is not a period"),
        ("last year", "needs the date of the document"),
        ("2024-01/2024", "different kinds"),
        ("", "an empty text is not a period"),
    ],
)
def test_what_has_no_sharp_start_and_end_is_refused(words: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_period(words)
    assert reason in str(refused.value)


def test_a_date_becomes_the_period_that_it_is() -> None:
    assert period_of(parse_edtf("2024-35")).text == "2024-Q3"


years = st.integers(1, 9999).map("{:04d}".format)
parts = st.sampled_from(["", "-H1", "-H2", "-Q1", "-Q4", "-01", "-12", "-02-28", "-12-31"])
periods = st.builds("{}{}".format, years, parts) | st.builds(
    "{0}{2}/{1}{2}".format, st.integers(1, 4999).map("{:04d}".format), st.integers(5000, 9999), parts
)


@given(periods)
def test_canonical_text_is_kept_and_ends_after_it_starts(text: str) -> None:
    period = parse_period(text)
    assert period.text == text
    assert period.lower <= period.upper
    assert read_period(text) == period


@given(st.text() | st.text(alphabet="0123456789-/QH ") | periods.map(" {}".format))
def test_any_text_is_a_period_or_is_refused(text: str) -> None:
    for reads in (parse_period, read_period):
        with contextlib.suppress(BadInput):
            assert parse_period(reads(text).text)
