"""Views: what their comments promise, and what they tell of agreements, dates and disagreement."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime

import pytest
from conftest import in_postgresql
from exchange.sheets import add
from measured import add_series

from factbase.journal.entry import Entry, entry
from factbase.kinds.views import FILES, view
from factbase.query.days import as_of_day
from factbase.store.location import Location
from factbase.store.postgresql import PostgreSQLReader
from factbase.store.reading import Reader, reader


@pytest.mark.parametrize("name", FILES)
def test_a_views_comment_tells_its_columns(opened: Reader, name: str) -> None:
    told = view(name)
    assert told.description
    assert [column.name for column in (*told.columns, *told.behind)] == opened.rows(
        f"SELECT * FROM {name} LIMIT 0"
    ).names
    assert all(column.description.endswith(".") for column in told.columns)
    required = [column.name for column in told.columns if column.required]
    if required:
        without = " OR ".join(f"{column} IS NULL" for column in required)
        assert list(opened.rows(f"SELECT 1 FROM {name} WHERE {without}")) == []


def test_a_column_has_one_type_in_all_views() -> None:
    types = defaultdict(set)
    for name in FILES:
        for column in view(name).columns:
            types[column.name].add(column.type)
    several = {name: found for name, found in types.items() if len(found) > 1}
    # A citation is one place in a view of assertions and several in a view of things.
    assert set(several) <= {"citation", "part_of"}


def told(base: Location, sql: str, **values: str) -> list[tuple[object, ...]]:
    with reader(base) as opened:
        return list(opened.rows(sql, values))


def assertion(change: Entry, key: str, source: str, kind: str, **values: str) -> str:
    change.add("assertion", key=key, source=source, kind=kind, locator="p1", **values)
    return key


def source(change: Entry, key: str, published: str | None = None) -> None:
    change.add("thing", key=key, kind="source", label=key)
    change.add("source", key=key, kind="article", published=published, published_from=published, published_to=published)


def action(
    change: Entry, key: str, of: str, action: str, day: str | None, actor: str | None = None, **values: str
) -> None:
    assertion(change, key, key.partition(":")[0], "action", **values)
    change.add("action", assertion=key, agreement=of, action=action, actor=actor, date=day, date_from=day, date_to=day)


JOINT_STATEMENT = "aze-chn-joint-statement"


def status(base: Location, day: str = "2030-01-01", key: str = JOINT_STATEMENT) -> object:
    with reader(base) as opened:
        as_of_day(opened, day)
        return next(iter(opened.rows("SELECT status FROM agreements WHERE key = :key", {"key": key})))[0]


def test_status_follows_from_actions_as_of_a_day(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        action(change, "wire:1", JOINT_STATEMENT, "in force", "2025-06-01")
        action(change, "wire:2", JOINT_STATEMENT, "suspended", "2026-01-01")
        action(change, "wire:3", JOINT_STATEMENT, "resumed", "2026-03-01")
    assert status(base, "2025-04-22") == "not yet"
    assert status(base, "2025-04-23") == "signed"
    assert status(base, "2025-06-01") == "in force"
    assert status(base, "2026-02-01") == "suspended"
    assert status(base, "2026-03-01") == "in force"


def test_a_step_of_one_party_does_not_make_the_status_of_the_whole(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        action(change, "wire:1", JOINT_STATEMENT, "ratified", "2025-06-01", actor="AZE")
        action(change, "wire:2", "aze-chn-free-trade", "signed", "2026-06-01", actor="AZE")
    assert status(base) == "signed"
    assert status(base, key="aze-chn-free-trade") == "partly signed"


def test_where_sources_differ_the_date_of_the_status_is_the_one_that_is_told_for_its_action(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        for name, day in (("wire", "2025-05-02"), ("daily", "2025-05-01")):
            source(change, name)
            action(change, f"{name}:1", "aze-chn-free-trade", "signed", day)
    asked = "SELECT status, date, signed, differs FROM agreements WHERE key = 'aze-chn-free-trade'"
    [(status, date, signed, differs)] = told(base, asked)
    assert (status, date, signed) == ("signed", "2025-05-01", "2025-05-01")
    assert differs == "signed: 2025-05-01 (daily), 2025-05-02 (wire)"


def test_what_may_be_done_again_has_its_last_date(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        for number, day in enumerate(("2025-05-01", "2026-05-01"), 1):
            action(change, f"wire:{number}", "aze-chn-free-trade", "extended", day)
    asked = "SELECT status, date, differs FROM agreements WHERE key = 'aze-chn-free-trade'"
    assert told(base, asked) == [("in force", "2026-05-01", None)]


@pytest.mark.parametrize(
    ("step", "who", "values", "parties"),
    [
        ("acceded", "KAZ", {}, "Azerbaijan; China; Kazakhstan"),
        ("signed", "KAZ", {}, "Azerbaijan; China; Kazakhstan"),
        ("acceded", "KAZ", {"polarity": "negative"}, "Azerbaijan; China"),
        ("acceded", "KAZ", {"modality": "plan"}, "Azerbaijan; China"),
        ("announced", "KAZ", {}, "Azerbaijan; China"),
        ("signed", "xi-jinping", {}, "Azerbaijan; China"),
        ("ratified", "CHN", {}, "Azerbaijan; China"),
    ],
)
def test_who_takes_the_step_of_a_party_is_one(
    base: Location, step: str, who: str, values: dict[str, str], parties: str
) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        if not change.find("thing", key=who):
            change.add("thing", key=who, kind="actor", label="Kazakhstan")
            change.add("actor", key=who, kind="state", iso3=who)
        action(change, "wire:1", "aze-chn-free-trade", step, "2025-05-01", actor=who, **values)
    assert told(base, "SELECT parties FROM agreements WHERE key = 'aze-chn-free-trade'") == [(parties,)]


def test_a_reservation_is_told_and_changes_no_status(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        action(change, "wire:1", "aze-chn-free-trade", "ratified", "2025-05-01", actor="CHN")
        action(change, "wire:2", "aze-chn-free-trade", "reservation", "2025-05-01", actor="CHN")
        action(change, "wire:3", "aze-chn-free-trade", "reservation", "2025-06-01", actor="CHN")
    asked = "SELECT status, date, differs, steps FROM agreements WHERE key = 'aze-chn-free-trade'"
    [(status, date, differs, steps)] = told(base, asked)
    assert (status, date, differs) == ("partly ratified", "2025-05-01", None)
    assert "reservation by China 2025-05-01; reservation by China 2025-06-01" in str(steps)


def test_a_plan_is_planned_and_a_denial_changes_nothing(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        action(change, "wire:1", JOINT_STATEMENT, "in force", None, polarity="negative")
    assert status(base) == "signed"
    assert status(base, key="aze-chn-free-trade") == "planned"


def test_an_undated_step_counts_from_the_day_that_its_source_was_published(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire", "2025-07-01")
        action(change, "wire:1", JOINT_STATEMENT, "in force", None)
    assert status(base, "2025-06-30") == "signed"
    assert status(base, "2025-07-01") == "in force"


def test_what_lasts_since_a_day_counts_from_that_day(base: Location) -> None:
    add(base, FISH + "signed: 1 May 2014, in force: since 14 March 2015}")
    assert status(base, "2015-03-13", "fish") == "signed"
    assert status(base, "2015-03-14", "fish") == "in force"


@pytest.mark.parametrize(
    ("count", "told_as"),
    [("7", "7"), ("more than 20", "more than 20"), ("between 5 and 8", "between 5 and 8")],
)
def test_what_is_counted_is_told_with_its_number(base: Location, count: str, told_as: str) -> None:
    add(base, PAPER + f"tallies:\n- {{thing: {JOINT_STATEMENT}, counted: annexes, count: {count}, at: p1}}\n")
    [(fact,)] = told(base, "SELECT fact FROM facts WHERE source = 'paper' AND kind = 'tally'")
    assert str(fact).endswith(f": {told_as} annexes")


def test_that_an_agreement_is_to_expire_is_no_promise(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        action(change, "wire:1", JOINT_STATEMENT, "expired", "2039-01-01", modality="plan")
        action(change, "wire:2", JOINT_STATEMENT, "amended", "2031-01-01", modality="plan")
    assert told(base, "SELECT assertion FROM promises WHERE source = 'wire'") == [("wire:2",)]


PAPER = "source: {key: paper, title: A paper, kind: article, published: 2025}\n"
FISH = PAPER + "agreements:\n- {kind: treaty, subject: fish, key: fish, parties: [Turkey, Spain], at: p1, "


@pytest.mark.parametrize(
    ("course", "status", "date"),
    [
        ("signed: 2024, in force: 2024-03-01", "in force", "2024-03-01"),
        ("signed: yes, in force: 2015-03-01", "in force", "2015-03-01"),
        ("in force: [yes, 2015-03-01]", "in force", "2015-03-01"),
        ("suspended: 2020, resumed: 2021-05, amended: 2021", "in force", "2021-05"),
        ("terminated: 2020, in force: 2021", "in force", "2021"),
    ],
)
def test_what_is_surely_later_makes_the_status_else_what_comes_later_in_an_agreements_course(
    base: Location, course: str, status: str, date: str
) -> None:
    add(base, FISH + course + "}")
    assert told(base, "SELECT status, date FROM agreements WHERE key = 'fish'") == [(status, date)]


def test_what_has_run_out_has_expired(base: Location) -> None:
    assert status(base, "2029-12-31", "aze-chn-culture-2025-2029") == "signed"
    assert status(base, "2030-01-01", "aze-chn-culture-2025-2029") == "expired"


@pytest.mark.parametrize(
    ("course", "status", "valid"),
    [
        ("valid: [2015/2020, 2020/2039], extended: 2020-06-01", "in force", "2020/2039"),
        ("valid: 2015/2020, extended: 2020-06-01", "in force", "2015/2020"),
        ("valid: [2015/2020, 2020/2025], extended: 2020-06-01", "expired", "2020/2025"),
    ],
)
def test_what_was_prolonged_expires_when_the_last_period_is_over(
    base: Location, course: str, status: str, valid: str
) -> None:
    add(base, FISH + f"signed: 2015, in force: 2015, {course}}}")
    with reader(base) as opened:
        as_of_day(opened, "2030-01-01")
        assert list(opened.rows("SELECT status, valid FROM agreements WHERE key = 'fish'")) == [(status, valid)]


def test_what_is_done_more_than_once_is_no_difference(base: Location) -> None:
    add(base, FISH + "signed: 2015, amended: [2018, 2020]}")
    assert told(base, "SELECT differs FROM agreements WHERE key = 'fish'") == [(None,)]
    assert told(base, "SELECT agrees FROM comparisons WHERE source = 'paper'") == []


def test_comparisons_and_agreements_know_the_same_actions_as_done_more_than_once(base: Location) -> None:
    kinds = [str(code) for (code,) in told(base, "SELECT code FROM action_kind")]
    with entry(base, author="test", command="test") as change:
        for year in ("2024", "2025"):
            source(change, year)
            for number, kind in enumerate(kinds):
                action(change, f"{year}:{number}", "aze-chn-green-development", kind, f"{year}-01-01")
    [(differs,)] = told(base, "SELECT differs FROM agreements WHERE key = 'aze-chn-green-development'")
    apart = told(
        base,
        "SELECT DISTINCT action.action FROM comparisons JOIN action ON action.assertion = comparisons.assertion"
        " WHERE comparisons.agrees = 'no'",
    )
    assert {kind for (kind,) in apart} == {kind for kind in kinds if f"{kind}: 20" in str(differs)}
    assert 0 < len(apart) < len(kinds)


def test_who_is_said_to_be_no_party_is_none(base: Location) -> None:
    party = "{agreement: fish, at: p1, actor: "
    facts = f"signed: 2024}}\nparties:\n- {party}Chad, polarity: negative}}\n- {party}Mali, role: broker}}\n"
    add(base, FISH + facts + "actions: [{agreement: fish, action: in force, date: 2040, modality: plan, at: p1}]\n")
    assert told(base, "SELECT party_codes FROM agreements WHERE key = 'fish'") == [("ESP; TUR",)]
    for name in ("promises", "dates"):
        assert set(told(base, f"SELECT actor_codes FROM {name} WHERE source = 'paper'")) == {("ESP; TUR",)}
    counts = told(base, "SELECT key, agreements FROM actors WHERE key IN ('ESP', 'TCD', 'MLI') ORDER BY key")
    assert counts == [("ESP", 1), ("MLI", 0), ("TCD", 0)]


def test_who_stayed_away_is_no_participant(base: Location) -> None:
    who = "[Spain, {actor: Chad, role: absent}, {actor: Mali, polarity: negative}]"
    add(base, f"{PAPER}events: [{{name: Talks, kind: talks, date: 2024, at: p1, participants: {who}}}]\n")
    assert told(base, "SELECT participants, actor_codes FROM events WHERE key = 'talks'") == [("Spain", "ESP")]


def test_an_office_is_held_until_its_term_ends(base: Location) -> None:
    office = (
        "affiliations: [{actor: Ana Ruiz, status: office-holder, organisation: Spain, office: Consul, at: p1, date: "
    )
    add(base, f"{PAPER}actors: [{{name: Ana Ruiz, kind: person}}]\n{office}2010 to 2024}}]\n")
    for day, offices in ("2024-12-31", "Consul, Spain"), ("2025-01-01", None):
        with reader(base) as opened:
            as_of_day(opened, day)
            assert list(opened.rows("SELECT offices FROM actors WHERE key = 'ana-ruiz'")) == [(offices,)]


def test_a_dated_provision_and_whoever_took_part_for_a_state_concern_somebody(base: Location) -> None:
    add(
        base,
        FISH + "}\nprovisions: [{agreement: fish, kind: quota, beneficiary: Mali, date: 2024, at: p1}]\n"
        "actors: [{name: Ana Ruiz, kind: person}]\n"
        "events: [{name: Talks, kind: talks, date: 2025, at: p1, participants: [{actor: Ana Ruiz, representing: Spain}]}]\n",
    )
    concerned = told(base, "SELECT actors FROM dates WHERE source = 'paper' ORDER BY date")
    assert concerned == [("Mali; Spain; Türkiye",), ("Ana Ruiz; Spain",)]


@in_postgresql
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_today_is_the_day_in_utc_whatever_the_time_zone_of_a_session(base: Location, zone: str) -> None:
    with reader(base) as opened:
        assert isinstance(opened, PostgreSQLReader)
        before = datetime.now(UTC).date()
        opened.connection.execute(f"SET TIME ZONE '{zone}'".encode())
        [(day,)] = opened.rows("SELECT day FROM today")
        assert day in (str(before), str(datetime.now(UTC).date()))


def test_two_sources_that_differ_are_both_told(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        action(change, "wire:1", JOINT_STATEMENT, "signed", "2025-04-24")
    [(differs,)] = told(base, "SELECT differs FROM agreements WHERE key = :key", key=JOINT_STATEMENT)
    assert differs == "signed: 2025-04-23 (kapanadze), 2025-04-24 (wire)"


def test_a_coarser_date_is_no_difference(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        assertion(change, "wire:1", "wire", "action")
        change.add(
            "action", assertion="wire:1", agreement=JOINT_STATEMENT, action="signed",
            date="2025-04", date_from="2025-04-01", date_to="2025-04-30",
        )  # fmt: skip
    [(differs, signed)] = told(base, "SELECT differs, signed FROM agreements WHERE key = :key", key=JOINT_STATEMENT)
    assert (differs, signed) == (None, "2025-04-23")


def test_a_term_of_office_and_a_due_commitment_are_in_the_timeline(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        assertion(change, "wire:1", "wire", "commitment", modality="plan")
        change.add(
            "commitment", assertion="wire:1", actor="CHN", subject="open a consulate",
            due="2026", due_from="2026-01-01", due_to="2026-12-31",
        )  # fmt: skip
    rows = told(base, "SELECT date, kind, planned FROM dates WHERE kind IN ('commitment', 'office') ORDER BY date")
    assert rows == [("2025-04", "office", "no"), ("2025-04-23", "office", "no"), ("2026", "commitment", "due")]


def test_figures_are_given_as_people_write_them(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        add_series(change, 9, source="wire", indicator="trade in goods", area="AZE", flow="export", unit="USD",
            decimals=1, period_kind="year",
        )  # fmt: skip
        change.add("figure", series=9, period="2024", value=3)
    assert told(base, "SELECT value, citation FROM trade WHERE series = 9") == [(0.3, "wire")]
    assert told(base, "SELECT value, change FROM trade WHERE series = 1") == [(3700000000, 20.7)]


def test_a_change_without_a_level_is_told_too(base: Location) -> None:
    with entry(base, author="test", command="test") as change:
        source(change, "wire")
        assertion(change, "wire:1", "wire", "change")
        add_series(change, 9, source="wire", indicator="trade", area="CHN", flow="export", unit="USD")
        change.add("change", assertion="wire:1", series=9, period="2024", kind="percent", value=-35, decimals=1)
    assert told(base, "SELECT value, change, citation FROM trade WHERE series = 9") == [(None, -3.5, "wire p1")]


SALES = "{indicator: trade, area: Turkey, partner: Spain, flow: export, period: 2024, at: p1, "


@pytest.mark.parametrize(
    ("figures", "lines"),
    [
        (
            'value: $3.7 billion, change: [{change: threefold, base period: 2019}, "+20.7%"]',
            [(3700000000, 20.7, "paper:1", "paper:3"), (None, 200, "paper:2", "paper:2")],
        ),
        (
            f'value: $500 million, change: "+10%"}}\n- {SALES}value: $510 million, change: "+12%"',
            [(500000000, 10, "paper:1", "paper:2"), (510000000, 12, "paper:3", "paper:4")],
        ),
        (
            f'value: $500 million}}\n- {SALES}value: $510 million, change: "+12%"',
            [(500000000, None, "paper:1", None), (510000000, 12, "paper:2", "paper:3")],
        ),
        (
            f'value: $500 million}}\n- {SALES}value: $510 million}}\nchanges:\n- {SALES}unit: USD, change: "+12%", number: 1',
            [(500000000, 12, "paper:2", "paper:1"), (510000000, None, "paper:3", None)],
        ),
    ],
    ids=["two changes", "two figures with one each", "the second figure's", "told before the figures"],
)
def test_a_figure_is_one_line_and_has_one_change_beside_it(
    base: Location, figures: str, lines: list[tuple[object, ...]]
) -> None:
    add(base, f"{PAPER}figures:\n- {SALES}{figures}}}")
    columns = "value, change, assertion, change_assertion"
    assert told(base, f"SELECT {columns} FROM trade WHERE source = 'paper' ORDER BY assertion") == lines
    [(facts, assertions)] = told(
        base,
        "SELECT count(*), count(DISTINCT assertion) FROM facts WHERE source = 'paper' AND kind IN ('figure', 'change')",
    )
    assert facts == assertions


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("value: more than $500 million", "more than 500000000 USD"),
        ("value: $3 to 4 billion", "3000000000 to 4000000000 USD"),
        ("value: about $3 billion", "about 3000000000 USD"),
        ("unit: USD, change: up to 20%", "change by up to 20 %"),
        ("unit: USD, change: 2.25 to 2.75%", "change by 2.25 to 2.75 %"),
        ("unit: USD, change: {low: 20, unit: '%'}", "change by at least 20 %"),
        ("unit: USD, change: threefold", "change to 3 times"),
        ("unit: USD, change: $5 million", "change by 5000000 USD"),
    ],
)
def test_a_number_that_is_told_by_its_bounds_is_told_in_words_too(base: Location, value: str, words: str) -> None:
    add(base, f"{PAPER}{'changes' if 'change' in value else 'figures'}:\n- {SALES}{value}}}")
    [(fact, date)] = told(base, "SELECT fact, date FROM facts WHERE source = 'paper'")
    assert (fact, date) == (f"trade, export, Türkiye and Spain, 2024: {words}", "2024")


@pytest.mark.parametrize(
    ("told_as", "line"),
    [
        ("20 to 25%", ("between", None, 20, 25)),
        ("more than 20%", ("more than", None, 20, None)),
        ("about 20%", ("about", 20, None, None)),
        ("threefold", (None, 200, None, None)),
        ("1.1 times", (None, 10, None, None)),
        ("two to threefold", ("between", None, 100, 200)),
        ("$5 million", (None, None, None, None)),
    ],
)
def test_a_change_has_its_hedge_and_its_bounds_in_per_cent(
    base: Location, told_as: str, line: tuple[object, ...]
) -> None:
    add(base, f"{PAPER}figures:\n- {SALES}value: $500 million, change: {told_as}}}")
    columns = "change_qualifier, change, change_low, change_high"
    assert told(base, f"SELECT {columns} FROM trade WHERE source = 'paper'") == [line]


def test_a_figure_names_whose_statistics_tell_it_where_these_are_not_the_areas_own(base: Location) -> None:
    figures = ("value: 3 bn USD", "reporter: Turkey, value: 4 bn USD", "reporter: Spain, value: 5 bn USD")
    add(base, f"{PAPER}figures:\n" + "".join(f"- {SALES}{figure}}}\n" for figure in figures))
    asked = "SELECT value, statistics_of FROM trade WHERE source = 'paper' ORDER BY value"
    assert told(base, asked) == [(3000000000, None), (4000000000, None), (5000000000, "Spain")]


def test_growth_of_a_share_is_in_percentage_points_and_names_its_whole(base: Location) -> None:
    share = "{indicator: share, basis: of exports, area: Turkey, period: 2024, unit: '%', change: 0.3 pp, at: p1}"
    add(base, f"{PAPER}changes:\n- {share}\n")
    asked = "SELECT fact FROM facts WHERE source = 'paper'"
    assert told(base, asked) == [("share, of exports, Türkiye, 2024: change by 0.3 percentage points",)]
