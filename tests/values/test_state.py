"""States by the names that people use."""

from __future__ import annotations

import pytest

from factbase.errors import BadInput
from factbase.values.state import find_state


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("PRC", "CHN"),
        ("People's Republic of China", "CHN"),
        ("中国", "CHN"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("TR", "TUR"),
        ("792", "TUR"),
        ("031", "AZE"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("South Korea", "KOR"),
        ("DPRK", "PRK"),
        ("UK", "GBR"),
        ("EL", "GRC"),
        ("Usa", "USA"),
        ("Czech Republic", "CZE"),
        ("Q148", "CHN"),
    ],
)
def test_a_state_is_known_by_its_names_and_codes(name: str, iso3: str) -> None:
    state = find_state(name)
    assert state is not None
    assert state.iso3 == iso3


def test_kosovo_has_the_code_that_is_in_use() -> None:
    state = find_state("Kosovo")
    assert state is not None
    assert (state.iso2, state.iso3, state.m49) == ("XK", "XKX", None)


@pytest.mark.parametrize(("name", "iso3"), [("USSR", "SUN"), ("Soviet Union", "SUN"), ("Yugoslavia", "YUG")])
def test_a_former_state_has_its_old_code(name: str, iso3: str) -> None:
    state = find_state(name)
    assert state is not None
    assert (state.iso3, state.former, state.iso2) == (iso3, True, None)


@pytest.mark.parametrize(
    "name", ["Tehran", "Beijing", "EU", "UN", "Bavaria", "the West", "com", "it", "Nowhere", "", "XM"]
)
def test_what_is_no_state_is_none(name: str) -> None:
    assert find_state(name) is None


@pytest.mark.parametrize("name", ["Korea", "Congo"])
def test_a_name_of_two_states_is_refused_with_both(name: str) -> None:
    with pytest.raises(BadInput, match="can be"):
        find_state(name)
