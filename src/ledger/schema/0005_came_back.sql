-- The ledger, part 5: a publisher may go back to an earlier text of an address, which then is a
-- version of its own. (Where there is no address, the same text is one report for ever.)

DROP INDEX report_text;
CREATE INDEX report_text ON report(url, sha256);
