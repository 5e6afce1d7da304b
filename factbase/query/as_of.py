"""The base as it stood: temporary views with the tables' own names over rows and before-images.

SQLite looks for temporary names first, so no query has to know of it; the connection may be read-only.
"""

from __future__ import annotations

from factbase.errors import WrongRequest
from factbase.kinds import views
from factbase.store.reading import Reader

# Tables that the journal writes have a column `entry`; the journal itself is cut at the entry.
_FACT_TABLES = (
    "SELECT sqlite_master.name FROM sqlite_master"
    " WHERE type = 'table' AND name <> 'revision' AND EXISTS"
    " (SELECT 1 FROM pragma_table_info(sqlite_master.name) WHERE name = 'entry') ORDER BY 1"
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
    for (name,) in list(reader.rows(_FACT_TABLES)):
        columns = [
            str(column) for (column,) in reader.rows("SELECT name FROM pragma_table_info(:name)", {"name": str(name)})
        ]
        now = ", ".join(f'"{column}"' for column in columns)
        then = ", ".join(
            "written_by" if column == "entry" else f"json_extract(image, '$.{column}')" for column in columns
        )
        reader.execute(
            f'CREATE TEMP VIEW "{name}" AS SELECT {now} FROM main."{name}" WHERE entry <= {number:d}'
            f" UNION ALL SELECT {then} FROM main.revision"
            f" WHERE table_name = '{name}' AND entry > {number:d} AND written_by <= {number:d}"
        )
    reader.execute(f"CREATE TEMP VIEW entry AS SELECT * FROM main.entry WHERE number <= {number:d}")
    reader.execute(f"CREATE TEMP VIEW revision AS SELECT * FROM main.revision WHERE entry <= {number:d}")
    for name in views.FILES:
        reader.execute(f"CREATE TEMP VIEW {name} AS {views.view(name).select}")
