"""The text of a sheet: everything is as it is written, and what is hostile is refused."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.errors import BadInput
from factbase.exchange.sheet_text import DEEPEST, LARGEST, MOST, Node, decode, parse


def tree_of(text: str) -> Any:
    """The tree without its lines."""
    return bare(parse(text)[0])


def bare(node: Node) -> Any:
    if isinstance(node.value, list):
        return [bare(one) for one in node.value]
    if isinstance(node.value, dict):
        return {name: bare(one) for name, one in node.value.items()}
    return node.value


def refusal_of(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        parse(text)
    return " ".join([str(caught.value), *map(str, caught.value.problems)])


def test_nothing_is_guessed() -> None:
    text = "{a: NO, b: 031, c: 3.70, d: 2025-04-23, e: 1_000, f: 1:30, g: yes, h: .nan, i: 0x1F}"
    assert list(tree_of(text).values()) == ["NO", "031", "3.70", "2025-04-23", "1_000", "1:30", "yes", ".nan", "0x1F"]


def test_nothing_is_none_unless_it_is_quoted() -> None:
    assert tree_of("{a: , b: ~, c: null, d: 'null', e: ''}") == {"a": None, "b": None, "c": None, "d": "null", "e": ""}


def test_each_value_has_the_line_of_its_name() -> None:
    node, _ = parse("# a comment\nsource:\n  title: >\n    two\n    lines\n")
    assert isinstance(node.value, dict)
    source = node.value["source"]
    assert isinstance(source.value, dict)
    assert (source.line, source.value["title"].line) == (2, 3)


def test_a_name_that_is_there_twice_is_a_problem() -> None:
    _, problems = parse("a: 1\nb: 2\na: 3\n")
    assert str(problems[0]) == "line 3, a: 'a' is there twice (the first is in line 1)"


def test_an_alias_is_refused_and_so_is_a_bomb_of_them() -> None:
    assert "line 1: anchors are not taken" in refusal_of("a: &x [1]\nb: *x\n")
    bomb = "a: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert "anchors are not taken" in refusal_of(bomb)


@pytest.mark.parametrize("text", ["!!python/object/apply:os.system ['true']", "a: !!int 3", "a: !x y"])
def test_a_tag_is_refused(text: str) -> None:
    assert "tags are not taken" in refusal_of(text)


def test_what_is_nested_too_deep_is_refused() -> None:
    assert "nested too deep" in refusal_of("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))
    assert "nested too deep" in refusal_of("[" * 100_000)


def test_too_many_values_are_refused() -> None:
    assert f"more than {MOST:,} values" in refusal_of("[" + "0," * MOST + "0]")


def test_a_second_document_is_refused() -> None:
    assert "line 2: a second document begins" in refusal_of("a: 1\n---\nb: 2\n")


def test_what_is_not_yaml_is_refused_with_its_line() -> None:
    assert "from line 2" in refusal_of("a: 1\nb: [1\n")
    assert "line 3: " in refusal_of("a: 1\nb: 2\nc: d: e\n")
    assert "not YAML" in refusal_of("a: \0")


def test_a_control_character_is_a_problem() -> None:
    _, problems = parse('a: "\\0"\n')
    assert str(problems[0]) == "line 1: a control character (0x00) (take it out)"


def test_half_a_character_is_refused_and_a_pair_is_one_character() -> None:
    assert "not YAML" in refusal_of('{"a": "\\ud83d"}')
    assert tree_of('{"a": "\\ud83d\\ude00"}') == {"a": "😀"}


def test_json_may_be_indented_with_tabs() -> None:
    assert tree_of('{\n\t"a": [\n\t\t"b"\n\t]\n}') == {"a": ["b"]}


def test_the_bytes_must_be_utf_8_of_a_bearable_size() -> None:
    assert decode("﻿é".encode()) == "é"
    with pytest.raises(BadInput, match="line 2 is not UTF-8"):
        decode(b"a: 1\nb: \xff\n")
    with pytest.raises(BadInput, match="larger than"):
        decode(b" " * (LARGEST + 1))


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@given(
    st.recursive(
        texts, lambda part: st.lists(part, max_size=3) | st.dictionaries(texts, part, max_size=3), max_leaves=8
    )
)
def test_json_is_read_as_it_is(tree: Any) -> None:
    assert tree_of(json.dumps({"tree": tree})) == {"tree": tree}


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        parse(text)
