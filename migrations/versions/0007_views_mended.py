"""Views of agreements, figures, dates and promises: they are made anew at every upgrade, so no table changes."""

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
