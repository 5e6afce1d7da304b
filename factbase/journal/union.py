"""Union: what a copy tells and the base does not is added to it, under one new entry; nothing is overwritten.

Things are the same where their keys are, or their natural keys: the codes of an actor, the address of a source, else
kind and name. Assertions are the same where one source says the same at the same place. A series is what it measures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import func, insert, select

from factbase.errors import BadInput
from factbase.journal.copy import LIST_TABLES, Copy
from factbase.journal.entry import Entry
from factbase.journal.records import ACTOR_CODES, times, widen
from factbase.kinds.figure.measure import MOST_DECIMALS
from factbase.kinds.tables import fact_tables, tables
from factbase.values.name import fold, slug

Row = dict[str, Any]

_THINGS = ("thing", "actor", "agreement", "event", "source")
# A row of these belongs to an assertion, or to a thing, that may have several.
_BESIDE = ("about", "attribution", "assessment", "assertion_link", "thing_topic", "name")
_TYPED = tuple(name for name, table in fact_tables.items() if [c.name for c in table.primary_key] == ["assertion"])
_FIGURE = ("value", "low", "high", "digits", "qualifier", "status")


class Outcome(NamedTuple):
    """What became of a record of the copy: `new`, `same`, `completed` or `conflict`, and in words how they differ."""

    status: str
    kind: str
    key: str
    what: str = ""


class Union:
    """A base in an open entry that takes up what a copy has."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.things: dict[str, str] = {}
        self.assertions: dict[str, str] = {}
        self.measures: dict[int, int] = {}
        self.series: dict[int, int] = {}
        # By how much the copy's figures of a series are multiplied to stand at the base's decimals.
        self.factors: dict[int, int] = {}
        self.outcomes: list[Outcome] = []
        self.unchanged = 0
        self._by_label: dict[str, dict[str, list[Row]]] = {}

    def take(self, copy: Copy) -> None:
        """Take up all that the copy has. `outcomes` tells of each thing, assertion and series."""
        told: dict[str, list[Row]] = {}
        for name, rows in copy.tables():
            if name in LIST_TABLES:
                self._lists(name, rows)
            elif name in fact_tables and name != "figure":
                told[name] = list(rows)
            elif name == "figure":
                # They come last, may be many, and need all the rest.
                self._things(told)
                self._measures(told["measure"])
                self._series(told["series_key"])
                figures = list(self._data_sets(map(self._scaled, rows)))
                self._assertions(told, figures)
                self._figures(figures)
        self._beside(told)

    def _tell(self, status: str, kind: str, key: str, what: str = "") -> None:
        if status == "same":
            self.unchanged += 1
        else:
            self.outcomes.append(Outcome(status, kind, key, what))

    def _lists(self, name: str, rows: Iterable[Row]) -> None:
        """Codes that the base has not are added; one that it describes otherwise stays as it is."""
        table = tables[name]
        key = [column.name for column in table.primary_key]
        ours = {
            tuple(row[k] for k in key): dict(row) for row in self.entry.connection.execute(select(table)).mappings()
        }
        for row in rows:
            there = ours.get(tuple(row[k] for k in key))
            if there is None:
                self.entry.connection.execute(insert(table), [row])
                self._tell("new", name, " ".join(str(row[k]) for k in key))
            elif there != row:
                self._tell("conflict", name, " ".join(str(row[k]) for k in key), _difference(there, row))

    def _things(self, told: dict[str, list[Row]]) -> None:
        own = {name: {row["key"]: row for row in told[name]} for name in _THINGS}
        parties: dict[str, set[str]] = {}
        for row in told["party"]:
            parties.setdefault(row["agreement"], set()).add(row["actor"])
        kinds = ("actor", "source", "agreement", "event")
        for thing in told["thing"]:
            if thing["kind"] not in kinds:
                raise BadInput(f"the copy has a thing '{thing['key']}' of a kind '{thing['kind']}' that there is not")
        for thing in sorted(told["thing"], key=lambda row: (kinds.index(row["kind"]), row["key"])):
            self.things[thing["key"]] = self._ours(thing, own[thing["kind"]].get(thing["key"], {}), parties)
        for thing in told["thing"]:
            key, kind = self.things[thing["key"]], thing["kind"]
            self._thing(key, kind, {**thing, "key": key}, self._mapped(kind, own[kind].get(thing["key"], {})))

    def _ours(self, thing: Row, row: Row, parties: dict[str, set[str]]) -> str:
        """The key that the thing has in the base, or the one that it is to have."""
        kind = thing["kind"]
        there = self.entry.find("thing", key=thing["key"])
        if there and there[0]["kind"] == kind:
            return str(thing["key"])
        # What was merged into another is that one.
        former = self.entry.find("name", name=thing["key"], kind="former key")
        found = {one["thing"] for one in former if self.entry.find("thing", key=one["thing"], kind=kind)}
        if not found and kind == "actor":
            for code in ACTOR_CODES:
                if row.get(code):
                    found |= {same["key"] for same in self.entry.find("actor", **{code: row[code]})}
        elif not found and kind == "source" and row.get("address"):
            found = {same["key"] for same in self.entry.find("source", address=row["address"])}
        if not found:
            wanted = {self.things.get(actor, actor) for actor in parties.get(thing["key"], ())}
            found = {
                same["key"]
                for same in self._called(kind, fold(thing["label"]))
                if same["kind"] == row.get("kind") and (kind != "agreement" or wanted <= self._parties(same["key"]))
            }
        if len(found) == 1:
            return str(found.pop())
        key = thing["key"]
        number = 2
        while self.entry.find("thing", key=key) or key in self.things.values():
            key = f"{slug(thing['label'])}-{number}"
            number += 1
        return str(key)

    def _called(self, kind: str, name: str) -> list[Row]:
        """The things of a kind that the base calls so; it is read once, before anything is added."""
        if kind not in self._by_label:
            labels = {row["key"]: fold(row["label"]) for row in self.entry.find("thing", kind=kind)}
            by_label: dict[str, list[Row]] = {}
            for row in self.entry.find(kind):
                by_label.setdefault(labels[row["key"]], []).append(row)
            self._by_label[kind] = by_label
        return self._by_label[kind].get(name, [])

    def _parties(self, agreement: str) -> set[str]:
        return {row["actor"] for row in self.entry.find("party", agreement=agreement)}

    def _thing(self, key: str, kind: str, thing: Row, row: Row) -> None:
        if not self.entry.find("thing", key=key):
            self.entry.add("thing", **_without_entry(thing))
            self.entry.add(kind, **_without_entry({**row, "key": key}))
            self._tell("new", kind, key, thing["label"])
            return
        there = {**self.entry.find("thing", key=key)[0], **self.entry.find(kind, key=key)[0]}
        self._compare(kind, key, there, _without_entry({**thing, **row, "key": key}), table=kind)

    def _compare(self, kind: str, key: str, ours: Row, theirs: Row, *, table: str) -> None:
        """What the base lacks is filled in; what it tells otherwise stays, and is a conflict."""
        missing = {
            name: value
            for name, value in theirs.items()
            if value is not None and ours[name] is None and name in tables[table].columns
        }
        theirs = {name: value for name, value in theirs.items() if value is not None and name not in missing}
        differs = _difference({name: ours[name] for name in theirs}, theirs)
        if missing:
            primary = {column.name: ours[column.name] for column in tables[table].primary_key}
            self.entry.amend(table, primary, **missing)
            self._tell("completed", kind, key, ", ".join(f"{name} {value}" for name, value in missing.items()))
        if differs or not missing:
            self._tell("conflict" if differs else "same", kind, key, differs)

    def _mapped(self, table: str, row: Row) -> Row:
        """The row with the keys that the things, assertions and series it names have in the base."""
        mapped = dict(row)
        for column in fact_tables[table].columns:
            for foreign in column.foreign_keys:
                value, target = row.get(column.name), foreign.column.table.name
                if value is None:
                    continue
                if target in _THINGS:
                    mapped[column.name] = self.things.get(value, value)
                elif target == "assertion":
                    mapped[column.name] = self.assertions.get(value, value)
                elif target == "measure":
                    mapped[column.name] = self.measures.get(value, value)
                elif target == "series_key":
                    mapped[column.name] = self.series.get(value, value)
        return mapped

    def _data_sets(self, figures: Iterable[Row]) -> Iterator[Row]:
        """Take up the figures of data sets; give back those that assertions tell."""
        present: dict[int, dict[tuple[str, int], Row]] = {}
        for row in figures:
            if row["assertion"] is not None:
                yield row
                continue
            series = self.series.get(row["series"])
            if series is None:
                raise BadInput(f"the copy has a figure of a series {row['series']} that there is not")
            if series not in present:
                present[series] = {
                    (ours["period"], ours["ordinal"]): ours for ours in self.entry.find("figure", series=series)
                }
            ours = present[series].get((row["period"], row["ordinal"]))
            key = f"series {series} {row['period']}"
            if ours is None:
                self.entry.add("figure", **_without_entry({**row, "series": series}))
                # Two series of the copy may be one here.
                present[series][row["period"], row["ordinal"]] = row
                self._tell("new", "figure", key, str(row["value"]))
            else:
                differs = _difference({n: ours[n] for n in _FIGURE}, {n: row[n] for n in _FIGURE})
                self._tell("conflict" if differs else "same", "figure", key, differs)

    def _measures(self, rows: list[Row]) -> None:
        last = self.entry.connection.execute(select(func.max(fact_tables["measure"].c.id))).scalar() or 0
        for row in rows:
            theirs = _without_entry(self._mapped("measure", row))
            there = self.entry.find("measure", **{name: value for name, value in theirs.items() if name != "id"})
            self.measures[row["id"]] = there[0]["id"] if there else (last := last + 1)
            if not there:
                self.entry.add("measure", **{**theirs, "id": last})

    def _series(self, rows: list[Row]) -> None:
        last = self.entry.connection.execute(select(func.max(fact_tables["series_key"].c.id))).scalar() or 0
        # People are told what a series measures, not its number.
        indicators = {row["id"]: str(row["indicator"]) for row in self.entry.find("measure")}
        for row in rows:
            theirs = _without_entry(self._mapped("series_key", row))
            dimensions = {name: value for name, value in theirs.items() if name not in ("id", "decimals")}
            there = self.entry.find("series_key", **dimensions)
            if there:
                self.series[row["id"]] = there[0]["id"]
                self._widen(there[0], row)
                continue
            last += 1
            self.series[row["id"]] = last
            self.entry.add("series_key", **{**theirs, "id": last})
            self._tell("new", "series", str(last), indicators[theirs["measure"]])

    def _widen(self, ours: Row, theirs: Row) -> None:
        """Give whichever has fewer decimals more: the numbers stay what they are."""
        if not 0 <= theirs["decimals"] <= MOST_DECIMALS:
            # Powers of ten of any size would not end.
            raise BadInput(f"the copy has a series {theirs['id']} with {theirs['decimals']} decimals")
        more = theirs["decimals"] - ours["decimals"]
        if more < 0:
            self.factors[theirs["id"]] = 10**-more
        elif more > 0:
            widen(self.entry, ours, theirs["decimals"])

    def _scaled(self, row: Row) -> Row:
        factor = self.factors.get(row["series"])
        return {**row, **times(row, factor)} if factor else row

    def _assertions(self, told: dict[str, list[Row]], figures: list[Row]) -> None:
        typed = {row["assertion"]: (name, row) for name in _TYPED for row in told[name]}
        typed |= {row["assertion"]: ("figure", row) for row in figures}
        known: dict[str, dict[Any, str]] = {}
        for row in told["assertion"]:
            source = str(self.things.get(row["source"], row["source"]))
            if source not in known:
                ours = self.entry.find("assertion", source=source)
                known[source] = {self._content(one, *self._typed(one["key"])): one["key"] for one in ours}
            theirs = {**row, "source": source}
            table, detail = typed.get(row["key"], ("", {}))
            detail = self._mapped(table, detail) if table else {}
            content = self._content(theirs, table, detail)
            if content in known[source]:
                self.assertions[row["key"]] = known[source][content]
                self._tell("same", row["kind"], known[source][content])
                continue
            key = f"{source}:{row['key'].rpartition(':')[2]}"
            there = self.entry.find("assertion", key=key)
            if there and all(there[0][name] == theirs[name] for name in ("kind", "locator", "anchor")):
                self.assertions[row["key"]] = key
                mine = {**there[0], **self._typed(key)[1]}
                self._tell("conflict", row["kind"], key, _difference(mine, {**theirs, **detail}))
                continue
            if there:
                number = len(known[source])
                while self.entry.find("assertion", key=key):
                    number += 1
                    key = f"{source}:{number}"
            self.assertions[row["key"]] = known[source][content] = key
            self.entry.add("assertion", **_without_entry({**theirs, "key": key}))
            if table and table != "figure":
                self.entry.add(table, **_without_entry({**detail, "assertion": key}))
            self._tell("new", row["kind"], key, row["anchor"] or row["text"] or "")

    def _figures(self, rows: list[Row]) -> None:
        """Figures that new assertions tell, each at the next place of its series and period."""
        for row in rows:
            theirs = self._mapped("figure", row)
            if not self.entry.find("figure", assertion=theirs["assertion"]):
                place = {"series": theirs["series"], "period": theirs["period"]}
                ordinals = [one["ordinal"] for one in self.entry.find("figure", **place)]
                self.entry.add("figure", **_without_entry({**theirs, "ordinal": max(ordinals, default=0) + 1}))

    def _typed(self, key: str) -> tuple[str, Row]:
        for name in (*_TYPED, "figure"):
            for row in self.entry.find(name, assertion=key):
                return name, row
        return "", {}

    @staticmethod
    def _content(assertion: Row, table: str, detail: Row) -> Any:
        """What an assertion says and where, without its key."""
        left_out = ("key", "assertion", "entry", "ordinal")
        return (
            table,
            *(str(assertion[name]) for name in sorted(assertion) if name not in left_out),
            *(f"{name} {detail[name]}" for name in sorted(detail) if name not in left_out),
        )

    def _beside(self, told: dict[str, list[Row]]) -> None:
        """What stands beside things and assertions: names, topics, voices, verdicts, links."""
        for name in _BESIDE:
            for row in told[name]:
                theirs = _without_entry(self._mapped(name, row))
                primary = {column.name: theirs[column.name] for column in fact_tables[name].primary_key}
                if self.entry.find(name, **{key: value for key, value in theirs.items() if key != "ordinal"}):
                    continue
                key = " ".join(str(value) for value in primary.values())
                there = self.entry.find(name, **primary)
                if there and "ordinal" in primary:
                    beside = {name: value for name, value in primary.items() if name != "ordinal"}
                    theirs["ordinal"] = max(one["ordinal"] for one in self.entry.find(name, **beside)) + 1
                elif there:
                    self._tell("conflict", name, key, _difference({n: there[0][n] for n in theirs}, theirs))
                    continue
                self.entry.add(name, **theirs)
                self._tell("new", name, key)
        for row in told["accepted_finding"]:
            finding = self._finding(row["finding"])
            there = self.entry.find("accepted_finding", finding=finding)
            if not there:
                self.entry.add("accepted_finding", **_without_entry({**row, "finding": finding}))
                self._tell("new", "accepted finding", finding, row["reason"])
            else:
                differs = _difference(there[0], row | {"finding": finding})
                self._tell("conflict" if differs else "same", "accepted finding", finding, differs)

    def _finding(self, name: str) -> str:
        """The name that a finding has in the base: the check, a colon, its records, and a part that may be a source."""
        check, _, rest = name.partition(":")
        records, slash, part = rest.partition("/")
        keys = (self.assertions.get(key) or self.things.get(key, key) for key in records.split(","))
        return f"{check}:{','.join(keys)}{slash}{self.things.get(part, part)}"


def _without_entry(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "entry"}


def _difference(ours: Row, theirs: Row) -> str:
    return ", ".join(
        f"{name}: {ours[name]} here, {value} there"
        for name, value in theirs.items()
        if name in ours and name not in ("entry", "key", "assertion") and ours[name] != value
    )
