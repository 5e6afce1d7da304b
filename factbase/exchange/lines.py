"""A base as JSON Lines in one file: a header, an object a row, and at the end the digest of all lines before it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from io import TextIOBase
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from sqlalchemy import Integer

from factbase.errors import BadInput, Unavailable
from factbase.journal.copy import ORDER, BaseCopy, stamp, stamped
from factbase.kinds.tables import tables

_LARGEST_LINE = 16 * 1024 * 1024
_HALVES = re.compile("[\ud800-\udfff]")


def write(copy: BaseCopy, out: TextIO | TextIOBase) -> int:
    """Write the copy, and give the number of its rows."""
    digest, written = hashlib.sha256(), 0

    def line(value: dict[str, Any]) -> None:
        text = json.dumps(value, ensure_ascii=False) + "\n"
        digest.update(text.encode())
        out.write(text)

    line(stamp(copy.revision, copy.since))
    for name, rows in copy.tables():
        for row in rows:
            line({"table": name, "row": row})
            written += 1
    out.write(json.dumps({"digest": f"sha256:{digest.hexdigest()}", "rows": written}) + "\n")
    return written


class Lines(NamedTuple):
    """A file of lines, read as a copy of a base."""

    file: Path
    revision: str
    since: int

    def tables(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Each table with its rows. Raises BadInput for a line that is none of a table's."""
        told = groupby(_rows(self.file), key=lambda pair: pair[0])
        name, group = next(told, (None, iter(())))
        for table in ORDER:
            if name == table:
                yield table, (row for _, row in group)
                name, group = next(told, (None, iter(())))
            else:
                yield table, iter(())
        if name is not None:
            raise BadInput(f"the table '{name}' is out of its order", where=str(self.file))


def read(path: Path) -> Lines:
    """The copy in a file, all of it compared with its digest.

    Raises BadInput where it is none, or not as it was written: cut short, say.
    """
    digest, last = hashlib.sha256(), b""
    header: dict[str, Any] = {}
    try:
        with open(path, "rb") as file:
            while line := file.readline(_LARGEST_LINE):
                digest.update(last)
                header = header or _object(path, 1, line)
                last = line
    except OSError as error:
        raise Unavailable(f"cannot be read: {(error.strerror or str(error)).lower()}", where=str(path)) from None
    told = stamped(header)
    if told is None:
        raise BadInput("not a copy of a fact base", where=str(path), hint="factbase export --as jsonl makes one")
    if b'"digest"' not in last or _object(path, None, last).get("digest") != f"sha256:{digest.hexdigest()}":
        raise BadInput(
            "the file is not as it was written: its digest is another", where=str(path), hint="export it again"
        )
    return Lines(path, *told)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with open(path, "rb") as file:
        for number, line in enumerate(file, 1):
            value = _object(path, number, line)
            if "factbase" in value or "digest" in value:
                continue
            name, row = value.get("table"), value.get("row")
            if name not in ORDER or not isinstance(row, dict) or not _fits(str(name), row):
                raise BadInput(f"line {number}: a row does not fit its table", where=str(path))
            yield str(name), row


def _fits(name: str, row: dict[str, Any]) -> bool:
    columns = _columns(name)
    return row.keys() == columns.keys() and all(
        type(value) in columns[key] and (value is None or _can_be_held(value)) for key, value in row.items()
    )


@cache
def _columns(table: str) -> dict[str, tuple[type, ...]]:
    """The types that each column of a table takes."""
    return {
        column.name: (int if isinstance(column.type, Integer) else str, *((type(None),) if column.nullable else ()))
        for column in tables[table].columns
    }


def _can_be_held(value: int | str) -> bool:
    """Whether a database takes it: 64 bits, or a text without NUL and without halves of characters."""
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return "\0" not in value and (value.isascii() or not _HALVES.search(value))


def _object(path: Path, number: int | None, line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        where = "the last line" if number is None else f"line {number}"
        raise BadInput(f"{where} is no object", where=str(path), hint="JSON Lines in UTF-8")
    return value
