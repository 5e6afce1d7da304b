"""What columns must hold: the shapes of codes, and the tables' CHECKs as a user is told of them."""

from __future__ import annotations

import re

SHAPES = {
    "iso2": (r"[A-Z]{2}", "two capitals: AZ"),
    "iso3": (r"[A-Z]{3}", "three capitals: AZE"),
    "m49": (r"[0-9]{3}", "three digits: 031"),
    "subdivision": (r"[A-Z]{2}-[A-Z0-9]{1,3}", "as ISO 3166-2 writes it: CN-BJ"),
    "wikidata": (r"Q[1-9][0-9]*", "the number of an item: Q148"),
    "digest": (r"sha256:[0-9a-f]{64}", "'sha256:' and 64 digits, as 'factbase verify' gives it"),
}
"""Of the columns that hold codes of the world what one looks like, and that in words."""

LANGUAGE = (r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", "as BCP 47 writes it: en, zh, az-Cyrl")
"""Of a language what its code looks like, and that in words."""

# By the end of a CHECK's name, which begins with its table.
_RULES: dict[str, tuple[str | None, str]] = {
    **{f"actor_{name}": (name, f"must be {words}") for name, (_, words) in SHAPES.items()},
    "source_digest": ("digest", f"must be {SHAPES['digest'][1]}"),
    "actor_distinct": (None, "an actor is not a part of itself, nor its own state"),
    "affiliation_office": ("office", "must be told of who holds one"),
    "assertion_statement_has_text": ("text", "must be told of a statement"),
    "attribution_voice": (None, "must be told: an actor, or words for who says it"),
    "change_order": ("low", "must not be above high"),
    "change_value": ("value", "must be told, or low or high"),
    "decimals": ("decimals", "must be 0 to 15"),
    "digits": ("digits", "must be 1 or more"),
    "distinct": (None, "nothing is joined to itself"),
    "figure_order": ("low", "must not be above high"),
    "figure_value": ("value", "must be told, or low or high; or the status must be missing or confidential"),
    "filled": (None, "a text must have words"),
    "measure_basis": ("basis", "must be told of a rank, a share and a count"),
    "ordinal": ("ordinal", "must be 1 or more"),
    "participation_occasion": (None, "an event or an agreement must be told that somebody took part in"),
    "participation_participant": (None, "an actor, an office or whom it represents must be told of who took part"),
    "series_key_commodity": ("commodity", "must be told with its classification, and it with its commodity"),
    "tally_count": (None, "a number, low or high, or words must be told of how many"),
    "tally_order": ("low", "must not be above high"),
}
_DATES = {
    "days": "must begin and end on days: 2025-04-23",
    "order": "must not end before it begins",
    "bounds": "must be told where its days are",
}


# Constraints of other kinds: the table by their pattern's groups, then the column, where the words tell them.
_TAKEN = (
    r"UNIQUE constraint failed: (?:index 'uq_([a-z_]+?)_dimensions'|(\w+)\.)",
    r"violates unique constraint \"(?:pk_(\w+)|uq_([a-z_]+?)_dimensions)",
)
_NEEDED = r"(?:update or delete on table \"\w+\" violates foreign key constraint \"\w+\" on table \"(\w+)\")"
_UNKNOWN = r"on table \"(\w+)\" violates foreign key constraint \"fk_\1_(\w+)\""
_EMPTY = (r"NOT NULL constraint failed: \w+\.(\w+)", r"null value in column \"(\w+)\"")
_SAME = {
    "thing": "a thing of this key",
    "assertion": "an assertion of this key",
    "name": "this name of the thing",
    "measure": "a measure of these dimensions",
    "series_key": "a series of these dimensions",
    "figure": "a figure of this number in the series for this period",
    "thing_topic": "this topic of the thing",
}


def broken(message: str) -> tuple[str | None, str] | None:
    """The field, if it is one, and what it must be, by the words of a database that refuses a row; None for others.

    >>> broken("CHECK constraint failed: ck_figure_digits")
    ('digits', 'must be 1 or more')
    >>> broken('violates check constraint "ck_commitment_due_order"')
    ('due', 'must not end before it begins')
    >>> broken("UNIQUE constraint failed: thing.key")
    (None, 'the base has a thing of this key already')
    """
    return _broken_check(message) or _broken_key(message)


def _broken_check(message: str) -> tuple[str | None, str] | None:
    named = re.search(r"\bck_(\w+)", message)
    if named is None:
        return None
    found = next((rule for end, rule in _RULES.items() if named[1].endswith(end)), None)
    dated = re.search(r"_([a-z]+)_(days|order|bounds)$", named[1])
    return found or ((dated[1], _DATES[dated[2]]) if dated else None)


def _broken_key(message: str) -> tuple[str | None, str] | None:
    """What a key that is taken, unknown or needed elsewhere means, and a value that is left out."""
    for pattern in _TAKEN:
        if found := re.search(pattern, message):
            table = next(filter(None, found.groups()))
            return None, f"the base has {_SAME.get(table, f'such a row of {_words(table)}')} already"
    for pattern in _EMPTY:
        if found := re.search(pattern, message):
            return _words(found[1]), "must be told"
    if found := re.search(_NEEDED, message):
        return None, f"a row of {_words(found[1])} refers to what would be gone"
    if found := re.search(_UNKNOWN, message):
        return _words(found[2]), "names nothing that the base has"
    if "FOREIGN KEY constraint failed" in message:
        return None, "a row refers to what the base does not have, or would not have any more"
    return None


def _words(name: str) -> str:
    return name.replace("_", " ")
