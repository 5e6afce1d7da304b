"""Where in a document a fact stands: 'title', 'p3' (paragraph), 'p3.s2' (its sentence), 'page 12', 'table 2 row 17'."""

from __future__ import annotations

import re

from factbase.errors import BadInput
from factbase.values.wording import plain, quoted, refusal

HINT = "write title, p3, p3.s2, p3-p4, page 12, page 12 p3, table 2 row 17, article 5 or annex 1"

_NUMBER = r"[1-9][0-9]{0,6}"
# Each place stands within the one before, so that a place has one name.
_PLACES = ("annex", "section", "article", "page", "table", "row", "line")
_PARAGRAPH = rf"p({_NUMBER})(?:\.s({_NUMBER}))?"
_LOCATOR = re.compile(
    r"title|(?=.)"
    + "".join(rf"(?:\b{place} {_NUMBER}(?:\.{_NUMBER})*(?: |$))?" for place in _PLACES)
    + rf"(?:\b{_PARAGRAPH}(-{_PARAGRAPH})?)?"
)


def parse_locator(text: str) -> str:
    """The place in its canonical form: lower case, single spaces, the larger before the smaller.

    Raises BadInput, with the forms that are right, for anything else.

    >>> parse_locator("P3.S2"), parse_locator("Page 12  p3")
    ('p3.s2', 'page 12 p3')
    """
    place = plain(text, "a place in a document", HINT).lower()
    match = _LOCATOR.fullmatch(place)
    if not match:
        raise refusal(text, "a place in a document", HINT)
    paragraph, sentence, span, last_paragraph, last_sentence = match.groups()
    if span:
        # Without its sentence, a span starts at the first and ends at the last of the paragraph.
        start = int(paragraph), int(sentence or 0)
        end = int(last_paragraph), int(last_sentence or 10**7)
        if start >= end or span == f"-p{paragraph}":
            raise BadInput(f"{quoted(text)} does not end after it starts", hint="write p3-p4, or p3 alone")
    return place
