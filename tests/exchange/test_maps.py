"""Any other file, read by a map: what is a column, a row or a constant, and how numbers are written there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import Run

from factbase.store.location import Location

# How a file is read has nothing to do with where the base is.
IN_A_FILE = True


class Case(NamedTuple):
    file: str
    map: str
    told: list[str]
    encoding: str = "utf-8"


LONG = "figure: {indicator: trade in goods, unit: USD, flow: export, area: {column: Who}, period: {column: When}, value: {column: What}}"
CASES = {
    "a ministry's table: words above and below, years as columns, thousands": Case(
        "Ministry of Trade;;;\nThousand EUR;;;\n\nCountry;Flow;2022;2023\n"
        "Germany;Exp;1.234,5;2\nCôte d'Ivoire;Imp;..;3,25\n;;;\nSource: Ministry;;;\n",
        "source: {key: mine}\ndelimiter: ;\nencoding: cp1252\ndecimal: ','\nthousands: .\nskip: 3\nfooter: ['Source:']\n"
        "missing: ['..']\nfigure:\n  indicator: trade in goods\n  area: Azerbaijan\n  partner: {column: Country}\n"
        "  flow: {column: Flow, values: {Exp: export, Imp: import}}\n  unit: thousand EUR\n  value: {columns: periods}\n",
        [
            "AZE,CIV,import,2023,3250,EUR,actual",
            "AZE,DEU,export,2022,1234500,EUR,actual",
            "AZE,DEU,export,2023,2000,EUR,actual",
        ],
        "cp1252",
    ),
    "some columns of values, by their periods; a blank groups digits": Case(
        "Who,FY22,FY23,2024\nAZE,1 234,5 678 901,9\n",
        "source: {key: mine}\nthousands: ' '\nfigure:\n  indicator: gdp\n  unit: million AZN\n  area: {column: Who}\n"
        "  value: {columns: {FY22: 2022, FY23: 2023-Q1}}\n",
        ["AZE,,,2022,1234000000,AZN,actual", "AZE,,,2023-Q1,5678901000000,AZN,actual"],
    ),
    "a unit and a status in each row; tabs; UTF-16": Case(
        "Who\tWhen\tWhat\tUnit\tMark\nAZ\t2023M02\t1.5\tthousand tonnes\test.\n031\t2023-03\t7\tUS$ (millions)\t\n",
        "source: {key: mine}\ndelimiter: tab\nencoding: utf-16\nfigure:\n  indicator: cargo\n  area: {column: Who}\n"
        "  period: {column: When}\n  unit: {column: Unit}\n  value: {column: What, times: 10}\n"
        "  status: {column: Mark, values: {est.: estimate, '': actual}}\n",
        ["AZE,,,2023-02,15000,t,estimate", "AZE,,,2023-03,70000000,USD,actual"],
        "utf-16",
    ),
    "all goods, where the map says so": Case(
        "Who,When,What,Good\nAZE,2020,3,Total\nAZE,2020,1,01\n",
        f"source: {{key: mine}}\n{LONG[:-1]}, classification: HS, commodity: {{column: Good, values: {{Total: ''}}}}}}",
        ["AZE,,export,2020,1,USD,actual", "AZE,,export,2020,3,USD,actual"],
    ),
    "codes that spreadsheets take for texts, and short words for powers of ten": Case(
        "Who,When,What,Unit\n'031,2020,1,mln USD\n'004,2020,2,Tsd. EUR\n'159,2020,3,USD\n",
        "source: {key: mine}\n"
        + LONG.replace("unit: USD", "unit: {column: Unit}").replace(
            "column: Who", 'column: Who, values: {"\'159": CHN}'
        ),
        ["CHN,,export,2020,3,USD,actual", "AFG,,export,2020,2000,EUR,actual", "AZE,,export,2020,1000000,USD,actual"],
    ),
    "groups by their names": Case(
        "Who,When,What\nWorld,2020,1\nEuropean Union,2020,2\nafrica,2020,3\nBelgium-Luxembourg (to 1998),2020,4\n"
        '"Korea, Rep.",2020,5\n"Other Asia, nes",2020,6\nRest of World,2020,7\n',
        f"source: {{key: mine}}\n{LONG}",
        [
            "KOR,,export,2020,5,USD,actual",
            "africa,,export,2020,3,USD,actual",
            "belgium-luxembourg,,export,2020,4,USD,actual",
            "european-union,,export,2020,2,USD,actual",
            "other-asia-nes,,export,2020,6,USD,actual",
            "rest-of-the-world,,export,2020,7,USD,actual",
            "world,,export,2020,1,USD,actual",
        ],
    ),
    "powers of ten in a column": Case(
        "Who,When,What,Scale\nAZE,2020,1.5,Millions\nCHN,2020,2,\nITA,2020,3,3\n",
        f"source: {{key: mine}}\n{LONG}".replace(
            "column: What", "column: What, times: {column: Scale, values: {'': units}}"
        ),
        ["AZE,,export,2020,1500000,USD,actual", "CHN,,export,2020,2,USD,actual", "ITA,,export,2020,3000,USD,actual"],
    ),
    "empty rows between the others": Case(
        "Who,When,What\n , ,\nAZE,2020,1\n,,\nCHN,2020,\n",
        f"source: {{key: mine}}\n{LONG}",
        ["AZE,,export,2020,1,USD,actual"],
    ),
    "flows and statuses in capitals, and of several": Case(
        "Who,When,What,Flow,Mark\nAZE,2020,1,Exports,Estimate\nAZE,2020,2,IMPORT,actual\n",
        f"source: {{key: mine}}\n{LONG}".replace("flow: export", "flow: {column: Flow}, status: {column: Mark}"),
        ["AZE,,export,2020,1,USD,estimate", "AZE,,import,2020,2,USD,actual"],
    ),
    "codes of a data set, where they are not ISO's": Case(
        "Who,When,What\n492,2020,1\nS19,2020,2\n",
        f"source: {{key: mine}}\ncodes: comtrade\n{LONG}",
        ["europe-eu-nes,,export,2020,1,USD,actual", "other-asia-nes,,export,2020,2,USD,actual"],
    ),
    "rows, empty rows and words in the encoding of the file": Case(
        "Who,When,What\nAZE,2020,1\n" + ",,\n" * 5 + "Notes: é\n\nmore\n",
        f"source: {{key: mine}}\nencoding: utf-16\nfooter: ['Notes:']\n{LONG}",
        ["AZE,,export,2020,1,USD,actual"],
        "utf-16",
    ),
    "below zero where it may be": Case(
        "Who,Flow,When,What\nAZE,balance,2020,-1\nAZE,export,2020,1\n",
        "source: {key: mine}\nfigure: {indicator: trade in goods, unit: USD, area: {column: Who}, flow: {column: Flow},"
        " period: {column: When}, value: {column: What}}",
        ["AZE,,balance,2020,-1,USD,actual", "AZE,,export,2020,1,USD,actual"],
    ),
    "one word for no value, and one below the table, told as texts": Case(
        "Who,When,What\nAZE,2020,NA\nAZE,2021,1\nSource: Ministry,,\n",
        f"source: {{key: mine}}\nmissing: NA\nfooter: 'Source:'\n{LONG}",
        ["AZE,,export,2021,1,USD,actual"],
    ),
    "a year and a month in two columns": Case(
        "Year,Month,Who,What\n2023,1,AZE,1\n2023,Feb.,AZE,2\n2023,m12,AZE,3\n2023,All,AZE,4\n2022,,AZE,5\n",
        "source: {key: mine}\nfigure: {indicator: gdp, unit: USD, area: {column: Who}, value: {column: What},"
        " period: {year: Year, month: Month, values: {All: '', '': ''}}}",
        [
            "AZE,,,2022,5,USD,actual",
            "AZE,,,2023,4,USD,actual",
            "AZE,,,2023-01,1,USD,actual",
            "AZE,,,2023-02,2,USD,actual",
            "AZE,,,2023-12,3,USD,actual",
        ],
    ),
    "a year and a quarter, which Roman numbers and other words tell": Case(
        "Year,Part,Who,What\n2023,II,AZE,1\n2023,3,AZE,2\n2023,last,AZE,3\n2023,Q1,AZE,4\n",
        "source: {key: mine}\nfigure: {indicator: gdp, unit: USD, area: {column: Who}, value: {column: What},"
        " period: {year: Year, quarter: Part, values: {last: 4}}}",
        [
            "AZE,,,2023-Q1,4,USD,actual",
            "AZE,,,2023-Q2,1,USD,actual",
            "AZE,,,2023-Q3,2,USD,actual",
            "AZE,,,2023-Q4,3,USD,actual",
        ],
    ),
    "months across, and their year in a column": Case(
        "Year,Who,Jan,February,Total\n2022,AZE,1,2,3\n2023,AZE,4,,4\n",
        "source: {key: mine}\nfigure: {indicator: gdp, unit: USD, area: {column: Who}, value: {columns: periods},"
        " period: {year: Year}}",
        ["AZE,,,2022-01,1,USD,actual", "AZE,,,2022-02,2,USD,actual", "AZE,,,2023-01,4,USD,actual"],
    ),
    "parts of a year by the names of their columns, and the whole of it": Case(
        "Year,Who,IJAN,I2H,IYR\n2022,AZE,1,2,3\n",
        "source: {key: mine}\nfigure: {indicator: gdp, unit: USD, area: {column: Who}, period: {year: Year},"
        " value: {columns: {IJAN: M1, I2H: H2, IYR: ''}}}",
        ["AZE,,,2022,3,USD,actual", "AZE,,,2022-01,1,USD,actual", "AZE,,,2022-H2,2,USD,actual"],
    ),
    "periods in words": Case(
        "Who,When,What\nAZE,Jan 2024,1\nAZE,2024 FEB,2\nAZE,03/2024,3\nAZE,January–March 2024,6\n",
        f"source: {{key: mine}}\n{LONG}",
        [
            "AZE,,export,2024-01,1,USD,actual",
            "AZE,,export,2024-01/2024-03,6,USD,actual",
            "AZE,,export,2024-02,2,USD,actual",
            "AZE,,export,2024-03,3,USD,actual",
        ],
    ),
    "marks behind numbers, and a status that the row tells": Case(
        "Who,When,What,Mark\nAZE,2019,1 p,\nAZE,2020,2(e),F\nAZE,2021,3,F\nAZE,2022,.. p,\nAZE,2023,4*,\nAZE,2024,5 pe,\n",
        "source: {key: mine}\nmissing: ['..']\nmarks: {p: provisional, (e): estimate, '*': actual, pe: break}\n"
        f"{LONG[:-1]}, status: {{column: Mark, values: {{F: forecast, '': actual}}}}}}",
        [
            "AZE,,export,2019,1,USD,provisional",
            "AZE,,export,2020,2,USD,estimate",
            "AZE,,export,2021,3,USD,forecast",
            "AZE,,export,2023,4,USD,actual",
            "AZE,,export,2024,5,USD,break",
        ],
    ),
    "marks, where digits are grouped, and years are columns": Case(
        "Who;2022;2023\nAZE;1.234,5p;2\n",
        "source: {key: mine}\ndelimiter: ;\ndecimal: ','\nthousands: .\nmarks: {p: provisional}\n"
        "figure: {indicator: gdp, unit: USD, area: {column: Who}, value: {columns: periods}}",
        ["AZE,,,2022,1234.5,USD,provisional", "AZE,,,2023,2,USD,actual"],
    ),
    "columns that the map names, for the file does not": Case(
        "Exports;;\n;2022;\n;value;value\nAZE;1;2\nTUR;3;4\n",
        "source: {key: mine}\ndelimiter: ;\nskip: 3\nheader: [Who, Exports, Imports]\nfigure: {indicator: trade in goods,"
        " unit: USD, area: {column: Who}, flow: import, period: '2022', value: {column: Imports}}",
        ["AZE,,import,2022,2,USD,actual", "TUR,,import,2022,4,USD,actual"],
    ),
    "no header, whose rows end with a delimiter": Case(
        "AZE,2022,1,\nAZE,2023,2,\n",
        f"source: {{key: mine}}\nheader: [Who, When, What]\n{LONG}",
        ["AZE,,export,2022,1,USD,actual", "AZE,,export,2023,2,USD,actual"],
    ),
    "a minus as typographers have it": Case(
        "Who,When,What\nAZE,2020,\u22121\nAZE,2021,\u2212\n",
        f"source: {{key: mine}}\nmissing: \u2212\nnegative: allowed\n{LONG}",
        ["AZE,,export,2020,-1,USD,actual"],
    ),
    "below zero where the map allows it": Case(
        "Who,When,What\nAZE,2020,-1\n",
        f"source: {{key: mine}}\nnegative: allowed\n{LONG}",
        ["AZE,,export,2020,-1,USD,actual"],
    ),
}


def write(folder: Path, case: Case) -> list[str]:
    (folder / "my.csv").write_text(case.file, encoding=case.encoding)
    (folder / "map.yaml").write_text(case.map, encoding="utf-8")
    return ["import", str(folder / "my.csv"), "--map", str(folder / "map.yaml")]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_map_reads_any_table(run: Run, tmp_path: Path, case: Case) -> None:
    result = run(*write(tmp_path, case))
    columns = "area_code,partner_code,flow,period,value,unit,observation_status"
    told = run("trade", "--where", "source = 'mine'", "--columns", columns, "-f", "csv").out.splitlines()[1:]
    assert (result.code, sorted(told)) == (0, sorted(case.told)), result.err
    assert (
        run("sql", "SELECT count(*) FROM series_key WHERE '' IN (classification, commodity)", "-f", "csv").out.split()[
            -1
        ]
        == "0"
    )


# Of many a file is longer than what is read of it at once.
BLANK = f"{' ' * 2**16}\n"
WRONG = {
    "a decimal comma that the map does not tell": ("AZE,2020,\"1,5\"\n", LONG, "line 2, What: '1,5' is no number"),
    "a point where the map says comma": ("AZE,2020,1.5\n", f"decimal: ','\n{LONG}", "line 2, What: '1.5' is no number"),
    "a mark that the map does not tell": ("AZE,2020,1r\n", f"marks: {{p: provisional}}\n{LONG}", "What: '1r' is no number"),
    "a power of ten that is none": (
        ",2020,1\n",
        LONG.replace("area: {column: Who}", "area: AZE").replace("column: What", "column: What, times: {column: Who}"),
        "line 2, Who: '' is no power of ten",
    ),
    "powers of ten without a column": (
        "AZE,2020,1\n", LONG.replace("column: What", "column: What, times: {}"), "line 2, times: names no column",
    ),
    "a mark of no status": ("AZE,2020,1p\n", f"marks: {{p: prov}}\n{LONG}", "line 2, What: 'prov' is no status"),
    "fewer names than columns": (
        "AZE,2020,1\n", f"skip: 1\nheader: [Who, When]\n{LONG.replace('What', 'When').replace('period: {column: When}', 'period: 2020')}",
        "line 2: has 3 cells, and the header 2",
    ),
    "a column that the map leaves out": (
        "AZE,2020,1\nAZE,2020,2\n", LONG,
        "with different values (keep one of them, or let the map read the column that tells them apart)",
    ),
    "words below the table": (
        "AZE,2020,1\nSource: Ministry\n", LONG,
        "line 3, column 'When' and after: has 1 cell, and the header 3 (words below the table? --map ends it there: footer: ['Source: Ministry'])",
    ),
    "digits in groups of two": ("AZE,2020,1 23\n", f"thousands: ' '\n{LONG}", "line 2, What: '1 23' is no number"),
    "below zero": ("AZE,2020,-1\n", LONG, "line 2, What: '-1' is below zero"),
    "below zero where the map refuses it": (
        "AZE,2020,-1\n", "negative: refused\n" + LONG.replace("trade in goods", "gdp"), "'-1' is below zero",
    ),
    "a code in small letters": ("na,2020,1\n", LONG, "line 2, Who: 'na' is no name or code of a state"),
    "a unit that is none": ("AZE,2020,1\n", LONG.replace("USD", "apples and pears"), "'apples and pears' is no unit"),
    "two magnitudes": ("AZE,2020,1\n", LONG.replace("USD", "thousand million USD"), "'thousand million USD' is no unit"),
    "a column that is not there": ("AZE,2020,1\n", LONG.replace("When", "Year"), "there is no column 'Year' for period"),
    "no column that is called by a period": (
        "AZE,2020,1\n", LONG.replace(", period: {column: When}", "").replace("{column: What}", "{columns: periods}"),
        "no column has a period for its name",
    ),
    "rows below the last words": (
        "AZE,2020,1\nNotes: none,,\nAZE,2021,2\n", f"footer: ['Notes:']\n{LONG}",
        "line 4: there are rows below the words that end the table",
    ),
    "a unit and times that together are too large": (
        "AZE,2020,0\nAZE,2021,5\n", LONG.replace("USD", "bn USD").replace("column: What", f"column: What, times: 1{'0' * 18}"),
        "line 3, What: '5' is too large",
    ),
    "a share of nothing that is told": (
        "AZE,2020,1\n", LONG.replace("trade in goods, ", "{column: When, values: {2020: share}}, "), "line 2, When: 'share' needs a basis",
    ),
    "a share of nothing in a row": (
        "AZE,2020,1\n,2020,1\n",
        LONG.replace("trade in goods", "share, basis: {column: Who}").replace("area: {column: Who}", "area: AZE"),
        "line 3, indicator: 'share' needs a basis",
    ),
    "no month": (
        "2020,13,1\n", LONG.replace("period: {column: When}", "period: {year: Who, month: When}").replace("area: {column: Who}", "area: AZE"),
        "line 2, When: '13' is no month: if it means the whole year, the map says so",
    ),
    "a blank month": (
        "2020,,1\n", LONG.replace("period: {column: When}", "period: {year: Who, month: When}").replace("area: {column: Who}", "area: AZE"),
        "line 2, When: '' is no month: if it means the whole year",
    ),
    "no year": (
        "24,12,1\n", LONG.replace("period: {column: When}", "period: {year: Who, month: When}").replace("area: {column: Who}", "area: AZE"),
        "line 2, Who: '24' is no year",
    ),
    "no column that is called by a part of a year": (
        "AZE,2020,1\n", LONG.replace("{column: When}", "{year: When}").replace("{column: What}", "{columns: periods}"),
        "no column has a part of a year for its name",
    ),
    "two years that may be one": ("AZE,2020-2021,1\n", LONG, "line 2, When: '2020-2021' is no period"),
    "no code of a commodity": (
        "AZE,2020,1\n,2020,1\n",
        LONG.replace("area: {column: Who}", "area: AZE, commodity: {column: Who}"), "line 3, Who: '' is no commodity: if it means all",
    ),
    "no classification": (
        "AZE,2020,1\n,2020,1\n",
        LONG.replace("area: {column: Who}", "area: AZE, commodity: '01', classification: {column: Who}"), "line 3, Who: '' names none",
    ),
    "rows far below the last words": (
        f"AZE,2020,1\nNotes: none,,\n{BLANK * 2**8}AZE,2021,2\n", f"footer: ['Notes:']\n{LONG}",
        f"line {2**8 + 4}: there are rows below the words that end the table",
    ),
    "rows behind a quote below the last words": (
        "AZE,2020,1\nNotes: none,,\n\"AZE,2021,2\n", f"footer: ['Notes:']\n{LONG}",
        "line 3: below the words that end the table a quote stands wrong",
    ),
    "words that end the table before it begins": ("Notes: none,,\n", f"footer: ['Notes:']\n{LONG}", "no row below it"),
    "more lines to skip than there are": ("AZE,2020,1\n", f"skip: 9\n{LONG}", "has no header below the lines"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "map_", "what"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_the_map_is_told(run: Run, tmp_path: Path, rows: str, map_: str, what: str) -> None:
    result = run(*write(tmp_path, Case("Who,When,What\n" + rows, f"source: {{key: mine}}\n{map_}", [])))
    assert (result.code, what in result.err) == (3, True), result.err
    assert run("trade", "--where", "source = 'mine'", "--count").out.split()[-1] == "0"


FAULTY = {
    "colums": ("figure: {value: {colums: periods}}", "'value' has no 'colums'"),
    "publishr": ("source: {publishr: x}\nfigure: {}", "a source has no 'publishr'"),
    "a value that is a text": (LONG.replace("{column: What}", "What"), "'value' is no column"),
    "a period told twice": (LONG.replace("{column: What}", "{columns: periods}"), "'period' is told twice"),
    "no period": (LONG.replace("{column: What}", "{columns: {FY: last year}}"), "'last year' is no period"),
    "a year without a column": (LONG.replace("column: When", "year: "), "line 1, period: names no column"),
    "a month without a year": (
        LONG.replace("column: When", "month: When"),
        "line 1, period: needs one column, or that",
    ),
    "a month and a quarter": (
        LONG.replace("column: When", "year: When, month: Who, quarter: Who"),
        "line 1, period: needs one column, or that of the year and one of its part (month, quarter, half)",
    ),
    "a month in a row and in a column": (
        LONG.replace("{column: When}", "{year: When, month: Who}").replace("column: What", "columns: periods"),
        "'period' is told twice",
    ),
    "no part of a year": (
        LONG.replace("{column: When}", "{year: When}").replace("column: What", "columns: {Jan: 2022-01}"),
        "line 1, Jan: '2022-01' is no part of a year (such as {Jan: M1})",
    ),
    "two columns of one month": (
        LONG.replace("{column: When}", "{year: When}").replace("column: What", "columns: {Jan: M1, IJAN: Jan}"),
        "line 1, columns: 'Jan' and 'IJAN' are of one period",
    ),
    "times": (LONG.replace("column: What", "column: What, times: 12"), "'12' is no power of ten"),
    "times of more than a base holds": (
        LONG.replace("column: What", f"column: What, times: 1{'0' * 130}"),
        "0' is no power",
    ),
    "decimal": (f"decimal: ';'\n{LONG}", "line 1, decimal: ';' is no decimal sign"),
    "thousands": (f"thousands: '.'\n{LONG}", "line 1, thousands: '.' cannot group digits"),
    "encoding": (f"encoding: rot13\n{LONG}", "line 1, encoding: there is no encoding 'rot13'"),
    "codes": (f"codes: eurostat\n{LONG}", "line 1, codes: there are no codes of 'eurostat'"),
    "values of a value": (LONG.replace("column: What", "column: What, values: {n/a: 0}"), "'value' has no 'values'"),
    "times of a period": (LONG.replace("column: When", "column: When, times: 10"), "'period' has no 'times'"),
    "values that are no mapping": (LONG.replace("Who", "Who, values: x"), "area, values: is no mapping"),
    "one column and several": (LONG.replace("column: What", "column: What, columns: [2022]"), "needs one column, or"),
    "no column": (LONG.replace("{column: Who}", "{column: }"), "line 1, area: names no column"),
    "nothing": (LONG.replace("{column: Who}", "''"), "line 1, area: is empty"),
    "a list for a text": (LONG.replace("{column: Who}", "[AZE]"), "line 1, area: is a list or a mapping"),
    "a list for a key": (f"source: {{key: [a, b]}}\n{LONG}", "line 1, key: is a list or a mapping"),
    "a key that is none": (
        f"source: {{key: 'My Key: x/y'}}\n{LONG}",
        "line 1, key: 'My Key: x/y' is not a key (letters,",
    ),
    "a text for a source": (f"source: mine\n{LONG}", "line 1: a source: is no mapping"),
    "missing": (f"missing: {{NA: 0}}\n{LONG}", "line 1, missing: is a list or a mapping"),
    "a column of values and of something else": (LONG.replace("Who", "What"), "line 1, area: 'What' has the values"),
    "a share of nothing": (
        LONG.replace("trade in goods", "share"),
        "line 1, basis: a share needs a basis (the whole that",
    ),
    "a classification of nothing": (
        f"{LONG[:-1]}, classification: HS}}",
        "line 1, classification: is told of no commodity",
    ),
    "two columns of one period": (
        LONG.replace(", period: {column: When}", "").replace("column: What", "columns: {FY22: 2022, CY22: 2022}"),
        "line 1, columns: 'FY22' and 'CY22' are of one period",
    ),
    "a mark of digits": (f"marks: {{1: actual}}\n{LONG}", "line 1, marks: '1' may be part of a number"),
    "a mark of nothing": (f"marks: {{'': actual}}\n{LONG}", "line 1, marks: '' may be part of a number"),
    "two names alike": (f"header: [Who, Who]\n{LONG}", "line 1, header: two columns are called 'Who'"),
    "a name of nothing": (f"header: [Who, '']\n{LONG}", "line 1, header: a column has no name"),
    "no YAML": ("figure: [", "map.yaml: the map is not YAML"),
    "negative": (f"negative: perhaps\n{LONG}", "line 1, negative: 'perhaps' says nothing"),
}


@pytest.mark.parametrize(("map_", "what"), FAULTY.values(), ids=FAULTY)
def test_a_fault_in_a_map_is_told(run: Run, tmp_path: Path, map_: str, what: str) -> None:
    result = run(*write(tmp_path, Case("Who,When,What\nAZE,2020,1\n", map_, [])))
    assert (result.code, what in result.err) == (3, True), result.err


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("Who,What,2020,2020 [YR2020]", "my.csv: the columns '2020' and '2020 [YR2020]' are of one period"),
        ("2020,What,2021,2022", "my.csv: the column '2020' is called by a period, and told for area"),
    ],
)
def test_columns_that_are_called_by_a_period_are_values_of_it(run: Run, tmp_path: Path, header: str, what: str) -> None:
    figure = LONG.replace(", period: {column: When}", "").replace("{column: What}", "{columns: periods}")
    case = Case(f"{header}\nAZE,1,1,1\n", figure.replace("Who", header.partition(",")[0]), [])
    result = run(*write(tmp_path, case))
    assert (result.code, what in result.err) == (3, True), result.err


def test_a_guessed_map_of_a_wide_table_reads_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text("Office;;;\n\nCountry;Unit;2022;2023 [YR2023]\nAZE;thousand USD;1,5;2\n")
    assert run("import", str(tmp_path / "my.csv"), "--guess", "-o", str(tmp_path / "map.yaml")).code == 0
    result = run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / "map.yaml"))
    told = run("trade", "--where", "source = 'my-csv'", "--columns", "area_code,period,value,unit", "-f", "csv").out
    assert told.splitlines()[1:] == ["AZE,2022,1500,USD", "AZE,2023,2000,USD"], result.err


GUESSES = {
    "a comma that may group digits is left to people": ("Country;Year;Value\nAZE;2023;1,234\n", "'1,234' is no number"),
    "a point that may group digits is, too": ("Country;Year;Value\nAZE;2023;1.234\n", "decimal: '?' is no decimal sign"),
    "commas and points": ("Country;Year;Value\nAZE;2023;1.234,5\nAZE;2022;1,234\n", "1234.5 1.234"),
    "blanks": ("Country;Year;Value\nAZE;2023;1 234\nAZE;2022;5,5\n", "1234 5.5"),
    "commas alone": ("Country;Year;Value\nAZE;2023;1,234,567\nAZE;2022;1,234\n", "1234567 1234"),
    "points alone": ("Country;Year;Value\nAZE;2023;1.234.567\nAZE;2022;1.234\n", "1234567 1234"),
    "as many commas in cells as columns": ("Country;Year;Value\nAZE;2023;4,5\nAZE;2022;5,5\nAZE;2021;5\n", "4.5 5.5 5"),
    "a column with another beside it that is called alike": (
        "Country,Period Code,Period,Year,Value Flag,Value Note,Value\nAZE,A,Annual,2023,E,,7\n", "7",
    ),
    "a first column without a name": (
        "Exports to Azerbaijan\nDeliveries, not orders\n\n,2022,2023\nAZE,1,2\nTUR,3,\n", "2 1 3",
    ),
}  # fmt: skip


PERIODS = {
    "a year and a month, and words below": (
        "Year,Month,Country,Value\n2023,1,AZE,1\n2023,Feb,AZE,2\nSource: Customs,,,\n",
        'period: {year: "Year", month: "Month"}',
    ),
    "a year and a quarter": (
        "Year,Quarter,Country,Value\n2023,IV,AZE,1\n",
        'period: {year: "Year", quarter: "Quarter"}',
    ),
    "a year, and a period that is a part of it": (
        "Country,Period Code,Period,Year,Value\nAZE,A,Annual,2023,9\nAZE,Q1,First quarter,2023,1\n",
        'period: {year: "Year", quarter: "Period Code"}',
    ),
    "a year, and a month in words": (
        "Country,Year,Period,Value\nAZE,2023,January,1\n",
        'period: {year: "Year", month: "Period"}',
    ),
    "a month that has its year": ("Year,Month,Country,Value\n2023,Jan 2023,AZE,1\n", 'period: {column: "Month"}'),
    "a period and what it is of": (
        "Period,Year,Month,Country,Value\n2023-01,2023,1,AZE,1\n",
        'period: {column: "Period"}',
    ),
    "months across": (
        "Country,Year,Jan,Feb,Total\nAZE,2023,1,2,3\n",
        'period: {year: "Year"}\n  value: {columns: periods}',
    ),
    "months with their years": ("Month,Country,Value\nJan 2024,AZE,1\n", 'period: {column: "Month"}'),
    "FAOSTAT's columns, each with one of flags": (
        "Area,Y2022,Y2022F,Y2023,Y2023F\nAZE,1,A,2,E\n",
        "value: {columns: periods}",
    ),
    "months with their years across": ("Country,Jan 2024,Feb 2024\nAZE,1,2\n", "value: {columns: periods}"),
}


@pytest.mark.parametrize(("text", "told"), PERIODS.values(), ids=PERIODS)
def test_a_guess_finds_the_period_in_one_column_or_two(run: Run, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "my.csv").write_text(text)
    guessed = run("import", str(tmp_path / "my.csv"), "--guess").out.partition("\nfigure:")[2]
    assert told in guessed


FIELDS = {
    "a unit in the name of the values": ("Country,Year,Value (USD thousand)\nAZE,2023,1\n", "unit: USD thousand\n"),
    "another unit": ("Country;Year;Exports, Mio. EUR\nAZE;2023;1\n", "unit: Mio. EUR\n"),
    "no unit, and a power of ten": ("Country,Year,Value_in_thousands\nAZE,2023,1\n", "unit:   # which one? such as thousands USD"),
    "no unit": ("Country,Year,Value\nAZE,2023,1\n", "unit:   # which one? such as thousand USD"),
    "the numbers that are left, with marks": (
        "Country,Year,Note,Exports\nAZE,2022,x,1.5\nAZE,2023,,2p\n", 'value: {column: "Exports"}',
    ),
    "years are no values": ("Land,Jahr,Wert\nAZE,2022,\u2013\nTUR,2022,\u2026\n", "value: {column: }  # which one?"),
    "two columns of numbers": ("Country,Year,Exports,Imports\nAZE,2022,1,2\n", "value: {column: }  # which one?"),
    "numbers that are not M49's": (
        "Reporter Country Code,Reporter Countries,Year,Value\n52,Azerbaijan,2022,1\n", 'area: {column: "Reporter Countries"}',
    ),
    "numbers that are": (
        "Reporter Code,Reporter Code (M49),Year,Value\n52,'031,2022,1\n", 'area: {column: "Reporter Code (M49)"}',
    ),
    "a classification": (
        "Country,Product Classification,Product,Year,Value\nAZE,SITC3,TO,2022,1\n",
        'commodity: {column: "Product"}\n  classification: {column: "Product Classification"}',
    ),
    "names of some columns": (
        "Arms\nCountry;Supplier;Year;;Value\nAZE;ISR;2016;?;5\n", 'area: {column: "Country"}\n  period: {column: "Year"}',
    ),
    "numbers that are no flows, and no units": (
        "country,year,tradeflow_o,value per unit\nAZE,2020,4.5,1\nITA,2020,NA,2\n",
        'area: {column: "country"}\n  period: {column: "year"}\n  value: {column: "value per unit"}\n  unit:   #',
    ),
    "powers of ten in a column": (
        "Country,Year,Value,PowerCode\nAZE,2023,1,Millions\nITA,2023,1,Units\n",
        'value: {column: "Value", times: {column: "PowerCode"}}\n',
    ),
    "a year and its months, with a line between": (
        "Country,Year,Jan,Feb\nAZE,2023,1,2\nTotal,,,\nAZE,2024*,1,2\n", 'period: {year: "Year"}',
    ),
    "codes of partners and flows, and their labels": (
        "Year,Economy Label,Partner,Partner Label,Flow,Flow Label,US$,Missing value\n2022,Azerbaijan,0000,World,01,Imports,1,\n",
        'partner: {column: "Partner Label"}\n  flow: {column: "Flow Label"}\n  period: {column: "Year"}\n  value: {column: "US$"}',
    ),
    "a share of a commodity, and another word for a classification": (
        "Country,Nomenclature,Product Share (%),ProductCode,Year,Value\nAZE,H5,100,2709,2022,1\n",
        'commodity: {column: "ProductCode"}\n  classification: {column: "Nomenclature"}',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), FIELDS.values(), ids=FIELDS)
def test_a_guess_leaves_to_people_what_names_do_not_tell(run: Run, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "my.csv").write_text(text)
    assert told in run("import", str(tmp_path / "my.csv"), "--guess").out.partition("\nfigure:")[2]


def test_a_quantity_among_values_is_no_trade_in_money(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text(
        "Area,Element,Unit,Y2021,Y2022\nAZE,Import quantity,t,,12.5\nAZE,Import value,1000 USD,,57\n"
    )
    file, map_ = str(tmp_path / "my.csv"), tmp_path / "map.yaml"
    assert run("import", file, "--guess", "-o", str(map_)).code == 0
    refused = run("import", file, "--map", str(map_))
    assert (refused.code, "line 2, Unit: 't' is no unit of money: " in refused.err) == (3, True), refused.err
    which = '{column: Element, values: {"Import quantity": trade quantity, "Import value": trade in goods}}'
    map_.write_text(map_.read_text().replace("indicator: trade in goods", f"indicator: {which}"))
    assert run("import", file, "--map", str(map_)).code == 0
    told = run("trade", "--source", "my-csv", "--columns", "indicator,value,unit", "-f", "csv").out
    assert told.splitlines()[1:] == ["trade in goods,57000,USD", "trade quantity,12.5,t"]


def test_columns_tell_a_basis_together(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text("who,sex,age,time,value\nAZE,M,15-24,2022,1\nAZE,F,15-24,2022,2\nAZE,F,,2022,3\n")
    figure = "indicator: statistic, area: {column: who}, period: {column: time}, value: {column: value}, unit: '%'"
    file, map_ = str(tmp_path / "my.csv"), tmp_path / "map.yaml"
    map_.write_text(
        f"source: {{key: mine}}\nfigure: {{{figure}, basis: {{columns: [sex, age], values: {{M: men, F: women}}}}}}"
    )
    assert run("import", file, "--map", str(map_)).code == 0
    told = run("trade", "--source", "mine", "--columns", "basis,value", "--sort", "value", "-f", "csv").out
    assert told.splitlines()[1:] == ['"sex men, age 15-24",1', '"sex women, age 15-24",2', "sex women,3"]


@pytest.mark.parametrize(
    ("columns", "what"),
    [
        ("[]", "'columns' names no column, or one twice"),
        ("[sex, sex]", "'columns' names no column, or one twice"),
        ("[sex, Age]", "there is no column 'Age' for basis"),
        ("[sex, value]", "'value' has the values"),
    ],
)
def test_columns_that_cannot_tell_a_basis_are_told(run: Run, tmp_path: Path, columns: str, what: str) -> None:
    (tmp_path / "my.csv").write_text("who,sex,value\nAZE,M,1\n")
    figure = "indicator: statistic, area: {column: who}, period: '2022', value: {column: value}, unit: '%'"
    (tmp_path / "map.yaml").write_text(f"source: {{key: mine}}\nfigure: {{{figure}, basis: {{columns: {columns}}}}}")
    refused = run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / "map.yaml"))
    assert (refused.code, what in refused.err) == (3, True), refused.err


def test_a_guess_tells_what_stands_for_no_value(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text("Country,Year,Value\nAZE,2022,-\nAZE,2023,\u2026\nAZE,2024,1\nAZE,2025,-\n")
    assert '\nmissing: ["", "..", "-", "\u2026"]  #' in run("import", str(tmp_path / "my.csv"), "--guess").out


def test_a_guess_tells_what_it_does_not_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text('Country,Year,Value,Item,Flag,Empty\nAZE,2022,1,"Wheat,\nred",E,\n')
    guessed = run("import", str(tmp_path / "my.csv"), "--guess").out
    assert '# Not read, with a cell of each: "Item" (Wheat, red), "Flag" (E)\n' in guessed


def test_a_guess_names_columns_where_numbers_stand_in_the_first_row(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text("Exports\n;;value\nAZE;2022;1,5\nTUR;2022;2\n")
    assert run("import", str(tmp_path / "my.csv"), "--guess", "-o", str(tmp_path / "map.yaml")).code == 0
    guessed = (tmp_path / "map.yaml").read_text().replace("unit:   #", "unit: USD  #")
    for field, number in (("area", 1), ("period", 2), ("value", 3)):
        guessed = guessed.replace(f"{field}: {{column: }}", f"{field}: {{column: column {number}}}")
    (tmp_path / "map.yaml").write_text(guessed)
    result = run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / "map.yaml"))
    told = run("trade", "--source", "my-csv", "--columns", "area_code,period,value", "-f", "csv").out
    assert told.splitlines()[1:] == ["AZE,2022,1.5", "TUR,2022,2"], result.err


@pytest.mark.parametrize(("text", "told"), GUESSES.values(), ids=GUESSES)
def test_a_guess_is_as_sure_as_the_file(run: Run, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "my.csv").write_text(text)
    assert run("import", str(tmp_path / "my.csv"), "--guess", "-o", str(tmp_path / "map.yaml")).code == 0
    guessed = (tmp_path / "map.yaml").read_text().replace("area: {column: }", "area: {column: column 1}")
    guessed = guessed.replace("unit:   #", "unit: USD  #")
    (tmp_path / "map.yaml").write_text(guessed)
    result = run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / "map.yaml"))
    asked = ("--source", "my-csv", "--columns", "value", "--sort", "area_code,-period", "-f", "csv")
    assert told in result.err or run("trade", *asked).out.split()[1:] == told.split(), result.err


def test_a_map_needs_nothing_but_the_program(base: Location, tmp_path: Path) -> None:
    # In a process of its own, where no other test has loaded anything.
    argv = write(tmp_path, CASES["below zero where it may be"])
    env = {**os.environ, "FACTBASE_URL": base.address}
    done = subprocess.run([sys.executable, "-m", "factbase", *argv], capture_output=True, text=True, env=env)
    assert (done.returncode, done.stderr) == (0, "mine: 2 new, 0 unchanged, 0 changed (entry 2)\n")


def test_a_map_that_is_not_there_is_guessed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text("Who,When,What\nAZE,2020,1\n")
    refused = run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / "map.yaml"))
    assert (refused.code, "there is no such file (--guess writes a map)" in refused.err) == (3, True)


def publisher(run: Run) -> str:
    where = ["--where", "key = 'mine'", "--columns", "publisher", "-f", "csv"]
    return run("sources", *where).out.splitlines()[-1]


def test_a_new_source_has_its_publisher(run: Run, tmp_path: Path) -> None:
    argv = write(tmp_path, Case("Who,When,What\nAZE,2020,1\n", f"source: {{key: mine}}\n{LONG}", []))
    unknown = run(*argv, "--publisher", "Ministry of Nothing")
    assert (unknown.code, "--publisher: no actor is called 'Ministry of Nothing'" in unknown.err) == (2, True)
    assert run(*argv, "--publisher", "az").code == 0
    assert publisher(run) == "Azerbaijan"
    assert run(*argv, "--publisher", "AZE").code == 0
    other = run(*argv, "--publisher", "China")
    assert (other.code, "'mine' is published by AZE (factbase amend mine publisher=CHN)" in other.err) == (2, True)
    assert publisher(run) == "Azerbaijan"


def test_a_new_source_has_a_key_that_sheets_take_too(run: Run, tmp_path: Path) -> None:
    argv = write(tmp_path, Case("Who,When,What\nAZE,2020,1\n", LONG, []))
    refused = run(*argv, "--source", "My Key: x/y")
    assert (refused.code, "--source: 'My Key: x/y' is not a key (" in refused.err) == (2, True)


def test_a_map_names_the_publisher_of_a_new_source(run: Run, tmp_path: Path) -> None:
    source = "source: {key: mine, title: Figures, publisher: China, edition: May}"
    assert run(*write(tmp_path, Case("Who,When,What\nAZE,2020,1\n", f"{source}\n{LONG}", []))).code == 0
    assert publisher(run) == "China"
