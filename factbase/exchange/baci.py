"""CEPII's BACI: trade of all pairs of countries, imports and exports reconciled, in thousands of dollars and in tons."""

from __future__ import annotations

import csv
import glob
import io
import os
import re
from collections.abc import Iterator
from typing import Any

from factbase.errors import BadInput
from factbase.exchange.draft import Draft, Told
from factbase.journal.bulk import NewActor, NewSource
from factbase.kinds.figure.measure import Measure

_COLUMNS = ["t", "i", "j", "k", "v", "q"]
# The editions of the Harmonized System as BACI's file names have them, and as UN Comtrade calls them.
_EDITIONS = {"92": "H0", "96": "H1", "02": "H2", "07": "H3", "12": "H4", "17": "H5", "22": "H6"}
_LARGEST_TABLE = 1024 * 1024


def recognises(rows: list[list[str]]) -> int | None:
    """The place of the header, where the file is of this form."""
    return 0 if rows and sorted(rows[0]) == sorted(_COLUMNS) else None


class Reading:
    """How a file of this form is read. `described` is the table of countries that lies beside it."""

    codes = "c"
    footer = ()

    def __init__(self, header: list[str], rows: list[list[str]], options: Any) -> None:
        name = os.path.basename(options.path)
        edition = re.search(r"HS([0-9]{2})(?![0-9])", name)
        self._classification = options.classification or (_EDITIONS.get(edition[1]) if edition else None)
        if self._classification is None:
            hint = "name it with --classification: H0 is HS 1992, H6 is HS 2022"
            raise BadInput("the name of the file does not tell the edition of the HS", where=options.path, hint=hint)
        self.texts, self.numbers = ["t", "i", "j", "k"], ["v", "q"]
        self.described = _countries(options)
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
    path = options.countries
    if path is None:
        found = sorted(glob.glob(os.path.join(glob.escape(os.path.dirname(options.path)), "country_codes*.csv")))
        if not found:
            return {}
        path = found[-1]
    try:
        with open(path, "rb") as file:
            text = file.read(_LARGEST_TABLE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read: {error}", where=path) from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {"country_code", "country_name", "country_iso3"} <= {*(rows.fieldnames or ())}:
        raise BadInput("is no table of countries: country_code,country_name,country_iso2,country_iso3", where=path)
    return {row["country_code"]: (row["country_iso3"] or "", row["country_name"] or "") for row in rows}
