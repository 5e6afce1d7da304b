"""${message}.

Say why, and what becomes of the rows that are there. Delete nothing silently: a downgrade that would lose facts says
so in this docstring. Views and codes are the program's and are renewed after every migration.
"""

${imports if imports else ""}
import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
