"""A timeline with lanes: a day is a diamond, an imprecise date as long as it may mean, an open end an arrow."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from factbase.render.chart.picture import COLORS, WIDTH, framed, text
from factbase.render.safe import visible
from factbase.rows import Page, Value

if TYPE_CHECKING:
    from rich.console import Console

Line = dict[str, Value]
_STYLES = ("blue", "yellow", "green", "magenta", "cyan", "red", "bright_black")


def _kinds(lines: list[Line]) -> list[str]:
    """What is dated, in order; the rarest share the last colour."""
    told = list(dict.fromkeys(_kind(line) for line in lines))
    return told[: len(COLORS) - 1]


def _kind(line: Line) -> str:
    return str(line["kind"] if line["kind"] in ("relation", "commitment", "provision") else line["what"])


def _span(lines: list[Line]) -> tuple[int, int]:
    """The first and the last day that the chart shows, as ordinals, with some room at both ends."""
    days = [_day(str(line[name])) for line in lines for name in ("date_from", "date_to") if line[name]]
    room = max(20, (max(days) - min(days)) // 16)
    return max(1, min(days) - room), min(date.max.toordinal(), max(days) + room)


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _length(line: Line) -> int:
    """How many days a date may mean; what is open is the longest."""
    if line["date_from"] is None or line["date_to"] is None:
        return date.max.toordinal()
    return _day(str(line["date_to"])) - _day(str(line["date_from"]))


def _undated(page: Page) -> list[str]:
    section = page.section("undated")
    told = [f"{line['label']}: {line['what']}" for line in (section.lines if section else [])]
    more = f" and {len(told) - 8} more" if len(told) > 8 else ""
    return [f"Planned, without a date: {'; '.join(told[:8])}{more}."] if told else []


def write(page: Page, console: Console) -> None:
    """Print the timeline: a line a lane."""
    from rich.cells import cell_len, set_cell_size
    from rich.text import Text

    section = page.section("dates")
    lines = section.lines if section else []
    if lines:
        first, last = _span(lines)
        names = {str(line["lane"]): visible(str(line["lane"])) for line in lines}
        label = min(max(map(cell_len, names.values())), max(14, console.width * 2 // 5))
        room = max(10, console.width - label - 2)
        kinds = _kinds(lines)

        def place(day: int) -> int:
            return min(room - 1, max(0, (day - first) * room // (last - first + 1)))

        console.print(Text(" " * (label + 2) + _scale(first, last, room), style="dim"))
        for lane, name in names.items():
            signs = Text(" " * room)
            # What is exact stands before what is not, and a short time before a long one.
            for line in sorted((line for line in lines if line["lane"] == lane), key=_length, reverse=True):
                start = place(_day(str(line["date_from"]))) if line["date_from"] else 0
                end = place(_day(str(line["date_to"]))) if line["date_to"] else room - 1
                fill = "┄" if line["planned"] != "no" else "━"
                sign = fill * (end - start + 1)
                if line["date_from"] == line["date_to"]:
                    sign = "◇" if line["planned"] != "no" else "◆"
                if line["date_from"] is None:
                    sign = "◄" + sign[1:]
                if line["date_to"] is None:
                    sign = sign[:-1] + "►"
                index = kinds.index(_kind(line)) if _kind(line) in kinds else -1
                signs = Text.assemble(signs[:start], (sign, _STYLES[index % len(_STYLES)]), signs[start + len(sign) :])
            short = name if cell_len(name) <= label else set_cell_size(name, label - 1) + "…"
            console.print(Text(set_cell_size(short, label) + "  ").append_text(signs))
        legend = Text()
        for number, kind in enumerate(kinds):
            legend.append("◆ ", style=_STYLES[number % len(_STYLES)]).append(f"{visible(kind)}  ", style="dim")
        console.print(legend)
        console.print(Text("◆ a day  ━ some time in it, or all of it  ► open  ◇ ┄ planned", style="dim"))
    for words in _undated(page):
        console.print(Text(visible(words), style="dim"))


def _scale(first: int, last: int, room: int) -> str:
    """Years, or months where it is but a few, above the lanes."""
    days = last - first + 1
    marks = [" "] * room
    start = date.fromordinal(first)
    months = [(start.year + (start.month + n) // 12, (start.month + n) % 12 + 1) for n in range(days // 28 + 1)]
    by_year = days > 700
    free = 0
    for year, month in months:
        if by_year and month != 1:
            continue
        at = (date(year, month, 1).toordinal() - first) * room // days if year <= date.max.year else room
        words = str(year) if by_year else f"{year}-{month:02d}"
        if free <= at <= room - len(words):
            marks[at : at + len(words)] = words
            free = at + len(words) + 2
    return "".join(marks)


def vega(page: Page) -> dict[str, Any]:
    """The Vega-Lite specification."""
    section = page.section("dates")
    lines = section.lines if section else []
    views = [_timeline(lines)] if lines else []
    return framed(page, views, _undated(page), WIDTH - 300)


def _timeline(lines: list[Line]) -> dict[str, Any]:
    first, last = (date.fromordinal(day).isoformat() for day in _span(lines))
    kinds = _kinds(lines)
    lanes = list(dict.fromkeys(text(line["lane"]) for line in lines))
    marks: list[dict[str, Any]] = [
        {
            "lane": text(line["lane"]), "kind": text(_kind(line)) if _kind(line) in kinds else "other",
            "from": line["date_from"] or first, "to": line["date_to"] or last,
            "sort": "day" if line["date_from"] == line["date_to"] else "open" if None in (line["date_from"], line["date_to"])
            else "span",
            "open": "right" if line["date_to"] is None else "left" if line["date_from"] is None else "",
            "sure": line["planned"] == "no",
        }
        for line in sorted(lines, key=_length, reverse=True)
    ]  # fmt: skip
    shown = list(dict.fromkeys(str(mark["kind"]) for mark in marks))
    scale = {"domain": shown, "range": COLORS[: len(shown)]}
    color: dict[str, Any] = {
        "field": "kind", "type": "nominal", "title": None, "scale": scale,
        "legend": {"orient": "bottom", "columns": 6, "symbolType": "square"},
    }  # fmt: skip
    silent = {**color, "legend": None}
    time: dict[str, Any] = {
        "field": "from", "type": "temporal", "title": None,
        "scale": {"domain": [first, last], "type": "utc", "nice": False},
        "axis": {"grid": True, "labelOverlap": True, "tickCount": 8},
    }  # fmt: skip
    opacity = {"condition": {"test": "datum.sure", "value": 0.45}, "value": 0.12}
    bar: dict[str, Any] = {"type": "bar", "height": 9, "cornerRadius": 4, "strokeWidth": 1.2}

    def only(sort: str, **layer: Any) -> dict[str, Any]:
        return {"transform": [{"filter": f"datum.sort == '{sort}'"}], **layer}

    # What has no end fades towards it.
    fading: list[dict[str, Any]] = [
        {
            "transform": [{"filter": f"datum.sort == 'open' && datum.open == '{side}' && datum.kind == '{_quoted(kind)}'"}],
            "mark": {**bar, "color": {
                "gradient": "linear", "x1": 0, "x2": 1, "y1": 0, "y2": 0,
                "stops": _fading(COLORS[number], side),
            }},
            "encoding": {"x2": {"field": "to"}},
        }
        for number, kind in enumerate(shown)
        for side in ("left", "right")
        if any(mark["kind"] == kind and mark["open"] == side for mark in marks)
    ]  # fmt: skip
    return {
        "width": WIDTH - 300,
        "height": {"step": 22},
        "data": {"values": marks},
        "encoding": {
            "y": {
                "field": "lane", "type": "nominal", "sort": lanes, "title": None,
                "axis": {"grid": True, "ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 290},
            },
            "x": time,
        },
        "layer": [
            only("span", mark={**bar, "strokeWidth": 1.2}, encoding={
                "x2": {"field": "to"}, "fill": color, "stroke": silent, "fillOpacity": opacity,
                "strokeDash": {"condition": {"test": "datum.sure", "value": [1, 0]}, "value": [4, 3]},
            }),
            *fading,
            *(
                {
                    "transform": [{"filter": f"datum.open == '{side}'"}],
                    "mark": {"type": "point", "shape": f"triangle-{side}", "size": 60, "filled": True, "opacity": 1},
                    "encoding": {"x": {**time, "field": field}, "color": silent},
                }
                for side, field in (("left", "from"), ("right", "to"))
                if any(mark["open"] == side for mark in marks)
            ),
            only("day", mark={"type": "point", "shape": "diamond", "size": 90, "strokeWidth": 1.6}, encoding={
                "fill": color, "stroke": silent,
                "fillOpacity": {"condition": {"test": "datum.sure", "value": 1}, "value": 0},
            }),
        ],
    }  # fmt: skip


def _quoted(words: str) -> str:
    """Text inside a quoted expression of Vega's."""
    return words.replace("\\", "\\\\").replace("'", "\\'")


def _fading(color: str, side: str) -> list[dict[str, Any]]:
    near, far = (0, 1) if side == "right" else (1, 0)
    return sorted(
        ({"offset": near, "color": color}, {"offset": far, "color": f"{color}22"}), key=lambda stop: stop["offset"]
    )
