"""What Datasette is given beside the views: pages of records, links to them, search, and the front page's numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote, unquote

from datasette import hookimpl
from datasette.database import QueryInterrupted
from datasette.filters import FilterArguments
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import NotFound, Response
from datasette.views.base import DatasetteError
from markupsafe import Markup, escape

from factbase.errors import FactbaseError, WrongRequest
from factbase.kinds.views import view
from factbase.query.nouns import NOUNS
from factbase.query.record import NOUN_OF_KIND, is_assertion, kind_of, record
from factbase.query.status import status
from factbase.render.raw import text
from factbase.render.safe import writable
from factbase.serve.metadata import FIGURES, KEY_COLUMNS, NAME, about, address
from factbase.serve.questions import QUESTIONS
from factbase.serve.search import conditions, found, searchable
from factbase.serve.whole import ROUTE, csv
from factbase.store.lookup import find
from factbase.store.sqlite import SQLiteReader
from factbase.values.fragment import fragment
from factbase.values.human import human, human_change

T = TypeVar("T")
_HITS, _MOST_HITS = 25, 400
# What the front page tells of, and for how long it counts the lines of a listing (milliseconds).
_HELD = ("assertions", "agreements", "events", "actors", "figures", "sources")
_COUNTING = 200


@hookimpl
def render_cell(row: Any, value: Any, column: str) -> Markup | None:
    """Keys and labels lead to their records, citations to their sources, and figures have their thousands set off.

    All else is left to Datasette, which escapes it.
    """
    if isinstance(value, str) and value:
        if column == "label" and "key" in row.keys() and row["key"]:  # noqa: SIM118 (a row has values)
            return _to_record(row["key"], value)
        return linked(column, value)
    if isinstance(value, int | float) and column in FIGURES:
        return escape(human_change(value) if column == "change" else human(value))
    return None


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
        return cited(value)
    page = fragment(value, None) if value.startswith("http") else None
    return _to_page(page, value) if page else None


def cited(citation: str) -> Markup:
    """A citation with its sources as links."""
    parts = (one.partition(" ") for one in citation.split("; "))
    return Markup("; ").join(_to_record(key, key) + space + writable(places) for key, space, places in parts)


def _record_at(key: str) -> str:
    return f"/record/{quote(key, safe='')}"


def _to_record(key: str, words: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(_record_at(key), writable(words))


def _to_page(page: str, words: str) -> Markup:
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(page, writable(words))


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(r"^/record/(?P<key>.+)$", _record_page), (r"^/search$", _search_page), (ROUTE, csv)]


async def _record_page(datasette: Any, request: Any) -> Response:
    name = unquote(request.url_vars["key"])

    def ask(reader: SQLiteReader) -> tuple[str, str | None]:
        if is_assertion(reader, name):
            return name, None
        key = find(reader, name)
        return key, NOUN_OF_KIND[kind_of(reader, key)]

    try:
        key, noun = await _asked(datasette, ask)
    except WrongRequest as error:
        raise NotFound(str(error)) from None
    try:
        lines = await _asked(datasette, lambda reader: record(reader, key).dicts())
    except FactbaseError as error:
        raise DatasetteError(str(error), title="Not done", status=503) from None
    sections: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        sections.setdefault(str(line["section"]), []).append(line)
    fields = {line["item"]: text(line["value"]) for line in sections.pop("record", [])}
    names = sections.pop("names", [])
    label = fields.pop("label", text(lines[0]["value"]) if lines else key)
    # What stands elsewhere on the page, or only repeats the label.
    for field in ("key", "date_from", "date_to", "sources", *(("names",) if names else ())):
        fields.pop(field, None)
    if fields.get("title") == label:
        del fields["title"]
    context = {
        "key": key,
        "noun": noun,
        "href": address(noun) if noun else None,
        "label": writable(label),
        "fields": {
            field.replace("_", " "): linked(field, words) or escape(writable(words)) for field, words in fields.items()
        },
        "names": names,
        "sections": sections,
        "to_record": _to_record,
        "to_page": _to_page,
    }
    return Response.html(await datasette.render_template("record.html", context, request=request))


@hookimpl(trylast=True)
def filters_from_request(datasette: Any, request: Any, database: str, table: str) -> Any:
    """Lines of a listing that have these words, or concern what has them."""
    if database != NAME or table not in NOUNS or not searchable(view(table)):
        return None
    words = (request.args.get("_search") or "").strip()

    async def filters() -> FilterArguments:
        wanted: tuple[list[str], dict[str, Any]] = ([], {})
        if words:
            try:
                wanted = await _asked(datasette, lambda reader: conditions(reader, view(table), words))
            except FactbaseError as error:
                raise DatasetteError(str(error), title="Not understood", status=400) from None
        told = [f"with “{words}”"] if words else []
        return FilterArguments(*wanted, told, {"supports_search": True, "search": words})

    return filters()


async def _asked(datasette: Any, ask: Callable[[SQLiteReader], T]) -> T:
    """What a question to the base gives, within the time that a page has."""
    base = datasette.get_database(NAME)

    def answer(connection: sqlite3.Connection) -> T:
        with sqlite_timelimit(connection, datasette.setting("sql_time_limit_ms")):
            return ask(SQLiteReader(connection, base.location))

    answered: T = await base.execute_fn(answer)
    return answered


async def _search_page(datasette: Any, request: Any) -> Response:
    words = (request.args.get("q") or "").strip()
    asked = request.args.get("limit") or ""
    limit = (
        min(int(asked), _MOST_HITS) if asked.isascii() and asked.isdigit() and len(asked) < 9 and int(asked) else _HITS
    )
    answer, error = None, None
    if words:
        try:
            answer = await _asked(datasette, lambda reader: found(reader, words, limit))
        except FactbaseError as refused:
            error = str(refused).removeprefix("search: ")
    context = {
        "q": words,
        "found": answer,
        "error": error,
        "further": min(limit * 4, _MOST_HITS) if answer and answer.more and limit < _MOST_HITS else None,
        "to": _record_at,
        "cited": cited,
    }
    page = await datasette.render_template("search.html", context, request=request)
    return Response.html(page, status=400 if error else 200)


@hookimpl
def extra_template_vars(datasette: Any, view_name: str) -> Any:
    async def front() -> dict[str, Any]:
        base = datasette.get_database(NAME)
        held = dict(await base.execute_fn(lambda connection: status(SQLiteReader(connection, base.location))))
        listings = []
        for noun in NOUNS.values():
            try:
                counted = await base.execute(f"SELECT count(*) FROM {noun.name}", custom_time_limit=_COUNTING)
                count = f"{counted.first()[0]:,}"
            except QueryInterrupted:
                count = ""
            listings.append({"name": noun.name, "href": address(noun.name), "count": count, "about": about(noun)})
        return {
            "figures": [
                (f"{int(held[what]):,}", what if held[what] != "1" else what.removesuffix("s")) for what in _HELD
            ],
            "written": held["last entry"][:10],
            "listings": listings,
            "questions": QUESTIONS,
            "file": str(base.location),
        }

    if view_name == "database":
        return {"listings": {name: address(name) for name in NOUNS}}
    return front if view_name == "index" else {}
