"""Bases that travel: out as a package or as lines, into an empty base, into one of the same history, into another."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from conftest import Bases, Run, by_another_program
from frictionless import Package as Validated
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from measured import add_series

import factbase
from factbase.errors import BadInput, Unavailable, WrongRequest
from factbase.exchange import lines, package
from factbase.exchange.copies import Arrival, take
from factbase.journal.copy import ORDER, Copy
from factbase.journal.entry import entry
from factbase.store import sqlite_connection
from factbase.store.location import Location
from factbase.store.reading import REVISION, reader


def exported(base: Location, folder: Path, *, since: int = 0) -> dict[str, bytes]:
    with factbase.open(base.address) as opened:
        opened.export(folder, since=since)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def taken(base: Location, copy: Copy, **options: Any) -> Arrival:
    return take(base, copy, author="test", command="import", **options)


def change(base: Location) -> None:
    """Two entries: one that adds and amends, one that removes."""
    with factbase.open(base.address) as opened:
        with opened.entry(author="test", why="a name") as first:
            first.alias("CHN", 'Middle Kingdom, "the"\nlong one')
            first.amend("kapanadze:50", value="$3.74 billion")
        with opened.entry(author="test") as second:
            second.retract("kapanadze:52")


# The same bytes


def test_a_package_into_an_empty_base_gives_the_same_package(base: Location, empty: Location, tmp_path: Path) -> None:
    change(base)
    before = exported(base, tmp_path / "one")
    assert taken(empty, package.read(tmp_path / "one")).replayed == 3
    assert exported(empty, tmp_path / "two") == before


def test_lines_into_an_empty_base_give_the_same_lines(base: Location, empty: Location, tmp_path: Path) -> None:
    change(base)
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    with factbase.open(base.address) as opened, open(one, "w", encoding="utf-8") as out:
        opened.lines(out)
    assert taken(empty, lines.read(one)).replayed == 3
    with factbase.open(empty.address) as opened, open(two, "w", encoding="utf-8") as out:
        opened.lines(out)
    assert one.read_bytes() == two.read_bytes()


class Meddled(io.StringIO):
    """What somebody else writes to the base while it is written: as soon as its entries are told."""

    def __init__(self, base: Location) -> None:
        super().__init__()
        self.base = base

    def write(self, text: str) -> int:
        if '"table": "entry"' in text:
            with (
                suppress(Unavailable),
                factbase.open(self.base.address) as other,
                other.entry(author="test") as written,
            ):
                written.amend("kapanadze:50", value="$3.74 billion")
        return super().write(text)


def test_a_base_goes_out_as_it_stood_though_somebody_writes(
    base: Location, empty: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_connection, "BUSY_SECONDS", 0.1)
    with factbase.open(base.address) as opened:
        opened.lines(out := Meddled(base))
    (tmp_path / "facts.jsonl").write_text(out.getvalue(), encoding="utf-8")
    assert taken(empty, lines.read(tmp_path / "facts.jsonl")).replayed == 1
    assert trade(empty) == 3_700_000_000


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4, unique=True), values=st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_any_text_and_any_number_travels(bases: Bases, unseeded: Location, texts: list[str], values: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = (bases.copy(unseeded, Path(folder) / name) for name in ("one.db", "two.db"))
        with entry(one, author="test", command=texts[0], why=texts[-1]) as written:
            written.add("thing", key="s", kind="source", label="S")
            written.add("source", key="s", kind="statistics", address="")
            add_series(written, 1, source="s", indicator="trade", unit="USD")
            for number, text in enumerate(texts):
                written.add("name", thing="s", name=text, kind="alias", language="" if number else None)
            for ordinal, value in enumerate(values, 1):
                written.add("figure", series=1, period="2024", ordinal=ordinal, value=value)
        before = exported(one, Path(folder) / "one")
        taken(two, package.read(Path(folder) / "one"))
        assert exported(two, Path(folder) / "two") == before


def test_the_same_base_gives_the_same_bytes_on_any_day(
    base: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = exported(base, tmp_path / "one")
    with factbase.open(base.address, on="2040-01-01") as later:
        later.export(tmp_path / "two")
    assert {path.name: path.read_bytes() for path in (tmp_path / "two" / "views").iterdir()} == {
        Path(name).name: content for name, content in before.items() if name.startswith("views/")
    }


def test_a_validator_accepts_the_package(base: Location, tmp_path: Path) -> None:
    change(base)
    exported(base, tmp_path / "package")
    report = Validated(tmp_path / "package" / "datapackage.json").validate()
    assert report.valid, report.flatten(["title", "message"])


# Changes


def test_changes_since_an_entry_bring_a_copy_up_to_date(bases: Bases, base: Location, tmp_path: Path) -> None:
    older = bases.copy(base, tmp_path / "older.db")
    change(base)
    changes = exported(base, tmp_path / "changes", since=1)
    assert len(changes["data/assertion.csv"].splitlines()) == 1
    assert taken(older, package.read(tmp_path / "changes")).replayed == 2
    assert exported(older, tmp_path / "two") == exported(base, tmp_path / "one")


def test_what_the_base_has_already_is_not_taken_twice(base: Location, tmp_path: Path) -> None:
    older = exported(base, tmp_path / "older")
    change(base)
    before = exported(base, tmp_path / "one")
    assert taken(base, package.read(tmp_path / "one")).replayed == 0
    assert taken(base, package.read(tmp_path / "older")).replayed == 0
    assert exported(base, tmp_path / "two") == before != older


def test_changes_to_what_a_base_never_had_are_refused(base: Location, empty: Location, tmp_path: Path) -> None:
    change(base)
    exported(base, tmp_path / "changes", since=2)
    with pytest.raises(BadInput):
        taken(empty, package.read(tmp_path / "changes"))
    assert len(exported(empty, tmp_path / "empty")["data/thing.csv"].splitlines()) == 1


def parted(bases: Bases, base: Location, folder: Path) -> tuple[Location, Location]:
    """Two copies of a base that were changed in one second, by one author with one command."""
    copies = bases.copy(base, folder / "ours.db"), bases.copy(base, folder / "theirs.db")
    for there, value in zip(copies, ("$3.74 billion", "$3.99 billion"), strict=True):
        with factbase.open(there.address) as opened, opened.entry(author="test") as written:
            written.amend("kapanadze:50", value=value)
        by_another_program(there, "UPDATE entry SET at = '2026-01-01T00:00:00Z' WHERE number = 2")
    with factbase.open(copies[1].address) as opened, opened.entry(author="test") as written:
        written.amend("kapanadze:50", value="$4 billion")
    return copies


def trade(base: Location) -> object:
    with factbase.open(base.address) as opened:
        return opened.trade("china", indicator="trade").rows().dicts()[0]["value"]


@pytest.mark.parametrize("undone", [False, True])
def test_two_histories_whose_entries_look_alike_are_united_and_not_replayed(
    bases: Bases, base: Location, tmp_path: Path, undone: bool
) -> None:
    ours, theirs = parted(bases, base, tmp_path)
    if undone:
        # The two hold the same again, but did not after the entries that both have.
        for there in (ours, theirs):
            with factbase.open(there.address) as opened, opened.entry(author="test") as written:
                written.amend("kapanadze:50", value="$5 billion")
    exported(theirs, tmp_path / "package")
    for dry_run in (True, False):
        arrival = taken(ours, package.read(tmp_path / "package"), dry_run=dry_run)
        assert arrival.replayed is None
        assert undone or [one.key for one in arrival.outcomes if one.status == "conflict"] == ["kapanadze:50"]
    assert trade(ours) == (5_000_000_000 if undone else 3_740_000_000)


def test_changes_since_an_entry_of_a_history_that_only_looks_alike_are_refused(
    bases: Bases, base: Location, tmp_path: Path
) -> None:
    ours, theirs = parted(bases, base, tmp_path)
    exported(theirs, tmp_path / "changes", since=2)
    with pytest.raises(BadInput, match="from 3 on change what the base has otherwise, or has not: in table 'figure'"):
        taken(ours, package.read(tmp_path / "changes"))
    assert trade(ours) == 3_740_000_000


# Union

SHEET = """
source: {key: wire, kind: article, title: The Wire, published: 2025-04-24}
agreements:
  - {kind: memorandum, title: Memorandum on Rivers, parties: [Azerbaijan, Georgia], signed: 2025-04-22, at: p1}
figures:
  - {indicator: trade, area: GEO, partner: CHN, flow: export, period: 2024, value: $300 million, at: p2}
statements:
  - {text: It rains, at: p3, about: Georgia}
"""


def test_another_history_is_united_under_one_entry(base: Location, empty: Location, tmp_path: Path) -> None:
    with factbase.open(empty.address) as opened, opened.entry(author="Nino") as written:
        written.add(SHEET)
    exported(empty, tmp_path / "package")
    arrival = taken(base, package.read(tmp_path / "package"))
    assert arrival.number == 2
    assert {outcome.status for outcome in arrival.outcomes} == {"new"}
    with factbase.open(base.address) as opened:
        assert opened.agreements("georgia", "azerbaijan").count() == 1
        assert opened.trade("GEO").rows().dicts()[0]["value"] == 300_000_000
        assert [line["author"] for line in opened.journal().rows().dicts()][1] == "test"
    again = taken(base, package.read(tmp_path / "package"))
    assert again.outcomes == ()
    assert again.unchanged > 5


def test_findings_that_were_accepted_come_along_under_the_keys_of_the_base(
    base: Location, empty: Location, tmp_path: Path
) -> None:
    with factbase.open(base.address) as opened, opened.entry(author="Leyla") as written:
        written.add("source: {key: other, kind: article, title: The Wire, published: 2025-04-24}")
    with factbase.open(empty.address) as opened, opened.entry(author="Nino") as written:
        written.add(SHEET)
    with entry(empty, author="Nino", command="check") as written:
        written.add("accepted_finding", finding="told-too-early:wire:1", reason="it was planned")
    exported(empty, tmp_path / "package")
    arrival = taken(base, package.read(tmp_path / "package"))
    assert [outcome[:3] for outcome in arrival.outcomes if outcome.kind == "accepted finding"] == [
        ("new", "accepted finding", "told-too-early:other:1")
    ]
    with reader(base) as united:
        rows = list(united.rows("SELECT finding, reason FROM accepted_finding"))
        assert rows == [("told-too-early:other:1", "it was planned")]
    assert taken(base, package.read(tmp_path / "package")).outcomes == ()


def test_a_union_can_be_undone(base: Location, empty: Location, tmp_path: Path) -> None:
    before = exported(base, tmp_path / "one")
    with factbase.open(empty.address) as opened, opened.entry(author="Nino") as written:
        written.add(SHEET)
    exported(empty, tmp_path / "package")
    taken(base, package.read(tmp_path / "package"))
    with factbase.open(base.address) as opened, opened.entry() as undoing:
        undoing.undo(2)
    after = exported(base, tmp_path / "two")
    journal = (
        "data/entry.csv",
        "data/revision.csv",
        "data/figure_revision.csv",
        "data/series_key_revision.csv",
        "views/journal.csv",
    )
    assert {name: text for name, text in after.items() if name not in (*journal, "datapackage.json")} == {
        name: text for name, text in before.items() if name not in (*journal, "datapackage.json")
    }


def test_what_differs_is_told_and_stays(base: Location, empty: Location, tmp_path: Path) -> None:
    sheet = SHEET.replace("$300 million", "$310 million")
    for there, told in ((base, SHEET), (empty, sheet)):
        with factbase.open(there.address) as opened, opened.entry(author="Nino") as written:
            written.add(told)
    exported(empty, tmp_path / "package")
    arrival = taken(base, package.read(tmp_path / "package"))
    [conflict] = [outcome for outcome in arrival.outcomes if outcome.status == "conflict"]
    assert (conflict.kind, "value: 300000000 here, 310000000 there, digits: 1 here, 2 there") == (
        "figure",
        conflict.what,
    )
    with factbase.open(base.address) as opened:
        assert opened.trade("GEO").rows().dicts()[0]["value"] == 300_000_000


@pytest.mark.parametrize(("here", "there"), [("12.5%", "13.25%"), ("12.5%", "13%"), ("12%", "13.25%")])
def test_figures_of_one_series_are_kept_exactly_whichever_base_has_more_decimals(
    base: Location, empty: Location, tmp_path: Path, here: str, there: str
) -> None:
    for place, year, value in ((base, 2023, here), (empty, 2024, there)):
        with factbase.open(place.address) as opened, opened.entry(author="Nino") as written:
            written.add(
                "source: {key: wire, kind: article, title: Wire}\n"
                f"figures: [{{indicator: share, area: GEO, basis: exports, period: {year}, value: {value}, at: p{year}}}]"
            )
    exported(empty, tmp_path / "package")
    for _ in range(2):
        assert not [one for one in taken(base, package.read(tmp_path / "package")).outcomes if one.status == "conflict"]
        with factbase.open(base.address) as opened:
            values = [f"{line['value']:g}%" for line in opened.trade("GEO").rows().dicts()]
            assert values == [here, there]


@pytest.mark.parametrize("decimals", [-(10**15), 10**15])
def test_decimals_that_no_series_has_are_refused_at_once(
    base: Location, empty: Location, tmp_path: Path, decimals: int
) -> None:
    for place in (base, empty):
        with factbase.open(place.address) as opened, opened.entry(author="Nino") as written:
            written.add(SHEET)
    text = tmp_path / "facts.jsonl"
    with factbase.open(empty.address) as opened, open(text, "w", encoding="utf-8") as out:
        opened.lines(out)
    told = [line for line in text.read_text().splitlines(keepends=True) if '"digest"' not in line]
    told = [re.sub('("decimals": )0', rf"\g<1>{decimals}", line) if '"series_key"' in line else line for line in told]
    digest = hashlib.sha256("".join(told).encode()).hexdigest()
    text.write_text("".join((*told, json.dumps({"digest": f"sha256:{digest}", "rows": len(told) - 1}) + "\n")))
    with pytest.raises(BadInput, match=f"with {decimals} decimals"):
        taken(base, lines.read(text))


def test_things_are_matched_by_their_names_and_codes(base: Location, empty: Location, tmp_path: Path) -> None:
    with entry(empty, author="test", command="test") as written:
        written.add("thing", key="peoples-republic", kind="actor", label="People's Republic of China")
        written.add("actor", key="peoples-republic", kind="state", iso3="CHN", wikidata="Q148")
        written.add("thing", key="baku-city", kind="actor", label="BAKU")
        written.add("actor", key="baku-city", kind="city")
        written.add("name", thing="peoples-republic", name="Zhongguo", kind="alias")
    exported(empty, tmp_path / "package")
    arrival = taken(base, package.read(tmp_path / "package"))
    with factbase.open(base.address) as opened:
        assert opened.key("zhongguo") == "CHN"
        assert opened.actors(name="baku").count() <= 1
    assert not [outcome for outcome in arrival.outcomes if outcome.key == "peoples-republic"]


def merged(base: Location, empty: Location, sheet: str = SHEET) -> None:
    """Two bases with a sheet, in the first of which its source is another now."""
    for there, told in ((base, SHEET), (empty, sheet)):
        with factbase.open(there.address) as opened, opened.entry(author="Nino") as written:
            written.add(told)
    with factbase.open(base.address) as opened, opened.entry(author="Nino") as written:
        written.add("source: {key: other, kind: article, title: Another}")
        written.merge("wire", "other")


def test_what_was_merged_does_not_come_back(base: Location, empty: Location, tmp_path: Path) -> None:
    merged(base, empty)
    exported(empty, tmp_path / "package")
    assert "new" not in {one.status for one in taken(base, package.read(tmp_path / "package")).outcomes}


def test_the_key_of_what_was_merged_may_be_anothers_later(base: Location, empty: Location, tmp_path: Path) -> None:
    merged(base, empty, SHEET.replace("at: p", "at: p7.s"))
    with factbase.open(base.address) as opened, opened.entry(author="Nino") as written:
        written.rows.add("thing", key="wire", kind="source", label="The Wire")
        written.rows.add("source", key="wire", kind="article")
        before = {row["key"] for row in written.find("assertion")}
    exported(empty, tmp_path / "package")
    new = [one for one in taken(base, package.read(tmp_path / "package")).outcomes if one.status == "new"]
    keys = {one.key for one in new if one.key.startswith("wire:")}
    assert keys
    assert keys.isdisjoint(before)


def test_assertions_numbered_alike_both_stay(base: Location, empty: Location, tmp_path: Path) -> None:
    for there, text in ((base, "It rains"), (empty, "It snows")):
        with factbase.open(there.address) as opened, opened.entry(author="Nino") as written:
            written.add(
                f"source: {{key: wire, kind: article, title: Wire}}\nstatements: [{{text: {text}, at: {text[-4:]}}}]".replace(
                    "at: ains", "at: p1"
                ).replace("at: nows", "at: p2")
            )
    exported(empty, tmp_path / "package")
    taken(base, package.read(tmp_path / "package"))
    with factbase.open(base.address) as opened:
        assert [line["fact"] for line in opened.facts(source="wire").rows().dicts()] == ["It rains", "It snows"]


def test_a_dry_run_writes_nothing(base: Location, empty: Location, tmp_path: Path) -> None:
    with factbase.open(empty.address) as opened, opened.entry(author="Nino") as written:
        written.add(SHEET)
    exported(empty, tmp_path / "package")
    before = exported(base, tmp_path / "one")
    assert taken(base, package.read(tmp_path / "package"), dry_run=True).outcomes
    assert exported(base, tmp_path / "two") == before


# What is refused


def described(folder: Path, **changes: Any) -> None:
    file = folder / "datapackage.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))


def refusal(path: Path) -> str:
    with pytest.raises(BadInput) as caught:
        package.read(path)
    return str(caught.value)


def test_a_file_that_is_not_as_it_was_written_is_refused(base: Location, tmp_path: Path) -> None:
    exported(base, tmp_path / "package")
    with open(tmp_path / "package" / "data" / "figure.csv", "r+b") as file:
        file.seek(200)
        file.write(b"9")
    assert "its digest is another" in refusal(tmp_path / "package")


@pytest.mark.parametrize("path", ["../../etc/passwd", ["data/thing.csv", "data/actor.csv"], {"data": 1}])
def test_a_package_must_not_lead_out_of_its_folder(base: Location, tmp_path: Path, path: object) -> None:
    folder = tmp_path / "package"
    exported(base, folder)
    resources = json.loads((folder / "datapackage.json").read_text())["resources"]
    resources[0]["path"] = path
    described(folder, resources=resources)
    assert "not a package of a fact base" in refusal(folder)
    with pytest.raises(BadInput, match="not a package of a fact base"):
        exported(base, folder)


def test_a_link_out_of_the_folder_is_refused(base: Location, tmp_path: Path) -> None:
    exported(base, tmp_path / "package")
    target = tmp_path / "elsewhere.csv"
    shutil.move(tmp_path / "package" / "data" / "thing.csv", target)
    (tmp_path / "package" / "data" / "thing.csv").symlink_to(target)
    assert "must be in its folder" in refusal(tmp_path / "package")


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"resources": [1]}', '{"resources": []}'])
def test_what_is_no_description_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "datapackage.json").write_text(text)
    assert "not a" in refusal(tmp_path)


def test_a_missing_file_is_named(base: Location, tmp_path: Path) -> None:
    exported(base, tmp_path / "package")
    (tmp_path / "package" / "data" / "thing.csv").unlink()
    assert "thing.csv" in refusal(tmp_path / "package")


def test_a_copy_of_another_revision_is_refused(base: Location, empty: Location, tmp_path: Path) -> None:
    exported(base, tmp_path / "package")
    described(tmp_path / "package", factbase={"revision": "9999", "since": 0})
    with pytest.raises(BadInput, match="of revision 9999"):
        taken(empty, package.read(tmp_path / "package"))


@pytest.mark.parametrize("cut", [10, 500, 20_000])
def test_lines_that_are_cut_short_are_refused(base: Location, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "facts.jsonl"
    with factbase.open(base.address) as opened, open(file, "w", encoding="utf-8") as out:
        opened.lines(out)
    file.write_bytes(file.read_bytes()[:-cut])
    with pytest.raises(BadInput):
        lines.read(file)


@pytest.mark.parametrize(
    "row",
    [
        {"key": "x; DROP TABLE thing"},
        {"key": None, "kind": "actor", "label": "X", "summary": None, "note": None, "entry": 1},
    ],
)
def test_a_line_that_does_not_fit_its_table_is_refused(empty: Location, tmp_path: Path, row: Any) -> None:
    told = [{"factbase": {"revision": REVISION, "since": 0}}, {"table": "thing", "row": row}]
    text = "".join(json.dumps(line) + "\n" for line in told)
    digest = hashlib.sha256(text.encode()).hexdigest()
    file = tmp_path / "facts.jsonl"
    file.write_text(text + json.dumps({"digest": f"sha256:{digest}", "rows": 1}) + "\n")
    with pytest.raises(BadInput, match="does not fit its table"):
        taken(empty, lines.read(file))


def test_a_row_of_a_package_without_what_its_table_requires_is_refused(
    base: Location, empty: Location, tmp_path: Path
) -> None:
    folder = tmp_path / "package"
    exported(base, folder)
    file = folder / "data" / "thing.csv"
    file.write_text(file.read_text().replace("actor,", ",", 1))
    resources = json.loads((folder / "datapackage.json").read_text())["resources"]
    for resource in resources:
        if resource["path"] == "data/thing.csv":
            resource["hash"] = f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"
    described(folder, resources=resources)
    with pytest.raises(BadInput, match="does not fit the table: it has no kind"):
        taken(empty, package.read(folder))


def test_a_folder_that_holds_something_else_is_left_alone(base: Location, tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("")
    with factbase.open(base.address) as opened, pytest.raises(WrongRequest, match="holds something else"):
        opened.export(tmp_path)


def test_a_package_goes_into_the_folder_where_one_is(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for _ in range(2):
        assert run("export", ".").code == 0
        assert sorted(path.name for path in Path().iterdir()) == ["data", "datapackage.json", "views"]


def test_an_older_package_is_replaced_and_version_control_kept(base: Location, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    exported(base, folder)
    (folder / ".git").mkdir()
    exported(base, folder, since=1)
    assert not list((folder / "views").iterdir())
    assert (folder / ".git").is_dir()


# The commands


def test_a_base_goes_out_and_comes_in_from_the_shell(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "facts")).err.startswith("wrote ")
    assert run("db", "init", "--empty", "--base", str(tmp_path / "new.db")).code == 0
    assert run("import", str(tmp_path / "facts"), "--base", str(tmp_path / "new.db")).err == "1 entry replayed\n"
    assert run("import", str(tmp_path / "facts")).err == "nothing is new: the base has it all\n"


def test_lines_go_to_a_pipe(run: Run) -> None:
    done = run("export", "--as", "jsonl", "-q")
    assert json.loads(done.out.splitlines()[-1])["rows"] == len(done.out.splitlines()) - 2


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("export",), "a package goes into a folder"),
        (("export", "x", "--as", "zip"), "no such form 'zip'"),
        (("export", "x", "-o", "x.csv"), "--output: a folder is named already (leave out -o x.csv, or x)"),
        (("import", "nowhere"), "nowhere: there is no such file or folder"),
        (("import", __file__), "is in no form that is known"),
        (("import", __file__, "--as", "packge"), "did you mean package?"),
    ],
)
def test_slips_are_told(run: Run, argv: tuple[str, ...], words: str) -> None:
    done = run(*argv)
    assert done.code in (2, 3)
    assert words in done.err


def test_every_table_has_its_place_in_a_copy() -> None:
    from factbase.kinds.tables import derived_tables, tables

    assert sorted([*ORDER, *derived_tables]) == sorted(tables)
