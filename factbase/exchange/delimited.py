"""Delimited text, a block at a time: cells as columns of text, each row with its line, nothing guessed and nothing padded."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factbase.errors import BadInput, Problem, WrongRequest
from factbase.exchange.stream import opened

if TYPE_CHECKING:
    import pyarrow

    from factbase.exchange.stream import Stream

_NAMING = "name all columns in a map (header: [One, Two, ...])"
BLOCK = 4 * 1024 * 1024
LONGEST_LINE = 128 * 1024
# A first line for Excel alone, which tells it what stands between cells.
_TOLD_DELIMITER = re.compile(rb'\A"?sep=[^\r\n]"?(?=\r?\n)')
_HEAD_ROWS = 40
# What stands before a row that was refused, in the file of such rows; where they come in again, it is left aside.
REJECTED = ("line", "column", "value", "reason")
# How much of a file's start tells what it is.
_START = 4096
# How much of a file's end may have words below its rows.
_ENDING = 64 * 1024


class Dialect(NamedTuple):
    """How a file is written: its delimiter, its encoding as Python names it, and the lines before its header."""

    delimiter: str = ","
    encoding: str = "utf-8"
    skip: int = 0


class Part(NamedTuple):
    """A block of a file: its columns by their names, the line of each row, and the bytes that they were read from."""

    columns: dict[str, pyarrow.Array]
    lines: pyarrow.Array
    raw: bytes
    first: int
    delimiter: str
    aside: int = 0

    def cells(self) -> dict[int, list[str]]:
        """The cells of each line, as they stand in the file."""
        return {line: cells[self.aside :] for line, cells in _rows(self.raw, self.first, self.delimiter)}


class Delimited:
    """A file of cells. `head` has its first rows with their lines, and `begin` is told which of them is the header.

    `header` names its columns; `aside` is how many stand before them in a file of rows that were refused before.
    """

    def __init__(self, stream: Stream, dialect: Dialect | None = None) -> None:
        self.stream = stream
        self.dialect = dialect or Dialect()
        self._decoder = (
            None if self.dialect.encoding == "utf-8" else codecs.getincrementaldecoder(self.dialect.encoding)()
        )
        self._decoded = 0
        self._line = 1
        self._ended = False
        first = self._read()
        if first[:2] in (b"\xff\xfe", b"\xfe\xff") and self._decoder is None:
            raise BadInput("is UTF-16, not UTF-8", where=stream.name, hint="--encoding utf-16, or save it as UTF-8")
        if first.count(b"\0", 0, _START) > min(len(first), _START) // 4 and self._decoder is None:
            hint = "--encoding utf-16-le, or save it as CSV in UTF-8"
            raise BadInput("is UTF-16 without its mark, or no text", where=stream.name, hint=hint)
        if first[:2] == b"\x1f\x8b" or first[:4] in (b"PK\x03\x04", b"\x28\xb5\x2f\xfd"):
            raise BadInput("is compressed twice", where=stream.name, hint="unpack it once")
        self._rest = _TOLD_DELIMITER.sub(b"", first.removeprefix(codecs.BOM_UTF8))
        if not self._rest.strip():
            raise BadInput("the file is empty", where=stream.name)
        self.header: list[str] = []
        self.aside = 0
        self.head = self._head()

    def divide(self, delimiter: str) -> None:
        """Read the head by that delimiter, and what follows too."""
        if delimiter != self.dialect.delimiter:
            self.dialect = self.dialect._replace(delimiter=delimiter)
            self.head = self._head()

    def _head(self) -> list[tuple[int, list[str]]]:
        start = self._rest[: LONGEST_LINE * 2]
        if b"\n" not in start and b"\r" in start:
            raise self._refused("lines end with a carriage return alone", 1, hint="save it with line feeds")
        rows = []
        try:
            for line, cells in _rows(start, 1, self.dialect.delimiter):
                rows.append((line, cells))
                if len(rows) == _HEAD_ROWS:
                    break
        except csv.Error:
            pass
        self.aside = len(REJECTED) if rows and (*rows[0][1][:4],) == REJECTED else 0
        return [(line, cells[self.aside :]) for line, cells in rows]

    @property
    def _columns(self) -> list[str]:
        """All columns, those too that are left aside."""
        return [*(f"\0{name}" for name in REJECTED[: self.aside]), *self.header]

    def begin(self, at: int, names: Sequence[str] = ()) -> None:
        """Take the row at that place of the head for the header, or for the first row below the names that are told.

        Raises BadInput for a header that names columns twice.
        """
        line, cells = self.head[at]
        first = at if names else at + 1
        names = [*names] or named(cells)
        if names[-1] == "" and len(names) > 1:
            names[-1] = _TRAILING
        below = self.head[first][1] if first < len(self.head) else []
        if len(below) == len(names) + 1 and below[-1] == "":
            # Each row ends with a delimiter, and the header does not.
            names.append(_TRAILING)
        for number, name in enumerate(names):
            if not name:
                raise self._refused(f"column {number + 1} has no header", line, hint=f"name it, or {_NAMING}")
            if name in names[:number]:
                raise self._refused(f"two columns are called '{name}'", line, hint=f"rename one, or {_NAMING}")
        next_line = self.head[first][0] if first < len(self.head) else line + 1
        skipped = 0
        end = 0
        while end < len(self._rest) and 1 + skipped < next_line:
            found = self._rest.find(b"\n", end)
            end = len(self._rest) if found < 0 else found + 1
            skipped += 1
        before, self._rest = self._rest[:end], self._rest[end:]
        self.header = []
        self._check(before)
        self.header, self._line = names, 1 + skipped

    def ending(self, path: str, member: str | None) -> str | None:
        """The last of the file's text, before its rows are read; None where standard input, read once, goes on too long."""
        if path == "-":
            self._rest += (more := self._read())
            return None if more else self._rest[-_ENDING:].decode("utf-8", "replace")
        decoder = codecs.getincrementaldecoder(self.dialect.encoding)("replace")
        text = ""
        with opened(path, member) as again:
            while data := again.read(BLOCK):
                text = (text + decoder.decode(data))[-_ENDING:]
        return text

    def parts(self, texts: Sequence[str], numbers: Sequence[str], footer: Sequence[str] = ()) -> Iterator[Part]:
        """The rows below the header: of the columns `texts` as codes of a dictionary, of `numbers` as texts.

        Raises BadInput with line and column for what is no table.
        """
        while block := self._block(footer):
            ends = block.count(b"\n")
            part = self._parse(block, ends, [*dict.fromkeys(texts)], [*dict.fromkeys(numbers)])
            self._line += ends
            if part is not None:
                yield part

    def _read(self) -> bytes:
        data = self.stream.read(BLOCK)
        if self._decoder is None:
            return data
        try:
            text = self._decoder.decode(data, final=not data)
        except UnicodeError as error:
            reason = getattr(error, "reason", error)
            before = data[: getattr(error, "start", 0)].decode(self.dialect.encoding, "replace").count("\n")
            what = f"is not {self.dialect.encoding}: {reason}"
            raise self._refused(what, 1 + self._decoded + before, hint="--encoding names another") from None
        self._decoded += text.count("\n")
        return text.encode() if text or not data else self._read()

    def _block(self, footer: Sequence[str]) -> bytes:
        """The next stretch that ends with a whole row; none at the end."""
        if self._ended:
            return b""
        while True:
            more = self._read()
            self._rest += more
            if not more:
                block, self._rest = self._rest, b""
                break
            end = self._rest.rfind(b"\n") + 1
            if end and b'"' in self._rest and self._rest.count(b'"', 0, end) % 2:
                end = self._outside(end)
            if end:
                block, self._rest = self._rest[:end], self._rest[end:]
                break
            if len(self._rest) > 2 * BLOCK:
                self._check(self._rest)
                self._judge(self._rest)
                raise self._refused("a quote does not close", self._line)
        for words in footer:
            for opening in (words.encode(), f'"{words}'.encode()):
                at = 0 if block.startswith(opening) else block.find(b"\n" + opening) + 1
                if (at or block.startswith(opening)) and not block.count(b'"', 0, at) % 2:
                    self._end(block, at)
                    block = _without_blank_end(block[:at], self.dialect.delimiter)
        self._check(block)
        return block

    def _end(self, block: bytes, at: int) -> None:
        """The rows end there: what is below are words. Raises BadInput for rows below them."""
        self._ended = True
        first = self._line + block.count(b"\n", 0, at)
        below, self._rest = block[at:] + self._rest, b""
        try:
            for line, cells in _cells(self._lines(below, first), first, self.dialect.delimiter):
                if sum(1 for cell in cells if cell.strip()) > 1:
                    raise self._refused("there are rows below the words that end the table", line)
        except csv.Error as error:
            what = f"below the words that end the table a quote stands wrong: {error}"
            raise self._refused(what, first, hint="take the lines below the table out") from None

    def _lines(self, below: bytes, line: int) -> Iterator[str]:
        """The lines to the end of the file, the first of which have been read."""
        while below:
            end = below.rfind(b"\n") + 1
            yield from io.StringIO(below[:end].decode("utf-8", "replace"), newline="")
            line, below = line + below.count(b"\n"), below[end:]
            if len(below) > LONGEST_LINE:
                raise self._refused(f"is longer than {LONGEST_LINE:,} bytes", line)
            if more := self._read():
                below += more
            else:
                yield below.decode("utf-8", "replace")
                break

    def _outside(self, end: int) -> int:
        """The last end of a line with an even number of quotes before it; 0 for none."""
        quotes = self._rest.count(b'"', 0, end)
        while end and quotes % 2:
            earlier = self._rest.rfind(b"\n", 0, self._rest.rfind(b'"', 0, end)) + 1
            quotes -= self._rest.count(b'"', earlier, end)
            end = earlier
        return end

    def _check(self, block: bytes) -> None:
        """Raise BadInput for bytes that are no text, and for lines that are too long."""
        if (at := block.find(b"\0")) >= 0:
            hint = "save it as UTF-8" if block.count(b"\0") > len(block) // 4 else "take it out"
            raise self._refused("there is a NUL character", self._line + block.count(b"\n", 0, at), block, at, hint)
        if not block.isascii():
            try:
                block.decode()
            except UnicodeDecodeError as error:
                line = self._line + block.count(b"\n", 0, error.start)
                hint = "save it as UTF-8, or name its encoding: --encoding latin-1, cp1252, ..."
                raise self._refused("is not UTF-8", line, block, error.start, hint) from None
        if b"\r" in block and block.count(b"\r") != block.count(b"\r\n") + block.endswith(b"\r"):
            at = next(at for at in _each(block, b"\r") if block[at + 1 : at + 2] != b"\n")
            line = self._line + block.count(b"\n", 0, at)
            raise self._refused("a carriage return stands alone", line, block, at, "save it with line feeds")
        for at in range(0, len(block), LONGEST_LINE // 2):
            if block.find(b"\n", at, at + LONGEST_LINE // 2) < 0:
                start, end = block.rfind(b"\n", 0, at) + 1, block.find(b"\n", at)
                if (len(block) if end < 0 else end) - start > LONGEST_LINE:
                    line = self._line + block.count(b"\n", 0, at)
                    raise self._refused(f"is longer than {LONGEST_LINE:,} bytes", line, block, start + LONGEST_LINE)

    def _parse(self, block: bytes, ends: int, texts: list[str], numbers: list[str]) -> Part | None:
        import pyarrow as pa
        import pyarrow.compute as pc
        import pyarrow.csv as arrow_csv

        if not block.strip():
            return None
        if b'"' in block and not self._cleanly_quoted(block):
            self._judge(block)
        names = self._columns
        trailing = [_TRAILING] if _TRAILING in names else []
        code = pa.dictionary(pa.int32(), pa.string())
        types = dict.fromkeys(texts + trailing, code) | dict.fromkeys(numbers, pa.string())
        try:
            table = arrow_csv.read_csv(
                pa.BufferReader(block),
                read_options=arrow_csv.ReadOptions(use_threads=False, block_size=len(block) + 1, column_names=names),
                # To look for line ends in quotes costs a fifth of the reading.
                parse_options=arrow_csv.ParseOptions(
                    delimiter=self.dialect.delimiter, newlines_in_values=b'"' in block
                ),
                convert_options=arrow_csv.ConvertOptions(
                    include_columns=list(types),
                    column_types=types,
                    null_values=[],
                    strings_can_be_null=False,
                    check_utf8=False,
                ),
            )
        except pa.ArrowInvalid as error:
            self._judge(block)
            raise self._refused(str(error).splitlines()[0], self._line) from None
        columns = {name: _whole(table.column(name)) for name in types}
        if trailing and columns[_TRAILING].dictionary.to_pylist() != [""]:
            raise self._refused(f"column {len(names)} has values and no header", self._line, hint="name it")
        rows = table.num_rows
        if rows == ends + (not block.endswith(b"\n")):
            ones = pa.repeat(pa.scalar(1, pa.int64()), rows)
            lines = pc.cumulative_sum(ones, start=self._line - 1)
        else:
            told = self._judge(block)
            if len(told) != rows:
                raise self._refused("rows cannot be told apart", self._line, hint="check quotes and blank lines")
            lines = pa.array(told, pa.int64())
        return Part(columns, lines, block, self._line, self.dialect.delimiter, self.aside)

    def _cleanly_quoted(self, block: bytes) -> bool:
        """Whether each quote opens or closes a cell, as counting can show; False where it cannot."""
        mark = self.dialect.delimiter.encode()
        bare = b"\n" + block.replace(b'""', b"").replace(b"\r\n", b"\n") + (b"" if block.endswith(b"\n") else b"\n")
        opening = bare.count(mark + b'"') + bare.count(b'\n"')
        closing = bare.count(b'"' + mark) + bare.count(b'"\n')
        return opening == closing and opening + closing == bare.count(b'"')

    def _judge(self, block: bytes) -> list[int]:
        """The lines that rows begin on, told slowly. Raises BadInput for one that is no row of this table."""
        line, names = self._line, self._columns
        lines: list[int] = []
        raw = block.split(b"\n")
        try:
            for line, cells in _rows(block, self._line, self.dialect.delimiter):
                if len(cells) != len(names):
                    missing = names[len(cells)] if len(cells) < len(names) else None
                    what = f"has {len(cells)} cell{'' if len(cells) == 1 else 's'}, and the header {len(names)}"
                    hint = f"words below the table? --map ends it there: footer: ['{cells[0][:20]}']"
                    column = missing and f"column '{missing}' and after"
                    raise self._refused(what, line, column=column, hint=hint if len(cells) == 1 else None)
                if lines:
                    self._even(raw, lines[-1], line)
                lines.append(line)
            if lines:
                self._even(raw, lines[-1], self._line + len(raw))
        except csv.Error as error:
            what = f"a quote stands inside a cell: {error}"
            if "unexpected end of data" in str(error):
                what = "a quote does not close"
            elif "field limit" in str(error):
                what = f"a cell is longer than {csv.field_size_limit():,} characters: does a quote not close?"
            raise self._refused(what, _after(block, self._line, self.dialect.delimiter, line)) from None
        return lines

    def _even(self, raw: list[bytes], line: int, following: int) -> None:
        """Raise BadInput for a row with an odd number of quotes: where it ends cannot be told in a long file."""
        if sum(one.count(b'"') for one in raw[line - self._line : following - self._line]) % 2:
            raise self._refused("a quote stands inside a cell", line, hint="put quotes around the cell, and double it")

    def _refused(
        self,
        what: str,
        line: int,
        block: bytes | None = None,
        at: int = 0,
        hint: str | None = None,
        column: str | None = None,
    ) -> BadInput:
        if block is not None and self.header:
            before = block[block.rfind(b"\n", 0, at) + 1 : at].decode("utf-8", "replace")
            number = len(next(csv.reader([before], delimiter=self.dialect.delimiter), [""])) or 1
            names = self._columns
            column = f"column '{names[number - 1]}'" if number <= len(names) else f"column {number}"
        return BadInput(str(Problem(what, line, column)), where=self.stream.name, hint=hint)


_TRAILING = "\0"


def encoding_of(name: str) -> str:
    """The encoding as Python names it. Raises WrongRequest where it has no such encoding of texts."""
    try:
        found = codecs.lookup(name).name
        # Some that Python knows are of bytes, or cannot be read a block at a time.
        codecs.getincrementaldecoder(found)().decode(b"").encode()
    except (LookupError, ValueError, AttributeError, TypeError):
        hint = "such as utf-8, latin-1, cp1252, utf-16"
        raise WrongRequest(f"there is no encoding '{name}'", where="--encoding", hint=hint) from None
    return found


def named(header: list[str]) -> list[str]:
    """The names of columns; the first may have none, where it has the numbers of rows or what each row is of."""
    names = [cell.strip() for cell in header]
    return ["column 1", *names[1:]] if len(names) > 1 and not names[0] else names


def _rows(block: bytes, first: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a block with the lines that they begin on; blank lines are none."""
    yield from _cells(io.StringIO(block.decode("utf-8", "replace"), newline=""), first, delimiter)


def _cells(lines: Iterable[str], first: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = first
    for cells in reader:
        if cells:
            yield line, cells
        line = first + reader.line_num


def _without_blank_end(block: bytes, delimiter: str) -> bytes:
    """Whole lines without those at their end that have nothing but empty cells."""
    end = len(block)
    while (start := block.rfind(b"\n", 0, max(end - 1, 0)) + 1) and not block[start:end].strip(
        b' \t\r\n",;' + delimiter.encode()
    ):
        end = start
    return block[:end]


def _after(block: bytes, first: int, delimiter: str, last: int) -> int:
    """The line after the last one that could be read."""
    line = first
    try:
        reader = csv.reader(io.StringIO(block.decode("utf-8", "replace"), newline=""), delimiter=delimiter, strict=True)
        for _ in reader:
            line = first + reader.line_num
    except csv.Error:
        pass
    return max(line, last)


def _each(block: bytes, sign: bytes) -> Iterator[int]:
    at = block.find(sign)
    while at >= 0:
        yield at
        at = block.find(sign, at + 1)


def _whole(column: pyarrow.ChunkedArray) -> pyarrow.Array:
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()
