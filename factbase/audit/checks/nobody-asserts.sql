-- nobody-asserts (warning): No source says anything of a record, and nothing else needs it.
--
-- Record what is said of it, 'merge' it into the record that is meant, or 'retract' it.
--
-- Authors and publishers, wholes that others are part of, and the areas and partners of series are needed.
SELECT
  thing.key AS records,
  NULL AS part,
  CASE WHEN thing.kind = 'source' THEN 'nothing is recorded of what ' || thing.label || ' tells'
    ELSE 'no source says anything of ' || thing.label END AS words
FROM thing
WHERE CASE WHEN thing.kind = 'source' THEN
    thing.key NOT IN (SELECT source FROM assertion UNION SELECT source FROM measure)
    AND thing.key NOT IN (SELECT thing FROM mentions)
  ELSE
    thing.key NOT IN (SELECT thing FROM mentions)
    AND thing.key NOT IN (
      SELECT author FROM source WHERE author IS NOT NULL
      UNION SELECT publisher FROM source WHERE publisher IS NOT NULL
      UNION SELECT part_of FROM actor WHERE part_of IS NOT NULL
      UNION SELECT state FROM actor WHERE state IS NOT NULL
      UNION SELECT area FROM series_key WHERE area IS NOT NULL
      UNION SELECT partner FROM series_key WHERE partner IS NOT NULL
      UNION SELECT reporter FROM series_key WHERE reporter IS NOT NULL
      UNION SELECT route FROM series_key WHERE route IS NOT NULL
    )
  END
