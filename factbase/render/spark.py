"""A trend in a word: a series as blocks of text, or as a line in SVG."""

from __future__ import annotations

from collections.abc import Sequence

_BLOCKS = "▁▂▃▄▅▆▇█"


def blocks(values: Sequence[float], most: int = 24) -> str:
    """The values as blocks, the lowest to the highest; of more than fit as many at even distances, the ends among them.

    >>> blocks([1, 2, 3, 8]), blocks([5, 5]), blocks(range(9), 3)
    ('▁▂▃█', '▅▅', '▁▅█')
    """
    if len(values) > most:
        values = [values[round(place * (len(values) - 1) / (most - 1))] for place in range(most)]
    low, high = min(values), max(values)
    if low == high:
        return _BLOCKS[4] * len(values)
    return "".join(_BLOCKS[round((value - low) / (high - low) * (len(_BLOCKS) - 1))] for value in values)


def svg(values: Sequence[float], width: int = 96, height: int = 20) -> str:
    """The values as a line with a dot at its end, in the colour of the text around it."""
    low, high = min(values), max(values)
    span = high - low or 1
    step = (width - 6) / max(1, len(values) - 1)
    points = [
        (3 + number * step, height - 3 - (value - low) / span * (height - 6)) for number, value in enumerate(values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f'<svg class="trend" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">'
        f'<polyline points="{line}" fill="none" stroke="currentColor" stroke-width="1.5"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="currentColor"/></svg>'
    )
