"""Where a text has the words that are looked for."""

from __future__ import annotations

import pytest

from factbase.values.search import marks, read_search


@pytest.mark.parametrize("phrase", ["free trade", "Əliyev", "中国2025年", "น้ำมัน", "ກຳ", "မြန်မာ"])
def test_a_phrase_is_marked_in_a_text_of_any_script(phrase: str) -> None:
    assert marks(f"1 {phrase}.", read_search(f'"{phrase}"')) == [(2, 2 + len(phrase))]
