"""Tests with the lowest version of each dependency that users have: `python tests/lowest.py [PYTEST ARGUMENTS]`; needs uv.

It ends as pytest does, and with 30 where the versions cannot be had within three minutes. `python tests/lowest.py --lock`
writes the versions of development, with their digests, to `dev.lock` instead.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def resolved(file: Path, *options: str) -> None:
    """Write what pyproject.toml and its extras come to."""
    command = ["uv", "pip", "compile", "--quiet", "--all-extras", "--no-emit-index-url", "--no-header"]
    subprocess.run([*command, *options, "pyproject.toml", "--output-file", str(file)], cwd=ROOT, check=True)


def main(arguments: list[str]) -> int:
    if not shutil.which("uv"):
        print("needs uv", file=sys.stderr)
        return 2
    if arguments == ["--lock"]:
        resolved(ROOT / "dev.lock", "--group", "dev", "--universal", "--generate-hashes", "--no-annotate")
        return 0
    with tempfile.TemporaryDirectory() as name:
        wanted, python = Path(name) / "lowest.txt", Path(name) / "venv" / "bin" / "python"
        install: list[str | Path] = ["uv", "pip", "install", "--quiet", "--python", python]
        commands: list[list[str | Path]] = [
            ["uv", "venv", "--quiet", "--python", sys.executable, python.parent.parent],
            [*install, "-r", wanted, "--group", "dev"],
            [*install, "--no-deps", "--editable", ROOT],
        ]
        try:
            resolved(wanted, "--resolution", "lowest-direct", "--only-binary", ":all:")
            for command in commands:
                subprocess.run(command, check=True, cwd=ROOT, timeout=180)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return 30
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
