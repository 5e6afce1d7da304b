"""What can come next on a command line, for the shell to complete.

Answered on every press of a key, so neither Typer nor the modules of the commands are imported: what they take is told
in `words.json`, which `docs/make.py` makes from them. Names come from the base; they are quoted for the shell, and
those that could not be typed are left out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from factbase.errors import FactbaseError
from factbase.render.safe import visible

FILES = "files"
WORDS = "words"
_MOST = 300
_SECONDS = 0.08
_LONGEST = 60
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+=:,./-")
_BREAKS = " \t\n\"'@><=;|&(:"

Word = tuple[str, str]


class Typed(NamedTuple):
    """A line up to the cursor: its words without quotes, the last of which is to be completed.

    `quote` is the quote that is open there, `start` how many letters of the last word the shell keeps as they are.
    """

    words: list[str]
    quote: str = ""
    start: int = 0


def answer(shell: str, arguments: Sequence[str]) -> None:
    """Print `files`, or `words` and the words that can come next, one a line, in zsh and fish with what they mean.

    bash gives its line and its COMP_WORDBREAKS; the others the words, of which fish leaves quotes in the last. Whatever
    goes wrong, there is nothing to complete.
    """
    if shell == "bash":
        line, breaks = [*arguments, "", _BREAKS][:2] if len(arguments) < 2 else arguments[:2]
        typed = split(line, breaks)
        typed = typed._replace(words=typed.words[1:])
    elif shell == "fish":
        last = split(arguments[-1] if arguments else "")
        typed = Typed([*arguments[:-1], last.words[-1]])
    else:
        typed = Typed(list(arguments) or [""])
    found = complete(typed.words) if typed.words else []
    if found is None:
        print(FILES)
        return
    print(WORDS)
    for word, meaning in found:
        if shell == "bash":
            if not (typed.quote == '"' and "!" in word):
                print(quoted(word[typed.start :], typed.quote))
        else:
            print(f"{word}\t{visible(meaning)[:_LONGEST]}".rstrip("\t"))


def split(line: str, breaks: str = _BREAKS) -> Typed:
    """A line as the shell reads it, complete or not; characters of `breaks` end what bash takes for a word.

    >>> split("factbase show 'Xi J")
    Typed(words=['factbase', 'show', 'Xi J'], quote="'", start=0)
    >>> split("factbase show kapanadze:5")
    Typed(words=['factbase', 'show', 'kapanadze:5'], quote='', start=10)
    """
    words, word, quote, start, begun = [], "", "", 0, False
    letters = iter(line)
    for letter in letters:
        if letter == "\\" and quote != "'":
            following = next(letters, "")
            word += following if not quote or following in '"$`\\' else letter + following
            begun = True
        elif quote:
            if letter == quote:
                quote, start = "", len(word) if letter in breaks else start
            else:
                word += letter
        elif letter in "\"'":
            quote, start, begun = letter, len(word), True
        elif letter in " \t\n":
            if begun:
                words.append(word)
            word, start, begun = "", 0, False
        elif letter in "<>":
            if begun:
                words.append(word)
            words.append(letter)
            word, start, begun = "", 0, False
        else:
            word, begun = word + letter, True
            if letter in breaks:
                start = len(word)
    return Typed([*words, word], quote, start)


def quoted(word: str, quote: str = "") -> str:
    """The word as it is typed in a shell, within a quote that is open or without one.

    >>> quoted("Côte d'Ivoire"), quoted("Côte d'Ivoire", "'"), quoted("$5", '"')
    ("Côte\\\\ d\\\\'Ivoire", "Côte d'\\\\''Ivoire", '\\\\$5')
    """
    if quote == "'":
        return word.replace("'", "'\\''")
    if quote:
        return "".join(f"\\{letter}" if letter in '"$`\\' else letter for letter in word)
    return "".join(letter if letter in _PLAIN or not letter.isascii() else f"\\{letter}" for letter in word)


def complete(words: Sequence[str]) -> list[Word] | None:
    """The words that can stand where the last one of `words` is, each with its meaning; None where a file can."""
    *before, current = words
    if before[-1:] in (["<"], [">"]):
        return None
    with open(os.path.join(os.path.dirname(__file__), "words.json"), encoding="utf-8") as file:
        command: dict[str, Any] = json.load(file)
    base, awaits, given = None, None, 0
    for word in before:
        option, equals, value = word.partition("=")
        if awaits is not None:
            base, awaits = word if awaits == "--base" else base, None
        elif word in command.get("commands", {}) and not given:
            command = command["commands"][word]
        elif word[:1] == "-" and word != "-":
            awaits = option if not equals and "takes" in command["options"].get(option, {}) else None
            base = value if equals and option == "--base" else base
        else:
            given += 1
    option, equals, value = current.partition("=")
    if awaits is not None:
        return _values(command["options"][awaits]["takes"], current, base)
    if current[:1] == "-":
        if equals:
            found = _values(command["options"].get(option, {}).get("takes"), value, base)
            return None if found is None else [(f"{option}={word}", meaning) for word, meaning in found]
        return [(name, told["help"]) for name, told in command["options"].items() if name.startswith(current)]
    commands = [(name, told["help"]) for name, told in command.get("commands", {}).items() if name.startswith(current)]
    if commands and not given:
        return commands
    arguments = command["arguments"]
    if not arguments:
        return []
    here = arguments[min(given, len(arguments) - 1)]
    return _values(here["takes"], current, base) if given < len(arguments) or here["repeats"] else []


def _values(takes: dict[str, Any] | None, current: str, base: str | None) -> list[Word] | None:
    """What an option or an argument can be that begins with `current`."""
    if not takes:
        return []
    if "file" in takes:
        return None
    if "words" in takes:
        return _beginning([(word, "") for word in takes["words"]], current)
    if "columns" in takes:
        # Several by commas; a '-' before one sorts downwards.
        done, comma, last = current.rpartition(",")
        sign = "-" if last.startswith("-") else ""
        columns = [(f"{sign}{name}", meaning) for name, meaning in takes["columns"].items()]
        return [(f"{done}{comma}{name}", meaning) for name, meaning in _beginning(columns, last)]
    try:
        return _beginning(list(_recorded(takes, current, base)), current)
    except (FactbaseError, OSError, ValueError):
        return []


def _recorded(takes: dict[str, Any], current: str, base: str | None) -> Iterator[Word]:
    """What the base has. Makes no base, and waits for none."""
    from factbase.store import sqlite
    from factbase.store.location import locate
    from factbase.store.lookup import beginning
    from factbase.store.reading import Parameters

    location = locate(base)
    if location.path is None or not location.path.exists():
        return
    connection = sqlite.connect(location.path, patience=0.02)
    try:
        reader = sqlite.SQLiteReader(connection, location)
        reader.restrict(_SECONDS)
        if "select" in takes:
            # Codes are taken with hyphens too, which need no quotes.
            yield from ((str(row[0]).replace(" ", "-"), "") for row in reader.rows(takes["select"]))
            return
        yield from beginning(reader, current, takes["things"], most=_MOST)
        if not takes["things"] and ":" in current:
            sql = "SELECT key, coalesce(anchor, '') FROM assertion WHERE key >= :first AND key < :end LIMIT :most"
            values: Parameters = {"first": current, "end": current + chr(0x10FFFF), "most": _MOST}
            yield from ((str(key), str(anchor)) for key, anchor in reader.rows(sql, values))
    finally:
        connection.close()


def _beginning(words: Collection[Word], current: str) -> list[Word]:
    """Those that begin as the user typed, and in the letters' case that was typed; none that could not be typed."""
    typable = [(word, told) for word, told in words if visible(word) == word and (word[0] != "-" or current[:1] == "-")]
    found: dict[str, str] = {}
    for word, told in typable:
        form = word if word.startswith(current) else word.lower()
        if form.startswith(current):
            found.setdefault(form, told)
    if not found:
        found = {word.upper(): told for word, told in typable if word.upper().startswith(current)}
    # 'xi jinping' beside its key 'xi-jinping' only makes one choose.
    return [(word, told) for word, told in found.items() if " " not in word or _hyphened(word) not in found]


def _hyphened(word: str) -> str:
    return word.lower().replace(" ", "-")
