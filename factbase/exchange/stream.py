"""The bytes of a file, plain or compressed (gzip, Zstandard, zip), or of standard input, read once from front to back."""

from __future__ import annotations

import fnmatch
import gzip
import io
import os
import stat
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

from factbase.errors import BadInput

# Real files of statistics shrink to a tenth, the most repetitive ones to a hundredth.
_LARGEST_RATIO = 400
_ALWAYS_BEARABLE = 64 * 1024 * 1024
# Of Excel and of LibreOffice, which are zips.
_IN_WORKBOOKS = frozenset(("[Content_Types].xml", "content.xml"))
# What is raised for an archive that is damaged: a wrong name is a ValueError; some Pythons come without LZMA.
_DAMAGED = (
    gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, RuntimeError, ValueError,
    getattr(getattr(zipfile, "lzma", None), "LZMAError", zlib.error),
)  # fmt: skip


class Stream(NamedTuple):
    """`name` is what messages call it; `size` the bytes of the file as it lies there, None where nobody knows."""

    name: str
    file: IO[bytes]
    size: int | None
    packed: _Counted | None
    unpacked: list[int]
    members: zipfile.ZipFile | None = None

    def read(self, size: int) -> bytes:
        """The next bytes; none at the end. Raises BadInput where the file is cut short, damaged, or a bomb."""
        try:
            data = self.file.read(size)
        except EOFError:
            raise BadInput("the archive is cut short", where=self.name, hint="fetch the file again") from None
        except _DAMAGED as error:
            raise BadInput(f"the archive cannot be unpacked: {error}", where=self.name) from None
        except OSError as error:
            what = "the archive is cut short or damaged" if self.packed else "cannot be read"
            reason = (error.strerror or str(error).splitlines()[0]).lower()
            raise BadInput(f"{what}: {reason}", where=self.name) from None
        self.unpacked[0] += len(data)
        if self.packed and self.unpacked[0] > max(_ALWAYS_BEARABLE, self.packed.count * _LARGEST_RATIO):
            hint = "unpack it yourself, if it is to be trusted"
            raise BadInput(f"unpacks to more than {_LARGEST_RATIO} times its size", where=self.name, hint=hint)
        return data

    def done(self) -> int:
        """How many bytes of the file as it lies there have been read."""
        return self.packed.count if self.packed else self.unpacked[0]


class _Counted(io.RawIOBase):
    """A file that counts what is read of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self.file.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        return self.file.tell()

    def readinto(self, buffer: Any) -> int:
        data = self.file.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


@contextmanager
def opened(path: str, member: str | None = None) -> Iterator[Stream]:
    """The bytes of the file of that name, '-' for standard input; `member` is the one that is meant of a zip's files.

    How it is compressed is told by its first bytes. Raises BadInput for what is no file, and for a zip of several.
    """
    if path == "-":
        if sys.stdin is None:
            raise BadInput("standard input is closed", hint="name a file")
        yield _unpacked("standard input", _standard_input(), None, member)
        return
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            what = "is a folder" if stat.S_ISDIR(mode) else "is not a file"
            raise BadInput(what, where=path, hint="name a file, or - for standard input")
        file = open(path, "rb")  # noqa: SIM115 - only its opening is guarded here
    except FileNotFoundError:
        raise BadInput("there is no such file or folder", where=path) from None
    except ValueError:
        raise BadInput("is not the name of a file", where="import") from None
    except OSError as error:
        raise BadInput(f"cannot be read: {(error.strerror or str(error)).lower()}", where=path) from None
    with file:
        yield _unpacked(path, file, os.fstat(file.fileno()).st_size, member)


def _standard_input() -> Any:
    """A reader of its own, and never closed: one that waits for a terminal would hold the program up at its end."""
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except (OSError, ValueError):
        return sys.stdin.buffer


def _unpacked(name: str, file: Any, size: int | None, member: str | None) -> Stream:
    start = file.peek(4)[:4]
    if start in (b"PK\x03\x04", b"PK\x05\x06"):
        if size is None:
            raise BadInput("a zip cannot be read from standard input", hint="name the file")
        return _zipped(name, file, size, member)
    if member is not None:
        raise BadInput("is no zip", where=name, hint="leave --member out")
    counted = _Counted(file)
    if start.startswith(b"\x1f\x8b"):
        return Stream(name, _gzip(counted), size, counted, [0])
    if start == b"\x28\xb5\x2f\xfd":
        return Stream(name, _Zstandard(counted), size, counted, [0])  # type: ignore[arg-type]
    return Stream(name, file, size, None, [0])


def _gzip(file: _Counted) -> IO[bytes]:
    return gzip.GzipFile(fileobj=io.BufferedReader(file), mode="rb")  # type: ignore[return-value]


def _zipped(name: str, file: IO[bytes], size: int, member: str | None) -> Stream:
    try:
        archive = zipfile.ZipFile(file)
    except (*_DAMAGED, OSError) as error:
        raise BadInput(f"the archive is cut short or damaged: {error}".lower(), where=name) from None
    names = [one for one in archive.namelist() if not one.endswith("/")]
    wanted = [one for one in names if one.lower().endswith((".csv", ".tsv", ".txt"))] if member is None else []
    if member is not None:
        wanted = [one for one in names if one == member] or [one for one in names if fnmatch.fnmatch(one, member)]
    if not names:
        raise BadInput("the archive has no file", where=name)
    if not wanted and not _IN_WORKBOOKS.isdisjoint(names):
        raise BadInput("is a workbook", where=name, hint="save its sheet as CSV in UTF-8, with all digits")
    if len(wanted) != 1:
        listed = ", ".join((wanted or names)[:12]) + (", ..." if len(wanted or names) > 12 else "")
        what = f"{len(wanted)} of its files are meant" if wanted else "none of its files is meant"
        raise BadInput(f"{what}: {listed}", where=name, hint="name one with --member")
    info = archive.getinfo(wanted[0])
    if info.flag_bits & 1:
        raise BadInput("the archive is encrypted", where=name, hint="unpack it yourself")
    try:
        counted = _Counted(archive.open(info))
    except (*_DAMAGED, OSError) as error:
        raise BadInput(f"the archive cannot be unpacked: {error}", where=name) from None
    # What bounds a bomb is the size that the member has packed.
    if info.file_size > max(_ALWAYS_BEARABLE, info.compress_size * _LARGEST_RATIO):
        hint = "unpack it yourself, if it is to be trusted"
        raise BadInput(f"unpacks to more than {_LARGEST_RATIO} times its size", where=name, hint=hint)
    return Stream(f"{name}/{wanted[0]}", io.BufferedReader(counted), info.file_size, None, [0], archive)


class _Zstandard:
    """A Zstandard file as Arrow unpacks it."""

    def __init__(self, file: _Counted) -> None:
        import pyarrow

        self._file = pyarrow.CompressedInputStream(pyarrow.PythonFile(file, mode="r"), "zstd")

    def read(self, size: int) -> bytes:
        data: bytes = self._file.read(size)
        return data
