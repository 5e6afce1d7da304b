"""What lies between actors: who belongs to each, the agreements and events that join them, and what is said of these.

An actor stands for all that belongs to it: a state for its cities, ministries, companies, people in office and
initiatives. Of one actor everything counts that concerns it, of several what concerns at least two of them.
"""

from __future__ import annotations

from typing import NamedTuple

from factbase.rows import Value

_CIRCLE = """RECURSIVE belonging (key, whole) AS (
  SELECT key, part_of FROM actor WHERE part_of IS NOT NULL
  UNION SELECT key, state FROM actor WHERE state IS NOT NULL
  UNION SELECT actor, organisation FROM affiliation WHERE status = 'office-holder'
),
circle (subject, key) AS (
  SELECT key, key FROM actor WHERE key IN ({keys})
  UNION
  SELECT circle.subject, belonging.key FROM circle JOIN belonging ON belonging.whole = circle.key
  WHERE belonging.key NOT IN ({keys})
)"""
_MATTER = """matter (key) AS (
  SELECT concerned.agreement
  FROM (
    SELECT agreement, actor FROM party WHERE role <> 'witness'
    -- Who acceded alone is told by that step.
    UNION SELECT agreement, actor FROM action
  ) AS concerned
  JOIN circle ON circle.key = concerned.actor
  GROUP BY concerned.agreement HAVING count(DISTINCT circle.subject) >= :least
  UNION
  SELECT taking.event
  FROM (
    SELECT event, actor FROM participation
    UNION SELECT event, representing FROM participation
    UNION SELECT event, place FROM occurrence
  ) AS taking
  JOIN circle ON circle.key = taking.actor
  WHERE taking.event IS NOT NULL
  GROUP BY taking.event HAVING count(DISTINCT circle.subject) >= :least
)"""
_SCOPE = """scope (assertion) AS (
  SELECT mentions.assertion FROM mentions JOIN circle ON circle.key = mentions.thing
  GROUP BY mentions.assertion HAVING count(DISTINCT circle.subject) >= :least
  UNION SELECT mentions.assertion FROM mentions JOIN matter ON matter.key = mentions.thing
)"""


class Between(NamedTuple):
    """The keys of the actors that are asked about, as SQL: `WITH` clauses, conditions and parameters.

    The clauses define `circle` (subject, key: who belongs to whom), `matter` (key: agreements and events), and
    `scope` (assertion: what is said of any of it).
    """

    keys: tuple[str, ...]

    @property
    def keys_alone(self) -> dict[str, Value]:
        """The values of the parameters that stand for the keys."""
        return {f"key{number}": key for number, key in enumerate(self.keys)}

    @property
    def parameters(self) -> dict[str, Value]:
        """The values of the parameters in the clauses and conditions."""
        return {**self.keys_alone, "least": min(2, len(self.keys))}

    @property
    def names(self) -> str:
        """The parameters of the keys, for an IN."""
        return ", ".join(f":key{number}" for number in range(len(self.keys))) or "NULL"

    def having(self, *clauses: str) -> str:
        """A WITH clause that defines the circle and these."""
        made = {"matter": _MATTER, "scope": _SCOPE}
        return "WITH " + ",\n".join((_CIRCLE.format(keys=self.names), *(made[name] for name in clauses)))

    def concerning(self, *columns: str) -> str:
        """A condition: what the columns name, keys or lists of keys, belongs to enough of the actors."""
        named = " || '; ' || ".join(f"coalesce({column}, '')" for column in columns)
        return (
            "(SELECT count(DISTINCT circle.subject) FROM circle"
            f" WHERE '; ' || {named} || '; ' LIKE '%; ' || circle.key || '; %') >= :least"
        )

    def traded(self) -> str:
        """A condition on the lines of `trade`: figures of one actor, or of one with another; all where none is named."""
        if not self.keys:
            return "1 = 1"
        if len(self.keys) == 1:
            return f"(area_code IN ({self.names}) OR partner_code IN ({self.names}) OR route_code IN ({self.names}))"
        return f"(area_code IN ({self.names}) AND partner_code IN ({self.names}))"
