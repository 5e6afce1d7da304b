"""What the README shows is what the program prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import make
import pytest

from factbase.cli.main import main


@pytest.fixture(autouse=True)
def shipped() -> Iterator[None]:
    with make.shipped_base():
        yield


def test_the_outputs_in_the_readme_are_the_programs() -> None:
    told = make.README.read_text(encoding="utf-8")
    assert make.readme(told) == told


def test_the_picture_shows_what_the_program_prints() -> None:
    assert make.picture() == make.PICTURE.read_text(encoding="utf-8")


def test_the_tour_has_ten_questions() -> None:
    tour = make.README.read_text(encoding="utf-8").partition("## Ten questions")[2].partition("## Recording")[0]
    assert len(make.BLOCK.findall(tour)) == 10


def test_the_sheet_in_the_readme_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = make.README.read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    path = tmp_path / "article.yaml"
    path.write_text(sheet, encoding="utf-8")
    assert main(["add", str(path)]) == 0
    assert main(["agreements", "Kazakhstan", "--columns", "label,status,date", "-f", "csv"]) == 0
    assert "Grain transit,signed,2025-05-13" in capsys.readouterr().out
