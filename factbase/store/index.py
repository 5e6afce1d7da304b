"""The index of texts: made with the base's views, kept up by whoever writes, asked by `search`.

It holds nothing that the tables do not: it is in no export, and can be made anew at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from factbase.store import sqlite
from factbase.values.search import searchable

if TYPE_CHECKING:
    import sqlite3

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


def make(connection: Connection) -> None:
    """Make the index and fill it; the tables and views are there already."""
    for statement in sqlite.index_statements(_TABLES.items()):
        connection.exec_driver_sql(statement)
    rebuild(connection)


def drop(connection: Connection) -> None:
    """Take the index away with all that keeps it up, where there is one."""
    for table in _TABLES:
        for event in ("insert", "update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS search_{table}_{event}")
    for table in ("search_index", "search_record", "search_stale"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def rebuild(connection: Connection) -> None:
    """Fill the index anew from the tables."""
    base = _driver(connection)
    for table in ("search_index", "search_record", "search_stale"):
        base.execute(f"DELETE FROM {table}")
    fill(base, base.execute(_TEXTS))


def catch_up(connection: Connection) -> None:
    """Index anew what was changed since this was called last. Called at the end of every transaction that writes."""
    catch_up_on(_driver(connection))


def catch_up_on(base: sqlite3.Connection) -> None:
    """The same on a connection of Python's own driver."""
    stale = [key for (key,) in base.execute("SELECT record FROM search_stale")]
    if not stale:
        return
    keys = [(key,) for key in stale]
    base.executemany("DELETE FROM search_index WHERE rowid = (SELECT id FROM search_record WHERE record = ?)", keys)
    base.executemany("DELETE FROM search_record WHERE record = ?", keys)
    fill(base, (row for key in keys for row in base.execute(f"{_TEXTS} WHERE record = ?", key)))
    base.execute("DELETE FROM search_stale")


def check(connection: Connection) -> list[str]:
    """What is wrong with the index, in words; nothing where it is as a new one would be.

    Both FTS5's own check of its insides and a comparison of what it holds with the texts in the tables.
    """
    base = _driver(connection)
    return [*insides(base), *compared(base)]


def insides(base: sqlite3.Connection) -> list[str]:
    """What FTS5's own check finds; it is asked for by a statement that writes, and writes nothing."""
    import sqlite3

    try:
        base.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        return [f"the index of texts is damaged: {error}"]
    return []


def compared(base: sqlite3.Connection) -> list[str]:
    """Where the index does not hold what the tables hold."""
    found = []
    held = "SELECT record, search_record.kind, title, names, words, anchor FROM search_record JOIN search_index"
    indexed = {row[0]: row for row in base.execute(f"{held} ON search_index.rowid = search_record.id")}
    for row in base.execute(_TEXTS):
        if indexed.pop(row[0], None) != (*row[:2], *map(_searchable, row[2:])):
            found.append(f"{row[0]} is not as it should be in the index of texts")
    return [*found, *(f"{record} is in the index of texts and not in the base" for record in indexed)]


def triggers() -> dict[str, str]:
    """The triggers that keep the index up, by name, as a base has them."""
    made = (sql for sql in sqlite.index_statements(_TABLES.items()) if sql.startswith("CREATE TRIGGER"))
    return {sql.split()[2]: sql for sql in made}


def index_here(base: sqlite3.Connection) -> None:
    """Make an index of the texts as this connection sees them, for it alone: of a base as it stood, say."""
    for statement in sqlite.temporary_index_statements():
        base.execute(statement)
    fill(base, base.execute(_TEXTS))


def fill(base: sqlite3.Connection, texts: Iterable[Text]) -> None:
    """Add texts to the index: each a record, its kind, and its title, names, words and anchor."""
    last = base.execute("SELECT coalesce(max(id), 0) FROM search_record").fetchone()[0]
    for batch in _batches(texts):
        records, words = [], []
        for number, (record, kind, *columns) in enumerate(batch, last + 1):
            records.append((number, record, kind))
            words.append((number, *map(_searchable, columns), kind))
        last += len(batch)
        base.executemany("INSERT INTO search_record VALUES (?, ?, ?)", records)
        base.executemany(
            "INSERT INTO search_index (rowid, title, names, words, anchor, kind) VALUES (?, ?, ?, ?, ?, ?)", words
        )


def _batches(texts: Iterable[Text]) -> Iterator[list[Text]]:
    taken = iter(texts)
    while batch := list(islice(taken, _BATCH)):
        yield batch


def _searchable(text: str | None) -> str | None:
    return searchable(text) if text else text


def _driver(connection: Connection) -> Any:
    # The statements are SQLite's, and there may be many: the driver alone is quickest.
    return connection.connection.driver_connection
