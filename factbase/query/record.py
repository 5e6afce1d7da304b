"""One record with all that is said of it, as lines of one shape, by section."""

from __future__ import annotations

from collections.abc import Iterator

from factbase.kinds.views import view
from factbase.rows import Column, Row, Rows, Value
from factbase.store.reading import Reader
from factbase.values.fragment import fragment

COLUMNS = [
    Column("section", "code", "What kind of line it is: record, names, parties, steps, positions, figures, ..."),
    Column("item", "code", "The field, or the kind of name, or the key of the assertion."),
    Column("value", "text", "What is said."),
    Column("modality", "code", "fact, plan, expectation, opinion, cause, rule."),
    Column("certainty", "code", "stated, implied, derived."),
    Column("said_by", "list", "Who says it, nearest voice first, the origin last."),
    Column("assessment", "text", "Verdicts on it, with their reasons."),
    Column("source", "code", "The source's key."),
    Column("locator", "code", "Where in the source."),
    Column("anchor", "text", "A few words to find it by."),
    Column("link", "code", "The address of these words, where the source has one on the web."),
]

# What only an assertion has: everything behind the value.
_UNSAID = (None,) * (len(COLUMNS) - 3)

# The noun whose view has a thing's own line.
NOUN_OF_KIND = {"actor": "actors", "agreement": "agreements", "event": "events", "source": "sources"}

# Sections in the order of a dossier, by kind of assertion.
SECTIONS = {
    "party": "parties",
    "action": "steps",
    "provision": "terms",
    "tally": "counts",
    "occurrence": "when and where",
    "participation": "participants",
    "affiliation": "offices and memberships",
    "relation": "relations",
    "figure": "figures",
    "change": "changes",
    "position": "positions",
    "commitment": "commitments",
    "link": "links",
    "statement": "statements",
}

_ASSERTIONS = """
SELECT
  facts.kind, facts.assertion, facts.fact, facts.modality, facts.certainty, facts.said_by,
  (
    SELECT group_concat(verdicts.words, '; ')
    FROM (
      SELECT assessment.verdict || ': ' || assessment.reason AS words FROM assessment
      WHERE assessment.assertion = facts.assertion ORDER BY assessment.ordinal
    ) AS verdicts
  ) AS assessment,
  facts.source, facts.locator, facts.anchor,
  (SELECT source.address FROM source WHERE source.key = facts.source) AS address
FROM facts
WHERE {condition}
ORDER BY facts.source, facts.number
"""
_ABOUT = _ASSERTIONS.format(
    condition="facts.assertion IN (SELECT mentions.assertion FROM mentions WHERE mentions.thing = :key)"
)
_FROM_SOURCE = _ASSERTIONS.format(condition="facts.source = :key")
_ONE = _ASSERTIONS.format(condition="facts.assertion = :key")

_NAMES = "SELECT kind, name, language FROM name WHERE thing = :key ORDER BY kind, name"


def record(reader: Reader, key: str) -> Rows:
    """All lines of the thing or the assertion of that key, in sections."""
    return Rows(COLUMNS, _lines(reader, key))


def is_assertion(reader: Reader, key: str) -> bool:
    """Whether there is an assertion of that key."""
    return bool(list(reader.rows("SELECT 1 FROM assertion WHERE key = :key", {"key": key})))


def kind_of(reader: Reader, key: str) -> str:
    """The kind of a thing."""
    return next(str(kind) for (kind,) in reader.rows("SELECT kind FROM thing WHERE key = :key", {"key": key}))


def _lines(reader: Reader, key: str) -> Iterator[Row]:
    if is_assertion(reader, key):
        yield from _assertions(reader, _ONE, key)
        return
    kind = kind_of(reader, key)
    noun = NOUN_OF_KIND[kind]
    names = [column.name for column in view(noun).columns]
    for row in reader.rows(_own(noun, names), {"key": key}):
        for field, value in zip(names, row, strict=True):
            if value is not None:
                yield ("record", field, value, *_UNSAID)
    for name_kind, name, language in reader.rows(_NAMES, {"key": key}):
        words = f"{name} ({language})" if language else name
        yield ("names", name_kind, words, *_UNSAID)
    yield from _assertions(reader, _FROM_SOURCE if kind == "source" else _ABOUT, key)


def _own(noun: str, columns: list[str]) -> str:
    """The line of one thing in its noun's view, given no more mentions than its own: the view would read them all."""
    mentions, places, lines = (view(name).select for name in ("mentions", "mention_places", noun))
    return f"""
WITH mentions AS (SELECT * FROM (
{mentions}
) AS told WHERE thing = :key),
mention_places AS (
{places}
)
SELECT {", ".join(columns)} FROM (
{lines}
) AS own WHERE key = :key
"""


def _assertions(reader: Reader, sql: str, key: str) -> Iterator[Row]:
    order = list(SECTIONS)
    rows = sorted(reader.rows(sql, {"key": key}), key=lambda row: order.index(str(row[0])))
    for row in rows:
        kind, *told, anchor, address = row
        link = fragment(_text(address), _text(anchor))
        yield (SECTIONS[str(kind)], *told, anchor, link)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
