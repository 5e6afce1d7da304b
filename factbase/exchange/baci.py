"""CEPII's BACI: trade of all pairs of countries, imports and exports reconciled, in thousands of dollars and in tons."""

from __future__ import annotations

import csv
import fnmatch
import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from factbase.errors import BadInput
from factbase.exchange import stream
from factbase.exchange.delimited import Delimited
from factbase.exchange.draft import Draft, Told
from factbase.journal.block import NewActor, NewSource
from factbase.kinds.figure.measure import Measure

_COLUMNS = ["t", "i", "j", "k", "v", "q"]
# The editions of the Harmonized System as BACI's file names have them, and as UN Comtrade calls them.
_EDITIONS = {"92": "H0", "96": "H1", "02": "H2", "07": "H3", "12": "H4", "17": "H5", "22": "H6"}
_LARGEST_TABLE = 4 * 1024 * 1024
# The columns of the table of countries: code, name, alpha-3 code; as they are now, and as they were until 2022.
_COUNTRIES = (
    ("country_code", "country_name", "country_iso3"),
    ("country_code", "country_name_full", "iso_3digit_alpha"),
)


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, where the file is of this form."""
    return 0 if rows and sorted(rows[0]) == sorted(_COLUMNS) else None


class Reading:
    """How a file of this form is read. `described` is the table of countries that lies beside it, or in its zip."""

    codes = "c"
    footer = ()

    def __init__(self, file: Delimited, rows: list[list[str]], options: Any) -> None:
        name = options.member or os.path.basename(options.path)
        edition = re.search(r"HS([0-9]{2})(?![0-9])", name)
        self._classification = options.classification or (_EDITIONS.get(edition[1]) if edition else None)
        if self._classification is None:
            hint = "name it with --classification: H0 is HS 1992, H6 is HS 2022"
            raise BadInput(
                "the name of the file does not tell the edition of the HS", where=file.stream.name, hint=hint
            )
        self.texts, self.numbers = ["t", "i", "j", "k"], ["v", "q"]
        self.described = _countries(options, name)
        self._described_goods = _goods(options, name)
        publisher = NewActor("cepii", "institution", "CEPII")
        self.source = NewSource("baci", "CEPII: BACI", publisher, _version(name))

    def tell(self, draft: Draft) -> Iterator[Told]:
        """What the rows tell: exports of i to j."""
        import pyarrow.compute as pc

        area, partner = draft.actors("i"), draft.actors("j")
        commodity = draft.mapped("k", _commodity, "is no code of a commodity")
        when = draft.periods("t")
        dimensions: dict[str, Any] = {
            "area": area, "partner": partner, "flow": draft.constant("export"), "period": when, "commodity": commodity,
            "classification": draft.constant(self._classification),
            "description": draft.filled(commodity).map(lambda code: self._described_goods.get(code, "")),
        }  # fmt: skip
        for column, measure in (
            ("v", Measure("trade in goods", "USD", basis="FOB, reconciled")),
            ("q", Measure("trade quantity", "t", basis="reconciled")),
        ):
            texts = pc.ascii_trim_whitespace(draft.text(column))
            shift = 3 if column == "v" else 0
            yield Told(column, texts, draft.constant(measure), shift=shift, missing=("", "NA"), **dimensions)


def _commodity(code: str) -> str | None:
    code = code.zfill(6) if code.isdigit() else code
    return code if re.fullmatch(r"[0-9A-Z]{6}", code) else None


def _countries(options: Any, name: str) -> dict[str, tuple[str, str]]:
    """Each number's alpha-3 code and name, from the table that is named or lies beside the file."""
    path, text = (
        (options.countries, _read(options.countries))
        if options.countries
        else _beside(options, name, "country_codes*.csv")
    )
    if text is None:
        return {}
    names, rows = _table(path, text)
    columns = next((one for one in _COUNTRIES if {*one} <= names), None)
    if columns is None:
        raise BadInput("is no table of countries: country_code,country_name,country_iso2,country_iso3", where=path)
    told = [tuple((row[column] or "").strip() for column in columns) for row in rows]
    return {code: (iso3, label) for code, label, iso3 in told if code and label}


def _goods(options: Any, name: str) -> dict[str, str]:
    """What each code of a commodity means, where the table of products is at hand."""
    edition = re.search(r"HS[0-9]{2}", name)
    path, text = _beside(options, name, f"product_codes_{edition[0] if edition else '*'}*.csv")
    if text is None:
        return {}
    names, rows = _table(path, text)
    if not {"code", "description"} <= names:
        raise BadInput("is no table of products: code,description", where=path)
    return {known: row["description"] or "" for row in rows if (known := _commodity((row["code"] or "").strip()))}


def _table(path: str, text: str) -> tuple[set[str], list[dict[str, str | None]]]:
    """The columns of a table and its rows."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        return {*(rows.fieldnames or ())}, [*rows]
    except csv.Error as error:
        what = f"cannot be read as a table: {error}"
        raise BadInput(what, where=path, hint="does a quote not close?") from None


def _beside(options: Any, name: str, pattern: str) -> tuple[str, str | None]:
    """The name and the text of the table of that name in the file's zip or its folder; None where there is none.

    Of several, the one of the file's own version is meant, else the last.
    """
    path = options.path

    def meant(names: Iterable[str]) -> str | None:
        found = [one for one in names if fnmatch.fnmatch(one.rpartition("/")[2], pattern)]
        return max(found, key=lambda one: (_version(one) == _version(name), one), default=None)

    if path == "-":
        return path, None
    folder = os.path.dirname(path) or "."
    try:
        with open(path, "rb") as file:
            members = zipfile.ZipFile(file).namelist() if file.read(4) == b"PK\x03\x04" else []
        beside = meant(os.listdir(folder))
    except OSError as error:
        raise _unreadable(path, error) from None
    if member := meant(members):
        with stream.opened(path, member) as packed:
            return packed.name, _text(packed.name, packed.read(_LARGEST_TABLE + 1))
    where = os.path.join(folder, beside or "")
    return where, _read(where) if beside else None


def _version(name: str) -> str | None:
    found = re.search(r"_V([0-9a-z]+)", name)
    return found[1] if found else None


def _read(path: str) -> str:
    try:
        if not os.path.isfile(path):
            raise BadInput("is not a file", where=path)
        with open(path, "rb") as file:
            return _text(path, file.read(_LARGEST_TABLE + 1))
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: str, error: OSError) -> BadInput:
    return BadInput(f"cannot be read: {(error.strerror or str(error)).lower()}", where=path)


def _text(path: str, data: bytes) -> str:
    if len(data) > _LARGEST_TABLE:
        raise BadInput(f"is larger than {_LARGEST_TABLE // 1024**2} MB, and so no table of codes", where=path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The older tables of countries are in Latin-1.
        return data.decode("latin-1")
