"""What a text mentions: dates with the words that make them, where one ends and the next begins."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factbase.audit import mention
from factbase.values.date import parse_edtf


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Tuesday, 22 April 2025, they met.", ["On Tuesday, 22 April 2025"]),
        ("They met on April 22, 2025, in Baku.", ["on April 22, 2025"]),
        ("In April 2025, 12 states joined.", ["In April 2025"]),
        ("It opened in May 2024; June 2024 was quiet.", ["in May 2024", "June 2024"]),
        ("In April 2024 (May 2024) it fell.", ["In April 2024", "May 2024"]),
        ("By 2030! In 2031? Then: 2032.", ["By 2030", "In 2031", "2032"]),
        ("Both signed on 5 May 2024.\nMay 2025 is planned.", ["on 5 May 2024", "May 2025"]),
        ("Since 2020 until 2024 it grew.", ["Since 2020", "until 2024"]),
        ("Between 1 and 3 May 2024 they met.", ["Between 1 and 3 May 2024"]),
        ("It was signed on 23-Apr-2025.", ["on 23-Apr-2025"]),
        (
            "They met on 1-3 May 2024, from the 4th-5th of June 2024.",
            ["1-3 May 2024", "4th-5th of June 2024"],
        ),
        ("They met on 2024-05-03 and 03/04/2025.", ["on 2024-05-03", "03/04/2025"]),
        ("The rule 5.1-2012 has been in force.", []),
        ("They met on 22 April 2025 in Baku.", ["on 22 April 2025"]),
        # What is written as a date and is none is told as well.
        ("They met on 31 June 2025 in Baku.", ["on 31 June 2025"]),
        ("It may march on.", []),
    ],
)
def test_a_date_is_as_long_as_its_words(text: str, words: list[str]) -> None:
    days = mention.days(text, None)
    assert [day.words for day in days] == [text[slice(*day.span)] for day in days] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 22 May, last year was recalled.", ["On 22 May", "last year"]),
        ("It ended on 22 May. Last year was better.", ["on 22 May", "Last year"]),
        ("Next Month it ends, as it did in March last year.", ["Next Month", "in March last year"]),
        ("In the last month, and half a year before", ["In the last month"]),
        ("In the second half it fell.", []),
        ("It will stop next month", ["next month"]),
        ("It rose in January-September.", ["in January-September"]),
        ("They may meet and sat where the sun is.", []),
        ("Section 3.4.25 and version 12.5.03 remain.", []),
    ],
)
def test_a_date_that_counts_from_the_documents_ends_where_its_words_do(text: str, words: list[str]) -> None:
    assert [day.words for day in mention.days(text, parse_edtf("2025-06-11"))] == words


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It rose in 2009-10.", ("2009/2010",)),
        ("It rose in 1999/00.", ("1999/2000",)),
        ("It rose in 2024-05.", ("2024-05",)),
        # No year ends before it begins.
        ("It rose in 2000/00.", ()),
        ("It rose in 1999/98.", ()),
    ],
)
def test_two_years_may_share_a_century(text: str, dates: tuple[str, ...]) -> None:
    [day] = mention.days(text, None)
    assert tuple(date.edtf for date in day.dates) == dates


@pytest.mark.parametrize(
    ("date", "edges"),
    [
        ("2020/2024", ("2020", "2024")),
        ("2020/..", ("2020", None)),
        ("../2024", (None, "2024")),
        ("2020/", ("2020", None)),
        ("2024-05", ("2024-05", "2024-05")),
    ],
)
def test_an_interval_has_edges_that_may_be_open(date: str, edges: tuple[str | None, str | None]) -> None:
    assert tuple(edge and edge.edtf for edge in mention.edges(parse_edtf(date))) == edges


def test_dates_are_held_against_dates_of_their_kind() -> None:
    kinds = [
        ["2024-05-03"], ["2023-02", "2024-02", "2024-04", "2024-01"], ["2023-33", "2024-33", "2023-35"], ["2023-40", "2024-41"],
        ["2023", "2024"], ["2024-05-03/2024-05-04", "2024-05-01/2024-05-27"], ["2024-05/2024-06", "2024-01/2024-11"],
        ["2023/2024", "2010/2030"],
    ]  # fmt: skip
    spans = [{mention.span_of(parse_edtf(date)) for date in kind} for kind in kinds]
    assert [len(span) for span in spans] == [1] * len(kinds)
    assert len(set.union(*spans)) == len(kinds)
    assert mention.span_of(parse_edtf("2020/..")) is mention.span_of(parse_edtf("../2020")) is None


def test_months_quarters_halves_and_years_are_as_long_as_any_of_them() -> None:
    days = (2, 27, 28, 31, 32, 89, 90, 92, 93, 180, 181, 184, 185, 364, 365, 366, 367)
    ends = [(date(2024, 1, 1) + timedelta(length - 1)).isoformat() for length in days]
    assert [mention.span_of(parse_edtf(f"2024-01-01/{end}")) for end in ends] == [
        -1, -1, 28, 28, -2, -2, 90, 90, -2, -2, 181, 181, -2, -2, 365, 365, -3,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # A text need not end in a stop.
        ("They moved 12 tons", ["12 tons"]),
        ("They moved 12 tons of all that came over the sea", ["12 tons"]),
        ("It was a little less than 5 t in all", ["a little less than 5 t"]),
        ("It came to (by all accounts) 5 t", ["5 t"]),
        ("Over 5 t about 3 km off", ["Over 5 t", "about 3 km"]),
        ("It was Approx. 5 t, ca. 3 km and c. 4 ha", ["Approx. 5 t", "ca. 3 km", "c. 4 ha"]),
        ('5 t came in "five" ships and twenty-one states', ["5 t", "five", "twenty-one states"]),
        ("They moved 2000 tons (five by five)", ["2000 tons", "five", "five"]),
        ("It rose to 1.8 million bpd, at $70 a barrel", ["1.8 million bpd", "$70 a barrel"]),
        # Dates and parts are no numbers.
        ("On 15 May 5 t came, on 3 June 6 t, in 2024 7 t", ["5 t", "6 t", "7 t"]),
        ("Four fifths of 3 km, and three quarters", ["3 km"]),
        # What is counted has three words at most.
        ("They signed 12 new bilateral agreements", ["12 new bilateral agreements"]),
        ("They signed 12 new bilateral trade agreements", ["12"]),
        ("It grew threefold, the rest manifold", ["threefold"]),
        # A rate and what it led to are no range.
        ("It grew by 86% to 378,000", ["86%", "378,000"]),
        (
            "It grew by 3 to 5 per cent, from 7% to 8%, and 9 to 9.5 pct",
            ["3 to 5 per cent", "from 7% to 8%", "9 to 9.5 pct"],
        ),
    ],
)
def test_a_number_has_its_hedge_and_its_unit(text: str, words: list[str]) -> None:
    assert [number.words for number in mention.numbers(text)] == words


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("It fell by 3%", True),
        ("It grew by 3%", False),
        ("It fell, then grew, by 3%", False),
        ("It fell by more than 1,000,000,000 barrels", True),
        ("It was 3% less", True),
        ("It was 3% more", False),
        ("More were 3% of all", False),
        ("They fell in all the years that came before to 3%", None),
        ("It was 3% of all that is less", None),
    ],
)
def test_words_beside_a_number_speak_of_a_fall_or_a_rise(text: str, falls: bool | None) -> None:
    assert [number.falls for number in mention.numbers(text)] == [falls]


@pytest.mark.parametrize(
    ("text", "is_below"),
    [
        ("Minus 4% was the rate", True),
        ("The deficit came to more than 1,000,000,000 barrels", True),
        ("The deficit ended. Then 5 t came", False),
        ("The deficit, of which all had spoken at great length, led to 5 t", False),
        ("It was 5 t, a deficit", False),
    ],
)
def test_words_before_a_number_tell_that_it_is_below_zero(text: str, is_below: bool) -> None:
    assert [number.is_below for number in mention.numbers(text)] == [is_below]


@pytest.mark.parametrize("distance", range(50))
def test_the_end_of_a_word_that_stands_farther_off_speaks_of_nothing(distance: int) -> None:
    [number] = mention.numbers(f"Slowdown gloss {'x' * distance} 5 t")
    assert (number.falls, number.is_below) == (None, False)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Its fourth-largest market, and the largest for oil.", [(4, "fourth-largest"), (1, "largest")]),
        ("It ranks 3rd, the 21st-largest market.", [(3, "ranks 3rd"), (21, "21st-largest")]),
        ("It is No. 4, was number 12, and #5 for oil.", [(4, "No. 4"), (12, "number 12"), (5, "#5")]),
        ("It is one of the largest, among the top 3.", []),
        ("Article C#5 and the 3rd paragraph.", []),
    ],
)
def test_a_place_in_a_list_is_told_in_words_and_in_digits(text: str, places: list[tuple[int, str]]) -> None:
    assert [(place.rank, place.words) for place in mention.places(text)] == places
    assert all(text[slice(*place.span)] == place.words for place in mention.places(text))


def test_who_is_among_the_first_has_a_lowest_place() -> None:
    places = mention.lowest_places("It is a top-10 market, was in the top Five, and is one of its top partners.")
    assert [(place.rank, place.words) for place in places] == [(10, "top-10"), (5, "top Five")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Ruritania's Rudolf Rassendyll.", ("Ruritania", "Rudolf Rassendyll")),
        ("They paid HK$ 3 and R$ 4 and NOK 5.", ()),
        ("Catch fell from 1.2 Mt in 2023 to 0.95 Mt in 2024, as Malta said.", ("Malta",)),
        ("They named two Ruritanian companies.", ("Ruritanian",)),
    ],
)
def test_a_name_ends_at_its_genitive_and_money_is_none(text: str, names: tuple[str, ...]) -> None:
    assert mention.capitalised(text, (0,)) == names
