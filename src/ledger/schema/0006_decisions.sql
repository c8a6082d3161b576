-- The ledger, part 6: whether two records are one, where people have decided it. Kept for ever.
--
-- decision  of two persons (entities, `of` is person) or two stories (reports, story), said to be one or
--           two; an entry of the log vouches for it, and has its number. The newest decision on two counts,
--           whoever made it: `replaced_by`. The entities are those of the readings that were looked at.

CREATE TABLE decision (
  decision INTEGER PRIMARY KEY,  -- the entry of the log, which is of report a; the next entry is of b
  of TEXT NOT NULL,              -- person story
  one INTEGER,                   -- 1: one; 0: two, and b is the one that leaves; null takes back
  a_report INTEGER NOT NULL REFERENCES report(report), a_reading INTEGER NOT NULL REFERENCES reading(reading),
  a_n INTEGER NOT NULL, a_start INTEGER, a_end INTEGER, a_words TEXT,
  b_report INTEGER NOT NULL REFERENCES report(report), b_reading INTEGER NOT NULL REFERENCES reading(reading),
  b_n INTEGER NOT NULL, b_start INTEGER, b_end INTEGER, b_words TEXT,
  note TEXT,
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  replaced_by INTEGER REFERENCES decision(decision)
);
CREATE INDEX decision_by_a ON decision(a_report);
CREATE INDEX decision_by_b ON decision(b_report);
CREATE INDEX decision_by_replacement ON decision(replaced_by) WHERE replaced_by IS NOT NULL;

-- Each with the records that it is about now, as review_place has it; null where there is none.
CREATE VIEW decision_place AS
SELECT d.*, x.reading AS a_now, y.reading AS b_now,
  CASE WHEN d.of = 'story' OR x.reading = d.a_reading THEN d.a_n ELSE (SELECT n FROM
    (SELECT f.n, f.words IS NOT d.a_words AS other FROM entity_fields f WHERE f.reading = x.reading
      AND f.start = d.a_start AND f."end" = d.a_end) ORDER BY other, n LIMIT 1) END AS a_of_n,
  CASE WHEN d.of = 'story' OR y.reading = d.b_reading THEN d.b_n ELSE (SELECT n FROM
    (SELECT f.n, f.words IS NOT d.b_words AS other FROM entity_fields f WHERE f.reading = y.reading
      AND f.start = d.b_start AND f."end" = d.b_end) ORDER BY other, n LIMIT 1) END AS b_of_n
FROM decision d JOIN reading x ON x.report = d.a_report AND x.superseded IS NULL
JOIN reading y ON y.report = d.b_report AND y.superseded IS NULL;

-- What counts today, as people read it.
CREATE VIEW decisions AS
SELECT d.decision, d.of, CASE d.one WHEN 1 THEN 'one' ELSE 'two' END AS verdict,
  d.a_report || coalesce(':e' || CASE d.of WHEN 'person' THEN d.a_of_n END, '') AS a, d.a_words,
  d.b_report || coalesce(':e' || CASE d.of WHEN 'person' THEN d.b_of_n END, '') AS b, d.b_words,
  d.note, d.reviewer, d.at
FROM decision_place d WHERE d.replaced_by IS NULL AND d.one IS NOT NULL;
