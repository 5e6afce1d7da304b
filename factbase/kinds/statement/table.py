"""What actors stand for and what they promise."""

from sqlalchemy import CheckConstraint, Column, Text

from factbase.kinds.schema import assertion_key, code, code_list, dated, entry, reference, table

code_list(
    "stance",
    {
        "supports": "Is for it, or backs the target in it.",
        "opposes": "Is against it.",
        "demands": "Calls on the target to do it.",
        "rejects": "Refuses it or calls it untrue.",
        "recognises": "Takes it as lawful or real.",
        "condemns": "Blames it.",
        "welcomes": "Is glad of it.",
        "regrets": "Is sorry for it.",
        "offers": "Offers it to the target.",
        "holds": "Thinks that it is so.",
        "neutral": "Takes no side.",
    },
)
code_list(
    "position_mode",
    {
        "expressed": "Said once, or not told how.",
        "reaffirmed": "Said again.",
        "first": "Said for the first time.",
        "changed": "Other than before.",
        "ascribed": "Ascribed by others; the holder is not quoted.",
    },
)
code_list(
    "outcome",
    {
        "open": "Neither done nor given up.",
        "kept": "Done as promised.",
        "partly kept": "Done in part or late.",
        "broken": "Not done, and the time is over.",
        "overtaken": "Made void by what happened.",
    },
)

# Mutual support is two rows.
position = table(
    "position",
    assertion_key(),
    reference("holder", "actor"),
    reference("speaker", "actor", nullable=True),
    code("stance", "stance"),
    reference("target", "thing", nullable=True),
    code("topic", "topic", nullable=True),
    # What it is about, in the analyst's own words.
    Column("subject", Text, nullable=False),
    code("mode", "position_mode", default="expressed"),
    # When the position was taken, or was shown to hold.
    *dated("date"),
    entry(),
    CheckConstraint("subject <> ''", name="filled"),
)

commitment = table(
    "commitment",
    assertion_key(),
    reference("actor", "actor"),
    reference("towards", "actor", nullable=True),
    code("topic", "topic", nullable=True),
    Column("subject", Text, nullable=False),
    reference("agreement", "agreement", nullable=True),
    *dated("due"),
    code("outcome", "outcome", default="open"),
    reference("settled_by", "assertion", nullable=True),
    entry(),
    CheckConstraint("subject <> ''", name="filled"),
)
