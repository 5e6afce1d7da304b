"""Assertions: one source saying one thing once, and what is known about its worth.

An assertion that fits no typed row is kept as it is, with kind 'statement'.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Text

from factbase.kinds.schema import code, code_list, entry, reference, table

code_list(
    "assertion_kind",
    {
        "action": "Something was done, or is to be done, to an agreement.",
        "affiliation": "An actor holds an office in, or is a member of, another.",
        "change": "A quantity changed by so much.",
        "commitment": "An actor promises or plans something.",
        "figure": "A quantity has a value.",
        "link": "Two things belong together in some way.",
        "occurrence": "An event took place, or is to take place.",
        "participation": "An actor took part in an event or signed an agreement.",
        "party": "An actor is a party of an agreement or has another role in it.",
        "position": "An actor takes a stance.",
        "provision": "An agreement provides something.",
        "relation": "Two actors stand in a relation.",
        "statement": "Anything else: a cause, a condition, a judgement. Its words are in the text.",
        "tally": "A set has so many members, not all of them known.",
    },
)
code_list(
    "modality",
    {
        "fact": "Told as what is or was.",
        "plan": "Told as what its actors intend.",
        "expectation": "Told as what is thought to come, surely or under a condition.",
        "opinion": "Told as a judgement of whoever says it.",
        "cause": "Told as the reason for, or the effect of, something.",
        "rule": "Told as what shall or must be.",
    },
)
code_list(
    "polarity",
    {
        "positive": "It is so.",
        "negative": "It is not so: 'not in force', 'has not met'.",
    },
)
code_list(
    "certainty",
    {
        "stated": "The source says it in so many words.",
        "implied": "The source takes it for granted or lets it be understood.",
        "derived": "It follows from what the source says by a step that the analyst took.",
    },
)
code_list(
    "verdict",
    {
        "doubtful": "There is reason to doubt it.",
        "contradicted": "Better evidence says otherwise.",
        "disputed": "Parties to it say otherwise; no verdict between them.",
        "ambiguous": "The wording can be read in more than one way.",
        "confirmed": "Other evidence says the same.",
    },
)
code_list(
    "assertion_link_kind",
    {
        "contradicts": "Both cannot be true.",
        "refines": "Says the same more exactly.",
        "repeats": "Relays the other: the two count as one origin.",
        "corrects": "Is meant to stand in place of the other.",
        "derives from": "Was worked out from the other.",
        "fulfils": "Tells that what the other announced came to pass.",
        "partly fulfils": "Tells that what the other announced came to pass in part.",
        "breaks": "Tells that what the other announced did not come to pass, and will not.",
        "overtakes": "Tells what made void what the other announced.",
    },
)

assertion = table(
    "assertion",
    # The key of its source, a colon and a number: 'kapanadze:12'.
    Column("key", Text, primary_key=True),
    code("kind", "assertion_kind"),
    reference("source", "source"),
    # Where in the document: 'title', 'p3' (paragraph), 'p3.s2' (its second sentence), 'page 4', 'row 17'.
    Column("locator", Text),
    # A few words of the document that the assertion can be found and checked by.
    Column("anchor", Text),
    code("modality", "modality", default="fact"),
    code("polarity", "polarity", default="positive"),
    code("certainty", "certainty", default="stated"),
    # In the analyst's own words; needed where no typed row says it.
    Column("text", Text),
    entry(),
    CheckConstraint("key <> '' AND locator <> '' AND anchor <> ''", name="filled"),
    CheckConstraint("kind <> 'statement' OR text IS NOT NULL", name="statement_has_text"),
)

# What an assertion is about beyond the things that its typed row names.
about = table(
    "about",
    reference("assertion", "assertion", primary_key=True),
    Column("thing", Text, ForeignKey("thing.key"), primary_key=True, index=True),
    entry(),
)

# Who says it, from the nearest voice (1) to the origin (the last): agency, ministry, speaker.
attribution = table(
    "attribution",
    reference("assertion", "assertion", primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    reference("actor", "actor", nullable=True),
    # How the document names the voice, where no actor is known: 'officials', 'diplomatic sources'.
    Column("words", Text),
    entry(),
    CheckConstraint("ordinal > 0", name="ordinal"),
    CheckConstraint("actor IS NOT NULL OR words IS NOT NULL", name="voice"),
)

assessment = table(
    "assessment",
    reference("assertion", "assertion", primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    code("verdict", "verdict"),
    Column("reason", Text, nullable=False),
    # What the verdict rests on: an assertion of the base, or what is known from elsewhere, in words.
    reference("basis_assertion", "assertion", nullable=True),
    Column("basis", Text),
    Column("assessor", Text, nullable=False),
    entry(),
    CheckConstraint("ordinal > 0", name="ordinal"),
)

assertion_link = table(
    "assertion_link",
    reference("assertion", "assertion", primary_key=True),
    Column("kind", Text, ForeignKey("assertion_link_kind.code"), primary_key=True),
    Column("other", Text, ForeignKey("assertion.key"), primary_key=True, index=True),
    Column("reason", Text),
    entry(),
    CheckConstraint("assertion <> other", name="distinct"),
)
