-- told-too-early (warning): A source tells as done what is dated after it was published.
--
-- Record it as a plan or an expectation ('amend KEY modality=plan'), or correct the date or the day of publication.
SELECT
  told.assertion AS records,
  NULL AS part,
  thing.label || ': ' || told.what || ' on ' || told.date || ' is told as done, and ' || source.key
    || ' was published on ' || source.published AS words
FROM (
  SELECT assertion, agreement AS key, action AS what, date, date_from FROM action WHERE action <> 'valid'
  UNION ALL
  SELECT assertion, event, 'held', date, date_from FROM occurrence
) AS told
JOIN held ON held.assertion = told.assertion
JOIN source ON source.key = held.source
JOIN thing ON thing.key = told.key
WHERE told.date_from > source.published_to
