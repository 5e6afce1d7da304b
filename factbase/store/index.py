"""The index of texts: made with the base's views, words up by whoever writes, asked by `search`.

It holds nothing that the tables do not: it is in no export, and can be made anew at any time. What a database keeps it
in is its own; the words in it, and which records are in it, are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from factbase.store.location import Location
from factbase.store.reading import database
from factbase.values.search import Wanted, searchable

if TYPE_CHECKING:
    from sqlalchemy import Connection

# The tables that hold texts, and the column with the key of the record that these belong to; `texts` reads them all.
_TABLES = {
    "thing": "key",
    "name": "thing",
    "agreement": "key",
    "event": "key",
    "assertion": "key",
    "position": "assertion",
    "commitment": "assertion",
    "provision": "assertion",
    "tally": "assertion",
    "participation": "assertion",
    "affiliation": "assertion",
    "relation": "assertion",
    "attribution": "assertion",
    "assessment": "assertion",
}
_TEXTS = "SELECT record, kind, title, names, words, anchor FROM texts"
_BATCH = 1000

Text = tuple[Any, ...]


class Words(Protocol):
    """What keeps the index in a database: the modules `fts5` and `tsvector`.

    `base` is a connection of the driver's own, and MARK what stands for a parameter there. Texts come folded: a number,
    the record, its kind, title, names, words and anchor.
    """

    @property
    def MARK(self) -> str: ...  # noqa: N802 (a constant of the module)

    @property
    def RANKED(self) -> int: ...  # noqa: N802

    @property
    def HITS(self) -> str: ...  # noqa: N802

    @property
    def LATEST_HITS(self) -> str: ...  # noqa: N802

    def count(self) -> str:
        """The SELECT of how many records have the `:words`, counted up to one more than are ranked."""
        ...

    def match(self, wanted: Wanted, kinds: Iterable[str], columns: str = ...) -> str:
        """What is wanted in the index's own words; `columns` are those that must have them."""
        ...

    def statements(self, tables: Mapping[str, str]) -> Iterable[str]:
        """What makes the index, empty. `tables` have texts, each with the column that holds the key of its record."""
        ...

    def end_statements(self, tables: Mapping[str, str]) -> Iterable[str]:
        """What takes the index away, where there is one."""
        ...

    def temporary_statements(self) -> Iterable[str]:
        """What makes an index for this connection alone, empty; its name comes before that of the base's own."""
        ...

    def empty(self, base: Any) -> None:
        """Take everything out of the index."""
        ...

    def add(self, base: Any, rows: Sequence[Text]) -> None:
        """Add texts to the index."""
        ...

    def remove(self, base: Any, records: Sequence[str]) -> None:
        """Take records out of the index."""
        ...

    def held(self, base: Any) -> Iterable[Text]:
        """What the index holds, a row a record that begins with its key."""
        ...

    def as_held(self, row: Text) -> Text:
        """A record, its kind and its texts as the index holds them."""
        ...

    def damage(self, base: Any) -> list[str]:
        """What the database finds wrong with the insides of its index, in words."""
        ...


def words_in(location: Location) -> Words:
    """What keeps the index of a base."""
    # Imported here: only the one that is used.
    if location.path is not None:
        from factbase.store import fts5

        return fts5
    from factbase.store import tsvector

    return tsvector


def near_bounds(word: str) -> dict[str, str | int | float | None]:
    """The parameters of a SELECT of words that come near one: it begins with its letter and is about as long."""
    size = len(word)
    return {"first": word[0], "end": chr(ord(word[0]) + 1), "shortest": size - 2, "longest": size + 2}


def make(connection: Connection) -> None:
    """Make the index and fill it; the tables and views are there already."""
    with _driver(connection) as (words, base):
        for statement in words.statements(_TABLES):
            base.execute(statement)
    rebuild(connection)


def drop(connection: Connection) -> None:
    """Take the index away with all that keeps it up, where there is one."""
    with _driver(connection) as (words, base):
        for statement in words.end_statements(_TABLES):
            base.execute(statement)


def rebuild(connection: Connection) -> None:
    """Fill the index anew from the tables."""
    with _driver(connection) as (words, base):
        words.empty(base)
        fill(words, base, base.execute(_TEXTS))


def catch_up(connection: Connection) -> None:
    """Index anew what was changed since this was called last. Called at the end of every transaction that writes."""
    with _driver(connection) as (words, base):
        catch_up_on(words, base)


def catch_up_on(words: Words, base: Any) -> None:
    """The same on a connection of the driver's own."""
    stale = [key for (key,) in base.execute("SELECT record FROM search_stale")]
    if not stale:
        return
    words.remove(base, stale)
    one = f"{_TEXTS} WHERE record = {words.MARK}"
    fill(words, base, (row for key in stale for row in base.execute(one, (key,))))
    base.execute("DELETE FROM search_stale")


def check(connection: Connection) -> list[str]:
    """What is wrong with the index, in words; nothing where it is as a new one would be."""
    with _driver(connection) as (words, base):
        return [*words.damage(base), *compared(words, base)]


def compared(words: Words, base: Any) -> list[str]:
    """Where the index does not hold what the tables hold."""
    found = []
    indexed = {row[0]: tuple(row) for row in words.held(base)}
    for row in base.execute(_TEXTS):
        if indexed.pop(row[0], None) != words.as_held(_folded(row)):
            found.append(f"{row[0]} is not as it should be in the index of texts")
    return [*found, *(f"{record} is in the index of texts and not in the base" for record in indexed)]


def triggers() -> dict[str, str]:
    """The triggers that keep the index up, by name, as a base has them."""
    from factbase.store import fts5

    made = (sql for sql in fts5.statements(_TABLES) if sql.startswith("CREATE TRIGGER"))
    return {sql.split()[2]: sql for sql in made}


def index_here(words: Words, base: Any) -> None:
    """Make an index of the texts as this connection sees them, for it alone: of a base as it stood, say."""
    for statement in words.temporary_statements():
        base.execute(statement)
    fill(words, base, base.execute(_TEXTS))


def fill(words: Words, base: Any, texts: Iterable[Text]) -> None:
    """Add texts to the index: each a record, its kind, and its title, names, words and anchor."""
    last = base.execute("SELECT coalesce(max(id), 0) FROM search_record").fetchone()[0]
    for batch in _batches(texts):
        words.add(base, [(number, *_folded(row)) for number, row in enumerate(batch, last + 1)])
        last += len(batch)


def _folded(row: Text) -> Text:
    """A record and its kind as they are, and its texts as words are compared."""
    return (*row[:2], *(searchable(text) if text else text for text in row[2:]))


def _batches(texts: Iterable[Text]) -> Iterator[list[Text]]:
    taken = iter(texts)
    while batch := list(islice(taken, _BATCH)):
        yield batch


@contextmanager
def _driver(connection: Connection) -> Iterator[tuple[Words, Any]]:
    """What keeps the index, and the driver's own connection, whose errors are told as those of SQLAlchemy are."""
    # The statements are a database's own, and there may be many: the driver alone is quickest.
    location, dbapi = connection.info["location"], connection.dialect.dbapi
    assert dbapi is not None
    try:
        yield words_in(location), connection.connection.driver_connection
    except dbapi.Error as error:
        raise database(location).translate(error, location) from error
