"""What a text tells near a citation: the text that what is recorded is compared with, and the verdict."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, Protocol, TypeVar

from factbase.audit.located import Located, Piece
from factbase.audit.mention import Span
from factbase.audit.recorded import Assertion, Source

Comparison = Literal["equal", "differs", "not compared"]


class Result(NamedTuple):
    """What became of one recorded number, date or name."""

    field: str
    verdict: Comparison
    recorded: str = ""
    read: str = ""


class Scope(NamedTuple):
    """The text that something is looked for in; `is_anchor` where it is what the anchor's own words tell."""

    pieces: list[Piece]
    is_anchor: bool = False


def scopes(found: Located) -> Iterator[Scope]:
    """From the nearest text to the farthest."""
    moved = found.finding == "moved" or found.region is None
    if found.spots:
        yield Scope(found.spots, is_anchor=True)
    place = _around(found.spots) if moved else found.region or []
    if place:
        yield Scope(place)
        whole = {piece.paragraph.number: Piece(piece.paragraph, (0, len(piece.paragraph.text))) for piece in place}
        if list(whole.values()) != place:
            yield Scope(list(whole.values()))


def _around(spots: list[Piece]) -> list[Piece]:
    """The paragraphs of the spots: where no locator says more, a paragraph is what belongs together."""
    return list(
        {spot.paragraph.number: Piece(spot.paragraph, (0, len(spot.paragraph.text))) for spot in spots}.values()
    )


class Mention(Protocol):
    """A number, a date or a place in a list that a text mentions, from and to."""

    @property
    def span(self) -> Span: ...


Mentioned = TypeVar("Mentioned", bound=Mention)


def mentioned(scope: Scope, read: Callable[[str], Sequence[Mentioned]]) -> list[Mentioned]:
    """What is read of a kind in the paragraphs of a scope, and belongs to it: to an anchor, all that shares a letter."""
    found: list[Mentioned] = []
    for piece in scope.pieces:
        start, end = piece.span
        every = read(piece.paragraph.text)  # one behind the other
        if scope.is_anchor:
            first, last = bisect_right(every, start, key=_end), bisect_left(every, end, key=_start)
        else:
            first, last = bisect_left(every, start, key=_start), bisect_right(every, end, key=_end)
        found.extend(every[first:last])
    return found


def _start(one: Mention) -> int:
    return one.span[0]


def _end(one: Mention) -> int:
    return one.span[1]


def outcome(
    field: str, assertion: Assertion, told: str, looked: Iterator[tuple[Scope, bool, list[str]]], loose: bool
) -> Result:
    """The verdict of the first scope that has anything of the kind: is what is recorded among it, or what is there?"""
    for scope, is_equal, read in looked:
        if is_equal:
            return Result(field, "equal")
        if read:
            lenient = loose or assertion.certainty == "derived"
            lenient = lenient or (assertion.certainty == "implied" and not scope.is_anchor)
            if not lenient:
                return Result(field, "differs", told, " or ".join(dict.fromkeys(f"'{words}'" for words in read)))
    return Result(field, "not compared")


def language(source: Source) -> str:
    """The language of a source, without its country: en."""
    return source.language.partition("-")[0].lower()
