-- The ledger, part 3: what makes questions quick.

-- On which days a reading has claims, events, figures, incidents: when they were said or happened,
-- else when the report was published, by the first day that it may be, '' where neither is known. It is
-- the column `listed` of these. Lists by day are read from it in order.
CREATE TABLE dated (
  day TEXT NOT NULL,
  kind TEXT NOT NULL,           -- claim event figure incident
  reading INTEGER NOT NULL,
  PRIMARY KEY (day, kind, reading)
) WITHOUT ROWID;
CREATE INDEX dated_of_reading ON dated(reading);

CREATE INDEX entity_by_country ON entity(country) WHERE country IS NOT NULL;
CREATE INDEX claim_by_day ON claim(said_from, said_to) WHERE said_from IS NOT NULL;
CREATE INDEX claim_by_venue ON claim(venue) WHERE venue IS NOT NULL;
CREATE INDEX log_by_report ON log(report);
