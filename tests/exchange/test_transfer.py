"""`db copy`: a base goes from one database to the other and back, whole."""

from __future__ import annotations

from pathlib import Path

from conftest import Bases, Run

from factbase.store.location import Location


def exported(run: Run, address: str) -> str:
    done = run("export", "--as", "jsonl", "-o", "-", "--base", address)
    assert done.code == 0, done.err
    return done.out


def test_a_base_goes_there_and_back_with_its_journal(run: Run, base: Location, bases: Bases, tmp_path: Path) -> None:
    assert run("amend", "kapanadze:1", "anchor=quokka").code == 0
    assert run("retract", "kapanadze:63").code == 0
    assert run("undo", "3").code == 0
    file, back = tmp_path / "there.db", bases.new(tmp_path / "back.db")
    for one, other in ((base.address, str(file)), (str(file), back.address)):
        done = run("db", "copy", one, other)
        assert (done.code, done.err) == (0, ""), done.err
    assert exported(run, base.address) == exported(run, str(file)) == exported(run, back.address)
    assert run("search", "quokka", "--base", str(file)).out == run("search", "quokka", "--base", back.address).out != ""
    for command in (("history", "kapanadze:63"), ("agreements", "--as-of", "1"), ("trade", "china", "-f", "csv")):
        assert run(*command, "--base", back.address).out == run(*command).out
    bases.drop(back)


def test_a_base_with_entries_is_not_written_over(run: Run, base: Location, tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    assert run("db", "init", "--base", str(file)).code == 0
    for one, other in ((file, base.address), (base.address, file)):
        done = run("db", "copy", str(one), str(other))
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert "there is a base with entries already" in done.err


def test_an_empty_base_takes_a_copy(run: Run, base: Location, tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    assert run("db", "init", "--empty", "--base", str(file)).code == 0
    assert run("db", "copy", base.address, str(file)).code == 0
    assert exported(run, str(file)) == exported(run, base.address)
