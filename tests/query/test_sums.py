"""Sums count nothing twice, mix nothing, and are exact."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Result, Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factbase.base as factbase
from factbase.journal.entry import entry
from factbase.store.location import Location

HEAD = "refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,primaryValue\n"
# All trade with the world, with single partners, with a group beside its members, and goods at three levels.
FILE = (
    HEAD
    + """2023,2023,AZE,X,W00,H6,TOTAL,800
2023,2023,AZE,X,ITA,H6,TOTAL,500
2024,2024,AZE,X,W00,H6,TOTAL,1000
2024,2024,AZE,X,EU2,H6,TOTAL,600
2024,2024,AZE,X,ITA,H6,TOTAL,600
2024,2024,AZE,X,ITA,H6,27,500
2024,2024,AZE,X,ITA,H6,2709,400
2024,2024,AZE,X,ITA,H6,270900,400
2024,2024,AZE,X,ITA,H6,08,100
2024,2024,AZE,X,TUR,H6,TOTAL,300.1
2024,2024,AZE,X,TUR,H6,27,300.1
2024,2024,AZE,X,S19,H6,TOTAL,99.6
2024,2024,AZE,X,CHN,H6,270900,0.1
2024,2024,AZE,X,CHN,H6,080810,0.2
2024,2024,AZE,M,CHN,H6,TOTAL,70
"""
)


def load(run: Run, folder: Path, text: str, *options: str) -> None:
    file = folder / "figures.csv"
    file.write_text(text, encoding="utf-8")
    result = run("import", str(file), *options)
    assert result.code == 0, result.err


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Run:
    load(run, tmp_path, FILE)
    return run


def sums(run: Run, columns: str, *options: str) -> list[list[str]]:
    result = run("trade", *options, "--source", "un-comtrade", "-f", "csv", "--columns", columns)
    assert result.code == 0, result.err
    return list(csv.reader(io.StringIO(result.out)))[1:]


EXPORTS = ("--flow", "export", "--since", "2024", "--until", "2024")


def test_partners_are_single_ones_and_their_shares_make_a_whole(loaded: Run) -> None:
    lines = sums(loaded, "partner_code,value,share", "--by", "partner", *EXPORTS)
    # Italy and not the European Union, nobody is the world, and 'Other Asia' is a partner of its own.
    assert [line[:2] for line in lines] == [
        ["ITA", "600"],
        ["TUR", "300.1"],
        ["other-asia-nes", "99.6"],
        ["CHN", "0.3"],
    ]
    assert sum(Decimal(line[2]) for line in lines) == 100


def test_without_partners_the_total_is_the_one_that_is_told(loaded: Run) -> None:
    assert sums(loaded, "period,value,change", "--by", "period", "--flow", "export") == [
        ["2023", "800", ""],
        ["2024", "1000", "25"],
    ]


def test_goods_are_told_at_the_coarsest_level_there_is(loaded: Run) -> None:
    lines = sums(loaded, "commodity,value", "--by", "commodity", *EXPORTS)
    assert lines == [["27", "800.1"], ["08", "100"], ["080810", "0.2"], ["270900", "0.1"]]
    lines = sums(loaded, "commodity,value", "--by", "commodity", "--level", "6", *EXPORTS)
    assert lines == [["270900", "400.1"], ["080810", "0.2"]]


def test_a_commodity_that_is_asked_for_is_not_added_to_its_parts(loaded: Run) -> None:
    codes = ("--commodity", "27", "--commodity", "0808")
    lines = sums(loaded, "partner_code,value", "--by", "partner", *codes, *EXPORTS)
    assert lines == [["ITA", "500"], ["TUR", "300.1"], ["CHN", "0.3"]]


def test_growth_is_counted_from_the_period_before_that_was_not_asked_for(loaded: Run) -> None:
    assert sums(loaded, "partner_code,period,change", "--by", "partner", "--top", "1", *EXPORTS) == [
        ["ITA", "2024", "20"]
    ]


@pytest.mark.parametrize(
    ("part", "by"),
    [
        ("AZE,X,ITA,H6,TOTAL", "area"),
        ("AZE,X,ITA,H6,TOTAL", "flow"),
        ("AZE,X,W00,H6,27", "area"),
        ("AZE,X,W00,H6,27", "partner"),
    ],
)
def test_a_part_has_not_grown_from_a_total(run: Run, tmp_path: Path, part: str, by: str) -> None:
    load(run, tmp_path, f"{HEAD}2023,2023,AZE,X,W00,H6,TOTAL,800\n2024,2024,{part},400\n2025,2025,{part},500\n")
    assert sums(run, "period,value,change", "--by", by) == [
        ["2023", "800", ""],
        ["2024", "400", ""],
        ["2025", "500", "25"],
    ]


def test_an_area_has_not_grown_from_the_world(run: Run, tmp_path: Path) -> None:
    load(
        run,
        tmp_path,
        HEAD + "".join(f"{year},{year},{who},X,CHN,H6,TOTAL,9\n" for year, who in (("2023", "W00"), ("2024", "AZE"))),
    )
    assert sums(run, "period,value,change", "--by", "partner") == [["2023", "9", ""], ["2024", "9", ""]]


def test_flows_and_sources_are_not_added_up(loaded: Run) -> None:
    lines = sums(loaded, "flow,value", "--by", "area", "--since", "2024")
    assert lines == [["import", "70"], ["export", "1000"]]
    # The article has another source, another indicator and no precise figure: it stays on a line of its own.
    result = loaded("trade", "--by", "area", "-f", "csv", "--columns", "source,value")
    assert "kapanadze,3700000000" in result.out.splitlines()


def test_what_is_left_out_is_said(loaded: Run) -> None:
    def notes(*options: str) -> str:
        result: Result = loaded("trade", *options)
        return result.err

    assert "the world and groups beside single partners; codes of 2, 4, 6 digits" in notes("--by", "partner", *EXPORTS)
    assert "partners beside their total" in notes("--by", "period", *EXPORTS, "--reporter", "AZE")
    assert "ranks, parts or prices, hedged, denied or told twice: 1" in notes("--by", "period")
    assert not notes("--by", "partner", *EXPORTS, "--quiet")


def test_a_tenth_and_two_tenths_are_three_tenths(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, HEAD + "2024,2024,AZE,X,CHN,H6,010121,0.1\n2024,2024,AZE,X,CHN,H6,010129,0.20\n")
    assert sums(run, "value", "--by", "partner") == [["0.3"]]
    assert '"value": 0.3' in run("trade", "--by", "partner", "--source", "un-comtrade", "-f", "json").out


def test_what_a_double_would_round_is_told_in_full_and_sorted_by_its_size(run: Run, tmp_path: Path) -> None:
    rows = ("CHN,H6,010121,800719925474099.3", "ITA,H6,010121,90071992547409.913", "TUR,H6,010121,9")
    load(run, tmp_path, HEAD + "".join(f"2024,2024,AZE,X,{row}\n" for row in rows))
    assert sums(run, "value", "--by", "partner") == [["800719925474099.3"], ["90071992547409.913"], ["9"]]
    assert '"value": 90071992547409.913,' in run("trade", "--by", "partner", "-f", "json").out
    assert "90.07 tn USD" in run("trade", "--by", "partner", "--pivot", "period").out


def test_a_sum_that_no_64_bits_hold_is_refused(run: Run, tmp_path: Path) -> None:
    most = 2**63 - 1
    load(run, tmp_path, HEAD + f"2024,2024,AZE,X,CHN,H6,010121,{most}\n2024,2024,AZE,X,CHN,H6,010129,1\n")
    result = run("trade", "--by", "partner", "--source", "un-comtrade")
    assert result.code != 0
    assert "a sum is larger than the whole numbers that a base holds" in result.err


def test_sums_are_those_of_kept_totals_and_of_figures_alike(loaded: Run) -> None:
    kept = sums(loaded, "flow,period,value,change", "--by", "period")
    assert kept == sums(loaded, "flow,period,value,change", "--by", "period", "--reporter", "AZE")


def test_a_forecast_is_not_added_to_what_was(run: Run, base: Location) -> None:
    with entry(base, author="Leyla", command="add") as opened:
        opened.add("thing", key="customs", kind="source", label="Customs")
        opened.add("source", key="customs", kind="article")
        opened.add("measure", id=900, source="customs", indicator="trade in goods", unit="USD")
        for series, partner in ((901, "CHN"), (902, "beijing")):
            opened.add("series_key", id=series, measure=900, area="AZE", partner=partner, flow="export")
        opened.add("figure", series=901, period="2023", value=100)
        opened.add("figure", series=901, period="2024", value=100)
        opened.add("figure", series=902, period="2024", value=50, status="forecast")
    shown = ("--source", "customs", "-f", "csv", "--columns", "period,observation_status,value,change")
    told = ["2024,forecast,50,", "2024,actual,100,0", "2023,actual,100,"]
    for narrowed in ((), ("azerbaijan",)):
        assert sorted(run("trade", *narrowed, "--by", "period", *shown).out.splitlines()[1:]) == sorted(told)
    # Where all are actual, a table for people need not say so, unless it is asked for.
    table = ("trade", "--by", "period", "--source", "customs")
    assert "forecast" in run(*table).out
    assert "actual" not in run(*table, "--status", "actual").out
    assert "actual" in run(*table, "--status", "actual", "--columns", "period,observation_status").out


def test_partners_only_beside_a_world_of_another_area_are_summed(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, HEAD + "2024,2024,AZE,X,W00,H6,TOTAL,100\n2024,2024,KAZ,X,CHN,H6,27,50\n")
    assert (
        sums(run, "value", "--by", "period") == sums(run, "value", "--by", "period", "--status", "actual") == [["150"]]
    )


@pytest.mark.parametrize(
    ("by", "columns", "told"),
    [
        ("period", "value", [["100"]]),
        ("commodity", "commodity,classification,value,share", [["27", "H6", "100", "100"], ["3", "S4", "90", "100"]]),
    ],
)
def test_goods_of_one_family_are_summed(run: Run, tmp_path: Path, by: str, columns: str, told: list[list[str]]) -> None:
    goods = ("H6,27,100", "H5,27,80", "S4,3,90", "S4,33,70")
    load(run, tmp_path, HEAD + "".join(f"2024,2024,AZE,X,CHN,{row}\n" for row in goods))
    assert sums(run, columns, "--by", by) == told


def test_a_total_of_all_goods_is_said_to_be_left_out_beside_goods(loaded: Run) -> None:
    assert "the sum of all goods beside single ones" in loaded("trade", "--by", "commodity", *EXPORTS).err


def test_what_is_told_in_two_ways_counts_once(run: Run, base: Location) -> None:
    with entry(base, author="Leyla", command="add") as opened:
        opened.add("thing", key="customs", kind="source", label="Customs")
        opened.add("source", key="customs", kind="article")
        opened.add("thing", key="world", kind="actor", label="World")
        opened.add("actor", key="world", kind="group", m49="001")
        opened.add("measure", id=900, source="customs", indicator="trade in goods", unit="USD")
        told = (
            ("AZE", "CHN", "turnover"),
            ("CHN", "AZE", "turnover"),
            ("AZE", None, "export"),
            ("AZE", "world", "export"),
        )
        for series, (area, partner, flow) in enumerate(told, 901):
            opened.add("series_key", id=series, measure=900, area=area, partner=partner, flow=flow)
            opened.add("figure", series=series, period="2024", value=7)
    result = run("trade", "--by", "flow", "--source", "customs", "-f", "csv", "--columns", "flow,value")
    assert sorted(result.out.splitlines()[1:]) == ["export,7", "turnover,7"]


def test_groups_that_may_overlap_are_told_one_by_one_and_not_added_up(run: Run, tmp_path: Path) -> None:
    rows = ("AZE,X,EU2,H6,TOTAL,600", "AZE,X,R4,H6,TOTAL,300", "KAZ,X,EU2,H6,TOTAL,50")
    load(run, tmp_path, HEAD + "".join(f"2024,2024,{row}\n" for row in rows))
    assert sums(run, "partner_code,value", "--by", "partner") == [["european-union", "650"], ["asean", "300"]]
    assert sums(run, "area_code,value", "--by", "area") == [["KAZ", "50"]]
    assert "groups, which may overlap (--by area, or --by partner, tells each)" in run("trade", "--by", "area").err
    areas = ("97,X,0,H6,TOTAL,9", "975,X,0,H6,TOTAL,5")
    head = HEAD.replace("ISO", "Code")
    load(run, tmp_path, head + "".join(f"2025,2025,{row}\n" for row in areas), "--source", "groups")
    groups = ("--by", "period", "--since", "2025")
    assert run("trade", *groups, "--source", "groups", "-f", "csv").out.splitlines()[1:] == []
    assert sums(run, "value", *groups) == []


@pytest.mark.parametrize("partner", ["W00", "ITA"])
def test_services_of_2002_are_added_up_by_what_their_codes_mean(run: Run, tmp_path: Path, partner: str) -> None:
    told = (("200", 100), ("205", 60), ("206", 40), ("207", 10), ("236", 40))
    load(run, tmp_path, HEAD + "".join(f"2010,2010,AZE,X,{partner},EB02,{code},{value}\n" for code, value in told))
    assert sums(run, "value", "--by", "period") == [["100"]]
    assert sums(run, "commodity,value,share", "--by", "commodity") == [["205", "60", "60"], ["236", "40", "40"]]
    load(run, tmp_path, HEAD + f"2011,2011,AZE,X,{partner},EB02,205,60\n2011,2011,AZE,X,{partner},EB02,206,40\n")
    assert sums(run, "value", "--by", "period", "--since", "2011") == [["60"]]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.decimals("0.001", 10**12, places=3), min_size=1, max_size=20))
def test_a_sum_is_that_of_exact_arithmetic(tmp_path_factory: pytest.TempPathFactory, values: list[Decimal]) -> None:
    from factbase.cli.main import main

    folder = tmp_path_factory.mktemp("exact")
    base = folder / "facts.db"
    factbase.create(str(base), seed=False).close()
    file = folder / "figures.csv"
    rows = (f"2024,2024,AZE,X,CHN,H6,{10000 + place:06},{value}\n" for place, value in enumerate(values))
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    assert main(["import", str(file), "--base", str(base)]) == 0
    with factbase.open(str(base)) as opened:
        ((told,),) = opened.trade(by="partner", columns="value").rows()
        assert Decimal(str(told)) == sum(values)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--by", "colour"), "no such dimension 'colour'"),
        (("--by", "patner"), "partner"),
        (("--top", "3"), "--top: is for sums"),
        (("--level", "2"), "--level: is for sums"),
        (("--level", "0"), "--level: is for sums"),
        (("--pivot", "period,flow"), "one dimension can become columns"),
        (("--by", "partner", "--pivot", "commodity"), "not told by commodity"),
        (("--implied", "--by", "partner"), "goes with no other table"),
    ],
)
def test_wrong_options_are_told(run: Run, options: tuple[str, ...], words: str) -> None:
    result = run("trade", *options)
    assert result.code == 2
    assert words in result.err


# Side by side ---------------------------------------------------------------------------------------------------------


def test_years_stand_side_by_side(loaded: Run) -> None:
    lines = sums(loaded, "partner_code,2023,2024", "--pivot", "period", "--commodity", "TOTAL", "--partner", "italy")
    assert lines == [["ITA", "500", "600"]]
    lines = sums(
        loaded, "partner_code,2023,2024", "--by", "partner", "--pivot", "period", "--flow", "export", "--top", "2"
    )
    assert lines == [["ITA", "500", "600"], ["TUR", "", "300.1"]]


def test_partners_can_be_columns(loaded: Run) -> None:
    lines = sums(loaded, "commodity,ITA,CHN", "--pivot", "partner", *EXPORTS, "--commodity", "2709")
    assert lines == [["2709", "400", ""], ["270900", "400", "0.1"]]


def test_equal_codes_of_two_classifications_stand_apart(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, f"{HEAD}2024,2024,AZE,X,CHN,H6,27,100\n2024,2024,AZE,X,CHN,S4,27,33\n")
    for by in ((), ("--by", "commodity,partner")):
        lines = sums(run, "classification,27", *by, "--pivot", "commodity")
        assert sorted(lines) == [["H6", "100"], ["S4", "33"]]


def test_a_value_called_as_another_column_has_a_name_of_its_own(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, f"{HEAD}2024,2024,AZE,X,CHN,H6,27,100\n", "--source", "unit")
    answer = run("trade", "--pivot", "source", "--partner", "china", "--commodity", "27", "-f", "csv")
    assert answer.code == 0, answer.err
    assert "unit*" in answer.out.splitlines()[0]


def test_python_asks_the_same(loaded: Run, base: Location) -> None:
    with factbase.open(base.address) as opened:
        found = opened.trade(by="partner", top=1, reporter="AZE", flow="export", since="2024").rows().dicts()
        assert [(line["partner_code"], line["value"]) for line in found] == [("ITA", 600)]
        wide = opened.trade(pivot="period", source="un-comtrade", limit=1).rows()
        assert wide.names[-2:] == ["2023", "2024"]


# What growth implies --------------------------------------------------------------------------------------------------


def test_growth_implies_a_range_for_the_year_before(run: Run) -> None:
    result = run(
        "trade", "--implied", "--unit", "USD", "-f", "csv", "--columns", "period,implied,low,high,certainty,found"
    )
    assert result.out.splitlines()[1:] == ["2023,3065451533,3022774327,3108164111,derived,"]


def test_what_is_implied_is_checked_against_what_the_base_has(run: Run, tmp_path: Path) -> None:
    flows = "2023,2023,AZE,X,CHN,H6,TOTAL,100000000\n2023,2023,AZE,M,CHN,H6,TOTAL,{}\n"
    load(run, tmp_path, HEAD + flows.format(2950000000))
    shown = ("--unit", "USD", "-f", "csv", "--columns", "found,agrees,difference,found_source")
    assert run("trade", "--implied", *shown).out.splitlines()[1:] == ["3050000000,yes,-0.5,un-comtrade"]
    load(run, tmp_path, HEAD + flows.format(2100000000))
    assert run("trade", "--implied", *shown).out.splitlines()[1:] == ["2200000000,no,-28.23,un-comtrade"]


def test_what_is_denied_or_foreseen_bears_nothing_out(run: Run, base: Location) -> None:
    shown = ("--implied", "--unit", "USD", "-f", "csv", "--columns", "found")
    with entry(base, author="test", command="test") as change:
        change.add("figure", series=1, period="2023", value=3_070_000_000, status="forecast")
    assert run("trade", *shown).out.splitlines()[1:] == ['""']


def test_reporter_and_partner_narrow_each_other_whichever_comes_first(loaded: Run) -> None:
    assert loaded("trade", "--reporter", "AZE", "--partner", "italy", "--count", "-f", "csv").out == "count\n6\n"
    several = ("--partner", "italy", "--partner", "china", "--reporter", "AZE")
    assert loaded("trade", *several, "--count", "-f", "csv").out == "count\n9\n"
    assert loaded("trade", "--reporter", "CHN", "--partner", "italy", "--count", "-f", "csv").out == "count\n0\n"
    assert loaded("trade", "italy", "--partner", "china", "--count", "-f", "csv").out == "count\n0\n"


def test_sums_are_told_as_the_base_stood(loaded: Run, tmp_path: Path) -> None:
    load(loaded, tmp_path, FILE.replace("W00,H6,TOTAL,1000", "W00,H6,TOTAL,1100"))
    asked = ("--by", "period", "--flow", "export", "--since", "2024")
    assert sums(loaded, "value,change", *asked) == [["1100", "37.5"]]
    assert sums(loaded, "value,change", *asked, "--as-of", "2") == [["1000", "25"]]
