"""Records across tables: a thing or an assertion with all the rows that are its own."""

from __future__ import annotations

from typing import Any, NamedTuple

from factbase.errors import WrongRequest
from factbase.journal.entry import Entry, key_of, primary_key
from factbase.kinds.tables import fact_tables


class Place(NamedTuple):
    """A row: its table and its primary key, as the journal writes it."""

    table: str
    row_key: str


def own_rows(entry: Entry, key: str) -> list[Place]:
    """The rows that make up the thing or the assertion of that key, those that others depend on last.

    Raises WrongRequest where there is no such record.
    """
    if entry.find("assertion", key=key):
        main, column = Place("assertion", key_of("assertion", {"key": key})), "assertion"
    elif entry.find("thing", key=key):
        main, column = Place("thing", key_of("thing", {"key": key})), "thing"
    else:
        raise WrongRequest(f"there is no record '{key}'", hint="a key of a thing or of an assertion")
    own = []
    for name, table in reversed(fact_tables.items()):
        if column in table.columns and table.columns[column].foreign_keys and _belongs(name, column):
            own += [Place(name, key_of(name, row)) for row in entry.find(name, **{column: key})]
        if column == "thing" and name in ("actor", "agreement", "event", "source"):
            own += [Place(name, key_of(name, row)) for row in entry.find(name, key=key)]
    return [*own, main]


def _belongs(table: str, column: str) -> bool:
    # A thing owns its names and topics; a count or a link is an assertion's, which the thing only appears in.
    return column == "assertion" or table in ("name", "thing_topic")


def retract(entry: Entry, key: str) -> None:
    """Take a record out; its images stay in the journal.

    Raises WrongRequest, naming one that does, where other records refer to it.
    """
    own = own_rows(entry, key)
    for place in own:
        user = _user(entry, place, set(own))
        if user:
            raise WrongRequest(f"'{key}' cannot be retracted: {user} refers to it", hint="retract that first")
    for place in own:
        entry.remove(place.table, primary_key(*place))


def _user(entry: Entry, place: Place, own: set[Place]) -> str | None:
    """A row outside `own` that refers to the row at `place`."""
    row = entry.find(place.table, **primary_key(*place))[0]
    for name, table in fact_tables.items():
        for constraint in table.foreign_key_constraints:
            if constraint.referred_table.name == place.table:
                pairs = {element.parent.name: row[element.column.name] for element in constraint.elements}
                for user in entry.find(name, **pairs):
                    if Place(name, key_of(name, user)) not in own:
                        return _called(name, user)
    return None


def _called(table: str, row: dict[str, Any]) -> str:
    return str(row.get("assertion") or row.get("key") or f"{table} {key_of(table, row)}")


def amend(entry: Entry, key: str, values: dict[str, Any]) -> bool:
    """Change columns of a record, each in the one of its rows that has it. False where nothing differs.

    Raises WrongRequest for a column that no row of it has.
    """
    by_row: dict[Place, dict[str, Any]] = {}
    for name, value in values.items():
        by_row.setdefault(place_of(entry, key, name), {})[name] = value
    # Row by row, not column by column: a date's bounds are only right together.
    changed = [entry.amend(place.table, primary_key(*place), **changes) for place, changes in by_row.items()]
    return any(changed)


def place_of(entry: Entry, key: str, column: str) -> Place:
    """The row of a record that has the column: of several the one nearest to the record itself.

    Raises WrongRequest, with what would be right, where there is none, or where the column is a key.
    """
    rows = [place for place in reversed(own_rows(entry, key)) if place.table not in BESIDE]
    for place in rows:
        if column in _fields(place.table):
            return place
    names = sorted({name for place in rows for name in _fields(place.table)})
    from factbase.values.name import did_you_mean

    hint = did_you_mean(column, names)
    raise WrongRequest(f"'{key}' has no field '{column}'", hint=hint)


def _fields(table: str) -> list[str]:
    """The columns that can be amended: not keys, nor what tells which table a record's own row is in."""
    fixed = {"thing": ("kind",), "assertion": ("kind", "source")}.get(table, ())
    return [
        column.name
        for column in fact_tables[table].columns
        if not column.primary_key and column.name != "entry" and column.name not in fixed
    ]


# Rows of a record that there may be several of: they are added and retracted, not amended by field.
BESIDE = ("name", "thing_topic", "about", "attribution", "assessment", "assertion_link")


def merge(entry: Entry, key: str, into: str) -> None:
    """Make two things one: all that refers to `key` refers to `into`, which keeps its names and its key as names.

    Raises WrongRequest where the two are of different kinds, or where they stand in a relation to each other that
    nothing can have to itself.
    """
    for name in (key, into):
        if not entry.find("thing", key=name):
            raise WrongRequest(f"there is no record '{name}'", hint="a key of a thing")
    [old], [new] = entry.find("thing", key=key), entry.find("thing", key=into)
    if key == into or old["kind"] != new["kind"]:
        raise WrongRequest(f"'{key}' and '{into}' cannot be one", hint="two things of one kind")
    own = Place(old["kind"], key_of(old["kind"], {"key": key}))
    for table_name, table in fact_tables.items():
        naming = [
            element.parent.name
            for constraint in table.foreign_key_constraints
            if constraint.referred_table.name in ("thing", old["kind"])
            for element in constraint.elements
        ]
        for column in naming:
            for row in entry.find(table_name, **{column: key}):
                if Place(table_name, key_of(table_name, row)) != own:
                    _move(entry, table_name, row, column, into)
    entry.remove(own.table, {"key": key})
    entry.remove("thing", {"key": key})
    for words, kind in ((old["label"], "alias"), (key, "former key")):
        if words != new["label"] and not entry.find("name", thing=into, name=words):
            entry.add("name", thing=into, name=words, kind=kind)


def _move(entry: Entry, table: str, row: dict[str, Any], column: str, into: str) -> None:
    """Let a row name another thing; where it is the row's key and such a row is there already, that one serves."""
    moved = {**row, column: into}
    others = [name for name in ("actor", "other", "thing", "party", "part_of", "state", "key") if name != column]
    if table in ("relation", "link", "actor") and into in (moved.get(name) for name in others):
        raise WrongRequest(
            f"'{row[column]}' and '{into}' cannot be one: {_called(table, row)} tells them apart",
            hint="retract or amend that first",
        )
    if not fact_tables[table].columns[column].primary_key:
        entry.amend(table, primary_key(table, key_of(table, row)), **{column: into})
        return
    entry.remove(table, primary_key(table, key_of(table, row)))
    if not entry.find(table, **primary_key(table, key_of(table, moved))):
        entry.add(table, **{name: value for name, value in moved.items() if name != "entry"})
