"""The base as it stood: temporary views with the tables' own names over rows and before-images.

SQLite looks for temporary names first, so no query has to know of it; the connection may be read-only.
"""

from __future__ import annotations

from factbase.errors import WrongRequest
from factbase.kinds import views
from factbase.kinds.figure.total import totals
from factbase.store.reading import Reader

# What the journal tells of itself is cut at the entry.
_JOURNAL = {
    "entry": "number",
    "revision": "entry",
    "figure_revision": "entry",
    "series_key_revision": "entry",
    "load": "entry",
}

_COLUMNS = (
    "SELECT tables.name, columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns"
    " WHERE tables.type = 'table' ORDER BY tables.name, columns.cid"
)


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
    columns: dict[str, list[str]] = {}
    for table, column in reader.rows(_COLUMNS):
        columns.setdefault(str(table), []).append(str(column))
    for name, number_column in _JOURNAL.items():
        reader.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM main.{name} WHERE {number_column} <= {number:d}")
    for name, own in columns.items():
        # Tables that the journal writes have a column `entry`.
        if "entry" in own and name not in _JOURNAL:
            reader.execute(f'CREATE TEMP VIEW "{name}" AS {_as_it_stood(name, own, columns, number)}')
    reader.execute(f"CREATE TEMP VIEW total AS {totals()}")
    for name in views.FILES:
        reader.execute(f"CREATE TEMP VIEW IF NOT EXISTS {name} AS {views.view(name).select}")


def _as_it_stood(name: str, own: list[str], columns: dict[str, list[str]], number: int) -> str:
    """The rows of a table that had been written by then, and the images of those that were changed since."""
    now = ", ".join(f'"{column}"' for column in own)
    images, kept = f"main.revision WHERE table_name = '{name}' AND", "json_extract(image, '$.{}')"
    if f"{name}_revision" in columns:
        images, kept = f'main."{name}_revision" WHERE', '"{}"'
    then = ", ".join("written_by" if column == "entry" else kept.format(column) for column in own)
    return (
        f'SELECT {now} FROM main."{name}" WHERE entry <= {number:d}'
        f" UNION ALL SELECT {then} FROM {images} entry > {number:d} AND written_by <= {number:d}"
    )
