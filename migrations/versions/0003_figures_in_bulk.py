"""Figures by the million: their images in a table of their own, and fewer indexes of series."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
FIGURE = ("series", "period", "ordinal", "value", "low", "high", "digits", "qualifier", "status", "assertion")


def upgrade() -> None:
    op.create_table(
        "figure_revision",
        sa.Column("series", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("value", WHOLE),
        sa.Column("low", WHOLE),
        sa.Column("high", WHOLE),
        sa.Column("digits", sa.Integer()),
        sa.Column("qualifier", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("assertion", sa.Text()),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.CheckConstraint("written_by < entry", name="order"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_figure_revision_entry"),
        sa.ForeignKeyConstraint(["written_by"], ["entry.number"], name="fk_figure_revision_written_by"),
        sa.PrimaryKeyConstraint("series", "period", "ordinal", "entry", name="pk_figure_revision"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_figure_revision_entry", "figure_revision", ["entry"])
    op.create_index(
        "ix_figure_revision_assertion",
        "figure_revision",
        ["assertion"],
        sqlite_where=sa.text("assertion IS NOT NULL"),
        postgresql_where=sa.text("assertion IS NOT NULL"),
    )
    value = "json_extract(image, '$.{}')" if op.get_bind().dialect.name == "sqlite" else "CAST(image AS json) ->> '{}'"
    whole = ("series", "ordinal", "value", "low", "high", "digits")
    images = [f"CAST({value.format(name)} AS {'BIGINT' if name in whole else 'TEXT'})" for name in FIGURE]
    op.execute(
        f"INSERT INTO figure_revision ({', '.join(FIGURE)}, entry, written_by)"
        f" SELECT {', '.join(images)}, entry, written_by FROM revision WHERE table_name = 'figure'"
    )
    op.execute("DELETE FROM revision WHERE table_name = 'figure'")
    for column in ("source", "area", "reporter", "route"):
        op.drop_index(f"ix_series_{column}", "series")


def downgrade() -> None:
    for column in ("source", "area", "reporter", "route"):
        op.create_index(f"ix_series_{column}", "series", [column])
    image = ", ".join(f"'{name}', {name}" for name in FIGURE)
    made = "json_object" if op.get_bind().dialect.name == "sqlite" else "json_build_object"
    op.execute(
        "INSERT INTO revision (entry, ordinal, table_name, row_key, written_by, image)"
        " SELECT entry, 1000000000 + row_number() OVER (ORDER BY series, period, ordinal), 'figure',"
        " '[' || series || ', \"' || period || '\", ' || ordinal || ']', written_by,"
        f" CAST({made}({image}) AS TEXT) FROM figure_revision"
    )
    op.drop_table("figure_revision")
