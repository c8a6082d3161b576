-- The ledger, part 9: which reports tell one story.
--
-- profile  what a report is about, packed (src/profile); made from the record of a reading.
-- story    its number is never given again. `central` is the report that is most like the others;
--          `last` the day by which stories are listed.
-- story_member  each report in its story, and why: `how` it came there, the report there that is most
--          `like` it and how much (a logit), and the one of another story that came next, with the
--          number of that story at the time.
-- story_key  the heaviest terms of each report: others are looked for by them.
-- story_change  a story that went into another one, or from which reports went: `report` and `other`
--          are the reports that say so.
-- story_state  one row: the last report, and the last decision, that was looked at.

CREATE TABLE profile (
  reading INTEGER PRIMARY KEY REFERENCES reading(reading),
  packed BLOB NOT NULL
);

CREATE TABLE story (
  story INTEGER PRIMARY KEY AUTOINCREMENT,
  central INTEGER,              -- a report; null: it has none any more
  last TEXT NOT NULL,           -- '' = not known
  reports INTEGER NOT NULL      -- how many there are, older versions too
);
CREATE INDEX story_by_day ON story(last, story) WHERE reports > 0;

CREATE TABLE story_member (
  report INTEGER PRIMARY KEY REFERENCES report(report),
  story INTEGER NOT NULL REFERENCES story(story),
  how TEXT NOT NULL,            -- first like version merged split decided
  "like" INTEGER, likeness REAL,
  near INTEGER, near_likeness REAL
);
CREATE INDEX story_member_by_story ON story_member(story, report);

CREATE TABLE story_key (
  term INTEGER NOT NULL, report INTEGER NOT NULL,
  PRIMARY KEY (term, report)
) WITHOUT ROWID;

CREATE TABLE story_change (
  change INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  what TEXT NOT NULL,           -- merged split
  story INTEGER NOT NULL,       -- that stays
  other INTEGER NOT NULL,       -- that went into it, or was made of it
  how TEXT NOT NULL,            -- like decided
  report INTEGER, other_report INTEGER, likeness REAL
);
CREATE INDEX story_change_by_story ON story_change(story);
CREATE INDEX story_change_by_other ON story_change(other);

CREATE TABLE story_state (
  state INTEGER PRIMARY KEY CHECK (state = 1),
  report INTEGER NOT NULL, decision INTEGER NOT NULL
);
INSERT INTO story_state VALUES(1, 0, 0);

-- As people read it: the newest versions of reports that were not withdrawn.
CREATE VIEW stories AS
SELECT s.story, (SELECT title FROM report WHERE report = s.central) AS headline,
  min(p.date) AS first, max(p.date) AS last, count(*) AS reports,
  count(DISTINCT p.publisher) AS publishers
FROM story s JOIN story_member m USING (story) JOIN reports p USING (report)
GROUP BY s.story;
