"""Agreements: identity here, and what sources say of their parties, their course and their terms."""

from sqlalchemy import CheckConstraint, Column, Integer, Text

from factbase.kinds.schema import (
    Whole,
    assertion_key,
    code,
    code_list,
    dated,
    entry,
    reference,
    table,
)

code_list(
    "agreement_kind",
    {
        "treaty": "A treaty in the narrow sense: peace, alliance, friendship, delimitation, general matters.",
        "agreement": "An agreement between governments, or one whose form the source does not tell.",
        "convention": "A convention, as a rule between many.",
        "charter": "The founding act of an organisation.",
        "protocol": "A protocol, to another agreement or by itself.",
        "memorandum": "A memorandum of understanding.",
        "joint statement": "A joint statement, declaration or communiqué.",
        "exchange of notes": "Notes or letters that together make an agreement.",
        "contract": "A contract between companies or with one: supply, loan, concession.",
        "plan": "A joint plan, programme or road map.",
        "arrangement": "An arrangement or an understanding that is not a treaty.",
        "decision": "A decision or a resolution of an organisation's body.",
        "package": "Several agreements told of as one set.",
    },
)
code_list(
    "party_role",
    {
        "party": "Is bound by it, or is to be.",
        "signatory": "Has signed it and is not known to be bound.",
        "depositary": "Keeps the original and the notifications (Vienna Convention 1969, article 76).",
        "broker": "Brought the parties together.",
        "guarantor": "Guarantees that it is kept.",
        "witness": "Signed it as a witness.",
        "observer": "Takes part in its bodies without being bound.",
    },
)
REPEATABLE = {
    "proposed", "announced", "negotiating", "declaration", "reservation", "objection", "reservation withdrawn", "valid",
    "extended", "amended", "suspended", "resumed",
}  # fmt: skip

# The words of the Vienna Convention on the Law of Treaties (1969) and of the UN Treaty Collection.
# `stage` orders actions on one day; `status` is what the agreement is after the action; what is `repeatable` may be done
# more than once, each time on a date of its own.
code_list(
    "action_kind",
    {
        code: {"stage": stage, "status": status, "description": description, "repeatable": int(code in REPEATABLE)}
        for code, stage, status, description in (
            ("proposed", 5, "proposed", "One side proposes it."),
            ("announced", 10, "announced", "It is announced that there is or will be one."),
            ("negotiating", 15, "under negotiation", "Negotiations are held or to be held."),
            ("concluded", 20, "concluded", "Negotiations are over and the text is agreed."),
            ("initialled", 25, "initialled", "The text is initialled (article 10)."),
            ("adopted", 30, "adopted", "The text is adopted (article 9)."),
            ("signed", 35, "signed", "It is signed (articles 11 and 12)."),
            (
                "approved at home",
                40,
                "signed",
                "A parliament or government approves it, before the state is bound.",
            ),
            ("ratified", 45, "ratified", "A state is bound by ratification (article 14)."),
            ("accepted", 45, "ratified", "A state is bound by acceptance (article 14)."),
            ("approved", 45, "ratified", "A state is bound by approval (article 14)."),
            ("acceded", 45, "ratified", "A state joins by accession (article 15)."),
            ("succeeded", 45, "ratified", "A state takes over the place of another."),
            ("deposited", 50, "ratified", "An instrument is exchanged or deposited (article 16)."),
            ("declaration", 51, None, "A state declares how it understands or applies it."),
            ("reservation", 51, None, "A state excludes or modifies terms for itself (articles 2 and 19)."),
            ("objection", 52, None, "A state objects to another's reservation (article 20)."),
            ("reservation withdrawn", 53, None, "A state withdraws its reservation (article 22)."),
            (
                "provisionally applied",
                55,
                "provisionally applied",
                "It is applied before entry into force (article 25).",
            ),
            ("in force", 60, "in force", "It enters into force, or is in force (article 24)."),
            ("valid", 61, None, "The period that it covers or is valid for."),
            ("registered", 62, None, "It is registered with the United Nations (article 80)."),
            ("extended", 65, "in force", "Its validity is prolonged."),
            ("amended", 65, "in force", "It is amended (article 40)."),
            ("resumed", 66, "in force", "Its operation is taken up again."),
            ("suspended", 70, "suspended", "Its operation is suspended (articles 57 to 62)."),
            (
                "denounced",
                75,
                "denounced",
                "Notice of denunciation or withdrawal is given (articles 54 to 56).",
            ),
            ("provisional application ended", 80, "signed", "Provisional application comes to an end."),
            ("terminated", 90, "terminated", "It comes to an end (articles 54 to 64)."),
            ("replaced", 90, "replaced", "Another agreement takes its place (article 59)."),
            ("expired", 90, "expired", "Its validity runs out."),
            ("abandoned", 90, "abandoned", "It is given up before entry into force."),
        )
    },
    Column("stage", Integer, nullable=False),
    Column("status", Text),
    Column("repeatable", Integer, nullable=False, server_default="0"),
)
code_list(
    "provision_kind",
    {
        "subject": "What it regulates.",
        "duration": "How long it lasts and how it is prolonged.",
        "entry into force": "What must happen for it to enter into force.",
        "tariff": "A tariff or its reduction.",
        "quota": "A quantity that may or shall be traded.",
        "price": "A price or how it is found.",
        "loan": "A sum lent, interest, repayment.",
        "payment": "A payment or a contribution.",
        "visa": "Who may travel how long without a visa.",
        "access": "A right to use territory, a market, a facility.",
        "obligation": "Any other thing that a party must do.",
        "right": "Any other thing that a party may do.",
        "dispute settlement": "How disputes are settled.",
    },
)
code_list(
    "exhaustive",
    {
        "yes": "The members that are named are all there are.",
        "no": "There are more than are named: 'among others'.",
        "unknown": "The source does not tell.",
    },
)

agreement = table(
    "agreement",
    reference("key", "thing", primary_key=True),
    code("kind", "agreement_kind"),
    # As a source gives it; an agreement without a title is labelled by its subject.
    Column("title", Text),
    Column("subject", Text, nullable=False),
    Column("summary", Text),
    # In a treaty register: 'UNTS 58012'.
    Column("registration", Text),
    entry(),
    CheckConstraint("title <> '' AND subject <> ''", name="filled"),
)

party = table(
    "party",
    assertion_key(),
    reference("agreement", "agreement"),
    reference("actor", "actor"),
    code("role", "party_role", default="party"),
    entry(),
)

# Done to the agreement as a whole, or by one actor alone. An assertion of a plan or an expectation makes the action an
# expected one; its polarity makes it one that did not happen.
action = table(
    "action",
    assertion_key(),
    reference("agreement", "agreement"),
    code("action", "action_kind"),
    reference("actor", "actor", nullable=True),
    reference("event", "event", nullable=True),
    reference("place", "actor", nullable=True),
    *dated("date"),
    entry(),
)

provision = table(
    "provision",
    assertion_key(),
    reference("agreement", "agreement"),
    code("kind", "provision_kind"),
    reference("grantor", "actor", nullable=True),
    reference("beneficiary", "actor", nullable=True),
    Column("scope", Text),
    Column("value", Text),
    *dated("date"),
    entry(),
)

# A counted set whose members are not all known: 'more than 20 agreements'. `low` and `high` are inclusive.
tally = table(
    "tally",
    assertion_key(),
    reference("thing", "thing"),
    Column("counted", Text, nullable=False),
    Column("low", Whole),
    Column("high", Whole),
    Column("words", Text),
    code("exhaustive", "exhaustive", default="unknown"),
    entry(),
    CheckConstraint("low <= high", name="order"),
    CheckConstraint("low IS NOT NULL OR high IS NOT NULL OR words IS NOT NULL", name="count"),
)
