"""The outside forms that can be imported, each in a module that is loaded when it is used."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from factbase.errors import BadInput, WrongRequest

# The description of a data package, in its folder.
DESCRIPTION = "datapackage.json"


def _is_package(path: Path) -> bool:
    """Whether the path is a folder with a package in it, or the description of one."""
    return (path / DESCRIPTION).is_file() or (path.name == DESCRIPTION and path.is_file())


def _is_lines(path: Path) -> bool:
    """Whether the file begins with the header of such lines."""
    if not path.is_file():
        return False
    try:
        with open(path, "rb") as file:
            return file.read(14).replace(b" ", b"").startswith(b'{"factbase":')
    except OSError:
        # Whoever reads it next says why it cannot be read.
        return False


# Name: (module, what it is, whether a path is one), in the order in which they are tried. A module has `read(path)`; it
# loads SQLAlchemy, which statistics need not wait for.
FORMS = {
    "package": ("package", "a base as a data package, as 'export' writes it", _is_package),
    "jsonl": ("lines", "a base as JSON Lines, as 'export --as jsonl' writes it", _is_lines),
}

# Name: (module, what it is), of official statistics. A module has `recognises(rows)`, which gives the place of the header
# among the first rows of a file, and `Reading`, which says what is read, whose codes of areas those are, and what it tells.
STATISTICS = {
    "comtrade": ("comtrade", "UN Comtrade, current and older columns"),
    "worldbank": ("worldbank", "the World Bank, a column a year"),
    "sdmx": ("sdmx", "SDMX-CSV 1.0 and 2.0"),
    "eurostat": ("eurostat", "Eurostat's tables, a column a period"),
    "imf": ("imf", "the IMF's data portal"),
    "baci": ("baci", "CEPII's BACI"),
}


def form_of(path: Path, named: str | None = None) -> str | None:
    """The name of the form that `path` has: the one that is named, or the copy of a base that it is; None for others.

    Raises WrongRequest for a form that there is not, BadInput for a folder that is none.
    """
    if named is not None:
        if named not in FORMS and named not in STATISTICS:
            from factbase.values.name import did_you_mean

            hint = did_you_mean(named, [*FORMS, *STATISTICS])
            raise WrongRequest(f"no such form '{named}'", where="--as", hint=hint)
        return named
    if str(path) == "-":
        return None
    if not path.exists():
        raise BadInput("there is no such file or folder", where=str(path))
    for name, (_, _, is_one) in FORMS.items():
        if is_one(path):
            return name
    if path.is_dir():
        raise BadInput("is in no form that is known", where=str(path), hint="a folder is a data package, or none")
    return None


def module(name: str) -> Any:
    """The module that reads the form of that name."""
    return import_module(f"factbase.exchange.{FORMS[name][0]}")
