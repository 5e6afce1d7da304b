"""Full-text search: the records whose texts have the words that are wanted, the best first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from factbase.errors import WrongRequest
from factbase.query.query import Select
from factbase.rows import Column, Row, Rows, Value
from factbase.store.index import words_in
from factbase.store.lookup import find
from factbase.store.reading import Reader
from factbase.values.search import Term, Wanted, excerpt, marks, read_search

COLUMNS = [
    Column("kind", "code", "actor, agreement, event, source; of an assertion action, party, position, ..."),
    Column("key", "code", "The key of the thing or the assertion."),
    Column("label", "text", "What it is called; of an assertion what it says.", marked=True),
    Column("text", "text", "Where the words stand: a name, a summary, a text, an anchor.", optional=True, marked=True),
    Column("found_in", "code", "title, names, words, anchor.", shown=False),
    Column("citation", "text", "Source and locator in one; of a thing, of all that speak of it.", optional=True),
]
_PLACES = ("title", "names", "words", "anchor")
_KINDS = "SELECT code FROM thing_kind UNION SELECT code FROM assertion_kind ORDER BY code"
_ABOUT = (
    "hit.record = :{name} OR hit.record IN (SELECT assertion FROM mentions WHERE thing = :{name}) OR hit.record IN ("
    "SELECT along.thing FROM mentions AS along JOIN mentions AS its ON its.assertion = along.assertion"
    " WHERE its.thing = :{name})"
)
_SQL = """
WITH hit AS (
{hits}
)
SELECT hit.record, hit.score FROM hit{conditions}
ORDER BY hit.score, hit.record
LIMIT {limit}
"""
# What is told of hits. Their keys are in each statement: with a SELECT of them there a database would go through all
# texts and mentions that it has.
_TEXTS = "SELECT record, kind, title, names, words, anchor FROM texts WHERE record IN ({keys})"
_FACTS = "SELECT assertion, fact, citation FROM facts WHERE assertion IN ({keys})"
_MENTIONS = (
    "SELECT mentions.thing, assertion.source, assertion.locator,"
    " min(CAST(substr(assertion.key, length(assertion.source) + 2) AS INTEGER)) AS first"
    " FROM mentions JOIN assertion ON assertion.key = mentions.assertion WHERE mentions.thing IN ({keys})"
    " GROUP BY mentions.thing, assertion.source, assertion.locator ORDER BY mentions.thing, assertion.source, first"
)
_AT_ONCE = 200


class Search(NamedTuple):
    """What is looked for, with the names in it resolved: the SELECT of the best hits, and whether there
    are too many to rank."""

    wanted: Wanted
    select: Select
    cut: bool


def search(reader: Reader, text: str, *, limit: int) -> Search:
    """The question that the words of a search are. Raises WrongRequest for what makes no sense in it."""
    wanted, index = read_search(text), words_in(reader.location)
    kinds = [_kind(reader, kind) for kind in wanted.kinds]
    parameters: dict[str, str | int | float | None] = {
        "words": index.match(wanted, kinds),
        "titled": index.match(wanted, kinds, "title names"),
    }
    conditions = []
    for number, actor in enumerate(wanted.actors):
        parameters[f"actor{number}"] = find(reader, actor, ("actor",), where="actor")
        conditions.append(f"({_ABOUT.format(name=f'actor{number}')})")
    where = f"\n  WHERE {' AND '.join(conditions)}" if conditions else ""
    # Where hits are narrowed further, none may be left out before.
    cut = not wanted.actors and _hits(reader, str(parameters["words"])) > index.RANKED
    if not cut:
        del parameters["titled"]
    sql = _SQL.format(hits=index.LATEST_HITS if cut else index.HITS, conditions=where, limit=limit).strip()
    return Search(wanted, Select(sql, parameters, COLUMNS), cut)


class Sets(NamedTuple):
    """What is looked for as sets of records that a line must be in, or be outside of: SELECTs and their parameters."""

    hits: list[tuple[str, bool]]
    parameters: dict[str, str | int | float | None]


def found_by(reader: Reader, text: str) -> Sets:
    """For each part of a search the SELECT of all records with it, and whether those are not wanted."""
    wanted, index = read_search(text), words_in(reader.location)
    kinds = [_kind(reader, kind) for kind in wanted.kinds]
    hits: list[tuple[str, bool]] = []
    parameters: dict[str, str | int | float | None] = {}
    parts = [(group, False) for group in wanted.groups] + [((term,), True) for term in wanted.without]
    for number, (group, without) in enumerate(parts):
        name = f"words{number}"
        parameters[name] = index.match(Wanted((group,)), () if without else kinds)
        hits.append((f"SELECT record FROM ({index.HITS.replace(':words', f':{name}')}) AS hit", without))
    for number, actor in enumerate(wanted.actors):
        parameters[f"actor{number}"] = find(reader, actor, ("actor",), where="actor")
        hits.append((f"SELECT :actor{number}", False))
    return Sets(hits, parameters)


def run(reader: Reader, asked: Search) -> Rows:
    """The hits, each with the place where the words stand."""
    return Rows(COLUMNS, _lines(reader, asked))


def _lines(reader: Reader, asked: Search) -> Iterator[Row]:
    hits = (str(record) for record, _ in reader.rows(asked.select.sql, asked.select.parameters))
    while some := list(islice(hits, _AT_ONCE)):
        keys = {f"key{number}": key for number, key in enumerate(some)}

        def told(sql: str, keys: dict[str, str] = keys) -> Rows:
            return reader.rows(sql.format(keys=", ".join(f":{name}" for name in keys)), keys)

        texts = {record: (kind, *words) for record, kind, *words in told(_TEXTS)}
        facts = {record: (fact, citation) for record, fact, citation in told(_FACTS)}
        places: dict[Value, dict[Value, list[str]]] = {}
        for thing, source, locator, _ in told(_MENTIONS):
            of_source = places.setdefault(thing, {}).setdefault(source, [])
            if locator is not None:
                of_source.append(str(locator))
        for record in some:
            if record not in texts:
                continue
            kind, *words = texts[record]
            fact, citation = facts.get(record, (None, None))
            if record in places:
                citation = "; ".join(" ".join((str(source), *told)) for source, told in places[record].items())
            place, found = _place(words, asked.wanted)
            yield kind, record, words[0] or fact, found, place, citation


def _place(texts: list[Value], wanted: Wanted) -> tuple[str, str | None]:
    """The first of the texts with any of the words, and the line there that has them; the title is the label."""
    for name, text in zip(_PLACES, texts, strict=True):
        for line in str(text or "").split("; " if name == "names" else "\n"):
            if spans := marks(line, wanted):
                return name, None if name == "title" else excerpt(line, spans)
    return "title", None


def _hits(reader: Reader, words: str) -> int:
    """How many records have the words, counted up to one more than are ranked."""
    return int(str(next(iter(reader.rows(words_in(reader.location).count(), {"words": words})))[0]))


class Unknown(NamedTuple):
    """A word that no text has, and words that come near it."""

    word: str
    near: list[str]


def unknown_words(reader: Reader, asked: Search) -> list[Unknown]:
    """The words of a search that no text has."""
    from factbase.values.name import matches

    told = []
    for term in (term for group in asked.wanted.groups for term in group):
        for word in term.words[: len(term.words) - term.prefix]:
            alone = Wanted(((Term((word,)),),))
            if not _hits(reader, words_in(reader.location).match(alone, ())):
                told.append(Unknown(word, matches(word, reader.near(word))))
    return told


def _kind(reader: Reader, name: str) -> str:
    known = [str(code) for (code,) in reader.rows(_KINDS)]
    wanted = name.casefold().replace("-", " ")
    if wanted not in known:
        from factbase.values.name import did_you_mean

        raise WrongRequest(f"no such kind '{name}'", where="kind", hint=did_you_mean(name, known))
    return wanted
