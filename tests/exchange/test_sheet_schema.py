"""For those who write sheets: the empty sheet and the JSON Schema."""

from __future__ import annotations

import re
from typing import Any

import pytest
from exchange.sheets import add
from exchange.test_sheet_plan import EVERYTHING
from jsonschema import Draft202012Validator

from factbase.exchange.sheet import read
from factbase.exchange.sheet_model import parts, sections, source
from factbase.exchange.sheet_schema import new, schema
from factbase.exchange.sheet_source import from_source
from factbase.exchange.sheet_text import Node, parse
from factbase.store.location import Location
from factbase.store.reading import reader


def filled_in() -> str:
    """The empty sheet with its examples taken out of their comments, and the document named."""
    lines = (line.removeprefix("# ") for line in new().splitlines())
    text = "\n".join(lines).replace("  key: ", "  key: visit").replace("  title: ", "  title: A visit")
    return re.sub(r"  kind: +# needed", "  kind: article", text)


def bare(node: Node) -> Any:
    if isinstance(node.value, list):
        return [bare(one) for one in node.value]
    if isinstance(node.value, dict):
        return {name: bare(one) for name, one in node.value.items()}
    return node.value


def test_the_empty_sheet_is_refused_only_for_want_of_a_title() -> None:
    assert read(new()).facts == []
    assert read(new()).problems == []


def test_the_examples_of_the_empty_sheet_can_be_added(base: Location, empty: Location) -> None:
    made = add(base, filled_in())
    assert {line.kind for line in made.lines if line.status == "new"} >= {"action", "figure", "statement", "tally"}
    assert add(empty, filled_in()).changes


def test_the_empty_sheet_names_all_codes() -> None:
    assert "exchange of notes" in re.sub(r"\s*##\s*", " ", new())
    assert "<" not in new()


def test_every_field_is_explained() -> None:
    for section in (source(), *sections().values(), *parts().values()):
        for field in section.fields.values():
            assert field.help, f"{section.name}: {field.name}"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("text", [EVERYTHING, filled_in(), "source: {key: a}\nstatements: {text: It rains}"])
def test_the_schema_takes_what_can_be_added(text: str) -> None:
    Draft202012Validator(schema()).validate(bare(parse(text)[0]))


def test_the_schema_takes_what_is_written_out(base: Location) -> None:
    with reader(base) as opened:
        Draft202012Validator(schema()).validate(bare(parse(from_source(opened, "kapanadze"))[0]))


@pytest.mark.parametrize(
    "text",
    [
        "statements: {text: It rains}",
        "source: {titel: A}",
        "source: {key: a}\nstatements: {txt: It rains}",
        "source: {key: a}\npositions: {holder: AZE, stance: suports, subject: x}",
        "source: {key: a}\nactions: {agreement: x}",
    ],
)
def test_the_schema_refuses_what_is_refused(text: str) -> None:
    assert not Draft202012Validator(schema()).is_valid(bare(parse(text)[0]))
