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


def broken(message: str) -> tuple[str | None, str] | None:
    """The field, if it is one, and what it must be, by the words of a database that name a CHECK; None where they do not.

    >>> broken("CHECK constraint failed: ck_figure_digits")
    ('digits', 'must be 1 or more')
    >>> broken('violates check constraint "ck_commitment_due_order"')
    ('due', 'must not end before it begins')
    """
    named = re.search(r"\bck_(\w+)", message)
    if named is None:
        return None
    found = next((rule for end, rule in _RULES.items() if named[1].endswith(end)), None)
    dated = re.search(r"_([a-z]+)_(days|order|bounds)$", named[1])
    return found or ((dated[1], _DATES[dated[2]]) if dated else None)
