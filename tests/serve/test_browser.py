"""The base in a browser: a real one, where there is one."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from conftest import Run, by_another_program, in_a_file
from httpx import ASGITransport, AsyncClient
from measured import add_series

from factbase.journal.entry import entry
from factbase.query.nouns import NOUNS
from factbase.serve.app import application, listen
from factbase.serve.questions import QUESTIONS
from factbase.store.location import Location


@pytest.fixture(scope="module")
def address(seeded: Location) -> Iterator[str]:
    """Where a server with the first article is; ended as a person ends it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "factbase", "serve", "--port", "0", "--base", seeded.address],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield process.stdout.readline().split(" is at ")[1].split(" ")[0]
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, "")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A headless Chromium with a profile of its own."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("there is no chromium with its chromedriver")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync", f"user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(f"--{argument}")
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield opened
    opened.quit()


def got(address: str, **headers: str) -> str:
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return str(answer.read().decode())


def answered(base: Location, page: str) -> str:
    """A page of a base that is served without a server."""

    async def asked() -> str:
        app = ASGITransport(app=application(base))
        async with AsyncClient(transport=app, base_url="http://127.0.0.1:8001") as client:
            return (await client.get(page)).text

    return asyncio.run(asked())


@in_a_file
def test_a_person_goes_from_the_front_page_to_a_citation(browser: Any, address: str) -> None:
    browser.get(address)
    assert "11\nagreements" in browser.find_element("class name", "figures").text
    browser.find_element("partial link text", "Agreements").click()
    facets = browser.find_element("class name", "facets").text
    assert "kind" in facets
    browser.find_element("partial link text", "joint statement").click()
    assert "1 line" in browser.find_element("class name", "count-line").text
    browser.find_element("partial link text", "Joint Statement on").click()
    assert "Comprehensive Strategic Partnership" in browser.find_element("tag name", "h1").text
    assert "kapanadze p1.s1" in browser.find_element("class name", "assertions").text


@in_a_file
def test_a_person_searches_from_any_page_and_comes_to_the_record(browser: Any, address: str) -> None:
    browser.get(f"{address}record/AZE")
    browser.find_element("name", "q").send_keys('"free trade" kind:agreement')
    browser.find_element("name", "q").submit()
    assert [word.text for word in browser.find_elements("tag name", "mark")] == ["Free trade"]
    browser.find_element("partial link text", "Free trade").click()
    assert browser.find_element("tag name", "h1").text == "Free trade agreement"


@in_a_file
@pytest.mark.parametrize(
    "page", ["", "base/agreements", "base/agreed", "base", "record/AZE", "search?q=china", "search?q=negociate"]
)
def test_a_page_is_as_wide_as_the_screen_of_a_phone(browser: Any, address: str, page: str) -> None:
    from selenium.webdriver.support.wait import WebDriverWait

    phone = {"width": 360, "height": 780, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    browser.get(address + page)
    # The driver may be back before the style is.
    wait = WebDriverWait(browser, 30)
    wait.until(lambda opened: opened.execute_script("return document.readyState") == "complete")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@in_a_file
def test_a_listing_is_downloaded_whole_as_csv(address: str, run: Run) -> None:
    for noun in NOUNS:
        assert got(f"{address}base/{noun}.csv?_size=max") == run(noun, "-f", "csv").out
    assert got(f"{address}base/facts.csv?_sort_desc=number") == run("facts", "-f", "csv", "--sort", "-number").out
    listed = got(f"{address}base/agreements.csv?kind=memorandum&_col=key&_size=1")
    assert listed.splitlines() == ["key", "aze-chn-digital-economy", "aze-chn-green-development"]


@in_a_file
@pytest.mark.parametrize("table", ["thing", "series_key", "texts"])
def test_a_table_is_downloaded_whole_as_csv(address: str, run: Run, table: str) -> None:
    downloaded = got(f"{address}base/{table}.csv?_size=max").splitlines()
    assert sorted(downloaded) == sorted(run("sql", f"SELECT * FROM {table}", "-f", "csv").out.splitlines())


@in_a_file
def test_a_long_number_is_downloaded_with_all_its_digits(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        dimensions = {"indicator": "trade", "unit": "USD", "period_kind": "year"}
        add_series(change, 9, source="kapanadze", area="AZE", decimals=3, **dimensions)
        change.add("figure", series=9, period="2030", value=24123456789012347)
    csv = answered(base, "/base/trade.csv?period=2030&_col=period&_col=value")
    assert csv == "period,value\n2030,24123456789012.347\n"


@in_a_file
def test_an_answer_is_downloaded_whole_as_csv(address: str) -> None:
    assert len(got(f"{address}base/agreed.csv?actor=AZE&other=CHN").splitlines()) == 1 + 10
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 12345) SELECT i FROM n"
    assert len(got(f"{address}base.csv?{urlencode({'sql': many})}").splitlines()) == 1 + 12345


@in_a_file
@pytest.mark.parametrize(
    ("name", "lines"), [("jinping", 1), ("XI-JIN", 1), ("+xi+", 1), ("jin", 1), ("ping", 0), ("", 6)]
)
def test_a_question_finds_names_by_how_their_words_begin(address: str, name: str, lines: int) -> None:
    assert len(got(f"{address}base/relations-of.csv?actor={name}").splitlines()) == 1 + lines


@in_a_file
@pytest.mark.parametrize(("unit", "lines"), [("usd", 1), ("k", 0), ("", 3)])
def test_a_question_finds_a_unit_by_its_whole_code(address: str, unit: str, lines: int) -> None:
    assert len(got(f"{address}base/for-a-script.csv?unit={unit}").splitlines()) == 1 + lines


@in_a_file
@pytest.mark.parametrize(
    "page",
    [
        "", "base", "base?_show_hidden=1", "base/thing", "base/thing/CHN", "base/texts", "base/facts?_facet=source",
        "-/settings", "search", "record/kapanadze:50", *(f"base/{question.name}" for question in QUESTIONS),
        *(f"base/{noun}" for noun in NOUNS),
    ],
)  # fmt: skip
def test_every_page_opens(address: str, page: str) -> None:
    assert "factbase" in got(address + page)


def found(address: str, listing: str, words: str) -> list[str]:
    column = "key" if listing == "agreements" else "assertion"
    asked = urlencode({"_search": words, "_col": column})
    return got(f"{address}base/{listing}.csv?{asked}").splitlines()[1:]


@in_a_file
def test_a_listing_is_searched_as_the_base_is(address: str) -> None:
    assert found(address, "agreements", '"free trade" kind:agreement') == ["aze-chn-free-trade"]
    assert found(address, "agreements", "100%") == []
    # What has the words, and what concerns whom they name.
    assert "kapanadze:50" in found(address, "trade", "中国")
    every, some = (
        set(found(address, "positions", "azerbaijan")),
        set(found(address, "positions", "azerbaijan sovereignty")),
    )
    assert 0 < len(some) < len(every)
    assert set(found(address, "positions", "azerbaijan -sovereignty")) == every - some


@in_a_file
@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("record/nothing", 404),
        ("base?sql=delete+from+name", 400),
        ("base.csv?sql=delete+from+name", 400),
        ("base.csv?sql=select+nothing", 400),
        ("base/nothing.csv", 404),
        ("search?q=trade+OR", 400),
        ("base/facts?_search=trade+OR", 400),
        ("base/facts.csv?_search=trade+OR", 400),
    ],
)
def test_what_is_not_there_or_not_allowed_is_refused(address: str, page: str, code: int) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        got(address + page)
    assert refused.value.code == code
    refused.value.close()


@in_a_file
def test_the_views_of_a_strangers_base_do_not_run(base: Location) -> None:
    by_another_program(base, "DROP VIEW facts")
    by_another_program(base, "CREATE VIEW facts AS SELECT 'told by a stranger' AS fact")

    answer = answered(base, "/base/facts.json")
    assert "kapanadze:1" in answer
    assert "stranger" not in answer


@in_a_file
def test_what_is_typed_comes_back_as_text(address: str) -> None:
    typed = urlencode({"q": "<script>alert(1)</script>", "_search": "<script>alert(1)</script>"})
    for page in ("search", "base/agreements"):
        assert "<script>alert" not in got(f"{address}{page}?{typed}")


@in_a_file
def test_a_refused_question_is_not_told_on_the_terminal(base: Location, capfd: pytest.CaptureFixture[str]) -> None:
    assert "no such table: secret" in answered(base, "/base?sql=select+*+from+secret")
    assert capfd.readouterr() == ("", "")


@in_a_file
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "localhost:80"])
def test_this_machine_is_known_with_a_port_or_without(address: str, host: str) -> None:
    assert "factbase" in got(address, Host=host)


@in_a_file
def test_another_name_for_this_machine_is_refused(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        got(address, Host="elsewhere.example:80")
    assert refused.value.code == 421
    refused.value.close()


@in_a_file
def test_a_port_in_use_is_one_line_and_exit_4(run: Run) -> None:
    with listen(0) as taken:
        port = taken.getsockname()[1]
        line = f"factbase: --port: port {port} is in use (another one, or 0 for a free one)\n"
        assert run("serve", "--port", str(port))[0::2] == (4, line)


def test_only_files_are_served(run: Run) -> None:
    line = "factbase: postgresql://localhost/facts: only a base in a file can be served (Datasette reads SQLite)\n"
    assert run("serve", "--base", "postgresql://localhost/facts") == (4, "", line)


@in_a_file
def test_its_library_is_asked_for_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasette.app", None)
    monkeypatch.delitem(sys.modules, "factbase.serve.app")
    line = "factbase: serve needs Datasette, which is not installed (pip install 'factbase[serve]')\n"
    assert run("serve") == (4, "", line)


def test_the_questions_are_those_of_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [f"**{number}. {question.title}**" in readme for number, question in enumerate(QUESTIONS, 1)] == [True] * 10
