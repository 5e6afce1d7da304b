"""The options that commands share, each told once."""

from __future__ import annotations

from typing import Annotated

import typer

_OUTPUT = "Output"
_BASE = "Base"

Format = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="table (the default), csv, tsv, json, jsonl, markdown, html, xlsx; of sources also csl, bibtex;"
        " of findings also github, sarif.",
        rich_help_panel=_OUTPUT,
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to this file, whole or not at all; '-' is standard output.",
        rich_help_panel=_OUTPUT,
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(metavar="NAMES", help="Columns to give, by commas; 'all' for all of them.", rich_help_panel=_OUTPUT),
]
Sort = Annotated[
    str | None,
    typer.Option(
        metavar="NAMES",
        help="Columns to sort by, by commas; '-date' for descending.",
        rich_help_panel=_OUTPUT,
    ),
]
Limit = Annotated[int | None, typer.Option(min=0, metavar="N", help="At most so many lines.", rich_help_panel=_OUTPUT)]
Count = Annotated[bool, typer.Option("--count", help="Only say how many lines there are.", rich_help_panel=_OUTPUT)]
ShowSQL = Annotated[
    bool,
    typer.Option("--show-sql", help="Print the SQL that would be run, and do not run it.", rich_help_panel=_OUTPUT),
]
ExcelSafe = Annotated[
    bool,
    typer.Option(
        "--excel-safe",
        help="In csv and tsv, keep spreadsheets from taking texts for formulas.",
        rich_help_panel=_OUTPUT,
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No notes on standard error.", rich_help_panel=_OUTPUT)]
Where = Annotated[
    str | None,
    typer.Option(metavar="SQL", help='A condition on the columns, in SQL: "value > 1e9".', rich_help_panel="Filters"),
]
On = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Tell statuses as of this day instead of today.", rich_help_panel="Filters"),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Answer as the base stood at the end of this day (UTC), or when this entry of the journal was made.",
        rich_help_panel=_BASE,
    ),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="FILE",
        help="The base to use; FACTBASE_URL names another default.",
        rich_help_panel=_BASE,
    ),
]
Author = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Who records it; FACTBASE_AUTHOR, git's user.name or your login otherwise.",
        rich_help_panel="Journal",
    ),
]
Why = Annotated[str | None, typer.Option(metavar="WORDS", help="Why, for the journal.", rich_help_panel="Journal")]
