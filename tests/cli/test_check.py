"""`check`: what a reader is told, how it ends, and what is let stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run

import factbase
from factbase.audit.check import NAMES

FACTS = """
source: {key: daily, title: A daily, kind: article, published: 1 May 2025}
agreements:
- {kind: treaty, subject: fish, key: fish, parties: [Turkey, Spain], at: p1, signed: 3 April 2025, in force: 2 April 2025}
actors: [{name: Elche, kind: city}]
statements: [{text: It is old., about: [Elche], at: p1}]
"""
ERROR, NOTE = "dates-out-of-order:daily:3,daily:4", "city-without-state:elche"


@pytest.fixture
def told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_text(FACTS, encoding="utf-8")
    assert run("add", str(path), "-q").code == 0


def names(run: Run, *argv: str) -> list[str]:
    return [line["finding"] for line in json.loads(run("check", *argv, "-f", "json").out)]


def test_a_base_in_order_ends_with_0(run: Run) -> None:
    assert run("check", "-f", "csv").code == 0
    assert run("check").err == "nothing found\n"


@pytest.mark.usefixtures("told")
def test_errors_end_with_1_and_notes_alone_with_0(run: Run) -> None:
    result = run("check")
    assert (result.code, result.err) == (1, "1 error, 1 note\n")
    assert "Fish: in force on 2025-04-02, before it was signed on 2025-04-03" in result.out
    assert names(run) == [ERROR, NOTE]
    assert run("check", "--only", "city-without-state").code == 0
    assert (names(run, "elche"), names(run, "fish"), names(run, "daily:3")) == ([NOTE], [ERROR], [ERROR])
    assert names(run, "--as-of", "1") == []


@pytest.mark.usefixtures("told")
def test_an_accepted_finding_stands_until_it_is_undone(run: Run) -> None:
    assert run("check", "--accept", ERROR, "--why", "the source has it so").out == f"accepted {ERROR} (entry 3)\n"
    result = run("check")
    assert (result.code, result.err) == (0, "1 note, 1 accepted\n")
    assert "the source has it so" in run("check", "--accepted").out
    assert run("check", "--accept", ERROR, "--why", "again").code == 2
    assert run("undo", "3").code == 0
    assert run("check").code == 1


@pytest.mark.usefixtures("told")
def test_what_was_accepted_and_is_gone_is_told(run: Run) -> None:
    run("check", "--accept", NOTE, "--why", "claimed by two")
    run("amend", "elche", "part_of=Spain")
    assert "not found any more" in run("check", "--accepted").out


@pytest.mark.usefixtures("told")
def test_github_and_sarif_have_their_own_forms(run: Run) -> None:
    lines = run("check", "-f", "github").out.splitlines()
    assert lines[0].startswith("::error title=dates-out-of-order%3Adaily%3A3%2Cdaily%3A4::Fish: in force on")
    assert lines[1].startswith("::notice title=city-without-state%3Aelche::Elche is in no state%0A")
    run("check", "--accept", NOTE, "--why", "claimed by two")
    assert len(run("check", "-f", "github").out.splitlines()) == 1
    [log] = json.loads(run("check", "-f", "sarif").out)["runs"]
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == ["dates-out-of-order", "city-without-state"]
    first, second = log["results"]
    assert (first["level"], first["partialFingerprints"]) == ("error", {"finding/v1": ERROR})
    assert second["suppressions"] == [{"kind": "external", "justification": "claimed by two"}]
    assert first["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "daily:3"


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_only_findings_take_these_forms(run: Run, form: str) -> None:
    result = run("agreements", "-f", form)
    assert (result.code, result.out) == (2, "")


def test_the_list_explains_every_check(run: Run) -> None:
    told = json.loads(run("check", "--list", "-f", "json").out)
    assert [line["check"] for line in told] == list(NAMES)


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("--only", "one-partie"), "did you mean one-party?"),
        (("--accept", "one-party:x", "--why", "so"), "there is no finding 'one-party:x'"),
        (("--accept", "one-party:x"), "--accept FINDING --why WORDS"),
        (("nobody",), "no record is called 'nobody'"),
        (("-f", "sariff"), "did you mean sarif?"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, argv: tuple[str, ...], words: str) -> None:
    result = run("check", *argv)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


@pytest.mark.usefixtures("told")
def test_programs_ask_too(run: Run) -> None:
    with factbase.open() as base:
        assert [line["finding"] for line in base.check(only="city-without-state").dicts()] == [NOTE]
        with base.entry(author="test") as change:
            change.accept(NOTE, "claimed by two")
        assert base.check("elche").dicts() == []
        assert [line["accepted"] for line in base.check(accepted=True).dicts()] == ["claimed by two"]
