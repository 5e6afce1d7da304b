"""Where an assertion's anchor stands in a document, beside the place that its locator names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from factbase.audit.anchor import normal, occurrences
from factbase.audit.document import Document, Paragraph, sentences
from factbase.audit.mention import Span
from factbase.audit.recorded import Assertion
from factbase.errors import BadInput
from factbase.values.locator import parse_locator

# A search that finds more says that it found more than these.
MOST_PLACES = 5


class Piece(NamedTuple):
    """A part of a paragraph, from and to."""

    paragraph: Paragraph
    span: Span

    @property
    def place(self) -> str:
        """Its locator, with the sentence that it begins in where there are several."""
        parts = sentences(self.paragraph.text)
        number = bisect_right(parts, self.span[0], key=lambda part: part[1]) + 1
        return self.paragraph.place if len(parts) < 2 else f"{self.paragraph.place}.s{number}"


class Located(NamedTuple):
    """Where an anchor was looked for and found: the place that the locator names, and the spots that it stands in.

    `region` is None where the locator names no place that can be found in this document.
    """

    finding: str
    region: list[Piece] | None
    spots: list[Piece]

    @property
    def places(self) -> str | None:
        """The places of the spots, each once; None for none."""
        places = list(dict.fromkeys(spot.place for spot in self.spots))
        more = [f"and {len(places) - MOST_PLACES} more"] if len(places) > MOST_PLACES else []
        return "; ".join(places[:MOST_PLACES] + more) or None


_IN_PARAGRAPH = re.compile(r"(?:page (\d+))? ?(?:p(\d+)(?:\.s(\d+))?(?:-p(\d+)(?:\.s(\d+))?)?)?")


def located(document: Document, assertion: Assertion) -> Located:
    """Look for an assertion's anchor, in the place that its locator names and then anywhere.

    `finding` is found, moved, ambiguous or missing, and 'no anchor' for an assertion without one.
    """
    region = _region(document, assertion.locator)
    if assertion.anchor is None:
        return Located("missing" if region == [] else "no anchor", region, [])
    words = normal(assertion.anchor)
    if region is not None:
        here = [spot for piece in region for spot in _spots(words, piece)]
        if here:
            return Located("found" if len(here) == 1 else "ambiguous", region, here)
    anywhere = [
        spot for paragraph in document.paragraphs for spot in _spots(words, Piece(paragraph, (0, len(paragraph.text))))
    ]
    if not anywhere:
        return Located("missing", region, [])
    if region is not None:
        return Located("moved", region, anywhere)
    return Located("found" if len(anywhere) == 1 else "ambiguous", None, anywhere)


def _spots(words: str, piece: Piece) -> Iterator[Piece]:
    start, end = piece.span
    for span in occurrences(words, piece.paragraph.text):
        if start <= span[0] and span[1] <= end:
            yield Piece(piece.paragraph, span)


def _region(document: Document, locator: str | None) -> list[Piece] | None:
    """The pieces of text that a locator names; none of them where there is no such place, None where it names none.

    Rows, tables, articles and annexes cannot be told in a text, nor pages where there are none.
    """
    if locator is None:
        return None
    try:
        place = parse_locator(locator)
    except BadInput:
        return None
    if place == "title":
        return [Piece(one, (0, len(one.text))) for one in document.paragraphs if one.number == 0]
    match = _IN_PARAGRAPH.fullmatch(place)
    if not match or (match[1] and not document.has_pages):
        return None
    page, first, sentence, last, last_sentence = (int(part) if part else None for part in match.groups())
    pieces: list[Piece] = []
    for one in document.paragraphs:
        number = one.on_page if page else one.number
        if number is None or (page and one.page != page):
            continue
        if first is not None and not first <= number <= (last or first):
            continue
        start, end = 0, len(one.text)
        until = last_sentence if last else sentence
        parts = sentences(one.text)
        if sentence and number == first:
            if sentence > len(parts):
                continue
            start = parts[sentence - 1][0]
        if until and number == (last or first):
            end = parts[min(until, len(parts)) - 1][1]
        pieces.append(Piece(one, (start, end)))
    return pieces
