"""The output forms there are, each in a module that is imported when it is used."""

from __future__ import annotations

from collections import ChainMap
from importlib import import_module
from typing import IO, Any, Protocol, cast

from factbase.render.options import Options, Written
from factbase.rows import Rows

FORMATS = {
    "table": "for people: fitted to the terminal, human numbers",
    "csv": "comma-separated values (RFC 4180), raw numbers",
    "tsv": "tab-separated values, with backslash escapes",
    "json": "one array of objects",
    "jsonl": "one JSON object a line",
    "markdown": "a table for Markdown texts",
    "html": "a page of its own",
}

# Forms that are bytes: their writers take a stream of bytes, and a terminal takes none of them.
BINARY = {
    "xlsx": "an Excel workbook: typed cells, frozen header, filters, links",
}

# Forms of a bibliography: only sources can be written in them.
CITATIONS = {
    "csl": "CSL-JSON, for Zotero, Pandoc and reference managers",
    "bibtex": "BibTeX entries (biblatex)",
}

# Forms of a report: only findings of checks can be written in them.
REPORTS = {
    "github": "annotations of GitHub Actions",
    "sarif": "SARIF 2.1.0, for code hosts and editors",
}

FORMS = ChainMap(REPORTS, CITATIONS, BINARY, FORMATS)


class Write(Protocol):
    """Writes rows in one form, to a stream of text, or of bytes for the forms in BINARY."""

    def __call__(self, rows: Rows, out: IO[Any], options: Options) -> Written: ...


def writer(name: str) -> Write:
    """The function that writes the form of that name."""
    return cast(Write, import_module(f"factbase.render.{name}").write)
