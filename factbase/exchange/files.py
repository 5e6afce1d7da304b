"""A base as files for other programs: a folder with one for each listing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factbase.errors import Unavailable, WrongRequest
from factbase.render.formats import BINARY, writer
from factbase.render.options import Options
from factbase.rows import Rows

FILES = ("csv", "tsv", "jsonl", "parquet", "arrow")


def write(listings: Iterable[tuple[str, Rows]], form: str, folder: str | Path) -> int:
    """Write each listing into a file of its name; give their number. The folder takes its name when all are whole.

    Raises WrongRequest for a folder that is there, Unavailable where it cannot be written.
    """
    target = Path(folder)
    if os.path.exists(target):
        raise WrongRequest("there is a file or a folder already", where=str(folder), hint="choose another name")
    draft = target.with_name(f".{target.name}-{os.getpid()}")
    written = 0
    try:
        draft.mkdir(parents=True)
        for name, rows in listings:
            with open(draft / f"{name}.{form}", "w", encoding="utf-8", newline="") as out:
                stream: Any = out.buffer if form in BINARY else out
                writer(form)(rows, stream, Options(title=name))
                out.flush()
                os.fsync(out.fileno())
            written += 1
        os.replace(draft, target)
    except OSError as error:
        raise Unavailable(f"cannot be written: {(error.strerror or str(error)).lower()}", where=str(folder)) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return written
