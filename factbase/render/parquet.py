"""Parquet, one file or a folder of partitions: columns for DuckDB, Spark, BigQuery, pandas and Polars."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote

from factbase.errors import Unavailable, WrongRequest
from factbase.render.arrow import Rounded, batches
from factbase.render.options import Options, Written
from factbase.rows import Rows

if TYPE_CHECKING:
    import pyarrow
    from pyarrow import parquet

# How many folders of partitions there may be, and how many of their files are open at once: each takes a megabyte.
_FOLDERS = 10_000
_OPEN = 256
# Bytes of rows that are put into their folders together: of fewer, many folders would have many small files.
_AT_ONCE = 64 * 1024 * 1024


def write(rows: Rows, out: BinaryIO, options: Options) -> Written:
    """Write one file, a stretch of rows at a time."""
    rounded = Rounded()
    schema, parts = batches(rows, rounded)
    first = list(islice(parts, 1))
    # Imported here: the rest is read meanwhile.
    from pyarrow import parquet

    written = 0
    with parquet.ParquetWriter(out, schema, **_packed(schema)) as file:
        for batch in chain(first, parts):
            file.write_batch(batch)
            written += len(batch)
    return Written(written, rounded.notes())


def _packed(schema: pyarrow.Schema) -> dict[str, Any]:
    """How columns are packed. A dictionary pays for texts, which repeat; for numbers it is built and then given up."""
    import pyarrow

    texts = [field.name for field in schema if pyarrow.types.is_string(field.type)]
    return {"compression": "zstd", "use_dictionary": texts}


def write_partitions(rows: Rows, folder: Path, by: list[str]) -> Written:
    """Write a folder with a folder for each value of the columns, `period=2024`, as Hive names them.

    It takes its name when all is written. Raises WrongRequest for a column that is not there, for a folder that is, or
    for more folders than can be.
    """
    by = list(dict.fromkeys(by))
    for name in by:
        if name not in rows.names:
            raise WrongRequest(
                f"there is no column '{name}'", where="--partition", hint=f"there are {', '.join(rows.names)}"
            )
    if len(by) == len(rows.names):
        raise WrongRequest("no column is left for the files", where="--partition", hint="name fewer, or more --columns")
    if os.path.exists(folder):
        raise WrongRequest("there is a file or a folder already", where=str(folder), hint="choose another name")
    rounded = Rounded()
    schema, parts = batches(rows, rounded)
    draft = folder.with_name(f".{folder.name}-{os.getpid()}")
    written = 0
    try:
        draft.mkdir()
        with closing(_Partitions(draft, [field for field in schema if field.name not in by])) as partitions:
            for lot in _lots(parts):
                partitions.add(lot, by)
                written += len(lot)
        os.replace(draft, folder)
    except OSError as error:
        # Arrow's own words have more in them.
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise Unavailable(f"cannot be written: {reason.lower()}", where=str(folder)) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Written(written, rounded.notes())


def _lots(parts: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.Table]:
    """The batches, several at once, so that what belongs to one folder is written to it together."""
    import pyarrow

    lot: list[pyarrow.RecordBatch] = []
    for batch in parts:
        lot.append(batch)
        if sum(one.nbytes for one in lot) > _AT_ONCE:
            yield pyarrow.Table.from_batches(lot)
            lot = []
    if lot:
        yield pyarrow.Table.from_batches(lot)


class _Partitions:
    """The folders below one, and those of their files that are open."""

    def __init__(self, folder: Path, fields: list[pyarrow.Field]) -> None:
        import pyarrow

        self.folder = folder
        self.schema = pyarrow.schema(fields)
        self.files: dict[str, int] = {}
        self.open: dict[str, parquet.ParquetWriter] = {}

    def add(self, lot: pyarrow.Table, by: list[str]) -> None:
        """Write rows to their folders, in their order."""
        from pyarrow import compute as pc

        places = _places(lot, by)
        there = places.dictionary.to_pylist()
        if len(self.files.keys() | set(there)) > _FOLDERS:
            raise WrongRequest(f"more than {_FOLDERS:,} folders", where="--partition", hint="columns with fewer values")
        ordered = lot.select(self.schema.names).take(pc.sort_indices(places.indices))
        start = 0
        for place, rows in zip(*(told.to_pylist() for told in pc.value_counts(places.indices).flatten()), strict=True):
            self._file(there[place]).write_table(ordered.slice(start, rows))
            start += rows

    def _file(self, place: str) -> parquet.ParquetWriter:
        from pyarrow import parquet

        if place not in self.open:
            if len(self.open) == _OPEN:
                self.open.pop(next(iter(self.open))).close()
            number = self.files[place] = self.files.get(place, -1) + 1
            within = self.folder / place
            within.mkdir(parents=True, exist_ok=True)
            self.open[place] = parquet.ParquetWriter(
                within / f"part-{number}.parquet", self.schema, **_packed(self.schema)
            )
        return self.open[place]

    def close(self) -> None:
        """Write the ends of the files that are open."""
        for file in self.open.values():
            file.close()


def _places(lot: pyarrow.Table, by: list[str]) -> pyarrow.DictionaryArray:
    """The folder of each row, as Hive names it."""
    import pyarrow
    from pyarrow import compute as pc

    named = []
    for name in by:
        values = lot[name].combine_chunks().dictionary_encode()
        told = (quote(value, safe="") for value in values.dictionary.cast(pyarrow.string()).to_pylist())
        texts = pyarrow.array([f"{name}={text}" for text in told], pyarrow.string()).take(values.indices)
        named.append(pc.fill_null(texts, f"{name}=__HIVE_DEFAULT_PARTITION__"))
    return pc.binary_join_element_wise(*named, "/").dictionary_encode()
