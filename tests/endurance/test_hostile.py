"""What a stranger may send: SQL, bases, texts, files. Nothing is written, read, run or steered that should not be."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest
from conftest import Run

from factbase.cli.main import COMMANDS
from factbase.store.location import Location

# What happens to a file.
IN_A_FILE = True


FACTBASE = [sys.executable, "-m", "factbase"]
# Escape sequences, a bell, C1, overrides and isolates, a zero-width space, a line separator, a formula, markup.
NASTY = "=\x1b]0;owned\x07\x9b2J\u202eevil\u2066\u200b\u2028\ufeff[/red]<script>alert(1)</script>|x\r\n\"'`&"
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
LISTINGS = [name for name, (module, _) in COMMANDS.items() if module == "listing"]

WRITING = [
    "DELETE FROM name", "UPDATE thing SET label = ''", "INSERT INTO topic VALUES ('x', 'y')", "REPLACE INTO topic VALUES ('x', 'y')",
    "DROP TABLE thing", "ALTER TABLE thing RENAME TO gone", "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "CREATE VIEW x AS SELECT 1",
    "CREATE TRIGGER t AFTER INSERT ON thing BEGIN SELECT 1; END", "CREATE INDEX i ON thing (label)", "CREATE VIRTUAL TABLE v USING fts5(x)",
    "ATTACH DATABASE 'other.db' AS other", "DETACH DATABASE main", "VACUUM", "VACUUM INTO 'copy.db'", "REINDEX", "ANALYZE",
    "PRAGMA writable_schema = ON", "PRAGMA query_only = OFF", "PRAGMA journal_mode = WAL", "PRAGMA trusted_schema = ON", "PRAGMA user_version = 7",
    "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "SELECT load_extension('evil')", "SELECT writefile('x', 'y')", "SELECT readfile('/etc/passwd')",
    "WITH gone AS (SELECT 1) DELETE FROM thing", "EXPLAIN DELETE FROM thing", "SELECT * FROM pragma_journal_mode",
    "SELECT edit('x')", "INSERT INTO search_index (search_index) VALUES ('rebuild')", "SELECT 1; DELETE FROM thing",
]  # fmt: skip


@pytest.mark.parametrize("statement", WRITING)
def test_a_statement_of_the_users_own_can_only_read(run: Run, base: Location, statement: str, tmp_path: Path) -> None:
    assert base.path
    before, there = base.path.read_bytes(), sorted(tmp_path.iterdir())
    for argv in (
        ["sql", statement],
        ["trade", "--where", f"1 = 1) ; {statement} --"],
        ["trade", "--where", f"({statement})"],
    ):
        result = run(*argv)
        assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1), argv
    assert base.path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == there


ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
GREEDY = [
    "SELECT zeroblob(1000000000)",
    "SELECT hex(zeroblob(50000000))",
    "SELECT printf('%.*c', 200000000, 'x')",
    "SELECT replace(hex(zeroblob(10000000)), '0', hex(zeroblob(1000)))",
    "SELECT " + "(" * 2000 + "1" + ")" * 2000,
    "SELECT 1 WHERE " + " AND ".join(["1"] * 5000),
    "SELECT 'a' LIKE '" + "%a" * 30000 + "'",
]


def test_a_statement_that_never_ends_is_stopped(run: Run) -> None:
    result = run("sql", ENDLESS, "--timeout", "0.5")
    assert (result.code, result.out) == (2, "")
    assert "longer than it may" in result.err


@pytest.mark.parametrize("statement", GREEDY, ids=range(len(GREEDY)))
def test_a_statement_cannot_take_the_memory(run: Run, statement: str) -> None:
    result = run("sql", statement, "-f", "csv", "--timeout", "5")
    # Of printf, SQLite makes an empty text where it may not have so long a one.
    assert (result.code, len(result.err.splitlines())) == (2, 1) or len(result.out) < 100


INJECTED = [
    "'",
    '"',
    "' OR 1=1 --",
    "x'); DROP TABLE thing; --",
    '") OR 1=1',
    "{key}",
    ":key",
    "%s",
    "\0",
    "a\nb",
    "[x]",
    "../../x",
]


_OPTIONS: dict[str, set[str]] = {}


def options(run: Run, name: str) -> set[str]:
    """The options of a command that take a value, as its help has them; asked once."""
    if name not in _OPTIONS:
        _OPTIONS[name] = set(re.findall(r"--([a-z][a-z-]+) +[A-Z]", run(name, "--help").out))
    return _OPTIONS[name]


@pytest.mark.parametrize("value", INJECTED)
def test_no_option_lets_sql_in(run: Run, base: Location, value: str) -> None:
    assert base.path
    before = base.path.read_bytes()
    for name in LISTINGS:
        for option in options(run, name) - {"output", "base", "partition", "where"}:
            result = run(name, f"--{option}", value)
            assert result.code in (0, 2), (name, option, result)
            assert "Traceback" not in result.err
    for argv in (["show"], ["brief"], ["history"], ["trust"], ["search"], ["check"], ["chart", "trade"]):
        assert run(*argv, value).code in (0, 2), argv
    assert base.path.read_bytes() == before


@pytest.fixture
def nasty(base: Location) -> Location:
    """A base whose texts are as nasty as they can be."""
    assert base.path
    with sqlite3.connect(base.path) as connection:
        for table, columns in {
            "thing": "label", "assertion": "anchor", "citation": "anchor", "agreement": "title subject", "event": "summary",
            "source": "publisher_text title author address language", "entry": "author command why", "measure": "basis",
            "affiliation": "role", "position": "subject", "commitment": "subject", "assessment": "reason", "name": "name",
        }.items():  # fmt: skip
            present = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            for column in set(columns.split()) & set(present):
                connection.execute(f"UPDATE OR IGNORE {table} SET {column} = {column} || ?", [NASTY])
    return base


@pytest.mark.parametrize("width", ["80", "200"])
def test_no_text_of_a_base_steers_a_terminal(
    run: Run, nasty: Location, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    asked = [[name] for name in LISTINGS] + [
        ["show", "CHN"], ["show", "kapanadze:50"], ["brief", "CHN", "AZE"], ["chart", "trade", "CHN"], ["chart", "dates"],
        ["chart", "actors"], ["history", "CHN"], ["check"], ["trust", "kapanadze:50"], ["search", "china"], ["diff", "--from", "0"],
        ["sql", "SELECT label FROM actors"], ["show", NASTY], ["sheet", "from-source", "kapanadze"],
    ]  # fmt: skip
    for argv in asked:
        result = run(*argv)
        assert result.code in (0, 1, 2), (argv, result.err)
        for text in (result.out, result.err):
            found = STEERING.search(text)
            assert not found, (argv, text[found.start() - 30 : found.start() + 30] if found else "")


def test_no_text_of_a_base_is_markup_in_a_page(run: Run, nasty: Location, tmp_path: Path) -> None:
    pages = [[name, "-f", "html"] for name in LISTINGS] + [["brief", "CHN", "AZE", "-f", "html"]]
    for argv in pages:
        page = run(*argv).out
        assert "<script>alert" not in page, argv
        assert "alert(1)" in page or argv[0] in ("measures", "series", "journal"), argv
    pytest.importorskip("vl_convert")
    for kind in ("trade", "dates", "actors"):
        assert run("chart", kind, "CHN", "-o", str(tmp_path / "x.svg")).code == 0
        assert "<script>" not in (tmp_path / "x.svg").read_text()


def test_a_package_or_an_archive_cannot_lead_out_of_its_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("key\nsecret\n")
    assert run("export", str(tmp_path / "package")).code == 0
    description = tmp_path / "package" / "datapackage.json"
    whole = json.loads(description.read_text())
    for path in ("../secret.csv", str(tmp_path / "secret.csv"), "data/../../secret.csv", "https://example.org/x.csv"):
        whole["resources"][0]["path"] = path
        description.write_text(json.dumps(whole))
        for argv in (["import"], ["export"]):
            result = run(*argv, str(tmp_path / "package"))
            assert (result.code, len(result.err.splitlines())) == (3, 1), result
    with zipfile.ZipFile(tmp_path / "slip.zip", "w") as archive:
        archive.writestr("../../evil.csv", "t,i,j,k,v,q\n2022,699,842,010121,1,NA\n")
    assert run("import", str(tmp_path / "slip.zip"), "--dry-run").code in (0, 3)
    assert not (tmp_path.parent / "evil.csv").exists()
    assert (tmp_path / "secret.csv").exists()


def test_a_link_in_a_package_is_not_followed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("key\nsecret\n")
    assert run("export", str(tmp_path / "package")).code == 0
    file = tmp_path / "package" / "data" / "topic.csv"
    file.unlink()
    file.symlink_to(tmp_path / "secret.csv")
    assert "must be in its folder" in run("import", str(tmp_path / "package")).err


HEADER = b"t,i,j,k,v,q\n"
MANY = 200
MILLION = 1_000_000


def zipped(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("baci.csv", data)
    return packed.getvalue()


def zstandard(data: bytes) -> bytes:
    packed: bytes = pyarrow.compress(data, codec="zstd", asbytes=True)
    return packed


def told_small(data: bytes) -> bytes:
    """A zip that says of itself that its file is small."""
    true = (len(HEADER) + MANY * MILLION).to_bytes(4, "little")
    return zipped(data).replace(true, (1000).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("pack", "filling", "told"),
    [
        (gzip.compress, b"\n", "unpacks to more than 400 times its size"),
        (zipped, b"\n", "unpacks to more than 400 times its size"),
        (zstandard, b"\n", "unpacks to more than 400 times its size"),
        (told_small, b"\n", "cannot be unpacked"),
        (gzip.compress, b"x", "longer than 131,072 bytes"),
        (gzip.compress, b'"' + b"x" * 63, "longer than 131,072 bytes"),
    ],
)
def test_a_bomb_is_refused_before_it_fills_the_memory(
    base: Location, tmp_path: Path, pack: Callable[[bytes], bytes], filling: bytes, told: str
) -> None:
    file = tmp_path / "BACI_HS22_Y2022_V202501.csv.packed"
    file.write_bytes(pack(HEADER + filling * (MANY * MILLION // len(filling))))
    # The most that a child of this program took, in KiB.
    program = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(done.returncode)"
    )
    asked = [*FACTBASE, "import", str(file), "--dry-run", "--base", base.address]
    done = subprocess.run([sys.executable, "-c", program, *asked], capture_output=True, text=True)
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1), done.stderr
    assert told in done.stderr
    assert int(done.stdout) < MANY * 1024


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (b"2022,699,842,010121,1.5," + b"y" * 1_100_000, "line 2, column 'q': is longer than 131,072 bytes"),
        (b'2022,699,842,010121,1.5,"' + b"y\n" * 550_000 + b'"', "line 2: a cell is longer than 131,072 characters"),
        (b"2022,699,842,010121," + b"9" * 100_000 + b",2", "is too large"),
        (b"2022,699,842,010121,1e999999999,2", "is too large"),
    ],
)
def test_a_cell_of_a_megabyte_is_refused_with_its_line(run: Run, tmp_path: Path, row: bytes, told: str) -> None:
    file = tmp_path / "BACI_HS22_Y2022_V202501.csv"
    file.write_bytes(HEADER + row + b"\n")
    result = run("import", str(file))
    assert result.code == 3
    assert told in result.err
    assert len(result.err) < 1000


def test_a_sheet_is_no_bomb(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bomb.yaml").write_text("a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(30)))
    (tmp_path / "deep.yaml").write_text("[" * 100_000)
    for name in ("bomb.yaml", "deep.yaml"):
        assert run("add", str(tmp_path / name)).code == 3
        (tmp_path / "my.csv").write_text("a;b\n")
        assert run("import", str(tmp_path / "my.csv"), "--map", str(tmp_path / name)).code == 3


def test_a_text_of_a_megabyte_comes_back_whole(run: Run, tmp_path: Path) -> None:
    title = "z" * 1_000_000
    (tmp_path / "long.yaml").write_text(f"source: {{key: long, kind: article, title: {title}}}")
    assert run("add", str(tmp_path / "long.yaml"), "-q").code == 0
    assert title in run("sources", "-f", "csv").out
    assert run("export", "--as", "jsonl", "-o", str(tmp_path / "x.jsonl")).code == 0
    assert run("import", str(tmp_path / "x.jsonl")).code == 0


def test_files_are_made_with_the_users_umask(run: Run, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert run("trade", "-f", "csv", "-o", str(tmp_path / "x.csv")).code == 0
        assert run("db", "backup", str(tmp_path / "x.db")).code == 0
        assert run("db", "restore", str(tmp_path / "x.db")).code == 0
        assert run("export", str(tmp_path / "package")).code == 0
        assert run("export", "--as", "jsonl", "-o", str(tmp_path / "x.jsonl")).code == 0
    finally:
        os.umask(before)
    for path in (tmp_path, *tmp_path.rglob("*")):
        if path.name not in (tmp_path.name, "facts.db") and ".replaced" not in path.name and path.is_file():
            assert path.stat().st_mode & 0o777 == 0o640, path


@pytest.mark.parametrize(
    "url", ["postgresql://reader:hunter2@localhost:1/facts?password=hunter2&sslmode=disable", "mysql://a:hunter2@x/y"]
)
def test_a_password_is_never_shown(base: Location, url: str) -> None:
    for argv in (
        ["db", "path"],
        ["db", "status"],
        ["trade"],
        ["alias", "CHN", "x"],
        ["db", "doctor"],
        ["db", "backup"],
    ):
        done = subprocess.run(
            [*FACTBASE, *argv], capture_output=True, text=True, env={**os.environ, "FACTBASE_URL": url}, timeout=120
        )
        assert "hunter2" not in done.stdout + done.stderr
