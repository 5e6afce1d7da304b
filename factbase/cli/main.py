"""From argv to an exit code: finds the command, runs it, and says what went wrong in one line."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence

from factbase.errors import BadInput, ExitCode, FactbaseError

# Name: (module, what it does). The module is imported when the command is called; the line is its help's first.
COMMANDS = {
    "agreements": ("listing", "List agreements, with their status today"),
    "trade": ("listing", "List trade figures and other figures, with their growth"),
    "series": ("listing", "List series: what is measured, of whom and with whom, from when to when"),
    "measures": ("listing", "List what each source measures, in which unit, from when to when"),
    "conflicts": ("compared", "List figures of one thing that sources tell differently, and why they differ"),
    "mirror": ("compared", "Show what each side reports of the same flow, and the gap"),
    "dates": ("listing", "List everything dated, as one timeline"),
    "actors": ("listing", "List actors: states, organisations, people, places, initiatives"),
    "events": ("listing", "List events: when, where, who took part"),
    "positions": ("listing", "List positions: who supports, opposes, demands what"),
    "promises": ("listing", "List promises and plans, and whether they were kept"),
    "relations": ("listing", "List relations: offices, memberships, partnerships"),
    "sources": ("listing", "List sources, and how much rests on each"),
    "facts": ("listing", "List all assertions in a few words, whatever they are about"),
    "brief": ("brief", "Show the dossier of an actor, or of what is between several"),
    "chart": ("chart", "Draw figures, a timeline or a network, in the terminal or as a picture"),
    "journal": ("listing", "List the journal: every change of the base"),
    "history": ("history", "Show what was added, changed and removed of a record"),
    "amend": ("amend", "Correct fields of a record; what they were stays in its history"),
    "settle": ("settle", "Say what settled a promise: whether it was kept, broken or overtaken"),
    "retract": ("retract", "Take a record out; it stays in its history"),
    "merge": ("merge", "Make two records of one thing into one"),
    "alias": ("alias", "Give a thing another name, under which it is found"),
    "undo": ("undo", "Take a whole entry of the journal back"),
    "check": ("check", "Find what contradicts itself, is overdue, or is told twice"),
    "trust": ("trust", "Show on whose word a record rests, and how many say so independently"),
    "diff": ("diff", "Show what differs between two bases, or between two states of one"),
    "search": ("search", "Find records by the words in their names and texts"),
    "show": ("show", "Show one record with all that is said of it"),
    "add": ("add", "Record what a document tells: a fact sheet, or a single fact"),
    "sheet": ("sheet", "Make fact sheets: an empty one, or what the base holds of a source"),
    "schema": ("schema", "Print the JSON Schema of fact sheets"),
    "verify": ("verify", "Compare what is recorded of a source with your copy of the document"),
    "export": ("exports", "Write a base to travel: a data package, JSON Lines, or a workbook"),
    "import": ("imports", "Take in official statistics, or what another base has"),
    "serve": ("serve", "Open the base in a browser, with Datasette"),
    "sql": ("sql", "Ask the base in SQL, reading only"),
    "db": ("db", "Make, find, upgrade and back up a base"),
    "completion": ("completion", "Print what lets your shell complete commands, names and codes"),
}


def main(argv: Sequence[str]) -> int:
    """Run the command line and give its exit code. Prints to standard output and standard error, and never raises."""
    debug = "--debug" in argv
    if "--no-pager" in argv:
        os.environ["FACTBASE_PAGER"] = ""
    arguments = [argument for argument in argv if argument not in ("--debug", "--no-pager")]
    _use_utf8()
    try:
        code = _answer(arguments)
        _flush()
    except BaseException as error:
        return _ending(error) or _failed(error, debug)
    return code


# The signals that told the command to end. What their handler raises is lost where a library called back.
_told: list[int] = []


def _ending(error: BaseException | None) -> int:
    """The exit code of a command that was told to end, and perhaps failed then as it cleared up; 0 for any other."""
    if _told:
        return ExitCode.TERMINATED if _told[0] == signal.SIGTERM else ExitCode.INTERRUPTED
    while error is not None:
        if isinstance(error, Terminated):
            return ExitCode.TERMINATED
        if isinstance(error, KeyboardInterrupt):
            return ExitCode.INTERRUPTED
        error = error.__cause__ or error.__context__
    return ExitCode.DONE


def _failed(error: BaseException, debug: bool) -> int:
    """Say why a command failed, and give its exit code."""
    if isinstance(error, FactbaseError):
        return _refuse(error)
    if isinstance(error, BrokenPipeError | SystemExit):
        # Typer turns a closed pipe into SystemExit, and nothing else when it is not on its own.
        # What is left in the buffer goes nowhere: Python would try to write it once more at exit.
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.CLOSED_PIPE
    if isinstance(error, UnicodeEncodeError) and "\ud800" <= error.object[error.start] <= "\udfff":
        # Python has so what it could not read: a byte of an argument or a variable, say.
        return _refuse(
            BadInput(f"a text has '{error.object[error.start]}', which is not UTF-8", hint="write it in UTF-8")
        )
    if debug:
        raise error
    if isinstance(error, OSError):
        # What is printed has no name.
        where = os.fsdecode(error.filename) if error.filename else "the output could not be written"
        _say(f"{where}: {error.strerror or error}")
        return ExitCode.UNAVAILABLE
    _say(f"a bug in factbase: {type(error).__name__}: {error} (run it again with --debug for a trace)")
    return ExitCode.BUG


def _answer(arguments: Sequence[str]) -> int:
    """What is asked most often is answered before Typer is imported, which takes longer than the answer."""
    if not arguments:
        from factbase.cli.overview import overview

        overview()
        return ExitCode.DONE
    if arguments in (["-h"], ["--help"]):
        from factbase.cli.overview import print_help

        print_help(COMMANDS)
        return ExitCode.DONE
    if arguments[0] == "completion" and arguments[2:3] == ["--"]:
        from factbase.cli.complete import answer

        answer(arguments[1], arguments[3:])
        return ExitCode.DONE
    from factbase.cli.application import run

    return run(arguments)


class Without:
    """Keeps modules out that Arrow looks for at every turn where they are installed, and that load slowly."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def find_spec(self, name: str, *_: object) -> None:
        if name in self.names:
            raise ModuleNotFoundError(name)


class Terminated(BaseException):
    """Another program has told this one to end."""


def end(number: int, frame: object) -> None:
    """What is done when Ctrl-C, or another program, tells this one to end."""
    _told.append(number)
    raise Terminated if number == signal.SIGTERM else KeyboardInterrupt


def run() -> None:
    """The console script. Told to end, it ends as after Ctrl-C: what was begun is taken back, drafts are deleted."""
    signal.signal(signal.SIGTERM, end)
    # What runs in the background of a shell ignores it.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, end)
    sys.meta_path.insert(0, Without("numpy", "pandas", "polars"))
    # What is imported stays: looking through it for garbage is a tenth of what a small command takes.
    gc.disable()
    # Arrow's own gives memory back and takes it anew at every block, which costs a load a tenth of its time.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    sys.exit(main(sys.argv[1:]))


def _flush() -> None:
    # A full disk or a closed pipe shows itself at the last flush, and only there for short outputs.
    if sys.stdout is not None:
        sys.stdout.flush()


def _use_utf8() -> None:
    """Output is UTF-8 with LF whatever the locale says, so that exports are the same everywhere."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(
                encoding="utf-8",
                errors="strict" if stream is sys.stdout else "backslashreplace",
                newline="\n",
            )


def _refuse(error: FactbaseError) -> int:
    _say(str(error))
    if isinstance(error, BadInput):
        for problem in error.problems:
            _say(f"  {problem}", prefix="")
    return error.exit_code


def _say(message: str, prefix: str = "factbase: ") -> None:
    from factbase.render.safe import visible

    if sys.stderr is not None:
        print(prefix + visible(message), file=sys.stderr)
