"""A question to one view, and the SELECT that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factbase.errors import WrongRequest
from factbase.kinds.views import View, view
from factbase.rows import Column, Part, Row, Rows, digits_behind, with_digits
from factbase.store.reading import Parameters, Reader

# How long a condition of the user's own may keep the database busy.
OWN_WORDS_SECONDS = 60.0
# From so many rows on an answer is read in columns (`tests/benchmarks/README.md` tells how this was found).
MANY = 50_000
_ALL = (1 << 63) - 1


class Query(NamedTuple):
    """What is asked: a view, the conditions that its lines must meet, and how they are wanted.

    `conditions` are SQL with `:name` parameters, `where` is a condition in the user's own words, `sort` holds column
    names, with '-' before one for descending. `columns` None means all of the view. `made` is a view that is made for this
    question alone and that the base does not have; it goes before the name, and its parameters are among the query's.
    """

    view: str
    conditions: tuple[str, ...] = ()
    parameters: Parameters = {}  # noqa: RUF012 (never changed, only replaced)
    columns: tuple[str, ...] | None = None
    where: str | None = None
    sort: tuple[str, ...] = ()
    limit: int | None = None
    counted: bool = False
    made: View | None = None

    @property
    def asked(self) -> View:
        """The view that is asked."""
        return self.made or view(self.view)

    def having(self, condition: str, **values: str | int | float | None) -> Query:
        """The query with one more condition; `{name}` in it stands for the parameter of that name.

        >>> Query("actors").having("kind = {kind}", kind="state").conditions
        ('kind = :kind',)
        """
        names = {}
        parameters = dict(self.parameters)
        for name, value in values.items():
            unused = name if name not in parameters else f"{name}_{len(parameters)}"
            names[name] = f":{unused}"
            parameters[unused] = value
        return self._replace(conditions=(*self.conditions, condition.format(**names)), parameters=parameters)


class Select(NamedTuple):
    """A SELECT, the values of its parameters, and the columns that it gives.

    What it gives behind these columns is only there to sort by, or to write numbers with all their digits.
    """

    sql: str
    parameters: Parameters
    columns: list[Column]
    behind: tuple[str, ...] = ()


def select(query: Query) -> Select:
    """The SELECT that a query becomes. Raises WrongRequest for a column that the view has not.

    >>> print(select(Query("actors", columns=("key",), sort=("-label",), limit=3)).sql)
    SELECT key, label
    FROM actors
    ORDER BY label DESC
    LIMIT 3
    """
    asked = query.asked
    columns = chosen(asked, query.columns) if query.columns else asked.columns
    if query.counted:
        columns = [Column("count", "integer", "How many lines there are.")]
    named = [column.name for column in columns]
    # SQLite opens a view that is made of several SELECTs to conditions and indexes only where no aggregate stands
    # above it, and where it gives all that is sorted by.
    wanted = dict.fromkeys([*(one.removeprefix("-") for one in query.sort), *digits_behind(columns)])
    behind = () if query.counted else tuple(name for name in wanted if name not in named)
    told = "1" if query.counted else ", ".join(map(_quoted, (*named, *behind)))
    lines = [
        f"SELECT {told}",
        f"FROM (\n{query.made.select}\n) AS {query.view}" if query.made else f"FROM {query.view}",
    ]
    conditions = [*query.conditions]
    if query.where:
        # On lines of its own, so that a comment at its end cannot swallow the bracket.
        conditions.append(f"(\n{query.where}\n)")
    if conditions:
        lines.append("WHERE " + "\n  AND ".join(conditions))
    if query.sort and not query.counted:
        lines.append("ORDER BY " + ", ".join(_order(asked, name, made=bool(query.made)) for name in query.sort))
    if query.limit is not None and not query.counted:
        lines.append(f"LIMIT {query.limit:d}")
    sql = "\n".join(lines)
    if query.counted:
        # The limit keeps the count apart from the view.
        sql = f"SELECT count(*) AS count FROM (\n{sql}\nLIMIT {_ALL}\n) AS found"
    return Select(sql, query.parameters, columns, behind)


def shown(made: Select) -> str:
    """The SQL as it can be pasted into a shell, with each parameter's value in a comment below it."""
    values = "".join(f"-- :{name} = {value!r}\n" for name, value in made.parameters.items())
    return f"{made.sql};\n{values}".rstrip()


def run(reader: Reader, query: Query) -> Rows:
    """Ask a base. A condition in the user's own words can read, and for a limited time only."""
    if query.where:
        reader.restrict(OWN_WORDS_SECONDS)
    made = select(query)
    if query.where:
        # Asked at once, so that what is wrong with the user's words is told before anything is written.
        return Rows(made.columns, with_digits(made.columns, made.behind, reader.rows(made.sql, made.parameters)))
    return Rows(made.columns, _asked(reader, made), lambda: _parts(reader, query))


def _asked(reader: Reader, made: Select) -> Iterator[Row]:
    """The rows, asked for when the first is taken: they may be wanted in columns instead."""
    yield from with_digits(made.columns, made.behind, reader.rows(made.sql, made.parameters))


def _parts(reader: Reader, query: Query) -> Iterator[Part] | None:
    """The answer in columns, where it is long enough: what reads them takes longer to load than a short one to write."""
    if query.made or query.where or query.counted or (query.limit or MANY) < MANY:
        return None
    if query.view not in ("trade", "series"):
        return None
    # As the base stood before, its totals would have to be made anew.
    figures = _one(reader, f"SELECT coalesce(sum(figures), 0) FROM {reader.schema}.total", {})
    if figures < MANY:
        return None
    counted = select(query._replace(counted=True, limit=None))
    # Counted no further than needed.
    if _one(reader, counted.sql.replace(f"LIMIT {_ALL}", f"LIMIT {MANY}"), counted.parameters) < MANY:
        return None
    from factbase.query import parts

    return parts.of(reader, query, figures)


def _one(reader: Reader, sql: str, parameters: Parameters) -> int:
    return int(str(next(iter(reader.rows(sql, parameters)))[0]))


def chosen(asked: View, names: tuple[str, ...]) -> list[Column]:
    """The columns of those names, in that order. Raises WrongRequest for a name that the view has not."""
    return [_column(asked, name, "--columns") for name in names]


def _column(asked: View, name: str, where: str) -> Column:
    column = asked.column(name)
    if column is None:
        from factbase.values.name import did_you_mean

        names = [column.name for column in asked.columns]
        hint = did_you_mean(name, names)
        raise WrongRequest(f"{asked.name} has no column '{name}'", where=where, hint=hint)
    return column


def _order(asked: View, name: str, *, made: bool) -> str:
    column = _column(asked, name.removeprefix("-"), "--sort")
    by = _quoted(column.name)
    if made and column.type == "number":
        # Those that a double would round are texts.
        by = f"CAST({by} AS DOUBLE PRECISION)"
    by += " DESC" if name.startswith("-") else " ASC"
    # SQLite puts NULLs first and PostgreSQL last, unless told; what is told so, SQLite sorts and reads in no index's order.
    return by if column.required else f"{by} NULLS LAST"


def _quoted(name: str) -> str:
    """The name of a column in SQL; one that is made of values, such as a year or AZE, in quotes."""
    return name if name.isidentifier() and name.isascii() and name.islower() else '"' + name.replace('"', '""') + '"'
