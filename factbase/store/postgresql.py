"""All that is particular to PostgreSQL."""

from __future__ import annotations


def dialect(select: str) -> str:
    """A view's SELECT, written for SQLite, as PostgreSQL has it: it calls one aggregate by another name.

    >>> dialect("SELECT group_concat(label, '; ') FROM thing")
    "SELECT string_agg(label, '; ') FROM thing"
    """
    return select.replace("group_concat(", "string_agg(")
