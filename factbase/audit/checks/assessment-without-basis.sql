-- assessment-without-basis (warning): A verdict does not say what it rests on.
--
-- Name the assertion that speaks for or against it, or in words what is known from elsewhere ('the wording').
SELECT
  assessment.assertion AS records,
  CAST(assessment.ordinal AS TEXT) AS part,
  assessment.verdict || ' by ' || assessment.assessor || ', without a basis: ' || assessment.reason AS words
FROM assessment
WHERE assessment.basis_assertion IS NULL AND coalesce(trim(assessment.basis), '') = ''
