"""What a base knows that a sheet may mean: things by name, code lists, and states that it does not know yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from factbase.journal.entry import Entry
from factbase.rows import Rows
from factbase.store.lookup import ALL_NAMES, EXACT
from factbase.store.reading import Parameters
from factbase.store.writing import ask
from factbase.values.name import fold

Row = dict[str, Any]


class Base(Protocol):
    """An open base that can be asked: a Reader, or an entry in the making."""

    def rows(self, sql: str, parameters: Parameters | None = None) -> Rows:
        """What a SELECT gives."""
        ...


class Inside(NamedTuple):
    """An entry in the making, asked as a reader is: what is planned inside it nobody else can overtake."""

    entry: Entry

    def rows(self, sql: str, parameters: Parameters | None = None) -> Rows:
        """What a SELECT gives."""
        return ask(self.entry.connection, sql, parameters)


class Known:
    """Asks a base, and remembers the answers as long as a sheet is planned."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._codes: dict[str, list[str]] = {}
        self._folded: dict[str, dict[str, str]] | None = None
        self._things: dict[str, Row | None] = {}

    def ask(self, sql: str, **parameters: str | int | None) -> list[Row]:
        """The rows that a SELECT gives."""
        rows = self.base.rows(sql, parameters)
        return [dict(zip(rows.names, row, strict=True)) for row in rows]

    def codes(self, name: str) -> list[str]:
        """The codes of a list, users' own included."""
        if name not in self._codes:
            self._codes[name] = [row["code"] for row in self.ask(f"SELECT code FROM {name} ORDER BY code")]
        return self._codes[name]

    def thing(self, key: str) -> Row | None:
        """Key, kind and label of the thing of that key."""
        if key not in self._things:
            found = self.ask("SELECT key, kind, label FROM thing WHERE key = :key", key=key)
            self._things[key] = found[0] if found else None
        return self._things[key]

    def taken(self, key: str) -> Row | None:
        """The thing that has that key, whatever the case of its letters: two such keys could not be told apart."""
        there = self.thing(key)
        return there or next(
            iter(self.ask("SELECT key, kind, label FROM thing WHERE lower(key) = lower(:key)", key=key)), None
        )

    def row(self, kind: str, key: str) -> Row:
        """The row of a thing in the table of its kind, with its label."""
        sql = f"SELECT thing.label, {kind}.* FROM {kind} JOIN thing ON thing.key = {kind}.key WHERE {kind}.key = :key"
        return self.ask(sql, key=key)[0]

    def holder(self, code: str, value: str, beside: str) -> str | None:
        """The key of the actor, other than the one `beside`, that has such a code of the world: iso2 'AZ'."""
        found = self.ask(f"SELECT key FROM actor WHERE {code} = :value AND key <> :key", value=value, key=beside)
        return min((row["key"] for row in found), default=None)

    def names(self, key: str) -> set[str]:
        """All that a thing is called, folded."""
        rows = self.ask(
            "SELECT label AS name FROM thing WHERE key = :key UNION SELECT name FROM name WHERE thing = :key"
            " UNION SELECT title FROM agreement WHERE key = :key UNION SELECT subject FROM agreement WHERE key = :key",
            key=key,
        )
        return {fold(row["name"]) for row in rows if row["name"]}

    def called(self, name: str, kinds: Iterable[str] = ()) -> set[str]:
        """The keys of the things that a name may mean, of the surest way of naming that finds any."""
        words, kinds = name.strip(), tuple(kinds)
        spellings = {"name": words, "upper": words.upper(), "lower": words.lower()}
        for sql in EXACT:
            keys = {str(key) for (key,) in self.base.rows(sql, spellings)}
            found = {key for key in keys if not kinds or (self.thing(key) or {}).get("kind") in kinds}
            if found:
                return found
        return {key for key, kind in self.folded.get(fold(words), {}).items() if not kinds or kind in kinds}

    @property
    def folded(self) -> dict[str, dict[str, str]]:
        """All names, folded: the keys of the things called so, with their kinds."""
        if self._folded is None:
            self._folded = {}
            for key, kind, name in self.base.rows(ALL_NAMES):
                self._folded.setdefault(fold(str(name)), {})[str(key)] = str(kind)
        return self._folded
