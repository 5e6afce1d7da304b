"""A timeline: a lane for each agreement, event and relation, with all that is dated on it."""

from __future__ import annotations

from factbase.query.between import Between
from factbase.query.chart.kinds import Asked, columns_of, label_of, sources
from factbase.query.filters import day_of
from factbase.rows import Page, Section
from factbase.store.reading import Reader

_LANES = 30


def chart(reader: Reader, between: Between, asked: Asked) -> Page:
    """`dates`: marks in the order of their lanes; `undated`: plans without a date; `sources`."""
    day = "0000-01-01" if asked.since is None else day_of(asked.since, "--since", last=False)
    concerned = "1 = 1"
    if between.keys:
        concerned = f"(key IN (SELECT key FROM matter) OR {between.concerning('actor_codes')})"
    lines = reader.rows(
        (between.having("matter") if between.keys else "")
        + " SELECT key, label, kind, what, actors, date, date_from, date_to, planned, certainty, assessment, source,"
        " citation FROM dates"
        f" WHERE kind NOT IN ('office', 'membership', 'position') AND {concerned}"
        " AND coalesce(date_to, '9999-12-31') >= :day"
        " ORDER BY coalesce(date_from, date_to) NULLS LAST, date_to NULLS FIRST, label, what, assertion",
        {**(between.parameters if between.keys else {}), "day": day},
    ).dicts()
    for line in lines:
        # A relation is its partners'; all that one thing is told by several sources shares its lane.
        partners = str(line["actors"]).replace("; ", " and ")
        line["lane"] = f"{partners}: {line['what']}" if line["kind"] == "relation" else line["label"]
    dated = [line for line in lines if line["date"] is not None]
    lanes = list(dict.fromkeys(line["lane"] for line in dated))
    shown = lanes[-(asked.top or _LANES) :]
    held = [line for line in dated if line["lane"] in shown]
    undated = [line for line in lines if line["date"] is None]
    names = label_of(reader, between)
    return Page(
        f"Timeline: {names}" if names else "Timeline",
        [
            Section("dates", "Dates", columns_of(held), held, len(dated), f"--top {len(lanes)}"),
            Section("undated", "Without a date", columns_of(undated), undated, len(undated)),
            sources(reader, (line["source"] for line in (*held, *undated))),
        ],
        note=f"left out: {len(lanes) - len(shown):,} earlier" if len(shown) < len(lanes) else "",
    )
