-- The ledger, part 1: what is kept for ever.
--
-- report   a text that came in, with what is known of it. The same address with another text is
--          another report: `previous` is the one before, `replaced` the time when the next one came.
--          `salt` is 16 random bytes: with them the log vouches for the row, and once the row is
--          gone nobody can tell from the log what it was.
-- reading  what one model read in a report. The newest counts: `superseded` is the time when the
--          next one came, null where it counts.
-- record   the record of a reading (docs/schema/report-1.json), as one line of JSON, packed with zstd.
-- raw      bytes as they came in, packed with zstd, once for each hash. Bytes that are the text itself
--          are not here: the record has them.
-- problem  what could not be read.
-- log      what happened, an entry a line. Entries are added, never changed and never taken away, and
--          each has the hash of itself and the one before: docs/custody.md says of which bytes.
--
-- Everything else (0002_index.sql) is made from the records, and can be made again.
--
-- Times are UTC, as 2024-05-24T09:30:00Z, days as 2024-05-24. Hashes are SHA-256 in hex. `url` is ''
-- where there is none, since null is unlike null and the same report could come in twice.

CREATE TABLE report (
  report INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice
  id TEXT NOT NULL,             -- as it was given, else from the hash
  url TEXT NOT NULL,
  sha256 TEXT NOT NULL,         -- of the text
  raw_sha256 TEXT NOT NULL,     -- of the bytes as they came in
  title TEXT, byline TEXT, publisher TEXT, agency TEXT, section TEXT,
  date TEXT,                    -- the day of publication
  published TEXT, modified TEXT, retrieved TEXT,  -- as they were stated
  lang TEXT,
  file TEXT, member TEXT, line INTEGER, byte INTEGER,  -- where it came from
  learned TEXT NOT NULL,        -- when it came in
  previous INTEGER REFERENCES report(report),
  replaced TEXT,
  salt TEXT NOT NULL
);
CREATE UNIQUE INDEX report_text ON report(url, sha256);
CREATE INDEX report_raw ON report(raw_sha256) WHERE url = '';  -- others are known by their address
CREATE INDEX report_id ON report(id);

CREATE TABLE reading (
  reading INTEGER PRIMARY KEY AUTOINCREMENT,
  report INTEGER NOT NULL REFERENCES report(report),
  model TEXT NOT NULL, model_version TEXT NOT NULL,  -- '' where none ran
  engine TEXT NOT NULL,
  learned TEXT NOT NULL,        -- when it was read
  superseded TEXT
);
CREATE INDEX reading_report ON reading(report, model);

CREATE TABLE record (
  reading INTEGER PRIMARY KEY REFERENCES reading(reading),
  json BLOB NOT NULL
);

CREATE TABLE raw (
  raw_sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE problem (
  problem INTEGER PRIMARY KEY,
  name TEXT NOT NULL,           -- the file, or '' where the message has it
  line INTEGER NOT NULL, byte INTEGER NOT NULL,  -- 0 where they are not known
  status INTEGER NOT NULL,
  message TEXT NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL,
  times INTEGER NOT NULL
);
CREATE UNIQUE INDEX problem_place ON problem(name, line, byte, message);

CREATE TABLE log (
  entry INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  what TEXT NOT NULL,           -- added version read removed, and what else programs write down
  report INTEGER, reading INTEGER,
  detail TEXT,                  -- of what was added or read: the hash of its row, with the salt
  hash TEXT NOT NULL            -- of the entry and the one before
);
-- Who asks what happened to a report asks this.
CREATE VIEW custody AS
SELECT l.entry, l.at, l.what, l.report, nullif(p.url, '') AS url, p.file, p.member, p.sha256, p.raw_sha256,
  l.reading, r.model, r.model_version, r.engine, l.detail, l.hash
FROM log l LEFT JOIN report p USING (report) LEFT JOIN reading r USING (reading);

CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
  BEGIN SELECT raise(ABORT, 'entries of the log are not changed'); END;
CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log
  BEGIN SELECT raise(ABORT, 'entries of the log are not taken away'); END;
