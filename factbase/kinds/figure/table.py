"""Series and figures. A figure is a whole number at its series' decimals: 3.07 at two decimals is 307.

The words are SDMX's: reference area, counterpart area, reporter, observation status, decimals.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    Text,
    text,
)

from factbase.kinds.figure.measure import MOST_DECIMALS
from factbase.kinds.schema import Whole, assertion_key, code, code_list, entry, table
from factbase.values.currency import CURRENCIES

code_list(
    "indicator",
    {
        "trade in goods": "Value of merchandise traded.",
        "trade in services": "Value of services traded.",
        "trade": "Value traded, goods or goods and services, as the source leaves it open.",
        "trade quantity": "Quantity of merchandise traded.",
        "cargo": "Goods carried.",
        "transit": "Goods carried through.",
        "passengers": "Persons carried or crossing.",
        "investment stock": "Value of direct investment held at a date.",
        "investment": "Value of direct investment made in a period.",
        "loan": "Money lent.",
        "aid": "Money or goods given.",
        "remittances": "Money sent home by migrants.",
        "gdp": "Gross domestic product.",
        "production": "Quantity produced.",
        "price": "Price paid for a unit.",
        "population": "Number of people.",
        "count": "Number of whatever the basis tells.",
        "rank": "Place in the list that the basis defines; 1 is the first.",
        "share": "Part of the whole that the basis defines.",
        "statistic": "An indicator of a data set that no other code here means; the basis has its name and its code.",
    },
)
code_list(
    "flow",
    {
        "export": "Goods or services sold by the area to the partner (Comtrade X).",
        "import": "Goods or services bought by the area from the partner (Comtrade M).",
        "re-export": "Foreign goods exported again (Comtrade RX).",
        "re-import": "Own goods imported again (Comtrade RM).",
        "domestic export": "Goods of own origin sold by the area to the partner (Comtrade DX).",
        "foreign import": "Goods of foreign origin bought by the area from the partner (Comtrade FM).",
        "import for processing": "Goods brought in to be processed (Comtrade MIP).",
        "export after processing": "Goods that were brought in to be processed, sold (Comtrade XIP).",
        "export for processing": "Goods sent out to be processed (Comtrade XOP).",
        "import after processing": "Goods that were sent out to be processed, brought back (Comtrade MOP).",
        "turnover": "Exports and imports together.",
        "balance": "Exports less imports.",
        "transit": "Through the area.",
        "inward": "Into the area.",
        "outward": "Out of the area.",
    },
)
# ISO 4217 for money, UCUM-like for measures.
code_list(
    "unit",
    {
        code: {"measure": measure, "description": description}
        for code, measure, description in (
            *((code, "money", name) for code, name in CURRENCIES.items()),
            ("kg", "mass", "Kilogram"),
            ("t", "mass", "Metric ton"),
            ("m3", "volume", "Cubic metre"),
            ("L", "volume", "Litre"),
            ("bbl", "volume", "Barrel of oil"),
            ("km", "length", "Kilometre"),
            ("km2", "area", "Square kilometre"),
            ("ha", "area", "Hectare"),
            ("kWh", "energy", "Kilowatt-hour"),
            ("MW", "power", "Megawatt"),
            ("TEU", "count", "Twenty-foot equivalent unit, a container"),
            ("1", "count", "A number of things or persons"),
            ("rank", "rank", "A place in a list"),
            ("%", "ratio", "Per cent"),
            ("pp", "ratio", "Percentage point"),
            ("other", "other", "A unit that the basis tells"),
        )
    },
    Column("measure", Text, nullable=False),
)
code_list(
    "period_kind",
    {
        "year": "A calendar year: 2024.",
        "half-year": "Half a calendar year: 2024-H1.",
        "quarter": "A quarter: 2024-Q3.",
        "month": "A month: 2024-09.",
        "day": "A day: 2024-09-30.",
        "fiscal year": "A fiscal year, named by the year it ends in unless the basis says otherwise.",
        "year-to-date": "From 1 January on: 2024-01/2024-09.",
        "range": "Any other stretch of time: 2024-04/2024-06.",
        "cumulative": "All since a start: 1995/2024.",
        "instant": "A level at the end of the period.",
        "unknown": "The source does not tell.",
    },
)
code_list(
    "qualifier",
    {
        "about": "About, around, roughly.",
        "nearly": "Nearly, almost: a little less.",
        "more than": "More than, over: above the number.",
        "at least": "At least: the number or above.",
        "less than": "Less than, under: below the number.",
        "at most": "At most: the number or below.",
        "up to": "Up to: the number at the utmost.",
        "between": "Between two numbers.",
    },
)
# SDMX code list CL_OBS_STATUS, with the words that people read as codes; a target is ours.
code_list(
    "observation_status",
    {
        "actual": "A normal value (SDMX A).",
        "provisional": "A provisional value (SDMX P).",
        "estimate": "An estimated value (SDMX E).",
        "imputed": "A value imputed by a receiving agency (SDMX I).",
        "forecast": "A forecast value (SDMX F).",
        "break": "A value after a break in the series (SDMX B).",
        "missing": "A value that exists but was not given (SDMX M).",
        "confidential": "A value kept back (SDMX C).",
        "target": "A value that is aimed at, proposed or agreed.",
    },
)
code_list(
    "change_kind",
    {
        "percent": "By so many per cent of the base.",
        "absolute": "By so much, in the unit of the series.",
        "multiple": "To so many times the base.",
    },
)

# A classification of goods with its codes: HS (six digits and up to its chapters), SITC, CPC.
commodity = table(
    "commodity",
    Column("classification", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("description", Text, nullable=False),
)

# What a source measures and in which unit (SDMX's measure, with the attributes that all its series share). It is told
# once, so that a series is a short row: an official file has as many series as lines.
measure = table(
    "measure",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("source", Text, ForeignKey("source.key"), nullable=False),
    code("indicator", "indicator"),
    code("unit", "unit"),
    code("period_kind", "period_kind", default="year"),
    # What else defines it, in words: the list of a rank, the whole of a share, the valuation of a value.
    Column("basis", Text),
    entry(),
    CheckConstraint("indicator NOT IN ('rank', 'share', 'count') OR basis IS NOT NULL", name="basis"),
    # NULLs are equal here and below: the same thing measured is one measure and one series.
    Index(
        "uq_measure_dimensions", "source", "indicator", "unit", "period_kind", text("coalesce(basis, '')"), unique=True
    ),
)

# The key of a series (SDMX): whose, with whom, of what. Numbers are given in the order of the dimensions as they come,
# so that the figures of a pair lie together.
series_key = table(
    "series_key",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("measure", Integer, ForeignKey("measure.id"), nullable=False),
    # Whose trade, cargo, rank it is (SDMX REF_AREA), and with whom (COUNTERPART_AREA).
    Column("area", Text, ForeignKey("actor.key")),
    Column("partner", Text, ForeignKey("actor.key")),
    # Whose statistics tell it; NULL where a source does not say.
    Column("reporter", Text, ForeignKey("actor.key")),
    code("flow", "flow", nullable=True),
    Column("classification", Text),
    Column("commodity", Text),
    Column("route", Text, ForeignKey("actor.key")),
    Column("decimals", SmallInteger().with_variant(Integer(), "sqlite"), nullable=False, server_default="0"),
    entry(),
    ForeignKeyConstraint(["classification", "commodity"], ["commodity.classification", "commodity.code"]),
    CheckConstraint(f"decimals BETWEEN 0 AND {MOST_DECIMALS}", name="decimals"),
    CheckConstraint("(classification IS NULL) = (commodity IS NULL)", name="commodity"),
    Index(
        "uq_series_key_dimensions",
        *(
            text(f"coalesce({column}, '')")
            for column in ("area", "partner", "reporter", "flow", "classification", "commodity", "route")
        ),
        "measure",
        unique=True,
    ),
    # What few series have, so that it costs the others nothing.
    Index(
        "ix_series_key_route",
        "route",
        sqlite_where=text("route IS NOT NULL"),
        postgresql_where=text("route IS NOT NULL"),
    ),
    Index(
        "ix_series_key_reporter",
        "reporter",
        sqlite_where=text("coalesce(reporter, '') <> coalesce(area, '')"),
        postgresql_where=text("coalesce(reporter, '') <> coalesce(area, '')"),
    ),
)

# The images of series keys, as those of figures below: an import that is undone takes out a million at once.
series_key_revision = table(
    "series_key_revision",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("measure", Integer, nullable=False),
    Column("area", Text),
    Column("partner", Text),
    Column("reporter", Text),
    Column("flow", Text),
    Column("classification", Text),
    Column("commodity", Text),
    Column("route", Text),
    Column("decimals", Integer, nullable=False),
    Column("entry", Integer, ForeignKey("entry.number"), primary_key=True, autoincrement=False),
    Column("written_by", Integer, ForeignKey("entry.number"), nullable=False),
    CheckConstraint("written_by < entry", name="order"),
    Index("ix_series_key_revision_entry", "entry"),
    sqlite_with_rowid=False,
)

# What one entry loaded of a data set: how many figures it wrote, and a sum over all of them that a flipped bit changes
# (`journal/digest.py` says how it is made), so that damage that no database notices is found.
load = table(
    "load",
    Column("entry", Integer, ForeignKey("entry.number"), primary_key=True, autoincrement=False),
    Column("source", Text, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    CheckConstraint("digest LIKE 'sum64:%'", name="digest"),
)

# Sums of the figures of data sets, kept with them so that an overview need not read millions; derived, so no journal
# keeps it. Empty text stands for no dimension. `level` is the length of the commodity's code, 0 for all goods;
# `world` is 1 where the partner is the world or none is told. `value` is at `decimals`; NULL where 64 bits do not hold it.
total = table(
    "total",
    Column("measure", Integer, primary_key=True, autoincrement=False),
    Column("area", Text, primary_key=True),
    Column("flow", Text, primary_key=True),
    Column("status", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("world", Integer, primary_key=True, autoincrement=False),
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("classification", Text, primary_key=True),
    Column("decimals", Integer, primary_key=True, autoincrement=False),
    Column("figures", Integer, nullable=False),
    Column("value", Whole),
    sqlite_with_rowid=False,
)

# Clustered by its key, so that a series is read in one stretch. `low` and `high` are bounds that the source states.
figure = table(
    "figure",
    Column("series", Integer, ForeignKey("series_key.id"), primary_key=True),
    # ISO 8601 and SDMX: 2024, 2024-H1, 2024-Q3, 2024-09, 2024-09-30, 2024-01/2024-09. Sorts as text.
    Column("period", Text, primary_key=True),
    # 1, 2, ... where one document tells several values of one series for one period.
    Column("ordinal", Integer, primary_key=True, server_default="1"),
    Column("value", Whole),
    Column("low", Whole),
    Column("high", Whole),
    # Significant digits as written: 3.7 billion has 2. NULL for official figures, exact as given.
    Column("digits", Integer),
    # NULL for a value stated plainly.
    code("qualifier", "qualifier", nullable=True),
    code("status", "observation_status", default="actual"),
    # NULL for the figures of a data set: their series names the source.
    Column("assertion", Text, ForeignKey("assertion.key")),
    entry(),
    CheckConstraint("low <= high", name="order"),
    CheckConstraint("digits > 0", name="digits"),
    CheckConstraint("ordinal > 0", name="ordinal"),
    CheckConstraint(
        "value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL OR status IN ('missing', 'confidential')",
        name="value",
    ),
    Index(
        "ix_figure_assertion",
        "assertion",
        sqlite_where=text("assertion IS NOT NULL"),
        postgresql_where=text("assertion IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)

# The images of figures that an entry amended or removed; a table of its own, so that a series' past is read as fast as
# its present. `entry` is the entry that replaced it, `written_by` the one that had written it.
figure_revision = table(
    "figure_revision",
    Column("series", Integer, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("entry", Integer, ForeignKey("entry.number"), primary_key=True),
    Column("value", Whole),
    Column("low", Whole),
    Column("high", Whole),
    Column("digits", Integer),
    Column("qualifier", Text),
    Column("status", Text, nullable=False),
    Column("assertion", Text),
    Column("written_by", Integer, ForeignKey("entry.number"), nullable=False),
    CheckConstraint("written_by < entry", name="order"),
    Index("ix_figure_revision_entry", "entry"),
    Index(
        "ix_figure_revision_assertion",
        "assertion",
        sqlite_where=text("assertion IS NOT NULL"),
        postgresql_where=text("assertion IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)

# Growth or fall from the base period, also where no level is known. 20.7 per cent is value 207 at one decimal.
change = table(
    "change",
    assertion_key(),
    Column("series", Integer, ForeignKey("series_key.id"), nullable=False),
    Column("period", Text, nullable=False),
    Column("base_period", Text),
    code("kind", "change_kind"),
    Column("value", Whole),
    Column("low", Whole),
    Column("high", Whole),
    Column("decimals", Integer, nullable=False, server_default="0"),
    Column("digits", Integer),
    code("qualifier", "qualifier", nullable=True),
    code("status", "observation_status", default="actual"),
    entry(),
    CheckConstraint(f"decimals BETWEEN 0 AND {MOST_DECIMALS}", name="decimals"),
    CheckConstraint("low <= high", name="order"),
    CheckConstraint("value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL", name="value"),
    Index("ix_change_series_period", "series", "period"),
)
