"""Checks: for each what sets it off, and what is near it and must not."""

from __future__ import annotations

import re

import pytest
from exchange.sheets import add
from measured import add_series
from sqlalchemy import insert

from factbase.audit.check import NAMES, SEVERITIES, Finding, check, findings
from factbase.journal.entry import Entry, entry
from factbase.journal.records import retract
from factbase.kinds.tables import tables
from factbase.query.days import as_of_day
from factbase.store.location import Location
from factbase.store.postgresql import dialect
from factbase.store.reading import Reader, reader

DAILY = "source: {key: daily, title: A daily, kind: article, published: 1 May 2030, publisher: House}\n"
WEEKLY = "source: {key: weekly, title: A weekly, kind: article, published: 2 May 2030}\n"
ACTORS = """
actors:
- {name: House, kind: medium}
- {name: Ministry of Trade, kind: ministry, part of: Turkey}
- {name: Ana Ruiz, kind: person, state: Spain}
- {name: Ben Okri, kind: person, state: Spain}
"""
TREATY = "agreements:\n- {kind: treaty, subject: fish, key: fish, parties: [Turkey, Spain], at: p1, "
TRADE = "indicator: trade, area: Turkey, partner: Spain, at: p1"
# Of each check: facts that set it off, the records of the finding, and facts near them that do not.
CASES: dict[str, tuple[str, str, str]] = {
    "dates-out-of-order": (
        TREATY + "signed: 3 May 2025, in force: 2 May 2025}",
        "daily:3,daily:4",
        TREATY + "signed: May 2025, in force: 2 May 2025}",
    ),
    "step-after-end": (
        TREATY + "terminated: 2020, extended: 2021}",
        "daily:3,daily:4",
        TREATY + "expired: 2020, extended: 2021}",
    ),
    "told-too-early": (
        TREATY + "signed: June 2030}",
        "daily:3",
        TREATY + "signed: May 2030, valid: 2031 to 2035}",
    ),
    "validity-before-signature": (
        TREATY + "signed: 3 May 2025, valid: 2024 to 2028}",
        "daily:3,daily:4",
        TREATY + "signed: 3 May 2025, valid: 2025 to 2029}",
    ),
    "members-above-count": (
        """
agreements:
- {kind: package, subject: all of them, key: all, parties: [Turkey, Spain], at: p1}
- {kind: memorandum, subject: fish, parties: [Turkey, Spain], part of: all, at: p1}
- {kind: treaty, subject: birds, parties: [Turkey, Spain], part of: all, at: p1}
tallies: [{thing: all, counted: agreements, count: "1", at: p1}]""",
        "daily:9,all",
        """
agreements:
- {kind: package, subject: all of them, key: all, parties: [Turkey, Spain], at: p1}
- {kind: memorandum, subject: fish, parties: [Turkey, Spain], part of: all, at: p1}
- {kind: treaty, subject: birds, parties: [Turkey, Spain], part of: all, at: p1}
tallies:
- {thing: all, counted: memoranda, count: "1", at: p1}
- {thing: all, counted: agreements, count: more than 1, at: p1}""",
    ),
    "same-agreement-twice": (
        """
agreements:
- {kind: agreement, subject: visa exemptions, key: one, parties: [Turkey, Spain], signed: May 2025, at: p1}
- {kind: treaty, title: Treaty on Visa Exemption, key: two, parties: [Spain, Turkey], signed: 3 May 2025, at: p1}""",
        "one,two",
        """
agreements:
- {kind: protocol, subject: culture 2020 to 2024, key: one, parties: [Turkey, Spain], at: p1}
- {kind: protocol, subject: culture 2025 to 2029, key: two, parties: [Turkey, Spain], at: p1}
- {kind: memorandum, subject: visa exemption, key: three, parties: [Turkey, Spain], signed: 2024, at: p1}
- {kind: memorandum, subject: visa exemption, key: four, parties: [Turkey, Spain], signed: 2025, at: p1}
- {kind: memorandum, subject: visa exemption, key: five, parties: [Turkey, France], signed: 2025, at: p1}""",
    ),
    "expected-step-overdue": (
        "agreements:\n- {kind: treaty, subject: fish, key: fish, parties: [Turkey, Spain], at: p1,"
        " signed: {date: 2031, modality: plan}}",
        "daily:3",
        "agreements:\n- {kind: treaty, subject: fish, parties: [Turkey, Spain], at: p1,"
        " signed: {date: 2039, modality: plan}}",
    ),
    "expected-event-overdue": (
        "events: [{name: Summit, kind: summit, date: 2031, at: p1, modality: plan}]",
        "daily:1",
        "events: [{name: Summit, kind: summit, date: 2039, at: p1, modality: plan}]",
    ),
    "pledge-overdue": (
        "commitments: [{actor: Spain, subject: open a port, due: 2031, modality: plan, at: p1}]",
        "daily:1",
        "commitments: [{actor: Spain, subject: open a port, due: 2039, modality: plan, at: p1}]",
    ),
    "signatory-out-of-office": (
        TREATY + "signed: 3 May 2025}"
        """
affiliations: [{actor: Ana Ruiz, status: office-holder, organisation: Spain, office: Consul, date: 2010 to 2024, at: p1}]
participations: [{agreement: fish, actor: Ana Ruiz, office: consul, role: signatory, at: p1}]""",
        "daily:5,ana-ruiz",
        TREATY + "signed: 3 May 2025}"
        """
affiliations:
- {actor: Ana Ruiz, status: office-holder, organisation: Spain, office: Consul, date: 2010 to 2024, at: p1}
- {actor: Ana Ruiz, status: office-holder, organisation: Spain, office: Consul, date: since 2025, at: p2}
participations: [{agreement: fish, actor: Ana Ruiz, office: consul, role: signatory, at: p1}]""",
    ),
    "participant-out-of-office": (
        """
events:
- {name: Talks, kind: talks, date: 3 May 2025, at: p1, participants: [{actor: Ana Ruiz, office: Consul}]}
affiliations: [{actor: Ana Ruiz, status: office-holder, organisation: Spain, office: Consul, date: since 2027, at: p1}]""",
        "daily:2,ana-ruiz",
        """
events:
- {name: Talks, kind: talks, date: 2025, at: p1, participants: [{actor: Ana Ruiz, office: Consul}, Ben Okri]}
affiliations:
- {actor: Ana Ruiz, status: office-holder, organisation: Spain, office: Consul, date: since June 2025, at: p1}
- {actor: Ben Okri, status: office-holder, organisation: Spain, office: Consul, attested: 2010, at: p1}""",
    ),
    "signatory-without-office": (
        TREATY + "signed: 2025}\nparticipations: [{agreement: fish, actor: Ana Ruiz, role: signatory, at: p1}]",
        "daily:4,ana-ruiz",
        TREATY
        + "signed: 2025}\nparticipations: [{agreement: fish, actor: Ana Ruiz, office: Consul, role: signatory, at: p1}]",
    ),
    "terms-overlap": (
        """
affiliations:
- {actor: Ana Ruiz, status: office-holder, organisation: Spain, office: President, date: 2010 to 2020, at: p1}
- {actor: Ben Okri, status: office-holder, organisation: Spain, office: president, date: 2018 to 2024, at: p1}""",
        "ana-ruiz,ben-okri,ESP/president",
        """
affiliations:
- {actor: Ana Ruiz, status: office-holder, organisation: Spain, office: President, date: 2010 to 2018, at: p1}
- {actor: Ben Okri, status: office-holder, organisation: Spain, office: President, date: 2018 to 2024, at: p1}
- {actor: Ana Ruiz, status: office-holder, organisation: Spain, office: Deputy Speaker, date: 2010 to 2024, at: p1}
- {actor: Ben Okri, status: office-holder, organisation: Spain, office: Deputy Speaker, date: 2010 to 2024, at: p1}""",
    ),
    "growth-against-levels": (
        f"""
figures:
- {{{TRADE}, flow: turnover, period: 2023, value: $3.1 billion}}
- {{{TRADE}, flow: turnover, period: 2024, value: $3.7 billion, change: "+30.7%"}}""",
        "daily:3/daily",
        # 3.65 to 3.75 by 3.05 to 3.15 is growth by 15.9 to 23.0 per cent.
        f"""
figures:
- {{{TRADE}, flow: turnover, period: 2023, value: $3.1 billion}}
- {{{TRADE}, flow: turnover, period: 2024, value: $3.7 billion, change: "+22.7%"}}""",
    ),
    "rank-against-figures": (
        """
figures:
- {indicator: rank, area: Turkey, partner: Spain, flow: export, basis: partners, period: 2024, value: 1, unit: rank, at: p1}
- {indicator: trade, area: Turkey, partner: Spain, flow: export, period: 2024, value: $3.1 billion, at: p1}
- {indicator: trade, area: Turkey, partner: France, flow: export, period: 2024, value: $3.7 billion, at: p1}""",
        "daily:1/daily",
        """
figures:
- {indicator: rank, area: Turkey, partner: Spain, flow: export, basis: partners, period: 2024, value: 1, unit: rank, at: p1}
- {indicator: trade, area: Turkey, partner: Spain, flow: export, period: 2024, value: $3.7 billion, at: p1}
- {indicator: trade, area: Turkey, partner: France, flow: export, period: 2024, value: $3.73 billion, at: p1}
- {indicator: trade, area: Turkey, partner: Italy, flow: import, period: 2024, value: $9.9 billion, at: p1}""",
    ),
    "components-against-total": (
        f"""
figures:
- {{{TRADE}, flow: export, period: 2024, value: $1.1 billion}}
- {{{TRADE}, flow: import, period: 2024, value: $2.2 billion}}
- {{{TRADE}, flow: turnover, period: 2024, value: $3.7 billion}}""",
        "daily:1,daily:2,daily:3",
        f"""
figures:
- {{{TRADE}, flow: export, period: 2024, value: $1.1 billion}}
- {{{TRADE}, flow: import, period: 2024, value: $2.5 billion}}
- {{{TRADE}, flow: turnover, period: 2024, value: $3.7 billion}}
- {{{TRADE}, flow: balance, period: 2024, value: $-1.4 billion}}""",
    ),
    "part-above-whole": (
        """
figures:
- {indicator: trade, area: Turkey, flow: export, period: 2024, value: $3.1 billion, at: p1}
- {indicator: trade, area: Turkey, partner: Spain, flow: export, period: 2024, value: $3.7 billion, at: p1}""",
        "daily:2/partner",
        """
figures:
- {indicator: trade, area: Turkey, flow: export, period: 2024, value: $3.7 billion, at: p1}
- {indicator: trade, area: Turkey, partner: Spain, flow: export, period: 2024, value: $3.72 billion, at: p1}
- {indicator: share, area: Turkey, basis: exports, period: 2024, value: "100%", at: p1}""",
    ),
    "thousandfold": (
        f"""
figures:
- {{{TRADE}, flow: turnover, period: 2023, value: $3.1 million}}
- {{{TRADE}, flow: turnover, period: 2024, value: $3.7 billion}}""",
        "daily:1,daily:2",
        f"""
figures:
- {{{TRADE}, flow: turnover, period: 2023, value: $31 million}}
- {{{TRADE}, flow: turnover, period: 2024, value: $3.7 billion}}""",
    ),
    "units-mixed": (
        f"""
figures:
- {{{TRADE}, flow: turnover, period: 2023, value: $3.1 billion}}
- {{{TRADE}, flow: turnover, period: 2024, value: 3.7 bn EUR}}""",
        "daily,TUR/ESP/trade/turnover/year/EUR-USD",
        f"""
figures:
- {{{TRADE}, flow: turnover, period: 2024, value: $3.9 billion}}
- {{{TRADE}, flow: turnover, period: 2024, value: 3.7 bn EUR}}""",
    ),
    "mirror-gap": (
        """
figures:
- {indicator: trade, area: Turkey, partner: Spain, reporter: Turkey, flow: export, period: 2024, value: $2.0 bn, at: p1}
- {indicator: trade, area: Spain, partner: Turkey, reporter: Spain, flow: import, period: 2024, value: $3.0 bn, at: p1}""",
        "TUR,ESP/USD",
        """
figures:
- {indicator: trade, area: Turkey, partner: Spain, reporter: Turkey, flow: export, period: 2024, value: $2.0 bn, at: p1}
- {indicator: trade, area: Spain, partner: Turkey, reporter: Spain, flow: import, period: 2024, value: $2.4 bn, at: p1}""",
    ),
    "city-without-state": (
        "actors: [{name: Elche, kind: city}]\nstatements: [{text: It is old., about: [Elche], at: p1}]",
        "elche",
        "actors: [{name: Elche, kind: city, part of: Valencia}, {name: Valencia, kind: region, part of: Spain}]\n"
        "statements: [{text: It is old., about: [Elche], at: p1}]",
    ),
    "assessment-without-basis": (
        "statements: [{text: It rained., at: p1, assessments: [{verdict: doubtful, reason: no clouds}]}]",
        "daily:1/1",
        "statements: [{text: It rained., at: p1, assessments: [{verdict: doubtful, reason: dry, basis: the weather}]}]",
    ),
    "same-actor-twice": (
        "actors: [{name: Ana Ruíz, kind: person, key: ruiz}]\nstatements: [{text: She spoke., about: [ruiz], at: p1}]",
        "ana-ruiz,ruiz",
        "actors: [{name: Ana Ruis, kind: person, state: Mexico}, {name: Ana Diaz, kind: person}]\n"
        "statements: [{text: They spoke., about: [Ana Ruis, Ana Diaz], at: p1}]",
    ),
    "nobody-asserts": (
        "actors: [{name: Nobody, kind: person}]\nstatements: [{text: It rained., at: p1}]",
        "nobody",
        "actors: [{name: Port Authority, kind: ministry, part of: Chile}]\n"
        "statements: [{text: It rained., about: [Port Authority], at: p1}]",
    ),
}


def sheet(facts: str) -> str:
    """A sheet of the daily; people and bodies that no fact names are left out."""
    known = ""
    for line in ACTORS.strip().splitlines()[1:]:
        name = line.partition("name: ")[2].partition(",")[0]
        if name in facts + DAILY or (name == "Ana Ruiz" and "Ana Ru" in facts):
            known += f"{line}\n"
    if facts.startswith("actors: ["):
        own, _, rest = facts.partition("]\n")
        own_lines = [f"- {{{one}}}\n" for one in own.removeprefix("actors: [").strip("{}").split("}, {")]
        return f"{DAILY}actors:\n{known}{''.join(own_lines)}{rest}\n"
    return f"{DAILY}actors:\n{known}{facts.lstrip()}\n"


def found(base: Location, *names: str, day: str = "2035-01-01") -> list[Finding]:
    """What the checks find as of a day."""
    with reader(base) as opened:
        as_of_day(opened, day)
        return findings(opened, None, names)


@pytest.mark.parametrize("name", CASES)
def test_a_check_is_set_off(base: Location, name: str) -> None:
    add(base, sheet(CASES[name][0]))
    (finding,) = (one for one in found(base, name) if "daily" not in one.records or name != "nobody-asserts")
    assert finding.name == f"{name}:{CASES[name][1]}"
    assert finding.accepted is None
    assert len(finding.words) > 15
    with reader(base) as opened:
        for key in finding.records:
            known = opened.rows(
                "SELECT key FROM thing WHERE key = :key UNION SELECT key FROM assertion WHERE key = :key", {"key": key}
            )
            assert list(known) == [(key,)]


@pytest.mark.parametrize("name", CASES)
def test_a_check_is_not_set_off_by_what_is_near(base: Location, name: str) -> None:
    add(base, sheet(CASES[name][2]))
    assert [one.words for one in found(base, name)] == []


def test_each_check_has_its_cases_and_explains_itself() -> None:
    assert {*CASES, "one-origin-twice", "one-party"} == {*NAMES}
    for name in NAMES:
        one = check(name)
        assert one.severity in SEVERITIES
        assert one.explanation.endswith(".")
        assert one.hint.endswith(".")


def test_the_article_contradicts_nothing(base: Location) -> None:
    assert found(base, day="2025-06-01") == []


def test_two_papers_that_relay_one_ministry_are_told(base: Location) -> None:
    said = TREATY + "said by: [Ministry of Trade]}"
    add(base, sheet(said))
    add(base, WEEKLY + said)
    (finding,) = found(base, "one-origin-twice")
    assert finding.name == "one-origin-twice:daily,weekly/ministry-of-trade"
    assert "2 facts alike on the word of Ministry of Trade" in finding.words


def test_two_papers_with_words_of_their_own_are_not(base: Location) -> None:
    add(base, sheet(TREATY.rstrip(", ") + "}"))
    add(base, WEEKLY + TREATY.rstrip(", ") + "}")
    assert found(base, "one-origin-twice") == []


def test_an_agreement_whose_other_party_was_retracted_is_told(base: Location) -> None:
    add(base, sheet(TREATY + "signed: 2025}"))
    assert found(base, "one-party") == []
    with entry(base, author="test", command="test") as change:
        retract(change, "daily:2")
    (finding,) = found(base, "one-party")
    assert finding.name == "one-party:fish"
    with entry(base, author="test", command="test") as change:
        change.amend("agreement", {"key": "fish"}, kind="convention")
    assert found(base, "one-party") == []


def test_what_has_a_verdict_already_is_not_found_again(base: Location) -> None:
    add(base, sheet(CASES["components-against-total"][0]))
    with entry(base, author="test", command="test") as change:
        change.add(
            "assessment", assertion="daily:3", ordinal=1, verdict="contradicted", reason="a slip", basis="the other two",
            assessor="test",
        )  # fmt: skip
    assert found(base, "components-against-total") == []


def test_a_promise_that_was_kept_is_not_overdue(base: Location) -> None:
    add(base, sheet(CASES["expected-step-overdue"][0]))
    add(base, WEEKLY + "actions: [{agreement: fish, action: signed, date: 1 May 2030, at: p1}]")
    assert found(base, "expected-step-overdue") == []
    assert found(base, "expected-step-overdue", day="2031-01-01") == []


@pytest.mark.parametrize(
    ("parties", "signed", "is_found"),
    [
        ("Turkey, Spain", "3 May 2025", True),
        ("Ministry of Trade, Spain", "3 May 2025", True),
        ("Turkey, Spain", "30 May 2025", True),
        ("Turkey, Spain", "30 June 2025", False),
        ("Turkey, Spain", "June 2025", False),
        ("House, Spain", "3 May 2025", False),
    ],
)
def test_an_agreement_of_ministries_or_of_another_day_may_be_the_same(
    base: Location, parties: str, signed: str, is_found: bool
) -> None:
    facts = """
agreements:
- {kind: treaty, subject: fish, key: one, parties: [Turkey, Spain], signed: 3 May 2025, at: p1}
- {kind: treaty, subject: fish, key: two, parties: [%s], signed: %s, at: p1}"""
    add(base, sheet(facts % (parties, signed)))
    assert bool(found(base, "same-agreement-twice")) == is_found


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("pledge-overdue", "by March 2031", "due by March 2031, is still open"),
        ("pledge-overdue", "next year", "due 2031, is still open"),
        ("pledge-overdue", "by the end of next year", "due by 2031, is still open"),
        ("expected-event-overdue", "first half of 2031", "was to take place first half of 2031, and"),
        ("expected-event-overdue", "next year", "was to take place 2031, and"),
        ("expected-step-overdue", "by March 2031", "was to be done by March 2031, and"),
        ("expected-step-overdue", "next year", "was to be done by 2031, and"),
        ("expected-step-overdue", "by the end of next year", "was to be done by 2031, and"),
    ],
)
def test_a_day_that_is_over_is_told_as_its_source_words_it_unless_it_counts_from_there(
    base: Location, name: str, words: str, told: str
) -> None:
    add(base, sheet(CASES[name][0].replace("2031", words)))
    [finding] = found(base, name)
    assert told in finding.words


@pytest.mark.parametrize(("date", "is_found"), [("23 October 2006", True), ("14 March 2016", False)])
@pytest.mark.parametrize("step", ["signed", "ratified", "accepted", "approved", "acceded", "succeeded"])
def test_none_joins_a_treaty_before_its_text_is_adopted(base: Location, step: str, date: str, is_found: bool) -> None:
    facts = """
agreements:
- {kind: convention, title: Water Convention, subject: water, adopted: 14 March 2016, at: p1}
actions:
- {agreement: Water Convention, action: %s, by: Spain, date: %s, at: p2}"""
    add(base, sheet(facts % (step, date)))
    told = [finding.words for finding in found(base, "dates-out-of-order")]
    words = f"Water Convention: {step} by Spain on 2006-10-23, before it was adopted on 2016-03-14"
    assert told == ([words] if is_found else [])


def test_an_events_count_is_held_against_what_was_concluded_at_it(base: Location) -> None:
    add(
        base,
        sheet(
            """
events: [{name: Summit, kind: summit, date: 2025, at: p1}]
agreements:
- {kind: memorandum, subject: fish, parties: [Turkey, Spain], concluded at: Summit, at: p1}
- {kind: treaty, subject: birds, parties: [Turkey, Spain], concluded at: Summit, at: p1}
tallies: [{thing: Summit, counted: documents, count: "1", at: p1}]"""
        ),
    )
    (finding,) = found(base, "members-above-count")
    assert "1 documents are told of, and 2 are recorded" in finding.words


def official(change: Entry, key: str, series: list[tuple[int, dict[str, object], dict[str, int]]]) -> None:
    """A data set with its series and their figures."""
    change.add("thing", key=key, kind="source", label=key)
    change.add("source", key=key, kind="statistics")
    for id, dimensions, figures in series:
        told = {"indicator": "trade in goods", "area": "AZE", "partner": "CHN", "flow": "export", "unit": "USD"}
        add_series(change, id, source=key, **{**told, **dimensions})
        for period, value in figures.items():
            change.add("figure", series=id, period=period, value=value)


def test_figures_of_data_sets_are_checked_too(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        for code in ("01", "02", "TOTAL"):
            change.connection.execute(
                insert(tables["commodity"]).values(classification="HS", code=code, description=code)
            )
        official(
            change,
            "comtrade",
            [
                (10, {"classification": "HS", "commodity": "01"}, {"2022": 7, "2023": 8, "2024": 9000}),
                (11, {"classification": "HS", "commodity": "02"}, {"2022": 5, "2023": 300, "2024": 5_000}),
                (12, {"classification": "HS", "commodity": "TOTAL"}, {"2022": 12, "2023": 308, "2024": 14_000}),
            ],
        )  # fmt: skip
        official(
            change,
            "customs",
            [
                (13, {"flow": "import"}, {"2024": 700}),
                (14, {"flow": "turnover"}, {"2024": 800}),
                (15, {}, {"2024": 300}),
            ],
        )  # fmt: skip
    told = found(base, "thousandfold", "part-above-whole", "components-against-total")
    assert {one.name for one in told} == {
        "components-against-total:customs,AZE/CHN/turnover/2024",
        "thousandfold:comtrade,AZE/10/2024",
    }


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"low": 1205}, "at least 120.5 %"),
        ({"low": 1205, "high": 1305, "qualifier": "between"}, "120.5 to 130.5 %"),
        ({"value": 1205, "qualifier": "about", "digits": 4}, "about 120.5 %"),
    ],
)
def test_bounds_are_told_as_a_listing_tells_them(base: Location, told: dict[str, int | str], words: str) -> None:
    with entry(base, author="test", command="test") as change:
        add_series(
            change, 9, source="kapanadze", indicator="share", unit="%", area="AZE", basis="exports", decimals=1
        )  # fmt: skip
        change.add("assertion", key="kapanadze:900", source="kapanadze", kind="figure", locator="p9")
        change.add("figure", series=9, period="2024", ordinal=1, assertion="kapanadze:900", **told)
    (finding,) = found(base, "part-above-whole")
    assert finding.words == f"exports, 2024: a share of {words}"


def test_names_of_findings_are_their_own(base: Location) -> None:
    for name in ("thousandfold", "terms-overlap"):
        add(base, sheet(CASES[name][0]).replace("daily", name))
    names = [one.name for one in found(base)]
    assert len(names) == len({*names}) > 1


def test_checks_keep_to_what_both_databases_know(opened: Reader) -> None:
    for name in NAMES:
        select = dialect(check(name).select)
        assert not re.search(
            r"\b(ifnull|iif|instr|strftime|julianday|group_concat|printf|GLOB|IS NOT DISTINCT)\b", select
        ), name


def test_a_part_without_a_flow_is_not_above_its_whole_either(base: Location) -> None:
    cargo = "{indicator: cargo, area: Turkey, period: 2024, at: p1, "
    add(base, sheet(f"figures:\n- {cargo}value: 301 t}}\n- {cargo}partner: Spain, value: 411 t}}"))
    assert [one.name for one in found(base, "part-above-whole")] == ["part-above-whole:daily:2/partner"]


def test_a_gap_between_mirrors_counts_years_not_pairs(base: Location) -> None:
    told = "figures:\n- {indicator: trade, area: Turkey, partner: Spain, reporter: Turkey, flow: export, period: 2024, value: $2.0 bn, at: p1}\n"
    mirror = "- {indicator: trade, area: Spain, partner: Turkey, reporter: Spain, flow: import, period: 2024, at: p1, value: "
    add(base, sheet(f"{told}{mirror}$3.0 bn}}\n{mirror}$3.1 bn}}"))
    (gap,) = found(base, "mirror-gap")
    assert "1 year from 2024 to 2024" in gap.words
