"""For those who write sheets: an empty one with comments, and the JSON Schema that editors complete and check by."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from factbase.exchange.sheet import SPELT
from factbase.exchange.sheet_model import Field, Section, parts, sections, source
from factbase.kinds.schema import codes

_EMPTY = Path(__file__).with_name("sheet_new.yaml")
_WIDTH = 116

Schema = dict[str, Any]


def new() -> str:
    """A sheet with nothing in it but comments, which name the codes that there are.

    >>> "memorandum" in new()
    True
    """
    return "".join(_filled(line) for line in _EMPTY.read_text(encoding="utf-8").splitlines())


def _filled(line: str) -> str:
    """The line, with the codes of the list that it names."""
    from textwrap import wrap

    named = re.search(r"<(\w+)>", line)
    if named is None:
        return f"{line}\n"
    words = line.removeprefix("##").replace(named[0], ", ".join(codes[named[1]]))
    first, after = "##" + words[: len(words) - len(words.lstrip())], "##" + " " * 6
    words = words.strip()
    return "\n".join(wrap(words, _WIDTH, initial_indent=first, subsequent_indent=after, break_on_hyphens=False)) + "\n"


def schema() -> Schema:
    """The JSON Schema (2020-12) of sheets, with the codes that every base has.

    >>> schema()["required"]
    ['source']
    """
    facts = [section for section in sections().values() if not section.is_thing]
    shapes = {"source": source(), **sections(), **parts()}
    used = {known.codes for shape in shapes.values() for known in shape.fields.values() if known.codes}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factbase fact sheet",
        "description": "What one document tells, each fact with the place that it stands in.",
        "type": "object",
        "additionalProperties": False,
        "required": ["source"],
        "properties": {
            "source": {"$ref": "#/$defs/source"},
            **{name: _many({"$ref": f"#/$defs/{name}"}, section.help) for name, section in sections().items()},
        },
        "$defs": {
            "text": {"type": ["string", "number", "boolean", "null"]},
            **{name: _codes(name) for name in sorted(used)},
            **{name.replace(" ", "_"): _object(section) for name, section in shapes.items()},
            **{f"{section.name}_told_inside": _object(section, inside=True) for section in facts},
        },
    }


def _many(one: Schema, help: str = "") -> Schema:
    return {"description": help, "anyOf": [{"type": "array", "items": one}, one, {"type": "null"}]}


def _object(section: Section, *, inside: bool = False) -> Schema:
    """The schema of an item; one that is told inside another leaves out what that one says."""
    told: Schema = {
        "type": "object",
        "description": section.help,
        "additionalProperties": False,
        "properties": {known.name: _field(known) for known in section.fields.values()},
    }
    # The base may know a thing already, and then little need be said of it.
    if not section.is_thing and not inside:
        told["required"] = [known.name for known in section.fields.values() if known.required]
    return told


def _field(known: Field) -> Schema:
    text: Schema = {"$ref": "#/$defs/text"}
    if known.codes:
        text = {"$ref": f"#/$defs/{known.codes}"}
    elif known.type in SPELT:
        spelt = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(SPELT[known.type], text)}
        text = {"anyOf": [text, spelt]}
    elif known.part:
        inside = "_told_inside" if known.part in sections() else ""
        part: Schema = {"$ref": f"#/$defs/{known.part.replace(' ', '_')}{inside}"}
        return _many({"anyOf": [part, {"$ref": "#/$defs/text"}]} if known.short else part, known.help)
    if known.many:
        return _many(text, known.help)
    return {"description": known.help, **text}


def _codes(name: str) -> Schema:
    listed = ({"const": code, "description": entry["description"]} for code, entry in codes[name].items())
    return {"anyOf": [{"type": "null"}, *listed]}
