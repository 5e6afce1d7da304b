"""Completion: what comes next on a line, quoted for the shell, quickly and quietly."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import words
from conftest import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from factbase.cli.complete import complete, quoted, split
from factbase.cli.completion import SHELLS
from factbase.cli.main import COMMANDS
from factbase.render.formats import FORMATS
from factbase.store.location import Location

# A key that is pressed waits for no server: only a base in a file is asked.
IN_A_FILE = True


BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="there is no bash here")
BREAKS = " \t\n\"'@><=;|&(:"


@pytest.fixture(autouse=True)
def on_the_base(base: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTBASE_URL", str(base.path))


def after(line: str) -> list[str]:
    """The words that can stand at the end of the line."""
    found = complete(split(line).words[1:])
    assert found is not None, "a file can"
    return [word for word, _ in found]


def test_the_words_are_those_of_the_commands() -> None:
    assert words.WORDS.read_text(encoding="utf-8") == words.words(), "run python docs/make.py"


def test_commands_and_those_in_them_are_completed() -> None:
    assert after("factbase ") == list(COMMANDS)
    assert after("factbase agr") == ["agreements"]
    assert {"init", "path", "status", "upgrade", "backup"} <= set(after("factbase --debug db "))
    assert after("factbase add fig") == ["figure"]
    assert after("factbase nothing ") == []


def test_options_are_completed_and_so_are_their_values() -> None:
    assert after("factbase agreements --col") == ["--columns"]
    assert after("factbase trade -f ")[: len(FORMATS)] == list(FORMATS)
    assert after("factbase trade --format=js") == ["--format=json", "--format=jsonl"]
    assert after("factbase agreements --kind jo") == ["joint-statement"]
    assert after("factbase add figure --flow re-") == ["re-export", "re-import"]
    assert after("factbase facts --told ") == ["one", "several"]
    assert after("factbase agreements --title ") == []


def test_columns_are_completed_one_after_the_other() -> None:
    assert after("factbase agreements --columns key,la") == ["key,label"]
    assert after("factbase agreements --sort label,-date") == [
        "label,-date",
        "label,-date_from",
        "label,-date_to",
    ]


def test_actors_and_keys_come_from_the_base_in_the_case_that_was_typed() -> None:
    assert after("factbase agreements azerb") == ["azerbaijan"]
    assert after("factbase agreements azerbaijan Chi") == ["China"]
    assert after("factbase agreements AZ") == ["AZE"]
    assert after("factbase show aze-chn-j") == ["aze-chn-joint-statement"]
    assert after("factbase show Xi\\ J") == ["Xi Jinping"]
    assert after("factbase show xi") == ["xi-jinping", "xi"]
    assert after("factbase trade --source ") == ["kapanadze"]
    assert after("factbase show kapanadze:11") == [f"kapanadze:{n}" for n in ("11", *range(110, 115))]
    assert after("factbase undo ") == ["1"]
    assert after("factbase agreements 中") == ["中华人民共和国", "中国"]


def test_what_is_completed_is_taken(run: Run) -> None:
    for line in ("agreements ", "agreements --kind ", "agreements --status ", "trade --unit ", "dates --what visit "):
        for word in after(f"factbase {line}"):
            assert run(*line.split(), word, "--count").code == 0


def test_another_base_on_the_line_is_asked(tmp_path: Path, run: Run) -> None:
    other = str(tmp_path / "other.db")
    run("db", "init", "--empty", "--base", other)
    assert after(f"factbase agreements --base {other} azerb") == []
    assert after(f"factbase agreements --base={other} azerb") == []


@pytest.mark.parametrize(
    "line",
    [
        "factbase add ./art",
        "factbase db backup ",
        "factbase agreements -o ",
        "factbase sources > ",
        "factbase sql --base=",
    ],
)
def test_where_a_file_can_stand_the_shell_completes_files(line: str) -> None:
    assert complete(split(line).words[1:]) is None


def test_where_there_is_no_sound_base_nothing_is_completed_and_none_is_made(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged, other, missing = tmp_path / "damaged.db", tmp_path / "other.db", tmp_path / "missing.db"
    shutil.copyfile(tmp_path / "facts.db", damaged)
    with open(damaged, "r+b") as file:
        file.seek(4096)
        file.write(os.urandom(200_000))
    sqlite3.connect(other).execute("CREATE TABLE thing (key)").connection.close()
    for path in (damaged, other, missing, tmp_path):
        line = f"factbase agreements --base {path} a"
        assert run("completion", "bash", "--", line, BREAKS) == (0, "words\n", "")
    assert not missing.exists()
    monkeypatch.delenv("FACTBASE_URL")
    monkeypatch.setattr("factbase.store.location._own_folder", lambda: tmp_path / "data")
    assert run("completion", "fish", "--", "agreements", "a") == (0, "words\n", "")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("change", ["SELECT 1", "CREATE TABLE more (x)"], ids=["locked", "with a journal"])
def test_a_base_that_is_being_written_to_is_not_waited_for(base: Location, run: Run, change: str) -> None:
    assert base.path is not None
    writer = sqlite3.connect(base.path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    writer.execute(change)
    assert run("completion", "bash", "--", "factbase agreements a", BREAKS) == (0, "words\n", "")
    writer.close()


def test_names_that_cannot_be_typed_are_left_out(base: Location) -> None:
    assert base.path is not None
    with sqlite3.connect(base.path) as connection:
        connection.execute("UPDATE thing SET label = 'Zz\nrm' WHERE key = 'CHN'")
        connection.execute("UPDATE thing SET label = 'Zz\x1b[2J' WHERE key = 'AZE'")
        connection.execute("UPDATE thing SET label = '--zz' WHERE key = 'xi-jinping'")
    connection.close()
    assert after("factbase show Zz") == []
    assert "--zz" not in after("factbase show ")


def test_zsh_and_fish_get_words_as_they_are_with_what_they_mean(run: Run) -> None:
    assert run("completion", "zsh", "--", "show", "Xi J").out == "words\nXi Jinping\txi-jinping\n"
    assert run("completion", "fish", "--", "show", '"Xi J').out == "words\nXi Jinping\txi-jinping\n"
    assert "agreements\tList agreements, with their status today\n" in run("completion", "zsh", "--", "").out


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_its_script(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert (result.code, result.err) == (0, "")
    assert f"completion {shell} -- " in result.out
    program = shutil.which(shell)
    if program is not None:
        subprocess.run([program, "-n"], input=result.out, text=True, check=True)


def test_a_shell_that_is_not_known_is_refused(run: Run) -> None:
    assert run("completion", "bsh").err == "factbase: completion: no such shell 'bsh' (did you mean bash?)\n"


def in_bash(script: str) -> str:
    """What bash prints, with `factbase` on its path and its completion taken in."""
    assert BASH is not None
    shim = Path(os.environ["FACTBASE_URL"]).parent / "bin"
    shim.mkdir()
    (shim / "factbase").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factbase "$@"\n')
    (shim / "factbase").chmod(0o755)
    environment = {**os.environ, "PATH": f"{shim}:{os.environ['PATH']}"}
    # Readline's own function, which cannot be called outside of it.
    begin = 'eval "$(factbase completion bash)"; compopt() { echo "compopt $*"; }; '
    begin += "COMP_WORDBREAKS=$' \\t\\n\"\\'@><=;|&(:'\n"
    done = subprocess.run([BASH, "-c", begin + script], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@needs_bash
def test_bash_completes_with_its_own_quotes_and_breaks(run: Run) -> None:
    run("add", "actor", "--name", 'Evil $(id) "q" `x`; *', "--kind", "company")
    lines = {
        "factbase agr": ["agreements"],
        "factbase show Xi\\ J": ["Xi\\ Jinping"],
        'factbase show "Xi J': ["Xi Jinping"],
        "factbase show kapanadze:113": ["113"],
        "factbase agreements --kind=joi": ["joint-statement"],
        'factbase agreements --source="kap': ["kapanadze"],
        "factbase show Ev": ['Evil\\ \\$\\(id\\)\\ \\"q\\"\\ \\`x\\`\\;\\ \\*'],
        'factbase show "Ev': ['Evil \\$(id) \\"q\\" \\`x\\`; *'],
        "factbase show 'Ev": ['Evil $(id) "q" `x`; *'],
        "factbase db backup x": ["compopt -o default"],
    }
    script = "".join(
        f"COMP_LINE={quoted(line)}; COMP_POINT=${{#COMP_LINE}}; _factbase factbase; "
        'printf "%s\\n" "${COMPREPLY[@]}"; echo --\n'
        for line in lines
    )
    told = [block.strip("\n").split("\n") for block in in_bash(script).split("--\n")[:-1]]
    assert dict(zip(lines, told, strict=True)) == lines


@needs_bash
@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00\n", exclude_categories=["Cc"])), min_size=1)
)
def test_what_is_quoted_is_one_word_and_the_same_in_every_quote(texts: list[str]) -> None:
    texts = [text for text in texts if text] or ["x"]
    line = " ".join(f"{quoted(text)} '{quoted(text, chr(39))}' \"{quoted(text, chr(34))}\"" for text in texts)
    done = subprocess.run([BASH or "bash", "-c", f"printf '%s\\n' {line}"], capture_output=True, check=True)
    assert done.stdout.decode().split("\n")[:-1] == [text for text in texts for _ in range(3)]
    assert split(line).words == [text for text in texts for _ in range(3)]


@given(st.text(), st.text())
def test_no_line_is_too_odd_to_be_completed(line: str, last: str) -> None:
    typed = split(f"factbase {line} {last}")
    found = complete(typed.words[1:])
    assert found is None or all(word.startswith(typed.words[-1]) for word, _ in found)


def test_completion_imports_no_typer_and_no_command(base: Location) -> None:
    program = (
        "import sys, json; from factbase.cli.main import main; main(sys.argv[1:]); print(json.dumps(list(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "completion", "bash", "--", "factbase agreements a", BREAKS],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    assert "factbase.store.lookup" in modules
    assert not modules & {"typer", "rich", "sqlalchemy", "platformdirs", "factbase.query.nouns", "factbase.base"}
