"""What the schema means, as Datasette is told it: titles, columns and their units, facets, questions, labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from factbase.kinds.views import view
from factbase.query.dimensions import DIMENSIONS
from factbase.query.filters import Among, Concerning
from factbase.query.nouns import NOUNS, Noun
from factbase.rows import Column
from factbase.serve.questions import QUESTIONS

# The name that the base has in addresses, whatever its file is called.
NAME = "base"

# Facets beyond these crowd the page.
_FACETS = 5

KEY_COLUMNS = {"key", "assertion", "change_assertion"}.union(
    *(
        filter.columns
        for noun in NOUNS.values()
        for filter in (noun.actors, *noun.filters.values())
        if isinstance(filter, Concerning)
    ),
    *({f"{name}_code"}.intersection(dimension.keys) for name, dimension in DIMENSIONS.items()),
)
"""The columns that hold the keys of records, or lists of keys."""

FIGURES = {column.name for noun in NOUNS for column in view(noun).columns if column.type in ("number", "percent")}
"""The columns that hold figures."""


def metadata(tables: Iterable[str]) -> dict[str, Any]:
    """All that Datasette is told of a base with these tables. Only the listings are shown; tables are hidden."""
    told: dict[str, Any] = {name: {"hidden": True} for name in tables}
    # A key of a thing is shown with its label.
    told["thing"] = {"hidden": True, "label_column": "label"}
    told |= {noun.name: _listing(noun) for noun in NOUNS.values()}
    questions = {question.name: {"title": question.title, "sql": question.sql} for question in QUESTIONS}
    return {
        "title": "factbase",
        "databases": {NAME: {"title": "factbase", "tables": told, "queries": questions}},
    }


def address(noun: str) -> str:
    """Where a listing is, with the columns that a table for people has, and the key that leads to the record."""
    columns = view(noun).columns
    units = {column.unit_column for column in columns if column.shown}
    keys = [column.name for column in columns if column.name in ("key", "assertion")][:1]
    shown = (column.name for column in columns if column.shown or column.name in units)
    return f"/{NAME}/{noun}?{urlencode([('_col', name) for name in dict.fromkeys([*keys, *shown])])}"


def about(noun: Noun) -> str:
    """What a listing has, in a few words.

    >>> about(NOUNS["agreements"]), about(NOUNS["events"])
    ('Agreements, with their status today', 'When, where, who took part')
    """
    return _sentence(noun.help.removeprefix("List ").removeprefix(f"{noun.name}: "))


def _listing(noun: Noun) -> dict[str, Any]:
    described = view(noun.name)
    types = {column.name: column.type for column in described.columns}
    coded = (filter.column for filter in noun.filters.values() if isinstance(filter, Among))
    return {
        "title": noun.name.capitalize(),
        "description": about(noun),
        "line": _sentence(described.description),
        "columns": {column.name: _told(column) for column in described.columns},
        "facets": [name for name in dict.fromkeys(coded) if types.get(name) not in (None, "list")][:_FACETS],
        "sort": next(name for name in noun.sort if name in types),
    }


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _told(column: Column) -> str:
    if column.type == "percent" and "per cent" not in column.description:
        return f"{column.description} In per cent."
    return f"{column.description} In the unit of '{column.unit_column}'." if column.unit_column else column.description
