-- signatory-without-office (note): Somebody signed for a state or an organisation, and nothing tells in which office.
--
-- Record the office with the signature or as a term, or the full powers (Vienna Convention 1969, article 7).
--
-- Contracts are signed by people without an office, too.
SELECT
  participation.assertion || '; ' || participation.actor AS records,
  NULL AS part,
  person.label || ' signed ' || agreement.label || coalesce(' for ' || side.label, '') || ', and no office is told of'
    AS words
FROM participation
JOIN held ON held.assertion = participation.assertion
JOIN actor ON actor.key = participation.actor AND actor.kind = 'person'
JOIN thing AS person ON person.key = participation.actor
JOIN agreement AS signed ON signed.key = participation.agreement AND signed.kind <> 'contract'
JOIN thing AS agreement ON agreement.key = signed.key
LEFT JOIN thing AS side ON side.key = participation.representing
WHERE participation.role = 'signatory' AND participation.office IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM affiliation
    WHERE affiliation.actor = participation.actor AND affiliation.status IN ('office-holder', 'chair')
  )
