"""What `factbase` alone and `factbase --help` print: written plainly, since a glance must not wait for Rich or Typer."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from shlex import quote

from factbase.cli.terminal import standard_output

WIDTH = 80
ABOUT = "A cited fact base for international relations: agreements, figures, dates, actors, each with its source."
OPTIONS = {
    "--version": "Print the version.",
    "--debug": "Print a trace where a bug is met.",
    "--no-pager": "Print long tables at once; without it they go through PAGER.",
    "-h, --help": "Show this; after a command, show its options and examples.",
}
EXAMPLES = ("factbase agreements azerbaijan china", "factbase show aze-chn-joint-statement")
TRY = {
    "factbase agreements": "what was agreed, and where it stands",
    "factbase dates --planned yes": "what is still to come",
    "factbase show KEY": "all that is said of one record",
    "factbase --help": "all commands",
}
BEGIN = {
    "factbase db init": "make a base with the first article in it, to look around",
    "factbase db init --empty": "make an empty one",
    "factbase sheet new article.yaml": "write a sheet to record your first document with",
    "factbase --help": "all commands",
}
RECORD = {
    "factbase sheet new article.yaml": "write a sheet to record your first document with",
    "factbase add article.yaml": "record it",
    "factbase --help": "all commands",
}
_LATEST = 3
_LONG_KEY = 32
_STYLES = {"title": "1", "word": "36", "faint": "2"}


class Page:
    """Lines for a terminal or a pipe: titles, and two columns of words and what they mean."""

    def __init__(self) -> None:
        terminal = standard_output()
        self.color = terminal.color
        self.width = min(terminal.width or WIDTH, 100)

    def styled(self, text: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.color else text

    def title(self, text: str) -> None:
        print(f"\n{self.styled(text, 'title')}")

    def prose(self, text: str) -> None:
        print(textwrap.fill(text, self.width))

    def pairs(self, pairs: Mapping[str, str]) -> None:
        """Each word with its meaning beside it, wrapped below itself."""
        column = max(map(len, pairs)) + 4
        for word, meaning in pairs.items():
            first, *rest = textwrap.wrap(meaning, max(self.width - column, 20)) or [""]
            print(f"  {self.styled(word, 'word')}{' ' * (column - 2 - len(word))}{first}".rstrip())
            for line in rest:
                print(" " * column + line)


def print_help(commands: Mapping[str, tuple[str, str]]) -> None:
    """Print what the program is and which commands it has."""
    page = Page()
    page.prose(ABOUT)
    page.title("Usage")
    print("  factbase [OPTIONS] COMMAND ...")
    page.title("Commands")
    page.pairs({name: line for name, (_, line) in commands.items()})
    page.title("Options")
    page.pairs(OPTIONS)
    page.title("Examples")
    for example in EXAMPLES:
        print(f"  {page.styled(example, 'word')}")


def overview() -> None:
    """Print what the base holds, what was last written to it, and what to try; or how to begin, where there is none.

    Makes no base. Raises Unavailable where the one that is named is not there or not sound.
    """
    from factbase.store.location import locate

    location = locate()
    page = Page()
    if location.own and location.path is not None and not location.path.exists():
        page.prose(ABOUT)
        print(f"\nThere is no base yet; it would be {location.path}. To begin:\n")
        page.pairs(BEGIN)
        return
    from factbase.query.status import glance
    from factbase.render.safe import visible
    from factbase.store.reading import reader

    with reader(location) as opened:
        seen = glance(opened, _LATEST)
    print(f"{page.styled(visible(str(location)), 'title')}: {_counted(seen.counts)}")
    if seen.latest:
        page.title("Latest entries")
        for entry in seen.latest:
            told = visible(": ".join(filter(None, (entry.command, entry.why))))
            line = f"  {entry.number:>4}  {entry.day}  {visible(entry.author)}  {told}"
            print(line if len(line) <= page.width else f"{line[: page.width - 1]}…")
    page.title("Try")
    key = quote(visible(seen.key)) if seen.key and len(seen.key) <= _LONG_KEY else "KEY"
    page.pairs({command.replace("KEY", key): meaning for command, meaning in (TRY if seen.key else RECORD).items()})


def _counted(counts: Mapping[str, int]) -> str:
    told = [f"{number:,} {name if number != 1 else name.removesuffix('s')}" for name, number in counts.items()]
    return ", ".join(told)
