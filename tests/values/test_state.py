"""States by the names that people use."""

from __future__ import annotations

import pytest

from factbase.errors import BadInput
from factbase.values.state import State, find_state, squeezed, table


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


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Korea, Rep.", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Venezuela, RB", "VEN"),
        ("Congo, Dem. Rep. of the", "COD"),
        ("Congo, Rep.", "COG"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("United Rep. of Tanzania", "TZA"),
        ("Lao PDR", "LAO"),
        ("China, Hong Kong SAR", "HKG"),
        ("China, P.R.: Mainland", "CHN"),
        ("China, P.R.: Macao", "MAC"),
        ("Puerto Rico (US)", "PRI"),
        ("Aruba, Kingdom of the Netherlands", "ABW"),
        ("Falkland Isds (Malvinas)", "FLK"),
        ("S. Sudan", "SSD"),
        ("Timor-Leste, Dem. Rep. of", "TLS"),
        ("Yugoslavia, SFR", "YUG"),
        ("Holy See (Vatican)", "VAT"),
        ("Macao, China", "MAC"),
        ("Chinese Taipei", "TWN"),
        ("Bosnia and Herz.", "BIH"),
        ("Guinea Bissau", "GNB"),
    ],
)
def test_a_state_is_known_by_its_name_as_statistics_write_it(name: str, iso3: str) -> None:
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
    "name",
    [
        *("Tehran", "Beijing", "EU", "UN", "Bavaria", "the West", "com", "it", "Nowhere", "", "XM"),
        *("Georgia, Armenia", "Greenland, Denmark", "USA (before 1981)", "Georgia (US)", "Arab Rep.", "AZ: Azerbaijan"),
    ],
)
def test_what_is_no_state_is_none(name: str) -> None:
    assert find_state(name) is None


@pytest.mark.parametrize("name", ["Korea", "Congo"])
def test_a_name_of_two_states_is_refused_with_both(name: str) -> None:
    with pytest.raises(BadInput, match="can be"):
        find_state(name)


def test_the_table_has_each_code_and_each_name_once() -> None:
    states = [state for state, _ in table()]
    for codes in zip(*((state.iso3, state.iso2, state.m49, state.wikidata) for state in states), strict=True):
        known = [code for code in codes if code]
        assert len(known) == len(set(known))
    names = [name for _, told in table() for name in told.split("|")]
    assert len(names) == len(set(names))
    assert all(squeezed(name) == name for name in names)


@pytest.mark.parametrize("state", [state for state, _ in table()], ids=lambda state: state.iso3)
def test_a_state_is_known_by_its_codes_and_its_full_name(state: State) -> None:
    for name in (state.iso3, state.iso2, state.m49, state.wikidata, state.official):
        if name:
            assert find_state(name) == state
