"""All that is particular to PostgreSQL."""

from __future__ import annotations


def dialect(select: str) -> str:
    """A view's SELECT, written for SQLite, as PostgreSQL has it: two functions have other names there.

    >>> dialect("SELECT group_concat(label, '; ') FROM thing")
    "SELECT string_agg(label, '; ') FROM thing"
    """
    # Both ways the difference of two days is their number.
    return select.replace("group_concat(", "string_agg(").replace("julianday(", "date(")
