"""Questions that a listing of figures cannot answer line by line: sums, years as columns, what growth implies."""

from __future__ import annotations

from typing import NamedTuple

from factbase.errors import WrongRequest
from factbase.query.dimensions import FIGURES, dimensions
from factbase.query.filters import day_of
from factbase.query.implied import implied
from factbase.query.nouns import Noun
from factbase.query.pivot import HEDGED, pivoted
from factbase.query.query import Query
from factbase.query.sums import Sums, kept, left_out
from factbase.store.reading import Reader


class Reckoned(NamedTuple):
    """A question to a view that is made for it, the order of its lines, and what there is to note beside the answer."""

    query: Query
    sort: tuple[str, ...]
    sums: Sums | None = None
    figures: Query | None = None

    def notes(self, reader: Reader) -> list[str]:
        """What the answer leaves out, in sentences."""
        if self.sums:
            return left_out(reader, self.sums)
        if self.figures is None:
            return []
        conditions = " AND ".join((*self.figures.conditions, HEDGED))
        sql = f"SELECT count(*) FROM ({FIGURES}\n) AS told WHERE {conditions}"
        ((count,),) = reader.rows(sql, self.figures.parameters)
        return (
            [f"hedged, denied or without a number: {count}; leave out --pivot to see how they are told"]
            if count
            else []
        )


def reckoned(
    reader: Reader, noun: Noun, query: Query, wanted: dict[str, str], filters: dict[str, list[str]]
) -> Reckoned:
    """The question that the options ask of the figures that the query and the filters leave.

    Raises WrongRequest where the options do not go together.
    """
    for name in ("top", "level"):
        if name in wanted and "by" not in wanted:
            raise WrongRequest("is for sums", where=f"--{name}", hint="add --by partner, or another dimension")
    if "implied" in wanted and wanted.keys() != {"implied"}:
        raise WrongRequest("goes with no other table", where="--implied", hint="leave out --by and --pivot")
    if "by" in wanted:
        answer = _summed(reader, noun, query, wanted, filters)
        if "pivot" not in wanted:
            return answer
        made = pivoted(reader, _one(wanted), query._replace(parameters=answer.query.parameters), answer.sums)
        kinds = tuple(name for name in answer.sort[:6] if made.asked.column(name))
        members = (name for name in answer.sums.members if made.asked.column(name)) if answer.sums else ()
        return Reckoned(made, (*kinds, f"-{made.asked.columns[-1].name}", *members), answer.sums)
    for name, values in filters.items():
        query = noun.filters[name].apply(query, values, reader, f"--{name}")
    if "implied" in wanted:
        made = implied(query)
        return Reckoned(made, made.sort)
    made = pivoted(reader, _one(wanted), query)
    names = (
        *("indicator", "area", "partner", "flow", "commodity", "source", "period", "unit"),
        *("basis", "reporter", "route", "observation_status", "classification"),
    )
    return Reckoned(made, tuple(name for name in names if made.asked.column(name)), figures=query)


def _one(wanted: dict[str, str]) -> str:
    names = dimensions(wanted["pivot"], "--pivot")
    if len(names) > 1:
        raise WrongRequest("one dimension can become columns", where="--pivot", hint=f"such as {names[0]}")
    return names[0]


def _summed(
    reader: Reader, noun: Noun, query: Query, wanted: dict[str, str], filters: dict[str, list[str]]
) -> Reckoned:
    by = dimensions(wanted["by"], "--by")
    asked = bool(query.conditions)
    figures, since = query, None
    for name, values in filters.items():
        if name == "since":
            # Growth is counted from the period before.
            year = int(day_of(values[-1], "--since", last=False)[:4])
            values = [f"{max(year - 1, 0):04}"]
        figures = noun.filters[name].apply(figures, values, reader, f"--{name}")
    if "since" in filters:
        figures = noun.filters["since"].apply(figures, filters["since"], reader, "--since")
        *conditions, since = figures.conditions
        figures = figures._replace(conditions=tuple(conditions))
    sums = Sums(
        by,
        figures,
        since,
        top=_whole(wanted, "top", least=1),
        level=_whole(wanted, "level", least=0),
        stems=tuple(dict.fromkeys(filters.get("commodity", ()))),
        kept=not asked and "level" not in wanted and kept(reader, by, set(filters)),
    )
    made = Query(query.view, parameters=figures.parameters, made=sums.view())
    sort = ("source", "indicator", "basis", "flow", "unit", "observation_status", "period", "-value", *sums.members)
    return Reckoned(made, sort, sums)


def _whole(wanted: dict[str, str], name: str, *, least: int) -> int | None:
    if name not in wanted:
        return None
    try:
        number = int(wanted[name])
    except ValueError:
        number = least - 1
    if number < least or len(wanted[name]) > 9:
        raise WrongRequest(f"'{wanted[name]}' is no whole number from {least} up", where=f"--{name}")
    return number
