-- mentions: which assertion speaks of which thing, whatever table says so.
--
-- * assertion   code!  The assertion's key.
-- * thing       code   The key of the actor, agreement, event or source that it is about.
--
-- A condition on the thing goes down to the indexes through DISTINCT and UNION ALL; through UNION it would not in SQLite.
SELECT DISTINCT assertion, thing
FROM (
  SELECT assertion, thing FROM about
  UNION ALL SELECT assertion, actor FROM attribution WHERE actor IS NOT NULL
  UNION ALL SELECT assertion, agreement FROM party
  UNION ALL SELECT assertion, actor FROM party
  UNION ALL SELECT assertion, agreement FROM action
  UNION ALL SELECT assertion, actor FROM action WHERE actor IS NOT NULL
  UNION ALL SELECT assertion, event FROM action WHERE event IS NOT NULL
  UNION ALL SELECT assertion, place FROM action WHERE place IS NOT NULL
  UNION ALL SELECT assertion, agreement FROM provision
  UNION ALL SELECT assertion, grantor FROM provision WHERE grantor IS NOT NULL
  UNION ALL SELECT assertion, beneficiary FROM provision WHERE beneficiary IS NOT NULL
  UNION ALL SELECT assertion, thing FROM tally
  UNION ALL SELECT assertion, event FROM occurrence
  UNION ALL SELECT assertion, place FROM occurrence WHERE place IS NOT NULL
  UNION ALL SELECT assertion, event FROM participation WHERE event IS NOT NULL
  UNION ALL SELECT assertion, agreement FROM participation WHERE agreement IS NOT NULL
  UNION ALL SELECT assertion, actor FROM participation WHERE actor IS NOT NULL
  UNION ALL SELECT assertion, representing FROM participation WHERE representing IS NOT NULL
  UNION ALL SELECT assertion, actor FROM affiliation
  UNION ALL SELECT assertion, organisation FROM affiliation
  UNION ALL SELECT assertion, actor FROM relation
  UNION ALL SELECT assertion, other FROM relation
  UNION ALL SELECT assertion, agreement FROM relation WHERE agreement IS NOT NULL
  UNION ALL SELECT assertion, holder FROM position
  UNION ALL SELECT assertion, speaker FROM position WHERE speaker IS NOT NULL
  UNION ALL SELECT assertion, target FROM position WHERE target IS NOT NULL
  UNION ALL SELECT assertion, actor FROM commitment
  UNION ALL SELECT assertion, towards FROM commitment WHERE towards IS NOT NULL
  UNION ALL SELECT assertion, agreement FROM commitment WHERE agreement IS NOT NULL
  UNION ALL SELECT assertion, thing FROM link
  UNION ALL SELECT assertion, other FROM link
  UNION ALL SELECT figure.assertion, series.area FROM figure JOIN series_key AS series ON series.id = figure.series
    WHERE figure.assertion IS NOT NULL AND series.area IS NOT NULL
  UNION ALL SELECT figure.assertion, series.partner FROM figure JOIN series_key AS series ON series.id = figure.series
    WHERE figure.assertion IS NOT NULL AND series.partner IS NOT NULL
  UNION ALL SELECT figure.assertion, series.reporter FROM figure JOIN series_key AS series ON series.id = figure.series
    WHERE figure.assertion IS NOT NULL AND series.reporter IS NOT NULL
  UNION ALL SELECT figure.assertion, series.route FROM figure JOIN series_key AS series ON series.id = figure.series
    WHERE figure.assertion IS NOT NULL AND series.route IS NOT NULL
  UNION ALL SELECT change.assertion, series.area FROM change JOIN series_key AS series ON series.id = change.series
    WHERE series.area IS NOT NULL
  UNION ALL SELECT change.assertion, series.partner FROM change JOIN series_key AS series ON series.id = change.series
    WHERE series.partner IS NOT NULL
  UNION ALL SELECT change.assertion, series.reporter FROM change JOIN series_key AS series ON series.id = change.series
    WHERE series.reporter IS NOT NULL
  UNION ALL SELECT change.assertion, series.route FROM change JOIN series_key AS series ON series.id = change.series
    WHERE series.route IS NOT NULL
  UNION ALL SELECT assertion, thing FROM name WHERE assertion IS NOT NULL
) AS told
