"""Units: the code that a writer's words mean, and words that mean several."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import BadInput
from factbase.values.unit import Unit, read_unit


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("USD", Unit("USD")),
        ("US dollars", Unit("USD")),
        ("€", Unit("EUR")),
        ("yuan", Unit("CNY")),
        ("tons", Unit("t")),
        ("Tonnes", Unit("t")),
        ("cubic metres", Unit("m3")),
        ("bcm", Unit("m3", None, 9)),
        ("GWh", Unit("kWh", None, 6)),
        ("TEU", Unit("TEU")),
        ("countries", Unit("1", "countries")),
        ("Bushels", Unit(None, "Bushels")),
        ("USD per tonne", Unit("USD", "per t")),
        ("US$/barrel", Unit("USD", "per bbl")),
        ("EUR/MWh", Unit("EUR", "per MWh")),
        ("bpd", Unit("bbl", "per day")),
        ("mb/d", Unit("bbl", "per day", 6)),
        ("bcm a year", Unit("m3", "per year", 9)),
        ("km/h", Unit("km", "per hour")),
        ("per cent per annum", Unit("%", "per year")),
        ("USD/EUR", None),
        ("people per day", None),
        ("dollars per head office", None),
        ("dollars annually", None),
        ("of", None),
        ("-", None),
        ("12", None),
        ("", None),
    ],
)
def test_words_name_a_unit_or_more_than_one(words: str, unit: Unit | None) -> None:
    assert read_unit(words) == unit


@pytest.mark.parametrize("words", ["¥", "pounds", "manat", "short tons", "mt", "Rupees"])
def test_words_for_several_units_are_refused(words: str) -> None:
    with pytest.raises(BadInput, match="is not one unit"):
        read_unit(words)


@given(st.text())
def test_any_words_are_a_unit_or_none_or_are_refused(words: str) -> None:
    with contextlib.suppress(BadInput):
        assert read_unit(words) != Unit(None)
