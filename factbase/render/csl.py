"""CSL-JSON, which Zotero, Pandoc and reference managers read: an array, an item a source.

Names are given whole (`literal`): which part of one is the family's is not known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from factbase.errors import BadInput, WrongRequest
from factbase.render.options import Options, Written
from factbase.render.raw import text
from factbase.render.safe import is_page
from factbase.rows import Rows

# The columns of the view `sources` that a reference is made of.
NEEDED = ("key", "label", "kind", "author", "publisher", "published", "edition", "address", "language")

# CSL 1.0.2, Appendix III. What has no type of its own is a document, whose genre says what it is.
_TYPES = {
    "article": "article-newspaper",
    "treaty text": "treaty",
    "report": "report",
    "speech": "speech",
    "statistics": "dataset",
    "book": "book",
}
_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


def write(rows: Rows, out: TextIO, options: Options) -> Written:
    """Write all sources, without holding them. Raises WrongRequest for rows that are not sources."""
    written = 0
    for source in sources(rows, "csl"):
        item = json.dumps(_item(source), ensure_ascii=False)
        out.write((",\n  " if written else "[\n  ") + item)
        written += 1
    out.write("\n]\n" if written else "[]\n")
    return Written(written)


def sources(rows: Rows, form: str) -> Iterator[dict[str, str]]:
    """The rows as sources, each with the columns that it has a value in.

    Raises WrongRequest, before the first is taken, where the rows are not sources.
    """
    missing = [name for name in NEEDED if name not in rows.names]
    if missing:
        some = len(missing) < len(NEEDED) - 3
        hint = f"'factbase sources -f {form}' gives them" + (", without --columns" if some else "")
        raise WrongRequest(f"{form} is for sources", where="--format", hint=hint)
    places = [(name, rows.names.index(name)) for name in NEEDED]
    return ({name: text(row[place]) for name, place in places if row[place] is not None} for row in rows)


def _item(source: dict[str, str]) -> dict[str, Any]:
    kind = source["kind"]
    item: dict[str, Any] = {"id": source["key"], "type": _TYPES.get(kind, "document"), "title": source["label"]}
    if kind not in _TYPES:
        item["genre"] = kind
    if "author" in source:
        item["author"] = [{"literal": source["author"]}]
    if "publisher" in source:
        item["container-title" if kind == "article" else "publisher"] = source["publisher"]
    if "published" in source:
        item["issued"] = issued(source["published"])
    if "edition" in source:
        item["edition"] = source["edition"]
    if "address" in source:
        item["URL" if is_page(source["address"]) else "call-number"] = source["address"]
    if "language" in source:
        item["language"] = source["language"]
    return item


def issued(edtf: str) -> dict[str, Any]:
    """An EDTF date as CSL has dates; as its text where it is open, a decade, a quarter, or none.

    >>> issued("2025-04-23"), issued("2025-04~")
    ({'date-parts': [[2025, 4, 23]]}, {'date-parts': [[2025, 4]], 'circa': True})
    >>> issued("2025-04-21/2025-04-24"), issued("2025-22"), issued("202X")
    ({'date-parts': [[2025, 4, 21], [2025, 4, 24]]}, {'date-parts': [[2025]], 'season': 2}, {'literal': '202X'})
    """
    from factbase.values.date import parse_edtf

    try:
        parse_edtf(edtf)
    except BadInput:
        return {"literal": edtf}
    plain = edtf.translate(dict.fromkeys(map(ord, "~?%")))
    if not all(part.replace("-", "").isdecimal() for part in plain.split("/")):
        return {"literal": edtf}
    parts = [[int(number) for number in part.split("-")] for part in plain.split("/")]
    made: dict[str, Any] = {"date-parts": parts}
    if any(len(part) > 1 and part[1] > 12 for part in parts):
        season = _SEASONS.get(plain[5:])
        if season is None:
            return {"literal": edtf}
        made = {"date-parts": [[parts[0][0]]], "season": season}
    if plain != edtf:
        made["circa"] = True
    return made
