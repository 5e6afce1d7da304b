-- trade: one line a figure, with the change that is told with it; and one a change that stands beside no figure.
--
-- Values are as people write numbers: 3700000000, 0.3. A NULL value is one that the source does not tell.
--
--   series               integer!       The series' number.
-- * indicator            code!          What is measured: trade, trade in goods, cargo, rank, ...
-- * subject              text           Whose it is, with whom, on which route, of which goods, in one.
--   area                 text           Whose trade, cargo or rank it is (SDMX reference area).
--   area_code            code           Its key.
--   partner              text           With whom (SDMX counterpart area).
--   partner_code         code           Its key.
--   reporter             text           Whose statistics tell it; NULL where the source does not say.
--   reporter_code        code           Its key.
-- ? statistics_of        text           The same, where it is not the area's own.
-- ? flow                 code           export, import, turnover, transit, ...
--   classification       code           The classification of the commodity: HS, SITC, ...
--   commodity            code           The commodity's code.
--   commodity_name       text           What the code stands for.
--   route                text           The route that goods are carried on.
--   route_code           code           Its key.
--   basis                text           What else defines the series: the list of a rank, the whole of a share.
-- * period               date!          When: 2024, 2024-Q3, 2024-09, 2024-01/2024-09.
--   period_kind          code           year, fiscal year, year-to-date, cumulative, instant, ...
-- ? qualifier            code           The hedge of the source: about, more than, ...; NULL for none.
-- * value                number(unit)   The value.
-- ? low                  number(unit)   The lower bound that the source states.
-- ? high                 number(unit)   The upper bound that the source states.
--   unit                 code!          ISO 4217 for money, else a measure: t, %, rank.
--   digits               integer        Significant digits as written.
-- ? change_qualifier     code           The hedge of the source on the change: about, more than, ...; NULL for none.
-- ? change               percent        Growth from the base period, in per cent; threefold is 200.
-- ? change_low           percent        The lower bound that the source states of it.
-- ? change_high          percent        The upper bound.
--   change_kind          code           percent, absolute, multiple: how the source tells the change.
--   change_value         number         The change as told.
--   base_period          date           What the change is counted from.
-- ? observation_status   code(actual)   actual, provisional, estimate, forecast, target, ... (SDMX).
--   modality             code           fact, plan, expectation, opinion; NULL for the figures of a data set.
--   certainty            code           stated, implied, derived.
-- ? assessment           list           Verdicts on it.
--   assertion            code           The key of its assertion; NULL for the figures of a data set.
--   change_assertion     code           The key of the assertion of the change.
--   source               code!          The source's key.
--   locator              text           Where in the source.
--   anchor               text           A few words to find it by.
-- * citation             text           Source and locator in one.
-- . whole_value          integer        The value, times ten to the power of `decimals`.
-- . whole_low            integer        The lower bound likewise.
-- . whole_high           integer        The upper bound likewise.
-- . decimals             integer        How many decimals these have.
SELECT
  figure.series,
  measure.indicator,
  substr(
    coalesce(', ' || area.label || coalesce(' and ' || partner.label, ''), ', ' || partner.label, '')
      || coalesce(', ' || route.label, '')
      || coalesce(', ' || coalesce(commodity.description, series.commodity), '')
      || coalesce(', ' || measure.basis, ''),
    3
  ) AS subject,
  area.label AS area,
  series.area AS area_code,
  partner.label AS partner,
  series.partner AS partner_code,
  reporter.label AS reporter,
  series.reporter AS reporter_code,
  CASE WHEN series.reporter <> coalesce(series.area, '') THEN reporter.label END AS statistics_of,
  series.flow,
  series.classification,
  series.commodity,
  commodity.description AS commodity_name,
  route.label AS route,
  series.route AS route_code,
  measure.basis,
  figure.period,
  measure.period_kind,
  figure.qualifier,
  CASE WHEN series.decimals = 0 THEN figure.value
    ELSE figure.value / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS value,
  CASE WHEN series.decimals = 0 THEN figure.low
    ELSE figure.low / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS low,
  CASE WHEN series.decimals = 0 THEN figure.high
    ELSE figure.high / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS high,
  measure.unit,
  figure.digits,
  changes.qualifier AS change_qualifier,
  changes.percent AS change,
  changes.percent_low AS change_low,
  changes.percent_high AS change_high,
  changes.kind AS change_kind,
  changes.value AS change_value,
  changes.base_period,
  figure.status AS observation_status,
  citations.modality,
  citations.certainty,
  citations.assessment,
  figure.assertion,
  changes.assertion AS change_assertion,
  measure.source,
  citations.locator,
  citations.anchor,
  coalesce(citations.citation, measure.source) AS citation,
  figure.value AS whole_value,
  figure.low AS whole_low,
  figure.high AS whole_high,
  series.decimals
FROM figure
JOIN series_key AS series ON series.id = figure.series
JOIN measure ON measure.id = series.measure
LEFT JOIN changes
  ON figure.assertion IS NOT NULL
  AND changes.assertion = (SELECT beside.change_assertion FROM beside WHERE beside.assertion = figure.assertion)
LEFT JOIN citations ON citations.assertion = figure.assertion
LEFT JOIN thing AS area ON area.key = series.area
LEFT JOIN thing AS partner ON partner.key = series.partner
LEFT JOIN thing AS reporter ON reporter.key = series.reporter
LEFT JOIN thing AS route ON route.key = series.route
LEFT JOIN commodity ON commodity.classification = series.classification AND commodity.code = series.commodity
UNION ALL
-- Changes that stand beside no figure: of which no level is told, or beside which another stands.
SELECT
  changes.series,
  measure.indicator,
  substr(
    coalesce(', ' || area.label || coalesce(' and ' || partner.label, ''), ', ' || partner.label, '')
      || coalesce(', ' || route.label, '')
      || coalesce(', ' || coalesce(commodity.description, series.commodity), '')
      || coalesce(', ' || measure.basis, ''),
    3
  ) AS subject,
  area.label AS area,
  series.area AS area_code,
  partner.label AS partner,
  series.partner AS partner_code,
  reporter.label AS reporter,
  series.reporter AS reporter_code,
  CASE WHEN series.reporter <> coalesce(series.area, '') THEN reporter.label END AS statistics_of,
  series.flow,
  series.classification,
  series.commodity,
  commodity.description AS commodity_name,
  route.label AS route,
  series.route AS route_code,
  measure.basis,
  changes.period,
  measure.period_kind,
  CAST(NULL AS TEXT) AS qualifier,
  NULL AS value,
  NULL AS low,
  NULL AS high,
  measure.unit,
  changes.digits,
  changes.qualifier AS change_qualifier,
  changes.percent AS change,
  changes.percent_low AS change_low,
  changes.percent_high AS change_high,
  changes.kind AS change_kind,
  changes.value AS change_value,
  changes.base_period,
  changes.status,
  citations.modality,
  citations.certainty,
  citations.assessment,
  changes.assertion,
  changes.assertion,
  measure.source,
  citations.locator,
  citations.anchor,
  coalesce(citations.citation, measure.source) AS citation,
  -- SQLite opens the view to conditions only where both halves have columns of the same types.
  CAST(NULL AS BIGINT) AS whole_value,
  CAST(NULL AS BIGINT) AS whole_low,
  CAST(NULL AS BIGINT) AS whole_high,
  series.decimals
FROM changes
JOIN series_key AS series ON series.id = changes.series
JOIN measure ON measure.id = series.measure
LEFT JOIN citations ON citations.assertion = changes.assertion
LEFT JOIN thing AS area ON area.key = series.area
LEFT JOIN thing AS partner ON partner.key = series.partner
LEFT JOIN thing AS reporter ON reporter.key = series.reporter
LEFT JOIN thing AS route ON route.key = series.route
LEFT JOIN commodity ON commodity.classification = series.classification AND commodity.code = series.commodity
WHERE NOT EXISTS (SELECT 1 FROM beside WHERE beside.change_assertion = changes.assertion)
