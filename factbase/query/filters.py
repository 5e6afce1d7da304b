"""The filters that listings have: each turns the words of an option into conditions on a view's columns."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from factbase.errors import BadInput, WrongRequest
from factbase.kinds.views import view
from factbase.query.query import Query
from factbase.store.lookup import find
from factbase.store.reading import Reader


class Filter(Protocol):
    """Narrows a query to the lines that fit the values given for it."""

    @property
    def help(self) -> str:
        """What the filter keeps, as one line of help."""
        ...

    @property
    def metavar(self) -> str:
        """What kind of value it takes."""
        ...

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        """The query narrowed. Raises WrongRequest for a value that makes no sense; `option` is named in it."""
        ...


class Concerning(NamedTuple):
    """All the named things must appear in the columns, which hold keys or lists of keys."""

    columns: tuple[str, ...]
    help: str
    kinds: tuple[str, ...] = ("actor",)
    metavar: str = "ACTOR"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        for value in values:
            key = find(reader, value, self.kinds, where=option)
            alternatives = (_holds(query, column, "key") for column in self.columns)
            query = query.having(f"({' OR '.join(alternatives)})", key=key)
        return query


class OfSeries(NamedTuple):
    """All the named actors must be among the area, the partner, the reporter and the route of a series.

    Every way to be among them has an index of its own, so that a pair is found as fast among millions of series as
    among few.
    """

    help: str
    metavar: str = "ACTOR"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        keys = [find(reader, value, ("actor",), where=option) for value in values]
        named = {f"actor{number}": key for number, key in enumerate(dict.fromkeys(keys))}
        first, *others = named
        if others:
            pair = {"one": f"{{{first}}}", "two": f"{{{others[0]}}}"}
            swapped = {"one": pair["two"], "two": pair["one"]}
            ways = tuple(way.format(**who) for way in _TWO_ACTORS for who in (pair, swapped))
        else:
            ways = tuple(way.format(one=f"{{{first}}}") for way in _ONE_ACTOR)
        beside = "".join(
            f" AND {{{name}}} IN (area_code, partner_code, reporter_code, route_code)" for name in others[1:]
        )
        found = " UNION ALL ".join(f"SELECT id {_OF_SERIES} {way}" for way in ways)
        return query.having(f"series IN ({found}){beside}", **named)


_OTHER_REPORTER = "coalesce(reporter, '') <> coalesce(area, '')"
# The index begins with the area, and there are few: to look with each costs less than an index of its own, which every
# series that is loaded would have to go into.
_WITH_PARTNER = "coalesce(area, '') IN (SELECT key FROM actor UNION ALL SELECT '') AND coalesce(partner, '') = {one}"
_ONE_ACTOR = (
    "coalesce(area, '') = {one}",
    _WITH_PARTNER,
    "route IS NOT NULL AND route = {one}",
    f"{_OTHER_REPORTER} AND reporter = {{one}}",
)
_TWO_ACTORS = (
    "coalesce(area, '') = {one} AND coalesce(partner, '') = {two}",
    "route IS NOT NULL AND route = {one} AND {two} IN (area, partner, reporter)",
    f"{_OTHER_REPORTER} AND reporter = {{one}} AND {{two}} IN (area, partner)",
)


class Dimension(NamedTuple):
    """One dimension of a series must be one of the named actors.

    `ways` are conditions on a series that together say so, each with an index to it; `beside` is what says so of a
    series that another filter finds, so that a pair is found as fast by `--reporter A --partner B` as by its names.
    """

    ways: tuple[str, ...]
    beside: str
    help: str
    metavar: str = "ACTOR"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        named = {f"one{number}": find(reader, value, ("actor",), where=option) for number, value in enumerate(values)}
        if any(_OF_SERIES in condition for condition in query.conditions):
            several = ", ".join(f"{{{name}}}" for name in named)
            asked = query.having(self.beside.format(several=several), **named)
            *others, beside = asked.conditions
            narrowed = tuple(other.replace(_OF_SERIES, f"{_OF_SERIES} {beside} AND") for other in others)
            return asked._replace(conditions=narrowed)
        found = " UNION ALL ".join(
            f"SELECT id {_OF_SERIES} {way.format(one=f'{{{name}}}')}" for name in named for way in self.ways
        )
        return query.having(f"series IN ({found})", **named)


_OF_SERIES = "FROM series_key WHERE"
REPORTER = Dimension(
    ("coalesce(area, '') = {one} AND reporter = {one}", f"{_OTHER_REPORTER} AND reporter = {{one}}"),
    "reporter IN ({several})",
    "Only in the statistics of this reporter.",
)
PARTNER = Dimension((_WITH_PARTNER,), "coalesce(partner, '') IN ({several})", "Only with this partner.")


class Among(NamedTuple):
    """The column, a code or a list of codes, must have one of the values.

    `codes` is the SELECT that gives the codes there are, so that a slip is told from a code without lines.
    """

    column: str
    help: str
    codes: str
    metavar: str = "CODE"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        known = [str(code) for (code,) in reader.rows(self.codes)]
        wanted = [_code(value, known, option) for value in values]
        parts, parameters = [], {}
        for number, code in enumerate(wanted):
            parts.append(_holds(query, self.column, f"code{number}"))
            parameters[f"code{number}"] = code
        return query.having(f"({' OR '.join(parts)})", **parameters)


# Calls within each other, of which SQLite takes some thirty.
_CALLS = 20


class Containing(NamedTuple):
    """One of the columns must contain the words, letters' case aside."""

    columns: tuple[str, ...]
    help: str
    metavar: str = "WORDS"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        for value in values:
            words, capitals = _small(value)
            escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            parts = (
                f"lower({_replaced(column, capitals)}) LIKE '%' || lower({{words}}) || '%' ESCAPE '\\'"
                for column in self.columns
            )
            query = query.having(f"({' OR '.join(parts)})", words=escaped)
        return query


def _small(words: str) -> tuple[str, dict[str, str]]:
    """The words in small letters, and the capitals for those that `lower` of a database leaves as they are.

    Those know the case of ASCII alone.

    >>> _small("Əliyev"), _small("USD")
    (('əliyev', {'Ə': 'ə'}), ('USD', {}))
    """
    capitals: dict[str, str] = {}
    for letter in dict.fromkeys(words):
        small = letter.upper().lower()
        forms = {letter, letter.upper(), letter.title(), small}
        # What has two letters, or one of ASCII, for its other case stays as it is.
        if all(len(form) == 1 and not form.isascii() for form in forms):
            capitals |= dict.fromkeys(sorted(forms - {small}), small)
    return "".join(capitals.get(letter, letter) for letter in words), capitals


def _replaced(column: str, letters: dict[str, str]) -> str:
    """A column with other letters in place of these, as SQL.

    >>> _replaced("label", {"Ə": "ə"})
    "replace(label, 'Ə', 'ə')"
    """
    pairs = list(letters.items())
    steps = []
    for start in range(0, len(pairs), _CALLS):
        told = "told" if start else column
        for letter, other in pairs[start : start + _CALLS]:
            told = f"replace({told}, '{letter}', '{other}')"
        steps.append(told)
    if len(steps) < 2:
        return steps[0] if steps else column
    # Beside each other and not within, of which the parser takes few as well.
    named = (
        f"step{number}(told) AS (SELECT {told}{f' FROM step{number - 1}' if number else ''})"
        for number, told in enumerate(steps)
    )
    return f"(WITH {', '.join(named)} SELECT told FROM step{len(steps) - 1})"


class StartingWith(NamedTuple):
    """The column must begin with the code: HS 27 keeps 2709 and 271012."""

    column: str
    help: str
    metavar: str = "CODE"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        for value in values:
            if not value.isascii() or not value.isalnum():
                raise WrongRequest(f"'{value}' is not a code", where=option, hint="letters and digits, such as 27")
        parts = [f"substr({self.column}, 1, {len(value)}) = {{code{number}}}" for number, value in enumerate(values)]
        parameters = {f"code{number}": value for number, value in enumerate(values)}
        return query.having(f"({' OR '.join(parts)})", **parameters)


# The first and the last day of a period (2024, 2024-H1, 2024-Q3, 2024-09, 2024-09-30, 2024-01/2024-09). The last day
# of a month is told as its 31st, which as text compares as it should.
FIRST_DAY = """substr(period, 1, 4) || CASE substr(period, 5, 3)
    WHEN '-H2' THEN '-07-01' WHEN '-Q2' THEN '-04-01' WHEN '-Q3' THEN '-07-01' WHEN '-Q4' THEN '-10-01'
    ELSE CASE WHEN substr(period, 5, 2) IN ('-0', '-1') THEN substr(period, 5, 3) ELSE '-01' END
      || CASE WHEN substr(period, 8, 1) = '-' THEN substr(period, 8, 3) ELSE '-01' END END"""
_END = "CASE WHEN period LIKE '%/%' THEN substr(period, (length(period) + 3) / 2) ELSE period END"
LAST_DAY = f"""substr({_END}, 1, 4) || CASE substr({_END}, 5, 3)
    WHEN '' THEN '-12-31' WHEN '-H1' THEN '-06-30' WHEN '-H2' THEN '-12-31' WHEN '-Q1' THEN '-03-31'
    WHEN '-Q2' THEN '-06-30' WHEN '-Q3' THEN '-09-30' WHEN '-Q4' THEN '-12-31'
    ELSE substr({_END}, 5, 3) || CASE WHEN length({_END}) > 7 THEN substr({_END}, 8, 3) ELSE '-31' END END"""


class Since(NamedTuple):
    """What may have happened on the date or later; a date of any precision counts by its last day.

    `first` and `last` are SQL for the first and the last day of a line.
    """

    help: str = "Only what is dated then or later."
    first: str = "date_from"
    last: str = "date_to"
    metavar: str = "DATE"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        # A date without an end is open, so it lasts beyond any day; one without either is unknown.
        return query.having(
            f"CASE WHEN {self.first} IS NULL THEN {self.last}"
            f" ELSE coalesce({self.last}, '9999-12-31') END >= {{since}}",
            since=day_of(values[-1], option, last=False),
        )


class Until(NamedTuple):
    """What may have happened on the date or before; a date of any precision counts by its first day."""

    help: str = "Only what is dated then or earlier."
    first: str = "date_from"
    last: str = "date_to"
    metavar: str = "DATE"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        return query.having(
            f"CASE WHEN {self.last} IS NULL THEN {self.first}"
            f" ELSE coalesce({self.first}, '0000-01-01') END <= {{until}}",
            until=day_of(values[-1], option, last=True),
        )


class EndsSince(NamedTuple):
    """Figures of periods that end on the date or later."""

    help: str = "Only of periods that end then or later."
    metavar: str = "DATE"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        since = day_of(values[-1], option, last=False)
        # Most that ends earlier is known by its first letters, which is quicker to see for each of a million.
        ends = f"(period >= {{year}} OR period LIKE '%/%') AND {LAST_DAY} >= {{since}}"
        return query.having(ends, since=since, year=since[:4])


class BeginsUntil(NamedTuple):
    """Figures of periods that begin on the date or earlier."""

    help: str = "Only of periods that begin then or earlier."
    metavar: str = "DATE"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        until = day_of(values[-1], option, last=True)
        # All that begins in a year sorts before its letters: 2024, 2024-12, 2024-Q4, 2024/2025.
        begins = f"period < {{year}} AND {FIRST_DAY} <= {{until}}"
        return query.having(begins, until=until, year=f"{until[:4]}Z")


class Within(NamedTuple):
    """What has a row that may be of the time that a date of any precision tells: 2025, 2025-04, 2025-04-23.

    `rows` is SQL for the rows of a line, from FROM on, `first` and `last` for the first and the last day of one.
    """

    help: str
    rows: str
    first: str
    last: str
    metavar: str = "DATE"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        dated = Since(self.help, self.first, self.last).apply(query, values, reader, option)
        dated = Until(self.help, self.first, self.last).apply(dated, values, reader, option)
        *others, since, until = dated.conditions
        return dated._replace(conditions=(*others, f"EXISTS (SELECT 1 {self.rows} AND {since} AND {until})"))


class ToldBy(NamedTuple):
    """What one source alone tells, or what another tells too."""

    help: str = "Only what this many sources tell: one, several."
    metavar: str = "one|several"

    def apply(self, query: Query, values: list[str], reader: Reader, option: str) -> Query:
        elsewhere = "SELECT assertion FROM comparisons WHERE agrees = 'yes' AND other_source <> source"
        how_many = _code(values[-1], ["one", "several"], option)
        return query.having(f"assertion {'NOT IN' if how_many == 'one' else 'IN'} ({elsewhere})")


def _holds(query: Query, column: str, name: str) -> str:
    """That a column of codes is the value of the parameter, or a column of lists has it."""
    told = view(query.view).column(column)
    if told is not None and told.type == "list":
        return f"'; ' || {column} || '; ' LIKE '%; ' || {{{name}}} || '; %'"
    return f"{column} = {{{name}}}"


def day_of(words: str, option: str, *, last: bool) -> str:
    """The first or the last day of a date as people write it. Raises WrongRequest, naming the option, for no date."""
    from factbase.values.date import read_date

    try:
        date = read_date(words).date
    except BadInput as error:
        raise WrongRequest(error.what, where=option, hint=error.hint) from None
    found = (date.upper or date.lower) if last else (date.lower or date.upper)
    if found is None:
        raise WrongRequest(f"'{words}' names no day", where=option, hint="such as 2025, 2025-04 or 2025-04-23")
    return found


def _code(value: str, known: list[str], option: str) -> str:
    """The code that is meant: letters' case, hyphens and underscores do not matter."""
    plain = {code.casefold().replace("-", " "): code for code in known}
    found = plain.get(value.strip().casefold().replace("-", " ").replace("_", " "))
    if found is None:
        from factbase.values.name import did_you_mean

        hint = did_you_mean(value, known)
        raise WrongRequest(f"no such code '{value}'", where=option, hint=hint)
    return found
