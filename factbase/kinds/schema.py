"""The words that all tables are written in: metadata, code lists, references, dates, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# Figures need 64 bits. SQLite's INTEGER has them, and STRICT tables know no other name for it.
Whole = Integer().with_variant(BigInteger(), "postgresql")

codes: dict[str, dict[str, dict[str, object]]] = {}
"""The codes that every base is given, by code list, then by code: the values of the other columns."""


def table(name: str, *columns: SchemaItem, **options: Any) -> Table:
    """A table of the base, STRICT on SQLite."""
    made: Table = Table(name, metadata, *columns, sqlite_strict=True, **options)
    return made


def code_list(name: str, entries: Mapping[str, str | dict[str, object]], *columns: Column[object]) -> Table:
    """A small table of codes with a description for each; users may add their own.

    The codes are the words that people read, so no view has to translate them. `entries` gives each code's
    description, or, where the list has more `columns`, a mapping with a value for each.
    """
    codes[name] = {
        code: {"description": entry} if isinstance(entry, str) else dict(entry) for code, entry in entries.items()
    }
    return table(
        name,
        Column("code", Text, primary_key=True),
        Column("description", Text, nullable=False),
        *columns,
    )


def code(name: str, code_list: str, *, nullable: bool = False, default: str | None = None) -> Column[str]:
    """A column whose values come from a code list."""
    return Column(name, Text, ForeignKey(f"{code_list}.code"), nullable=nullable, server_default=default)


def reference(name: str, target: str, *, nullable: bool = False, primary_key: bool = False) -> Column[str]:
    """A column that names a thing or an assertion by its key."""
    return Column(
        name,
        Text,
        ForeignKey(f"{target}.key"),
        nullable=nullable,
        primary_key=primary_key,
        index=not primary_key,
    )


def assertion_key() -> Column[str]:
    """The primary key of a typed row: the assertion that it spells out."""
    return reference("assertion", "assertion", primary_key=True)


def entry() -> Column[int]:
    """The journal entry that wrote the row as it stands."""
    return Column("entry", Integer, ForeignKey("entry.number"), nullable=False)


def dated(name: str) -> list[SchemaItem]:
    """The columns of a date, an EDTF value (ISO 8601-2) of any precision, and the CHECKs on them.

    `name` holds EDTF, NULL where the source gives no date. `name_text` is the wording of the source where it differs.
    `name_from` and `name_to` are the first and the last day that it may mean, NULL where open or unknown.
    `name_resolved_from` is the date that a relative wording ('on Friday') was resolved from.
    """
    day = "____-__-__"
    return [
        Column(name, Text),
        Column(f"{name}_text", Text),
        Column(f"{name}_from", Text),
        Column(f"{name}_to", Text),
        Column(f"{name}_resolved_from", Text),
        CheckConstraint(f"{name}_from LIKE '{day}' AND {name}_to LIKE '{day}'", name=f"{name}_days"),
        CheckConstraint(f"{name}_from <= {name}_to", name=f"{name}_order"),
        CheckConstraint(f"{name} IS NOT NULL OR ({name}_from IS NULL AND {name}_to IS NULL)", name=f"{name}_bounds"),
    ]
