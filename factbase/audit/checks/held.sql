-- held: assertions that tell what was or is so, and that neither a verdict nor a correction speaks against.
--
-- Checks hold only these against each other: what is known to be wrong need not be found again.
SELECT assertion.key AS assertion, assertion.source
FROM assertion
WHERE assertion.polarity = 'positive'
  AND assertion.modality NOT IN ('plan', 'expectation')
  AND NOT EXISTS (
    SELECT 1 FROM assessment
    WHERE assessment.assertion = assertion.key AND assessment.verdict IN ('contradicted', 'doubtful', 'disputed')
  )
  AND NOT EXISTS (
    SELECT 1 FROM assertion_link WHERE assertion_link.other = assertion.key AND assertion_link.kind = 'corrects'
  )
