"""Names: folded for comparing, made into keys, and compared with those known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.values.name import fold, matches, slug


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("İlham  ƏLİYEV", "ilham eliyev"),
        ("Türkiye", "turkiye"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("Đà Nẵng", "da nang"),
        ("Þórshöfn", "thorshofn"),
        ("Œuvre", "oeuvre"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Oʻzbekiston", "o'zbekiston"),
        ("Nakhchivan–Urumqi", "nakhchivan-urumqi"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        (" Hong\u00a0Kong\n", "hong kong"),
        ("co\u00adoperation", "cooperation"),
        ("ＡＢＣ", "abc"),
        ("Горный", "горныи"),
        ("中国", "中国"),
    ],
)
def test_a_name_is_folded_to_its_plain_letters(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_voiced_kana_stay_letters_of_their_own() -> None:
    assert fold("か") != fold("が")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Azerbaijan–China: joint statement", "azerbaijan-china-joint-statement"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("2025/2029", "2025-2029"),
        ("中国 China", "china"),
        ("word " * 30, "-".join(["word"] * 12)),
    ],
)
def test_a_key_is_made_of_latin_words(text: str, key: str) -> None:
    assert slug(text) == key


def test_a_key_that_is_taken_gets_a_number() -> None:
    assert slug("Silk Road", taken={"silk-road", "silk-road-2"}) == "silk-road-3"


def test_a_text_without_latin_letters_gets_the_same_key_each_time() -> None:
    assert slug("中国") == slug("中国") != slug("日本")
    assert slug("中国").startswith("x-")


def test_misspelt_names_find_those_that_come_near() -> None:
    assert matches("Azerbaidjan", ["China", "Azerbaijan", "Albania"]) == ["Azerbaijan"]
    assert matches("TURKIYE", ["Türkiye"]) == ["Türkiye"]
    assert matches("xyz", ["China"]) == []


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(), st.sets(st.text(alphabet="ab-2", max_size=3)))
def test_every_text_makes_a_key_that_is_not_taken(text: str, taken: set[str]) -> None:
    key = slug(text, taken)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)
    assert key not in taken
