-- bound: who is bound by an agreement, or is to be, and which assertion tells it: parties and signatories, no denials.
--
-- * assertion   code!  The assertion's key.
-- * agreement   code!  The agreement's key.
-- * actor_code  code!  The actor's key.
SELECT party.assertion, party.agreement, party.actor AS actor_code
FROM party
JOIN assertion ON assertion.key = party.assertion
WHERE party.role IN ('party', 'signatory') AND assertion.polarity = 'positive'
