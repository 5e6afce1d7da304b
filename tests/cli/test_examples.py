"""Every example in a help runs: on a base with some history, in a folder with the files that examples name."""

from __future__ import annotations

import gzip
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import manual
import pytest
import typer
from audit.pdf import pdf
from conftest import Run

from factbase.cli.application import application
from factbase.cli.main import main
from factbase.errors import ExitCode
from factbase.store.location import Location

# What they write and read are files beside the base.
IN_A_FILE = True


BASH = shutil.which("bash")
# They run until they are stopped.
ENDLESS = ("factbase serve",)
# Where they write is not this folder.
ELSEWHERE = (
    "postgresql://",
    "db restore",
    "/media/",
)

COMTRADE = """freqCode,refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,classificationCode,cmdCode,\
primaryValue
A,2024,2024,31,AZE,X,156,CHN,H6,TOTAL,12345678.9
"""
WORLD_BANK = """Country Name,Country Code,Indicator Name,Indicator Code,2023,2024
Azerbaijan,AZE,"Imports of goods and services (current US$)",NE.IMP.GNFS.CD,25000000000,
"""
MY = "country,partner,year,exports_usd\nAzerbaijan,China,2024,1000\n"
MAP = """source: {title: My figures}
figure:
  indicator: trade
  flow: export
  unit: USD
  area: {column: country}
  partner: {column: partner}
  period: {column: year}
  value: {column: exports_usd}
"""
ARTICLE = "On April 23, 2025, a joint statement was signed.\n"


def told(group: Any, context: Any) -> Iterator[tuple[str, list[str]]]:
    """Each command that is no group, with the examples of its help; a group that is called itself too."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        inside = typer.Context(command, parent=context, info_name=name)
        examples = [text for text in manual.texts(command.help) if manual.is_example(text)]
        if hasattr(command, "list_commands"):
            yield from told(command, inside)
        if examples or not hasattr(command, "list_commands"):
            yield inside.command_path, examples


ROOT = application()
TOLD = dict(told(ROOT, typer.Context(ROOT, info_name="factbase")))


@pytest.fixture(scope="session")
def furnished(seeded: Location, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that examples are told in."""
    folder = tmp_path_factory.mktemp("examples")
    base = folder / "base.db"
    shutil.copyfile(seeded.address, base)

    def done(*argv: str) -> None:
        assert main([*argv, "--base", str(base)]) == 0

    done("add", "actor", "--name", "I. H. Eliyev", "--key", "ilham-eliyev", "--kind", "person")
    done("add", "actor", "--name", "The Corridor", "--key", "middle-corridor", "--kind", "route")
    done("add", "source", "--title", "Communiqué", "--key", "communique-2025", "--kind", "communiqué")
    done("sheet", "from-source", "kapanadze", "-o", str(folder / "article.yaml"))
    of_source = ("--source", "kapanadze", "--at", "p1.s1")
    grain = ("--key", "grain-transit", "--kind", "memorandum", "--subject", "grain transit", "--signed", "2025-04")
    done("add", "agreement", *of_source, *grain)
    done("add", "party", *of_source, "--agreement", "grain-transit", "--actor", "Azerbaijan")
    for number in range(5, 13):
        done("alias", "china", f"Name {number}")
    for name in ("before.db", "after.db", "other.db", "facts.db"):
        shutil.copyfile(base, folder / name)
    done("export", str(folder / "facts"))
    done("export", "--as", "jsonl", "-o", str(folder / "facts.jsonl"))
    shutil.copyfile(folder / "article.yaml", folder / "aliyev-visit.yaml")
    for name in ("article.txt", "page1.html", "page2.html"):
        (folder / name).write_text(ARTICLE)
    (folder / "communique.pdf").write_bytes(pdf([[ARTICLE]]))
    with gzip.open(folder / "comtrade.csv.gz", "wt") as file:
        file.write(COMTRADE)
    with zipfile.ZipFile(folder / "WDI_CSV.zip", "w") as archive:
        archive.writestr("WDICSV.csv", WORLD_BANK)
    (folder / "my.csv").write_text(MY)
    (folder / "map.yaml").write_text(MAP)
    return folder


@pytest.mark.parametrize("command", TOLD)
def test_every_help_has_two_examples_of_its_own(command: str) -> None:
    assert len(TOLD[command]) >= 2
    assert all(command in example for example in TOLD[command])


@pytest.mark.parametrize("command", TOLD)
def test_every_help_fits_80_columns(run: Run, command: str) -> None:
    result = run(*command.split()[1:], "--help")
    assert (result.code, result.err) == (0, "")
    assert max(map(len, result.out.splitlines())) <= 80


@pytest.mark.parametrize("example", dict.fromkeys(example for examples in TOLD.values() for example in examples))
def test_every_example_runs(
    example: str,
    furnished: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    if example.startswith(ENDLESS) or any(place in example for place in ELSEWHERE):
        pytest.skip("it does not end, or writes elsewhere")
    folder = tmp_path / "here"
    shutil.copytree(furnished, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FACTBASE_URL", str(folder / "base.db"))
    monkeypatch.setenv("FACTBASE_AUTHOR", "Leyla")
    if "db init" in example:
        (folder / "facts.db").unlink()
    if "sheet new aliyev" in example:
        (folder / "aliyev-visit.yaml").unlink()
    # What a shell would make something of goes through one.
    code = in_a_shell(example) if set(example) & set("|><$") else main(shlex.split(example)[1:])
    _, err = capfd.readouterr()
    # A comparison that finds something has run.
    assert code in (ExitCode.DONE, ExitCode.FINDINGS), err
    assert "factbase: " not in err


def plain(command: str) -> list[str]:
    """An example of the command that needs no shell, and writes nowhere else; of `serve` there is none."""
    for example in TOLD[command]:
        if not (set(example) & set("|><$") or any(place in example for place in ELSEWHERE)):
            return shlex.split(example)[1:]
    return [*command.split()[1:], "--help"]


@contextmanager
def to(output: int) -> Iterator[None]:
    """Standard output goes there, through a buffer as it does outside of tests."""
    standing, sys.stdout = sys.stdout, os.fdopen(output, "w", encoding="utf-8")
    try:
        yield
    finally:
        with suppress(OSError):
            sys.stdout.close()
        sys.stdout = standing


# Walks over the commands themselves, so that a new one is tried too.
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", [command for command in TOLD if not command.startswith(ENDLESS)])
def test_every_command_tells_when_its_output_cannot_be_written(
    command: str,
    furnished: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    argv = plain(command)
    monkeypatch.setenv("FACTBASE_AUTHOR", "Leyla")

    def done(name: str, output: int | None) -> tuple[int, str, str]:
        folder = tmp_path / name
        shutil.copytree(furnished, folder)
        if argv[:2] == ["db", "init"]:
            (folder / "facts.db").unlink()
        if argv[:2] == ["sheet", "new"]:
            (folder / "aliyev-visit.yaml").unlink()
        monkeypatch.chdir(folder)
        monkeypatch.setenv("FACTBASE_URL", str(folder / "base.db"))
        with nullcontext() if output is None else to(output):
            code = main(argv)
        return code, *capfd.readouterr()

    code, out, err = done("plain", None)
    assert code in (ExitCode.DONE, ExitCode.FINDINGS), err
    full = done("full", os.open("/dev/full", os.O_WRONLY))
    reading, writing = os.pipe()
    os.close(reading)
    gone = done("gone", writing)
    if not out:
        assert full[0] == gone[0] == code
        return
    assert full[0] == ExitCode.UNAVAILABLE
    assert full[2].splitlines()[-1].startswith("factbase: ")
    assert "No space left on device" in full[2]
    # A reader that has seen enough is no error.
    assert gone[0] == ExitCode.CLOSED_PIPE
    assert "factbase: " not in gone[2]


def not_bases(folder: Path) -> dict[str, Path]:
    """Files that are no bases, or whose time has not come."""
    made = {name: folder / f"{name}.db" for name in ("text", "empty", "foreign", "cut", "newer", "gone")}
    made["text"].write_text("what somebody wrote\n" * 20)
    made["empty"].write_bytes(b"")
    with closing(sqlite3.connect(made["foreign"])) as connection:
        connection.execute("CREATE TABLE thing (key)")
    whole = (folder / "base.db").read_bytes()
    made["cut"].write_bytes(whole[: len(whole) // 2])
    made["newer"].write_bytes(whole)
    with closing(sqlite3.connect(made["newer"])) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    return made


# They open no base, or one that they are told of.
WITHOUT_A_BASE = ("completion", "diff", "schema", "sheet new", "db init", "db path", "db restore", "db copy")
# What a newer program made can be copied, and what is wrong can be looked for.
BEARS = {"db backup": ("newer",), "db doctor": ("newer", "cut")}


@pytest.mark.parametrize("command", [command for command in TOLD if not command.startswith(ENDLESS)])
def test_every_command_refuses_what_is_no_base_in_one_line(
    command: str,
    furnished: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    name = command.partition(" ")[2]
    if " ".join(plain(command)).startswith(WITHOUT_A_BASE):
        pytest.skip("it opens no base")
    folder = tmp_path / "here"
    shutil.copytree(furnished, folder)
    monkeypatch.chdir(folder)
    for kind, path in not_bases(folder).items():
        if kind in BEARS.get(name, ()):
            continue
        monkeypatch.setenv("FACTBASE_URL", str(path))
        before = path.read_bytes() if path.exists() else None
        code = main(plain(command))
        out, err = capfd.readouterr()
        assert (code, out, err.count("\n")) == (ExitCode.UNAVAILABLE, "", 1), (kind, err)
        assert err.startswith("factbase: "), kind
        assert (path.read_bytes() if path.exists() else None) == before, kind


def in_a_shell(example: str) -> int:
    programs = [shlex.split(part)[0] for part in example.split("|")]
    if BASH is None or not all(program == "factbase" or shutil.which(program) for program in programs):
        pytest.skip("it pipes through a program that is not here")
    shim = Path("bin")
    shim.mkdir()
    (shim / "factbase").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factbase "$@"\n')
    (shim / "factbase").chmod(0o755)
    environment = {**os.environ, "PATH": f"{shim.resolve()}:{os.environ['PATH']}"}
    return subprocess.run([BASH, "-o", "pipefail", "-c", example], env=environment).returncode
