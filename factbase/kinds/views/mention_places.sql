-- mention_places: for each thing, where its sources speak of it: 'kapanadze p1 p3; xinhua p2'.
--
-- * thing      code      The key of the thing.
-- * citation   list      One entry a source: its key and the places in it.
--   sources    list      The keys of the sources.
--   mentions   integer   How many assertions speak of it.
SELECT
  by_source.thing,
  group_concat(by_source.citation, '; ') AS citation,
  group_concat(by_source.source, '; ') AS sources,
  sum(by_source.mentions) AS mentions
FROM (
  SELECT
    places.thing,
    places.source,
    places.source || coalesce(' ' || group_concat(places.locator, ' '), '') AS citation,
    sum(places.mentions) AS mentions
  FROM (
    SELECT
      mentions.thing, assertion.source, assertion.locator, count(*) AS mentions,
      -- Assertions are numbered in reading order.
      min(CAST(substr(assertion.key, length(assertion.source) + 2) AS INTEGER)) AS first
    FROM mentions JOIN assertion ON assertion.key = mentions.assertion
    GROUP BY mentions.thing, assertion.source, assertion.locator
    ORDER BY mentions.thing, assertion.source, first
  ) AS places
  GROUP BY places.thing, places.source
  ORDER BY places.thing, places.source
) AS by_source
GROUP BY by_source.thing
