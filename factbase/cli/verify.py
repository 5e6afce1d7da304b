"""`verify`: what is recorded of a source against the reader's own copy of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from factbase.audit.document import Document, read
from factbase.audit.recorded import Source, recorded
from factbase.audit.verify import COLUMNS, Finding, changed, changed_finding, verify
from factbase.base import Base
from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import ExitCode, Unavailable
from factbase.rows import Rows
from factbase.store.lookup import find

HELP = """Compare what is recorded of a source with your copy of the document

SOURCE is the key or the title of a source; FILE is the document as plain text, HTML or PDF, in one file or several in
order, '-' for standard input. For each assertion it tells whether its anchor stands where it is cited (found, moved,
ambiguous, missing), and whether the number, the date and the names that are recorded are what the document tells there
(equal, differs, not compared). White space, quotes, dashes and the like may differ; every letter and digit counts.

The digest of the text is recorded the first time, so that a document that was changed later is noticed.

Ends with 1 where there is something to look after.

factbase verify kapanadze article.txt

factbase verify communique-2025 page1.html page2.html --findings -f json

pdftotext -layout communique.pdf - | factbase verify communique-2025 -"""

_RECORD = "Journal"
# So many that moved alike did not move by chance.
_SEVERAL = 3


def compare(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source's key or title.", show_default=False)],
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Your copy of the document.", show_default=False)
    ],
    findings: Annotated[bool, typer.Option("--findings", help="Only what is to be looked after.")] = False,
    no_record: Annotated[
        bool, typer.Option("--no-record", help="Leave the base as it is.", rich_help_panel=_RECORD)
    ] = False,
    accept_changed: Annotated[
        bool,
        typer.Option(
            "--accept-changed",
            help="Take this copy for the document from now on, where it is another than before.",
            rich_help_panel=_RECORD,
        ),
    ] = False,
    author: options.Author = None,
    format: options.Format = None,
    output: options.Output = "-",
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> int:
    out = Output(format, output, excel_safe, quiet)
    _ = out.form
    with open_base(base, as_of=as_of) as opened:
        key = find(opened.reader(), source, ("source",), where="verify")
        known = recorded(opened.reader(), key)
        document = read(files)
        found = verify(known, document)
        is_changed = changed(known, document)
        notes = [_summary(key, found), *_shifted(found, document)]
        keep = not (no_record or as_of)
        if is_changed and not (accept_changed and keep):
            whole = changed_finding(known, document)
            # Digests say nothing to people.
            found.insert(0, whole._replace(recorded=None, read=None) if out.for_people else whole)
            notes.append("the document has changed since it was first compared; --accept-changed takes it as it is now")
        elif keep and known.digest != document.digest:
            notes.append(_record(opened, known, document, found, author))
    wanted = [one for one in found if not findings or not one.is_in_order]
    out.write(_rows(wanted, out), title=f"verify {key}", empty="nothing to look after")
    for note in notes:
        out.note(note)
    return ExitCode.DONE if all(one.is_in_order for one in found) else ExitCode.FINDINGS


def _record(opened: Base, known: Source, document: Document, found: Sequence[Finding], author: str | None) -> str:
    """Record the digest, and say so, or why not."""
    if not known.digest and not any(one.place for one in found):
        return "the digest was not recorded: nothing that is cited stands in this document"
    why = "the document has changed" if known.digest else "first compared with a copy of the document"
    try:
        with opened.entry(why=why, author=author, command="verify") as change:
            change.rows.amend("source", {"key": known.key}, digest=document.digest)
    except Unavailable as error:
        return f"the digest was not recorded: {error}"
    return f"the digest was recorded (entry {change.number})"


def _shifted(found: Sequence[Finding], document: Document) -> Iterator[str]:
    """Whether all that is cited by its paragraph stands as many paragraphs off: then these were counted otherwise."""
    steps = set()
    cited = [one for one in found if one.finding in ("found", "moved") and re.search(r" p[0-9]", one.citation)]
    for one in cited:
        at, to = re.search(r" p([0-9]+)", one.citation), re.fullmatch(r"p([0-9]+)(?:\.s[0-9]+)?", one.place or "")
        steps.add(int(to[1]) - int(at[1]) if at and to and one.finding == "moved" else 0)
    if len(cited) < _SEVERAL or len(steps) > 1 or steps == {0}:
        return
    step = steps.pop()
    first = next((one.text for one in document.paragraphs if one.number == 1), "")
    words = f"{first[:40].rstrip()}…" if len(first) > 40 else first
    way = f"{abs(step)} paragraph{'' if abs(step) == 1 else 's'} {'later' if step > 0 else 'earlier'}"
    yield f"all of it stands {way} than cited: paragraphs are counted from p1, '{words}'"


def _summary(key: str, found: Sequence[Finding]) -> str:
    """How many of each, the usual first."""
    codes = Counter(one.finding for one in found)
    values = Counter(str(one.comparison) for one in found)
    count = f"{len(found)} assertion{'' if len(found) == 1 else 's'}"
    if not found:
        return f"{key}: {count}"
    told = [
        ", ".join(f"{counted[name]} {name}" for name in order if counted[name])
        for counted, order in (
            (codes, ("found", "no anchor", "moved", "ambiguous", "missing")),
            (values, ("equal", "not compared", "differs")),
        )
    ]
    return f"{key}: {count}: {'; '.join(told)}"


def _rows(found: Sequence[Finding], out: Output) -> Rows:
    """All columns for programs; for people those that matter to them."""
    chosen = [
        number
        for number, column in enumerate(COLUMNS)
        if not out.for_people or (column.shown and (not column.optional or any(finding[number] for finding in found)))
    ]
    rows = (tuple(finding.row[number] for number in chosen) for finding in found)
    return Rows([COLUMNS[number] for number in chosen], rows)


def command(name: str) -> Any:
    """The command."""
    return made(name, compare, HELP)
