"""Figures as tables show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.values.human import human, human_change


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (3_700_000_000, "USD", "3.70 bn USD"),
        (-3_700_000_000, "USD", "-3.70 bn USD"),
        (1_234_567, "EUR", "1.23 m EUR"),
        (2_500_000_000_000, "CNY", "2.50 tn CNY"),
        (999_999_999, "USD", "1.00 bn USD"),
        (999_999, "USD", "999,999 USD"),
        (0.3, "USD", "0.3 USD"),
        (378_000, "t", "378,000 t"),
        (5_000_000, "TEU", "5,000,000 TEU"),
        (20.7, "%", "20.7 %"),
        (21, "1", "21"),
        (1, "rank", "no. 1"),
        (21, None, "21"),
        (2024.0, None, "2,024"),
        (0.00001, None, "0.00001"),
        (0.000061037, None, "0.000061037"),
    ],
)
def test_figures_are_short_and_have_their_unit(value: float, unit: str | None, shown: str) -> None:
    assert human(value, unit) == shown


@pytest.mark.parametrize(("percent", "shown"), [(20.7, "+20.7 %"), (-3.0, "-3 %"), (0, "0 %")])
def test_a_change_has_its_sign(percent: float, shown: str) -> None:
    assert human_change(percent) == shown


@given(st.floats(-1e15, 1e15), st.sampled_from(["USD", "t", None]))
def test_no_figure_is_shown_with_an_exponent(value: float, unit: str | None) -> None:
    assert "e" not in human(value, unit)
