"""`import`: what other bases have, and official statistics."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import BadInput, WrongRequest
from factbase.rows import Column, Rows

HELP = """Take in official statistics, or what another base has

Files of UN Comtrade, the World Bank, SDMX, the IMF, Eurostat and BACI are known by their columns; plain, .gz, .zst or .zip, or
'-' for standard input. A file is taken whole or not at all, as one entry.

A copy of a base that continues the history of this one is replayed, journal included, so that both are the same. Any
other is united with it under one entry: things are matched by their keys and natural keys, assertions by what they say
and where; nothing is overwritten, and what differs is told as a conflict.

factbase import comtrade.csv.gz --edition 2025-06

factbase import WDI_CSV.zip --member WDICSV.csv --rejects rejects.csv

factbase import my.csv --guess -o map.yaml

factbase import my.csv --map map.yaml

factbase import facts.jsonl --dry-run"""

_STATISTICS = "Official statistics"

COLUMNS = [
    Column("status", "code", "new; completed: it gains something; conflict: the base says otherwise, and keeps it."),
    Column("kind", "code", "What it is."),
    Column("key", "code", "Its key in this base."),
    Column("what", "text", "What it tells, or how they differ."),
]


def import_(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file or a folder.", show_default=False)],
    as_: Annotated[str | None, typer.Option("--as", metavar="FORM", help="What it is, if it cannot be told.")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="KEY", help="The source that it is.", rich_help_panel=_STATISTICS)
    ] = None,
    edition: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Which edition of it.", rich_help_panel=_STATISTICS)
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The title of a new source.", rich_help_panel=_STATISTICS)
    ] = None,
    publisher: Annotated[
        str | None,
        typer.Option(metavar="ACTOR", help="Who publishes a new source.", rich_help_panel=_STATISTICS),
    ] = None,
    classification: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Of commodities, if the file tells none.", rich_help_panel=_STATISTICS),
    ] = None,
    countries: Annotated[
        str | None, typer.Option(metavar="FILE", help="BACI's table of countries.", rich_help_panel=_STATISTICS)
    ] = None,
    map_: Annotated[
        str | None,
        typer.Option("--map", metavar="FILE", help="Which column is what, for other CSV.", rich_help_panel=_STATISTICS),
    ] = None,
    guess: Annotated[
        bool,
        typer.Option("--guess", help="Write such a map for review, and import nothing.", rich_help_panel=_STATISTICS),
    ] = False,
    encoding: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of the file, if not UTF-8: latin-1, utf-16.", rich_help_panel=_STATISTICS),
    ] = None,
    member: Annotated[
        str | None, typer.Option(metavar="NAME", help="Which file of a zip.", rich_help_panel=_STATISTICS)
    ] = None,
    rejects: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Write rows that cannot be taken here, and take the others.",
            rich_help_panel=_STATISTICS,
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would come of it, and write nothing.")] = False,
    format: options.Format = None,
    output: options.Output = "-",
    quiet: options.Quiet = False,
    author: options.Author = None,
    why: options.Why = None,
    base: options.Base = None,
) -> None:
    from factbase.exchange.importers import FORMS, form_of, module
    from factbase.journal.author import author as name_of

    out = Output(format, output, quiet=quiet)
    out.check()
    form = form_of(Path(path), as_)
    for option, written in (("--rejects", rejects), ("--output", output)):
        if written and any(_is_same(written, read) for read in (path, map_, countries) if read):
            raise WrongRequest(
                f"'{written}' is read, and would be written over", where=option, hint="name another file"
            )
    if guess:
        from factbase.exchange.statistics import guessed

        with out.opened() as (stream, _):
            stream.write(guessed(path, member, encoding))
        return
    if form not in FORMS:
        from factbase.exchange.statistics import Options

        options_ = Options(path, form, member, classification, countries, map_, encoding)
        named = {"key": source, "edition": edition, "title": title, "publisher": publisher}
        journal = {"author": name_of(author), "command": f"import {path}", "why": why, "dry_run": dry_run}
        _statistics(out, base, options_, named, rejects, journal)
        return
    from factbase.exchange import copies

    try:
        with open_base(base) as opened:
            copy = module(form).read(Path(path))
            arrival = copies.take(
                opened.location, copy, author=name_of(author), command=f"import {path}", why=why, dry_run=dry_run
            )
    except BadInput as error:
        error.where = error.where or path
        raise
    would = "would be " if dry_run else ""
    if arrival.replayed is not None:
        entries = "entry" if arrival.replayed == 1 else "entries"
        out.note(
            f"{arrival.replayed} {entries} {would}replayed"
            if arrival.replayed
            else "nothing is new: the base has it all"
        )
        return
    out.write(Rows(COLUMNS, iter(arrival.outcomes)), title="import", empty="nothing is new")
    counted = Counter(outcome.status for outcome in arrival.outcomes)
    told = ", ".join(f"{number} {status}" for status, number in counted.items())
    entry = (
        "" if dry_run or not any(counted[status] for status in ("new", "completed")) else f" (entry {arrival.number})"
    )
    out.note(f"{would}{f'{told}, ' if told else ''}{arrival.unchanged} the same{entry}")


def _statistics(
    out: Output, base: str | None, asked: Any, told: dict[str, str | None], rejects: str | None, journal: dict[str, Any]
) -> None:
    """Take a file of statistics in, and say in one line what came of it."""
    from contextlib import ExitStack

    from factbase.cli.main import Without
    from factbase.exchange.statistics import opened as open_file
    from factbase.journal.bulk import load

    _use_tidy_memory()
    with ExitStack() as stack:
        # Arrow takes it along for sums, which do not need it.
        kept_out = Without("pyarrow.dataset")
        sys.meta_path.insert(0, kept_out)
        stack.callback(sys.meta_path.remove, kept_out)
        kept = stack.enter_context(Output(file=rejects).opened())[0] if rejects else None
        opened = stack.enter_context(open_base(base))
        file = stack.enter_context(open_file(asked, kept))
        source = file.source._replace(**{name: value for name, value in told.items() if value})
        source = _source(opened.reader(), source, told["publisher"])
        progress = Progress(file.file.stream)
        try:
            loaded = load(opened.location, source, file.blocks(opened.reader()), progress=progress, **journal)
        except BadInput as error:
            error.where = error.where or file.ledger.name
            if asked.map and "the same figure" in error.what:
                error.hint = "keep one of them, or let the map read the column that tells them apart"
            raise
        finally:
            progress.end()
    ledger = file.ledger
    parts = [f"{loaded.new:,} new", f"{loaded.unchanged:,} unchanged", f"{loaded.changed:,} changed"]
    parts += [f"{number:,} skipped ({why})" for why, number in ledger.skipped.items()]
    parts += [f"{ledger.empty:,} {'cell' if ledger.empty == 1 else 'cells'} without a value"] if ledger.empty else []
    parts += [f"{number:,} {what}" for what, number in ledger.noted.items()]
    parts += [f"{ledger.rounded:,} rounded at the 15th decimal"] if ledger.rounded else []
    parts += [f"{ledger.rejected:,} rejected (see {rejects})"] if ledger.rejected else []
    would = "would be " if journal["dry_run"] else ""
    entry = f" (entry {loaded.entry})" if loaded.entry and not journal["dry_run"] else ""
    out.note(f"{source.key}: {would}{', '.join(parts)}{entry}")


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one file."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _use_tidy_memory() -> None:
    """Let Arrow have memory from jemalloc where it has it: blocks that come and go leave fewer holes there."""
    import pyarrow

    with suppress(NotImplementedError):
        pyarrow.set_memory_pool(pyarrow.jemalloc_memory_pool())
        # Milliseconds; a second unless told, and a load is done in a few.
        pyarrow.jemalloc_set_decay_ms(100)


def _source(base: Any, source: Any, publisher: str | None) -> Any:
    """The source with the key of its publisher. Raises WrongRequest for one that is there already as something else."""
    from factbase.store.lookup import find
    from factbase.values.name import unfit

    if isinstance(source.publisher, str):
        source = source._replace(publisher=find(base, source.publisher, ("actor",), where="--publisher"))
    there = list(base.rows("SELECT kind, publisher FROM source WHERE key = :key", {"key": source.key}))
    if not there and (hint := unfit(source.key)):
        raise WrongRequest(f"'{source.key}' is not a key", where="--source", hint=hint)
    if there and there[0][0] != "statistics":
        raise WrongRequest(f"'{source.key}' is no source of statistics", where="--source", hint="name another key")
    if there and publisher and there[0][1] != source.publisher:
        what = f"'{source.key}' is published by {there[0][1] or 'nobody that is known'}"
        raise WrongRequest(what, where="--publisher", hint=f"factbase amend {source.key} publisher={source.publisher}")
    return source


class Progress:
    """Figures, their rate and the time left, on standard error where that is a terminal."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._start = self._last = monotonic()
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, figures: int) -> None:
        now = monotonic()
        if not self._shown or now - self._last < 0.2:
            return
        self._last = now
        took, size, done = now - self._start, self._stream.size, self._stream.done()
        left = f", {took * (size - done) / done:.0f} s left" if size and done else ""
        print(f"\r\x1b[K{figures:,} figures, {figures / took:,.0f} a second{left}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def command(name: str) -> Any:
    """The command."""
    return made(name, import_, HELP)
