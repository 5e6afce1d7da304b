"""Long tables on a terminal go through the user's pager, and nothing else does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from conftest import Run

pty = pytest.importorskip("pty", reason="there are no terminals of this kind here")
pytestmark = pytest.mark.skipif(shutil.which("head") is None, reason="there is no 'head' here to page with")

LONG = ["dates"]
SHORT = ["measures"]


def on_a_terminal(*argv: str, **settings: str) -> tuple[int, list[str], str]:
    """Exit code, what a terminal of 24 lines shows, and standard error."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PAGER", "LESS")}
    environment |= {"LINES": "24", "COLUMNS": "100", "NO_COLOR": "1", "TERM": "xterm", **settings}
    outer, inner = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "factbase", *argv], stdout=inner, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        os.close(inner)
        shown = b""
        while True:
            try:
                more = os.read(outer, 65536)
            except OSError:
                # So Linux tells the end.
                break
            if not more:
                break
            shown += more
        os.close(outer)
        assert process.stderr is not None
        err = process.stderr.read()
    return process.returncode, shown.decode().splitlines(), err


def test_a_long_table_goes_through_the_pager_and_leaving_it_early_is_quiet(run: Run) -> None:
    code, shown, err = on_a_terminal(*LONG, PAGER="head -n 3")
    assert (code, len(shown), err) == (0, 3, "")


def test_a_record_does_too(run: Run) -> None:
    assert len(on_a_terminal("show", "china", PAGER="head -n 3")[1]) == 3


def test_what_fits_the_screen_does_not(run: Run) -> None:
    assert len(on_a_terminal(*SHORT, PAGER="head -n 1")[1]) > 1


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        (["--no-pager", *LONG], {"PAGER": "head -n 3"}),
        ([*LONG, "--no-pager"], {"PAGER": "head -n 3"}),
        (LONG, {"PAGER": "head -n 3", "FACTBASE_PAGER": ""}),
        (LONG, {"PAGER": ""}),
        (LONG, {"PAGER": "cat"}),
        (LONG, {"PAGER": "no-such-pager"}),
        (LONG, {"PAGER": "head 'unclosed"}),
        ([*LONG, "-f", "csv"], {"PAGER": "head -n 3"}),
    ],
)
def test_it_can_be_switched_off_and_only_tables_need_it(
    run: Run, arguments: list[str], settings: dict[str, str]
) -> None:
    code, shown, err = on_a_terminal(*arguments, **settings)
    assert (code, err) == (0, "")
    assert len(shown) > 10


def test_its_own_variable_goes_before_the_common_one(run: Run) -> None:
    assert len(on_a_terminal(*LONG, PAGER="head -n 3", FACTBASE_PAGER="head -n 5")[1]) == 5


def test_a_pipe_has_no_pager(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "false")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert len(run(*LONG).out.splitlines()) > 24
