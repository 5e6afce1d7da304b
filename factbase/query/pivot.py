"""Figures side by side: a column for each value of one dimension, above all for each period."""

from __future__ import annotations

from collections.abc import Sequence

from factbase.errors import WrongRequest
from factbase.kinds.views import View
from factbase.query.dimensions import DIMENSIONS, FIGURES, Dimension, number
from factbase.query.query import Query
from factbase.query.sums import Sums
from factbase.rows import Column, Value
from factbase.store.reading import Reader

# A database has room for some thousand columns, a reader for far fewer.
MOST = 400
# What a figure in a table of figures cannot show beside itself.
_PLAIN = "coalesce(polarity, 'positive') = 'positive' AND value IS NOT NULL"
HEDGED = f"CASE WHEN {_PLAIN} AND qualifier IS NULL THEN 0 ELSE 1 END = 1"


def pivoted(reader: Reader, dimension: str, figures: Query, sums: Sums | None = None) -> Query:
    """The figures, or the sums, with a column for each value of the dimension; one line for what else sets them apart.

    Raises WrongRequest for a dimension that sums have not, or one with too many values.
    """
    told = (*sums.apart, "period") if sums else tuple(DIMENSIONS)
    if dimension not in told:
        raise WrongRequest(f"the sums are not told by {dimension}", where="--pivot", hint=f"--by ...,{dimension}")
    own = DIMENSIONS[dimension]
    key, *rest = own.keys
    # A code means what its classification says, which stays beside the columns that codes become.
    beside = Dimension(
        tuple(rest), tuple(one for one in own.columns if one.name in rest), tuple(f"told.{one}" for one in rest)
    )
    others = {name: DIMENSIONS[name] for name in told if name != dimension} | {dimension: beside}
    if sums:
        source = f"SELECT told.* FROM (\n{sums.view().select}\n) AS told"
    else:
        conditions = "\n    AND ".join((*figures.conditions, _PLAIN))
        source = f"SELECT told.* FROM ({FIGURES}\n) AS told\n  WHERE {conditions}"
    found = [
        value
        for (value,) in reader.rows(
            f"SELECT DISTINCT {key} FROM ({source}) AS told ORDER BY 1 NULLS FIRST LIMIT {MOST + 1}", figures.parameters
        )
    ]
    if len(found) > MOST:
        raise WrongRequest(f"there are more than {MOST} columns", where="--pivot", hint="narrow it, as with --since")
    parameters = {**figures.parameters, **{f"column{place}": value for place, value in enumerate(found)}}
    value = "told.value" if sums else number("told.value", "told.decimals")
    sides = [
        f"max(CASE WHEN told.{key} {f'= :column{place}' if one is not None else 'IS NULL'} THEN {value} END)"
        for place, one in enumerate(found)
    ]
    if sums:
        columns = [column for other in others.values() for column in other.columns]
        shown = group = order = [f"told.{column.name}" for column in columns]
    else:
        # A series is a line, so that a year whose value is an estimate stands beside the others.
        if dimension == "period":
            del others["status"]
        columns = [
            column._replace(optional=True, shown=column.shown and name != "reporter")
            for name, other in others.items()
            for column in other.columns
        ]
        group = [f"told.{key}" for other in others.values() for key in other.keys]
        order = ["told.series", "told.ordinal"] if dimension == "period" else [*group, "told.ordinal"]
        shown = [sql for other in others.values() for sql in other.shown]
    unit = None if dimension == "unit" else "unit"
    names = _names(found, [column.name for column in columns])
    cells = [Column(name, "number", f"The value for {name}.", unit_column=unit) for name in names]
    given = ",\n  ".join(
        f"{sql} AS {name}"
        for sql, name in zip(
            [*shown, *(f'told."{name}"' for name in _inner(names))],
            [*(column.name for column in columns), *map(_quoted, names)],
            strict=True,
        )
    )
    inner = ", ".join(dict.fromkeys((*group, *order)))
    sides_named = ",\n    ".join(f'{sql} AS "{name}"' for sql, name in zip(sides, _inner(names), strict=True))
    by = ", ".join(order)
    if not sums and dimension == "period":
        # What else sets a series apart depends on it; the database is told so by the least of equals.
        inner = ", ".join((*order, *(f"min({one}) AS {one.removeprefix('told.')}" for one in group)))
    select = f"""SELECT
  {given}
FROM (
  SELECT {inner}{"," if sides else ""}
    {sides_named}
  FROM ({source}) AS told
  GROUP BY {by}
) AS told"""
    made = View("trade", f"Figures side by side, by {dimension}.", [*columns, *cells], select)
    return Query("trade", parameters=parameters, made=made)


def _names(found: Sequence[Value], taken: Sequence[str]) -> list[str]:
    """A name for the column of each value, unlike all others: databases take capitals for small letters."""
    names: list[str] = []
    used = {name.lower() for name in taken}
    for value in found:
        name = "none" if value is None else str(value)
        while name.lower() in used:
            name += "*"
        used.add(name.lower())
        names.append(name)
    return names


def _inner(names: Sequence[str]) -> list[str]:
    return [f"column{place}" for place in range(len(names))]


def _quoted(name: str) -> str:
    """The name of a column in SQL, in quotes."""
    return '"' + name.replace('"', '""') + '"'
