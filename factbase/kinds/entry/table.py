"""The journal's tables."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text

from factbase.kinds.schema import table

entry_table = table(
    "entry",
    Column("number", Integer, primary_key=True, autoincrement=False),
    # UTC, ISO 8601 to the second, never earlier than the entry before: history goes by number, not by the clock.
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("why", Text),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("at LIKE '____-__-__T__:__:__Z'", name="at"),
)

# A row that an entry amends or removes leaves its image here; a row that it adds leaves none.
revision = table(
    "revision",
    Column("entry", Integer, ForeignKey("entry.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("table_name", Text, nullable=False),
    # The primary key of the row, its values as a JSON array.
    Column("row_key", Text, nullable=False),
    # The entry that had written the row as the image shows it.
    Column("written_by", Integer, ForeignKey("entry.number"), nullable=False),
    # The row before the change, as a JSON object.
    Column("image", Text, nullable=False),
    CheckConstraint("written_by < entry", name="order"),
    Index("ix_revision_table_name_row_key", "table_name", "row_key"),
)
