"""The installed program: from a wheel, in an environment of its own, in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_migrations_and_the_article(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "factbase/_shipped/data/seed.sql" in names
    assert "factbase/_shipped/migrations/versions/0001_first_schema.py" in names
    assert "factbase/kinds/agreement/view.sql" in names
    assert "factbase/cli/shells/bash" in names
    assert {"factbase/serve/templates/search.html", "factbase/serve/static/factbase.css"} <= set(names)
    assert [name for name in names if name.endswith(".data/data/share/man/man1/factbase.1")]
    assert not [name for name in names if name.startswith(("tests", "docs")) or "__pycache__" in name]


def test_the_installed_program_runs_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    packages = next((home / "lib").glob("python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(packages)
    # Its dependencies are those that are here already: no network is needed.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(empty), "XDG_DATA_HOME": str(tmp_path / "data")}
    program = "import factbase; print(factbase.__file__); from factbase.cli.main import run; run()"
    done = subprocess.run(
        [home / "bin" / "python", "-c", program, "agreements", "--count", "-f", "csv"],
        cwd=empty, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout == f"{packages / 'factbase' / '__init__.py'}\ncount\n11\n"
    assert list(empty.iterdir()) == []
