"""An index of texts: it is made anew with the views at every upgrade, so there is nothing to change in the tables."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
