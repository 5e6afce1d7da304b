-- actors: one line an actor: its codes, its names, what it takes part in.
--
-- * key           code!     The actor's key; for a state its ISO 3166-1 alpha-3 code.
-- * label         text!     Its usual name.
-- * kind          code      state, organisation, person, city, initiative, route, group, unnamed, ...
--   iso2          code      ISO 3166-1 alpha-2.
--   iso3          code      ISO 3166-1 alpha-3.
--   m49           code      UN M49, three digits.
--   subdivision   code      ISO 3166-2, of a region or a city.
--   wikidata      code      Wikidata item.
--   part_of       code      The actor it is a part of: a city of its state.
--   state         code      The state of a person or company, or whose initiative it is.
--   names         list      Its other names.
-- * offices       list      Offices that it holds, and memberships.
-- * agreements    integer   Agreements that it is a party to, or is to be.
--   positions     integer   Positions that it holds.
--   mentions      integer   Assertions that speak of it.
--   sources       list      Sources that speak of it.
-- * citation      list      Where they do.
SELECT
  actor.key,
  thing.label,
  actor.kind,
  actor.iso2,
  actor.iso3,
  actor.m49,
  actor.subdivision,
  actor.wikidata,
  actor.part_of,
  actor.state,
  (
    SELECT group_concat(named.name, '; ')
    FROM (SELECT name FROM name WHERE name.thing = actor.key AND name.kind <> 'former key' ORDER BY name) AS named
  ) AS names,
  (
    SELECT group_concat(held.office, '; ')
    FROM (
      SELECT DISTINCT coalesce(affiliation.office, affiliation.status) || ', ' || body.label AS office
      FROM affiliation
      JOIN thing AS body ON body.key = affiliation.organisation
      JOIN assertion ON assertion.key = affiliation.assertion AND assertion.polarity = 'positive'
      WHERE affiliation.actor = actor.key AND (affiliation.date_to IS NULL OR affiliation.date_to >= today.day)
        AND NOT EXISTS (
          SELECT 1 FROM assessment
          WHERE assessment.assertion = affiliation.assertion AND assessment.verdict = 'contradicted'
        )
      ORDER BY 1
    ) AS held
  ) AS offices,
  (SELECT count(DISTINCT bound.agreement) FROM bound WHERE bound.actor_code = actor.key) AS agreements,
  (SELECT count(*) FROM position WHERE position.holder = actor.key) AS positions,
  coalesce(mention_places.mentions, 0) AS mentions,
  mention_places.sources,
  mention_places.citation
FROM actor
CROSS JOIN today
JOIN thing ON thing.key = actor.key
LEFT JOIN mention_places ON mention_places.thing = actor.key
