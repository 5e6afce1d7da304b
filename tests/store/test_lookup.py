from __future__ import annotations

import pytest

from factbase.errors import WrongRequest
from factbase.journal.entry import entry
from factbase.store.location import Location
from factbase.store.lookup import find
from factbase.store.reading import Reader, reader


@pytest.mark.parametrize(
    "name",
    ["AZE", "aze", "AZ", "az", "031", "Q227", "Azerbaijan", "AZERBAIJAN", "Republic of Azerbaijan", "azərbaycan"],
)
def test_a_state_is_found_under_all_its_names_and_codes(opened: Reader, name: str) -> None:
    assert find(opened, name) == "AZE"


@pytest.mark.parametrize("name", ["ilham eliyev", "İLHAM ƏLİYEV", "Ilham  Aliyev", "aliyev"])
def test_diacritics_and_letters_case_do_not_matter(opened: Reader, name: str) -> None:
    assert find(opened, name) == "ilham-aliyev"


@pytest.mark.parametrize(
    "name", ["Azerbaijan, Rep. of", "China, People's Rep.", "China (People's Republic of)", "Aserbaidschan", "中国"]
)
def test_a_state_is_found_as_statistics_write_it(opened: Reader, name: str) -> None:
    assert find(opened, name, ["actor"]) in ("AZE", "CHN")


def test_a_misspelt_name_is_refused_with_candidates(opened: Reader) -> None:
    with pytest.raises(WrongRequest, match="did you mean Azerbaijan"):
        find(opened, "Azerbijan", ["actor"])


@pytest.mark.parametrize("name", ["us", "US", "United States"])
def test_a_state_that_the_base_has_not_is_known_all_the_same(opened: Reader, name: str) -> None:
    with pytest.raises(WrongRequest, match="the base tells nothing of United States"):
        find(opened, name, ["actor"])
    with pytest.raises(WrongRequest, match=f"no source is called '{name}'"):
        find(opened, name, ["source"])


def test_only_the_kinds_that_are_meant_are_found(opened: Reader) -> None:
    with pytest.raises(WrongRequest, match="no actor is called 'kapanadze'"):
        find(opened, "kapanadze", ["actor"])


def test_a_name_that_fits_several_is_refused_with_all(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        for key in ("georgia-us", "georgia-state"):
            change.add("thing", key=key, kind="actor", label="Georgia")
            change.add("actor", key=key, kind="region")
    with reader(base) as opened, pytest.raises(WrongRequest, match="can be georgia-state or georgia-us"):
        find(opened, "georgia")
