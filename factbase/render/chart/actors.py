"""A network of actors and what joins them: actors at both sides, agreements and relations between."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from factbase.render.brief.entries import when
from factbase.render.chart.picture import COLORS, DIM, INK, WIDTH, framed, text
from factbase.render.safe import visible
from factbase.rows import Page, Value

if TYPE_CHECKING:
    from rich.console import Console

Line = dict[str, Value]
_STEP = 36
_LEFT, _TIE, _TIE_END, _RIGHT = 160, 240, 560, 640
_LABEL = 48


def _lines(page: Page, name: str) -> list[Line]:
    section = page.section(name)
    return section.lines if section else []


def _ends(page: Page) -> dict[Value, list[str]]:
    """Whom each tie joins, by their keys."""
    ends: dict[Value, list[str]] = {}
    for edge in _lines(page, "edges"):
        held = ends.setdefault(edge["tie"], [])
        if edge["actor"] not in held:
            held.append(str(edge["actor"]))
    return ends


def _by_ends(page: Page) -> list[Line]:
    """The ties, those that join the same actors together, the most frequent first."""
    ends = _ends(page)
    often = Counter(tuple(ends.get(tie["key"], ())) for tie in _lines(page, "ties"))

    def place(tie: Line) -> tuple[int, list[str]]:
        joined = ends.get(tie["key"], [])
        return -often[tuple(joined)], joined

    return sorted(_lines(page, "ties"), key=place)


def _told(tie: Line) -> str:
    """What a tie is, in a few words: 'joint statement, signed 2025-04-23'."""
    dated = when(str(tie["date"])) if tie["date"] else ""
    state = " ".join(str(part) for part in (tie["status"], dated) if part)
    return ", ".join(part for part in (str(tie["kind"]) if tie["kind"] != tie["label"] else "", state) if part)


def write(page: Page, console: Console) -> None:
    """Print the network: for each set of actors what joins them."""
    from rich.text import Text

    labels = {str(actor["key"]): visible(str(actor["label"])) for actor in _lines(page, "actors")}
    ends = _ends(page)
    sets = _by_ends(page)
    for actors, joining in groupby(sets, key=lambda tie: ends.get(tie["key"], [])):
        held = list(joining)
        console.print(Text("\n" + " ━━ ".join(labels[actor] for actor in actors), style="bold cyan"))
        for number, tie in enumerate(held):
            branch = "└─ " if number == len(held) - 1 else "├─ "
            words = Text(branch, style="dim").append(visible(str(tie["label"])), style="default")
            if told := _told(tie):
                words.append(f"  {visible(told)}", style="dim")
            lines = words.wrap(console, console.width - 3)
            for place, line in enumerate(lines):
                rest = "   " if branch.startswith("└") else "│  "
                console.print(line if place == 0 else Text(rest, style="dim").append_text(line), overflow="fold")


def mermaid(page: Page) -> str:
    """The network as a Mermaid flowchart."""
    names = _numbered(page)
    out = [f"%% {text(page.title)}", "flowchart LR"]
    out += (f'  {names[actor["key"]]}(["{_entities(actor["label"])}"])' for actor in _lines(page, "actors"))
    out += (f'  {names[tie["key"]]}["{_entities(tie["label"])}{_second(tie)}"]' for tie in _lines(page, "ties"))
    out += (f"  {names[edge['actor']]} --- {names[edge['tie']]}" for edge in _lines(page, "edges"))
    out += (f"%% {line}" for line in _caption(page))
    return "\n".join(out) + "\n"


def dot(page: Page) -> str:
    """The network as a graph of Graphviz."""
    names = _numbered(page)
    out = [
        "graph factbase {",
        '  rankdir=LR; node [fontname="Helvetica"];',
        f"  label={_string(' '.join(_caption(page)))};",
    ]
    out += (
        f"  {names[actor['key']]} [shape=ellipse, label={_string(actor['label'])}];" for actor in _lines(page, "actors")
    )
    out += (
        f"  {names[tie['key']]} [shape=box, label={_string(tie['label'], _told(tie))}];" for tie in _lines(page, "ties")
    )
    out += (f"  {names[edge['actor']]} -- {names[edge['tie']]};" for edge in _lines(page, "edges"))
    return "\n".join([*out, "}"]) + "\n"


def _caption(page: Page) -> list[str]:
    from factbase.render.chart.picture import caption

    return [text(line) for line in caption(page)]


def _numbered(page: Page) -> dict[Value, str]:
    """Names for the nodes that no key can spoil."""
    keys = [node["key"] for name in ("actors", "ties") for node in _lines(page, name)]
    return {key: f"n{number}" for number, key in enumerate(keys)}


def _entities(words: object) -> str:
    """Text in a Mermaid label: every sign that is not plain as an entity of its number."""
    return "".join(sign if sign.isalnum() or sign in " ,.:–-" else f"#{ord(sign)};" for sign in text(words))


def _string(*lines: object) -> str:
    r"""A string of DOT; a backslash has a meaning of its own there, and a line ends with \n."""
    quoted = (text(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines if line)
    return '"' + "\\n".join(quoted) + '"'


def vega(page: Page) -> dict[str, Any]:
    """The Vega-Lite specification: places are worked out here, so that no label stands on another."""
    actors, ends = _lines(page, "actors"), _ends(page)
    ties = _by_ends(page)
    subjects = list(dict.fromkeys(str(actor["subject"]) for actor in actors if actor["subject"]))
    left = {*subjects[: (len(subjects) + 1) // 2]}
    sides = {str(actor["key"]): "left" if actor["subject"] in left else "right" for actor in actors}
    rows = {tie["key"]: number for number, tie in enumerate(ties)}
    height = _STEP * max(len(ties), *(list(sides.values()).count(side) for side in ("left", "right")), 1)
    places = _places(actors, sides, rows, ends, height)
    colors = {subject: COLORS[number % len(COLORS)] for number, subject in enumerate(subjects)}
    nodes = [
        {
            "x": _LEFT if sides[str(actor["key"])] == "left" else _RIGHT, "y": places[str(actor["key"])],
            "label": text(actor["label"]), "side": sides[str(actor["key"])],
            "main": actor["key"] == actor["subject"], "color": colors.get(str(actor["subject"]), DIM),
        }
        for actor in actors
    ]  # fmt: skip
    boxes = [
        {
            "x": _TIE, "x2": _TIE_END, "y": _at(rows[tie["key"]]), "top": _at(rows[tie["key"]]) - 15,
            "bottom": _at(rows[tie["key"]]) + 15, "mid": (_TIE + _TIE_END) / 2,
            "label": _cut(text(tie["label"])), "told": text(_told(tie)),
            "relation": tie["status"] is None,
        }
        for tie in ties
    ]  # fmt: skip
    curves = [
        {"edge": number, "order": order, "x": x, "y": y, "color": colors.get(_subject(actors, actor), DIM)}
        for number, (tie, actor) in enumerate((tie["key"], actor) for tie in ties for actor in ends.get(tie["key"], []))
        for order, (x, y) in enumerate(_curve(sides[actor], places[actor], _at(rows[tie])))
    ]
    across = {"field": "x", "type": "quantitative", "scale": {"domain": [0, WIDTH + 40], "nice": False}, "axis": None}
    down = {
        "field": "y", "type": "quantitative", "axis": None,
        "scale": {"domain": [0, height], "nice": False, "reverse": True},
    }  # fmt: skip
    as_is = {"field": "color", "type": "nominal", "scale": None, "legend": None}

    def names(side: str, align: str, dx: int) -> dict[str, Any]:
        return {
            "data": {"values": [node for node in nodes if node["side"] == side]},
            "mark": {"type": "text", "align": align, "dx": dx, "fontSize": 13, "limit": 150, "color": INK},
            "encoding": {"x": across, "y": down, "text": {"field": "label", "type": "nominal"}},
        }

    def words(field: str, dy: int, size: int, color: str, where: str = "true") -> dict[str, Any]:
        return {
            "data": {"values": boxes},
            "transform": [{"filter": where}],
            "mark": {"type": "text", "fontSize": size, "dy": dy, "color": color, "limit": _TIE_END - _TIE - 12},
            "encoding": {"x": {**across, "field": "mid"}, "y": down, "text": {"field": field, "type": "nominal"}},
        }

    view = {
        "width": WIDTH + 40,
        "height": height,
        "layer": [
            {
                "data": {"values": curves},
                "mark": {"type": "line", "strokeWidth": 1.3, "opacity": 0.55},
                "encoding": {
                    "x": across, "y": down, "stroke": as_is, "detail": {"field": "edge"}, "order": {"field": "order"}
                },
            },
            {
                "data": {"values": boxes},
                "mark": {"type": "rect", "cornerRadius": 5, "strokeWidth": 1},
                "encoding": {
                    "x": across, "x2": {"field": "x2"}, "y": {**down, "field": "top"}, "y2": {"field": "bottom"},
                    "fill": {"condition": {"test": "datum.relation", "value": "#fdf3e1"}, "value": "#f4f6f9"},
                    "stroke": {"condition": {"test": "datum.relation", "value": "#E69F00"}, "value": "#c9d0d9"},
                },
            },
            words("label", -6, 12, INK, "datum.told != ''"),
            words("label", 1, 12, INK, "datum.told == ''"),
            words("told", 7, 10, DIM),
            {
                "data": {"values": nodes},
                "mark": {"type": "circle", "opacity": 1},
                "encoding": {
                    "x": across, "y": down, "fill": as_is,
                    "size": {"condition": {"test": "datum.main", "value": 220}, "value": 90},
                },
            },
            names("left", "right", -12),
            names("right", "left", 12),
        ],
    }  # fmt: skip
    return framed(page, [view] if nodes else [], [])


def _cut(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"


def _at(row: int) -> float:
    return row * _STEP + _STEP / 2


def _subject(actors: list[Line], key: str) -> str:
    return next(str(actor["subject"]) for actor in actors if actor["key"] == key)


def _places(
    actors: list[Line], sides: dict[str, str], rows: dict[Value, int], ends: dict[Value, list[str]], height: float
) -> dict[str, float]:
    """The heights of the actors: each near the middle of its ties, and none closer to another than a line."""
    places: dict[str, float] = {}
    for side in ("left", "right"):
        keys = [str(actor["key"]) for actor in actors if sides[str(actor["key"])] == side]
        wished = {
            key: sum(held) / len(held)
            if (held := [_at(rows[tie]) for tie in rows if key in ends.get(tie, [])])
            else height
            for key in keys
        }
        lowest = _STEP / 2
        keys.sort(key=lambda key: wished[key])
        for number, key in enumerate(keys):
            beneath = len(keys) - number - 1
            places[key] = max(lowest, min(wished[key], height - _STEP / 2 - beneath * _STEP))
            lowest = places[key] + _STEP
    return places


def _curve(side: str, start: float, end: float) -> list[tuple[float, float]]:
    """Points of a smooth line from an actor to a tie."""
    x0, x1 = (_LEFT, _TIE) if side == "left" else (_RIGHT, _TIE_END)
    steps = [number / 16 for number in range(17)]
    return [(x0 + (x1 - x0) * t, start + (end - start) * (3 * t**2 - 2 * t**3)) for t in steps]


def _second(tie: Line) -> str:
    """The second line of a tie in a Mermaid label, where it has one."""
    told = _entities(_told(tie))
    return f"<br/>{told}" if told else ""
