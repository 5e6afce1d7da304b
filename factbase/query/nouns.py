"""The nouns that can be listed: for each its view, the order of its lines, and its filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factbase.query.filters import (
    PARTNER,
    REPORTER,
    Among,
    BeginsUntil,
    Concerning,
    Containing,
    EndsSince,
    Filter,
    OfSeries,
    Since,
    StartingWith,
    ToldBy,
    Until,
    Within,
)


class Noun(NamedTuple):
    """A noun of the command line and of the library, named as its view is.

    `filters` are found by the name of their option; `actors`, where there is one, takes the words that stand after
    the noun. `examples` follow the help. `reckoned` says that its figures can be summed and set side by side.
    """

    name: str
    help: str
    sort: tuple[str, ...]
    actors: Filter | None = None
    filters: Mapping[str, Filter] = {}
    examples: tuple[str, ...] = ()
    dated_statuses: bool = False
    reckoned: bool = False


def _codes(column: str, code_list: str, help: str) -> Among:
    return Among(column, help, codes=f"SELECT code FROM {code_list} ORDER BY code")


SOURCE = Concerning(("sources",), "Only what this source speaks of.", kinds=("source",), metavar="SOURCE")
CITED_SOURCE = Concerning(("source",), "Only what this source says.", kinds=("source",), metavar="SOURCE")
CERTAINTY = _codes("certainty", "certainty", "Only what is this certain: stated, implied, derived.")
TOPIC = _codes("topics", "topic", "Only what is on this topic.")
MODALITY = _codes("modality", "modality", "Only what is told as: fact, plan, expectation, opinion, cause, rule.")
# Plans and denials of a signing are none.
SIGNED = (
    "FROM action JOIN assertion ON assertion.key = action.assertion"
    " WHERE action.agreement = agreements.key AND action.action = 'signed'"
    " AND assertion.modality NOT IN ('plan', 'expectation') AND assertion.polarity = 'positive'"
)
STATUSES = (
    "SELECT DISTINCT status FROM action_kind WHERE status IS NOT NULL"
    " UNION SELECT 'partly ' || status FROM action_kind WHERE status IS NOT NULL"
    " UNION SELECT 'planned' UNION SELECT 'not yet' UNION SELECT 'unknown' ORDER BY 1"
)

_ALL = (
    Noun(
        "agreements",
        "List agreements, with their status today",
        sort=("date_from", "label", "key"),
        actors=Concerning(("party_codes",), "Only agreements that all of these are party to."),
        filters={
            "kind": _codes("kind", "agreement_kind", "Only of this kind: treaty, memorandum, protocol, ..."),
            "status": Among("status", "Only in this status: signed, in force, planned, ...", codes=STATUSES),
            "topic": TOPIC,
            "title": Containing(("label", "title", "subject"), "Only with these words in the title or subject."),
            "place": Containing(("place",), "Only signed at this place.", metavar="PLACE"),
            "signed": Within(
                "Only signed in this time: 2025, 2025-04, 2025-04-23.", SIGNED, "action.date_from", "action.date_to"
            ),
            "since": Since(),
            "until": Until(),
            "certainty": CERTAINTY,
            "source": SOURCE,
        },
        examples=(
            "factbase agreements azerbaijan china --status signed",
            "factbase agreements --topic culture -f csv",
        ),
        dated_statuses=True,
    ),
    Noun(
        "trade",
        "List trade figures and other figures, with their growth",
        sort=("indicator", "area", "partner", "flow", "period", "citation", "series"),
        actors=OfSeries("Only figures that concern all of these."),
        filters={
            "indicator": _codes("indicator", "indicator", "Only this indicator: trade, cargo, rank, ..."),
            "reporter": REPORTER,
            "partner": PARTNER,
            "flow": _codes("flow", "flow", "Only this flow: export, import, turnover, ..."),
            "commodity": StartingWith("commodity", "Only commodities whose code begins so."),
            "unit": _codes("unit", "unit", "Only in this unit: USD, t, %, ..."),
            "since": EndsSince(),
            "until": BeginsUntil(),
            "status": _codes("observation_status", "observation_status", "Only values that are: actual, forecast, ..."),
            "certainty": CERTAINTY,
            "source": CITED_SOURCE,
        },
        examples=(
            "factbase trade azerbaijan china",
            "factbase trade --indicator cargo --since 2024 -f csv",
            "factbase trade --by partner --top 10 --reporter azerbaijan --flow export --since 2024 --until 2024",
        ),
        reckoned=True,
    ),
    Noun(
        "series",
        "List series: what is measured, of whom and with whom, from when to when",
        sort=("source", "series"),
        actors=OfSeries("Only series that concern all of these."),
        filters={
            "indicator": _codes("indicator", "indicator", "Only this indicator: trade, cargo, rank, ..."),
            "reporter": REPORTER,
            "partner": PARTNER,
            "flow": _codes("flow", "flow", "Only this flow: export, import, turnover, ..."),
            "commodity": StartingWith("commodity", "Only commodities whose code begins so."),
            "unit": _codes("unit", "unit", "Only in this unit: USD, t, %, ..."),
            "source": CITED_SOURCE,
        },
        examples=("factbase series azerbaijan china", "factbase series --indicator cargo -f csv"),
    ),
    Noun(
        "measures",
        "List what each source measures, in which unit, from when to when",
        sort=("source", "indicator", "flow", "unit"),
        filters={
            "indicator": _codes("indicator", "indicator", "Only this indicator: trade, cargo, rank, ..."),
            "flow": _codes("flow", "flow", "Only this flow: export, import, turnover, ..."),
            "unit": _codes("unit", "unit", "Only in this unit: USD, t, %, ..."),
            "source": CITED_SOURCE,
        },
        examples=("factbase measures", "factbase measures --indicator trade -f json"),
    ),
    Noun(
        "dates",
        "List everything dated, as one timeline",
        sort=("date_from", "date_to", "kind", "label", "assertion"),
        actors=Concerning(("actor_codes",), "Only what concerns all of these."),
        filters={
            "kind": Among(
                "kind",
                "Only dates of this kind: action, validity, event, office, ...",
                codes="SELECT DISTINCT kind FROM dates ORDER BY kind",
            ),
            "what": Containing(("what", "label"), "Only what is called so."),
            "planned": Among(
                "planned",
                "Only what is planned: yes, no, due.",
                codes="SELECT 'yes' UNION SELECT 'no' UNION SELECT 'due'",
            ),
            "since": Since(),
            "until": Until(),
            "certainty": CERTAINTY,
            "source": CITED_SOURCE,
        },
        examples=("factbase dates china --since 2025-04 --until 2025-06", "factbase dates --planned yes"),
    ),
    Noun(
        "actors",
        "List actors: states, organisations, people, places, initiatives",
        sort=("kind", "label", "key"),
        actors=Concerning(("key", "part_of", "state"), "Only these, and what is theirs."),
        filters={
            "kind": _codes("kind", "actor_kind", "Only of this kind: state, person, organisation, city, ..."),
            "name": Containing(("label", "names", "key"), "Only with these words in a name."),
            "source": SOURCE,
        },
        examples=("factbase actors --kind state", "factbase actors china -f json"),
    ),
    Noun(
        "events",
        "List events: when, where, who took part",
        sort=("date_from", "label", "key"),
        actors=Concerning(("actor_codes",), "Only events that all of these took part in."),
        filters={
            "kind": _codes("kind", "event_kind", "Only of this kind: visit, meeting, summit, ..."),
            "topic": TOPIC,
            "title": Containing(("label", "summary"), "Only with these words in the name."),
            "place": Containing(("place",), "Only at this place.", metavar="PLACE"),
            "since": Since(),
            "until": Until(),
            "certainty": CERTAINTY,
            "source": SOURCE,
        },
        examples=("factbase events azerbaijan --kind visit", "factbase events --place beijing"),
    ),
    Noun(
        "positions",
        "List positions: who supports, opposes, demands what",
        sort=("holder", "stance", "target", "subject", "assertion"),
        actors=Concerning(("holder_code", "target_code", "speaker_code"), "Only positions that concern all of these."),
        filters={
            "holder": Concerning(("holder_code",), "Only positions of this actor."),
            "target": Concerning(("target_code",), "Only positions towards this.", kinds=()),
            "stance": _codes("stance", "stance", "Only this stance: supports, opposes, demands, ..."),
            "topic": _codes("topic", "topic", "Only on this topic."),
            "since": Since("Only positions taken then or later."),
            "until": Until("Only positions taken then or earlier."),
            "modality": MODALITY,
            "certainty": CERTAINTY,
            "source": CITED_SOURCE,
        },
        examples=(
            "factbase positions china azerbaijan",
            "factbase positions --holder china --stance supports",
        ),
    ),
    Noun(
        "promises",
        "List promises and plans, and whether they were kept",
        sort=("due_to", "made", "source", "agreement", "what", "actors", "assertion"),
        actors=Concerning(("actor_codes", "towards_code"), "Only promises that concern all of these."),
        filters={
            "state": _codes("state", "outcome", "Only in this state: open, kept, partly kept, broken, overtaken."),
            "overdue": Among(
                "overdue",
                "Only what is overdue: yes, or no.",
                codes="SELECT 'yes' UNION SELECT 'no' ORDER BY 1",
                metavar="yes|no",
            ),
            "kind": Among(
                "kind",
                "Only of this kind: commitment, or action for a planned step on an agreement.",
                codes="SELECT 'commitment' UNION SELECT 'action' ORDER BY 1",
            ),
            "by": Concerning(("actor_codes",), "Only what this actor promises."),
            "towards": Concerning(("towards_code",), "Only what is promised to this actor."),
            "about": Containing(("what",), "Only with these words in what is promised."),
            "agreement": Concerning(
                ("agreement",), "Only on this agreement.", kinds=("agreement",), metavar="AGREEMENT"
            ),
            "topic": TOPIC,
            "due": Until("Only what is due then or earlier.", "due_to", "due_to"),
            "since": Since("Only what was promised then or later.", "made_from", "made_to"),
            "until": Until("Only what was promised then or earlier.", "made_from", "made_to"),
            "certainty": CERTAINTY,
            "source": CITED_SOURCE,
        },
        examples=("factbase promises china --state open", "factbase promises --overdue yes --on 2027-01-01"),
        dated_statuses=True,
    ),
    Noun(
        "relations",
        "List relations: offices, memberships, partnerships",
        sort=("kind", "actor", "other", "date_from", "assertion"),
        actors=Concerning(("actor_code", "other_code"), "Only relations that concern all of these."),
        filters={
            "kind": Among(
                "kind",
                "Only of this kind: office-holder, member, partnership, ...",
                codes="SELECT code FROM relation_kind UNION SELECT code FROM affiliation_status ORDER BY code",
            ),
            "since": Since("Only what held then or later."),
            "until": Until("Only what held then or earlier."),
            "certainty": CERTAINTY,
            "source": CITED_SOURCE,
        },
        examples=("factbase relations azerbaijan china", "factbase relations --kind office-holder"),
    ),
    Noun(
        "sources",
        "List sources, and how much rests on each",
        sort=("date_from", "label", "key"),
        actors=Concerning(("author_code", "publisher_code"), "Only sources by these."),
        filters={
            "kind": _codes("kind", "source_kind", "Only of this kind: article, communiqué, statistics, ..."),
            "title": Containing(("label", "key"), "Only with these words in the title."),
            "since": Since("Only what was published then or later."),
            "until": Until("Only what was published then or earlier."),
        },
        examples=("factbase sources", "factbase sources --kind article -f json"),
    ),
    Noun(
        "journal",
        "List the journal: every change of the base",
        sort=("number",),
        filters={
            "author": Containing(("author",), "Only by this author."),
            "command": Containing(("command", "why"), "Only by such a command, or for such a reason."),
            "since": Since("Only what was written then or later.", "substr(at, 1, 10)", "substr(at, 1, 10)"),
            "until": Until("Only what was written then or earlier.", "substr(at, 1, 10)", "substr(at, 1, 10)"),
        },
        examples=("factbase journal", "factbase journal --since 2025-05 -f csv"),
    ),
    Noun(
        "facts",
        "List all assertions in a few words, whatever they are about",
        sort=("source", "number"),
        filters={
            "about": Concerning(("things",), "Only about this thing.", kinds=(), metavar="KEY"),
            "kind": _codes("kind", "assertion_kind", "Only of this kind: action, party, figure, position, ..."),
            "words": Containing(("fact", "anchor"), "Only with these words."),
            "modality": MODALITY,
            "certainty": CERTAINTY,
            "assessment": _codes("assessment", "verdict", "Only with this verdict: doubtful, contradicted, ..."),
            "told": ToldBy(),
            "source": CITED_SOURCE,
        },
        examples=("factbase facts --assessment contradicted", "factbase facts --modality opinion -f jsonl"),
    ),
)

NOUNS = {noun.name: noun for noun in _ALL}
