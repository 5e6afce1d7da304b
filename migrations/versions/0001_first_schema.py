"""The first schema: things, what sources assert of them, series and figures, and the journal.

Every column is described where the table is, in `factbase/kinds/`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
SMALL = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")

CODE_LISTS = [
    "actor_kind",
    "affiliation_status",
    "agreement_kind",
    "assertion_kind",
    "assertion_link_kind",
    "certainty",
    "change_kind",
    "event_kind",
    "exhaustive",
    "flow",
    "indicator",
    "link_kind",
    "modality",
    "name_kind",
    "observation_status",
    "outcome",
    "participation_role",
    "party_role",
    "period_kind",
    "polarity",
    "position_mode",
    "provision_kind",
    "qualifier",
    "relation_kind",
    "source_kind",
    "stance",
    "thing_kind",
    "topic",
    "verdict",
]


def dated(name: str) -> list[sa.Column[str] | sa.CheckConstraint]:
    """The columns of an EDTF date and the CHECKs on them."""
    return [
        sa.Column(name, sa.Text()),
        sa.Column(f"{name}_text", sa.Text()),
        sa.Column(f"{name}_from", sa.Text()),
        sa.Column(f"{name}_to", sa.Text()),
        sa.Column(f"{name}_resolved_from", sa.Text()),
        sa.CheckConstraint(f"{name}_from LIKE '____-__-__' AND {name}_to LIKE '____-__-__'", name=f"{name}_days"),
        sa.CheckConstraint(f"{name}_from <= {name}_to", name=f"{name}_order"),
        sa.CheckConstraint(
            f"{name} IS NOT NULL OR ({name}_from IS NULL AND {name}_to IS NULL)",
            name=f"{name}_bounds",
        ),
    ]


def upgrade() -> None:
    for code_list in CODE_LISTS:
        op.create_table(
            code_list,
            sa.Column("code", sa.Text(), nullable=False),
            sa.Column("description", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("code", name=f"pk_{code_list}"),
            sqlite_strict=True,
        )
    op.create_table(
        "action_kind",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code", name="pk_action_kind"),
        sqlite_strict=True,
    )
    op.create_table(
        "commodity",
        sa.Column("classification", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("classification", "code", name="pk_commodity"),
        sqlite_strict=True,
    )
    op.create_table(
        "entry",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint("at LIKE '____-__-__T__:__:__Z'", name="at"),
        sa.CheckConstraint("number > 0", name="number"),
        sa.PrimaryKeyConstraint("number", name="pk_entry"),
        sqlite_strict=True,
    )
    op.create_table(
        "unit",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_unit"),
        sqlite_strict=True,
    )
    op.create_table(
        "revision",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("image", sa.Text(), nullable=False),
        sa.CheckConstraint("written_by < entry", name="order"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_revision_entry"),
        sa.ForeignKeyConstraint(["written_by"], ["entry.number"], name="fk_revision_written_by"),
        sa.PrimaryKeyConstraint("entry", "ordinal", name="pk_revision"),
        sqlite_strict=True,
    )
    op.create_index("ix_revision_table_name_row_key", "revision", ["table_name", "row_key"], unique=False)
    op.create_table(
        "thing",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("key <> '' AND label <> ''", name="filled"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_thing_entry"),
        sa.ForeignKeyConstraint(["kind"], ["thing_kind.code"], name="fk_thing_kind"),
        sa.PrimaryKeyConstraint("key", name="pk_thing"),
        sqlite_strict=True,
    )
    op.create_table(
        "actor",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("iso2", sa.Text(), nullable=True),
        sa.Column("iso3", sa.Text(), nullable=True),
        sa.Column("m49", sa.Text(), nullable=True),
        sa.Column("subdivision", sa.Text(), nullable=True),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(m49) = 3 AND m49 BETWEEN '000' AND '999'", name="m49"),
        sa.CheckConstraint("wikidata LIKE 'Q%'", name="wikidata"),
        sa.CheckConstraint("length(iso2) = 2 AND iso2 = upper(iso2)", name="iso2"),
        sa.CheckConstraint("length(iso3) = 3 AND iso3 = upper(iso3)", name="iso3"),
        sa.CheckConstraint("part_of <> key AND state <> key", name="distinct"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_actor_entry"),
        sa.ForeignKeyConstraint(["key"], ["thing.key"], name="fk_actor_key"),
        sa.ForeignKeyConstraint(["kind"], ["actor_kind.code"], name="fk_actor_kind"),
        sa.ForeignKeyConstraint(["part_of"], ["actor.key"], name="fk_actor_part_of"),
        sa.ForeignKeyConstraint(["state"], ["actor.key"], name="fk_actor_state"),
        sa.PrimaryKeyConstraint("key", name="pk_actor"),
        sqlite_strict=True,
    )
    op.create_index("ix_actor_iso2", "actor", ["iso2"], unique=False)
    op.create_index("ix_actor_iso3", "actor", ["iso3"], unique=False)
    op.create_index("ix_actor_m49", "actor", ["m49"], unique=False)
    op.create_index("ix_actor_part_of", "actor", ["part_of"], unique=False)
    op.create_index("ix_actor_state", "actor", ["state"], unique=False)
    op.create_index("ix_actor_wikidata", "actor", ["wikidata"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("registration", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("title <> '' AND subject <> ''", name="filled"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_agreement_entry"),
        sa.ForeignKeyConstraint(["key"], ["thing.key"], name="fk_agreement_key"),
        sa.ForeignKeyConstraint(["kind"], ["agreement_kind.code"], name="fk_agreement_kind"),
        sa.PrimaryKeyConstraint("key", name="pk_agreement"),
        sqlite_strict=True,
    )
    op.create_table(
        "event",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_event_entry"),
        sa.ForeignKeyConstraint(["key"], ["thing.key"], name="fk_event_key"),
        sa.ForeignKeyConstraint(["kind"], ["event_kind.code"], name="fk_event_kind"),
        sa.PrimaryKeyConstraint("key", name="pk_event"),
        sqlite_strict=True,
    )
    op.create_index("ix_thing_label_lower", "thing", [sa.text("lower(label)")])
    op.create_table(
        "thing_topic",
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_thing_topic_entry"),
        sa.ForeignKeyConstraint(["thing"], ["thing.key"], name="fk_thing_topic_thing"),
        sa.ForeignKeyConstraint(["topic"], ["topic.code"], name="fk_thing_topic_topic"),
        sa.PrimaryKeyConstraint("thing", "topic", name="pk_thing_topic"),
        sqlite_strict=True,
    )
    op.create_table(
        "source",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        *dated("published"),
        sa.Column("edition", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("digest LIKE 'sha256:%'", name="digest"),
        sa.ForeignKeyConstraint(["author"], ["actor.key"], name="fk_source_author"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_source_entry"),
        sa.ForeignKeyConstraint(["key"], ["thing.key"], name="fk_source_key"),
        sa.ForeignKeyConstraint(["kind"], ["source_kind.code"], name="fk_source_kind"),
        sa.ForeignKeyConstraint(["publisher"], ["actor.key"], name="fk_source_publisher"),
        sa.PrimaryKeyConstraint("key", name="pk_source"),
        sqlite_strict=True,
    )
    op.create_index("ix_source_author", "source", ["author"], unique=False)
    op.create_index("ix_source_publisher", "source", ["publisher"], unique=False)
    op.create_table(
        "assertion",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.Column("modality", sa.Text(), server_default="fact", nullable=False),
        sa.Column("polarity", sa.Text(), server_default="positive", nullable=False),
        sa.Column("certainty", sa.Text(), server_default="stated", nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("key <> '' AND locator <> '' AND anchor <> ''", name="filled"),
        sa.CheckConstraint("kind <> 'statement' OR text IS NOT NULL", name="statement_has_text"),
        sa.ForeignKeyConstraint(["certainty"], ["certainty.code"], name="fk_assertion_certainty"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_assertion_entry"),
        sa.ForeignKeyConstraint(["kind"], ["assertion_kind.code"], name="fk_assertion_kind"),
        sa.ForeignKeyConstraint(["modality"], ["modality.code"], name="fk_assertion_modality"),
        sa.ForeignKeyConstraint(["polarity"], ["polarity.code"], name="fk_assertion_polarity"),
        sa.ForeignKeyConstraint(["source"], ["source.key"], name="fk_assertion_source"),
        sa.PrimaryKeyConstraint("key", name="pk_assertion"),
        sqlite_strict=True,
    )
    op.create_index("ix_assertion_source", "assertion", ["source"], unique=False)
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("partner", sa.Text(), nullable=True),
        sa.Column("reporter", sa.Text(), nullable=True),
        sa.Column("flow", sa.Text(), nullable=True),
        sa.Column("classification", sa.Text(), nullable=True),
        sa.Column("commodity", sa.Text(), nullable=True),
        sa.Column("route", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("period_kind", sa.Text(), server_default="year", nullable=False),
        sa.Column("decimals", SMALL, server_default="0", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("indicator NOT IN ('rank', 'share', 'count') OR basis IS NOT NULL", name="basis"),
        sa.CheckConstraint("(classification IS NULL) = (commodity IS NULL)", name="commodity"),
        sa.CheckConstraint("decimals BETWEEN 0 AND 15", name="decimals"),
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
    op.create_index(
        "uq_series_dimensions",
        "series",
        [
            "source",
            "indicator",
            *(
                sa.text(f"coalesce({column}, '')")
                for column in [
                    "area",
                    "partner",
                    "reporter",
                    "flow",
                    "classification",
                    "commodity",
                    "route",
                    "basis",
                ]
            ),
            "unit",
            "period_kind",
        ],
        unique=True,
    )
    op.create_index("ix_series_area", "series", ["area"], unique=False)
    op.create_index("ix_series_area_partner", "series", ["area", "partner"], unique=False)
    op.create_index("ix_series_partner", "series", ["partner"], unique=False)
    op.create_index("ix_series_reporter", "series", ["reporter"], unique=False)
    op.create_index("ix_series_route", "series", ["route"], unique=False)
    op.create_index("ix_series_source", "series", ["source"], unique=False)
    op.create_table(
        "about",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_about_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_about_entry"),
        sa.ForeignKeyConstraint(["thing"], ["thing.key"], name="fk_about_thing"),
        sa.PrimaryKeyConstraint("assertion", "thing", name="pk_about"),
        sqlite_strict=True,
    )
    op.create_index("ix_about_thing", "about", ["thing"], unique=False)
    op.create_table(
        "action",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        *dated("date"),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action"], ["action_kind.code"], name="fk_action_action"),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name="fk_action_actor"),
        sa.ForeignKeyConstraint(["agreement"], ["agreement.key"], name="fk_action_agreement"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_action_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_action_entry"),
        sa.ForeignKeyConstraint(["event"], ["event.key"], name="fk_action_event"),
        sa.ForeignKeyConstraint(["place"], ["actor.key"], name="fk_action_place"),
        sa.PrimaryKeyConstraint("assertion", name="pk_action"),
        sqlite_strict=True,
    )
    op.create_index("ix_action_actor", "action", ["actor"], unique=False)
    op.create_index("ix_action_agreement", "action", ["agreement"], unique=False)
    op.create_index("ix_action_event", "action", ["event"], unique=False)
    op.create_index("ix_action_place", "action", ["place"], unique=False)
    op.create_table(
        "affiliation",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        *dated("date"),
        *dated("attested"),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("status <> 'office-holder' OR office IS NOT NULL", name="office"),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name="fk_affiliation_actor"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_affiliation_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_affiliation_entry"),
        sa.ForeignKeyConstraint(["organisation"], ["actor.key"], name="fk_affiliation_organisation"),
        sa.ForeignKeyConstraint(["status"], ["affiliation_status.code"], name="fk_affiliation_status"),
        sa.PrimaryKeyConstraint("assertion", name="pk_affiliation"),
        sqlite_strict=True,
    )
    op.create_index("ix_affiliation_actor", "affiliation", ["actor"], unique=False)
    op.create_index("ix_affiliation_organisation", "affiliation", ["organisation"], unique=False)
    op.create_table(
        "assertion_link",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("assertion <> other", name="distinct"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_assertion_link_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_assertion_link_entry"),
        sa.ForeignKeyConstraint(["kind"], ["assertion_link_kind.code"], name="fk_assertion_link_kind"),
        sa.ForeignKeyConstraint(["other"], ["assertion.key"], name="fk_assertion_link_other"),
        sa.PrimaryKeyConstraint("assertion", "kind", "other", name="pk_assertion_link"),
        sqlite_strict=True,
    )
    op.create_index("ix_assertion_link_other", "assertion_link", ["other"], unique=False)
    op.create_table(
        "assessment",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("basis_assertion", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("assessor", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("ordinal > 0", name="ordinal"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_assessment_assertion"),
        sa.ForeignKeyConstraint(["basis_assertion"], ["assertion.key"], name="fk_assessment_basis_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_assessment_entry"),
        sa.ForeignKeyConstraint(["verdict"], ["verdict.code"], name="fk_assessment_verdict"),
        sa.PrimaryKeyConstraint("assertion", "ordinal", name="pk_assessment"),
        sqlite_strict=True,
    )
    op.create_index("ix_assessment_basis_assertion", "assessment", ["basis_assertion"], unique=False)
    op.create_table(
        "attribution",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("actor IS NOT NULL OR words IS NOT NULL", name="voice"),
        sa.CheckConstraint("ordinal > 0", name="ordinal"),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name="fk_attribution_actor"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_attribution_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_attribution_entry"),
        sa.PrimaryKeyConstraint("assertion", "ordinal", name="pk_attribution"),
        sqlite_strict=True,
    )
    op.create_index("ix_attribution_actor", "attribution", ["actor"], unique=False)
    op.create_table(
        "change",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("series", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("base_period", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", WHOLE, nullable=True),
        sa.Column("low", WHOLE, nullable=True),
        sa.Column("high", WHOLE, nullable=True),
        sa.Column("decimals", sa.Integer(), server_default="0", nullable=False),
        sa.Column("digits", sa.Integer(), nullable=True),
        sa.Column("qualifier", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), server_default="actual", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("decimals BETWEEN 0 AND 15", name="decimals"),
        sa.CheckConstraint("low <= high", name="order"),
        sa.CheckConstraint("value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL", name="value"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_change_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_change_entry"),
        sa.ForeignKeyConstraint(["kind"], ["change_kind.code"], name="fk_change_kind"),
        sa.ForeignKeyConstraint(["qualifier"], ["qualifier.code"], name="fk_change_qualifier"),
        sa.ForeignKeyConstraint(["series"], ["series.id"], name="fk_change_series"),
        sa.ForeignKeyConstraint(["status"], ["observation_status.code"], name="fk_change_status"),
        sa.PrimaryKeyConstraint("assertion", name="pk_change"),
        sqlite_strict=True,
    )
    op.create_index("ix_change_series_period", "change", ["series", "period"], unique=False)
    op.create_table(
        "commitment",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("towards", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=True),
        *dated("due"),
        sa.Column("outcome", sa.Text(), server_default="open", nullable=False),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("subject <> ''", name="filled"),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name="fk_commitment_actor"),
        sa.ForeignKeyConstraint(["agreement"], ["agreement.key"], name="fk_commitment_agreement"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_commitment_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_commitment_entry"),
        sa.ForeignKeyConstraint(["outcome"], ["outcome.code"], name="fk_commitment_outcome"),
        sa.ForeignKeyConstraint(["settled_by"], ["assertion.key"], name="fk_commitment_settled_by"),
        sa.ForeignKeyConstraint(["topic"], ["topic.code"], name="fk_commitment_topic"),
        sa.ForeignKeyConstraint(["towards"], ["actor.key"], name="fk_commitment_towards"),
        sa.PrimaryKeyConstraint("assertion", name="pk_commitment"),
        sqlite_strict=True,
    )
    op.create_index("ix_commitment_actor", "commitment", ["actor"], unique=False)
    op.create_index("ix_commitment_agreement", "commitment", ["agreement"], unique=False)
    op.create_index("ix_commitment_settled_by", "commitment", ["settled_by"], unique=False)
    op.create_index("ix_commitment_towards", "commitment", ["towards"], unique=False)
    op.create_table(
        "figure",
        sa.Column("series", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), server_default="1", nullable=False),
        sa.Column("value", WHOLE, nullable=True),
        sa.Column("low", WHOLE, nullable=True),
        sa.Column("high", WHOLE, nullable=True),
        sa.Column("digits", sa.Integer(), nullable=True),
        sa.Column("qualifier", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), server_default="actual", nullable=False),
        sa.Column("assertion", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL OR status IN ('missing', 'confidential')",
            name="value",
        ),
        sa.CheckConstraint("digits > 0", name="digits"),
        sa.CheckConstraint("low <= high", name="order"),
        sa.CheckConstraint("ordinal > 0", name="ordinal"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_figure_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_figure_entry"),
        sa.ForeignKeyConstraint(["qualifier"], ["qualifier.code"], name="fk_figure_qualifier"),
        sa.ForeignKeyConstraint(["series"], ["series.id"], name="fk_figure_series"),
        sa.ForeignKeyConstraint(["status"], ["observation_status.code"], name="fk_figure_status"),
        sa.PrimaryKeyConstraint("series", "period", "ordinal", name="pk_figure"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_figure_assertion",
        "figure",
        ["assertion"],
        unique=False,
        sqlite_where=sa.text("assertion IS NOT NULL"),
        postgresql_where=sa.text("assertion IS NOT NULL"),
    )
    op.create_table(
        "link",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("thing <> other", name="distinct"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_link_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_link_entry"),
        sa.ForeignKeyConstraint(["kind"], ["link_kind.code"], name="fk_link_kind"),
        sa.ForeignKeyConstraint(["other"], ["thing.key"], name="fk_link_other"),
        sa.ForeignKeyConstraint(["thing"], ["thing.key"], name="fk_link_thing"),
        sa.PrimaryKeyConstraint("assertion", name="pk_link"),
        sqlite_strict=True,
    )
    op.create_index("ix_link_other", "link", ["other"], unique=False)
    op.create_index("ix_link_thing", "link", ["thing"], unique=False)
    op.create_table(
        "name",
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        *dated("used"),
        sa.Column("assertion", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name="filled"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_name_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_name_entry"),
        sa.ForeignKeyConstraint(["kind"], ["name_kind.code"], name="fk_name_kind"),
        sa.ForeignKeyConstraint(["thing"], ["thing.key"], name="fk_name_thing"),
        sa.PrimaryKeyConstraint("thing", "name", name="pk_name"),
        sqlite_strict=True,
    )
    op.create_index("ix_name_name_lower", "name", [sa.text("lower(name)")])
    op.create_index("ix_name_assertion", "name", ["assertion"], unique=False)
    op.create_table(
        "occurrence",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        *dated("date"),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_occurrence_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_occurrence_entry"),
        sa.ForeignKeyConstraint(["event"], ["event.key"], name="fk_occurrence_event"),
        sa.ForeignKeyConstraint(["place"], ["actor.key"], name="fk_occurrence_place"),
        sa.PrimaryKeyConstraint("assertion", name="pk_occurrence"),
        sqlite_strict=True,
    )
    op.create_index("ix_occurrence_event", "occurrence", ["event"], unique=False)
    op.create_index("ix_occurrence_place", "occurrence", ["place"], unique=False)
    op.create_table(
        "participation",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("agreement", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("representing", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), server_default="participant", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("actor IS NOT NULL OR office IS NOT NULL OR representing IS NOT NULL", name="participant"),
        sa.CheckConstraint("event IS NOT NULL OR agreement IS NOT NULL", name="occasion"),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name="fk_participation_actor"),
        sa.ForeignKeyConstraint(["agreement"], ["agreement.key"], name="fk_participation_agreement"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_participation_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_participation_entry"),
        sa.ForeignKeyConstraint(["event"], ["event.key"], name="fk_participation_event"),
        sa.ForeignKeyConstraint(["representing"], ["actor.key"], name="fk_participation_representing"),
        sa.ForeignKeyConstraint(["role"], ["participation_role.code"], name="fk_participation_role"),
        sa.PrimaryKeyConstraint("assertion", name="pk_participation"),
        sqlite_strict=True,
    )
    op.create_index("ix_participation_actor", "participation", ["actor"], unique=False)
    op.create_index("ix_participation_agreement", "participation", ["agreement"], unique=False)
    op.create_index("ix_participation_event", "participation", ["event"], unique=False)
    op.create_index("ix_participation_representing", "participation", ["representing"], unique=False)
    op.create_table(
        "party",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), server_default="party", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name="fk_party_actor"),
        sa.ForeignKeyConstraint(["agreement"], ["agreement.key"], name="fk_party_agreement"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_party_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_party_entry"),
        sa.ForeignKeyConstraint(["role"], ["party_role.code"], name="fk_party_role"),
        sa.PrimaryKeyConstraint("assertion", name="pk_party"),
        sqlite_strict=True,
    )
    op.create_index("ix_party_actor", "party", ["actor"], unique=False)
    op.create_index("ix_party_agreement", "party", ["agreement"], unique=False)
    op.create_table(
        "position",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), server_default="expressed", nullable=False),
        *dated("date"),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("subject <> ''", name="filled"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_position_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_position_entry"),
        sa.ForeignKeyConstraint(["holder"], ["actor.key"], name="fk_position_holder"),
        sa.ForeignKeyConstraint(["mode"], ["position_mode.code"], name="fk_position_mode"),
        sa.ForeignKeyConstraint(["speaker"], ["actor.key"], name="fk_position_speaker"),
        sa.ForeignKeyConstraint(["stance"], ["stance.code"], name="fk_position_stance"),
        sa.ForeignKeyConstraint(["target"], ["thing.key"], name="fk_position_target"),
        sa.ForeignKeyConstraint(["topic"], ["topic.code"], name="fk_position_topic"),
        sa.PrimaryKeyConstraint("assertion", name="pk_position"),
        sqlite_strict=True,
    )
    op.create_index("ix_position_holder", "position", ["holder"], unique=False)
    op.create_index("ix_position_speaker", "position", ["speaker"], unique=False)
    op.create_index("ix_position_target", "position", ["target"], unique=False)
    op.create_table(
        "provision",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("grantor", sa.Text(), nullable=True),
        sa.Column("beneficiary", sa.Text(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        *dated("date"),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agreement"], ["agreement.key"], name="fk_provision_agreement"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_provision_assertion"),
        sa.ForeignKeyConstraint(["beneficiary"], ["actor.key"], name="fk_provision_beneficiary"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_provision_entry"),
        sa.ForeignKeyConstraint(["grantor"], ["actor.key"], name="fk_provision_grantor"),
        sa.ForeignKeyConstraint(["kind"], ["provision_kind.code"], name="fk_provision_kind"),
        sa.PrimaryKeyConstraint("assertion", name="pk_provision"),
        sqlite_strict=True,
    )
    op.create_index("ix_provision_agreement", "provision", ["agreement"], unique=False)
    op.create_index("ix_provision_beneficiary", "provision", ["beneficiary"], unique=False)
    op.create_index("ix_provision_grantor", "provision", ["grantor"], unique=False)
    op.create_table(
        "relation",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("agreement", sa.Text(), nullable=True),
        *dated("date"),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("actor <> other", name="distinct"),
        sa.ForeignKeyConstraint(["actor"], ["actor.key"], name="fk_relation_actor"),
        sa.ForeignKeyConstraint(["agreement"], ["agreement.key"], name="fk_relation_agreement"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_relation_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_relation_entry"),
        sa.ForeignKeyConstraint(["kind"], ["relation_kind.code"], name="fk_relation_kind"),
        sa.ForeignKeyConstraint(["other"], ["actor.key"], name="fk_relation_other"),
        sa.PrimaryKeyConstraint("assertion", name="pk_relation"),
        sqlite_strict=True,
    )
    op.create_index("ix_relation_actor", "relation", ["actor"], unique=False)
    op.create_index("ix_relation_agreement", "relation", ["agreement"], unique=False)
    op.create_index("ix_relation_other", "relation", ["other"], unique=False)
    op.create_table(
        "tally",
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("counted", sa.Text(), nullable=False),
        sa.Column("low", WHOLE, nullable=True),
        sa.Column("high", WHOLE, nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("exhaustive", sa.Text(), server_default="unknown", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint("low <= high", name="order"),
        sa.CheckConstraint("low IS NOT NULL OR high IS NOT NULL OR words IS NOT NULL", name="count"),
        sa.ForeignKeyConstraint(["assertion"], ["assertion.key"], name="fk_tally_assertion"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_tally_entry"),
        sa.ForeignKeyConstraint(["exhaustive"], ["exhaustive.code"], name="fk_tally_exhaustive"),
        sa.ForeignKeyConstraint(["thing"], ["thing.key"], name="fk_tally_thing"),
        sa.PrimaryKeyConstraint("assertion", name="pk_tally"),
        sqlite_strict=True,
    )
    op.create_index("ix_tally_thing", "tally", ["thing"], unique=False)


def downgrade() -> None:
    """Delete everything that the base holds."""
    for table in [
        "tally",
        "relation",
        "provision",
        "position",
        "party",
        "participation",
        "occurrence",
        "name",
        "link",
        "figure",
        "commitment",
        "change",
        "attribution",
        "assessment",
        "assertion_link",
        "affiliation",
        "action",
        "about",
        "series",
        "assertion",
        "source",
        "thing_topic",
        "event",
        "agreement",
        "actor",
        "thing",
        "revision",
        "unit",
        "entry",
        "commodity",
        "action_kind",
        *CODE_LISTS,
    ]:
        op.drop_table(table)
