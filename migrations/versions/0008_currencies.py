"""Every active currency of ISO 4217 is a unit. Views are made anew.

The program adds the codes that a base lacks when it has migrated. Going down, they stay, as users' own do.
"""

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
