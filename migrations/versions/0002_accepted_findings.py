"""Findings of checks can be accepted, with a reason."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accepted_finding",
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("finding <> '' AND reason <> ''", name="filled"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_accepted_finding_entry"),
        sa.PrimaryKeyConstraint("finding", name="pk_accepted_finding"),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("accepted_finding")
