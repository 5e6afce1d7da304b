"""Trust: on whose word a record rests, and how many say so independently."""

from __future__ import annotations

from typing import NamedTuple

from factbase.query.record import is_assertion, kind_of
from factbase.rows import Column, Row, Rows
from factbase.store.reading import Reader

COLUMNS = [
    Column("assertion", "code", "The assertion's key."),
    Column("says", "code", "Beside the one asked for: so, or otherwise, where both cannot be true.", optional=True),
    Column("fact", "text", "What it says."),
    Column("certainty", "code", "stated, implied, derived."),
    Column("modality", "code", "fact, plan, expectation, opinion, cause, rule.", shown=False),
    Column("polarity", "code", "positive, or negative: it is said not to be so.", shown=False),
    Column("said_by", "list", "Who says it, nearest voice first, the origin last.", optional=True),
    Column("origin", "text", "On whose word it rests in the end."),
    Column("origin_code", "code", "The key of that actor, or of the source.", shown=False),
    Column("origins", "integer", "How many independent origins tell the same."),
    Column("assessment", "list", "Verdicts on it.", optional=True),
    Column("source", "code", "The source's key.", shown=False),
    Column("locator", "text", "Where in the source.", shown=False),
    Column("anchor", "text", "A few words to find it by.", shown=False),
    Column("citation", "text", "Source and locator in one."),
]

_CITATIONS = """
WITH wanted (assertion, says) AS (
  {wanted}
),
compared AS MATERIALIZED (
  SELECT assertion, other_assertion FROM comparisons WHERE agrees = 'yes'
),
told (assertion, voice) AS (
  SELECT assertion, assertion FROM wanted
  UNION SELECT wanted.assertion, compared.other_assertion
  FROM wanted JOIN compared ON compared.assertion = wanted.assertion
),
whose AS MATERIALIZED (
  SELECT assertion, origin, origin_code FROM origins
),
counted AS (
  SELECT told.assertion, count(DISTINCT whose.origin_code) AS origins
  FROM told JOIN whose ON whose.assertion = told.voice
  GROUP BY told.assertion
)
SELECT
  facts.assertion, wanted.says, facts.fact, facts.certainty, facts.modality, facts.polarity, facts.said_by,
  whose.origin, whose.origin_code, counted.origins, facts.assessment, facts.source, facts.locator, facts.anchor,
  facts.citation
FROM wanted
JOIN facts ON facts.assertion = wanted.assertion
JOIN whose ON whose.assertion = wanted.assertion
JOIN counted ON counted.assertion = wanted.assertion
JOIN claims ON claims.assertion = wanted.assertion
ORDER BY {order}facts.kind, claims.claim, facts.source, facts.number
"""
_OF_THING = "SELECT mentions.assertion, NULL FROM mentions WHERE mentions.thing = :key"
_OF_SOURCE = "SELECT assertion.key, NULL FROM assertion WHERE assertion.source = :key"
_OF_ASSERTION = """SELECT :key, 'so'
  UNION ALL
  SELECT comparisons.other_assertion, CASE comparisons.agrees WHEN 'yes' THEN 'so' ELSE 'otherwise' END
  FROM comparisons WHERE comparisons.assertion = :key"""
# The one asked for first, then those that say so, then the others.
_ORDER = "facts.assertion <> :key, wanted.says DESC, "


class Trust(NamedTuple):
    """The citations of a record, and what they come to.

    `citations`, `sources` and `origins` count what tells the record, or, for an assertion, what says so; `otherwise`
    counts the sources that say otherwise.
    """

    rows: Rows
    citations: int
    sources: int
    origins: int
    otherwise: int

    def __str__(self) -> str:
        """The sum in words: '7 citations, 5 sources, 3 independent origins'."""
        words = ", ".join(
            (
                _counted(self.citations, "citation"),
                _counted(self.sources, "source"),
                _counted(self.origins, "independent origin"),
            )
        )
        if not self.otherwise:
            return words
        return f"{words}; {_counted(self.otherwise, 'source')} {'says' if self.otherwise == 1 else 'say'} otherwise"


def trust(reader: Reader, key: str) -> Trust:
    """Who tells the thing or the assertion of that key, in lines, each with the word that it rests on.

    For a source it is its own assertions; for an assertion all others of the same claim, too.
    """
    if is_assertion(reader, key):
        sql = _CITATIONS.format(wanted=_OF_ASSERTION, order=_ORDER)
    elif kind_of(reader, key) == "source":
        sql = _CITATIONS.format(wanted=_OF_SOURCE, order="")
    else:
        sql = _CITATIONS.format(wanted=_OF_THING, order="")
    rows = list(reader.rows(sql, {"key": key}))
    so = [row for row in rows if row[_SAYS] != "otherwise"]
    return Trust(
        Rows(COLUMNS, iter(rows)),
        citations=len(so),
        sources=_distinct(so, _SOURCE),
        origins=_distinct(so, _ORIGIN),
        otherwise=_distinct([row for row in rows if row[_SAYS] == "otherwise"], _SOURCE),
    )


_SAYS, _SOURCE, _ORIGIN = (
    [column.name for column in COLUMNS].index(name) for name in ("says", "source", "origin_code")
)


def _distinct(rows: list[Row], column: int) -> int:
    return len({row[column] for row in rows})


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
