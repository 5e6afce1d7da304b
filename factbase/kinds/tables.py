"""All tables of a base, in an order in which each comes after those it refers to."""

from sqlalchemy import Table

import factbase.kinds.actor.table
import factbase.kinds.agreement.table
import factbase.kinds.assertion.table
import factbase.kinds.entry.table
import factbase.kinds.event.table
import factbase.kinds.figure.table
import factbase.kinds.finding.table
import factbase.kinds.relation.table
import factbase.kinds.source.table
import factbase.kinds.statement.table
import factbase.kinds.thing.table  # noqa: F401
from factbase.kinds.schema import codes, metadata

tables: dict[str, Table] = {table.name: table for table in metadata.sorted_tables}

journal_tables = ("entry", "revision", "figure_revision", "series_key_revision", "load")
"""What the journal tells of itself: entries, and the images of what they replaced."""

image_tables: dict[str, Table] = {name: tables[f"{name}_revision"] for name in ("series_key", "figure")}
"""The tables of facts whose images are rows of a table of their own, and that table."""

derived_tables = ("total",)
"""The tables that follow from the others, and are made anew where those come in."""

fact_tables: dict[str, Table] = {
    name: table for name, table in tables.items() if "entry" in table.columns and name not in journal_tables
}
"""The tables whose rows the journal writes."""

code_tables: dict[str, Table] = {name: tables[name] for name in codes}
"""The code lists that a base is given; users may add codes."""
