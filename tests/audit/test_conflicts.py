"""Sources that differ are told with the kind of their disagreement; only one kind is a contradiction."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from conftest import Run
from exchange.sheets import add

from factbase.store.location import Location

HEAD = "refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,primaryValue\n"


def load(run: Run, folder: Path, rows: str, source: str = "un-comtrade") -> None:
    file = folder / "figures.csv"
    file.write_text(HEAD + rows, encoding="utf-8")
    result = run("import", str(file), "--source", source)
    assert result.code == 0, result.err


def told(run: Run, columns: str, *arguments: str) -> list[list[str]]:
    result = run(*arguments, "-f", "csv", "--columns", columns)
    assert result.code == 0, result.err
    return list(csv.reader(io.StringIO(result.out)))[1:]


def test_one_source_does_not_contradict_itself(run: Run) -> None:
    result = run("conflicts")
    assert (result.code, result.out, result.err) == (0, "", "no conflicts found\n")


def test_two_values_for_one_thing_are_a_contradiction(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, "2024,2024,AZE,X,ITA,H6,TOTAL,100\n2023,2023,AZE,X,ITA,H6,TOTAL,7\n")
    load(run, tmp_path, "2024,2024,AZE,X,ITA,H6,TOTAL,125\n2023,2023,AZE,X,ITA,H6,TOTAL,7.0\n", "other")
    columns = "kind,period,source,value,other_source,other_value,spread"
    line = ["contradiction", "2024", "other", "125", "un-comtrade", "100", "25"]
    assert told(run, columns, "conflicts") == [line]
    assert told(run, columns, "conflicts", "italy", "AZE") == [line]
    assert told(run, columns, "conflicts", "china") == []
    assert run("conflicts", "--fail").code == 1
    assert run("conflicts", "china", "--fail").code == 0
    assert run("conflicts", "--fail", "--where", "spread > 30").code == 0


def test_statistics_in_millions_are_those_in_dollars_rounded(run: Run, tmp_path: Path) -> None:
    rows = "{0},{0},AZE,X,ITA,H6,TOTAL,{1}\n"
    load(
        run,
        tmp_path,
        "".join(map(rows.format, range(2020, 2026), (38146012345.12, 473226612345, 400400, 104, 0, 7512))),
    )
    load(
        run,
        tmp_path,
        "".join(map(rows.format, range(2020, 2026), (38146000000, 473226700000, 400000, 100, 1, 7500))),
        "other",
    )
    assert told(run, "period,kind,spread", "conflicts") == [
        ["2020", "precision", "0"],
        ["2021", "contradiction", "0"],
        ["2022", "contradiction", "0.1"],
        ["2023", "contradiction", "4"],
        ["2024", "contradiction", ""],
        ["2025", "contradiction", "0.16"],
    ]


def test_a_route_stands_apart_in_the_subject(base: Location, run: Run) -> None:
    cargo = (
        "figures: [{indicator: cargo, area: Spain, partner: Chad, route: trans-caspian-route, period: 2023, at: p1, "
    )
    for key, value in ("paper", "5 t"), ("wire", "7 t"):
        add(base, f"source: {{key: {key}, title: {key}, kind: article}}\n{cargo}value: {value}}}]\n")
    assert told(run, "subject", "conflicts") == [["Spain and Chad, Trans-Caspian trade route"]]


def test_another_classification_is_another_definition(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, "2024,2024,AZE,X,ITA,H6,2709,100\n")
    load(run, tmp_path, "2024,2024,AZE,X,ITA,H5,2709,125\n", "other")
    assert told(run, "kind", "conflicts") == [["definition"]]
    assert run("conflicts", "--fail").code == 0


def test_an_article_is_compared_with_exports_and_imports_together(run: Run, tmp_path: Path) -> None:
    load(
        run,
        tmp_path,
        "2024,2024,AZE,X,CHN,H6,TOTAL,20000000\n2024,2024,AZE,M,CHN,H6,TOTAL,3724000000\n"
        "2024,2024,CHN,M,AZE,H6,TOTAL,25000000\n2024,2024,CHN,X,AZE,H6,TOTAL,1500000000\n",
    )
    # 3.744 billion is 3.7 in two digits; what China reports is seen from another side.
    assert told(run, "kind,value,other_value,other_reporter_code", "conflicts", "--sort", "kind") == [
        ["precision", "3700000000", "3744000000", "AZE"],
        ["viewpoint", "3700000000", "1525000000", "CHN"],
    ]


def test_hedges_that_overlap_do_not_contradict(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    figure = (
        "figures:\n  - {{indicator: trade, area: Azerbaijan, partner: China, flow: turnover, period: 2024,"
        " value: {}, at: p1, anchor: trade}}\n"
    )
    head = "source: {{key: {}, title: Trade {}, kind: article, published: 2025-05-14, language: en}}\n"
    for name, value in (("hedged", "more than $3.5 billion"), ("otherwise", "$5 billion")):
        sheet.write_text(head.format(name, name) + figure.format(value), encoding="utf-8")
        result = run("add", str(sheet))
        assert result.code == 0, result.err
    lines = {(line[0], line[1]): line[2] for line in told(run, "source,other_source,kind", "conflicts")}
    assert lines["hedged", "kapanadze"] == "hedges"
    assert lines["kapanadze", "otherwise"] == "contradiction"
    assert lines["hedged", "otherwise"] == "hedges"
    bound = ["more than", "", "3500000000", "", "", "5000000000", ""]
    columns = "qualifier,value,low,high,other_qualifier,other_value,other_low"
    assert told(run, columns, "conflicts", "--where", "source = 'hedged' AND other_source = 'otherwise'") == [bound]


def test_each_side_of_a_flow_is_told(run: Run, tmp_path: Path) -> None:
    load(
        run,
        tmp_path,
        "2024,2024,AZE,X,CHN,H6,TOTAL,20.5\n2024,2024,CHN,M,AZE,H6,TOTAL,25\n"
        "2024,2024,CHN,X,AZE,H6,TOTAL,1500\n2024,2024,AZE,M,CHN,H5,TOTAL,1400.25\n2024,2024,AZE,M,CHN,H6,01,3\n",
    )
    lines = told(run, "exporter_code,commodity,exported,imported,gap,percent,valuation", "mirror", "AZE", "PRC")
    assert [line[:6] for line in lines] == [
        ["AZE", "TOTAL", "20.5", "25", "4.5", "21.95"],
        ["CHN", "TOTAL", "1500", "1400.25", "-99.75", "-6.65"],
    ]
    assert "explain a part" in lines[0][6]
    assert "wider than it seems" in lines[1][6]


def test_each_side_of_a_turnover_is_told(run: Run, tmp_path: Path) -> None:
    figure = (
        "  - {{indicator: trade, area: {}, partner: {}, flow: turnover, period: 2024, value: {}, reporter: {}, at: p1,"
        " anchor: trade}}\n"
    )
    (tmp_path / "sheet.yaml").write_text(
        "source: {key: both, title: Both, kind: article, published: 2025-05-14, language: en}\nfigures:\n"
        + figure.format("Azerbaijan", "Italy", "$5 billion", "Azerbaijan")
        + figure.format("Azerbaijan", "Italy", "$6 billion", "Italy"),
        encoding="utf-8",
    )
    result = run("add", str(tmp_path / "sheet.yaml"))
    assert result.code == 0, result.err
    columns = "exporter_code,importer_code,flow,exported,imported,gap,percent"
    assert told(run, columns, "mirror", "azerbaijan", "ITA") == [
        ["AZE", "ITA", "turnover", "5000000000", "6000000000", "1000000000", "20"]
    ]
    assert told(run, columns, "mirror", "ITA", "azerbaijan")[0][:6] == [
        *("ITA", "AZE", "turnover", "6000000000", "5000000000", "-1000000000"),
    ]


def test_a_mirror_needs_two(run: Run) -> None:
    result = run("mirror", "AZE", "azerbaijan")
    assert result.code == 2
    assert "both names mean one actor" in result.err
