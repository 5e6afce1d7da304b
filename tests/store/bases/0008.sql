BEGIN TRANSACTION;
CREATE TABLE about (
	assertion TEXT NOT NULL, 
	thing TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_about PRIMARY KEY (assertion, thing), 
	CONSTRAINT fk_about_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_about_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_about_thing FOREIGN KEY(thing) REFERENCES thing ("key")
)
 STRICT

;
INSERT INTO "about" VALUES('kapanadze:1','AZE',1);
INSERT INTO "about" VALUES('kapanadze:1','CHN',1);
INSERT INTO "about" VALUES('kapanadze:14','wto',1);
INSERT INTO "about" VALUES('kapanadze:17','CHN',1);
INSERT INTO "about" VALUES('kapanadze:18','the-west',1);
INSERT INTO "about" VALUES('kapanadze:18','cop29',1);
INSERT INTO "about" VALUES('kapanadze:18','AZE',1);
INSERT INTO "about" VALUES('kapanadze:18','CHN',1);
INSERT INTO "about" VALUES('kapanadze:19','the-west',1);
INSERT INTO "about" VALUES('kapanadze:19','AZE',1);
INSERT INTO "about" VALUES('kapanadze:19','cop29',1);
INSERT INTO "about" VALUES('kapanadze:21','AZE',1);
INSERT INTO "about" VALUES('kapanadze:27','aliyev-visit-2025',1);
INSERT INTO "about" VALUES('kapanadze:28','aliyev-visit-2025',1);
INSERT INTO "about" VALUES('kapanadze:49','aliyev-visit-2025',1);
INSERT INTO "about" VALUES('kapanadze:101','AZE',1);
INSERT INTO "about" VALUES('kapanadze:101','CHN',1);
INSERT INTO "about" VALUES('kapanadze:102','AZE',1);
INSERT INTO "about" VALUES('kapanadze:102','CHN',1);
INSERT INTO "about" VALUES('kapanadze:103','AZE',1);
INSERT INTO "about" VALUES('kapanadze:103','confucius-institutes',1);
INSERT INTO "about" VALUES('kapanadze:104','AZE',1);
INSERT INTO "about" VALUES('kapanadze:104','confucius-institutes',1);
INSERT INTO "about" VALUES('kapanadze:105','aliyev-visit-2025',1);
INSERT INTO "about" VALUES('kapanadze:105','aze-chn-package-2025',1);
INSERT INTO "about" VALUES('kapanadze:106','AZE',1);
INSERT INTO "about" VALUES('kapanadze:106','CHN',1);
INSERT INTO "about" VALUES('kapanadze:106','global-south',1);
INSERT INTO "about" VALUES('kapanadze:107','cop29',1);
INSERT INTO "about" VALUES('kapanadze:110','sco',1);
INSERT INTO "about" VALUES('kapanadze:111','AZE',1);
INSERT INTO "about" VALUES('kapanadze:113','AZE',1);
INSERT INTO "about" VALUES('kapanadze:113','CHN',1);
INSERT INTO "about" VALUES('kapanadze:114','kapanadze',1);
INSERT INTO "about" VALUES('kapanadze:114','sandro-kapanadze',1);
CREATE TABLE accepted_finding (
	finding TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_accepted_finding PRIMARY KEY (finding), 
	CONSTRAINT ck_accepted_finding_filled CHECK (finding <> '' AND reason <> ''), 
	CONSTRAINT fk_accepted_finding_entry FOREIGN KEY(entry) REFERENCES entry (number)
)
 STRICT

;
CREATE TABLE action (
	assertion TEXT NOT NULL, 
	agreement TEXT NOT NULL, 
	action TEXT NOT NULL, 
	actor TEXT, 
	event TEXT, 
	place TEXT, 
	date TEXT, 
	date_text TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	date_resolved_from TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_action PRIMARY KEY (assertion), 
	CONSTRAINT ck_action_date_days CHECK (date_from LIKE '____-__-__' AND date_to LIKE '____-__-__'), 
	CONSTRAINT ck_action_date_order CHECK (date_from <= date_to), 
	CONSTRAINT ck_action_date_bounds CHECK (date IS NOT NULL OR (date_from IS NULL AND date_to IS NULL)), 
	CONSTRAINT fk_action_action FOREIGN KEY(action) REFERENCES action_kind (code), 
	CONSTRAINT fk_action_actor FOREIGN KEY(actor) REFERENCES actor ("key"), 
	CONSTRAINT fk_action_agreement FOREIGN KEY(agreement) REFERENCES agreement ("key"), 
	CONSTRAINT fk_action_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_action_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_action_event FOREIGN KEY(event) REFERENCES event ("key"), 
	CONSTRAINT fk_action_place FOREIGN KEY(place) REFERENCES actor ("key")
)
 STRICT

;
INSERT INTO "action" VALUES('kapanadze:6','aze-chn-joint-statement','signed',NULL,'aliyev-visit-2025','beijing','2025-04-23','April 23, 2025','2025-04-23','2025-04-23',NULL,1);
INSERT INTO "action" VALUES('kapanadze:32','aze-chn-visa-exemption','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "action" VALUES('kapanadze:33','aze-chn-demining','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "action" VALUES('kapanadze:34','aze-chn-legal-assistance','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "action" VALUES('kapanadze:35','aze-chn-economic-cooperation','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "action" VALUES('kapanadze:58','aze-chn-free-trade','negotiating',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "action" VALUES('kapanadze:65','aze-chn-package-2025','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "action" VALUES('kapanadze:74','aze-chn-culture-2025-2029','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "action" VALUES('kapanadze:75','aze-chn-culture-2025-2029','valid',NULL,NULL,NULL,'2025/2029','2025–2029','2025-01-01','2029-12-31',NULL,1);
INSERT INTO "action" VALUES('kapanadze:80','aze-chn-digital-economy','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "action" VALUES('kapanadze:85','aze-chn-green-development','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "action" VALUES('kapanadze:90','nakhchivan-urumqi-sister-cities','signed',NULL,'aliyev-visit-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
CREATE TABLE action_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	stage INTEGER NOT NULL, 
	status TEXT, 
	CONSTRAINT pk_action_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "action_kind" VALUES('proposed','One side proposes it.',5,'proposed');
INSERT INTO "action_kind" VALUES('announced','It is announced that there is or will be one.',10,'announced');
INSERT INTO "action_kind" VALUES('negotiating','Negotiations are held or to be held.',15,'under negotiation');
INSERT INTO "action_kind" VALUES('concluded','Negotiations are over and the text is agreed.',20,'concluded');
INSERT INTO "action_kind" VALUES('initialled','The text is initialled (article 10).',25,'initialled');
INSERT INTO "action_kind" VALUES('adopted','The text is adopted (article 9).',30,'adopted');
INSERT INTO "action_kind" VALUES('signed','It is signed (articles 11 and 12).',35,'signed');
INSERT INTO "action_kind" VALUES('approved at home','A parliament or government approves it, before the state is bound.',40,'signed');
INSERT INTO "action_kind" VALUES('ratified','A state is bound by ratification (article 14).',45,'ratified');
INSERT INTO "action_kind" VALUES('accepted','A state is bound by acceptance (article 14).',45,'ratified');
INSERT INTO "action_kind" VALUES('approved','A state is bound by approval (article 14).',45,'ratified');
INSERT INTO "action_kind" VALUES('acceded','A state joins by accession (article 15).',45,'ratified');
INSERT INTO "action_kind" VALUES('succeeded','A state takes over the place of another.',45,'ratified');
INSERT INTO "action_kind" VALUES('deposited','An instrument is exchanged or deposited (article 16).',50,'ratified');
INSERT INTO "action_kind" VALUES('provisionally applied','It is applied before entry into force (article 25).',55,'provisionally applied');
INSERT INTO "action_kind" VALUES('in force','It enters into force, or is in force (article 24).',60,'in force');
INSERT INTO "action_kind" VALUES('valid','The period that it covers or is valid for.',61,NULL);
INSERT INTO "action_kind" VALUES('registered','It is registered with the United Nations (article 80).',62,NULL);
INSERT INTO "action_kind" VALUES('extended','Its validity is prolonged.',65,'in force');
INSERT INTO "action_kind" VALUES('amended','It is amended (article 40).',65,'in force');
INSERT INTO "action_kind" VALUES('resumed','Its operation is taken up again.',66,'in force');
INSERT INTO "action_kind" VALUES('suspended','Its operation is suspended (articles 57 to 62).',70,'suspended');
INSERT INTO "action_kind" VALUES('denounced','Notice of denunciation or withdrawal is given (articles 54 to 56).',75,'denounced');
INSERT INTO "action_kind" VALUES('provisional application ended','Provisional application comes to an end.',80,'signed');
INSERT INTO "action_kind" VALUES('terminated','It comes to an end (articles 54 to 64).',90,'terminated');
INSERT INTO "action_kind" VALUES('replaced','Another agreement takes its place (article 59).',90,'replaced');
INSERT INTO "action_kind" VALUES('expired','Its validity runs out.',90,'expired');
INSERT INTO "action_kind" VALUES('abandoned','It is given up before entry into force.',90,'abandoned');
CREATE TABLE actor (
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	iso2 TEXT, 
	iso3 TEXT, 
	m49 TEXT, 
	subdivision TEXT, 
	wikidata TEXT, 
	part_of TEXT, 
	state TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_actor PRIMARY KEY ("key"), 
	CONSTRAINT ck_actor_m49 CHECK (length(m49) = 3 AND m49 BETWEEN '000' AND '999'), 
	CONSTRAINT ck_actor_wikidata CHECK (wikidata LIKE 'Q%'), 
	CONSTRAINT ck_actor_iso2 CHECK (length(iso2) = 2 AND iso2 = upper(iso2)), 
	CONSTRAINT ck_actor_iso3 CHECK (length(iso3) = 3 AND iso3 = upper(iso3)), 
	CONSTRAINT ck_actor_distinct CHECK (part_of <> key AND state <> key), 
	CONSTRAINT fk_actor_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_actor_key FOREIGN KEY("key") REFERENCES thing ("key"), 
	CONSTRAINT fk_actor_kind FOREIGN KEY(kind) REFERENCES actor_kind (code), 
	CONSTRAINT fk_actor_part_of FOREIGN KEY(part_of) REFERENCES actor ("key"), 
	CONSTRAINT fk_actor_state FOREIGN KEY(state) REFERENCES actor ("key")
)
 STRICT

;
INSERT INTO "actor" VALUES('AZE','state','AZ','AZE','031',NULL,'Q227',NULL,NULL,1);
INSERT INTO "actor" VALUES('CHN','state','CN','CHN','156',NULL,'Q148',NULL,NULL,1);
INSERT INTO "actor" VALUES('wto','organisation',NULL,NULL,NULL,NULL,'Q7825',NULL,NULL,1);
INSERT INTO "actor" VALUES('sco','organisation',NULL,NULL,NULL,NULL,'Q485207',NULL,NULL,1);
INSERT INTO "actor" VALUES('confucius-institutes','institution',NULL,NULL,NULL,NULL,NULL,NULL,'CHN',1);
INSERT INTO "actor" VALUES('the-west','group',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "actor" VALUES('global-south','group',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "actor" VALUES('beijing','city',NULL,NULL,NULL,'CN-BJ','Q956','CHN',NULL,1);
INSERT INTO "actor" VALUES('nakhchivan','city',NULL,NULL,NULL,'AZ-NV',NULL,'AZE',NULL,1);
INSERT INTO "actor" VALUES('urumqi','city',NULL,NULL,NULL,NULL,NULL,'CHN',NULL,1);
INSERT INTO "actor" VALUES('belt-and-road','initiative',NULL,NULL,NULL,NULL,NULL,NULL,'CHN',1);
INSERT INTO "actor" VALUES('silk-road-revival','initiative',NULL,NULL,NULL,NULL,NULL,NULL,'AZE',1);
INSERT INTO "actor" VALUES('trans-caspian-route','route',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "actor" VALUES('ilham-aliyev','person',NULL,NULL,NULL,NULL,NULL,NULL,'AZE',1);
INSERT INTO "actor" VALUES('xi-jinping','person',NULL,NULL,NULL,NULL,'Q15031',NULL,'CHN',1);
INSERT INTO "actor" VALUES('mayor-of-nakhchivan','unnamed',NULL,NULL,NULL,NULL,NULL,'nakhchivan',NULL,1);
INSERT INTO "actor" VALUES('mayor-of-urumqi','unnamed',NULL,NULL,NULL,NULL,NULL,'urumqi',NULL,1);
INSERT INTO "actor" VALUES('sandro-kapanadze','person',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE actor_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_actor_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "actor_kind" VALUES('state','A state, or an area with its own ISO 3166 code.');
INSERT INTO "actor_kind" VALUES('former state','A state that is no more.');
INSERT INTO "actor_kind" VALUES('organisation','An intergovernmental organisation.');
INSERT INTO "actor_kind" VALUES('ministry','A ministry, an agency, a parliament, a court, an embassy: a body of a state.');
INSERT INTO "actor_kind" VALUES('institution','A university, an institute, a foundation, a church, a party.');
INSERT INTO "actor_kind" VALUES('medium','A newspaper, an agency, a broadcaster.');
INSERT INTO "actor_kind" VALUES('company','A company, state-owned ones included.');
INSERT INTO "actor_kind" VALUES('person','A person.');
INSERT INTO "actor_kind" VALUES('city','A city or another settlement.');
INSERT INTO "actor_kind" VALUES('region','A part of a state, or a region of the world.');
INSERT INTO "actor_kind" VALUES('initiative','A programme, policy or strategy with a name.');
INSERT INTO "actor_kind" VALUES('route','A route, corridor, pipeline or line.');
INSERT INTO "actor_kind" VALUES('group','Several actors under one name: ''the West'', ''G20'', or a group of a statistics.');
INSERT INTO "actor_kind" VALUES('unnamed','Somebody told of without a name: ''the mayor of Urumqi'', ''officials''.');
CREATE TABLE affiliation (
	assertion TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	status TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	office TEXT, 
	date TEXT, 
	date_text TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	date_resolved_from TEXT, 
	attested TEXT, 
	attested_text TEXT, 
	attested_from TEXT, 
	attested_to TEXT, 
	attested_resolved_from TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_affiliation PRIMARY KEY (assertion), 
	CONSTRAINT ck_affiliation_date_days CHECK (date_from LIKE '____-__-__' AND date_to LIKE '____-__-__'), 
	CONSTRAINT ck_affiliation_date_order CHECK (date_from <= date_to), 
	CONSTRAINT ck_affiliation_date_bounds CHECK (date IS NOT NULL OR (date_from IS NULL AND date_to IS NULL)), 
	CONSTRAINT ck_affiliation_attested_days CHECK (attested_from LIKE '____-__-__' AND attested_to LIKE '____-__-__'), 
	CONSTRAINT ck_affiliation_attested_order CHECK (attested_from <= attested_to), 
	CONSTRAINT ck_affiliation_attested_bounds CHECK (attested IS NOT NULL OR (attested_from IS NULL AND attested_to IS NULL)), 
	CONSTRAINT ck_affiliation_office CHECK (status <> 'office-holder' OR office IS NOT NULL), 
	CONSTRAINT fk_affiliation_actor FOREIGN KEY(actor) REFERENCES actor ("key"), 
	CONSTRAINT fk_affiliation_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_affiliation_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_affiliation_organisation FOREIGN KEY(organisation) REFERENCES actor ("key"), 
	CONSTRAINT fk_affiliation_status FOREIGN KEY(status) REFERENCES affiliation_status (code)
)
 STRICT

;
INSERT INTO "affiliation" VALUES('kapanadze:5','ilham-aliyev','office-holder','AZE','President',NULL,NULL,NULL,NULL,NULL,'2025-04-23',NULL,'2025-04-23','2025-04-23',NULL,1);
INSERT INTO "affiliation" VALUES('kapanadze:16','AZE','applicant','wto',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "affiliation" VALUES('kapanadze:26','xi-jinping','office-holder','CHN','President',NULL,NULL,NULL,NULL,NULL,'2025-04',NULL,'2025-04-01','2025-04-30',NULL,1);
INSERT INTO "affiliation" VALUES('kapanadze:109','AZE','leading','sco',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE affiliation_status (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_affiliation_status PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "affiliation_status" VALUES('office-holder','A person holds an office in or of the other.');
INSERT INTO "affiliation_status" VALUES('member','Is a full member.');
INSERT INTO "affiliation_status" VALUES('applicant','Has applied for, or negotiates, membership.');
INSERT INTO "affiliation_status" VALUES('observer','Is an observer.');
INSERT INTO "affiliation_status" VALUES('dialogue partner','Is a dialogue partner.');
INSERT INTO "affiliation_status" VALUES('associate','Is an associate or partner of another kind.');
INSERT INTO "affiliation_status" VALUES('chair','Holds the chair or the presidency.');
INSERT INTO "affiliation_status" VALUES('leading','Is said to lead, without an office being told.');
INSERT INTO "affiliation_status" VALUES('former member','Was a member.');
INSERT INTO "affiliation_status" VALUES('suspended member','Its membership is suspended.');
CREATE TABLE agreement (
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT, 
	subject TEXT NOT NULL, 
	summary TEXT, 
	registration TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_agreement PRIMARY KEY ("key"), 
	CONSTRAINT ck_agreement_filled CHECK (title <> '' AND subject <> ''), 
	CONSTRAINT fk_agreement_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_agreement_key FOREIGN KEY("key") REFERENCES thing ("key"), 
	CONSTRAINT fk_agreement_kind FOREIGN KEY(kind) REFERENCES agreement_kind (code)
)
 STRICT

;
INSERT INTO "agreement" VALUES('aze-chn-joint-statement','joint statement','Joint Statement on the Establishment of a Comprehensive Strategic Partnership','comprehensive strategic partnership',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-package-2025','package',NULL,'science, technology, culture, tourism and other fields',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-visa-exemption','agreement',NULL,'visa exemptions',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-demining','agreement',NULL,'humanitarian demining',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-legal-assistance','agreement',NULL,'legal assistance in criminal matters',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-economic-cooperation','agreement',NULL,'economic cooperation',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-culture-2025-2029','protocol',NULL,'cultural cooperation, 2025 to 2029',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-digital-economy','memorandum',NULL,'digital economy',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-green-development','memorandum',NULL,'green development',NULL,NULL,1);
INSERT INTO "agreement" VALUES('nakhchivan-urumqi-sister-cities','agreement',NULL,'sister-city relations',NULL,NULL,1);
INSERT INTO "agreement" VALUES('aze-chn-free-trade','agreement',NULL,'free trade',NULL,NULL,1);
CREATE TABLE agreement_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_agreement_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "agreement_kind" VALUES('treaty','A treaty in the narrow sense: peace, alliance, friendship, delimitation, general matters.');
INSERT INTO "agreement_kind" VALUES('agreement','An agreement between governments, or one whose form the source does not tell.');
INSERT INTO "agreement_kind" VALUES('convention','A convention, as a rule between many.');
INSERT INTO "agreement_kind" VALUES('charter','The founding act of an organisation.');
INSERT INTO "agreement_kind" VALUES('protocol','A protocol, to another agreement or by itself.');
INSERT INTO "agreement_kind" VALUES('memorandum','A memorandum of understanding.');
INSERT INTO "agreement_kind" VALUES('joint statement','A joint statement, declaration or communiqué.');
INSERT INTO "agreement_kind" VALUES('exchange of notes','Notes or letters that together make an agreement.');
INSERT INTO "agreement_kind" VALUES('contract','A contract between companies or with one: supply, loan, concession.');
INSERT INTO "agreement_kind" VALUES('plan','A joint plan, programme or road map.');
INSERT INTO "agreement_kind" VALUES('arrangement','An arrangement or an understanding that is not a treaty.');
INSERT INTO "agreement_kind" VALUES('decision','A decision or a resolution of an organisation''s body.');
INSERT INTO "agreement_kind" VALUES('package','Several agreements told of as one set.');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
CREATE TABLE assertion (
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	source TEXT NOT NULL, 
	locator TEXT, 
	anchor TEXT, 
	modality TEXT DEFAULT 'fact' NOT NULL, 
	polarity TEXT DEFAULT 'positive' NOT NULL, 
	certainty TEXT DEFAULT 'stated' NOT NULL, 
	text TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_assertion PRIMARY KEY ("key"), 
	CONSTRAINT ck_assertion_filled CHECK (key <> '' AND locator <> '' AND anchor <> ''), 
	CONSTRAINT ck_assertion_statement_has_text CHECK (kind <> 'statement' OR text IS NOT NULL), 
	CONSTRAINT fk_assertion_certainty FOREIGN KEY(certainty) REFERENCES certainty (code), 
	CONSTRAINT fk_assertion_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_assertion_kind FOREIGN KEY(kind) REFERENCES assertion_kind (code), 
	CONSTRAINT fk_assertion_modality FOREIGN KEY(modality) REFERENCES modality (code), 
	CONSTRAINT fk_assertion_polarity FOREIGN KEY(polarity) REFERENCES polarity (code), 
	CONSTRAINT fk_assertion_source FOREIGN KEY(source) REFERENCES source ("key")
)
 STRICT

;
INSERT INTO "assertion" VALUES('kapanadze:1','statement','kapanadze','title','Strengthen Strategic Partnership','opinion','positive','stated','The partnership of Azerbaijan and China is growing stronger.',1);
INSERT INTO "assertion" VALUES('kapanadze:2','occurrence','kapanadze','p1.s1','during a state visit','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:3','participation','kapanadze','p1.s1','President Ilham Aliyev','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:4','participation','kapanadze','p1.s1','in Beijing','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:5','affiliation','kapanadze','p1.s1','Azerbaijani President','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:6','action','kapanadze','p1.s1','April 23, 2025','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:7','party','kapanadze','p1.s1','Azerbaijan and China signed','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:8','party','kapanadze','p1.s1','Azerbaijan and China signed','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:9','link','kapanadze','p1.s1','during a state visit','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:10','relation','kapanadze','p1.s1','Comprehensive Strategic Partnership','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:11','position','kapanadze','p1.s2','historic step','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:12','position','kapanadze','p1.s2','aspirations to deepen cooperation','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:13','position','kapanadze','p1.s2','aspirations to deepen cooperation','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:14','position','kapanadze','p1.s3','swift accession','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:15','position','kapanadze','p1.s3','peace agenda','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:16','affiliation','kapanadze','p1.s3','accession to the World Trade Organization','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:17','position','kapanadze','p1.s3','strategic partner in the global trade system','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:18','position','kapanadze','p1.s4','responds to Western pressure','cause','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:19','statement','kapanadze','p1.s4','Western pressure','fact','positive','implied','The West put pressure on Azerbaijan over COP29.',1);
INSERT INTO "assertion" VALUES('kapanadze:20','participation','kapanadze','p1.s4','hosting of COP29','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:21','position','kapanadze','p1.s4','increasingly relies on China','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:22','occurrence','kapanadze','p2.s1','During the visit','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:23','participation','kapanadze','p2.s1','Aliyev and Chinese President Xi Jinping','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:24','participation','kapanadze','p2.s1','Chinese President Xi Jinping','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:25','link','kapanadze','p2.s1','During the visit','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:26','affiliation','kapanadze','p2.s1','Chinese President','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:27','position','kapanadze','p2.s1','sovereignty and territorial integrity','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:28','position','kapanadze','p2.s1','sovereignty and territorial integrity','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:29','position','kapanadze','p2.s2','reaffirmed its support','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:30','position','kapanadze','p2.s2','peaceful initiatives','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:31','tally','kapanadze','p2.s3','Numerous agreements','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:32','action','kapanadze','p2.s3','visa exemptions','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:33','action','kapanadze','p2.s3','humanitarian demining cooperation','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:34','action','kapanadze','p2.s3','legal assistance in criminal matters','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:35','action','kapanadze','p2.s3','economic cooperation','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:36','party','kapanadze','p2.s3','visa exemptions','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:37','party','kapanadze','p2.s3','visa exemptions','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:38','party','kapanadze','p2.s3','humanitarian demining cooperation','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:39','party','kapanadze','p2.s3','humanitarian demining cooperation','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:40','party','kapanadze','p2.s3','legal assistance in criminal matters','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:41','party','kapanadze','p2.s3','legal assistance in criminal matters','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:42','party','kapanadze','p2.s3','economic cooperation','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:43','party','kapanadze','p2.s3','economic cooperation','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:44','link','kapanadze','p2.s3','visa exemptions','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:45','link','kapanadze','p2.s3','humanitarian demining cooperation','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:46','link','kapanadze','p2.s3','legal assistance in criminal matters','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:47','link','kapanadze','p2.s3','economic cooperation','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:48','position','kapanadze','p2.s3','political trust','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:49','statement','kapanadze','p3.s1','key focus of the visit','opinion','positive','stated','The economy was at the centre of the visit.',1);
INSERT INTO "assertion" VALUES('kapanadze:50','figure','kapanadze','p3.s2','$3.7 billion','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:51','change','kapanadze','p3.s2','grew by 20.7%','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:52','figure','kapanadze','p3.s2','top export partner','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:53','link','kapanadze','p3.s3','Silk Road Revival','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:54','link','kapanadze','p3.s3','Trans-Caspian trade route','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:55','link','kapanadze','p3.s3','Trans-Caspian trade route','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:56','figure','kapanadze','p3.s3','378,000 tons','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:57','change','kapanadze','p3.s3','increased by 86%','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:58','action','kapanadze','p3.s4','plan to negotiate','plan','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:59','party','kapanadze','p3.s4','two sides','plan','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:60','party','kapanadze','p3.s4','two sides','plan','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:61','commitment','kapanadze','p3.s4','plan to negotiate','plan','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:62','commitment','kapanadze','p3.s4','plan to negotiate','plan','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:63','position','kapanadze','p3.s4','further deepen economic cooperation','expectation','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:64','tally','kapanadze','p4.s1','more than 20 agreements','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:65','action','kapanadze','p4.s1','During the visit','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:66','party','kapanadze','p4.s1','more than 20 agreements','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:67','party','kapanadze','p4.s1','more than 20 agreements','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:68','link','kapanadze','p4.s1','During the visit','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:69','provision','kapanadze','p4.s1','science, technology, culture, and tourism','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:70','link','kapanadze','p4.s1','During the visit','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:71','link','kapanadze','p4.s1','During the visit','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:72','link','kapanadze','p4.s1','During the visit','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:73','link','kapanadze','p4.s1','During the visit','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:74','action','kapanadze','p4.s2','cultural cooperation protocol','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:75','action','kapanadze','p4.s2','2025–2029','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:76','party','kapanadze','p4.s2','cultural cooperation protocol','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:77','party','kapanadze','p4.s2','cultural cooperation protocol','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:78','link','kapanadze','p4.s2','cultural cooperation protocol','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:79','link','kapanadze','p4.s2','cultural cooperation protocol','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:80','action','kapanadze','p4.s2','digital economy','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:81','party','kapanadze','p4.s2','digital economy','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:82','party','kapanadze','p4.s2','digital economy','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:83','link','kapanadze','p4.s2','digital economy','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:84','link','kapanadze','p4.s2','digital economy','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:85','action','kapanadze','p4.s2','green development','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:86','party','kapanadze','p4.s2','green development','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:87','party','kapanadze','p4.s2','green development','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:88','link','kapanadze','p4.s2','green development','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:89','link','kapanadze','p4.s2','green development','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:90','action','kapanadze','p4.s2','sister city relations','fact','positive','derived',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:91','party','kapanadze','p4.s2','mayors of Nakhchivan','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:92','party','kapanadze','p4.s2','Urumqi','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:93','link','kapanadze','p4.s2','sister city relations','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:94','link','kapanadze','p4.s2','sister city relations','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:95','participation','kapanadze','p4.s2','mayors of Nakhchivan','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:96','participation','kapanadze','p4.s2','Urumqi','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:97','relation','kapanadze','p4.s2','sister city relations','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:98','link','kapanadze','p4.s2','Nakhchivan','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:99','link','kapanadze','p4.s2','China’s Urumqi','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:100','position','kapanadze','p4.s2','local-level cooperation','expectation','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:101','position','kapanadze','p4.s3','cultural and educational ties','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:102','statement','kapanadze','p4.s3','student exchange programs','fact','positive','stated','Azerbaijan and China use student exchanges to come closer.',1);
INSERT INTO "assertion" VALUES('kapanadze:103','statement','kapanadze','p4.s3','development of Confucius Institutes','fact','positive','stated','Confucius Institutes are being developed in Azerbaijan.',1);
INSERT INTO "assertion" VALUES('kapanadze:104','statement','kapanadze','p4.s3','Chinese language and culture','fact','positive','stated','The Confucius Institutes in Azerbaijan teach Chinese language and culture.',1);
INSERT INTO "assertion" VALUES('kapanadze:105','position','kapanadze','p5.s1','geopolitical strategy','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:106','position','kapanadze','p5.s1','balance Western influence','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:107','position','kapanadze','p5.s2','successful hosting of COP29','fact','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:108','occurrence','kapanadze','p5.s2','successful hosting of COP29','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:109','affiliation','kapanadze','p5.s2','leadership in the Shanghai Cooperation Organization','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:110','position','kapanadze','p5.s2','leadership in the Shanghai Cooperation Organization','fact','positive','implied',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:111','position','kapanadze','p5.s2','growing interest','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:112','position','kapanadze','p5.s2','logistical hub','opinion','positive','stated',NULL,1);
INSERT INTO "assertion" VALUES('kapanadze:113','statement','kapanadze','p5.s3','success of this partnership','expectation','positive','stated','Whether the partnership succeeds depends on how both sides balance their interests in a tense world.',1);
INSERT INTO "assertion" VALUES('kapanadze:114','statement','kapanadze','p6.s1','Sandro Kapanadze','fact','positive','stated','The article is by Sandro Kapanadze.',1);
CREATE TABLE assertion_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_assertion_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "assertion_kind" VALUES('action','Something was done, or is to be done, to an agreement.');
INSERT INTO "assertion_kind" VALUES('affiliation','An actor holds an office in, or is a member of, another.');
INSERT INTO "assertion_kind" VALUES('change','A quantity changed by so much.');
INSERT INTO "assertion_kind" VALUES('commitment','An actor promises or plans something.');
INSERT INTO "assertion_kind" VALUES('figure','A quantity has a value.');
INSERT INTO "assertion_kind" VALUES('link','Two things belong together in some way.');
INSERT INTO "assertion_kind" VALUES('occurrence','An event took place, or is to take place.');
INSERT INTO "assertion_kind" VALUES('participation','An actor took part in an event or signed an agreement.');
INSERT INTO "assertion_kind" VALUES('party','An actor is a party of an agreement or has another role in it.');
INSERT INTO "assertion_kind" VALUES('position','An actor takes a stance.');
INSERT INTO "assertion_kind" VALUES('provision','An agreement provides something.');
INSERT INTO "assertion_kind" VALUES('relation','Two actors stand in a relation.');
INSERT INTO "assertion_kind" VALUES('statement','Anything else: a cause, a condition, a judgement. Its words are in the text.');
INSERT INTO "assertion_kind" VALUES('tally','A set has so many members, not all of them known.');
CREATE TABLE assertion_link (
	assertion TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	other TEXT NOT NULL, 
	reason TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_assertion_link PRIMARY KEY (assertion, kind, other), 
	CONSTRAINT ck_assertion_link_distinct CHECK (assertion <> other), 
	CONSTRAINT fk_assertion_link_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_assertion_link_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_assertion_link_kind FOREIGN KEY(kind) REFERENCES assertion_link_kind (code), 
	CONSTRAINT fk_assertion_link_other FOREIGN KEY(other) REFERENCES assertion ("key")
)
 STRICT

;
INSERT INTO "assertion_link" VALUES('kapanadze:52','derives from','kapanadze:50','The article has the rank follow from this trade.',1);
INSERT INTO "assertion_link" VALUES('kapanadze:64','refines','kapanadze:31','Both speak of what was signed during the visit.',1);
CREATE TABLE assertion_link_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_assertion_link_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "assertion_link_kind" VALUES('contradicts','Both cannot be true.');
INSERT INTO "assertion_link_kind" VALUES('refines','Says the same more exactly.');
INSERT INTO "assertion_link_kind" VALUES('repeats','Relays the other: the two count as one origin.');
INSERT INTO "assertion_link_kind" VALUES('corrects','Is meant to stand in place of the other.');
INSERT INTO "assertion_link_kind" VALUES('derives from','Was worked out from the other.');
INSERT INTO "assertion_link_kind" VALUES('fulfils','Tells that what the other announced came to pass.');
INSERT INTO "assertion_link_kind" VALUES('partly fulfils','Tells that what the other announced came to pass in part.');
INSERT INTO "assertion_link_kind" VALUES('breaks','Tells that what the other announced did not come to pass, and will not.');
INSERT INTO "assertion_link_kind" VALUES('overtakes','Tells what made void what the other announced.');
CREATE TABLE assessment (
	assertion TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	verdict TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	basis_assertion TEXT, 
	basis TEXT, 
	assessor TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_assessment PRIMARY KEY (assertion, ordinal), 
	CONSTRAINT ck_assessment_ordinal CHECK (ordinal > 0), 
	CONSTRAINT fk_assessment_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_assessment_basis_assertion FOREIGN KEY(basis_assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_assessment_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_assessment_verdict FOREIGN KEY(verdict) REFERENCES verdict (code)
)
 STRICT

;
INSERT INTO "assessment" VALUES('kapanadze:2',1,'ambiguous','The day of the signing is told, not how long the visit lasted.',NULL,'the wording','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:18',1,'doubtful','A cause that rests on a pressure which is only presupposed.',NULL,'the wording','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:18',2,'ambiguous','Which decision is meant, the joint statement or China''s support, is not told.',NULL,'the wording','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:19',1,'doubtful','Presupposed: no actor and no instance of such pressure is named.',NULL,'the wording','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:50',1,'ambiguous','Whose statistics these are is not told; other reports have 3.744 bn, and one economist 2.2 bn for the year before.',NULL,'reports of the same days','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:52',1,'contradicted','The Azerbaijani president called China the fourth trade partner, and the first for imports; exports were far smaller.',NULL,'his words of the day before the signing, and export figures of under 20 million dollars','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:56',1,'ambiguous','The scope is not told: the whole route carried over 4 million t; rail figures for the two states are 612,000 t, +47 %.',NULL,'figures of the route','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:64',1,'contradicted','Two reports of the day count exactly 20.',NULL,'reports of the same day','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:64',2,'ambiguous','Whether the joint statement is counted among them is not told.',NULL,'the wording','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:95',1,'ambiguous','An agreement between mayors: who they are, and that they signed, is not told.',NULL,'the wording','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:98',1,'ambiguous','The article gives a state for Urumqi only, and Nakhchivan is both a city and an autonomous republic.',NULL,'the wording','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:109',1,'contradicted','Azerbaijan was a dialogue partner of the SCO, not a member, let alone a leading one.',NULL,'status decided in 2015, memorandum of 2016','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:110',1,'doubtful','Press accounts have it the other way: Azerbaijan backs China''s chair, China a higher status for Azerbaijan.',NULL,'press accounts of the joint statement','factbase',1);
INSERT INTO "assessment" VALUES('kapanadze:110',2,'ambiguous','The leadership may be what China supports, or a second fact beside that support.',NULL,'the wording','factbase',1);
CREATE TABLE attribution (
	assertion TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	actor TEXT, 
	words TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_attribution PRIMARY KEY (assertion, ordinal), 
	CONSTRAINT ck_attribution_voice CHECK (actor IS NOT NULL OR words IS NOT NULL), 
	CONSTRAINT ck_attribution_ordinal CHECK (ordinal > 0), 
	CONSTRAINT fk_attribution_actor FOREIGN KEY(actor) REFERENCES actor ("key"), 
	CONSTRAINT fk_attribution_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_attribution_entry FOREIGN KEY(entry) REFERENCES entry (number)
)
 STRICT

;
INSERT INTO "attribution" VALUES('kapanadze:1',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:11',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:12',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:13',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:17',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:18',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:19',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:21',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:48',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:49',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:63',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:100',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:101',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:105',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:106',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:111',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:112',1,'sandro-kapanadze',NULL,1);
INSERT INTO "attribution" VALUES('kapanadze:113',1,'sandro-kapanadze',NULL,1);
CREATE TABLE certainty (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_certainty PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "certainty" VALUES('stated','The source says it in so many words.');
INSERT INTO "certainty" VALUES('implied','The source takes it for granted or lets it be understood.');
INSERT INTO "certainty" VALUES('derived','It follows from what the source says by a step that the analyst took.');
CREATE TABLE change (
	assertion TEXT NOT NULL, 
	series INTEGER NOT NULL, 
	period TEXT NOT NULL, 
	base_period TEXT, 
	kind TEXT NOT NULL, 
	value INTEGER, 
	low INTEGER, 
	high INTEGER, 
	decimals INTEGER DEFAULT '0' NOT NULL, 
	digits INTEGER, 
	qualifier TEXT, 
	status TEXT DEFAULT 'actual' NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (assertion), 
	CONSTRAINT ck_change_decimals CHECK (decimals BETWEEN 0 AND 15), 
	CONSTRAINT ck_change_order CHECK (low <= high), 
	CONSTRAINT ck_change_value CHECK (value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL), 
	CONSTRAINT fk_change_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_change_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_change_kind FOREIGN KEY(kind) REFERENCES change_kind (code), 
	CONSTRAINT fk_change_qualifier FOREIGN KEY(qualifier) REFERENCES qualifier (code), 
	CONSTRAINT fk_change_series FOREIGN KEY(series) REFERENCES "series_key" (id), 
	CONSTRAINT fk_change_status FOREIGN KEY(status) REFERENCES observation_status (code)
)
 STRICT

;
INSERT INTO "change" VALUES('kapanadze:51',1,'2024','2023','percent',207,NULL,NULL,1,3,NULL,'actual',1);
INSERT INTO "change" VALUES('kapanadze:57',3,'2024','2023','percent',86,NULL,NULL,0,2,NULL,'actual',1);
CREATE TABLE change_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_change_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "change_kind" VALUES('percent','By so many per cent of the base.');
INSERT INTO "change_kind" VALUES('absolute','By so much, in the unit of the series.');
INSERT INTO "change_kind" VALUES('multiple','To so many times the base.');
CREATE TABLE commitment (
	assertion TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	towards TEXT, 
	topic TEXT, 
	subject TEXT NOT NULL, 
	agreement TEXT, 
	due TEXT, 
	due_text TEXT, 
	due_from TEXT, 
	due_to TEXT, 
	due_resolved_from TEXT, 
	outcome TEXT DEFAULT 'open' NOT NULL, 
	settled_by TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_commitment PRIMARY KEY (assertion), 
	CONSTRAINT ck_commitment_due_days CHECK (due_from LIKE '____-__-__' AND due_to LIKE '____-__-__'), 
	CONSTRAINT ck_commitment_due_order CHECK (due_from <= due_to), 
	CONSTRAINT ck_commitment_due_bounds CHECK (due IS NOT NULL OR (due_from IS NULL AND due_to IS NULL)), 
	CONSTRAINT ck_commitment_filled CHECK (subject <> ''), 
	CONSTRAINT fk_commitment_actor FOREIGN KEY(actor) REFERENCES actor ("key"), 
	CONSTRAINT fk_commitment_agreement FOREIGN KEY(agreement) REFERENCES agreement ("key"), 
	CONSTRAINT fk_commitment_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_commitment_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_commitment_outcome FOREIGN KEY(outcome) REFERENCES outcome (code), 
	CONSTRAINT fk_commitment_settled_by FOREIGN KEY(settled_by) REFERENCES assertion ("key"), 
	CONSTRAINT fk_commitment_topic FOREIGN KEY(topic) REFERENCES topic (code), 
	CONSTRAINT fk_commitment_towards FOREIGN KEY(towards) REFERENCES actor ("key")
)
 STRICT

;
INSERT INTO "commitment" VALUES('kapanadze:61','AZE','CHN','trade','negotiate a free trade agreement','aze-chn-free-trade',NULL,NULL,NULL,NULL,NULL,'open',NULL,1);
INSERT INTO "commitment" VALUES('kapanadze:62','CHN','AZE','trade','negotiate a free trade agreement','aze-chn-free-trade',NULL,NULL,NULL,NULL,NULL,'open',NULL,1);
CREATE TABLE commodity (
	classification TEXT NOT NULL, 
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_commodity PRIMARY KEY (classification, code)
)
 STRICT

;
CREATE TABLE entry (
	number INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	author TEXT NOT NULL, 
	command TEXT NOT NULL, 
	why TEXT, 
	CONSTRAINT pk_entry PRIMARY KEY (number), 
	CONSTRAINT ck_entry_at CHECK (at LIKE '____-__-__T__:__:__Z'), 
	CONSTRAINT ck_entry_number CHECK (number > 0)
)
 STRICT

;
INSERT INTO "entry" VALUES(1,'2025-05-01T00:00:00Z','factbase','db init','the first article');
INSERT INTO "entry" VALUES(2,'2026-11-27T08:11:45Z','Leyla','add daily.yaml',NULL);
INSERT INTO "entry" VALUES(3,'2026-11-27T08:11:54Z','Leyla','amend',NULL);
INSERT INTO "entry" VALUES(4,'2026-11-27T08:11:56Z','Leyla','undo 2',NULL);
CREATE TABLE event (
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	summary TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY ("key"), 
	CONSTRAINT fk_event_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_event_key FOREIGN KEY("key") REFERENCES thing ("key"), 
	CONSTRAINT fk_event_kind FOREIGN KEY(kind) REFERENCES event_kind (code)
)
 STRICT

;
INSERT INTO "event" VALUES('aliyev-visit-2025','visit',NULL,1);
INSERT INTO "event" VALUES('aliyev-xi-meeting-2025','meeting',NULL,1);
INSERT INTO "event" VALUES('cop29','conference',NULL,1);
CREATE TABLE event_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_event_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "event_kind" VALUES('visit','A visit of one side to another.');
INSERT INTO "event_kind" VALUES('meeting','A meeting of two or a few.');
INSERT INTO "event_kind" VALUES('talks','A round of talks or negotiations.');
INSERT INTO "event_kind" VALUES('call','A conversation by telephone or video.');
INSERT INTO "event_kind" VALUES('summit','A meeting of heads of state or government of several states.');
INSERT INTO "event_kind" VALUES('conference','A conference, congress or forum of many.');
INSERT INTO "event_kind" VALUES('session','A session of an organisation''s body or of a joint commission.');
INSERT INTO "event_kind" VALUES('signing','A ceremony of signing.');
INSERT INTO "event_kind" VALUES('vote','A vote and its result.');
INSERT INTO "event_kind" VALUES('deposit','The deposit or exchange of instruments.');
INSERT INTO "event_kind" VALUES('launch','A start, opening or inauguration.');
INSERT INTO "event_kind" VALUES('exercise','A military or rescue exercise.');
INSERT INTO "event_kind" VALUES('incident','An incident, clash or accident.');
INSERT INTO "event_kind" VALUES('sanctions','Restrictive measures imposed, widened or lifted.');
INSERT INTO "event_kind" VALUES('election','An election or an appointment.');
INSERT INTO "event_kind" VALUES('statement','A statement, speech or publication.');
CREATE TABLE exhaustive (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_exhaustive PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "exhaustive" VALUES('yes','The members that are named are all there are.');
INSERT INTO "exhaustive" VALUES('no','There are more than are named: ''among others''.');
INSERT INTO "exhaustive" VALUES('unknown','The source does not tell.');
CREATE TABLE figure (
	series INTEGER NOT NULL, 
	period TEXT NOT NULL, 
	ordinal INTEGER DEFAULT '1' NOT NULL, 
	value INTEGER, 
	low INTEGER, 
	high INTEGER, 
	digits INTEGER, 
	qualifier TEXT, 
	status TEXT DEFAULT 'actual' NOT NULL, 
	assertion TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_figure PRIMARY KEY (series, period, ordinal), 
	CONSTRAINT ck_figure_value CHECK (value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL OR status IN ('missing', 'confidential')), 
	CONSTRAINT ck_figure_digits CHECK (digits > 0), 
	CONSTRAINT ck_figure_order CHECK (low <= high), 
	CONSTRAINT ck_figure_ordinal CHECK (ordinal > 0), 
	CONSTRAINT fk_figure_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_figure_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_figure_qualifier FOREIGN KEY(qualifier) REFERENCES qualifier (code), 
	CONSTRAINT fk_figure_series FOREIGN KEY(series) REFERENCES "series_key" (id), 
	CONSTRAINT fk_figure_status FOREIGN KEY(status) REFERENCES observation_status (code)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "figure" VALUES(1,'2024',1,3740000000,NULL,NULL,3,NULL,'actual','kapanadze:50',3);
INSERT INTO "figure" VALUES(2,'2024',1,1,NULL,NULL,NULL,NULL,'actual','kapanadze:52',1);
INSERT INTO "figure" VALUES(3,'2024',1,378000,NULL,NULL,3,NULL,'actual','kapanadze:56',1);
CREATE TABLE figure_revision (
	series INTEGER NOT NULL, 
	period TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	value INTEGER, 
	low INTEGER, 
	high INTEGER, 
	digits INTEGER, 
	qualifier TEXT, 
	status TEXT NOT NULL, 
	assertion TEXT, 
	written_by INTEGER NOT NULL, 
	CONSTRAINT pk_figure_revision PRIMARY KEY (series, period, ordinal, entry), 
	CONSTRAINT ck_figure_revision_order CHECK (written_by < entry), 
	CONSTRAINT fk_figure_revision_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_figure_revision_written_by FOREIGN KEY(written_by) REFERENCES entry (number)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "figure_revision" VALUES(1,'2024',1,3,3700000000,NULL,NULL,2,NULL,'actual','kapanadze:50',1);
INSERT INTO "figure_revision" VALUES(4,'2024',1,4,25000000,NULL,NULL,2,NULL,'actual','daily:6',2);
CREATE TABLE flow (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_flow PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "flow" VALUES('export','Goods or services sold by the area to the partner (Comtrade X).');
INSERT INTO "flow" VALUES('import','Goods or services bought by the area from the partner (Comtrade M).');
INSERT INTO "flow" VALUES('re-export','Foreign goods exported again (Comtrade RX).');
INSERT INTO "flow" VALUES('re-import','Own goods imported again (Comtrade RM).');
INSERT INTO "flow" VALUES('domestic export','Goods of own origin sold by the area to the partner (Comtrade DX).');
INSERT INTO "flow" VALUES('foreign import','Goods of foreign origin bought by the area from the partner (Comtrade FM).');
INSERT INTO "flow" VALUES('import for processing','Goods brought in to be processed (Comtrade MIP).');
INSERT INTO "flow" VALUES('export after processing','Goods that were brought in to be processed, sold (Comtrade XIP).');
INSERT INTO "flow" VALUES('export for processing','Goods sent out to be processed (Comtrade XOP).');
INSERT INTO "flow" VALUES('import after processing','Goods that were sent out to be processed, brought back (Comtrade MOP).');
INSERT INTO "flow" VALUES('turnover','Exports and imports together.');
INSERT INTO "flow" VALUES('balance','Exports less imports.');
INSERT INTO "flow" VALUES('transit','Through the area.');
INSERT INTO "flow" VALUES('inward','Into the area.');
INSERT INTO "flow" VALUES('outward','Out of the area.');
CREATE TABLE indicator (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_indicator PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "indicator" VALUES('trade in goods','Value of merchandise traded.');
INSERT INTO "indicator" VALUES('trade in services','Value of services traded.');
INSERT INTO "indicator" VALUES('trade','Value traded, goods or goods and services, as the source leaves it open.');
INSERT INTO "indicator" VALUES('trade quantity','Quantity of merchandise traded.');
INSERT INTO "indicator" VALUES('cargo','Goods carried.');
INSERT INTO "indicator" VALUES('transit','Goods carried through.');
INSERT INTO "indicator" VALUES('passengers','Persons carried or crossing.');
INSERT INTO "indicator" VALUES('investment stock','Value of direct investment held at a date.');
INSERT INTO "indicator" VALUES('investment','Value of direct investment made in a period.');
INSERT INTO "indicator" VALUES('loan','Money lent.');
INSERT INTO "indicator" VALUES('aid','Money or goods given.');
INSERT INTO "indicator" VALUES('remittances','Money sent home by migrants.');
INSERT INTO "indicator" VALUES('gdp','Gross domestic product.');
INSERT INTO "indicator" VALUES('production','Quantity produced.');
INSERT INTO "indicator" VALUES('price','Price paid for a unit.');
INSERT INTO "indicator" VALUES('population','Number of people.');
INSERT INTO "indicator" VALUES('count','Number of whatever the basis tells.');
INSERT INTO "indicator" VALUES('rank','Place in the list that the basis defines; 1 is the first.');
INSERT INTO "indicator" VALUES('share','Part of the whole that the basis defines.');
INSERT INTO "indicator" VALUES('statistic','An indicator of a data set that no other code here means; the basis has its name and its code.');
CREATE TABLE link (
	assertion TEXT NOT NULL, 
	thing TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	other TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_link PRIMARY KEY (assertion), 
	CONSTRAINT ck_link_distinct CHECK (thing <> other), 
	CONSTRAINT fk_link_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_link_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_link_kind FOREIGN KEY(kind) REFERENCES link_kind (code), 
	CONSTRAINT fk_link_other FOREIGN KEY(other) REFERENCES thing ("key"), 
	CONSTRAINT fk_link_thing FOREIGN KEY(thing) REFERENCES thing ("key")
)
 STRICT

;
INSERT INTO "link" VALUES('kapanadze:9','aze-chn-joint-statement','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:25','aliyev-xi-meeting-2025','part of','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:44','aze-chn-visa-exemption','part of','aze-chn-package-2025',1);
INSERT INTO "link" VALUES('kapanadze:45','aze-chn-demining','part of','aze-chn-package-2025',1);
INSERT INTO "link" VALUES('kapanadze:46','aze-chn-legal-assistance','part of','aze-chn-package-2025',1);
INSERT INTO "link" VALUES('kapanadze:47','aze-chn-economic-cooperation','part of','aze-chn-package-2025',1);
INSERT INTO "link" VALUES('kapanadze:53','belt-and-road','aligned with','silk-road-revival',1);
INSERT INTO "link" VALUES('kapanadze:54','belt-and-road','served by','trans-caspian-route',1);
INSERT INTO "link" VALUES('kapanadze:55','silk-road-revival','served by','trans-caspian-route',1);
INSERT INTO "link" VALUES('kapanadze:68','aze-chn-package-2025','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:70','aze-chn-visa-exemption','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:71','aze-chn-demining','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:72','aze-chn-legal-assistance','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:73','aze-chn-economic-cooperation','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:78','aze-chn-culture-2025-2029','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:79','aze-chn-culture-2025-2029','part of','aze-chn-package-2025',1);
INSERT INTO "link" VALUES('kapanadze:83','aze-chn-digital-economy','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:84','aze-chn-digital-economy','part of','aze-chn-package-2025',1);
INSERT INTO "link" VALUES('kapanadze:88','aze-chn-green-development','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:89','aze-chn-green-development','part of','aze-chn-package-2025',1);
INSERT INTO "link" VALUES('kapanadze:93','nakhchivan-urumqi-sister-cities','concluded at','aliyev-visit-2025',1);
INSERT INTO "link" VALUES('kapanadze:94','nakhchivan-urumqi-sister-cities','part of','aze-chn-package-2025',1);
INSERT INTO "link" VALUES('kapanadze:98','nakhchivan','part of','AZE',1);
INSERT INTO "link" VALUES('kapanadze:99','urumqi','part of','CHN',1);
CREATE TABLE link_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_link_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "link_kind" VALUES('part of','The thing belongs to the other: a visit''s meeting, a package''s member.');
INSERT INTO "link_kind" VALUES('annex to','The agreement is an annex to the other.');
INSERT INTO "link_kind" VALUES('based on','The agreement carries out or rests on the other.');
INSERT INTO "link_kind" VALUES('amends','The agreement changes the other.');
INSERT INTO "link_kind" VALUES('replaces','The agreement takes the place of the other.');
INSERT INTO "link_kind" VALUES('extends','The agreement prolongs the other.');
INSERT INTO "link_kind" VALUES('concluded at','The agreement was concluded at the event.');
INSERT INTO "link_kind" VALUES('aligned with','The initiative is brought into line with the other.');
INSERT INTO "link_kind" VALUES('served by','The initiative or policy is served by the other.');
INSERT INTO "link_kind" VALUES('follows','The event comes after the other and from it.');
CREATE TABLE load (
	entry INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	figures INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_load PRIMARY KEY (entry), 
	CONSTRAINT ck_load_digest CHECK (digest LIKE 'sum64:%'), 
	CONSTRAINT fk_load_entry FOREIGN KEY(entry) REFERENCES entry (number)
)
 STRICT

;
CREATE TABLE measure (
	id INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	indicator TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	period_kind TEXT DEFAULT 'year' NOT NULL, 
	basis TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_measure PRIMARY KEY (id), 
	CONSTRAINT ck_measure_basis CHECK (indicator NOT IN ('rank', 'share', 'count') OR basis IS NOT NULL), 
	CONSTRAINT fk_measure_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_measure_indicator FOREIGN KEY(indicator) REFERENCES indicator (code), 
	CONSTRAINT fk_measure_period_kind FOREIGN KEY(period_kind) REFERENCES period_kind (code), 
	CONSTRAINT fk_measure_source FOREIGN KEY(source) REFERENCES source ("key"), 
	CONSTRAINT fk_measure_unit FOREIGN KEY(unit) REFERENCES unit (code)
)
 STRICT

;
INSERT INTO "measure" VALUES(1,'kapanadze','trade','USD','year',NULL,1);
INSERT INTO "measure" VALUES(2,'kapanadze','rank','rank','year','export partners of Azerbaijan',1);
INSERT INTO "measure" VALUES(3,'kapanadze','cargo','t','year',NULL,1);
CREATE TABLE modality (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_modality PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "modality" VALUES('fact','Told as what is or was.');
INSERT INTO "modality" VALUES('plan','Told as what its actors intend.');
INSERT INTO "modality" VALUES('expectation','Told as what is thought to come, surely or under a condition.');
INSERT INTO "modality" VALUES('opinion','Told as a judgement of whoever says it.');
INSERT INTO "modality" VALUES('cause','Told as the reason for, or the effect of, something.');
INSERT INTO "modality" VALUES('rule','Told as what shall or must be.');
CREATE TABLE name (
	thing TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	language TEXT, 
	used TEXT, 
	used_text TEXT, 
	used_from TEXT, 
	used_to TEXT, 
	used_resolved_from TEXT, 
	assertion TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_name PRIMARY KEY (thing, name), 
	CONSTRAINT ck_name_used_days CHECK (used_from LIKE '____-__-__' AND used_to LIKE '____-__-__'), 
	CONSTRAINT ck_name_used_order CHECK (used_from <= used_to), 
	CONSTRAINT ck_name_used_bounds CHECK (used IS NOT NULL OR (used_from IS NULL AND used_to IS NULL)), 
	CONSTRAINT ck_name_filled CHECK (name <> ''), 
	CONSTRAINT fk_name_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_name_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_name_kind FOREIGN KEY(kind) REFERENCES name_kind (code), 
	CONSTRAINT fk_name_thing FOREIGN KEY(thing) REFERENCES thing ("key")
)
 STRICT

;
INSERT INTO "name" VALUES('AZE','Republic of Azerbaijan','official','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('AZE','Azərbaycan','translation','az',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('AZE','Azərbaycan Respublikası','official','az',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('CHN','People''s Republic of China','official','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('CHN','PRC','acronym','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('CHN','中国','translation','zh',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('CHN','中华人民共和国','official','zh',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('wto','WTO','acronym','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('sco','SCO','acronym','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('sco','Shanghai Cooperation Organisation','alias','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('beijing','北京','translation','zh',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('beijing','Peking','alias','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('nakhchivan','Naxçıvan','translation','az',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('nakhchivan','Nakhichevan','alias','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('urumqi','乌鲁木齐','translation','zh',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('urumqi','Ürümqi','alias','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('belt-and-road','BRI','acronym','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('belt-and-road','One Belt, One Road','alias','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('belt-and-road','One Belt One Road','alias','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('belt-and-road','一带一路','translation','zh',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('trans-caspian-route','Middle Corridor','alias','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('trans-caspian-route','Trans-Caspian International Transport Route','official','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('ilham-aliyev','İlham Əliyev','translation','az',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('ilham-aliyev','Aliyev','short','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('ilham-aliyev','Ilham Eliyev','alias','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('xi-jinping','习近平','translation','zh',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('xi-jinping','Xi','short','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "name" VALUES('cop29','29th Conference of the Parties to the UN Framework Convention on Climate Change','official','en',NULL,NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE name_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_name_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "name_kind" VALUES('official','The full official name.');
INSERT INTO "name_kind" VALUES('short','The usual short name.');
INSERT INTO "name_kind" VALUES('acronym','Initials, such as WTO.');
INSERT INTO "name_kind" VALUES('alias','Any other name that people use.');
INSERT INTO "name_kind" VALUES('translation','The name in another language.');
INSERT INTO "name_kind" VALUES('title','The title of an agreement, an event or a work.');
INSERT INTO "name_kind" VALUES('former','A name that was used before.');
INSERT INTO "name_kind" VALUES('former key','The key of a record that was merged into this one.');
CREATE TABLE observation_status (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_observation_status PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "observation_status" VALUES('actual','A normal value (SDMX A).');
INSERT INTO "observation_status" VALUES('provisional','A provisional value (SDMX P).');
INSERT INTO "observation_status" VALUES('estimate','An estimated value (SDMX E).');
INSERT INTO "observation_status" VALUES('imputed','A value imputed by a receiving agency (SDMX I).');
INSERT INTO "observation_status" VALUES('forecast','A forecast value (SDMX F).');
INSERT INTO "observation_status" VALUES('break','A value after a break in the series (SDMX B).');
INSERT INTO "observation_status" VALUES('missing','A value that exists but was not given (SDMX M).');
INSERT INTO "observation_status" VALUES('confidential','A value kept back (SDMX C).');
INSERT INTO "observation_status" VALUES('target','A value that is aimed at, proposed or agreed.');
CREATE TABLE occurrence (
	assertion TEXT NOT NULL, 
	event TEXT NOT NULL, 
	place TEXT, 
	date TEXT, 
	date_text TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	date_resolved_from TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_occurrence PRIMARY KEY (assertion), 
	CONSTRAINT ck_occurrence_date_days CHECK (date_from LIKE '____-__-__' AND date_to LIKE '____-__-__'), 
	CONSTRAINT ck_occurrence_date_order CHECK (date_from <= date_to), 
	CONSTRAINT ck_occurrence_date_bounds CHECK (date IS NOT NULL OR (date_from IS NULL AND date_to IS NULL)), 
	CONSTRAINT fk_occurrence_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_occurrence_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_occurrence_event FOREIGN KEY(event) REFERENCES event ("key"), 
	CONSTRAINT fk_occurrence_place FOREIGN KEY(place) REFERENCES actor ("key")
)
 STRICT

;
INSERT INTO "occurrence" VALUES('kapanadze:2','aliyev-visit-2025','beijing','2025-04-23','April 23, 2025','2025-04-23','2025-04-23',NULL,1);
INSERT INTO "occurrence" VALUES('kapanadze:22','aliyev-xi-meeting-2025',NULL,'2025-04','During the visit','2025-04-01','2025-04-30',NULL,1);
INSERT INTO "occurrence" VALUES('kapanadze:108','cop29',NULL,NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE outcome (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_outcome PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "outcome" VALUES('open','Neither done nor given up.');
INSERT INTO "outcome" VALUES('kept','Done as promised.');
INSERT INTO "outcome" VALUES('partly kept','Done in part or late.');
INSERT INTO "outcome" VALUES('broken','Not done, and the time is over.');
INSERT INTO "outcome" VALUES('overtaken','Made void by what happened.');
CREATE TABLE participation (
	assertion TEXT NOT NULL, 
	event TEXT, 
	agreement TEXT, 
	actor TEXT, 
	office TEXT, 
	representing TEXT, 
	role TEXT DEFAULT 'participant' NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (assertion), 
	CONSTRAINT ck_participation_participant CHECK (actor IS NOT NULL OR office IS NOT NULL OR representing IS NOT NULL), 
	CONSTRAINT ck_participation_occasion CHECK (event IS NOT NULL OR agreement IS NOT NULL), 
	CONSTRAINT fk_participation_actor FOREIGN KEY(actor) REFERENCES actor ("key"), 
	CONSTRAINT fk_participation_agreement FOREIGN KEY(agreement) REFERENCES agreement ("key"), 
	CONSTRAINT fk_participation_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_participation_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_participation_event FOREIGN KEY(event) REFERENCES event ("key"), 
	CONSTRAINT fk_participation_representing FOREIGN KEY(representing) REFERENCES actor ("key"), 
	CONSTRAINT fk_participation_role FOREIGN KEY(role) REFERENCES participation_role (code)
)
 STRICT

;
INSERT INTO "participation" VALUES('kapanadze:3','aliyev-visit-2025',NULL,'ilham-aliyev','President','AZE','guest',1);
INSERT INTO "participation" VALUES('kapanadze:4','aliyev-visit-2025',NULL,NULL,NULL,'CHN','host',1);
INSERT INTO "participation" VALUES('kapanadze:20','cop29',NULL,NULL,NULL,'AZE','host',1);
INSERT INTO "participation" VALUES('kapanadze:23','aliyev-xi-meeting-2025',NULL,'ilham-aliyev','President','AZE','participant',1);
INSERT INTO "participation" VALUES('kapanadze:24','aliyev-xi-meeting-2025',NULL,'xi-jinping','President','CHN','participant',1);
INSERT INTO "participation" VALUES('kapanadze:95',NULL,'nakhchivan-urumqi-sister-cities','mayor-of-nakhchivan','mayor','nakhchivan','signatory',1);
INSERT INTO "participation" VALUES('kapanadze:96',NULL,'nakhchivan-urumqi-sister-cities','mayor-of-urumqi','mayor','urumqi','signatory',1);
CREATE TABLE participation_role (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_participation_role PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "participation_role" VALUES('participant','Took part, or was to.');
INSERT INTO "participation_role" VALUES('host','Received the others.');
INSERT INTO "participation_role" VALUES('guest','Was received.');
INSERT INTO "participation_role" VALUES('signatory','Signed, or was to sign.');
INSERT INTO "participation_role" VALUES('chair','Presided.');
INSERT INTO "participation_role" VALUES('speaker','Spoke.');
INSERT INTO "participation_role" VALUES('observer','Was there as an observer.');
INSERT INTO "participation_role" VALUES('mediator','Mediated.');
INSERT INTO "participation_role" VALUES('voted for','Voted in favour.');
INSERT INTO "participation_role" VALUES('voted against','Voted against.');
INSERT INTO "participation_role" VALUES('abstained','Abstained.');
INSERT INTO "participation_role" VALUES('absent','Stayed away.');
CREATE TABLE party (
	assertion TEXT NOT NULL, 
	agreement TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	role TEXT DEFAULT 'party' NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_party PRIMARY KEY (assertion), 
	CONSTRAINT fk_party_actor FOREIGN KEY(actor) REFERENCES actor ("key"), 
	CONSTRAINT fk_party_agreement FOREIGN KEY(agreement) REFERENCES agreement ("key"), 
	CONSTRAINT fk_party_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_party_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_party_role FOREIGN KEY(role) REFERENCES party_role (code)
)
 STRICT

;
INSERT INTO "party" VALUES('kapanadze:7','aze-chn-joint-statement','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:8','aze-chn-joint-statement','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:36','aze-chn-visa-exemption','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:37','aze-chn-visa-exemption','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:38','aze-chn-demining','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:39','aze-chn-demining','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:40','aze-chn-legal-assistance','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:41','aze-chn-legal-assistance','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:42','aze-chn-economic-cooperation','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:43','aze-chn-economic-cooperation','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:59','aze-chn-free-trade','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:60','aze-chn-free-trade','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:66','aze-chn-package-2025','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:67','aze-chn-package-2025','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:76','aze-chn-culture-2025-2029','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:77','aze-chn-culture-2025-2029','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:81','aze-chn-digital-economy','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:82','aze-chn-digital-economy','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:86','aze-chn-green-development','AZE','party',1);
INSERT INTO "party" VALUES('kapanadze:87','aze-chn-green-development','CHN','party',1);
INSERT INTO "party" VALUES('kapanadze:91','nakhchivan-urumqi-sister-cities','nakhchivan','party',1);
INSERT INTO "party" VALUES('kapanadze:92','nakhchivan-urumqi-sister-cities','urumqi','party',1);
CREATE TABLE party_role (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_party_role PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "party_role" VALUES('party','Is bound by it, or is to be.');
INSERT INTO "party_role" VALUES('signatory','Has signed it and is not known to be bound.');
INSERT INTO "party_role" VALUES('depositary','Keeps the original and the notifications (Vienna Convention 1969, article 76).');
INSERT INTO "party_role" VALUES('broker','Brought the parties together.');
INSERT INTO "party_role" VALUES('guarantor','Guarantees that it is kept.');
INSERT INTO "party_role" VALUES('witness','Signed it as a witness.');
INSERT INTO "party_role" VALUES('observer','Takes part in its bodies without being bound.');
CREATE TABLE period_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_period_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "period_kind" VALUES('year','A calendar year: 2024.');
INSERT INTO "period_kind" VALUES('half-year','Half a calendar year: 2024-H1.');
INSERT INTO "period_kind" VALUES('quarter','A quarter: 2024-Q3.');
INSERT INTO "period_kind" VALUES('month','A month: 2024-09.');
INSERT INTO "period_kind" VALUES('day','A day: 2024-09-30.');
INSERT INTO "period_kind" VALUES('fiscal year','A fiscal year, named by the year it ends in unless the basis says otherwise.');
INSERT INTO "period_kind" VALUES('year-to-date','From 1 January on: 2024-01/2024-09.');
INSERT INTO "period_kind" VALUES('range','Any other stretch of time: 2024-04/2024-06.');
INSERT INTO "period_kind" VALUES('cumulative','All since a start: 1995/2024.');
INSERT INTO "period_kind" VALUES('instant','A level at the end of the period.');
INSERT INTO "period_kind" VALUES('unknown','The source does not tell.');
CREATE TABLE polarity (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_polarity PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "polarity" VALUES('positive','It is so.');
INSERT INTO "polarity" VALUES('negative','It is not so: ''not in force'', ''has not met''.');
CREATE TABLE position (
	assertion TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	speaker TEXT, 
	stance TEXT NOT NULL, 
	target TEXT, 
	topic TEXT, 
	subject TEXT NOT NULL, 
	mode TEXT DEFAULT 'expressed' NOT NULL, 
	date TEXT, 
	date_text TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	date_resolved_from TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_position PRIMARY KEY (assertion), 
	CONSTRAINT ck_position_date_days CHECK (date_from LIKE '____-__-__' AND date_to LIKE '____-__-__'), 
	CONSTRAINT ck_position_date_order CHECK (date_from <= date_to), 
	CONSTRAINT ck_position_date_bounds CHECK (date IS NOT NULL OR (date_from IS NULL AND date_to IS NULL)), 
	CONSTRAINT ck_position_filled CHECK (subject <> ''), 
	CONSTRAINT fk_position_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_position_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_position_holder FOREIGN KEY(holder) REFERENCES actor ("key"), 
	CONSTRAINT fk_position_mode FOREIGN KEY(mode) REFERENCES position_mode (code), 
	CONSTRAINT fk_position_speaker FOREIGN KEY(speaker) REFERENCES actor ("key"), 
	CONSTRAINT fk_position_stance FOREIGN KEY(stance) REFERENCES stance (code), 
	CONSTRAINT fk_position_target FOREIGN KEY(target) REFERENCES thing ("key"), 
	CONSTRAINT fk_position_topic FOREIGN KEY(topic) REFERENCES topic (code)
)
 STRICT

;
INSERT INTO "position" VALUES('kapanadze:11','sandro-kapanadze',NULL,'holds','aze-chn-joint-statement','partnership','the joint statement is of historic weight','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:12','AZE',NULL,'supports','CHN','economy','closer cooperation in economy, infrastructure, security, culture','ascribed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:13','CHN',NULL,'supports','AZE','economy','closer cooperation in economy, infrastructure, security, culture','ascribed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:14','CHN',NULL,'supports','AZE','trade','swift accession to the WTO','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:15','CHN',NULL,'supports','AZE','peace','Azerbaijan''s peace agenda','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:17','sandro-kapanadze',NULL,'holds','AZE','trade','China''s support makes Azerbaijan a strategic partner in world trade','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:18','sandro-kapanadze',NULL,'holds','aze-chn-joint-statement','geopolitics','the step answers Western pressure over COP29','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:21','sandro-kapanadze',NULL,'holds','CHN','geopolitics','Azerbaijan relies on a trusted China more and more','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:27','AZE','ilham-aliyev','supports','CHN','sovereignty','sovereignty and territorial integrity of China','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:28','CHN','xi-jinping','supports','AZE','sovereignty','sovereignty and territorial integrity of Azerbaijan','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:29','AZE',NULL,'supports','CHN','sovereignty','the One China principle','reaffirmed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:30','CHN',NULL,'supports','AZE','peace','Azerbaijan''s peaceful initiatives','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:48','sandro-kapanadze',NULL,'holds','aze-chn-package-2025','partnership','the agreements are meant to build political trust','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:63','sandro-kapanadze',NULL,'holds','aze-chn-free-trade','trade','free trade will bring closer economic ties','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:100','sandro-kapanadze',NULL,'holds','nakhchivan-urumqi-sister-cities','local cooperation','the twinning will bring cities and regions closer','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:101','sandro-kapanadze',NULL,'holds','aze-chn-package-2025','education','both states work for cultural and educational ties, not economic ones alone','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:105','sandro-kapanadze',NULL,'holds','AZE','geopolitics','visit and agreements serve Azerbaijan''s geopolitical strategy','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:106','sandro-kapanadze',NULL,'holds','the-west','geopolitics','Azerbaijan seeks to balance Western influence by working with China and the Global South','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:107','CHN',NULL,'supports','AZE','climate','hosting of COP29','ascribed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:110','CHN',NULL,'supports','AZE','partnership','Azerbaijan''s role in the SCO','ascribed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:111','sandro-kapanadze',NULL,'holds','CHN','geopolitics','China''s interest in Azerbaijan is growing','expressed',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "position" VALUES('kapanadze:112','CHN',NULL,'holds','AZE','partnership','Azerbaijan is a logistical hub and a strategic partner','ascribed',NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE position_mode (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_position_mode PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "position_mode" VALUES('expressed','Said once, or not told how.');
INSERT INTO "position_mode" VALUES('reaffirmed','Said again.');
INSERT INTO "position_mode" VALUES('first','Said for the first time.');
INSERT INTO "position_mode" VALUES('changed','Other than before.');
INSERT INTO "position_mode" VALUES('ascribed','Ascribed by others; the holder is not quoted.');
CREATE TABLE provision (
	assertion TEXT NOT NULL, 
	agreement TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	grantor TEXT, 
	beneficiary TEXT, 
	scope TEXT, 
	value TEXT, 
	date TEXT, 
	date_text TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	date_resolved_from TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_provision PRIMARY KEY (assertion), 
	CONSTRAINT ck_provision_date_days CHECK (date_from LIKE '____-__-__' AND date_to LIKE '____-__-__'), 
	CONSTRAINT ck_provision_date_order CHECK (date_from <= date_to), 
	CONSTRAINT ck_provision_date_bounds CHECK (date IS NOT NULL OR (date_from IS NULL AND date_to IS NULL)), 
	CONSTRAINT fk_provision_agreement FOREIGN KEY(agreement) REFERENCES agreement ("key"), 
	CONSTRAINT fk_provision_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_provision_beneficiary FOREIGN KEY(beneficiary) REFERENCES actor ("key"), 
	CONSTRAINT fk_provision_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_provision_grantor FOREIGN KEY(grantor) REFERENCES actor ("key"), 
	CONSTRAINT fk_provision_kind FOREIGN KEY(kind) REFERENCES provision_kind (code)
)
 STRICT

;
INSERT INTO "provision" VALUES('kapanadze:69','aze-chn-package-2025','subject',NULL,NULL,'science, technology, culture, tourism',NULL,NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE provision_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_provision_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "provision_kind" VALUES('subject','What it regulates.');
INSERT INTO "provision_kind" VALUES('duration','How long it lasts and how it is prolonged.');
INSERT INTO "provision_kind" VALUES('entry into force','What must happen for it to enter into force.');
INSERT INTO "provision_kind" VALUES('tariff','A tariff or its reduction.');
INSERT INTO "provision_kind" VALUES('quota','A quantity that may or shall be traded.');
INSERT INTO "provision_kind" VALUES('price','A price or how it is found.');
INSERT INTO "provision_kind" VALUES('loan','A sum lent, interest, repayment.');
INSERT INTO "provision_kind" VALUES('payment','A payment or a contribution.');
INSERT INTO "provision_kind" VALUES('visa','Who may travel how long without a visa.');
INSERT INTO "provision_kind" VALUES('access','A right to use territory, a market, a facility.');
INSERT INTO "provision_kind" VALUES('obligation','Any other thing that a party must do.');
INSERT INTO "provision_kind" VALUES('right','Any other thing that a party may do.');
INSERT INTO "provision_kind" VALUES('dispute settlement','How disputes are settled.');
CREATE TABLE qualifier (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_qualifier PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "qualifier" VALUES('about','About, around, roughly.');
INSERT INTO "qualifier" VALUES('nearly','Nearly, almost: a little less.');
INSERT INTO "qualifier" VALUES('more than','More than, over: above the number.');
INSERT INTO "qualifier" VALUES('at least','At least: the number or above.');
INSERT INTO "qualifier" VALUES('less than','Less than, under: below the number.');
INSERT INTO "qualifier" VALUES('at most','At most: the number or below.');
INSERT INTO "qualifier" VALUES('up to','Up to: the number at the utmost.');
INSERT INTO "qualifier" VALUES('between','Between two numbers.');
CREATE TABLE relation (
	assertion TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	other TEXT NOT NULL, 
	level TEXT, 
	agreement TEXT, 
	date TEXT, 
	date_text TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	date_resolved_from TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_relation PRIMARY KEY (assertion), 
	CONSTRAINT ck_relation_date_days CHECK (date_from LIKE '____-__-__' AND date_to LIKE '____-__-__'), 
	CONSTRAINT ck_relation_date_order CHECK (date_from <= date_to), 
	CONSTRAINT ck_relation_date_bounds CHECK (date IS NOT NULL OR (date_from IS NULL AND date_to IS NULL)), 
	CONSTRAINT ck_relation_distinct CHECK (actor <> other), 
	CONSTRAINT fk_relation_actor FOREIGN KEY(actor) REFERENCES actor ("key"), 
	CONSTRAINT fk_relation_agreement FOREIGN KEY(agreement) REFERENCES agreement ("key"), 
	CONSTRAINT fk_relation_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_relation_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_relation_kind FOREIGN KEY(kind) REFERENCES relation_kind (code), 
	CONSTRAINT fk_relation_other FOREIGN KEY(other) REFERENCES actor ("key")
)
 STRICT

;
INSERT INTO "relation" VALUES('kapanadze:10','AZE','partnership','CHN','Comprehensive Strategic Partnership','aze-chn-joint-statement','2025-04-23/..',NULL,'2025-04-23',NULL,NULL,1);
INSERT INTO "relation" VALUES('kapanadze:97','nakhchivan','sister cities','urumqi',NULL,'nakhchivan-urumqi-sister-cities',NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE relation_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_relation_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "relation_kind" VALUES('partnership','A partnership, of the level that the parties call it.');
INSERT INTO "relation_kind" VALUES('alliance','An alliance or a pact of defence.');
INSERT INTO "relation_kind" VALUES('diplomatic relations','Diplomatic relations, or their want.');
INSERT INTO "relation_kind" VALUES('sister cities','Twinned cities or regions.');
INSERT INTO "relation_kind" VALUES('dispute','A conflict or a claim.');
INSERT INTO "relation_kind" VALUES('ownership','One owns the other or a part of it.');
INSERT INTO "relation_kind" VALUES('trade partners','One is a trade partner of the other, of the rank or kind told.');
INSERT INTO "relation_kind" VALUES('dependence','One relies on the other.');
CREATE TABLE revision (
	entry INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	row_key TEXT NOT NULL, 
	written_by INTEGER NOT NULL, 
	image TEXT NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (entry, ordinal), 
	CONSTRAINT ck_revision_order CHECK (written_by < entry), 
	CONSTRAINT fk_revision_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_revision_written_by FOREIGN KEY(written_by) REFERENCES entry (number)
)
 STRICT

;
INSERT INTO "revision" VALUES(4,1,'change','["daily:7"]',2,'{"assertion": "daily:7", "base_period": null, "decimals": 0, "digits": 1, "high": null, "kind": "multiple", "low": null, "period": "2024", "qualifier": null, "series": 4, "status": "actual", "value": 3}');
INSERT INTO "revision" VALUES(4,2,'party','["daily:1"]',2,'{"actor": "AZE", "agreement": "aze-kaz-grain-transit", "assertion": "daily:1", "role": "party"}');
INSERT INTO "revision" VALUES(4,3,'party','["daily:2"]',2,'{"actor": "KAZ", "agreement": "aze-kaz-grain-transit", "assertion": "daily:2", "role": "party"}');
INSERT INTO "revision" VALUES(4,4,'name','["KAZ", "Republic of Kazakhstan"]',2,'{"assertion": null, "kind": "official", "language": "en", "name": "Republic of Kazakhstan", "thing": "KAZ", "used": null, "used_from": null, "used_resolved_from": null, "used_text": null, "used_to": null}');
INSERT INTO "revision" VALUES(4,5,'action','["daily:3"]',2,'{"action": "signed", "actor": null, "agreement": "aze-kaz-grain-transit", "assertion": "daily:3", "date": "2025-04-30", "date_from": "2025-04-30", "date_resolved_from": null, "date_text": null, "date_to": "2025-04-30", "event": null, "place": null}');
INSERT INTO "revision" VALUES(4,6,'action','["daily:4"]',2,'{"action": "amended", "actor": null, "agreement": "aze-kaz-grain-transit", "assertion": "daily:4", "date": "2025-05-01", "date_from": "2025-05-01", "date_resolved_from": null, "date_text": null, "date_to": "2025-05-01", "event": null, "place": null}');
INSERT INTO "revision" VALUES(4,7,'action','["daily:5"]',2,'{"action": "amended", "actor": null, "agreement": "aze-kaz-grain-transit", "assertion": "daily:5", "date": "2025-06-01", "date_from": "2025-06-01", "date_resolved_from": null, "date_text": null, "date_to": "2025-06-01", "event": null, "place": null}');
INSERT INTO "revision" VALUES(4,8,'measure','[4]',2,'{"basis": null, "id": 4, "indicator": "trade", "period_kind": "year", "source": "daily", "unit": "USD"}');
INSERT INTO "revision" VALUES(4,9,'assertion','["daily:1"]',2,'{"anchor": null, "certainty": "stated", "key": "daily:1", "kind": "party", "locator": "p1", "modality": "fact", "polarity": "positive", "source": "daily", "text": null}');
INSERT INTO "revision" VALUES(4,10,'assertion','["daily:2"]',2,'{"anchor": null, "certainty": "stated", "key": "daily:2", "kind": "party", "locator": "p1", "modality": "fact", "polarity": "positive", "source": "daily", "text": null}');
INSERT INTO "revision" VALUES(4,11,'assertion','["daily:3"]',2,'{"anchor": null, "certainty": "stated", "key": "daily:3", "kind": "action", "locator": "p1", "modality": "fact", "polarity": "positive", "source": "daily", "text": null}');
INSERT INTO "revision" VALUES(4,12,'assertion','["daily:4"]',2,'{"anchor": null, "certainty": "stated", "key": "daily:4", "kind": "action", "locator": "p1", "modality": "fact", "polarity": "positive", "source": "daily", "text": null}');
INSERT INTO "revision" VALUES(4,13,'assertion','["daily:5"]',2,'{"anchor": null, "certainty": "stated", "key": "daily:5", "kind": "action", "locator": "p1", "modality": "fact", "polarity": "positive", "source": "daily", "text": null}');
INSERT INTO "revision" VALUES(4,14,'assertion','["daily:6"]',2,'{"anchor": null, "certainty": "stated", "key": "daily:6", "kind": "figure", "locator": "p2", "modality": "fact", "polarity": "positive", "source": "daily", "text": null}');
INSERT INTO "revision" VALUES(4,15,'assertion','["daily:7"]',2,'{"anchor": null, "certainty": "stated", "key": "daily:7", "kind": "change", "locator": "p2", "modality": "fact", "polarity": "positive", "source": "daily", "text": null}');
INSERT INTO "revision" VALUES(4,16,'source','["daily"]',2,'{"address": null, "author": null, "digest": null, "edition": null, "key": "daily", "kind": "article", "language": null, "published": "2025-05-01", "published_from": "2025-05-01", "published_resolved_from": null, "published_text": "1 May 2025", "published_to": "2025-05-01", "publisher": null}');
INSERT INTO "revision" VALUES(4,17,'agreement','["aze-kaz-grain-transit"]',2,'{"key": "aze-kaz-grain-transit", "kind": "memorandum", "registration": null, "subject": "grain transit", "summary": null, "title": null}');
INSERT INTO "revision" VALUES(4,18,'actor','["KAZ"]',2,'{"iso2": "KZ", "iso3": "KAZ", "key": "KAZ", "kind": "state", "m49": "398", "part_of": null, "state": null, "subdivision": null, "wikidata": "Q232"}');
INSERT INTO "revision" VALUES(4,19,'thing','["KAZ"]',2,'{"key": "KAZ", "kind": "actor", "label": "Kazakhstan"}');
INSERT INTO "revision" VALUES(4,20,'thing','["daily"]',2,'{"key": "daily", "kind": "source", "label": "A daily"}');
INSERT INTO "revision" VALUES(4,21,'thing','["aze-kaz-grain-transit"]',2,'{"key": "aze-kaz-grain-transit", "kind": "agreement", "label": "Grain transit"}');
CREATE TABLE "series_key" (
	id INTEGER NOT NULL, 
	measure INTEGER NOT NULL, 
	area TEXT, 
	partner TEXT, 
	reporter TEXT, 
	flow TEXT, 
	classification TEXT, 
	commodity TEXT, 
	route TEXT, 
	decimals INTEGER DEFAULT '0' NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_series_key PRIMARY KEY (id), 
	CONSTRAINT ck_series_key_decimals CHECK (decimals BETWEEN 0 AND 15), 
	CONSTRAINT ck_series_key_commodity CHECK ((classification IS NULL) = (commodity IS NULL)), 
	CONSTRAINT fk_series_key_area FOREIGN KEY(area) REFERENCES actor ("key"), 
	CONSTRAINT fk_series_key_classification_commodity FOREIGN KEY(classification, commodity) REFERENCES commodity (classification, code), 
	CONSTRAINT fk_series_key_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_series_key_flow FOREIGN KEY(flow) REFERENCES flow (code), 
	CONSTRAINT fk_series_key_measure FOREIGN KEY(measure) REFERENCES measure (id), 
	CONSTRAINT fk_series_key_partner FOREIGN KEY(partner) REFERENCES actor ("key"), 
	CONSTRAINT fk_series_key_reporter FOREIGN KEY(reporter) REFERENCES actor ("key"), 
	CONSTRAINT fk_series_key_route FOREIGN KEY(route) REFERENCES actor ("key")
)
 STRICT

;
INSERT INTO "series_key" VALUES(1,1,'AZE','CHN',NULL,'turnover',NULL,NULL,NULL,0,1);
INSERT INTO "series_key" VALUES(2,2,'AZE','CHN',NULL,'export',NULL,NULL,NULL,0,1);
INSERT INTO "series_key" VALUES(3,3,NULL,NULL,NULL,NULL,NULL,NULL,'trans-caspian-route',0,1);
CREATE TABLE series_key_revision (
	id INTEGER NOT NULL, 
	measure INTEGER NOT NULL, 
	area TEXT, 
	partner TEXT, 
	reporter TEXT, 
	flow TEXT, 
	classification TEXT, 
	commodity TEXT, 
	route TEXT, 
	decimals INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	written_by INTEGER NOT NULL, 
	CONSTRAINT pk_series_key_revision PRIMARY KEY (id, entry), 
	CONSTRAINT ck_series_key_revision_order CHECK (written_by < entry), 
	CONSTRAINT fk_series_key_revision_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_series_key_revision_written_by FOREIGN KEY(written_by) REFERENCES entry (number)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "series_key_revision" VALUES(4,4,'AZE','KAZ',NULL,'turnover',NULL,NULL,NULL,0,4,2);
CREATE TABLE source (
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	author TEXT, 
	publisher TEXT, 
	published TEXT, 
	published_text TEXT, 
	published_from TEXT, 
	published_to TEXT, 
	published_resolved_from TEXT, 
	edition TEXT, 
	address TEXT, 
	language TEXT, 
	digest TEXT, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY ("key"), 
	CONSTRAINT ck_source_published_days CHECK (published_from LIKE '____-__-__' AND published_to LIKE '____-__-__'), 
	CONSTRAINT ck_source_published_order CHECK (published_from <= published_to), 
	CONSTRAINT ck_source_published_bounds CHECK (published IS NOT NULL OR (published_from IS NULL AND published_to IS NULL)), 
	CONSTRAINT ck_source_digest CHECK (digest LIKE 'sha256:%'), 
	CONSTRAINT fk_source_author FOREIGN KEY(author) REFERENCES actor ("key"), 
	CONSTRAINT fk_source_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_source_key FOREIGN KEY("key") REFERENCES thing ("key"), 
	CONSTRAINT fk_source_kind FOREIGN KEY(kind) REFERENCES source_kind (code), 
	CONSTRAINT fk_source_publisher FOREIGN KEY(publisher) REFERENCES actor ("key")
)
 STRICT

;
INSERT INTO "source" VALUES('kapanadze','article','sandro-kapanadze',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'en',NULL,1);
CREATE TABLE source_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_source_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "source_kind" VALUES('article','A text in a newspaper, a magazine or on a web site.');
INSERT INTO "source_kind" VALUES('communiqué','A text that governments issue together or alone: communiqué, statement, read-out.');
INSERT INTO "source_kind" VALUES('treaty text','The text of an agreement itself.');
INSERT INTO "source_kind" VALUES('register','A register of treaties or of depositary notifications.');
INSERT INTO "source_kind" VALUES('report','A report of an organisation or an institute.');
INSERT INTO "source_kind" VALUES('speech','A speech, an interview, a press conference.');
INSERT INTO "source_kind" VALUES('statistics','A data set of official figures.');
INSERT INTO "source_kind" VALUES('book','A book or a chapter of one.');
INSERT INTO "source_kind" VALUES('note','A note of an analyst: an observation of one''s own.');
INSERT INTO "source_kind" VALUES('other','Any other document.');
CREATE TABLE stance (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_stance PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "stance" VALUES('supports','Is for it, or backs the target in it.');
INSERT INTO "stance" VALUES('opposes','Is against it.');
INSERT INTO "stance" VALUES('demands','Calls on the target to do it.');
INSERT INTO "stance" VALUES('rejects','Refuses it or calls it untrue.');
INSERT INTO "stance" VALUES('recognises','Takes it as lawful or real.');
INSERT INTO "stance" VALUES('condemns','Blames it.');
INSERT INTO "stance" VALUES('welcomes','Is glad of it.');
INSERT INTO "stance" VALUES('regrets','Is sorry for it.');
INSERT INTO "stance" VALUES('offers','Offers it to the target.');
INSERT INTO "stance" VALUES('holds','Thinks that it is so.');
INSERT INTO "stance" VALUES('neutral','Takes no side.');
CREATE TABLE tally (
	assertion TEXT NOT NULL, 
	thing TEXT NOT NULL, 
	counted TEXT NOT NULL, 
	low INTEGER, 
	high INTEGER, 
	words TEXT, 
	exhaustive TEXT DEFAULT 'unknown' NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_tally PRIMARY KEY (assertion), 
	CONSTRAINT ck_tally_order CHECK (low <= high), 
	CONSTRAINT ck_tally_count CHECK (low IS NOT NULL OR high IS NOT NULL OR words IS NOT NULL), 
	CONSTRAINT fk_tally_assertion FOREIGN KEY(assertion) REFERENCES assertion ("key"), 
	CONSTRAINT fk_tally_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_tally_exhaustive FOREIGN KEY(exhaustive) REFERENCES exhaustive (code), 
	CONSTRAINT fk_tally_thing FOREIGN KEY(thing) REFERENCES thing ("key")
)
 STRICT

;
INSERT INTO "tally" VALUES('kapanadze:31','aze-chn-package-2025','agreements',NULL,NULL,'numerous','no',1);
INSERT INTO "tally" VALUES('kapanadze:64','aze-chn-package-2025','agreements',21,NULL,'more than 20','no',1);
CREATE TABLE thing (
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	label TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_thing PRIMARY KEY ("key"), 
	CONSTRAINT ck_thing_filled CHECK (key <> '' AND label <> ''), 
	CONSTRAINT fk_thing_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_thing_kind FOREIGN KEY(kind) REFERENCES thing_kind (code)
)
 STRICT

;
INSERT INTO "thing" VALUES('AZE','actor','Azerbaijan',1);
INSERT INTO "thing" VALUES('CHN','actor','China',1);
INSERT INTO "thing" VALUES('wto','actor','World Trade Organization',1);
INSERT INTO "thing" VALUES('sco','actor','Shanghai Cooperation Organization',1);
INSERT INTO "thing" VALUES('confucius-institutes','actor','Confucius Institutes',1);
INSERT INTO "thing" VALUES('the-west','actor','the West',1);
INSERT INTO "thing" VALUES('global-south','actor','Global South',1);
INSERT INTO "thing" VALUES('beijing','actor','Beijing',1);
INSERT INTO "thing" VALUES('nakhchivan','actor','Nakhchivan',1);
INSERT INTO "thing" VALUES('urumqi','actor','Urumqi',1);
INSERT INTO "thing" VALUES('belt-and-road','actor','Belt and Road Initiative',1);
INSERT INTO "thing" VALUES('silk-road-revival','actor','Silk Road Revival',1);
INSERT INTO "thing" VALUES('trans-caspian-route','actor','Trans-Caspian trade route',1);
INSERT INTO "thing" VALUES('ilham-aliyev','actor','Ilham Aliyev',1);
INSERT INTO "thing" VALUES('xi-jinping','actor','Xi Jinping',1);
INSERT INTO "thing" VALUES('mayor-of-nakhchivan','actor','mayor of Nakhchivan',1);
INSERT INTO "thing" VALUES('mayor-of-urumqi','actor','mayor of Urumqi',1);
INSERT INTO "thing" VALUES('sandro-kapanadze','actor','Sandro Kapanadze',1);
INSERT INTO "thing" VALUES('kapanadze','source','Azerbaijan and China Strengthen Strategic Partnership',1);
INSERT INTO "thing" VALUES('aze-chn-joint-statement','agreement','Joint Statement on the Establishment of a Comprehensive Strategic Partnership',1);
INSERT INTO "thing" VALUES('aze-chn-package-2025','agreement','Agreements signed during the visit of April 2025',1);
INSERT INTO "thing" VALUES('aze-chn-visa-exemption','agreement','Visa exemptions',1);
INSERT INTO "thing" VALUES('aze-chn-demining','agreement','Humanitarian demining cooperation',1);
INSERT INTO "thing" VALUES('aze-chn-legal-assistance','agreement','Legal assistance in criminal matters',1);
INSERT INTO "thing" VALUES('aze-chn-economic-cooperation','agreement','Economic cooperation',1);
INSERT INTO "thing" VALUES('aze-chn-culture-2025-2029','agreement','Cultural cooperation 2025–2029',1);
INSERT INTO "thing" VALUES('aze-chn-digital-economy','agreement','Digital economy',1);
INSERT INTO "thing" VALUES('aze-chn-green-development','agreement','Green development',1);
INSERT INTO "thing" VALUES('nakhchivan-urumqi-sister-cities','agreement','Sister cities Nakhchivan and Urumqi',1);
INSERT INTO "thing" VALUES('aze-chn-free-trade','agreement','Free trade agreement',1);
INSERT INTO "thing" VALUES('aliyev-visit-2025','event','State visit of Ilham Aliyev to China',1);
INSERT INTO "thing" VALUES('aliyev-xi-meeting-2025','event','Meeting of Ilham Aliyev and Xi Jinping',1);
INSERT INTO "thing" VALUES('cop29','event','COP29',1);
CREATE TABLE thing_kind (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_thing_kind PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "thing_kind" VALUES('actor','Who acts, or a place, route or initiative that is named like one.');
INSERT INTO "thing_kind" VALUES('agreement','What two or more actors agree, or plan to agree, on.');
INSERT INTO "thing_kind" VALUES('event','What happens at a time and a place.');
INSERT INTO "thing_kind" VALUES('source','A document or a data set that facts are taken from.');
CREATE TABLE thing_topic (
	thing TEXT NOT NULL, 
	topic TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_thing_topic PRIMARY KEY (thing, topic), 
	CONSTRAINT fk_thing_topic_entry FOREIGN KEY(entry) REFERENCES entry (number), 
	CONSTRAINT fk_thing_topic_thing FOREIGN KEY(thing) REFERENCES thing ("key"), 
	CONSTRAINT fk_thing_topic_topic FOREIGN KEY(topic) REFERENCES topic (code)
)
 STRICT

;
INSERT INTO "thing_topic" VALUES('aze-chn-joint-statement','partnership',1);
INSERT INTO "thing_topic" VALUES('aze-chn-package-2025','science',1);
INSERT INTO "thing_topic" VALUES('aze-chn-package-2025','technology',1);
INSERT INTO "thing_topic" VALUES('aze-chn-package-2025','culture',1);
INSERT INTO "thing_topic" VALUES('aze-chn-package-2025','tourism',1);
INSERT INTO "thing_topic" VALUES('aze-chn-visa-exemption','consular',1);
INSERT INTO "thing_topic" VALUES('aze-chn-demining','demining',1);
INSERT INTO "thing_topic" VALUES('aze-chn-legal-assistance','justice',1);
INSERT INTO "thing_topic" VALUES('aze-chn-economic-cooperation','economy',1);
INSERT INTO "thing_topic" VALUES('aze-chn-culture-2025-2029','culture',1);
INSERT INTO "thing_topic" VALUES('aze-chn-digital-economy','digital economy',1);
INSERT INTO "thing_topic" VALUES('aze-chn-green-development','development',1);
INSERT INTO "thing_topic" VALUES('nakhchivan-urumqi-sister-cities','local cooperation',1);
INSERT INTO "thing_topic" VALUES('aze-chn-free-trade','trade',1);
INSERT INTO "thing_topic" VALUES('aliyev-visit-2025','economy',1);
INSERT INTO "thing_topic" VALUES('cop29','climate',1);
CREATE TABLE topic (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_topic PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "topic" VALUES('agriculture','Farming, food, veterinary and plant health.');
INSERT INTO "topic" VALUES('climate','Climate change and its conferences.');
INSERT INTO "topic" VALUES('consular','Visas, consular matters, travel of persons.');
INSERT INTO "topic" VALUES('culture','Culture, arts, heritage, media.');
INSERT INTO "topic" VALUES('demining','Clearing of mines and unexploded ordnance.');
INSERT INTO "topic" VALUES('development','Green and sustainable development, aid.');
INSERT INTO "topic" VALUES('digital economy','Digital trade, services and infrastructure.');
INSERT INTO "topic" VALUES('economy','Economic cooperation in general.');
INSERT INTO "topic" VALUES('education','Schools, universities, languages, exchanges.');
INSERT INTO "topic" VALUES('energy','Oil, gas, electricity, renewables.');
INSERT INTO "topic" VALUES('environment','Protection of nature, water, air.');
INSERT INTO "topic" VALUES('finance','Money, banks, loans, investment funds.');
INSERT INTO "topic" VALUES('geopolitics','Balance of power, alignment, influence.');
INSERT INTO "topic" VALUES('health','Public health and medicine.');
INSERT INTO "topic" VALUES('infrastructure','Roads, ports, networks, buildings.');
INSERT INTO "topic" VALUES('investment','Investment and its protection.');
INSERT INTO "topic" VALUES('justice','Legal assistance, extradition, courts.');
INSERT INTO "topic" VALUES('local cooperation','Cooperation of cities and regions.');
INSERT INTO "topic" VALUES('migration','Migration, refugees, labour abroad.');
INSERT INTO "topic" VALUES('peace','Peace processes and settlement of conflicts.');
INSERT INTO "topic" VALUES('partnership','The state of relations and its level.');
INSERT INTO "topic" VALUES('sanctions','Restrictive measures and their lifting.');
INSERT INTO "topic" VALUES('science','Research and technology.');
INSERT INTO "topic" VALUES('security','Defence, police, terrorism, arms.');
INSERT INTO "topic" VALUES('sovereignty','Sovereignty, territorial integrity, recognition.');
INSERT INTO "topic" VALUES('technology','Technology and its transfer.');
INSERT INTO "topic" VALUES('tourism','Travel for pleasure.');
INSERT INTO "topic" VALUES('trade','Trade in goods and services, tariffs, trade organisations.');
INSERT INTO "topic" VALUES('transport','Routes, transit, railways, shipping, aviation.');
CREATE TABLE total (
	measure INTEGER NOT NULL, 
	area TEXT NOT NULL, 
	flow TEXT NOT NULL, 
	status TEXT NOT NULL, 
	period TEXT NOT NULL, 
	world INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	classification TEXT NOT NULL, 
	decimals INTEGER NOT NULL, 
	figures INTEGER NOT NULL, 
	value INTEGER, 
	CONSTRAINT pk_total PRIMARY KEY (measure, area, flow, status, period, world, level, classification, decimals)
)
 WITHOUT ROWID,
 STRICT

;
CREATE TABLE unit (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	CONSTRAINT pk_unit PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "unit" VALUES('AED','Dirham of the United Arab Emirates','money');
INSERT INTO "unit" VALUES('AFN','Afghani','money');
INSERT INTO "unit" VALUES('ALL','Albanian lek','money');
INSERT INTO "unit" VALUES('AMD','Armenian dram','money');
INSERT INTO "unit" VALUES('AOA','Angolan kwanza','money');
INSERT INTO "unit" VALUES('ARS','Argentine peso','money');
INSERT INTO "unit" VALUES('AUD','Australian dollar','money');
INSERT INTO "unit" VALUES('AWG','Aruban florin','money');
INSERT INTO "unit" VALUES('AZN','Azerbaijani manat','money');
INSERT INTO "unit" VALUES('BAM','Convertible mark of Bosnia and Herzegovina','money');
INSERT INTO "unit" VALUES('BBD','Barbados dollar','money');
INSERT INTO "unit" VALUES('BDT','Bangladeshi taka','money');
INSERT INTO "unit" VALUES('BHD','Bahraini dinar','money');
INSERT INTO "unit" VALUES('BIF','Burundi franc','money');
INSERT INTO "unit" VALUES('BMD','Bermudian dollar','money');
INSERT INTO "unit" VALUES('BND','Brunei dollar','money');
INSERT INTO "unit" VALUES('BOB','Boliviano','money');
INSERT INTO "unit" VALUES('BRL','Brazilian real','money');
INSERT INTO "unit" VALUES('BSD','Bahamian dollar','money');
INSERT INTO "unit" VALUES('BTN','Bhutanese ngultrum','money');
INSERT INTO "unit" VALUES('BWP','Botswana pula','money');
INSERT INTO "unit" VALUES('BYN','Belarusian rouble','money');
INSERT INTO "unit" VALUES('BZD','Belize dollar','money');
INSERT INTO "unit" VALUES('CAD','Canadian dollar','money');
INSERT INTO "unit" VALUES('CDF','Congolese franc','money');
INSERT INTO "unit" VALUES('CHF','Swiss franc','money');
INSERT INTO "unit" VALUES('CLP','Chilean peso','money');
INSERT INTO "unit" VALUES('CNY','Chinese yuan renminbi','money');
INSERT INTO "unit" VALUES('COP','Colombian peso','money');
INSERT INTO "unit" VALUES('CRC','Costa Rican colón','money');
INSERT INTO "unit" VALUES('CUP','Cuban peso','money');
INSERT INTO "unit" VALUES('CVE','Cabo Verde escudo','money');
INSERT INTO "unit" VALUES('CZK','Czech koruna','money');
INSERT INTO "unit" VALUES('DJF','Djibouti franc','money');
INSERT INTO "unit" VALUES('DKK','Danish krone','money');
INSERT INTO "unit" VALUES('DOP','Dominican peso','money');
INSERT INTO "unit" VALUES('DZD','Algerian dinar','money');
INSERT INTO "unit" VALUES('EGP','Egyptian pound','money');
INSERT INTO "unit" VALUES('ERN','Eritrean nakfa','money');
INSERT INTO "unit" VALUES('ETB','Ethiopian birr','money');
INSERT INTO "unit" VALUES('EUR','Euro','money');
INSERT INTO "unit" VALUES('FJD','Fiji dollar','money');
INSERT INTO "unit" VALUES('FKP','Falkland Islands pound','money');
INSERT INTO "unit" VALUES('GBP','Pound sterling','money');
INSERT INTO "unit" VALUES('GEL','Georgian lari','money');
INSERT INTO "unit" VALUES('GHS','Ghana cedi','money');
INSERT INTO "unit" VALUES('GIP','Gibraltar pound','money');
INSERT INTO "unit" VALUES('GMD','Gambian dalasi','money');
INSERT INTO "unit" VALUES('GNF','Guinean franc','money');
INSERT INTO "unit" VALUES('GTQ','Guatemalan quetzal','money');
INSERT INTO "unit" VALUES('GYD','Guyana dollar','money');
INSERT INTO "unit" VALUES('HKD','Hong Kong dollar','money');
INSERT INTO "unit" VALUES('HNL','Honduran lempira','money');
INSERT INTO "unit" VALUES('HTG','Haitian gourde','money');
INSERT INTO "unit" VALUES('HUF','Hungarian forint','money');
INSERT INTO "unit" VALUES('IDR','Indonesian rupiah','money');
INSERT INTO "unit" VALUES('ILS','New Israeli shekel','money');
INSERT INTO "unit" VALUES('INR','Indian rupee','money');
INSERT INTO "unit" VALUES('IQD','Iraqi dinar','money');
INSERT INTO "unit" VALUES('IRR','Iranian rial','money');
INSERT INTO "unit" VALUES('ISK','Icelandic króna','money');
INSERT INTO "unit" VALUES('JMD','Jamaican dollar','money');
INSERT INTO "unit" VALUES('JOD','Jordanian dinar','money');
INSERT INTO "unit" VALUES('JPY','Japanese yen','money');
INSERT INTO "unit" VALUES('KES','Kenyan shilling','money');
INSERT INTO "unit" VALUES('KGS','Kyrgyz som','money');
INSERT INTO "unit" VALUES('KHR','Cambodian riel','money');
INSERT INTO "unit" VALUES('KMF','Comorian franc','money');
INSERT INTO "unit" VALUES('KPW','North Korean won','money');
INSERT INTO "unit" VALUES('KRW','South Korean won','money');
INSERT INTO "unit" VALUES('KWD','Kuwaiti dinar','money');
INSERT INTO "unit" VALUES('KYD','Cayman Islands dollar','money');
INSERT INTO "unit" VALUES('KZT','Kazakhstani tenge','money');
INSERT INTO "unit" VALUES('LAK','Lao kip','money');
INSERT INTO "unit" VALUES('LBP','Lebanese pound','money');
INSERT INTO "unit" VALUES('LKR','Sri Lanka rupee','money');
INSERT INTO "unit" VALUES('LRD','Liberian dollar','money');
INSERT INTO "unit" VALUES('LSL','Lesotho loti','money');
INSERT INTO "unit" VALUES('LYD','Libyan dinar','money');
INSERT INTO "unit" VALUES('MAD','Moroccan dirham','money');
INSERT INTO "unit" VALUES('MDL','Moldovan leu','money');
INSERT INTO "unit" VALUES('MGA','Malagasy ariary','money');
INSERT INTO "unit" VALUES('MKD','Macedonian denar','money');
INSERT INTO "unit" VALUES('MMK','Myanmar kyat','money');
INSERT INTO "unit" VALUES('MNT','Mongolian tögrög','money');
INSERT INTO "unit" VALUES('MOP','Macao pataca','money');
INSERT INTO "unit" VALUES('MRU','Mauritanian ouguiya','money');
INSERT INTO "unit" VALUES('MUR','Mauritius rupee','money');
INSERT INTO "unit" VALUES('MVR','Maldivian rufiyaa','money');
INSERT INTO "unit" VALUES('MWK','Malawi kwacha','money');
INSERT INTO "unit" VALUES('MXN','Mexican peso','money');
INSERT INTO "unit" VALUES('MYR','Malaysian ringgit','money');
INSERT INTO "unit" VALUES('MZN','Mozambique metical','money');
INSERT INTO "unit" VALUES('NAD','Namibia dollar','money');
INSERT INTO "unit" VALUES('NGN','Nigerian naira','money');
INSERT INTO "unit" VALUES('NIO','Nicaraguan córdoba','money');
INSERT INTO "unit" VALUES('NOK','Norwegian krone','money');
INSERT INTO "unit" VALUES('NPR','Nepalese rupee','money');
INSERT INTO "unit" VALUES('NZD','New Zealand dollar','money');
INSERT INTO "unit" VALUES('OMR','Omani rial','money');
INSERT INTO "unit" VALUES('PAB','Panamanian balboa','money');
INSERT INTO "unit" VALUES('PEN','Peruvian sol','money');
INSERT INTO "unit" VALUES('PGK','Papua New Guinean kina','money');
INSERT INTO "unit" VALUES('PHP','Philippine peso','money');
INSERT INTO "unit" VALUES('PKR','Pakistan rupee','money');
INSERT INTO "unit" VALUES('PLN','Polish złoty','money');
INSERT INTO "unit" VALUES('PYG','Paraguayan guaraní','money');
INSERT INTO "unit" VALUES('QAR','Qatari rial','money');
INSERT INTO "unit" VALUES('RON','Romanian leu','money');
INSERT INTO "unit" VALUES('RSD','Serbian dinar','money');
INSERT INTO "unit" VALUES('RUB','Russian rouble','money');
INSERT INTO "unit" VALUES('RWF','Rwanda franc','money');
INSERT INTO "unit" VALUES('SAR','Saudi riyal','money');
INSERT INTO "unit" VALUES('SBD','Solomon Islands dollar','money');
INSERT INTO "unit" VALUES('SCR','Seychelles rupee','money');
INSERT INTO "unit" VALUES('SDG','Sudanese pound','money');
INSERT INTO "unit" VALUES('SEK','Swedish krona','money');
INSERT INTO "unit" VALUES('SGD','Singapore dollar','money');
INSERT INTO "unit" VALUES('SHP','Saint Helena pound','money');
INSERT INTO "unit" VALUES('SLE','Sierra Leonean leone','money');
INSERT INTO "unit" VALUES('SOS','Somali shilling','money');
INSERT INTO "unit" VALUES('SRD','Surinam dollar','money');
INSERT INTO "unit" VALUES('SSP','South Sudanese pound','money');
INSERT INTO "unit" VALUES('STN','Dobra of São Tomé and Príncipe','money');
INSERT INTO "unit" VALUES('SVC','Salvadoran colón','money');
INSERT INTO "unit" VALUES('SYP','Syrian pound','money');
INSERT INTO "unit" VALUES('SZL','Lilangeni of Eswatini','money');
INSERT INTO "unit" VALUES('THB','Thai baht','money');
INSERT INTO "unit" VALUES('TJS','Tajik somoni','money');
INSERT INTO "unit" VALUES('TMT','Turkmen manat','money');
INSERT INTO "unit" VALUES('TND','Tunisian dinar','money');
INSERT INTO "unit" VALUES('TOP','Tongan paʻanga','money');
INSERT INTO "unit" VALUES('TRY','Turkish lira','money');
INSERT INTO "unit" VALUES('TTD','Trinidad and Tobago dollar','money');
INSERT INTO "unit" VALUES('TWD','New Taiwan dollar','money');
INSERT INTO "unit" VALUES('TZS','Tanzanian shilling','money');
INSERT INTO "unit" VALUES('UAH','Ukrainian hryvnia','money');
INSERT INTO "unit" VALUES('UGX','Uganda shilling','money');
INSERT INTO "unit" VALUES('USD','United States dollar','money');
INSERT INTO "unit" VALUES('UYU','Uruguayan peso','money');
INSERT INTO "unit" VALUES('UZS','Uzbek sum','money');
INSERT INTO "unit" VALUES('VED','Digital bolívar of Venezuela','money');
INSERT INTO "unit" VALUES('VES','Venezuelan bolívar','money');
INSERT INTO "unit" VALUES('VND','Vietnamese dong','money');
INSERT INTO "unit" VALUES('VUV','Vanuatu vatu','money');
INSERT INTO "unit" VALUES('WST','Samoan tala','money');
INSERT INTO "unit" VALUES('XAF','CFA franc of the Bank of Central African States','money');
INSERT INTO "unit" VALUES('XCD','East Caribbean dollar','money');
INSERT INTO "unit" VALUES('XCG','Caribbean guilder','money');
INSERT INTO "unit" VALUES('XDR','Special drawing right of the IMF','money');
INSERT INTO "unit" VALUES('XOF','CFA franc of the Central Bank of West African States','money');
INSERT INTO "unit" VALUES('XPF','CFP franc','money');
INSERT INTO "unit" VALUES('YER','Yemeni rial','money');
INSERT INTO "unit" VALUES('ZAR','South African rand','money');
INSERT INTO "unit" VALUES('ZMW','Zambian kwacha','money');
INSERT INTO "unit" VALUES('ZWG','Zimbabwe gold','money');
INSERT INTO "unit" VALUES('kg','Kilogram','mass');
INSERT INTO "unit" VALUES('t','Metric ton','mass');
INSERT INTO "unit" VALUES('m3','Cubic metre','volume');
INSERT INTO "unit" VALUES('L','Litre','volume');
INSERT INTO "unit" VALUES('bbl','Barrel of oil','volume');
INSERT INTO "unit" VALUES('km','Kilometre','length');
INSERT INTO "unit" VALUES('km2','Square kilometre','area');
INSERT INTO "unit" VALUES('ha','Hectare','area');
INSERT INTO "unit" VALUES('kWh','Kilowatt-hour','energy');
INSERT INTO "unit" VALUES('MW','Megawatt','power');
INSERT INTO "unit" VALUES('TEU','Twenty-foot equivalent unit, a container','count');
INSERT INTO "unit" VALUES('1','A number of things or persons','count');
INSERT INTO "unit" VALUES('rank','A place in a list','rank');
INSERT INTO "unit" VALUES('%','Per cent','ratio');
INSERT INTO "unit" VALUES('pp','Percentage point','ratio');
INSERT INTO "unit" VALUES('other','A unit that the basis tells','other');
CREATE TABLE verdict (
	code TEXT NOT NULL, 
	description TEXT NOT NULL, 
	CONSTRAINT pk_verdict PRIMARY KEY (code)
)
 STRICT

;
INSERT INTO "verdict" VALUES('doubtful','There is reason to doubt it.');
INSERT INTO "verdict" VALUES('contradicted','Better evidence says otherwise.');
INSERT INTO "verdict" VALUES('disputed','Parties to it say otherwise; no verdict between them.');
INSERT INTO "verdict" VALUES('ambiguous','The wording can be read in more than one way.');
INSERT INTO "verdict" VALUES('confirmed','Other evidence says the same.');
CREATE INDEX ix_revision_table_name_row_key ON revision (table_name, row_key);
CREATE INDEX ix_actor_iso2 ON actor (iso2);
CREATE INDEX ix_actor_iso3 ON actor (iso3);
CREATE INDEX ix_actor_m49 ON actor (m49);
CREATE INDEX ix_actor_part_of ON actor (part_of);
CREATE INDEX ix_actor_state ON actor (state);
CREATE INDEX ix_actor_wikidata ON actor (wikidata);
CREATE INDEX ix_thing_label_lower ON thing (lower(label));
CREATE INDEX ix_source_author ON source (author);
CREATE INDEX ix_source_publisher ON source (publisher);
CREATE INDEX ix_assertion_source ON assertion (source);
CREATE INDEX ix_about_thing ON about (thing);
CREATE INDEX ix_action_actor ON action (actor);
CREATE INDEX ix_action_agreement ON action (agreement);
CREATE INDEX ix_action_event ON action (event);
CREATE INDEX ix_action_place ON action (place);
CREATE INDEX ix_affiliation_actor ON affiliation (actor);
CREATE INDEX ix_affiliation_organisation ON affiliation (organisation);
CREATE INDEX ix_assertion_link_other ON assertion_link (other);
CREATE INDEX ix_assessment_basis_assertion ON assessment (basis_assertion);
CREATE INDEX ix_attribution_actor ON attribution (actor);
CREATE INDEX ix_change_series_period ON change (series, period);
CREATE INDEX ix_commitment_actor ON commitment (actor);
CREATE INDEX ix_commitment_agreement ON commitment (agreement);
CREATE INDEX ix_commitment_settled_by ON commitment (settled_by);
CREATE INDEX ix_commitment_towards ON commitment (towards);
CREATE INDEX ix_figure_assertion ON figure (assertion) WHERE assertion IS NOT NULL;
CREATE INDEX ix_link_other ON link (other);
CREATE INDEX ix_link_thing ON link (thing);
CREATE INDEX ix_name_name_lower ON name (lower(name));
CREATE INDEX ix_name_assertion ON name (assertion);
CREATE INDEX ix_occurrence_event ON occurrence (event);
CREATE INDEX ix_occurrence_place ON occurrence (place);
CREATE INDEX ix_participation_actor ON participation (actor);
CREATE INDEX ix_participation_agreement ON participation (agreement);
CREATE INDEX ix_participation_event ON participation (event);
CREATE INDEX ix_participation_representing ON participation (representing);
CREATE INDEX ix_party_actor ON party (actor);
CREATE INDEX ix_party_agreement ON party (agreement);
CREATE INDEX ix_position_holder ON position (holder);
CREATE INDEX ix_position_speaker ON position (speaker);
CREATE INDEX ix_position_target ON position (target);
CREATE INDEX ix_provision_agreement ON provision (agreement);
CREATE INDEX ix_provision_beneficiary ON provision (beneficiary);
CREATE INDEX ix_provision_grantor ON provision (grantor);
CREATE INDEX ix_relation_actor ON relation (actor);
CREATE INDEX ix_relation_agreement ON relation (agreement);
CREATE INDEX ix_relation_other ON relation (other);
CREATE INDEX ix_tally_thing ON tally (thing);
CREATE INDEX ix_figure_revision_entry ON figure_revision (entry);
CREATE INDEX ix_figure_revision_assertion ON figure_revision (assertion) WHERE assertion IS NOT NULL;
CREATE UNIQUE INDEX uq_measure_dimensions ON measure (source, indicator, unit, period_kind, coalesce(basis, ''));
CREATE INDEX ix_series_key_revision_entry ON series_key_revision (entry);
CREATE UNIQUE INDEX uq_series_key_dimensions ON series_key (coalesce(area, ''), coalesce(partner, ''), coalesce(reporter, ''), coalesce(flow, ''), coalesce(classification, ''), coalesce(commodity, ''), coalesce(route, ''), measure);
CREATE INDEX ix_series_key_route ON series_key (route) WHERE route IS NOT NULL;
CREATE INDEX ix_series_key_reporter ON series_key (reporter) WHERE coalesce(reporter, '') <> coalesce(area, '');
CREATE VIEW today AS SELECT CAST(CURRENT_DATE AS TEXT) AS day;
CREATE VIEW citations AS SELECT
  assertion.key AS assertion,
  assertion.kind,
  assertion.source,
  assertion.locator,
  assertion.anchor,
  assertion.source || coalesce(' ' || assertion.locator, '') AS citation,
  assertion.modality,
  assertion.polarity,
  assertion.certainty,
  (
    SELECT group_concat(voices.voice, '; ')
    FROM (
      SELECT coalesce(thing.label, attribution.words) AS voice
      FROM attribution LEFT JOIN thing ON thing.key = attribution.actor
      WHERE attribution.assertion = assertion.key
      ORDER BY attribution.ordinal
    ) AS voices
  ) AS said_by,
  (
    SELECT group_concat(verdicts.verdict, '; ')
    FROM (
      SELECT assessment.verdict FROM assessment
      WHERE assessment.assertion = assertion.key
      ORDER BY assessment.ordinal
    ) AS verdicts
  ) AS assessment,
  assertion.text
FROM assertion;
CREATE VIEW bound AS SELECT party.assertion, party.agreement, party.actor AS actor_code
FROM party
JOIN assertion ON assertion.key = party.assertion
WHERE party.role IN ('party', 'signatory') AND assertion.polarity = 'positive';
CREATE VIEW mentions AS SELECT DISTINCT assertion, thing
FROM (
  SELECT assertion, thing FROM about
  UNION ALL SELECT assertion, actor FROM attribution WHERE actor IS NOT NULL
  UNION ALL SELECT assertion, agreement FROM party
  UNION ALL SELECT assertion, actor FROM party
  UNION ALL SELECT assertion, agreement FROM action
  UNION ALL SELECT assertion, actor FROM action WHERE actor IS NOT NULL
  UNION ALL SELECT assertion, event FROM action WHERE event IS NOT NULL
  UNION ALL SELECT assertion, place FROM action WHERE place IS NOT NULL
  UNION ALL SELECT assertion, agreement FROM provision
  UNION ALL SELECT assertion, grantor FROM provision WHERE grantor IS NOT NULL
  UNION ALL SELECT assertion, beneficiary FROM provision WHERE beneficiary IS NOT NULL
  UNION ALL SELECT assertion, thing FROM tally
  UNION ALL SELECT assertion, event FROM occurrence
  UNION ALL SELECT assertion, place FROM occurrence WHERE place IS NOT NULL
  UNION ALL SELECT assertion, event FROM participation WHERE event IS NOT NULL
  UNION ALL SELECT assertion, agreement FROM participation WHERE agreement IS NOT NULL
  UNION ALL SELECT assertion, actor FROM participation WHERE actor IS NOT NULL
  UNION ALL SELECT assertion, representing FROM participation WHERE representing IS NOT NULL
  UNION ALL SELECT assertion, actor FROM affiliation
  UNION ALL SELECT assertion, organisation FROM affiliation
  UNION ALL SELECT assertion, actor FROM relation
  UNION ALL SELECT assertion, other FROM relation
  UNION ALL SELECT assertion, agreement FROM relation WHERE agreement IS NOT NULL
  UNION ALL SELECT assertion, holder FROM position
  UNION ALL SELECT assertion, speaker FROM position WHERE speaker IS NOT NULL
  UNION ALL SELECT assertion, target FROM position WHERE target IS NOT NULL
  UNION ALL SELECT assertion, actor FROM commitment
  UNION ALL SELECT assertion, towards FROM commitment WHERE towards IS NOT NULL
  UNION ALL SELECT assertion, agreement FROM commitment WHERE agreement IS NOT NULL
  UNION ALL SELECT assertion, thing FROM link
  UNION ALL SELECT assertion, other FROM link
  UNION ALL SELECT figure.assertion, series.area FROM figure JOIN series_key AS series ON series.id = figure.series
    WHERE figure.assertion IS NOT NULL AND series.area IS NOT NULL
  UNION ALL SELECT figure.assertion, series.partner FROM figure JOIN series_key AS series ON series.id = figure.series
    WHERE figure.assertion IS NOT NULL AND series.partner IS NOT NULL
  UNION ALL SELECT figure.assertion, series.reporter FROM figure JOIN series_key AS series ON series.id = figure.series
    WHERE figure.assertion IS NOT NULL AND series.reporter IS NOT NULL
  UNION ALL SELECT figure.assertion, series.route FROM figure JOIN series_key AS series ON series.id = figure.series
    WHERE figure.assertion IS NOT NULL AND series.route IS NOT NULL
  UNION ALL SELECT change.assertion, series.area FROM change JOIN series_key AS series ON series.id = change.series
    WHERE series.area IS NOT NULL
  UNION ALL SELECT change.assertion, series.partner FROM change JOIN series_key AS series ON series.id = change.series
    WHERE series.partner IS NOT NULL
  UNION ALL SELECT change.assertion, series.reporter FROM change JOIN series_key AS series ON series.id = change.series
    WHERE series.reporter IS NOT NULL
  UNION ALL SELECT change.assertion, series.route FROM change JOIN series_key AS series ON series.id = change.series
    WHERE series.route IS NOT NULL
  UNION ALL SELECT assertion, thing FROM name WHERE assertion IS NOT NULL
) AS told;
CREATE VIEW mention_places AS SELECT
  by_source.thing,
  group_concat(by_source.citation, '; ') AS citation,
  group_concat(by_source.source, '; ') AS sources,
  sum(by_source.mentions) AS mentions
FROM (
  SELECT
    places.thing,
    places.source,
    places.source || coalesce(' ' || group_concat(places.locator, ' '), '') AS citation,
    sum(places.mentions) AS mentions
  FROM (
    SELECT
      mentions.thing, assertion.source, assertion.locator, count(*) AS mentions,
      -- Assertions are numbered in reading order.
      min(CAST(substr(assertion.key, length(assertion.source) + 2) AS INTEGER)) AS first
    FROM mentions JOIN assertion ON assertion.key = mentions.assertion
    GROUP BY mentions.thing, assertion.source, assertion.locator
    ORDER BY mentions.thing, assertion.source, first
  ) AS places
  GROUP BY places.thing, places.source
  ORDER BY places.thing, places.source
) AS by_source
GROUP BY by_source.thing;
CREATE VIEW claims AS SELECT
  told.assertion,
  assertion.kind
    || CASE
      WHEN assertion.modality IN ('plan', 'expectation') AND assertion.kind NOT IN ('commitment', 'position')
      THEN ' planned' ELSE '' END
    || ' | ' || told.claim AS claim,
  assertion.source,
  assertion.polarity,
  told.date_from,
  told.date_to,
  told.low,
  told.high,
  told.answer
FROM (
  SELECT
    assertion, agreement || ' | ' || action || ' | ' || coalesce(actor, '') AS claim,
    date_from, date_to, CAST(NULL AS DOUBLE PRECISION) AS low, CAST(NULL AS DOUBLE PRECISION) AS high,
    CAST(NULL AS TEXT) AS answer
  FROM action
  UNION ALL
  SELECT assertion, agreement || ' | ' || actor || ' | ' || role, NULL, NULL, NULL, NULL, NULL FROM party
  UNION ALL
  SELECT
    assertion,
    agreement || ' | ' || kind || ' | ' || coalesce(grantor, '') || ' | ' || coalesce(beneficiary, '')
      || ' | ' || lower(coalesce(scope, '')),
    date_from, date_to, NULL, NULL, lower(value)
  FROM provision
  UNION ALL
  SELECT assertion, thing || ' | ' || lower(counted), NULL, NULL, low, high, NULL FROM tally
  UNION ALL
  SELECT assertion, event, date_from, date_to, NULL, NULL, NULL FROM occurrence
  UNION ALL
  SELECT
    assertion,
    coalesce(event, '') || ' | ' || coalesce(agreement, '') || ' | '
      || coalesce(actor, coalesce(office, '') || ' of ' || coalesce(representing, '')) || ' | ' || role,
    NULL, NULL, NULL, NULL, NULL
  FROM participation
  UNION ALL
  -- A term, not the days on which it is attested: those differ within one term.
  SELECT
    assertion, actor || ' | ' || status || ' | ' || organisation || ' | ' || lower(coalesce(office, '')),
    date_from, date_to, NULL, NULL, NULL
  FROM affiliation
  UNION ALL
  -- Of partners neither is the first; owners and dependants are.
  SELECT
    assertion,
    CASE WHEN actor < other OR kind IN ('ownership', 'dependence') THEN actor || ' | ' || other
      ELSE other || ' | ' || actor END || ' | ' || kind,
    date_from, date_to, NULL, NULL, lower(level)
  FROM relation
  UNION ALL
  SELECT
    assertion, holder || ' | ' || stance || ' | ' || coalesce(target, '') || ' | ' || lower(subject),
    NULL, NULL, NULL, NULL, NULL
  FROM position
  UNION ALL
  SELECT assertion, actor || ' | ' || coalesce(towards, '') || ' | ' || lower(subject), due_from, due_to, NULL, NULL, NULL
  FROM commitment
  UNION ALL
  SELECT assertion, thing || ' | ' || kind || ' | ' || other, NULL, NULL, NULL, NULL, NULL FROM link
  UNION ALL
  SELECT key, key, NULL, NULL, NULL, NULL, NULL FROM assertion WHERE kind = 'statement'
  UNION ALL
  SELECT
    measured.assertion,
    measured.claim,
    NULL,
    NULL,
    -- 3.7 billion in two digits is 3.65 to 3.75 billion; a stated bound, or a hedge to one side, goes before.
    CASE
      WHEN measured.low IS NOT NULL THEN measured.low
      WHEN measured.qualifier IN ('less than', 'at most', 'up to') OR (measured.value IS NULL) THEN NULL
      WHEN measured.qualifier IN ('more than', 'at least') THEN measured.value
      ELSE measured.value - measured.half
    END / measured.scale,
    CASE
      WHEN measured.high IS NOT NULL THEN measured.high
      WHEN measured.qualifier IN ('more than', 'at least') OR (measured.value IS NULL) THEN NULL
      WHEN measured.qualifier IN ('less than', 'at most', 'up to') THEN measured.value
      ELSE measured.value + measured.half
    END / measured.scale,
    NULL
  FROM (
    SELECT
      numbers.*,
      measure.indicator || ' | ' || coalesce(series.area, '') || ' | ' || coalesce(series.partner, '')
        || ' | ' || coalesce(series.reporter, '') || ' | ' || coalesce(series.flow, '')
        || ' | ' || coalesce(series.classification || ' ' || series.commodity, '') || ' | ' || coalesce(series.route, '')
        || ' | ' || lower(coalesce(measure.basis, '')) || ' | ' || measure.unit || ' | ' || measure.period_kind
        || ' | ' || numbers.told_for AS claim,
      CAST('1e' || coalesce(numbers.decimals, series.decimals) AS DOUBLE PRECISION) AS scale,
      CASE WHEN numbers.digits IS NULL THEN 0
        ELSE CAST('1e' || (length(CAST(abs(numbers.value) AS TEXT)) - numbers.digits) AS DOUBLE PRECISION) / 2
      END AS half
    FROM (
      SELECT
        assertion, series, period || ' | ' || status AS told_for, value, low, high, digits, qualifier,
        CAST(NULL AS INTEGER) AS decimals
      FROM figure WHERE assertion IS NOT NULL
      UNION ALL
      SELECT
        assertion, series, period || ' | ' || coalesce(base_period, '') || ' | ' || kind || ' | ' || status, value, low,
        high, digits, qualifier, decimals
      FROM change
    ) AS numbers
    JOIN series_key AS series ON series.id = numbers.series
    JOIN measure ON measure.id = series.measure
  ) AS measured
) AS told
JOIN assertion ON assertion.key = told.assertion;
CREATE VIEW comparisons AS WITH claim AS MATERIALIZED (
  SELECT assertion, claim, source, polarity, date_from, date_to, low, high, answer FROM claims
),
linked AS (
  SELECT assertion, other, CASE WHEN kind IN ('repeats', 'refines') THEN 'yes' ELSE 'no' END AS agrees
  FROM assertion_link WHERE kind IN ('repeats', 'refines', 'contradicts', 'corrects')
),
-- Where several links stand between two assertions, one that sets them apart counts.
sided AS (
  SELECT ways.assertion, ways.other, min(ways.agrees) AS agrees
  FROM (SELECT assertion, other, agrees FROM linked UNION ALL SELECT other, assertion, agrees FROM linked) AS ways
  GROUP BY ways.assertion, ways.other
),
-- As for what differs in the view of agreements.
again AS (
  SELECT assertion FROM action
  WHERE action IN ('proposed', 'announced', 'negotiating', 'valid', 'extended', 'amended', 'suspended', 'resumed')
)
SELECT
  sided.assertion, one.source, sided.other AS other_assertion, two.source AS other_source, sided.agrees
FROM sided
JOIN assertion AS one ON one.key = sided.assertion
JOIN assertion AS two ON two.key = sided.other
UNION ALL
SELECT
  one.assertion, one.source, two.assertion, two.source,
  CASE
    WHEN one.polarity = two.polarity
      AND coalesce(one.date_from, '') <= coalesce(two.date_to, '9999-99')
      AND coalesce(two.date_from, '') <= coalesce(one.date_to, '9999-99')
      AND (one.low IS NULL OR two.high IS NULL OR one.low <= two.high)
      AND (two.low IS NULL OR one.high IS NULL OR two.low <= one.high)
      AND (one.answer IS NULL OR two.answer IS NULL OR one.answer = two.answer)
    THEN 'yes' ELSE 'no'
  END
FROM claim AS one
JOIN claim AS two ON two.claim = one.claim AND two.assertion <> one.assertion
WHERE NOT EXISTS (
  SELECT 1 FROM sided WHERE sided.assertion = one.assertion AND sided.other = two.assertion
)
AND NOT EXISTS (
  SELECT 1 FROM again
  WHERE again.assertion = one.assertion AND (one.date_from > two.date_to OR two.date_from > one.date_to)
);
CREATE VIEW origins AS WITH RECURSIVE own AS (
  SELECT
    assertion.key AS assertion,
    coalesce(
      (
        SELECT voice.actor FROM attribution AS voice
        WHERE voice.assertion = assertion.key AND voice.actor IS NOT NULL
        ORDER BY voice.ordinal DESC LIMIT 1
      ),
      source.publisher, source.author, source.key
    ) AS origin
  FROM assertion JOIN source ON source.key = assertion.source
),
relayed (assertion, root) AS (
  SELECT assertion, other FROM assertion_link WHERE kind = 'repeats'
  UNION
  SELECT relayed.assertion, assertion_link.other
  FROM relayed JOIN assertion_link ON assertion_link.assertion = relayed.root AND assertion_link.kind = 'repeats'
),
-- The ends of the chains; where chains run in a circle, all in it.
root AS (
  SELECT relayed.assertion, relayed.root FROM relayed
  WHERE NOT EXISTS (
    SELECT 1 FROM assertion_link
    WHERE assertion_link.assertion = relayed.root AND assertion_link.kind = 'repeats'
      AND NOT EXISTS (
        SELECT 1 FROM relayed AS back WHERE back.assertion = assertion_link.other AND back.root = relayed.root
      )
  )
),
traced AS (
  SELECT root.assertion, min(own.origin) AS origin
  FROM root JOIN own ON own.assertion = root.root
  GROUP BY root.assertion
)
SELECT own.assertion, thing.label AS origin, coalesce(traced.origin, own.origin) AS origin_code
FROM own
LEFT JOIN traced ON traced.assertion = own.assertion
JOIN thing ON thing.key = coalesce(traced.origin, own.origin);
CREATE VIEW actors AS SELECT
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
LEFT JOIN mention_places ON mention_places.thing = actor.key;
CREATE VIEW agreements AS WITH step AS (
  SELECT
    action.agreement,
    action.assertion,
    action.action,
    action.actor,
    action.place,
    action.date,
    action.date_from,
    action.date_to,
    action_kind.stage,
    action_kind.status,
    assertion.source,
    assertion.certainty,
    assertion.polarity,
    CASE WHEN assertion.modality IN ('plan', 'expectation') THEN 1 ELSE 0 END AS planned,
    CASE
      WHEN action.date LIKE '____-__-__/..' THEN action.date_from
      WHEN source.published_to < action.date_to OR action.date_to IS NULL THEN source.published_to
      ELSE action.date_to
    END AS done_by,
    CASE WHEN action.date_from > today.day THEN 1 ELSE 0 END AS later
  FROM action
  CROSS JOIN today
  JOIN action_kind ON action_kind.code = action.action
  JOIN assertion ON assertion.key = action.assertion
  JOIN source ON source.key = assertion.source
),
done AS (
  SELECT
    step.*,
    CASE WHEN step.actor IS NULL THEN 0 ELSE 1 END AS of_one,
    max(step.date_from) OVER (PARTITION BY step.agreement, CASE WHEN step.actor IS NULL THEN 0 ELSE 1 END) AS latest
  FROM step CROSS JOIN today
  WHERE step.planned = 0
    AND step.polarity = 'positive'
    AND step.status IS NOT NULL
    AND step.later = 0
    AND (step.done_by IS NULL OR step.done_by <= today.day)
),
-- A step comes after another where the first day that it may have happened on is after the other's last; of steps that
-- none surely comes after the one of the highest stage counts, told as exactly as it is.
ranked AS (
  SELECT
    done.*,
    row_number() OVER (
      PARTITION BY done.agreement
      ORDER BY
        done.of_one,
        CASE
          WHEN done.latest > coalesce(done.date_to, done.done_by) AND done.latest > coalesce(done.date_from, '') THEN 1
          ELSE 0
        END,
        done.stage DESC,
        coalesce(length(done.date), 0) DESC,
        done.assertion
    ) AS place_in_line
  FROM done
),
now AS (
  SELECT
    ranked.agreement,
    CASE WHEN ranked.actor IS NULL THEN ranked.status ELSE 'partly ' || ranked.status END AS status,
    ranked.date,
    ranked.date_from,
    ranked.date_to,
    ranked.certainty
  FROM ranked
  WHERE ranked.place_in_line = 1
),
-- The most exact of what sources say for one action on the whole; then the first. Of periods of validity the last.
told AS (
  SELECT
    step.agreement,
    step.action,
    step.date,
    step.date_to,
    substr(step.date, 1, instr(step.date || '/', '/') - 1) AS begins,
    step.place,
    row_number() OVER (
      PARTITION BY step.agreement, step.action
      ORDER BY
        CASE WHEN step.actor IS NULL THEN 0 ELSE 1 END,
        CASE WHEN step.action = 'valid' AND step.date IS NOT NULL THEN coalesce(step.date_to, '9999') ELSE '' END DESC,
        coalesce(length(step.date), 0) DESC,
        step.date,
        step.assertion
    ) AS choice
  FROM step
  WHERE step.planned = 0 AND step.polarity = 'positive'
),
difference AS (
  SELECT
    step.agreement,
    step.action || coalesce(' by ' || step.actor, '') || ': ' || group_concat(
      CASE
        WHEN step.polarity = 'negative' THEN 'not ' || coalesce(step.date, 'dated')
        ELSE coalesce(step.date, 'undated')
      END || ' (' || step.source || ')', ', '
    ) AS words
  FROM step
  -- What may be done more than once has a date each time.
  WHERE step.planned = 0 AND step.action NOT IN (
    'proposed', 'announced', 'negotiating', 'valid', 'extended', 'amended', 'suspended', 'resumed'
  )
  GROUP BY step.agreement, step.action, step.actor
  HAVING count(DISTINCT step.polarity) > 1 OR max(step.date_from) > min(step.date_to)
)
SELECT
  agreement.key,
  thing.label,
  agreement.title,
  agreement.kind,
  agreement.subject,
  agreement.summary,
  CASE
    WHEN now.status IN ('terminated', 'replaced', 'expired', 'abandoned', 'denounced') THEN now.status
    WHEN now.status IS NOT NULL AND valid.date_to < today.day AND NOT EXISTS (
      -- Prolonged after the period that is told last had begun, and nothing tells until when.
      SELECT 1 FROM done
      WHERE done.agreement = agreement.key AND done.action = 'extended' AND done.actor IS NULL
        AND (done.date IS NULL OR substr(done.date_from, 1, length(valid.begins)) > valid.begins)
    ) THEN 'expired'
    WHEN now.status IS NOT NULL THEN now.status
    WHEN EXISTS (SELECT 1 FROM step WHERE step.agreement = agreement.key AND step.planned = 1) THEN 'planned'
    WHEN EXISTS (SELECT 1 FROM step WHERE step.agreement = agreement.key AND step.later = 1) THEN 'not yet'
    ELSE 'unknown'
  END AS status,
  now.date,
  now.date_from,
  now.date_to,
  signed.date AS signed,
  in_force.date AS in_force,
  valid.date AS valid,
  (
    SELECT group_concat(members.label, '; ')
    FROM (
      SELECT DISTINCT who.label FROM bound JOIN thing AS who ON who.key = bound.actor_code
      WHERE bound.agreement = agreement.key ORDER BY 1
    ) AS members
  ) AS parties,
  (
    SELECT group_concat(members.actor_code, '; ')
    FROM (SELECT DISTINCT actor_code FROM bound WHERE bound.agreement = agreement.key ORDER BY 1) AS members
  ) AS party_codes,
  place.label AS place,
  (
    SELECT group_concat(wholes.other, '; ')
    FROM (
      SELECT DISTINCT link.other FROM link
      WHERE link.thing = agreement.key AND link.kind IN ('part of', 'annex to', 'concluded at') ORDER BY 1
    ) AS wholes
  ) AS part_of,
  (
    SELECT group_concat(listed.topic, '; ')
    FROM (SELECT topic FROM thing_topic WHERE thing_topic.thing = agreement.key ORDER BY topic) AS listed
  ) AS topics,
  agreement.registration,
  coalesce(now.certainty, (
    SELECT CASE min(CASE assertion.certainty WHEN 'stated' THEN 1 WHEN 'implied' THEN 2 ELSE 3 END)
      WHEN 1 THEN 'stated' WHEN 2 THEN 'implied' WHEN 3 THEN 'derived' END
    FROM action JOIN assertion ON assertion.key = action.assertion WHERE action.agreement = agreement.key
  )) AS certainty,
  (
    SELECT group_concat(verdicts.verdict, '; ')
    FROM (
      SELECT DISTINCT assessment.verdict
      FROM mentions
      JOIN assessment ON assessment.assertion = mentions.assertion
      JOIN assertion ON assertion.key = mentions.assertion
      -- A verdict on an opinion that mentions it is none on the thing itself.
      WHERE mentions.thing = agreement.key AND assertion.kind NOT IN ('statement', 'position', 'commitment') ORDER BY 1
    ) AS verdicts
  ) AS assessment,
  (SELECT group_concat(difference.words, '; ') FROM difference WHERE difference.agreement = agreement.key) AS differs,
  (
    SELECT group_concat(course.words, '; ')
    FROM (
      SELECT
        CASE WHEN step.polarity = 'negative' THEN 'not ' ELSE '' END
        || CASE WHEN step.planned = 1 THEN 'planned: ' ELSE '' END
        || step.action
        || coalesce(' by ' || who.label, '')
        || coalesce(' ' || step.date, '') AS words
      FROM step LEFT JOIN thing AS who ON who.key = step.actor
      WHERE step.agreement = agreement.key
      ORDER BY step.date_from, step.stage, step.assertion
    ) AS course
  ) AS steps,
  mention_places.sources,
  mention_places.citation
FROM agreement
CROSS JOIN today
JOIN thing ON thing.key = agreement.key
LEFT JOIN now ON now.agreement = agreement.key
LEFT JOIN told AS signed ON signed.agreement = agreement.key AND signed.action = 'signed' AND signed.choice = 1
LEFT JOIN thing AS place ON place.key = signed.place
LEFT JOIN told AS in_force ON in_force.agreement = agreement.key AND in_force.action = 'in force' AND in_force.choice = 1
LEFT JOIN told AS valid ON valid.agreement = agreement.key AND valid.action = 'valid' AND valid.choice = 1
LEFT JOIN mention_places ON mention_places.thing = agreement.key;
CREATE VIEW events AS WITH told AS (
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
LEFT JOIN mention_places ON mention_places.thing = event.key;
CREATE VIEW positions AS SELECT
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
LEFT JOIN thing AS speaker ON speaker.key = position.speaker;
CREATE VIEW relations AS SELECT
  stands.assertion,
  actor.label AS actor,
  stands.actor AS actor_code,
  stands.kind,
  CASE WHEN citations.polarity = 'negative' THEN 'not ' ELSE '' END || stands.relation AS relation,
  other.label AS other,
  stands.other AS other_code,
  stands.date,
  stands.attested,
  stands.date_from,
  stands.date_to,
  stands.agreement,
  citations.modality,
  citations.polarity,
  citations.certainty,
  citations.assessment,
  citations.source,
  citations.locator,
  citations.anchor,
  citations.citation
FROM (
  SELECT
    assertion, actor, status AS kind, coalesce(office, status) AS relation, organisation AS other,
    date, attested,
    CASE WHEN date IS NULL THEN attested_from ELSE date_from END AS date_from,
    CASE WHEN date IS NULL THEN attested_to ELSE date_to END AS date_to,
    CAST(NULL AS TEXT) AS agreement
  FROM affiliation
  UNION ALL
  SELECT assertion, actor, kind, coalesce(level, kind), other, date, CAST(NULL AS TEXT), date_from, date_to, agreement
  FROM relation
) AS stands
JOIN citations ON citations.assertion = stands.assertion
JOIN thing AS actor ON actor.key = stands.actor
JOIN thing AS other ON other.key = stands.other;
CREATE VIEW sources AS SELECT
  source.key,
  thing.label,
  source.kind,
  author.label AS author,
  source.author AS author_code,
  publisher.label AS publisher,
  source.publisher AS publisher_code,
  source.published,
  source.published_from AS date_from,
  source.published_to AS date_to,
  source.edition,
  source.address,
  source.language,
  source.digest,
  coalesce(resting.assertions, 0) AS assertions,
  coalesce(resting.assertions - resting.told_elsewhere, 0) AS alone,
  coalesce(resting.origins, 0) AS origins,
  coalesce(resting.figures, 0)
    + (SELECT coalesce(sum(total.figures), 0) FROM measure JOIN total ON total.measure = measure.id WHERE measure.source = source.key)
    AS figures,
  (
    SELECT count(DISTINCT assessment.assertion)
    FROM assessment JOIN assertion ON assertion.key = assessment.assertion WHERE assertion.source = source.key
  ) AS assessed
FROM source
JOIN thing ON thing.key = source.key
LEFT JOIN thing AS author ON author.key = source.author
LEFT JOIN thing AS publisher ON publisher.key = source.publisher
LEFT JOIN (
  SELECT
    assertion.source,
    count(*) AS assertions,
    count(elsewhere.assertion) AS told_elsewhere,
    count(DISTINCT origins.origin_code) AS origins,
    sum(CASE WHEN assertion.kind = 'figure' THEN 1 ELSE 0 END) AS figures
  FROM assertion
  JOIN origins ON origins.assertion = assertion.key
  LEFT JOIN (
    SELECT DISTINCT comparisons.assertion FROM comparisons
    WHERE comparisons.agrees = 'yes' AND comparisons.other_source <> comparisons.source
  ) AS elsewhere ON elsewhere.assertion = assertion.key
  GROUP BY assertion.source
) AS resting ON resting.source = source.key;
CREATE VIEW changes AS SELECT
  told.assertion,
  told.series,
  told.period,
  told.base_period,
  told.kind,
  told.qualifier,
  CASE WHEN told.decimals = 0 THEN told.value ELSE told.value / told.scale END AS value,
  CASE WHEN told.decimals = 0 THEN told.low ELSE told.low / told.scale END AS low,
  CASE WHEN told.decimals = 0 THEN told.high ELSE told.high / told.scale END AS high,
  (told.value - told.still) * told.hundreds / told.scale AS percent,
  (told.low - told.still) * told.hundreds / told.scale AS percent_low,
  (told.high - told.still) * told.hundreds / told.scale AS percent_high,
  told.digits,
  told.status
FROM (
  SELECT
    change.*,
    CAST('1e' || change.decimals AS DOUBLE PRECISION) AS scale,
    -- What it is where nothing changes, and per cent in one of it.
    CASE change.kind WHEN 'percent' THEN 0 WHEN 'multiple' THEN CAST('1e' || change.decimals AS DOUBLE PRECISION) END
      AS still,
    CASE change.kind WHEN 'percent' THEN 1 WHEN 'multiple' THEN 100 END AS hundreds
  FROM change
) AS told;
CREATE VIEW beside AS WITH told AS NOT MATERIALIZED (
  SELECT
    figure.assertion,
    change.assertion AS change_assertion,
    coalesce(change.base_period, change.period) AS base
  FROM change
  JOIN figure ON figure.series = change.series AND figure.period = change.period AND figure.assertion IS NOT NULL
  WHERE NOT EXISTS (
    SELECT 1 FROM figure AS nearer
    WHERE nearer.series = figure.series AND nearer.period = figure.period
      AND (
        ((length(nearer.assertion), nearer.assertion) > (length(figure.assertion), figure.assertion)
          AND (length(nearer.assertion), nearer.assertion) < (length(change.assertion), change.assertion))
        OR ((length(nearer.assertion), nearer.assertion) < (length(figure.assertion), figure.assertion)
          AND (length(change.assertion), change.assertion) < (length(figure.assertion), figure.assertion))
      )
  )
)
SELECT told.assertion, told.change_assertion
FROM told
WHERE NOT EXISTS (
  SELECT 1 FROM told AS better
  WHERE better.assertion = told.assertion
    AND (told.base, length(better.change_assertion), better.change_assertion)
      < (better.base, length(told.change_assertion), told.change_assertion)
);
CREATE VIEW trade AS SELECT
  figure.series,
  measure.indicator,
  substr(
    coalesce(', ' || area.label || coalesce(' and ' || partner.label, ''), ', ' || partner.label, '')
      || coalesce(', ' || route.label, '')
      || coalesce(', ' || coalesce(commodity.description, series.commodity), '')
      || coalesce(', ' || measure.basis, ''),
    3
  ) AS subject,
  area.label AS area,
  series.area AS area_code,
  partner.label AS partner,
  series.partner AS partner_code,
  reporter.label AS reporter,
  series.reporter AS reporter_code,
  series.flow,
  series.classification,
  series.commodity,
  commodity.description AS commodity_name,
  route.label AS route,
  series.route AS route_code,
  measure.basis,
  figure.period,
  measure.period_kind,
  figure.qualifier,
  CASE WHEN series.decimals = 0 THEN figure.value
    ELSE figure.value / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS value,
  CASE WHEN series.decimals = 0 THEN figure.low
    ELSE figure.low / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS low,
  CASE WHEN series.decimals = 0 THEN figure.high
    ELSE figure.high / CAST('1e' || series.decimals AS DOUBLE PRECISION) END AS high,
  measure.unit,
  figure.digits,
  changes.qualifier AS change_qualifier,
  changes.percent AS change,
  changes.percent_low AS change_low,
  changes.percent_high AS change_high,
  changes.kind AS change_kind,
  changes.value AS change_value,
  changes.base_period,
  figure.status AS observation_status,
  citations.modality,
  citations.certainty,
  citations.assessment,
  figure.assertion,
  changes.assertion AS change_assertion,
  measure.source,
  citations.locator,
  citations.anchor,
  coalesce(citations.citation, measure.source) AS citation,
  figure.value AS whole_value,
  figure.low AS whole_low,
  figure.high AS whole_high,
  series.decimals
FROM figure
JOIN series_key AS series ON series.id = figure.series
JOIN measure ON measure.id = series.measure
LEFT JOIN changes
  ON figure.assertion IS NOT NULL
  AND changes.assertion = (SELECT beside.change_assertion FROM beside WHERE beside.assertion = figure.assertion)
LEFT JOIN citations ON citations.assertion = figure.assertion
LEFT JOIN thing AS area ON area.key = series.area
LEFT JOIN thing AS partner ON partner.key = series.partner
LEFT JOIN thing AS reporter ON reporter.key = series.reporter
LEFT JOIN thing AS route ON route.key = series.route
LEFT JOIN commodity ON commodity.classification = series.classification AND commodity.code = series.commodity
UNION ALL
-- Changes that stand beside no figure: of which no level is told, or beside which another stands.
SELECT
  changes.series,
  measure.indicator,
  substr(
    coalesce(', ' || area.label || coalesce(' and ' || partner.label, ''), ', ' || partner.label, '')
      || coalesce(', ' || route.label, '')
      || coalesce(', ' || coalesce(commodity.description, series.commodity), '')
      || coalesce(', ' || measure.basis, ''),
    3
  ) AS subject,
  area.label AS area,
  series.area AS area_code,
  partner.label AS partner,
  series.partner AS partner_code,
  reporter.label AS reporter,
  series.reporter AS reporter_code,
  series.flow,
  series.classification,
  series.commodity,
  commodity.description AS commodity_name,
  route.label AS route,
  series.route AS route_code,
  measure.basis,
  changes.period,
  measure.period_kind,
  CAST(NULL AS TEXT) AS qualifier,
  NULL AS value,
  NULL AS low,
  NULL AS high,
  measure.unit,
  changes.digits,
  changes.qualifier AS change_qualifier,
  changes.percent AS change,
  changes.percent_low AS change_low,
  changes.percent_high AS change_high,
  changes.kind AS change_kind,
  changes.value AS change_value,
  changes.base_period,
  changes.status,
  citations.modality,
  citations.certainty,
  citations.assessment,
  changes.assertion,
  changes.assertion,
  measure.source,
  citations.locator,
  citations.anchor,
  coalesce(citations.citation, measure.source) AS citation,
  -- SQLite opens the view to conditions only where both halves have columns of the same types.
  CAST(NULL AS BIGINT) AS whole_value,
  CAST(NULL AS BIGINT) AS whole_low,
  CAST(NULL AS BIGINT) AS whole_high,
  series.decimals
FROM changes
JOIN series_key AS series ON series.id = changes.series
JOIN measure ON measure.id = series.measure
LEFT JOIN citations ON citations.assertion = changes.assertion
LEFT JOIN thing AS area ON area.key = series.area
LEFT JOIN thing AS partner ON partner.key = series.partner
LEFT JOIN thing AS reporter ON reporter.key = series.reporter
LEFT JOIN thing AS route ON route.key = series.route
LEFT JOIN commodity ON commodity.classification = series.classification AND commodity.code = series.commodity
WHERE NOT EXISTS (SELECT 1 FROM beside WHERE beside.change_assertion = changes.assertion);
CREATE VIEW series AS SELECT
  series.id AS series,
  measure.indicator,
  substr(
    coalesce(', ' || area.label || coalesce(' and ' || partner.label, ''), ', ' || partner.label, '')
      || coalesce(', ' || route.label, '')
      || coalesce(', ' || coalesce(commodity.description, series.commodity), '')
      || coalesce(', ' || measure.basis, ''),
    3
  ) AS subject,
  area.label AS area,
  series.area AS area_code,
  partner.label AS partner,
  series.partner AS partner_code,
  reporter.label AS reporter,
  series.reporter AS reporter_code,
  series.flow,
  series.classification,
  series.commodity,
  commodity.description AS commodity_name,
  route.label AS route,
  series.route AS route_code,
  measure.basis,
  measure.unit,
  measure.period_kind,
  series.decimals,
  (SELECT count(*) FROM figure WHERE figure.series = series.id) AS figures,
  (SELECT min(figure.period) FROM figure WHERE figure.series = series.id) AS first_period,
  (SELECT max(figure.period) FROM figure WHERE figure.series = series.id) AS last_period,
  measure.source
FROM series_key AS series
JOIN measure ON measure.id = series.measure
LEFT JOIN thing AS area ON area.key = series.area
LEFT JOIN thing AS partner ON partner.key = series.partner
LEFT JOIN thing AS reporter ON reporter.key = series.reporter
LEFT JOIN thing AS route ON route.key = series.route
LEFT JOIN commodity ON commodity.classification = series.classification AND commodity.code = series.commodity;
CREATE VIEW measures AS SELECT
  measure.source,
  measure.indicator,
  measure.basis,
  nullif(told.flow, '') AS flow,
  measure.unit,
  measure.period_kind,
  count(DISTINCT nullif(told.area, '')) AS areas,
  sum(told.figures) AS figures,
  min(told.period) AS first_period,
  max(told.period) AS last_period
FROM (
  SELECT measure, area, flow, period, figures FROM total
  UNION ALL
  SELECT series.measure, coalesce(series.area, ''), coalesce(series.flow, ''), figure.period, 1
  FROM figure JOIN series_key AS series ON series.id = figure.series
  WHERE figure.assertion IS NOT NULL
) AS told
JOIN measure ON measure.id = told.measure
GROUP BY measure.id, measure.source, measure.indicator, measure.basis, told.flow, measure.unit, measure.period_kind;
CREATE VIEW journal AS SELECT
  entry.number,
  entry.at,
  entry.author,
  entry.command,
  entry.why,
  (SELECT count(*) FROM revision WHERE revision.entry = entry.number)
    + (SELECT count(*) FROM figure_revision WHERE figure_revision.entry = entry.number)
    + (SELECT count(*) FROM series_key_revision WHERE series_key_revision.entry = entry.number) AS changed
FROM entry;
CREATE VIEW dates AS WITH present AS (
  SELECT participation.event, participation.actor, participation.representing
  FROM participation JOIN assertion ON assertion.key = participation.assertion
  WHERE participation.role <> 'absent' AND assertion.polarity = 'positive'
),
concerned AS (
  SELECT assertion, group_concat(label, '; ') AS actors, group_concat(actor, '; ') AS actor_codes
  FROM (
    SELECT DISTINCT involved.assertion, involved.actor, thing.label
    FROM (
      SELECT action.assertion, bound.actor_code AS actor FROM action JOIN bound ON bound.agreement = action.agreement
        WHERE action.actor IS NULL
      UNION ALL SELECT assertion, actor FROM action WHERE actor IS NOT NULL
      UNION ALL SELECT provision.assertion, bound.actor_code
        FROM provision JOIN bound ON bound.agreement = provision.agreement
      UNION ALL SELECT assertion, grantor FROM provision WHERE grantor IS NOT NULL
      UNION ALL SELECT assertion, beneficiary FROM provision WHERE beneficiary IS NOT NULL
      UNION ALL SELECT occurrence.assertion, present.actor FROM occurrence JOIN present ON present.event = occurrence.event
        WHERE present.actor IS NOT NULL
      UNION ALL SELECT occurrence.assertion, present.representing
        FROM occurrence JOIN present ON present.event = occurrence.event WHERE present.representing IS NOT NULL
      UNION ALL SELECT assertion, place FROM occurrence WHERE place IS NOT NULL
      UNION ALL SELECT assertion, actor FROM affiliation
      UNION ALL SELECT assertion, organisation FROM affiliation
      UNION ALL SELECT assertion, actor FROM relation
      UNION ALL SELECT assertion, other FROM relation
      UNION ALL SELECT assertion, holder FROM position
      UNION ALL SELECT position.assertion, actor.key FROM position JOIN actor ON actor.key = position.target
      UNION ALL SELECT assertion, actor FROM commitment
      UNION ALL SELECT assertion, towards FROM commitment WHERE towards IS NOT NULL
    ) AS involved
    JOIN thing ON thing.key = involved.actor
    ORDER BY involved.assertion, thing.label
  ) AS named
  GROUP BY assertion
)
SELECT
  dated.date,
  dated.date_from,
  dated.date_to,
  dated.date_text,
  dated.kind,
  CASE WHEN citations.polarity = 'negative' THEN 'not ' ELSE '' END || dated.what AS what,
  dated.thing AS key,
  thing.label,
  concerned.actors,
  concerned.actor_codes,
  CASE
    WHEN dated.kind = 'commitment' THEN 'due'
    WHEN citations.modality IN ('plan', 'expectation') THEN 'yes'
    ELSE 'no'
  END AS planned,
  citations.polarity,
  citations.certainty,
  citations.assessment,
  citations.assertion,
  citations.source,
  citations.locator,
  citations.anchor,
  citations.citation
FROM (
  SELECT
    assertion, agreement AS thing, action AS what,
    CASE WHEN action = 'valid' THEN 'validity' ELSE 'action' END AS kind,
    date, date_from, date_to, date_text
  FROM action
  UNION ALL
  SELECT occurrence.assertion, occurrence.event, event.kind, 'event',
    occurrence.date, occurrence.date_from, occurrence.date_to, occurrence.date_text
  FROM occurrence JOIN event ON event.key = occurrence.event
  UNION ALL
  SELECT assertion, agreement, kind, 'provision', date, date_from, date_to, date_text FROM provision
  UNION ALL
  SELECT assertion, actor, 'in office: ' || office, 'office',
    coalesce(date, attested),
    CASE WHEN date IS NULL THEN attested_from ELSE date_from END,
    CASE WHEN date IS NULL THEN attested_to ELSE date_to END,
    coalesce(date_text, attested_text)
  FROM affiliation WHERE status = 'office-holder'
  UNION ALL
  SELECT assertion, actor, status, 'membership',
    coalesce(date, attested),
    CASE WHEN date IS NULL THEN attested_from ELSE date_from END,
    CASE WHEN date IS NULL THEN attested_to ELSE date_to END,
    coalesce(date_text, attested_text)
  FROM affiliation WHERE status <> 'office-holder'
  UNION ALL
  SELECT assertion, actor, coalesce(level, kind), 'relation', date, date_from, date_to, date_text FROM relation
  UNION ALL
  SELECT assertion, holder, stance || ': ' || subject, 'position', date, date_from, date_to, date_text FROM position
  UNION ALL
  SELECT assertion, actor, subject, 'commitment', due, due_from, due_to, due_text FROM commitment
) AS dated
JOIN citations ON citations.assertion = dated.assertion
JOIN thing ON thing.key = dated.thing
LEFT JOIN concerned ON concerned.assertion = dated.assertion
WHERE dated.date IS NOT NULL
  OR (dated.kind IN ('action', 'event') AND citations.modality IN ('plan', 'expectation'));
CREATE VIEW facts AS SELECT
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
    measure.indicator || coalesce(', ' || series.flow, '') || coalesce(', ' || area.label, '')
      || coalesce(' and ' || partner.label, '') || coalesce(', ' || route.label, '') || ', ' || changes.period
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
      || CASE changes.kind WHEN 'percent' THEN ' %' WHEN 'multiple' THEN ' times' ELSE ' ' || measure.unit END
  FROM changes
  JOIN series_key AS series ON series.id = changes.series
  JOIN measure ON measure.id = series.measure
  LEFT JOIN thing AS area ON area.key = series.area
  LEFT JOIN thing AS partner ON partner.key = series.partner
  LEFT JOIN thing AS route ON route.key = series.route
) AS told ON told.assertion = citations.assertion;
CREATE VIEW promises AS WITH promise AS (
  SELECT
    commitment.assertion, 'commitment' AS kind, commitment.actor, commitment.towards, commitment.subject AS what,
    commitment.agreement, commitment.topic, commitment.due, commitment.due_from, commitment.due_to, commitment.due_text,
    CAST(NULL AS TEXT) AS action, CAST(NULL AS INTEGER) AS stage
  FROM commitment
  UNION ALL
  SELECT
    action.assertion, 'action', action.actor, NULL, agreement.label || ': ' || action.action,
    action.agreement, NULL, action.date, action.date_from, action.date_to, action.date_text,
    action.action, action_kind.stage
  FROM action
  JOIN action_kind ON action_kind.code = action.action
  JOIN assertion ON assertion.key = action.assertion
  JOIN thing AS agreement ON agreement.key = action.agreement
  -- A period of validity that is yet to come, and its end, are terms of the agreement, nothing that anybody has to do.
  WHERE assertion.modality IN ('plan', 'expectation') AND action.action NOT IN ('valid', 'expired')
),
made AS (
  SELECT
    promise.*, assertion.polarity, source.published AS made, source.published_from AS made_from,
    source.published_to AS made_to
  FROM promise
  JOIN assertion ON assertion.key = promise.assertion
  JOIN source ON source.key = assertion.source
),
-- When what an assertion tells of happened; it was done at the latest when its source, telling it as done, came out, and
-- what lasts since a day on that day.
happened AS (
  SELECT
    assertion.key AS assertion, dated.date, dated.date_from, dated.date_to,
    CASE
      WHEN dated.date LIKE '____-__-__/..' THEN dated.date_from
      WHEN source.published_to < dated.date_to OR dated.date_to IS NULL THEN source.published_to
      ELSE dated.date_to
    END AS done_by
  FROM assertion
  JOIN source ON source.key = assertion.source
  LEFT JOIN (
    SELECT assertion, date, date_from, date_to FROM action
    UNION ALL SELECT assertion, date, date_from, date_to FROM occurrence
    UNION ALL SELECT assertion, date, date_from, date_to FROM affiliation
    UNION ALL SELECT assertion, date, date_from, date_to FROM relation
    UNION ALL SELECT assertion, date, date_from, date_to FROM position
    UNION ALL SELECT assertion, date, date_from, date_to FROM provision
  ) AS dated ON dated.assertion = assertion.key
),
done AS (
  SELECT action.assertion, action.agreement, action.action, action.actor, action_kind.stage, action_kind.status,
    happened.done_by
  FROM action
  JOIN action_kind ON action_kind.code = action.action
  JOIN assertion ON assertion.key = action.assertion
  JOIN happened ON happened.assertion = action.assertion
  WHERE assertion.modality NOT IN ('plan', 'expectation') AND assertion.polarity = 'positive'
),
settlement AS (
  SELECT
    assertion_link.other AS assertion,
    CASE assertion_link.kind
      WHEN 'fulfils' THEN 'kept' WHEN 'partly fulfils' THEN 'partly kept' WHEN 'breaks' THEN 'broken'
      ELSE 'overtaken'
    END AS state,
    assertion_link.assertion AS settled_by,
    assertion_link.reason AS why,
    1 AS way
  FROM assertion_link
  WHERE assertion_link.kind IN ('fulfils', 'partly fulfils', 'breaks', 'overtakes')
  UNION ALL
  SELECT commitment.assertion, commitment.outcome, commitment.settled_by, NULL, 2
  FROM commitment WHERE commitment.outcome <> 'open'
  UNION ALL
  SELECT made.assertion, CASE made.polarity WHEN 'negative' THEN 'broken' ELSE 'kept' END, done.assertion, NULL, 3
  FROM made
  JOIN done ON done.agreement = made.agreement
  WHERE made.kind = 'action'
    AND (
      -- A whole agreement's step is also each party's, a step beyond it is not: others may have taken that one.
      (done.action = made.action AND (done.actor IS NULL OR done.actor = made.actor))
      -- Up to entry into force each step has those before it behind it; only provisional application may come first.
      OR (
        (done.actor = made.actor OR (done.actor IS NULL AND made.actor IS NULL))
        AND made.stage <= 60 AND done.stage BETWEEN made.stage AND 66 AND done.status IS NOT NULL
        AND (made.stage <= 35 OR 'provisionally applied' NOT IN (made.action, done.action))
      )
    )
    AND (done.done_by IS NULL OR made.made_from IS NULL OR done.done_by >= made.made_from)
  UNION ALL
  SELECT made.assertion, 'overtaken', done.assertion, NULL, 4
  FROM made
  JOIN done ON done.agreement = made.agreement
  WHERE made.kind = 'action' AND made.polarity = 'positive' AND made.stage < 90
    AND done.actor IS NULL AND done.action IN ('abandoned', 'terminated', 'replaced', 'expired')
    AND (done.done_by IS NULL OR made.made_from IS NULL OR done.done_by >= made.made_from)
),
-- What somebody says comes before what follows from the course; of the first the latest counts, of the other the first.
ended AS (
  SELECT
    settlement.assertion, settlement.state, settlement.settled_by, settlement.why,
    happened.date, happened.date_from, happened.done_by,
    row_number() OVER (
      PARTITION BY settlement.assertion
      ORDER BY
        settlement.way,
        CASE WHEN settlement.way = 1 THEN happened.done_by END DESC NULLS LAST,
        CASE WHEN settlement.way > 2 THEN happened.done_by END ASC NULLS LAST,
        length(coalesce(happened.date, '')) DESC,
        settlement.settled_by
    ) AS choice
  FROM settlement
  CROSS JOIN today
  LEFT JOIN happened ON happened.assertion = settlement.settled_by
  WHERE (happened.date_from IS NULL OR happened.date_from <= today.day)
    AND (happened.done_by IS NULL OR happened.done_by <= today.day)
)
SELECT
  made.assertion,
  made.kind,
  coalesce(who.label, (
    SELECT group_concat(members.label, '; ')
    FROM (
      SELECT DISTINCT thing.label FROM bound
      JOIN thing ON thing.key = bound.actor_code WHERE bound.agreement = made.agreement ORDER BY 1
    ) AS members
  )) AS actors,
  coalesce(made.actor, (
    SELECT group_concat(members.actor_code, '; ')
    FROM (SELECT DISTINCT actor_code FROM bound WHERE bound.agreement = made.agreement ORDER BY 1) AS members
  )) AS actor_codes,
  towards.label AS towards,
  made.towards AS towards_code,
  CASE WHEN made.polarity = 'negative' THEN 'not: ' ELSE '' END || made.what AS what,
  made.agreement,
  (
    SELECT group_concat(listed.topic, '; ')
    FROM (
      SELECT made.topic AS topic WHERE made.topic IS NOT NULL
      UNION SELECT thing_topic.topic FROM thing_topic WHERE thing_topic.thing = made.agreement
      ORDER BY 1
    ) AS listed
  ) AS topics,
  made.made,
  made.made_from,
  made.made_to,
  CAST(julianday(today.day) - julianday(made.made_to) AS INTEGER) AS days,
  made.due,
  made.due_from,
  made.due_to,
  made.due_text,
  coalesce(ended.state, 'open') AS state,
  CASE WHEN ended.state IS NULL AND made.due_to < today.day THEN 'yes' ELSE 'no' END AS overdue,
  CASE
    WHEN ended.state IN ('kept', 'partly kept') AND ended.date_from > made.due_to THEN 'yes'
    WHEN ended.state IN ('kept', 'partly kept') AND ended.done_by <= made.due_to THEN 'no'
  END AS late,
  ended.date AS settled,
  ended.settled_by,
  ended.why,
  citations.modality,
  citations.polarity,
  citations.certainty,
  citations.said_by,
  citations.assessment,
  citations.source,
  citations.locator,
  citations.anchor,
  citations.citation
FROM made
CROSS JOIN today
JOIN citations ON citations.assertion = made.assertion
LEFT JOIN thing AS who ON who.key = made.actor
LEFT JOIN thing AS towards ON towards.key = made.towards
LEFT JOIN ended ON ended.assertion = made.assertion AND ended.choice = 1
-- Asked for an earlier day, what was promised later is not promised yet.
WHERE made.made_from IS NULL OR made.made_from <= today.day;
CREATE VIEW texts AS SELECT
  thing.key AS record,
  thing.kind,
  thing.label AS title,
  (
    SELECT group_concat(called.name, '; ')
    FROM (
      SELECT name.name FROM name WHERE name.thing = thing.key AND name.kind <> 'former key'
      UNION SELECT agreement.title FROM agreement WHERE agreement.key = thing.key AND agreement.title <> thing.label
      ORDER BY 1
    ) AS called
  ) AS names,
  (
    SELECT group_concat(told.words, '
')
    FROM (
      SELECT agreement.subject AS words, 1 AS place FROM agreement
      WHERE agreement.key = thing.key AND agreement.subject <> thing.label
      UNION ALL SELECT agreement.summary, 2 FROM agreement WHERE agreement.key = thing.key
      UNION ALL SELECT event.summary, 3 FROM event WHERE event.key = thing.key
      ORDER BY 2
    ) AS told
    WHERE told.words IS NOT NULL
  ) AS words,
  CAST(NULL AS TEXT) AS anchor
FROM thing
UNION ALL
SELECT
  assertion.key,
  assertion.kind,
  NULL,
  NULL,
  (
    SELECT group_concat(told.words, '
')
    FROM (
      SELECT assertion.text AS words, 1 AS place
      UNION ALL SELECT position.subject, 2 FROM position WHERE position.assertion = assertion.key
      UNION ALL SELECT commitment.subject, 3 FROM commitment WHERE commitment.assertion = assertion.key
      UNION ALL SELECT provision.scope, 4 FROM provision WHERE provision.assertion = assertion.key
      UNION ALL SELECT provision.value, 5 FROM provision WHERE provision.assertion = assertion.key
      UNION ALL SELECT tally.words, 6 FROM tally WHERE tally.assertion = assertion.key
      UNION ALL SELECT tally.counted, 7 FROM tally WHERE tally.assertion = assertion.key
      UNION ALL SELECT participation.office, 8 FROM participation WHERE participation.assertion = assertion.key
      UNION ALL SELECT affiliation.office, 9 FROM affiliation WHERE affiliation.assertion = assertion.key
      UNION ALL SELECT relation.level, 10 FROM relation WHERE relation.assertion = assertion.key
      UNION ALL SELECT attribution.words, 10 + attribution.ordinal FROM attribution
        WHERE attribution.assertion = assertion.key
      UNION ALL SELECT assessment.reason, 1000 + assessment.ordinal FROM assessment
        WHERE assessment.assertion = assertion.key
      ORDER BY 2
    ) AS told
    WHERE told.words IS NOT NULL
  ),
  assertion.anchor
FROM assertion;
COMMIT;
