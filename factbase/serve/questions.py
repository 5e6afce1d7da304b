"""The README's ten questions as statements, for a browser: a parameter that is left empty asks for all."""

from __future__ import annotations

from typing import NamedTuple


class Question(NamedTuple):
    """A question, the name of its page, and the SELECT that answers it."""

    name: str
    title: str
    sql: str


def _named(parameter: str, *columns: str) -> str:
    """The condition that a name or a code in the columns has a word that begins so: 'Oman' does not find Romania."""
    words = " || ' ' || ".join(f"coalesce({column}, '')" for column in columns)
    # Guinea-Bissau and Congo (Brazzaville) have two words.
    named, wanted = (f"replace(replace({told}, '-', ' '), '(', ' ')" for told in (words, f"trim(:{parameter})"))
    return f"' ' || {named} LIKE '% ' || {wanted} || '%'"


def _between(*columns: str) -> str:
    return f"{_named('actor', *columns)}\n  AND {_named('other', *columns)}"


QUESTIONS = (
    Question(
        "agreed",
        "What have two states agreed, and where does it stand?",
        "SELECT key, label, kind, status, date, parties, citation FROM agreements\n"
        f"WHERE {_between('parties', 'party_codes')}\nORDER BY date_from, label, key",
    ),
    Question(
        "planned",
        "What is only planned?",
        "SELECT key, label, kind, status, date, parties, citation FROM agreements\n"
        "WHERE status = 'planned'\nORDER BY date_from, label, key",
    ),
    Question(
        "trade-of",
        "How much do they trade, and how fast does it grow?",
        "SELECT assertion, indicator, subject, flow, period, value, unit, change, assessment, citation FROM trade\n"
        f"WHERE {_between('area', 'area_code', 'partner', 'partner_code')}\n"
        "ORDER BY indicator, area, partner, flow, period",
    ),
    Question(
        "for-a-script",
        "And for a script?",
        "SELECT area_code, partner_code, flow, period, value, unit, change, citation FROM trade\n"
        "WHERE upper(:unit) IN ('', upper(unit))\nORDER BY area_code, partner_code, flow, period",
    ),
    Question(
        "against",
        "What speaks against a claim?",
        "SELECT facts.assertion, facts.fact, assessment.verdict, assessment.reason, facts.citation\n"
        "FROM facts JOIN assessment ON assessment.assertion = facts.assertion\n"
        "WHERE facts.assertion || ' ' || coalesce(facts.fact, '') LIKE '%' || :words || '%'\n"
        "ORDER BY facts.source, facts.number, assessment.ordinal",
    ),
    Question(
        "happened",
        "What happened when?",
        "SELECT date, what, label, actors, planned, assessment, assertion, citation FROM dates\n"
        "WHERE coalesce(date_to, '9999') >= :since\nORDER BY date_from, date_to, kind, label",
    ),
    Question(
        "supports",
        "Who supports whom in what?",
        "SELECT assertion, holder, stance, target, subject, modality, certainty, citation FROM positions\n"
        f"WHERE {_named('holder', 'holder', 'holder_code')}\n  AND {_named('target', 'target', 'target_code')}\n"
        "ORDER BY holder, stance, target, subject",
    ),
    Question(
        "relations-of",
        "How do actors stand to each other?",
        "SELECT assertion, actor, relation, other, attested, assessment, citation FROM relations\n"
        f"WHERE {_named('actor', 'actor', 'actor_code', 'other', 'other_code')}\nORDER BY kind, actor, other, date_from",
    ),
    Question(
        "contested",
        "Which facts are contested?",
        "SELECT assertion, fact, assessment, citation FROM facts\n"
        "WHERE assessment LIKE '%contradicted%' OR assessment LIKE '%disputed%'\nORDER BY source, number",
    ),
    Question(
        "anything",
        "Anything else?",
        "SELECT modality, certainty, count(*) AS facts FROM facts\nGROUP BY modality, certainty ORDER BY facts DESC",
    ),
)
