"""The index of texts in PostgreSQL: a tsvector a record, with a GIN index.

The words come folded and parted by the program, as they do in SQLite; no parser or dictionary of the server sees them, so
that a search finds the same in both, whatever the language. Triggers note the key of every record whose texts may have
changed, whoever changes them, and whoever writes through `store` takes the notes up (`index.catch_up`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factbase.values.search import Term, Wanted

MARK = "%s"
# The weights of PostgreSQL, by which a word tells its column; the kind is a word that no text has.
_LETTERS = {"title": "A", "names": "B", "words": "C", "anchor": "D"}
_KIND = ":"
# In the order of D, C, B, A, what a hit in each column counts for. Long texts count for less.
_SCORE = "-ts_rank(CAST('{{0.2,0.4,0.8,1}}' AS real[]), search_record.words, CAST({words} AS tsquery), 1)"
# What a tsvector holds: words of up to 2 KiB, 1 MiB in all, and places up to 16383, beyond which all are one.
_LONGEST_WORD = 500
_MOST_BYTES = 400_000
_LAST_PLACE, _MOST_PLACES = 16383, 255
# As in SQLite, hits are ranked up to this number; of more, those with the words in title or name come first, and then
# the latest.
RANKED = 2000
_MATCHING = "FROM search_record WHERE search_record.words @@ CAST({words} AS tsquery)"
HITS = f"SELECT search_record.record, {_SCORE.format(words=':words')} AS score {_MATCHING.format(words=':words')}"
_LATEST = f"SELECT record, {{score}} AS score {_MATCHING} ORDER BY id DESC LIMIT {RANKED}"
LATEST_HITS = f"""
SELECT hit.record, min(hit.score) AS score
FROM (
  SELECT * FROM ({_LATEST.format(score="-1e15 - id", words=":titled")}) AS titled
  UNION ALL SELECT * FROM ({_LATEST.format(score="-id", words=":words")}) AS latest
) AS hit
GROUP BY hit.record
""".strip()
_COUNT = f"SELECT count(*) FROM (SELECT 1 {_MATCHING.format(words=':words')} LIMIT {{most}}) AS found"
NEAR = (
    "SELECT word FROM ts_stat('SELECT words FROM search_record') WHERE word >= :first AND word < :end"
    " AND length(word) BETWEEN :shortest AND :longest ORDER BY word LIMIT 5000"
)

_RECORD = (
    'CREATE {temporary}TABLE search_record (id BIGINT PRIMARY KEY, record TEXT COLLATE "C" NOT NULL UNIQUE,'
    ' kind TEXT COLLATE "C" NOT NULL, words tsvector NOT NULL)'
)
_GIN = "CREATE INDEX ix_search_record_words ON search_record USING gin (words) WITH (fastupdate = off)"
_NOTE = """
CREATE FUNCTION search_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO search_stale VALUES (to_jsonb(OLD) ->> TG_ARGV[0]) ON CONFLICT DO NOTHING;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_stale VALUES (to_jsonb(NEW) ->> TG_ARGV[0]) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$
"""


def count() -> str:
    """The SELECT of how many records have the `:words`, counted up to one more than are ranked."""
    return _COUNT.format(most=RANKED + 1)


def statements(tables: Mapping[str, str]) -> Iterator[str]:
    """What makes the index, empty."""
    yield 'CREATE TABLE search_stale (record TEXT COLLATE "C" PRIMARY KEY)'
    yield _RECORD.format(temporary="")
    yield _GIN
    yield _NOTE
    for table, column in tables.items():
        yield (
            f"CREATE TRIGGER search_{table} AFTER INSERT OR UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION search_note('{column}')"
        )


def end_statements(tables: Mapping[str, str]) -> Iterator[str]:
    """What takes the index away."""
    for table in tables:
        yield f"DROP TRIGGER IF EXISTS search_{table} ON {table}"
    yield "DROP FUNCTION IF EXISTS search_note()"
    yield "DROP TABLE IF EXISTS search_record, search_stale"


def temporary_statements() -> Iterator[str]:
    """What makes an index for this connection alone, empty; its name comes before that of the base's own."""
    yield _RECORD.format(temporary="TEMPORARY ")


def empty(base: Any) -> None:
    """Take everything out of the index."""
    base.execute("DELETE FROM search_record")
    base.execute("DELETE FROM search_stale")


def add(base: Any, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add folded texts to the index."""
    with base.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_record VALUES (%s, %s, %s, CAST(%s AS tsvector))",
            [(number, record, kind, vector(kind, texts)) for number, record, kind, *texts in rows],
        )


def remove(base: Any, records: Sequence[str]) -> None:
    """Take records out of the index."""
    base.execute("DELETE FROM search_record WHERE record = ANY (%s)", (list(records),))


def held(base: Any) -> Iterable[tuple[Any, ...]]:
    """What the index holds."""
    found: Iterable[tuple[Any, ...]] = base.execute("SELECT record, kind, CAST(words AS TEXT) FROM search_record")
    return ((record, kind, frozenset(words.split())) for record, kind, words in found)


def as_held(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A record with its folded texts as the index holds it; the server puts the words in its own order."""
    record, kind, *texts = row
    return record, kind, frozenset(vector(kind, texts).split())


def damage(base: Any) -> list[str]:
    """Nothing: PostgreSQL looks after its own indexes."""
    return []


def vector(kind: str, texts: Sequence[str | None]) -> str:
    """Texts as a tsvector: each word with its places, and these with the letter of its column.

    A place is left free after each column, so that no phrase goes across.

    >>> vector("event", ("trade talks", None, "talks on trade", None))
    "':event' 'trade':1A,7C 'talks':2A,5C 'on':6C"
    """
    places: dict[str, list[str]] = {}
    place, room = 0, _MOST_BYTES
    for letter, text in zip(_LETTERS.values(), texts, strict=True):
        for word in (text or "").split():
            place, word = place + 1, word[:_LONGEST_WORD]
            room -= 0 if word in places else len(word.encode())
            at = places.setdefault(word, [])
            if room < 0:
                break
            if place < _LAST_PLACE and len(at) < _MOST_PLACES:
                at.append(f"{place}{letter if letter != 'D' else ''}")
            elif not at:
                at.append(f"{_LAST_PLACE}{letter if letter != 'D' else ''}")
        place += 1
    told = (f"'{word}':{','.join(at)}" for word, at in places.items() if at)
    return " ".join((f"'{_KIND}{kind}'", *told))


def match(wanted: Wanted, kinds: Iterable[str], columns: str = " ".join(_LETTERS)) -> str:
    """What is wanted as a tsquery. Every word is quoted, so that none is taken for an operator.

    `columns` are those that must have the words; what is not wanted is wanted nowhere.

    >>> from factbase.values.search import read_search
    >>> match(read_search('gra* OR wheat -"a draft"'), ["event"], "title")
    "('gra':*A | 'wheat':A) & (':event') & !(('a':ABCD <-> 'draft':ABCD))"
    """
    asked = [f"({' | '.join(_quoted(term, columns) for term in group)})" for group in wanted.groups]
    if kinds:
        asked.append("({})".format(" | ".join(f"'{_KIND}{kind}'" for kind in kinds)))
    if wanted.without:
        asked.append(f"!({' | '.join(_quoted(term, ' '.join(_LETTERS)) for term in wanted.without)})")
    return " & ".join(asked)


def _quoted(term: Term, columns: str) -> str:
    # The words of a term hold letters and digits only, see values/search.py.
    letters = "".join(_LETTERS[column] for column in columns.split())
    *first, last = (f"'{word[:_LONGEST_WORD]}'" for word in term.words)
    words = [*(f"{word}:{letters}" for word in first), f"{last}:{'*' if term.prefix else ''}{letters}"]
    return words[0] if len(words) == 1 else f"({' <-> '.join(words)})"
