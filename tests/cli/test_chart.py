"""`chart`: what is drawn, what its forms hold, and that texts of a base stay texts in them."""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ElementTree
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from measured import add_series
from rich.cells import cell_len

import factbase
from factbase.journal.entry import Entry, entry
from factbase.render.chart.trade import _short
from factbase.store.location import Location

HOSTILE = '"]; evil --> x <script>alert(1)</script>\\ \x1b[31m\u202e'


def statistics(change: Entry, key: str, number: int, partner: str = "CHN", **figures: Any) -> None:
    """A data set that has trade of Azerbaijan in USD: y2024=3 or y2025=(4, 'forecast')."""
    if not change.find("source", key=key):
        change.add("thing", key=key, kind="source", label=f"Statistics of {key}")
        change.add("source", key=key, kind="statistics")
    add_series(change, number, source=key, indicator="trade", area="AZE", partner=partner, flow="turnover", unit="USD")
    for year, told in figures.items():
        value, status = told if isinstance(told, tuple) else (told, "actual")
        change.add("figure", series=number, period=year[1:], value=value * 10**9, status=status)


@pytest.fixture
def differing(base: Location) -> Location:
    """Two data sets that tell the same trade otherwise, and one of them what is to come."""
    with entry(base, author="test", command="test") as change:
        statistics(change, "gacc", 11, y2023=2, y2024=4, y2025=(5, "forecast"))
        statistics(change, "customs", 12, y2023=2, y2024=3)
    return base


def drawn(run: Run, *argv: str, form: str = "json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("chart", *argv, "-f", form).out)
    return found


def values(spec: Any) -> list[dict[str, Any]]:
    """All data that a specification holds."""
    if isinstance(spec, dict):
        own = spec.get("data", {}).get("values", []) if isinstance(spec.get("data"), dict) else []
        return [*own, *(value for part in spec.values() for value in values(part))]
    return [value for part in spec for value in values(part)] if isinstance(spec, list) else []


def test_sources_that_differ_are_marks_of_their_own(run: Run, differing: Location) -> None:
    marks = drawn(run, "trade", "azerbaijan", "china")["sections"]["trade, USD"]["lines"]
    assert {(mark["source"], mark["value"]) for mark in marks if mark["period"] == "2024"} == {
        ("gacc", 4 * 10**9),
        ("customs", 3 * 10**9),
        ("kapanadze", 3_700_000_000),
    }
    spec = drawn(run, "trade", "azerbaijan", "china", form="vega")
    assert {value["whose"] for value in values(spec) if value.get("label") == "2024" and "bn" in value["words"]} == {
        "turnover · gacc",
        "turnover · customs",
        "turnover · kapanadze",
    }


def test_what_is_forecast_does_not_look_reported(run: Run, differing: Location) -> None:
    spec = drawn(run, "trade", "azerbaijan", "china", form="vega")
    assert {value["label"]: value["solid"] for value in values(spec) if value.get("whose") == "turnover · gacc"} == {
        "2023": True,
        "2024": True,
        "2025": False,
    }
    out = run("chart", "trade", "azerbaijan", "china").out
    (line,) = (line for line in out.splitlines() if line.startswith("2025"))
    assert line.endswith("░ 5.00 bn USD  forecast")
    assert "█ 4.00 bn USD" in out


def test_units_are_never_in_one_panel(run: Run) -> None:
    assert [*drawn(run, "trade", "azerbaijan", "china")["sections"]] == ["trade, USD", "rank", "sources"]


def test_a_change_without_a_level_is_told_and_not_drawn(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        change.add("assertion", key="kapanadze:900", source="kapanadze", kind="change", locator="p9")
        add_series(
            change, 9, source="kapanadze", indicator="cargo", area="AZE", partner="CHN", unit="t", flow="transit"
        )
        change.add(
            "change", assertion="kapanadze:900", series=9, period="2024", base_period="2023", kind="percent", value=12
        )
    page = drawn(run, "trade", "azerbaijan", "china")
    assert "cargo, t" not in page["sections"]
    told = "Without a level: cargo, Azerbaijan and China, 2024, +12 % on 2023 (kapanadze p9)."
    assert told in run("chart", "trade", "azerbaijan", "china").out
    assert told in json.dumps(drawn(run, "trade", "azerbaijan", "china", form="vega"), ensure_ascii=False)


def test_the_greatest_partners_come_first_and_nothing_is_added_up(run: Run, differing: Location) -> None:
    with entry(differing, author="test", command="test") as change:
        for number, (key, value) in enumerate((("GEO", 1), ("TUR", 9), ("IRN", 7)), 20):
            change.add("thing", key=key, kind="actor", label=key)
            change.add("actor", key=key, kind="state")
            statistics(change, "gacc", number, key, y2025=value)
    page = drawn(run, "trade", "azerbaijan", "--by", "partner", "--top", "3")
    marks = page["sections"]["trade, turnover, USD"]["lines"]
    assert [(mark["label"], mark["value"]) for mark in marks] == [
        ("TUR", 9 * 10**9),
        ("IRN", 7 * 10**9),
        ("China", 5 * 10**9),
    ]
    assert run("chart", "trade", "azerbaijan", "--by", "partner", "--top", "3").err == (
        "left out: 1 more (--top 4 draws more)\n"
    )


def test_side_by_side_stands_the_last_year_that_was(run: Run, differing: Location) -> None:
    marks = drawn(run, "trade", "--by", "partner")["sections"]["trade, turnover, USD"]["lines"]
    assert {(mark["source"], mark["period"]) for mark in marks} == {
        ("gacc", "2024"), ("customs", "2024"), ("kapanadze", "2024"),
    }  # fmt: skip


def test_a_long_name_is_cut_and_not_lost(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        change.add("thing", key="long", kind="agreement", label="Donau" * 30)
        change.add("agreement", key="long", kind="treaty", subject="a test")
        for number, actor in enumerate(("AZE", "CHN"), 201):
            change.add("assertion", key=f"kapanadze:{number}", source="kapanadze", kind="party")
            change.add("party", assertion=f"kapanadze:{number}", agreement="long", actor=actor)
    spec = drawn(run, "actors", "azerbaijan", "china", form="vega")
    assert any(str(value.get("label")).startswith("DonauDonau") for value in values(spec))


def test_dates_are_drawn_as_exact_as_they_are(run: Run) -> None:
    marks = {
        value["lane"]: value
        for value in values(drawn(run, "dates", "azerbaijan", "china", form="vega"))
        if "lane" in value
    }
    assert marks["Digital economy"]["sort"] == "span"
    assert (marks["Digital economy"]["from"], marks["Digital economy"]["to"]) == ("2025-04-01", "2025-04-30")
    assert marks["State visit of Ilham Aliyev to China"]["sort"] == "day"
    assert marks["Azerbaijan and China: Comprehensive Strategic Partnership"]["open"] == "right"
    out = run("chart", "dates", "azerbaijan", "china").out
    assert "━►" in out
    assert "Planned, without a date: Free trade agreement: negotiating." in out


def test_a_network_has_whom_and_what_joins_them(run: Run) -> None:
    page = drawn(run, "actors", "azerbaijan", "china")["sections"]
    assert {actor["label"] for actor in page["actors"]["lines"]} == {"Azerbaijan", "China", "Nakhchivan", "Urumqi"}
    assert page["ties"]["total"] == 13
    assert len(page["edges"]["lines"]) == 26
    spec = drawn(run, "actors", "azerbaijan", "china", form="vega")
    heights = sorted({value["y"] for value in values(spec) if value.get("side") == "left"})
    assert len(heights) == 2
    assert all(after - before >= 36 for before, after in pairwise(heights))


@pytest.mark.parametrize("kind", ["trade", "dates", "actors"])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_chart_fits_the_terminal_and_tells_its_sources(
    run: Run, monkeypatch: pytest.MonkeyPatch, kind: str, width: int
) -> None:
    for name, value in (("FORCE_COLOR", "1"), ("NO_COLOR", "1"), ("COLUMNS", str(width))):
        monkeypatch.setenv(name, value)
    out = run("chart", kind, "azerbaijan", "china").out
    assert all(cell_len(line) <= width for line in out.splitlines())
    assert "(kapanadze)" in " ".join(out.split())


@pytest.mark.parametrize("kind", ["trade", "dates", "actors"])
def test_pictures_are_well_formed_and_tell_their_sources(run: Run, tmp_path: Path, kind: str) -> None:
    picture = tmp_path / "chart.svg"
    assert run("chart", kind, "azerbaijan", "china", "-o", str(picture)).code == 0
    words = [element.text or "" for element in ElementTree.parse(picture).iter("{http://www.w3.org/2000/svg}text")]
    assert any(word.startswith("Sources: Azerbaijan and China Strengthen") for word in words)
    assert run("chart", kind, "azerbaijan", "china", "-o", str(tmp_path / "chart.png")).code == 0
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith((".", "chart"))) == [
        "chart.png",
        "chart.svg",
    ]


def test_text_of_a_base_is_text_in_every_form(run: Run, base: Location, tmp_path: Path) -> None:
    with entry(base, author="test", command="test") as change:
        change.amend("thing", {"key": "aze-chn-joint-statement"}, label=HOSTILE)
    for kind in ("dates", "actors"):
        assert run("chart", kind, "azerbaijan", "china", "-o", str(tmp_path / "chart.svg")).code == 0
        assert not list(ElementTree.parse(tmp_path / "chart.svg").iter("{http://www.w3.org/2000/svg}script"))
        assert "\x1b" not in run("chart", kind, "azerbaijan", "china").out
    dot = run("chart", "actors", "azerbaijan", "china", "-f", "dot").out
    assert r'label="\"]; evil --> x <script>alert(1)</script>\\ \\x1b[31m' in dot
    (node,) = (
        line
        for line in run("chart", "actors", "azerbaijan", "china", "-f", "mermaid").out.splitlines()
        if "evil" in line
    )
    assert node.count('"') == 2
    assert "<script>" not in node


def test_requests_that_make_no_sense_are_refused(run: Run) -> None:
    assert "did you mean trade" in run("chart", "trad").err
    assert "networks only" in run("chart", "dates", "-f", "dot").err
    assert run("chart", "actors").code == 2
    assert run("chart", "dates", "china", "--by", "partner").code == 2
    assert "did you mean partner" in run("chart", "trade", "--by", "partne").err
    assert run("chart", "dates", "-o", "chart.gif").code == 2
    assert "-o chart.png" in run("chart", "dates", "-f", "png").err


def test_nothing_to_draw_is_told(run: Run) -> None:
    result = run("chart", "trade", "wto", "china")
    assert (result.code, result.err) == (0, "nothing to draw\n")


def test_of_too_many_periods_the_last_are_drawn(run: Run, differing: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factbase.query.chart.trade._MOST", 2)
    spec = drawn(run, "trade", "azerbaijan", "china", form="vega")
    assert [value["label"] for value in values(spec) if value.get("whose") == "turnover · gacc"] == ["2024", "2025"]
    assert run("chart", "trade", "azerbaijan", "china").err == "left out: 1 earlier figure\n"


@pytest.mark.parametrize("form", ["text", "json", "svg"])
def test_what_is_left_out_is_told_with_how_to_have_it(run: Run, base: Location, form: str) -> None:
    with entry(base, author="test", command="test") as change:
        for number in range(12):
            statistics(change, f"set-{number}", 20 + number, y2024=number)
    told = "eft out: 5 more series"
    result = run("chart", "trade", "azerbaijan", "china", "-f", form)
    assert result.err == f"l{told} (--top 13 draws more)\n"
    assert told in result.out
    assert run("chart", "trade", "azerbaijan", "china", "-f", form, "--top", "13").err == ""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("dates", "azerbaijan", "china", "--top", "1"), "left out: 12 earlier (--top 13 draws more)\n"),
        (("actors", "azerbaijan", "china", "--top", "1"), "left out: 12 more (--top 13 draws more)\n"),
    ],
)
def test_other_charts_tell_it_too(run: Run, asked: tuple[str, ...], told: str) -> None:
    assert run("chart", *asked).err == told
    assert run("chart", *asked, "--quiet").err == ""


def test_python_has_what_is_drawn(base: Location) -> None:
    with factbase.open(base.address) as opened:
        page = opened.chart("trade", "azerbaijan", "china")
    assert [section.title for section in page.sections] == ["trade, USD", "rank", "Sources"]


def test_a_picture_without_the_library_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    result = run("chart", "dates", "china", "-f", "svg")
    assert (result.code, result.out) == (2, "")
    assert (
        result.err
        == "factbase: chart: pictures need vl-convert, which is not installed (pip install 'factbase[charts]')\n"
    )


def test_drawing_asks_for_nothing_from_the_network(run: Run) -> None:
    spec = json.dumps([drawn(run, kind, "azerbaijan", "china", form="vega") for kind in ("trade", "dates", "actors")])
    assert '"url"' not in spec
    assert '"href"' not in spec


@pytest.mark.parametrize(
    ("told", "words"),
    [({"value": 378000, "qualifier": "more than"}, "more than 378,000"), ({"low": 3, "high": 5}, "3 to 5")],
)
def test_a_value_beside_a_mark_loses_its_unit_alone(told: dict[str, Any], words: str) -> None:
    assert _short({"unit": "t", "qualifier": None, "value": None, "low": None, "high": None, **told}) == words
