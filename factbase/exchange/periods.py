"""Periods as the tables of statistical offices write them: in one cell, in numbers or in words, or a part beside its year."""

from __future__ import annotations

import re

from factbase.errors import BadInput
from factbase.exchange.draft import period_of
from factbase.values.date import MONTHS
from factbase.values.period import read_period

# The parts of a year: how the base writes one behind the year, and the last of them.
PARTS = {"month": ("-{:02}", 12), "quarter": ("-Q{}", 4), "half": ("-H{}", 2)}
_SIGNS = {"M": "month", "Q": "quarter", "H": "half", "S": "half"}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_PART = re.compile(r"([MQHS]?)([0-9]{1,2})|([0-9])([QHS])")
_YEAR_FIRST = re.compile(r"([0-9]{4})[ .-]?([^0-9 ].*)")
_YEAR_LAST = re.compile(r"([^ ./-]+?)\.?(?:[ ./-]|(?<=[QHqh]))([0-9]{4})")
_MONTH_AND_YEAR = re.compile(r"(0[1-9]|1[0-2])[./-]([0-9]{4})")


def part_of_year(text: str, kind: str | None = None) -> str | None:
    """What stands behind the year in a period, for a month, a quarter or a half; None for what is none of that kind.

    A number alone, be it a Roman one, counts parts of the kind that is told.

    >>> part_of_year("3", "month"), part_of_year("Sept."), part_of_year("IV", "quarter"), part_of_year("1H")
    ('-03', '-09', '-Q4', '-H1')
    >>> part_of_year("3"), part_of_year("13", "month"), part_of_year("Q1", "month")
    (None, None, None)
    """
    word = text.strip().removesuffix(".").upper()
    told: str | None = "month"
    number = next((at for at, name in enumerate(MONTHS, 1) if len(word) > 2 and name.upper().startswith(word)), None)
    if number is None and word in _ROMAN:
        told, number = kind, _ROMAN.index(word) + 1
    elif number is None and (found := _PART.fullmatch(word)):
        sign = found[1] or found[4]
        told, number = _SIGNS[sign] if sign else kind, int(found[2] or found[3])
    if number is None or told is None or kind not in (None, told):
        return None
    form, last = PARTS[told]
    return form.format(number) if 1 <= number <= last else None


def period_in_words(text: str) -> str | None:
    """A period as the base writes it, from how tables write it, in words, too; None for what is none, or may be two.

    Two years between a dash may be a year of its own, of taxes or harvests.

    >>> period_in_words("Jan 2024"), period_in_words("2023 JAN"), period_in_words("Q1/2024"), period_in_words("03/2024")
    ('2024-01', '2023-01', '2024-Q1', '2024-03')
    >>> period_in_words("Y2022"), period_in_words("Y2022F")
    ('2022', None)
    >>> [period_in_words(text) for text in ("first half of 2024", "2023/24", "2023-2024", "Jan-24")]
    ['2024-H1', None, None, None]
    """
    text = text.strip()
    if re.fullmatch("Y[0-9]{4}", text):
        return text[1:]
    if found := period_of(text):
        return found
    if numbers := _MONTH_AND_YEAR.fullmatch(text):
        return f"{numbers[2]}-{numbers[1]}"
    if (first := _YEAR_FIRST.fullmatch(text)) and (part := part_of_year(first[2])):
        return first[1] + part
    if (last := _YEAR_LAST.fullmatch(text)) and (part := part_of_year(last[1])):
        return last[2] + part
    try:
        return read_period(text).text if any(map(str.isalpha, text)) else None
    except BadInput:
        return None
