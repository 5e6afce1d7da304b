"""Checks: what in a base contradicts itself, is overdue, or is told twice; each a SELECT in a file of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factbase.errors import WrongRequest
from factbase.query.record import is_assertion, kind_of
from factbase.rows import Column, Rows, Value
from factbase.store.reading import Reader

FOLDER = Path(__file__).parent / "checks"

# A new check is its file in the folder, and its name here. They are run in this order.
NAMES = (
    # Agreements and their course.
    "dates-out-of-order",
    "step-after-end",
    "told-too-early",
    "validity-before-signature",
    "one-party",
    "members-above-count",
    "same-agreement-twice",
    # Promises.
    "expected-step-overdue",
    "expected-event-overdue",
    "pledge-overdue",
    # People and their offices.
    "signatory-out-of-office",
    "participant-out-of-office",
    "signatory-without-office",
    "terms-overlap",
    # Figures.
    "growth-against-levels",
    "rank-against-figures",
    "components-against-total",
    "part-above-whole",
    "thousandfold",
    "units-mixed",
    "mirror-gap",
    # Records and sources.
    "nobody-asserts",
    "same-actor-twice",
    "city-without-state",
    "assessment-without-basis",
    "one-origin-twice",
)
SEVERITIES = {
    "error": "It cannot be so: a record, or what its source tells, is wrong.",
    "warning": "It is most likely wrong, or there is something to do.",
    "note": "It may well be so, and is good to know.",
}

FINDING_COLUMNS = [
    Column("severity", "code", "error, warning, note."),
    Column("finding", "code", "What it is called: the check, a colon, and the records."),
    Column("check", "code", "The check that found it.", shown=False),
    Column("records", "list", "Keys of the records that it is about.", shown=False),
    Column("words", "text", "What is wrong."),
    Column("hint", "text", "What can be done about it.", shown=False),
    Column("accepted", "text", "Why it may stand.", optional=True),
]
CHECK_COLUMNS = [
    Column("check", "code", "The check's name."),
    Column("severity", "code", "error, warning, note."),
    Column("explanation", "text", "What it finds."),
    Column("hint", "text", "What can be done about it."),
]

# What checks ask of: temporary views over the base, so that they see it as it stands for the reader.
VIEWS = ("keyed", "held", "spans", "levels")
_GONE = "not found any more"


class Check(NamedTuple):
    """A check, as its file tells it.

    Its SELECT gives a line a finding: `records`, the keys of what it is about, joined by '; '; `part`, what tells it
    from other findings on the same records, or NULL; `words`, what is wrong, with the values. Where it gives `one` and
    `other` too, these are wordings, and only lines whose two read alike are findings.
    """

    name: str
    severity: str
    explanation: str
    hint: str
    select: str

    def row(self) -> tuple[str, ...]:
        """As a line of the list of checks."""
        return (self.name, self.severity, self.explanation, self.hint)


class Finding(NamedTuple):
    """Something that a check found. `accepted` is why it may stand, where somebody said so."""

    check: Check
    name: str
    records: tuple[str, ...]
    words: str
    accepted: str | None = None

    def row(self) -> tuple[Value, ...]:
        """As a line of the list of findings."""
        check = self.check
        records = "; ".join(self.records)
        return (check.severity, self.name, check.name, records, self.words, check.hint, self.accepted)


@cache
def check(name: str) -> Check:
    """The check of that name, from its file: a header of comments, and the SELECT below it.

    Paragraphs of the header are 'name (severity): explanation', the hint, and remarks. Raises WrongRequest for a name
    that there is not.

    >>> check("one-party").severity
    'warning'
    """
    if name not in NAMES:
        from factbase.values.name import did_you_mean

        hint = did_you_mean(name, NAMES, "'factbase check --list' tells them")
        raise WrongRequest(f"no such check '{name}'", where="--only", hint=hint)
    header, asked = _read(name)
    title, hint = header[:2]
    head, _, explanation = title.partition(": ")
    severity = head.removeprefix(name).strip(" ()")
    return Check(name, severity, explanation, hint, asked)


def findings(reader: Reader, key: str | None = None, only: Collection[str] = ()) -> list[Finding]:
    """What the checks find, all of them or `only` some, in the whole base or about the record of that key.

    A finding is about a thing or an assertion where it names it, and about a thing or a source also where it names an
    assertion that speaks of it or that it tells. Accepted findings are among them.
    """
    checks = [check(name) for name in only or NAMES]
    reader.define({view: select(view) for view in VIEWS})
    with reader.one_state():
        accepted = dict(accepted_findings(reader))
        about = _about(reader, key) if key is not None else None
        return [
            finding._replace(accepted=accepted.get(finding.name))
            for one in checks
            for finding in _run(reader, one)
            if about is None or not about.isdisjoint(finding.records)
        ]


def accepted_findings(reader: Reader) -> Iterator[tuple[str, str]]:
    """The names of the findings that were accepted, each with the reason."""
    for name, reason in reader.rows("SELECT finding, reason FROM accepted_finding ORDER BY finding"):
        yield str(name), str(reason)


def gone(reader: Reader, found: Collection[Finding], only: Collection[str] = ()) -> list[Finding]:
    """What was accepted and is not found any more, so that its acceptance can be taken back."""
    names = {finding.name for finding in found}
    left = []
    for name, reason in accepted_findings(reader):
        by = name.partition(":")[0]
        if name not in names and by in (only or NAMES):
            left.append(Finding(check(by), name, (), _GONE, reason))
    return left


def listed(found: Collection[Finding]) -> Rows:
    """Findings as rows."""
    return Rows(FINDING_COLUMNS, (finding.row() for finding in found))


def _run(reader: Reader, one: Check) -> Iterator[Finding]:
    rows = reader.rows(one.select)
    wordings = "one" in rows.names
    lines = rows.dicts()
    if wordings:
        from factbase.audit.alike import alike

        lines = [line for line in lines if alike(str(line["one"]), str(line["other"]))]
    named = set()
    for line in lines:
        records = tuple(str(line["records"]).split("; "))
        name = f"{one.name}:{','.join(records)}" + ("" if line["part"] is None else f"/{line['part']}")
        if name not in named:
            named.add(name)
            yield Finding(one, name, records, str(line["words"]))


def _about(reader: Reader, key: str) -> set[str]:
    if is_assertion(reader, key):
        return {key}
    if kind_of(reader, key) == "source":
        sql = "SELECT key FROM assertion WHERE source = :key"
    else:
        sql = "SELECT assertion FROM mentions WHERE thing = :key"
    return {key, *(str(assertion) for (assertion,) in reader.rows(sql, {"key": key}))}


def select(name: str) -> str:
    """The SELECT of a check, or of a view that checks ask of."""
    return _read(name)[1]


def _read(name: str) -> tuple[list[str], str]:
    """The paragraphs of a file's header, and the SELECT below it."""
    lines = (FOLDER / f"{name}.sql").read_text(encoding="utf-8").splitlines()
    end = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    header = "\n".join(line.removeprefix("--").strip() for line in lines[:end])
    paragraphs = [" ".join(part.split()) for part in header.split("\n\n")]
    return paragraphs, "\n".join(lines[end:]).strip()
