"""The words of the command line, for completion: `factbase/cli/words.json`, made from the commands themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typer

from factbase.audit.check import NAMES
from factbase.cli import brief, chart, exports
from factbase.cli.application import application
from factbase.exchange import importers
from factbase.exchange.sheet_model import sections, source
from factbase.kinds.views import view
from factbase.query.chart.kinds import KINDS
from factbase.query.chart.trade import BY
from factbase.query.filters import Among
from factbase.query.nouns import NOUNS
from factbase.render import formats

WORDS = Path(__file__).parent.parent / "factbase" / "cli" / "words.json"

FILES = {"FILE", "FOLDER", "PATH", "SHEET", "OLD", "NEW"}
# What a value is called in the help, and the kinds of things that it may be; an empty list is any record.
THINGS: dict[str, list[str]] = {
    "ACTOR": ["actor"],
    "SOURCE": ["source"],
    "AGREEMENT": ["agreement"],
    "KEY": [],
    "RECORD": [],
    "THING": [],
    "INTO": [],
}
# Words that only the command itself knows: by its name, and the option or the name of the argument.
LISTS = {
    ("export", "--as"): exports.FORMS,
    ("import", "--as"): [*importers.FORMS, *importers.STATISTICS],
    ("brief", "--format"): brief.FORMS,
    ("chart", "KIND"): [*KINDS],
    ("chart", "--format"): chart.FORMS,
    ("chart", "--by"): [*BY],
    ("check", "--only"): NAMES,
}
CODE_LISTS = {("alias", "--kind"): "name_kind", ("settle", "--outcome"): "outcome"}
# Whatever tables of forms there are.
FORMS = [form for name, table in vars(formats).items() if name.isupper() and isinstance(table, dict) for form in table]
SHORT = 100
ENTRIES = "SELECT number FROM entry ORDER BY number DESC LIMIT 300"


def words() -> str:
    """All commands with their options and arguments and what each takes, as JSON."""
    root = application()
    return f"{laid_out(described(root, typer.Context(root, info_name='factbase'), ()))}\n"


def laid_out(value: Any, inset: str = "") -> str:
    """JSON with a line for each option, so that a change is seen in a diff."""
    compact = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict) or "takes" in value or len(compact) <= SHORT:
        return compact
    inner = (f'{inset} "{name}": {laid_out(one, f"{inset} ")}' for name, one in value.items())
    return "{\n" + ",\n".join(inner) + f"\n{inset}}}"


def described(command: Any, context: Any, path: tuple[str, ...]) -> dict[str, Any]:
    """A command, and the commands in it."""
    told: dict[str, Any] = {"help": first_line(command.help), "options": {}, "arguments": []}
    for parameter in command.get_params(context):
        if parameter.param_type_name == "argument":
            told["arguments"].append({"takes": takes(parameter, path), "repeats": parameter.nargs != 1})
            continue
        for name in parameter.opts:
            option: dict[str, Any] = {"help": first_line(parameter.help)}
            if not parameter.is_flag:
                option["takes"] = takes(parameter, path)
            told["options"][name] = option
    if hasattr(command, "list_commands"):
        told["commands"] = {}
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            inside = typer.Context(inner, parent=context, info_name=name)
            told["commands"][name] = described(inner, inside, (*path, name))
    if path == ("add",):
        # What is no kind of fact is the file of a sheet.
        told["arguments"].append({"takes": {"file": True}, "repeats": False})
    return told


def takes(parameter: Any, path: tuple[str, ...]) -> dict[str, Any]:
    """What a parameter's value can be: words, columns, files, what a SELECT gives, things of some kinds, or anything."""
    called = (parameter.metavar or "").replace("[", "").replace("]", "").removesuffix("...")
    option = parameter.opts[0] if parameter.param_type_name == "option" else None
    known = field(path, option)
    # An option has a short name too: '-f', '--format'.
    names = parameter.opts if option else [called]
    for name in names if path else ():
        if (path[-1], name) in LISTS:
            return {"words": list(LISTS[path[-1], name])}
    if "|" in called:
        return {"words": called.split("|")}
    if called in FILES:
        return {"file": True}
    if called == "FORMAT":
        return {"words": list(FORMS)}
    if called == "NAMES" and path[-1] in NOUNS:
        return {"columns": {column.name: column.description for column in view(path[-1]).columns}}
    if called == "ENTRY":
        return {"select": ENTRIES}
    if called in THINGS:
        return {"things": THINGS[called]}
    if known is not None and known.type == "thing":
        return {"things": list(known.kinds)}
    code_list = CODE_LISTS.get((path[-1], option or "")) if path else None
    if known is not None and known.codes:
        code_list = known.codes
    if code_list:
        return {"select": f"SELECT code FROM {code_list} ORDER BY code"}
    filter = NOUNS[path[-1]].filters.get((option or "").removeprefix("--")) if path and path[-1] in NOUNS else None
    return {"select": filter.codes} if isinstance(filter, Among) else {}


def field(path: tuple[str, ...], option: str | None) -> Any:
    """The field of a sheet that an option of `add` is."""
    if path[:1] != ("add",) or len(path) != 2:
        return None
    section = next(one for one in (source(), *sections().values()) if one.kind == path[1])
    return next((one for one in section.fields.values() if one.option == option), None)


def first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0].strip()
