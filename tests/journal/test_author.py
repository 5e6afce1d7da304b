"""Who writes, where nobody says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from factbase.journal.author import author


@pytest.mark.parametrize(("name", "read"), [("Bö", "Bö"), ("B\udcf6", "B\ufffd")])
def test_gits_name_is_taken_in_whatever_letters(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, read: str
) -> None:
    monkeypatch.delenv("FACTBASE_AUTHOR", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    (tmp_path / "config").write_text(f"[user]\nname = {name}\n", encoding="utf-8", errors="surrogateescape")
    assert author() == read
