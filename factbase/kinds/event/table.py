"""Events: identity here, and what sources say of when and where they happened and who took part."""

from sqlalchemy import CheckConstraint, Column, Text

from factbase.kinds.schema import assertion_key, code, code_list, dated, entry, reference, table

code_list(
    "event_kind",
    {
        "visit": "A visit of one side to another.",
        "meeting": "A meeting of two or a few.",
        "talks": "A round of talks or negotiations.",
        "call": "A conversation by telephone or video.",
        "summit": "A meeting of heads of state or government of several states.",
        "conference": "A conference, congress or forum of many.",
        "session": "A session of an organisation's body or of a joint commission.",
        "signing": "A ceremony of signing.",
        "vote": "A vote and its result.",
        "deposit": "The deposit or exchange of instruments.",
        "launch": "A start, opening or inauguration.",
        "exercise": "A military or rescue exercise.",
        "incident": "An incident, clash or accident.",
        "sanctions": "Restrictive measures imposed, widened or lifted.",
        "election": "An election or an appointment.",
        "statement": "A statement, speech or publication.",
    },
)
code_list(
    "participation_role",
    {
        "participant": "Took part, or was to.",
        "host": "Received the others.",
        "guest": "Was received.",
        "signatory": "Signed, or was to sign.",
        "chair": "Presided.",
        "speaker": "Spoke.",
        "observer": "Was there as an observer.",
        "mediator": "Mediated.",
        "voted for": "Voted in favour.",
        "voted against": "Voted against.",
        "abstained": "Abstained.",
        "absent": "Stayed away.",
    },
)

event = table(
    "event",
    reference("key", "thing", primary_key=True),
    code("kind", "event_kind"),
    Column("summary", Text),
    entry(),
)

# An interval is the length of the event; an event known to fall on a day has that day.
occurrence = table(
    "occurrence",
    assertion_key(),
    reference("event", "event"),
    reference("place", "actor", nullable=True),
    *dated("date"),
    entry(),
)

participation = table(
    "participation",
    assertion_key(),
    reference("event", "event", nullable=True),
    reference("agreement", "agreement", nullable=True),
    reference("actor", "actor", nullable=True),
    Column("office", Text),
    reference("representing", "actor", nullable=True),
    code("role", "participation_role", default="participant"),
    entry(),
    CheckConstraint("event IS NOT NULL OR agreement IS NOT NULL", name="occasion"),
    CheckConstraint("actor IS NOT NULL OR office IS NOT NULL OR representing IS NOT NULL", name="participant"),
)
