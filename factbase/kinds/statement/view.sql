-- positions: one line a position that somebody takes; mutual support is two lines.
--
--   assertion     code!  The assertion's key.
-- * holder        text   Whose position it is.
--   holder_code   code   The holder's key.
-- * stance        code   supports, opposes, demands, rejects, ...
-- * target        text   Whom or what it is about or towards.
--   target_code   code   The target's key.
-- * subject       text   What it is about, in the analyst's own words.
--   topic         code   Its topic.
--   mode          code   expressed, reaffirmed, ascribed, ...
--   date          date   When it was taken.
--   date_from     date   The first day that the date may mean.
--   date_to       date   The last.
--   speaker       text   Who said it for the holder.
--   speaker_code  code   The speaker's key.
--   said_by       list   Who relays it.
-- * modality      code   fact: it is told that the position is held; opinion: it is the source's own view.
--   polarity      code   positive, or negative: it is said not to be held.
-- * certainty     code   stated, implied, derived.
-- ? assessment    list   Verdicts on it.
--   source        code!  The source's key.
--   locator       text   Where in the source.
--   anchor        text   A few words to find it by.
-- * citation      text   Source and locator in one.
SELECT
  position.assertion,
  holder.label AS holder,
  position.holder AS holder_code,
  position.stance,
  target.label AS target,
  position.target AS target_code,
  position.subject,
  position.topic,
  position.mode,
  position.date,
  position.date_from,
  position.date_to,
  speaker.label AS speaker,
  position.speaker AS speaker_code,
  citations.said_by,
  citations.modality,
  citations.polarity,
  citations.certainty,
  citations.assessment,
  citations.source,
  citations.locator,
  citations.anchor,
  citations.citation
FROM position
JOIN citations ON citations.assertion = position.assertion
JOIN thing AS holder ON holder.key = position.holder
LEFT JOIN thing AS target ON target.key = position.target
LEFT JOIN thing AS speaker ON speaker.key = position.speaker
