"""The base as it stood: temporary views with the tables' own names over rows and before-images.

Both databases look for temporary names first, so no query has to know of it; the base itself is not written.
"""

from __future__ import annotations

from factbase.errors import WrongRequest
from factbase.kinds import views
from factbase.kinds.figure.total import totals
from factbase.store.reading import Reader, Table

# What the journal tells of itself is cut at the entry.
_JOURNAL = {
    "entry": "number",
    "revision": "entry",
    "figure_revision": "entry",
    "series_key_revision": "entry",
    "load": "entry",
}


def entry_at(reader: Reader, day: str) -> int:
    """The number of the last entry that was made on the day (UTC, YYYY-MM-DD) or before it; 0 where there was none."""
    found = reader.rows("SELECT coalesce(max(number), 0) FROM entry WHERE at < :end", {"end": f"{day}T99"})
    return int(str(next(iter(found))[0]))


def as_of_entry(reader: Reader, number: int) -> None:
    """Let every query on this connection see the base as it stood when that entry had been made.

    Raises WrongRequest for a negative number.
    """
    if number < 0:
        raise WrongRequest("entries count from 1", where="--as-of")
    tables = reader.tables()
    stood = {
        name: _parts(reader, name, table, f"{name}_revision" in tables, number)
        for name, table in tables.items()
        # Tables that the journal writes have a column `entry`.
        if "entry" in table.columns and name not in _JOURNAL
    }
    journal = {
        name: f'SELECT * FROM {reader.schema}."{name}" WHERE {number_column} <= {number:d}'
        for name, number_column in _JOURNAL.items()
    }
    facts = {name: " UNION ALL ".join(parts) for name, parts in stood.items()}
    told = {name: _in_parts(views.view(name).select, stood["figure"]) for name in views.FILES}
    reader.define({**journal, **facts, "total": totals(), **told})


def _parts(reader: Reader, name: str, table: Table, own_images: bool, number: int) -> list[str]:
    """The rows of a table that had been written by then, and, if there are any, the images of those changed since."""
    schema = reader.schema
    now = ", ".join(f'"{column}"' for column in table.columns)
    images = f'{schema}."{name}_revision" WHERE' if own_images else f"{schema}.revision WHERE table_name = '{name}' AND"
    then = ", ".join(
        "written_by" if column == "entry"
        else f'"{column}"' if own_images
        else f"CAST(json_extract(image, '$.{column}') AS {type})"
        for column, type in table.columns.items()
    )  # fmt: skip
    since = f"FROM {images} entry > {number:d} AND written_by <= {number:d}"
    parts = [f'SELECT {now} FROM {schema}."{name}" WHERE entry <= {number:d}']
    if list(reader.rows(f"SELECT 1 {since} LIMIT 1")):
        parts.append(f"SELECT {then} {since}")
    return parts


def _in_parts(select: str, figure: list[str]) -> str:
    """A view's SELECT with one that begins with figures once for each part of them.

    A join with parts cannot use the index of each; parts of a view can.
    """
    arms = select.split("\nUNION ALL\n")
    if len(figure) == 1 or not any("\nFROM figure\n" in arm for arm in arms):
        return select
    told = []
    for arm in arms:
        if "\nFROM figure\n" in arm:
            told += [arm.replace("\nFROM figure\n", f"\nFROM ({part}) AS figure\n") for part in figure]
        else:
            told.append(arm)
    return "\nUNION ALL\n".join(told)
