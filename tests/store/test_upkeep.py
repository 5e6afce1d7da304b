"""Making, upgrading and backing up: all of it or nothing."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from conftest import Run, by_another_program, in_a_file, in_postgresql
from sqlalchemy import create_engine, text

from factbase.base import open as open_base
from factbase.errors import Unavailable, WrongRequest
from factbase.journal.entry import entry
from factbase.kinds import views
from factbase.kinds.schema import codes, metadata
from factbase.store import upkeep
from factbase.store.location import Location
from factbase.store.reading import REVISION, database, reader
from factbase.store.sqlite import APPLICATION_ID


def shape(path: Path | None) -> dict[str, list[str]]:
    """Every table and index of a file, as its sorted lines: the order of constraints does not matter."""
    with sqlite3.connect(str(path)) as connection:
        made = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
            # The index of texts is no table of the base's own, and SQLite names what it is kept in.
            " AND name <> 'alembic_version' AND name NOT LIKE 'search^_%' ESCAPE '^'"
        ).fetchall()
    # SQLite quotes the names of tables that were renamed.
    return {name: sorted(line.strip().rstrip(",") for line in sql.replace('"', "").splitlines()) for name, sql in made}


@in_a_file
def test_tables_and_migrations_do_not_drift(seeded: Location, tmp_path: Path) -> None:
    declared = tmp_path / "declared.db"
    metadata.create_all(create_engine(f"sqlite:///{declared}"))
    assert shape(seeded.path) == shape(declared)


def scripts() -> ScriptDirectory:
    with create_engine("sqlite://").connect() as connection:
        return ScriptDirectory.from_config(upkeep.alembic_config(connection))


def test_there_is_one_head_and_the_program_knows_it() -> None:
    assert scripts().get_heads() == [REVISION]


@in_a_file
def test_every_table_is_strict(seeded: Location) -> None:
    with sqlite3.connect(seeded.address) as connection:
        loose = connection.execute(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0"
            " AND name NOT IN ('alembic_version', 'sqlite_schema')"
        ).fetchall()
    assert loose == []


@in_a_file
def test_every_constraint_has_a_name(seeded: Location) -> None:
    for name, lines in shape(seeded.path).items():
        unnamed = [line for line in lines if re.match(r"(CHECK|FOREIGN KEY|PRIMARY KEY|UNIQUE)\b", line)]
        assert not unnamed, name


@in_a_file
def test_the_file_says_that_it_is_a_base(seeded: Location) -> None:
    with sqlite3.connect(seeded.address) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@in_a_file
def test_every_code_has_a_description(seeded: Location) -> None:
    with sqlite3.connect(seeded.address) as connection:
        for name in codes:
            assert connection.execute(f"SELECT count(*) FROM {name} WHERE description = ''").fetchone() == (0,)


@in_a_file
def test_down_and_up_again_with_data_in_it(base: Location) -> None:
    assert base.path
    before = shape(base.path)
    upkeep.migrate(base, to="base")
    assert shape(base.path) == {}
    upkeep.migrate(base, seed=True)
    assert shape(base.path) == before
    with reader(base) as opened:
        assert list(opened.rows("SELECT count(*) FROM agreements")) == [(11,)]


def test_totals_of_an_earlier_revision_are_summed_over_statuses(base: Location) -> None:
    with entry(base, author="Leyla", command="add") as opened:
        opened.add("measure", id=900, source="kapanadze", indicator="trade in goods", unit="USD")
        opened.add("series_key", id=901, measure=900, area="AZE", partner="CHN", flow="export")
        opened.add("series_key", id=902, measure=900, area="AZE", partner="beijing", flow="export")
        opened.add("figure", series=901, period="2024", value=100)
        opened.add("figure", series=902, period="2024", value=50, status="forecast")
    upkeep.migrate(base, to="0006")
    with database(base).migrating(base) as connection:
        assert connection.execute(text("SELECT figures, value FROM total WHERE measure = 900")).all() == [(2, 150)]
    upkeep.migrate(base)
    with reader(base) as now:
        found = now.rows("SELECT status, value FROM total WHERE measure = 900 ORDER BY status")
        assert list(found) == [("actual", 100), ("forecast", 50)]


@in_a_file
def test_an_upgrade_with_nothing_to_do_makes_no_backup(base: Location) -> None:
    assert upkeep.upgrade(base) == (REVISION, None, False)


@pytest.mark.parametrize("command", ["upgrade", "reindex"])
def test_views_of_another_program_are_not_asked_and_are_made_anew(run: Run, base: Location, command: str) -> None:
    def own_views() -> bool:
        with database(base).opened(base) as opened:
            return opened.has_own_views

    asked = ("sources", "--columns", "key,title", "-f", "csv")
    before = run(*asked), run(*asked, "--as-of", "1"), run("agreements", "--on", "2020-01-01", "-f", "csv")
    assert own_views()
    by_another_program(base, "DROP VIEW sources")
    by_another_program(base, "CREATE VIEW sources AS SELECT 'other' AS key")
    assert not own_views()
    assert (run(*asked), run(*asked, "--as-of", "1"), run("agreements", "--on", "2020-01-01", "-f", "csv")) == before
    done = run("db", command)
    assert (done.code, done.err) == (0, "")
    assert own_views()
    assert run("db", "upgrade").out == f"nothing to do: the base is of revision {REVISION}\n"
    assert run(*asked) == before[0]


@in_postgresql
def test_a_view_of_the_users_own_on_the_programs_is_told_before_they_are_made_anew(run: Run, base: Location) -> None:
    by_another_program(base, "CREATE VIEW mine AS SELECT * FROM agreements")
    assert run("db", "reindex").code == 0
    by_another_program(base, "COMMENT ON VIEW agreements IS NULL")
    done = run("db", "upgrade")
    assert (done.code, done.out) == (4, "")
    assert "view mine depends on view agreements (drop it" in done.err


@in_a_file
def test_a_newer_base_is_not_upgraded(base: Location) -> None:
    assert base.path
    with sqlite3.connect(base.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Unavailable, match="newer"):
        upkeep.upgrade(base)


@in_a_file
def test_users_own_codes_survive(base: Location) -> None:
    assert base.path
    with sqlite3.connect(base.path) as connection:
        connection.execute("INSERT INTO topic VALUES ('fisheries', 'Fish and fishing rights.')")
        connection.execute("UPDATE topic SET description = 'Ours.' WHERE code = 'trade'")
    upkeep.migrate(base)
    with sqlite3.connect(base.path) as connection:
        found = connection.execute("SELECT code, description FROM topic WHERE code IN ('fisheries', 'trade')")
        assert dict(found.fetchall()) == {"fisheries": "Fish and fishing rights.", "trade": "Ours."}


@in_a_file
def test_a_failure_in_the_middle_leaves_the_base_as_it_was(base: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    assert base.path
    before = base.path.read_bytes()

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(upkeep, "create_views", fail)
    with pytest.raises(RuntimeError):
        upkeep.migrate(base)
    assert base.path.read_bytes() == before


@in_a_file
def test_a_base_that_is_there_is_not_made_anew(base: Location) -> None:
    with pytest.raises(WrongRequest, match="a file already"):
        upkeep.create(base, seed=True)


def test_a_base_that_cannot_be_made_is_told_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(location: Location, **_: object) -> None:
        raise Unavailable("the disk is full", where=str(location))

    monkeypatch.setattr(upkeep, "migrate", fail)
    with pytest.raises(Unavailable) as refused:
        upkeep.create(Location(path=tmp_path / "new.db"), seed=True)
    assert refused.value.where == str(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_itself_leaves_no_draft(tmp_path: Path) -> None:
    loop = tmp_path / "loop.db"
    loop.symlink_to(loop)
    with pytest.raises(Unavailable, match="too many levels"):
        upkeep.create(Location(path=loop), seed=True)
    assert list(tmp_path.iterdir()) == [loop]


def moments(seconds: float, number: int) -> Iterator[float]:
    return (seconds * (index + 0.5) / number for index in range(number))


def test_a_kill_while_a_base_is_made_leaves_nothing_half_made(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factbase", "db", "init", "--base"]
    started = time.monotonic()
    subprocess.run([*command, tmp_path / "timed.db"], check=True, capture_output=True)
    needed = time.monotonic() - started
    for number, moment in enumerate(moments(needed * 1.1, 12)):
        path = tmp_path / f"{number}.db"
        process = subprocess.Popen([*command, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.kill()
        process.wait()
        if path.exists():
            with reader(Location(path=path)) as opened:
                assert list(opened.rows("SELECT count(*) FROM agreements")) == [(11,)]


@in_a_file
def test_a_kill_while_a_base_is_upgraded_leaves_all_of_it_or_nothing(base: Location) -> None:
    assert base.path
    program = (
        "import sys; from factbase.store import upkeep; from factbase.store.location import locate;"
        "base = locate(sys.argv[1]); upkeep.migrate(base, to='base'); upkeep.migrate(base, seed=True)"
    )
    full = shape(base.path)
    started = time.monotonic()
    subprocess.run([sys.executable, "-c", program, base.path], check=True)
    needed = time.monotonic() - started
    for moment in moments(needed * 1.1, 15):
        process = subprocess.Popen([sys.executable, "-c", program, base.path])
        time.sleep(moment)
        process.kill()
        process.wait()
        assert shape(base.path) in (full, {})
        if shape(base.path) == {}:
            upkeep.migrate(base, seed=True)


@in_a_file
def test_a_backup_is_whole_and_takes_its_name_last(base: Location, tmp_path: Path) -> None:
    copy = upkeep.backup(base, tmp_path / "copy.db")
    with reader(Location(path=copy)) as opened:
        assert list(opened.rows("SELECT count(*) FROM facts")) == [(114,)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "facts.db"]


@in_a_file
def test_a_backup_that_cannot_be_written_leaves_nothing(base: Location, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        upkeep.backup(base, tmp_path / "no such folder" / "copy.db")


def test_files_are_made_with_the_users_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        upkeep.create(Location(path=tmp_path / "facts.db"), seed=False)
    finally:
        os.umask(before)
    assert (tmp_path / "facts.db").stat().st_mode & 0o777 == 0o640


@in_a_file
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_a_base_its_backup_and_what_is_restored_are_as_open_to_others(
    base: Location, tmp_path: Path, mode: int
) -> None:
    assert base.path
    base.path.chmod(mode)
    copy = upkeep.backup(base, tmp_path / "copy.db")
    assert copy.stat().st_mode & 0o777 == mode
    copy.chmod(0o644)
    upkeep.restore(base, copy)
    assert base.path.stat().st_mode & 0o777 == mode
    upkeep.backup(base, copy)
    assert copy.stat().st_mode & 0o777 == 0o644


@in_a_file
def test_a_base_and_a_backup_behind_links_stay_behind_them(base: Location, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    for name, target in (("link.db", "facts.db"), ("copy.db", "copies/copy.db")):
        (tmp_path / name).symlink_to(target)
    linked = Location(path=tmp_path / "link.db")
    upkeep.backup(linked, tmp_path / "copy.db")
    assert upkeep.restore(linked, tmp_path / "copy.db")
    assert (tmp_path / "link.db").readlink() == Path("facts.db")
    assert (tmp_path / "copy.db").readlink() == Path("copies/copy.db")
    with reader(linked) as opened:
        assert list(opened.rows("SELECT count(*) FROM facts")) == [(114,)]


@in_a_file
@pytest.mark.parametrize("name", [".", "pipe"])
def test_what_is_no_file_is_not_replaced_by_a_backup(base: Location, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unavailable, match="not a file"):
        upkeep.backup(base, tmp_path / name)


@in_a_file
def test_views_are_the_programs_own(seeded: Location) -> None:
    with sqlite3.connect(seeded.address) as connection:
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall())
    assert list(made) == list(views.FILES)
    for name, sql in made.items():
        assert views.view(name).select in sql


@pytest.mark.parametrize("dump", sorted((Path(__file__).parent / "bases").glob("*.sql")), ids=lambda dump: dump.stem)
def test_a_base_of_an_earlier_revision_opens_after_an_upgrade(dump: Path, tmp_path: Path) -> None:
    base = Location(path=tmp_path / "old.db")
    with sqlite3.connect(tmp_path / "old.db") as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    found, copy, _ = upkeep.upgrade(base)
    assert (found, copy) == (dump.stem, tmp_path / f"old.db.{dump.stem}.bak")
    with reader(base) as opened:
        assert list(opened.rows("SELECT value FROM trade WHERE assertion = 'kapanadze:50'")) == [(3740000000,)]
        assert list(opened.rows("SELECT count(*) FROM journal")) == [(4,)]
    with open_base(str(base.path), as_of=2) as before:
        assert before.trade("china", indicator="trade", columns="value").rows().dicts() == [{"value": 3700000000}]
        assert before.trade(source="daily", columns="value").rows().dicts() in ([{"value": 2.5}], [{"value": 25000000}])


def test_a_base_is_not_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("of somebody's", encoding="utf-8")
    with pytest.raises(Unavailable, match=r"notes: cannot make a base here: not a directory$"):
        upkeep.create(Location(path=tmp_path / "notes" / "facts.db"), seed=False)
