"""Totals are told by status and classification: an actual value and a forecast are never summed. Views are made anew.

They follow from the figures; the program makes them anew when it has migrated. Going down, those of before are summed
from these.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
OLD = ("measure", "area", "flow", "level", "world", "period", "decimals")
NEW = ("measure", "area", "flow", "status", "period", "world", "level", "classification", "decimals")
NUMBERS = ("measure", "level", "world", "decimals")


def upgrade() -> None:
    op.drop_table("total")
    _create(NEW)


def downgrade() -> None:
    op.rename_table("total", "new_total")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER INDEX pk_total RENAME TO pk_new_total")
    _create(OLD)
    high, low = (f"CAST(sum({half}) AS BIGINT)" for half in ("value >> 32", "value & 4294967295"))
    key = ", ".join(OLD)
    op.execute(
        f"INSERT INTO total ({key}, figures, value) SELECT {key}, sum(figures),"
        f" CASE WHEN count(value) = count(*) AND abs({high} + {low} / 4294967296) < 2147483647"
        f" THEN ({high} << 32) + {low} END FROM new_total GROUP BY {key}"
    )
    op.drop_table("new_total")


def _create(key: tuple[str, ...]) -> None:
    op.create_table(
        "total",
        *(
            sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)
            if name in NUMBERS
            else sa.Column(name, sa.Text(), nullable=False)
            for name in key
        ),
        sa.Column("figures", sa.Integer(), nullable=False),
        sa.Column("value", WHOLE),
        sa.PrimaryKeyConstraint(*key, name="pk_total"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
