# /// script
# requires-python = ">=3.11"
# dependencies = ["iso3166", "rigour"]
# ///
"""Makes `factbase/values/states.tsv`, the states by their codes and names, from two libraries that keep them current.

`PYTHONPATH=. uv run docs/states.py` writes it anew. The libraries are not needed otherwise: what one of them needs has
to be compiled where it is installed, and its index of names takes seconds to make.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iso3166 import countries, countries_by_alpha3
from rigour._core import territories_jsonl
from rigour.data import iter_jsonl_text
from rigour.territories import get_territories, lookup_by_identifier, lookup_territory
from rigour.territories.util import normalize_territory_name

from factbase.values.state import TABLE, squeezed

COLUMNS = ("iso3", "iso2", "m49", "wikidata", "former", "parent", "name", "official", "names")
# Names that statistics and institutions use, and the libraries do not know.
_ALSO = {
    "BIH": ("Bosnia and Herz.",),
    "CHN": ("Mainland China", "Chinese Mainland"),
    "CSK": ("Czechoslovakia (former)",),
    "DDR": ("German Dem. Rep.", "Former GDR"),
    "MAC": ("Macao, China",),
    "PRK": ("Korea, D.P.R. of", "Korea, D.R.", "Korea DPR"),
    "SHN": ("Saint Helena", "St. Helena"),
    "SUN": ("USSR (former)", "Former USSR"),
    "TWN": ("Chinese Taipei", "Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu"),
    "YUG": ("Yugoslav SFR", "Yugoslavia (former)", "Former Yugoslavia"),
}
_TOLD = {row["code"]: row for row in iter_jsonl_text(territories_jsonl())}


def states() -> Iterator[tuple[Any, list[str]]]:
    """Each territory with a code of ISO 3166-1 or ISO 3166-3, and the cells of its row."""
    for territory in get_territories():
        iso3 = (territory.alpha3 or "").upper()
        is_former = bool(territory.is_historical and territory.is_country)
        if iso3 not in countries_by_alpha3 and not (iso3 and is_former):
            continue
        parent = (territory.parent.alpha3 or "").upper() if territory.parent else ""
        # A full name with brackets is the library's own way to tell two apart.
        has_official = territory.full_name != territory.name and "(" not in territory.full_name
        official = territory.full_name if has_official else ""
        iso2 = m49 = ""
        if iso3 in countries_by_alpha3:
            iso2 = countries_by_alpha3[iso3].alpha2
            # Kosovo's number is the library's own, not the UN's.
            m49 = countries_by_alpha3[iso3].numeric if iso3 != "XKX" else ""
            is_former = False
        former = "former" if is_former else ""
        yield territory, [iso3, iso2, m49, territory.qid, former, parent, territory.name, official]


def names(territory: Any) -> Iterator[str]:
    """Its names in whatever language, but for those of cities, and those that mean another one first."""
    told = _TOLD[territory.code]
    cities = {squeezed(place) for place in territory.places}
    for name in (*told.get("names_strong", ()), *told.get("names_weak", ())):
        if lookup_by_identifier(name) or squeezed(name) in cities:
            continue
        if lookup_territory(name) is territory:
            yield from (name, normalize_territory_name(name))


def main() -> None:
    """Write the table: a row for each, in the order of their codes, names as they are compared."""
    rows = [(cells, territory) for territory, cells in states()]
    whose: dict[str, str] = {}
    for column in (7, 6):
        whose |= {squeezed(cells[column]): cells[0] for cells, _ in rows if cells[column]}
    whose |= {squeezed(one.name): one.alpha3 for one in countries}
    for cells, territory in rows:
        for name in (*_ALSO.get(cells[0], ()), *names(territory)):
            whose.setdefault(squeezed(name), cells[0])
    with open(TABLE, "w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for cells, _ in sorted(rows, key=lambda row: row[0]):
            called = sorted(name for name, iso3 in whose.items() if iso3 == cells[0] and name)
            file.write("\t".join((*cells, "|".join(called))) + "\n")


if __name__ == "__main__":
    main()
