from __future__ import annotations

from pathlib import Path

import pytest

from factbase.errors import WrongRequest
from factbase.store.location import locate


def test_the_option_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTBASE_URL", "elsewhere.db")
    assert locate("here.db").path == Path("here.db")
    assert locate().path == Path("elsewhere.db")


def test_a_base_that_nobody_names_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("FACTBASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    location = locate()
    assert location.own
    assert location.path == tmp_path / "factbase" / "factbase.db"


@pytest.mark.parametrize(
    ("address", "path"), [("sqlite:///facts.db", "facts.db"), ("sqlite:////data/facts.db", "/data/facts.db")]
)
def test_an_address_in_sqlalchemys_form_is_a_path(address: str, path: str) -> None:
    assert locate(address).path == Path(path)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql+psycopg://leyla:PART@h:5432/facts?password=PART", "postgresql+psycopg://leyla@h:5432/facts"),
        ("postgresql://h:5432/facts?user=leyla&password=PART", "postgresql://h:5432/facts"),
        ("postgresql://h/facts?user=leyla&password=PART@PART", "postgresql://h…"),
        ("postgresql://leyla:PART@h/facts?password=PART@PART", "postgresql://leyla…"),
        ("postgresql://leyla:PART@PART/PART@h/facts", "postgresql://leyla@h/facts"),
        ("postgresql://leyla:PART?PART@h/facts", "postgresql://leyla…"),
        ("postgresql://leyla:PART@PART?PART@h/facts", "postgresql://leyla…"),
    ],
)
def test_a_password_is_never_shown(address: str, shown: str) -> None:
    assert str(locate(address)) == shown


@pytest.mark.parametrize("named", ["~nobody-here/facts.db", "sqlite:///~nobody-here/facts.db"])
def test_a_user_who_is_not_there_is_told(named: str) -> None:
    with pytest.raises(WrongRequest, match=r"^~nobody-here/facts\.db: there is no such user"):
        locate(named)


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(WrongRequest, match="mysql"):
        locate("mysql://localhost/facts")


def test_an_empty_name_is_no_other_base() -> None:
    with pytest.raises(WrongRequest, match="there is no name of a base"):
        locate("")


@pytest.mark.parametrize(
    "named",
    [
        "postgresql:/leyla:PART@h/facts",
        "postgres:leyla:PART@h/facts",
        "host=h password=PART dbname=facts",
        "PASSWORD = PART",
    ],
)
def test_a_mistyped_address_is_no_file_with_the_password_in_its_name(named: str) -> None:
    with pytest.raises(WrongRequest, match="is no address of a database") as refused:
        locate(named)
    assert "PART" not in str(refused.value)


def test_the_kind_of_an_address_may_be_in_capitals() -> None:
    assert str(locate("POSTGRESQL://leyla:PART@h/facts")) == "POSTGRESQL://leyla@h/facts"
