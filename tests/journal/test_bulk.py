"""Data sets: what is new, changed or the same is told apart, exactly, in one entry that can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbase.base import open as open_base
from factbase.errors import BadInput, WrongRequest
from factbase.journal import lots
from factbase.journal.block import Block, NewActor, NewSource
from factbase.journal.bulk import Loaded, load
from factbase.journal.digest import digest_of, shown
from factbase.journal.entry import entry
from factbase.journal.undo import undo
from factbase.kinds.figure.measure import Measure
from factbase.kinds.figure.total import COLUMNS, totals
from factbase.store.location import Location
from factbase.store.reading import reader

TRADE = Measure("trade in goods", "USD", "year", "FOB")
SOURCE = NewSource("customs", "Customs statistics", edition="2025")
TEXTS = ("area", "partner", "reporter", "flow", "classification", "commodity", "period", "status")

# Area, partner, commodity, period, value and decimals.
Told = tuple[str, str | None, str | None, str, int, int]


def figures(rows: Sequence[Told], first: int = 2) -> pa.Table:
    columns: dict[str, list[Any]] = {name: [] for name in TEXTS}
    for area, partner, commodity, period, _, _ in rows:
        told = (area, partner, area, "export", commodity and "HS", commodity, period, None)
        for name, value in zip(TEXTS, told, strict=True):
            columns[name].append(value)
    return pa.table(
        {
            "line": pa.array(range(first, first + len(rows)), pa.int64()),
            "measure": pa.array([0] * len(rows), pa.int32()),
            **{name: pa.array(values, pa.string()).dictionary_encode() for name, values in columns.items()},
            "value": pa.array([row[4] for row in rows], pa.int64()),
            "decimals": pa.array([row[5] for row in rows], pa.int8()),
        }
    )


def loaded(base: Location, *rows: Told, source: NewSource | str = SOURCE, **options: Any) -> Loaded:
    def blocks() -> Iterator[Block]:
        yield Block((TRADE,), (), None, figures(rows))

    return load(base, source, blocks(), author="Leyla", command="import", **options)


def ask(base: Location, sql: str) -> list[tuple[Any, ...]]:
    with reader(base) as opened:
        return list(opened.rows(sql))


def values(base: Location, as_of: int | None = None) -> list[Any]:
    with open_base(base.address, as_of=as_of) as opened:
        listing = opened.trade(
            source="customs", columns="partner_code, commodity, period, value", sort="period, partner_code"
        )
        return list(listing.rows())


def whole(base: Location) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("measure", "series_key", "figure", "total", "source", "commodity")
    return {name: ask(base, f"SELECT * FROM {name} ORDER BY 1, 2, 3") for name in tables}


def test_a_load_is_one_entry_that_tells_what_is_new(base: Location) -> None:
    told = loaded(base, ("AZE", "CHN", "27", "2023", 15, 1), ("AZE", "beijing", None, "2024", 200, 0))
    assert told == Loaded(2, 2, 0, 0, 2)
    assert values(base) == [("CHN", "27", "2023", 1.5), ("beijing", None, "2024", 200)]
    assert ask(base, "SELECT edition FROM source WHERE key = 'customs'") == [("2025",)]
    assert ask(base, "SELECT description FROM commodity WHERE code = '27'") == [("27",)]


def test_the_same_again_changes_nothing_and_leaves_no_entry(base: Location) -> None:
    rows = (("AZE", "CHN", "27", "2023", 15, 1), ("AZE", "beijing", None, "2024", 200, 0))
    loaded(base, *rows)
    before = whole(base)
    assert loaded(base, *rows) == Loaded(None, 0, 2, 0, 0)
    assert whole(base) == before
    assert ask(base, "SELECT count(*) FROM journal") == [(2,)]


def test_a_new_edition_keeps_what_the_old_one_told(base: Location) -> None:
    loaded(base, ("AZE", "CHN", None, "2023", 10, 0), ("AZE", "CHN", None, "2024", 20, 0))
    told = loaded(
        base,
        ("AZE", "CHN", None, "2023", 10, 0),
        ("AZE", "CHN", None, "2024", 25, 0),
        ("AZE", "CHN", None, "2025", 30, 0),
        source=SOURCE._replace(edition="2026"),
    )
    assert told == Loaded(3, 1, 1, 1, 0)
    assert [row[3] for row in values(base)] == [10, 25, 30]
    assert [row[3] for row in values(base, as_of=2)] == [10, 20]
    assert ask(base, "SELECT edition FROM source WHERE key = 'customs'") == [("2026",)]


def test_a_new_edition_of_the_same_figures_is_an_entry(base: Location) -> None:
    rows = [("AZE", "CHN", None, "2023", 10, 0)]
    loaded(base, *rows)
    for _ in range(2):
        told = loaded(base, *rows, source=SOURCE._replace(edition="2026"))
    assert told == Loaded(None, 0, 1, 0, 0)
    assert ask(base, "SELECT edition, entry FROM source WHERE key = 'customs'") == [("2026", 3)]


def test_a_load_is_undone_whole(base: Location) -> None:
    loaded(base, ("AZE", "CHN", None, "2023", 10, 0))
    before = whole(base)
    loaded(base, ("AZE", "CHN", None, "2023", 11, 0), ("AZE", "beijing", None, "2023", 5, 2))
    with entry(base, author="Leyla", command="undo") as opened:
        undo(opened, 3)
    after = whole(base)
    assert {name: [row[:-1] for row in rows] for name, rows in after.items() if name != "commodity"} == {
        name: [row[:-1] for row in rows] for name, rows in before.items() if name != "commodity"
    }


def test_editions_are_undone_one_after_the_other(base: Location) -> None:
    before = ask(base, "SELECT * FROM total ORDER BY 1, 2, 3")
    loaded(base, ("AZE", "CHN", None, "2023", 10, 0), ("AZE", "CHN", None, "2024", 20, 0))
    loaded(base, ("AZE", "CHN", None, "2023", 11, 0), ("AZE", "beijing", None, "2023", 5, 2))
    loaded(base, ("AZE", "CHN", None, "2023", 12, 0), ("AZE", "CHN", None, "2025", 30, 0))
    for number, left in ((4, [11, 20, 0.05]), (3, [10, 20])):
        with entry(base, author="Leyla", command="undo") as opened:
            undo(opened, number)
        assert sorted(row[3] for row in values(base)) == sorted(left)
    with entry(base, author="Leyla", command="undo") as opened:
        undo(opened, 2)
    assert ask(base, "SELECT * FROM total ORDER BY 1, 2, 3") == before
    # An undo that is undone, and once more.
    for number in (7, 8):
        with entry(base, author="Leyla", command="undo") as opened:
            undo(opened, number)
    assert ask(base, "SELECT * FROM total ORDER BY 1, 2, 3") == before


def test_a_load_whose_series_a_later_one_goes_on_with_stays(base: Location) -> None:
    loaded(base, ("AZE", "CHN", None, "2023", 10, 0))
    loaded(base, ("AZE", "CHN", None, "2024", 20, 0))
    with (
        pytest.raises(WrongRequest, match=r"entry 3 refers to .*undo entry 3 first"),
        entry(base, author="Leyla", command="undo") as opened,
    ):
        undo(opened, 2)


def test_a_dry_run_writes_nothing(base: Location) -> None:
    before = whole(base)
    assert loaded(base, ("AZE", "CHN", None, "2023", 10, 0), dry_run=True) == Loaded(None, 1, 0, 0, 1)
    assert whole(base) == before


def test_a_figure_told_twice_is_refused_with_both_lines(base: Location) -> None:
    twice = (
        ("AZE", "CHN", None, "2023", 10, 0),
        ("AZE", "beijing", None, "2023", 1, 0),
        ("AZE", "CHN", None, "2023", 11, 0),
    )
    with pytest.raises(BadInput, match="lines 2 and 4 tell the same figure, with different values"):
        loaded(base, *twice)
    assert ask(base, "SELECT count(*) FROM source WHERE key = 'customs'") == [(0,)]


def test_a_figure_told_twice_far_apart_is_refused_too(base: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lots, "LOT", 1)

    def blocks() -> Iterator[Block]:
        yield Block((TRADE,), (), None, figures([("AZE", "CHN", None, "2023", 10, 0)]))
        yield Block((TRADE,), (), None, figures([("AZE", "CHN", None, "2023", 10, 0)], 90))

    with pytest.raises(BadInput, match="line 90 tells a figure that an earlier line has told"):
        load(base, SOURCE, blocks(), author="Leyla", command="import")
    assert ask(base, "SELECT count(*) FROM figure WHERE assertion IS NULL") == [(0,)]


def test_a_series_gets_more_decimals_and_its_past_stays(base: Location) -> None:
    loaded(base, ("AZE", "CHN", None, "2023", 10, 0))
    assert loaded(base, ("AZE", "CHN", None, "2023", 10, 0), ("AZE", "CHN", None, "2024", 125, 2)) == Loaded(
        3, 1, 1, 0, 0
    )
    assert [row[3] for row in values(base)] == [10.0, 1.25]
    assert [row[3] for row in values(base, as_of=2)] == [10]


def test_a_value_that_does_not_fit_is_refused_with_its_line(base: Location) -> None:
    large = 9_000_000_000_000_000_000
    rows = (("AZE", "CHN", None, "2023", 1, 2), ("AZE", "CHN", None, "2024", large, 0))
    with pytest.raises(BadInput, match="line 3: the value is too large for the decimals that its series has"):
        loaded(base, *rows)


def test_a_source_may_measure_many_things(base: Location) -> None:
    measures = tuple(Measure("share", "%", "year", f"of thing {number}") for number in range(300))
    rows = figures([("AZE", None, None, "2023", number, 0) for number in range(300)])
    rows = rows.set_column(1, "measure", pa.array(range(300), pa.int32()))
    for new in (300, 0):
        told = load(base, SOURCE, iter([Block(measures, (), None, rows)]), author="Leyla", command="import")
        assert (told.new, told.series) == (new, new)


def test_an_actor_that_is_not_there_is_refused(base: Location) -> None:
    with pytest.raises(BadInput, match="no actor 'XYZ'"):
        loaded(base, ("XYZ", "CHN", None, "2023", 1, 0))


def test_an_actor_that_comes_with_the_file_is_found_by_its_names(base: Location) -> None:
    world = NewActor("world", "group", "World", m49="001", names=("Monde",))

    def blocks() -> Iterator[Block]:
        yield Block((TRADE,), (world,), None, figures([("AZE", "world", None, "2023", 1, 0)]))

    load(base, SOURCE, blocks(), author="Leyla", command="import")
    with open_base(base.address) as opened:
        assert opened.trade("Monde", columns="value").rows().dicts() == [{"value": 1}]
    assert ask(base, "SELECT world, figures, value FROM total") == [(1, 1, 1)]


def test_a_source_by_its_key_must_be_there(base: Location) -> None:
    with pytest.raises(WrongRequest, match="no source is called 'nobody'"):
        loaded(base, ("AZE", "CHN", None, "2023", 1, 0), source="nobody")


def test_totals_of_a_load_are_told_by_status(base: Location) -> None:
    rows = figures([("AZE", partner, None, "2024", 5, 0) for partner in ("CHN", "beijing")])
    states = pa.array(["actual", None], pa.string()).dictionary_encode()
    rows = rows.set_column(rows.schema.get_field_index("status"), "status", states)
    more = figures([("AZE", "urumqi", None, "2024", 7, 0)], first=4)
    forecast = pa.array(["forecast"], pa.string()).dictionary_encode()
    more = more.set_column(more.schema.get_field_index("status"), "status", forecast)
    blocks = (Block((TRADE,), (), None, table) for table in (rows, more))
    load(base, SOURCE, blocks, author="Leyla", command="import")
    assert ask(base, "SELECT status, figures, value FROM total ORDER BY status") == [
        ("actual", 2, 10),
        ("forecast", 1, 7),
    ]


HISTORY = st.lists(
    st.dictionaries(
        st.tuples(st.sampled_from(["AZE", "CHN"]), st.sampled_from(["beijing", None]), st.sampled_from(["27", None]),
                  st.sampled_from(["2023", "2024", "2024-01"])),
        st.tuples(st.integers(-(10**15), 10**15), st.integers(0, 3)),
        min_size=1,
        max_size=6,
    ),
    min_size=1,
    max_size=4,
)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(editions=HISTORY, lot=st.sampled_from([1, 2, 1 << 18]))
def test_every_edition_is_kept_exactly_with_its_totals_and_its_digest(
    seeded: Any, bases: Any, tmp_path_factory: pytest.TempPathFactory, editions: list[dict[Any, Any]], lot: int
) -> None:
    from decimal import Decimal

    base = bases.copy(seeded, tmp_path_factory.mktemp("loads") / "facts.db")
    known: dict[Any, Decimal] = {}
    stood = [(1, dict(known))]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lots, "LOT", lot)
        for edition in editions:
            rows = [(*key, value, decimals) for key, (value, decimals) in edition.items()]
            told = loaded(base, *rows)
            now = {key: Decimal(value).scaleb(-decimals) for key, (value, decimals) in edition.items()}
            assert told.new == len(now.keys() - known.keys())
            assert told.changed == sum(key in known and known[key] != value for key, value in now.items())
            known |= now
            if told.entry:
                stood.append((told.entry, dict(known)))
    for number, then in stood:
        with open_base(base.address, as_of=number) as opened:
            sql = (
                "SELECT area, partner, commodity, period, value, decimals FROM figure"
                " JOIN series_key ON id = series WHERE assertion IS NULL"
            )
            found = {tuple(row[:4]): Decimal(str(row[4])).scaleb(-int(str(row[5]))) for row in opened.sql(sql)}
        assert found == then
    assert ask(base, f"SELECT {COLUMNS} FROM total ORDER BY {COLUMNS}") == ask(
        base, f"SELECT {COLUMNS} FROM ({totals()}) AS anew ORDER BY {COLUMNS}"
    )
    for number, digest in ask(base, "SELECT entry, digest FROM load"):
        assert shown(written(base, number)) == digest


def written(base: Location, number: int) -> int:
    """The digest of what an entry wrote, as the tables have it now."""
    rows = ask(
        base,
        f"SELECT series, period, value, status FROM figure WHERE entry = {number} AND assertion IS NULL UNION ALL"
        f" SELECT series, period, value, status FROM figure_revision WHERE written_by = {number} AND assertion IS NULL",
    )
    series, period, value, status = zip(*rows, strict=True)
    return digest_of(pa.array(series, pa.int64()), pa.array(period), pa.array(value, pa.int64()), pa.array(status))
