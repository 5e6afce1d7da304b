"""A kind of action says whether it may be done more than once. Views are made anew.

The program adds the codes that a base lacks when it has migrated. Going down, they stay, as users' own do.
"""

from contextlib import AbstractContextManager

import sqlalchemy as sa
from alembic import op
from alembic.operations.base import BatchOperations

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

REPEATABLE = ("proposed", "announced", "negotiating", "valid", "extended", "amended", "suspended", "resumed")


def upgrade() -> None:
    with _action_kind() as table:
        table.add_column(sa.Column("repeatable", sa.Integer(), server_default="0", nullable=False))
    kinds = sa.table("action_kind", sa.column("code"), sa.column("repeatable"))
    op.execute(kinds.update().where(kinds.c.code.in_(REPEATABLE)).values(repeatable=1))


def downgrade() -> None:
    with _action_kind() as table:
        table.drop_column("repeatable")


def _action_kind() -> AbstractContextManager[BatchOperations]:
    # SQLite writes an added column behind the keys; made anew, the table is as one of a new base.
    sqlite = op.get_bind().dialect.name == "sqlite"
    return op.batch_alter_table(
        "action_kind", recreate="always" if sqlite else "never", table_kwargs={"sqlite_strict": True}
    )
