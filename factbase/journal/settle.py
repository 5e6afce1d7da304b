"""Settle: say what became of a promise, as a link from the assertion that shows it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, column, select
from sqlalchemy import table as named

from factbase.errors import Unavailable, WrongRequest
from factbase.journal.entry import Entry
from factbase.kinds.tables import code_tables

# The outcome of a promise, and the link that says so.
OUTCOMES = {"kept": "fulfils", "partly kept": "partly fulfils", "broken": "breaks", "overtaken": "overtakes"}

_PLANNED = ("plan", "expectation")
_LISTED = "'factbase promises' lists them"


def settle(entry: Entry, key: str, by: str, *, outcome: str = "kept", why: str | None = None) -> str:
    """Record that what `by` tells settled the promise `key`; gives the assertion that was taken for it.

    `by` is an assertion, or an agreement, which counts by its signing or else by the first step told as done, or an
    event, which counts by its taking place. Raises WrongRequest where `key` is no promise or is settled, and where `by`
    tells of nothing that was done, or is the promise itself.
    """
    link = _link(entry, outcome)
    _refuse_unless_promise(entry, key)
    _refuse_settled(entry, key)
    shown = by if entry.find("assertion", key=by) else _told_as_done(entry, by)
    if shown == key:
        raise WrongRequest(f"'{key}' cannot settle itself", where="--by", hint="name what was done since")
    if entry.find("assertion", key=shown)[0]["modality"] in _PLANNED:
        raise WrongRequest(f"'{shown}' only plans or expects it", where="--by", hint="name what was done")
    entry.add("assertion_link", assertion=shown, kind=link, other=key, reason=why)
    return shown


def _link(entry: Entry, outcome: str) -> str:
    if outcome not in OUTCOMES:
        hint = f"there are {', '.join(OUTCOMES)}"
        raise WrongRequest(f"no such outcome '{outcome}'", where="--outcome", hint=hint)
    codes = code_tables["assertion_link_kind"]
    if not entry.connection.execute(select(codes.c.code).where(codes.c.code == OUTCOMES[outcome])).first():
        raise Unavailable(f"this base cannot tell that a promise was {outcome}", hint="run 'factbase db upgrade'")
    return OUTCOMES[outcome]


def _refuse_unless_promise(entry: Entry, key: str) -> None:
    found = entry.find("assertion", key=key)
    if not found:
        what = "is no promise" if entry.find("thing", key=key) else "is no record"
        raise WrongRequest(f"'{key}' {what}", where="settle", hint=f"the key of a promise; {_LISTED}")
    kind, modality = found[0]["kind"], found[0]["modality"]
    if kind != "commitment" and (kind != "action" or modality not in _PLANNED):
        told = f"{kind} told as {modality}"
        raise WrongRequest(f"'{key}' is no promise but {_article(told)} {told}", where="settle", hint=_LISTED)


def _refuse_settled(entry: Entry, key: str) -> None:
    for link in OUTCOMES.values():
        for row in entry.find("assertion_link", kind=link, other=key):
            raise WrongRequest(
                f"'{key}' is settled already: {row['assertion']} {link} it",
                where="settle",
                hint=f"undo entry {row['entry']} first",
            )
    promises = select(column("state", Text), column("settled_by", Text)).select_from(named("promises"))
    found = entry.connection.execute(promises.where(column("assertion") == key)).first()
    if found is not None and found.state != "open":
        by = f", as {found.settled_by} shows" if found.settled_by else ""
        raise WrongRequest(
            f"'{key}' is settled already: {found.state}{by}",
            where="settle",
            hint=f"'factbase history {key}' tells more" if not found.settled_by else "correct that one if it is wrong",
        )


def _told_as_done(entry: Entry, key: str) -> str:
    """The assertion by which an agreement or an event settles something."""
    found = entry.find("thing", key=key)
    if not found:
        raise WrongRequest(f"there is no record '{key}'", where="--by", hint="an assertion, an agreement or an event")
    kind = found[0]["kind"]
    if kind not in ("agreement", "event"):
        raise WrongRequest(
            f"{_article(kind)} {kind} settles nothing by itself",
            where="--by",
            hint="name an assertion, an agreement or an event",
        )
    told = entry.find("action", agreement=key) if kind == "agreement" else entry.find("occurrence", event=key)
    done = [row for row in told if _is_done(entry, row["assertion"])]
    if not done:
        raise WrongRequest(f"nothing is told as done of '{key}'", where="--by", hint="name the assertion that shows it")
    stages = {row.code: row.stage for row in entry.connection.execute(select(code_tables["action_kind"]))}
    return str(min(done, key=lambda row: _order(row, stages))["assertion"])


def _is_done(entry: Entry, key: str) -> bool:
    [row] = entry.find("assertion", key=key)
    return row["modality"] not in _PLANNED and row["polarity"] == "positive"


def _order(row: dict[str, Any], stages: dict[str, int]) -> tuple[Any, ...]:
    """The whole before a party, the signing before other steps, the exact before the vague; then the first."""
    action = row.get("action")
    return (
        row.get("actor") is not None,
        action not in (None, "signed"),
        stages.get(str(action), 0),
        -len(row["date"] or ""),
        row["date"] or "",
        row["assertion"],
    )


def _article(word: str) -> str:
    return "an" if word[0] in "aeio" else "a"
