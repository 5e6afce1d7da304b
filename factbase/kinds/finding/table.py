"""Accepted findings: what a check would report again and again, and why it may stand."""

from sqlalchemy import CheckConstraint, Column, Text

from factbase.kinds.schema import entry, table

accepted_finding = table(
    "accepted_finding",
    # The finding as checks name it: the check, a colon, and the keys of the records it is about.
    Column("finding", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    entry(),
    CheckConstraint("finding <> '' AND reason <> ''", name="filled"),
)
