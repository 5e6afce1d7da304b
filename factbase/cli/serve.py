"""`serve`: the base in a browser."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.errors import Unavailable
from factbase.store.location import locate

HELP = """Open the base in a browser, with Datasette

Listings with facets and search, records with their citations, the ten questions, SQL, and CSV and JSON of all of it.
Nothing can be written, nobody but this machine can ask, and nothing is loaded from the network. What is recorded
meanwhile is there at the next click. Ctrl-C ends it. Needs the extra 'serve'.

factbase serve --open

factbase serve --port 0 --base facts.db"""


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="Where; 0 is any that is free.")] = 8001,
    open: Annotated[bool, typer.Option("--open", help="Open it in your browser.")] = False,
    base: options.Base = None,
) -> None:
    location = locate(base)
    if location.path is None:
        raise Unavailable("only a base in a file can be served", where=str(location), hint="Datasette reads SQLite")
    with open_base(base):
        pass
    from factbase.serve.app import HOST, listen
    from factbase.serve.app import serve as answer

    with listen(port) as listening:
        address = f"http://{HOST}:{listening.getsockname()[1]}/"
        print(f"{location} is at {address} (Ctrl-C ends it)", flush=True)
        if open:
            import webbrowser

            webbrowser.open(address)
        answer(location, listening)


def command(name: str) -> Any:
    """The command."""
    return made(name, serve, HELP)
