-- terms-overlap (warning): Two people hold one office at the same time.
--
-- Compare the terms with their sources; where the office is shared, or one of two acts for the other, accept it.
--
-- Only where both terms hold for sure on some day, and of offices that one person holds at a time: no deputies, envoys,
-- members, judges, and no minister without a field.
WITH term AS (
  SELECT
    affiliation.assertion, affiliation.actor, affiliation.organisation, affiliation.office, spans.date,
    spans.last_start, spans.first_end
  FROM affiliation JOIN spans ON spans.assertion = affiliation.assertion AND spans.kind = 'term'
  WHERE affiliation.status = 'office-holder'
)
SELECT
  one.actor || '; ' || two.actor || '; ' || one.organisation AS records,
  lower(one.office) AS part,
  first.label || ' (' || min(one.date || ', ' || one.assertion) || ') and ' || second.label || ' ('
    || min(two.date || ', ' || two.assertion) || ') are both ' || min(one.office) || ' of ' || body.label AS words
FROM term AS one
JOIN term AS two
  ON two.organisation = one.organisation AND lower(two.office) = lower(one.office) AND two.actor > one.actor
  AND one.last_start < two.first_end AND two.last_start < one.first_end
JOIN thing AS first ON first.key = one.actor
JOIN thing AS second ON second.key = two.actor
JOIN thing AS body ON body.key = one.organisation
WHERE lower(one.office) <> 'minister' AND lower(one.office) NOT LIKE 'vice%'
  AND lower(one.office) NOT LIKE '%vice-%' AND lower(one.office) NOT LIKE '% vice %' AND lower(one.office) NOT LIKE '%deputy%'
  AND lower(one.office) NOT LIKE '%assistant%' AND lower(one.office) NOT LIKE '%acting%'
  AND lower(one.office) NOT LIKE 'co-%' AND lower(one.office) NOT LIKE '%co-chair%'
  AND lower(one.office) NOT LIKE '%ambassador%' AND lower(one.office) NOT LIKE '%envoy%'
  AND lower(one.office) NOT LIKE '%representative%' AND lower(one.office) NOT LIKE '%consul%'
  AND lower(one.office) NOT LIKE '%member%' AND lower(one.office) NOT LIKE '%judge%'
  AND lower(one.office) NOT LIKE '%commissioner%' AND lower(one.office) NOT LIKE '%advis%'
  AND lower(one.office) NOT LIKE '%spokes%' AND lower(one.office) NOT LIKE '%senator%'
GROUP BY one.actor, two.actor, one.organisation, lower(one.office), first.label, second.label, body.label
