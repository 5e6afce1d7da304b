"""Figures over time, a mark for each source; or the greatest ones of the latest period, by a column.

What is measured in different units, or is not the same thing, is in panels of its own. Nothing is added up.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import NamedTuple

from factbase.errors import WrongRequest
from factbase.query.between import Between
from factbase.query.chart.kinds import Asked, columns_of, label_of, sources
from factbase.query.filters import LAST_DAY, day_of
from factbase.rows import Page, Section, Value
from factbase.store.reading import Reader

Line = dict[str, Value]
# How many series a panel can show so that they can be told apart, and how many panels a chart has.
_SERIES = 8
_PANELS = 6
_MOST = 400

BY = {"partner": "partner", "area": "area", "commodity": "commodity_name", "flow": "flow", "route": "route"}
_MARK = (
    "series, indicator, unit, subject, area_code, partner_code, flow, commodity, commodity_name, route, basis, period, period_kind, qualifier,"
    " value, low, high, change_qualifier, change, change_low, change_high, change_kind, change_value, base_period,"
    " observation_status, modality, certainty, assessment, source, citation"
)
# The period of what was, NULL for what is forecast, planned or aimed at.
_PAST = (
    "CASE WHEN observation_status IN ('forecast', 'target') OR modality IN ('plan', 'expectation')"
    " THEN NULL ELSE period END"
)
_TOTAL = "(commodity IS NULL OR commodity = 'TOTAL')"


class _Drawn(NamedTuple):
    """What is drawn, what is left out, in words, and the `--top` that would draw it; 0 where none would."""

    lines: list[Line]
    left: list[str]
    wanted: int


def chart(reader: Reader, between: Between, asked: Asked) -> Page:
    """A section a panel, its marks as lines; `changes` that have no level; `sources`."""
    since = "" if asked.since is None else f" AND ({LAST_DAY}) >= '{day_of(asked.since, '--since', last=False)}'"
    lines, left, wanted = (_by if asked.by else _over_time)(reader, between, asked, since)
    levels = [line for line in lines if any(line[name] is not None for name in ("value", "low", "high"))]
    # Over time a panel can hold several flows; the greatest of each flow are to be compared among themselves.
    same = ["indicator", "unit", *(["flow"] if asked.by and asked.by != "flow" else [])]

    def panel_of(line: Line) -> tuple[object, ...]:
        return line["unit"] == "rank", *(str(line[name] or "") for name in same)

    levels.sort(key=panel_of)
    panels = []
    for (_, indicator, unit, *flow), panel in groupby(levels, key=panel_of):
        marks = list(panel)
        title = ", ".join(dict.fromkeys(filter(None, (str(indicator), *map(str, flow), str(unit)))))
        panels.append(
            Section(title, title, columns_of(marks), marks, len(marks), f"--top {wanted}" if wanted else None)
        )
    changes = [line for line in lines if line not in levels]
    told = [
        *panels[:_PANELS],
        *([Section("changes", "Told without a level", columns_of(changes), changes, len(changes))] if changes else []),
        sources(reader, (line["source"] for line in lines)),
    ]
    names = label_of(reader, between)
    title = f"Figures by {asked.by}" if asked.by else "Figures"
    if (kinds := len(panels) - _PANELS) > 0:
        left.append(f"{kinds:,} more {'kind' if kinds == 1 else 'kinds'} of figures")
    note = f"left out: {', '.join(left)}" if left else ""
    return Page(f"{title}: {names}" if names else title, told, note=note)


def _over_time(reader: Reader, between: Between, asked: Asked, since: str) -> _Drawn:
    condition = between.traded() + since
    held = reader.rows(
        "SELECT series, indicator, unit, count(*) AS figures FROM trade WHERE "
        + condition
        + " GROUP BY series, indicator, unit"
        f" ORDER BY max(CASE WHEN {_TOTAL} THEN 0 ELSE 1 END), count(*) DESC, series",
        between.keys_alone,
    ).dicts()
    most = asked.top or _SERIES
    taken: Counter[tuple[Value, Value]] = Counter()
    lines: list[Line] = []
    earlier = 0
    for one in held:
        panel = one["indicator"], one["unit"]
        taken[panel] += 1
        if taken[panel] <= most:
            lines += _marks(
                reader,
                f"series = :series AND {condition} ORDER BY period DESC LIMIT {_MOST}",
                {**between.keys_alone, "series": one["series"]},
            )[::-1]
            earlier += max(0, int(str(one["figures"])) - _MOST)
    pairs = {(line["area_code"], line["partner_code"]) for line in lines}
    for line in lines:
        parts = (line["flow"], line["route"], line["commodity_name"] or line["commodity"], line["basis"])
        told = [str(part) for part in parts if part]
        line["name"] = ", ".join(
            told if told and len(pairs) == 1 else [str(line[part]) for part in ("subject", "flow") if line[part]]
        )
        line["label"] = line["period"]
    more = sum(max(0, number - most) for number in taken.values())
    left = [f"{more:,} more series"] if more else []
    return _Drawn(
        lines,
        left + ([f"{earlier:,} earlier {'figure' if earlier == 1 else 'figures'}"] if earlier else []),
        max(taken.values()) if more else 0,
    )


def _by(reader: Reader, between: Between, asked: Asked, since: str) -> _Drawn:
    """The greatest figures of each kind in its latest period, a line for each source."""
    if asked.by not in BY:
        from factbase.values.name import did_you_mean

        raise WrongRequest(f"figures have no '{asked.by}'", where="--by", hint=did_you_mean(str(asked.by), BY))
    column = BY[asked.by]
    whose = f"(area_code IN ({between.names}) OR reporter_code IN ({between.names}))" if between.keys else "1 = 1"
    whole = "1 = 1" if asked.by == "commodity" else _TOTAL
    condition = f"{whose} AND {whole} AND {column} IS NOT NULL AND value IS NOT NULL{since}"
    lines: list[Line] = []
    more = wanted = 0
    for panel in reader.rows(
        f"SELECT indicator, unit, flow, coalesce(max({_PAST}), max(period)) AS period FROM trade WHERE {condition}"
        " GROUP BY indicator, unit, flow ORDER BY indicator, unit, flow",
        between.keys_alone,
    ).dicts():
        found = _marks(
            reader,
            f"{condition} AND indicator = :indicator AND unit = :unit AND period = :period"
            " AND coalesce(flow, '') = coalesce(:flow, '')"
            f" ORDER BY value {'ASC' if panel['unit'] == 'rank' else 'DESC'}, {column}, source",
            {**between.keys_alone, **panel},
            f", {column} AS by_label",
        )
        labels = list(dict.fromkeys(line["by_label"] for line in found))
        kept = labels[: asked.top or 10]
        more += len(labels) - len(kept)
        wanted = max(wanted, len(labels))
        for line in found:
            if line["by_label"] in kept:
                line["label"] = line.pop("by_label")
                line["name"] = line["period"]
                lines.append(line)
    return _Drawn(lines, [f"{more:,} more"] if more else [], wanted if more else 0)


def _marks(reader: Reader, condition: str, parameters: dict[str, Value], further: str = "") -> list[Line]:
    lines = reader.rows(f"SELECT {_MARK}{further} FROM trade WHERE {condition}", parameters).dicts()
    for line in lines:
        status = str(line["observation_status"] or "actual")
        if line["modality"] in ("plan", "expectation"):
            line["nature"] = "forecast" if status == "actual" else status
        elif status == "actual" and line["certainty"] in ("implied", "derived"):
            line["nature"] = "implied"
        else:
            line["nature"] = "reported" if status in ("actual", "break") else status
    return lines
