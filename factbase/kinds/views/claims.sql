-- claims: what each assertion tells, as a key that all assertions of the same thing share, and the answer it gives.
--
-- The key is made of the kind and of the columns that say what is spoken of: an agreement, an action and its actor; a
-- person, a body and an office; a figure's dimensions and its period. What is planned has a key of its own. The answer
-- (the polarity, the bounds of the date and of the number, the wording) may differ; two assertions of one key tell the
-- same where no part of it is incompatible. A statement in free words shares its key with none.
--
--   assertion     code!    The assertion's key.
-- * claim         text     The key of what is told.
-- * source        code!    The source's key.
-- * polarity      code     positive, or negative: it is said not to be so.
-- * date_from     date     The first day that the date told may mean; NULL where open or not told.
-- * date_to       date     The last.
-- * low           number   The least that the number told may mean, by its digits and its hedge; NULL where open.
-- * high          number   The most.
--   answer        text     What else is answered: the level of a relation, the value of a term.
SELECT
  told.assertion,
  assertion.kind
    || CASE
      WHEN assertion.modality IN ('plan', 'expectation') AND assertion.kind NOT IN ('commitment', 'position')
      THEN ' planned' ELSE '' END
    || ' | ' || told.claim AS claim,
  assertion.source,
  assertion.polarity,
  told.date_from,
  told.date_to,
  told.low,
  told.high,
  told.answer
FROM (
  SELECT
    assertion, agreement || ' | ' || action || ' | ' || coalesce(actor, '') AS claim,
    date_from, date_to, CAST(NULL AS DOUBLE PRECISION) AS low, CAST(NULL AS DOUBLE PRECISION) AS high,
    CAST(NULL AS TEXT) AS answer
  FROM action
  UNION ALL
  SELECT assertion, agreement || ' | ' || actor || ' | ' || role, NULL, NULL, NULL, NULL, NULL FROM party
  UNION ALL
  SELECT
    assertion,
    agreement || ' | ' || kind || ' | ' || coalesce(grantor, '') || ' | ' || coalesce(beneficiary, '')
      || ' | ' || lower(coalesce(scope, '')),
    date_from, date_to, NULL, NULL, lower(value)
  FROM provision
  UNION ALL
  SELECT assertion, thing || ' | ' || lower(counted), NULL, NULL, low, high, NULL FROM tally
  UNION ALL
  SELECT assertion, event, date_from, date_to, NULL, NULL, NULL FROM occurrence
  UNION ALL
  SELECT
    assertion,
    coalesce(event, '') || ' | ' || coalesce(agreement, '') || ' | '
      || coalesce(actor, coalesce(office, '') || ' of ' || coalesce(representing, '')) || ' | ' || role,
    NULL, NULL, NULL, NULL, NULL
  FROM participation
  UNION ALL
  -- A term, not the days on which it is attested: those differ within one term.
  SELECT
    assertion, actor || ' | ' || status || ' | ' || organisation || ' | ' || lower(coalesce(office, '')),
    date_from, date_to, NULL, NULL, NULL
  FROM affiliation
  UNION ALL
  -- Of partners neither is the first; owners and dependants are.
  SELECT
    assertion,
    CASE WHEN actor < other OR kind IN ('ownership', 'dependence') THEN actor || ' | ' || other
      ELSE other || ' | ' || actor END || ' | ' || kind,
    date_from, date_to, NULL, NULL, lower(level)
  FROM relation
  UNION ALL
  SELECT
    assertion, holder || ' | ' || stance || ' | ' || coalesce(target, '') || ' | ' || lower(subject),
    NULL, NULL, NULL, NULL, NULL
  FROM position
  UNION ALL
  SELECT assertion, actor || ' | ' || coalesce(towards, '') || ' | ' || lower(subject), due_from, due_to, NULL, NULL, NULL
  FROM commitment
  UNION ALL
  SELECT assertion, thing || ' | ' || kind || ' | ' || other, NULL, NULL, NULL, NULL, NULL FROM link
  UNION ALL
  SELECT key, key, NULL, NULL, NULL, NULL, NULL FROM assertion WHERE kind = 'statement'
  UNION ALL
  SELECT
    measured.assertion,
    measured.claim,
    NULL,
    NULL,
    -- 3.7 billion in two digits is 3.65 to 3.75 billion; a stated bound, or a hedge to one side, goes before.
    CASE
      WHEN measured.low IS NOT NULL THEN measured.low
      WHEN measured.qualifier IN ('less than', 'at most', 'up to') OR (measured.value IS NULL) THEN NULL
      WHEN measured.qualifier IN ('more than', 'at least') THEN measured.value
      ELSE measured.value - measured.half
    END / measured.scale,
    CASE
      WHEN measured.high IS NOT NULL THEN measured.high
      WHEN measured.qualifier IN ('more than', 'at least') OR (measured.value IS NULL) THEN NULL
      WHEN measured.qualifier IN ('less than', 'at most', 'up to') THEN measured.value
      ELSE measured.value + measured.half
    END / measured.scale,
    NULL
  FROM (
    SELECT
      numbers.*,
      measure.indicator || ' | ' || coalesce(series.area, '') || ' | ' || coalesce(series.partner, '')
        || ' | ' || coalesce(series.reporter, '') || ' | ' || coalesce(series.flow, '')
        || ' | ' || coalesce(series.classification || ' ' || series.commodity, '') || ' | ' || coalesce(series.route, '')
        || ' | ' || lower(coalesce(measure.basis, '')) || ' | ' || measure.unit || ' | ' || measure.period_kind
        || ' | ' || numbers.told_for AS claim,
      CAST('1e' || coalesce(numbers.decimals, series.decimals) AS DOUBLE PRECISION) AS scale,
      CASE WHEN numbers.digits IS NULL THEN 0
        ELSE CAST('1e' || (length(CAST(abs(numbers.value) AS TEXT)) - numbers.digits) AS DOUBLE PRECISION) / 2
      END AS half
    FROM (
      SELECT
        assertion, series, period || ' | ' || status AS told_for, value, low, high, digits, qualifier,
        CAST(NULL AS INTEGER) AS decimals
      FROM figure WHERE assertion IS NOT NULL
      UNION ALL
      SELECT
        assertion, series, period || ' | ' || coalesce(base_period, '') || ' | ' || kind || ' | ' || status, value, low,
        high, digits, qualifier, decimals
      FROM change
    ) AS numbers
    JOIN series_key AS series ON series.id = numbers.series
    JOIN measure ON measure.id = series.measure
  ) AS measured
) AS told
JOIN assertion ON assertion.key = told.assertion
