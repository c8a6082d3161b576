/* stories_kind.c - questions about stories: reports that tell of one happening. */
#include "ask/question_kinds.h"

const lgm_question_column lgm_ask_story_columns[] = {
    {"story", LGM_COLUMN_NUMBER, "its number"},
    {"headline", LGM_COLUMN_TEXT, "of the report that is most like the others"},
    {"first", LGM_COLUMN_TEXT, "the day of the first report"},
    {"last", LGM_COLUMN_TEXT, "the day of the last report"},
    {"reports", LGM_COLUMN_NUMBER, "how many"},
    {"publishers", LGM_COLUMN_NUMBER, "of how many publishers"},
    {"copies", LGM_COLUMN_NUMBER, "how many of the reports have the text of another one of them"},
    {"place", LGM_COLUMN_TEXT, "where most reports say that something happened"},
    {"report", LGM_COLUMN_ID, "the report of the headline"},
    {"members", LGM_COLUMN_ID, "all reports, divided by spaces"},
};

#define MEMBERS "story_member m JOIN reports p USING (report) WHERE m.story = s.story"
/* Of a story whose most typical report does not count any more, the newest that does. */
#define CENTRAL                                                                                    \
    "coalesce((SELECT p.report FROM reports p WHERE p.report = s.central), (SELECT max(p.report) " \
    "FROM " MEMBERS "))"
#define COPIES                                                                                     \
    "(SELECT count(*) FROM " MEMBERS " AND EXISTS (SELECT 1 FROM copy c JOIN story_member o ON "   \
    "o.report = c.of WHERE c.report = p.report AND o.story = s.story AND c.kind NOT IN "           \
    "('passages', 'version')))"
#define PLACE                                                                                      \
    "(SELECT e.name FROM story_member m JOIN reports p USING (report) JOIN event v ON v.reading "  \
    "= p.reading JOIN entity e ON e.reading = v.reading AND e.n = v.place WHERE m.story = "        \
    "s.story GROUP BY coalesce(e.geonames, e.name) ORDER BY count(DISTINCT p.report) DESC, "       \
    "count(*) DESC, e.name LIMIT 1)"

static const char *const story_sql[] = {
    "s.story",
    "(SELECT o.title FROM report o WHERE o.report = " CENTRAL ")",
    "(SELECT min(substr(p.date, 1, 10)) FROM " MEMBERS ")",
    "(SELECT max(substr(p.date, 1, 10)) FROM " MEMBERS ")",
    "(SELECT count(*) FROM " MEMBERS ")",
    "(SELECT count(DISTINCT p.publisher) FROM " MEMBERS ")",
    COPIES,
    PLACE,
    "CAST(" CENTRAL " AS TEXT)",
    "(SELECT group_concat(p.report, ' ') FROM " MEMBERS ")",
};
LGM_ASK_SAME(story_sql, lgm_ask_story_columns);

const lgm_question_condition lgm_ask_story_conditions[] = {
    {"who", "NAME", NULL, "with reports that name somebody"},
    {"place", "PLACE", NULL, "with something that happened at a place, or within it"},
    {"text", "WORDS", NULL, "with reports that have these words"},
    {"least", "N", NULL, "of so many reports at least"},
    {"since", "DAY", NULL, "with a report of that day or later"},
    {"until", "DAY", NULL, "with a report of that day or earlier"},
    {"in", "REPORT", NULL, "that a report is in: its number, id or address"},
    {"publisher", "WORDS", NULL, "with reports of a publisher"},
};

/* Stories of readings or reports that are found first: few, or a walk of all of them. */
#define OF_READINGS(readings)                                                                      \
    "s.story IN (SELECT m.story FROM (" readings ") g JOIN reading r ON r.reading = g.reading "    \
    "JOIN reports p ON p.report = r.report AND p.reading = g.reading JOIN story_member m ON "      \
    "m.report = p.report)"
#define OF_REPORTS(reports)                                                                        \
    "s.story IN (SELECT m.story FROM (" reports ") g JOIN reports p ON p.report = g.report JOIN "  \
    "story_member m ON m.report = p.report)"
#define HAPPENED                                                                                   \
    "SELECT e.reading AS reading FROM (" LGM_ASK_WITH_PLACE                                        \
    ") w JOIN event v ON v.reading = w.reading JOIN entity e ON e.reading = v.reading AND e.n = "  \
    "v.place WHERE " LGM_ASK_WITHIN("e")

static const lgm_ask_condition story_conditions[] = {
    {LGM_ASK_WORDS, OF_READINGS(LGM_ASK_NAMING), NULL},
    {LGM_ASK_PLACE, OF_READINGS(HAPPENED), NULL},
    {LGM_ASK_WORDS,
     OF_REPORTS("SELECT rowid AS report FROM report_search WHERE report_search MATCH ?1"), NULL},
    {LGM_ASK_NUMBER, "s.reports >= ?1 AND (SELECT count(*) FROM " MEMBERS ") >= ?1", NULL},
    {LGM_ASK_FROM,
     "s.last >= ?1 AND EXISTS (SELECT 1 FROM " MEMBERS " AND substr(p.date, 1, 10) >= ?1)", NULL},
    {LGM_ASK_TO, "EXISTS (SELECT 1 FROM " MEMBERS " AND substr(p.date, 1, 10) <= ?1)", NULL},
    {LGM_ASK_REPORT,
     OF_REPORTS("SELECT report FROM report WHERE report = ?1 OR id = ?2 OR (url = ?2 AND url <> "
                "'')"),
     NULL},
    {LGM_ASK_PART, OF_REPORTS("SELECT report FROM report WHERE publisher LIKE ?1"), NULL},
};
LGM_ASK_SAME(story_conditions, lgm_ask_story_conditions);

const lgm_ask_kind lgm_ask_stories = {
    .columns = story_sql,
    .from = "story s",
    .scoped = true,
    .always = "s.reports > 0 AND EXISTS (SELECT 1 FROM " MEMBERS ")",
    .order = "s.last DESC, s.story DESC",
    .reversed = "s.last, s.story",
    .conditions = story_conditions,
    .snippet = -1,
};
