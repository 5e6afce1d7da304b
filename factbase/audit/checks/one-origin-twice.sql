-- one-origin-twice (note): Two sources tell the same on one word, and count as one.
--
-- Do not take them for two witnesses; 'trust KEY' counts origins. Link them with 'repeats' where one relays the other.
--
-- A line for two sources and the word that they rest on. What is linked with 'repeats' is known.
SELECT
  comparisons.source || '; ' || comparisons.other_source AS records,
  whose.origin_code AS part,
  comparisons.source || ' and ' || comparisons.other_source || ' tell '
    || CAST(count(DISTINCT comparisons.assertion) AS TEXT)
    || CASE count(DISTINCT comparisons.assertion) WHEN 1 THEN ' fact' ELSE ' facts' END
    || ' alike on the word of ' || whose.origin || ', such as ' || min(comparisons.assertion || ' and ' || comparisons.other_assertion)
    AS words
FROM comparisons
JOIN origins AS whose ON whose.assertion = comparisons.assertion
JOIN origins AS theirs ON theirs.assertion = comparisons.other_assertion AND theirs.origin_code = whose.origin_code
WHERE comparisons.agrees = 'yes' AND comparisons.source < comparisons.other_source
  AND NOT EXISTS (
    SELECT 1 FROM assertion_link
    WHERE assertion_link.kind = 'repeats'
      AND (
        (assertion_link.assertion = comparisons.assertion AND assertion_link.other = comparisons.other_assertion)
        OR (assertion_link.assertion = comparisons.other_assertion AND assertion_link.other = comparisons.assertion)
      )
  )
GROUP BY comparisons.source, comparisons.other_source, whose.origin_code, whose.origin
