"""What a base answers is the same, byte for byte, in a file and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Bases, Run, in_postgresql
from pyarrow import feather
from reading import READING

from factbase.render.formats import FORMATS
from factbase.store.location import Location, locate

HEAD = "refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,primaryValue\n"
# Two sources that differ; the world, a group and single partners; three levels of goods; ties of rounding; numbers that
# no double holds; a value that both a source and an article tell.
FIGURES = {
    "un-comtrade": """2023,2023,AZE,X,CHN,H6,TOTAL,1000
2024,2024,AZE,X,CHN,H6,TOTAL,1123.45
2023,2023,AZE,M,CHN,H6,TOTAL,3050000000.1
2024,2024,AZE,M,CHN,H6,TOTAL,3724000000.2
2024,2024,CHN,M,AZE,H6,TOTAL,25000000
2024,2024,CHN,X,AZE,H6,TOTAL,1500000000.35
2024,2024,AZE,X,W00,H6,TOTAL,90000000000.005
2024,2024,AZE,X,EU2,H6,TOTAL,600
2024,2024,AZE,X,ITA,H6,TOTAL,600.1
2024,2024,AZE,X,ITA,H6,27,500
2024,2024,AZE,X,ITA,H6,2709,400
2024,2024,AZE,X,ITA,H6,270900,400.12
2024,2024,AZE,X,TUR,H6,27,300.1
2024,2024,KAZ,X,ITA,H6,0801,90071992547409.913
2024,2024,KAZ,X,CHN,H6,0802,9007199254740.993
2024,2024,KAZ,X,TUR,H6,0802,0.001
2023,2023,KAZ,X,TUR,H6,0802,0.008
2022,2022,KAZ,X,TUR,H6,0802,20
2021,2021,KAZ,X,TUR,H6,0802,16
""",
    "other": """2024,2024,AZE,X,CHN,H6,TOTAL,1000
2024,2024,AZE,X,ITA,H5,2709,412.345
2024,2024,AZE,X,TUR,H6,27,300.10
""",
}
SUMS = [
    *(
        ("trade", "--by", by)
        for by in ("partner", "area", "commodity", "period", "flow", "partner,commodity", "status")
    ),
    ("trade", "--by", "partner", "--top", "2"),
    ("trade", "--by", "period", "--reporter", "AZE"),
    ("trade", "--by", "commodity", "--level", "6"),
    ("trade", "--by", "partner", "--commodity", "27", "--since", "2024"),
    ("trade", "--by", "partner", "--pivot", "period"),
    *(("trade", "--pivot", name) for name in ("period", "partner", "commodity", "unit", "flow", "source")),
    ("trade", "--implied"),
    ("conflicts",),
    ("conflicts", "italy", "azerbaijan"),
    ("mirror", "azerbaijan", "china"),
]
OTHERS = [
    *READING,
    (),
    *(("trade", "--as-of", entry) for entry in ("1", "2")),
    ("show", "kapanadze:52"),
    ("chart", "trade", "azerbaijan", "china"),
]


@pytest.fixture(scope="module")
def both(bases: Bases, seeded: Location, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The addresses of one base in PostgreSQL and of its copy in a file."""
    from factbase.cli.main import main

    folder = tmp_path_factory.mktemp("alike")
    here = bases.copy(seeded, folder / "unused.db")
    for source, rows in FIGURES.items():
        file = folder / f"{source}.csv"
        file.write_text(HEAD + rows)
        assert main(["import", str(file), "--source", source, "--base", here.address]) == 0
    there = folder / "facts.db"
    assert main(["db", "copy", here.address, str(there)]) == 0
    yield here.address, str(there)
    bases.drop(here)


def asked(run: Run, monkeypatch: pytest.MonkeyPatch, both: tuple[str, str], *argv: str) -> None:
    answers = []
    for address in both:
        monkeypatch.setenv("FACTBASE_URL", address)
        answer = run(*argv)
        assert answer.code in (0, 1), (argv, answer)
        answers.append(answer._replace(out=answer.out.replace(str(locate(address)), "BASE")))
    assert answers[0] == answers[1]


@in_postgresql
@pytest.mark.parametrize("argv", SUMS, ids=" ".join)
@pytest.mark.parametrize("form", ["csv", "json", "table"])
def test_sums_are_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch, both: tuple[str, str], argv: tuple[str, ...], form: str
) -> None:
    asked(run, monkeypatch, both, *argv, "-f", form)


@in_postgresql
@pytest.mark.parametrize("argv", OTHERS, ids=" ".join)
def test_every_command_that_reads_answers_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch, both: tuple[str, str], argv: tuple[str, ...]
) -> None:
    asked(run, monkeypatch, both, *argv)


@in_postgresql
@pytest.mark.parametrize("form", sorted({*FORMATS} - {"sarif", "github"}))
def test_every_form_is_the_same(run: Run, monkeypatch: pytest.MonkeyPatch, both: tuple[str, str], form: str) -> None:
    asked(run, monkeypatch, both, "trade", "-f", form)


@in_postgresql
@pytest.mark.parametrize("form", ["csv", "tsv", "parquet", "arrow"])
@pytest.mark.parametrize(
    "asked",
    [(), ("--as-of", "2"), ("--columns", "period"), ("--columns", "value,change,source"), ("china", "--limit", "9")],
    ids=" ".join,
)
def test_a_long_listing_is_what_its_rows_are(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    both: tuple[str, str],
    tmp_path: Path,
    form: str,
    asked: tuple[str, ...],
) -> None:
    """Long ones come by COPY and not row by row, whether or not what a series has in common is read apart."""
    written: list[object] = []
    for address, many, shared_by in ((both[0], 10**9, 0), *((one, 1, by) for one in both for by in (0, 10**9))):
        monkeypatch.setattr("factbase.query.query.MANY", many)
        monkeypatch.setattr("factbase.query.parts.SHARED_BY", shared_by)
        monkeypatch.setenv("FACTBASE_URL", address)
        file = tmp_path / f"{len(written)}.{form}"
        answer = run("trade", *asked, "-o", str(file))
        assert answer.code == 0, answer
        # Arrow's own files have whatever memory holds below missing values.
        written.append(feather.read_table(file) if form == "arrow" else file.read_bytes())
    assert all(one == written[0] for one in written)
