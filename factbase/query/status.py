"""What a base is and what it holds: in numbers, and at a glance."""

from __future__ import annotations

from typing import NamedTuple

from factbase.store.reading import Reader, revision_of

_COUNTED = {
    "sources": "SELECT count(*) FROM source",
    "actors": "SELECT count(*) FROM actor",
    "agreements": "SELECT count(*) FROM agreement",
    "events": "SELECT count(*) FROM event",
    "assertions": "SELECT count(*) FROM assertion",
    "series": "SELECT count(*) FROM series_key",
    "figures": "SELECT (SELECT coalesce(sum(figures), 0) FROM total)"
    " + (SELECT count(*) FROM figure WHERE assertion IS NOT NULL)",
    "journal entries": "SELECT count(*) FROM entry",
    "last entry": "SELECT max(at) FROM entry",
}


def status(reader: Reader) -> list[tuple[str, str]]:
    """The revision of the schema, how many there are of each kind, and when something was last written."""
    lines = [("revision", str(revision_of(reader)))]
    for item, sql in _COUNTED.items():
        value = next(iter(reader.rows(sql)))[0]
        lines.append((item, "never" if value is None else str(value)))
    return lines


class Entry(NamedTuple):
    """An entry of the journal; `day` is the UTC day it was made on."""

    number: int
    day: str
    author: str
    command: str
    why: str | None


class Glance(NamedTuple):
    """How many there are of each kind, the latest entries (the newest first), and a key to look at."""

    counts: dict[str, int]
    latest: list[Entry]
    key: str | None


_LATEST = "SELECT number, substr(at, 1, 10), author, command, why FROM entry ORDER BY number DESC LIMIT :number"
# An agreement where there is one: it has most to show.
_SHOWN = """SELECT coalesce(
  (SELECT key FROM thing WHERE kind = 'agreement' ORDER BY key LIMIT 1), (SELECT key FROM thing ORDER BY key LIMIT 1))
WHERE EXISTS (SELECT 1 FROM thing)"""


def glance(reader: Reader, entries: int) -> Glance:
    """What a base holds, at a glance, with so many of the latest entries."""
    counts = {
        item: int(str(next(iter(reader.rows(_COUNTED[item])))[0] or 0))
        for item in ("agreements", "events", "actors", "figures", "assertions", "sources")
    }
    latest = [
        Entry(int(str(number)), str(day), str(author), str(command), None if why is None else str(why))
        for number, day, author, command, why in reader.rows(_LATEST, {"number": entries})
    ]
    return Glance(counts, latest, next((str(key) for (key,) in reader.rows(_SHOWN)), None))
