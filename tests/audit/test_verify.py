"""Assertions against the document that they cite: whatever is changed in the one is seen in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from audit.communique import PARAGRAPHS, TEXT, TITLE, from_text
from conftest import Bases

from factbase.audit.anchor import normal, occurrences
from factbase.audit.document import Document, Paragraph
from factbase.audit.recorded import Actors, Day, Name, Number, Source, recorded
from factbase.audit.verify import Finding, changed, changed_finding, verify
from factbase.exchange.sheet import read
from factbase.exchange.sheet_plan import record
from factbase.journal.entry import entry
from factbase.store.location import Location
from factbase.store.reading import reader
from factbase.values.date import parse_edtf

# What the document tells of each recorded number, date and name: the paragraph, counted from 1, and the words.
NUMBERS = [
    (4, "20.7%"),
    (4, "more than $500 million"),
    (4, "€120 million"),
    (4, "fell by 3%"),
    (4, "1,250,000 tons"),
    (4, "900,000 tons"),
    (5, "fourth-largest"),
    (5, "About 12,000"),
    (6, "more than 40"),
    (7, "$75 million"),
    (8, "18 companies"),
]
DATES = [
    (2, "On Wednesday"),
    (3, "15 May 2025"),
    (3, "2026–2030"),
    (4, "In 2024"),
    (4, "in 2023"),
    (5, "first quarter of 2025"),
    (6, "16 September 1996"),
    (7, "30 June 2026"),
    (7, "October 2025"),
    (8, "3 August 2023"),
]
NAMES = [
    (2, "Jeyhun Bayramov"),
    (2, "Murat Nurtleu"),
    (2, "Baku"),
    (3, "Azerbaijan"),
    (3, "Kazakhstan"),
    (4, "Kazakhstan"),
    (4, "Azerbaijan"),
    (5, "Kazakhstan"),
    (5, "Azerbaijan"),
    (7, "Kazakhstan"),
    (7, "Azerbaijan"),
    (7, "Organization of Turkic States"),
    (8, "Azerbaijan"),
    (8, "Turkmenistan"),
    (8, "Rashid Meredov"),
]
# A document may tell them once: changed in one paragraph they can go on to be meant there.
CARRIED = [(2, "Baku"), (3, "Azerbaijan"), (3, "Kazakhstan")]
# Known to the base, and not.
OTHER_NAMES = ["China", "Urumqi", "Ruritania", "Xi Jinping", "Rudolf Rassendyll", "Shanghai Cooperation Organization"]
CITED = range(2, 9)


def document(paragraphs: list[str], title: str = TITLE) -> str:
    return "\n\n".join([title, *paragraphs])


def with_paragraph(number: int, text: str) -> str:
    return document([*PARAGRAPHS[: number - 1], text, *PARAGRAPHS[number:]])


def changed_numbers() -> Iterator[str]:
    for number, words in NUMBERS:
        others = [
            words.replace(digit, other) for digit in set(re.findall("[0-9]", words)) for other in "47" if digit != other
        ]
        for one, other in (
            ("million", "billion"),
            ("$", "€"),
            ("€", "$"),
            ("more than", "less than"),
            ("more than", "about"),
            ("About", "Some 1"),
            ("fourth", "fifth"),
            ("tons", "barrels"),
            ("fell", "rose"),
        ):
            if one in words:
                others.append(words.replace(one, other))
        for other in others:
            yield with_paragraph(number, PARAGRAPHS[number - 1].replace(words, other))


def changed_dates() -> Iterator[str]:
    for number, words in DATES:
        others = []
        for digits in re.findall("[0-9]+", words):
            others += [words.replace(digits, str(int(digits) + step)) for step in (-1, 1, 10)]
        for one, other in (
            ("May", "June"),
            ("May", "March"),
            ("September", "August"),
            ("June", "July"),
            ("October", "November"),
            ("August", "April"),
            ("Wednesday", "Thursday"),
            ("first quarter", "second quarter"),
        ):
            if one in words:
                others.append(words.replace(one, other))
        for other in others:
            yield with_paragraph(number, PARAGRAPHS[number - 1].replace(words, other))


def changed_names() -> Iterator[str]:
    for number, words in NAMES:
        for other in OTHER_NAMES:
            changed = with_paragraph(number, re.sub(rf"\b{words}\b", other, PARAGRAPHS[number - 1]))
            yield re.sub(rf"\b{words[:8]}", other, TEXT) if (number, words) in CARRIED else changed


def moved_paragraphs() -> Iterator[str]:
    for one, other in combinations(range(1, len(PARAGRAPHS) + 1), 2):
        if one in CITED or other in CITED:
            mixed = list(PARAGRAPHS)
            mixed[one - 1], mixed[other - 1] = mixed[other - 1], mixed[one - 1]
            yield document(mixed)
    for number in CITED:
        yield document([*PARAGRAPHS[: number - 1], *PARAGRAPHS[number:]])
        yield document([*PARAGRAPHS[: number - 1], PARAGRAPHS[number - 2], *PARAGRAPHS[number - 1 :]])
        yield document(
            [*PARAGRAPHS[: number - 2], f"{PARAGRAPHS[number - 2]} {PARAGRAPHS[number - 1]}", *PARAGRAPHS[number:]]
        )


def changed_anchors(source: Source) -> Iterator[str]:
    for assertion in source.assertions:
        assert assertion.locator
        assert assertion.anchor
        number = int(re.findall("[0-9]+", assertion.locator)[0])
        text = normal(PARAGRAPHS[number - 1])
        [(start, end)] = occurrences(normal(assertion.anchor), text)
        words = text[start:end]
        for other in (words.swapcase(), words[:-1], f"s{words}", words.replace(" ", "", 1)[::-1], ""):
            yield with_paragraph(number, text[:start] + other + text[end:])


def mutants(source: Source) -> list[str]:
    """The communiqué with one thing changed, each once."""
    made = (changed_numbers, changed_dates, changed_names, moved_paragraphs, lambda: changed_anchors(source))
    texts = dict.fromkeys(text for mutate in made for text in mutate())
    return [text for text in texts if from_text(text).digest != from_text(TEXT).digest]


def is_in_order(source: Source, text: str) -> bool:
    return all(finding.is_in_order for finding in verify(source, from_text(text)))


def test_the_document_itself_is_in_order(grain: Source) -> None:
    findings = verify(grain, from_text(TEXT))
    assert {finding.finding for finding in findings} == {"found"}
    assert [finding.record for finding in findings if finding.comparison != "equal"] == ["grain:25"]


def test_no_change_of_what_is_recorded_goes_unseen(grain: Source) -> None:
    made = mutants(grain)
    assert len(made) >= 300
    assert [text for text in made if is_in_order(grain, text)] == []


def test_every_number_date_and_name_recorded_is_changed_by_some_mutant(grain: Source) -> None:
    for number, words in (*NUMBERS, *DATES, *NAMES):
        assert words in PARAGRAPHS[number - 1]
    recorded = sum(len(one.numbers) + len(one.days) for one in grain.assertions)
    assert recorded >= len(NUMBERS) + len(DATES)


@pytest.mark.parametrize(
    ("pattern", "other"),
    [
        (" ", "\u00a0"),
        ("(?<=[a-z]) (?=[a-z])", " \n "),
        ("“|”", '"'),
        ("–", "-"),
        ("–", "‑"),
        ("protocol", "proto\u00adcol"),
        ("fi", "ﬁ"),
        ("\\$", "＄"),
        ("1,250,000", "１,２５０,０００"),
        (" companies", "\u2009companies"),
    ],
)
def test_what_only_looks_different_is_the_same(grain: Source, pattern: str, other: str) -> None:
    text = document([re.sub(pattern, other, paragraph) for paragraph in PARAGRAPHS])
    assert is_in_order(grain, text)
    assert from_text(text).digest == from_text(TEXT).digest


def finding(source: Source, key: str, text: str) -> Finding:
    return next(one for one in verify(source, from_text(text)) if one.record == key)


def test_a_moved_anchor_is_told_with_its_place(grain: Source) -> None:
    swapped = document([*PARAGRAPHS[:3], PARAGRAPHS[4], PARAGRAPHS[3], *PARAGRAPHS[5:]])
    one = finding(grain, "grain:17", swapped)
    assert (one.finding, one.place, one.citation) == ("moved", "p4.s1", "grain p5.s1")


def test_an_anchor_twice_in_its_place_is_ambiguous(grain: Source) -> None:
    one = finding(grain, "grain:6", TEXT.replace("since 1992", "since the Treaty on Friendship"))
    assert (one.finding, one.place) == ("ambiguous", "p6")


def test_what_differs_is_told_both_ways(grain: Source) -> None:
    one = finding(grain, "grain:13", TEXT.replace("€120 million", "€130 million"))
    assert (one.finding, one.comparison) == ("found", "differs")
    assert (one.recorded, one.read) == ("value 120,000,000 EUR", "value '€130 million'")
    assert one.anchor == "Exports of Azerbaijan"
    assert one.fact == "trade, export, Azerbaijan and Kazakhstan, 2024: 120000000 EUR"


def test_a_table_of_thousands_of_numbers_may_stand_in_one_paragraph(grain: Source) -> None:
    text = "T\n\n" + "On 3 May 2024 the fourth-largest market took 5 tons. " * 2_000
    figures = tuple(Number("value", Decimal(number), unit=unit) for number in (4, 5) for unit in ("rank", "t"))
    [one] = verify(only(grain, locator="p1", anchor=None, numbers=figures, days=(), names=()), from_text(text))
    assert one.recorded == "value 4 t; value 5 rank"


@pytest.mark.parametrize(
    ("period", "text", "result"),
    [
        ("2009/2010", "It doubled in 2009–10.", "equal"),
        ("2009/2010", "It doubled in the 2009/10 season.", "equal"),
        ("2009-10", "It doubled in 2009–10.", "not compared"),
        ("2010/2011", "It doubled in 2009–10.", "differs"),
        ("2021/2022", "Since 2021-22 it has doubled.", "equal"),
        ("1999/2000", "It doubled between 1999–00 and 2013–15.", "equal"),
        ("2013/2015", "It doubled between 1999–00 and 2013–15.", "equal"),
        ("2024-05", "It doubled in 2024-05.", "equal"),
        ("2024-03-11/2024-03-13", "It was signed for 2024-27.", "not compared"),
        ("2024-03-11/2024-03-13", "They met on 12-14 March 2024.", "differs"),
        ("2024-01/2024-09", "It doubled from January to October 2024.", "differs"),
        ("2009-10-30", "It doubled on 2009-10-30.", "equal"),
    ],
)
def test_a_year_and_the_end_of_another_are_two_years(grain: Source, period: str, text: str, result: str) -> None:
    days = (Day("period", parse_edtf(period)),)
    [one] = verify(only(grain, locator="p1", anchor=None, numbers=(), days=days, names=()), from_text(f"T\n\n{text}"))
    assert one.comparison == result


def test_where_the_text_tells_no_number_nothing_is_called_equal(grain: Source) -> None:
    one = finding(grain, "grain:19", TEXT.replace("more than 40", "many").replace("since 1992", ""))
    assert (one.finding, one.comparison) == ("found", "not compared")


def only(grain: Source, **changes: object) -> Source:
    """The source with its first figure alone, recorded otherwise."""
    figure = next(one for one in grain.assertions if one.key == "grain:11")
    return grain._replace(assertions=[figure._replace(**changes)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("locator", "anchor", "result"),
    [
        (None, "$500 million", "found"),
        (None, "Azerbaijan and Kazakhstan", "ambiguous"),
        ("p4", "tons", "ambiguous"),
        ("p4.s3", "1,250,000 tons", "found"),
        ("p4.s1", "1,250,000 tons", "moved"),
        ("p4.s2", "$500 million. Exports", "moved"),
        ("p3-p5", "$500 million", "found"),
        ("p3.s2-p4.s1", "$500 million", "found"),
        ("p3.s2-p4.s1", "Exports of", "moved"),
        ("p1.s9-p4", "$500 million", "found"),
        ("p9", "Nurtleu invited", "found"),
        (None, "Nurtleu invited", "found"),
        ("p99", "$500 million", "moved"),
        ("p4.s9", "$500 million", "moved"),
        ("title", "in Baku", "found"),
        ("title", "Foreign ministers", "found"),
        ("title", "$500 million", "moved"),
        ("row 17", "$500 million", "found"),
        ("page 4", "$500 million", "found"),
        ("page 4 p2", "tons", "ambiguous"),
        ("nowhere at all", "$500 million", "found"),
        ("p4", "$600 million", "missing"),
        ("p4", "500 millio", "missing"),
        ("p4", "250,000", "missing"),
        ("p4", None, "no anchor"),
        ("p99", None, "missing"),
        (None, None, "no anchor"),
    ],
)
def test_an_anchor_is_looked_for_where_its_locator_says(
    grain: Source, locator: str | None, anchor: str | None, result: str
) -> None:
    [one] = verify(only(grain, locator=locator, anchor=anchor), from_text(TEXT))
    assert one.finding == result


@pytest.mark.parametrize(
    ("locator", "anchor", "result"),
    [
        ("page 1", "3 t", "found"),
        ("page 2", "3 t", "moved"),
        ("page 2", "5 t", "found"),
        ("page 2 p1", "5 t", "found"),
        ("page 1 p1", "5 t", "moved"),
        ("page 2 p3", "5 t", "moved"),
        ("p3", "5 t", "found"),
        ("p1", "A meeting", "moved"),
        ("page 1", "A meeting", "moved"),
        ("page 3", None, "missing"),
    ],
)
def test_paragraphs_of_a_page_are_counted_on_it(grain: Source, locator: str, anchor: str | None, result: str) -> None:
    paged = [(1, "There were 3 t.", 1, 1), (2, "There were 4 t.", 1, 2), (3, "There were 5 t.", 2, 1)]
    paragraphs = [Paragraph(0, "A meeting"), *(Paragraph(*one) for one in paged), Paragraph(4, "Nobody knows where.")]
    [one] = verify(only(grain, locator=locator, anchor=anchor), Document(paragraphs))
    assert one.finding == result


@pytest.mark.parametrize(
    ("locator", "anchor", "result"),
    [
        # The sentence that the locator names; where it names none, the paragraph.
        ("p1.s1", "carried", ("found", "differs")),
        ("p1.s2", "came", ("found", "equal")),
        ("p1", "carried", ("found", "equal")),
        (None, "carried", ("found", "equal")),
        # Where the anchor is not, the place is.
        ("p1.s1", "nothing", ("missing", "differs")),
        ("p1.s2", "nothing", ("missing", "equal")),
        (None, "nothing", ("missing", "not compared")),
    ],
)
def test_what_is_near_is_the_place_that_is_named(
    grain: Source, locator: str | None, anchor: str, result: tuple[str, str]
) -> None:
    numbers = (Number("value", Decimal(5), unit="t"),)
    source = only(grain, locator=locator, anchor=anchor, numbers=numbers, days=(), names=())
    [one] = verify(source, from_text("T\n\nThey carried a little, 7 tons. Then others came, with 5 tons."))
    assert (one.finding, one.comparison) == result


def test_a_pageless_document_without_paragraphs_has_nothing(grain: Source) -> None:
    assert {one.finding for one in verify(grain, Document([]))} == {"missing"}


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("3.7", "It was 3.7, they said.", True),
        ("3.7", "It was 13.75.", False),
        ("3.7", "It was 3.75.", False),
        ("3.7", "It was 13.7.", False),
        ("7", "It was 3.7.", False),
        ("20.7%", "It was -20.7% then.", False),
        ("20.7%", "It was (20.7%) then.", True),
        ("378,000", "It was 1,378,000.", False),
        ("378,000", "It was 378,000,000.", False),
        ("378,000", "It was 378,000, or so.", True),
        ("Iran", "Iranian oil", False),
        ("Iran", "Iran's oil", True),
        ("Iran", "of Iran.", True),
        ("iran", "of Iran.", False),
        ("中国", "在中国签署", True),
        ("한국", "한국은", True),
    ],
)
def test_words_and_numbers_are_found_whole(words: str, text: str, found: bool) -> None:
    assert bool(list(occurrences(normal(words), normal(text)))) == found


@pytest.mark.parametrize(
    ("kind", "names", "text", "result"),
    [
        # The name itself, with or without the article, or another that the actor has.
        ("state", ["Kazakhstan"], "They met in Kazakhstan.", "equal"),
        ("city", ["New York"], "NEW YORK, 3 May. They met Ruritania.", "equal"),
        ("person", ["Xi Jinping", "The President of China"], "They met President of China once more.", "equal"),
        # A word made from it is not the name, and does not tell of another.
        ("state", ["China"], "Later the Chinese met Rudolf Rassendyll.", "not compared"),
        ("state", ["Kazakhstan"], "Later the Kazakhs met Ruritania.", "not compared"),
        ("state", ["Kazakhstan"], "Later the Kazakhi met Ruritania.", "differs"),
        ("organisation", ["Ministry of Zembla"], "Later a Zemblan met Ruritania.", "not compared"),
        ("person", ["Ilham Nazarov"], "Later Nazarov met Rudolf Rassendyll.", "not compared"),
        # A person's name is not cut: what begins as it does is another's.
        ("person", ["Ilham Mirzoyan"], "Later a Mirzo met Rudolf Rassendyll.", "differs"),
        # Words that many names have, small ones and short ones hint at none.
        ("organisation", ["Ministry of Trade"], "Later the Ministry met Ruritania.", "differs"),
        ("person", ["mayor of Urumqi"], "Later the mayor met Rudolf Rassendyll.", "differs"),
        ("organisation", ["EU"], "Later the EUs met Ruritania.", "differs"),
        # What the base knows as another's is that one's.
        ("organisation", ["Baku Port"], "Later Baku met Ruritania.", "differs"),
        # Who is not named cannot be found, and not be another.
        ("unnamed", ["a spokesman"], "Later Rudolf Rassendyll met Ruritania.", "not compared"),
        # Nobody of the kind is in the place, and the name is nowhere.
        ("person", ["Ilham Mirzoyan"], "They met again.", "differs"),
        ("state", ["Ruritania"], "They met again.", "differs"),
        # People stand for people, the rest for the rest; one strange word alone is nobody.
        ("person", ["Ilham Mirzoyan"], "Later they met Rassendyll. Mirzoyan was not there.", "not compared"),
    ],
)
def test_a_name_is_there_hinted_at_or_another_is(
    grain: Source, kind: str, names: list[str], text: str, result: str
) -> None:
    name = Name("party", "sought", kind, tuple(names))
    [one] = verify(
        only(grain, locator="p1", anchor=None, numbers=(), days=(), names=(name,)), from_text(f"T\n\n{text}")
    )
    assert (one.finding, one.comparison) == ("no anchor", result)


def test_a_document_that_has_changed_is_told_with_both_digests(grain: Source) -> None:
    document = from_text(TEXT)
    before = grain._replace(digest="sha256:1")
    assert not changed(grain._replace(digest=None), document)
    assert not changed(grain._replace(digest=document.digest), document)
    assert changed(before, document)
    assert changed_finding(before, document).row == (
        "grain", "changed", "not compared", "grain", None, None, "sha256:1", document.digest, None,
        "the document has changed since it was first compared",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "read"),
    [
        # People stand for people, the rest for the rest; one strange word alone is nobody.
        ("person", "Later they met Rudolf Rassendyll and Jeyhun Bayramov.", "'Rudolf Rassendyll' or 'Jeyhun Bayramov'"),
        ("person", "Later they met Rassendyll in Kazakhstan.", "nothing of that name in the document"),
        ("state", "Later they met Ruritania, and Jeyhun Bayramov.", "'Ruritania'"),
        # Who is known is known among other words too.
        ("state", "Later they met Honest Jeyhun Bayramov Elder.", "nothing of that name in the document"),
        ("person", "Later they met Honest Jeyhun Bayramov Elder.", "'Honest Jeyhun Bayramov Elder'"),
        ("state", "Later they went to Old Kazakhstan.", "'Old Kazakhstan'"),
        ("person", "Later they went to Old Kazakhstan Proper.", "nothing of that name in the document"),
        # Each once, and no more than five.
        ("state", "Of Ania, Bnia, Cnia, Ania, Dnia, Enia, Fnia.", "'Ania' or 'Bnia' or 'Cnia' or 'Dnia' or 'Enia'"),
    ],
)
def test_who_else_could_be_meant_is_told(grain: Source, kind: str, text: str, read: str) -> None:
    name = Name("party", "sought", kind, ("Zembla",))
    [one] = verify(
        only(grain, locator="p1", anchor=None, numbers=(), days=(), names=(name,)), from_text(f"T\n\n{text}")
    )
    assert (one.comparison, one.recorded, one.read) == ("differs", "party Zembla", f"party {read}")


def test_who_is_recorded_beside_is_nobody_else(grain: Source) -> None:
    names = (Name("party", "sought", "state", ("Zembla",)), Name("other", "KAZ", "state", ("Kazakhstan",)))
    source = only(grain, locator="p1", anchor=None, numbers=(), days=(), names=names)
    [one] = verify(source, from_text("T\n\nLater they went to Kazakhstan."))
    assert (one.compared, one.read) == ("party; other", "party nothing of that name in the document")
    [one] = verify(source, from_text("T\n\nLater a Kazakhstani and Kazakhstan went to Ruritania."))
    assert (one.compared, one.read) == ("party; other", "party 'Ruritania'")


@pytest.mark.parametrize(
    ("carried", "text", "result"),
    [
        (True, "Then Ruritania was thanked.\n\nThe talks were in Zembla.", "not compared"),
        (True, "Then Ruritania was thanked.\n\nThe talks were Zemblan.", "not compared"),
        (True, "Then Ruritania was thanked.\n\nThe talks were long.", "differs"),
        (False, "Then Ruritania was thanked.\n\nThe talks were in Zembla.", "differs"),
    ],
)
def test_parties_and_places_are_carried_from_where_they_are_named(
    grain: Source, carried: bool, text: str, result: str
) -> None:
    name = Name("place", "sought", "state", ("Zembla",), carried)
    source = only(grain, locator="p1", anchor=None, numbers=(), days=(), names=(name,))
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


def test_parties_and_places_are_recorded_as_such(grain: Source) -> None:
    carried = {(name.field, name.key) for one in grain.assertions for name in one.names if name.carried}
    assert carried == {("place", "baku"), ("actor", "AZE"), ("actor", "KAZ")}


@pytest.mark.parametrize(
    ("text", "comparison"),
    [("NOK 450 million", "equal"), ("NOK 460 million", "differs"), ("SEK 450 million", "differs")],
)
def test_a_currency_that_the_base_has_no_unit_for_is_told_by_the_basis(
    told: Location, bases: Bases, tmp_path: Path, text: str, comparison: str
) -> None:
    base = bases.copy(told, tmp_path / "facts.db")
    sheet = """source: {key: aid, title: Aid, kind: article}
figures: {indicator: aid, basis: in NOK, unit: other, period: 2024, value: 450 million, at: p1}"""
    with entry(base, author="Leyla", command="add") as opened:
        record(opened, read(sheet), assessor="Leyla")
    with reader(base) as asked:
        [one] = verify(recorded(asked, "aid"), from_text(f"T\n\nIn 2024 it gave {text}."))
    assert one.comparison == comparison
    bases.drop(base)


@pytest.mark.parametrize(
    ("text", "kind", "result"),
    [
        ("Both sides thanked Ruritania.", "state", "not compared"),
        ("The two countries thanked Ruritania.", "state", "not compared"),
        ("Both rivers flow from Ruritania.", "state", "differs"),
        ("The two leaders met Rudolf Rassendyll.", "person", "differs"),
    ],
)
def test_who_is_spoken_of_together_is_named_elsewhere(grain: Source, text: str, kind: str, result: str) -> None:
    name = Name("holder", "sought", kind, ("Zembla",))
    source = only(grain, locator="p1", anchor=None, numbers=(), days=(), names=(name,))
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}\n\nZembla agreed."))] == [result]
    [unnamed] = verify(source, from_text(f"T\n\n{text}"))
    assert unnamed.comparison == "differs"


@pytest.mark.parametrize(
    ("number", "text", "result"),
    [
        (Number("value", Decimal(3), unit="t"), "It rose from 2 to 3 t.", "equal"),
        (Number("value", Decimal(2), unit="t"), "It rose from 2 to 3 t.", "equal"),
        (Number("value", Decimal(4), unit="t"), "It rose from 2 to 3 t.", "differs"),
        (Number("value", Decimal(3), unit="t"), "It was 2 to 3 t.", "differs"),
        (Number("value", None, Decimal(2), Decimal(3), "between", "t"), "It rose from 2 to 3 t.", "equal"),
        (Number("count", None, Decimal(12), Decimal(12), unit="1", counts=True), "They met twelve times.", "equal"),
        (Number("count", None, Decimal(12), Decimal(12), unit="1", counts=True), "They met 13 times.", "not compared"),
        (Number("value", Decimal(3), unit="t"), "It rose 3 times.", "not compared"),
        (Number("value", None, Decimal(5), None, "more than", "t"), "It exceeded 5 t.", "equal"),
        (Number("value", Decimal(5), unit="t"), "It exceeded 5 t.", "differs"),
        (Number("value", Decimal(80), None, None, "about", "%"), "Up 15%, it was roughly four fifths.", "equal"),
        (Number("value", Decimal(70), None, None, "about", "%"), "Up 15%, it was roughly four fifths.", "not compared"),
        (Number("value", Decimal(70), None, None, "about", "%"), "Up 15%, it was a lot.", "differs"),
        (Number("change", Decimal(50), unit="t", change="percent"), "It grew by half, or 5%.", "equal"),
        (Number("change", Decimal(50), unit="t", change="percent"), "In the first half it grew by 5%.", "differs"),
        (Number("number", Decimal(5), unit="1"), "11. It was long.", "not compared"),
        (Number("value", Decimal(-5), unit="EUR"), "The deficit widened to €5.", "equal"),
        (Number("value", Decimal(-5), unit="EUR"), "The surplus widened to €5.", "differs"),
        (Number("value", Decimal(5), unit="EUR"), "The deficit widened to €5.", "equal"),
        (Number("value", Decimal("0.5"), unit="EUR"), "The deficit widened to €0.5.", "equal"),
        (Number("value", Decimal(-5), None, None, "about", "EUR"), "The deficit widened to about €5.", "equal"),
        (Number("value", None, None, Decimal(-5), "less than", "EUR"), "The loss was more than €5.", "equal"),
        (Number("value", Decimal(-4), unit="%"), "It was minus 4% of all.", "equal"),
        (
            Number("change", Decimal(-2), unit="%", change="absolute"),
            "At 5%, it is 2 percentage points lower.",
            "equal",
        ),
        (
            Number("change", Decimal(-2), unit="%", change="absolute"),
            "At 5%, it is 3 percentage points lower.",
            "differs",
        ),
        (Number("change", Decimal(-2), unit="%", change="absolute"), "It is 5%.", "not compared"),
        (Number("number", Decimal(5), unit="1"), "(11) It was 5.", "equal"),
        (Number("value", Decimal(2600), unit="EUR"), "It fell from €4,100 in 2023 to €2,600 in 2024.", "equal"),
        (Number("value", Decimal(4100), unit="EUR"), "It fell from €4,100 in May 2023 to €2,600 in 2024.", "equal"),
        (Number("value", Decimal(30)), "By article 5 they may stay up to 30 days.", "equal"),
        (
            Number("value", None, None, Decimal(60), "at most"),
            "By article 5 they may stay up to 30 days.",
            "not compared",
        ),
        (Number("value", Decimal(59207000), unit="EUR"), "M3 59,207", "not compared"),
        (Number("value", Decimal(2700), unit="EUR"), "It fell from €4,100 in May 2023 to €2,600 in 2024.", "differs"),
        (Number("value", Decimal(2000), unit="t"), "It fell to 2000 tons.", "equal"),
        (
            Number("change", Decimal(4), unit="t", change="percent"),
            "It is 1% lower than then and 4% higher than now.",
            "equal",
        ),
        (
            Number("change", Decimal(-4), unit="t", change="percent"),
            "It is 1% lower than then and 4% higher than now.",
            "differs",
        ),
    ],
)
def test_a_number_is_read_with_the_words_around_it(grain: Source, number: Number, text: str, result: str) -> None:
    source = only(grain, locator="p1", anchor=None, numbers=(number,), days=(), names=())
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


@pytest.mark.parametrize(
    ("kind", "text", "read"),
    [
        ("state", "Later Kaz Ports and the Ministry of Fish met.", None),
        ("state", "Later the Ports and Rassendyll met on the Druzhba in January-September. We met.", None),
        ("company", "Later Ruritanians met Kaz Ports.", "Kaz Ports"),
        ("company", "Later the Druzhba ended in Kazakhstan.", None),
        ("route", "Later the Druzhba Line ended.", "Druzhba Line"),
        ("state", "Later Fish met Organization of Turkic States.", "Turkic"),
    ],
)
def test_states_bodies_ways_and_people_do_not_stand_for_each_other(
    grain: Source, kind: str, text: str, read: str | None
) -> None:
    others = [
        ("ports", "company", "Kaz Ports"), ("fish", "ministry", "Ministry of Fish"), ("line", "route", "Druzhba Line"),
        ("rudolf", "person", "Rudolf Rassendyll"), ("OTS", "organisation", "Organization of Turkic States"),
        ("KAZ", "state", "Kazakhstan"),
    ]  # fmt: skip
    name = Name("area", "sought", kind, ("Zembla",))
    source = only(grain, locator="p1", anchor=None, numbers=(), days=(), names=(name,))
    source = source._replace(actors=Actors(iter(others)))
    [one] = verify(source, from_text(f"T\n\n{text}\n\nZembla agreed."))
    assert (one.read is not None and read in one.read) if read else one.read is None


@pytest.mark.parametrize(
    ("date", "text", "result"),
    [
        # The nearest March may not be the one that is meant; a year that is told is.
        ("2025-03", "It was prolonged in March.", "equal"),
        ("2026-03", "It was prolonged in March.", "equal"),
        ("2027-03", "It was prolonged in March.", "differs"),
        ("2025-04", "It was prolonged in March.", "differs"),
        ("2025-03", "It was prolonged in March 2026.", "differs"),
        ("2025-03", "It was prolonged in March next year.", "differs"),
        ("2025-09-10", "It was prolonged until Sept. 10, 2025, and on Nov. 3.", "equal"),
        ("2025-11-03", "It was prolonged until Sept. 10, 2025, and on Nov. 3.", "equal"),
    ],
)
def test_a_month_without_its_year_and_one_cut_short_are_read(grain: Source, date: str, text: str, result: str) -> None:
    days = (Day("date", parse_edtf(date)),)
    source = only(grain, locator="p1", anchor=None, numbers=(), days=days, names=())
    published = source._replace(published=parse_edtf("2025-11-06"))
    assert [one.comparison for one in verify(published, from_text(f"T\n\n{text}"))] == [result]


@pytest.mark.parametrize(
    ("number", "text", "result"),
    [
        (Number("value", None, high=Decimal(10), qualifier="at most", unit="rank"), "It is in the top ten.", "equal"),
        (Number("value", None, high=Decimal(10), qualifier="at most", unit="rank"), "It is a top-10 market.", "equal"),
        (Number("value", None, high=Decimal(10), qualifier="at most", unit="rank"), "It is in the top 5.", "differs"),
        (Number("value", None, high=Decimal(10), qualifier="at most", unit="rank"), "It is the third-biggest.", "not compared"),
        (Number("value", Decimal(3), unit="rank"), "It is third-biggest in the top ten.", "equal"),
    ],
)  # fmt: skip
def test_who_is_among_the_first_has_no_place_of_its_own(grain: Source, number: Number, text: str, result: str) -> None:
    source = only(grain, locator="p1", anchor=None, numbers=(number,), days=(), names=())
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


def test_a_term_in_days_is_held_against_the_number_of_the_anchor(grain: Source) -> None:
    for days, result in ((30, "equal"), (60, "differs")):
        source = only(
            grain,
            locator="p1",
            anchor="no more than 30 days",
            numbers=(Number("value", Decimal(days)),),
            days=(),
            names=(),
        )
        text = "T\n\nBy article 60.5 they may stay for no more than 30 days."
        assert [one.comparison for one in verify(source, from_text(text))] == [result]


def test_a_table_does_not_tell_again_that_it_counts_in_millions(grain: Source) -> None:
    for value, result in ((59207300000, "not compared"), (59207300, "not compared"), (59207400000, "differs")):
        number = Number("value", Decimal(value), unit="EUR")
        source = only(grain, locator="p1", anchor="59,207.3", numbers=(number,), days=(), names=())
        assert [one.comparison for one in verify(source, from_text("T\n\nBroad money 58,640.9 59,207.3"))] == [result]


@pytest.mark.parametrize(
    ("date", "text", "result"),
    [
        # Told today, in a sentence of its own, or beside another date.
        ("2025-11-06", "It adopted the text. A report is due on 31 March 2026.", "not compared"),
        ("2025-11-05", "It adopted the text. A report is due on 31 March 2026.", "differs"),
        ("2025-11-06", "It adopted the text on 4 November 2025.", "differs"),
        # As in a chronology.
        ("2023-12-22", "On 20 December 2023 they signed, effective 22 December.", "equal"),
        ("2022-12-22", "On 20 December 2023 they signed, effective 22 December.", "differs"),
    ],
)
def test_today_is_told_once_and_a_day_has_the_year_of_the_one_before(
    grain: Source, date: str, text: str, result: str
) -> None:
    source = only(grain, locator="p1.s1", anchor=None, numbers=(), days=(Day("date", parse_edtf(date)),), names=())
    source = source._replace(published=parse_edtf("2025-11-06"))
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Then, of late, GDP and M3 grew, in MWh.", "not compared"),
        ("3. Quantities. They are told below.", "not compared"),
        ("The USA grew, Russian sales fell.", "not compared"),
        ("Later Russian sales and those of FRA fell.", "differs"),
    ],
)
def test_abbreviations_and_heads_are_nobody_and_codes_of_states_are_these(
    grain: Source, text: str, result: str
) -> None:
    name = Name("area", "USA", "state", ("United States",))
    source = only(grain, locator="p1", anchor=None, numbers=(), days=(), names=(name,))
    text = f"T\n\n{text}\n\nThe United States agreed."
    assert [one.comparison for one in verify(source, from_text(text))] == [result]


def test_a_document_speaks_of_the_state_of_its_publisher(told: Location, bases: Bases, tmp_path: Path) -> None:
    base = bases.copy(told, tmp_path / "facts.db")
    sheet = """source: {key: bank, title: A bulletin, kind: statistics, publisher: A bank}
actors: {name: A bank, kind: institution, part of: Georgia}
figures: {indicator: price, basis: oil, area: Georgia, period: 2024, value: 5 EUR, at: p1}"""
    with entry(base, author="Leyla", command="add") as opened:
        record(opened, read(sheet), assessor="Leyla")
    with reader(base) as asked:
        [one] = verify(recorded(asked, "bank"), from_text("T\n\nIn 2024 oil from Ruritania cost 5 EUR."))
    assert one.comparison == "equal"
    bases.drop(base)


def test_a_period_that_is_the_documents_own_day_needs_no_words(grain: Source) -> None:
    for day, result in (("2025-11-06", "not compared"), ("2025-11-05", "differs")):
        days = (Day("period", parse_edtf(day)),)
        source = only(grain, locator="p1", anchor=None, numbers=(), days=days, names=())
        source = source._replace(published=parse_edtf("2025-11-06"))
        assert [one.comparison for one in verify(source, from_text("T\n\nIt ends on 10 March 2026."))] == [result]


KINDS = {"numbers": Number, "days": Day, "names": Name}
GERMAN = "Im März 2023 stieg er um 17,8 % auf 2,95 Mrd. EUR. Mehr als 1.250 Firmen fuhren 12.500 t nach Kasachstan."


@pytest.mark.parametrize(
    ("recorded", "result"),
    [
        (Number("change", Decimal("17.8"), unit="EUR", change="percent"), "equal"),
        (Number("change", Decimal("-17.8"), unit="EUR", change="percent"), "equal"),
        (Number("change", Decimal("18.7"), unit="EUR", change="percent"), "differs"),
        (Number("value", Decimal(2950000000), unit="EUR"), "not compared"),
        (Number("count", None, low=Decimal(1251), unit="1", counts=True), "equal"),
        (Number("value", Decimal(12500), unit="t"), "equal"),
        (Number("value", Decimal("12.5"), unit="t"), "not compared"),
        (Day("period", parse_edtf("2023-03")), "not compared"),
        (Day("period", parse_edtf("2023")), "equal"),
        (Day("period", parse_edtf("2024")), "differs"),
        (Name("area", "KAZ", "state", ("Kazakhstan",)), "not compared"),
        (Name("area", "KAZ", "state", ("Kazakhstan", "Kasachstan")), "equal"),
    ],
)
def test_of_a_document_in_another_language_only_what_is_equal_counts_but_for_rates_and_years(
    grain: Source, recorded: Number | Day | Name, result: str
) -> None:
    told = {name: (recorded,) if isinstance(recorded, kind) else () for name, kind in KINDS.items()}
    source = only(grain, locator="p1", anchor=None, **told)._replace(language="de")
    [one] = verify(source, from_text(f"T\n\n{GERMAN}"))
    assert one.comparison == result


@pytest.mark.parametrize(
    "words",
    ["NOK 450 million", "US$ 4 million in Q4", "H.E. the envoy a list, No. 5", "Zemblan firms oil", "by Civil Matters"],
)
def test_money_titles_and_words_made_from_names_beside_are_nobody_else(grain: Source, words: str) -> None:
    names = (Name("party", "sought", "state", ("Ruritania",)), Name("other", "beside", "state", ("Zembla",)))
    source = only(grain, locator="p1", anchor=None, numbers=(), days=(), names=names)
    text = f"T\n\nLater they sold {words}.\n\nRuritania and Zembla met."
    [one] = verify(source._replace(titles="Agreement on Civil Matters"), from_text(text))
    assert (one.comparison, one.read) == ("not compared", None)


@pytest.mark.parametrize(
    ("number", "anchor", "text", "result"),
    [
        # Money is held against money, whatever the currency; tons are not.
        (Number("value", Decimal(5), unit="EUR"), None, "They paid $7 million.", "differs"),
        (Number("value", Decimal(5), unit="t"), None, "They paid $7 million.", "not compared"),
        (Number("value", Decimal(5), unit="EUR"), None, "They moved 7 tons.", "not compared"),
        # The same amount of something else is what was meant.
        (Number("value", Decimal(7), unit="t"), None, "They paid $7.", "differs"),
        (Number("value", None, low=Decimal(7), unit="t"), None, "They paid $7.", "differs"),
        # A rate is held against rates alone.
        (Number("change", Decimal(5), unit="t", change="percent"), None, "They moved 7 tons.", "not compared"),
        (Number("change", Decimal(5), unit="t", change="percent"), None, "It grew by 7%.", "differs"),
        (Number("change", Decimal(5), unit="USD", change="percent"), None, "They paid $5.", "not compared"),
        (Number("change", Decimal(5), unit="USD", change="multiple"), None, "They paid €5.", "not compared"),
        # What counts nothing is a count where it is in digits, or where the anchor tells it.
        (Number("number", Decimal(5), unit="1"), None, "They signed 7 documents.", "differs"),
        (Number("number", Decimal(5), unit="1"), None, "The two sides met.", "not compared"),
        (Number("number", Decimal(5), unit="1"), None, "In all they were 7.", "differs"),
        (Number("number", Decimal(5), unit="1"), None, "In all they were seven.", "not compared"),
        (Number("value", Decimal(5), unit="t"), None, "In all they were 7.", "not compared"),
        (Number("value", Decimal(5), unit="t"), None, "They signed 7 documents.", "not compared"),
        (Number("value", Decimal(5), unit="t"), "carried 7", "Of these they carried 7.", "differs"),
    ],
)
def test_only_like_is_compared_with_like(
    grain: Source, number: Number, anchor: str | None, text: str, result: str
) -> None:
    [one] = verify(
        only(grain, locator="p1", anchor=anchor, numbers=(number,), days=(), names=()), from_text(f"T\n\n{text}")
    )
    assert one.comparison == result


@pytest.mark.parametrize(
    ("number", "text", "result"),
    [
        ((Decimal(-3), None, None, None), "It fell by 3%.", "equal"),
        ((Decimal(-3), None, None, None), "It was -3%.", "equal"),
        ((Decimal(-3), None, None, None), "It rose by 3%.", "differs"),
        ((Decimal("-0.5"), None, None, None), "It fell by 0.5%.", "equal"),
        ((Decimal("0.5"), None, None, None), "It grew by 0.5%.", "equal"),
        ((Decimal(0), None, None, None), "It grew by 0%.", "equal"),
        ((Decimal(-3), None, None, "about"), "It fell by about 3%.", "equal"),
        ((None, None, Decimal(-3), "less than"), "It fell by more than 3%.", "equal"),
        ((None, Decimal(-3), None, "more than"), "It fell by less than 3%.", "equal"),
        ((None, None, Decimal(-3), "at most"), "It fell by at least 3%.", "equal"),
        ((None, Decimal(-3), None, "at least"), "It fell by at most 3%.", "equal"),
        ((None, Decimal(-3), None, "at least"), "It fell by at least 3%.", "differs"),
        ((None, Decimal(-1), Decimal(0), "between"), "It fell by 0 to 1%.", "equal"),
    ],
)
def test_a_fall_is_below_zero_with_or_without_a_sign(
    grain: Source, number: tuple[Decimal | None, Decimal | None, Decimal | None, str | None], text: str, result: str
) -> None:
    change = Number("change", *number, unit="t", change="percent")
    source = only(grain, locator="p1", anchor=None, numbers=(change,), days=(), names=())
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


@pytest.mark.parametrize(
    ("low", "high", "text", "result"),
    [
        (6, None, "They signed more than 5 agreements.", "equal"),
        (5, None, "They signed more than 5 agreements.", "differs"),
        (5, None, "They signed at least 5 agreements.", "equal"),
        (None, 4, "They signed fewer than 5 agreements.", "equal"),
        (None, 5, "They signed fewer than 5 agreements.", "differs"),
        (None, 5, "They signed at most 5 agreements.", "equal"),
        (5, 7, "They signed 5 to 7 agreements.", "equal"),
        (5, 5, "They signed 5 agreements.", "equal"),
        (5, None, "They signed 5 agreements.", "differs"),
    ],
)
def test_a_tally_has_its_bounds_within(
    grain: Source, low: int | None, high: int | None, text: str, result: str
) -> None:
    least, most = (None if bound is None else Decimal(bound) for bound in (low, high))
    tally = Number("count", None, least, most, unit="1", counts=True)
    source = only(grain, locator="p1", anchor=None, numbers=(tally,), days=(), names=())
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


@pytest.mark.parametrize(
    ("text", "result"),
    [("It rose threefold.", "equal"), ("It rose fourfold.", "differs"), ("It rose to 3.", "not compared")],
)
def test_a_multiple_is_held_against_multiples(grain: Source, text: str, result: str) -> None:
    change = Number("change", Decimal(3), unit="t", change="multiple")
    source = only(grain, locator="p1", anchor=None, numbers=(change,), days=(), names=())
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Number("change", Decimal(3), unit="t", change="multiple"), "change 3 times"),
        (Number("change", Decimal(-3), unit="t", change="percent"), "change -3 %"),
        (Number("value", None, None, Decimal(5000), "less than", "t"), "value less than 5,000 t"),
        (Number("value", None, Decimal(5), Decimal(7), "between", "t"), "value between 5 to 7 t"),
        (Number("count", None, Decimal(41), None, unit="1", counts=True), "count at least 41"),
        (Number("count", None, None, Decimal(41), unit="1", counts=True), "count at most 41"),
        (Number("count", None, Decimal(41), Decimal(41), unit="1", counts=True), "count 41"),
        (Number("count", None, Decimal(41), Decimal(43), unit="1", counts=True), "count 41 to 43"),
    ],
)
def test_what_is_recorded_is_told_with_its_hedge_and_unit(grain: Source, number: Number, words: str) -> None:
    source = only(grain, locator="p1", anchor=None, numbers=(number,), days=(), names=())
    [one] = verify(source, from_text("T\n\nIt rose fourfold, or by 4%, to 12 t in 12 agreements, and 12."))
    assert one.recorded == words


@pytest.mark.parametrize(
    ("recorded", "words", "result"),
    [
        # The wording may be as exact as what is recorded, or more.
        ("2025-05", "on 14 May 2025", "not compared"),
        ("2025-05", "on 1 May 2025", "not compared"),
        ("2025-05", "on 31 May 2025", "not compared"),
        ("2025-05/..", "on 14 June 2025", "not compared"),
        ("2025-05/..", "since 14 June 2025", "not compared"),
        ("../2025-05", "on 14 April 2025", "not compared"),
        ("../2025-05", "until 14 April 2025", "not compared"),
        ("2025-06-11", "on Wednesday", "equal"),
        ("2025-06-11", "in June 2025", "2025-06"),
        ("2025-05", "on 30 April 2025", "2025-04-30"),
        ("2025-05", "on 1 June 2025", "2025-06-01"),
        ("2025-05", "since 14 May 2025", "2025-05-14/.."),
        ("2025-05", "until 14 May 2025", "../2025-05-14"),
        ("2025-06-11", "on Thursday", "2025-06-05"),
        # What cannot be read was worked out: no other day is held against it.
        ("2025-06-12", "during the visit", "not compared"),
        ("2025-06-12", None, "'on 11 June 2025'"),
    ],
)
def test_a_date_is_what_its_wording_tells(grain: Source, recorded: str, words: str | None, result: str) -> None:
    days = (Day("date", parse_edtf(recorded), words, parse_edtf("2025-06-11")),)
    source = only(grain, locator="p1", anchor=None, numbers=(), days=days, names=())
    [one] = verify(source, from_text("T\n\nThey met on 11 June 2025."))
    if result in ("equal", "not compared"):
        assert one.comparison == result
    else:
        assert (one.comparison, one.recorded) == ("differs", f"date {recorded}")
        assert one.read == f"date {result}" if words is None else f"date '{words}', which is {result}"


@pytest.mark.parametrize(
    ("recorded", "text", "result"),
    [
        # Of a time that is open, the edge that it has counts.
        ("../2025", "It ends by 2025.", "equal"),
        ("../2025", "It ends at the end of 2025.", "equal"),
        ("../2025", "It ends in 2024.", "differs"),
        ("2025/..", "It began in 2025.", "equal"),
        ("2025/..", "It began in 2024.", "differs"),
        ("2025/..", "It began on 3 May 2024.", "not compared"),
        ("2025-05-03/2025-05-05", "They met on 4 May 2025.", "not compared"),
        ("2025-05-03/2025-05-05", "They met from 3 to 6 May 2025.", "differs"),
    ],
)
def test_dates_of_a_kind_are_compared(grain: Source, recorded: str, text: str, result: str) -> None:
    days = (Day("date", parse_edtf(recorded)),)
    source = only(grain, locator="p1", anchor=None, numbers=(), days=days, names=())
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


def test_a_period_carries_over_to_what_follows_it_and_a_date_does_not(grain: Source) -> None:
    text = from_text("T\n\nIt was agreed on 3 May 2025. It was signed on 4 May 2025.")
    for field, result in (("date", "differs"), ("period", "equal")):
        days = (Day(field, parse_edtf("2025-05-03")),)
        source = only(grain, locator="p1", anchor="signed on 4 May", numbers=(), days=days, names=())
        assert [one.comparison for one in verify(source, text)] == [result]


@pytest.mark.parametrize(("published", "result"), [("2024-01-01", "equal"), ("2023-12-31", "differs")])
def test_a_day_without_its_year_is_not_more_than_a_year_away(grain: Source, published: str, result: str) -> None:
    days = (Day("date", parse_edtf("2025-01-01")),)
    source = only(grain, locator="p1", anchor=None, numbers=(), days=days, names=())
    source = source._replace(published=parse_edtf(published))
    assert [one.comparison for one in verify(source, from_text("T\n\nThey met on 1 January."))] == [result]


def test_a_paragraph_counts_from_its_first_letter(grain: Source) -> None:
    numbers = (Number("value", Decimal(5), unit="t"),)
    source = only(grain, locator=None, anchor="moved", numbers=numbers, days=(), names=())
    assert [one.comparison for one in verify(source, from_text("T\n\n7 t were moved."))] == ["differs"]


@pytest.mark.parametrize(
    ("number", "text", "result"),
    [
        (Number("value", Decimal(3), unit="rank"), "Das Land ist No. 5.", "not compared"),
        (Number("value", Decimal(5), unit="rank"), "Das Land ist No. 5.", "equal"),
        (Number("value", Decimal(5), unit="t"), "Das waren 3–5 t.", "not compared"),
        (Number("value", Decimal(5), unit="EUR"), "Das waren 5 t.", "not compared"),
        (Number("value", Decimal(5), unit="EUR"), "Das waren 5.", "equal"),
        (Number("count", None, Decimal(5), unit="1", counts=True), "Das waren 5.", "equal"),
        (Number("count", None, Decimal(6), unit="1", counts=True), "Das waren 5.", "equal"),
        (Number("count", None, None, Decimal(4), unit="1", counts=True), "Das waren 5.", "equal"),
        (Number("count", None, None, Decimal(3), unit="1", counts=True), "Das waren 5.", "not compared"),
    ],
)
def test_in_another_language_the_amount_itself_is_enough(grain: Source, number: Number, text: str, result: str) -> None:
    source = only(grain, locator="p1", anchor=None, numbers=(number,), days=(), names=())._replace(language="de")
    assert [one.comparison for one in verify(source, from_text(f"T\n\n{text}"))] == [result]


@pytest.mark.parametrize(
    ("certainty", "anchor", "tons", "result"),
    [
        ("stated", None, 5, "differs"),
        ("stated", "were 7 t", 5, "differs"),
        ("stated", "were 7 t", 7, "equal"),
        # What is derived is a step away from the text, and what is implied need not be in it.
        ("derived", None, 5, "not compared"),
        ("derived", "were 7 t", 5, "not compared"),
        ("derived", "were 7 t", 7, "equal"),
        ("implied", None, 5, "not compared"),
        ("implied", "were 7 t", 5, "differs"),
        ("implied", None, 7, "equal"),
    ],
)
def test_the_certainty_of_what_is_recorded_tells_what_differs(
    grain: Source, certainty: str, anchor: str | None, tons: int, result: str
) -> None:
    numbers = (Number("value", Decimal(tons), unit="t"),)
    told = only(grain, certainty=certainty, locator="p1", anchor=anchor, numbers=numbers, days=(), names=())
    for language in ("en", "en-GB", "EN"):
        [one] = verify(told._replace(language=language), from_text("T\n\nThere were 7 t."))
        assert one.comparison == result


def test_what_moved_is_held_against_where_it_stands_now(grain: Source) -> None:
    text = from_text("T\n\nThere were 5 t.\n\nThey carried a little: 7 t.")
    for tons, result in ((5, "differs"), (7, "equal")):
        numbers = (Number("value", Decimal(tons), unit="t"),)
        [one] = verify(only(grain, locator="p1", anchor="They carried", numbers=numbers, days=(), names=()), text)
        assert (one.finding, one.comparison) == ("moved", result)
