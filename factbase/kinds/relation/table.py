"""How actors stand to each other."""

from sqlalchemy import CheckConstraint, Column, Text

from factbase.kinds.schema import assertion_key, code, code_list, dated, entry, reference, table

code_list(
    "affiliation_status",
    {
        "office-holder": "A person holds an office in or of the other.",
        "member": "Is a full member.",
        "applicant": "Has applied for, or negotiates, membership.",
        "observer": "Is an observer.",
        "dialogue partner": "Is a dialogue partner.",
        "associate": "Is an associate or partner of another kind.",
        "chair": "Holds the chair or the presidency.",
        "leading": "Is said to lead, without an office being told.",
        "former member": "Was a member.",
        "suspended member": "Its membership is suspended.",
    },
)
code_list(
    "relation_kind",
    {
        "partnership": "A partnership, of the level that the parties call it.",
        "alliance": "An alliance or a pact of defence.",
        "diplomatic relations": "Diplomatic relations, or their want.",
        "sister cities": "Twinned cities or regions.",
        "dispute": "A conflict or a claim.",
        "ownership": "One owns the other or a part of it.",
        "trade partners": "One is a trade partner of the other, of the rank or kind told.",
        "dependence": "One relies on the other.",
    },
)

# `date` is the term, as an interval. `attested` is when the source shows it to hold: an article that calls a person
# president tells the day, not the term.
affiliation = table(
    "affiliation",
    assertion_key(),
    reference("actor", "actor"),
    code("status", "affiliation_status"),
    reference("organisation", "actor"),
    Column("office", Text),
    *dated("date"),
    *dated("attested"),
    entry(),
    CheckConstraint("status <> 'office-holder' OR office IS NOT NULL", name="office"),
)

relation = table(
    "relation",
    assertion_key(),
    reference("actor", "actor"),
    code("kind", "relation_kind"),
    reference("other", "actor"),
    Column("level", Text),
    reference("agreement", "agreement", nullable=True),
    *dated("date"),
    entry(),
    CheckConstraint("actor <> other", name="distinct"),
)
