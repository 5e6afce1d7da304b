"""The index of texts in SQLite: FTS5 over the view `texts`.

Triggers note the key of every record whose texts may have changed, whoever changes them: commands, undo, replay, the
first article, a statement in the sqlite3 shell. Whoever writes through `store` takes the notes up before the transaction
ends (`index.catch_up`). The triggers do no more, since SQLite lets no trigger write to a virtual table where the schema
is not trusted, and since folding letters takes more than SQL. Tables without texts, figures above all, have no trigger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factbase.values.search import Term, Wanted

_INDEX = (
    "CREATE TABLE search_stale (record TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    # The number of a record in the index: a later one is of a later change.
    "CREATE TABLE search_record (id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, kind TEXT NOT NULL) STRICT",
)
# Texts come folded, so the tokenizer has only to part them; marks belong to the letters of many scripts. Beginnings of
# two and three letters, which many words share, have an index of their own.
_FTS = (
    "CREATE VIRTUAL TABLE {schema}search_index USING fts5(title, names, words, anchor, kind,"
    " tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co M*'\", prefix = '2 3')"
)
_END_INDEX = ("DROP TABLE IF EXISTS search_record", "DROP TABLE IF EXISTS search_stale")
# FTS5 drops no index whose insides it cannot read: its name is taken out, and what it is kept in is dropped as tables.
_END = (
    "PRAGMA writable_schema = ON",
    "DELETE FROM sqlite_master WHERE name = 'search_index'",
    "PRAGMA writable_schema = RESET",
    *(f"DROP TABLE IF EXISTS search_index_{kept}" for kept in ("data", "idx", "content", "docsize", "config")),
)
# What a hit in each column counts for.
_WEIGHTS = "10, 8, 4, 2, 0"
# bm25 looks at every hit of every word, 0.4 s for a word that half of a million texts have. So hits are ranked up to
# this number; of more, those with the words in title or name come first, and then the latest.
RANKED = 2000
_JOINED = "search_index JOIN search_record ON search_record.id = search_index.rowid WHERE search_index MATCH"
HITS = f"SELECT search_record.record, bm25(search_index, {_WEIGHTS}) AS score FROM {_JOINED} :words"
_LATEST = f"SELECT rowid AS id, {{score}} AS score FROM search_index WHERE search_index MATCH {{words}} ORDER BY rowid DESC LIMIT {RANKED}"
# The later, the lower the score, as bm25 has it: lower is better.
LATEST_HITS = f"""
SELECT search_record.record, min(hit.score) AS score
FROM (
  SELECT * FROM ({_LATEST.format(score="-1e15 - rowid", words=":titled")})
  UNION ALL SELECT * FROM ({_LATEST.format(score="-rowid", words=":words")})
) AS hit
JOIN search_record ON search_record.id = hit.id
GROUP BY search_record.record
""".strip()
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH :words LIMIT {most})"


def count() -> str:
    """The SELECT of how many records have the `:words`, counted up to one more than are ranked."""
    return _COUNT.format(most=RANKED + 1)


def statements(tables: Mapping[str, str]) -> Iterator[str]:
    """What makes the index, empty."""
    yield from _INDEX
    yield _FTS.format(schema="")
    for table, column in tables.items():
        for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            notes = "".join(f" INSERT OR IGNORE INTO search_stale VALUES ({row}.{column});" for row in rows)
            yield f"CREATE TRIGGER search_{table}_{event.lower()} AFTER {event} ON {table} BEGIN{notes} END"


def end_statements(tables: Mapping[str, str]) -> Iterator[str]:
    """What takes the index away."""
    for table in tables:
        for event in ("insert", "update", "delete"):
            yield f"DROP TRIGGER IF EXISTS search_{table}_{event}"
    yield from (*_END, *_END_INDEX)


def empty(base: sqlite3.Connection) -> None:
    """Take everything out of the index, also of one that is damaged."""
    for statement in (*_END, *_END_INDEX, *_INDEX, _FTS.format(schema="")):
        base.execute(statement)


def add(base: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add folded texts to the index."""
    base.executemany("INSERT INTO search_record VALUES (?, ?, ?)", (row[:3] for row in rows))
    base.executemany(
        "INSERT INTO search_index (rowid, kind, title, names, words, anchor) VALUES (?, ?, ?, ?, ?, ?)",
        ((row[0], *row[2:]) for row in rows),
    )


def remove(base: sqlite3.Connection, records: Sequence[str]) -> None:
    """Take records out of the index."""
    keys = [(record,) for record in records]
    base.executemany("DELETE FROM search_index WHERE rowid = (SELECT id FROM search_record WHERE record = ?)", keys)
    base.executemany("DELETE FROM search_record WHERE record = ?", keys)


def held(base: sqlite3.Connection) -> Iterable[tuple[Any, ...]]:
    """What the index holds."""
    return base.execute(
        "SELECT record, search_record.kind, title, names, words, anchor FROM search_record"
        " JOIN search_index ON search_index.rowid = search_record.id"
    )


def as_held(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A record with its folded texts as the index holds it."""
    return row


def damage(base: sqlite3.Connection) -> list[str]:
    """What FTS5's own check of its insides finds, and whether changes are noted."""
    try:
        base.execute("SELECT 1 FROM search_stale LIMIT 1")
        base.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        return [f"the index of texts is damaged: {error}"]
    return []


def temporary_statements() -> Iterator[str]:
    """What makes an index for this connection alone, empty; its name comes before that of the base's own."""
    yield _INDEX[1].replace("TABLE ", "TABLE temp.")
    yield _FTS.format(schema="temp.")


_TEXTS = "title names words anchor"
MARK = "?"
WORDS = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab('main', 'search_index', 'row')"
NEAR = (
    "SELECT term FROM temp.search_words WHERE term >= :first AND term < :end"
    " AND length(term) BETWEEN :shortest AND :longest LIMIT 5000"
)


def match(wanted: Wanted, kinds: Iterable[str], columns: str = _TEXTS) -> str:
    """What is wanted in FTS5's own words. Every word is quoted, so that none is taken for an operator.

    `columns` are those that must have the words; what is not wanted is wanted nowhere.

    >>> from factbase.values.search import read_search
    >>> match(read_search('gra* OR wheat -"a draft"'), ["event"], "title")
    '({title}: ("gra" * OR "wheat")) AND ({kind}: ("event")) NOT ({title names words anchor}: ("a draft"))'
    """
    groups = (f"({' OR '.join(map(_quoted, group))})" for group in wanted.groups)
    asked = [f"({{{columns}}}: {group})" for group in groups]
    if kinds:
        quoted = (f'"{kind}"' for kind in kinds)
        asked.append(f"({{kind}}: ({' OR '.join(quoted)}))")
    found = " AND ".join(asked)
    unwanted = " OR ".join(map(_quoted, wanted.without))
    return f"{found} NOT ({{{_TEXTS}}}: ({unwanted}))" if unwanted else found


def _quoted(term: Term) -> str:
    # The words of a term hold letters and digits only, see values/search.py.
    return '"{}"{}'.format(" ".join(term.words), " *" if term.prefix else "")
