-- The ledger, part 7: what makes it quick to count.

-- How often a source speaks in a reading, of the claims that are listed by a day: who speaks how often is
-- summed up from these, which are a third of the claims and a small part of their bytes.
CREATE TABLE source_day (
  reading INTEGER NOT NULL REFERENCES reading(reading),
  day TEXT NOT NULL,            -- the column `listed` of the claims
  name TEXT NOT NULL,           -- of the speaker; '' = has none
  kind TEXT NOT NULL,           -- the column `speaker_kind`; '' = null
  claims INTEGER NOT NULL,      -- how many
  via INTEGER NOT NULL, answered INTEGER NOT NULL, denied INTEGER NOT NULL,  -- how many of these
  PRIMARY KEY (reading, day, name, kind)
) WITHOUT ROWID;

INSERT INTO source_day
SELECT c.reading, c.listed, ifnull(e.name, ''), ifnull(c.speaker_kind, ''), count(*),
  sum(EXISTS (SELECT 1 FROM claim_party x WHERE x.reading = c.reading AND x.claim = c.n AND x.part = 'via')),
  sum(EXISTS (SELECT 1 FROM reply x WHERE x.reading = c.reading AND x.to_claim = c.n)),
  sum(EXISTS (SELECT 1 FROM reply x WHERE x.reading = c.reading AND x.to_claim = c.n AND x.how = 'denies'))
FROM claim c LEFT JOIN entity e ON e.reading = c.reading AND e.n = c.speaker
GROUP BY 1, 2, 3, 4;

-- What no longer counts is little, and is found without a look at all.
CREATE INDEX report_by_replacement ON report(replaced) WHERE replaced IS NOT NULL;
CREATE INDEX reading_by_succession ON reading(superseded) WHERE superseded IS NOT NULL;
