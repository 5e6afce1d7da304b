"""Tests with the lowest version of each direct dependency: `python tests/lowest.py [PYTEST ARGUMENTS]`; needs uv.

It ends as pytest does, and with 3 where the versions cannot be had. `python tests/lowest.py --lock` writes the versions of
development, with their digests, to `dev.lock` instead.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def resolved(file: Path, *options: str) -> None:
    """Write what pyproject.toml, its extras and its development tools come to."""
    command = [
        "uv",
        "pip",
        "compile",
        "--quiet",
        "--all-extras",
        "--group",
        "dev",
        "--no-emit-index-url",
        "--no-header",
    ]
    subprocess.run([*command, *options, "pyproject.toml", "--output-file", str(file)], cwd=ROOT, check=True)


def main(arguments: list[str]) -> int:
    if not shutil.which("uv"):
        print("needs uv", file=sys.stderr)
        return 2
    if arguments == ["--lock"]:
        resolved(ROOT / "dev.lock", "--universal", "--generate-hashes", "--no-annotate")
        return 0
    with tempfile.TemporaryDirectory() as name:
        wanted, python = Path(name) / "lowest.txt", Path(name) / "venv" / "bin" / "python"
        install: list[str | Path] = ["uv", "pip", "install", "--quiet", "--python", python]
        commands: list[list[str | Path]] = [
            ["uv", "venv", "--quiet", "--python", sys.executable, python.parent.parent],
            [*install, "-r", wanted],
            [*install, "--no-deps", "--editable", ROOT],
        ]
        try:
            resolved(wanted, "--resolution", "lowest-direct")
            for command in commands:
                subprocess.run(command, check=True, cwd=ROOT)
        except subprocess.CalledProcessError:
            return 3
        # Old versions warn of newer ones of what they use.
        tests: list[str | Path] = [
            python,
            "-m",
            "pytest",
            "-W",
            "ignore::DeprecationWarning",
            *(arguments or ["tests"]),
        ]
        return subprocess.run(tests, check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
