-- The first article: Sandro Kapanadze on the visit of President Aliyev to Beijing in April 2025.
--
-- It is recorded here by hand, fact by fact, and shows how facts are recorded.
--
--   Things      Whatever has an identity of its own (actors, agreements, events, sources) is one row of `thing`, and one
--               of the table of its kind. States have their ISO 3166-1 alpha-3 code for a key, the others a slug.
--   Assertions  Whatever the article says of a thing is an assertion: one row of `assertion`, which says where it stands
--               and how surely it is told, and one row of the table of its kind (party, action, figure, position, ...),
--               which spells it out. What fits no such table stays a 'statement' in our own words.
--   Locators    'p1' is the first paragraph of the body, 'p1.s2' its second sentence, 'title' the headline.
--   Anchors     A few words of the article, to the letter, by which a reader finds the place.
--   Modality    fact: told as so; plan, expectation; opinion, cause: the author's own view.
--   Certainty   stated: in so many words; implied: taken for granted; derived: by a step that we took.
--   Dates       EDTF beside its first and last day; the article's wording where it differs; NULL where none is told.
--               Only the joint statement has its day. The rest was signed during the visit, whose length is not told:
--               the month, 2025-04, is all that can be said of it, and such an action is 'derived'.
--   Voices      `attribution` tells whose word it is. The author's judgements are positions of the author.
--   Assessment  What speaks against an assertion. The assertion stays as the article has it.
--   Entry       The journal entry that wrote the row: number 1, here.

INSERT INTO entry (number, at, author, command, why) VALUES
  (1, '2025-05-01T00:00:00Z', 'factbase', 'db init', 'the first article');


-- Actors ------------------------------------------------------------------------------------------------------------

INSERT INTO thing (key, kind, label, entry) VALUES
  ('AZE',                   'actor', 'Azerbaijan', 1),
  ('CHN',                   'actor', 'China', 1),
  ('wto',                   'actor', 'World Trade Organization', 1),
  ('sco',                   'actor', 'Shanghai Cooperation Organization', 1),
  ('confucius-institutes',  'actor', 'Confucius Institutes', 1),
  ('the-west',              'actor', 'the West', 1),
  ('global-south',          'actor', 'Global South', 1),
  ('beijing',               'actor', 'Beijing', 1),
  ('nakhchivan',            'actor', 'Nakhchivan', 1),
  ('urumqi',                'actor', 'Urumqi', 1),
  ('belt-and-road',         'actor', 'Belt and Road Initiative', 1),
  ('silk-road-revival',     'actor', 'Silk Road Revival', 1),
  ('trans-caspian-route',   'actor', 'Trans-Caspian trade route', 1),
  ('ilham-aliyev',          'actor', 'Ilham Aliyev', 1),
  ('xi-jinping',            'actor', 'Xi Jinping', 1),
  ('mayor-of-nakhchivan',   'actor', 'mayor of Nakhchivan', 1),
  ('mayor-of-urumqi',       'actor', 'mayor of Urumqi', 1),
  ('sandro-kapanadze',      'actor', 'Sandro Kapanadze', 1);

-- Codes are given where we are sure of them, and left out where we are not.
INSERT INTO actor (key, kind, iso2, iso3, m49, subdivision, wikidata, part_of, state, entry) VALUES
  ('AZE',                   'state',        'AZ', 'AZE', '031', NULL,    'Q227',    NULL,         NULL,  1),
  ('CHN',                   'state',        'CN', 'CHN', '156', NULL,    'Q148',    NULL,         NULL,  1),
  ('wto',                   'organisation', NULL, NULL,  NULL,  NULL,    'Q7825',   NULL,         NULL,  1),
  ('sco',                   'organisation', NULL, NULL,  NULL,  NULL,    'Q485207', NULL,         NULL,  1),
  ('confucius-institutes',  'institution',  NULL, NULL,  NULL,  NULL,    NULL,      NULL,         'CHN', 1),
  ('the-west',              'group',        NULL, NULL,  NULL,  NULL,    NULL,      NULL,         NULL,  1),
  ('global-south',          'group',        NULL, NULL,  NULL,  NULL,    NULL,      NULL,         NULL,  1),
  ('beijing',               'city',         NULL, NULL,  NULL,  'CN-BJ', 'Q956',    'CHN',        NULL,  1),
  ('nakhchivan',            'city',         NULL, NULL,  NULL,  'AZ-NV', NULL,      'AZE',        NULL,  1),
  ('urumqi',                'city',         NULL, NULL,  NULL,  NULL,    NULL,      'CHN',        NULL,  1),
  ('belt-and-road',         'initiative',   NULL, NULL,  NULL,  NULL,    NULL,      NULL,         'CHN', 1),
  ('silk-road-revival',     'initiative',   NULL, NULL,  NULL,  NULL,    NULL,      NULL,         'AZE', 1),
  ('trans-caspian-route',   'route',        NULL, NULL,  NULL,  NULL,    NULL,      NULL,         NULL,  1),
  ('ilham-aliyev',          'person',       NULL, NULL,  NULL,  NULL,    NULL,      NULL,         'AZE', 1),
  ('xi-jinping',            'person',       NULL, NULL,  NULL,  NULL,    'Q15031',  NULL,         'CHN', 1),
  ('mayor-of-nakhchivan',   'unnamed',      NULL, NULL,  NULL,  NULL,    NULL,      'nakhchivan', NULL,  1),
  ('mayor-of-urumqi',       'unnamed',      NULL, NULL,  NULL,  NULL,    NULL,      'urumqi',     NULL,  1),
  ('sandro-kapanadze',      'person',       NULL, NULL,  NULL,  NULL,    NULL,      NULL,         NULL,  1);

-- A lookup finds a thing under each of its names.
INSERT INTO name (thing, name, kind, language, entry) VALUES
  ('AZE',                  'Republic of Azerbaijan',                   'official',    'en', 1),
  ('AZE',                  'Azərbaycan',                               'translation', 'az', 1),
  ('AZE',                  'Azərbaycan Respublikası',                  'official',    'az', 1),
  ('CHN',                  'People''s Republic of China',              'official',    'en', 1),
  ('CHN',                  'PRC',                                      'acronym',     'en', 1),
  ('CHN',                  '中国',                                     'translation', 'zh', 1),
  ('CHN',                  '中华人民共和国',                           'official',    'zh', 1),
  ('wto',                  'WTO',                                      'acronym',     'en', 1),
  ('sco',                  'SCO',                                      'acronym',     'en', 1),
  ('sco',                  'Shanghai Cooperation Organisation',        'alias',       'en', 1),
  ('beijing',              '北京',                                     'translation', 'zh', 1),
  ('beijing',              'Peking',                                   'alias',       'en', 1),
  ('nakhchivan',           'Naxçıvan',                                 'translation', 'az', 1),
  ('nakhchivan',           'Nakhichevan',                              'alias',       'en', 1),
  ('urumqi',               '乌鲁木齐',                                 'translation', 'zh', 1),
  ('urumqi',               'Ürümqi',                                   'alias',       'en', 1),
  ('belt-and-road',        'BRI',                                      'acronym',     'en', 1),
  ('belt-and-road',        'One Belt, One Road',                       'alias',       'en', 1),
  ('belt-and-road',        'One Belt One Road',                        'alias',       'en', 1),
  ('belt-and-road',        '一带一路',                                 'translation', 'zh', 1),
  ('trans-caspian-route',  'Middle Corridor',                          'alias',       'en', 1),
  ('trans-caspian-route',  'Trans-Caspian International Transport Route', 'official', 'en', 1),
  ('ilham-aliyev',         'İlham Əliyev',                             'translation', 'az', 1),
  ('ilham-aliyev',         'Aliyev',                                   'short',       'en', 1),
  ('ilham-aliyev',         'Ilham Eliyev',                             'alias',       'en', 1),
  ('xi-jinping',           '习近平',                                   'translation', 'zh', 1),
  ('xi-jinping',           'Xi',                                       'short',       'en', 1);


-- The source: an article without a date and without a publisher ------------------------------------------------------

INSERT INTO thing (key, kind, label, entry) VALUES
  ('kapanadze', 'source', 'Azerbaijan and China Strengthen Strategic Partnership', 1);
INSERT INTO source (key, kind, author, language, entry) VALUES
  ('kapanadze', 'article', 'sandro-kapanadze', 'en', 1);


-- Agreements and events, each once, whatever is said of them ----------------------------------------------------------

-- Only the joint statement has a title; the others are labelled by their subject.
INSERT INTO thing (key, kind, label, entry) VALUES
  ('aze-chn-joint-statement',         'agreement',
   'Joint Statement on the Establishment of a Comprehensive Strategic Partnership', 1),
  ('aze-chn-package-2025',            'agreement', 'Agreements signed during the visit of April 2025', 1),
  ('aze-chn-visa-exemption',          'agreement', 'Visa exemptions', 1),
  ('aze-chn-demining',                'agreement', 'Humanitarian demining cooperation', 1),
  ('aze-chn-legal-assistance',        'agreement', 'Legal assistance in criminal matters', 1),
  ('aze-chn-economic-cooperation',    'agreement', 'Economic cooperation', 1),
  ('aze-chn-culture-2025-2029',       'agreement', 'Cultural cooperation 2025–2029', 1),
  ('aze-chn-digital-economy',         'agreement', 'Digital economy', 1),
  ('aze-chn-green-development',       'agreement', 'Green development', 1),
  ('nakhchivan-urumqi-sister-cities', 'agreement', 'Sister cities Nakhchivan and Urumqi', 1),
  ('aze-chn-free-trade',              'agreement', 'Free trade agreement', 1);
INSERT INTO agreement (key, kind, title, subject, entry) VALUES
  ('aze-chn-joint-statement',         'joint statement',
   'Joint Statement on the Establishment of a Comprehensive Strategic Partnership', 'comprehensive strategic partnership', 1),
  ('aze-chn-package-2025',            'package',    NULL, 'science, technology, culture, tourism and other fields', 1),
  ('aze-chn-visa-exemption',          'agreement',  NULL, 'visa exemptions', 1),
  ('aze-chn-demining',                'agreement',  NULL, 'humanitarian demining', 1),
  ('aze-chn-legal-assistance',        'agreement',  NULL, 'legal assistance in criminal matters', 1),
  ('aze-chn-economic-cooperation',    'agreement',  NULL, 'economic cooperation', 1),
  ('aze-chn-culture-2025-2029',       'protocol',   NULL, 'cultural cooperation, 2025 to 2029', 1),
  ('aze-chn-digital-economy',         'memorandum', NULL, 'digital economy', 1),
  ('aze-chn-green-development',       'memorandum', NULL, 'green development', 1),
  ('nakhchivan-urumqi-sister-cities', 'agreement',  NULL, 'sister-city relations', 1),
  ('aze-chn-free-trade',              'agreement',  NULL, 'free trade', 1);
INSERT INTO thing_topic (thing, topic, entry) VALUES
  ('aze-chn-joint-statement',         'partnership', 1),
  ('aze-chn-package-2025',            'science', 1),
  ('aze-chn-package-2025',            'technology', 1),
  ('aze-chn-package-2025',            'culture', 1),
  ('aze-chn-package-2025',            'tourism', 1),
  ('aze-chn-visa-exemption',          'consular', 1),
  ('aze-chn-demining',                'demining', 1),
  ('aze-chn-legal-assistance',        'justice', 1),
  ('aze-chn-economic-cooperation',    'economy', 1),
  ('aze-chn-culture-2025-2029',       'culture', 1),
  ('aze-chn-digital-economy',         'digital economy', 1),
  ('aze-chn-green-development',       'development', 1),
  ('nakhchivan-urumqi-sister-cities', 'local cooperation', 1),
  ('aze-chn-free-trade',              'trade', 1);

INSERT INTO thing (key, kind, label, entry) VALUES
  ('aliyev-visit-2025',      'event', 'State visit of Ilham Aliyev to China', 1),
  ('aliyev-xi-meeting-2025', 'event', 'Meeting of Ilham Aliyev and Xi Jinping', 1),
  ('cop29',                  'event', 'COP29', 1);
INSERT INTO event (key, kind, entry) VALUES
  ('aliyev-visit-2025',      'visit', 1),
  ('aliyev-xi-meeting-2025', 'meeting', 1),
  ('cop29',                  'conference', 1);
INSERT INTO name (thing, name, kind, language, entry) VALUES
  ('cop29', '29th Conference of the Parties to the UN Framework Convention on Climate Change', 'official', 'en', 1);
INSERT INTO thing_topic (thing, topic, entry) VALUES
  ('aliyev-visit-2025', 'economy', 1),
  ('cop29', 'climate', 1);


-- Title: the headline's own view --------------------------------------------------------------------------------------

INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, text, entry) VALUES
  ('kapanadze:1', 'statement', 'kapanadze', 'title', 'Strengthen Strategic Partnership', 'opinion', 'stated',
   'The partnership of Azerbaijan and China is growing stronger.', 1);
INSERT INTO about (assertion, thing, entry) VALUES
  ('kapanadze:1', 'AZE', 1), ('kapanadze:1', 'CHN', 1);


-- p1: the visit, the joint statement, China's support, and why ----------------------------------------------------------

INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, text, entry) VALUES
  ('kapanadze:2',  'occurrence',    'kapanadze', 'p1.s1', 'during a state visit',     'fact', 'stated',  NULL, 1),
  ('kapanadze:3',  'participation', 'kapanadze', 'p1.s1', 'President Ilham Aliyev',   'fact', 'stated',  NULL, 1),
  ('kapanadze:4',  'participation', 'kapanadze', 'p1.s1', 'in Beijing',               'fact', 'implied', NULL, 1),
  ('kapanadze:5',  'affiliation',   'kapanadze', 'p1.s1', 'Azerbaijani President',    'fact', 'stated',  NULL, 1),
  ('kapanadze:6',  'action',        'kapanadze', 'p1.s1', 'April 23, 2025',           'fact', 'stated',  NULL, 1),
  ('kapanadze:7',  'party',         'kapanadze', 'p1.s1', 'Azerbaijan and China signed', 'fact', 'stated', NULL, 1),
  ('kapanadze:8',  'party',         'kapanadze', 'p1.s1', 'Azerbaijan and China signed', 'fact', 'stated', NULL, 1),
  ('kapanadze:9',  'link',          'kapanadze', 'p1.s1', 'during a state visit',     'fact', 'stated',  NULL, 1),
  ('kapanadze:10', 'relation',      'kapanadze', 'p1.s1', 'Comprehensive Strategic Partnership', 'fact', 'implied', NULL, 1),
  ('kapanadze:11', 'position',      'kapanadze', 'p1.s2', 'historic step',            'opinion', 'stated', NULL, 1),
  ('kapanadze:12', 'position',      'kapanadze', 'p1.s2', 'aspirations to deepen cooperation', 'opinion', 'stated', NULL, 1),
  ('kapanadze:13', 'position',      'kapanadze', 'p1.s2', 'aspirations to deepen cooperation', 'opinion', 'stated', NULL, 1),
  ('kapanadze:14', 'position',      'kapanadze', 'p1.s3', 'swift accession',          'fact', 'stated',  NULL, 1),
  ('kapanadze:15', 'position',      'kapanadze', 'p1.s3', 'peace agenda',             'fact', 'stated',  NULL, 1),
  ('kapanadze:16', 'affiliation',   'kapanadze', 'p1.s3', 'accession to the World Trade Organization', 'fact',
   'implied', NULL, 1),
  ('kapanadze:17', 'position',      'kapanadze', 'p1.s3', 'strategic partner in the global trade system',
   'opinion', 'stated', NULL, 1),
  ('kapanadze:18', 'position',      'kapanadze', 'p1.s4', 'responds to Western pressure', 'cause', 'stated', NULL, 1),
  ('kapanadze:19', 'statement',     'kapanadze', 'p1.s4', 'Western pressure',         'fact', 'implied',
   'The West put pressure on Azerbaijan over COP29.', 1),
  ('kapanadze:20', 'participation', 'kapanadze', 'p1.s4', 'hosting of COP29',         'fact', 'implied', NULL, 1),
  ('kapanadze:21', 'position',      'kapanadze', 'p1.s4', 'increasingly relies on China', 'opinion', 'stated', NULL, 1);

-- 23 April is a day within the visit; the article does not tell when it began or ended.
INSERT INTO occurrence (assertion, event, place, date, date_text, date_from, date_to, entry) VALUES
  ('kapanadze:2', 'aliyev-visit-2025', 'beijing', '2025-04-23', 'April 23, 2025', '2025-04-23', '2025-04-23', 1);
INSERT INTO participation (assertion, event, actor, office, representing, role, entry) VALUES
  ('kapanadze:3',  'aliyev-visit-2025', 'ilham-aliyev', 'President', 'AZE', 'guest', 1),
  ('kapanadze:4',  'aliyev-visit-2025', NULL, NULL, 'CHN', 'host', 1),
  ('kapanadze:20', 'cop29', NULL, NULL, 'AZE', 'host', 1);
-- An article shows that an office is held on a day, not from when to when: no date, but one of attestation.
INSERT INTO affiliation (assertion, actor, status, organisation, office, attested, attested_from, attested_to, entry) VALUES
  ('kapanadze:5', 'ilham-aliyev', 'office-holder', 'AZE', 'President', '2025-04-23', '2025-04-23', '2025-04-23', 1),
  ('kapanadze:16', 'AZE', 'applicant', 'wto', NULL, NULL, NULL, NULL, 1);
INSERT INTO action (assertion, agreement, action, event, place, date, date_text, date_from, date_to, entry) VALUES
  ('kapanadze:6', 'aze-chn-joint-statement', 'signed', 'aliyev-visit-2025', 'beijing',
   '2025-04-23', 'April 23, 2025', '2025-04-23', '2025-04-23', 1);
INSERT INTO party (assertion, agreement, actor, role, entry) VALUES
  ('kapanadze:7', 'aze-chn-joint-statement', 'AZE', 'party', 1),
  ('kapanadze:8', 'aze-chn-joint-statement', 'CHN', 'party', 1);
INSERT INTO link (assertion, thing, kind, other, entry) VALUES
  ('kapanadze:9', 'aze-chn-joint-statement', 'concluded at', 'aliyev-visit-2025', 1);
-- That the partnership exists from the signing on is implied by the statement's title.
INSERT INTO relation (assertion, actor, kind, other, level, agreement, date, date_from, date_to, entry) VALUES
  ('kapanadze:10', 'AZE', 'partnership', 'CHN', 'Comprehensive Strategic Partnership', 'aze-chn-joint-statement',
   '2025-04-23/..', '2025-04-23', NULL, 1);
-- Positions are directed; a common one is two rows. The author's judgements are positions of the author.
INSERT INTO position (assertion, holder, stance, target, topic, subject, mode, entry) VALUES
  ('kapanadze:11', 'sandro-kapanadze', 'holds', 'aze-chn-joint-statement', 'partnership',
   'the joint statement is of historic weight', 'expressed', 1),
  ('kapanadze:12', 'AZE', 'supports', 'CHN', 'economy',
   'closer cooperation in economy, infrastructure, security, culture', 'ascribed', 1),
  ('kapanadze:13', 'CHN', 'supports', 'AZE', 'economy',
   'closer cooperation in economy, infrastructure, security, culture', 'ascribed', 1),
  ('kapanadze:14', 'CHN', 'supports', 'AZE', 'trade', 'swift accession to the WTO', 'expressed', 1),
  ('kapanadze:15', 'CHN', 'supports', 'AZE', 'peace', 'Azerbaijan''s peace agenda', 'expressed', 1),
  ('kapanadze:17', 'sandro-kapanadze', 'holds', 'AZE', 'trade',
   'China''s support makes Azerbaijan a strategic partner in world trade', 'expressed', 1),
  ('kapanadze:18', 'sandro-kapanadze', 'holds', 'aze-chn-joint-statement', 'geopolitics',
   'the step answers Western pressure over COP29', 'expressed', 1),
  ('kapanadze:21', 'sandro-kapanadze', 'holds', 'CHN', 'geopolitics',
   'Azerbaijan relies on a trusted China more and more', 'expressed', 1);
INSERT INTO about (assertion, thing, entry) VALUES
  ('kapanadze:14', 'wto', 1),
  ('kapanadze:17', 'CHN', 1),
  ('kapanadze:18', 'the-west', 1), ('kapanadze:18', 'cop29', 1),
  ('kapanadze:18', 'AZE', 1), ('kapanadze:18', 'CHN', 1),
  ('kapanadze:19', 'the-west', 1), ('kapanadze:19', 'AZE', 1), ('kapanadze:19', 'cop29', 1),
  ('kapanadze:21', 'AZE', 1);


-- p2: the presidents, mutual support, the first agreements ---------------------------------------------------------------

INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, text, entry) VALUES
  ('kapanadze:22', 'occurrence',    'kapanadze', 'p2.s1', 'During the visit',           'fact', 'implied', NULL, 1),
  ('kapanadze:23', 'participation', 'kapanadze', 'p2.s1', 'Aliyev and Chinese President Xi Jinping', 'fact', 'implied', NULL, 1),
  ('kapanadze:24', 'participation', 'kapanadze', 'p2.s1', 'Chinese President Xi Jinping', 'fact', 'implied', NULL, 1),
  ('kapanadze:25', 'link',          'kapanadze', 'p2.s1', 'During the visit',           'fact', 'implied', NULL, 1),
  ('kapanadze:26', 'affiliation',   'kapanadze', 'p2.s1', 'Chinese President',          'fact', 'stated',  NULL, 1),
  ('kapanadze:27', 'position',      'kapanadze', 'p2.s1', 'sovereignty and territorial integrity', 'fact', 'stated', NULL, 1),
  ('kapanadze:28', 'position',      'kapanadze', 'p2.s1', 'sovereignty and territorial integrity', 'fact', 'stated', NULL, 1),
  ('kapanadze:29', 'position',      'kapanadze', 'p2.s2', 'reaffirmed its support',     'fact', 'stated',  NULL, 1),
  ('kapanadze:30', 'position',      'kapanadze', 'p2.s2', 'peaceful initiatives',       'fact', 'stated',  NULL, 1),
  ('kapanadze:31', 'tally',         'kapanadze', 'p2.s3', 'Numerous agreements',        'fact', 'stated',  NULL, 1),
  ('kapanadze:32', 'action',        'kapanadze', 'p2.s3', 'visa exemptions',            'fact', 'derived', NULL, 1),
  ('kapanadze:33', 'action',        'kapanadze', 'p2.s3', 'humanitarian demining cooperation', 'fact', 'derived', NULL, 1),
  ('kapanadze:34', 'action',        'kapanadze', 'p2.s3', 'legal assistance in criminal matters', 'fact', 'derived', NULL, 1),
  ('kapanadze:35', 'action',        'kapanadze', 'p2.s3', 'economic cooperation',       'fact', 'derived', NULL, 1),
  ('kapanadze:36', 'party',         'kapanadze', 'p2.s3', 'visa exemptions',            'fact', 'implied', NULL, 1),
  ('kapanadze:37', 'party',         'kapanadze', 'p2.s3', 'visa exemptions',            'fact', 'implied', NULL, 1),
  ('kapanadze:38', 'party',         'kapanadze', 'p2.s3', 'humanitarian demining cooperation', 'fact', 'implied', NULL, 1),
  ('kapanadze:39', 'party',         'kapanadze', 'p2.s3', 'humanitarian demining cooperation', 'fact', 'implied', NULL, 1),
  ('kapanadze:40', 'party',         'kapanadze', 'p2.s3', 'legal assistance in criminal matters', 'fact', 'implied', NULL, 1),
  ('kapanadze:41', 'party',         'kapanadze', 'p2.s3', 'legal assistance in criminal matters', 'fact', 'implied', NULL, 1),
  ('kapanadze:42', 'party',         'kapanadze', 'p2.s3', 'economic cooperation',       'fact', 'implied', NULL, 1),
  ('kapanadze:43', 'party',         'kapanadze', 'p2.s3', 'economic cooperation',       'fact', 'implied', NULL, 1),
  ('kapanadze:44', 'link',          'kapanadze', 'p2.s3', 'visa exemptions',            'fact', 'implied',  NULL, 1),
  ('kapanadze:45', 'link',          'kapanadze', 'p2.s3', 'humanitarian demining cooperation', 'fact', 'implied', NULL, 1),
  ('kapanadze:46', 'link',          'kapanadze', 'p2.s3', 'legal assistance in criminal matters', 'fact', 'implied', NULL, 1),
  ('kapanadze:47', 'link',          'kapanadze', 'p2.s3', 'economic cooperation',       'fact', 'implied',  NULL, 1),
  ('kapanadze:48', 'position',      'kapanadze', 'p2.s3', 'political trust',            'opinion', 'stated', NULL, 1);

-- The article has both speak during the visit; that they met, and took part, is taken for granted. No day is told.
INSERT INTO occurrence (assertion, event, date, date_text, date_from, date_to, entry) VALUES
  ('kapanadze:22', 'aliyev-xi-meeting-2025', '2025-04', 'During the visit', '2025-04-01', '2025-04-30', 1);
INSERT INTO participation (assertion, event, actor, office, representing, role, entry) VALUES
  ('kapanadze:23', 'aliyev-xi-meeting-2025', 'ilham-aliyev', 'President', 'AZE', 'participant', 1),
  ('kapanadze:24', 'aliyev-xi-meeting-2025', 'xi-jinping',   'President', 'CHN', 'participant', 1);
INSERT INTO link (assertion, thing, kind, other, entry) VALUES
  ('kapanadze:25', 'aliyev-xi-meeting-2025',       'part of', 'aliyev-visit-2025', 1),
  -- That these four are of the same set as those of paragraph 4 is implied.
  ('kapanadze:44', 'aze-chn-visa-exemption',       'part of', 'aze-chn-package-2025', 1),
  ('kapanadze:45', 'aze-chn-demining',             'part of', 'aze-chn-package-2025', 1),
  ('kapanadze:46', 'aze-chn-legal-assistance',     'part of', 'aze-chn-package-2025', 1),
  ('kapanadze:47', 'aze-chn-economic-cooperation', 'part of', 'aze-chn-package-2025', 1);
INSERT INTO affiliation (assertion, actor, status, organisation, office, attested, attested_from, attested_to, entry) VALUES
  ('kapanadze:26', 'xi-jinping', 'office-holder', 'CHN', 'President', '2025-04', '2025-04-01', '2025-04-30', 1);
INSERT INTO position (assertion, holder, speaker, stance, target, topic, subject, mode, entry) VALUES
  ('kapanadze:27', 'AZE', 'ilham-aliyev', 'supports', 'CHN', 'sovereignty',
   'sovereignty and territorial integrity of China', 'expressed', 1),
  ('kapanadze:28', 'CHN', 'xi-jinping', 'supports', 'AZE', 'sovereignty',
   'sovereignty and territorial integrity of Azerbaijan', 'expressed', 1),
  ('kapanadze:29', 'AZE', NULL, 'supports', 'CHN', 'sovereignty', 'the One China principle', 'reaffirmed', 1),
  ('kapanadze:30', 'CHN', NULL, 'supports', 'AZE', 'peace', 'Azerbaijan''s peaceful initiatives', 'expressed', 1),
  ('kapanadze:48', 'sandro-kapanadze', NULL, 'holds', 'aze-chn-package-2025', 'partnership',
   'the agreements are meant to build political trust', 'expressed', 1);
-- What was said during the visit belongs to it, though no day is told.
INSERT INTO about (assertion, thing, entry) VALUES
  ('kapanadze:27', 'aliyev-visit-2025', 1), ('kapanadze:28', 'aliyev-visit-2025', 1);
-- A number that is only a word. Paragraph 4 says more.
INSERT INTO tally (assertion, thing, counted, words, exhaustive, entry) VALUES
  ('kapanadze:31', 'aze-chn-package-2025', 'agreements', 'numerous', 'no', 1);
-- Signed during the visit, whose only known day is 23 April: the month is what can be said.
INSERT INTO action (assertion, agreement, action, event, date, date_text, date_from, date_to, entry) VALUES
  ('kapanadze:32', 'aze-chn-visa-exemption',       'signed', 'aliyev-visit-2025', '2025-04',
   'During the visit', '2025-04-01', '2025-04-30', 1),
  ('kapanadze:33', 'aze-chn-demining',             'signed', 'aliyev-visit-2025', '2025-04',
   'During the visit', '2025-04-01', '2025-04-30', 1),
  ('kapanadze:34', 'aze-chn-legal-assistance',     'signed', 'aliyev-visit-2025', '2025-04',
   'During the visit', '2025-04-01', '2025-04-30', 1),
  ('kapanadze:35', 'aze-chn-economic-cooperation', 'signed', 'aliyev-visit-2025', '2025-04',
   'During the visit', '2025-04-01', '2025-04-30', 1);
INSERT INTO party (assertion, agreement, actor, role, entry) VALUES
  ('kapanadze:36', 'aze-chn-visa-exemption',       'AZE', 'party', 1),
  ('kapanadze:37', 'aze-chn-visa-exemption',       'CHN', 'party', 1),
  ('kapanadze:38', 'aze-chn-demining',             'AZE', 'party', 1),
  ('kapanadze:39', 'aze-chn-demining',             'CHN', 'party', 1),
  ('kapanadze:40', 'aze-chn-legal-assistance',     'AZE', 'party', 1),
  ('kapanadze:41', 'aze-chn-legal-assistance',     'CHN', 'party', 1),
  ('kapanadze:42', 'aze-chn-economic-cooperation', 'AZE', 'party', 1),
  ('kapanadze:43', 'aze-chn-economic-cooperation', 'CHN', 'party', 1);


-- p3: trade, cargo, the two initiatives, the free trade agreement to come ------------------------------------------------

INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, text, entry) VALUES
  ('kapanadze:49', 'statement',  'kapanadze', 'p3.s1', 'key focus of the visit',    'opinion', 'stated',
   'The economy was at the centre of the visit.', 1),
  ('kapanadze:50', 'figure',     'kapanadze', 'p3.s2', '$3.7 billion',              'fact', 'stated',  NULL, 1),
  ('kapanadze:51', 'change',     'kapanadze', 'p3.s2', 'grew by 20.7%',             'fact', 'stated',  NULL, 1),
  ('kapanadze:52', 'figure',     'kapanadze', 'p3.s2', 'top export partner',        'fact', 'stated',  NULL, 1),
  ('kapanadze:53', 'link',       'kapanadze', 'p3.s3', 'Silk Road Revival',         'fact', 'stated',  NULL, 1),
  ('kapanadze:54', 'link',       'kapanadze', 'p3.s3', 'Trans-Caspian trade route', 'fact', 'implied', NULL, 1),
  ('kapanadze:55', 'link',       'kapanadze', 'p3.s3', 'Trans-Caspian trade route', 'fact', 'implied', NULL, 1),
  ('kapanadze:56', 'figure',     'kapanadze', 'p3.s3', '378,000 tons',              'fact', 'stated',  NULL, 1),
  ('kapanadze:57', 'change',     'kapanadze', 'p3.s3', 'increased by 86%',          'fact', 'stated',  NULL, 1),
  ('kapanadze:58', 'action',     'kapanadze', 'p3.s4', 'plan to negotiate',         'plan', 'stated',  NULL, 1),
  ('kapanadze:59', 'party',      'kapanadze', 'p3.s4', 'two sides',                 'plan', 'stated',  NULL, 1),
  ('kapanadze:60', 'party',      'kapanadze', 'p3.s4', 'two sides',                 'plan', 'stated',  NULL, 1),
  ('kapanadze:61', 'commitment', 'kapanadze', 'p3.s4', 'plan to negotiate',         'plan', 'stated',  NULL, 1),
  ('kapanadze:62', 'commitment', 'kapanadze', 'p3.s4', 'plan to negotiate',         'plan', 'stated',  NULL, 1),
  ('kapanadze:63', 'position',   'kapanadze', 'p3.s4', 'further deepen economic cooperation', 'expectation', 'stated', NULL, 1);

-- A measure says what is measured and in which unit, a series whose and with whom; a figure is its value for a period. The article names no reporter: NULL.
INSERT INTO measure (id, source, indicator, unit, period_kind, basis, entry) VALUES
  (1, 'kapanadze', 'trade', 'USD',  'year', NULL, 1),
  (2, 'kapanadze', 'rank',  'rank', 'year', 'export partners of Azerbaijan', 1),
  (3, 'kapanadze', 'cargo', 't',    'year', NULL, 1);
INSERT INTO series_key (id, measure, area, partner, flow, route, decimals, entry) VALUES
  (1, 1, 'AZE', 'CHN', 'turnover', NULL, 0, 1),
  (2, 2, 'AZE', 'CHN', 'export',   NULL, 0, 1),
  (3, 3, NULL,  NULL,  NULL,       'trans-caspian-route', 0, 1);
-- Digits are the significant ones as written: 3.7 billion may be 3.65 to 3.75. A place in a list has none.
INSERT INTO figure (series, period, value, digits, status, assertion, entry) VALUES
  (1, '2024', 3700000000, 2,    'actual', 'kapanadze:50', 1),
  (2, '2024', 1,          NULL, 'actual', 'kapanadze:52', 1),
  (3, '2024', 378000,     3,    'actual', 'kapanadze:56', 1);
INSERT INTO assertion_link (assertion, kind, other, reason, entry) VALUES
  ('kapanadze:52', 'derives from', 'kapanadze:50', 'The article has the rank follow from this trade.', 1);
-- 207 at one decimal is 20.7 per cent. What it grew from is not told, and not stored.
INSERT INTO change (assertion, series, period, base_period, kind, value, decimals, digits, entry) VALUES
  ('kapanadze:51', 1, '2024', '2023', 'percent', 207, 1, 3, 1),
  ('kapanadze:57', 3, '2024', '2023', 'percent', 86, 0, 2, 1);
INSERT INTO link (assertion, thing, kind, other, entry) VALUES
  ('kapanadze:53', 'belt-and-road', 'aligned with', 'silk-road-revival', 1),
  ('kapanadze:54', 'belt-and-road', 'served by', 'trans-caspian-route', 1),
  ('kapanadze:55', 'silk-road-revival', 'served by', 'trans-caspian-route', 1);
-- A plan is an action like any other; its modality says that it is yet to come. No day is told.
INSERT INTO action (assertion, agreement, action, entry) VALUES
  ('kapanadze:58', 'aze-chn-free-trade', 'negotiating', 1);
INSERT INTO party (assertion, agreement, actor, role, entry) VALUES
  ('kapanadze:59', 'aze-chn-free-trade', 'AZE', 'party', 1),
  ('kapanadze:60', 'aze-chn-free-trade', 'CHN', 'party', 1);
INSERT INTO commitment (assertion, actor, towards, topic, subject, agreement, outcome, entry) VALUES
  ('kapanadze:61', 'AZE', 'CHN', 'trade', 'negotiate a free trade agreement', 'aze-chn-free-trade', 'open', 1),
  ('kapanadze:62', 'CHN', 'AZE', 'trade', 'negotiate a free trade agreement', 'aze-chn-free-trade', 'open', 1);
INSERT INTO position (assertion, holder, stance, target, topic, subject, mode, entry) VALUES
  ('kapanadze:63', 'sandro-kapanadze', 'holds', 'aze-chn-free-trade', 'trade',
   'free trade will bring closer economic ties', 'expressed', 1);
INSERT INTO about (assertion, thing, entry) VALUES
  ('kapanadze:49', 'aliyev-visit-2025', 1);


-- p4: more than twenty agreements, four of them named, and what they are for ---------------------------------------------

-- The set as a whole. More than 20 is 21 at the least, and not all are named.
INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, entry) VALUES
  ('kapanadze:64', 'tally',     'kapanadze', 'p4.s1', 'more than 20 agreements', 'fact', 'stated',  1),
  ('kapanadze:65', 'action',    'kapanadze', 'p4.s1', 'During the visit',        'fact', 'derived', 1),
  ('kapanadze:66', 'party',     'kapanadze', 'p4.s1', 'more than 20 agreements', 'fact', 'implied', 1),
  ('kapanadze:67', 'party',     'kapanadze', 'p4.s1', 'more than 20 agreements', 'fact', 'implied', 1),
  ('kapanadze:68', 'link',      'kapanadze', 'p4.s1', 'During the visit',        'fact', 'stated',  1),
  ('kapanadze:69', 'provision', 'kapanadze', 'p4.s1', 'science, technology, culture, and tourism', 'fact', 'stated', 1),
  ('kapanadze:70', 'link',      'kapanadze', 'p4.s1', 'During the visit',        'fact', 'implied', 1),
  ('kapanadze:71', 'link',      'kapanadze', 'p4.s1', 'During the visit',        'fact', 'implied', 1),
  ('kapanadze:72', 'link',      'kapanadze', 'p4.s1', 'During the visit',        'fact', 'implied', 1),
  ('kapanadze:73', 'link',      'kapanadze', 'p4.s1', 'During the visit',        'fact', 'implied', 1);
INSERT INTO tally (assertion, thing, counted, low, words, exhaustive, entry) VALUES
  ('kapanadze:64', 'aze-chn-package-2025', 'agreements', 21, 'more than 20', 'no', 1);
INSERT INTO assertion_link (assertion, kind, other, reason, entry) VALUES
  ('kapanadze:64', 'refines', 'kapanadze:31', 'Both speak of what was signed during the visit.', 1);
INSERT INTO action (assertion, agreement, action, event, date, date_text, date_from, date_to, entry) VALUES
  ('kapanadze:65', 'aze-chn-package-2025', 'signed', 'aliyev-visit-2025',
   '2025-04', 'During the visit', '2025-04-01', '2025-04-30', 1);
INSERT INTO party (assertion, agreement, actor, role, entry) VALUES
  ('kapanadze:66', 'aze-chn-package-2025', 'AZE', 'party', 1),
  ('kapanadze:67', 'aze-chn-package-2025', 'CHN', 'party', 1);
INSERT INTO provision (assertion, agreement, kind, scope, entry) VALUES
  ('kapanadze:69', 'aze-chn-package-2025', 'subject', 'science, technology, culture, tourism', 1);
-- Paragraph 2 names its four without the occasion; it is this sentence that has all of them signed during the visit.
INSERT INTO link (assertion, thing, kind, other, entry) VALUES
  ('kapanadze:68', 'aze-chn-package-2025',         'concluded at', 'aliyev-visit-2025', 1),
  ('kapanadze:70', 'aze-chn-visa-exemption',       'concluded at', 'aliyev-visit-2025', 1),
  ('kapanadze:71', 'aze-chn-demining',             'concluded at', 'aliyev-visit-2025', 1),
  ('kapanadze:72', 'aze-chn-legal-assistance',     'concluded at', 'aliyev-visit-2025', 1),
  ('kapanadze:73', 'aze-chn-economic-cooperation', 'concluded at', 'aliyev-visit-2025', 1);

-- The four that are named here.
INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, entry) VALUES
  ('kapanadze:74',  'action',        'kapanadze', 'p4.s2', 'cultural cooperation protocol', 'fact', 'derived', 1),
  ('kapanadze:75',  'action',        'kapanadze', 'p4.s2', '2025–2029',                     'fact', 'stated',  1),
  ('kapanadze:76',  'party',         'kapanadze', 'p4.s2', 'cultural cooperation protocol', 'fact', 'implied', 1),
  ('kapanadze:77',  'party',         'kapanadze', 'p4.s2', 'cultural cooperation protocol', 'fact', 'implied', 1),
  ('kapanadze:78',  'link',          'kapanadze', 'p4.s2', 'cultural cooperation protocol', 'fact', 'stated',  1),
  ('kapanadze:79',  'link',          'kapanadze', 'p4.s2', 'cultural cooperation protocol', 'fact', 'stated',  1),
  ('kapanadze:80',  'action',        'kapanadze', 'p4.s2', 'digital economy',               'fact', 'derived', 1),
  ('kapanadze:81',  'party',         'kapanadze', 'p4.s2', 'digital economy',               'fact', 'implied', 1),
  ('kapanadze:82',  'party',         'kapanadze', 'p4.s2', 'digital economy',               'fact', 'implied', 1),
  ('kapanadze:83',  'link',          'kapanadze', 'p4.s2', 'digital economy',               'fact', 'stated',  1),
  ('kapanadze:84',  'link',          'kapanadze', 'p4.s2', 'digital economy',               'fact', 'stated',  1),
  ('kapanadze:85',  'action',        'kapanadze', 'p4.s2', 'green development',             'fact', 'derived', 1),
  ('kapanadze:86',  'party',         'kapanadze', 'p4.s2', 'green development',             'fact', 'implied', 1),
  ('kapanadze:87',  'party',         'kapanadze', 'p4.s2', 'green development',             'fact', 'implied', 1),
  ('kapanadze:88',  'link',          'kapanadze', 'p4.s2', 'green development',             'fact', 'stated',  1),
  ('kapanadze:89',  'link',          'kapanadze', 'p4.s2', 'green development',             'fact', 'stated',  1),
  ('kapanadze:90',  'action',        'kapanadze', 'p4.s2', 'sister city relations',         'fact', 'derived', 1),
  ('kapanadze:91',  'party',         'kapanadze', 'p4.s2', 'mayors of Nakhchivan',          'fact', 'implied', 1),
  ('kapanadze:92',  'party',         'kapanadze', 'p4.s2', 'Urumqi',                        'fact', 'implied', 1),
  ('kapanadze:93',  'link',          'kapanadze', 'p4.s2', 'sister city relations',         'fact', 'stated',  1),
  ('kapanadze:94',  'link',          'kapanadze', 'p4.s2', 'sister city relations',         'fact', 'stated',  1),
  ('kapanadze:95',  'participation', 'kapanadze', 'p4.s2', 'mayors of Nakhchivan',          'fact', 'implied', 1),
  ('kapanadze:96',  'participation', 'kapanadze', 'p4.s2', 'Urumqi',                        'fact', 'implied', 1),
  ('kapanadze:97',  'relation',      'kapanadze', 'p4.s2', 'sister city relations',         'fact', 'implied', 1),
  ('kapanadze:98',  'link',          'kapanadze', 'p4.s2', 'Nakhchivan',                    'fact', 'implied', 1),
  ('kapanadze:99',  'link',          'kapanadze', 'p4.s2', 'China’s Urumqi',                'fact', 'stated',  1),
  ('kapanadze:100', 'position',      'kapanadze', 'p4.s2', 'local-level cooperation',       'expectation', 'stated', 1);
INSERT INTO action (assertion, agreement, action, event, date, date_text, date_from, date_to, entry) VALUES
  ('kapanadze:74', 'aze-chn-culture-2025-2029',       'signed', 'aliyev-visit-2025',
   '2025-04', 'During the visit', '2025-04-01', '2025-04-30', 1),
  ('kapanadze:75', 'aze-chn-culture-2025-2029',       'valid',  NULL,
   '2025/2029', '2025–2029', '2025-01-01', '2029-12-31', 1),
  ('kapanadze:80', 'aze-chn-digital-economy',         'signed', 'aliyev-visit-2025',
   '2025-04', 'During the visit', '2025-04-01', '2025-04-30', 1),
  ('kapanadze:85', 'aze-chn-green-development',       'signed', 'aliyev-visit-2025',
   '2025-04', 'During the visit', '2025-04-01', '2025-04-30', 1),
  ('kapanadze:90', 'nakhchivan-urumqi-sister-cities', 'signed', 'aliyev-visit-2025',
   '2025-04', 'During the visit', '2025-04-01', '2025-04-30', 1);
INSERT INTO party (assertion, agreement, actor, role, entry) VALUES
  ('kapanadze:76', 'aze-chn-culture-2025-2029',       'AZE',        'party', 1),
  ('kapanadze:77', 'aze-chn-culture-2025-2029',       'CHN',        'party', 1),
  ('kapanadze:81', 'aze-chn-digital-economy',         'AZE',        'party', 1),
  ('kapanadze:82', 'aze-chn-digital-economy',         'CHN',        'party', 1),
  ('kapanadze:86', 'aze-chn-green-development',       'AZE',        'party', 1),
  ('kapanadze:87', 'aze-chn-green-development',       'CHN',        'party', 1),
  ('kapanadze:91', 'nakhchivan-urumqi-sister-cities', 'nakhchivan', 'party', 1),
  ('kapanadze:92', 'nakhchivan-urumqi-sister-cities', 'urumqi',     'party', 1);
INSERT INTO link (assertion, thing, kind, other, entry) VALUES
  ('kapanadze:78', 'aze-chn-culture-2025-2029',       'concluded at', 'aliyev-visit-2025', 1),
  ('kapanadze:79', 'aze-chn-culture-2025-2029',       'part of',      'aze-chn-package-2025', 1),
  ('kapanadze:83', 'aze-chn-digital-economy',         'concluded at', 'aliyev-visit-2025', 1),
  ('kapanadze:84', 'aze-chn-digital-economy',         'part of',      'aze-chn-package-2025', 1),
  ('kapanadze:88', 'aze-chn-green-development',       'concluded at', 'aliyev-visit-2025', 1),
  ('kapanadze:89', 'aze-chn-green-development',       'part of',      'aze-chn-package-2025', 1),
  ('kapanadze:93', 'nakhchivan-urumqi-sister-cities', 'concluded at', 'aliyev-visit-2025', 1),
  ('kapanadze:94', 'nakhchivan-urumqi-sister-cities', 'part of',      'aze-chn-package-2025', 1),
  ('kapanadze:98', 'nakhchivan', 'part of', 'AZE', 1),  -- not in the text: known from elsewhere
  ('kapanadze:99', 'urumqi',     'part of', 'CHN', 1);
-- The mayors are not named; they stay unnamed.
INSERT INTO participation (assertion, agreement, actor, office, representing, role, entry) VALUES
  ('kapanadze:95', 'nakhchivan-urumqi-sister-cities', 'mayor-of-nakhchivan', 'mayor', 'nakhchivan', 'signatory', 1),
  ('kapanadze:96', 'nakhchivan-urumqi-sister-cities', 'mayor-of-urumqi',     'mayor', 'urumqi',     'signatory', 1);
-- The agreement is to make them sister cities; that it has is implied, and from when is not told.
INSERT INTO relation (assertion, actor, kind, other, agreement, entry) VALUES
  ('kapanadze:97', 'nakhchivan', 'sister cities', 'urumqi', 'nakhchivan-urumqi-sister-cities', 1);
INSERT INTO position (assertion, holder, stance, target, topic, subject, mode, entry) VALUES
  ('kapanadze:100', 'sandro-kapanadze', 'holds', 'nakhchivan-urumqi-sister-cities', 'local cooperation',
   'the twinning will bring cities and regions closer', 'expressed', 1);

-- What it is all for. Exchanges and institutes are told as means; nobody is said to have promised them.
INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, text, entry) VALUES
  ('kapanadze:101', 'position',  'kapanadze', 'p4.s3', 'cultural and educational ties', 'opinion', 'stated', NULL, 1),
  ('kapanadze:102', 'statement', 'kapanadze', 'p4.s3', 'student exchange programs', 'fact', 'stated',
   'Azerbaijan and China use student exchanges to come closer.', 1),
  ('kapanadze:103', 'statement', 'kapanadze', 'p4.s3', 'development of Confucius Institutes', 'fact', 'stated',
   'Confucius Institutes are being developed in Azerbaijan.', 1),
  ('kapanadze:104', 'statement', 'kapanadze', 'p4.s3', 'Chinese language and culture', 'fact', 'stated',
   'The Confucius Institutes in Azerbaijan teach Chinese language and culture.', 1);
INSERT INTO position (assertion, holder, stance, target, topic, subject, mode, entry) VALUES
  ('kapanadze:101', 'sandro-kapanadze', 'holds', 'aze-chn-package-2025', 'education',
   'both states work for cultural and educational ties, not economic ones alone', 'expressed', 1);
INSERT INTO about (assertion, thing, entry) VALUES
  ('kapanadze:101', 'AZE', 1), ('kapanadze:101', 'CHN', 1),
  ('kapanadze:102', 'AZE', 1), ('kapanadze:102', 'CHN', 1),
  ('kapanadze:103', 'AZE', 1), ('kapanadze:103', 'confucius-institutes', 1),
  ('kapanadze:104', 'AZE', 1), ('kapanadze:104', 'confucius-institutes', 1);


-- p5: the author on strategy, support and prospects --------------------------------------------------------------------

INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, text, entry) VALUES
  ('kapanadze:105', 'position',    'kapanadze', 'p5.s1', 'geopolitical strategy',        'opinion', 'stated',  NULL, 1),
  ('kapanadze:106', 'position',    'kapanadze', 'p5.s1', 'balance Western influence',    'opinion', 'stated',  NULL, 1),
  ('kapanadze:107', 'position',    'kapanadze', 'p5.s2', 'successful hosting of COP29',  'fact',    'stated',  NULL, 1),
  ('kapanadze:108', 'occurrence',  'kapanadze', 'p5.s2', 'successful hosting of COP29',  'fact',    'implied', NULL, 1),
  ('kapanadze:109', 'affiliation', 'kapanadze', 'p5.s2', 'leadership in the Shanghai Cooperation Organization',
   'fact', 'implied', NULL, 1),
  ('kapanadze:110', 'position',    'kapanadze', 'p5.s2', 'leadership in the Shanghai Cooperation Organization',
   'fact', 'implied', NULL, 1),
  ('kapanadze:111', 'position',    'kapanadze', 'p5.s2', 'growing interest',             'opinion', 'stated',  NULL, 1),
  ('kapanadze:112', 'position',    'kapanadze', 'p5.s2', 'logistical hub',               'opinion', 'stated',  NULL, 1),
  ('kapanadze:113', 'statement',   'kapanadze', 'p5.s3', 'success of this partnership',  'expectation', 'stated',
   'Whether the partnership succeeds depends on how both sides balance their interests in a tense world.', 1);

-- The capital stands for its state: Beijing's interest is China's.
INSERT INTO position (assertion, holder, stance, target, topic, subject, mode, entry) VALUES
  ('kapanadze:105', 'sandro-kapanadze', 'holds', 'AZE', 'geopolitics',
   'visit and agreements serve Azerbaijan''s geopolitical strategy', 'expressed', 1),
  ('kapanadze:106', 'sandro-kapanadze', 'holds', 'the-west', 'geopolitics',
   'Azerbaijan seeks to balance Western influence by working with China and the Global South', 'expressed', 1),
  ('kapanadze:107', 'CHN', 'supports', 'AZE', 'climate', 'hosting of COP29', 'ascribed', 1),
  ('kapanadze:110', 'CHN', 'supports', 'AZE', 'partnership', 'Azerbaijan''s role in the SCO', 'ascribed', 1),
  ('kapanadze:111', 'sandro-kapanadze', 'holds', 'CHN', 'geopolitics',
   'China''s interest in Azerbaijan is growing', 'expressed', 1),
  ('kapanadze:112', 'CHN', 'holds', 'AZE', 'partnership',
   'Azerbaijan is a logistical hub and a strategic partner', 'ascribed', 1);
-- When and where it was held is not told, and not filled in.
INSERT INTO occurrence (assertion, event, entry) VALUES
  ('kapanadze:108', 'cop29', 1);
INSERT INTO affiliation (assertion, actor, status, organisation, entry) VALUES
  ('kapanadze:109', 'AZE', 'leading', 'sco', 1);
INSERT INTO about (assertion, thing, entry) VALUES
  ('kapanadze:105', 'aliyev-visit-2025', 1), ('kapanadze:105', 'aze-chn-package-2025', 1),
  ('kapanadze:106', 'AZE', 1), ('kapanadze:106', 'CHN', 1), ('kapanadze:106', 'global-south', 1),
  ('kapanadze:107', 'cop29', 1),
  ('kapanadze:110', 'sco', 1),
  ('kapanadze:111', 'AZE', 1),
  ('kapanadze:113', 'AZE', 1), ('kapanadze:113', 'CHN', 1);


-- p6: who wrote it ---------------------------------------------------------------------------------------------------

INSERT INTO assertion (key, kind, source, locator, anchor, modality, certainty, text, entry) VALUES
  ('kapanadze:114', 'statement', 'kapanadze', 'p6.s1', 'Sandro Kapanadze', 'fact', 'stated',
   'The article is by Sandro Kapanadze.', 1);
INSERT INTO about (assertion, thing, entry) VALUES
  ('kapanadze:114', 'kapanadze', 1), ('kapanadze:114', 'sandro-kapanadze', 1);


-- On whose word: the judgements are the author's; in `attribution` the last voice is the origin ----------------------------

INSERT INTO attribution (assertion, ordinal, actor, entry) VALUES
  ('kapanadze:1',    1, 'sandro-kapanadze', 1),
  ('kapanadze:11',   1, 'sandro-kapanadze', 1),
  ('kapanadze:12',   1, 'sandro-kapanadze', 1),
  ('kapanadze:13',   1, 'sandro-kapanadze', 1),
  ('kapanadze:17',   1, 'sandro-kapanadze', 1),
  ('kapanadze:18',   1, 'sandro-kapanadze', 1),
  ('kapanadze:19',   1, 'sandro-kapanadze', 1),
  ('kapanadze:21',   1, 'sandro-kapanadze', 1),
  ('kapanadze:48',   1, 'sandro-kapanadze', 1),
  ('kapanadze:49',   1, 'sandro-kapanadze', 1),
  ('kapanadze:63',   1, 'sandro-kapanadze', 1),
  ('kapanadze:100',  1, 'sandro-kapanadze', 1),
  ('kapanadze:101',  1, 'sandro-kapanadze', 1),
  ('kapanadze:105',  1, 'sandro-kapanadze', 1),
  ('kapanadze:106',  1, 'sandro-kapanadze', 1),
  ('kapanadze:111',  1, 'sandro-kapanadze', 1),
  ('kapanadze:112',  1, 'sandro-kapanadze', 1),
  ('kapanadze:113',  1, 'sandro-kapanadze', 1);


-- What speaks against it: every claim stays, its verdict stands beside it ---------------------------------------------------

INSERT INTO assessment (assertion, ordinal, verdict, reason, basis, assessor, entry) VALUES
  ('kapanadze:2',   1, 'ambiguous', 'The day of the signing is told, not how long the visit lasted.',
   'the wording', 'factbase', 1),
  ('kapanadze:18',  1, 'doubtful', 'A cause that rests on a pressure which is only presupposed.',
   'the wording', 'factbase', 1),
  ('kapanadze:18',  2, 'ambiguous', 'Which decision is meant, the joint statement or China''s support, is not told.',
   'the wording', 'factbase', 1),
  ('kapanadze:19',  1, 'doubtful', 'Presupposed: no actor and no instance of such pressure is named.',
   'the wording', 'factbase', 1),
  ('kapanadze:50',  1, 'ambiguous',
   'Whose statistics these are is not told; other reports have 3.744 bn, and one economist 2.2 bn for the year before.',
   'reports of the same days', 'factbase', 1),
  ('kapanadze:52',  1, 'contradicted',
   'The Azerbaijani president called China the fourth trade partner, and the first for imports; exports were far smaller.',
   'his words of the day before the signing, and export figures of under 20 million dollars', 'factbase', 1),
  ('kapanadze:56',  1, 'ambiguous',
   'The scope is not told: the whole route carried over 4 million t; rail figures for the two states are 612,000 t, +47 %.',
   'figures of the route', 'factbase', 1),
  ('kapanadze:64',  1, 'contradicted', 'Two reports of the day count exactly 20.',
   'reports of the same day', 'factbase', 1),
  ('kapanadze:64',  2, 'ambiguous', 'Whether the joint statement is counted among them is not told.',
   'the wording', 'factbase', 1),
  ('kapanadze:95',  1, 'ambiguous', 'An agreement between mayors: who they are, and that they signed, is not told.',
   'the wording', 'factbase', 1),
  ('kapanadze:98',  1, 'ambiguous',
   'The article gives a state for Urumqi only, and Nakhchivan is both a city and an autonomous republic.',
   'the wording', 'factbase', 1),
  ('kapanadze:109', 1, 'contradicted', 'Azerbaijan was a dialogue partner of the SCO, not a member, let alone a leading one.',
   'status decided in 2015, memorandum of 2016', 'factbase', 1),
  ('kapanadze:110', 1, 'doubtful',
   'Press accounts have it the other way: Azerbaijan backs China''s chair, China a higher status for Azerbaijan.',
   'press accounts of the joint statement', 'factbase', 1),
  ('kapanadze:110', 2, 'ambiguous', 'The leadership may be what China supports, or a second fact beside that support.',
   'the wording', 'factbase', 1);
