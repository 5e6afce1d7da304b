"""Columns written in one transaction, behind the one who makes them ready: in their order, all of them or none."""

from __future__ import annotations

import pyarrow
import pytest

from factbase.store.bulk import bulk
from factbase.store.location import Location
from factbase.store.reading import reader

TOPIC = "INSERT INTO topic (code, description) VALUES ('{}', 'A topic of a test')"


def topics(base: Location) -> set[object]:
    with reader(base) as opened:
        return {code for (code,) in opened.rows("SELECT code FROM topic WHERE description = 'A topic of a test'")}


def test_what_is_written_is_seen_by_the_next_question_and_by_all_at_the_end(base: Location) -> None:
    with bulk(base) as writing:
        for number in range(20):
            writing.execute(TOPIC.format(number))
        writing.ingest("topic", pyarrow.table({"code": ["20"], "description": ["A topic of a test"]}))
        writing.execute("UPDATE topic SET code = 'last' WHERE code = '20'")
        asked = "SELECT code FROM topic WHERE description = 'A topic of a test'"
        seen = set(writing.table(asked)["code"].to_pylist())
        assert seen == {*map(str, range(20)), "last"}
        assert topics(base) == set()
    assert topics(base) == seen


@pytest.mark.parametrize("further", [0, 1, 20])
def test_what_fails_is_told_and_nothing_stays(base: Location, further: int) -> None:
    def write() -> None:
        with bulk(base) as writing:
            writing.execute(TOPIC.format("first"))
            writing.execute(TOPIC.format("first"))
            for number in range(further):
                writing.execute(TOPIC.format(number))

    with pytest.raises(Exception, match=r"UNIQUE|has such a row"):
        write()
    assert topics(base) == set()


def test_an_error_of_the_one_who_writes_leaves_nothing_behind(base: Location) -> None:
    class Stop(Exception):
        pass

    def write() -> None:
        with bulk(base) as writing:
            for number in range(20):
                writing.execute(TOPIC.format(number))
            raise Stop

    with pytest.raises(Stop):
        write()
    assert topics(base) == set()
