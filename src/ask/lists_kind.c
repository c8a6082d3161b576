/* lists_kind.c - questions over all that a report has: the timeline, the search. */
#include "ask/question_kinds.h"

/* ---- timeline: dated claims, and events ---- */

const lgm_question_column lgm_ask_timeline_columns[] = {
    {"id", LGM_COLUMN_ID, "the claim or event"},
    {"from", LGM_COLUMN_TEXT, "the first day that it may have been"},
    {"to", LGM_COLUMN_TEXT, "the last day that it may have been"},
    {"what", LGM_COLUMN_TEXT, "said, or the category of what happened"},
    {"who", LGM_COLUMN_TEXT, "who said or did it"},
    {"words", LGM_COLUMN_TEXT, "what was said, or what happened"},
    {"place", LGM_COLUMN_TEXT, "where it happened"},
    {"by", LGM_COLUMN_TEXT, "whose claims tell of what happened; none: the report itself does"},
    {"date", LGM_COLUMN_TEXT, "when the report was published"},
    {"title", LGM_COLUMN_TEXT, "of the report"},
};
#define PARTIES(part)                                                                              \
    "(SELECT group_concat(y.name, '; ') FROM event_party x JOIN entity y ON y.reading = "          \
    "x.reading "                                                                                   \
    "AND y.n = x.entity WHERE x.reading = d.reading AND x.event = h.n AND x.part = '" part "')"
static const char *const timeline_sql[] = {
    "p.report || CASE d.kind WHEN 'claim' THEN ':c' || c.n ELSE ':v' || h.n END",
    "coalesce(c.said_from, h.day_from)",
    "coalesce(c.said_to, h.day_to)",
    "CASE d.kind WHEN 'claim' THEN coalesce(c.act, 'said') ELSE lower(h.plover) END",
    "CASE d.kind WHEN 'claim' THEN coalesce(o.name, c.source) ELSE " PARTIES("agent") " END",
    "CASE d.kind WHEN 'claim' THEN c.content ELSE h.words || coalesce(': ' || " PARTIES(
        "patient") ", '') END",
    "e.name",
    "(SELECT group_concat(y.who, '; ') FROM (SELECT DISTINCT coalesce(z.name, y.source) AS who "
    "FROM "
    "event_claim x JOIN claim y ON y.reading = x.reading AND y.n = x.claim LEFT JOIN entity z ON "
    "z.reading = y.reading AND z.n = y.speaker WHERE x.reading = d.reading AND x.event = h.n) y)",
    "p.date",
    "p.title",
};
LGM_ASK_SAME(timeline_sql, lgm_ask_timeline_columns);

const lgm_question_condition lgm_ask_timeline_conditions[] = {
    {"about", "NAME", NULL, "of somebody: said, done, or done to them"},
    {"where", "PLACE", NULL, "what happened at a place, or within it: a country, a province"},
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    LGM_ASK_IN_SHOWN,
    LGM_ASK_STORY_SHOWN,
    LGM_ASK_PUBLISHER_SHOWN,
    LGM_ASK_REVIEW_SHOWN,
    LGM_ASK_WITHDRAWN_SHOWN,
    LGM_ASK_AS_OF_SHOWN,
};
#define HAS_TO_DO_WITH                                                                             \
    "(" LGM_ASK_IS_NAMED(                                                                          \
        "c.reading",                                                                               \
        "c.speaker") " OR EXISTS (SELECT 1 FROM claim_about x WHERE x.reading = c.reading AND "    \
                     "x.claim = c.n AND " LGM_ASK_IS_NAMED(                                        \
                         "x.reading",                                                              \
                         "x.entity") ") OR EXISTS (SELECT 1 FROM event_party x WHERE x.reading "   \
                                     "= h.reading AND x.event = h.n AND " LGM_ASK_IS_NAMED(        \
                                         "x.reading", "x.entity") "))"
static const lgm_ask_condition timeline_conditions[] = {
    {LGM_ASK_WORDS, HAS_TO_DO_WITH, LGM_ASK_NAMING},
    {LGM_ASK_PLACE, LGM_ASK_WITHIN("e"), LGM_ASK_WITH_PLACE},
    LGM_ASK_SINCE,
    LGM_ASK_UNTIL,
    LGM_ASK_IN,
    LGM_ASK_STORY,
    LGM_ASK_PUBLISHER,
    LGM_ASK_REVIEW("coalesce(c.n, h.n)"),
    LGM_ASK_WITH_WITHDRAWN,
    LGM_ASK_ASOF,
};
LGM_ASK_SAME(timeline_conditions, lgm_ask_timeline_conditions);

const lgm_ask_kind lgm_ask_timeline = {
    .columns = timeline_sql,
    .from =
        "dated d LEFT JOIN claim c ON d.kind = 'claim' AND c.reading = d.reading AND c.listed = "
        "d.day LEFT JOIN event h ON d.kind = 'event' AND h.reading = d.reading AND h.listed = "
        "d.day" LGM_ASK_READ " LEFT JOIN entity e ON e.reading = d.reading AND e.n = h.place"
        " LEFT JOIN entity o ON o.reading = d.reading AND o.n = c.speaker",
    .n = "coalesce(c.n, h.n)",
    .always =
        "d.kind IN ('claim', 'event') AND (c.said_from IS NOT NULL OR h.day_from IS NOT NULL)",
    .order = "d.day, d.kind DESC, d.reading, coalesce(c.n, h.n)",
    .reversed = "d.day DESC, d.kind, d.reading DESC, coalesce(c.n, h.n)",
    .conditions = timeline_conditions,
    .snippet = -1,
};

/* ---- search ---- */

const lgm_question_column lgm_ask_search_columns[] = {
    {"id", LGM_COLUMN_ID, "the report"},
    {"date", LGM_COLUMN_TEXT, "when it was published"},
    {"publisher", LGM_COLUMN_TEXT, "whose it is"},
    {"title", LGM_COLUMN_TEXT, "its headline"},
    {"words", LGM_COLUMN_TEXT, "where the words stand in it"},
    {"url", LGM_COLUMN_TEXT, "its address"},
    {"claims", LGM_COLUMN_NUMBER, "how many claims it has"},
};
static const char *const search_sql[] = {
    "CAST(p.report AS TEXT)",
    "p.date",
    "p.publisher",
    "p.title",
    "r.reading",
    "nullif(p.url, '')",
    "(SELECT count(*) FROM claim c WHERE c.reading = r.reading)",
};
LGM_ASK_SAME(search_sql, lgm_ask_search_columns);

const lgm_question_condition lgm_ask_search_conditions[] = {
    {"text", "WORDS", NULL, "with these words in its text or title"},
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    LGM_ASK_IN_SHOWN,
    LGM_ASK_PUBLISHER_SHOWN,
    LGM_ASK_WITHDRAWN_SHOWN,
    LGM_ASK_AS_OF_SHOWN,
};
static const lgm_ask_condition search_conditions[] = {
    {LGM_ASK_WORDS, "s.report_search MATCH ?1", NULL},
    {LGM_ASK_FROM, "p.date >= ?1", NULL},
    {LGM_ASK_TO, "p.date <= ?1", NULL},
    {LGM_ASK_REPORT, "(p.report = ?1 OR p.id = ?2 OR (p.url = ?2 AND p.url <> ''))", NULL},
    LGM_ASK_PUBLISHER,
    LGM_ASK_WITH_WITHDRAWN,
    LGM_ASK_ASOF,
};
LGM_ASK_SAME(search_conditions, lgm_ask_search_conditions);

const lgm_ask_kind lgm_ask_search = {
    .columns = search_sql,
    .at_once = true,
    .from =
        "report_search s JOIN report p ON p.report = s.rowid JOIN reading r ON r.report = p.report",
    .order = "s.rank, p.report DESC",
    .reversed = "s.rank DESC, p.report",
    .conditions = search_conditions,
    .snippet = 4,
    .needs = "text",
};

/* ---- how much there is ---- */

const lgm_question_column lgm_ask_stats_columns[] = {
    {"what", LGM_COLUMN_TEXT, "of what"},
    {"n", LGM_COLUMN_NUMBER, "how many"},
};
static const char *const stats_sql[] = {"what", "n"};
LGM_ASK_SAME(stats_sql, lgm_ask_stats_columns);

/* Readings that no longer count, which are few: looked up once. */
#define WITH_GONE                                                                                  \
    "WITH gone AS MATERIALIZED (SELECT reading FROM reading WHERE superseded IS NOT NULL UNION "   \
    "SELECT r.reading FROM report p CROSS JOIN reading r USING (report) WHERE p.replaced IS NOT "  \
    "NULL UNION SELECT r.reading FROM withdrawn w CROSS JOIN reading r USING (report)) "
#define COUNTED(place, name, table)                                                                \
    " UNION ALL SELECT " place ", '" name "', (SELECT count(*) FROM " table                        \
    ") - (SELECT count(*) FROM gone CROSS JOIN " table " USING (reading))"
const lgm_ask_kind lgm_ask_stats = {
    .columns = stats_sql,
    .scoped = true,
    .from =
        "(" WITH_GONE
        "SELECT 1 AS place, 'reports' AS what, (SELECT count(*) FROM report) - (SELECT "
        "count(*) FROM (SELECT report FROM report WHERE replaced IS NOT NULL UNION SELECT report "
        "FROM withdrawn)) AS n"
        " UNION ALL SELECT 2, 'older versions', count(*) FROM report WHERE replaced IS NOT NULL"
        " UNION ALL SELECT 3, 'publishers', count(DISTINCT publisher) FROM report" COUNTED(
            "4", "claims", "claim") COUNTED("5", "events", "event")
            COUNTED("6", "figures", "figure") COUNTED("7", "incidents", "incident")
                COUNTED("8", "disputes", "dispute")
                    COUNTED("9", "names in reports",
                            "entity") " UNION ALL SELECT 10, 'older readings', count(*) FROM "
                                      "reading WHERE superseded IS NOT NULL"
                                      " UNION ALL SELECT 11, 'problems', count(*) FROM problem"
                                      " UNION ALL SELECT 12, 'withdrawn reports', count(DISTINCT "
                                      "report) FROM withdrawn UNION ALL SELECT 13, 'marks', "
                                      "count(*) FROM review WHERE replaced_by IS NULL AND verdict "
                                      "<> 'none')",
    .order = "place",
    .reversed = "place DESC",
    .conditions = NULL,
    .snippet = -1,
};
