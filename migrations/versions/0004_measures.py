"""A measure is told once, and a series is a short row: an official file has as many series as lines.

Series keep their numbers, figures and changes are untouched. The dimensions that all series of a measure share move
to `measure`; images of series go from the journal's JSON to a table of their own, as those of figures did. Sums of
figures are kept from now on; the program makes them when it has migrated.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
SMALL = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
OF_MEASURE = ("source", "indicator", "unit", "period_kind", "basis")
OF_SERIES = ("area", "partner", "reporter", "flow", "classification", "commodity", "route")


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    image = "json_extract(image, '$.{}')" if sqlite else "CAST(image AS json) ->> '{}'"
    images = ", ".join(f"CAST({image.format(name)} AS TEXT) AS {name}" for name in (*OF_MEASURE, *OF_SERIES))
    numbers = ", ".join(f"CAST({image.format(name)} AS INTEGER) AS {name}" for name in ("id", "decimals"))
    every = f"SELECT {numbers}, {images}, written_by, entry FROM revision WHERE table_name = 'series'"
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("period_kind", sa.Text(), server_default="year", nullable=False),
        sa.Column("basis", sa.Text()),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("indicator NOT IN ('rank', 'share', 'count') OR basis IS NOT NULL", name="basis"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_measure_entry"),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.code"], name="fk_measure_indicator"),
        sa.ForeignKeyConstraint(["period_kind"], ["period_kind.code"], name="fk_measure_period_kind"),
        sa.ForeignKeyConstraint(["source"], ["source.key"], name="fk_measure_source"),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name="fk_measure_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_measure"),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_measure_dimensions",
        "measure",
        ["source", "indicator", "unit", "period_kind", sa.text("coalesce(basis, '')")],
        unique=True,
    )
    measured = ", ".join(OF_MEASURE)
    op.execute(
        f"INSERT INTO measure (id, {measured}, entry)"
        f" SELECT row_number() OVER (ORDER BY min(id)), {measured}, min(entry) FROM ("
        f"  SELECT id, {measured}, entry FROM series"
        f"  UNION ALL SELECT id, {measured}, written_by FROM ({every}) AS images"
        f" ) AS known GROUP BY {measured}"
    )
    # On SQLite the keys of figures and changes follow a table that is renamed, and stay with its name.
    op.rename_table("series", "series_key")
    for name in ("figure", "change"):
        if not sqlite:
            op.drop_constraint(f"fk_{name}_series", name, type_="foreignkey")
    op.create_table(
        "new_series_key",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("measure", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in OF_SERIES),
        sa.Column("decimals", SMALL, server_default="0", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("decimals BETWEEN 0 AND 15", name=op.f("ck_series_key_decimals")),
        sa.CheckConstraint("(classification IS NULL) = (commodity IS NULL)", name=op.f("ck_series_key_commodity")),
        sa.ForeignKeyConstraint(["area"], ["actor.key"], name="fk_series_key_area"),
        sa.ForeignKeyConstraint(
            ["classification", "commodity"],
            ["commodity.classification", "commodity.code"],
            name="fk_series_key_classification_commodity",
        ),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_series_key_entry"),
        sa.ForeignKeyConstraint(["flow"], ["flow.code"], name="fk_series_key_flow"),
        sa.ForeignKeyConstraint(["measure"], ["measure.id"], name="fk_series_key_measure"),
        sa.ForeignKeyConstraint(["partner"], ["actor.key"], name="fk_series_key_partner"),
        sa.ForeignKeyConstraint(["reporter"], ["actor.key"], name="fk_series_key_reporter"),
        sa.ForeignKeyConstraint(["route"], ["actor.key"], name="fk_series_key_route"),
        sa.PrimaryKeyConstraint("id", name="pk_series_key"),
        sqlite_strict=True,
    )
    keyed = ", ".join(OF_SERIES)
    same = " AND ".join(f"measure.{name} IS NOT DISTINCT FROM old.{name}" for name in OF_MEASURE)
    if sqlite:
        same = same.replace("IS NOT DISTINCT FROM", "IS")
    op.execute(
        f"INSERT INTO new_series_key (id, measure, {keyed}, decimals, entry)"
        f" SELECT old.id, measure.id, {', '.join(f'old.{name}' for name in OF_SERIES)}, old.decimals, old.entry"
        f" FROM series_key AS old JOIN measure ON {same}"
    )
    op.create_table(
        "series_key_revision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("measure", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in OF_SERIES),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.CheckConstraint("written_by < entry", name="order"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_series_key_revision_entry"),
        sa.ForeignKeyConstraint(["written_by"], ["entry.number"], name="fk_series_key_revision_written_by"),
        sa.PrimaryKeyConstraint("id", "entry", name="pk_series_key_revision"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_series_key_revision_entry", "series_key_revision", ["entry"])
    op.execute(
        f"INSERT INTO series_key_revision (id, measure, {keyed}, decimals, entry, written_by)"
        f" SELECT old.id, measure.id, {', '.join(f'old.{name}' for name in OF_SERIES)}, old.decimals, old.entry,"
        f" old.written_by FROM ({every}) AS old JOIN measure ON {same}"
    )
    op.execute("DELETE FROM revision WHERE table_name = 'series'")
    # A measure of a source that was taken out went with it: only its image stays.
    gone = "measure.source NOT IN (SELECT key FROM source)"
    made = "json_object" if sqlite else "json_build_object"
    image = ", ".join(f"'{name}', measure.{name}" for name in ("id", *OF_MEASURE))
    op.execute(
        "INSERT INTO revision (entry, ordinal, table_name, row_key, written_by, image)"
        " SELECT max(old.entry), 1400000000 + measure.id, 'measure', '[' || measure.id || ']', measure.entry,"
        f" CAST({made}({image}) AS TEXT) FROM measure JOIN series_key_revision AS old ON old.measure = measure.id"
        f" WHERE {gone} GROUP BY measure.id, {', '.join(f'measure.{name}' for name in (*OF_MEASURE, 'entry'))}"
    )
    op.execute(f"DELETE FROM measure WHERE {gone}")
    op.drop_table("series_key")
    op.rename_table("new_series_key", "series_key")
    if not sqlite:
        for name in ("figure", "change"):
            op.create_foreign_key(f"fk_{name}_series", name, "series_key", ["series"], ["id"])
    op.create_index(
        "uq_series_key_dimensions",
        "series_key",
        [*(sa.text(f"coalesce({name}, '')") for name in OF_SERIES), "measure"],
        unique=True,
    )
    op.create_index("ix_series_key_partner", "series_key", ["partner"])
    for name, few in (
        ("route", "route IS NOT NULL"),
        ("reporter", "coalesce(reporter, '') <> coalesce(area, '')"),
    ):
        op.create_index(
            f"ix_series_key_{name}", "series_key", [name], sqlite_where=sa.text(few), postgresql_where=sa.text(few)
        )
    op.create_table(
        "load",
        sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("figures", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.CheckConstraint("digest LIKE 'sum64:%'", name="digest"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_load_entry"),
        sa.PrimaryKeyConstraint("entry", name="pk_load"),
        sqlite_strict=True,
    )
    op.create_table(
        "total",
        sa.Column("measure", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("world", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("decimals", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("figures", sa.Integer(), nullable=False),
        sa.Column("value", WHOLE),
        sa.PrimaryKeyConstraint("measure", "area", "flow", "level", "world", "period", "decimals", name="pk_total"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.drop_table("total")
    op.drop_table("load")
    op.rename_table("series_key", "series")
    for name in ("figure", "change"):
        if not sqlite:
            op.drop_constraint(f"fk_{name}_series", name, type_="foreignkey")
    op.create_table(
        "new_series",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in (*OF_SERIES, "basis")),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("period_kind", sa.Text(), server_default="year", nullable=False),
        sa.Column("decimals", SMALL, server_default="0", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("(classification IS NULL) = (commodity IS NULL)", name=op.f("ck_series_commodity")),
        sa.CheckConstraint("decimals BETWEEN 0 AND 15", name=op.f("ck_series_decimals")),
        sa.CheckConstraint(
            "indicator NOT IN ('rank', 'share', 'count') OR basis IS NOT NULL", name=op.f("ck_series_basis")
        ),
        sa.ForeignKeyConstraint(["area"], ["actor.key"], name="fk_series_area"),
        sa.ForeignKeyConstraint(
            ["classification", "commodity"],
            ["commodity.classification", "commodity.code"],
            name="fk_series_classification_commodity",
        ),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_series_entry"),
        sa.ForeignKeyConstraint(["flow"], ["flow.code"], name="fk_series_flow"),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.code"], name="fk_series_indicator"),
        sa.ForeignKeyConstraint(["partner"], ["actor.key"], name="fk_series_partner"),
        sa.ForeignKeyConstraint(["period_kind"], ["period_kind.code"], name="fk_series_period_kind"),
        sa.ForeignKeyConstraint(["reporter"], ["actor.key"], name="fk_series_reporter"),
        sa.ForeignKeyConstraint(["route"], ["actor.key"], name="fk_series_route"),
        sa.ForeignKeyConstraint(["source"], ["source.key"], name="fk_series_source"),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name="fk_series_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sqlite_strict=True,
    )
    columns = (*OF_MEASURE, *OF_SERIES, "decimals")
    told = ", ".join(f"{'measure' if name in OF_MEASURE else 'old'}.{name}" for name in columns)
    op.execute(
        f"INSERT INTO new_series (id, {', '.join(columns)}, entry)"
        f" SELECT old.id, {told}, old.entry FROM series AS old JOIN measure ON measure.id = old.measure"
    )
    made = "json_object" if sqlite else "json_build_object"
    image = ", ".join(f"'{name}', {'measure' if name in OF_MEASURE else 'old'}.{name}" for name in ("id", *columns))
    of_image = "json_extract(image, '$.{0}')" if sqlite else "CAST(image AS json) ->> '{0}'"
    images = ", ".join(
        f"CAST({of_image.format(name)} AS {'INTEGER' if name == 'id' else 'TEXT'}) AS {name}"
        for name in ("id", *OF_MEASURE)
    )
    every = (
        f"(SELECT id, {', '.join(OF_MEASURE)} FROM measure"
        f" UNION SELECT {images} FROM revision WHERE table_name = 'measure') AS measure"
    )
    op.execute(
        "INSERT INTO revision (entry, ordinal, table_name, row_key, written_by, image)"
        " SELECT old.entry, 1500000000 + row_number() OVER (ORDER BY old.id), 'series', '[' || old.id || ']',"
        f" old.written_by, CAST({made}({image}) AS TEXT)"
        f" FROM series_key_revision AS old JOIN {every} ON measure.id = old.measure"
    )
    op.execute("DELETE FROM revision WHERE table_name = 'measure'")
    op.drop_table("series_key_revision")
    op.drop_table("series")
    op.rename_table("new_series", "series")
    if not sqlite:
        for name in ("figure", "change"):
            op.create_foreign_key(f"fk_{name}_series", name, "series", ["series"], ["id"])
    op.drop_table("measure")
    op.create_index(
        "uq_series_dimensions",
        "series",
        [
            "source",
            "indicator",
            *(sa.text(f"coalesce({name}, '')") for name in (*OF_SERIES, "basis")),
            "unit",
            "period_kind",
        ],
        unique=True,
    )
    op.create_index("ix_series_area_partner", "series", ["area", "partner"])
    op.create_index("ix_series_partner", "series", ["partner"])
