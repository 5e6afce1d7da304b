"""Sums of figures by some of their dimensions, with shares and growth, as a view that is made for one question.

What would be counted twice is not: a total beside its parts, the world or a group beside single partners, a chapter
beside its headings, the same goods in two classifications, a turnover told from both sides. Nor is anything added up that
is not of one kind: source, indicator, basis, unit, flow, kind of period and status are always told apart, and so are
periods.
"""

from __future__ import annotations

from typing import NamedTuple

from factbase.kinds.figure.total import LEVEL
from factbase.kinds.views import View
from factbase.query.dimensions import DIMENSIONS, FIGURES, number, rounded, scaled
from factbase.query.query import Query
from factbase.rows import Column
from factbase.store.reading import Reader

# What sets figures apart so that they cannot be added up.
_OF_MEASURE = ("source", "indicator", "basis", "unit", "period_kind")
APART = (*_OF_MEASURE, "status", "flow", "route")


def _codes(words: str) -> str:
    return ", ".join(f"'{word}'" for word in words.split())


# Groups of statistics that are areas of their own beside the single ones, and not made of them.
_RESIDUAL = _codes(
    "bunkers free-zones special-categories neutral-zone us-pacific-islands belgium-luxembourg"
    " southern-african-customs-union usa-before-1981 india-without-sikkim channel-islands"
)
_GROUPS = (
    "SELECT key FROM actor WHERE kind IN ('group', 'organisation', 'region') AND coalesce(m49, '') <> '001'"
    f" AND key NOT LIKE '%-nes' AND key NOT IN ({_RESIDUAL})"
)
# Two of these may have members in common; regions of a state have not.
_OVERLAPPING = f"{_GROUPS} AND kind <> 'region'"
_WORLD = "SELECT key FROM actor WHERE m49 = '001'"

# Figures that may be added up. An order, a part or a price of the whole is no part of a sum; of what an article hedges,
# denies or tells in two ways, no sum can be told.
ADDABLE = (
    "value IS NOT NULL AND qualifier IS NULL AND ordinal = 1 AND coalesce(polarity, 'positive') = 'positive'"
    " AND indicator NOT IN ('rank', 'share', 'price')"
    " AND unit NOT IN (SELECT code FROM unit WHERE measure IN ('rank', 'ratio'))"
)
_OTHERS = "CASE WHEN reporter_code = '' THEN 1 WHEN reporter_code = area_code THEN 0 ELSE 2 END"

# The editions of a classification are of one family: H6 is the HS of 2022, S4 the SITC's fourth revision.
_EDITION = "rtrim(coalesce(classification, ''), '0123456789 .')"
_FAMILY = (
    f"CASE {_EDITION} WHEN 'H' THEN 'HS' WHEN 'S' THEN 'SITC' WHEN 'SITC Rev' THEN 'SITC' WHEN 'B' THEN 'BEC'"
    f" ELSE {_EDITION} END"
)

# Services of 2002 (EBOPS) have codes of one length at all levels: 200 is all of them, these are its parts and theirs.
_SERVICES = "classification IN ('EB', 'EB02')"
_MAIN = "205 236 245 249 253 260 262 266 268 287 291"
_MINOR = "206 210 214 237 240 246 247 250 251 254 255 256 257 258 263 264 891 892 269 272 273 285 288 289 292 293 294"
_LEVEL = f"""CASE WHEN {_SERVICES} AND commodity = '200' THEN 0
      WHEN {_SERVICES} AND commodity IN ({_codes(_MAIN)}) THEN 1
      WHEN {_SERVICES} AND commodity IN ({_codes(_MINOR)}) THEN 2
      ELSE {LEVEL} END"""

# The period before one of the same kind: 2023 for 2024, 2023-Q4 for 2024-Q1, 2024-08 for 2024-09.
_BEFORE = """CASE length(period)
        WHEN 4 THEN CAST(CAST(period AS INTEGER) - 1 AS TEXT)
        WHEN 7 THEN CASE substr(period, 6)
          WHEN 'H1' THEN CAST(CAST(substr(period, 1, 4) AS INTEGER) - 1 AS TEXT) || '-H2'
          WHEN 'Q1' THEN CAST(CAST(substr(period, 1, 4) AS INTEGER) - 1 AS TEXT) || '-Q4'
          WHEN '01' THEN CAST(CAST(substr(period, 1, 4) AS INTEGER) - 1 AS TEXT) || '-12'
          ELSE CASE WHEN substr(period, 6, 1) IN ('H', 'Q')
            THEN substr(period, 1, 6) || CAST(CAST(substr(period, 7) AS INTEGER) - 1 AS TEXT)
            ELSE substr(period, 1, 5) || substr(CAST(99 + CAST(substr(period, 6) AS INTEGER) AS TEXT), 2) END END
      END"""


class Sums(NamedTuple):
    """A question for sums: by which dimensions, of how many of the largest, at which level of commodities.

    `figures` narrows the figures that are added up, and reaches back far enough for growth; `since` is the condition that
    keeps the periods asked for. `stems` are the beginnings of codes of commodities that were asked for. `kept` says that
    the totals that the base keeps answer it.
    """

    by: tuple[str, ...]
    figures: Query
    since: str | None = None
    top: int | None = None
    level: int | None = None
    stems: tuple[str, ...] = ()
    kept: bool = False

    @property
    def apart(self) -> tuple[str, ...]:
        """The dimensions of a line, those asked for last."""
        return (*(name for name in APART if name not in self.by), *(name for name in self.by if name != "period"))

    @property
    def members(self) -> tuple[str, ...]:
        """The columns by which lines of one kind and one period differ."""
        return tuple(key for name in self.by if name not in (*APART, "period") for key in DIMENSIONS[name].keys)

    def view(self) -> View:
        """The lines, as a view of their own."""
        dimensions = [DIMENSIONS[name] for name in (*self.apart, "period")]
        columns = [column for dimension in dimensions for column in dimension.columns]
        columns += [
            Column("value", "number", "The sum.", unit_column="unit"),
            Column(
                "share",
                "number",
                "Per cent of the sum over all lines of its kind and period.",
                shown=bool(self.members),
            ),
            Column("change", "percent", "Growth from the period before, in per cent.", optional=True),
            Column("figures", "integer", "How many figures were added up.", shown=False),
        ]
        return View("trade", f"Sums by {', '.join(self.by)}.", columns, self._select())

    def _select(self) -> str:
        keys = [key for name in self.apart for key in DIMENSIONS[name].keys]
        kind = ", ".join(DIMENSIONS[name].keys[0] for name in APART)
        if "commodity" in self.by:
            # Each family has all goods.
            kind += ", family"
        whole = f"{kind}, period"
        listed = ", ".join(keys)
        cell = ", ".join(("measure", *(key for key in keys if key not in _OF_MEASURE)))
        shown = [sql for name in (*self.apart, "period") for sql in DIMENSIONS[name].shown]
        names = [column.name for name in (*self.apart, "period") for column in DIMENSIONS[name].columns]
        given = ",\n  ".join(f"{sql} AS {name}" for sql, name in zip(shown, names, strict=True))
        since = f" WHERE {self.since}" if self.since else ""
        told = "lines AS told" if self.top is None else f"ranked AS told WHERE told.place <= {self.top:d}"
        return f"""WITH {self._cells()},
summed AS (
  SELECT {cell}, period, decimals, min(family) AS family, CAST(sum(value) AS BIGINT) AS value, sum(figures) AS figures,
    min(breadth) AS least_broad, max(breadth) AS most_broad
  FROM chosen GROUP BY {cell}, period, decimals
),
grouped AS (
  SELECT {listed}, period, most, min(family) AS family,
    CAST(sum({scaled("value", "decimals", "most")}) AS BIGINT) AS value, sum(figures) AS figures,
    min(least_broad) AS least_broad, max(most_broad) AS most_broad
  FROM (SELECT summed.*, max(decimals) OVER (PARTITION BY measure) AS most FROM summed) AS summed
  JOIN measure ON measure.id = summed.measure
  GROUP BY {listed}, period, most
),
compared AS (
  SELECT grouped.*,
    {_BEFORE} AS period_before,
    lag(period) OVER (PARTITION BY {listed} ORDER BY period) AS last_told,
    CASE WHEN lag(least_broad) OVER (PARTITION BY {listed} ORDER BY period) = least_broad
      AND lag(most_broad) OVER (PARTITION BY {listed} ORDER BY period) = most_broad
      THEN lag(value) OVER (PARTITION BY {listed} ORDER BY period) END AS value_before,
    sum(CAST(value AS DOUBLE PRECISION)) OVER (PARTITION BY {whole}) AS whole,
    min(value) OVER (PARTITION BY {whole}) AS least
  FROM grouped
),
lines AS (
  SELECT {listed}, family, period, most, value, figures,
    CASE WHEN least >= 0 AND whole > 0 THEN 100.0 * value / whole END AS share,
    CASE WHEN last_told = period_before AND value_before > 0
      THEN 100.0 * (value - value_before) / value_before END AS change
  FROM compared{since}
){self._ranked(listed, kind)}
SELECT
  {given},
  {number("told.value", "told.most")} AS value,
  {rounded("told.share", "2")} AS share,
  {rounded("told.change", "2")} AS change,
  told.figures
FROM {told}"""

    def skipped(self) -> str:
        """The SELECT of what is left out: the reason, the level of commodities, and how many figures."""
        none = "CAST(NULL AS INTEGER)"
        reasons = [
            ("'area'", none, "by_area", "area_breadth <> broadest_area"),
            ("'goods'", none, "by_area", "area_breadth = broadest_area AND is_all > least_all"),
            ("'partner'", none, "by_partner", "partner_breadth <> broadest"),
            ("'groups'", none, "by_area", "area_breadth = broadest_area AND area_overlaps = 1"),
            ("'groups'", none, "by_partner", "partner_breadth = broadest AND partner_overlaps = 1"),
            (_REASON, "level", "by_telling", "place > 1"),
        ]
        if self.kept:
            reasons.append(("reason", "told_level", "kept", "reason IS NOT NULL"))
        selects = [
            f"SELECT {reason} AS reason, {level} AS level, sum(figures) AS figures FROM {cells} WHERE {condition}"
            f" GROUP BY 1, 2"
            for reason, level, cells, condition in reasons
        ]
        conditions = [*self.figures.conditions, f"CASE WHEN {ADDABLE} THEN 0 ELSE 1 END = 1"]
        if self.kept:
            conditions.append("assertion IS NOT NULL")
        where = " AND ".join(conditions)
        selects.append(f"SELECT 'unfit', {none}, count(*) FROM ({FIGURES}) AS trade WHERE {where}")
        return f"WITH {self._cells(reasons=True)}\n" + "\nUNION ALL ".join(selects)

    def _ranked(self, listed: str, kind: str) -> str:
        """The lines with their places, by the last period of each kind: the same lines are told for all periods."""
        if self.top is None:
            return ""
        if not self.members:
            place = f"row_number() OVER (PARTITION BY {kind} ORDER BY value DESC, period)"
            return f""",
ranked AS (SELECT lines.*, {place} AS place FROM lines)"""
        last = f"OVER (PARTITION BY {listed} ORDER BY period DESC)"
        place = f"PARTITION BY {kind} ORDER BY last_period DESC, last_value DESC, {', '.join(self.members)}"
        return f""",
ranked AS (
  SELECT last.*, dense_rank() OVER ({place}) AS place
  FROM (
    SELECT lines.*, first_value(value) {last} AS last_value, first_value(period) {last} AS last_period FROM lines
  ) AS last
)"""

    def _cells(self, *, reasons: bool = False) -> str:
        """The sums of each area with each partner at each level of commodities, and those of them that are chosen.

        Where goods are listed, a cell is the sum of one of them. Which are chosen does not depend on the goods: it is told
        of all the cells of a telling at once, of which there are far fewer. What lacks a value has '' here, so that a cell
        is found among the tellings.
        """
        measure = "measure, observation_status, flow, route_code"
        goods = "commodity" in self.by
        each = goods and not reasons
        telling = f"{measure}, area_code, partner_code, reporter_code, classification, level, stem, period"
        key = f"{telling}, commodity, decimals" if each else f"{telling}, decimals"
        conditions = [*self.figures.conditions, ADDABLE]
        if self.level is not None:
            conditions.append(f"{_LEVEL} = {self.level:d}")
        where = "\n    AND ".join(conditions)
        stem = "''"
        if self.stems:
            ways = " ".join(
                f"WHEN substr(commodity, 1, {len(stem)}) = '{stem}' THEN '{stem}'"
                for stem in sorted(self.stems, key=lambda one: (len(one), one))
            )
            stem = f"CASE {ways} END"
        cells = f"""cells AS (
  SELECT {key}, CAST(sum(value) AS BIGINT) AS value, count(*) AS figures
  FROM (SELECT {_filled(key)}, value FROM (SELECT trade.*, {_LEVEL} AS level, {stem} AS stem FROM ({FIGURES}
  ) AS trade
  WHERE {where}) AS trade) AS trade
  GROUP BY {key}
)"""
        if self.kept:
            cells = _kept(key, self.figures, listed="area" in self.by)
        kind = f"{measure}, period, stem"
        # Where goods are listed, the sum of all of them is the last resort, and each family is told.
        is_all = "CASE WHEN level = 0 THEN 1 ELSE 0 END" if goods else "0"
        apart = f"{kind}, CASE WHEN level = 0 THEN '' ELSE family END" if goods else kind
        whose, with_whom = _one("area_code"), _one("partner_code")
        sides, side = "whose, with_whom", ""
        if not {"area", "partner"} & set(self.by):
            # A turnover is the same from the side of either.
            turned = "flow = 'turnover' AND with_whom < whose"
            sides = (
                f"CASE WHEN {turned} THEN with_whom ELSE whose END, CASE WHEN {turned} THEN whose ELSE with_whom END"
            )
            side = ", whose"
        first = "".join(f", first_value({name}) OVER telling AS first_{name}" for name in _TOLD) if reasons else ""
        told_by = ", reporter_code" if "reporter" in self.by else ""
        told = "0" if "reporter" in self.by else _OTHERS
        # An area's own statistics go before those of others on it; all goods before some, the HS before other families,
        # coarse codes before finer ones, and the newest edition before older ones.
        tellings = f"(SELECT DISTINCT {telling} FROM cells) AS cells" if each else "cells"
        # A total has not grown from some of its parts, nor they from it.
        of_whom = (_breadth(f"{who}_code", who in self.by) for who in ("area", "partner"))
        broad = " + 3 * ".join(f"({one})" for one in of_whom) + " + 9 * level"
        emptied = ", ".join(f"nullif({name}, '') AS {name}" if name in _OPEN else name for name in key.split(", "))
        return f"""{cells},
placed AS (
  SELECT cells.*, {_breadth("area_code", "area" in self.by)} AS area_breadth,
    {_breadth("partner_code", "partner" in self.by)} AS partner_breadth,
    {whose} AS whose, {with_whom} AS with_whom, {told} AS told, {_FAMILY} AS family, {is_all} AS is_all
  FROM {tellings}
),
by_area AS (
  SELECT placed.*, min(area_breadth) OVER (PARTITION BY {apart}) AS broadest_area,
    {_overlaps("area", apart, "area" in self.by)} AS area_overlaps, min(is_all) OVER (PARTITION BY {kind}, whose) AS least_all
  FROM placed
),
by_partner AS (
  SELECT by_area.*, min(partner_breadth) OVER (PARTITION BY {apart}, whose) AS broadest,
    {_overlaps("partner", f"{apart}, whose", "partner" in self.by)} AS partner_overlaps
  FROM by_area WHERE area_breadth = broadest_area AND is_all = least_all AND area_overlaps = 0
),
by_telling AS (
  SELECT by_partner.*, dense_rank() OVER telling AS place{first}
  FROM by_partner WHERE partner_breadth = broadest AND partner_overlaps = 0
  WINDOW telling AS (
    PARTITION BY {apart}, {sides}{told_by}
    ORDER BY told, CASE WHEN level = 0 THEN 0 ELSE 1 END, CASE family WHEN 'HS' THEN 0 WHEN '' THEN 2 ELSE 1 END,
      family, level, classification DESC, CASE WHEN area_code = '' THEN 1 ELSE 0 END,
      CASE WHEN partner_code = '' THEN 1 ELSE 0 END{side}
  )
),
chosen AS (SELECT {emptied}, value, figures, {_FAMILY} AS family, {broad} AS breadth
  FROM cells WHERE ({telling}) IN (SELECT {telling} FROM by_telling WHERE place = 1)
)"""


# Columns of a telling that may lack a value.
_OPEN = ("flow", "route_code", "area_code", "partner_code", "reporter_code", "classification")


def _filled(key: str) -> str:
    """SQL for the columns of a key, of which none that a telling has is NULL."""
    return ", ".join(f"coalesce({name}, '') AS {name}" if name in _OPEN else name for name in key.split(", "))


def _one(column: str) -> str:
    """SQL for an actor, the same for the world and for none: a total is told of either."""
    return f"CASE WHEN {column} IN ({_WORLD}) THEN '' ELSE {column} END"


# The breadth of groups where actors are not listed.
_GROUP = 2


def _breadth(column: str, listed: bool) -> str:
    """SQL that is least where an actor is of the breadth that is wanted first: single ones where they are listed."""
    world, single, group = (2, 0, 1) if listed else (0, 1, _GROUP)
    return (
        f"CASE WHEN {column} = '' OR {column} IN ({_WORLD}) THEN {world}"
        f" WHEN {column} IN ({_GROUPS}) THEN {group} ELSE {single} END"
    )


def _overlaps(who: str, kind: str, listed: bool) -> str:
    """SQL for whether an actor is one of several groups that would be added up."""
    if listed:
        return "0"
    code, over = f"CASE {who}_breadth WHEN {_GROUP} THEN {who}_code END", f"OVER (PARTITION BY {kind})"
    return (
        f"CASE WHEN {who}_breadth = {_GROUP} AND min({code}) {over} <> max({code}) {over}"
        f" AND max(CASE WHEN {who}_code IN ({_OVERLAPPING}) THEN 1 ELSE 0 END) {over} = 1 THEN 1 ELSE 0 END"
    )


# Why a telling was not chosen, from what it and the chosen one have.
_TOLD = ("told", "family", "level", "classification", "whose")
_REASON = """CASE
    WHEN told <> first_told THEN 'reporter'
    WHEN level > 0 AND first_level = 0 THEN 'level'
    WHEN family <> first_family THEN 'family'
    WHEN level <> first_level THEN 'level'
    WHEN classification <> first_classification THEN 'edition'
    WHEN whose <> first_whose THEN 'side'
    ELSE 'world' END"""


def _kept(key: str, figures: Query, *, listed: bool) -> str:
    """The same from the totals that are kept, with the figures of articles beside them.

    Of each area's totals those are taken that its figures would be, so that areas which are not listed are one cell.
    """
    where = "\n    AND ".join((*figures.conditions, ADDABLE))
    area = "nullif(total.area, '')"
    if not listed:
        area = f"CASE WHEN total.area IN ({_WORLD}) OR total.area IN ({_GROUPS}) THEN total.area ELSE 'single' END"
    coarser = (
        "EXISTS (SELECT 1 FROM total AS coarser WHERE coarser.measure = total.measure AND coarser.area = total.area"
        " AND coarser.flow = total.flow AND coarser.status = total.status AND coarser.period = total.period"
        " AND coarser.world >= total.world AND "
    )
    return f"""kept AS (
  SELECT * FROM (
    SELECT
      total.measure, measure.source, measure.indicator, measure.basis, measure.unit, measure.period_kind,
      total.status AS observation_status, nullif(total.flow, '') AS flow, NULL AS route_code, {area} AS area_code,
      NULL AS partner_code, NULL AS reporter_code, NULL AS classification, 0 AS level, '' AS stem,
      total.period, total.decimals, total.value, total.figures, total.level AS told_level,
      NULL AS qualifier, 1 AS ordinal, NULL AS polarity,
      CASE WHEN NOT {coarser}(coarser.world > total.world OR coarser.level < total.level)) THEN NULL
        WHEN {coarser}coarser.world > total.world) THEN 'partner' ELSE 'level' END AS reason
    FROM total JOIN measure ON measure.id = total.measure
  ) AS trade
  WHERE {where}
),
cells AS (
  SELECT {key}, CAST(sum(value) AS BIGINT) AS value, sum(figures) AS figures
  FROM (
    SELECT {_filled(key)}, value, figures FROM kept WHERE reason IS NULL
    UNION ALL
    SELECT {_filled(key)}, value, 1 FROM (SELECT trade.*, {_LEVEL} AS level, '' AS stem FROM ({FIGURES}
      WHERE figure.assertion IS NOT NULL) AS trade
    WHERE {where}) AS trade
  ) AS trade
  GROUP BY {key}
)"""


# What totals can be asked for, and narrowed by.
_KEPT_BY = {"source", "indicator", "basis", "unit", "period_kind", "status", "flow", "area", "period"}
_KEPT_FILTERS = {"indicator", "flow", "unit", "status", "source", "since", "until"}
# Where a total may hold figures that must not be added up, or must be told apart.
_UNFIT = f"""
WITH chosen AS (
  SELECT measure, area, flow, status, period, max(world) AS world, count(DISTINCT level) AS levels, min(level) AS least,
    min(CASE world WHEN 1 THEN level END) AS level, count(DISTINCT classification) AS classifications,
    count(DISTINCT CASE world WHEN 1 THEN classification END) AS of_world
  FROM total GROUP BY measure, area, flow, status, period
)
SELECT 1 WHERE
  EXISTS (SELECT 1 FROM total WHERE value IS NULL)
  OR EXISTS (
    SELECT 1 FROM chosen JOIN total ON total.measure = chosen.measure AND total.area = chosen.area
      AND total.flow = chosen.flow AND total.status = chosen.status AND total.period = chosen.period
      AND total.level = chosen.level AND total.world = 1
    GROUP BY chosen.measure, chosen.area, chosen.flow, chosen.status, chosen.period HAVING sum(total.figures) > 1
  )
  OR EXISTS (
    SELECT 1 FROM chosen
    WHERE of_world > 1 OR (world = 0 AND (levels > 1 OR classifications > 1 OR flow = 'turnover'))
  )
  OR EXISTS (
    SELECT 1 FROM chosen GROUP BY measure, area, flow, status
    HAVING min(world) <> max(world) OR count(DISTINCT coalesce(level, least)) > 1
  )
  OR EXISTS (SELECT 1 FROM total WHERE {_SERVICES})
  OR EXISTS (SELECT 1 FROM series_key WHERE route IS NOT NULL AND measure IN (SELECT measure FROM total))
  OR EXISTS (SELECT 1 FROM series_key WHERE {{others}} AND reporter > '' AND measure IN (SELECT measure FROM total))
  OR (
    EXISTS (SELECT 1 FROM chosen WHERE world = 0)
    AND EXISTS (SELECT 1 FROM series_key WHERE partner IN ({_GROUPS}))
  )
""".replace("{others}", "coalesce(reporter, '') <> coalesce(area, '')")


def kept(reader: Reader, by: tuple[str, ...], filters: set[str]) -> bool:
    """Whether the totals that the base keeps answer a question for sums, so that no figure of a data set is read."""
    return set(by) <= _KEPT_BY and filters <= _KEPT_FILTERS and not list(reader.rows(_UNFIT))


def left_out(reader: Reader, sums: Sums) -> list[str]:
    """What a question for sums left out, and why, in sentences."""
    partners = "the world and groups beside single partners" if "partner" in sums.by else "partners beside their total"
    areas = "groups beside single areas" if "area" in sums.by else "areas beside their total"
    beside = {
        "area": areas,
        "goods": "the sum of all goods beside single ones",
        "partner": partners,
        "groups": "groups, which may overlap (--by area, or --by partner, tells each)",
        "reporter": "others' statistics",
        "family": "the same goods in other classifications",
        "edition": "the same goods in older editions of a classification",
        "side": "turnovers from their other side",
        "world": "totals without a partner or an area beside the world's",
    }
    reasons, levels, unfit = set(), set(), 0
    for reason, level, figures in reader.rows(sums.skipped(), sums.figures.parameters):
        if reason == "level":
            levels.add(int(str(level)))
        elif reason == "unfit":
            unfit = int(str(figures))
        else:
            reasons.add(str(reason))
    told = [words for reason, words in beside.items() if reason in reasons]
    if levels:
        told.append(f"codes of {', '.join(map(str, sorted(levels)))} digits beside coarser ones")
    sentences = []
    if told:
        sentences.append(f"left out, so that nothing is counted twice: {'; '.join(told)}")
    if unfit:
        sentences.append(f"not added up, since they are ranks, parts or prices, hedged, denied or told twice: {unfit}")
    if sums.kept:
        sentences.append("summed from kept totals")
    return sentences
