"""Places in a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import BadInput
from factbase.values.locator import parse_locator


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("title", "title"),
        ("p3", "p3"),
        ("P3.S2", "p3.s2"),
        ("p3-p4", "p3-p4"),
        ("p3–p4", "p3-p4"),
        ("p3.s2-p3.s4", "p3.s2-p3.s4"),
        ("page 12", "page 12"),
        ("Page  12 p3", "page 12 p3"),
        ("row 17", "row 17"),
        ("table 2", "table 2"),
        ("table 2 row 17", "table 2 row 17"),
        ("article 5", "article 5"),
        ("article 5.2 p1", "article 5.2 p1"),
        ("annex 1", "annex 1"),
    ],
)
def test_a_place_has_one_canonical_form(text: str, canonical: str) -> None:
    assert parse_locator(text) == canonical


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("paragraph 3", "write title, p3"),
        ("p0", "write title, p3"),
        ("p03", "write title, p3"),
        ("p3 page 12", "write title, p3"),
        ("page 12p3", "write title, p3"),
        ("page 12 page 13", "write title, p3"),
        ("title p3", "write title, p3"),
        ("annex II", "write title, p3"),
        ("p4-p3", "does not end after it starts"),
        ("p3-p3", "does not end after it starts"),
        ("p3.s4-p3.s2", "does not end after it starts"),
        ("p３", "digits as 0 to 9"),
        ("", "an empty text is not a place in a document"),
    ],
)
def test_what_is_no_place_is_refused_with_those_that_are(text: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_locator(text)
    assert reason in str(refused.value)


WORDS = "title p3 p4 .s2 - page table row article annex 1 12 5.2 ."
words = st.sampled_from(WORDS.split())


@given(st.text() | st.lists(words, max_size=6).map(" ".join) | st.lists(words, max_size=5).map("".join))
def test_any_text_is_a_place_or_is_refused(text: str) -> None:
    try:
        place = parse_locator(text)
    except BadInput:
        return
    assert parse_locator(place) == place
