"""Dates: the standard's forms, the forms of articles, and what is refused."""

from __future__ import annotations

import calendar
import contextlib
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import BadInput
from factbase.values.date import Date, ReadDate, parse_edtf, read_date
from factbase.values.period import read_period

WEDNESDAY = parse_edtf("2025-04-23")


@pytest.mark.parametrize(
    ("edtf", "lower", "upper"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-04", "2025-04-01", "2025-04-30"),
        ("2025-04-23", "2025-04-23", "2025-04-23"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02-29", "2000-02-29", "2000-02-29"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("9999-02", "9999-02-01", "9999-02-28"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-04~", "2025-04-01", "2025-04-30"),
        ("2025?", "2025-01-01", "2025-12-31"),
        ("2025-04-23%", "2025-04-23", "2025-04-23"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-04-XX", "2025-04-01", "2025-04-30"),
        ("2025/2029", "2025-01-01", "2029-12-31"),
        ("2025-04-23/2025-04", "2025-04-23", "2025-04-30"),
        ("2025-04-23/2025-04-23", "2025-04-23", "2025-04-23"),
        ("2025/..", "2025-01-01", None),
        ("../2025", None, "2025-12-31"),
        ("2025/", "2025-01-01", None),
        ("/2025", None, "2025-12-31"),
    ],
)
def test_edtf_has_the_bounds_that_it_may_mean(edtf: str, lower: str | None, upper: str | None) -> None:
    assert parse_edtf(edtf) == Date(edtf, lower, upper)


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_ends_on_its_last_day(month: int) -> None:
    assert parse_edtf(f"2025-{month:02d}").upper == f"2025-{month:02d}-{calendar.monthrange(2025, month)[1]}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-30", "there is no day 2025-02-30 (February 2025 has 28 days)"),
        ("2025-04-00", "there is no day 2025-04-00 (April 2025 has 30 days)"),
        (
            "2025-13",
            "there is no month 2025-13 (months are 01 to 12, seasons 21 to 24, quarters 33 to 36)",
        ),
        ("0000", "'0000' is in no year (years count from 0001)"),
        ("2025/2024", "'2025/2024' ends before it starts (write the earlier date first)"),
        ("../..", "'../..' has neither a start nor an end (write one of them: 2025/..)"),
        ("/", "'/' has neither a start nor an end (write one of them: 2025/..)"),
        ("2025-21-01", "'2025-21-01' is a day of a season (write 2025-21, or the month and its day)"),
        ("２０２５", "'２０２５' has the digit '２' of another script (write digits as 0 to 9)"),
        ("2025\n", "'2025\\n' is not a date (write 2025, 2025-04, 2025-04-23, 2025/2029 or '23 April 2025')"),
    ],
)
def test_what_is_not_edtf_is_refused_with_what_would_be_right(text: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_edtf(text)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    "text", ["", "..", "~2025", "2025-4", "20X5", "202x", "2025/2026/2027", " 2025", "23 April 2025"]
)
def test_edtf_is_taken_strictly(text: str) -> None:
    with pytest.raises(BadInput):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2025-04-23", "2025-04-23"),
        (" 202X ", "202X"),
        ("199X/200X", "199X/200X"),
        ("23 April 2025,", "2025-04-23"),
        ("23 April 2025", "2025-04-23"),
        ("April 23, 2025", "2025-04-23"),
        ("23 Apr. 2025", "2025-04-23"),
        ("23-Apr-2025", "2025-04-23"),
        ("the 1st of May 2025", "2025-05-01"),
        ("on Wednesday, 23 April 2025", "2025-04-23"),
        ("in April 2025", "2025-04"),
        ("Sept. 2024", "2024-09"),
        ("the year 2025", "2025"),
        ("2025–2029", "2025/2029"),
        ("2025-2029", "2025/2029"),
        ("2025 to 2029", "2025/2029"),
        ("from 2025 to 2029", "2025/2029"),
        ("from 2025 to May 2025", "2025/2025-05"),
        ("from the year 2025 to May 2025", "2025/2025-05"),
        ("between 2025 and 2029", "2025/2029"),
        ("1-3 May 2025", "2025-05-01/2025-05-03"),
        ("23–25 April 2025", "2025-04-23/2025-04-25"),
        ("April 23-25, 2025", "2025-04-23/2025-04-25"),
        ("28 April – 2 May 2025", "2025-04-28/2025-05-02"),
        ("April 28 – May 2, 2025", "2025-04-28/2025-05-02"),
        ("December 2024 – January 2025", "2024-12/2025-01"),
        ("January–September 2024", "2024-01/2024-09"),
        ("Jan.-Sept. 2024", "2024-01/2024-09"),
        ("the first nine months of 2024", "2024-01/2024-09"),
        ("9M 2024", "2024-01/2024-09"),
        ("2024-09-01 – 2024-09-30", "2024-09-01/2024-09-30"),
        ("since 2023", "2023/.."),
        ("from 2023", "2023/.."),
        ("from 1 May 2025 onwards", "2025-05-01/.."),
        ("since the start of 2024", "2024/.."),
        ("beginning in 2024", "2024/.."),
        ("the beginning of 2024", "2024~"),
        ("until 2029", "../2029"),
        ("by 2030", "../2030"),
        ("by the end of 2025", "../2025"),
        ("before the end of 2025", "../2025"),
        ("before 2030", "../2029"),
        ("before 1 March 2024", "../2024-02-29"),
        ("before the 1990s", "../1989-12-31"),
        ("before about 2030", "../2030~"),
        ("prior to the end of 2025", "../2025"),
        ("before the start of 2030", "../2029"),
        ("after 2023", "2024/.."),
        ("after the end of 2023", "2024/.."),
        ("after December 2024", "2025-01/.."),
        ("after Q3 2024", "2024-10-01/.."),
        ("after the 1990s", "2000-01-01/.."),
        ("Q1 2025", "2025-33"),
        ("2025 Q4", "2025-36"),
        ("third quarter of 2025", "2025-35"),
        ("first half of 2024", "2024-40"),
        ("H2 2024", "2024-41"),
        ("1H 2024", "2024-40"),
        ("spring 2025", "2025-21"),
        ("the fall of 2025", "2025-23"),
        ("early 2025", "2025~"),
        ("mid-2025", "2025~"),
        ("late April 2025", "2025-04~"),
        ("the end of 2025", "2025~"),
        ("around 2025", "2025~"),
        ("about 2025?", "2025~"),
        ("about April 2025", "2025-04~"),
        ("c. 2025", "2025~"),
        ("the 1990s", "199X"),
        ("mid-1990s", "199X~"),
    ],
)
def test_dates_are_read_as_articles_write_them(text: str, edtf: str) -> None:
    assert read_date(text) == ReadDate(parse_edtf(edtf), inferred=False)
    assert read_date(text, relative_to=WEDNESDAY) == ReadDate(parse_edtf(edtf), inferred=False)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("today", "2025-04-23"),
        ("yesterday", "2025-04-22"),
        ("tomorrow", "2025-04-24"),
        ("on Friday", "2025-04-18"),
        ("last Friday", "2025-04-18"),
        ("on Wednesday", "2025-04-23"),
        ("last Wednesday", "2025-04-16"),
        ("by Friday", "../2025-04-25"),
        ("by Wednesday", "../2025-04-23"),
        ("by Tuesday", "../2025-04-29"),
        ("since Friday", "2025-04-18/.."),
        ("from Monday to Wednesday", "2025-04-21/2025-04-23"),
        ("last week", "2025-04-14/2025-04-20"),
        ("this week", "2025-04-21/2025-04-27"),
        ("next week", "2025-04-28/2025-05-04"),
        ("since last week", "2025-04-14/.."),
        ("last month", "2025-03"),
        ("next month", "2025-05"),
        ("earlier this month", "2025-04"),
        ("last quarter", "2025-33"),
        ("last year", "2024"),
        ("this year", "2025"),
        ("next year", "2026"),
        ("early next year", "2026~"),
        ("by the end of this year", "../2025"),
        ("the first half of last year", "2024-40"),
        ("in April last year", "2024-04"),
        ("January–March this year", "2025-01/2025-03"),
        ("23 April", "2025-04-23"),
        ("April 23", "2025-04-23"),
        ("23–25 April", "2025-04-23/2025-04-25"),
        ("Friday, 18 April", "2025-04-18"),
        ("28 December", "2024-12-28"),
        ("in September", "2025-09"),
        ("29 February", "2024-02-29"),
        ("since December", "2024-12/.."),
        ("until January", "../2026-01"),
        ("from 1 May", "2025-05-01/.."),
        ("since September", "2024-09/.."),
        # The day itself, and the days next to it.
        ("since 22 April", "2025-04-22/.."),
        ("since 23 April", "2025-04-23/.."),
        ("since 24 April", "2024-04-24/.."),
        ("until 23 April", "../2025-04-23"),
        ("by 22 April", "../2026-04-22"),
        ("before 20 April", "../2025-04-19"),
        ("prior to March", "../2025-02"),
        ("before the end of January", "../2025-01"),
        ("before September", "../2025-08"),
        ("before Friday", "../2025-04-24"),
        # So far from the day itself, no sharper than it is counted in.
        ("10 days ago", "2025-04-13"),
        ("a week ago", "2025-04-14/2025-04-20"),
        ("two weeks ago", "2025-04-07/2025-04-13"),
        ("three months ago", "2025-01"),
        ("Five months ago", "2024-11"),
        ("two years ago", "2023"),
        ("within two weeks", "../2025-05-07"),
        ("within the next three months", "../2025-07"),
        ("within a year", "../2026"),
    ],
)
def test_what_hangs_on_the_date_of_the_document_is_inferred_from_it(text: str, edtf: str) -> None:
    assert read_date(text, relative_to=WEDNESDAY) == ReadDate(parse_edtf(edtf), inferred=True)
    with pytest.raises(BadInput, match="date"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "document", "edtf"),
    [
        ("last year", "2025", "2024"),
        ("last month", "2025-01", "2024-12"),
        ("in September", "2025", "2025-09"),
        ("in December", "2025-01", "2024-12"),
        ("1 January", "2024-12-31", "2025-01-01"),
        ("last quarter", "2025-02", "2024-36"),
        ("29 February", "2027-12-01", "2028-02-29"),
        # Of two that are as near, the one that the document's day is in; and there is no year 0 and no year 10000.
        ("January to December", "2025-01-01", "2025-01/2025-12"),
        ("24 December", "0001-01-03", "0001-12-24"),
        ("24 December", "9999-11-30", "9999-12-24"),
    ],
)
def test_a_document_dated_less_exactly_settles_what_it_can(text: str, document: str, edtf: str) -> None:
    assert read_date(text, relative_to=parse_edtf(document)).date.edtf == edtf


@pytest.mark.parametrize(
    ("text", "document", "message"),
    [
        (
            "yesterday",
            None,
            "'yesterday' needs the date of the document (give the document's date, or write the date in full)",
        ),
        ("23 April", None, "'23 april' has no year (write the year, or give the document's date)"),
        (
            "yesterday",
            "2025-04",
            "'yesterday' needs the day of the document (it is dated 2025-04; write the date in full)",
        ),
        (
            "last month",
            "2025",
            "'last month' needs the month of the document (it is dated 2025; write the date in full)",
        ),
        (
            "last year",
            "2025/..",
            "'last year' needs the year of the document (it is dated 2025/..; write the date in full)",
        ),
        (
            "23 April",
            "2025/..",
            "'23 april' needs the year of the document (it is dated 2025/..; write the date in full)",
        ),
        ("29 February", "2026-06-01", "there is no day 2026-02-29 (February 2026 has 28 days)"),
        ("Friday, April 2025", "2025-04-23", "2025-04 is no Friday (a weekday goes with one day)"),
        ("next Friday", "2025-04-23", "'next friday' can be read in more than one way (write the day: 2025-04-25)"),
        ("this Friday", "2025-04-23", "'this friday' can be read in more than one way (write the day: 2025-04-25)"),
        ("yesterday", "0001-01-01", "there is no day next to 0001-01-01 (years are 0001 to 9999)"),
    ],
)
def test_what_the_document_does_not_settle_is_refused(text: str, document: str | None, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_date(text, relative_to=parse_edtf(document) if document else None)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("03/04/2025", "can be read in more than one way (write the year first"),
        ("3.4.2025", "can be read in more than one way (write the year first"),
        ("23/04/2025", "write the year first"),
        ("03/04/25", "two digits"),
        ("23 April 25", "two digits"),
        ("April '25", "two digits"),
        ("2024/25", "can be two years, or a month"),
        ("in 2021-22", "can be two years, or a part of one"),
        ("since 1939-41", "can be two years, or a part of one"),
        ("in 2024/25", "can be two years, or a month"),
        ("2025/04/23", "write hyphens and two digits"),
        ("20250423", "write hyphens and two digits"),
        ("2025-4-3", "write hyphens and two digits"),
        ("2025-04-23T10:00", "time of day"),
        ("the 1900s", "decade or a century"),
        ("31 February 2025", "February 2025 has 28 days"),
        ("2029 to 2025", "ends before it starts"),
        ("Tuesday, 23 April 2025", "it is a Wednesday"),
        ("since 2020/2021", "has a start and an end where one is open"),
        ("by 2020/2025", "has a start and an end where one is open"),
        ("after 9999", "years are 0001 to 9999"),
        ("before 0001", "years are 0001 to 9999"),
        ("٢٣ April 2025", "digits as 0 to 9"),
        ("signed 23 April 2025", "is not a date"),
        ("23 April 2025 in Beijing", "is not a date"),
        ("the year to March 2025", "is not a date"),
        ("winter 2024–2025", "is not a date"),
        ("late winter 2024–2025", "is not a date"),
        ("spring 2024–2025", "is not a date"),
        ("summer 2024–2025", "is not a date"),
        ("autumn 2024–2025", "is not a date"),
        ("about 2020/2025", "is not a date"),
        ("soup to 2025", "is not a date"),
        ("the first nine months of 2023 to 2024", "months of 2023 to 2024' is not a date"),
        ("2023 to the first nine months of 2024", "months of 2024' is not a date"),
        ("2023 and 2024", "is not a date"),
        ("April", "has no year"),
        ("", "an empty text is not a date"),
        ("2025 " * 100, "too long"),
    ],
)
def test_what_has_no_single_meaning_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_date(text)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.hint


@pytest.mark.parametrize("text", ["five years", "in two weeks", "within two weeks ago", "within two weeks of signing"])
def test_a_length_of_time_without_its_direction_is_no_date(text: str) -> None:
    with pytest.raises(BadInput, match="is not a date"):
        read_date(text, relative_to=WEDNESDAY)


@pytest.mark.parametrize("text", ["2021–", "March 2021–", "23 April 2021 –", "December 2024 to March"])
def test_an_end_that_nobody_told_is_not_taken_from_the_document(text: str) -> None:
    with pytest.raises(BadInput, match="is not a date"):
        read_date(text, relative_to=WEDNESDAY)


@pytest.mark.parametrize("dash", ["‐", "‑", "‒", "–", "—", "―", "−", " – "])
@pytest.mark.parametrize("lead", ["", "in ", "since\n"])
def test_a_year_a_typographic_dash_and_two_digits_may_be_two_years(lead: str, dash: str) -> None:
    for reads in (read_date, read_period):
        with pytest.raises(BadInput, match="can be two years, or a month"):
            reads(f"{lead}2009{dash}10")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("28 December 2009 – 10 January 2010", "2009-12-28/2010-01-10"), ("2009‑10‑30", "2009-10-30")],
)
def test_a_year_a_dash_and_a_day_are_no_two_years(text: str, edtf: str) -> None:
    assert read_date(text).date.edtf == edtf


years = st.integers(1, 9999).map("{:04d}".format)
days = st.dates().map(datetime.date.isoformat)
points = st.builds(
    "{}{}".format,
    years
    | days
    | days.map(lambda day: day[:7])
    | st.builds("{}-{}".format, years, st.sampled_from([*range(21, 25), *range(33, 37)])),
    st.sampled_from(["", "~", "?", "%"]),
)
canonical = points | points.map("{}/..".format) | points.map("../{}".format) | st.builds("{0}/{0}".format, points)

# Words that dates are made of, in any order: nearer to what people mistype than any text at all.
WORDS = (
    "on in by since until before after from to between and - – , the of last next this early late mid- about c. 0 1 23 "
    "31st 99 2025 0001 9999 0000 202X 2025-04 2025-02-30 april may feb. february friday quarter q1 h2 half first month "
    "week year today yesterday spring winter 1990s / .. ~ months nine end start"
)
words = st.sampled_from(WORDS.split())
texts = st.text() | st.lists(words, max_size=7).map(" ".join) | st.lists(words, max_size=4).map("".join)


@given(canonical)
def test_canonical_text_is_kept_and_its_bounds_are_in_order(edtf: str) -> None:
    date = parse_edtf(edtf)
    assert date.edtf == edtf
    assert not date.lower or not date.upper or date.lower <= date.upper
    assert read_date(edtf).date == date


@given(st.dates())
def test_every_day_reads_back_from_english(day: datetime.date) -> None:
    text = f"{day.day} {day:%B} {day.year:04d}"
    assert read_date(text).date.edtf == day.isoformat()
    assert read_date(f"{day:%A}, {text}").date.edtf == day.isoformat()


@given(texts, st.none() | canonical.map(parse_edtf))
def test_any_text_is_a_date_or_is_refused(text: str, document: Date | None) -> None:
    with contextlib.suppress(BadInput):
        date, inferred = read_date(text, relative_to=document)
        assert parse_edtf(date.edtf) == date
        assert document or not inferred


@given(st.text(alphabet="0123456789X-/.~?% \n２"))
def test_any_text_is_edtf_or_is_refused(text: str) -> None:
    with contextlib.suppress(BadInput):
        assert parse_edtf(text).edtf == text
