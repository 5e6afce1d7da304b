"""JSON lines: one object a row, each on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from json.encoder import encode_basestring
from math import isfinite
from typing import TextIO

from factbase.errors import WrongRequest
from factbase.render.options import Options, Written
from factbase.render.raw import number, text
from factbase.rows import Rows, Value


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write all rows, without holding them."""
    written = 0
    for line in objects(rows):
        out.write(f"{line}\n")
        written += 1
    return Written(written)


def objects(rows: Rows) -> Iterator[str]:
    """Each row as a JSON object. Raises WrongRequest where two columns have one name.

    >>> from factbase.rows import Column
    >>> list(objects(Rows([Column("actor"), Column("value", "number")], iter([("China", 0.3)]))))
    ['{"actor": "China", "value": 0.3}']
    """
    heads = [f"{encode_basestring(name)}: " for name in rows.names_apart()]
    return ("{" + ", ".join(head + _value(value) for head, value in zip(heads, row, strict=True)) + "}" for row in rows)


def _value(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, (int, float)):
        if not isfinite(value):
            raise WrongRequest(f"JSON has no number for {value}", where="--format", hint="write csv, or leave it out")
        return number(value)
    return encode_basestring(text(value))
