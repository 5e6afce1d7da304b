-- bound: who is bound by an agreement, or is to be, and which assertion tells it: parties and signatories, and who took a
-- step of its own by which one becomes a party; no denials.
--
-- * assertion   code!  The assertion's key.
-- * agreement   code!  The agreement's key.
-- * actor_code  code!  The actor's key.
SELECT party.assertion, party.agreement, party.actor AS actor_code
FROM party
JOIN assertion ON assertion.key = party.assertion
WHERE party.role IN ('party', 'signatory') AND assertion.polarity = 'positive'
UNION ALL
-- Persons and ministries act for a state.
SELECT action.assertion, action.agreement, action.actor AS actor_code
FROM action
JOIN assertion ON assertion.key = action.assertion
JOIN actor ON actor.key = action.actor
WHERE action.action IN ('signed', 'ratified', 'accepted', 'approved', 'acceded', 'succeeded', 'provisionally applied')
  AND actor.kind NOT IN ('person', 'ministry', 'unnamed')
  AND assertion.polarity = 'positive' AND assertion.modality NOT IN ('plan', 'expectation')
