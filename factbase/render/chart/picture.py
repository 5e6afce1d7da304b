"""SVG and PNG of a Vega-Lite specification, without a browser and without the network."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from factbase.errors import WrongRequest
from factbase.render.safe import writable
from factbase.rows import Page

WIDTH = 760
# Okabe and Ito's colours, which people with any colour vision tell apart.
COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#5C5C5C", "#000000"]
INK, DIM, GRID = "#1b2430", "#566272", "#e3e7ec"
_CONFIG = {
    "background": "white",
    "font": "Liberation Sans, Arial, Helvetica, sans-serif",
    "padding": 18,
    "view": {"stroke": None},
    "title": {"anchor": "start", "color": INK, "fontSize": 14, "subtitleColor": DIM, "offset": 10, "frame": "group"},
    "axis": {
        "labelColor": INK, "titleColor": DIM, "gridColor": GRID, "domainColor": "#aab3bf", "tickColor": "#aab3bf",
        "labelFontSize": 11, "labelLimit": 330,
    },
    "legend": {"labelColor": INK, "labelFontSize": 11, "titleColor": DIM, "labelLimit": 420, "symbolSize": 90},
    "range": {"category": COLORS},
}  # fmt: skip


def caption(page: Page) -> list[str]:
    """The lines below a chart: what it leaves out, and its sources."""
    section = page.section("sources")
    told = [f"{line['label']} ({line['key']})" for line in section.lines] if section else []
    shown = told[:6] + ([f"and {len(told) - 6} more"] if len(told) > 6 else [])
    words = f"Sources: {'; '.join(shown)}." if shown else "No sources: nothing is told."
    return [line for line in (f"{page.note[:1].upper()}{page.note[1:]}." if page.note else "", words) if line]


def framed(page: Page, views: list[dict[str, Any]], below: list[str], width: int = WIDTH) -> dict[str, Any]:
    """The specification of the whole: a title, the views one below the other, and a caption of that width."""
    lines = [
        line
        for told in (*below, *caption(page))
        for line in textwrap.wrap(text(told), width // 6, break_long_words=True)
    ]
    words = {
        "width": width,
        "height": 15 * len(lines),
        "data": {"values": [{"line": line, "number": number} for number, line in enumerate(lines)]},
        "mark": {"type": "text", "align": "left", "x": 0, "color": DIM, "fontSize": 11, "limit": width + 200},
        "encoding": {
            "y": {"field": "number", "type": "ordinal", "axis": None},
            "text": {"field": "line", "type": "nominal"},
        },
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": text(page.title), "fontSize": 18, "offset": 16, "frame": "bounds"},
        "config": _CONFIG,
        "spacing": 22,
        "vconcat": [*views, words],
        "resolve": {"scale": dict.fromkeys(("color", "shape", "fill", "stroke"), "independent")},
    }


def text(words: object) -> str:
    """Text of a base as a picture has it: on one line, with what no picture can hold as escapes."""
    # Vega takes the line ends that only Unicode knows for ends of an expression, too.
    return re.sub("[\n\t\u2028\u2029]", " ", writable(str(words)))


def svg(spec: dict[str, Any]) -> str:
    """The picture as SVG."""
    return str(_vega().vegalite_to_svg(spec, vl_version="5.20", allowed_base_urls=[]))


def png(spec: dict[str, Any]) -> bytes:
    """The picture as PNG, twice as fine as a screen of old."""
    return bytes(_vega().vegalite_to_png(spec, vl_version="5.20", scale=2, allowed_base_urls=[]))


def _vega() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise WrongRequest(
            "pictures need vl-convert, which is not installed", where="chart", hint="pip install 'factbase[charts]'"
        ) from None
    return vl_convert
