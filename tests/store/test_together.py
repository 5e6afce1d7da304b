"""Several programs on one base: nothing is lost, and nobody sees half of anything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from factbase.errors import Unavailable
from factbase.journal.entry import Entry, entry
from factbase.store.bulk import bulk
from factbase.store.location import Location
from factbase.store.reading import reader
from factbase.store.writing import transaction

WRITERS = 8

# A writer that looks at a record before its turn, and tells how often somebody else was there first.
AMENDS = """
import sys
from factbase.errors import Unavailable
from factbase.journal.entry import Entry, entry
from factbase.store.location import locate
base, writer = locate(sys.argv[1]), sys.argv[2]
done = refused = 0
while done < 3:
    try:
        with entry(base, author=writer, command="test") as change:
            change.amend("thing", {"key": "CHN"}, label=f"China {writer} {done}")
        done += 1
    except Unavailable as error:
        assert "was changed meanwhile, by entry" in str(error), error
        refused += 1
print(done, refused)
"""


def started(*program: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )  # fmt: skip


def test_eight_writers_lose_nothing(base: Location, tmp_path: Path) -> None:
    running = []
    for number in range(WRITERS):
        sheet = tmp_path / f"{number}.json"
        told = {"source": {"key": f"daily-{number}", "title": f"Daily {number}", "kind": "article"}}
        sheet.write_text(
            json.dumps({**told, "statements": [{"at": "p1", "text": f"Statement {number}.", "about": ["China"]}]})
        )
        running.append(started("-m", "factbase", "add", str(sheet), "--base", base.address))
        running.append(started("-c", AMENDS, base.address, str(number)))
    ended = [(process.communicate(timeout=300), process.returncode) for process in running]
    assert [code for _, code in ended] == [0] * (2 * WRITERS), [said for said, code in ended if code]
    with reader(base) as opened:
        assert list(opened.rows("SELECT count(*) FROM source WHERE key LIKE 'daily-%'")) == [(WRITERS,)]
        [(last, entries)] = opened.rows("SELECT max(number), count(*) FROM entry")
        assert last == entries == 1 + WRITERS + 3 * WRITERS
        # Every label that stood is there: as the image of the entry that came after it.
        images = "SELECT image FROM revision WHERE table_name = 'thing' AND row_key = '[\"CHN\"]'"
        labels = {json.loads(str(image))["label"] for (image,) in opened.rows(images)}
        labels |= {str(label) for (label,) in opened.rows("SELECT label FROM thing WHERE key = 'CHN'")}
    assert {f"China {writer} {turn}" for writer in range(WRITERS) for turn in range(3)} <= labels


def test_what_was_changed_while_one_waited_is_not_written_over(base: Location) -> None:
    with entry(base, author="Leyla", command="test") as change:
        seen = change.number
        change.amend("thing", {"key": "CHN"}, label="China, P.R.")
    with transaction(base) as connection:
        late = Entry(connection, author="Li", command="test", why=None, seen=seen - 1)
        with pytest.raises(Unavailable) as refused:
            late.amend("thing", {"key": "CHN"}, label="PRC")
    assert str(refused.value) == f"thing CHN was changed meanwhile, by entry {seen} (look at it and try again)"
    with reader(base) as opened:
        assert list(opened.rows("SELECT label FROM thing WHERE key = 'CHN'")) == [("China, P.R.",)]


def test_a_reader_sees_the_old_state_until_a_load_ends(run: Run, base: Location) -> None:
    before = run("db", "status", "-f", "csv").out
    with bulk(base) as loading:
        loading.execute(
            "INSERT INTO entry (number, at, author, command) VALUES (2, '2030-01-01T00:00:00Z', 'Li', 'test')"
        )
        loading.execute("INSERT INTO thing (key, kind, label, entry) VALUES ('quokka', 'source', 'Quokka', 2)")
        assert run("db", "status", "-f", "csv").out == before
        assert run("search", "quokka").out == ""
    assert run("db", "status", "-f", "csv").out != before
    assert "quokka" in run("search", "quokka").out
