"""The house: imports go down, and what is light stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import in_a_file

from factbase.store.location import Location

PACKAGE = Path(__file__).parent.parent / "factbase"

# Which rooms a room may import; errors and rows are open to all.
MAY_IMPORT = {
    "values": set(),
    "kinds": {"values"},
    "store": {"kinds", "values"},
    "query": {"store", "kinds", "values"},
    "audit": {"query", "store", "kinds", "values"},
    "journal": {"store", "kinds", "values"},
    "exchange": {"journal", "render", "store", "kinds", "values"},
    "render": {"values"},
    "serve": {"query", "render", "store", "kinds", "values"},
    # What programs call, for the command line too.
    "base.py": {"audit", "change", "exchange", "journal", "query", "render", "store", "kinds", "values"},
    "change.py": {"exchange", "journal", "store", "kinds", "values"},
    "cli": {"serve", "base", "change", "audit", "exchange", "query", "journal", "render", "store", "kinds", "values"},
}


def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return {name.split(".")[1] for name in names if name.startswith("factbase.")}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_from_below(room: str) -> None:
    for path in (PACKAGE / room).rglob("*.py") if (PACKAGE / room).is_dir() else [PACKAGE / room]:
        beyond = imports_of(path) - MAY_IMPORT[room] - {room, "ahead", "errors", "rows"}
        assert not beyond, f"{path.relative_to(PACKAGE)} imports {beyond}"


@pytest.mark.parametrize("room", [room for room in MAY_IMPORT if not room.endswith(".py")])
def test_a_room_says_its_purpose_and_exports_nothing(room: str) -> None:
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1


def modules_after(*argv: str, base: Location) -> set[str]:
    """The modules that a command has imported when it ends, in a Python of its own."""
    program = (
        "import sys; from factbase.cli.main import main; code = main(sys.argv[1:]);"
        "print('\\n'.join(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *argv, "--base", base.address], capture_output=True, text=True, check=True
    )
    return set(done.stderr.splitlines())


HEAVY = {"sqlalchemy", "alembic", "pydantic", "platformdirs"}


@in_a_file
def test_reading_imports_nothing_heavy(seeded: Location) -> None:
    assert not modules_after("agreements", "azerbaijan", "-f", "csv", base=seeded) & {*HEAVY, "rich"}


def test_a_record_imports_no_database_toolkit(seeded: Location) -> None:
    assert not modules_after("show", "china", "-f", "json", base=seeded) & HEAVY


@pytest.mark.parametrize(
    "argv", [("brief", "azerbaijan", "china", "-f", "html"), ("chart", "actors", "china", "-f", "dot")]
)
def test_a_page_imports_no_library_for_pictures_or_terminals(seeded: Location, argv: tuple[str, ...]) -> None:
    assert not modules_after(*argv, base=seeded) & {*HEAVY, "rich", "vl_convert"}
