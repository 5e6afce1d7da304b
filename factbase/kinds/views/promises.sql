-- promises: one line a promise: a commitment, or a step on an agreement that is planned or expected, and how it ended.
--
-- A promise is settled by an assertion that fulfils, partly fulfils, breaks or overtakes it; by the outcome recorded
-- with a commitment; or, for a planned step, by what is told as done to the agreement: the same step or one beyond it
-- keeps it, the agreement's end overtakes it. What happened before the promise was made settles nothing. A promise is
-- overdue when the last day that its due date may mean is over and it is open.
--
-- * assertion     code!     The assertion's key.
--   kind          code      commitment, or action for a planned step on an agreement.
-- * actors        list      Who promises; for a step of the whole agreement its parties.
--   actor_codes   list      Their keys.
-- ? towards       text      To whom.
--   towards_code  code      Its key.
-- * what          text      What is to be done.
--   agreement     code      The agreement that it is about or rests on.
--   topics        list      Its topic, and those of the agreement.
--   made          date      When its source was published.
--   made_from     date      The first day that it may mean.
--   made_to       date      The last.
--   days          integer   Days since then, to today.
-- * due           date      When it is to be done.
--   due_from      date      The first day that it may mean.
--   due_to        date      The last.
--   due_text      text      The wording of the source, where it differs.
-- * state         code      open, kept, partly kept, broken, overtaken.
-- * overdue       code      yes where it is open and its time is over, else no.
-- ? late          code      yes where it was done after it was due, no where in time; NULL where not done or not known.
--   settled       date      When what settled it happened.
-- ? settled_by    code      The assertion that settled it.
--   why           text      Why that one settles it, where somebody says so.
--   modality      code      fact, plan, expectation, opinion, cause, rule.
--   polarity      code      positive, or negative: what is said is that it will not be done.
--   certainty     code      stated, implied, derived.
--   said_by       list      Who relays it.
-- ? assessment    list      Verdicts on it.
--   source        code!     The source's key.
--   locator       text      Where in the source.
--   anchor        text      A few words to find it by.
-- * citation      text      Source and locator in one.
WITH promise AS (
  SELECT
    commitment.assertion, 'commitment' AS kind, commitment.actor, commitment.towards, commitment.subject AS what,
    commitment.agreement, commitment.topic, commitment.due, commitment.due_from, commitment.due_to, commitment.due_text,
    CAST(NULL AS TEXT) AS action, CAST(NULL AS INTEGER) AS stage
  FROM commitment
  UNION ALL
  SELECT
    action.assertion, 'action', action.actor, NULL, agreement.label || ': ' || action.action,
    action.agreement, NULL, action.date, action.date_from, action.date_to, action.date_text,
    action.action, action_kind.stage
  FROM action
  JOIN action_kind ON action_kind.code = action.action
  JOIN assertion ON assertion.key = action.assertion
  JOIN thing AS agreement ON agreement.key = action.agreement
  -- A period of validity that is yet to come, and its end, are terms of the agreement, nothing that anybody has to do.
  WHERE assertion.modality IN ('plan', 'expectation') AND action.action NOT IN ('valid', 'expired')
),
made AS (
  SELECT
    promise.*, assertion.polarity, source.published AS made, source.published_from AS made_from,
    source.published_to AS made_to
  FROM promise
  JOIN assertion ON assertion.key = promise.assertion
  JOIN source ON source.key = assertion.source
),
-- When what an assertion tells of happened; it was done at the latest when its source, telling it as done, came out, and
-- what lasts since a day on that day.
happened AS (
  SELECT
    assertion.key AS assertion, dated.date, dated.date_from, dated.date_to,
    CASE
      WHEN dated.date LIKE '____-__-__/..' THEN dated.date_from
      WHEN source.published_to < dated.date_to OR dated.date_to IS NULL THEN source.published_to
      ELSE dated.date_to
    END AS done_by
  FROM assertion
  JOIN source ON source.key = assertion.source
  LEFT JOIN (
    SELECT assertion, date, date_from, date_to FROM action
    UNION ALL SELECT assertion, date, date_from, date_to FROM occurrence
    UNION ALL SELECT assertion, date, date_from, date_to FROM affiliation
    UNION ALL SELECT assertion, date, date_from, date_to FROM relation
    UNION ALL SELECT assertion, date, date_from, date_to FROM position
    UNION ALL SELECT assertion, date, date_from, date_to FROM provision
  ) AS dated ON dated.assertion = assertion.key
),
done AS (
  SELECT action.assertion, action.agreement, action.action, action.actor, action_kind.stage, action_kind.status,
    happened.done_by
  FROM action
  JOIN action_kind ON action_kind.code = action.action
  JOIN assertion ON assertion.key = action.assertion
  JOIN happened ON happened.assertion = action.assertion
  WHERE assertion.modality NOT IN ('plan', 'expectation') AND assertion.polarity = 'positive'
),
settlement AS (
  SELECT
    assertion_link.other AS assertion,
    CASE assertion_link.kind
      WHEN 'fulfils' THEN 'kept' WHEN 'partly fulfils' THEN 'partly kept' WHEN 'breaks' THEN 'broken'
      ELSE 'overtaken'
    END AS state,
    assertion_link.assertion AS settled_by,
    assertion_link.reason AS why,
    1 AS way
  FROM assertion_link
  WHERE assertion_link.kind IN ('fulfils', 'partly fulfils', 'breaks', 'overtakes')
  UNION ALL
  SELECT commitment.assertion, commitment.outcome, commitment.settled_by, NULL, 2
  FROM commitment WHERE commitment.outcome <> 'open'
  UNION ALL
  SELECT made.assertion, CASE made.polarity WHEN 'negative' THEN 'broken' ELSE 'kept' END, done.assertion, NULL, 3
  FROM made
  JOIN done ON done.agreement = made.agreement
  WHERE made.kind = 'action'
    AND (
      -- A whole agreement's step is also each party's, a step beyond it is not: others may have taken that one.
      (done.action = made.action AND (done.actor IS NULL OR done.actor = made.actor))
      -- Up to entry into force each step has those before it behind it; only provisional application may come first.
      OR (
        (done.actor = made.actor OR (done.actor IS NULL AND made.actor IS NULL))
        AND made.stage <= 60 AND done.stage BETWEEN made.stage AND 66 AND done.status IS NOT NULL
        AND (made.stage <= 35 OR 'provisionally applied' NOT IN (made.action, done.action))
      )
    )
    AND (done.done_by IS NULL OR made.made_from IS NULL OR done.done_by >= made.made_from)
  UNION ALL
  SELECT made.assertion, 'overtaken', done.assertion, NULL, 4
  FROM made
  JOIN done ON done.agreement = made.agreement
  WHERE made.kind = 'action' AND made.polarity = 'positive' AND made.stage < 90
    AND done.actor IS NULL AND done.action IN ('abandoned', 'terminated', 'replaced', 'expired')
    AND (done.done_by IS NULL OR made.made_from IS NULL OR done.done_by >= made.made_from)
),
-- What somebody says comes before what follows from the course; of the first the latest counts, of the other the first.
ended AS (
  SELECT
    settlement.assertion, settlement.state, settlement.settled_by, settlement.why,
    happened.date, happened.date_from, happened.done_by,
    row_number() OVER (
      PARTITION BY settlement.assertion
      ORDER BY
        settlement.way,
        CASE WHEN settlement.way = 1 THEN happened.done_by END DESC NULLS LAST,
        CASE WHEN settlement.way > 2 THEN happened.done_by END ASC NULLS LAST,
        length(coalesce(happened.date, '')) DESC,
        settlement.settled_by
    ) AS choice
  FROM settlement
  CROSS JOIN today
  LEFT JOIN happened ON happened.assertion = settlement.settled_by
  WHERE (happened.date_from IS NULL OR happened.date_from <= today.day)
    AND (happened.done_by IS NULL OR happened.done_by <= today.day)
)
SELECT
  made.assertion,
  made.kind,
  coalesce(who.label, (
    SELECT group_concat(members.label, '; ')
    FROM (
      SELECT DISTINCT thing.label FROM bound
      JOIN thing ON thing.key = bound.actor_code WHERE bound.agreement = made.agreement ORDER BY 1
    ) AS members
  )) AS actors,
  coalesce(made.actor, (
    SELECT group_concat(members.actor_code, '; ')
    FROM (SELECT DISTINCT actor_code FROM bound WHERE bound.agreement = made.agreement ORDER BY 1) AS members
  )) AS actor_codes,
  towards.label AS towards,
  made.towards AS towards_code,
  CASE WHEN made.polarity = 'negative' THEN 'not: ' ELSE '' END || made.what AS what,
  made.agreement,
  (
    SELECT group_concat(listed.topic, '; ')
    FROM (
      SELECT made.topic AS topic WHERE made.topic IS NOT NULL
      UNION SELECT thing_topic.topic FROM thing_topic WHERE thing_topic.thing = made.agreement
      ORDER BY 1
    ) AS listed
  ) AS topics,
  made.made,
  made.made_from,
  made.made_to,
  CAST(julianday(today.day) - julianday(made.made_to) AS INTEGER) AS days,
  made.due,
  made.due_from,
  made.due_to,
  made.due_text,
  coalesce(ended.state, 'open') AS state,
  CASE WHEN ended.state IS NULL AND made.due_to < today.day THEN 'yes' ELSE 'no' END AS overdue,
  CASE
    WHEN ended.state IN ('kept', 'partly kept') AND ended.date_from > made.due_to THEN 'yes'
    WHEN ended.state IN ('kept', 'partly kept') AND ended.done_by <= made.due_to THEN 'no'
  END AS late,
  ended.date AS settled,
  ended.settled_by,
  ended.why,
  citations.modality,
  citations.polarity,
  citations.certainty,
  citations.said_by,
  citations.assessment,
  citations.source,
  citations.locator,
  citations.anchor,
  citations.citation
FROM made
CROSS JOIN today
JOIN citations ON citations.assertion = made.assertion
LEFT JOIN thing AS who ON who.key = made.actor
LEFT JOIN thing AS towards ON towards.key = made.towards
LEFT JOIN ended ON ended.assertion = made.assertion AND ended.choice = 1
-- Asked for an earlier day, what was promised later is not promised yet.
WHERE made.made_from IS NULL OR made.made_from <= today.day
