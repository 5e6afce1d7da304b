-- events: one line an event: when, where, who took part.
--
-- * key              code!  The event's key.
-- * label            text!  Its name.
-- * kind             code   visit, meeting, summit, conference, ...
-- * date             date   When it took place; the most exact that a source says.
--   date_from        date   The first day that it may mean.
--   date_to          date   The last.
--   planned          code   yes where sources only announce it, no where they tell it as past.
-- * place            text   Where.
--   place_code       code   The key of the place.
-- * participants     list   Who took part, with their offices.
--   actor_codes      list   Keys of participants, of those they represented, and of the place.
--   part_of          list   Keys of the events that it is a part of.
--   topics           list   Its topics.
--   summary          text   What happened, in the analyst's own words.
--   certainty        code   How certain it is that it took place as told.
-- ? assessment       list   Verdicts on what is said of it.
-- ? differs          text   Where sources differ on its date.
--   sources          list   The sources that speak of it.
-- * citation         list   Where they do.
WITH told AS (
  SELECT
    occurrence.event,
    occurrence.date,
    occurrence.date_from,
    occurrence.date_to,
    occurrence.place,
    assertion.certainty,
    CASE WHEN assertion.modality IN ('plan', 'expectation') THEN 'yes' ELSE 'no' END AS planned,
    row_number() OVER (
      PARTITION BY occurrence.event
      ORDER BY
        CASE WHEN assertion.modality IN ('plan', 'expectation') THEN 1 ELSE 0 END,
        coalesce(length(occurrence.date), 0) DESC, occurrence.date, occurrence.assertion
    ) AS choice
  FROM occurrence JOIN assertion ON assertion.key = occurrence.assertion
  WHERE assertion.polarity = 'positive'
)
SELECT
  event.key,
  thing.label,
  event.kind,
  told.date,
  told.date_from,
  told.date_to,
  told.planned,
  place.label AS place,
  told.place AS place_code,
  (
    SELECT group_concat(people.words, '; ')
    FROM (
      SELECT DISTINCT coalesce(
        who.label || coalesce(' (' || participation.office || coalesce(', ' || side.label, '') || ')', ''),
        participation.office || coalesce(', ' || side.label, ''),
        side.label
      ) AS words
      FROM participation
      LEFT JOIN thing AS who ON who.key = participation.actor
      LEFT JOIN thing AS side ON side.key = participation.representing
      JOIN assertion ON assertion.key = participation.assertion AND assertion.polarity = 'positive'
      WHERE participation.event = event.key AND participation.role <> 'absent' ORDER BY 1
    ) AS people
  ) AS participants,
  (
    SELECT group_concat(involved.actor, '; ')
    FROM (
      SELECT participation.actor FROM participation
        JOIN assertion ON assertion.key = participation.assertion AND assertion.polarity = 'positive'
        WHERE participation.event = event.key AND participation.role <> 'absent' AND participation.actor IS NOT NULL
      UNION SELECT participation.representing FROM participation
        JOIN assertion ON assertion.key = participation.assertion AND assertion.polarity = 'positive'
        WHERE participation.event = event.key AND participation.role <> 'absent'
          AND participation.representing IS NOT NULL
      UNION SELECT place FROM occurrence WHERE occurrence.event = event.key AND place IS NOT NULL
      ORDER BY 1
    ) AS involved
  ) AS actor_codes,
  (
    SELECT group_concat(wholes.other, '; ')
    FROM (
      SELECT DISTINCT link.other FROM link
      WHERE link.thing = event.key AND link.kind = 'part of' ORDER BY 1
    ) AS wholes
  ) AS part_of,
  (
    SELECT group_concat(listed.topic, '; ')
    FROM (SELECT topic FROM thing_topic WHERE thing_topic.thing = event.key ORDER BY topic) AS listed
  ) AS topics,
  event.summary,
  told.certainty,
  (
    SELECT group_concat(verdicts.verdict, '; ')
    FROM (
      SELECT DISTINCT assessment.verdict
      FROM mentions
      JOIN assessment ON assessment.assertion = mentions.assertion
      JOIN assertion ON assertion.key = mentions.assertion
      -- A verdict on an opinion that mentions it is none on the thing itself.
      WHERE mentions.thing = event.key AND assertion.kind NOT IN ('statement', 'position', 'commitment') ORDER BY 1
    ) AS verdicts
  ) AS assessment,
  (
    SELECT group_concat(occurrence.date || ' (' || assertion.source || ')', ', ')
    FROM occurrence JOIN assertion ON assertion.key = occurrence.assertion
    WHERE occurrence.event = event.key AND assertion.polarity = 'positive'
    HAVING max(occurrence.date_from) > min(occurrence.date_to)
  ) AS differs,
  mention_places.sources,
  mention_places.citation
FROM event
JOIN thing ON thing.key = event.key
LEFT JOIN told ON told.event = event.key AND told.choice = 1
LEFT JOIN thing AS place ON place.key = told.place
LEFT JOIN mention_places ON mention_places.thing = event.key
