"""Endurance is tested on bases in files: what a kill, a full disk or a stranger does to one."""

from __future__ import annotations

import pytest
from conftest import Files


@pytest.fixture(scope="session")
def bases() -> Files:
    """Files alone."""
    return Files()
