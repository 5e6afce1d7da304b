"""What the readers of all values share: plain wording, and refusals on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import BadInput
from factbase.values.wording import plain, quoted


def test_dashes_and_spaces_are_made_plain() -> None:
    assert plain("\u00a01\u20092\u20133 \u22124\n", "a text", "") == "1 2-3 -4"


@pytest.mark.parametrize("text", ["", " \n", "x" * 201, "２"])
def test_what_no_value_is_written_as_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        plain(text, "a text", "")


@given(st.text())
def test_a_quoted_text_is_one_printable_line(text: str) -> None:
    assert quoted(text).isprintable()
