"""What can go wrong with a server: one clear line, exit 4, no password in it, and the base whole."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from conftest import Bases, Run, in_postgresql
from reading import READING

from factbase.errors import Unavailable
from factbase.rows import Column
from factbase.store import adbc
from factbase.store.location import Location, locate
from factbase.store.postgresql_errors import unreachable
from factbase.store.reading import reader

SECRET = "s3cr3t-of-Leyla"


@pytest.fixture
def owner(base: Location) -> Iterator[psycopg.Connection]:
    with psycopg.connect(re.sub(r"^\w+(\+psycopg)?:", "postgresql:", base.address), autocommit=True) as connection:
        yield connection


def at(base: Location, user: str = "postgres", name: str | None = None) -> str:
    """The address of the base for another user or of another database, with a password in it."""
    parts = urlsplit(base.address)
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{user}:{SECRET}@{host}", path=f"/{name}" if name else parts.path).geturl()


def refused(run: Run, *argv: str) -> str:
    done = run(*argv)
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1), done
    assert SECRET not in done.err
    return done.err


@in_postgresql
def test_a_database_that_is_not_there(run: Run, base: Location) -> None:
    assert "there is no such database" in refused(run, "actors", "--base", at(base, name="nowhere"))


@in_postgresql
def test_a_role_that_is_not_there(run: Run, base: Location) -> None:
    assert "the server does not know this role" in refused(run, "actors", "--base", at(base, user="nobody-here"))


@in_postgresql
@pytest.mark.parametrize(
    "argv", [("facts",), ("sql", "SELECT * FROM facts"), ("facts", "--where", "1 = 1"), ("check",)]
)
def test_a_base_that_lacks_a_table_is_damaged(run: Run, owner: psycopg.Connection, argv: tuple[str, ...]) -> None:
    owner.execute("DROP TABLE tally CASCADE")
    assert "the base is damaged: relation" in refused(run, *argv)


@in_postgresql
def test_doctor_says_what_examines_a_server(run: Run) -> None:
    assert "'factbase check'" in refused(run, "db", "doctor")


def test_a_server_that_is_not_there(run: Run) -> None:
    address = f"postgresql://leyla:{SECRET}@127.0.0.1:1/facts"
    assert "no server answers here" in refused(run, "actors", "--base", address)


def test_a_password_with_an_at_in_it_is_not_told_as_a_server_that_is_not_there() -> None:
    words = f"failed to resolve host '{SECRET}@db.example': [Errno -2] Name or service not known"
    error = unreachable(words, locate(f"postgresql://leyla:x@{SECRET}@db.example/facts"))
    assert str(error).startswith("postgresql://leyla@db.example/facts: there is no server of this name")
    assert SECRET not in str(error)


@in_postgresql
def test_a_wrong_password(run: Run, base: Location, bases: Bases) -> None:
    # A server of the tests' own asks for no password.
    words = 'connection failed: FATAL:  password authentication failed for user "leyla"'
    error = unreachable(words, locate(at(base)))
    assert "the server does not take this name and password" in str(error)
    assert SECRET not in str(error)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('permission denied for database "facts"', "may not use the database"),
        ('no pg_hba.conf entry for host "10.0.0.1", user "leyla", database "facts"', "from elsewhere only"),
        ('too many connections for database "facts"', "no free connection"),
        ('role "leyla" is not permitted to log in', "may not log in"),
    ],
)
def test_a_refusal_is_told_for_what_it_is(words: str, told: str) -> None:
    assert told in str(
        unreachable(f"connection failed: FATAL:  {words}", locate("postgresql://leyla@db.example/facts"))
    )


@pytest.fixture
def reading_role(owner: psycopg.Connection, base: Location) -> Iterator[str]:
    """The address of a role that was granted what docs/postgresql.md says for readers."""
    name = f"reads_{urlsplit(base.address).path[1:]}"
    database = urlsplit(base.address).path[1:]
    for statement in (
        f"CREATE ROLE {name} LOGIN",
        f"ALTER ROLE {name} SET default_transaction_read_only = on",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}",
        f"REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC",
        f"GRANT TEMPORARY ON DATABASE {database} TO {name}",
    ):
        owner.execute(statement.encode())
    yield at(base, user=name)
    owner.execute(f"DROP OWNED BY {name}".encode())
    owner.execute(f"DROP ROLE {name}".encode())


ASKED = [
    *READING,
    ("search", "free trade"),
    ("search", "free trade", "--as-of", "1"),
    ("agreements", "--as-of", "1"),
    ("trade", "--by", "partner"),
    ("trade", "--pivot", "period"),
    ("trade", "--implied"),
    ("conflicts",),
    ("mirror", "china", "azerbaijan"),
    ("chart", "actors", "china"),
    ("sql", "SELECT count(*) FROM trade"),
    ("db", "status"),
]


@in_postgresql
def test_a_role_with_select_alone_uses_every_reading_command(run: Run, reading_role: str) -> None:
    for argv in ASKED:
        mine, its = run(*argv), run(*argv, "--base", reading_role)
        assert its.code in (0, 1), (argv, its.err)
        if argv != ("db", "status"):
            assert its.out == mine.out


@in_postgresql
@pytest.mark.parametrize(
    "argv", [("alias", "china", "Zhongguo"), ("amend", "kapanadze:1", "anchor=x"), ("undo", "1"), ("db", "reindex")]
)
def test_a_role_that_may_not_write_is_told(run: Run, reading_role: str, argv: tuple[str, ...]) -> None:
    assert "permission denied" in refused(run, *argv, "--base", reading_role)


@in_postgresql
def test_a_role_with_the_writers_grants_writes(
    run: Run, owner: psycopg.Connection, base: Location, tmp_path: Path
) -> None:
    database = urlsplit(base.address).path[1:]
    name = f"writes_{database}"
    for statement in (
        f"CREATE ROLE {name} LOGIN",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
        f"GRANT TEMPORARY ON DATABASE {database} TO {name}",
    ):
        owner.execute(statement.encode())
    file = tmp_path / "trade.csv"
    file.write_text(
        "typeCode,refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,cmdDesc,primaryValue\n"
        "C,2023,2023,NAM,M,NOR,H6,010121,Horses,79417.935\n"
    )
    try:
        for argv in (("alias", "china", "Zhongguo"), ("undo", "2"), ("import", str(file)), ("db", "reindex")):
            done = run(*argv, "--base", at(base, user=name))
            assert done.code == 0, (argv, done.err)
        assert "79417.935" in run("trade", "namibia", "-f", "csv").out
        owner.execute(f"REVOKE DELETE ON search_record FROM {name}".encode())
        said = refused(run, "alias", "china", "Cathay", "--base", at(base, user=name))
        assert "permission denied for table search_record" in said
    finally:
        owner.execute(f"DROP OWNED BY {name}".encode())
        owner.execute(f"DROP ROLE {name}".encode())


WRITES = """
import sys, time
from factbase.cli.main import main
from factbase.store import bulk, postgresql
from factbase.errors import FactbaseError
from factbase.store.location import locate
base = locate(sys.argv[1])
try:
    with bulk.bulk(base) as loading:
        loading.execute("INSERT INTO entry (number, at, author, command) VALUES (2, '2030-01-01T00:00:00Z', 'Li', 'test')")
        print("writing", flush=True)
        sys.stdin.readline()
        loading.execute("INSERT INTO thing (key, kind, label, entry) VALUES ('quokka', 'source', 'Quokka', 2)")
except FactbaseError as error:
    print(error, flush=True)
    sys.exit(4)
"""


# What a restart of the server does to all of them.
ENDED = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@in_postgresql
def test_a_lost_connection_in_the_middle_of_a_load_leaves_the_base_whole(
    base: Location, owner: psycopg.Connection
) -> None:
    """As a restart of the server ends it: every connection is closed from there."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITES, base.address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    owner.execute(ENDED)
    said, _ = process.communicate("\n", timeout=60)
    assert process.returncode == 4
    assert "the connection was lost; what was being written was not" in said
    assert said.count("\n") == 1
    with reader(base) as opened:
        assert list(opened.rows("SELECT count(*) FROM entry")) == [(1,)]


@in_postgresql
def test_a_connection_that_is_lost_before_a_listing_in_columns(
    base: Location, owner: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected = adbc.connected

    def cut(driver: str, address: str, before: Iterable[str]) -> AbstractContextManager[Any]:
        owner.execute(ENDED)
        return connected(driver, address, before)

    monkeypatch.setattr(adbc, "connected", cut)
    with reader(base) as opened, pytest.raises(Unavailable, match="the connection was lost"):
        list(opened.batches("SELECT key FROM thing", {}, [Column("key")]) or ())


@in_postgresql
def test_a_connection_that_is_lost_in_the_middle_of_a_listing_in_columns(
    base: Location, owner: psycopg.Connection
) -> None:
    numbers = "SELECT number FROM generate_series(1, 5000000) AS number"
    with reader(base) as opened:
        batches = opened.batches(numbers, {}, [Column("number", "integer")])
        assert batches
        next(batches)
        owner.execute(ENDED)
        with pytest.raises(Unavailable, match="the connection was lost"):
            list(batches)


READS_A_FILE = "pg_read_file('PG_VERSION')"


@in_postgresql
@pytest.mark.parametrize(
    "statement",
    [
        f"SELECT 1 AS x$a$, {READS_A_FILE} AS y$a$",
        f"SELECT 1 AS x€$a$, {READS_A_FILE} AS y€$a$",
        f"SELECT 1 -- x\r, {READS_A_FILE}",
        f"SELECT 1 /* /* */ ' */, {READS_A_FILE} --'",
        f"SELECT E'\\', {READS_A_FILE} --'",
        "SELECT U&\"pg\\005fread_file\"('PG_VERSION')",
        "SELECT \"pg_read_file\" /* x */ ('PG_VERSION')",
        "SELECT ('PG_VERSION'::text).pg_read_file",
        "SELECT (x.y). \"pg_read_file\" FROM (VALUES ('PG_VERSION'::text)) AS x (y)",
        "SELECT * FROM pg_hba_file_rules",
        "SELECT query_to_xml('SELECT 1', true, true, '')",
        "SELECT lo_import('PG_VERSION')",
        "COPY (SELECT 1) TO STDOUT",
    ],
)
def test_a_statement_of_the_users_own_reaches_no_file_of_the_server(run: Run, statement: str) -> None:
    result = run("sql", statement)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1), result
    assert re.search("does more than read|are not taken|is not taken|shows files|only reading", result.err)


@in_postgresql
def test_a_backslash_hides_nothing_where_the_server_lets_it(
    run: Run, base: Location, owner: psycopg.Connection
) -> None:
    owner.execute(f"ALTER DATABASE {urlsplit(base.address).path[1:]} SET standard_conforming_strings = off".encode())
    assert run("sql", rf"SELECT '\', {READS_A_FILE} --'").code == 2
    assert run("sql", r"SELECT '\' AS x, 'it''s e' AS y", "-f", "csv").out == "x,y\n\\,it's e\n"


@in_postgresql
@pytest.mark.parametrize(
    "value",
    [
        "('a'::text).upper",
        "$b$it's$b$",
        "'pg_read_file(1)'",
        "1 /* pg_read_file(1) */",
        "ARRAY_LENGTH('{1}'::int[], 1)",
    ],
)
def test_what_only_looks_as_if_it_did_more_than_read_is_answered(run: Run, value: str) -> None:
    assert run("sql", f"SELECT {value}").code == 0
