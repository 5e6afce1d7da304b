"""`db`: make, find, upgrade and back up a base."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from factbase.cli import options
from factbase.cli.output import Output
from factbase.errors import Unavailable, WrongRequest
from factbase.rows import Column, Rows
from factbase.store.location import Location, locate

app = typer.Typer(
    help="Make, find, upgrade and back up a base",
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
    if path is not None and path.exists():
        raise WrongRequest("there is a file already", where=str(path), hint="choose another with --base")
    create(location, seed=not empty)
    print(f"made {location}")


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
    found, copy = upgrade_it(location)
    if found == REVISION:
        print(f"nothing to do: the base is of revision {found}")
        return
    kept = f"the backup is {copy}" if copy else "no backup was made, which on PostgreSQL is for pg_dump"
    print(f"upgraded from revision {found} to {REVISION}; {kept}")


@app.command()
def backup(
    to: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="Where to; by default beside the base.", show_default=False),
    ] = None,
    base: options.Base = None,
) -> None:
    """Copy the base while it is in use, and check the copy

    factbase db backup

    factbase db backup /media/stick/facts.db
    """
    from factbase.store.upkeep import backup as back_up

    location = locate(base)
    source = _file(location)
    if to is None:
        stamp = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
        target = source.with_name(f"{source.stem}-{stamp}{source.suffix}")
    else:
        target = Path(to)
    if target.exists() and source.exists() and target.samefile(source):
        raise WrongRequest("that is the base itself", where=str(target), hint="choose another name")
    print(f"copied to {back_up(location, target)}")


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
    print(f"copied {done.entries} entries, {done.rows} rows to {to}; both exports are sha256:{done.digest}")


@app.command()
def reindex(base: options.Base = None) -> None:
    """Make the index of texts anew, which 'search' reads

    factbase db reindex

    factbase db reindex --base facts.db
    """
    from factbase.store.index import rebuild
    from factbase.store.writing import transaction

    location = locate(base)
    with transaction(location) as connection:
        rebuild(connection)
    print(f"indexed {location}")


def _file(location: Location) -> Path:
    if location.path is None:
        raise Unavailable("only a base in a file is copied so", where=str(location), hint="use pg_dump, or 'db copy'")
    return location.path


def command(name: str) -> Any:
    """The group of commands."""
    made = typer.main.get_command(app)
    made.name = name
    return made
