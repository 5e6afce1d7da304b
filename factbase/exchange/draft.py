"""A part of a statistics file on its way to figures: codes mapped by their few distinct values, rows refused or skipped."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from factbase.errors import BadInput, Problem
from factbase.exchange.delimited import REJECTED
from factbase.exchange.numbers import LOST, exact
from factbase.journal.arranged import MOST
from factbase.values.period import parse_period, period_kind_of

if TYPE_CHECKING:
    import pyarrow

    from factbase.exchange.areas import Areas
    from factbase.exchange.delimited import Delimited, Part
    from factbase.journal.block import Block

_SHOWN = 20
# Of how many different wrong values each is counted.
_KEPT = 1000
_COMMA = re.compile(r"[+-]?[0-9][0-9. ']*,[0-9][0-9.,]*")
# The lists of codes of a base that a file's words are held against.
LISTS = ("indicator", "unit", "flow", "observation_status")
# At its end, it makes a text no number, whatever stands before it; nobody is shown it.
NO_NUMBER = "\u00a0"
TEXTS = ("area", "partner", "reporter", "flow", "classification", "commodity", "period")


class Codes(NamedTuple):
    """A column by its distinct values, whatever they are: row i has `values[index[i]]`, or nothing where that is null."""

    index: pyarrow.Array
    values: list[Any]

    def map(self, change: Callable[[Any], Any]) -> Codes:
        """The column with each value changed; None is nothing."""
        import pyarrow as pa

        places: dict[Any, int] = {}
        moved = []
        for value in self.values:
            new = change(value)
            moved.append(None if new is None else places.setdefault(new, len(places)))
        if moved == list(range(len(self.values))):
            return Codes(self.index, list(places))
        return Codes(pa.array(moved, pa.int32()).take(self.index), list(places))

    def array(self) -> pyarrow.Array:
        """The column as Arrow has it."""
        import pyarrow as pa

        return pa.DictionaryArray.from_arrays(self.index, pa.array(self.values, pa.string()))

    def among(self, wanted: Callable[[Any], bool]) -> pyarrow.Array:
        """Which rows have a value that is wanted."""
        import pyarrow as pa
        import pyarrow.compute as pc

        told = pa.array([wanted(value) for value in self.values], pa.bool_()).take(self.index)
        return pc.fill_null(told, False)


def cross(*columns: Codes) -> Codes:
    """Several columns as one of tuples."""
    import pyarrow as pa
    import pyarrow.compute as pc

    index, size = pc.cast(columns[0].index, pa.int64()), len(columns[0].values)
    for at, column in enumerate(columns[1:], 1):
        size *= max(len(column.values), 1)
        if size >= MOST:
            # Too many combinations for 64 bits: only those that occur are counted.
            rest = cross(cross(*columns[:at]), *columns[at:])
            return Codes(rest.index, [(*told, *others) for told, *others in rest.values])
        index = pc.add(pc.multiply(index, max(len(column.values), 1)), pc.cast(column.index, pa.int64()))
    encoded = pc.dictionary_encode(index)
    values = []
    for number in encoded.dictionary.to_pylist():
        parts = []
        for column in reversed(columns):
            number, place = divmod(number, max(len(column.values), 1)) if column is not columns[0] else (0, number)
            parts.append(column.values[place])
        values.append(tuple(reversed(parts)))
    return Codes(encoded.indices, values)


class Told(NamedTuple):
    """What one column of values tells: its dimensions, each a column of codes, or None.

    `measure` has Measures, `period` periods as the base writes them; `column` names the values, each times ten to the
    power of `shift`. Values below zero are wrong unless `signed`, for all rows or for those that it names. `which` says whose rows they are; None for all.
    """

    column: str
    texts: pyarrow.Array
    measure: Codes
    area: Codes
    period: Codes
    partner: Codes | None = None
    reporter: Codes | None = None
    flow: Codes | None = None
    classification: Codes | None = None
    commodity: Codes | None = None
    description: Codes | None = None
    status: Codes | None = None
    shift: int = 0
    signed: bool | pyarrow.Array = False
    rounding: bool = False
    missing: tuple[str, ...] = ("",)
    which: pyarrow.Array | None = None


class Ledger:
    """What became of a file's rows: how many figures, what was skipped and why, what was refused and where."""

    def __init__(self, file: Delimited, rejects: TextIO | None) -> None:
        self.name = file.stream.name
        self.rows = self.figures = self.empty = self.rejected = self.rounded = 0
        self.skipped: Counter[str] = Counter()
        self.noted: Counter[str] = Counter()
        self._problems: dict[tuple[str, str], list[int]] = {}
        self._wrong = 0
        self._commas = False
        # Rows of the part at hand that were refused: each is counted, and written, once.
        self._part: Part | None = None
        self._lines: set[int] = set()
        # Divided as the file is, so that the rows can come in the same way when they are mended.
        delimiter = file.dialect.delimiter
        self._rejects = csv.writer(rejects, lineterminator="\n", delimiter=delimiter) if rejects else None
        if self._rejects:
            self._rejects.writerow([*REJECTED, *(name.strip("\0") for name in file.header)])

    @property
    def taking(self) -> bool:
        """Whether figures are still wanted: a file with problems is refused whole unless rejects are kept."""
        return not self._problems or self._rejects is not None

    def refuse(self, part: Part, lines: Iterable[tuple[int, str, str, str]]) -> None:
        """Note rows that cannot be taken: line, column, value and reason of each."""
        cells = None
        if part is not self._part:
            self._part, self._lines = part, set()
        for line, column, value, reason in lines:
            self._wrong += 1
            self._commas = self._commas or (reason == "is no number" and bool(_COMMA.fullmatch(value)))
            what = (column, f"'{value[:60]}' {reason}")
            if what in self._problems or len(self._problems) < _KEPT:
                self._problems.setdefault(what, [0, line])[0] += 1
            if line in self._lines:
                continue
            self._lines.add(line)
            self.rejected += 1
            if self._rejects:
                cells = cells or part.cells()
                self._rejects.writerow([line, column, value, reason, *cells.get(line, ())])

    def close(self) -> None:
        """Raise BadInput for the file where rows were refused and nobody keeps the rejects."""
        if self.taking:
            return
        shown = sorted(self._problems.items(), key=lambda item: -item[1][0])[:_SHOWN]
        problems = [
            Problem(what + (f", {count:,} times" if count > 1 else ""), line, column)
            for (column, what), (count, line) in shown
        ]
        if more := self._wrong - sum(count for _, (count, _) in shown):
            problems.append(Problem(f"and {more:,} more"))
        rows = "1 row" if self.rejected == 1 else f"{self.rejected:,} rows"
        hint = "--rejects FILE takes the others and writes these to a file"
        if self._commas:
            hint = "--map reads the file by a map, which says what a comma is: 'decimal' or 'thousands'"
        if any(what.endswith(LOST) for _, what in self._problems):
            hint = "take the file as it was published; where these are all digits, write 3.11E9, without the sign"
        raise BadInput(f"{rows} cannot be taken, and so none is", where=self.name, hint=hint, problems=problems)


class Draft:
    """A part in the making. Its calls give columns of codes, and refuse the rows whose code means nothing.

    `lists` has the codes that the base has of each of LISTS.
    """

    def __init__(self, part: Part, areas: Areas, ledger: Ledger, lists: dict[str, frozenset[str]]) -> None:
        import pyarrow as pa

        self.part = part
        self.areas = areas
        self.ledger = ledger
        self.lists = lists
        self.rows = len(part.lines)
        self._keep: pyarrow.Array | None = None
        self._zeros = pa.repeat(pa.scalar(0, pa.int32()), self.rows)
        ledger.rows += self.rows

    def constant(self, value: Any) -> Codes:
        """The same for all rows."""
        return Codes(self._zeros, [value])

    def codes(self, name: str) -> Codes:
        """A column as it stands in the file, without white space around."""
        column = self.part.columns[name]
        return Codes(column.indices, column.dictionary.to_pylist()).map(str.strip)

    def text(self, name: str) -> pyarrow.Array:
        """A column of values as texts."""
        return self.part.columns[name]

    def flags(self, which: pyarrow.Array) -> Codes:
        """True and false as codes."""
        import pyarrow as pa
        import pyarrow.compute as pc

        return Codes(pc.cast(which, pa.int32()), [False, True])

    def filled(self, column: Codes) -> Codes:
        """A column with an empty text for nothing: rows that were refused."""
        import pyarrow.compute as pc

        if not column.index.null_count:
            return column
        return Codes(pc.fill_null(column.index, len(column.values)), [*column.values, ""])

    def mapped(self, name: str, change: Callable[[str], Any], reason: str, column: Codes | None = None) -> Codes:
        """A column with each code changed; rows where that gives None are refused for the reason."""
        before = column or self.codes(name)
        changed = {value: change(value) for value in before.values}
        bad = [value for value, new in changed.items() if new is None]
        if bad:
            told = before.among(lambda value: changed[value] is None)
            self.refuse(told, name, before, reason)
        return before.map(lambda value: changed[value])

    def actors(self, name: str, *, names: bool = False, column: Codes | None = None) -> Codes:
        """A column of codes of states and groups (or of names) as keys of actors."""
        place = self.areas.named if names else self.areas.place
        what = "name or code" if names else "code"
        return self.mapped(name, place, f"is no {what} of a state or group that is known", column)

    def periods(self, name: str, column: Codes | None = None) -> Codes:
        """A column of periods as the base writes them."""
        return self.mapped(name, period, "is no period", column)

    def skip(self, which: pyarrow.Array, why: str) -> None:
        """Leave rows out, and count them."""
        import pyarrow.compute as pc

        kept = which if self._keep is None else pc.and_(which, self._keep)
        number = pc.sum(kept).as_py() or 0
        if number:
            self.ledger.skipped[why] += number
            self._drop(which)

    def skip_empty(self) -> None:
        """Leave out rows without any cell: those that stand between others for the eye, or that spreadsheets add."""
        import pyarrow as pa
        import pyarrow.compute as pc

        empty = None
        for column in self.part.columns.values():
            told = column.dictionary if pa.types.is_dictionary(column.type) else column
            here = pc.equal(pc.utf8_trim_whitespace(told), "")
            if not pc.any(here).as_py():
                return
            here = here.take(column.indices) if told is not column else here
            empty = here if empty is None else pc.and_(empty, here)
        if empty is not None:
            self.skip(empty, "empty rows")

    def note(self, which: pyarrow.Array, what: str) -> None:
        """Count rows that are taken without something that the file tells of them."""
        import pyarrow.compute as pc

        number = pc.sum(which if self._keep is None else pc.and_(which, self._keep)).as_py() or 0
        if number:
            self.ledger.noted[what] += number

    def _drop(self, which: pyarrow.Array) -> None:
        import pyarrow.compute as pc

        self._keep = pc.invert(which) if self._keep is None else pc.and_not(self._keep, which)

    def refuse(self, which: pyarrow.Array, name: str, values: Codes, reason: str) -> None:
        """Leave rows out that cannot be taken, each with its value in that column, and the reason."""
        import pyarrow.compute as pc

        kept = which if self._keep is None else pc.and_(which, self._keep)
        rows = pc.indices_nonzero(kept).to_pylist()
        lines, index = self.part.lines, values.index
        self.ledger.refuse(
            self.part,
            ((lines[row].as_py(), name.strip("\0"), str(values.values[index[row].as_py()]), reason) for row in rows),
        )
        self._drop(which)

    def figures(self, told: Told) -> tuple[list[Any], pyarrow.Table] | None:
        """The measures and the figures of a column of values; None where there is none."""
        import pyarrow as pa
        import pyarrow.compute as pc

        empty = pc.is_in(told.texts, pa.array(told.missing, pa.string()))
        wanted = pc.invert(empty)
        for kept in (self._keep, told.which):
            if kept is not None:
                empty, wanted = pc.and_(empty, kept), pc.and_(wanted, kept)
        self.ledger.empty += pc.sum(empty).as_py() or 0
        rows = None if pc.all(wanted).as_py() else pc.indices_nonzero(wanted)

        def some(array: pyarrow.Array) -> pyarrow.Array:
            return array if rows is None else array.take(rows)

        texts, lines = some(told.texts), some(self.part.lines)
        numbers = exact(texts, shift=told.shift, rounding=told.rounding)
        wrong = dict(numbers.wrong)
        if told.signed is not True:
            below = pc.fill_null(pc.less(numbers.values, 0), False)
            below = pc.and_not(below, some(told.signed)) if told.signed is not False else below
            for at in pc.indices_nonzero(below).to_pylist():
                wrong[at] = "is below zero"
        if wrong:
            self.ledger.refuse(
                self.part,
                (
                    (lines[at].as_py(), told.column, texts[at].as_py().removesuffix(NO_NUMBER), why)
                    for at, why in sorted(wrong.items())
                ),
            )
        self.ledger.rounded += numbers.rounded
        if not self.ledger.taking or not len(texts):
            return None
        measured = cross(
            Codes(some(told.measure.index), told.measure.values), Codes(some(told.period.index), told.period.values)
        )
        measured = measured.map(lambda pair: pair[0]._replace(period_kind=period_kind_of(pair[1])))
        columns = {"line": lines, "measure": measured.index}
        for name in TEXTS:
            codes = getattr(told, name)
            columns[name] = _nothing(len(lines)) if codes is None else Codes(some(codes.index), codes.values).array()
        columns |= {"value": numbers.values, "decimals": numbers.decimals}
        status = told.status
        columns["status"] = _nothing(len(lines)) if status is None else Codes(some(status.index), status.values).array()
        figures = pa.table(columns)
        if wrong:
            right = pa.array([at not in wrong for at in range(len(lines))]) if len(wrong) else None
            figures = figures.filter(right)
        self.ledger.figures += figures.num_rows
        return measured.values, figures


def _nothing(rows: int) -> pyarrow.Array:
    import pyarrow as pa

    return pa.DictionaryArray.from_arrays(pa.nulls(rows, pa.int32()), pa.array([], pa.string()))


def period(text: str) -> str | None:
    """A period as the base writes it, from how statistics write it; None for what is none.

    >>> period("202403"), period("2024-Q1"), period("2024Q1"), period("2024M03"), period("2024M3"), period("24")
    ('2024-03', '2024-Q1', '2024-Q1', '2024-03', '2024-03', None)
    """
    if (len(text) == 6 and text.isdigit()) or text[4:5] in ("Q", "H", "M"):
        text = f"{text[:4]}-{text[4:]}"
    if text[4:6] in ("-M", "-S"):
        text = re.sub("-M([0-9]{1,2})(?![0-9])", lambda month: f"-{month[1]:0>2}", text).replace("-S", "-H")
    if text.endswith("-A1"):
        text = text.removesuffix("-A1")
    try:
        return parse_period(text).text
    except BadInput:
        return None


def period_of(name: str) -> str | None:
    """The period that a column is called by, as DataBank and others write it; None for another name.

    >>> period_of("2019 [YR2019]"), period_of("2019M01 [2019M01]"), period_of("2019Q1"), period_of("Country")
    ('2019', '2019-01', '2019-Q1', None)
    """
    return period(re.sub(r" \[[^][]*\]$", "", name.strip()))


class Blocks:
    """The blocks of a file: each with the actors and commodities that it names for the first time."""

    def __init__(self, areas: Areas, ledger: Ledger, lists: dict[str, frozenset[str]]) -> None:
        self.areas = areas
        self.ledger = ledger
        self.lists = lists
        self._commodities: set[tuple[str, str]] = set()

    def of(self, part: Part, tell: Callable[[Draft], Iterator[Told]]) -> Iterator[Block]:
        """The blocks of a part."""
        from factbase.journal.block import Block

        draft = Draft(part, self.areas, self.ledger, self.lists)
        draft.skip_empty()
        for told in tell(draft):
            made = draft.figures(told)
            if made is not None and made[1].num_rows:
                yield Block(tuple(made[0]), self.areas.fresh(), self._new(told, draft), made[1])

    def _new(self, told: Told, draft: Draft) -> pyarrow.Table | None:
        import pyarrow as pa

        if told.commodity is None:
            return None
        assert told.classification is not None
        described = told.description or draft.constant("")
        new = {}
        for classification, code, words in cross(told.classification, told.commodity, described).values:
            if (classification, code) not in self._commodities:
                self._commodities.add((classification, code))
                new[(classification, code)] = words or None
        if not new:
            return None
        rows = [{"classification": key[0], "code": key[1], "description": words} for key, words in new.items()]
        schema = pa.schema([(name, pa.string()) for name in ("classification", "code", "description")])
        return pa.Table.from_pylist(rows, schema)
