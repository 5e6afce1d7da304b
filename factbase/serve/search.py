"""Search in a browser: the base's own index of texts, with the words and the order that `search` has."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from factbase.kinds.views import View
from factbase.query.search import Unknown, found_by, run, search, unknown_words
from factbase.render.safe import writable
from factbase.rows import Value
from factbase.serve.metadata import KEY_COLUMNS
from factbase.store.reading import Reader
from factbase.values.search import Term, Wanted, marks

# What a source is called says nothing of its facts.
_ABOUT = "SELECT mentions.assertion FROM mentions WHERE mentions.thing IN ({hits} EXCEPT SELECT source.key FROM source)"
_ALONG = f"SELECT mentions.thing FROM mentions WHERE mentions.assertion IN ({_ABOUT})"


class Hit(NamedTuple):
    """A record that was found: its words are marked."""

    kind: str
    key: str
    label: Markup
    text: Markup | None
    citation: str | None


class Found(NamedTuple):
    """What a search found, the best first.

    `unknown` has the words that no text has, each with searches for what comes near. `cut` says that there are too many
    to rank, and `more` that there are more than were asked for.
    """

    hits: list[Hit]
    unknown: list[tuple[str, list[str]]]
    cut: bool
    more: bool


def found(reader: Reader, words: str, limit: int) -> Found:
    """The records with these words. Raises WrongRequest for what makes no sense."""
    asked = search(reader, words, limit=limit + 1)
    lines = run(reader, asked).dicts()
    hits = [_hit(line, asked.wanted) for line in lines[:limit]]
    unknown = [] if hits else [_instead(words, one) for one in unknown_words(reader, asked)]
    return Found(hits, unknown, asked.cut, len(lines) > limit)


def _instead(words: str, unknown: Unknown) -> tuple[str, list[str]]:
    """The word, and the search with each of those that come near in its place.

    >>> _instead("kind:event 'Əliyew' visit", Unknown("eliyew", ["eliyev"]))
    ('eliyew', ["kind:event 'eliyev' visit"])
    """
    searches = []
    for near in unknown.near:
        corrected = words
        for first, last in reversed(marks(words, Wanted(((Term((unknown.word,)),),)))):
            corrected = corrected[:first] + near + corrected[last:]
        searches.append(corrected)
    return unknown.word, searches


def _hit(line: dict[str, Value], wanted: Wanted) -> Hit:
    label, words = str(line["label"] or line["key"]), str(line["text"] or "")
    # A fact says again what its text says.
    beside = words and words.lower() not in label.lower()
    citation = None if line["citation"] is None else str(line["citation"])
    return Hit(
        str(line["kind"]),
        str(line["key"]),
        marked(label, wanted),
        marked(words, wanted) if beside else None,
        citation,
    )


def marked(words: str, wanted: Wanted) -> Markup:
    """A text with the words that were looked for marked.

    >>> from factbase.values.search import read_search
    >>> marked("<i>Free</i> trade", read_search("free"))
    Markup('&lt;i&gt;<mark>Free</mark>&lt;/i&gt; trade')
    """
    parts, end = Markup(), 0
    for first, last in marks(words, wanted):
        parts += Markup("{}<mark>{}</mark>").format(writable(words[end:first]), writable(words[first:last]))
        end = last
    return parts + writable(words[end:])


def searchable(listing: View) -> bool:
    """Whether the lines of a listing can be looked for: whether they have keys."""
    return bool(_keys(listing))


def conditions(reader: Reader, listing: View, words: str) -> tuple[list[str], dict[str, Any]]:
    """The conditions that a line of a listing, or whom it concerns, has all of the words, and their parameters.

    Raises WrongRequest for words that make no sense.
    """
    asked = found_by(reader, words)
    lines = ((_line(listing, hits), without) for hits, without in asked.hits)
    return [f"NOT coalesce({line}, 0)" if without else line for line, without in lines], asked.parameters


def _line(listing: View, hits: str) -> str:
    # One set of keys for the record itself, so that a database can go by its index.
    further = {"key": _ALONG, "assertion": _ABOUT}
    ways = (
        f"{column} IN ({hits}{f' UNION {further[column].format(hits=hits)}' if column in further else ''})"
        for column in _keys(listing)
    )
    return f"({' OR '.join(ways)})"


def _keys(listing: View) -> list[str]:
    """The columns with the key of one record that a line is about."""
    keys = KEY_COLUMNS - {"source"}
    return [column.name for column in listing.columns if column.name in keys and column.type != "list"]
