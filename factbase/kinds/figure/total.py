"""Sums of the figures of data sets: the SELECT that gives them, wherever they are made or shown as they stood."""

COLUMNS = "measure, area, flow, status, classification, level, world, period, decimals, figures, value"

# M49 has 001 for the world. A sum in two halves cannot overflow; it is NULL where 64 bits do not hold the whole.
_HIGH, _LOW = "CAST(sum(figure.value >> 32) AS BIGINT)", "CAST(sum(figure.value & 4294967295) AS BIGINT)"
# The length of a commodity's code, 0 for all goods.
LEVEL = "CASE WHEN coalesce(commodity, 'TOTAL') = 'TOTAL' THEN 0 ELSE length(commodity) END"
_WORLD = (
    "CASE WHEN series.partner IS NULL OR series.partner IN (SELECT key FROM actor WHERE m49 = '001') THEN 1 ELSE 0 END"
)


def totals(condition: str = "") -> str:
    """The SELECT of all totals, or of those of the series that meet a condition on `series`.

    >>> "AND series.measure = 3" in totals("series.measure = 3")
    True
    """
    return (
        "SELECT series.measure AS measure, coalesce(series.area, '') AS area, coalesce(series.flow, '') AS flow,"
        " figure.status AS status, coalesce(series.classification, '') AS classification,"
        f" {LEVEL} AS level, {_WORLD} AS world, figure.period AS period, series.decimals AS decimals,"
        f" count(*) AS figures, CASE WHEN abs({_HIGH} + {_LOW} / 4294967296) < 2147483647"
        f" THEN ({_HIGH} << 32) + {_LOW} END AS value"
        " FROM series_key AS series JOIN figure ON figure.series = series.id"
        f" WHERE figure.assertion IS NULL{f' AND {condition}' if condition else ''}"
        " GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9"
    )
