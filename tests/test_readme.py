"""What the README shows is what the program prints."""

from __future__ import annotations

from collections.abc import Iterator

import make
import pytest


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
    assert len(make.BLOCK.findall(make.README.read_text(encoding="utf-8"))) == 10
