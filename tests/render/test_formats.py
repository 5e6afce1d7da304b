"""The list of output forms."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factbase.render.formats import FORMATS, writer


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_is_described_and_can_write(name: str) -> None:
    assert FORMATS[name]
    assert callable(writer(name))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "table"])
def test_only_the_table_imports_rich(name: str) -> None:
    program = f"import sys; from factbase.render.formats import writer; writer({name!r}); print('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
