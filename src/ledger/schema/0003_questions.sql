-- The ledger, part 3: what makes questions quick.

-- When each claim, event, figure and incident was said or happened, else the day of its report: the
-- first day that it may be, '' where neither is known. Lists by day are read from it in order.
CREATE TABLE dated (
  reading INTEGER NOT NULL, n INTEGER NOT NULL,
  kind TEXT NOT NULL,           -- claim event figure incident
  day TEXT NOT NULL,
  PRIMARY KEY (day, kind, reading, n)
) WITHOUT ROWID;
CREATE INDEX dated_of_reading ON dated(reading, kind, n);

-- Each name once, however many reports have it, to be found by a word of it. The search gets the new
-- ones with each commit.
CREATE TABLE name (
  name INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE name_search USING fts5(text, content='name', content_rowid='name',
  tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER entity_is_named AFTER INSERT ON entity
  BEGIN INSERT INTO name(text) VALUES(new.name) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER entity_is_also_named AFTER INSERT ON entity_name WHEN new.kind = 'alias'
  BEGIN INSERT INTO name(text) VALUES(new.name) ON CONFLICT DO NOTHING; END;

CREATE INDEX entity_by_country ON entity(country) WHERE country IS NOT NULL;
CREATE INDEX entity_name_by_name ON entity_name(name);
CREATE INDEX claim_by_speaker ON claim(reading, speaker);
CREATE INDEX claim_by_day ON claim(said_from) WHERE said_from IS NOT NULL;
CREATE INDEX claim_by_venue ON claim(venue) WHERE venue IS NOT NULL;
CREATE INDEX report_by_date ON report(date);
CREATE INDEX log_by_report ON log(report);
