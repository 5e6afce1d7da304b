-- spans: stretches of time that are told and held, with the last day that they may begin and the first that they may end.
--
-- '2003/2018' begins in 2003 at the latest and ends in 2018 at the earliest, so from 31 December 2003 to 1 January 2018
-- it holds for sure. What goes on ('2018/..') is known to last until its source was published. NULL is not known: then
-- nothing is for sure.
SELECT
  told.assertion,
  told.kind,
  told.date,
  told.date_from AS first_start,
  CASE
    WHEN told.date LIKE '____/%' THEN substr(told.date, 1, 4) || '-12-31'
    WHEN told.date LIKE '____-__/%' THEN substr(told.date, 1, 7) || '-31'
    WHEN told.date LIKE '____-__-__/%' THEN substr(told.date, 1, 10)
  END AS last_start,
  CASE
    WHEN told.date LIKE '%/____' THEN substr(told.date_to, 1, 4) || '-01-01'
    WHEN told.date LIKE '%/____-__' THEN substr(told.date_to, 1, 7) || '-01'
    WHEN told.date LIKE '%/____-__-__' THEN told.date_to
    WHEN told.date LIKE '%/..' THEN source.published_from
  END AS first_end,
  told.date_to AS last_end
FROM (
  SELECT assertion, 'term' AS kind, date, date_from, date_to FROM affiliation
  UNION ALL
  SELECT assertion, action, date, date_from, date_to FROM action
) AS told
JOIN held ON held.assertion = told.assertion
JOIN source ON source.key = held.source
WHERE told.date IS NOT NULL
