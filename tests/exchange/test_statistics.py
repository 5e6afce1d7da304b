"""Official files come in exactly, and what is wrong in them is told with its line."""

from __future__ import annotations

import gzip
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from factbase.exchange.numbers import one

HEAD = (
    "typeCode,refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,cmdDesc,netWgt,primaryValue\n"
)
ROW = 'C,2023,2023,NAM,M,NOR,H6,010121,"Horses; live",12.50,79417.935\n'
WORLD_BANK = """\ufeff"Data Source","World Development Indicators",

"Last Updated Date","2025-01-28",

"Country Name","Country Code","Indicator Name","Indicator Code","2021","2022",
"Azerbaijan","AZE","GDP (current US$)","NY.GDP.MKTP.CD","","78807470588.25",
"World","WLD","Exports (% of GDP)","NE.EXP.GNFS.ZS","..","-0.5",
"""
SDMX = """STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT
dataflow,IMF:DOT(1.0),I,A,NA: Namibia,NO: Norway,TXG: Exports,USD,2023-Q1,1.5,6
"""
ECB = "KEY,REF_AREA,TIME_PERIOD,OBS_VALUE\nICP.M.U2.N,U2,2024,2.8\n"
BACI = "t,i,j,k,v,q\n2022,699,842,010121,   4.250,   NA\n"
LEGACY = (
    "Classification,Year,Trade Flow,Reporter ISO,Partner ISO,Commodity Code,Commodity,Trade Value (US$),Netweight (kg)\n"
    "H4,2015,Re-Export,SUN,S19,TOTAL,All,1.5E10,\n"
)
COLUMNS = "area_code,partner_code,flow,commodity,period,value,unit"


def lines(run: Run, source: str) -> list[str]:
    return run("trade", "--where", f"source = '{source}'", "--columns", COLUMNS, "-f", "csv").out.splitlines()[1:]


@pytest.mark.parametrize(
    ("name", "text", "source", "expected"),
    [
        (
            "c.csv",
            HEAD + ROW,
            "un-comtrade",
            ["NAM,NOR,import,010121,2023,12.5,kg", "NAM,NOR,import,010121,2023,79417.935,USD"],
        ),
        ("l.csv", LEGACY, "un-comtrade", ["SUN,other-asia-nes,re-export,TOTAL,2015,15000000000,USD"]),
        ("w.csv", WORLD_BANK, "world-bank-indicators", ["AZE,,,,2022,78807470588.25,USD", "world,,,,2022,-0.5,%"]),
        ("e.csv", ECB, "icp", ["euro-area,,,,2024,2.8,other"]),
        ("s.csv", SDMX, "imf-dot", ["NAM,NOR,,,2023-Q1,1500000,USD"]),
        ("BACI_HS22_Y2022_V202501.csv", BACI, "baci", ["IND,USA,export,010121,2022,4250,USD"]),
    ],
)
def test_each_form_is_known_by_its_columns(
    run: Run, tmp_path: Path, name: str, text: str, source: str, expected: list[str]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    first = run("import", str(tmp_path / name))
    assert (first.code, f"{len(expected)} new" in first.err) == (0, True), first.err
    assert sorted(lines(run, source)) == sorted(expected)
    assert f"0 new, {len(expected)} unchanged" in run("import", str(tmp_path / name)).err


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (HEAD.encode(), "no row below it"),
        ((HEAD + ROW).encode("utf-16"), "is UTF-16"),
        ((HEAD + ROW.replace("live", "caf\u00e9")).encode("latin-1"), "line 2, column 'cmdDesc': is not UTF-8"),
        ((HEAD + ROW + "C,2023\n").encode(), "line 3, column 'period' and after: has 2 cells"),
        ((HEAD + ROW.replace("H6", '"H6')).encode(), "line 2: a quote"),
        ((HEAD + ROW.replace("live", "li\0ve")).encode(), "line 2, column 'cmdDesc': there is a NUL character"),
        ((HEAD + ROW.replace("live", "x" * 1_000_000)).encode(), "line 2, column 'cmdDesc': is longer than"),
        (HEAD.replace("refYear", "period").encode() + ROW.encode(), "two columns are called 'period'"),
        ((HEAD + ROW.replace("79417.935", "NaN")).encode(), "line 2, primaryValue: 'NaN' is no number"),
        ((HEAD + ROW.replace("79417.935", "1e400")).encode(), "'1e400' is too large"),
        ((HEAD + ROW.replace("79417.935", "9223372036854775808")).encode(), "is too large"),
        ((HEAD + ROW.replace("79417.935", "-1")).encode(), "'-1' is below zero"),
        ((HEAD + ROW.replace("79417.935", '"1,000"')).encode(), "'1,000' is no number"),
        ((HEAD + ROW.replace("NOR", "ZZ9")).encode(), "line 2, partnerISO: 'ZZ9' is no code of a state"),
        (
            (HEAD + ROW.replace("010121", "10121")).encode(),
            "line 2, cmdCode: '10121' is no code of the HS: has it lost a",
        ),
        ((HEAD + ROW.replace("C,2023", "T,2023")).encode(), "line 2, typeCode: 'T' is no type of trade"),
        ((HEAD + ROW.replace("2023,NAM", "2023-13,NAM")).encode(), "'2023-13' is no period"),
        (gzip.compress((HEAD + ROW * 50).encode(), mtime=0)[:-9], "cut short"),
    ],
)
def test_a_bad_file_is_refused_whole(run: Run, tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "bad.csv").write_bytes(data)
    result = run("import", str(tmp_path / "bad.csv"))
    assert (result.code, told in result.err) == (3, True), result.err
    assert lines(run, "un-comtrade") == []


SDMX_ROW = SDMX.splitlines()[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            SDMX + SDMX_ROW.replace("DOT(1.0)", "BOP(1.0)"),
            "line 3, STRUCTURE_ID: 'IMF:BOP(1.0)' is another data set than IMF:DOT(1.0): load each by itself",
        ),
        (ECB.replace("REF_AREA", "CURRENCY"), "s.csv: has no column for the area, and each figure is of one"),
        (ECB + "EXR.D.USD,GB,2024,1\n", "line 3, KEY: 'EXR.D.USD' is another data set than ICP: load each by itself"),
        (SDMX.replace("USD", "MIO_EUR"), "line 2, UNIT_MULT: '6' is a power of ten, and the unit has one, too"),
        (SDMX.replace("USD", "MIO_EUR").replace("1.5,6", "1.5,15"), "line 2, UNIT_MULT: '15' is a power of ten, and"),
    ],
)
def test_an_sdmx_file_that_is_not_sure_is_refused(run: Run, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "s.csv").write_text(text)
    result = run("import", str(tmp_path / "s.csv"))
    assert (result.code, told in result.err) == (3, True), result.err


def test_rejects_are_kept_and_the_others_taken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(HEAD + ROW + ROW.replace("NOR", "ZZ9"))
    result = run("import", str(tmp_path / "c.csv"), "--rejects", str(tmp_path / "r.csv"))
    assert "2 new" in result.err
    assert "1 rejected" in result.err
    assert (tmp_path / "r.csv").read_text().splitlines()[1].startswith("3,partnerISO,ZZ9,")


@pytest.mark.parametrize("header", [HEAD, HEAD.replace("typeCode", "dataset")])
def test_services_are_known_by_their_classification(run: Run, tmp_path: Path, header: str) -> None:
    (tmp_path / "c.csv").write_text(header + ROW.replace("H6,010121", "EB10,SC"))
    assert run("import", str(tmp_path / "c.csv")).code == 0
    told = run(
        "trade", "--where", "source = 'un-comtrade' AND unit = 'USD'", "--columns", "indicator,basis", "-f", "csv"
    )
    assert told.out.splitlines()[1:] == ["trade in services,"]


def test_a_row_that_is_wrong_twice_is_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(HEAD + ROW.replace("12.50", "-1").replace("79417.935", "-2"))
    result = run("import", str(tmp_path / "c.csv"))
    assert (result.code, "1 row cannot be taken" in result.err, result.err.count("line 2")) == (3, True, 2), result.err
    run("import", str(tmp_path / "c.csv"), "--rejects", str(tmp_path / "r.csv"))
    assert len((tmp_path / "r.csv").read_text().splitlines()) == 2


def test_of_many_wrong_values_some_are_told_and_all_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(HEAD + "".join(ROW.replace("NOR", f"Z{number}") for number in range(1500)))
    result = run("import", str(tmp_path / "c.csv"))
    assert "1,500 rows cannot be taken, and so none is" in result.err
    assert result.err.splitlines()[-1].strip() == "and 1,480 more"


@pytest.mark.parametrize("number", ["79417,935", "79,417,935.00"])
def test_a_number_with_a_comma_is_for_a_map(run: Run, tmp_path: Path, number: str) -> None:
    (tmp_path / "c.csv").write_text(HEAD + ROW.replace("79417.935", f'"{number}"'))
    assert "--map reads the file by a map, which says what a comma is" in run("import", str(tmp_path / "c.csv")).err


@pytest.mark.parametrize("text", ["3.11E+09", "5E+09", "1.23457E+11", "-3.11E+02", "1.23457E-05"])
def test_a_value_as_a_spreadsheet_shows_it_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "c.csv").write_text(HEAD + ROW.replace("79417.935", text), encoding="utf-8")
    result = run("import", str(tmp_path / "c.csv"))
    assert result.code == 3
    assert f"'{text}' may have lost digits to a spreadsheet" in result.err
    assert "as it was published" in result.err


@pytest.mark.parametrize("text", ["3.11E9", "3.11e+09", "3.1100000000E9", "3.11000000000000E+09", "0.00E+00", "5E-06"])
def test_a_value_with_an_honest_exponent_is_exact(text: str) -> None:
    value, decimals, _ = one(text)
    assert Decimal(value).scaleb(-decimals) == Decimal(text)


def test_breakdowns_of_a_total_are_skipped(run: Run, tmp_path: Path) -> None:
    rows = (row.rstrip("\n") + end for row, end in ((HEAD, ",motCode\n"), (ROW, ",0\n"), (ROW, ",2100\n")))
    (tmp_path / "c.csv").write_text("".join(rows))
    assert "2 new, 0 unchanged, 0 changed, 1 skipped" in run("import", str(tmp_path / "c.csv")).err


def test_another_csv_is_read_by_a_map(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_bytes("Country;Year;Value\nCôte d'Ivoire;2023;1.234,5\n".encode("latin-1"))
    (tmp_path / "map.yaml").write_text(
        "source: {key: mine}\ndelimiter: ;\nencoding: latin-1\ndecimal: ','\nthousands: .\n"
        "figure:\n  indicator: gdp\n  unit: EUR\n  area: {column: Country}\n  period: {column: Year}\n"
        "  value: {column: Value, times: 1000}\n"
    )
    result = run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / "map.yaml"))
    assert lines(run, "mine") == ["CIV,,,,2023,1234500,EUR"], result.err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("delimiter: ';;'", "a delimiter is one sign"),
        ("delimiter: '；'", "a delimiter is one sign"),
        ("skip: two", "'two' is no number of lines"),
        ("encoding: base64", "there is no encoding 'base64'"),
        ("encoding: punycode", "is not punycode"),
        ("encoding: klingon", "there is no encoding 'klingon'"),
    ],
)
def test_a_map_that_cannot_be_is_refused_with_what_would_be_right(
    run: Run, tmp_path: Path, line: str, told: str
) -> None:
    (tmp_path / "my.csv").write_text("a;y;v\nAZE;2024;1\n")
    figure = "{indicator: trade, unit: USD, area: {column: a}, period: {column: y}, value: {column: v}}"
    (tmp_path / "map.yaml").write_text(f"{line}\nfigure: {figure}\n")
    result = run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / "map.yaml"))
    assert result.code == 3
    assert told in result.err


@pytest.mark.parametrize("option", ["--rejects", "--guess -o"])
def test_what_is_read_is_not_written_over(run: Run, tmp_path: Path, option: str) -> None:
    file = tmp_path / "my.csv"
    file.write_text(HEAD + ROW)
    (tmp_path / "same.csv").hardlink_to(file)
    refused = run("import", str(file), *option.split(), str(tmp_path / "same.csv"))
    assert (refused.code, "is read, and would be written over (name another file)" in refused.err) == (2, True)
    assert file.read_text() == HEAD + ROW


def test_a_map_is_guessed_for_review(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text("Country,Year,Value (USD)\nAZE,2023,1\n")
    assert run("import", str(tmp_path / "my.csv"), "--guess", "-o", str(tmp_path / "map.yaml")).code == 0
    assert run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / "map.yaml")).code == 0
    assert lines(run, "my-csv") == ["AZE,,,,2023,1,USD"]


@given(st.integers(-(2**63) + 1, 2**63 - 1), st.integers(0, 15))
def test_a_number_comes_in_exactly(value: int, decimals: int) -> None:
    number = Decimal(value).scaleb(-decimals, None)
    told, places, rounded = one(f"{number:f}")
    assert (Decimal(told) / Decimal(10) ** places == number or abs(value) > 10**17, rounded) == (True, False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"0.{'1' * 5000}", (111_111_111_111_111, 15)),
        ("0.0000000000000005", (0, 0)),
        ("0.0000000000000015", (2, 15)),
        (f"1.{'0' * 14}4{'9' * 30}", (1_000_000_000_000_005, 15)),
        ("1e-999999999", (0, 0)),
    ],
)
def test_a_number_is_rounded_once_at_the_last_decimal(text: str, number: tuple[int, int]) -> None:
    assert one(text, rounding=True) == (*number, True)
