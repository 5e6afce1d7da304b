"""A dossier in Markdown, as GitHub reads it."""

from __future__ import annotations

from typing import TextIO

from factbase.render.brief.entries import Entry, groups, left_out
from factbase.render.markdown import escaped
from factbase.render.options import Options, Written
from factbase.render.spark import blocks
from factbase.rows import Page


def write(page: Page, out: TextIO, options: Options) -> Written:
    """Write the page: a heading a section, an item an entry."""
    out.write(f"# {escaped(page.title)}\n")
    figures = (
        f"**{figure.number:,}** {escaped(figure.what)}{f' ({escaped(figure.detail)})' if figure.detail else ''}"
        for figure in page.figures
    )
    told = [*([escaped(page.note)] if page.note else []), *figures]
    if told:
        out.write(f"\n{' · '.join(told)}\n")
    for section in page.sections:
        out.write(f"\n## {escaped(section.title)}\n")
        for group in groups(section):
            out.write(f"\n### {escaped(group.title)}\n\n" if group.title else "\n")
            for entry in group.entries:
                out.write(f"- {_item(entry)}\n")
        if beyond := left_out(section):
            out.write(f"\n*{escaped(beyond)}*\n")
    return Written(len(page.sections))


def _item(entry: Entry) -> str:
    parts = [f"**{escaped(entry.lead)}**"] if entry.lead else []
    parts.append(escaped(entry.text))
    if entry.trend:
        parts.append(blocks(entry.trend))
    if entry.verdict:
        parts.append(f"**▲ {escaped(entry.verdict)}**")
    if entry.note:
        parts.append(f"({escaped(entry.note)})")
    if entry.cite:
        # The address is a page's, and percent-encoded (`values.fragment`); brackets alone could end the link.
        address = entry.link.replace("(", "%28").replace(")", "%29") if entry.link else None
        parts.append(f"[{escaped(entry.cite)}]({address})" if address else f"`{_code(entry.cite)}`")
    return " ".join(parts)


def _code(words: str) -> str:
    from factbase.render.safe import writable

    return writable(words).replace("`", "'").replace("\n", " ")
