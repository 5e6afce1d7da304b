"""Accept: let a finding of a check stand, with a reason; undoing the entry takes it back."""

from __future__ import annotations

from factbase.errors import WrongRequest
from factbase.journal.entry import Entry


def accept(entry: Entry, finding: str, why: str) -> None:
    """Record that the finding of that name may stand. Raises WrongRequest where it is so already, or without a reason."""
    if not why.strip():
        raise WrongRequest("a finding is accepted for a reason", where="--why", hint="say why it may stand")
    for row in entry.find("accepted_finding", finding=finding):
        raise WrongRequest(
            f"'{finding}' is accepted already: {row['reason']}",
            where="--accept",
            hint=f"'factbase undo {row['entry']}' takes it back",
        )
    entry.add("accepted_finding", finding=finding, reason=why.strip())
