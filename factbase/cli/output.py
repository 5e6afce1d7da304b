"""Writes an answer where it is wanted, in the form that is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TextIO

from factbase.cli.terminal import Terminal, standard_output
from factbase.errors import Unavailable, WrongRequest
from factbase.render.formats import BINARY, FORMS, writer
from factbase.render.options import Marks, Options
from factbase.rows import Rows
from factbase.store.draft import draft


class Output(NamedTuple):
    """Where an answer goes, and in which form.

    Without a form, the file's ending decides, and else it is a table for people.
    """

    format: str | None = None
    file: str = "-"
    excel_safe: bool = False
    quiet: bool = False

    @property
    def form(self) -> str:
        """The name of the form. Raises WrongRequest for one that there is not."""
        if self.format is None:
            ending = Path(self.file).suffix.removeprefix(".").lower() if self.file != "-" else ""
            named = {"md": "markdown", "htm": "html", "bib": "bibtex"}.get(ending, ending)
            return named if named in FORMS else "table"
        if self.format not in FORMS:
            from factbase.values.name import did_you_mean

            hint = did_you_mean(self.format, FORMS)
            raise WrongRequest(f"no such format '{self.format}'", where="--format", hint=hint)
        return self.format

    @property
    def for_people(self) -> bool:
        """Whether people are to read the answer: then it has the columns that matter to them."""
        return self.form in ("table", "markdown", "html")

    def write(
        self, rows: Rows, *, title: str | None = None, empty: str = "nothing found", marks: Marks | None = None
    ) -> int:
        """Write the answer, and a note on standard error where it is empty; give the number of its rows."""
        write = writer(self.form)
        with self.opened() as (out, terminal):
            options = Options(
                width=terminal.width, color=terminal.color, excel_safe=self.excel_safe, title=title, marks=marks
            )
            written = write(rows, out.buffer if self.form in BINARY else out, options)
        if not written.rows:
            self.note(empty)
        for note in written.notes:
            self.note(note)
        return written.rows

    def check(self) -> None:
        """Raise what `write` would for a form or a place that there is not, before anything is done."""
        if self.file == "-" and self.for_people:
            return
        there = Path(self.file)
        if self.file != "-" and there.exists() and not (there.is_file() or there.is_dir()):
            # Whoever reads a pipe would take it for ended.
            return
        with suppress(_Unwritten), self.opened():
            raise _Unwritten

    @contextmanager
    def opened(self) -> Iterator[tuple[TextIO, Terminal]]:
        """What to write to: standard output, a pipe or a device, or a file that takes its name when all is written."""
        if self.file == "-":
            if sys.stdout is None:
                raise Unavailable("standard output is closed", hint="name a file with -o")
            if self.form in BINARY and sys.stdout.isatty():
                raise WrongRequest(f"{self.form} is not for a terminal", hint="name a file with -o")
            if self.for_people and sys.stdout.isatty():
                # Imported here: a script has no use for it.
                from factbase.cli.pager import paged

                with paged() as out:
                    yield out, standard_output()
                return
            yield sys.stdout, standard_output()
            return
        if not self.file:
            raise WrongRequest("there is no name of a file", where="--output", hint="-o FILE")
        there, made = Path(self.file), None
        try:
            if there.is_dir():
                raise Unavailable("is a folder", where=self.file, hint="name a file")
            # Links stay. So does a pipe or a device, which is there to be written to.
            path = Path(os.path.realpath(there))
            if path.is_file() and _is_base(path):
                raise WrongRequest("is a base, and would be written over", where=self.file, hint="name another file")
            if there.is_file() or not there.exists():
                made = draft(path, path)
            with open(made or self.file, "w", encoding="utf-8", newline="") as out:
                yield out, Terminal(None, False)
                out.flush()
                if made:
                    os.fsync(out.fileno())
            if made:
                os.replace(made, path)
        except BrokenPipeError:
            raise
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise Unavailable(f"cannot be written: {reason}", where=self.file) from None
        finally:
            if made:
                made.unlink(missing_ok=True)

    def note(self, words: str) -> None:
        """Tell people something beside the answer."""
        if not self.quiet and sys.stderr is not None:
            print(words, file=sys.stderr)


def _is_base(path: Path) -> bool:
    """Whether the file is a database of SQLite: nobody means to have an answer in its place."""
    from factbase.store.sqlite import MAGIC

    with open(path, "rb") as file:
        return file.read(len(MAGIC)) == MAGIC


class _Unwritten(Exception):
    """It could be written, and is not yet."""
