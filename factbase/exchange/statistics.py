"""Official statistics come in: a file, in a form that its header tells, becomes a stream of blocks of figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from factbase.errors import BadInput
from factbase.exchange import stream
from factbase.exchange.areas import Areas
from factbase.exchange.delimited import Delimited, Dialect, encoding_of
from factbase.exchange.draft import LISTS, Blocks, Ledger
from factbase.exchange.importers import STATISTICS

if TYPE_CHECKING:
    from factbase.journal.block import Block, NewSource
    from factbase.store.reading import Reader


class Options(NamedTuple):
    """What the user tells beside the file. `map` is a file that says which column is what."""

    path: str
    form: str | None = None
    member: str | None = None
    classification: str | None = None
    countries: str | None = None
    map: str | None = None
    encoding: str | None = None


class Statistics(NamedTuple):
    """An open file: the source that it is unless the user names another, and how it is read."""

    file: Delimited
    form: str
    reading: Any
    ledger: Ledger

    @property
    def source(self) -> NewSource:
        """What the form says of the source."""
        source: NewSource = self.reading.source
        return source

    def blocks(self, base: Reader) -> Iterator[Block]:
        """The figures, block by block. Raises BadInput at the end where rows were refused."""
        areas = Areas(base, self.reading.codes, getattr(self.reading, "described", None))
        lists = {name: frozenset(str(code) for (code,) in base.rows(f"SELECT code FROM {name}")) for name in LISTS}
        blocks = Blocks(areas, self.ledger, lists)
        for part in self.file.parts(self.reading.texts, self.reading.numbers, self.reading.footer):
            yield from blocks.of(part, self.reading.tell)
        if not self.ledger.rows:
            raise BadInput("there is a header, and no row below it", where=self.ledger.name)
        self.ledger.close()
        if not self.ledger.figures and self.ledger.skipped:
            what = f"has no figure to take: all its rows are {' or '.join(self.ledger.skipped)}"
            in_parts = any("totals" in why for why in self.ledger.skipped)
            raise BadInput(what, where=self.ledger.name, hint="fetch the totals, too" if in_parts else None)


@contextmanager
def opened(options: Options, rejects: TextIO | None = None) -> Iterator[Statistics]:
    """The file of that name, '-' for standard input. Raises BadInput where it is in no form that is known."""
    with stream.opened(options.path, options.member) as bytes_:
        if options.map:
            from factbase.exchange.mapped import Reading
            from factbase.exchange.mapping import load

            mapping = load(options.map)
            dialect = mapping.dialect
            if options.encoding:
                dialect = dialect._replace(encoding=encoding_of(options.encoding))
            file = Delimited(bytes_, dialect)
            file.begin(mapping.header(file.head, bytes_.name, again=file.aside > 0), mapping.names)
            yield Statistics(file, "mapped", Reading(file.header, mapping), Ledger(file, rejects))
            return
        file = Delimited(bytes_, Dialect(encoding=encoding_of(options.encoding or "utf-8")))
        for name in [options.form] if options.form else list(STATISTICS):
            module = import_module(f"factbase.exchange.{STATISTICS[name][0]}")
            if (at := _header(file, module.recognises)) is not None:
                file.begin(at)
                rows = [cells for _, cells in file.head[: at + 2]]
                reading = module.Reading(file, rows, options)
                yield Statistics(file, name, reading, Ledger(file, rejects))
                return
        if options.form:
            raise BadInput(f"has not the columns of {STATISTICS[options.form][1]}", where=bytes_.name)
        hint = "--guess writes a map that says which column is what; --map reads the file by it"
        raise BadInput("is in no form that is known", where=bytes_.name, hint=hint)


def _header(file: Delimited, recognises: Callable[[list[list[str]]], int | None]) -> int | None:
    """The place of the header among the first rows, where the file is of the form; between commas, tabs or semicolons."""
    for delimiter in (",", "\t", ";"):
        file.divide(delimiter)
        if (at := recognises([cells for _, cells in file.head])) is not None:
            return at
    return None


def guessed(path: str, member: str | None, encoding: str | None = None) -> str:
    """A map for the file of that name, for review."""
    from factbase.exchange.guess import guess

    with stream.opened(path, member) as bytes_:
        file = Delimited(bytes_, Dialect(encoding=encoding_of(encoding or "utf-8")))
        # The one that divides most rows into as many columns each.
        best, divided = (0, 0), ","
        for delimiter in (",", ";", "\t", "|"):
            file.divide(delimiter)
            widths = Counter(len(cells) for _, cells in file.head if len(cells) > 1)
            found = max(((rows, width) for width, rows in widths.items()), default=(0, 0))
            if found > best:
                best, divided = found, delimiter
        file.divide(divided)
        if not file.head:
            raise BadInput("has no row that can be read", where=bytes_.name)
        return guess(file.head, bytes_.name.rpartition("/")[2], file.dialect)
