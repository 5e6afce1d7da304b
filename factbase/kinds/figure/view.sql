-- trade: one line a figure, or a change that is told without a level.
--
-- Values are as people write numbers: 3700000000, 0.3. A NULL value is one that the source does not tell.
--
--   series               integer        The series' number.
-- * indicator            code           What is measured: trade, trade in goods, cargo, rank, ...
-- * subject              text           Whose it is, with whom, on which route, of which goods, in one.
--   area                 text           Whose trade, cargo or rank it is (SDMX reference area).
--   area_code            code           Its key.
--   partner              text           With whom (SDMX counterpart area).
--   partner_code         code           Its key.
--   reporter             text           Whose statistics tell it; NULL where the source does not say.
--   reporter_code        code           Its key.
-- ? flow                 code           export, import, turnover, transit, ...
--   classification       code           The classification of the commodity: HS, SITC, ...
--   commodity            code           The commodity's code.
--   commodity_name       text           What the code stands for.
--   route                text           The route that goods are carried on.
--   route_code           code           Its key.
--   basis                text           What else defines the series: the list of a rank, the whole of a share.
-- * period               date           When: 2024, 2024-Q3, 2024-09, 2024-01/2024-09.
--   period_kind          code           year, fiscal year, year-to-date, cumulative, instant, ...
-- ? qualifier            code           The hedge of the source: about, more than, ...; NULL for none.
-- * value                number(unit)   The value.
--   low                  number(unit)   The lower bound that the source states.
--   high                 number(unit)   The upper bound that the source states.
--   unit                 code           ISO 4217 for money, else a measure: t, %, rank.
--   digits               integer        Significant digits as written.
-- ? change               percent        Growth from the base period, in per cent.
--   change_kind          code           percent, absolute, multiple: how the source tells the change.
--   change_value         number         The change as told.
--   base_period          date           What the change is counted from.
--   observation_status   code           actual, provisional, estimate, forecast, target, ... (SDMX).
--   modality             code           fact, plan, expectation, opinion; NULL for the figures of a data set.
--   certainty            code           stated, implied, derived.
-- ? assessment           list           Verdicts on it.
--   assertion            code           The key of its assertion; NULL for the figures of a data set.
--   change_assertion     code           The key of the assertion of the change.
--   source               code           The source's key.
--   locator              text           Where in the source.
--   anchor               text           A few words to find it by.
-- * citation             text           Source and locator in one.
SELECT
  series.id AS series,
  series.indicator,
  substr(
    coalesce(', ' || area.label || coalesce(' and ' || partner.label, ''), ', ' || partner.label, '')
      || coalesce(', ' || route.label, '')
      || coalesce(', ' || coalesce(commodity.description, series.commodity), '')
      || coalesce(', ' || series.basis, ''),
    3
  ) AS subject,
  area.label AS area,
  series.area AS area_code,
  partner.label AS partner,
  series.partner AS partner_code,
  reporter.label AS reporter,
  series.reporter AS reporter_code,
  series.flow,
  series.classification,
  series.commodity,
  commodity.description AS commodity_name,
  route.label AS route,
  series.route AS route_code,
  series.basis,
  told.period,
  series.period_kind,
  told.qualifier,
  CASE WHEN series.decimals = 0 THEN told.value
    ELSE told.value / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS value,
  CASE WHEN series.decimals = 0 THEN told.low
    ELSE told.low / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS low,
  CASE WHEN series.decimals = 0 THEN told.high
    ELSE told.high / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS high,
  series.unit,
  told.digits,
  CASE WHEN told.change_kind = 'percent'
    THEN told.change_value / CAST('1e' || told.change_decimals AS DOUBLE PRECISION) END AS change,
  told.change_kind,
  CASE WHEN told.change_decimals = 0 THEN told.change_value
    ELSE told.change_value / CAST('1e' || told.change_decimals AS DOUBLE PRECISION) END AS change_value,
  told.base_period,
  told.observation_status,
  citations.modality,
  citations.certainty,
  citations.assessment,
  told.assertion,
  told.change_assertion,
  series.source,
  citations.locator,
  citations.anchor,
  coalesce(citations.citation, series.source) AS citation
FROM (
  SELECT
    figure.series, figure.period, figure.qualifier, figure.value, figure.low, figure.high, figure.digits,
    figure.status AS observation_status, figure.assertion, change.assertion AS change_assertion,
    change.kind AS change_kind, change.value AS change_value, change.decimals AS change_decimals, change.base_period
  FROM figure
  LEFT JOIN change ON change.series = figure.series AND change.period = figure.period
  UNION ALL
  SELECT
    change.series, change.period, change.qualifier, NULL, NULL, NULL, change.digits,
    change.status, change.assertion, change.assertion,
    change.kind, change.value, change.decimals, change.base_period
  FROM change
  WHERE NOT EXISTS (
    SELECT 1 FROM figure WHERE figure.series = change.series AND figure.period = change.period
  )
) AS told
JOIN series ON series.id = told.series
LEFT JOIN citations ON citations.assertion = told.assertion
LEFT JOIN thing AS area ON area.key = series.area
LEFT JOIN thing AS partner ON partner.key = series.partner
LEFT JOIN thing AS reporter ON reporter.key = series.reporter
LEFT JOIN thing AS route ON route.key = series.route
LEFT JOIN commodity ON commodity.classification = series.classification AND commodity.code = series.commodity
