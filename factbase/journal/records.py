"""Records across tables: a thing or an assertion with all the rows that are its own."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from factbase.errors import BadInput, WrongRequest
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
    names = sorted({name for place in rows for name in _written(place.table)})
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


# What follows from what is written, or makes a figure another one.
_FOLLOWING = re.compile(r"assertion|series|decimals|\w+_(?:from|to|resolved_from)")


def _written(table: str) -> list[str]:
    """The columns that people correct by name; how many members a set has is one thing, whatever columns it fills."""
    fields = [name for name in _fields(table) if not _FOLLOWING.fullmatch(name)]
    counted = ("low", "high", "words") if table == "tally" else ()
    return [*(name for name in fields if name not in counted), *(["count"] if counted else [])]


# Rows of a record that there may be several of: they are added and retracted, not amended by field.
BESIDE = ("name", "thing_topic", "about", "attribution", "assessment", "assertion_link")


# What the world knows an actor by: two that differ in one are two.
ACTOR_CODES = ("iso2", "iso3", "m49", "subdivision", "wikidata")
# Columns of which a row cannot have one thing in two.
_APART = {"relation": ("actor", "other"), "link": ("thing", "other"), "actor": ("key",)}


def merge(entry: Entry, key: str, into: str) -> None:
    """Make two things one: all that refers to `key` refers to `into`, which keeps its names and its key as names.

    What `into` lacks, it has from `key`. Raises WrongRequest where the two are of different kinds or have different
    codes, where they stand in a relation to each other that nothing can have to itself, or where both have a figure of
    a data set in one place.
    """
    for name in (key, into):
        if not entry.find("thing", key=name):
            raise WrongRequest(f"there is no record '{name}'", hint="a key of a thing")
    [old], [new] = entry.find("thing", key=key), entry.find("thing", key=into)
    if key == into or old["kind"] != new["kind"]:
        raise WrongRequest(f"'{key}' and '{into}' cannot be one", hint="two things of one kind")
    own = Place(old["kind"], key_of(old["kind"], {"key": key}))
    _fill(entry, own.table, key, into)
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


def _fill(entry: Entry, table: str, key: str, into: str) -> None:
    """Give the record that stays what it lacks and the other has; a date with all that is told of it."""
    [old], [new] = entry.find(table, key=key), entry.find(table, key=into)
    for code in ACTOR_CODES if table == "actor" else ():
        if None not in (old[code], new[code]) and old[code] != new[code]:
            what = f"'{key}' and '{into}' cannot be one: their {code} are {old[code]} and {new[code]}"
            raise WrongRequest(what, hint="amend the one that is wrong first")
    whole = {name: next((one for one in old if name.startswith(f"{one}_")), name) for name in old}
    missing = {
        name: value
        for name, value in old.items()
        if value is not None and value != into and new[name] is None and new[whole[name]] is None
    }
    if missing:
        entry.amend(table, {"key": into}, **missing)


def _move(entry: Entry, table: str, row: dict[str, Any], column: str, into: Any) -> None:
    """Let a row name another thing; where such a row is there already, that one serves."""
    moved = {**row, column: into}
    if into in (moved[name] for name in _APART.get(table, ()) if name != column):
        raise WrongRequest(
            f"'{row[column]}' and '{into}' cannot be one: {_called(table, row)} tells them apart",
            hint="retract or amend that first",
        )
    key = primary_key(table, key_of(table, row))
    if table in ("measure", "series_key"):
        wanted = {name: value for name, value in moved.items() if name not in ("id", "decimals", "entry")}
        for there in entry.find(table, **wanted):
            if table == "measure":
                for series in entry.find("series_key", measure=row["id"]):
                    _move(entry, "series_key", series, "measure", there["id"])
            else:
                _move_figures(entry, row, there)
            entry.remove(table, key)
            return
    if not fact_tables[table].columns[column].primary_key:
        entry.amend(table, key, **{column: into})
        if table == "series_key":
            entry.touch([row["id"]])
        return
    entry.remove(table, key)
    if not entry.find(table, **primary_key(table, key_of(table, moved))):
        entry.add(table, **{name: value for name, value in moved.items() if name != "entry"})


def _move_figures(entry: Entry, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Let what is told of a series be told of another that measures the same."""
    if old["decimals"] > new["decimals"]:
        widen(entry, new, old["decimals"])
    factor = 10 ** max(new["decimals"] - old["decimals"], 0)
    for row in entry.find("figure", series=old["id"]):
        there = entry.find("figure", series=new["id"], period=row["period"])
        if there and row["assertion"] is None:
            what = f"the two cannot be one: both have a figure of {row['period']} in one series of a data set"
            raise WrongRequest(what, hint="undo the import of one of them first")
        ordinal = max((one["ordinal"] for one in there), default=row["ordinal"] - 1) + 1
        entry.remove("figure", primary_key("figure", key_of("figure", row)))
        moved = {**row, **times(row, factor), "series": new["id"], "ordinal": ordinal}
        entry.add("figure", **{name: value for name, value in moved.items() if name != "entry"})
    for row in entry.find("change", series=old["id"]):
        entry.amend("change", {"assertion": row["assertion"]}, series=new["id"])


def widen(entry: Entry, series: dict[str, Any], decimals: int) -> None:
    """Give a series more decimals; its numbers stay what they are."""
    for row in entry.find("figure", series=series["id"]):
        key = primary_key("figure", key_of("figure", row))
        entry.amend("figure", key, **times(row, 10 ** (decimals - series["decimals"])))
    entry.amend("series_key", {"id": series["id"]}, decimals=decimals)


def times(figure: dict[str, Any], factor: int) -> dict[str, Any]:
    """The numbers of a figure, multiplied. Raises BadInput where 64 bits do not hold them."""
    numbers = {name: None if figure[name] is None else figure[name] * factor for name in ("value", "low", "high")}
    if any(number is not None and abs(number) >= 2**63 for number in numbers.values()):
        what = f"the figure of {figure['period']} is too large for the decimals that its series is to have"
        raise BadInput(what, hint="18 digits in all")
    return numbers
