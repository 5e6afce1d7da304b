"""Eurostat's tables of its bulk service: a series a row, whose dimensions stand in one cell, and a period a column.

Marks stand behind the numbers (123.4 bp), or behind the colon that stands for no number. A data set is the same source,
with the same series, whether it comes so or as SDMX-CSV; it is named by the file alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from factbase.errors import BadInput
from factbase.exchange.delimited import Delimited
from factbase.exchange.draft import Codes, Draft, Told, period_of
from factbase.exchange.numbers import marked
from factbase.exchange.sdmx import AREA, MARKS, PARTNER, UNIT, measure_of, power_of, source_of, status_of

_HEADER = re.compile(r"(\w+(?:,\w+)*)\\(?:TIME_PERIOD|time)")
_NAME = re.compile(
    r"(?:estat_)?([\w-]+?)(?:__custom_[0-9]+)?(?:_filtered|_tabular|_linear|_en|_fr|_de)*\..*", re.IGNORECASE
)
_MARKED = rf"^(?P<told>:|.*[0-9.]) *(?P<mark>(?i:[{''.join(sorted(MARKS))}])+)$"


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, where the file is of this form."""
    return 0 if rows and _HEADER.fullmatch(rows[0][0].strip()) else None


class Reading:
    """How a file of this form is read."""

    codes = "s"
    footer = ()

    def __init__(self, file: Delimited, rows: list[list[str]], options: Any) -> None:
        self._key, *periods = file.header
        if odd := next((name for name in periods if not period_of(name)), None):
            raise BadInput(f"the column '{odd}' is no period", where=file.stream.name, hint="take it out")
        self._periods = {name: period_of(name) for name in periods}
        header = _HEADER.fullmatch(self._key)
        assert header
        self._dimensions = header[1].upper().split(",")
        if not any(name in self._dimensions for name in AREA):
            raise BadInput("has no dimension for the area, and each figure is of one", where=file.stream.name)
        self.texts, self.numbers = [self._key], periods
        named = _NAME.fullmatch(os.path.basename(options.member or options.path))
        if named is None:
            what = "the name of the file tells the data set, such as estat_nama_10_gdp.tsv, and there is none"
            raise BadInput(what, where=file.stream.name, hint="name the file")
        self.source = source_of(f"ESTAT:{named[1].upper()}", None)

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell, a column of periods at a time."""
        width = len(self._dimensions)
        keys = draft.mapped(
            self._key,
            lambda text: parts if len(parts := tuple(text.split(","))) == width else None,
            f"has not the {width} codes of its header",
        )
        keys = draft.filled(keys).map(lambda parts: parts or ("",) * width)
        columns = {
            name: keys.map(lambda parts, at=at: parts[at].strip())  # type: ignore[misc]
            for at, name in enumerate(self._dimensions)
        }
        columns.pop("FREQ", None)
        area, partner, unit = (
            next((columns.pop(name) for name in names if name in columns), None) for names in (AREA, PARTNER, UNIT)
        )
        assert area
        area = draft.actors(self._key, column=area)
        partner = partner and draft.actors(self._key, column=partner)
        unit = unit or draft.constant("")
        measure = measure_of(draft, unit, columns, self.source)
        powers = power_of(draft, unit)
        for column, period in self._periods.items():
            texts, marks = marked(draft.text(column), _MARKED)
            status = status_of(draft, column, Codes(marks.indices, marks.dictionary.to_pylist()))
            for power in powers.values:
                which = None if len(powers.values) == 1 else powers.among(lambda one, power=power: one == power)  # type: ignore[misc]
                yield Told(
                    column, texts, measure, area, draft.constant(period), partner,
                    status=status, shift=power, signed=True, missing=("", ":"), which=which,
                )  # fmt: skip
