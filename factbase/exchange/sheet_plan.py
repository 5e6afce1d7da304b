"""From a sheet to a base: what would change, and the change."""

from __future__ import annotations

from factbase.errors import BadInput
from factbase.exchange.sheet import Sheet
from factbase.exchange.sheet_base import Base, Inside, Known
from factbase.exchange.sheet_draft import Draft, Plan
from factbase.exchange.sheet_facts import plan_facts
from factbase.exchange.sheet_things import check_told, plan_things
from factbase.journal.entry import Entry


def plan(base: Base, sheet: Sheet, *, assessor: str = "unknown") -> Plan:
    """What a sheet comes to in a base, which is only read. `assessor` signs the verdicts that name nobody.

    Raises BadInput with every problem of the sheet, those that reading it found included, in the order of its lines.
    """
    draft = Draft(Known(base), sheet, assessor)
    things = plan_things(draft)
    if draft.plan.source is not None:
        plan_facts(draft)
    if not draft.problems:
        check_told(draft, things)
    if draft.problems:
        problems = sorted(dict.fromkeys(draft.problems), key=lambda problem: problem.line or 0)
        number = "one problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise BadInput(f"{number}; nothing was written", problems=problems)
    # States that are made on first mention have no line, and come first.
    draft.plan.lines.sort(key=lambda line: line.line or 0)
    return draft.plan


def record(entry: Entry, sheet: Sheet, *, assessor: str = "unknown") -> Plan:
    """Write what is new in a sheet, in an open entry, and tell what that is. Raises BadInput as `plan` does.

    It is planned inside the entry's transaction, so that no other writer comes between.
    """
    made = plan(Inside(entry), sheet, assessor=assessor)
    for table, key, values in made.amendments:
        entry.amend(table, key, **values)
    for table, values in made.additions:
        entry.add(table, **values)
    return made
