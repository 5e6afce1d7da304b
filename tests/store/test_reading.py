"""A base that is not there, not whole, not a base, or not ours to read: one clear line each."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import in_a_file

from factbase.errors import Unavailable, WrongRequest
from factbase.rows import Column
from factbase.store.location import Location
from factbase.store.reading import REVISION, Reader, reader
from factbase.store.sqlite import APPLICATION_ID, engine


def refusal(path: Path) -> str:
    with pytest.raises(Unavailable) as caught, reader(Location(path=path)):
        pass
    return caught.value.what


def test_a_missing_base_is_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.db") == "there is no base here"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"not a base", b"SQLite format 3\0", os.urandom(5000)])
def test_any_other_file_is_not_a_base(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "facts.db"
    path.write_bytes(content)
    assert refusal(path) == "not a fact base"


def test_a_database_of_another_program_is_not_a_base(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE thing (key TEXT)")
    assert refusal(path) == "not a fact base"


def test_a_folder_and_a_pipe_are_not_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path) == "not a file"
    assert refusal(tmp_path / "pipe") == "not a file"


@in_a_file
def test_a_base_that_is_cut_short_is_damaged(base: Location) -> None:
    assert base.path
    os.truncate(base.path, base.path.stat().st_size // 2)
    assert refusal(base.path) == "the base is damaged: the file is cut short"


@in_a_file
def test_a_base_with_a_spoiled_page_is_damaged(base: Location) -> None:
    assert base.path
    with open(base.path, "r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)
    assert refusal(base.path) == "the base is damaged"


def set_revision(path: Path, revision: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


@in_a_file
def test_a_newer_base_is_refused_with_both_revisions(base: Location) -> None:
    assert base.path
    set_revision(base.path, "9999")
    assert refusal(base.path) == f"the base is of revision 9999, newer than this program, which knows {REVISION}"


@in_a_file
def test_a_newer_base_with_a_view_that_the_program_does_not_know_is_newer(base: Location) -> None:
    assert base.path
    set_revision(base.path, "9999")
    with sqlite3.connect(base.path) as connection:
        connection.execute("CREATE VIEW ratifications AS SELECT * FROM agreements")
    assert "of revision 9999, newer than this program" in refusal(base.path)


@in_a_file
def test_a_view_in_place_of_the_revision_is_not_asked(base: Location) -> None:
    assert base.path
    with sqlite3.connect(base.path) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.execute(
            "CREATE VIEW alembic_version AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT max(i) AS version_num FROM n"
        )
    assert refusal(base.path) == "the base has no schema"


@in_a_file
def test_an_older_base_asks_for_an_upgrade(base: Location) -> None:
    assert base.path
    set_revision(base.path, "0000")
    with pytest.raises(Unavailable) as caught, reader(base):
        pass
    assert "db upgrade" in (caught.value.hint or "")


def test_a_base_without_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE thing (key TEXT)")
    assert refusal(path) == "the base has no schema"


@in_a_file
def test_a_base_in_a_folder_that_cannot_be_written_is_read(base: Location) -> None:
    assert base.path
    base.path.chmod(0o444)
    base.path.parent.chmod(0o555)
    try:
        with reader(base) as opened:
            assert list(opened.rows("SELECT count(*) FROM agreement")) == [(11,)]
    finally:
        base.path.parent.chmod(0o755)


@in_a_file
@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "50%.db", "mode=rw&x.db", "ə.db", "two words.db"])
def test_signs_in_a_name_are_no_options(base: Location, tmp_path: Path, name: str) -> None:
    assert base.path
    named = tmp_path / "folder" / name
    named.parent.mkdir()
    base.path.rename(named)
    with reader(Location(path=named)) as opened:
        assert list(opened.rows("SELECT count(*) FROM source")) == [(1,)]
    assert list(named.parent.iterdir()) == [named]


def test_a_reader_cannot_write(opened: Reader) -> None:
    with pytest.raises((Unavailable, WrongRequest)):
        opened.rows("DELETE FROM name")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM name",
        "INSERT INTO topic VALUES ('x', 'y')",
        "DROP VIEW dates",
        "CREATE TEMP TABLE x (y)",
        "ATTACH ':memory:' AS other",
        "PRAGMA writable_schema = ON",
        "VACUUM",
        "BEGIN",
        "SELECT load_extension('x')",
    ],
)
def test_a_statement_of_the_users_own_can_only_read(opened: Reader, statement: str) -> None:
    opened.restrict(5)
    with pytest.raises(WrongRequest):
        list(opened.rows(statement))


def test_a_statement_of_the_users_own_ends_in_time(opened: Reader) -> None:
    opened.restrict(0.2)
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(WrongRequest, match="longer than it may"):
        list(opened.rows(endless))


@in_a_file
def test_an_older_sqlite_is_named(base: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.36.0")
    with pytest.raises(Unavailable, match=r"SQLite 3\.36\.0, and factbase needs 3\.37"), reader(base):
        pass


@in_a_file
def test_foreign_keys_are_enforced_on_every_writing_connection(base: Location) -> None:
    assert base.path
    for _ in range(2):
        with engine(base).connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_the_users_own_base_is_made_on_first_use_by_any_number_of_programs(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    environment.pop("FACTBASE_URL", None)
    command = [sys.executable, "-m", "factbase", "agreements", "--count", "-f", "csv"]
    together = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [process.communicate() for process in together] == [("count\n11\n", "")] * 3
    assert [path.name for path in (tmp_path / "factbase").iterdir()] == ["factbase.db"]


def test_what_fails_in_the_middle_of_columns_is_told_as_in_rows(base: Location) -> None:
    asked = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)"
        " SELECT abs(CASE WHEN i = 250000 THEN -9223372036854775807 - 1 ELSE i END) AS size FROM n"
    )
    with reader(base) as opened, pytest.raises(WrongRequest, match="larger than the whole numbers"):
        list(opened.rows(asked))
    with reader(base) as opened, pytest.raises(WrongRequest, match="larger than the whole numbers"):
        list(opened.batches(asked, {}, [Column("size", "integer")]) or ())
