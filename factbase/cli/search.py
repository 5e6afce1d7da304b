"""`search`: records by the words in their names and texts."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.query.query import shown
from factbase.query.search import COLUMNS, run, search, unknown_words
from factbase.rows import Rows
from factbase.values.search import marks

HELP = """Find records by the words in their names and texts

Titles, labels, names, summaries, subjects, the texts and anchors of assertions, the best first. All words must occur;
letters' case and diacritics do not matter. "free trade" is a phrase, trad* a beginning; OR joins the two words beside
it, NOT or '-' is for what must not occur. kind:agreement keeps one kind, actor:CHN what is told of an actor. Words
that begin with '-' come after '--'.

factbase search free trade

factbase search 'trad* OR econom* kind:agreement actor:CHN' -f csv"""


def command_search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.", show_default=False)],
    limit: options.Limit = 20,
    format: options.Format = None,
    output: options.Output = "-",
    columns: options.Columns = None,
    show_sql: options.ShowSQL = False,
    excel_safe: options.ExcelSafe = False,
    quiet: options.Quiet = False,
    as_of: options.AsOf = None,
    base: options.Base = None,
) -> None:
    out = Output(format, output, excel_safe, quiet)
    with open_base(base, as_of=as_of) as opened:
        reader = opened.texts()
        if as_of is None and (behind := next(iter(reader.rows("SELECT count(*) FROM search_stale")))[0]):
            out.note(f"{behind} records changed outside factbase and are not indexed (run 'factbase db reindex')")
        asked = search(reader, " ".join(words), limit=20 if limit is None else limit)
        if show_sql:
            print(shown(asked.select))
            return
        found = _chosen(run(reader, asked), columns, people=out.for_people)
        written = out.write(found, title=" ".join(words), marks=lambda text: marks(text, asked.wanted))
        if not written:
            for word, near in unknown_words(reader, asked):
                out.note(f"no text has '{word}'" + (f" (did you mean {' or '.join(near)}?)" if near else ""))
        elif asked.cut:
            out.note("many records have these words: those with them in title or name come first, then the latest")


def _chosen(rows: Rows, named: str | None, *, people: bool) -> Rows:
    """The columns asked for, else those that a table shows for people, and all for programs."""
    from factbase.kinds.views import View
    from factbase.query.query import chosen

    names = [name.strip() for name in (named or "").split(",") if name.strip()]
    if named == "all" or not names:
        names = [column.name for column in COLUMNS if column.shown or not people or named == "all"]
    columns = chosen(View("search", "", COLUMNS, ""), tuple(names))
    places = [rows.names.index(column.name) for column in columns]
    return Rows(columns, (tuple(row[place] for place in places) for row in rows))


def command(name: str) -> Any:
    """The command."""
    return made(name, command_search, HELP)
