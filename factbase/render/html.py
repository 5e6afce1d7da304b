"""A page of its own: one table, light or dark as the reader's system is, printable, without scripts."""

from __future__ import annotations

from html import escape
from typing import TextIO

from factbase.render.markdown import RIGHT
from factbase.render.options import Marks, Options, Written
from factbase.render.raw import text
from factbase.render.safe import is_page, writable
from factbase.rows import Rows

STYLE = """
:root { color-scheme: light dark; --line: #d5d9e0; --head: #f3f5f8; --dim: #5c6675; }
@media (prefers-color-scheme: dark) { :root { --line: #343b46; --head: #1c222b; --dim: #9aa5b4; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; padding: 0 1rem; max-width: 110rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-size: 1.3rem; font-weight: 600; padding-bottom: .8rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; border-bottom: 1px solid var(--line); }
td { white-space: pre-line; }
th { position: sticky; top: 0; background: var(--head); font-weight: 600; white-space: nowrap; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.c { white-space: nowrap; }
footer { color: var(--dim); margin-top: 1rem; font-size: .85rem; }
@media print { body { margin: 0; max-width: none; font-size: 10px; } th { position: static; } }
"""


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write the page, row by row."""
    title = html(options.title or "factbase")
    written = 0
    out.write(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<table>\n<caption>{title}</caption>\n<thead><tr>"
    )
    classes = [_class(column.type) for column in rows.columns]
    linked, link = _linked(rows.names)
    for number, (column, kind) in enumerate(zip(rows.columns, classes, strict=True)):
        if number == link:
            continue
        out.write(f'<th scope="col"{kind} title="{html(column.description)}">{html(column.name)}</th>')
    out.write("</tr></thead>\n<tbody>\n")
    for row in rows:
        cells = [
            f"<td{kind}>{_marked(text(cell), options.marks if column.marked else None)}</td>"
            for cell, kind, column in zip(row, classes, rows.columns, strict=True)
        ]
        if link is not None:
            # Whatever a base or a statement of the user's own holds: a link leads to a page, and to nothing else.
            if is_page(text(row[link])):
                words = html(text(row[linked]) or "link")
                cells[linked] = f'<td{classes[linked]}><a href="{html(text(row[link]))}">{words}</a></td>'
            del cells[link]
        out.write(f"<tr>{''.join(cells)}</tr>\n")
        written += 1
    out.write(f"</tbody>\n</table>\n<footer>{written} {'row' if written == 1 else 'rows'}</footer>\n</body>\n</html>\n")
    return Written(written)


def _marked(words: str, marks: Marks | None) -> str:
    parts, end = [], 0
    for first, last in marks(words) if marks else ():
        parts += [html(words[end:first]), f"<mark>{html(words[first:last])}</mark>"]
        end = last
    return "".join((*parts, html(words[end:])))


def _linked(names: list[str]) -> tuple[int, int | None]:
    """The column that a link is put on, and the column that holds it, if there are both."""
    on = next((names.index(name) for name in ("citation", "locator", "source") if name in names), None)
    return (0, None) if on is None or "link" not in names else (on, names.index("link"))


def html(words: str) -> str:
    """Text as HTML shows it. Control characters, which HTML cannot hold, are shown as escapes.

    >>> html("<b>Ex & Im</b>")
    '&lt;b&gt;Ex &amp; Im&lt;/b&gt;'
    """
    return escape(writable(words))


def _class(type: str) -> str:
    return ' class="n"' if type in RIGHT else ' class="c"' if type == "date" else ""
