-- The ledger, part 4: what people say of what was read. Kept for ever, and apart from what the engine wrote.
--
-- review  what a reviewer says of a report, of a record in it, or of one field of a record; an entry of
--         the log vouches for each, and has its number. The reading is the one that was looked at:
--         `words` and `seen` are how the record and the field stood there, `start` and `end` where. What
--         takes the place of a review, or takes it back, is another one: `replaced_by`.

CREATE TABLE review (
  review INTEGER PRIMARY KEY,   -- the entry of the log
  report INTEGER NOT NULL REFERENCES report(report),
  reading INTEGER NOT NULL REFERENCES reading(reading),
  kind TEXT NOT NULL,           -- report claim event figure incident entity time
  n INTEGER NOT NULL,           -- of the record in that reading; 0 for the report
  start INTEGER, "end" INTEGER,
  words TEXT,
  field TEXT NOT NULL,          -- '' = all of the record
  seen TEXT,
  verdict TEXT NOT NULL,        -- right wrong note withdrawn; none takes back
  correction TEXT, note TEXT,
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  replaced_by INTEGER REFERENCES review(review)
);
CREATE INDEX review_by_report ON review(report);
CREATE INDEX review_by_replacement ON review(replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX review_withdrawn ON review(report) WHERE verdict = 'withdrawn';

-- Reports that somebody has marked as withdrawn.
CREATE VIEW withdrawn AS
SELECT report, reviewer, "at", note FROM review WHERE verdict = 'withdrawn' AND replaced_by IS NULL;

-- Records in words, and their fields by the names that they have in the record: what reviews are about.

CREATE VIEW claim_fields (reading, n, start, "end", words,
  source, cue, content, form, act, speaker, speaker_kind, via, "to", about, venue, said, certainty, evidence, repetition) AS
SELECT c.reading, c.n, c.start, c."end",
  coalesce((SELECT e.name FROM entity e WHERE e.reading = c.reading AND e.n = c.speaker), c.source,
    'unknown') || ' (' || coalesce(c.act, 'state') || '): ' || c.content,
  c.source, c.cue, c.content, c.form, c.act,
  (SELECT e.name FROM entity e WHERE e.reading = c.reading AND e.n = c.speaker), c.speaker_kind,
  (SELECT group_concat(coalesce(e.name, a.words), '; ') FROM claim_party a
      LEFT JOIN entity e ON e.reading = a.reading AND e.n = a.entity
      WHERE a.reading = c.reading AND a.claim = c.n AND a.part = 'via'),
  (SELECT group_concat(coalesce(e.name, a.words), '; ') FROM claim_party a
      LEFT JOIN entity e ON e.reading = a.reading AND e.n = a.entity
      WHERE a.reading = c.reading AND a.claim = c.n AND a.part = 'to'),
  (SELECT group_concat(coalesce(e.name, v.words), '; ') FROM claim_about a
      LEFT JOIN entity e ON e.reading = a.reading AND e.n = a.entity
      LEFT JOIN event v ON v.reading = a.reading AND v.n = a.event
      WHERE a.reading = c.reading AND a.claim = c.n),
  c.venue, c.said, c.certainty, c.evidence, c.repetition
FROM claim c;

CREATE VIEW event_fields (reading, n, start, "end", words,
  trigger, plover, mode, cameo, agents, patients, place, time, polarity, modality, asserted_by) AS
SELECT v.reading, v.n, v.start, v."end",
  v.words || coalesce(' (' || v.plover || ')', '')
  || coalesce(' by ' || (SELECT group_concat(e.name, '; ') FROM event_party a
    JOIN entity e ON e.reading = a.reading AND e.n = a.entity
    WHERE a.reading = v.reading AND a.event = v.n AND a.part = 'agent'), '')
  || coalesce(' to ' || (SELECT group_concat(e.name, '; ') FROM event_party a
    JOIN entity e ON e.reading = a.reading AND e.n = a.entity
    WHERE a.reading = v.reading AND a.event = v.n AND a.part = 'patient'), ''),
  v.words, v.plover, v.mode, v.cameo,
  (SELECT group_concat(e.name, '; ') FROM event_party a
      JOIN entity e ON e.reading = a.reading AND e.n = a.entity
      WHERE a.reading = v.reading AND a.event = v.n AND a.part = 'agent'),
  (SELECT group_concat(e.name, '; ') FROM event_party a
      JOIN entity e ON e.reading = a.reading AND e.n = a.entity
      WHERE a.reading = v.reading AND a.event = v.n AND a.part = 'patient'),
  (SELECT e.name FROM entity e WHERE e.reading = v.reading AND e.n = v.place), v.day,
  v.polarity, v.modality,
  (SELECT group_concat(coalesce(e.name, c.source, 'unknown'), '; ') FROM event_claim a
      JOIN claim c ON c.claim = a.reading * 1048576 + a.claim
      LEFT JOIN entity e ON e.reading = c.reading AND e.n = c.speaker
      WHERE a.reading = v.reading AND a.event = v.n)
FROM event v;

CREATE VIEW figure_fields (reading, n, start, "end", words,
  "of", what, relation, value, upper, unit, event, scope, asserted_by) AS
SELECT f.reading, f.n, f.start, f."end",
  f.of || ' ' || f.relation || ' ' || printf('%.15g', f.value)
  || CASE WHEN f.upper IS NOT NULL THEN printf(' to %.15g', f.upper) ELSE '' END || coalesce(' ' || f.unit, '')
  || coalesce(' ' || f.what, ''),
  f.of, f.what, f.relation, printf('%.15g', f.value),
  CASE WHEN f.upper IS NOT NULL THEN printf('%.15g', f.upper) END, f.unit,
  (SELECT v.words FROM event v WHERE v.reading = f.reading AND v.n = f.event),
  nullif(trim(coalesce(f.extent || ' ', '')
      || coalesce((SELECT e.name FROM entity e WHERE e.reading = f.reading AND e.n = f.place) || ' ', '')
      || coalesce((SELECT t.words FROM time t WHERE t.reading = f.reading AND t.n = f.time), '')), ''),
  (SELECT group_concat(coalesce(e.name, c.source, 'unknown'), '; ') FROM figure_claim a
      JOIN claim c ON c.claim = a.reading * 1048576 + a.claim
      LEFT JOIN entity e ON e.reading = c.reading AND e.n = c.speaker
      WHERE a.reading = f.reading AND a.figure = f.n)
FROM figure f;

CREATE VIEW incident_fields (reading, n, start, "end", words,
  type, stage, date, place, perpetrators, targets, victims, weapons, killed, wounded) AS
SELECT i.reading, i.n,
  (SELECT e.start FROM entity e WHERE e.reading = i.reading AND e.n = i.place),
  (SELECT e."end" FROM entity e WHERE e.reading = i.reading AND e.n = i.place),
  i.type || coalesce(' at ' || (SELECT e.name FROM entity e WHERE e.reading = i.reading AND e.n = i.place), '')
  || coalesce(': ' || (SELECT group_concat(a.words, '; ') FROM incident_filler a
    WHERE a.reading = i.reading AND a.incident = i.n AND a.wording = 1 AND a.slot <> 'weapon'), ''),
  i.type, i.stage, i.day,
  (SELECT e.name FROM entity e WHERE e.reading = i.reading AND e.n = i.place),
  (SELECT group_concat(e.name || ' (' || a.blame || ')', '; ') FROM perpetrator a
      JOIN entity e ON e.reading = a.reading AND e.n = a.entity
      WHERE a.reading = i.reading AND a.incident = i.n),
  (SELECT group_concat(a.words, '; ') FROM incident_filler a
      WHERE a.reading = i.reading AND a.incident = i.n AND a.slot = 'target' AND a.wording = 1),
  (SELECT group_concat(a.words, '; ') FROM incident_filler a
      WHERE a.reading = i.reading AND a.incident = i.n AND a.slot = 'victim' AND a.wording = 1),
  (SELECT group_concat(a.words, '; ') FROM incident_filler a
      WHERE a.reading = i.reading AND a.incident = i.n AND a.slot = 'weapon' AND a.wording = 1),
  i.killed, i.wounded
FROM incident i;

CREATE VIEW entity_fields (reading, n, start, "end", words,
  type, name, aliases, roles, place, actor) AS
SELECT e.reading, e.n, e.start, e."end", e.name || ' (' || e.type || ')',
  e.type, e.name,
  (SELECT group_concat(a.name, '; ') FROM entity_name a
      WHERE a.reading = e.reading AND a.entity = e.n AND a.kind = 'alias'),
  (SELECT group_concat(a.name, '; ') FROM entity_name a
      WHERE a.reading = e.reading AND a.entity = e.n AND a.kind = 'role'),
  e.place || ifnull(', ' || e.country, ''), e.actor
FROM entity e;

CREATE VIEW time_fields (reading, n, start, "end", words,
  type, value, mod) AS
SELECT t.reading, t.n, t.start, t."end", t.words || coalesce(' (' || t.value || ')', ''),
  t.type, t.value, t.mod
FROM time t;

CREATE VIEW report_fields (reading, n, start, "end", words,
  title, byline, publisher, agency, section, date, url, lang) AS
SELECT r.reading, 0, NULL, NULL, coalesce(p.title, p.id),
  p.title, p.byline, p.publisher, p.agency, p.section, p.date, nullif(p.url, ''), p.lang
FROM reading r JOIN report p ON p.report = r.report;

-- Each review beside each reading of its report, and the record there that it is about: of those at the
-- same place the one in the same words, else the first; null where there is none. What has no place of
-- its own is known by its words.
CREATE VIEW review_place AS
SELECT v.*, r.reading AS of_reading, r.superseded,
  CASE WHEN r.reading = v.reading OR v.kind = 'report' THEN v.n ELSE CASE v.kind
    WHEN 'claim' THEN (SELECT n FROM (SELECT f.n, ifnull(f.words, '') <> ifnull(v.words, '') AS other FROM claim_fields f
      WHERE f.reading = r.reading AND f.start = v.start AND f."end" = v."end") ORDER BY other, n LIMIT 1)
    WHEN 'event' THEN (SELECT n FROM (SELECT f.n, ifnull(f.words, '') <> ifnull(v.words, '') AS other FROM event_fields f
      WHERE f.reading = r.reading AND f.start = v.start AND f."end" = v."end") ORDER BY other, n LIMIT 1)
    WHEN 'figure' THEN (SELECT n FROM (SELECT f.n, ifnull(f.words, '') <> ifnull(v.words, '') AS other FROM figure_fields f
      WHERE f.reading = r.reading AND f.start = v.start AND f."end" = v."end") ORDER BY other, n LIMIT 1)
    WHEN 'incident' THEN (SELECT n FROM (SELECT f.n, ifnull(f.words, '') <> ifnull(v.words, '') AS other FROM incident_fields f
      WHERE f.reading = r.reading AND ifnull(f.start, -1) = ifnull(v.start, -1) AND ifnull(f."end", -1) = ifnull(v."end", -1)
      AND (v.start IS NOT NULL OR f.words = v.words)) ORDER BY other, n LIMIT 1)
    WHEN 'entity' THEN (SELECT n FROM (SELECT f.n, ifnull(f.words, '') <> ifnull(v.words, '') AS other FROM entity_fields f
      WHERE f.reading = r.reading AND f.start = v.start AND f."end" = v."end") ORDER BY other, n LIMIT 1)
    WHEN 'time' THEN (SELECT n FROM (SELECT f.n, ifnull(f.words, '') <> ifnull(v.words, '') AS other FROM time_fields f
      WHERE f.reading = r.reading AND f.start = v.start AND f."end" = v."end") ORDER BY other, n LIMIT 1)
  END END AS of_n
FROM review v JOIN reading r ON r.report = v.report;

-- The same, with what stands there now: the words of the record, or the value of the field.
CREATE VIEW review_now AS
SELECT v.*, CASE v.kind
  WHEN 'claim' THEN (SELECT CASE v.field
    WHEN '' THEN f.words WHEN 'source' THEN f.source WHEN 'cue' THEN f.cue
    WHEN 'content' THEN f.content WHEN 'form' THEN f.form WHEN 'act' THEN f.act
    WHEN 'speaker' THEN f.speaker WHEN 'speaker_kind' THEN f.speaker_kind WHEN 'via' THEN f.via
    WHEN 'to' THEN f."to" WHEN 'about' THEN f.about WHEN 'venue' THEN f.venue
    WHEN 'said' THEN f.said WHEN 'certainty' THEN f.certainty WHEN 'evidence' THEN f.evidence
    WHEN 'repetition' THEN f.repetition END
    FROM claim_fields f WHERE f.reading = v.of_reading AND f.n = v.of_n)
  WHEN 'event' THEN (SELECT CASE v.field
    WHEN '' THEN f.words WHEN 'trigger' THEN f.trigger WHEN 'plover' THEN f.plover
    WHEN 'mode' THEN f.mode WHEN 'cameo' THEN f.cameo WHEN 'agents' THEN f.agents
    WHEN 'patients' THEN f.patients WHEN 'place' THEN f.place WHEN 'time' THEN f.time
    WHEN 'polarity' THEN f.polarity WHEN 'modality' THEN f.modality
    WHEN 'asserted_by' THEN f.asserted_by END
    FROM event_fields f WHERE f.reading = v.of_reading AND f.n = v.of_n)
  WHEN 'figure' THEN (SELECT CASE v.field
    WHEN '' THEN f.words WHEN 'of' THEN f."of" WHEN 'what' THEN f.what
    WHEN 'relation' THEN f.relation WHEN 'value' THEN f.value WHEN 'upper' THEN f.upper
    WHEN 'unit' THEN f.unit WHEN 'event' THEN f.event WHEN 'scope' THEN f.scope
    WHEN 'asserted_by' THEN f.asserted_by END
    FROM figure_fields f WHERE f.reading = v.of_reading AND f.n = v.of_n)
  WHEN 'incident' THEN (SELECT CASE v.field
    WHEN '' THEN f.words WHEN 'type' THEN f.type WHEN 'stage' THEN f.stage WHEN 'date' THEN f.date
    WHEN 'place' THEN f.place WHEN 'perpetrators' THEN f.perpetrators
    WHEN 'targets' THEN f.targets WHEN 'victims' THEN f.victims WHEN 'weapons' THEN f.weapons
    WHEN 'killed' THEN f.killed WHEN 'wounded' THEN f.wounded END
    FROM incident_fields f WHERE f.reading = v.of_reading AND f.n = v.of_n)
  WHEN 'entity' THEN (SELECT CASE v.field
    WHEN '' THEN f.words WHEN 'type' THEN f.type WHEN 'name' THEN f.name
    WHEN 'aliases' THEN f.aliases WHEN 'roles' THEN f.roles WHEN 'place' THEN f.place
    WHEN 'actor' THEN f.actor END
    FROM entity_fields f WHERE f.reading = v.of_reading AND f.n = v.of_n)
  WHEN 'time' THEN (SELECT CASE v.field
    WHEN '' THEN f.words WHEN 'type' THEN f.type WHEN 'value' THEN f.value WHEN 'mod' THEN f.mod END
    FROM time_fields f WHERE f.reading = v.of_reading AND f.n = v.of_n)
  WHEN 'report' THEN (SELECT CASE v.field
    WHEN '' THEN f.words WHEN 'title' THEN f.title WHEN 'byline' THEN f.byline
    WHEN 'publisher' THEN f.publisher WHEN 'agency' THEN f.agency WHEN 'section' THEN f.section
    WHEN 'date' THEN f.date WHEN 'url' THEN f.url WHEN 'lang' THEN f.lang END
    FROM report_fields f WHERE f.reading = v.of_reading AND f.n = v.of_n)
  END AS now
FROM review_place v;

-- How each fits: same; changed (by now the engine says something else, so that it does not count); gone.
CREATE VIEW review_fit AS
SELECT v.*, CASE WHEN v.of_n IS NULL THEN 'gone'
  WHEN v.of_reading = v.reading OR v.verdict = 'withdrawn' OR ifnull(v.now, '') = ifnull(v.seen, '') THEN 'same'
  ELSE 'changed' END AS fit
FROM review_now v;

-- What counts today, as people read it.
CREATE VIEW reviews AS
SELECT v.review, v.report,
  CASE v.kind WHEN 'report' THEN NULL WHEN 'event' THEN 'v' ELSE substr(v.kind, 1, 1) END || v.of_n AS record,
  v.kind, v.field, v.verdict, v.correction, v.note, v.reviewer, v.at, v.fit, v.words, v.seen, v.now, p.title,
  p.url, v.of_reading AS reading, v.of_n AS n
FROM review_fit v JOIN report p ON p.report = v.report
WHERE v.superseded IS NULL AND v.replaced_by IS NULL AND v.verdict <> 'none';

-- What a report says that was withdrawn counts no more.
DROP VIEW reports;
CREATE VIEW reports AS
SELECT p.report, p.id, p.date, p.publisher, p.title, p.byline, nullif(p.url, '') AS url, p.lang,
  p.file, p.member, p.line, p.learned, r.model, r.model_version, r.engine, r.reading, p.sha256,
  p.raw_sha256, p.previous
FROM report p JOIN reading r ON r.report = p.report AND r.superseded IS NULL
WHERE p.replaced IS NULL AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.report = p.report);
