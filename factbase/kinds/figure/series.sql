-- series: one line a series: what is measured, whose and with whom, by whose statistics, from when to when.
--
--   series               integer!  The series' number.
-- * indicator            code!     What is measured: trade, trade in goods, cargo, rank, ...
-- * subject              text      Whose it is, with whom, on which route, of which goods, in one.
--   area                 text      Whose trade, cargo or rank it is (SDMX reference area).
--   area_code            code      Its key.
--   partner              text      With whom (SDMX counterpart area).
--   partner_code         code      Its key.
--   reporter             text      Whose statistics tell it; NULL where the source does not say.
--   reporter_code        code      Its key.
-- ? flow                 code      export, import, turnover, transit, ...
--   classification       code      The classification of the commodity: HS, SITC, ...
--   commodity            code      The commodity's code.
--   commodity_name       text      What the code stands for.
--   route                text      The route that goods are carried on.
--   route_code           code      Its key.
--   basis                text      What else defines the series: the list of a rank, the whole of a share.
-- * unit                 code!     ISO 4217 for money, else a measure: t, %, rank.
-- * period_kind          code      year, fiscal year, year-to-date, cumulative, instant, ...
--   decimals             integer   How many decimals its values are kept with (SDMX).
-- * figures              integer   How many values it has.
-- * first_period         date      The first period that it has a value for.
-- * last_period          date      The last.
-- * source               code!     The source's key.
SELECT
  series.id AS series,
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
  series.flow,
  series.classification,
  series.commodity,
  commodity.description AS commodity_name,
  route.label AS route,
  series.route AS route_code,
  measure.basis,
  measure.unit,
  measure.period_kind,
  series.decimals,
  (SELECT count(*) FROM figure WHERE figure.series = series.id) AS figures,
  (SELECT min(figure.period) FROM figure WHERE figure.series = series.id) AS first_period,
  (SELECT max(figure.period) FROM figure WHERE figure.series = series.id) AS last_period,
  measure.source
FROM series_key AS series
JOIN measure ON measure.id = series.measure
LEFT JOIN thing AS area ON area.key = series.area
LEFT JOIN thing AS partner ON partner.key = series.partner
LEFT JOIN thing AS reporter ON reporter.key = series.reporter
LEFT JOIN thing AS route ON route.key = series.route
LEFT JOIN commodity ON commodity.classification = series.classification AND commodity.code = series.commodity
