"""A page in sections as JSON: one object, with the raw values of every line."""

from __future__ import annotations

import json
from typing import TextIO

from factbase.render.options import Options, Written
from factbase.rows import Page


def write(page: Page, out: TextIO, options: Options) -> Written:
    """Write the object, indented."""
    json.dump(page.data(), out, ensure_ascii=False, indent=2)
    out.write("\n")
    return Written(len(page.sections))
