"""`db`: make, find, upgrade, back up, restore and examine a base."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from factbase.cli import options
from factbase.cli.output import Output
from factbase.errors import ExitCode, Unavailable, WrongRequest
from factbase.render.safe import visible
from factbase.rows import Column, Rows
from factbase.store.location import Location, locate

app = typer.Typer(
    help="Make, find, upgrade and back up a base\n\nfactbase db status\n\nfactbase db backup facts-backup.db",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def init(
    empty: Annotated[bool, typer.Option("--empty", help="Without the first article.")] = False,
    base: options.Base = None,
) -> None:
    """Make a base, with the first article in it

    factbase db init --base facts.db

    factbase db init --base facts.db --empty

    factbase db init --base postgresql://writer@db.example/facts
    """
    from factbase.store.upkeep import create

    location = locate(base)
    path = location.path
    if path is not None and os.path.exists(path):
        raise WrongRequest("there is a file already", where=str(path), hint="choose another with --base")
    create(location, seed=not empty)
    print(f"made {visible(str(location))}")


@app.command()
def path(base: options.Base = None) -> None:
    """Print where the base is

    factbase db path

    sqlite3 "$(factbase db path)" "SELECT label, status FROM agreements"
    """
    print(locate(base))


@app.command()
def status(
    format: options.Format = None,
    output: options.Output = "-",
    quiet: options.Quiet = False,
    base: options.Base = None,
) -> None:
    """Tell what the base is and what it holds

    factbase db status

    factbase db status -f json
    """
    from factbase.query.status import status as status_of
    from factbase.store.reading import reader

    location = locate(base)
    with reader(location) as opened:
        lines = [("base", str(location)), *status_of(opened)]
    if location.path is not None:
        lines.insert(1, ("size", f"{location.path.stat().st_size / 1024:.0f} KiB"))
    columns = [Column("item", "code"), Column("value")]
    Output(format, output, quiet=quiet).write(Rows(columns, iter(lines)))


@app.command()
def upgrade(base: options.Base = None) -> None:
    """Bring an older base to this program's revision; a file after a backup beside it

    factbase db upgrade

    factbase db upgrade --base facts.db
    """
    from factbase.store.reading import REVISION
    from factbase.store.upkeep import upgrade as upgrade_it

    location = locate(base)
    found, copy, views = upgrade_it(location)
    if found == REVISION:
        done = "made the views anew" if views else "nothing to do"
        print(f"{done}: the base is of revision {found}")
        return
    kept = f"the backup is {visible(str(copy))}" if copy else "no backup was made, which on PostgreSQL is for pg_dump"
    print(f"upgraded from revision {found} to {REVISION}; {kept}")


@app.command()
def backup(
    to: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="Where to; by default beside the base.", show_default=False),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Keep the newest N backups beside the base, and delete older ones."),
    ] = None,
    base: options.Base = None,
) -> None:
    """Copy the base while it is in use, and check the copy

    factbase db backup --keep 7

    factbase db backup /media/stick/facts.db
    """
    from factbase.store.upkeep import backup as back_up
    from factbase.store.upkeep import backup_name, prune

    location = locate(base)
    source = _file(location)
    if to is not None and keep is not None:
        raise WrongRequest("is for backups beside the base", where="--keep", hint="leave FILE out")
    target = backup_name(source) if to is None else Path(to)
    if os.path.exists(target) and os.path.exists(source) and target.samefile(source):
        raise WrongRequest("that is the base itself", where=str(target), hint="choose another name")
    print(f"copied to {visible(str(back_up(location, target)))}")
    for old in prune(source, keep) if keep else []:
        print(f"deleted {visible(str(old))}")


@app.command()
def restore(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The backup.", show_default=False)],
    base: options.Base = None,
) -> None:
    """Put a backup in the base's place, after checking it; what was there is kept beside

    factbase db restore facts-20260101T120000Z.db

    factbase db restore facts-20260101T120000Z.db --base facts.db
    """
    from factbase.store.upkeep import restore as restore_it

    location = locate(base)
    path = _file(location)
    if os.path.exists(path) and os.path.exists(file) and path.samefile(file):
        raise WrongRequest("that is the base itself", where=file, hint="name a backup")
    kept = restore_it(location, Path(file))
    print(f"restored {visible(str(location))}" + (f"; what was there is {visible(str(kept))}" if kept else ""))


@app.command()
def doctor(
    format: options.Format = None,
    output: options.Output = "-",
    quiet: options.Quiet = False,
    base: options.Base = None,
) -> None:
    """Tell what is wrong with the base, and what can be saved; ends with 1 where something is

    Looks at the file and where it lies, every page, the schema, what rows refer to, totals, the index of texts, and at
    every load of statistics by its digest. Nothing is changed.

    factbase db doctor

    factbase db doctor --base facts.db -f json
    """
    from factbase.journal.loads import damaged
    from factbase.store.doctor import Sign, examine

    location = locate(base)
    _file(location, "examined so", "'factbase check' looks at the facts, and pg_amcheck at the server's files")
    signs = list(examine(location))
    # Where pages or the schema are not as they should be, figures cannot be asked for.
    if any(sign.part == "totals" for sign in signs):
        changed = [Sign("loads", False, words, "'factbase db restore' a backup") for words in damaged(location)]
        signs += changed or [Sign("loads", True, "every load has the figures that its digest tells of")]
    columns = [Column("part", "code"), Column("state", "code"), Column("found"), Column("hint")]
    lines = ((sign.part, "sound" if sign.sound else "wrong", sign.found, sign.hint) for sign in signs)
    Output(format, output, quiet=quiet).write(Rows(columns, iter(lines)))
    if not all(sign.sound for sign in signs):
        raise typer.Exit(ExitCode.FINDINGS)


@app.command("copy")
def copy_base(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A base: a file or postgresql://...")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where to; made if there is no base.")],
) -> None:
    """Copy a base with its journal into another database, and compare the two

    factbase db copy facts.db postgresql://writer@db.example/facts

    factbase db copy postgresql://writer@db.example/facts facts.db
    """
    from factbase.exchange.transfer import transfer

    to = locate(target)
    done = transfer(locate(source), to)
    print(
        f"copied {done.entries} entries, {done.rows} rows to {visible(str(to))}; all rows of both are sha256:{done.digest}"
    )


@app.command()
def reindex(base: options.Base = None) -> None:
    """Make anew what follows from the tables: views, totals, and the index of texts, which 'search' reads

    factbase db reindex

    factbase db reindex --base facts.db
    """
    from factbase.store import index, totals
    from factbase.store.reading import reader
    from factbase.store.upkeep import renew_views
    from factbase.store.writing import transaction

    location = locate(base)
    with reader(location) as opened:
        own_views = opened.has_own_views
    with transaction(location) as connection:
        if not own_views:
            renew_views(connection)
        index.rebuild(connection)
        totals.rebuild(connection)
    print(f"indexed {visible(str(location))}")


def _file(location: Location, done: str = "copied so", hint: str = "use pg_dump, or 'db copy'") -> Path:
    if location.path is None:
        raise Unavailable(f"only a base in a file is {done}", where=str(location), hint=hint)
    return location.path


def command(name: str) -> Any:
    """The group of commands."""
    made = typer.main.get_command(app)
    made.name = name
    return made
