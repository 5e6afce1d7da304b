"""Datasette over one base: what it may do, and who may ask."""

from __future__ import annotations

import errno
import socket
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from factbase.errors import Unavailable
from factbase.store import sqlite
from factbase.store.location import Location

try:
    import uvicorn
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.plugins import pm
except ImportError:
    raise Unavailable("serve needs Datasette, which is not installed", hint="pip install 'factbase[serve]'") from None

from factbase.serve import plugin
from factbase.serve.metadata import NAME, metadata

_HERE = Path(__file__).parent
HOST = "127.0.0.1"

# A page must come within these (milliseconds, rows); for files see whole.py.
_SETTINGS = {
    "sql_time_limit_ms": 10_000,
    "facet_time_limit_ms": 2_000,
    "suggest_facets": False,
    "max_returned_rows": 10_000,
    "default_page_size": 50,
    "default_cache_ttl": 0,
    "allow_download": False,
}


class ReadOnly(Database):  # type: ignore[misc]
    """The base. Its connections cannot write, and read what writers commit while they are open.

    Not opened as immutable: then SQLite takes no locks, and a writer at the same time would make answers wrong.
    """

    def __init__(self, datasette: Datasette, location: Location) -> None:
        super().__init__(datasette, path=str(location.path))
        self.location = location

    def connect(self, write: bool = False) -> sqlite3.Connection:
        assert self.location.path is not None
        connection = sqlite.connect(self.location.path)
        # Those of a stranger's base could tell anything.
        sqlite.use_own_views(connection)
        sqlite.confine(connection)
        self._all_file_connections.append(connection)
        return connection

    async def execute(self, *asked: Any, **named: Any) -> Any:
        # A refused question is told in the browser, and not on the terminal, with its values, as well.
        return await super().execute(*asked, **{**named, "log_sql_errors": False})


def application(location: Location) -> Callable[..., Awaitable[None]]:
    """The base as an ASGI application."""
    assert location.path is not None
    connection = sqlite.connect(location.path)
    try:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    finally:
        connection.close()
    # Imported here: it must come after the plugins, which register it.
    from datasette import handle_exception

    # Datasette would print a trace of every refused question, values included, on the terminal.
    handle_exception.rich = None
    if not pm.is_registered(plugin):
        pm.register(plugin)
    datasette = Datasette(
        metadata=metadata(tables),
        settings=_SETTINGS,
        template_dir=str(_HERE / "templates"),
        static_mounts=[("factbase", str(_HERE / "static"))],
    )
    datasette.remove_database("_memory")
    datasette.add_database(ReadOnly(datasette, location), name=NAME)
    app: Callable[..., Awaitable[None]] = datasette.app()
    return _for_this_machine(app)


def listen(port: int) -> socket.socket:
    """A socket on the loopback interface; port 0 is any that is free. Raises Unavailable where it is in use."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise Unavailable(
                f"port {port} is in use", where="--port", hint="another one, or 0 for a free one"
            ) from None
        reason = (error.strerror or str(error)).lower()
        raise Unavailable(f"port {port} cannot be used: {reason}", where="--port") from None
    return listening


def serve(location: Location, listening: socket.socket) -> None:
    """Answer until the process is interrupted, and then raise KeyboardInterrupt."""
    config = uvicorn.Config(application(location), log_level="error", access_log=False, lifespan="on")
    uvicorn.Server(config).run(sockets=[listening])


def _for_this_machine(app: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """The application for those who call this machine by its own names.

    A page elsewhere can have its name point here and read what is served; its requests bear that name.
    """

    async def answer(scope: dict[str, Any], receive: Any, send: Any) -> None:
        # The port is left out where it is that of HTTP.
        host = dict(scope.get("headers", ())).get(b"host", b"").partition(b":")[0]
        if scope["type"] == "http" and host not in (b"127.0.0.1", b"localhost"):
            await send({"type": "http.response.start", "status": 421, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"factbase answers to 127.0.0.1 and localhost only\n"})
            return
        await app(scope, receive, send)

    return answer
