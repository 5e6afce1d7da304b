"""A dossier as a page of its own: one file without scripts, for a phone, a desk and paper, in light and dark."""

from __future__ import annotations

from typing import TextIO

from factbase.render.brief.entries import WRONG, Entry, groups, left_out
from factbase.render.html import html
from factbase.render.options import Options, Written
from factbase.render.safe import is_page
from factbase.render.spark import svg
from factbase.rows import Page, Section

STYLE = """
:root { color-scheme: light dark; --ink: #1b2430; --dim: #566272; --line: #dde2e9; --paper: #fff; --wash: #f4f6f9;
  --accent: #0b5c78; --wrong: #b3261e; --care: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9f0; --dim: #9ba7b6; --line: #2e3743; --paper: #12171e;
  --wash: #1a212a; --accent: #6fc3df; --wrong: #ff8f85; --care: #e8b650; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.1rem; margin: 2.4rem 0 .4rem; color: var(--accent); border-bottom: 2px solid var(--accent);
  padding-bottom: .25rem; }
h3 { font-size: .95rem; margin: 1.1rem 0 .2rem; }
header p { color: var(--dim); margin: .4rem 0 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem; margin: 1.5rem 0 0;
  padding: 0; list-style: none; }
.figures li { background: var(--wash); border-radius: .5rem; padding: .7rem .9rem; line-height: 1.35; }
.figures b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures small, .note { color: var(--dim); font-size: .86rem; }
.figures small { display: block; }
.entries { list-style: none; margin: 0; padding: 0; }
.entries li { display: grid; grid-template-columns: 9rem minmax(0, 1fr) 10rem; gap: 0 1.2rem; padding: .45rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.entries li.plain { grid-template-columns: minmax(0, 1fr) 10rem; }
.lead { color: var(--dim); overflow-wrap: normal; font-variant-numeric: tabular-nums; }
.cite { text-align: right; font-size: .8rem; color: var(--dim); line-height: 1.8; }
.note { display: block; }
.verdict { font-size: .8rem; font-weight: 600; padding: .05rem .45rem; border: 1px solid; border-radius: 1rem;
  white-space: nowrap; color: var(--care); }
.verdict.wrong { color: var(--wrong); }
.trend { color: var(--accent); vertical-align: -.25rem; margin: 0 .3rem; }
.more { color: var(--dim); font-size: .86rem; }
code { font: .85em ui-monospace, monospace; background: var(--wash); padding: .1rem .3rem; border-radius: .25rem; }
a { color: var(--accent); text-underline-offset: .15em; }
footer { margin-top: 3rem; color: var(--dim); font-size: .8rem; }
@media (max-width: 40rem) {
  main { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .figures { grid-template-columns: 1fr 1fr; }
  .entries li, .entries li.plain { grid-template-columns: minmax(0, 1fr); }
  .lead { font-size: .86rem; }
  .cite { text-align: left; }
}
@media print {
  :root { --ink: #000; --dim: #444; --paper: #fff; --wash: #f2f2f2; --line: #ccc; --accent: #084d65; --wrong: #a00;
    --care: #640; }
  @page { margin: 16mm 15mm; }
  html { font-size: 12px; } body { font-size: 9.5pt; line-height: 1.4; } main { max-width: none; padding: 0; }
  h2 { margin-top: 1.5rem; } .figures { grid-template-columns: repeat(4, 1fr); }
  .entries li, .entries li.plain { padding: .22rem 0; } .lead { font-size: 8.5pt; }
  h2, h3 { break-after: avoid; } .entries li, .figures li { break-inside: avoid; }
}
"""


def write(page: Page, out: TextIO, options: Options) -> Written:
    """Write the page."""
    title = html(page.title)
    out.write(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>{title}</h1>\n"
    )
    if page.note:
        out.write(f"<p>{html(page.note)}</p>\n")
    if page.figures:
        out.write('<ul class="figures">\n')
        for figure in page.figures:
            detail = f"<small>{html(figure.detail)}</small>" if figure.detail else ""
            out.write(f"<li><b>{figure.number:,}</b>{html(figure.what)}{detail}</li>\n")
        out.write("</ul>\n")
    out.write("</header>\n")
    for section in page.sections:
        _section(section, out)
    out.write("<footer>Made with factbase. ▲ marks what evidence speaks against.</footer>\n</main>\n</body>\n</html>\n")
    return Written(len(page.sections))


def _section(section: Section, out: TextIO) -> None:
    out.write(f'<section id="{html(section.name)}">\n<h2>{html(section.title)}</h2>\n')
    made = groups(section)
    leads = any(entry.lead for group in made for entry in group.entries)
    for group in made:
        if group.title:
            out.write(f"<h3>{html(group.title)}</h3>\n")
        out.write('<ul class="entries">\n')
        for entry in group.entries:
            out.write(_item(entry, leads=leads))
        out.write("</ul>\n")
    if beyond := left_out(section):
        words, _, command = beyond.partition(": ")
        out.write(f'<p class="more">{html(words)}{f": <code>{html(command)}</code>" if command else ""}</p>\n')
    out.write("</section>\n")


def _item(entry: Entry, *, leads: bool) -> str:
    words = f"<span>{html(entry.text)}"
    if entry.trend:
        words += svg(entry.trend)
    if entry.verdict:
        wrong = " wrong" if any(verdict in entry.verdict for verdict in WRONG) else ""
        words += f' <span class="verdict{wrong}">▲ {html(entry.verdict)}</span>'
    if entry.note:
        words += f'<span class="note">{html(entry.note)}</span>'
    cite = html(entry.cite)
    if entry.link and is_page(entry.link):
        cite = f'<a href="{html(entry.link)}">{cite}</a>'
    lead = f'<span class="lead">{html(entry.lead)}</span>' if leads else ""
    kind = "" if leads else ' class="plain"'
    return f'<li{kind}>{lead}{words}</span><span class="cite">{cite}</span></li>\n'
