"""Figures as bars or lines: a mark for each source; what is forecast, aimed at or implied is hollow."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from factbase.render.brief.entries import grown, value
from factbase.render.chart.picture import COLORS, WIDTH, framed, text
from factbase.render.safe import visible
from factbase.render.spark import blocks
from factbase.rows import Page, Section, Value
from factbase.values.period import parse_period

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Line = dict[str, Value]
# More marks than these are a line in a picture, and a trend on a terminal.
_BARS = 12
_ROWS = 40
_SOLID = ("reported",)
_FILLS = {"reported": "█", "estimate": "▓", "provisional": "▓"}
_STYLES = ("blue", "yellow", "green", "magenta", "cyan", "red", "bright_black", "default")


def _panels(page: Page) -> list[Section]:
    return [section for section in page.sections if section.name not in ("changes", "sources")]


def _level(line: Line) -> float:
    """What a mark shows: the value, or the middle or the one of the bounds."""
    if isinstance(line["value"], int | float):
        return float(line["value"])
    bounds = [float(bound) for bound in (line["low"], line["high"]) if isinstance(bound, int | float)]
    return sum(bounds) / len(bounds)


def _is_by(panel: Section) -> bool:
    """Whether the marks are of something else than periods."""
    return any(line["label"] != line["period"] for line in panel.lines)


def _whose(line: Line) -> str:
    return f"{line['name']} · {line['source']}"


def _changes(page: Page) -> list[str]:
    section = page.section("changes")
    told = []
    for line in section.lines if section else []:
        words = [f"{line['indicator']}, {line['subject']}, {line['period']}{grown(line)}", _said(line)]
        told.append(f"Without a level: {', '.join(filter(None, words))} ({line['citation']}).")
    return told


def _short(line: Line) -> str:
    """The value beside a mark of a panel that has the unit in its title."""
    return re.sub(rf" {re.escape(str(line['unit']))}(?= to |$)", "", value(line))


def _said(line: Line) -> str:
    """What stands beside a mark that is not plainly reported, or that evidence speaks against."""
    nature = [] if line["nature"] in _SOLID else [str(line["nature"])]
    return ", ".join([*nature, *([f"▲ {line['assessment']}"] if line["assessment"] else [])])


# On a terminal ---------------------------------------------------------------------------------------------------------


def write(page: Page, console: Console) -> None:
    """Print the chart: a bar for each mark, or a trend for each series where there are many."""
    from rich.text import Text

    for panel in _panels(page):
        console.print(Text(f"\n{visible(panel.title)}", style="bold cyan"))
        (_bars if len(panel.lines) <= _ROWS else _trends)(panel, console)
    for words in _changes(page):
        console.print(Text(visible(words), style="dim"))


def _bars(panel: Section, console: Console) -> None:
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    names = list(dict.fromkeys(_whose(line) for line in panel.lines))
    told = [
        (visible(str(line["label"])), visible(f"{value(line)}{grown(line)}"), visible(_said(line)))
        for line in panel.lines
    ]
    label = min(28, max(cell_len(words) for words, _, _ in told))
    sources = max(cell_len(visible(str(line["source"]))) + 2 for line in panel.lines) if _is_by(panel) else 0
    figure = sources + max(cell_len(f"{number}  {said}".rstrip()) for _, number, said in told)
    room = max(8, min(60, console.width - label - figure - 4))
    greatest = max(abs(_level(line)) for line in panel.lines) or 1
    by = _is_by(panel)
    for name in names if by else ():
        console.print(_named(name, names))
    for name, numbers in groupby(range(len(told)), key=lambda number: "" if by else _whose(panel.lines[number])):
        if not by:
            console.print(_named(name, names))
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=label, overflow="fold")
        table.add_column(overflow="fold")
        before = ""
        for number in numbers:
            line, (words, amount, said) = panel.lines[number], told[number]
            # A place in a list has no length.
            is_rank = line["unit"] == "rank"
            length = 0 if is_rank else round(abs(_level(line)) / greatest * room)
            bar = "●" if is_rank else _FILLS.get(str(line["nature"]), "░") * max(1, length)
            mark = Text(bar, style=_style(_whose(line), names)).append(f" {amount}", style="default")
            if by and len(names) > 1:
                mark.append(f"  {visible(str(line['source']))}", style="dim")
            table.add_row("" if words == before else words, mark.append(f"  {said}" if said else "", style="yellow"))
            before = words
        console.print(table)


def _named(name: str, names: list[str]) -> Text:
    from rich.text import Text

    return Text("■ ", style=_style(name, names)).append(visible(name), style="dim")


def _style(name: str, names: list[str]) -> str:
    return _STYLES[names.index(name) % len(_STYLES)]


def _trends(panel: Section, console: Console) -> None:
    from rich.text import Text

    ordered = sorted(panel.lines, key=lambda line: (_whose(line), str(line["period"])))
    for name, of_series in groupby(ordered, key=_whose):
        lines = list(of_series)
        words = Text(f"{visible(name)}\n", style="dim")
        words.append(blocks([_level(line) for line in lines], max(8, console.width - 2)), style="blue")
        ends = (f"{line['period']}: {value(line)}" for line in (lines[0], lines[-1]))
        console.print(words.append(f"\n{visible(' → '.join(ends))}", style="default"))


# As a picture ----------------------------------------------------------------------------------------------------------


def vega(page: Page) -> dict[str, Any]:
    """The Vega-Lite specification."""
    return framed(page, [_panel(panel) for panel in _panels(page)], _changes(page))


def _panel(panel: Section) -> dict[str, Any]:
    by = _is_by(panel)
    marks = [
        {
            "label": text(line["label"]), "whose": text(_whose(line)), "level": _level(line),
            "low": line["low"], "high": line["high"], "nature": line["nature"],
            "solid": line["nature"] in _SOLID, "words": text(f"{_short(line)}{' ▲' if line['assessment'] else ''}"),
        }
        for line in panel.lines
    ]  # fmt: skip
    names = list(dict.fromkeys(str(mark["whose"]) for mark in marks))
    contested = sorted({str(line["assessment"]) for line in panel.lines if line["assessment"]})
    natures = sorted({str(line["nature"]) for line in panel.lines} - {*_SOLID})
    notes = [
        *([f"hollow: {', '.join(natures)}"] if natures else []), *([f"▲ {'; '.join(contested)}"] if contested else [])
    ]  # fmt: skip
    color = {
        "field": "whose",
        "type": "nominal",
        "title": None,
        "scale": {"domain": names, "range": [COLORS[number % len(COLORS)] for number in range(len(names))]},
        "legend": {"orient": "bottom", "columns": 1 if len(max(names, key=len)) > 50 else 2},
    }
    is_rank = panel.lines[0]["unit"] == "rank"
    level = {
        "field": "level", "type": "quantitative", "title": None,
        "scale": {"zero": not is_rank, "reverse": is_rank, "nice": True},
        "axis": {
            "tickCount": 5, "tickMinStep": 1 if is_rank else 0, "domain": False,
            # Billions as people write them; whole and short numbers stay.
            "labelExpr": "abs(datum.value) >= 1e12 ? format(datum.value / 1e12, ',') + ' tn' :"
            " abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',') + ' bn' :"
            " abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',') + ' m' : format(datum.value, ',')",
        },
    }  # fmt: skip
    hollow = {"condition": {"test": "datum.solid", "value": 1}, "value": 0.15}
    dashes = {"condition": {"test": "datum.solid", "value": [1, 0]}, "value": [4, 3]}
    title: dict[str, Any] = {"text": text(panel.title)}
    if notes:
        title["subtitle"] = text(" · ".join(notes))
    if by:
        order = list(dict.fromkeys(str(mark["label"]) for mark in marks))
        place: dict[str, Any] = {"field": "label", "type": "nominal", "sort": order, "title": None}
        shared = {"y": place, "x": level, **({"yOffset": {"field": "whose", "sort": names}} if len(names) > 1 else {})}
        size: dict[str, Any] = {"height": {"step": 26 if len(names) == 1 else 15}}
        label = {"align": "left", "dx": 5}
    else:
        order = _filled([str(line["period"]) for line in panel.lines])
        place = {
            "field": "label", "type": "ordinal", "title": None, "scale": {"domain": order},
            "axis": {"labelAngle": 0, "labelOverlap": True, "ticks": False},
        }  # fmt: skip
        shared = {"x": place, "y": level}
        size = {"height": 90 if is_rank else 210}
        label = {"baseline": "bottom", "dy": -6}
    words = {
        "mark": {"type": "text", "fontSize": 11, "color": "#1b2430", **label},
        "encoding": {"text": {"field": "words", "type": "nominal"}},
    }
    is_line = not by and len({mark["label"] for mark in marks}) > _BARS // 2
    if is_line or is_rank:
        layers: list[dict[str, Any]] = [
            {
                "mark": {"type": "point", "size": 55, "strokeWidth": 1.6, "filled": False},
                "encoding": {
                    "fill": color,
                    "stroke": color,
                    "fillOpacity": {"condition": {"test": "datum.solid", "value": 1}, "value": 0},
                    "shape": {**color, "scale": {"domain": names}},
                },
            },
        ]
        if not is_rank:
            layers.insert(
                0,
                {
                    # What is not reported is not joined to what is.
                    "transform": [{"filter": "datum.solid"}],
                    "mark": {"type": "line", "strokeWidth": 1.6},
                    "encoding": {"stroke": color},
                },
            )
    else:
        offset = {"xOffset": {"field": "whose", "sort": names}} if not by and len(names) > 1 else {}
        shared |= offset
        layers = [
            {
                "mark": {"type": "bar", "strokeWidth": 1.4, **({} if by or offset else _width(order))},
                "encoding": {
                    "fill": color, "stroke": {**color, "legend": None}, "fillOpacity": hollow, "strokeDash": dashes
                },
            }
        ]  # fmt: skip
        if not by:
            shared["x"] = {**place, "scale": {"domain": order, "paddingOuter": 0.3 if len(order) > 2 else 1}}
    if any(mark["low"] is not None and mark["high"] is not None for mark in marks):
        ends = ("x", "x2") if by else ("y", "y2")
        layers.append(
            {
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high)"}],
                "mark": {"type": "rule", "strokeWidth": 1.5, "color": "#1b2430"},
                "encoding": {ends[0]: {**level, "field": "low"}, ends[1]: {"field": "high"}},
            }
        )
    if len(panel.lines) <= _BARS or by:
        layers.append(words)
    return {
        "title": title, "width": WIDTH if not by else WIDTH - 240, **size,
        "data": {"values": marks}, "encoding": shared, "layer": layers,
    }  # fmt: skip


def _width(periods: list[str]) -> dict[str, Any]:
    """How wide bars are: not as wide as a panel where there are but a few.

    Those of several sources side by side are as wide as their places: words would not stand in the middle of others.
    """
    return {"width": 56} if len(periods) <= 6 else {"width": {"band": 0.8}}


def _filled(periods: list[str]) -> list[str]:
    """All periods from the first to the last, where they are of one kind; so that a gap in time is one in the chart."""
    held = sorted(dict.fromkeys(periods))
    if all(period.isdigit() for period in held):
        years = range(int(held[0]), int(held[-1]) + 1)
        return [str(year) for year in years] if len(years) <= 200 else held
    return sorted(held, key=lambda period: parse_period(period)[1:])
