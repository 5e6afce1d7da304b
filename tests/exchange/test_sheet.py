"""Taking a sheet apart: its sections, its fields, and the facts that things are told with."""

from __future__ import annotations

import pytest

from factbase.exchange.sheet import Item, read

SOURCE = "source: {key: daily, title: A daily, kind: article}\n"


def told(facts: str) -> list[tuple[str, dict[str, object]]]:
    sheet = read(SOURCE + facts)
    assert sheet.problems == []
    return [(item.section.kind, values(item)) for item in sheet.facts]


def values(item: Item) -> dict[str, object]:
    return {name: node.value for name, node in item.fields.items()}


def problems(facts: str) -> list[str]:
    return [str(problem) for problem in read(SOURCE + facts).problems]


def test_an_agreement_is_told_with_its_parties_and_its_course() -> None:
    facts = """
agreements:
- kind: memorandum
  subject: transit
  at: p1
  parties: [Azerbaijan, {actor: China, role: signatory, at: p2}]
  signed: 23 April 2025
  ratified: [{date: May 2025, by: China}, {by: Azerbaijan}]
  in force: no
  part of: the package
"""
    assert told(facts) == [
        ("party", {"at": "p1", "actor": "Azerbaijan"}),
        ("party", {"at": "p2", "actor": "China", "role": "signatory"}),
        ("action", {"at": "p1", "action": "signed", "date": "23 April 2025"}),
        ("action", {"at": "p1", "action": "ratified", "date": "May 2025", "by": "China"}),
        ("action", {"at": "p1", "action": "ratified", "by": "Azerbaijan"}),
        ("action", {"at": "p1", "action": "in force", "polarity": "negative"}),
        ("link", {"at": "p1", "kind": "part of", "other": "the package"}),
    ]


def test_an_action_without_a_date_is_told_by_yes() -> None:
    assert told("agreements: {kind: treaty, subject: peace, signed: yes}") == [("action", {"action": "signed"})]


def test_an_event_is_told_with_when_where_and_who() -> None:
    facts = "events: {name: Talks, kind: talks, date: 2025, place: Baku, at: p1, participants: [Xi, {office: mayor}]}"
    assert told(facts) == [
        ("occurrence", {"at": "p1", "date": "2025", "place": "Baku"}),
        ("participation", {"at": "p1", "actor": "Xi"}),
        ("participation", {"at": "p1", "office": "mayor"}),
    ]


def test_an_event_that_is_only_mentioned_is_an_occurrence_without_a_date() -> None:
    assert told("events: {name: COP29, kind: conference, at: p1}") == [("occurrence", {"at": "p1"})]


def test_a_figure_is_told_with_its_change() -> None:
    facts = "figures: {indicator: trade, area: AZE, period: 2024, value: 3 USD, change: {change: +20%, anchor: by 20%}}"
    figure, change = told(facts)
    assert change == (
        "change",
        {"indicator": "trade", "area": "AZE", "period": "2024", "change": "+20%", "anchor": "by 20%"},
    )
    assert figure[1]["value"] == "3 USD"


def test_a_single_item_may_stand_for_a_list() -> None:
    assert told("statements: {text: It rains, about: AZE}") == told("statements: [{text: It rains, about: AZE}]")


def test_a_json_sheet_is_a_sheet() -> None:
    sheet = read('{"source": {"key": "a", "title": "A"}, "statements": [{"text": "It rains", "number": 3}]}')
    assert sheet.problems == []
    assert values(sheet.facts[0]) == {"text": "It rains", "number": "3"}


def test_an_unknown_section_or_field_is_told_with_its_line_and_what_comes_near() -> None:
    assert problems("figurs: []") == ["line 2, figurs: no such section (did you mean figures?)"]
    assert problems("positions:\n- holder: AZE\n  stanse: supports\n  subject: x\n") == [
        "line 4, positions.stanse: no such field (did you mean stance?)",
        "line 3, positions.stance: is missing (one of supports, opposes, demands, rejects, recognises, condemns, "
        "welcomes, regrets, offers, holds, neutral)",
    ]
    assert problems("actors: {name: A, kind: city, part_of: China}") == [
        "line 2, actors.part_of: no such field (did you mean part of?)"
    ]


def test_a_field_of_facts_is_told_where_it_belongs() -> None:
    for facts, hint in (
        ("events: {name: A, kind: talks, fulfils: 4}", "tell when and where under occurrences, and it there"),
        ("agreements: {kind: treaty, subject: a, about: China}", "write it inside a step, a party or a term: signed: {date: ...}"),
        ("actors: {name: A, kind: person, number: 4}", "tell it with a statement"),
    ):  # fmt: skip
        assert problems(facts)[0].endswith(f"no such field (it belongs to a fact: {hint})")


def test_where_no_field_comes_near_those_of_the_section_are_told() -> None:
    assert problems("commitments: {actor: AZE, subject: x, deadline: 2030}") == [
        "line 2, commitments.deadline: no such field (there are actor, towards, topic, subject, agreement, due, outcome, "
        "settled by, and what all facts have)"
    ]
    assert problems("events: {name: A, kind: talks, where: Baku}")[0].endswith("follows, and its place)")


def test_the_name_of_a_column_is_told_as_what_sheets_call_it() -> None:
    assert problems("actions: {agreement: peace, action: signed, actor: AZE}") == [
        "line 2, actions.actor: no such field (did you mean by?)"
    ]


@pytest.mark.parametrize(
    ("value", "cut"),
    [("1,250 t of grain", "250 t of grain"), ("of 1,250", "250"), ("corn, oil and gas", "oil and gas")],
)
def test_a_comma_that_ends_a_value_within_braces_is_told(value: str, cut: str) -> None:
    assert problems(f"statements: {{text: It rains, anchor: {value}}}") == [
        f"line 2, statements.{cut}: no such field (within {{ }} a comma ends a value: put what has one in quotes)"
    ]


def test_a_field_of_another_shape_is_told() -> None:
    assert problems("statements: {text: [a, b]}")[0].startswith(
        "line 2, statements.text: is a list, and takes one value"
    )
    assert problems("statements: [It rains]") == [
        "line 2, statements: is a text, not a mapping of fields (write 'text: ...' and so on)"
    ]
    assert problems("actors: {name: A, kind: city, topics: [{a: b}]}") == [
        "line 2, actors.topics: is not a list of texts (write [first, second])"
    ]


def test_what_a_fact_stands_in_is_not_told_again() -> None:
    facts = "agreements: {kind: treaty, subject: peace, parties: [{actor: AZE, agreement: other}]}"
    assert problems(facts) == [
        "line 2, agreements.parties.agreement: is told already by what it stands in (leave it out)"
    ]


def test_a_place_without_anything_said_there_is_a_problem() -> None:
    assert "nothing is said of it" in problems("agreements: {kind: treaty, subject: peace, at: p1}")[0]


def test_facts_without_a_document_are_a_problem() -> None:
    (problem,) = read("statements: {text: It rains}").problems
    assert (
        str(problem) == "line 1, source: the document is missing (say what the facts are from: 'source: {title: ...}')"
    )
