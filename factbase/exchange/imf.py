"""The IMF's data portal: a series a row and a period a column, or an observation a row; in names, in codes, or in both.

The codes of a series stand in SERIES_CODE, in the order of the columns of its dimensions, the last of which is the
frequency. A data set is the same source, with the same series, whether it comes so or as SDMX-CSV; but numbers are in
thousands, millions or billions here, as SCALE says, and there they are whole.

What follows the last year of actual data, where the data set names it, is an estimate, and a forecast from the year of
its publication on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factbase.errors import BadInput
from factbase.exchange.delimited import Delimited
from factbase.exchange.draft import Codes, Draft, Told, cross, period_of
from factbase.exchange.mapped import SCALES, unit_of
from factbase.exchange.sdmx import AREA, LATEST, PARTNER, PUBLISHED, expected_of, flow_of, measure_of, source_of
from factbase.values.currency import CURRENCIES

_FIRST = ["DATASET", "SERIES_CODE", "OBS_MEASURE"]
_VALUE, _PERIOD = "OBS_VALUE", "TIME_PERIOD"


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, where the file is of this form."""
    return 0 if rows and [name.strip() for name in rows[0][:3]] == _FIRST else None


class Reading:
    """How a file of this form is read. `described` are the codes of groups that the rows themselves explain."""

    codes = "s"
    footer = ()

    def __init__(self, file: Delimited, rows: list[list[str]], options: Any) -> None:
        header, where = file.header, file.stream.name
        names = [*dict.fromkeys(name.removesuffix(".ID") for name in header[len(_FIRST) :])]
        if "FREQUENCY" not in names:
            raise BadInput("has no column FREQUENCY, with which the dimensions of a series end", where=where)
        self._dimensions = names[: names.index("FREQUENCY") + 1]
        if not any(name in self._dimensions for name in AREA):
            raise BadInput("has no dimension for the area, and each figure is of one", where=where)
        self._periods = {name: period for name in header if (period := period_of(name))}
        if {_VALUE, _PERIOD} <= {*header}:
            self._periods = {}
        elif not self._periods:
            raise BadInput("has no column of values: none is called by a period", where=where)
        self.numbers = [*self._periods] or [_VALUE]
        # Of a name and its code, the code.
        self._unit, self._scale = (
            next((one for one in (f"{name}.ID", name) if one in header), None) for name in ("UNIT", "SCALE")
        )
        self._labels = [name for name in (*AREA, *PARTNER) if name in header]
        beside = (self._unit, self._scale, LATEST, PUBLISHED, "" if self._periods else _PERIOD)
        self.texts = [*_FIRST, *self._labels, *(name for name in beside if name in header)]
        self._beside = {name: name for name in (LATEST, PUBLISHED) if name in header}
        self._flow = rows[1][0].strip() if len(rows) > 1 and rows[1] else ""
        name, _, version = (self._flow or "imf").partition("(")
        self.source = source_of(name, version.removesuffix(")") or None)
        self.described: dict[str, tuple[str, str]] = {}

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell, a column of periods at a time."""
        draft.skip(draft.codes("OBS_MEASURE").among(lambda code: code != _VALUE), "other than values")
        another = f"is another data set than {self._flow}: load each by itself"
        draft.mapped("DATASET", lambda text: text if text == self._flow else None, another)
        width = len(self._dimensions)
        keys = draft.mapped(
            "SERIES_CODE",
            lambda text: parts if len(parts := tuple(text.split("."))) == width else None,
            f"has not the codes of {', '.join(self._dimensions)}",
        )
        keys = draft.filled(keys).map(lambda parts: parts or ("",) * width)
        columns = {
            name: keys.map(lambda parts, at=at: parts[at])  # type: ignore[misc]
            for at, name in enumerate(self._dimensions)
        }
        columns.pop("FREQUENCY")
        area, partner = (self._actors(draft, names, columns) for names in (AREA, PARTNER))
        assert area
        unit = self._units(draft, columns.get("INDICATOR"))
        measure = measure_of(draft, unit.map(lambda one: one[0]), columns, self.source)
        flow, reporter = flow_of(draft, area, columns.get("INDICATOR"))
        powers = cross(unit, self._scales(draft)).map(lambda two: two[0][1] + (two[1] or 0))
        when = None if self._periods else draft.periods(_PERIOD)
        for column in self.numbers:
            period = when or draft.constant(self._periods[column])
            status = expected_of(draft, period, self._beside)
            for power in powers.values:
                which = None if len(powers.values) == 1 else powers.among(lambda one, power=power: one == power)  # type: ignore[misc]
                yield Told(
                    column, draft.text(column), measure, area, period, partner, reporter, flow,
                    status=status, shift=power, signed=True, rounding=True, missing=("", "NA"), which=which,
                )  # fmt: skip

    def _actors(self, draft: Draft, names: tuple[str, ...], columns: dict[str, Codes]) -> Codes | None:
        """The actors of a dimension, which is taken out; groups that only the IMF has are called as it calls them."""
        name = next((name for name in names if name in columns), None)
        if name is None:
            return None
        codes = columns.pop(name)
        if name in self._labels:
            for code, label in cross(codes, draft.codes(name)).values:
                if label and label != code:
                    self.described.setdefault(code, ("", f"{label} (IMF)"))
        return draft.actors("SERIES_CODE", column=codes)

    def _units(self, draft: Draft, indicator: Codes | None) -> Codes:
        """The unit of each row, as the base calls it if it can, and the power of ten in its name.

        A column has it, or the currency that the code of the indicator ends with: TBG_USD.
        """
        known = draft.lists["unit"]
        words = draft.codes(self._unit) if self._unit else draft.constant("")
        ends = (indicator or draft.constant("")).map(lambda code: code.rpartition("_")[2])
        units = cross(words, ends).map(lambda two: two[0] or (two[1] if two[1] in CURRENCIES else ""))
        return units.map(lambda unit: unit_of(unit, known) or (unit, 0))

    def _scales(self, draft: Draft) -> Codes:
        if self._scale is None:
            return draft.constant(0)
        told = draft.mapped(self._scale, lambda words: SCALES.get(words.lower()), "is no scale: units, millions, ...")
        return draft.filled(told)
