"""An open base as a Python object: what the command line asks and writes, for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from factbase.errors import BadInput, WrongRequest
from factbase.kinds.views import view
from factbase.query.nouns import NOUNS, Noun
from factbase.query.query import OWN_WORDS_SECONDS, Query, Select, run, select
from factbase.rows import Column, Page, Row, Rows
from factbase.store.location import Location, locate
from factbase.store.lookup import find
from factbase.store.reading import Parameters, Reader, reader

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO, TextIO

    import pandas
    import pyarrow

    from factbase.change import Change
    from factbase.query.reckoning import Reckoned
    from factbase.render.options import Written

# What a listing of figures takes beside filters.
OPTIONS = ("by", "top", "level", "pivot", "implied")
# What every listing takes.
SHARED = ("where", "columns", "sort", "limit")
Words = str | int | Iterable[str] | None


class Listing:
    """A question about one noun, asked when its rows are wanted."""

    def __init__(self, base: Base, query: Query, reckoned: Reckoned | None = None) -> None:
        self.base = base
        self.query = query
        self._reckoned = reckoned

    def rows(self) -> Rows:
        """The lines, read as they are taken. `dicts()` gives each as a dict."""
        return self.base.run(self.query)

    def count(self) -> int:
        """How many lines there are."""
        return int(str(next(iter(self.base.run(self.query._replace(counted=True))))[0]))

    def notes(self) -> list[str]:
        """What sums leave out so that nothing is counted twice, in sentences."""
        return self._reckoned.notes(self.base.reader()) if self._reckoned else []

    def select(self) -> Select:
        """The SQL that is run, and the values of its parameters."""
        return select(self.query)

    def arrow(self) -> pyarrow.Table:
        """All lines as an Arrow table: integers are int64, other numbers doubles, the rest strings."""
        from factbase.render.arrow import table

        return table(self.rows())

    def pandas(self) -> pandas.DataFrame:
        """All lines as a data frame, where pandas is installed."""
        frame: pandas.DataFrame = self.arrow().to_pandas()
        return frame


class Base:
    """An open base. Every noun of the command line is a method that gives a `Listing`.

    Its arguments are actors; its keywords are the filters that the command has as options, and `where`, `columns`,
    `sort`, `limit`. A value is what the option takes, or several of them. `help(base.trade)` tells the filters and
    the columns with their units. Raises WrongRequest for a name, a code, a date or a column that makes no sense.

    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> base = create(f"{folder.name}/facts.db")
    >>> base.agreements(actor="AZE", signed="2025-04-23", columns="label, status").rows().dicts()[0]["status"]
    'signed'
    >>> base.trade(indicator="cargo", columns="period, value, unit").rows().dicts()
    [{'period': '2024', 'value': 378000, 'unit': 't'}]
    >>> with base.entry(why="an unrounded figure", author="Leyla") as entry:
    ...     entry.amend("kapanadze:50", value="$3.74 billion")
    True
    >>> base.trade("china", indicator="trade").rows().dicts()[0]["value"]
    3740000000
    >>> with open(f"{folder.name}/facts.db", as_of=1) as before:
    ...     before.trade("china", indicator="trade").rows().dicts()[0]["value"]
    3700000000
    >>> base.search("Ilham Eliyev", limit=1).dicts()[0]["key"]
    'ilham-aliyev'
    >>> base.close(); folder.cleanup()
    """

    def __init__(self, location: Location, *, as_of: str | int | None = None, on: str | None = None) -> None:
        self.location = location
        self._as_of = as_of
        self._on = on
        self._open = ExitStack()
        self._readers: dict[bool, Reader] = {}
        self._indexed = False
        self.reader()

    def __enter__(self) -> Base:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close it; rows that have not been taken are lost."""
        self._open.close()

    def __getattr__(self, name: str) -> Callable[..., Listing]:
        if name not in NOUNS:
            raise AttributeError(f"a base has no '{name}'")

        def ask(*actors: str, **options: Words) -> Listing:
            return self.listing(name, *actors, **options)

        ask.__name__ = ask.__qualname__ = name
        ask.__doc__ = _described(NOUNS[name])
        return ask

    def __dir__(self) -> Iterable[str]:
        return [*super().__dir__(), *NOUNS]

    def listing(self, noun: str, *actors: str, **options: Words) -> Listing:
        """A question about the noun of that name."""
        asked = NOUNS[noun]
        query = Query(noun)
        given = {name: value for name, value in options.items() if value is not None and value is not False}
        named = [*actors, *_several(given.pop("actor", None))]
        if asked.actors and named:
            query = asked.actors.apply(query, named, self.reader(), noun)
        shared: dict[str, Words] = {name: given.pop(name) for name in SHARED if name in given}
        sort, reckoned = asked.sort, None
        if asked.reckoned and given.keys() & OPTIONS:
            from factbase.query.reckoning import reckoned as reckoned_of

            wanted = {name: ",".join(_several(given.pop(name))) for name in OPTIONS if name in given}
            filters = {name: _several(value) for name, value in given.items() if _filter(asked, name)}
            reckoned = reckoned_of(self.reader(), asked, query, wanted, filters)
            query, sort = reckoned.query, reckoned.sort
        else:
            for name, value in given.items():
                query = _filter(asked, name).apply(query, _several(value), self.reader(), f"--{name}")
        return self._listed(query, sort, shared, reckoned)

    def conflicts(self, *actors: str, **options: Words) -> Listing:
        """Figures of one thing that sources tell differently, and why; `where`, `columns`, `sort`, `limit` as elsewhere."""
        from factbase.audit.conflicts import conflicts

        query = conflicts(self.reader(), list(actors))
        return self._listed(query, query.sort, options)

    def mirror(self, one: str, two: str, **options: Words) -> Listing:
        """What each of two actors reports of the flows between them, and the gap; options as elsewhere."""
        from factbase.audit.mirror import mirror

        query = mirror(self.reader(), one, two)
        return self._listed(query, query.sort, options)

    def _listed(
        self, query: Query, sort: tuple[str, ...], options: Mapping[str, Words], reckoned: Reckoned | None = None
    ) -> Listing:
        given = {name: value for name, value in options.items() if value is not None}
        for name in given.keys() - set(SHARED):
            from factbase.values.name import did_you_mean

            raise WrongRequest(f"there is no option '{name}'", where=query.view, hint=did_you_mean(name, SHARED))
        query = query._replace(
            where=str(given["where"]) if "where" in given else None,
            columns=_names(given.get("columns")) or None,
            sort=_names(given.get("sort")) or sort,
            limit=int(str(given["limit"])) if "limit" in given else None,
        )
        select(query)
        return Listing(self, query, reckoned)

    def run(self, query: Query) -> Rows:
        """What a query gives. A condition in the user's own words can only read, and for a limited time."""
        return run(self.reader(own_words=query.where is not None), query)

    def sql(self, statement: str, parameters: Parameters | None = None, *, seconds: float = OWN_WORDS_SECONDS) -> Rows:
        """What a SELECT on the views or tables gives; it may run so many seconds."""
        reader = self.reader(own_words=True)
        reader.restrict(seconds)
        return reader.rows(statement, parameters)

    def key(self, name: str) -> str:
        """The key of the one record that is called so: a key, a code, a label or another name."""
        from factbase.query.record import is_assertion

        return name if is_assertion(self.reader(), name) else find(self.reader(), name)

    def search(self, words: str, *, limit: int = 20) -> Rows:
        """The records with these words in their names and texts, the best first, as `search` finds them.

        The columns are kind, key, label, text (where the words stand), found_in and citation. Raises WrongRequest for
        words that make no sense.
        """
        from factbase.query.search import run, search

        reader = self.texts()
        return run(reader, search(reader, words, limit=limit))

    def show(self, key: str) -> Rows:
        """A record with all that is said of it, in sections."""
        from factbase.query.record import record

        return record(self.reader(), key)

    def brief(self, *actors: str, since: str | None = None, limit: int | None = None) -> Page:
        """The dossier of one actor, or of what is between several: sections of lines, at most `limit` in each.

        `since` leaves out what is dated earlier; what has no date stays.
        """
        from factbase.query.brief import brief

        reader = self.reader()
        with reader.one_state():
            keys = [find(reader, name, ("actor",), where="brief") for name in actors]
            if not keys:
                raise WrongRequest("a dossier is about somebody", where="brief", hint="name an actor")
            stood = None if self._as_of is None else str(self._as_of)
            return brief(reader, keys, since=since, most=limit, as_of=stood)

    def chart(
        self, kind: str, *actors: str, since: str | None = None, by: str | None = None, top: int | None = None
    ) -> Page:
        """What a chart shows: `trade` (over time, or `by` a column), `dates` or `actors`, at most `top` marks."""
        from factbase.query.chart.kinds import Asked, chart

        keys = [find(self.reader(), name, ("actor",), where="chart") for name in actors]
        return chart(self.reader(), kind, keys, Asked(since, by, top))

    def history(self, key: str) -> Rows:
        """What was added, changed and removed of a record, also of one that is retracted."""
        from factbase.query.history import history

        return history(self.reader(), key)

    def check(self, key: str | None = None, *, only: Words = None, accepted: bool = False) -> Rows:
        """What the checks find, `only` some of them, in the whole base or about one record.

        `accepted` gives what was accepted instead of what is to be looked after. Raises WrongRequest for a check that
        there is not.
        """
        from factbase.audit.check import findings, listed

        found = findings(self.reader(), None if key is None else self.key(key), _several(only))
        return listed([finding for finding in found if (finding.accepted is not None) == accepted])

    @contextmanager
    def entry(self, *, why: str | None = None, author: str | None = None, command: str = "python") -> Iterator[Change]:
        """An entry of the journal: all that is written in the block is one change, made whole or not at all.

        Without an author, FACTBASE_AUTHOR, git's user.name or the login is taken.
        """
        from factbase.change import Change
        from factbase.journal.author import author as name_of
        from factbase.journal.entry import entry

        signed = name_of(author)
        with entry(self.location, author=signed, command=command, why=why) as opened:
            yield Change(opened, signed)

    def export(self, folder: str | Path, *, since: int = 0) -> int:
        """Write the base, or what was written after an entry, as a data package; give the number of its files.

        The same base gives the same bytes: statuses in its views are told as of the day of its last entry.
        """
        from pathlib import Path

        from factbase.exchange.package import write
        from factbase.journal.copy import BaseCopy

        with self._travelling() as reader:
            return write(BaseCopy(reader, since), Path(folder))

    def lines(self, out: TextIO, *, since: int = 0) -> int:
        """Write the base, or what was written after an entry, as JSON Lines; give the number of its rows."""
        from factbase.exchange.lines import write
        from factbase.journal.copy import BaseCopy

        with self._travelling() as reader:
            return write(BaseCopy(reader, since), out)

    def files(self, folder: str | Path, form: str) -> int:
        """Write a file for each listing into a new folder: csv, tsv, jsonl, parquet or arrow. Gives their number.

        Raises WrongRequest for a folder that is there, Unavailable where it cannot be written.
        """
        from factbase.exchange.files import write

        return write(((name, self.listing(name).rows()) for name in NOUNS), form, folder)

    def workbook(self, out: BinaryIO) -> Written:
        """Write every listing as a sheet of an Excel workbook, and one that tells what the columns are.

        The same base gives the same bytes, as `export` does.
        """
        from factbase.render.xlsx import write_sheets

        with self._travelling() as reader:
            return write_sheets(_sheets(reader), out)

    @contextmanager
    def _travelling(self) -> Iterator[Reader]:
        from factbase.journal.copy import entries_of
        from factbase.query.days import as_of_day

        with reader(self.location) as opened, opened.one_state():
            _as_it_stood(opened, self._as_of)
            entries = entries_of(opened)
            as_of_day(opened, str(entries[-1][1])[:10] if entries else "0001-01-01")
            yield opened

    def reader(self, *, own_words: bool = False) -> Reader:
        """The connection for the program's own questions, or for those in the user's words."""
        if own_words not in self._readers:
            opened = self._open.enter_context(reader(self.location))
            _as_it_stood(opened, self._as_of)
            if self._on is not None:
                from factbase.query.days import as_of_day

                as_of_day(opened, _day(self._on, "--on"))
            if own_words:
                opened.restrict(OWN_WORDS_SECONDS)
            self._readers[own_words] = opened
        self._readers[own_words].renew()
        return self._readers[own_words]

    def texts(self) -> Reader:
        """The connection, with an index of the texts as they stood."""
        reader = self.reader()
        if self._as_of is not None and not self._indexed:
            reader.index_here()
            self._indexed = True
        return reader


def open(base: str | None = None, *, as_of: str | int | None = None, on: str | None = None) -> Base:
    """Open the base that `base` names (a file or an address), or FACTBASE_URL, or else the user's own.

    `as_of` shows it as it stood at the end of a day (UTC), or when the entry of that number was made; `on` tells
    statuses as of another day than today. Raises Unavailable where there is no sound base.
    """
    return Base(locate(base), as_of=as_of, on=on)


def create(base: str, *, seed: bool = True) -> Base:
    """Make a base in a file or an empty database, with the first article in it unless `seed` is false, and open it.

    Raises WrongRequest where there is a file, or a base, already.
    """
    from factbase.store.upkeep import create as create_at

    location = locate(base)
    create_at(location, seed=seed)
    return Base(location)


def _filter(noun: Noun, name: str) -> Any:
    if name not in noun.filters:
        from factbase.values.name import did_you_mean

        names = ["actor", *noun.filters, *SHARED]
        hint = did_you_mean(name, names)
        raise WrongRequest(f"{noun.name} has no filter '{name}'", hint=hint)
    return noun.filters[name]


def _several(value: Words) -> list[str]:
    if value is None:
        return []
    return [str(value)] if isinstance(value, str | int) else [str(one) for one in value]


def _names(value: Words) -> tuple[str, ...]:
    """Names of columns, in a list or by commas; 'all' is the same as none."""
    words = value if isinstance(value, str) else ",".join(_several(value))
    return () if words == "all" else tuple(name.strip() for name in words.split(",") if name.strip())


def _as_it_stood(opened: Reader, at: str | int | None) -> None:
    if at is None:
        return
    from factbase.query.as_of import as_of_entry, entry_at

    number = _number(at)
    if number is not None:
        [(last,)] = opened.rows("SELECT coalesce(max(number), 0) FROM entry")
        if number > int(str(last)):
            hint = f"the last is {last}; a day is such as 2025-04-23"
            raise WrongRequest(f"there is no entry {number}", where="--as-of", hint=hint)
    as_of_entry(opened, entry_at(opened, _day(str(at), "--as-of")) if number is None else number)


def _number(at: str | int) -> int | None:
    """The number of an entry, None for a day."""
    words = str(at)
    return int(words) if isinstance(at, int) or (words.isascii() and words.isdigit()) else None


def _day(words: str, option: str) -> str:
    """The day (YYYY-MM-DD) that is named. Raises WrongRequest for anything else."""
    from factbase.values.date import parse_edtf

    try:
        date = parse_edtf(words)
    except BadInput as error:
        raise WrongRequest(error.what, where=option, hint=error.hint) from None
    if date.lower is None or date.lower != date.upper:
        raise WrongRequest(f"'{words}' is not a day", where=option, hint="such as 2025-04-23")
    return date.lower


def _sheets(reader: Reader) -> Iterator[tuple[str, Rows]]:
    """Each noun with all its lines, none of which could stand elsewhere; then all columns."""
    for noun in NOUNS.values():
        names = (column.name for column in view(noun.name).columns)
        yield noun.name, run(reader, Query(noun.name, sort=tuple(dict.fromkeys((*noun.sort, *names)))))
    told = ["sheet", "column", "type", "unit", "description"]
    lines: list[Row] = [
        (name, column.name, column.type, column.unit_column, column.description)
        for name in NOUNS
        for column in view(name).columns
    ]
    yield "columns", Rows([Column(name) for name in told], iter(lines))


def _described(noun: Noun) -> str:
    """What a listing's method tells of itself: filters from the noun, columns from the view."""
    asked = view(noun.name)
    filters = {"actor": noun.actors.help} if noun.actors else {}
    filters |= {name: filter.help for name, filter in noun.filters.items()}
    return "\n".join(
        (
            f"{noun.help}: {asked.description}",
            "",
            "Filters:",
            *(f"    {name}: {help}" for name, help in filters.items()),
            "",
            "Columns:",
            *(
                f"    {column.name} ({column.type}{f', in {column.unit_column}' if column.unit_column else ''}):"
                f" {column.description}"
                for column in asked.columns
            ),
        )
    )
