"""Parquet, one file or a folder of partitions: columns for DuckDB, Spark, BigQuery, pandas and Polars."""

from __future__ import annotations

import os
import shutil
from itertools import chain, islice
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, BinaryIO

from factbase.errors import Unavailable, WrongRequest
from factbase.render.arrow import Rounded, batches
from factbase.render.options import Options, Written
from factbase.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow

# How many folders of partitions there may be, and how many of their files are open at once: each takes a megabyte.
_FOLDERS = 10_000
_OPEN = 256
# Seconds that Arrow's thread is waited for.
_PATIENCE = 5


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
    import pyarrow
    from pyarrow import dataset

    by = list(dict.fromkeys(by))
    for name in by:
        if name not in rows.names:
            raise WrongRequest(
                f"there is no column '{name}'", where="--partition", hint=f"there are {', '.join(rows.names)}"
            )
    if folder.exists():
        raise WrongRequest("there is a file or a folder already", where=str(folder), hint="choose another name")
    rounded = Rounded()
    schema, parts = batches(rows, rounded)
    written = 0
    folders: set[tuple[object, ...]] = set()
    enough, ended = Event(), Event()

    def counted() -> Iterator[pyarrow.RecordBatch]:
        nonlocal written
        try:
            for batch in parts:
                if enough.is_set():
                    break
                lot = pyarrow.Table.from_batches([batch]).select(by).group_by(by).aggregate([])
                folders.update(zip(*lot.to_pydict().values(), strict=True))
                if len(folders) > _FOLDERS:
                    raise WrongRequest(
                        f"more than {_FOLDERS:,} folders", where="--partition", hint="columns with fewer values"
                    )
                written += len(batch)
                yield batch
        finally:
            ended.set()

    draft = folder.with_name(f".{folder.name}-{os.getpid()}")
    try:
        dataset.write_dataset(
            counted(),
            draft,
            schema=schema,
            format="parquet",
            file_options=dataset.ParquetFileFormat().make_write_options(**_packed(schema)),
            max_partitions=_FOLDERS,
            max_open_files=_OPEN,
            partitioning=dataset.partitioning(pyarrow.schema([schema.field(name) for name in by]), flavor="hive"),
        )
        os.replace(draft, folder)
    except OSError as error:
        raise Unavailable(f"cannot be written: {(error.strerror or str(error)).lower()}", where=str(folder)) from None
    finally:
        # Arrow reads in a thread of its own, which must have let go of the rows before the program ends.
        enough.set()
        ended.wait(_PATIENCE)
        shutil.rmtree(draft, ignore_errors=True)
    return Written(written, rounded.notes())
