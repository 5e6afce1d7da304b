"""`add`: record what a fact sheet tells, or a single fact from the shell."""

from __future__ import annotations

import inspect
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from factbase.base import open as open_base
from factbase.cli import options
from factbase.cli.command import made
from factbase.cli.output import Output
from factbase.errors import BadInput, WrongRequest
from factbase.exchange.sheet import Sheet, did_you_mean, read, sheet_of
from factbase.exchange.sheet_draft import Plan
from factbase.exchange.sheet_model import Field, Section, common, parts, sections, source
from factbase.exchange.sheet_model import section as section_of
from factbase.exchange.sheet_plan import plan
from factbase.exchange.sheet_text import Node, load
from factbase.journal.author import author as author_of
from factbase.rows import Column, Rows
from factbase.store.lookup import find

HELP = "\n\n".join(
    (
        "Record what a document tells: a fact sheet, or a single fact",
        "SHEET is a sheet in YAML or JSON, taken whole or not at all; '-' reads it from standard input. "
        "A fact that the base has from this document already stays as it is, so that adding a sheet twice changes "
        "nothing. --dry-run shows what would be recorded, what the base has, and which actors are new.",
        "factbase add aliyev-visit.yaml --dry-run",
        "factbase add aliyev-visit.yaml",
        "The commands below record one thing or one fact each, with its fields as options. On a terminal they ask for "
        "what is missing.",
        "factbase add figure --source kapanadze --at p3.s2 --indicator trade --area AZE --partner CHN --period 2024 "
        "--value '$3.7 billion'",
    )
)

SHEET_HELP = """Record what a fact sheet tells, whole or not at all

factbase add aliyev-visit.yaml --dry-run

factbase sheet from-source kapanadze | factbase add - --base other.db"""

# Without the command that they begin with; '@' stands for the document and the place in it.
EXAMPLES = {
    "source": (
        '--kind article --title "Talks in Beijing" --published "23 April 2025"',
        '--kind communiqué --title "Joint communiqué" --author China --language en',
    ),
    "actor": (
        '--name "Ministry of Energy of Azerbaijan" --kind ministry --part-of Azerbaijan',
        '--name "Port of Alat" --kind company --state Azerbaijan --other-name "Alat port"',
    ),
    "agreement": (
        '@ --kind memorandum --subject "green energy" --party Azerbaijan --party China --signed "23 April 2025"',
        '@ --kind protocol --subject "air transport" --party Azerbaijan --party China --modality plan',
    ),
    "event": (
        '@ --name "Talks on transit" --kind talks --date "April 2025"',
        '@ --name "Forum in Urumqi" --kind conference --place urumqi --participant China',
    ),
    "party": (
        "@ --agreement aze-chn-free-trade --actor Azerbaijan",
        '@ --agreement aze-chn-free-trade --actor "World Trade Organization" --role observer',
    ),
    "action": (
        '@ --agreement aze-chn-joint-statement --action announced --date "22 April 2025"',
        "@ --agreement aze-chn-visa-exemption --action ratified --by Azerbaijan --date 2025-06",
    ),
    "provision": (
        '@ --agreement aze-chn-visa-exemption --kind visa --scope "stays of up to 30 days"',
        "@ --agreement aze-chn-digital-economy --kind duration --value '5 years'",
    ),
    "tally": (
        "@ --thing aze-chn-joint-statement --counted articles --low 10",
        '@ --thing beijing --counted "delegations" --count 12 --exhaustive no',
    ),
    "occurrence": (
        "@ --event aliyev-xi-meeting-2025 --place Beijing",
        "@ --event aliyev-xi-meeting-2025 --date 2025-04-22/2025-04-24",
    ),
    "participation": (
        "@ --event aliyev-xi-meeting-2025 --actor Azerbaijan --role guest",
        '@ --agreement aze-chn-joint-statement --actor "Xi Jinping" --representing China --role signatory',
    ),
    "affiliation": (
        '@ --actor "Xi Jinping" --status office-holder --organisation China --office President',
        "@ --actor Azerbaijan --status observer --organisation WTO --date 2025",
    ),
    "relation": (
        '@ --actor Azerbaijan --kind partnership --other China --level "Comprehensive Strategic Partnership"',
        '@ --actor Beijing --kind "sister cities" --other Nakhchivan --date 2025',
    ),
    "position": (
        '@ --holder China --stance supports --target Azerbaijan --subject "peace talks"',
        '@ --holder Azerbaijan --stance supports --subject "the Middle Corridor" --mode reaffirmed',
    ),
    "commitment": (
        '@ --actor China --towards Azerbaijan --subject "more freight trains" --due 2026',
        '@ --actor Azerbaijan --subject "a trade house in Urumqi"',
    ),
    "link": (
        "@ --thing aze-chn-digital-economy --kind based-on --other aze-chn-joint-statement",
        "@ --thing aze-chn-green-development --kind follows --other aze-chn-joint-statement",
    ),
    "figure": (
        "@ --indicator trade --area AZE --partner CHN --period 2024 --value '$3.7 billion'",
        "@ --indicator cargo --area AZE --partner CHN --period 2024 --value '378,000 t' --change +86%",
    ),
    "change": (
        "@ --indicator trade --area AZE --partner CHN --unit USD --period 2023 --change +20%",
        "@ --indicator cargo --area AZE --unit t --period 2024 --change +86% --base-period 2023",
    ),
    "statement": (
        '@ --modality cause --text "The decision answers pressure." --about China',
        '@ --modality opinion --text "Transit matters more than trade." --about Azerbaijan',
    ),
}

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be recorded, and record nothing.")]

COLUMNS = [
    Column("status", "code", "new; known: the base has it; completed: it gains something; kept: other words stay."),
    Column("kind", "code", "What it is."),
    Column("key", "code", "The key that it has or would have."),
    Column("fact", "text", "What is recorded, normalised."),
    Column("place", "code", "Where in the document.", optional=True),
    Column("line", "integer", "The line of the sheet.", optional=True),
]

# Told in sheets alone: an option has no room for them.
_NOT_IN_SHELL = ("provisions", "tallies", "assessments", "number")
_METAVARS = {
    "code": "CODE",
    "date": "DATE",
    "thing": "NAME",
    "period": "PERIOD",
    "quantity": "VALUE",
    "locator": "PLACE",
    "assertion": "KEY",
}


class Add(TyperGroup):
    """A command for each kind of fact; what names none of them is the file of a sheet."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return ["source", *(section.kind for section in sections().values())]

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        return _single(_section(cmd_name)) if cmd_name in self.list_commands(ctx) else None

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        if args[0] in self.list_commands(ctx):
            return super().resolve_command(ctx, args)
        return None, made("sheet", sheet, SHEET_HELP), args


def _section(kind: str) -> Section:
    return next(section for section in (source(), *sections().values()) if section.kind == kind)


def command(name: str) -> Any:
    """The group of commands."""
    app = typer.Typer(
        cls=Add,
        help=HELP,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        # Options of a sheet may stand before its name.
        context_settings={"help_option_names": ["-h", "--help"], "ignore_unknown_options": True},
    )
    app.callback()(lambda: None)
    made = typer.main.get_command(app)
    made.name = name
    made.help = HELP
    return made


def sheet(
    file: Annotated[str, typer.Argument(metavar="SHEET", help="A YAML or JSON file, or '-'.", show_default=False)],
    dry_run: DryRun = False,
    format: options.Format = None,
    output: options.Output = "-",
    quiet: options.Quiet = False,
    author: options.Author = None,
    why: options.Why = None,
    base: options.Base = None,
) -> None:
    given = {"dry_run": dry_run, "author": author, "why": why, "base": base}
    out = Output(format, output, quiet=quiet)
    try:
        _take(read(load(file)), given, out, f"add {file}")
    except BadInput as error:
        hint = error.hint
        if "no such file" in error.what and "." not in file:
            hint = did_you_mean(file, Add().list_commands(None))  # type: ignore[arg-type]
        where = error.where or ("standard input" if file == "-" else file)
        raise BadInput(error.what, where=where, hint=hint, problems=error.problems) from None


def _take(told: Sheet, given: dict[str, Any], out: Output, command: str) -> None:
    """Plan or record a sheet, and show what it comes to."""
    author = author_of(given["author"])
    out.check()
    number = None
    with open_base(given["base"]) as opened:
        # Planned before it is recorded too, so that a bad sheet never locks the base.
        planned = plan(opened.reader(), told, assessor=author)
        if planned.changes and not given["dry_run"]:
            with opened.entry(command=command, author=author, why=given["why"]) as entry:
                planned = entry.add(told)
                number = entry.number
    rows = ((line.status, line.kind, line.key, line.words, line.place, line.line) for line in planned.lines)
    out.write(Rows(COLUMNS, rows), title="what would be recorded" if given["dry_run"] else "what was recorded")
    out.note(_summary(planned, number, dry_run=given["dry_run"]))


def _summary(made: Plan, number: int | None, *, dry_run: bool) -> str:
    new = [line for line in made.lines if line.status == "new" and line.kind != "name"]
    things = sum(line.kind in ("actor", "agreement", "event", "source") for line in new)
    known = sum(line.status != "new" for line in made.lines)
    numbers = {"fact": len(new) - things, "thing": things}
    counted = " and ".join(_count(number, word) for word, number in numbers.items() if number) or "what was missing"
    if not made.changes:
        return "nothing is new: the base has all of it"
    had = f"; {known} known" if known else ""
    return f"would record {counted}{had}" if dry_run else f"recorded {counted}{had} (entry {number})"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _single(section: Section) -> Any:
    """The command that records one thing or fact of a section."""

    def callback(**given: Any) -> None:
        _add_one(section, given)

    parameters = _parameters(section)
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    article = "an" if section.kind[0] in "aeo" else "a"
    examples = (example.replace("@", "--source kapanadze --at p1.s1", 1) for example in EXAMPLES.get(section.kind, ()))
    lines = (f"factbase add {section.kind} {example}" for example in examples)
    return made(section.kind, callback, "\n\n".join((f"Record {article} {section.kind}", f"{section.help}.", *lines)))


def _parameters(section: Section) -> list[inspect.Parameter]:
    """The fields of a section as options, and what all additions share."""
    declared: dict[str, tuple[Any, Any]] = {}
    if section.kind != "source":
        told_in = typer.Option("--source", metavar="SOURCE", help="The document that tells it: its key or title.")
        declared["source"] = (Annotated[str | None, told_in], None)
    for known in _fields(section):
        option = typer.Option(
            known.option, metavar=_metavar(known), help=_help(known), rich_help_panel=_panel(section, known)
        )
        declared[_parameter(known)] = (Annotated[list[str] | None if known.many else str | None, option], None)
    shared: dict[str, tuple[Any, Any]] = {
        "dry_run": (DryRun, False),
        "format": (options.Format, None),
        "output": (options.Output, "-"),
        "quiet": (options.Quiet, False),
        "author": (options.Author, None),
        "why": (options.Why, None),
        "base": (options.Base, None),
    }
    if section.kind == "source":
        # There, --author is who wrote the document.
        del shared["author"]
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in {**declared, **shared}.items()
    ]


def _metavar(known: Field) -> str:
    short = section_of(known.part).fields[known.short] if known.part and known.short else known
    return _METAVARS.get(short.type, "TEXT")


def _help(known: Field) -> str:
    # What a part may be beside a text, only a sheet can say.
    help = known.help.partition(":")[0] if known.part in parts() else known.help.partition(": names,")[0]
    return f"{help.removesuffix('.')}{' (needed)' if known.required else ''}."


def _panel(section: Section, known: Field) -> str:
    if section.is_thing and known.part in ("actions", "links"):
        return "Course and links"
    return "Assertion" if known.name in {one.name for one in common()} else "Fields"


def _parameter(known: Field) -> str:
    return f"field_{known.name.replace(' ', '_')}"


def _fields(section: Section) -> list[Field]:
    return [known for known in section.fields.values() if known.name not in _NOT_IN_SHELL]


def _add_one(section: Section, given: dict[str, Any]) -> None:
    told: dict[str, Node] = {}
    for known in _fields(section):
        value = given[_parameter(known)]
        if known.many and value:
            told[known.name] = Node([Node(one) for one in value])
        elif value is not None and not known.many:
            told[known.name] = Node(value)
    asks = sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()
    if asks:
        _ask(section, given, told)
    tree = {section.name: Node(told)}
    if section.kind != "source":
        tree |= _document(section, given)
    out = Output(given["format"], given["output"], quiet=given["quiet"])
    given.setdefault("author", None)
    _take(sheet_of(tree), given, out, f"add {section.kind}")


def _document(section: Section, given: dict[str, Any]) -> dict[str, Node]:
    """The source that a fact is from; an actor needs none."""
    if given["source"] is None:
        if section.kind == "actor":
            return {}
        raise WrongRequest(
            "the document that tells it is missing", where="--source", hint="'factbase sources' lists them"
        )
    with open_base(given["base"]) as opened:
        key = find(opened.reader(), given["source"], ("source",), where="--source")
    return {"source": Node({"key": Node(key)})}


def _ask(section: Section, given: dict[str, Any], told: dict[str, Node]) -> None:
    """Ask for what is missing, on standard error, so that the answer can go into a file."""
    from factbase.kinds.schema import codes

    if section.kind not in ("source", "actor") and given["source"] is None:
        given["source"] = typer.prompt("source (its key or title)", err=True)
    for known in _fields(section):
        if known.required and known.name not in told and not (known.name == "subject" and "title" in told):
            hint = ", ".join(codes[known.codes]) if known.codes else known.help
            told[known.name] = Node(typer.prompt(f"{known.name} ({hint})", err=True))
