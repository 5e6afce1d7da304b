"""Where in a document a fact stands: 'title', 'p3' (paragraph), 'p3.s2' (its sentence), 'page 12', 'row 17'."""

from __future__ import annotations

import re

from factbase.errors import BadInput

_PARAGRAPH = r"p[1-9][0-9]{0,4}(?:\.s[1-9][0-9]{0,3})?"
_PART = rf"{_PARAGRAPH}(?:-{_PARAGRAPH})?|(?:page|row|table|article|annex|line|section) [0-9]{{1,7}}(?:\.[0-9]{{1,4}})*"
_LOCATOR = re.compile(rf"title|(?:{_PART})(?:,? (?:{_PART}))*")


def parse_locator(text: str) -> str:
    """The locator, in its canonical form. Raises BadInput for one that makes no sense.

    >>> parse_locator("P3.S2"), parse_locator("page 12 p3")
    ('p3.s2', 'page 12 p3')
    """
    plain = " ".join(text.strip().lower().split())
    if not _LOCATOR.fullmatch(plain):
        raise BadInput(
            f"'{text}' is not a place in a document",
            hint="write title, p3, p3.s2, p3-p4, page 12, row 17, table 2",
        )
    span = re.fullmatch(r"p([0-9]+)(?:\.s[0-9]+)?-p([0-9]+)(?:\.s[0-9]+)?", plain)
    if span and int(span[1]) > int(span[2]):
        raise BadInput(f"'{text}' ends before it starts", hint="write the earlier paragraph first")
    return plain
