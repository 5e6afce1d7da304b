"""Official statistics into a base: columns of figures, told apart from what is there, all of them one entry.

What is new is appended, what differs leaves its image and is replaced, what is the same is left alone. Everything goes
through Arrow, a lot of rows at a time, so that memory stays flat and no value becomes a Python object.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from factbase.ahead import ahead
from factbase.errors import BadInput, WrongRequest
from factbase.journal.arranged import DIMENSIONS, Arranged, powers, scaled
from factbase.journal.block import Block, NewActor, NewSource
from factbase.journal.codebook import Codebook
from factbase.journal.digest import digest_of, shown
from factbase.journal.lots import Lot, lots
from factbase.journal.summed import sums
from factbase.kinds.figure.measure import Measure
from factbase.kinds.figure.total import COLUMNS, totals
from factbase.store.bulk import Bulk, bulk
from factbase.store.location import Location

if TYPE_CHECKING:
    import pyarrow

_ACTUAL = "actual"


class Loaded(NamedTuple):
    """What came of a load; `entry` is None where nothing was written."""

    entry: int | None
    new: int
    unchanged: int
    changed: int
    series: int


class _Enough(Exception):
    """All is known, and nothing is to be written."""


def load(
    location: Location,
    source: NewSource | str,
    blocks: Iterator[Block],
    *,
    author: str,
    command: str,
    why: str | None = None,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Take the blocks in, all of them or none; `progress` is told how many figures have come.

    Raises BadInput where a figure is told twice, or does not fit its series; WrongRequest for a source that is not there.
    """
    try:
        with bulk(location) as base:
            work = _Load(base, author, command, why)
            work.take_source(source)
            done = 0
            for lot in ahead(lots(blocks), 1):
                done += work.take(lot)
                if progress:
                    progress(done)
            work.finish()
            if dry_run or not (work.new or work.changed or work.new_edition):
                raise _Enough
            entry: int | None = work.number
    except _Enough:
        entry = None
    return Loaded(entry, work.new, work.unchanged, work.changed, work.series)


class _Load:
    """An entry that is being loaded, and what is known of the base meanwhile."""

    def __init__(self, base: Bulk, author: str, command: str, why: str | None) -> None:
        self.base = base
        last = base.table(
            "SELECT coalesce(max(number), 0) AS number, coalesce(max(at), '') AS at FROM entry"
        ).to_pylist()[0]
        self.number: int = last["number"] + 1
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._insert("entry", number=self.number, at=max(now, last["at"]), author=author, command=command, why=why)
        self.new = self.unchanged = self.changed = self.series = self.digest = 0
        self.source = ""
        self.new_edition = False
        self._actors = set(self._column("SELECT key FROM actor"))
        # M49 has 001 for the world.
        self._worlds = self._column("SELECT key FROM actor WHERE m49 = '001'")
        self._measures: dict[Measure, int] = {}
        self._next_series = self._one("SELECT coalesce(max(id), 0) + 1 AS n FROM series_key")
        self._codebook = Codebook()
        for table in _TEMPORARY:
            base.execute(f"CREATE TEMPORARY TABLE {table}")

    def take_source(self, source: NewSource | str) -> None:
        """The source of what is loaded; a new one is made."""
        self.source = source if isinstance(source, str) else source.key
        self._insert("wanted", True, key=self.source)
        there = self.base.table("SELECT source.* FROM source JOIN wanted ON wanted.key = source.key").to_pylist()
        if isinstance(source, str):
            if not there:
                raise WrongRequest(
                    f"no source is called '{source}'", where="--source", hint="'factbase sources' lists them"
                )
        elif not there:
            self._new_source(source)
        elif source.edition and source.edition != there[0]["edition"]:
            self._new_edition(there[0], source.edition)
            self.new_edition = True
        known = self.base.table(
            "SELECT measure.* FROM measure JOIN wanted ON wanted.key = measure.source ORDER BY measure.id"
        )
        for row in known.to_pylist():
            self._measures[Measure(row["indicator"], row["unit"], row["period_kind"], row["basis"])] = row["id"]
        columns = ", ".join(f"series_key.{name}" for name in ("id", "decimals", "measure", *DIMENSIONS))
        for batch in self.base.batches(
            f"SELECT {columns} FROM series_key JOIN measure ON measure.id = series_key.measure"
            " JOIN wanted ON wanted.key = measure.source WHERE series_key.route IS NULL"
        ):
            rows = _typed(batch)
            keys = self._codebook.keys_of(rows)
            self._codebook.add(keys, *(rows[name].combine_chunks() for name in ("id", "decimals")))

    def _new_source(self, source: NewSource) -> None:
        if self._column("SELECT thing.key FROM thing JOIN wanted ON wanted.key = thing.key"):
            raise WrongRequest(f"'{source.key}' is no source", where="--source", hint="choose another key")
        publisher = source.publisher
        if isinstance(publisher, NewActor):
            self._add_actors((publisher,))
            publisher = publisher.key
        self._insert("thing", key=source.key, kind="source", label=source.title, entry=self.number)
        columns = {"edition": source.edition, "address": source.address, "publisher": publisher}
        self._insert("source", key=source.key, kind=source.kind, **columns, entry=self.number)

    def _new_edition(self, row: dict[str, Any], edition: str) -> None:
        image = {name: value for name, value in row.items() if name != "entry"}
        self._insert(
            "revision",
            entry=self.number,
            ordinal=1,
            table_name="source",
            row_key=json.dumps([row["key"]], ensure_ascii=False),
            written_by=row["entry"],
            image=json.dumps(image, ensure_ascii=False, sort_keys=True),
        )
        self._insert("edition", True, words=edition)
        self.base.execute(
            f"UPDATE source SET edition = (SELECT words FROM edition), entry = {self.number}"
            " WHERE key = (SELECT key FROM wanted)"
        )

    def _measure(self, measure: Measure) -> int:
        if measure not in self._measures:
            number = self._one("SELECT coalesce(max(id), 0) + 1 AS n FROM measure")
            self._measures[measure] = number
            self._insert("measure", id=number, source=self.source, **measure._asdict(), entry=self.number)
        return self._measures[measure]

    def _add_actors(self, actors: tuple[NewActor, ...]) -> None:
        new = {actor.key: actor for actor in actors if actor.key not in self._actors}.values()
        if not new:
            return
        told = [actor._asdict() for actor in new]
        columns = {name: [row[name] for row in told] for name in ("key", "kind", "iso2", "iso3", "m49", "wikidata")}
        kinds = ["actor"] * len(told)
        things = {"key": columns["key"], "kind": kinds, "label": [row["label"] for row in told]}
        names = [(row["key"], name) for row in told for name in dict.fromkeys(row["names"])]
        aliases = {"thing": [key for key, _ in names], "name": [name for _, name in names]}
        for table, values in (
            ("thing", things),
            ("actor", columns),
            ("name", {**aliases, "kind": ["alias"] * len(names)}),
        ):
            self.base.ingest(table, self._signed(_texts(values)))
        self._actors.update(columns["key"])
        self._worlds += [actor.key for actor in new if actor.m49 == "001"]

    def _add_commodities(self, commodities: pyarrow.Table) -> None:
        """Those that the base does not know; one without a description is called by its code."""
        from pyarrow import compute as pc

        described = pc.coalesce(commodities["description"].cast("string"), commodities["code"].cast("string"))
        named = commodities.set_column(commodities.schema.get_field_index("description"), "description", described)
        self.base.execute("DELETE FROM told_commodity")
        self.base.ingest("told_commodity", _plain(named), temporary=True)
        self.base.execute(
            "INSERT INTO commodity (classification, code, description)"
            " SELECT classification, code, min(description) FROM told_commodity AS told WHERE NOT EXISTS ("
            "SELECT 1 FROM commodity WHERE commodity.classification = told.classification AND commodity.code = told.code)"
            " GROUP BY classification, code"
        )

    def take(self, lot: Lot) -> int:
        """Write a lot of figures, and give their number; what it names for the first time is added."""
        import pyarrow
        from pyarrow import compute as pc

        self._add_actors(lot.actors)
        for commodities in lot.commodities:
            self._add_commodities(commodities)
        numbers = pyarrow.array([self._measure(measure) for measure in lot.measures], pyarrow.int64())
        series, rank, figures = lot.arranged
        measured = numbers.take(series["measure"])
        arranged = Arranged(
            series.set_column(series.schema.get_field_index("measure"), "measure", measured), rank, figures
        )
        self._refuse_unknown(arranged.series)
        keys = self._codebook.keys_of(arranged.series)
        found, have = self._codebook.find(keys) or (None, None)
        ids, is_new = self._numbered(keys, found)
        decimals = self._widened(arranged, ids, have)
        self._codebook.add(keys.filter(is_new), ids.filter(is_new), decimals.filter(is_new))
        self._add_series(arranged.series, ids, is_new, decimals)
        value = scaled(arranged, decimals)
        told = pyarrow.table(
            {
                "series": ids.take(arranged.rank),
                "period": arranged.figures["period"].combine_chunks(),
                "value": value,
                "status": _statuses(arranged.figures["status"].combine_chunks()),
                "line": arranged.figures["line"],
                "rank": arranged.rank,
            }
        )
        if not pc.all(is_new).as_py():
            told = self._compared(told, is_new)
        self._add_figures(told, arranged.series, decimals)
        return len(rank)

    def _refuse_unknown(self, series: pyarrow.Table) -> None:
        for name in ("area", "partner", "reporter"):
            unknown = set(series[name].unique().to_pylist()) - self._actors - {None}
            if unknown:
                raise BadInput(f"the base has no actor '{min(unknown)}'", where=name)

    def _numbered(self, keys: pyarrow.Array, found: pyarrow.Array | None) -> tuple[pyarrow.Array, pyarrow.Array]:
        """The number of each series, and whether it is new; new ones follow each other in their order."""
        import pyarrow
        from pyarrow import compute as pc

        if found is None:
            ids = pyarrow.array(range(self._next_series, self._next_series + len(keys)), pyarrow.int64())
            is_new = pyarrow.repeat(True, len(keys))
        else:
            is_new = pc.is_null(found)
            following = pc.add(pc.cumulative_sum(is_new.cast(pyarrow.int64())), self._next_series - 1)
            ids = pc.if_else(is_new, following, found)
        self._next_series += pc.sum(is_new).as_py()
        self.series += pc.sum(is_new).as_py()
        return ids, is_new

    def _widened(self, arranged: Arranged, ids: pyarrow.Array, have: pyarrow.Array | None) -> pyarrow.Array:
        """How many decimals each series has; one that the base has with fewer gets more, and its figures with it."""
        import pyarrow
        from pyarrow import compute as pc

        wanted = arranged.series["decimals"].combine_chunks()
        if have is None or have.null_count == len(have):
            return wanted
        # What a known series needs is what its own figures have, not what its measure would give a new one.
        own = pyarrow.table({"rank": arranged.rank, "decimals": arranged.figures["decimals"]})
        needed = own.group_by("rank", use_threads=False).aggregate([("decimals", "max")])["decimals_max"]
        needed = needed.combine_chunks().cast(pyarrow.int64())
        is_short = pc.fill_null(pc.greater(needed, have), False)
        if pc.any(is_short).as_py():
            factors = powers().take(pc.subtract(needed, have).filter(is_short))
            short = pyarrow.table({"id": ids.filter(is_short), "factor": factors, "decimals": needed.filter(is_short)})
            self.base.execute("DELETE FROM told_wider")
            self.base.ingest("told_wider", short, temporary=True)
            self._widen()
            self._codebook.widen(ids.filter(is_short), needed.filter(is_short))
        return pc.if_else(pc.is_null(have), wanted, pc.max_element_wise(needed, have))

    def _widen(self) -> None:
        of_them = "series IN (SELECT id FROM told_wider)"
        too_large = self._one(
            "SELECT count(*) AS n FROM figure JOIN told_wider ON told_wider.id = figure.series"
            " WHERE abs(CAST(value AS DOUBLE PRECISION)) * factor > 9.2e18"
        )
        if too_large:
            raise BadInput("a value has more decimals than the figures of its series can have beside it")
        self.base.execute("INSERT INTO wider SELECT id FROM told_wider WHERE id NOT IN (SELECT id FROM wider)")
        self._keep("series_key", "id IN (SELECT id FROM told_wider)")
        self.base.execute(
            f"UPDATE series_key SET entry = {self.number}, decimals ="
            " (SELECT decimals FROM told_wider WHERE told_wider.id = series_key.id)"
            " WHERE id IN (SELECT id FROM told_wider)"
        )
        self._keep("figure", of_them)
        factor = "(SELECT factor FROM told_wider WHERE told_wider.id = figure.series)"
        self.base.execute(
            f"UPDATE figure SET entry = {self.number}, value = value * {factor}, low = low * {factor},"
            f" high = high * {factor} WHERE {of_them}"
        )
        self._touch("SELECT id FROM told_wider")

    def _keep(self, table: str, condition: str) -> None:
        """Keep the images of rows as earlier entries left them."""
        columns = ", ".join(_IMAGES[table])
        self.base.execute(
            f"INSERT INTO {table}_revision ({columns}, entry, written_by) SELECT {columns}, {self.number}, entry"
            f" FROM {table} WHERE {condition} AND entry <> {self.number}"
        )

    def _touch(self, series: str) -> None:
        self.base.execute(
            "INSERT INTO touched SELECT DISTINCT measure, coalesce(area, '') FROM series_key"
            f" WHERE id IN ({series}) AND NOT EXISTS (SELECT 1 FROM touched WHERE"
            " touched.measure = series_key.measure AND touched.area = coalesce(series_key.area, ''))"
        )

    def _add_series(
        self, series: pyarrow.Table, ids: pyarrow.Array, is_new: pyarrow.Array, decimals: pyarrow.Array
    ) -> None:
        import pyarrow

        columns = {name: series[name] for name in ("measure", *DIMENSIONS)}
        rows = pyarrow.table({"id": ids, **columns, "decimals": decimals}).filter(is_new)
        codes = pyarrow.table({name: rows[name] for name in ("classification", "commodity")})
        goods = codes.group_by(["classification", "commodity"]).aggregate([]).drop_null()
        if len(goods):
            named = goods.rename_columns(["classification", "code"])
            self._add_commodities(named.append_column("description", pyarrow.nulls(len(named), pyarrow.string())))
        self.base.ingest("series_key", self._signed(rows))

    def _compared(self, told: pyarrow.Table, is_new: pyarrow.Array) -> pyarrow.Table:
        """Tell figures of series that the base has from what it has of them; gives those that are new."""
        import pyarrow
        from pyarrow import compute as pc

        fresh = is_new.take(told["rank"].combine_chunks())
        older = told.filter(pc.invert(fresh))
        if not len(older):
            return told
        self.base.execute("DELETE FROM told_figure")
        place = pyarrow.array(range(len(older)), pyarrow.int64())
        columns = _plain(older.select(["series", "period", "value", "status"]))
        self.base.ingest("told_figure", columns.append_column("place", place), temporary=True)
        outcomes = self.base.table(
            "SELECT CASE WHEN figure.series IS NULL THEN 0 WHEN figure.assertion IS NOT NULL THEN 4"
            f" WHEN figure.entry = {self.number} AND figure.series NOT IN (SELECT id FROM wider) THEN 3"
            " WHEN figure.value = told.value AND figure.status = told.status THEN 1 ELSE 2 END AS outcome"
            " FROM told_figure AS told LEFT JOIN figure"
            " ON figure.series = told.series AND figure.period = told.period AND figure.ordinal = 1 ORDER BY told.place"
        )["outcome"].combine_chunks()
        for number, what in (
            (3, "tells a figure that an earlier line has told"),
            (4, "tells a figure that the source has as an assertion"),
        ):
            at = pc.index(outcomes, number).as_py()
            if at >= 0:
                raise BadInput(f"line {older['line'][at].as_py()} {what}", hint="keep one of them")
        self.unchanged += pc.sum(pc.equal(outcomes, 1)).as_py()
        self._change(older.filter(pc.equal(outcomes, 2)))
        return pyarrow.concat_tables([older.filter(pc.equal(outcomes, 0)), told.filter(fresh)])

    def _change(self, changed: pyarrow.Table) -> None:
        if not len(changed):
            return
        self.changed += len(changed)
        self.base.execute("DELETE FROM changed_figure")
        self.base.ingest(
            "changed_figure", _plain(changed.select(["series", "period", "value", "status"])), temporary=True
        )
        same = "told.series = figure.series AND told.period = figure.period"
        one = f"ordinal = 1 AND EXISTS (SELECT 1 FROM changed_figure AS told WHERE {same})"
        self._keep("figure", f"series IN (SELECT series FROM changed_figure) AND {one}")
        self.base.execute(
            f"UPDATE figure SET value = told.value, status = told.status, low = NULL, high = NULL, digits = NULL,"
            f" qualifier = NULL, entry = {self.number} FROM changed_figure AS told WHERE {same} AND figure.ordinal = 1"
        )
        self._touch("SELECT series FROM changed_figure")

    def _add_figures(self, told: pyarrow.Table, series: pyarrow.Table, decimals: pyarrow.Array) -> None:
        if not len(told):
            return
        self.new += len(told)
        rows = told.select(["series", "period", "value", "status"])
        self.digest += digest_of(*(column.combine_chunks() for column in rows.columns))
        self._add_totals(sums(told, series, decimals, self._worlds))
        if rows["status"].unique().to_pylist() == [_ACTUAL]:
            # The column's default, which the database writes faster than it is told.
            rows = rows.drop_columns("status")
        self.base.ingest("figure", self._signed(_plain(rows)))

    def _add_totals(self, told: pyarrow.Table) -> None:
        """Add figures that are new to the totals of their areas."""
        self.base.execute("DELETE FROM told_total")
        self.base.ingest("told_total", told, temporary=True)
        names = COLUMNS.split(", ")
        self.base.execute(
            f"INSERT INTO total ({COLUMNS}) SELECT {COLUMNS} FROM told_total WHERE TRUE"
            f" ON CONFLICT ({', '.join(names[:-2])}) DO UPDATE SET figures = total.figures + excluded.figures,"
            " value = CASE WHEN abs(total.value / 4 + excluded.value / 4) < 2305843009213693000"
            " THEN total.value + excluded.value END"
        )

    def finish(self) -> None:
        """Sum up anew where figures were changed, and write down what the entry loaded."""
        same = "touched.measure = {measure} AND touched.area = {area}"
        of_total = same.format(measure="total.measure", area="total.area")
        of_series = same.format(measure="series.measure", area="coalesce(series.area, '')")
        self.base.execute(f"DELETE FROM total WHERE EXISTS (SELECT 1 FROM touched WHERE {of_total})")
        self.base.execute(
            f"INSERT INTO total ({COLUMNS}) {totals(f'EXISTS (SELECT 1 FROM touched WHERE {of_series})')}"
        )
        rewritten = self.base.table(
            "SELECT figure.series, figure.period, figure.value, figure.status FROM figure_revision AS image JOIN figure"
            " ON figure.series = image.series AND figure.period = image.period AND figure.ordinal = image.ordinal"
            f" WHERE image.entry = {self.number} AND image.assertion IS NULL"
        )
        if len(rewritten):
            self.digest += digest_of(*(column.combine_chunks() for column in rewritten.columns))
        if self.new or self.changed:
            written = self.new + len(rewritten)
            self._insert("load", entry=self.number, source=self.source, figures=written, digest=shown(self.digest))

    def _signed(self, rows: pyarrow.Table) -> pyarrow.Table:
        import pyarrow

        return rows.append_column("entry", pyarrow.repeat(pyarrow.scalar(self.number, pyarrow.int64()), len(rows)))

    def _insert(self, table: str, temporary: bool = False, /, **values: str | int | None) -> None:
        import pyarrow

        types = {
            name: pyarrow.int64() if isinstance(value, int) else pyarrow.string() for name, value in values.items()
        }
        row = {name: pyarrow.array([value], types[name]) for name, value in values.items()}
        self.base.ingest(table, pyarrow.table(row), temporary=temporary)

    def _column(self, sql: str) -> list[str]:
        return [str(value) for value in self.base.table(sql).column(0).to_pylist()]

    def _one(self, sql: str) -> int:
        return int(self.base.table(sql).column(0)[0].as_py())


_TEMPORARY = (
    "wanted (key TEXT)",
    "edition (words TEXT)",
    "told_commodity (classification TEXT, code TEXT, description TEXT)",
    "told_figure (series INTEGER, period TEXT, value BIGINT, status TEXT, place INTEGER)",
    "changed_figure (series INTEGER, period TEXT, value BIGINT, status TEXT, PRIMARY KEY (series, period))",
    "told_wider (id INTEGER PRIMARY KEY, factor BIGINT, decimals INTEGER)",
    "wider (id INTEGER PRIMARY KEY)",
    "touched (measure INTEGER, area TEXT, PRIMARY KEY (measure, area))",
    "told_total (measure INTEGER, area TEXT, flow TEXT, classification TEXT, level INTEGER, world INTEGER,"
    " decimals INTEGER, period TEXT, status TEXT, figures INTEGER, value BIGINT)",
)
_IMAGES = {
    "series_key": ("id", "measure", *DIMENSIONS, "route", "decimals"),
    "figure": (
        "series", "period", "ordinal", "value", "low", "high", "digits", "qualifier", "status", "assertion",
    ),
}  # fmt: skip


def _typed(batch: pyarrow.RecordBatch) -> pyarrow.Table:
    """Series as the base gives them; a column with nothing in it has no type of its own."""
    import pyarrow

    types = {name: pyarrow.string() if name in DIMENSIONS else pyarrow.int64() for name in batch.schema.names}
    return pyarrow.table({name: batch[name].cast(types[name]) for name in types})


def _statuses(told: pyarrow.DictionaryArray) -> pyarrow.DictionaryArray:
    """Codes of statuses: a figure of which none is told is actual."""
    import pyarrow
    from pyarrow import compute as pc

    codes = pyarrow.concat_arrays([told.dictionary.cast(pyarrow.string()), pyarrow.array([_ACTUAL])])
    return pyarrow.DictionaryArray.from_arrays(pc.fill_null(told.indices, len(codes) - 1), codes)


def _texts(columns: dict[str, list[Any]]) -> pyarrow.Table:
    import pyarrow

    return pyarrow.table({name: pyarrow.array(values, pyarrow.string()) for name, values in columns.items()})


def _plain(table: pyarrow.Table) -> pyarrow.Table:
    """The table with texts in place of dictionaries."""
    import pyarrow

    return pyarrow.table(
        {
            name: column.cast(pyarrow.string()) if pyarrow.types.is_dictionary(column.type) else column
            for name, column in zip(table.column_names, table.columns, strict=True)
        }
    )
