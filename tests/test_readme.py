"""What the README shows is what the program prints."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
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
    assert make.dossier() == make.DOSSIER.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", make.CHARTS)
def test_the_charts_show_what_the_program_draws(kind: str) -> None:
    def words(svg: str) -> list[str]:
        return [element.text or "" for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]

    # Fonts differ between machines, and with them the places of the words and where long ones are cut.
    told, drawn = (words(svg) for svg in (make.CHARTS[kind].read_text(encoding="utf-8"), make.chart(kind)))
    assert [word[:30] for word in told] == [word[:30] for word in drawn]
    assert len(told) > 15


def test_the_tour_has_ten_questions() -> None:
    tour = make.README.read_text(encoding="utf-8").partition("## Ten questions")[2].partition("## Looking")[0]
    assert len(make.BLOCK.findall(tour)) == 10


def test_the_sheet_in_the_readme_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = make.README.read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    path = tmp_path / "article.yaml"
    path.write_text(sheet, encoding="utf-8")
    assert main(["add", str(path)]) == 0
    assert main(["agreements", "Kazakhstan", "--columns", "label,status,date", "-f", "csv"]) == 0
    assert "Grain transit,signed,2025-05-13" in capsys.readouterr().out


def test_the_program_in_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    program = make.README.read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0]
    exec(program, {})
    assert "Visa exemptions signed kapanadze p2.s3 p4.s1" in capsys.readouterr().out


def test_a_reader_records_corrects_and_moves_an_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(command: str) -> str:
        assert main(command.split()) == 0
        return capsys.readouterr().out

    sheet = make.README.read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "article.yaml").write_text(sheet, encoding="utf-8")
    told(f"add {tmp_path}/article.yaml --author Nino")
    key = told("facts --source ministers-meet-in-baku --kind figure --columns assertion -f csv").splitlines()[1]
    told(f"amend {key} low=$510M --author Nino")
    trade = "trade kazakhstan --columns low -f csv"
    assert told(trade) == "low\n510000000\n"
    assert told(f"{trade} --as-of 2") == "low\n500000000\n"
    assert "low 500000000 → 510000000" in told(f"history {key} -f csv")
    told(f"export {tmp_path}/one")
    told(f"db init --empty --base {tmp_path}/new.db")
    told(f"import {tmp_path}/one --base {tmp_path}/new.db")
    told(f"export {tmp_path}/two --base {tmp_path}/new.db")
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / n).rglob("*.*")} for n in ("one", "two"))
    assert one == two
