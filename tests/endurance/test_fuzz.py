"""Whatever comes in: an answer or one clear error, never a trace, a hang, or a value that changed on its way.

Some thousand cases in the ordinary run, more than 100,000 with `pytest tests/endurance --hypothesis-profile nightly`.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import Bases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbase.base import Base
from factbase.base import open as open_base
from factbase.cli.main import main
from factbase.errors import BadInput, WrongRequest
from factbase.exchange.copies import take
from factbase.exchange.importers import module
from factbase.exchange.sheet import read as read_sheet
from factbase.exchange.sheet_plan import plan
from factbase.exchange.sheet_text import decode
from factbase.exchange.statistics import Options as Asked
from factbase.exchange.statistics import opened as open_statistics
from factbase.query.search import run as run_search
from factbase.query.search import search
from factbase.render.formats import writer
from factbase.render.options import Options
from factbase.rows import Column, Row, Rows
from factbase.store.location import Location
from factbase.store.upkeep import create
from factbase.values.date import parse_edtf, read_date
from factbase.values.number import read_quantity
from factbase.values.period import parse_period, read_period

fuzzed = settings(
    max_examples=max(200, settings.default.max_examples if settings.default else 0),
    deadline=timedelta(seconds=30),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def spliced(*samples: str) -> st.SearchStrategy[str]:
    """Texts that are like the samples and not: pieces of them, with anything between, left out or told twice."""
    pieces = st.sampled_from([sample[at : at + 7] for sample in samples for at in range(0, len(sample), 7)])
    cut = st.tuples(st.sampled_from(samples), st.integers(0, 400), st.integers(0, 12), pieces | st.text(max_size=4))
    changed = cut.map(lambda parts: parts[0][: parts[1]] + parts[3] + parts[0][parts[1] + parts[2] :])
    return changed | st.lists(pieces | st.text(max_size=3), max_size=12).map("".join) | st.text(max_size=60)


def words_of(*words: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words) | st.text(max_size=3), max_size=9).map(" ".join)


@pytest.fixture(scope="module")
def opened(seeded: Location) -> Iterator[Base]:
    with open_base(seeded.address) as base:
        yield base


SHEET = """source: {key: daily, title: A daily, kind: article, published: 14 May 2025, language: en}
agreements:
  - {kind: memorandum, subject: grain transit, parties: [Azerbaijan, Kazakhstan], signed: on Tuesday,
     at: p1.s1, anchor: memorandum on grain}
figures:
  - {indicator: trade, area: Azerbaijan, flow: turnover, period: 2024, value: more than $500 million, change: +20.7%}
events:
  - {kind: visit, label: "A visit", date: 12/13 May 2025, place: Baku, participants: [China]}
"""


@given(spliced(SHEET) | st.binary(max_size=80).map(lambda data: data.decode("latin-1")))
@fuzzed
def test_a_sheet_is_planned_or_refused(opened: Base, text: str) -> None:
    try:
        plan(opened.reader(), read_sheet(decode(text.encode("utf-8", "surrogatepass"))))
    except (BadInput, WrongRequest):
        return


@given(
    spliced(
        "on Friday, 23 April 2025", "between 3 and 12 May 2024", "late 2023", "2025-04-2X/..", "mid-January", "1990s"
    )
)
@fuzzed
def test_a_date_is_read_or_refused(text: str) -> None:
    try:
        found = read_date(text, relative_to=parse_edtf("2025-04-23")).date
    except BadInput:
        return
    if found.edtf:
        assert parse_edtf(found.edtf) == found


@given(spliced("more than $3.7 billion", "378,000 tons", "between 3 and 5 per cent", "nearly 1.5m", "no. 4", "-0,5 %"))
@fuzzed
def test_a_number_is_read_or_refused(text: str) -> None:
    try:
        found = read_quantity(text)
    except BadInput:
        return
    for value in (found.value, found.low, found.high):
        assert value is None or value.is_finite()


@given(st.decimals(-(10**15), 10**15, allow_nan=False, places=6))
@fuzzed
def test_a_number_is_read_as_it_is_written(value: Decimal) -> None:
    assert read_quantity(f"{value:f}").value == value
    assert read_quantity(f"{value:,f}").value == value


@given(spliced("2024", "2024-Q3", "first half of 2024", "January–September 2024", "2024-01/2024-09"))
@fuzzed
def test_a_period_is_read_or_refused(text: str) -> None:
    try:
        found = read_period(text)
    except BadInput:
        return
    assert parse_period(found.text) == found


@given(spliced('"free trade" OR grain* -wheat', "中国 kind:event", "AND NOT ( ) : ^ *"))
@fuzzed
def test_a_search_is_answered_or_refused(opened: Base, text: str) -> None:
    try:
        list(run_search(opened.reader(), search(opened.reader(), text, limit=5)))
    except WrongRequest:
        return


SQL = words_of(
    "value", ">", "1", "AND", "OR", "NOT", "(", ")", "'x'", "NULL", "IS", "LIKE", "'%a'", "--", "/*", "*/", ";", ",", "||",
    "SELECT", "FROM", "thing", "IN", "EXISTS", "CASE", "WHEN", "END", "UNION", "DELETE", "PRAGMA", "ATTACH", ":a", "?", "x'00'",
    "abs(-9223372036854775808)", "printf('%s')", "json('{')", "load_extension('x')", "1e999", "COLLATE", "zeroblob(99)", '"',
)  # fmt: skip


@given(SQL)
@fuzzed
def test_a_condition_is_answered_or_refused(seeded: Location, text: str) -> None:
    with open_base(seeded.address) as base:
        try:
            list(base.listing("trade", where=text).rows())
        except WrongRequest:
            return


@given(SQL)
@fuzzed
def test_a_statement_is_answered_or_refused(seeded: Location, text: str) -> None:
    with open_base(seeded.address) as base:
        try:
            list(base.sql(f"SELECT {text}", seconds=5))
        except WrongRequest:
            return


STATISTICS = (
    'typeCode,refYear,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode,cmdDesc,netWgt,primaryValue\nC,2023,2023,NAM,M,NOR,H6,010121,"Horses; live",12.50,79417.935\n',
    '\ufeff"Data Source","World Development Indicators",\n\n"Last Updated Date","2025-01-28",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2021","2022",\n"Azerbaijan","AZE","GDP (current US$)","NY.GDP.MKTP.CD","","78807470588.25",\n',
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT\ndataflow,IMF:DOT(1.0),I,A,NA: Namibia,NO: Norway,TXG: Exports,USD,2023-Q1,1.5,6\n",
    "t,i,j,k,v,q\n2022,699,842,010121,   4.250,   NA\n",
)


@given(spliced(*STATISTICS).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=60))
@fuzzed
def test_a_file_of_statistics_is_read_or_refused(opened: Base, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "BACI_HS22_Y2022_V202501.csv"
    path.write_bytes(data)
    try:
        with open_statistics(Asked(str(path))) as file:
            list(file.blocks(opened.reader()))
    except (BadInput, WrongRequest):
        return


@given(st.lists(st.decimals(0, 10**9, allow_nan=False, places=3), min_size=1, max_size=30))
@fuzzed
def test_a_value_is_stored_as_the_file_has_it(opened: Base, tmp_path: Path, values: list[Decimal]) -> None:
    path = tmp_path / "BACI_HS22_Y2022_V202501.csv"
    rows = "".join(f"2022,699,842,{10000 + place:06},{value:f},NA\n" for place, value in enumerate(values))
    path.write_text(f"t,i,j,k,v,q\n{rows}")
    read: list[Decimal] = []
    with open_statistics(Asked(str(path))) as file:
        for block in file.blocks(opened.reader()):
            for row in block.figures.select(["value", "decimals"]).to_pylist():
                read.append(Decimal(row["value"]).scaleb(-row["decimals"]))
    # BACI counts in thousands of dollars.
    assert sorted(read) == sorted(value * 1000 for value in values)


MAP = """source: {key: mine, title: My statistics}
delimiter: ";"
decimal: ","
figure:
  indicator: trade
  area: {column: Land, values: {D: Germany}}
  period: Jahr
  value: {column: Wert, times: 1000}
  unit: EUR
"""


@given(spliced(MAP), spliced("Land;Jahr;Wert\nD;2023;1,5\nAserbaidschan;2024;2\n"))
@fuzzed
def test_a_file_is_read_by_any_map_or_refused(opened: Base, tmp_path: Path, map: str, data: str) -> None:
    (tmp_path / "map.yaml").write_bytes(map.encode("utf-8", "surrogatepass"))
    (tmp_path / "my.csv").write_bytes(data.encode("utf-8", "surrogatepass"))
    try:
        with open_statistics(Asked(str(tmp_path / "my.csv"), map=str(tmp_path / "map.yaml"))) as file:
            list(file.blocks(opened.reader()))
    except (BadInput, WrongRequest):
        return


@pytest.fixture(scope="module")
def whole(seeded: Location, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lines") / "facts.jsonl"
    assert main(["export", "--as", "jsonl", "-o", str(path), "--base", seeded.address]) == 0
    return path


@pytest.fixture(scope="module")
def empty(bases: Bases, tmp_path_factory: pytest.TempPathFactory) -> Location:
    made = bases.new(tmp_path_factory.mktemp("empty") / "facts.db")
    create(made, seed=False)
    return made


ODD = st.sampled_from(
    ['"\\ud800"', '"\\u0000"', "-1", "9" * 20, "1.5", "true", "null", "[]", "{}", '""', '"CHN"', '"x:1"', "NaN"]
)


@given(st.integers(1, 10**6), st.integers(0, 50), ODD | st.text(max_size=6).map(json.dumps), st.booleans())
@fuzzed
def test_a_copy_with_any_values_is_taken_or_refused(
    bases: Bases,
    seeded: Location,
    empty: Location,
    whole: Path,
    tmp_path: Path,
    line: int,
    place: int,
    odd: str,
    is_of_another: bool,
) -> None:
    lines = whole.read_text(encoding="utf-8").split("\n")[:-2]
    if is_of_another:
        lines[1] = lines[1].replace('"author": "', '"author": "another ')
    at = 1 + line % (len(lines) - 1)
    parts = re.split('(: )("[^"]*"|[0-9]+|null)', lines[at])
    parts[2 + 3 * (place % (len(parts) // 3))] = odd
    lines[at] = "".join(parts)
    text = "".join(f"{line}\n" for line in lines)
    path = tmp_path / "facts.jsonl"
    end = {"digest": f"sha256:{hashlib.sha256(text.encode()).hexdigest()}", "rows": len(lines) - 1}
    path.write_text(text + json.dumps(end) + "\n", encoding="utf-8")
    copy = module("jsonl").read(path)
    # United with a base, or replayed in an empty one.
    if is_of_another:
        with suppress(BadInput, WrongRequest):
            take(seeded, copy, author="a", command="import", dry_run=True)
        return
    base = bases.copy(empty, tmp_path / "facts.db")
    with suppress(BadInput, WrongRequest):
        take(base, copy, author="a", command="import")
    bases.drop(base)


ARGUMENTS = st.lists(
    st.sampled_from(
        ["azerbaijan", "china", "--kind", "--since", "2025", "--limit", "3", "-f", "csv", "json", "--columns", "key", "all",
         "--sort", "-date", "--count", "--where", "1=1", "--as-of", "1", "--on", "2025-05-01", "--unit", "USD", "--help", "-",
         "--show-sql", "kapanadze:50", "--excel-safe", "--", "''", "99999999999999999999", "--top", "-q", "--source", "'"]
    )
    | st.text(max_size=5),
    max_size=6,
)  # fmt: skip
READING = ["agreements", "trade", "dates", "actors", "events", "positions", "promises", "relations", "sources", "facts", "series",
           "measures", "journal", "show", "brief", "chart", "history", "check", "trust", "diff", "search", "sql"]  # fmt: skip


@given(st.sampled_from(READING), ARGUMENTS)
@fuzzed
def test_a_command_ends_as_it_should_with_any_arguments(
    seeded: Location, capsys: Any, monkeypatch: pytest.MonkeyPatch, command: str, arguments: list[str]
) -> None:
    monkeypatch.setenv("FACTBASE_URL", seeded.address)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"SELECT 1")))
    code = main([command, *arguments])
    _, err = capsys.readouterr()
    assert code in (0, 1, 2, 3, 4), err
    if code > 1:
        assert err


VALUES = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LINES = st.lists(st.tuples(VALUES, VALUES, st.none() | st.integers(-(2**63), 2**63 - 1)), max_size=8)
COLUMNS = [Column("a"), Column("b"), Column("n", "integer")]


def written(form: str, rows: list[Row]) -> io.BytesIO:
    out = io.BytesIO()
    writer(form)(Rows(COLUMNS, iter(rows)), out, Options())
    return io.BytesIO(out.getvalue())


@given(LINES)
@fuzzed
def test_parquet_and_arrow_give_back_every_value(rows: list[Row]) -> None:
    from pyarrow import ipc, parquet

    expected = [dict(zip("abn", row, strict=True)) for row in rows]
    assert parquet.read_table(written("parquet", rows)).to_pylist() == expected
    assert ipc.open_file(written("arrow", rows)).read_all().to_pylist() == expected


@given(st.lists(st.lists(st.text(max_size=6), max_size=3), max_size=4))
@fuzzed
def test_no_answer_for_people_steers_a_terminal(rows: list[list[str]]) -> None:
    columns = [Column("a"), Column("b"), Column("c")]
    lines = [tuple((*row, "", "", "")[:3]) for row in rows]
    out = io.StringIO()
    writer("table")(Rows(columns, iter(lines)), out, Options(width=80))
    for sign in out.getvalue():
        assert sign == "\n" or not (ord(sign) < 32 or 127 <= ord(sign) < 160 or "\u202a" <= sign <= "\u202e"), repr(
            sign
        )
