"""A network: actors, and the agreements and relations that join them."""

from __future__ import annotations

from factbase.errors import WrongRequest
from factbase.query.between import Between
from factbase.query.chart.kinds import Asked, columns_of, label_of, sources
from factbase.query.filters import day_of
from factbase.rows import Page, Section, Value
from factbase.store.reading import Reader

_TIES = 40


def chart(reader: Reader, between: Between, asked: Asked) -> Page:
    """`ties`: agreements and relations; `actors`: whom they join, each with the one asked for that it belongs to;
    `edges`: which joins whom; `sources`."""
    if not between.keys:
        raise WrongRequest("a network is about somebody", where="chart actors", hint="name an actor")
    day = "0000-01-01" if asked.since is None else day_of(asked.since, "--since", last=False)
    parameters = {**between.parameters, "day": day}
    clauses = between.having("matter")
    ties = reader.rows(
        f"{clauses} SELECT key, label, kind, status, date, date_from, sources, citation FROM agreements"
        " WHERE key IN (SELECT key FROM matter) AND coalesce(date_to, '9999-12-31') >= :day"
        " ORDER BY date_from DESC NULLS LAST, label, key",
        parameters,
    ).dicts()
    related = reader.rows(
        f"{clauses} SELECT assertion AS key, relation AS label, kind, NULL AS status, date, date_from,"
        " source AS sources, citation, actor_code, other_code FROM relations"
        " WHERE kind IN (SELECT code FROM relation_kind)"
        f" AND {between.concerning('actor_code', 'other_code')} AND coalesce(date_to, '9999-12-31') >= :day"
        " ORDER BY date_from DESC NULLS LAST, label, assertion",
        parameters,
    ).dicts()
    edges: list[dict[str, Value]] = []
    # What several sources tell of one relation is one tie.
    joined: dict[tuple[frozenset[Value], Value], dict[str, Value]] = {}
    for tie in related:
        ends = tie.pop("actor_code"), tie.pop("other_code")
        first = joined.setdefault((frozenset(ends), tie["label"]), tie)
        if first is tie:
            edges += ({"actor": end, "tie": tie["key"], "role": tie["kind"]} for end in ends)
        else:
            first["sources"] = f"{first['sources']}; {tie['sources']}"
            first["citation"] = f"{first['citation']}; {tie['citation']}"
    ties = [*joined.values(), *ties]
    shown = ties[: asked.top or _TIES]
    kept = {tie["key"] for tie in shown}
    edges = [edge for edge in edges if edge["tie"] in kept]
    edges += (
        party
        for party in reader.rows(
            f"{clauses} SELECT actor, agreement AS tie, role FROM party"
            " WHERE agreement IN (SELECT key FROM matter) AND role <> 'witness'"
            # Who is told of by steps alone.
            " UNION SELECT actor, agreement, 'step' FROM action WHERE agreement IN (SELECT key FROM matter)"
            " AND actor IS NOT NULL AND actor NOT IN (SELECT actor FROM party WHERE party.agreement = action.agreement)"
            " ORDER BY tie, actor, role",
            between.parameters,
        ).dicts()
        if party["tie"] in kept
    )
    joins = {edge["actor"] for edge in edges}
    circle = reader.rows(f"{between.having()} SELECT key, min(subject) FROM circle GROUP BY key", between.parameters)
    whose = {key: subject for key, subject in circle}  # noqa: C416 (a row is a tuple of any length to the type checker)
    actors = [
        {**actor, "subject": whose.get(actor["key"])}
        for actor in reader.rows(
            "SELECT actor.key, thing.label, actor.kind FROM actor JOIN thing ON thing.key = actor.key ORDER BY thing.label, thing.key"
        ).dicts()
        if actor["key"] in joins or actor["key"] in between.keys
    ]
    return Page(
        f"Network: {label_of(reader, between)}",
        [
            Section("actors", "Actors", columns_of(actors), actors, len(actors)),
            Section("ties", "What joins them", columns_of(shown), shown, len(ties), f"--top {len(ties)}"),
            Section("edges", "Edges", columns_of(edges), edges, len(edges)),
            sources(reader, (tie["sources"] for tie in shown)),
        ],
        note=f"left out: {len(ties) - len(shown):,} more" if len(shown) < len(ties) else "",
    )
