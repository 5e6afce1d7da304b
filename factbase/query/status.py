"""What a base is and what it holds, in numbers."""

from __future__ import annotations

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
