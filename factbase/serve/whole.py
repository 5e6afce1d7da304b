"""Answers as whole CSV files: read at one moment, and written as the command line writes them."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils import InvalidSql, derive_named_parameters, sqlite_timelimit, validate_sql_select
from datasette.utils.asgi import AsgiStream, NotFound, Response
from datasette.views.base import DatasetteError

from factbase.errors import FactbaseError
from factbase.kinds.views import view
from factbase.query.nouns import NOUNS
from factbase.query.query import Query, run
from factbase.render.csv import write
from factbase.render.options import Options
from factbase.rows import Rows
from factbase.serve.metadata import NAME
from factbase.serve.questions import QUESTIONS
from factbase.store import sqlite
from factbase.store.location import Location
from factbase.store.reading import Parameters, Reader

ROUTE = rf"^/{NAME}(?:/(?P<name>[\w-]+))?\.csv$"

# While it is read nobody can write, so a file is made before it is sent, however slowly that goes.
_SECONDS = 60
_IN_MEMORY = 4 * 1024 * 1024
_CHUNK = 64 * 1024

Ask = Callable[[Reader], Rows]


async def csv(datasette: Any, request: Any) -> Any:
    """The answer of a listing or a table with its filters, of a question, or of a SELECT, as a file."""
    name = request.url_vars["name"]
    question = next((question for question in QUESTIONS if question.name == name), None)
    if name is None or question:
        sql = question.sql if question else request.args.get("sql") or ""
        try:
            validate_sql_select(sql)
        except InvalidSql as error:
            return Response.text(f"{error}\n", status=400)
        named = await derive_named_parameters(None, sql)
        ask = _asking(sql, {parameter: request.args.get(parameter) or "" for parameter in named})
    else:
        sql, parameters = await _listed(datasette, name, request.query_string)
        ask = _listing(name, sql, parameters, request.args) if name in NOUNS else _asking(sql, parameters)
    try:
        file = await asyncio.to_thread(_written, datasette.get_database(NAME).location, ask)
    except FactbaseError as error:
        return Response.text(f"{error}\n", status=400)

    async def send(out: Any) -> None:
        with file:
            while part := file.read(_CHUNK):
                await out.write(part)

    headers = {"content-disposition": f'attachment; filename="{name or "answer"}.csv"'}
    return AsgiStream(send, headers=headers, content_type="text/csv; charset=utf-8")


async def _listed(datasette: Any, table: str, asked: str) -> tuple[str, Parameters]:
    """The SELECT that Datasette makes of a table's filters, without its limit of a page."""
    # The columns and the order of a listing are chosen from all that it has.
    without = ("_size", "_next", "_shape", "_dl", *(("_col", "_nocol") if table in NOUNS else ()))
    kept = [(name, value) for name, value in parse_qsl(asked) if name not in without]
    path = f"/{NAME}/{table}.json?{urlencode([*kept, ('_size', '0'), ('_nofacet', '1'), ('_nocount', '1')])}"
    answer = await datasette.client.get(path)
    told = json.loads(answer.text)
    if answer.status_code == 404:
        raise NotFound(f"there is no listing, question or table '{table}'")
    if answer.status_code != 200:
        raise DatasetteError(told["error"], title=told["title"], status=answer.status_code)
    return re.sub(r"\s+limit \d+( offset \d+)?\s*$", "", told["query"]["sql"]), told["query"]["params"]


def _asking(sql: str, parameters: Parameters) -> Ask:
    return lambda reader: reader.rows(sql, parameters)


def _listing(noun: str, sql: str, parameters: Parameters, asked: Any) -> Ask:
    """The lines of a SELECT on a listing, with the columns, the order and the digits that the command line gives them."""
    without = asked.getlist("_nocol")
    columns = asked.getlist("_col") or [column.name for column in view(noun).columns]
    if sort := asked.get("_sort") or asked.get("_sort_desc"):
        order: tuple[str, ...] = (sort if asked.get("_sort") else f"-{sort}",)
    else:
        order = NOUNS[noun].sort
    _, _, condition = re.sub(r"\s+order by \S+( desc)?$", "", sql).partition(" where ")
    query = Query(
        noun,
        conditions=(condition,) if condition else (),
        parameters=parameters,
        columns=tuple(name for name in dict.fromkeys(columns) if name not in without),
        sort=order,
    )
    return lambda reader: run(reader, query)


def _written(location: Location, ask: Ask) -> Any:
    file = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")  # noqa: SIM115 (closed when sent)
    try:
        with sqlite.opened(location) as opened:
            opened.use_own_views()
            sqlite.confine(opened.connection)
            opened.own_words = True
            with sqlite_timelimit(opened.connection, _SECONDS * 1000):
                write(ask(opened), file, Options())  # type: ignore[arg-type]
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file
