-- The ledger, part 2: what is made from the records, to be searched and listed.
--
-- Rows belong to a reading; `n` is their number in its record: claim 7 is c7 there, entity 3 e3, event
-- 2 v2, time 1 t1. What points to another row of the same reading has its number. `start` and `end`
-- are code points of the text, the end not included; spans are lists of these as JSON. Where a date is
-- more or less than a day, `day_from` and `day_to` say from which day to which it may be.
-- Rows of readings that no longer count stay, so that a question can be asked as of a day.

CREATE TABLE entity (
  reading INTEGER NOT NULL REFERENCES reading(reading), n INTEGER NOT NULL,
  type TEXT NOT NULL,           -- PER ORG GPE LOC FAC EVT OTH
  name TEXT NOT NULL,
  actor TEXT,                   -- a code as CAMEO has them
  geonames INTEGER, place TEXT, country TEXT, admin1 TEXT, latitude REAL, longitude REAL,
  mentions INTEGER NOT NULL,    -- how many
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,  -- of the first
  PRIMARY KEY (reading, n)
) WITHOUT ROWID;

CREATE TABLE entity_name (      -- what else it is called
  reading INTEGER NOT NULL REFERENCES reading(reading), entity INTEGER NOT NULL, n INTEGER NOT NULL,
  kind TEXT NOT NULL,           -- alias role
  name TEXT NOT NULL,
  PRIMARY KEY (reading, entity, n)
) WITHOUT ROWID;

CREATE TABLE time (
  reading INTEGER NOT NULL REFERENCES reading(reading), n INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  type TEXT NOT NULL, value TEXT, mod TEXT,  -- as TIMEX3 has them
  day_from TEXT, day_to TEXT,
  PRIMARY KEY (reading, n)
) WITHOUT ROWID;

CREATE TABLE claim (
  claim INTEGER PRIMARY KEY,    -- reading * 1048576 + n
  reading INTEGER NOT NULL REFERENCES reading(reading), n INTEGER NOT NULL,
  source TEXT, cue TEXT, content TEXT NOT NULL,  -- words; ' … ' between pieces
  source_spans TEXT, cue_spans TEXT, content_spans TEXT NOT NULL, quoted_spans TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,  -- of the content
  form TEXT NOT NULL,           -- direct indirect mixed
  act TEXT, certainty TEXT,
  speaker INTEGER,              -- an entity
  speaker_kind TEXT,
  venue TEXT,
  said TEXT, said_from TEXT, said_to TEXT, said_time INTEGER,
  parent INTEGER,               -- the claim within whose content it stands
  evidence TEXT, repetition TEXT, observed INTEGER NOT NULL,
  ground TEXT,                  -- why it has a source
  confidence REAL NOT NULL,
  listed TEXT NOT NULL          -- the day by which it is listed: table dated
);
CREATE INDEX claim_by_speaker ON claim(reading, speaker);

CREATE TABLE claim_party (      -- who has to do with a claim
  reading INTEGER NOT NULL REFERENCES reading(reading), claim INTEGER NOT NULL,
  part TEXT NOT NULL,           -- speaker (of several who speak together, each), via, to
  n INTEGER NOT NULL,
  entity INTEGER,               -- null: known by words alone
  words TEXT,
  PRIMARY KEY (reading, claim, part, n)
) WITHOUT ROWID;

CREATE TABLE claim_about (
  reading INTEGER NOT NULL REFERENCES reading(reading), claim INTEGER NOT NULL, n INTEGER NOT NULL,
  entity INTEGER, event INTEGER,  -- one of them
  PRIMARY KEY (reading, claim, n)
) WITHOUT ROWID;

CREATE TABLE reply (
  reading INTEGER NOT NULL REFERENCES reading(reading), claim INTEGER NOT NULL, n INTEGER NOT NULL,
  to_claim INTEGER NOT NULL,
  how TEXT NOT NULL,            -- denies confirms repeats answers
  PRIMARY KEY (reading, claim, n)
) WITHOUT ROWID;

CREATE TABLE event (
  reading INTEGER NOT NULL REFERENCES reading(reading), n INTEGER NOT NULL,
  words TEXT NOT NULL,          -- its trigger
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  plover TEXT, mode TEXT, cameo TEXT,
  place INTEGER,                -- an entity
  day TEXT, day_from TEXT, day_to TEXT, time INTEGER,
  polarity TEXT NOT NULL, modality TEXT NOT NULL,
  confidence REAL NOT NULL,
  listed TEXT NOT NULL,
  PRIMARY KEY (reading, n)
) WITHOUT ROWID;

CREATE TABLE event_party (
  reading INTEGER NOT NULL REFERENCES reading(reading), event INTEGER NOT NULL,
  part TEXT NOT NULL,           -- agent patient
  n INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  PRIMARY KEY (reading, event, part, n)
) WITHOUT ROWID;

CREATE TABLE event_claim (      -- by which claims it is asserted; none: by the report itself
  reading INTEGER NOT NULL REFERENCES reading(reading), event INTEGER NOT NULL, claim INTEGER NOT NULL,
  PRIMARY KEY (reading, event, claim)
) WITHOUT ROWID;

CREATE TABLE figure (
  reading INTEGER NOT NULL REFERENCES reading(reading), n INTEGER NOT NULL,
  of TEXT NOT NULL,             -- killed, money, or the noun that is counted
  what TEXT,                    -- of whom or of what
  relation TEXT NOT NULL,       -- = > >= < <= ~
  value REAL NOT NULL, upper REAL,  -- upper: of a range
  unit TEXT,                    -- USD, percent; null: so many
  vague INTEGER NOT NULL,       -- 1: no more than a size, as "dozens"
  words TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  event INTEGER,
  place INTEGER, time INTEGER, extent TEXT,  -- what it covers
  revised_from INTEGER,         -- the figure that it takes the place of
  listed TEXT NOT NULL,
  PRIMARY KEY (reading, n)
) WITHOUT ROWID;

CREATE TABLE figure_claim (     -- the claims that give it; none: the report itself
  reading INTEGER NOT NULL REFERENCES reading(reading), figure INTEGER NOT NULL, claim INTEGER NOT NULL,
  PRIMARY KEY (reading, figure, claim)
) WITHOUT ROWID;

CREATE TABLE figure_part (      -- `whole` counts the figure, too
  reading INTEGER NOT NULL REFERENCES reading(reading), figure INTEGER NOT NULL, whole INTEGER NOT NULL,
  PRIMARY KEY (reading, figure, whole)
) WITHOUT ROWID;

CREATE TABLE incident (
  reading INTEGER NOT NULL REFERENCES reading(reading), n INTEGER NOT NULL,
  type TEXT NOT NULL, stage TEXT,
  day TEXT, day_from TEXT, day_to TEXT,
  place INTEGER,                -- an entity
  killed INTEGER, killed_relation TEXT, wounded INTEGER, wounded_relation TEXT,
  listed TEXT NOT NULL,
  PRIMARY KEY (reading, n)
) WITHOUT ROWID;

CREATE TABLE incident_filler (
  reading INTEGER NOT NULL REFERENCES reading(reading), incident INTEGER NOT NULL,
  slot TEXT NOT NULL,           -- perp_individual perp_organisation target victim weapon
  n INTEGER NOT NULL, wording INTEGER NOT NULL,  -- a filler may have several wordings
  words TEXT NOT NULL,
  PRIMARY KEY (reading, incident, slot, n, wording)
) WITHOUT ROWID;

CREATE TABLE perpetrator (
  reading INTEGER NOT NULL REFERENCES reading(reading), incident INTEGER NOT NULL, n INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  kind TEXT NOT NULL, blame TEXT NOT NULL,
  PRIMARY KEY (reading, incident, n)
) WITHOUT ROWID;

CREATE TABLE dispute (
  reading INTEGER NOT NULL REFERENCES reading(reading), n INTEGER NOT NULL,
  over TEXT NOT NULL,
  PRIMARY KEY (reading, n)
) WITHOUT ROWID;

CREATE TABLE dispute_side (
  reading INTEGER NOT NULL REFERENCES reading(reading), dispute INTEGER NOT NULL, side INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (reading, dispute, side, claim)
) WITHOUT ROWID;

-- Search. Texts of reports are in the records; so the first keeps no text of its own, and its rows
-- have the numbers of reports. Rows of names have reading * 1048576 + n, as in the view, by which
-- other programs can read the search from end to end.
CREATE VIEW searched_names AS
SELECT e.reading, e.reading * 1048576 + e.n AS entity, e.name,
  (SELECT group_concat(a.name, '; ') FROM entity_name a
    WHERE a.reading = e.reading AND a.entity = e.n AND a.kind = 'alias') AS aliases
FROM entity e;
CREATE VIRTUAL TABLE report_search USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_search USING fts5(source, content, content="claim", content_rowid='claim',
  columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE entity_search USING fts5(name, aliases, content="searched_names", content_rowid='entity',
  columnsize=0, tokenize='unicode61 remove_diacritics 2');
-- Each commit leaves a part of the index, and parts are put together 64 by 64: a word is looked up in
-- some parts more, and a report is written anew once in 100,000, and not again and again.
INSERT INTO report_search(report_search, rank) VALUES('automerge', 0), ('crisismerge', 64);
INSERT INTO claim_search(claim_search, rank) VALUES('automerge', 0), ('crisismerge', 64);
INSERT INTO entity_search(entity_search, rank) VALUES('automerge', 0), ('crisismerge', 64);

-- What counts today, in the words of those who ask: the newest version of each report, in its newest
-- reading.

CREATE VIEW reports AS
SELECT p.report, p.id, p.date, p.publisher, p.title, p.byline, nullif(p.url, '') AS url, p.lang,
  p.file, p.member, p.line, p.learned, r.model, r.model_version, r.engine, r.reading, p.sha256,
  p.raw_sha256, p.previous
FROM report p JOIN reading r ON r.report = p.report AND r.superseded IS NULL
WHERE p.replaced IS NULL;

CREATE VIEW claims AS
SELECT p.report, 'c' || c.n AS claim, p.date, p.publisher, e.name AS speaker, c.speaker_kind,
  c.source, c.cue, c.content, c.act, c.certainty, c.form, c.said, c.said_from, c.said_to, c.venue,
  'c' || c.parent AS parent, c.evidence, c.repetition, c.confidence, c.source_spans, c.cue_spans,
  c.content_spans, p.title, p.url, p.sha256, p.learned, p.model, p.model_version, p.engine, c.reading,
  c.n
FROM claim c JOIN reports p ON p.reading = c.reading
LEFT JOIN entity e ON e.reading = c.reading AND e.n = c.speaker;

CREATE VIEW speakers AS
SELECT e.name AS speaker, e.type, count(c.claim) AS claims, count(DISTINCT p.report) AS reports,
  min(p.date) AS first, max(p.date) AS last
FROM reports p CROSS JOIN claim c CROSS JOIN entity e  -- CROSS: in this order
WHERE c.reading = p.reading AND e.reading = c.reading AND e.n = c.speaker
GROUP BY e.name, e.type;

CREATE VIEW events AS
SELECT p.report, 'v' || v.n AS event, p.date, p.publisher, v.words, v.plover, v.mode, v.cameo,
  (SELECT group_concat(e.name, '; ') FROM event_party a
    JOIN entity e ON e.reading = a.reading AND e.n = a.entity
    WHERE a.reading = v.reading AND a.event = v.n AND a.part = 'agent') AS agents,
  (SELECT group_concat(e.name, '; ') FROM event_party a
    JOIN entity e ON e.reading = a.reading AND e.n = a.entity
    WHERE a.reading = v.reading AND a.event = v.n AND a.part = 'patient') AS patients,
  e.name AS place, e.country, e.latitude, e.longitude, v.day, v.day_from, v.day_to, v.polarity,
  v.modality,
  (SELECT group_concat('c' || a.claim, ' ') FROM event_claim a
    WHERE a.reading = v.reading AND a.event = v.n) AS asserted_by,
  v.confidence, v.start, v."end", p.title, p.url, p.learned, v.reading, v.n
FROM event v JOIN reports p ON p.reading = v.reading
LEFT JOIN entity e ON e.reading = v.reading AND e.n = v.place;

CREATE VIEW figures AS
SELECT p.report, 'f' || f.n AS figure, p.date, p.publisher, f.of, f.what, f.relation, f.value, f.upper,
  f.unit, f.words, 'v' || f.event AS event, v.words AS event_words, v.day, v.day_from, v.day_to,
  e.name AS scope_place, t.words AS scope_time, f.extent,
  (SELECT group_concat('f' || a.whole, ' ') FROM figure_part a
    WHERE a.reading = f.reading AND a.figure = f.n) AS part_of, 'f' || f.revised_from AS revised_from,
  (SELECT group_concat(coalesce(o.name, c.source, 'unknown'), '; ') FROM figure_claim a
    JOIN claim c ON c.claim = a.reading * 1048576 + a.claim
    LEFT JOIN entity o ON o.reading = c.reading AND o.n = c.speaker
    WHERE a.reading = f.reading AND a.figure = f.n) AS said_by,
  f.start, f."end", p.title, p.url, p.learned, f.reading, f.n
FROM figure f JOIN reports p ON p.reading = f.reading
LEFT JOIN event v ON v.reading = f.reading AND v.n = f.event
LEFT JOIN entity e ON e.reading = f.reading AND e.n = f.place
LEFT JOIN time t ON t.reading = f.reading AND t.n = f.time;

CREATE VIEW incidents AS
SELECT p.report, 'i' || i.n AS incident, p.date, p.publisher, i.type, i.stage, i.day, i.day_from, i.day_to,
  e.name AS place, e.country, e.latitude, e.longitude,
  (SELECT group_concat(o.name || ' (' || a.blame || ')', '; ') FROM perpetrator a
    JOIN entity o ON o.reading = a.reading AND o.n = a.entity
    WHERE a.reading = i.reading AND a.incident = i.n) AS perpetrators,
  (SELECT group_concat(a.words, '; ') FROM incident_filler a WHERE a.reading = i.reading
    AND a.incident = i.n AND a.slot = 'target' AND a.wording = 1) AS targets,
  (SELECT group_concat(a.words, '; ') FROM incident_filler a WHERE a.reading = i.reading
    AND a.incident = i.n AND a.slot = 'victim' AND a.wording = 1) AS victims,
  (SELECT group_concat(a.words, '; ') FROM incident_filler a WHERE a.reading = i.reading
    AND a.incident = i.n AND a.slot = 'weapon' AND a.wording = 1) AS weapons,
  i.killed, i.killed_relation, i.wounded, i.wounded_relation, p.title, p.url, p.learned, i.reading
FROM incident i JOIN reports p ON p.reading = i.reading
LEFT JOIN entity e ON e.reading = i.reading AND e.n = i.place;

CREATE VIEW times AS
SELECT p.report, 't' || t.n AS time, p.date, p.publisher, t.words, t.type, t.value, t.mod, t.day_from,
  t.day_to, t.start, t."end", p.title, p.url, p.learned, t.reading
FROM time t JOIN reports p ON p.reading = t.reading;

CREATE VIEW names AS
SELECT p.report, 'e' || e.n AS entity, p.date, p.publisher, e.name, e.type, e.actor, e.place, e.country,
  e.latitude, e.longitude, e.geonames, e.mentions,
  (SELECT group_concat(a.name, '; ') FROM entity_name a WHERE a.reading = e.reading
    AND a.entity = e.n AND a.kind = 'alias') AS aliases,
  (SELECT group_concat(a.name, '; ') FROM entity_name a WHERE a.reading = e.reading
    AND a.entity = e.n AND a.kind = 'role') AS roles,
  p.title, p.url, p.learned, e.reading
FROM entity e JOIN reports p ON p.reading = e.reading;

CREATE VIEW replies AS
SELECT p.report, 'c' || r.claim AS claim, r.how, 'c' || r.to_claim AS to_claim, p.date, p.publisher,
  coalesce(e.name, c.source) AS speaker, c.content, coalesce(f.name, d.source) AS to_speaker,
  d.content AS to_content, p.title, p.url, p.learned, r.reading
FROM reply r JOIN reports p ON p.reading = r.reading
JOIN claim c ON c.claim = r.reading * 1048576 + r.claim
JOIN claim d ON d.claim = r.reading * 1048576 + r.to_claim
LEFT JOIN entity e ON e.reading = c.reading AND e.n = c.speaker
LEFT JOIN entity f ON f.reading = d.reading AND f.n = d.speaker;

CREATE VIEW disputes AS
SELECT p.report, 'd' || d.n AS dispute, p.date, p.publisher, d.over, s.side, 'c' || s.claim AS claim,
  coalesce(e.name, c.source) AS speaker, c.content, p.title, p.url, p.learned, d.reading
FROM dispute d JOIN reports p ON p.reading = d.reading
JOIN dispute_side s ON s.reading = d.reading AND s.dispute = d.n
JOIN claim c ON c.claim = s.reading * 1048576 + s.claim
LEFT JOIN entity e ON e.reading = c.reading AND e.n = c.speaker;

CREATE VIEW problems AS
SELECT problem, name AS file, nullif(line, 0) AS line, nullif(byte, 0) AS byte, message, first, last,
  times
FROM problem;
