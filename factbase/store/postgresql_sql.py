"""What is asked in SQLite's words, in PostgreSQL's; and what a statement says without its texts and comments."""

from __future__ import annotations

import re

from factbase.errors import WrongRequest
from factbase.store.reading import Parameters

# The server takes every letter that is not ASCII, white space too, for one of a name.
_WORD = r"[A-Za-z_\u0080-\U0010ffff][\w$\u0080-\U0010ffff]*"
# What stands between words that mean something: texts, quoted names, comments; then casts, parameters and words.
_TOKENS = re.compile(
    rf"""(?P<escaped>[eE]' | [uU]&['"])
    | (?P<quoted>'(?:[^']|'')*' | "(?:[^"]|"")*" | --[^\n\r]* | /\*.*?\*/
        | (?P<dollar>\$(?:[A-Za-z_\u0080-\U0010ffff][\w\u0080-\U0010ffff]*)?\$).*?(?P=dollar))
    | :: | % | :(?P<parameter>\w+) | (?P<call>{_WORD})(?=\s*\() | (?P<word>{_WORD})""",
    re.VERBOSE | re.DOTALL,
)
_NAMES = {"group_concat": "string_agg", "julianday": "date", "instr": "strpos"}
EXACT = "DECIMAL_TEXT"
_WORDS = {
    "like": "ILIKE",
    EXACT.lower(): "NUMERIC",
    # SQLite's is the day in UTC, whatever the time zone of a session.
    "current_date": "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS DATE)",
}
_FIELD = re.compile(r"json_extract\((\w+), '\$\.(\w+)'\)")
# A figure at its decimals is a double on SQLite and a whole number where there are none. Here a column is of one type:
# exact, with the digits that the double is written in.
_SCALED = re.compile(r"(\w+\.\w+) / (CAST\('1e' \|\| [\w.]+ AS DOUBLE PRECISION\))")

_OF_SERIES = re.compile(r"\bseries IN \((?=SELECT id FROM series_key)")


def dialect(sql: str) -> str:
    """A statement that is written for SQLite, as PostgreSQL has it and with the same meaning.

    Some functions have other names. LIKE does not tell A from a on SQLite, as ILIKE does not here.

    >>> dialect("SELECT group_concat(label, '; ') FROM thing WHERE label LIKE 'like%'")
    "SELECT string_agg(label, '; ') FROM thing WHERE label ILIKE 'like%'"
    """

    def put(token: re.Match[str]) -> str:
        call, word = token["call"], token["word"] or token["call"]
        if call and call.lower() in _NAMES:
            return _NAMES[call.lower()]
        return _WORDS.get(word.lower(), token[0]) if word else token[0]

    # Only an array goes down into a view of several SELECTs, to the index.
    while found := _OF_SERIES.search(sql):
        end = _closing(sql, found.end())
        sql = f"{sql[: found.start()]}series = ANY (ARRAY({sql[found.end() : end]}){sql[end:]}"
    sql = _SCALED.sub(r"CAST(CAST(\1 / \2 AS TEXT) AS NUMERIC)", _FIELD.sub(r"(CAST(\1 AS json) ->> '\2')", sql))
    return _TOKENS.sub(put, sql)


def _closing(sql: str, start: int) -> int:
    """Where the bracket closes that is open at `start`; texts with brackets in them do not occur."""
    depth, place = 1, start
    while depth and place < len(sql):
        depth += {"(": 1, ")": -1}.get(sql[place], 0)
        place += 1
    return place - 1


def bound(sql: str, parameters: Parameters | None) -> str:
    """The statement with its `:name` parameters as the driver has them; texts are compared as in the columns.

    >>> bound("SELECT '%' || :name, '12:30' FROM x LIMIT :limit", {"name": "a", "limit": 1})
    'SELECT \\'%%\\' || CAST(%(name)s AS TEXT) COLLATE "C", \\'12:30\\' FROM x LIMIT %(limit)s'
    """
    if not parameters:
        return sql

    def put(token: re.Match[str]) -> str:
        name = token["parameter"]
        if name not in parameters:
            return token[0].replace("%", "%%")
        value = parameters[name]
        return f'CAST(%({name})s AS TEXT) COLLATE "C"' if value is None or isinstance(value, str) else f"%({name})s"

    return _TOKENS.sub(put, sql)


# A function is called by name(x), and that of one argument by (x).name as well.
CALLED = re.compile(rf"""(?P<dot>\.\s*)?(?P<name>"(?:[^"]|"")*"|{_WORD})(?P<bracket>\s*\()?""")


def unquoted(sql: str) -> str:
    """The statement without comments and texts, between which a call could hide."""

    def put(token: re.Match[str]) -> str:
        quoted = token["quoted"] or ""
        if token["escaped"]:
            raise WrongRequest("names and texts with escapes are not taken", where="sql", hint="write the letters")
        if quoted.startswith("/*") and "/*" in quoted[2:]:
            raise WrongRequest("a comment in a comment is not taken", where="sql", hint="leave it out")
        return token[0] if not quoted or quoted.startswith('"') else " "

    return _TOKENS.sub(put, sql)
