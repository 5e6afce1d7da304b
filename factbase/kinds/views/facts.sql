-- facts: every assertion in a few words, whatever it is about.
--
-- * assertion    code!  The assertion's key.
--   number       integer!  Its number among the assertions of its source.
--   kind         code   action, party, figure, position, ...; statement for what fits no typed row.
-- * fact         text   What it says.
--   date         date   When, where it is dated.
--   modality     code   fact, plan, expectation, opinion, cause, rule.
--   polarity     code   positive, or negative: it is said not to be so.
-- * certainty    code   stated, implied, derived.
--   things       list   The keys of the things that it is about.
--   said_by      list   Who says it, nearest voice first, the origin last.
-- ? assessment   list   Verdicts on it.
--   source       code!  The source's key.
--   locator      text   Where in the source.
--   anchor       text   A few words to find it by.
-- * citation     text   Source and locator in one.
SELECT
  citations.assertion,
  CAST(substr(citations.assertion, length(citations.source) + 2) AS INTEGER) AS number,
  citations.kind,
  CASE WHEN citations.polarity = 'negative' THEN 'not: ' ELSE '' END
    || CASE
      -- What is expected is in the words of a position; a commitment is a plan by nature.
      WHEN citations.kind IN ('position', 'commitment') THEN ''
      WHEN citations.modality = 'plan' THEN 'planned: '
      WHEN citations.modality = 'expectation' THEN 'expected: '
      ELSE ''
    END
    || coalesce(told.fact, citations.text, citations.kind) AS fact,
  told.date,
  citations.modality,
  citations.polarity,
  citations.certainty,
  (
    SELECT group_concat(about_it.thing, '; ')
    FROM (SELECT thing FROM mentions WHERE mentions.assertion = citations.assertion ORDER BY thing) AS about_it
  ) AS things,
  citations.said_by,
  citations.assessment,
  citations.source,
  citations.locator,
  citations.anchor,
  citations.citation
FROM citations
LEFT JOIN (
  SELECT party.assertion, CAST(NULL AS TEXT) AS date,
    actor.label || ' is ' || party.role || CASE party.role WHEN 'party' THEN ' to ' ELSE ' of ' END || agreement.label
      AS fact
  FROM party
  JOIN thing AS actor ON actor.key = party.actor
  JOIN thing AS agreement ON agreement.key = party.agreement
  UNION ALL
  SELECT action.assertion, action.date,
    agreement.label || ': ' || action.action || coalesce(' by ' || actor.label, '')
      || coalesce(' in ' || place.label, '') || coalesce(', ' || action.date, '')
  FROM action
  JOIN thing AS agreement ON agreement.key = action.agreement
  LEFT JOIN thing AS actor ON actor.key = action.actor
  LEFT JOIN thing AS place ON place.key = action.place
  UNION ALL
  SELECT provision.assertion, provision.date,
    agreement.label || ' provides: ' || provision.kind || coalesce(', ' || provision.scope, '')
      || coalesce(', ' || provision.value, '')
  FROM provision JOIN thing AS agreement ON agreement.key = provision.agreement
  UNION ALL
  SELECT tally.assertion, NULL, thing.label || ': ' || coalesce(tally.words, CASE
      WHEN tally.low = tally.high THEN CAST(tally.low AS TEXT)
      WHEN tally.high IS NULL THEN 'at least ' || tally.low
      WHEN tally.low IS NULL THEN 'at most ' || tally.high
      ELSE tally.low || ' to ' || tally.high
    END) || ' ' || tally.counted
  FROM tally JOIN thing ON thing.key = tally.thing
  UNION ALL
  SELECT occurrence.assertion, occurrence.date,
    event.label || coalesce(' in ' || place.label, '') || coalesce(', ' || occurrence.date, '')
  FROM occurrence
  JOIN thing AS event ON event.key = occurrence.event
  LEFT JOIN thing AS place ON place.key = occurrence.place
  UNION ALL
  SELECT participation.assertion, NULL,
    coalesce(actor.label || coalesce(', ' || participation.office, ''), participation.office, side.label)
      || CASE WHEN actor.label IS NULL AND participation.office IS NULL THEN '' ELSE coalesce(' for ' || side.label, '') END
      || ': ' || participation.role || ', '
      || coalesce(event.label, agreement.label)
  FROM participation
  LEFT JOIN thing AS actor ON actor.key = participation.actor
  LEFT JOIN thing AS side ON side.key = participation.representing
  LEFT JOIN thing AS event ON event.key = participation.event
  LEFT JOIN thing AS agreement ON agreement.key = participation.agreement
  UNION ALL
  SELECT affiliation.assertion, coalesce(affiliation.date, affiliation.attested),
    actor.label || ': ' || coalesce(affiliation.office, affiliation.status) || ', ' || body.label
  FROM affiliation
  JOIN thing AS actor ON actor.key = affiliation.actor
  JOIN thing AS body ON body.key = affiliation.organisation
  UNION ALL
  SELECT relation.assertion, relation.date,
    actor.label || ' and ' || other.label || ': ' || coalesce(relation.level, relation.kind)
  FROM relation
  JOIN thing AS actor ON actor.key = relation.actor
  JOIN thing AS other ON other.key = relation.other
  UNION ALL
  SELECT position.assertion, position.date,
    holder.label || ' ' || position.stance || coalesce(' (' || target.label || ')', '') || ': ' || position.subject
  FROM position
  JOIN thing AS holder ON holder.key = position.holder
  LEFT JOIN thing AS target ON target.key = position.target
  UNION ALL
  SELECT commitment.assertion, commitment.due,
    actor.label || ' undertakes' || coalesce(' towards ' || towards.label, '') || ': ' || commitment.subject
      || CASE commitment.outcome WHEN 'open' THEN '' ELSE ' (' || commitment.outcome || ')' END
  FROM commitment
  JOIN thing AS actor ON actor.key = commitment.actor
  LEFT JOIN thing AS towards ON towards.key = commitment.towards
  UNION ALL
  SELECT link.assertion, NULL, thing.label || ' ' || link.kind || ' ' || other.label
  FROM link
  JOIN thing ON thing.key = link.thing
  JOIN thing AS other ON other.key = link.other
  UNION ALL
  SELECT trade.assertion, trade.period,
    trade.indicator || coalesce(', ' || trade.basis, '') || coalesce(', ' || trade.flow, '')
      || coalesce(', ' || trade.area, '') || coalesce(' and ' || trade.partner, '')
      || coalesce(', ' || trade.route, '') || ', ' || trade.period || ': '
      || CASE trade.unit WHEN 'rank' THEN 'no. ' ELSE '' END
      || coalesce(nullif(trade.qualifier, 'between') || ' ', CASE
        WHEN trade.value IS NULL AND trade.high IS NULL THEN 'at least '
        WHEN trade.value IS NULL AND trade.low IS NULL THEN 'at most '
        ELSE ''
      END)
      || coalesce(
        CAST(trade.value AS TEXT),
        CAST(trade.low AS TEXT) || ' to ' || CAST(trade.high AS TEXT),
        CAST(coalesce(trade.low, trade.high) AS TEXT)
      )
      || CASE WHEN trade.unit IN ('rank', '1') THEN '' ELSE ' ' || trade.unit END
  FROM trade WHERE trade.assertion IS NOT NULL AND coalesce(trade.value, trade.low, trade.high) IS NOT NULL
  UNION ALL
  SELECT changes.assertion, changes.period,
    measure.indicator || coalesce(', ' || measure.basis, '') || coalesce(', ' || series.flow, '')
      || coalesce(', ' || area.label, '') || coalesce(' and ' || partner.label, '')
      || coalesce(', ' || route.label, '') || ', ' || changes.period
      || coalesce(' against ' || changes.base_period, '')
      || CASE changes.kind WHEN 'multiple' THEN ': change to ' ELSE ': change by ' END
      || coalesce(nullif(changes.qualifier, 'between') || ' ', CASE
        WHEN changes.value IS NULL AND changes.high IS NULL THEN 'at least '
        WHEN changes.value IS NULL AND changes.low IS NULL THEN 'at most '
        ELSE ''
      END)
      || coalesce(
        CAST(changes.value AS TEXT),
        CAST(changes.low AS TEXT) || ' to ' || CAST(changes.high AS TEXT),
        CAST(coalesce(changes.low, changes.high) AS TEXT)
      )
      || CASE
        WHEN changes.kind = 'percent' THEN ' %'
        WHEN changes.kind = 'multiple' THEN ' times'
        WHEN measure.unit = '%' THEN ' percentage points'
        ELSE ' ' || measure.unit
      END
  FROM changes
  JOIN series_key AS series ON series.id = changes.series
  JOIN measure ON measure.id = series.measure
  LEFT JOIN thing AS area ON area.key = series.area
  LEFT JOIN thing AS partner ON partner.key = series.partner
  LEFT JOIN thing AS route ON route.key = series.route
) AS told ON told.assertion = citations.assertion
