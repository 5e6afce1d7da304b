"""CEPII's BACI: trade of all pairs of countries, imports and exports reconciled, in thousands of dollars and in tons."""

from __future__ import annotations

import csv
import fnmatch
import io
import os
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from factbase.errors import BadInput
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

    def __init__(self, header: list[str], rows: list[list[str]], options: Any) -> None:
        name = options.member or os.path.basename(options.path)
        edition = re.search(r"HS([0-9]{2})(?![0-9])", name)
        self._classification = options.classification or (_EDITIONS.get(edition[1]) if edition else None)
        if self._classification is None:
            hint = "name it with --classification: H0 is HS 1992, H6 is HS 2022"
            raise BadInput("the name of the file does not tell the edition of the HS", where=options.path, hint=hint)
        self.texts, self.numbers = ["t", "i", "j", "k"], ["v", "q"]
        self.described = _countries(options)
        self._described_goods = _goods(options, name)
        version = re.search(r"_V([0-9a-z]+)", name)
        publisher = NewActor("cepii", "institution", "CEPII")
        self.source = NewSource("baci", "CEPII: BACI", publisher, version[1] if version else None)

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


def _countries(options: Any) -> dict[str, tuple[str, str]]:
    """Each number's alpha-3 code and name, from the table that is named or lies beside the file."""
    path, text = (
        (options.countries, _read(options.countries)) if options.countries else _beside(options, "country_codes*")
    )
    if text is None:
        return {}
    rows = csv.DictReader(io.StringIO(text, newline=""))
    columns = next((names for names in _COUNTRIES if {*names} <= {*(rows.fieldnames or ())}), None)
    if columns is None:
        raise BadInput("is no table of countries: country_code,country_name,country_iso2,country_iso3", where=path)
    code, name, iso3 = columns
    return {row[code].strip(): ((row[iso3] or "").strip(), (row[name] or "").strip()) for row in rows if row[code]}


def _goods(options: Any, name: str) -> dict[str, str]:
    """What each code of a commodity means, where the table of products is at hand."""
    edition = re.search(r"HS[0-9]{2}", name)
    path, text = _beside(options, f"product_codes_{edition[0] if edition else '*'}*")
    if text is None:
        return {}
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {"code", "description"} <= {*(rows.fieldnames or ())}:
        raise BadInput("is no table of products: code,description", where=path)
    return {known: row["description"] or "" for row in rows if (known := _commodity((row["code"] or "").strip()))}


def _beside(options: Any, pattern: str) -> tuple[str, str | None]:
    """The name and the text of the table of that name in the file's zip or its folder; None where there is none."""
    path = options.path
    if os.path.isfile(path) and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            found = [
                one for one in archive.infolist() if fnmatch.fnmatch(one.filename.rpartition("/")[2], f"{pattern}.csv")
            ]
            if found and not found[-1].flag_bits & 1 and found[-1].file_size <= _LARGEST_TABLE:
                return f"{path}/{found[-1].filename}", _text(archive.read(found[-1]))
    folder = os.path.dirname(path) or "."
    names = sorted(one for one in os.listdir(folder) if fnmatch.fnmatch(one, f"{pattern}.csv")) if path != "-" else []
    where = os.path.join(folder, names[-1]) if names else ""
    return where, _read(where) if names else None


def _read(path: str) -> str:
    try:
        if not os.path.isfile(path):
            raise BadInput("is not a file", where=path)
        with open(path, "rb") as file:
            return _text(file.read(_LARGEST_TABLE))
    except OSError as error:
        raise BadInput(f"cannot be read: {(error.strerror or str(error)).lower()}", where=path) from None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The older tables of countries are in Latin-1.
        return data.decode("latin-1")
