-- The ledger, part 8: which reports have the text of others.
--
-- sketch  which runs of words stand where in the text of a reading, packed (src/reuse).
-- print   a fourth of the hashes in sketches, and the reports that have them: who shares text with a
--         report is found by its own. No report is in it more than once, whatever its readings are.
-- copy    what `report`, the later one, has of the text of `of`, the earlier one.
-- copy_state  one row: the last report that was looked at. Those behind it are not in print and copy.

CREATE TABLE sketch (
  reading INTEGER PRIMARY KEY REFERENCES reading(reading),
  packed BLOB NOT NULL
);

CREATE TABLE print (
  hash INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES report(report),
  PRIMARY KEY (hash, report)
) WITHOUT ROWID;

CREATE TABLE copy (
  report INTEGER NOT NULL REFERENCES report(report), of INTEGER NOT NULL REFERENCES report(report),
  kind TEXT NOT NULL,           -- identical syndicated edited cut extended passages version
  share REAL NOT NULL, share_of REAL NOT NULL,  -- of the words of either text, 0 to 1
  words INTEGER NOT NULL, quoted INTEGER NOT NULL,  -- shared; of these between quotation marks
  passages INTEGER NOT NULL,    -- how many
  credit TEXT,                  -- the agency that both name, or that one names and the other is
  PRIMARY KEY (report, of)
) WITHOUT ROWID;
CREATE INDEX copy_by_original ON copy(of, report);

CREATE TABLE copy_state (
  state INTEGER PRIMARY KEY CHECK (state = 1),
  report INTEGER NOT NULL
);
INSERT INTO copy_state VALUES(1, 0);

-- As people read it: the newest versions of reports that were not withdrawn.
CREATE VIEW copies AS
SELECT c.report, c.of, c.kind, c.share, c.share_of, c.words, c.quoted, c.passages, c.credit,
  p.date, p.publisher, p.title, o.date AS of_date, o.publisher AS of_publisher, o.title AS of_title
FROM copy c JOIN reports p ON p.report = c.report JOIN reports o ON o.report = c.of;
