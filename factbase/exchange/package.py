"""A base as a Frictionless Data Package: a CSV file per table and view, and `datapackage.json` that describes them.

The same base gives the same bytes, its rows in the order of their keys, so that version control shows what changed.
An empty field is a missing value, a quoted empty one an empty text. Every file has its SHA-256 in the description.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Integer

from factbase.errors import BadInput, Unavailable, WrongRequest
from factbase.exchange.importers import DESCRIPTION
from factbase.journal.copy import ORDER, BaseCopy, stamp, stamped
from factbase.kinds import views
from factbase.kinds.tables import tables
from factbase.render.formats import writer
from factbase.render.options import Options
from factbase.rows import Rows, digits_behind, with_digits

PROFILE = "tabular-data-package"
# What a reader takes at once, so that a hostile description cannot fill the memory.
_LARGEST_DESCRIPTION = 8 * 1024 * 1024

_TYPES = {"integer": "integer", "number": "number", "percent": "number"}


def write(copy: BaseCopy, folder: Path) -> int:
    """Write the copy into a folder, and give the number of its files; an older package there is replaced.

    The files are made under other names and moved in when all are whole, the description last. A copy of what was written
    since an entry has no views. Raises WrongRequest for a folder that holds something else, Unavailable where it cannot
    be written.
    """
    older = _older(folder)
    draft = _draft(folder)
    try:
        draft.mkdir(parents=True)
        resources = [_resource(draft, f"data/{name}.csv", copy.rows(name), _table_schema(name)) for name in ORDER]
        if not copy.since:
            for name in views.FILES:
                # The day of today would make every day's package another one, and all texts are in it already.
                if name not in ("today", "texts"):
                    resources.append(_resource(draft, f"views/{name}.csv", _view(copy, name), _view_schema(name)))
        described = {
            "name": "factbase",
            "profile": PROFILE,
            "title": "A fact base",
            **stamp(copy.revision, copy.since),
            "resources": resources,
        }
        text = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
        (draft / DESCRIPTION).write_text(text, encoding="utf-8", newline="\n")
        paths = [str(resource["path"]) for resource in resources]
        for name in (*paths, DESCRIPTION):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(draft / name, target)
        for name in set(older) - set(paths):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable(f"cannot be written: {(error.strerror or str(error)).lower()}", where=str(folder)) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return len(resources) + 1


def _draft(folder: Path) -> Path:
    """A name for the files until they are whole: beside the folder, or in it where they could not be moved in from there."""
    place = Path(os.path.realpath(folder))
    beside = place.parent
    if os.path.exists(place) and (
        os.stat(beside).st_dev != os.stat(place).st_dev or not os.access(beside, os.W_OK | os.X_OK)
    ):
        beside = place
    return beside / f".{place.name}-{os.getpid()}"


def _older(folder: Path) -> list[str]:
    """The files of the package that is in the folder. Raises WrongRequest where something else is."""
    if not os.path.exists(folder):
        return []
    if not os.path.isdir(folder):
        raise WrongRequest("is no folder", where=str(folder), hint="a package is a folder of files")
    if os.path.isfile(folder / DESCRIPTION):
        return [str(resource["path"]) for resource in _description(folder)["resources"]]
    # What version control keeps in a folder begins with a dot.
    if any(not entry.name.startswith(".") for entry in folder.iterdir()):
        raise WrongRequest("the folder holds something else", where=str(folder), hint="name a new one")
    return []


def _view(copy: BaseCopy, name: str) -> Rows:
    columns = views.view(name).columns
    named, behind = [column.name for column in columns], digits_behind(columns)
    told = copy.reader.rows(
        f"SELECT {', '.join((*named, *behind))} FROM {name} ORDER BY {', '.join(f'{one} NULLS FIRST' for one in named)}"
    )
    return Rows(columns, with_digits(columns, behind, told))


def _resource(folder: Path, path: str, rows: Rows, schema: dict[str, Any]) -> dict[str, Any]:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "w", encoding="utf-8", newline="") as out:
        writer("csv")(rows, out, Options())
        out.flush()
        os.fsync(out.fileno())
    with open(target, "rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    return {
        "name": path.removesuffix(".csv").replace("/", "-"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": target.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": schema,
    }


def _table_schema(name: str) -> dict[str, Any]:
    """The fields of a table with their types and keys, as Table Schema has them."""
    table = tables[name]
    keys = []
    for constraint in sorted(table.foreign_key_constraints, key=lambda key: str(key.name)):
        referred = constraint.referred_table.name
        keys.append(
            {
                "fields": [element.parent.name for element in constraint.elements],
                "reference": {
                    "resource": "" if referred == name else f"data-{referred}",
                    "fields": [element.column.name for element in constraint.elements],
                },
            }
        )
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": column.name,
                "type": "integer" if isinstance(column.type, Integer) else "string",
                **({} if column.nullable else {"constraints": {"required": True}}),
            }
            for column in table.columns
        ],
        "primaryKey": [column.name for column in table.primary_key],
        "missingValues": [""],
    }
    return {**schema, "foreignKeys": keys} if keys else schema


def _view_schema(name: str) -> dict[str, Any]:
    return {
        "fields": [
            {"name": column.name, "type": _TYPES.get(column.type, "string"), "description": column.description}
            for column in views.view(name).columns
        ],
        "missingValues": [""],
    }


class Package(NamedTuple):
    """A package in a folder, read as a copy of a base."""

    folder: Path
    revision: str
    since: int

    def tables(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Each table with its rows. Raises BadInput for a row that does not fit the table."""
        for name in ORDER:
            yield name, _rows(self.folder / "data" / f"{name}.csv", name)


def read(path: Path) -> Package:
    """The package at `path`, its files compared with their digests.

    Raises BadInput where it is no package of a base, where a file is missing or not as it was written, or where it
    is of another revision of the schema.
    """
    folder = path.parent if path.name == DESCRIPTION else path
    described = _description(folder)
    told = stamped(described)
    if told is None:
        raise BadInput("not a package of a fact base", where=str(folder), hint="factbase export makes one")
    by_path = {resource["path"]: resource for resource in described["resources"]}
    for name in ORDER:
        place = f"data/{name}.csv"
        if place not in by_path:
            raise BadInput(f"the package has no {place}", where=str(folder), hint="export it again")
        _check(folder, place, by_path[place])
    return Package(folder, *told)


def _description(folder: Path) -> dict[str, Any]:
    file = folder / DESCRIPTION
    try:
        if file.stat().st_size > _LARGEST_DESCRIPTION:
            raise BadInput("the description is too large", where=str(file))
        described = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unavailable(f"cannot be read: {(error.strerror or str(error)).lower()}", where=str(file)) from None
    except (ValueError, RecursionError):
        raise BadInput("not a description of a data package", where=str(file), hint="it is JSON in UTF-8") from None
    resources = described.get("resources") if isinstance(described, dict) else None
    if not isinstance(resources, list) or not all(_is_ours(resource) for resource in resources):
        raise BadInput("not a package of a fact base", where=str(file), hint="factbase export makes one")
    return dict(described)


def _is_ours(resource: object) -> bool:
    """Whether the path of a resource is one that we write: a package must not lead to files outside of it."""
    if not isinstance(resource, dict):
        return False
    path = resource.get("path")
    return isinstance(path, str) and path in {f"data/{name}.csv" for name in tables} | {
        f"views/{name}.csv" for name in views.FILES
    }


def _check(folder: Path, place: str, resource: dict[str, Any]) -> None:
    file = folder / place
    try:
        if file.is_symlink() or not file.resolve().is_relative_to(folder.resolve()):
            raise BadInput("a file of a package must be in its folder", where=str(file))
        with open(file, "rb") as written:
            digest = hashlib.file_digest(written, "sha256").hexdigest()
    except OSError as error:
        raise BadInput(f"cannot be read: {(error.strerror or str(error)).lower()}", where=str(file)) from None
    if resource.get("hash") != f"sha256:{digest}":
        raise BadInput(
            "the file is not as it was written: its digest is another", where=str(file), hint="export it again"
        )


def _rows(file: Path, name: str) -> Iterator[dict[str, Any]]:
    import pyarrow
    from pyarrow import csv

    columns = tables[name].columns
    types = {c.name: pyarrow.int64() if isinstance(c.type, Integer) else pyarrow.string() for c in columns}
    if file.stat().st_size == 0:
        raise BadInput("the file is empty", where=str(file))
    try:
        reader = csv.open_csv(
            file,
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=csv.ConvertOptions(
                column_types=types, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
            ),
        )
        if reader.schema.names != list(types):
            raise BadInput(f"its columns are {', '.join(reader.schema.names)}", where=str(file), hint=", ".join(types))
        for batch in reader:
            for column in columns:
                if not column.nullable and batch.column(column.name).null_count:
                    raise BadInput(f"a row does not fit the table: it has no {column.name}", where=str(file))
            yield from batch.to_pylist()
    except pyarrow.ArrowInvalid as error:
        raise BadInput(f"a row does not fit the table: {error}", where=str(file)) from None
