"""Writes an answer where it is wanted, in the form that is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TextIO

from factbase.cli.terminal import Terminal, standard_output
from factbase.errors import Unavailable, WrongRequest
from factbase.render.formats import BINARY, FORMS, writer
from factbase.render.options import Marks, Options
from factbase.rows import Rows


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

    @contextmanager
    def opened(self) -> Iterator[tuple[TextIO, Terminal]]:
        """What to write to: standard output, or a file that takes its name only when all is written."""
        if self.file == "-":
            if sys.stdout is None:
                raise Unavailable("standard output is closed", hint="name a file with -o")
            if self.form in BINARY and sys.stdout.isatty():
                raise WrongRequest(f"{self.form} is not for a terminal", hint="name a file with -o")
            yield sys.stdout, standard_output()
            return
        path = Path(self.file)
        draft = path.with_name(f".{path.name}-{os.getpid()}")
        try:
            with open(draft, "x", encoding="utf-8", newline="") as out:
                yield out, Terminal(None, False)
                out.flush()
                os.fsync(out.fileno())
            if path.is_dir():
                raise Unavailable("is a folder", where=self.file, hint="name a file")
            os.replace(draft, path)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise Unavailable(f"cannot be written: {reason}", where=self.file) from None
        finally:
            draft.unlink(missing_ok=True)

    def note(self, words: str) -> None:
        """Tell people something beside the answer."""
        if not self.quiet and sys.stderr is not None:
            print(words, file=sys.stderr)
