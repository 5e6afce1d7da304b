"""What text may do on its way out: be read, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.render.safe import visible, writable


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x7f\x9b2J", "\\x7f\\x9b2J"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\u2066\u200e\u061c", "\\u2066\\u200e\\u061c"),
        ("a\u200bb\u2060c\ufeff", "a\\u200bb\\u2060c\\ufeff"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_steers_a_terminal_is_seen_instead(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize("text", ["Füzuli, Xankəndi", "北京", "می\u200cخواهم", "👩\u200d🚀", "", "C:\\temp"])
def test_words_in_any_script_stay(text: str) -> None:
    assert visible(text) == text
    assert writable(text) == text


@given(st.text())
def test_a_visible_text_has_no_control_characters_and_stays_so(text: str) -> None:
    seen = visible(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in seen)
    assert visible(seen) == seen


@given(st.text())
def test_a_writable_text_can_be_written(text: str) -> None:
    assert not any(
        unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n" for character in writable(text)
    )
    writable(text).encode("utf-8")
