"""Long answers go through columns: the same bytes as row by row, and files that other programs read."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from conftest import Run
from hypothesis import given, settings
from hypothesis import strategies as st
from measured import add_series
from pyarrow import feather, parquet

import factbase.base as factbase
from factbase.errors import WrongRequest
from factbase.journal.entry import entry
from factbase.query import query
from factbase.render import arrow, columns, csv
from factbase.render.options import Options
from factbase.render.parquet import write_partitions
from factbase.rows import Column, Part, Rows, exact
from factbase.store.location import Location

LONG = 2**62 + 1
COLUMNS = [Column("name"), Column("seats", "integer"), Column("value", "number"), Column("change", "percent")]
NUMBERS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
CELLS = st.tuples(st.none() | st.text(), st.none() | st.integers(-(2**63), 2**63 - 1), NUMBERS, NUMBERS)


def batch(rows: list[Any]) -> pa.RecordBatch:
    names, seats, values, changes = zip(*rows, strict=True)
    arrays = {"name": pa.array(names, pa.string()), "seats": pa.array(seats, pa.int64())}
    for name, column in (("value", values), ("change", changes)):
        arrays[name] = pa.array([one if type(one) is int else None for one in column], pa.int64())
        arrays[f"{name} real"] = pa.array([one if type(one) is float else None for one in column], pa.float64())
    return pa.record_batch(arrays)


@settings(deadline=None)
@given(st.lists(CELLS, min_size=1))
def test_columns_give_the_bytes_that_rows_give(rows: list[Any]) -> None:
    by_row, by_column = io.StringIO(newline=""), io.BytesIO()
    csv.write(Rows(COLUMNS, iter(rows)), by_row, Options())
    columns.write(COLUMNS, [Part(batch(rows).slice(1)), Part(batch(rows))], by_column)
    header, lines = by_row.getvalue().split("\n", 1)
    told = by_column.getvalue().decode()
    assert header == "name,seats,value,change"
    assert told.endswith(lines)
    assert len(told) <= 2 * len(lines)


@settings(deadline=None)
@given(st.lists(st.none() | st.text(), min_size=1))
def test_a_single_column_has_no_empty_lines(names: list[str | None]) -> None:
    one = [Column("name")]
    by_row, by_column = io.StringIO(newline=""), io.BytesIO()
    csv.write(Rows(one, iter([(name,) for name in names])), by_row, Options())
    columns.write(one, [Part(pa.record_batch({"name": pa.array(names, pa.string())}))], by_column)
    assert by_column.getvalue().decode() == by_row.getvalue().removeprefix("name\n")


WHOLE = st.none() | st.integers(-(2**63) + 1, 2**63 - 1) | st.integers(-(10**6), 10**6)
SERIES = st.lists(st.tuples(st.none() | st.text(), st.integers(0, 15)), min_size=1)


@settings(deadline=None)
@given(SERIES, st.data())
def test_what_a_series_has_once_is_told_line_by_line(series: list[Any], data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.tuples(st.integers(0, len(series) - 1), WHOLE), min_size=1))
    asked = [Column("name"), Column("note"), Column("value", "number", whole="whole_value"), Column("unit")]
    rows = [
        (series[at][0], "n", None if whole is None else exact(whole, series[at][1]), series[at][0])
        for at, whole in lines
    ]
    names = pa.array([name for name, _ in series], pa.string())
    part = Part(
        pa.record_batch({"whole_value": pa.array([whole for _, whole in lines], pa.int64())}),
        pa.record_batch(
            {
                "name": names,
                "note": pa.repeat("n", len(series)),
                "unit": names,
                "decimals": pa.array([decimals for _, decimals in series], pa.int64()),
            }
        ),
        pa.array([at for at, _ in lines], pa.int32()),
    )
    by_row, by_column = io.StringIO(newline=""), io.BytesIO()
    csv.write(Rows(asked, iter(rows)), by_row, Options())
    columns.write(asked, [part], by_column)
    assert by_column.getvalue().decode() == by_row.getvalue().split("\n", 1)[1]


@settings(deadline=None)
@given(st.lists(st.tuples(WHOLE, st.integers(0, 15)), min_size=1))
def test_doubles_are_the_nearest_ones(numbers: list[tuple[int | None, int]]) -> None:
    wholes, decimals = zip(*numbers, strict=True)
    near, long = columns.doubles(pa.array(wholes, pa.int64()), pa.array(decimals, pa.int64()))
    told = [None if whole is None else Decimal(whole).scaleb(-places) for whole, places in numbers]
    assert near.to_pylist() == [None if number is None else float(number) for number in told]
    assert long == sum(len(number.normalize().as_tuple().digits) > 15 for number in told if number is not None)


@pytest.fixture
def measured(base: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base with a data set that counts as a long one."""
    with entry(base, author="test", command="test") as change:
        change.add("thing", key="customs", kind="source", label='Customs, "official"')
        change.add("source", key="customs", kind="statistics")
        for number, (partner, decimals) in enumerate((("CHN", 0), ("BEIJING", 1), (None, 3)), 9):
            partner = "beijing" if partner == "BEIJING" else partner
            add_series(
                change, number, source="customs", indicator="trade", area="AZE", partner=partner, flow="export",
                unit="USD", decimals=decimals,
            )  # fmt: skip
            for year in range(2000, 2020):
                change.add("figure", series=number, period=str(year), value=year * 7 + number)
        change.add("figure", series=9, period="2024", value=LONG)
        change.add("figure", series=11, period="2024", value=24123456789012347)
    monkeypatch.setattr(query, "MANY", 10)


@pytest.mark.parametrize("then", [(), ("--as-of", "2")])
def test_a_listing_is_the_same_either_way(
    measured: None, base: Location, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: tuple[str, ...]
) -> None:
    if then:
        with entry(base, author="test", command="test") as change:
            change.amend("figure", {"series": 9, "period": "2024", "ordinal": 1}, value=1)
    asked = ("trade", "azerbaijan", "--source", "customs", "-f", "csv", *then)
    by_column = run(*asked, "-o", str(tmp_path / "one.csv"))
    monkeypatch.setattr(query, "MANY", 10**9)
    by_row = run(*asked, "-o", str(tmp_path / "two.csv"))
    assert (by_column.code, by_row.code) == (0, 0)
    one, two = (tmp_path / "one.csv").read_bytes(), (tmp_path / "two.csv").read_bytes()
    assert one == two
    assert f",{LONG},".encode() in one


def test_limits_and_sorts_hold_for_columns(measured: None, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    asked = ("trade", "--source", "customs", "--columns", "period,value", "--sort", "-value", "--limit", "12")
    assert run(*asked, "-o", str(path)).code == 0
    assert path.read_text().splitlines()[:2] == ["period,value", f"2024,{LONG}"]
    assert len(path.read_text().splitlines()) == 13


def test_parquet_and_arrow_have_typed_columns(measured: None, run: Run, tmp_path: Path) -> None:
    asked = ("trade", "--source", "customs", "--until", "2019", "--columns", "series,period,value,flow")
    for form, read in (("parquet", parquet.read_table), ("arrow", feather.read_table)):
        path = tmp_path / f"trade.{form}"
        assert run(*asked, "-o", str(path)).code == 0
        table = read(path)
        assert [str(field.type) for field in table.schema] == ["int64", "string", "double", "string"]
        assert table.num_rows == 60


def test_a_table_is_made_of_columns_where_they_can_be_had(
    measured: None, base: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    with factbase.open(base.address) as opened:
        asked = opened.trade("azerbaijan", source="customs")
        rows = asked.rows()
        # As objects, a million of them fill gigabytes.
        rows.values = iter(())
        made = arrow.table(rows)
        monkeypatch.setattr(query, "MANY", 10**9)
        assert made.equals(asked.arrow())
        assert made.num_rows == 62


def test_short_answers_have_the_same_types(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "trade.parquet"
    assert run("trade", "--columns", "series,period,value,flow", "-o", str(path)).code == 0
    assert [str(field.type) for field in parquet.read_schema(path)] == ["int64", "string", "double", "string"]


def test_a_number_that_no_double_holds_is_rounded_in_parquet_and_said_to_be(
    measured: None, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "trade.parquet"
    for many in (10, 10**9):
        monkeypatch.setattr(query, "MANY", many)
        done = run("trade", "--source", "customs", "--sort", "-value", "--columns", "value", "-o", str(path))
        assert done.code == 0
        assert "numbers of more than 15 digits, written as the nearest double: 2" in done.err
        assert parquet.read_table(path)["value"][0].as_py() == float(LONG)


def test_all_digits_of_a_number_are_written(measured: None, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("trade", "--source", "customs", "--since", "2024", "--columns", "value")
    assert run(*asked, "-f", "csv").out == f"value\n{LONG}\n24123456789012.347\n"
    assert f'"value": {LONG}' in run(*asked, "-f", "json").out
    assert '"value": 24123456789012.347' in run(*asked, "-f", "json").out
    assert run(*asked, "-f", "csv", "--where", "value > 0").out == f"value\n{LONG}\n24123456789012.347\n"


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_numbers_after_many_lines_without_one_do_not_become_texts(run: Run, tmp_path: Path, form: str) -> None:
    lines = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 66000)"
    asked = f"{lines} SELECT CASE WHEN i > 65900 THEN i END AS late FROM n"
    done = run("sql", asked, "-f", form, "-o", str(tmp_path / "late"))
    assert (done.code, "the column 'late' begins with 65,536 lines without a number" in done.err) == (2, True)
    assert not (tmp_path / "late").exists()
    assert run("sql", f"{asked} ORDER BY late DESC NULLS LAST", "-f", form, "-o", str(tmp_path / "late")).code == 0


def test_partitions_are_folders_that_others_read(measured: None, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "trade"
    asked = (
        "trade", "--source", "customs", "--until", "2019", "-f", "parquet", "--partition", "period", "-o", str(folder),
    )  # fmt: skip
    assert run(*asked) == (0, "", "wrote 60 rows\n")
    assert (folder / "period=2019").is_dir()
    assert parquet.read_table(folder).num_rows == 60
    refused = run(*asked)
    assert (refused.code, "already" in refused.err) == (2, True)
    assert run("trade", "--partition", "period").code == 2
    assert run("trade", "-f", "parquet", "--partition", "perio", "-o", str(tmp_path / "x")).code == 2


def test_partitions_may_be_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines() -> Rows:
        return Rows([Column("number", "integer"), Column("name")], iter([(number, "a") for number in range(1100)]))

    write_partitions(lines(), tmp_path / "many", ["number", "number"])
    assert len(list((tmp_path / "many").glob("number=*/*.parquet"))) == 1100
    monkeypatch.setattr("factbase.render.parquet._FOLDERS", 1099)
    with pytest.raises(WrongRequest, match="more than 1,099 folders"):
        write_partitions(lines(), tmp_path / "more", ["number"])
    assert [path.name for path in tmp_path.glob("*more*")] == []


def test_each_folder_has_one_file_where_rows_come_mixed(tmp_path: Path) -> None:
    texts = ["x/y", None, "", "..", *(f"ü {number}%" for number in range(300))]
    lines = [(texts[number % len(texts)], number) for number in range(200_000)]
    written = write_partitions(Rows([Column("text"), Column("number")], iter(lines)), tmp_path / "mixed", ["text"])
    assert written.rows == len(lines)
    assert len(list((tmp_path / "mixed").rglob("*.parquet"))) == len(texts)
    read = parquet.read_table(tmp_path / "mixed").to_pylist()
    assert sorted(row["number"] for row in read) == [number for _, number in lines]
    assert all(row["text"] == texts[row["number"] % len(texts)] for row in read)
    numbers = [row["number"] for row in read if row["text"] == ".."]
    assert numbers == sorted(numbers)


def test_partitions_of_nothing_are_an_empty_folder_and_of_all_columns_refused(run: Run, tmp_path: Path) -> None:
    asked = ("trade", "-f", "parquet", "--partition", "period", "-o")
    assert run(*asked, str(tmp_path / "empty"), "--since", "2090").code == 0
    assert list((tmp_path / "empty").iterdir()) == []
    done = run(*asked, str(tmp_path / "all"), "--columns", "period")
    assert (done.code, "no column is left for the files" in done.err) == (2, True)


def test_every_listing_goes_into_a_file_of_its_own(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert run("export", "--as", "parquet", str(folder)).code == 0
    assert parquet.read_table(folder / "agreements.parquet").num_rows == 11
    assert run("export", "--as", "parquet", str(folder)).code == 2
    assert run("export", "--as", "parquet").code == 2
    assert run("export", "--as", "csv", str(tmp_path / "csv")).code == 0
    assert (tmp_path / "csv" / "trade.csv").read_text() == run("trade", "-f", "csv").out
