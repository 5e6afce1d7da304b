"""Actors and the codes that the world knows them by."""

from sqlalchemy import CheckConstraint, Column, Index, Text

from factbase.kinds.schema import code, code_list, entry, reference, table

code_list(
    "actor_kind",
    {
        "state": "A state, or an area with its own ISO 3166 code.",
        "former state": "A state that is no more.",
        "organisation": "An intergovernmental organisation.",
        "ministry": "A ministry, an agency, a parliament, a court, an embassy: a body of a state.",
        "institution": "A university, an institute, a foundation, a church, a party.",
        "medium": "A newspaper, an agency, a broadcaster.",
        "company": "A company, state-owned ones included.",
        "person": "A person.",
        "city": "A city or another settlement.",
        "region": "A part of a state, or a region of the world.",
        "initiative": "A programme, policy or strategy with a name.",
        "route": "A route, corridor, pipeline or line.",
        "group": "Several actors under one name: 'the West', 'G20', or a group of a statistics.",
        "unnamed": "Somebody told of without a name: 'the mayor of Urumqi', 'officials'.",
    },
)

actor = table(
    "actor",
    reference("key", "thing", primary_key=True),
    code("kind", "actor_kind"),
    # ISO 3166-1 alpha-2 and alpha-3 (ISO 3166-3 for former states), UN M49 numeric with its leading zeros.
    Column("iso2", Text),
    Column("iso3", Text),
    Column("m49", Text),
    # ISO 3166-2, for regions and cities that have one.
    Column("subdivision", Text),
    Column("wikidata", Text),
    # A city of its state, a ministry of its government, a route of its initiative.
    reference("part_of", "actor", nullable=True),
    # For a person or a company that a source gives a nationality; for an initiative, whose it is.
    reference("state", "actor", nullable=True),
    entry(),
    CheckConstraint("length(iso2) = 2 AND iso2 = upper(iso2)", name="iso2"),
    CheckConstraint("length(iso3) = 3 AND iso3 = upper(iso3)", name="iso3"),
    CheckConstraint("length(m49) = 3 AND m49 BETWEEN '000' AND '999'", name="m49"),
    CheckConstraint("wikidata LIKE 'Q%'", name="wikidata"),
    CheckConstraint("part_of <> key AND state <> key", name="distinct"),
    Index("ix_actor_iso2", "iso2"),
    Index("ix_actor_iso3", "iso3"),
    Index("ix_actor_m49", "m49"),
    Index("ix_actor_wikidata", "wikidata"),
)
