"""The outside forms that can be imported, each in a module that is loaded when it is used."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from factbase.errors import BadInput, WrongRequest

# Name: (module, what it is), in the order in which they are tried. A module has `recognises(path)` and `read(path)`.
FORMS = {
    "package": ("package", "a base as a data package, as 'export' writes it"),
    "jsonl": ("lines", "a base as JSON Lines, as 'export --as jsonl' writes it"),
}

# Likewise, of official statistics. A module has `recognises(rows)`, which gives the place of the header among the first
# rows of a file, and `Reading`, which says what is read and what it tells.
STATISTICS = {
    "comtrade": ("comtrade", "UN Comtrade, current and older columns"),
}


def form_of(path: Path, named: str | None = None) -> str:
    """The name of the form that `path` has: the one that is named, or the first that recognises its content.

    Raises WrongRequest for a form that there is not, BadInput where none recognises it.
    """
    if named is not None:
        if named not in FORMS:
            from factbase.values.name import did_you_mean

            hint = did_you_mean(named, FORMS)
            raise WrongRequest(f"no such form '{named}'", where="--as", hint=hint)
        return named
    if not path.exists():
        raise BadInput("there is no such file or folder", where=str(path))
    for name in FORMS:
        if module(name).recognises(path):
            return name
    raise BadInput("is in no form that is known", where=str(path), hint=f"name it with --as: {', '.join(FORMS)}")


def module(name: str) -> Any:
    """The module that reads the form of that name."""
    return import_module(f"factbase.exchange.{FORMS[name][0]}")
