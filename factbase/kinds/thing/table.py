"""Things, their names, their topics, and the links that sources draw between them."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Text, text

from factbase.kinds.schema import assertion_key, code, code_list, dated, entry, reference, table

code_list(
    "thing_kind",
    {
        "actor": "Who acts, or a place, route or initiative that is named like one.",
        "agreement": "What two or more actors agree, or plan to agree, on.",
        "event": "What happens at a time and a place.",
        "source": "A document or a data set that facts are taken from.",
    },
)
code_list(
    "name_kind",
    {
        "official": "The full official name.",
        "short": "The usual short name.",
        "acronym": "Initials, such as WTO.",
        "alias": "Any other name that people use.",
        "translation": "The name in another language.",
        "title": "The title of an agreement, an event or a work.",
        "former": "A name that was used before.",
        "former key": "The key of a record that was merged into this one.",
    },
)
code_list(
    "link_kind",
    {
        "part of": "The thing belongs to the other: a visit's meeting, a package's member.",
        "annex to": "The agreement is an annex to the other.",
        "based on": "The agreement carries out or rests on the other.",
        "amends": "The agreement changes the other.",
        "replaces": "The agreement takes the place of the other.",
        "extends": "The agreement prolongs the other.",
        "concluded at": "The agreement was concluded at the event.",
        "aligned with": "The initiative is brought into line with the other.",
        "served by": "The initiative or policy is served by the other.",
        "follows": "The event comes after the other and from it.",
    },
)
code_list(
    "topic",
    {
        "agriculture": "Farming, food, veterinary and plant health.",
        "climate": "Climate change and its conferences.",
        "consular": "Visas, consular matters, travel of persons.",
        "culture": "Culture, arts, heritage, media.",
        "demining": "Clearing of mines and unexploded ordnance.",
        "development": "Green and sustainable development, aid.",
        "digital economy": "Digital trade, services and infrastructure.",
        "economy": "Economic cooperation in general.",
        "education": "Schools, universities, languages, exchanges.",
        "energy": "Oil, gas, electricity, renewables.",
        "environment": "Protection of nature, water, air.",
        "finance": "Money, banks, loans, investment funds.",
        "geopolitics": "Balance of power, alignment, influence.",
        "health": "Public health and medicine.",
        "infrastructure": "Roads, ports, networks, buildings.",
        "investment": "Investment and its protection.",
        "justice": "Legal assistance, extradition, courts.",
        "local cooperation": "Cooperation of cities and regions.",
        "migration": "Migration, refugees, labour abroad.",
        "peace": "Peace processes and settlement of conflicts.",
        "partnership": "The state of relations and its level.",
        "sanctions": "Restrictive measures and their lifting.",
        "science": "Research and technology.",
        "security": "Defence, police, terrorism, arms.",
        "sovereignty": "Sovereignty, territorial integrity, recognition.",
        "technology": "Technology and its transfer.",
        "tourism": "Travel for pleasure.",
        "trade": "Trade in goods and services, tariffs, trade organisations.",
        "transport": "Routes, transit, railways, shipping, aviation.",
    },
)

thing = table(
    "thing",
    # States have their ISO 3166-1 alpha-3 code; every other key is a slug. Keys never change.
    Column("key", Text, primary_key=True),
    code("kind", "thing_kind"),
    Column("label", Text, nullable=False),
    entry(),
    CheckConstraint("key <> '' AND label <> ''", name="filled"),
    Index("ix_thing_label_lower", text("lower(label)")),
)

name = table(
    "name",
    reference("thing", "thing", primary_key=True),
    Column("name", Text, primary_key=True),
    code("kind", "name_kind"),
    # BCP 47: 'zh', or 'az-Cyrl' where the script is not the usual one.
    Column("language", Text),
    *dated("used"),
    reference("assertion", "assertion", nullable=True),
    entry(),
    CheckConstraint("name <> ''", name="filled"),
    Index("ix_name_name_lower", text("lower(name)")),
)

thing_topic = table(
    "thing_topic",
    reference("thing", "thing", primary_key=True),
    Column("topic", Text, ForeignKey("topic.code"), primary_key=True),
    entry(),
)

link = table(
    "link",
    assertion_key(),
    reference("thing", "thing"),
    code("kind", "link_kind"),
    reference("other", "thing"),
    entry(),
    CheckConstraint("thing <> other", name="distinct"),
)
