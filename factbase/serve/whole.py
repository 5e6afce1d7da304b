"""Answers as whole CSV files: read at one moment, and written as the command line writes them."""

from __future__ import annotations

import asyncio
import json
import re
from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils import InvalidSql, derive_named_parameters, sqlite_timelimit, validate_sql_select
from datasette.utils.asgi import AsgiStream, NotFound, Response
from datasette.views.base import DatasetteError

from factbase.errors import FactbaseError
from factbase.query.nouns import NOUNS
from factbase.render.csv import write
from factbase.render.options import Options
from factbase.serve.metadata import NAME
from factbase.serve.questions import QUESTIONS
from factbase.store import sqlite
from factbase.store.location import Location
from factbase.store.reading import Parameters

ROUTE = rf"^/{NAME}(?:/(?P<name>[a-z-]+))?\.csv$"

# While it is read nobody can write, so a file is made before it is sent, however slowly that goes.
_SECONDS = 60
_IN_MEMORY = 4 * 1024 * 1024
_CHUNK = 64 * 1024


async def csv(datasette: Any, request: Any) -> Any:
    """The answer of a listing with its filters, of a question, or of a SELECT, as a file."""
    name = request.url_vars["name"]
    question = next((question for question in QUESTIONS if question.name == name), None)
    if name in NOUNS:
        sql, parameters = await _listed(datasette, name, request.query_string)
    elif question or name is None:
        sql = question.sql if question else request.args.get("sql") or ""
        try:
            validate_sql_select(sql)
        except InvalidSql as error:
            return Response.text(f"{error}\n", status=400)
        named = await derive_named_parameters(None, sql)
        parameters = {parameter: request.args.get(parameter) or "" for parameter in named}
    else:
        raise NotFound(f"there is no listing or question '{name}'")
    try:
        file = await asyncio.to_thread(_written, datasette.get_database(NAME).location, sql, parameters)
    except FactbaseError as error:
        return Response.text(f"{error}\n", status=400)

    async def send(out: Any) -> None:
        with file:
            while part := file.read(_CHUNK):
                await out.write(part)

    headers = {"content-disposition": f'attachment; filename="{name or "answer"}.csv"'}
    return AsgiStream(send, headers=headers, content_type="text/csv; charset=utf-8")


async def _listed(datasette: Any, noun: str, asked: str) -> tuple[str, Parameters]:
    """The SELECT that Datasette makes of a listing's filters, without its limit of a page."""
    kept = [(name, value) for name, value in parse_qsl(asked) if name not in ("_size", "_next", "_shape", "_dl")]
    path = f"/{NAME}/{noun}.json?{urlencode([*kept, ('_size', '0'), ('_nofacet', '1'), ('_nocount', '1')])}"
    answer = await datasette.client.get(path)
    told = json.loads(answer.text)
    if answer.status_code != 200:
        raise DatasetteError(told["error"], title=told["title"], status=answer.status_code)
    return re.sub(r"\s+limit \d+( offset \d+)?\s*$", "", told["query"]["sql"]), told["query"]["params"]


def _written(location: Location, sql: str, parameters: Parameters) -> Any:
    file = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")  # noqa: SIM115 (closed when sent)
    try:
        with sqlite.opened(location) as opened:
            sqlite.confine(opened.connection)
            opened.own_words = True
            with sqlite_timelimit(opened.connection, _SECONDS * 1000):
                write(opened.rows(sql, parameters), file, Options())  # type: ignore[arg-type]
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file
