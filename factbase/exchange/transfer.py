"""A whole base goes from one database to another, journal included, and is compared when it has arrived."""

from __future__ import annotations

import hashlib
import os
from io import RawIOBase
from typing import Any, NamedTuple

from factbase.errors import Unavailable, WrongRequest
from factbase.journal.copy import ORDER, BaseCopy, entries_of
from factbase.journal.replay import fill
from factbase.store.location import Location
from factbase.store.reading import reader
from factbase.store.upkeep import create, revision


class Transferred(NamedTuple):
    """How many entries and rows went, and the digest of all rows, which both bases have."""

    entries: int
    rows: int
    digest: str


def transfer(source: Location, target: Location) -> Transferred:
    """Copy the base at `source` into `target`, which is made if there is none.

    Raises WrongRequest where the target has entries already, and Unavailable where the two differ in the end: then
    somebody wrote to one of them meanwhile.
    """
    with reader(source) as opened:
        _prepare(target)
        entries = fill(target, BaseCopy(opened))
        rows, digest = _told(BaseCopy(opened))
    with reader(target) as arrived:
        if _told(BaseCopy(arrived)) != (rows, digest):
            raise Unavailable(
                "the copy is not as the base is", where=str(target), hint="copy it again while nobody writes"
            )
    return Transferred(entries, rows, digest)


def _prepare(target: Location) -> None:
    """See that there is a base without entries at the target."""
    if (not os.path.exists(target.path)) if target.path is not None else (revision(target) is None):
        create(target, seed=False)
    with reader(target) as opened:
        if entries_of(opened):
            raise WrongRequest("there is a base with entries already", where=str(target), hint="choose another place")


def _told(copy: BaseCopy) -> tuple[int, str]:
    """How many rows a base has, and the digest of what its export has: all rows, in the order of their keys."""
    from pyarrow import csv

    told, rows = _Digest(), 0
    for name in ORDER:
        told.sum.update(name.encode())
        for batch in copy.batches(name):
            csv.write_csv(batch, told, csv.WriteOptions(include_header=False))
            rows += len(batch)
    return rows, told.sum.hexdigest()


class _Digest(RawIOBase):
    """A file that keeps the digest of what is written to it, and nothing else."""

    def __init__(self) -> None:
        self.sum = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, block: Any) -> int:
        self.sum.update(block)
        return len(block)
