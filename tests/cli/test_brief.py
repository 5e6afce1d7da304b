"""`brief`: what a dossier holds, and how it is set."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from measured import add_series
from rich.cells import cell_len

import factbase
from factbase.journal.entry import Entry, entry
from factbase.store.location import Location

HOSTILE = "<script>alert(1)</script> [x](javascript:y) \x1b[31m *b* \u202e"


def dossier(run: Run, *argv: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("brief", *argv, "-f", "json").out)
    return found


def lines(page: dict[str, Any], section: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page["sections"][section]["lines"]
    return found


def article(change: Entry, key: str, published: str | None = None, address: str | None = None) -> None:
    change.add("thing", key=key, kind="source", label=key.capitalize())
    change.add(
        "source", key=key, kind="article", address=address,
        published=published, published_from=published, published_to=published,
    )  # fmt: skip


def signed(change: Entry, source: str, key: str, label: str, date: str, first: int = 1) -> None:
    """A treaty of the two states, told by three assertions of the source from that number on."""
    change.add("thing", key=key, kind="agreement", label=label)
    change.add("agreement", key=key, kind="treaty", subject="a test")
    change.add("assertion", key=f"{source}:{first}", source=source, kind="action", locator="p1", anchor="on a day")
    change.add(
        "action", assertion=f"{source}:{first}", agreement=key, action="signed",
        date=date, date_from=date, date_to=date,
    )  # fmt: skip
    for number, actor in enumerate(("AZE", "CHN"), first + 1):
        change.add("assertion", key=f"{source}:{number}", source=source, kind="party")
        change.add("party", assertion=f"{source}:{number}", agreement=key, actor=actor)


def test_a_pair_has_what_lies_between_them(run: Run) -> None:
    page = dossier(run, "azerbaijan", "PRC")
    assert page["title"] == "Azerbaijan and China"
    assert [*page["sections"]] == [
        "actors", "offices", "relations", "agreements", "trade", "timeline", "positions", "promises", "disputed",
        "sources",
    ]  # fmt: skip
    assert [line["key"] for line in lines(page, "actors")] == ["AZE", "CHN"]
    assert {"Ilham Aliyev", "Xi Jinping"} <= {line["actor"] for line in lines(page, "offices")}
    assert [line["relation"] for line in lines(page, "relations")] == [
        "Comprehensive Strategic Partnership",
        "sister cities",
    ]
    assert {line["status"] for line in lines(page, "agreements")} == {"signed", "planned"}
    assert [(line["indicator"], line["value"]) for line in lines(page, "trade")] == [("trade", 3700000000), ("rank", 1)]
    assert {line["state"] for line in lines(page, "promises")} == {"open"}
    assert "fourth trade partner" in lines(page, "disputed")[0]["reason"]
    assert [(line["key"], line["facts"]) for line in lines(page, "sources")] == [("kapanadze", 100)]


def test_a_state_stands_for_its_cities_and_people(run: Run) -> None:
    page = dossier(run, "azerbaijan", "china")
    assert "nakhchivan-urumqi-sister-cities" in {line["key"] for line in lines(page, "agreements")}
    # Of two that are named, neither stands for the other.
    assert "agreements" not in dossier(run, "azerbaijan", "nakhchivan")["sections"]


def test_one_actor_has_all_that_concerns_it(run: Run) -> None:
    page = dossier(run, "china")
    assert page["sections"]["actors"]["title"] == "Who it is"
    assert page["sections"]["agreements"]["total"] == 11


def test_a_person_has_what_it_said_for_its_state(run: Run) -> None:
    page = dossier(run, "ilham aliyev")
    assert [line["subject"] for line in lines(page, "positions")] == ["sovereignty and territorial integrity of China"]
    assert [line["relation"] for line in lines(page, "offices")] == ["President"]


CONVENTION = """
source: {key: register, title: A register, kind: register, published: 2025}
agreements: [{kind: convention, title: Water Convention, subject: water, in force: 2019, at: p1}]
actions:
- {agreement: Water Convention, action: acceded, by: Kazakhstan, date: 2019-08-21, at: p2}
- {agreement: Water Convention, action: ratified, by: Argentina, date: 2018-06-12, at: p3}
- {agreement: Water Convention, action: objection, by: Kazakhstan, date: 2020-02-04, at: p4}
"""


def test_who_takes_a_step_alone_is_concerned_and_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.yaml").write_text(CONVENTION)
    assert run("add", str(tmp_path / "sheet.yaml")).code == 0
    page = dossier(run, "Kazakhstan", "Argentina")
    assert [line["label"] for line in lines(page, "agreements")] == ["Water Convention"]
    told = run("brief", "Kazakhstan", "Argentina").out
    for step in ("ratified by Argentina", "acceded by Kazakhstan", "objection by Kazakhstan", "in force"):
        assert f"{step}: Water Convention" in told
    network = run("chart", "actors", "Kazakhstan", "Argentina").out
    assert "Argentina ━━ Kazakhstan" in network


FIRM = """
source: {key: wire, title: A wire, kind: article, published: 2025}
actors: [{name: Caspian Gas, kind: company, state: Azerbaijan}, {name: Balkan Gas, kind: company}]
events: [{name: Gas talks, kind: talks, date: Q1 2025, at: p1, participants: [Caspian Gas]}]
statements: [{text: It grows., about: [Balkan Gas], at: p2}]
"""


def test_words_stand_for_keys_and_for_numbers_of_parts_of_a_year(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.yaml").write_text(FIRM)
    assert run("add", str(tmp_path / "sheet.yaml")).code == 0
    page = run("brief", "Caspian Gas").out
    assert "company of Azerbaijan" in page
    assert "Q1 2025  talks: Gas talks" in page
    assert "1 fact " in run("brief", "Balkan Gas").out


def test_of_three_at_least_two_are_concerned(run: Run) -> None:
    page = dossier(run, "azerbaijan", "china", "wto")
    assert page["title"] == "Azerbaijan, China and World Trade Organization"
    assert page["sections"]["agreements"]["total"] == 11


def test_an_actor_of_whom_little_is_told_has_a_short_page(run: Run) -> None:
    assert [*dossier(run, "global south")["sections"]] == ["actors", "sources"]


def test_it_is_said_where_nothing_is_recorded(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        change.add("thing", key="nobody", kind="actor", label="Nobody")
        change.add("actor", key="nobody", kind="group")
    assert "nothing is recorded of it" in run("brief", "nobody").out
    assert dossier(run, "nobody", "china")["note"] == "nothing is recorded between them"
    assert dossier(run, "azerbaijan", "china")["note"] == ""


def test_since_leaves_out_what_is_dated_earlier_and_keeps_what_has_no_date(run: Run) -> None:
    page = dossier(run, "azerbaijan", "china", "--since", "2026")
    assert page["note"] == "since 2026"
    assert [line["key"] for line in lines(page, "agreements")] == ["aze-chn-free-trade"]
    assert "trade" not in page["sections"]
    assert "kapanadze:50" not in {line["assertion"] for line in lines(page, "disputed")}
    in_2024 = dossier(run, "azerbaijan", "china", "--since", "2024")
    assert {"kapanadze:50", "kapanadze:52"} <= {line["assertion"] for line in lines(in_2024, "disputed")}
    assert {line["what"] for line in lines(page, "timeline")} == {
        "valid",
        "Comprehensive Strategic Partnership",
        "negotiating",
    }


def test_it_can_be_asked_as_the_base_stood(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        article(change, "later", "2026-01-01")
        signed(change, "later", "new", "A new treaty", "2026-01-01")
    assert dossier(run, "azerbaijan", "china")["sections"]["agreements"]["total"] == 12
    page = dossier(run, "azerbaijan", "china", "--as-of", "1")
    assert page["sections"]["agreements"]["total"] == 11
    assert page["note"] == "as of entry 1"


def test_sources_that_differ_stand_side_by_side(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        for key, date in (("daily", "2025-04-23"), ("weekly", "2025-04-24")):
            article(change, key)
            change.add("assertion", key=f"{key}:1", source=key, kind="action")
            change.add(
                "action", assertion=f"{key}:1", agreement="aze-chn-visa-exemption", action="signed",
                date=date, date_from=date, date_to=date,
            )  # fmt: skip
    (line,) = lines(dossier(run, "azerbaijan", "china"), "differing")
    assert {line["citation"], line["other_citation"]} == {"daily", "weekly"}
    assert "Where sources differ" in run("brief", "azerbaijan", "china").out


def test_hundreds_of_facts_still_make_a_page_that_tells_what_it_leaves_out(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        article(change, "register")
        for number in range(200):
            signed(change, "register", f"treaty-{number}", f"Treaty {number}", f"{1800 + number}-01-01", 1 + 3 * number)
    out = run("brief", "azerbaijan", "china").out
    assert "and 196 more: factbase brief AZE CHN --limit 211" in out
    assert "and 200 earlier: factbase brief AZE CHN --limit 215" in out
    assert "211 agreements" in out
    assert "Free trade agreement" in out
    assert len(out.splitlines()) < 220
    assert len(lines(dossier(run, "azerbaijan", "china", "--limit", "300"), "agreements")) == 211


def test_the_head_counts_what_the_page_has_no_room_for(run: Run) -> None:
    whole, short = dossier(run, "azerbaijan", "china"), dossier(run, "azerbaijan", "china", "--limit", "1")
    assert short["figures"] == whole["figures"]
    assert "3 contradicted" in [figure["detail"] for figure in short["figures"]]


def test_the_command_below_a_section_lists_all_of_it(run: Run) -> None:
    asked = ("azerbaijan", "china", "--since", "2025-04", "--as-of", "1")
    told = re.findall(r"and \d+ \w+: factbase brief (.*)", run("brief", *asked, "--limit", "1").out)
    assert len(told) == 7
    for command in told:
        limit = int(command.rpartition(" ")[2])
        sections = dossier(run, *command.split())["sections"].values()
        assert limit in [section["total"] for section in sections]
        assert all(len(section["lines"]) == section["total"] for section in sections if section["total"] <= limit)


def test_figures_are_told_with_whose_statistics_tell_them(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    figure = "indicator: trade, flow: turnover, area: Azerbaijan, partner: China, period: 2023"
    sheet.write_text(
        "source: {key: wire, title: A wire, kind: article, published: 1 May 2025}\nfigures:\n"
        f"- {{{figure}, reporter: China, value: 3 bn USD, at: p1}}\n"
        f"- {{{figure}, reporter: Azerbaijan, value: 4 bn USD, at: p2}}\n",
        encoding="utf-8",
    )
    assert run("add", str(sheet)).code == 0
    page = run("brief", "AZE", "CHN").out
    assert "reported by China" in page
    assert "reported by Azerbaijan" in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("+20.7%", "+20.7 % on 2023"),
        ("20 to 25%", "+20 % to +25 % on 2023"),
        ("more than 20%", "more than +20 % on 2023"),
        ("-3%", "-3 % on 2023"),
        ("about threefold", "about 3 times 2023"),
        ("two to threefold", "+100 % to +200 % on 2023"),
        ("$200 million", "+200.00 m USD on 2023"),
    ],
)
def test_a_change_is_told_as_its_source_tells_it(run: Run, tmp_path: Path, change: str, words: str) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "source: {key: daily, title: A daily, kind: article, published: 2025}\nfigures:\n"
        "- {indicator: trade, area: Türkiye, partner: Spain, flow: export, period: 2024, value: 1 billion USD,"
        f" change: {{change: '{change}', base period: 2023}}, at: p1}}\n",
        encoding="utf-8",
    )
    assert run("add", str(sheet)).code == 0
    assert f"1.00 bn USD, {words}\n" in re.sub(" +daily p1", "", run("brief", "Spain", "Türkiye").out)


def test_growth_of_what_is_in_per_cent_and_what_is_expected_are_told_as_such(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        "source: {key: bank, title: A bulletin, kind: statistics, published: 2025}\nfigures:\n"
        "- {indicator: statistic, basis: inflation, area: Türkiye, period: 2024, value: 2.4%, change: +0.3 pp, at: p1}\n"
        "- {indicator: gdp, area: Türkiye, period: 2024, value: 1 bn USD, at: p2}\n"
        "changes:\n- {indicator: gdp, area: Türkiye, period: 2026, change: 5%, status: forecast, at: p3}\n"
        "- {indicator: gdp, basis: real, area: Türkiye, unit: USD, period: 2026, change: 7%, status: forecast, at: p4}\n"
    )
    assert run("add", str(sheet)).code == 0
    page = run("brief", "Türkiye").out
    assert "2.4 %, +0.3 pp" in page
    assert "forecast for 2026: no level told, +5 %" in page
    drawn = run("chart", "trade", "Türkiye").out
    assert "2.4 %, +0.3 pp" in drawn
    assert "real, 2026, +7 %, forecast (bank p4)." in drawn


def test_since_leaves_out_of_what_rests_on_a_source_what_is_earlier(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.yaml").write_text(CONVENTION)
    assert run("add", str(tmp_path / "sheet.yaml")).code == 0
    told = [lines(dossier(run, "Kazakhstan", *since), "sources") for since in ((), ("--since", "2020"))]
    assert [[(line["facts"], line["alone"]) for line in sources] for sources in told] == [[(4, 4)], [(1, 1)]]


def test_since_leaves_out_offices_that_had_ended(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        article(change, "register")
        change.add("thing", key="jiang-zemin", kind="actor", label="Jiang Zemin")
        change.add("actor", key="jiang-zemin", kind="person")
        change.add("assertion", key="register:1", source="register", kind="affiliation")
        change.add(
            "affiliation", assertion="register:1", actor="jiang-zemin", organisation="CHN", status="office-holder",
            office="President", date="1993/2003", date_from="1993-01-01", date_to="2003-12-31",
        )  # fmt: skip
    both = {"Jiang Zemin", "Xi Jinping"}
    assert {line["actor"] for line in lines(dossier(run, "china", "--since", "2003"), "offices")} == both
    # When a source shows somebody to hold an office is not the end of it.
    later = {line["actor"] for line in lines(dossier(run, "china", "--since", "2026"), "offices")}
    assert later & both == {"Xi Jinping"}


def test_since_leaves_out_promises_that_were_due_or_made_earlier(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text(
        """source: {key: old, title: An old one, kind: article, published: 2010-05-01}
commitments:
- {actor: China, subject: build a road, due: by 2012}
- {actor: China, subject: build a bridge, due: by 2030}
- {actor: China, subject: build from 2011 on, due: since 2011}
- {actor: China, subject: build something}
"""
    )
    assert run("add", str(sheet)).code == 0
    since = {day: {line["what"] for line in lines(dossier(run, "china", "--since", day), "promises")} for day in ("2010", "2011", "2020")}  # fmt: skip
    built = {"build a road", "build a bridge", "build from 2011 on", "build something"}
    assert since["2010"] >= built
    assert since["2011"] & built == built - {"build something"}
    assert since["2020"] & built == {"build a bridge", "build from 2011 on"}


@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
def test_the_page_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("brief", "azerbaijan", "china").out
    assert all(cell_len(line) <= width for line in out.splitlines())
    assert "Comprehensive" in out


class Page(HTMLParser):
    """Which elements a page opens and closes, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "script"
        if tag not in ("meta", "polyline", "circle"):
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("polyline", "circle")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_text_of_a_base_is_text_in_every_form(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        article(change, "odd", address="https://example.org/a(b)?c=\"d'")
        signed(change, "odd", "odd-treaty", HOSTILE, "2026-01-01")
    page = Page()
    page.feed(html := run("brief", "azerbaijan", "china", "-f", "html").out)
    assert page.open == []
    assert "&lt;script&gt;" in html
    assert any(link.startswith("https://example.org/a(b)?c=%22d'#:~:text=on%20a%20day") for link in page.links)
    markdown = run("brief", "azerbaijan", "china", "-f", "markdown").out
    assert "<script>" not in markdown
    assert r"\[x\](javascript:y)" in markdown
    assert r"\*b\*" in markdown
    assert "](https://example.org/a%28b%29?" in markdown
    for out in (html, markdown, run("brief", "azerbaijan", "china").out):
        assert "\x1b" not in out


def test_a_link_leads_to_a_page_or_nowhere(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        article(change, "odd", address="javascript:alert(1)")
        signed(change, "odd", "odd-treaty", "Odd", "2026-01-01")
    assert 'href="javascript' not in run("brief", "azerbaijan", "china", "-f", "html").out
    assert "](javascript" not in run("brief", "azerbaijan", "china", "-f", "markdown").out


def test_a_series_has_its_trend(run: Run, base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        article(change, "customs")
        add_series(
            change,
            9,
            source="customs",
            indicator="trade in goods",
            area="AZE",
            partner="CHN",
            flow="export",
            unit="USD",
        )
        for number, value in enumerate((1, 2, 3, 8)):
            change.add("figure", series=9, period=f"{2021 + number}", value=value * 1_000_000)
        change.add("figure", series=9, period="2030", value=20_000_000, status="forecast")
    shown = run("brief", "azerbaijan", "china").out
    # The last that was, and not what is forecast, stands for the series.
    assert "2024  trade in goods, export: 8.00 m USD  ▁▂▃█" in shown
    assert "since 2021 · forecast for 2030: 20.00 m USD" in shown
    # The figures of a data set are no assertions, and yet its own.
    assert ("customs", 0, 5) in {
        (line["key"], line["facts"], line["figures"]) for line in lines(dossier(run, "azerbaijan", "china"), "sources")
    }
    assert re.search(r"<polyline points=\"[0-9., ]+\"", run("brief", "azerbaijan", "china", "-f", "html").out)


def test_a_dossier_is_about_actors_that_there_are(run: Run) -> None:
    result = run("brief", "azerbaijn")
    assert result.code == 2
    assert "did you mean" in result.err
    assert "there are table, markdown, html, json" in run("brief", "china", "-f", "csv").err
    assert run("brief", "china", "--since", "someday").code == 2


def test_python_has_the_same_page(base: Location) -> None:
    with factbase.open(base.address) as opened:
        page = opened.brief("azerbaijan", "china", limit=2)
    section = page.section("agreements")
    assert section is not None
    assert (len(section.lines), section.total, page.figures[0].detail) == (2, 11, "10 signed, 1 planned")
