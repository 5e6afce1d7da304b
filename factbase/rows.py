"""The answer to a question: named, typed columns and the rows below them, read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from factbase.errors import WrongRequest

if TYPE_CHECKING:
    from decimal import Decimal

    import pyarrow

Value = str | int | float | None
Row = tuple[Value, ...]
# The column that says how many decimals whole numbers have.
DECIMALS = "decimals"
# All numbers of fewer digits a float gives back (DBL_DIG of C).
CERTAIN = 10**15
ColumnType = Literal["text", "code", "date", "integer", "number", "percent", "list"]


class Column(NamedTuple):
    """One column of an answer.

    `type`: `text` is prose, `code` an identifier, `date` EDTF or a period, `integer` and `number` are figures,
    `percent` a figure in per cent, `list` several texts joined by '; '.
    `unit_column` names the column that holds the unit of this one's figures (an ISO 4217 or UCUM code).
    `shown` says whether a table for people has the column when none are asked for by name, and `optional` that it has
    it only where a line has a value there; `required` that each line has one; `marked` that the words that were looked
    for are marked in it. `whole` names the column that has the value as a whole number, at as many decimals as the
    column `decimals` tells. `usual` is a value that a table for people leaves the column out for, where all lines have it.
    """

    name: str
    type: ColumnType = "text"
    description: str = ""
    shown: bool = True
    optional: bool = False
    unit_column: str | None = None
    marked: bool = False
    whole: str | None = None
    required: bool = False
    usual: str | None = None


class Exact(float):
    """A number of more digits than a float holds: it reckons as the nearest float, and is written as it is.

    >>> from decimal import Decimal
    >>> number = Exact(Decimal("24123456789012.347"))
    >>> str(number.digits), number > 1, float(number)
    ('24123456789012.347', True, 24123456789012.348)
    """

    digits: Decimal

    def __new__(cls, digits: Decimal) -> Exact:
        """The number that has these digits."""
        made = super().__new__(cls, digits)
        made.digits = digits
        return made


class Part(NamedTuple):
    """Rows as Arrow has them: `own` has the columns that each row has for itself, `shared` those that several have in
    common, of which row i has line `place[i]`.

    A column of numbers is told by its halves, whole numbers under its name and others under its name and ' real', or by
    the column that `Column.whole` names, whole numbers at `decimals`.
    """

    own: pyarrow.RecordBatch
    shared: pyarrow.RecordBatch | None = None
    place: pyarrow.Array | None = None


class Rows:
    """Columns and a one-pass iterator of rows, each a tuple with a value per column.

    >>> rows = Rows([Column("actor"), Column("seats", "integer")], iter([("AZE", 1), ("CHN", None)]))
    >>> rows.dicts()
    [{'actor': 'AZE', 'seats': 1}, {'actor': 'CHN', 'seats': None}]
    """

    def __init__(
        self, columns: list[Column], values: Iterator[Row], parts: Callable[[], Iterator[Part] | None] | None = None
    ) -> None:
        self.columns = columns
        self.values = values
        # The same rows in columns, in place of `values`, where they are so many that it pays.
        self.parts = parts or (lambda: None)

    @property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [column.name for column in self.columns]

    def names_apart(self) -> list[str]:
        """The columns' names where each can stand for its column. Raises WrongRequest where two columns have one name."""
        names = self.names
        if len(set(names)) < len(names):
            twice = max(names, key=names.count)
            raise WrongRequest(
                f"{names.count(twice)} columns are called '{twice}', and here each needs a name of its own",
                hint="AS gives a column another name; csv and table take these",
            )
        return names

    def __iter__(self) -> Iterator[Row]:
        return iter(self.values)

    def for_people(self) -> Rows:
        """The same rows with the columns alone that a table for people has."""
        places = [place for place, column in enumerate(self.columns) if column.shown]
        return Rows([self.columns[place] for place in places], (tuple(row[place] for place in places) for row in self))

    def dicts(self) -> list[dict[str, Value]]:
        """The rows that are left, each as a dict. Raises WrongRequest where two columns have one name."""
        names = self.names_apart()
        return [dict(zip(names, row, strict=True)) for row in self]


def digits_behind(columns: list[Column]) -> list[str]:
    """The columns that the digits of these are told by, which a SELECT gives behind them."""
    return list(dict.fromkeys(name for column in columns if column.whole for name in (column.whole, DECIMALS)))


def with_digits(columns: list[Column], names: Sequence[str], rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of which `names` stand behind the columns, without these, and with all digits of their numbers.

    A number that a SELECT gives as text has them already.

    >>> list(with_digits([Column("value", "number")], [], [("24123456789012.347",), (0.3,)]))
    [(24123456789012.348,), (0.3,)]
    """
    places = {name: len(columns) + place for place, name in enumerate(names)} | {
        column.name: place for place, column in enumerate(columns)
    }
    numbers = [(place, places[column.whole]) for place, column in enumerate(columns) if column.whole]
    decimals = places.get(DECIMALS, 0)
    told = [place for place, column in enumerate(columns) if column.type == "number" and not column.whole]
    if not names and not told:
        yield from rows
        return
    for row in rows:
        for place in told:
            if type(digits := row[place]) is str:
                from decimal import Decimal

                row = (*row[:place], Exact(Decimal(digits)), *row[place + 1 :])
        for place, at in numbers:
            whole = row[at]
            if type(whole) is int and not -CERTAIN < whole < CERTAIN:
                row = (*row[:place], exact(whole, int(row[decimals] or 0)), *row[place + 1 :])
        yield row[: len(columns)]


def exact(whole: int, decimals: int) -> int | float:
    """The number that is so many whole ones at so many decimals.

    >>> exact(37, 1), exact(9007199254740993000, 3), exact(24123456789012347, 3).digits
    (3.7, 9007199254740993, Decimal('24123456789012.347'))
    """
    scale: int = 10**decimals
    quotient, rest = divmod(whole, scale)
    if not rest:
        return quotient
    if -CERTAIN < whole < CERTAIN:
        return whole / scale
    from decimal import Decimal

    return Exact(Decimal(whole).scaleb(-decimals))


class Section(NamedTuple):
    """A part of a page: lines of the same columns, and how many there are with those that the page leaves out.

    `all` is the command that lists them all, or the option with which a chart draws them.
    """

    name: str
    title: str
    columns: list[Column]
    lines: list[dict[str, Value]]
    total: int
    all: str | None = None


class Figure(NamedTuple):
    """A number that a page begins with: 10, 'agreements', '9 signed, 1 planned'."""

    number: int
    what: str
    detail: str = ""


class Page(NamedTuple):
    """An answer in sections. `note` says what it leaves out or as of when it is told."""

    title: str
    sections: list[Section]
    figures: list[Figure] = []  # noqa: RUF012 (never changed)
    note: str = ""

    def section(self, name: str) -> Section | None:
        """The section of that name, if it has one."""
        return next((section for section in self.sections if section.name == name), None)

    def data(self) -> dict[str, Any]:
        """The page as JSON has it: its title, and for each section its lines and how many there are in all."""
        return {
            "title": self.title,
            "note": self.note,
            "figures": [figure._asdict() for figure in self.figures],
            "sections": {
                section.name: {"title": section.title, "total": section.total, "lines": section.lines}
                for section in self.sections
            },
        }
