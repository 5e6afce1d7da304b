-- sources: one line a source, and how much rests on it.
--
-- * key            code!     The source's key.
-- * label          text!     Its title.
-- * kind           code      article, communiqué, register, statistics, ...
-- * author         text      Who wrote it.
--   author_code    code      The author's key.
--   publisher      text      Who published it.
--   publisher_code code      The publisher's key.
-- * published      date      When it was published.
--   date_from      date      The first day that it may mean.
--   date_to        date      The last.
--   edition        text      The edition of a data set.
--   address        text      Where it can be found.
--   language       code      BCP 47.
--   digest         code      The digest of its text, once a copy was compared.
-- * assertions     integer   Assertions that rest on it.
-- * alone          integer   Of these, those that no other source tells.
--   origins        integer   Independent origins of these: ministries, agencies, speakers, the source itself.
--   figures        integer   Figures that rest on it.
--   assessed       integer   Assertions of it that carry a verdict.
SELECT
  source.key,
  thing.label,
  source.kind,
  author.label AS author,
  source.author AS author_code,
  publisher.label AS publisher,
  source.publisher AS publisher_code,
  source.published,
  source.published_from AS date_from,
  source.published_to AS date_to,
  source.edition,
  source.address,
  source.language,
  source.digest,
  coalesce(resting.assertions, 0) AS assertions,
  coalesce(resting.assertions - resting.told_elsewhere, 0) AS alone,
  coalesce(resting.origins, 0) AS origins,
  coalesce(resting.figures, 0)
    + (SELECT coalesce(sum(total.figures), 0) FROM measure JOIN total ON total.measure = measure.id WHERE measure.source = source.key)
    AS figures,
  (
    SELECT count(DISTINCT assessment.assertion)
    FROM assessment JOIN assertion ON assertion.key = assessment.assertion WHERE assertion.source = source.key
  ) AS assessed
FROM source
JOIN thing ON thing.key = source.key
LEFT JOIN thing AS author ON author.key = source.author
LEFT JOIN thing AS publisher ON publisher.key = source.publisher
LEFT JOIN (
  SELECT
    assertion.source,
    count(*) AS assertions,
    count(elsewhere.assertion) AS told_elsewhere,
    count(DISTINCT origins.origin_code) AS origins,
    sum(CASE WHEN assertion.kind = 'figure' THEN 1 ELSE 0 END) AS figures
  FROM assertion
  JOIN origins ON origins.assertion = assertion.key
  LEFT JOIN (
    SELECT DISTINCT comparisons.assertion FROM comparisons
    WHERE comparisons.agrees = 'yes' AND comparisons.other_source <> comparisons.source
  ) AS elsewhere ON elsewhere.assertion = assertion.key
  GROUP BY assertion.source
) AS resting ON resting.source = source.key
