"""YAML and JSON as a tree of texts with their lines: nothing is guessed, so `NO` stays Norway and `031` a code."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import unicodedata
from typing import NamedTuple, TypeAlias

from factbase.errors import BadInput, Problem

Value: TypeAlias = "str | list[Node] | dict[str, Node] | None"

# A sheet tells of one document. The bounds keep a hostile file from taking the machine's memory or the stack.
LARGEST = 4 * 1024 * 1024
DEEPEST = 16
MOST = 200_000
# Any escape; the first group has the two halves of one character.
_ESCAPE = re.compile(r"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\.")


class Node(NamedTuple):
    """A value and the line that it, or its name, stands on: a text, None for nothing, a list, or a mapping."""

    value: Value
    line: int | None = None


def load(path: str) -> str:
    """The text of a file, or of standard input for '-'. Raises BadInput unless it is UTF-8 of a bearable size."""
    if path == "-":
        if sys.stdin is None:
            raise BadInput("standard input is closed", hint="name a file")
        return decode(sys.stdin.buffer.read(LARGEST + 1))
    try:
        # A pipe with nobody at its other end must not hang the command.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise BadInput("is not a file", where=path, hint="name a YAML or JSON file, or - for standard input")
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise BadInput("there is no such file", where=path, hint="'factbase sheet new FILE' makes one") from None
    except OSError as error:
        raise BadInput(f"cannot be read: {(error.strerror or str(error)).lower()}", where=path) from None
    except ValueError:
        raise BadInput("is not the name of a file", where="sheet") from None
    return decode(data)


def decode(data: bytes) -> str:
    """The text that bytes are in UTF-8, with or without its mark. Raises BadInput for anything else.

    >>> decode(b"\\xef\\xbb\\xbfsource:")
    'source:'
    """
    if len(data) > LARGEST:
        raise BadInput(f"the sheet is larger than {LARGEST // 1024**2} MB", hint="one document a sheet")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(f"line {line} is not UTF-8", hint="save the file as UTF-8") from None


def parse(text: str) -> tuple[Node, list[Problem]]:
    """The tree of a YAML or JSON text, and what is wrong with single values in it.

    Raises BadInput for what is neither, for more than one document, aliases, tags, and a tree too deep or too large.

    >>> tree, problems = parse("iso2: NO\\nm49: 031")
    >>> {name: node.value for name, node in tree.value.items()}
    {'iso2': 'NO', 'm49': '031'}
    """
    import yaml

    tree = _Tree()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(_as_yaml(text), Loader=loader):
            tree.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        what = _first_line(error.problem or str(error))
        if "nesting depth" in what:
            # The parser has a limit of its own, which it may meet first.
            raise _refused("lists and mappings are nested too deep", line or 1, f"{DEEPEST} levels at most") from None
        if error.context and error.context_mark and error.context_mark.line != (mark.line if mark else None):
            what = f"{what}, {error.context} from line {error.context_mark.line + 1}"
        problems = [Problem(what, line, hint="check indentation, colons and quotes")]
        raise BadInput("the sheet is not YAML", problems=problems) from None
    except yaml.YAMLError as error:
        raise BadInput(f"the sheet is not YAML: {_first_line(str(error))}") from None
    return tree.root or Node(None, 1), tree.problems


def odd_sign(text: str) -> str | None:
    """The first sign that no text of a base has: a control character, or half a character."""
    return next((sign for sign in text if sign not in "\n\t" and unicodedata.category(sign) in ("Cc", "Cs")), None)


class _Tree:
    """Builds nodes from the parser's events, so that what must not be is refused before it is built."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._count = 0
        self._documents = 0

    def take(self, event: object) -> None:
        import yaml

        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _refused("a second document begins", _line(event), "one document a file: leave out '---'")
        elif isinstance(event, yaml.AliasEvent):
            raise _refused("aliases are not taken", _line(event), "write the value out instead of *name")
        elif isinstance(event, yaml.NodeEvent):
            self._check(event)
            if isinstance(event, yaml.ScalarEvent):
                self._put(self._text(event), _line(event))
            else:
                self._open.append(_Open([] if isinstance(event, yaml.SequenceStartEvent) else {}, _line(event)))
                if len(self._open) > DEEPEST:
                    raise _refused("lists and mappings are nested too deep", _line(event), f"{DEEPEST} levels at most")
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = self._open.pop()
            self._put(ended.value, ended.line)

    def _check(self, event: object) -> None:
        self._count += 1
        if self._count > MOST:
            raise _refused(f"there are more than {MOST:,} values", _line(event), "one document a sheet")
        if getattr(event, "anchor", None):
            raise _refused("anchors are not taken", _line(event), "leave out the &name")
        if getattr(event, "tag", None) not in (None, "!"):
            raise _refused("tags are not taken", _line(event), "leave out what begins with '!'")

    def _text(self, event: object) -> str | None:
        text: str = event.value  # type: ignore[attr-defined]
        if event.implicit[0] and text in ("", "~", "null", "Null", "NULL"):  # type: ignore[attr-defined]
            return None
        try:
            # JSON writes what lies beyond 16 bits as two escapes.
            text = text.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            self.problems.append(Problem("half a character", _line(event), hint="write the character itself"))
            return ""
        if odd := odd_sign(text):
            problem = Problem(f"a control character ({ord(odd):#04x})", _line(event), hint="take it out")
            self.problems.append(problem)
        return text

    def _put(self, value: Value, line: int) -> None:
        if not self._open:
            self.root = Node(value, line)
            return
        inside = self._open[-1]
        if isinstance(inside.value, list):
            inside.value.append(Node(value, line))
        elif inside.name is None:
            if not isinstance(value, str):
                raise _refused("a name is missing before the colon", line, "write 'name: value'")
            inside.name, inside.line_of_name = value, line
        else:
            if inside.name in inside.value:
                first = inside.value[inside.name].line
                what = f"'{inside.name}' is there twice"
                self.problems.append(Problem(what, inside.line_of_name, inside.name, f"the first is in line {first}"))
            inside.value[inside.name] = Node(value, inside.line_of_name)
            inside.name = None


class _Open:
    """A list or a mapping that has not ended yet, and the name in it that waits for its value."""

    def __init__(self, value: list[Node] | dict[str, Node], line: int) -> None:
        self.value = value
        self.line = line
        self.name: str | None = None
        self.line_of_name = line


def _as_yaml(text: str) -> str:
    """JSON where YAML differs: it may be indented with tabs, and escapes what lies beyond 16 bits as two halves."""
    if text.lstrip()[:1] != "{" or not ("\t" in text or "\\u" in text):
        return text
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return text
    # In JSON, tabs stand only between values, and backslashes only in texts.
    return _ESCAPE.sub(_joined, text.replace("\t", " "))


def _joined(escape: re.Match[str]) -> str:
    halves = escape[1]
    return bytes.fromhex(halves.replace("\\u", "")).decode("utf-16-be") if halves else escape[0]


def _line(event: object) -> int:
    return int(event.start_mark.line) + 1  # type: ignore[attr-defined]


def _refused(what: str, line: int, hint: str) -> BadInput:
    return BadInput("the sheet cannot be read", problems=[Problem(what, line, hint=hint)])


def _first_line(message: str) -> str:
    return message.splitlines()[0] if message else "not well formed"
