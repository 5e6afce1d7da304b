-- agreements: one line an agreement, with its status today as its actions make it, and where sources differ.
--
-- An action counts from the last day that it may have happened on, or from the day that its source, telling it as
-- done, was published, whichever is earlier; what is told to last since a day, from that day. Actions of single parties
-- make a status only where nothing is told of the whole ('partly ratified'). 'planned' means that only plans are told,
-- 'not yet' that all that is told comes later, and 'unknown' that nothing is told.
--
-- * key            code!  The agreement's key.
-- * label          text!  Its title, or, where no source gives one, its subject.
--   title          text   The title that a source gives.
-- * kind           code   treaty, agreement, joint statement, memorandum, protocol, contract, package, ...
--   subject        text   What it is about, in the analyst's own words.
--   summary        text   What it says, in the analyst's own words.
-- * status         code   What it is today: signed, in force, planned, ...
-- * date           date   When the action that made the status took place.
--   date_from      date   The first day that the date may mean.
--   date_to        date   The last.
--   signed         date   When it was signed.
--   in_force       date   When it entered into force.
--   valid          date   The period that it covers or is valid for.
-- * parties        list   Its parties, or those to be.
--   party_codes    list   Their keys.
--   place          text   Where it was signed.
--   part_of        list   Keys of the package, agreement or event that it belongs to.
--   topics         list   Its topics.
--   registration   text   Its number in a treaty register.
--   certainty      code   How certain the action is that made the status; where none did, the surest of all actions.
-- ? assessment     list   Verdicts on what is said of it.
-- ? differs        text   Where sources differ on a date, or on whether it happened.
--   steps          list   All that is told of its course.
--   sources        list   The sources that speak of it.
-- * citation       list   Where they do.
WITH step AS (
  SELECT
    action.agreement,
    action.assertion,
    action.action,
    action.actor,
    action.place,
    action.date,
    action.date_from,
    action.date_to,
    action_kind.stage,
    action_kind.status,
    action_kind.repeatable,
    assertion.source,
    assertion.certainty,
    assertion.polarity,
    CASE WHEN assertion.modality IN ('plan', 'expectation') THEN 1 ELSE 0 END AS planned,
    CASE
      WHEN action.date LIKE '____-__-__/..' THEN action.date_from
      WHEN source.published_to < action.date_to OR action.date_to IS NULL THEN source.published_to
      ELSE action.date_to
    END AS done_by,
    CASE WHEN action.date_from > today.day THEN 1 ELSE 0 END AS later
  FROM action
  CROSS JOIN today
  JOIN action_kind ON action_kind.code = action.action
  JOIN assertion ON assertion.key = action.assertion
  JOIN source ON source.key = assertion.source
),
done AS (
  SELECT
    step.*,
    CASE WHEN step.actor IS NULL THEN 0 ELSE 1 END AS of_one,
    max(step.date_from) OVER (PARTITION BY step.agreement, CASE WHEN step.actor IS NULL THEN 0 ELSE 1 END) AS latest
  FROM step CROSS JOIN today
  WHERE step.planned = 0
    AND step.polarity = 'positive'
    AND step.status IS NOT NULL
    AND step.later = 0
    AND (step.done_by IS NULL OR step.done_by <= today.day)
),
-- A step comes after another where the first day that it may have happened on is after the other's last; of steps that
-- none surely comes after the one of the highest stage counts, told as exactly as it is.
ranked AS (
  SELECT
    done.*,
    row_number() OVER (
      PARTITION BY done.agreement
      ORDER BY
        done.of_one,
        CASE
          WHEN done.latest > coalesce(done.date_to, done.done_by) AND done.latest > coalesce(done.date_from, '') THEN 1
          ELSE 0
        END,
        done.stage DESC,
        coalesce(length(done.date), 0) DESC,
        done.assertion
    ) AS place_in_line
  FROM done
),
-- The most exact of what sources say for one action on the whole; then the first. Of periods of validity the last.
told AS (
  SELECT
    step.agreement,
    step.action,
    step.date,
    step.date_from,
    step.date_to,
    step.later,
    substr(step.date, 1, instr(step.date || '/', '/') - 1) AS begins,
    step.place,
    row_number() OVER (
      PARTITION BY step.agreement, step.action
      ORDER BY
        CASE WHEN step.actor IS NULL THEN 0 ELSE 1 END,
        CASE WHEN step.action = 'valid' AND step.date IS NOT NULL THEN coalesce(step.date_to, '9999') ELSE '' END DESC,
        coalesce(length(step.date), 0) DESC,
        step.date,
        step.assertion
    ) AS choice
  FROM step
  WHERE step.planned = 0 AND step.polarity = 'positive'
),
-- What can be done but once has the date that is told for it above, wherever sources differ.
now AS (
  SELECT
    ranked.agreement,
    CASE WHEN ranked.actor IS NULL THEN ranked.status ELSE 'partly ' || ranked.status END AS status,
    CASE WHEN told.agreement IS NULL THEN ranked.date ELSE told.date END AS date,
    CASE WHEN told.agreement IS NULL THEN ranked.date_from ELSE told.date_from END AS date_from,
    CASE WHEN told.agreement IS NULL THEN ranked.date_to ELSE told.date_to END AS date_to,
    ranked.certainty
  FROM ranked
  LEFT JOIN told
    ON told.agreement = ranked.agreement AND told.action = ranked.action AND told.choice = 1 AND told.later = 0
    AND ranked.repeatable = 0 AND ranked.actor IS NULL
  WHERE ranked.place_in_line = 1
),
difference AS (
  SELECT
    step.agreement,
    step.action || coalesce(' by ' || step.actor, '') || ': ' || group_concat(
      CASE
        WHEN step.polarity = 'negative' THEN 'not ' || coalesce(step.date, 'dated')
        ELSE coalesce(step.date, 'undated')
      END || ' (' || step.source || ')', ', '
    ) AS words
  FROM (SELECT * FROM step ORDER BY date, assertion) AS step
  WHERE step.planned = 0 AND step.repeatable = 0
  GROUP BY step.agreement, step.action, step.actor
  HAVING count(DISTINCT step.polarity) > 1 OR max(step.date_from) > min(step.date_to)
)
SELECT
  agreement.key,
  thing.label,
  agreement.title,
  agreement.kind,
  agreement.subject,
  agreement.summary,
  CASE
    WHEN now.status IN ('terminated', 'replaced', 'expired', 'abandoned', 'denounced') THEN now.status
    WHEN now.status IS NOT NULL AND valid.date_to < today.day AND NOT EXISTS (
      -- Prolonged after the period that is told last had begun, and nothing tells until when.
      SELECT 1 FROM done
      WHERE done.agreement = agreement.key AND done.action = 'extended' AND done.actor IS NULL
        AND (done.date IS NULL OR substr(done.date_from, 1, length(valid.begins)) > valid.begins)
    ) THEN 'expired'
    WHEN now.status IS NOT NULL THEN now.status
    WHEN EXISTS (SELECT 1 FROM step WHERE step.agreement = agreement.key AND step.planned = 1) THEN 'planned'
    WHEN EXISTS (SELECT 1 FROM step WHERE step.agreement = agreement.key AND step.later = 1) THEN 'not yet'
    ELSE 'unknown'
  END AS status,
  now.date,
  now.date_from,
  now.date_to,
  signed.date AS signed,
  in_force.date AS in_force,
  valid.date AS valid,
  (
    SELECT group_concat(members.label, '; ')
    FROM (
      SELECT DISTINCT who.label FROM bound JOIN thing AS who ON who.key = bound.actor_code
      WHERE bound.agreement = agreement.key ORDER BY 1
    ) AS members
  ) AS parties,
  (
    SELECT group_concat(members.actor_code, '; ')
    FROM (SELECT DISTINCT actor_code FROM bound WHERE bound.agreement = agreement.key ORDER BY 1) AS members
  ) AS party_codes,
  place.label AS place,
  (
    SELECT group_concat(wholes.other, '; ')
    FROM (
      SELECT DISTINCT link.other FROM link
      WHERE link.thing = agreement.key AND link.kind IN ('part of', 'annex to', 'concluded at') ORDER BY 1
    ) AS wholes
  ) AS part_of,
  (
    SELECT group_concat(listed.topic, '; ')
    FROM (SELECT topic FROM thing_topic WHERE thing_topic.thing = agreement.key ORDER BY topic) AS listed
  ) AS topics,
  agreement.registration,
  coalesce(now.certainty, (
    SELECT CASE min(CASE assertion.certainty WHEN 'stated' THEN 1 WHEN 'implied' THEN 2 ELSE 3 END)
      WHEN 1 THEN 'stated' WHEN 2 THEN 'implied' WHEN 3 THEN 'derived' END
    FROM action JOIN assertion ON assertion.key = action.assertion WHERE action.agreement = agreement.key
  )) AS certainty,
  (
    SELECT group_concat(verdicts.verdict, '; ')
    FROM (
      SELECT DISTINCT assessment.verdict
      FROM mentions
      JOIN assessment ON assessment.assertion = mentions.assertion
      JOIN assertion ON assertion.key = mentions.assertion
      -- A verdict on an opinion that mentions it is none on the thing itself.
      WHERE mentions.thing = agreement.key AND assertion.kind NOT IN ('statement', 'position', 'commitment') ORDER BY 1
    ) AS verdicts
  ) AS assessment,
  (SELECT group_concat(difference.words, '; ') FROM difference WHERE difference.agreement = agreement.key) AS differs,
  (
    SELECT group_concat(course.words, '; ')
    FROM (
      SELECT
        CASE WHEN step.polarity = 'negative' THEN 'not ' ELSE '' END
        || CASE WHEN step.planned = 1 THEN 'planned: ' ELSE '' END
        || step.action
        || coalesce(' by ' || who.label, '')
        || coalesce(' ' || step.date, '') AS words
      FROM step LEFT JOIN thing AS who ON who.key = step.actor
      WHERE step.agreement = agreement.key
      ORDER BY step.date_from, step.stage, step.assertion
    ) AS course
  ) AS steps,
  mention_places.sources,
  mention_places.citation
FROM agreement
CROSS JOIN today
JOIN thing ON thing.key = agreement.key
LEFT JOIN now ON now.agreement = agreement.key
LEFT JOIN told AS signed ON signed.agreement = agreement.key AND signed.action = 'signed' AND signed.choice = 1
LEFT JOIN thing AS place ON place.key = signed.place
LEFT JOIN told AS in_force ON in_force.agreement = agreement.key AND in_force.action = 'in force' AND in_force.choice = 1
LEFT JOIN told AS valid ON valid.agreement = agreement.key AND valid.action = 'valid' AND valid.choice = 1
LEFT JOIN mention_places ON mention_places.thing = agreement.key
