-- citations: one line an assertion: where it stands, on whose word, how surely, and what speaks against it.
--
-- * assertion    code!  The assertion's key.
--   kind         code   The typed row it has: action, party, figure, ...; statement for none.
-- * source       code!  The source's key.
-- * locator      text   Where in the source: title, p3 (paragraph), p3.s2 (sentence), page, row.
-- * anchor       text   A few words to find it by.
--   citation     text   Source and locator in one.
--   modality     code   fact, plan, expectation, opinion, cause, rule.
--   polarity     code   positive, or negative: it is said not to be so.
--   certainty    code   stated, implied, derived.
--   said_by      list   Who says it, nearest voice first, the origin last.
--   assessment   list   Verdicts on it: doubtful, contradicted, disputed, ambiguous, confirmed.
--   text         text   The assertion in the analyst's own words.
SELECT
  assertion.key AS assertion,
  assertion.kind,
  assertion.source,
  assertion.locator,
  assertion.anchor,
  assertion.source || coalesce(' ' || assertion.locator, '') AS citation,
  assertion.modality,
  assertion.polarity,
  assertion.certainty,
  (
    SELECT group_concat(voices.voice, '; ')
    FROM (
      SELECT coalesce(thing.label, attribution.words) AS voice
      FROM attribution LEFT JOIN thing ON thing.key = attribution.actor
      WHERE attribution.assertion = assertion.key
      ORDER BY attribution.ordinal
    ) AS voices
  ) AS said_by,
  (
    SELECT group_concat(verdicts.verdict, '; ')
    FROM (
      SELECT assessment.verdict FROM assessment
      WHERE assessment.assertion = assertion.key
      ORDER BY assessment.ordinal
    ) AS verdicts
  ) AS assessment,
  assertion.text
FROM assertion
