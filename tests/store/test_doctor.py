"""`db doctor`: each thing that can be wrong with a base is told in a line, and what can be saved."""

from __future__ import annotations

import csv
import os
import sqlite3
from pathlib import Path

import pytest
from conftest import Run

from factbase.store.location import Location

# What happens to a file.
IN_A_FILE = True


BACI = "t,i,j,k,v,q\n" + "".join(f"2022,699,842,{code:06},{code}.250,1\n" for code in range(10121, 10171))


def wrong(run: Run) -> dict[str, list[str]]:
    """What the doctor found wrong, by part; its exit code says the same."""
    result = run("db", "doctor", "-f", "csv")
    assert result.err == ""
    found: dict[str, list[str]] = {}
    for line in csv.DictReader(result.out.splitlines()):
        if line["state"] == "wrong":
            found.setdefault(line["part"], []).append(line["found"])
    assert result.code == (1 if found else 0)
    return found


def do(base: Location, *statements: str) -> None:
    assert base.path
    connection = sqlite3.connect(base.path, isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.fixture
def loaded(base: Location, run: Run, tmp_path: Path) -> Location:
    """A base with figures of a data set in it."""
    (tmp_path / "BACI_HS22_Y2022_V202501.csv").write_text(BACI)
    assert run("import", str(tmp_path / "BACI_HS22_Y2022_V202501.csv")).code == 0
    return base


def test_a_sound_base_has_nothing_wrong(run: Run, loaded: Location) -> None:
    assert wrong(run) == {}


@pytest.mark.parametrize(
    ("statement", "part", "told"),
    [
        ("DELETE FROM actor WHERE key = 'CHN'", "references", "refer to a actor"),
        ("DROP TABLE tally", "schema", "there is no table tally: the base is half-migrated"),
        ("UPDATE sqlite_master SET sql = replace(sql, 'summary TEXT', 'summed TEXT') WHERE name = 'event'", "schema", "the table event has no column summary"),
        ("UPDATE alembic_version SET version_num = '9999'", "schema", "newer than this program"),
        ("UPDATE alembic_version SET version_num = '0001'", "schema", "this program needs"),
        ("INSERT INTO alembic_version VALUES ('0001')", "schema", "2 revisions"),
        ("DROP VIEW texts", "schema", "there is no view texts"),
        ("CREATE TABLE notes (x)", "schema", "notes is no table of factbase's"),
        ("CREATE VIEW more AS SELECT 1", "schema", "the view more is not the program's"),
        ("CREATE TRIGGER t AFTER INSERT ON thing BEGIN DELETE FROM name; END", "schema", "the trigger t is not"),
        ("UPDATE total SET value = value + 1 WHERE world = 0", "totals", "totals do not equal what they sum"),
        ("UPDATE figure SET value = value + 1 WHERE assertion IS NULL", "loads", "digest no longer fits"),
        ("DELETE FROM figure WHERE period = '2022' AND value = 10121250", "loads", "loaded 100 figures of baci, and 99"),
        ("DELETE FROM search_record WHERE record = 'CHN'", "index", "CHN is not as it should be in the index of texts"),
        ("DELETE FROM search_index_data WHERE id > 10", "index", "the index of texts is damaged"),
        ("PRAGMA journal_mode = WAL", "place", "write-ahead log"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(run: Run, loaded: Location, statement: str, part: str, told: str) -> None:
    do(loaded, statement)
    found = wrong(run)
    assert any(told in line for line in found[part]), found


@pytest.mark.parametrize(
    "harm", ["CREATE TABLE notes (x)", "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM name; END"]
)
def test_beside_a_table_of_the_users_own_all_else_is_looked_at(run: Run, loaded: Location, harm: str) -> None:
    do(loaded, harm, "DELETE FROM total", "UPDATE figure SET value = value + 1 WHERE assertion IS NULL")
    assert set(wrong(run)) == {"schema", "totals", "loads"}


def test_what_a_schema_keeps_from_being_looked_at_is_told(run: Run, loaded: Location) -> None:
    do(loaded, "DROP TABLE tally")
    assert any("totals, the index of texts and loads were not looked at" in line for line in wrong(run)["schema"])


def test_views_that_were_dropped_are_made_anew_by_reindex(run: Run, loaded: Location) -> None:
    do(loaded, "DROP VIEW texts", "DROP VIEW agreements")
    assert len(wrong(run)["schema"]) == 3
    assert run("db", "reindex").code == 0
    assert wrong(run) == {}


def test_derived_tables_are_made_anew_by_reindex(run: Run, loaded: Location) -> None:
    do(loaded, "DELETE FROM total", "DELETE FROM search_record", "DELETE FROM search_index")
    assert set(wrong(run)) == {"totals", "index"}
    assert run("db", "reindex").code == 0
    assert wrong(run) == {}


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE search_index_data SET block = x'00000001ffff' WHERE id = 10",
        "DELETE FROM search_index_config",
        "DROP TABLE search_index_data",
        "DROP TABLE search_index_docsize",
        "DROP TABLE search_record",
        "DROP TABLE search_stale",
    ],
)
def test_an_index_of_texts_that_cannot_be_read_is_told_and_made_anew(run: Run, base: Location, harm: str) -> None:
    do(base, harm)
    refused = run("alias", "CHN", "Cathay")
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (4, "", 1)
    assert "the base is damaged" in refused.err
    assert "'factbase db doctor' tells what is wrong with it" in refused.err
    assert set(wrong(run)) == {"index"}
    assert run("db", "reindex").code == 0
    assert wrong(run) == {}
    assert run("alias", "CHN", "Cathay").code == 0
    assert "CHN" in run("search", "cathay", "-f", "csv").out


@pytest.mark.parametrize("argv", [["trade"], ["alias", "CHN", "Cathay"], ["db", "backup"], ["db", "reindex"]])
def test_a_schema_that_is_not_utf8_is_told_as_damage(run: Run, base: Location, argv: list[str]) -> None:
    assert base.path
    whole = base.path.read_bytes()
    base.path.write_bytes(whole.replace(b"pk_party_role PRIMARY KEY (", b"pk_party_role PRIMARY KEY \xa8"))
    refused = run(*argv)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (4, "", 1)
    assert "the base is damaged" in refused.err
    assert "pages" in wrong(run)


def test_every_flipped_bit_of_a_figure_is_found(run: Run, loaded: Location) -> None:
    assert loaded.path
    # The value of one figure, as the page holds it: three bytes of a whole number.
    whole = bytearray(loaded.path.read_bytes())
    value = (10121250).to_bytes(4, "big")
    at = whole.index(value)
    for bit in range(32):
        flipped = bytearray(whole)
        flipped[at + bit // 8] ^= 1 << bit % 8
        loaded.path.write_bytes(flipped)
        assert wrong(run).get("loads"), bit


def test_a_file_that_is_cut_short_tells_what_can_be_read(run: Run, loaded: Location) -> None:
    assert loaded.path
    os.truncate(loaded.path, loaded.path.stat().st_size // 2)
    (line,) = wrong(run)["file"]
    assert "cut short" in line
    assert "tables can be read whole" in line


def test_pages_that_are_overwritten_are_told_with_what_can_be_saved(run: Run, loaded: Location) -> None:
    assert loaded.path
    with open(loaded.path, "r+b") as file:
        file.seek(4096 * 8)
        file.write(os.urandom(4096 * 4))
    found = wrong(run)
    assert found["pages"]
    assert "tables can be read whole" in found["saved"][0]


def test_what_is_no_base_is_one_line_and_exit_4(run: Run, base: Location, tmp_path: Path) -> None:
    assert base.path
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "text.db").write_text("hello " * 100)
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (x)").connection.close()
    for name in ("pipe", "text.db", "other.db", "none.db", "", "facts.db/inside"):
        result = run("db", "doctor", "--base", str(tmp_path / name))
        assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1), name


def test_a_stray_draft_is_named(run: Run, base: Location) -> None:
    assert base.path
    base.path.with_name(".facts.db-123").touch()
    assert ".facts.db-123" in wrong(run)["left over"][0]


def test_a_restored_backup_takes_the_bases_place_and_what_was_there_is_kept(
    run: Run, base: Location, tmp_path: Path
) -> None:
    assert run("db", "backup", str(tmp_path / "copy.db")).code == 0
    assert run("alias", "CHN", "Cathay").code == 0
    result = run("db", "restore", str(tmp_path / "copy.db"))
    assert result.code == 0
    assert run("actors", "Cathay").code == 2
    (kept,) = tmp_path.glob("facts.db.*.replaced")
    assert str(kept) in result.out
    assert run("actors", "Cathay", "--base", str(kept)).code == 0
    assert (tmp_path / "copy.db").exists()


def test_of_backups_restored_in_one_second_each_keeps_what_was_there(
    run: Run, base: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factbase.store.upkeep._stamp", lambda: "20250401T120000Z")
    run("db", "backup", str(tmp_path / "copy.db"))
    for name in ("Cathay", "Seres", "Serica"):
        run("alias", "CHN", name)
        assert run("db", "restore", str(tmp_path / "copy.db")).code == 0
    for number, name in (("", "Cathay"), ("-2", "Seres"), ("-3", "Serica")):
        kept = str(tmp_path / f"facts.db.20250401T120000Z{number}.replaced")
        assert run("actors", name, "--base", kept).code == 0


@pytest.mark.parametrize(
    "harm", ["UPDATE alembic_version SET version_num = '9999'", "DELETE FROM actor WHERE key = 'CHN'"]
)
def test_a_backup_that_is_no_good_replaces_nothing(run: Run, base: Location, tmp_path: Path, harm: str) -> None:
    assert base.path
    run("db", "backup", str(tmp_path / "copy.db"))
    do(Location(path=tmp_path / "copy.db"), harm)
    before = base.path.read_bytes()
    result = run("db", "restore", str(tmp_path / "copy.db"))
    assert (result.code, len(result.err.splitlines())) == (4, 1)
    assert base.path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "facts.db"]


@pytest.mark.parametrize("there", [b"no base at all", b"", None])
def test_a_backup_is_restored_over_what_is_damaged_or_gone(
    run: Run, base: Location, tmp_path: Path, there: bytes | None
) -> None:
    assert base.path
    run("db", "backup", str(tmp_path / "copy.db"))
    base.path.unlink()
    if there is not None:
        base.path.write_bytes(there)
    assert run("db", "restore", str(tmp_path / "copy.db")).code == 0
    assert wrong(run) == {}


def test_of_backups_beside_the_base_the_newest_are_kept(run: Run, base: Location, tmp_path: Path) -> None:
    for day in range(1, 5):
        (tmp_path / f"facts-2020010{day}T000000Z.db").touch()
    (tmp_path / "facts-mine.db").touch()
    result = run("db", "backup", "--keep", "2")
    assert result.code == 0
    left = sorted(file.name for file in tmp_path.glob("facts-*"))
    assert left[0] == "facts-20200104T000000Z.db"
    assert left[2:] == ["facts-mine.db"]
    assert result.out.count("deleted") == 3
    assert run("db", "backup", str(tmp_path / "x.db"), "--keep", "2").code == 2


def test_before_a_large_load_is_undone_the_base_is_copied(
    run: Run, loaded: Location, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("factbase.cli.undo.MANY", 100)
    assert run("undo", "2").out == f"undid entry 2 (entry 3); the backup is {tmp_path / 'facts.db.2.bak'}\n"
    assert run("trade", "--source", "baci").code == 2
    assert run("db", "restore", str(tmp_path / "facts.db.2.bak")).code == 0
    assert run("trade", "--source", "baci", "--count", "-f", "csv").out == "count\n100\n"


def test_a_large_load_that_cannot_be_undone_leaves_no_copy(
    run: Run, loaded: Location, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("factbase.cli.undo.MANY", 100)
    assert run("alias", "baci", "BACI of CEPII").code == 0
    assert "undo entry 3 first" in run("undo", "2").err
    assert not list(tmp_path.glob("*.bak"))


STRANGE = "CREATE VIEW actors AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT 1 AS key FROM n"


def test_a_strangers_views_are_not_asked(run: Run, base: Location) -> None:
    before = run("actors", "-f", "csv").out
    do(base, "DROP VIEW actors", STRANGE)
    assert run("actors", "-f", "csv").out == before
    assert run("actors", "--as-of", "1", "-f", "csv").out == before
    assert run("sql", "SELECT count(*) AS n FROM actors", "-f", "csv").code == 0


def test_a_strangers_trigger_does_not_run(run: Run, base: Location, tmp_path: Path) -> None:
    assert base.path
    do(base, "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM name; END")
    (tmp_path / "BACI_HS22_Y2022_V202501.csv").write_text(BACI)
    before = base.path.read_bytes()
    for argv in (["alias", "CHN", "Cathay"], ["import", str(tmp_path / "BACI_HS22_Y2022_V202501.csv")]):
        result = run(*argv)
        assert (result.code, result.out) == (4, "")
        assert "a trigger 't' that is not factbase's; nothing was written" in result.err
    assert base.path.read_bytes() == before
    assert run("actors").code == 0


def test_a_view_in_place_of_a_table_is_refused(run: Run, base: Location) -> None:
    do(base, "ALTER TABLE commodity RENAME TO commodities", "CREATE VIEW commodity AS SELECT * FROM commodities")
    result = run("actors")
    assert (result.code, result.out) == (4, "")
    assert "a view 'commodity' that is not factbase's" in result.err
