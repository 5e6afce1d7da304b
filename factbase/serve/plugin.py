"""What Datasette is given beside the views: pages of records, links to them, search, and the front page's numbers."""

from __future__ import annotations

import sqlite3
from typing import Any
from urllib.parse import quote, unquote

from datasette import hookimpl
from datasette.database import QueryInterrupted
from datasette.filters import FilterArguments
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup, escape

from factbase.errors import WrongRequest
from factbase.kinds.views import View, view
from factbase.query.nouns import NOUNS
from factbase.query.record import is_assertion, record
from factbase.query.status import status
from factbase.render.raw import text
from factbase.render.safe import writable
from factbase.rows import Value
from factbase.serve.metadata import KEY_COLUMNS, NAME, address
from factbase.serve.questions import QUESTIONS
from factbase.store.lookup import find
from factbase.store.sqlite import SQLiteReader
from factbase.values.fragment import fragment


@hookimpl
def render_cell(value: object, column: str) -> Markup | None:
    """Keys lead to their records, citations to their sources; all else is left to Datasette, which escapes it."""
    return linked(column, value) if isinstance(value, str) and value else None


def linked(column: str, value: str) -> Markup | None:
    """The value with links in it, None where it has none.

    >>> linked("citation", "kapanadze p1.s2")
    Markup('<a href="/record/kapanadze">kapanadze</a> p1.s2')
    >>> linked("address", "javascript:alert(1)") is None
    True
    """
    if column in KEY_COLUMNS:
        return Markup("; ").join(_to_record(key, key) for key in value.split("; "))
    if column == "citation":
        cited = (citation.partition(" ") for citation in value.split("; "))
        return Markup("; ").join(_to_record(key, key) + space + places for key, space, places in cited)
    page = fragment(value, None) if value.startswith("http") else None
    return _to_page(page, value) if page else None


def _to_record(key: str, words: str) -> Markup:
    return Markup('<a href="/record/{}">{}</a>').format(quote(key, safe=""), writable(words))


def _to_page(page: str, words: str) -> Markup:
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(page, writable(words))


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(r"^/record/(?P<key>.+)$", _record_page)]


async def _record_page(datasette: Any, request: Any) -> Response:
    base = datasette.get_database(NAME)
    name = unquote(request.url_vars["key"])

    def ask(connection: sqlite3.Connection) -> tuple[str, list[dict[str, Value]]]:
        reader = SQLiteReader(connection, base.location)
        with sqlite_timelimit(connection, datasette.setting("sql_time_limit_ms")):
            key = name if is_assertion(reader, name) else find(reader, name)
            return key, record(reader, key).dicts()

    try:
        key, lines = await base.execute_fn(ask)
    except WrongRequest as error:
        raise NotFound(str(error)) from None
    sections: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        sections.setdefault(line["section"], []).append(line)
    fields = {line["item"]: text(line["value"]) for line in sections.pop("record", [])}
    names = sections.pop("names", [])
    context = {
        "key": key,
        "label": writable(fields.pop("label", text(lines[0]["value"]) if lines else key)),
        "fields": {field: linked(field, words) or escape(writable(words)) for field, words in fields.items()},
        "names": names,
        "sections": sections,
        "to_record": _to_record,
        "to_page": _to_page,
    }
    return Response.html(await datasette.render_template("record.html", context, request=request))


@hookimpl(trylast=True)
def filters_from_request(request: Any, database: str, table: str) -> FilterArguments | None:
    """Lines of a listing with these words in them; Datasette's own search is for tables with an index of it."""
    if database != NAME or table not in NOUNS:
        return None
    words = request.args.get("_search") or ""
    conditions, parameters = searching(view(table), words)
    told = [f'with "{words}"'] if conditions else []
    return FilterArguments(conditions, parameters, told, {"supports_search": True, "search": words})


def searching(asked: View, words: str) -> tuple[list[str], dict[str, str]]:
    """The conditions that all words stand in a line, wherever in it, and the values of their parameters."""
    whole = " || ' ' || ".join(
        f"coalesce({column.name}, '')" for column in asked.columns if column.type in ("text", "code", "list")
    )
    conditions, parameters = [], {}
    for number, word in enumerate(words.split()):
        escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        conditions.append(f"lower({whole}) LIKE '%' || lower(:word{number}) || '%' ESCAPE '\\'")
        parameters[f"word{number}"] = escaped
    return conditions, parameters


@hookimpl
def extra_template_vars(datasette: Any, view_name: str) -> Any:
    async def front() -> dict[str, Any]:
        base = datasette.get_database(NAME)
        held = dict(await base.execute_fn(lambda connection: status(SQLiteReader(connection, base.location))))
        listings = []
        for noun in NOUNS.values():
            try:
                count: Value = (await base.execute(f"SELECT count(*) FROM {noun.name}")).first()[0]
            except QueryInterrupted:
                count = None
            about = view(noun.name).description
            listings.append({"name": noun.name, "href": address(noun.name), "count": count, "about": about})
        return {"held": held, "listings": listings, "questions": QUESTIONS, "file": str(base.location), "base": NAME}

    return front if view_name == "index" else {}
