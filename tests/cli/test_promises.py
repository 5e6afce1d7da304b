"""`promises` and `settle`: what was promised, and what became of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Run

from factbase.journal.entry import Entry, entry
from factbase.store.location import Location

FREE_TRADE = "aze-chn-free-trade"


def source(change: Entry, key: str, published: str | None) -> None:
    change.add("thing", key=key, kind="source", label=key)
    change.add("source", key=key, kind="article", published=published, published_from=published, published_to=published)


def step(change: Entry, key: str, step: str, date: str | None, actor: str | None = None, **told: str) -> None:
    change.add("assertion", key=key, source=key.partition(":")[0], kind="action", **told)
    lower, upper = (date, date) if date is None or len(date) == 10 else (f"{date}-01-01", f"{date}-12-31")
    change.add(
        "action", assertion=key, agreement=FREE_TRADE, action=step, actor=actor, date=date, date_from=lower, date_to=upper
    )  # fmt: skip


def pledge(change: Entry, key: str, due: str | None = None, **told: Any) -> None:
    change.add("assertion", key=key, source=key.partition(":")[0], kind="commitment", modality="plan")
    bounds = {"due": due, "due_from": due and f"{due}-01-01", "due_to": due and f"{due}-12-31"}
    change.add("commitment", assertion=key, **({"actor": "CHN", "subject": "open a consulate"} | bounds | told))


@pytest.fixture
def change(base: Location) -> Any:
    """An entry on the test's base, written when the block ends; two sources are there already."""
    with entry(base, author="test", command="test") as opened:
        source(opened, "wire", "2025-05-01")
        source(opened, "later", "2026-07-01")

    return lambda: entry(base, author="test", command="test")


def told(run: Run, key: str, *more: str) -> dict[str, Any]:
    lines = json.loads(run("promises", "--where", f"assertion = '{key}'", "-f", "json", *more).out)
    return lines[0] if lines else {}


def states(run: Run, key: str, *days: str) -> list[str]:
    return [told(run, key, "--on", day)["state"] for day in days]


def test_the_articles_plan_and_its_two_sides_are_open(run: Run) -> None:
    lines = json.loads(run("promises", "-f", "json").out)
    assert {line["assertion"]: line["state"] for line in lines} == {
        "kapanadze:58": "open", "kapanadze:61": "open", "kapanadze:62": "open",
    }  # fmt: skip
    assert run("promises", "--by", "china", "--kind", "commitment", "--columns", "towards", "-f", "csv").out == (
        "towards\nAzerbaijan\n"
    )


def test_an_open_promise_is_overdue_when_the_last_day_it_may_mean_is_over(run: Run, change: Any) -> None:
    with change() as opened:
        pledge(opened, "wire:1", "2026")
    assert told(run, "wire:1", "--on", "2026-12-31")["overdue"] == "no"
    assert told(run, "wire:1", "--on", "2027-01-01")["overdue"] == "yes"
    assert told(run, "wire:1", "--on", "2025-05-31")["days"] == 30
    assert told(run, "wire:1", "--on", "2025-04-30") == {}


def test_a_planned_step_that_is_told_as_done_is_kept_without_anybody_saying_so(run: Run, change: Any) -> None:
    with change() as opened:
        step(opened, "wire:1", "signed", "2025", modality="plan")
        step(opened, "later:1", "signed", "2026-03-03")
    assert states(run, "wire:1", "2026-03-02", "2026-03-03") == ["open", "kept"]
    assert told(run, "wire:1", "--on", "2026-03-02")["overdue"] == "yes"
    line = told(run, "wire:1", "--on", "2026-03-03")
    assert (line["overdue"], line["late"], line["settled"], line["settled_by"]) == (
        "no", "yes", "2026-03-03", "later:1",
    )  # fmt: skip
    # What was to be negotiated and is signed has been negotiated.
    assert states(run, "kapanadze:58", "2026-03-03") == ["kept"]


@pytest.mark.parametrize(
    ("planned", "done", "state"),
    [
        (("signed", None), ("in force", None), "kept"),
        (("in force", None), ("signed", None), "open"),
        (("ratified", "AZE"), ("ratified", None), "kept"),
        (("ratified", "AZE"), ("ratified", "CHN"), "open"),
        (("ratified", "AZE"), ("in force", None), "open"),
        (("ratified", "AZE"), ("deposited", "AZE"), "kept"),
        (("ratified", None), ("provisionally applied", None), "open"),
        (("signed", None), ("provisionally applied", None), "kept"),
        (("extended", None), ("amended", None), "open"),
        (("extended", None), ("extended", None), "kept"),
        (("signed", None), ("abandoned", None), "overtaken"),
        (("signed", None), ("announced", None), "open"),
    ],
)  # fmt: skip
def test_a_step_keeps_those_that_it_has_behind_it(
    run: Run, change: Any, planned: tuple[str, str | None], done: tuple[str, str | None], state: str
) -> None:
    with change() as opened:
        step(opened, "wire:1", planned[0], None, planned[1], modality="plan")
        step(opened, "later:1", done[0], "2026-03-03", done[1])
    assert states(run, "wire:1", "2027-01-01") == [state]


def test_what_was_done_before_and_what_is_denied_or_only_planned_keeps_nothing(run: Run, change: Any) -> None:
    with change() as opened:
        step(opened, "wire:1", "extended", None, modality="expectation")
        step(opened, "later:1", "extended", "2020-01-01")
        step(opened, "later:2", "extended", "2026-01-01", polarity="negative")
        step(opened, "later:3", "extended", "2026-01-01", modality="plan")
    assert states(run, "wire:1", "2027-01-01") == ["open"]


def test_what_was_not_to_be_done_and_is_done_is_broken(run: Run, change: Any) -> None:
    with change() as opened:
        step(opened, "wire:1", "signed", None, modality="plan", polarity="negative")
        step(opened, "later:1", "signed", "2026-01-01")
    assert states(run, "wire:1", "2025-12-31", "2026-01-01") == ["open", "broken"]


def test_an_outcome_that_was_recorded_with_a_promise_counts(run: Run, change: Any) -> None:
    with change() as opened:
        pledge(opened, "wire:1", outcome="partly kept")
    assert told(run, "wire:1")["state"] == "partly kept"


def test_a_promise_is_settled_and_the_settling_undone(run: Run) -> None:
    done = run("settle", "kapanadze:61", "--by", "kapanadze:6", "--why", "it opens the talks")
    assert done == (0, "settled kapanadze:61: kept, by kapanadze:6 (entry 2)\n", "")
    line = told(run, "kapanadze:61")
    assert (line["state"], line["settled_by"], line["settled"], line["why"]) == (
        "kept", "kapanadze:6", "2025-04-23", "it opens the talks",
    )  # fmt: skip
    assert states(run, "kapanadze:61", "2025-04-22") == ["open"]
    assert told(run, "kapanadze:61", "--as-of", "1")["state"] == "open"
    assert run("undo", "2").code == 0
    assert told(run, "kapanadze:61")["state"] == "open"


@pytest.mark.parametrize(
    ("by", "outcome", "shown"),
    [
        ("aze-chn-economic-cooperation", "overtaken", "kapanadze:35"),
        ("State visit of Ilham Aliyev to China", "broken", "kapanadze:2"),
        ("kapanadze:102", "partly-kept", "kapanadze:102"),
    ],
)
def test_agreements_and_events_settle_by_what_is_told_as_done(run: Run, by: str, outcome: str, shown: str) -> None:
    assert run("settle", "kapanadze:58", "--by", by, "--outcome", outcome).code == 0
    line = told(run, "kapanadze:58")
    assert (line["state"], line["settled_by"]) == (outcome.replace("-", " "), shown)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kapanadze:61", "--by", "kapanadze:61"], "cannot settle itself"),
        (["kapanadze:61", "--by", "kapanadze:59"], "only plans"),
        (["kapanadze:61", "--by", FREE_TRADE], "nothing is told as done"),
        (["kapanadze:61", "--by", "china"], "settles nothing"),
        (["kapanadze:61", "--by", "nobody"], "is called 'nobody'"),
        (["kapanadze:61", "--by", "kapanadze:6", "--outcome", "done"], "no such outcome"),
        (["kapanadze:61"], "missing option '--by'"),
        (["kapanadze:50", "--by", "kapanadze:6"], "no promise but a figure"),
        (["kapanadze:6", "--by", "kapanadze:7"], "no promise but an action"),
        (["CHN", "--by", "kapanadze:6"], "is no promise"),
        (["nobody:1", "--by", "kapanadze:6"], "is no record"),
    ],
)
def test_what_settles_nothing_is_refused_in_one_line(run: Run, arguments: list[str], said: str) -> None:
    result = run("settle", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert len(result.err.splitlines()) == 1
    assert run("journal", "--count", "-f", "csv").out == "count\n1\n"


def test_a_promise_is_not_settled_twice(run: Run, change: Any) -> None:
    run("settle", "kapanadze:61", "--by", "kapanadze:6")
    again = run("settle", "kapanadze:61", "--by", "kapanadze:7", "--outcome", "broken")
    assert again.code == 2
    assert "undo entry 3 first" in again.err
    with change() as opened:
        step(opened, "wire:1", "negotiating", "2025-04-30")
    assert "settled already: kept, as wire:1 shows" in run("settle", "kapanadze:58", "--by", "kapanadze:6").err


def test_a_fact_sheet_can_tell_what_became_of_a_promise(run: Run, tmp_path: Any) -> None:
    sheet = tmp_path / "later.yaml"
    sheet.write_text(
        "source: {key: daily, title: A daily, kind: article, published: 1 May 2026, language: en}\n"
        "statements:\n"
        "  - {text: The talks were given up., at: p1, about: [Azerbaijan, China], breaks: ['kapanadze:61'],"
        " overtakes: ['kapanadze:62']}\n"
    )
    assert run("add", str(sheet)).code == 0
    found = {key: told(run, key, "--on", "2026-05-01")["state"] for key in ("kapanadze:61", "kapanadze:62")}
    assert found == {"kapanadze:61": "broken", "kapanadze:62": "overtaken"}


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--state", "open"], 4), (["--state", "kept"], 0), (["--overdue", "yes", "--on", "2027-01-01"], 1),
        (["azerbaijan", "china"], 3), (["--by", "azerbaijan"], 2), (["--towards", "azerbaijan"], 1),
        (["--kind", "action"], 1), (["--about", "CONSULATE"], 1), (["--agreement", FREE_TRADE], 3),
        (["--topic", "trade"], 3), (["--due", "2026"], 1), (["--due", "2025"], 0), (["--since", "2025"], 1),
        (["--until", "2024"], 0), (["--source", "wire"], 1), (["--certainty", "stated"], 4),
    ],
)  # fmt: skip
def test_promises_are_filtered(run: Run, change: Any, arguments: list[str], found: int) -> None:
    with change() as opened:
        pledge(opened, "wire:1", "2026")
    assert run("promises", *arguments, "--count", "-f", "csv").out == f"count\n{found}\n"
