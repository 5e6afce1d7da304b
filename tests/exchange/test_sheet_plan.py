"""From a sheet to a base: what is new, what the base has, what is refused."""

from __future__ import annotations

import pytest
from exchange.sheets import SOURCE, add, ask, problem, problems, rows, told

from factbase.exchange.sheet import read
from factbase.exchange.sheet_plan import plan
from factbase.store.location import Location
from factbase.store.reading import reader

EVERYTHING = (
    SOURCE
    + """
actors:
- {name: Recep Tayyip Erdoğan, kind: person, state: Turkey, names: [Erdogan, {name: RTE, kind: acronym}]}
agreements:
- kind: treaty
  title: Treaty of Friendship
  names: [Dostluk]
  topics: [trade]
  at: p1
  parties: [Turkey, USSR]
  signed: {date: 16 March 1921, place: Beijing, anchor: signed}
  terminated: 1945
events:
- {name: Talks, kind: talks, date: on Friday, at: p2, participants: [{actor: Erdogan, office: President}]}
provisions:
- {agreement: Dostluk, kind: duration, scope: 20 years, at: p1}
tallies:
- {thing: Talks, counted: agreements, count: more than 20, at: p2}
affiliations:
- {actor: Erdogan, status: office-holder, organisation: Turkey, office: President, attested: on Friday, at: p2}
relations:
- {actor: Turkey, kind: alliance, other: Ivory Coast, date: since 2023, at: p3}
positions:
- {holder: Turkey, stance: supports, target: Talks, subject: peace, said by: [Erdogan, {words: officials}], at: p3}
commitments:
- {actor: Turkey, towards: USSR, subject: talk again, due: next year, at: p3, modality: plan}
figures:
- {indicator: trade, area: Turkey, period: 2024, value: "3.0 to 3.2 bn EUR", change: "+20.7%", at: p4}
- {indicator: share, area: Turkey, basis: exports, period: Q3 2024, value: "12.5%", at: p4}
changes:
- {indicator: cargo, area: Turkey, unit: t, period: January-September 2024, change: threefold, base period: 2023, at: p4}
statements:
- number: 99
  text: It rained.
  at: p5
  about: [Turkey, Talks]
  assessments: [{verdict: doubtful, reason: no clouds}]
  contradicts: 100
- {number: 100, text: The sun shone., at: p5, modality: opinion}
"""
)


def test_a_sheet_with_everything_is_recorded_in_one_entry(base: Location) -> None:
    made = add(base, EVERYTHING)
    assert made.changes
    assert ask(base, "SELECT number, author FROM entry ORDER BY number") == [(1, "factbase"), (2, "Leyla")]
    assert ask(base, "SELECT count(*) FROM assertion WHERE source = 'daily'") == [(18,)]


def test_adding_a_sheet_twice_changes_nothing(base: Location) -> None:
    add(base, EVERYTHING)
    before = rows(base)
    made = add(base, EVERYTHING)
    assert not made.changes
    assert {line.status for line in made.lines} == {"known"}
    assert rows(base) == before
    assert ask(base, "SELECT max(number) FROM entry") == [(2,)]


def test_an_agreement_without_parties_is_known_to_the_document_that_told_it_and_new_from_another(
    base: Location,
) -> None:
    fact = "agreements: {kind: protocol, subject: herring, signed: March 2024, at: p1}\n"
    for source in ("a", "a", "b"):
        add(base, f"source: {{key: {source}, title: Herring, kind: article}}\n{fact}")
    assert ask(base, "SELECT key FROM agreement WHERE subject = 'herring' ORDER BY key") == [
        ("herring",),
        ("herring-2",),
    ]


def test_planning_changes_nothing(base: Location) -> None:
    before = rows(base)
    with reader(base) as opened:
        assert plan(opened, read(EVERYTHING)).changes
    assert rows(base) == before


# Things


def test_an_agreement_told_by_another_source_is_the_same(base: Location) -> None:
    facts = """
agreements:
- {title: Joint statement on the establishment of a comprehensive strategic partnership, signed: 24 April 2025, at: p1}
- {kind: memorandum, subject: Digital Economy, parties: [China, Azerbaijan], at: p2}
"""
    made = told(base, facts)
    assert [line.key for line in made.lines if line.kind == "agreement" and line.status == "known"] == [
        "aze-chn-joint-statement",
        "aze-chn-digital-economy",
    ]
    assert ask(base, "SELECT count(*) FROM agreement") == [(11,)]
    assert ask(base, "SELECT agreement, date FROM action WHERE assertion = 'daily:1'") == [
        ("aze-chn-joint-statement", "2025-04-24")
    ]


@pytest.mark.parametrize(
    "agreement",
    [
        "{title: Free trade agreement, kind: agreement, subject: trade, parties: [Georgia, China]}",
        "{kind: memorandum, subject: digital economy, parties: [Georgia, China]}",
        "{kind: memorandum, subject: digital economy, parties: [Azerbaijan, China], signed: 2015}",
        "{kind: protocol, subject: digital economy, parties: [Azerbaijan, China]}",
    ],
)
def test_another_agreement_of_that_name_is_another(base: Location, agreement: str) -> None:
    told(base, f"agreements: [{agreement}]")
    assert ask(base, "SELECT count(*) FROM agreement") == [(12,)]


def test_states_are_made_on_first_mention_and_others_on_purpose(base: Location) -> None:
    made = told(base, "relations: {actor: Turkey, kind: alliance, other: USSR}")
    new = [(line.key, line.words) for line in made.lines if line.kind == "actor"]
    assert new == [("TUR", "Türkiye, state"), ("SUN", "Soviet Union, former state")]
    assert ask(base, "SELECT name FROM name WHERE thing = 'TUR' ORDER BY name") == [
        ("Republic of Türkiye",),
        ("Turkey",),
    ]
    assert problem(base, "relations: {actor: Gazprom, kind: ownership, other: Turkey}") == (
        "relations.actor: no actor is called 'Gazprom' (list it under actors)"
    )


def test_a_state_that_the_base_has_learns_another_name(base: Location) -> None:
    made = told(base, "statements: {text: It rains, about: Aserbaidschan}")
    assert "Azerbaijan is also called Aserbaidschan" in [line.words for line in made.lines]
    assert ask(base, "SELECT thing FROM name WHERE name = 'Aserbaidschan'") == [("AZE",)]


def test_a_state_listed_as_an_actor_gets_its_codes(base: Location) -> None:
    told(base, "actors: {name: Georgia, kind: state, names: [Sakartvelo]}")
    assert ask(base, "SELECT key, iso2, m49 FROM actor WHERE iso3 = 'GEO'") == [("GEO", "GE", "268")]


def test_a_known_actor_gains_what_was_missing_and_keeps_the_rest(base: Location) -> None:
    made = told(base, "actors: {name: Urumqi, kind: city, subdivision: CN-XJ, topics: [trade]}")
    assert [line.status for line in made.lines if line.kind == "actor"] == ["completed", "completed"]
    assert ask(base, "SELECT subdivision, entry FROM actor WHERE key = 'urumqi'") == [("CN-XJ", 2)]
    assert ask(base, "SELECT count(*) FROM revision") == [(1,)]
    assert problem(base, "actors: {name: Urumqi, kind: region}") == (
        "actors.kind: the base has 'city', not 'region' (leave it out, or amend urumqi first)"
    )


def test_a_namesake_is_recorded_under_a_key_of_its_own(base: Location) -> None:
    told(base, "actors: {key: peking-inc, name: Peking, kind: company}")
    assert problem(base, "positions: {holder: Peking, stance: supports, subject: peace}") == (
        "positions.holder: 'Peking' can be beijing or peking-inc (name one by its key)"
    )


def test_own_words_of_the_base_are_kept_and_told(base: Location) -> None:
    made = told(base, "agreements: {key: aze-chn-demining, subject: mines, signed: yes}")
    assert [line.words for line in made.lines if line.status == "kept"] == [
        "Humanitarian demining cooperation, subject 'humanitarian demining', not 'mines'"
    ]


def test_a_key_that_is_taken_is_refused(base: Location) -> None:
    assert problems(base, "source: {key: kapanadze, title: Another, kind: article}")[0].startswith(
        "line 1, source.key: the key is taken by the source kapanadze"
    )
    assert "the key is taken by the actor CHN" in problem(base, "actors: {key: chn, name: Chinatown, kind: city}")
    assert "is not a key" in problem(base, "actors: {key: 'a:b', name: Chinatown, kind: city}")
    assert "the base has CN-BJ as beijing" in problem(
        base, "actors: {key: x, name: X, kind: region, subdivision: CN-BJ}"
    )


def test_an_agreement_with_one_party_is_refused(base: Location) -> None:
    assert "two parties or more" in problem(base, "agreements: {kind: treaty, subject: peace, parties: [Azerbaijan]}")
    told(base, "agreements: {kind: convention, subject: climate, parties: [Azerbaijan], ratified: {by: Azerbaijan}}")


def test_a_thing_listed_twice_is_refused(base: Location) -> None:
    facts = "actors: [{name: Baku, kind: city}, {name: Bakı, kind: city}, {key: baku, name: Baku, kind: city}]"
    assert "baku is listed already in line 2" in problem(base, facts)


@pytest.mark.parametrize(
    "thing", ["agreements: {kind: treaty, subject: peace}", "events: {name: Talks, kind: talks, summary: They talk}"]
)
def test_a_thing_that_nothing_is_said_of_is_refused(base: Location, thing: str) -> None:
    assert "nothing is said of" in problems(base, SOURCE + thing)[0]


# Facts


def test_facts_are_numbered_on_from_the_last(base: Location) -> None:
    ((count,),) = ask(base, "SELECT count(*) FROM assertion")
    add(base, "source: {key: kapanadze}\nstatements: [{text: It rains}, {text: The sun shines}]")
    assert ask(base, "SELECT key FROM assertion WHERE entry = 2 ORDER BY key") == [
        (f"kapanadze:{count + 1}",),
        (f"kapanadze:{count + 2}",),
    ]


def test_a_number_that_is_taken_is_refused(base: Location) -> None:
    assert problems(base, "source: {key: kapanadze}\nstatements: {number: 2, text: It rains}") == [
        "line 2, statements.number: kapanadze:2 is taken by another assertion (leave the number out)"
    ]


def test_two_facts_of_one_number_are_refused(base: Location) -> None:
    facts = "statements:\n- {number: 7, text: It rained., at: p1}\n- {number: '07', text: It snowed., at: p1}\n"
    assert problems(base, SOURCE + facts) == ["line 4, statements.number: is the number of line 3, too (leave it out)"]


def test_the_same_fact_twice_in_a_sheet_is_refused(base: Location) -> None:
    facts = "statements:\n- {text: It rains, at: p1}\n- {text: It rains, at: p1}\n"
    assert "says the same as line 3" in problems(base, SOURCE + facts)[0]


def test_a_known_fact_gains_what_is_told_beside_it(base: Location) -> None:
    told(base, "statements: {text: It rains, at: p1}")
    made = told(base, "statements: {text: It rains, at: p1, about: AZE, said by: Aliyev, refines: 'kapanadze:1'}")
    assert [(line.key, line.status) for line in made.lines] == [("daily", "known"), ("daily:1", "completed")]
    assert ask(base, "SELECT actor FROM attribution WHERE assertion = 'daily:1'") == [("ilham-aliyev",)]


def test_a_known_fact_is_not_changed_by_telling_it_otherwise(base: Location) -> None:
    told(base, "statements: {text: It rains, at: p1}")
    assert problem(base, "statements: {text: It rains, at: p1, certainty: implied}") == (
        "statements.certainty: is 'stated' in daily:1 (leave it out, or amend daily:1)"
    )


def test_relative_dates_count_from_the_date_of_the_document(base: Location) -> None:
    told(base, "events: {name: Talks, kind: talks, date: on Friday}")
    assert ask(base, "SELECT date, date_text, date_resolved_from FROM occurrence WHERE assertion = 'daily:1'") == [
        ("2025-04-25", "on Friday", "2025-05-01")
    ]
    undated = "source: {key: other, title: B, kind: article}\nevents: {name: Talks, kind: talks, date: on Friday}"
    assert "needs the date of the document" in problems(base, undated)[0]


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ("events: {name: Talks, kind: talks, date: in June}", "'in June' would be 2025-06, after the document that tells it"),
        ("events: {name: Talks, kind: talks, date: 3 May}", "'3 May' would be 2025-05-03, after"),
        ("events: {name: Talks, kind: talks, date: in March}", None),
        ("events: {name: Talks, kind: talks, date: June 2025}", None),
        ("events: {name: Talks, kind: talks, date: next month}", None),
        ("events: {name: Talks, kind: talks, date: in June, modality: plan}", None),
        ("commitments: {actor: AZE, subject: x, due: in June}", None),
        ("commitments: {actor: AZE, subject: x, due: in April}", "'in April' would be 2025-04, before the document"),
        ("commitments: {actor: AZE, subject: x, due: last month}", None),
        ("actions: {agreement: aze-chn-demining, action: valid, date: until June}", None),
    ],
)  # fmt: skip
def test_what_is_told_as_done_has_no_day_after_the_document_by_a_guess(
    base: Location, facts: str, wrong: str | None
) -> None:
    if wrong is None:
        told(base, facts)
    else:
        assert wrong in problem(base, facts)


def test_a_later_sheet_counts_from_the_date_that_the_base_has(base: Location) -> None:
    told(base, "")
    add(base, "source: {key: daily}\nevents: {name: Talks, kind: talks, date: yesterday}")
    assert ask(base, "SELECT date FROM occurrence WHERE assertion = 'daily:1'") == [("2025-04-30",)]


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("$3.7 billion", (3700000000, None, None, None, 2, "USD", 0)),
        ("378,000 tons", (378000, None, None, None, 3, "t", 0)),
        ("more than 20 t", (None, 20, None, "more than", 1, "t", 0)),
        ("3.0 to 3.2 bn EUR", (None, 3000000000, 3200000000, "between", 2, "EUR", 0)),
        ("about 12.5%", (125, None, None, "about", 3, "%", 1)),
        ("{value: 3.07, unit: USD}", (307, None, None, None, None, "USD", 2)),
    ],
)
def test_a_value_is_kept_as_exactly_as_it_is_written(base: Location, value: str, stored: tuple[object, ...]) -> None:
    shown = value if value.startswith("{") else f"'{value}'"
    told(base, f"figures: {{indicator: trade, area: AZE, period: 2024, value: {shown}}}")
    columns = "figure.value, low, high, qualifier, digits, series.unit, series.decimals"
    assert ask(
        base, f"SELECT {columns} FROM figure JOIN series ON series.series = figure.series WHERE source = 'daily'"
    ) == [stored]


@pytest.mark.parametrize(
    ("language", "value", "wrong"),
    [
        ("de", "1.250 t", "'1.250' is more than a thousand in a document of language de (write 1,250, or, if that is meant, 1.25)"),
        ("de-AT", "more than 1.250 t", "'1.250' is more than a thousand"),
        ("de", "1.25 t", None),
        ("de", "1,250 t", None),
        ("de", "0.125 t", None),
        ("en", "1.250 t", None),
        (None, "1.250 t", None),
    ],
)  # fmt: skip
def test_a_point_that_may_set_thousands_off_is_no_decimal_point(
    base: Location, language: str | None, value: str, wrong: str | None
) -> None:
    spoken = SOURCE.replace("}", f", language: {language}}}") if language else SOURCE
    sheet = f"{spoken}figures: {{indicator: cargo, area: AZE, period: 2024, value: '{value}'}}"
    if wrong is None:
        add(base, sheet)
        # A later sheet knows the language from the base.
        if language == "de":
            assert "more than a thousand" in problem(base, "figures: {indicator: cargo, period: 2024, value: 1.250 t}")
    else:
        assert wrong in problems(base, sheet)[0]


@pytest.mark.parametrize(
    ("value", "basis", "stored"),
    [
        ("1.8 million bpd", "", ("bbl", "per day", 1800000)),
        ("1.8 mb/d", ", basis: crude oil", ("bbl", "crude oil, per day", 1800000)),
        ("$70 a barrel", ", basis: Brent per bbl", ("USD", "Brent per bbl", 70)),
    ],
)
def test_what_a_rate_is_for_is_its_basis(base: Location, value: str, basis: str, stored: tuple[object, ...]) -> None:
    told(base, f"figures: {{indicator: production, area: AZE, period: 2024, value: {value}{basis}}}")
    assert ask(base, "SELECT unit, basis, value FROM trade WHERE source = 'daily'") == [stored]


def test_growth_on_average_is_told_as_such(base: Location) -> None:
    growth = "changes: {indicator: gdp, area: AZE, period: 2020/2024, unit: USD, change: +5% per year}"
    assert problem(base, growth) == (
        "changes.change: is an average per year (write the number alone, and that as the basis)"
    )


@pytest.mark.parametrize("indicator", ["count", "passengers", "population"])
def test_what_is_counted_needs_no_unit(base: Location, indicator: str) -> None:
    told(base, f"figures: {{indicator: {indicator}, basis: soldiers, area: AZE, period: 2024, value: more than 450}}")
    assert ask(base, "SELECT unit, low FROM trade WHERE source = 'daily'") == [("1", 450)]


@pytest.mark.parametrize(
    ("period", "hint"),
    [
        ("since 2005", "'since 2005' has no sharp start and end (for all since then write both ends, 2005/2024, with 'period kind: cumulative')"),
        ("until August 2024", "write its last day; with 'period kind: instant' for a level on that day"),
        ("FY2024", "'FY2024' is not a period (write the year, with 'period kind: fiscal year')"),
        ("unknown", "write the date of the document, with 'period kind: unknown'"),
        ("end of August 2024", "with 'period kind: instant')"),
        ("at the end of March", "for a level then write the month, quarter or year that ends"),
        ("early 2025", "'early 2025' has no sharp start and end (write 2024,"),
        ("", "figures.period: is missing (for when: 2024, Q3 2024, 'January-September 2024'; where the document does not tell"),
        ("last month", "'last month' counts from the date of the document (write it in full: 2025-04)"),
        ("in March", "'in March' counts from the date of the document (write it in full: 2025-03)"),
    ],
)  # fmt: skip
def test_when_something_was_measured_is_told_how_to_write(base: Location, period: str, hint: str) -> None:
    assert hint in problem(base, f"figures: {{indicator: gdp, area: AZE, period: {period}, value: 3 USD}}")


@pytest.mark.parametrize(
    ("period", "kind"), [("2005/2024", "cumulative"), ("2025-05-01", "unknown"), ("2024", "fiscal year")]
)
def test_what_is_told_to_write_is_taken(base: Location, period: str, kind: str) -> None:
    told(base, f"figures: {{indicator: gdp, area: AZE, period: {period}, period kind: {kind}, value: 3 USD}}")
    assert ask(base, "SELECT period, period_kind FROM trade WHERE source = 'daily'") == [(period, kind)]


def test_a_series_gets_more_decimals_when_a_value_needs_them(base: Location) -> None:
    share = "figures: {{indicator: share, area: AZE, basis: exports, period: {}, value: '{}%'}}"
    told(base, share.format(2023, "12"))
    told(base, share.format(2024, "12.25"))
    assert ask(base, "SELECT period, value FROM trade WHERE source = 'daily' ORDER BY period") == [
        ("2023", 12.0),
        ("2024", 12.25),
    ]
    assert ask(base, "SELECT count(*) FROM series WHERE source = 'daily'") == [(1,)]


def test_two_values_for_one_period_are_two_rows(base: Location) -> None:
    told(base, "figures: [{indicator: gdp, area: AZE, period: 2024, value: 3 USD}, {indicator: gdp, area: AZE, period: 2024, value: 4 USD}]")  # fmt: skip
    assert ask(
        base,
        "SELECT ordinal, figure.value FROM figure JOIN series ON series.series = figure.series WHERE source = 'daily'",
    ) == [
        (1, 3),
        (2, 4),
    ]


@pytest.mark.parametrize(
    ("change", "stored"),
    [
        ("+20.7%", ("percent", 207, 1)),
        ("-5%", ("percent", -5, 0)),
        ("threefold", ("multiple", 3, 0)),
        ("+1.2 billion USD", ("absolute", 1200000000, 0)),
    ],
)
def test_a_change_is_told_beside_its_level(base: Location, change: str, stored: tuple[object, ...]) -> None:
    told(base, f"figures: {{indicator: gdp, area: AZE, period: 2024, value: $74 bn, change: '{change}'}}")
    sql = "SELECT change.kind, change.value, change.decimals FROM change WHERE assertion = 'daily:2'"
    assert ask(base, sql) == [stored]


def test_a_change_without_a_level_needs_the_unit_of_what_changed(base: Location) -> None:
    change = "changes: {{indicator: trade, area: AZE, period: 2024, change: 5%{}}}"
    if ("unknown",) not in ask(base, "SELECT code FROM unit"):
        assert problem(base, change.format("")).startswith("changes.unit: is missing")
    told(base, change.format(", unit: USD"))


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ("events: {name: A, kind: talks, date: 31 April 2025}", "there is no day 2025-04-31"),
        ("events: {name: A, kind: talks, date: 2029 to 2025}", "ends before it starts"),
        ("events: {name: A, kind: talks, date: 03/04/2025}", "can be read in more than one way"),
        ("events: {name: A, kind: tolks, date: 2025}", "did you mean talks?"),
        ("statements: {text: A, at: somewhere}", "is not a place in a document"),
        ("statements: {text: A, at: p0}", "is not a place in a document"),
        ("statements: {text: A, about: Azerbaidschn}", "did you mean Azerbaijan?"),
        ("statements: {text: A, about: Korea}", "'Korea' can be KOR or PRK"),
        ("statements: {text: A, about: 'China, Norway and WTO'}", "are several (write a list: [China, Norway, WTO])"),
        ("statements: {text: A, about: China and Ruritania}", "no thing is called 'China and Ruritania'"),
        ("events: {kind: talks, date: 2025}", "events.name: is missing (the usual name)"),
        (
            "figures: {indicator: gdp, area: AZE, period: 2024, value: tens of millions}",
            "'tens of millions' tells no number (without one it is no figure: tell it in a statement, or write a bound",
        ),
        (
            "actors: {name: A, kind: city, part of: AZE, names: [{name: B, language: German}]}",
            "actors.names.language: 'German' is no code of a language (as BCP 47 writes it: en, zh, az-Cyrl)",
        ),
        ("statements: {text: A, refines: 7}", "there is no assertion daily:7"),
        ("statements: {number: 7, text: A, refines: 7}", "is the fact itself"),
        ("statements: {number: 0, text: A}", "number: is 0"),
        ("statements: {text: A, said by: {}}", "is missing"),
        (f"statements: {{text: A, anchor: {'x' * 301}}}", "longer than what one finds a place by"),
        ("links: {thing: AZE, kind: part of, other: Azerbaijan}", "is the same as the one"),
        ("affiliations: {actor: Aliyev, status: office-holder, organisation: AZE}", "affiliations.office: is missing"),
        ("participations: {actor: Aliyev}", "participations.event: is missing"),
        ("tallies: {thing: COP29, counted: deals}", "tallies.count: is missing"),
        ("tallies: {thing: COP29, counted: deals, count: dozens}", "tells no number"),
        (f"tallies: {{thing: COP29, counted: deals, count: {'9' * 30}}}", "is too large for a count"),
        ("tallies: {thing: COP29, counted: deals, low: 5, high: 3}", "is more than high"),
        ("figures: {indicator: gdp, area: AZE, period: 2024, value: NaN}", "is not a number"),
        ("figures: {indicator: gdp, area: AZE, period: 2024, value: 3e9 USD}", "has an exponent"),
        ("figures: {indicator: gdp, area: AZE, period: 2024, value: 99999999999999999999 USD}", "beyond 64 bits"),
        ("figures: {indicator: gdp, area: AZE, period: 2024, value: 12345678901234567.5 USD}", "more than 15 digits"),
        ("figures: {indicator: gdp, area: AZE, period: 2024, value: 5}", "figures.unit: is missing"),
        (
            "figures: {indicator: gdp, area: AZE, period: 2024, change: +5%}",
            "figures.value: is missing (growth without a level is a change of its own: under changes",
        ),
        (
            "figures: {indicator: gdp, area: AZE, period: 2024, value: 5 bushels}",
            "t; or write the number alone, with 'unit: other' and the unit as the basis)",
        ),
        (
            "figures: {indicator: count, basis: x, period: 2024, value: 5 soldiers}",
            "'soldiers' is not one that is known (write the number alone, and what is counted as the basis)",
        ),
        (
            "figures: {indicator: gdp, area: AZE, period: 2024, value: 5 EUR, unit: USD}",
            "is USD, and the value is in EUR",
        ),
        ("figures: {indicator: gdp, area: AZE, period: 2024, value: +5%}", "is a change and no level"),
        ("figures: {indicator: gdp, area: AZE, period: since 2024, value: 5 USD}", "no sharp start and end"),
        ("figures: {indicator: gdp, area: AZE, period: Q3 2024, period kind: year, value: 5 USD}", "is a quarter"),
        ("figures: {indicator: rank, area: AZE, period: 2024, value: 3}", "figures.basis: is missing"),
        (
            "figures: {indicator: rank, basis: x, area: AZE, period: 2024, value: second}",
            "'second' is not a number (write the place in digits: 2)",
        ),
        ("figures: {indicator: gdp, area: AZE, commodity: oil, period: 2024, value: 5 USD}", "no commodities 'oil'"),
        ("figures: {indicator: gdp, area: AZE, period: 2024, value: {low: 3, high: 2}, unit: USD}", "wrong way round"),
        ("figures: {indicator: gdp, area: AZE, period: 2024, value: {digits: 2}, unit: USD}", "has no number"),
        ("positions: {holder: AZE, stance: holds, subject: x, date: {text: x}}", "has no edtf"),
        ("commitments: {actor: AZE, subject: x, settled by: 9}", "there is no assertion daily:9"),
        ("actors: {key: wto, name: World Trade Organization, kind: organisation, iso2: AZ}", "the base has AZ as AZE"),
        (
            "actors: [{name: A, kind: group, m49: 998}, {name: B, kind: group, m49: 998}]",
            "actors.m49: 998 is the code of a, too (correct one of them)",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(base: Location, facts: str, wrong: str) -> None:
    before = rows(base)
    assert wrong in problem(base, facts)
    assert rows(base) == before


def test_every_problem_is_told_at_once_in_the_order_of_lines(base: Location) -> None:
    facts = """
events:
- {name: A, kind: tolks}
statements:
- {text: A, att: p1}
- {text: B, at: p0}
- {about: Azerbaidschn}
"""
    assert [one.split(":")[0] for one in problems(base, SOURCE + facts)] == [
        "line 4, events.kind",
        "line 6, statements.att",
        "line 7, statements.at",
        "line 8, statements.text",
    ]
