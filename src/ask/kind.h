/*
 * kind.h - the table of questions: from which tables, with which columns, under which conditions.
 *
 * Statements are written once, here; a question puts together the columns, the tables and one
 * condition after another. ?1, ?2 and ?3 of a condition are the values that it takes; they get
 * other numbers when it is put behind others.
 *
 * Files   question_kinds.c, claims_kind.c, events_kind.c, lists_kind.c.
 */
#ifndef LGM_ASK_KIND_H
#define LGM_ASK_KIND_H

#include "base/base.h"
#include "ledger/index_tables.h"
#include "ledger/review_state.h"
#include "legomena/question.h"

/* What is made of a value, and how many ? it gives. */
typedef enum lgm_ask_take {
    LGM_ASK_FLAG,   /* 0 */
    LGM_ASK_PLAIN,  /* 1: as it is; the condition again is "or" */
    LGM_ASK_PART,   /* 1: with % around it, for LIKE */
    LGM_ASK_WORDS,  /* 1: an expression of FTS5 */
    LGM_ASK_PLACE,  /* 2: the same; a JSON list of the codes of an area of that name, or null */
    LGM_ASK_FROM,   /* 1: the first day */
    LGM_ASK_TO,     /* 1: the last day */
    LGM_ASK_DAY,    /* 2: both */
    LGM_ASK_NUMBER, /* 1 */
    LGM_ASK_REPORT, /* 2: a number or null; an id or address */
    LGM_ASK_AS_OF,  /* a moment, for which all is asked */
    LGM_ASK_ALSO    /* 0: those of withdrawn reports, too */
} lgm_ask_take;

/*
 * Rows are read by day, as they are listed, and each is tried: what many rows are, is soon found.
 * What few are, is found from `readings`: those that may have such rows, as SELECT ... AS reading.
 * So a condition asks of one row whether it holds, and does not list all for which it does.
 */
typedef struct lgm_ask_condition {
    lgm_ask_take take;
    const char *sql;
    const char *readings; /* NULL = any */
} lgm_ask_condition;

typedef struct lgm_ask_kind lgm_ask_kind;
struct lgm_ask_kind {
    const char *const *columns; /* expressions, one a column */
    const char *from;           /* tables, `p` the report and `r` its reading among them, but
                                   where it is scoped already */
    bool scoped, at_once;       /* at_once: its rows are few, or found by a search */
    const char *n;      /* the number of a row in its record; NULL = it is of no one record */
    const char *always; /* a condition; may be NULL */
    const char *group;  /* may be NULL */
    const char *order, *reversed;
    const lgm_ask_condition *conditions; /* one for each of the shown */
    int snippet;                         /* the column for words of the text, -1 = none */
    const char *needs;                   /* a condition that must be there; may be NULL */
    const lgm_ask_kind *summed; /* the same from fewer rows, where no condition is asked that has no
                                   `sql` there; may be NULL */
};

extern const lgm_question_kind lgm_ask_shown[];
extern const lgm_ask_kind *const lgm_ask_kinds[];

/* ---- pieces of statements ---- */

/* Has entity n of a reading a name with the words of ?1? Is null of none. */
#define LGM_ASK_IS_NAMED(reading, n)                                                               \
    "(" LGM_LEDGER_CLAIM(reading, n) ") IN (SELECT rowid FROM entity_search WHERE entity_search "  \
                                     "MATCH ?1)"
/* Readings that name it. */
#define LGM_ASK_NAMING                                                                             \
    "SELECT rowid >> 20 AS reading FROM entity_search WHERE entity_search MATCH ?1"
/* Entities of the name, as a table (reading, n). */
#define LGM_ASK_ENTITIES                                                                           \
    "SELECT rowid >> 20 AS reading, rowid & 1048575 AS n FROM entity_search WHERE entity_search "  \
    "MATCH ?1"

/* Does entity `of` lie in a place? In an area, which has codes (world/areas.h): what is known to be
 * in it, and what has its name and no known place. Else what has the name. */
#define LGM_ASK_WITHIN(of)                                                                         \
    "(" of ".n IS NOT NULL AND (EXISTS (SELECT 1 FROM json_each(?2) j WHERE " of                   \
    ".country = substr(j.value, 1, 2) AND (length(j.value) = 2 OR " of                             \
    ".admin1 = substr(j.value, 4))) OR ((?2 IS NULL OR (" of ".country IS NULL AND " of            \
    ".type IN ('GPE', 'LOC'))) AND " LGM_ASK_IS_NAMED(of ".reading", of ".n") ")))"
/* Readings with such entities. */
#define LGM_ASK_WITH_PLACE                                                                         \
    "SELECT k.reading AS reading FROM json_each(?2) j CROSS JOIN entity k ON k.country = "         \
    "substr(j.value, 1, 2) AND (length(j.value) = 2 OR k.admin1 = substr(j.value, 4)) UNION "      \
    "ALL " LGM_ASK_NAMING

#define LGM_ASK_READ                                                                               \
    " CROSS JOIN reading r ON r.reading = d.reading CROSS JOIN report p ON p.report = r.report"

/* ---- conditions that all or many have: their help, then how ---- */

#define LGM_ASK_SINCE_SHOWN                                                                        \
    {                                                                                              \
        "since", "DAY", NULL, "on that day or later"                                               \
    }
#define LGM_ASK_UNTIL_SHOWN                                                                        \
    {                                                                                              \
        "until", "DAY", NULL, "on that day or earlier"                                             \
    }
#define LGM_ASK_IN_SHOWN                                                                           \
    {                                                                                              \
        "in", "REPORT", NULL, "in a report: its number, its id or its address"                     \
    }
#define LGM_ASK_STORY_SHOWN                                                                        \
    {                                                                                              \
        "story", "N", NULL, "in the reports of a story"                                            \
    }
#define LGM_ASK_PUBLISHER_SHOWN                                                                    \
    {                                                                                              \
        "publisher", "WORDS", NULL, "in reports of a publisher"                                    \
    }
#define LGM_ASK_AS_OF_SHOWN                                                                        \
    {                                                                                              \
        "as-of", "DAY", NULL, "what the ledger knew at the end of that day"                        \
    }

#define LGM_ASK_WITHDRAWN_SHOWN                                                                    \
    {                                                                                              \
        "withdrawn", NULL, NULL, "those of withdrawn reports, too"                                 \
    }
/* What people said of the records (src/review): five conditions. */
#define LGM_ASK_REVIEW_SHOWN                                                                       \
    {"reviewed", NULL, NULL, "that somebody marked as right or wrong"},                            \
        {"unreviewed", NULL, NULL, "that nobody marked"},                                          \
        {"right", NULL, NULL, "that were found right, and by nobody wrong"},                       \
        {"not-wrong", NULL, NULL, "that nobody found wrong"},                                      \
    {                                                                                              \
        "disputed", NULL, NULL, "that one found wrong and another right"                           \
    }

#define LGM_ASK_SINCE                                                                              \
    {                                                                                              \
        LGM_ASK_FROM, "d.day >= ?1", NULL                                                          \
    }
#define LGM_ASK_UNTIL                                                                              \
    {                                                                                              \
        LGM_ASK_TO, "d.day <= ?1 AND d.day <> ''", NULL                                            \
    }
#define LGM_ASK_OF_REPORT                                                                          \
    "SELECT g.reading AS reading FROM report o JOIN reading g USING (report) WHERE o.report = ?1 " \
    "OR o.id = ?2 OR (o.url = ?2 AND o.url <> '')"
#define LGM_ASK_IN                                                                                 \
    {                                                                                              \
        LGM_ASK_REPORT, "d.reading IN (" LGM_ASK_OF_REPORT ")", LGM_ASK_OF_REPORT                  \
    }
/* The number of a story that went into another one leads there. */
#define LGM_ASK_OF_STORY                                                                           \
    "SELECT g.reading AS reading FROM story_member m JOIN reading g USING (report) WHERE m.story " \
    "IN (WITH RECURSIVE went(story) AS (VALUES(CAST(?1 AS INTEGER)) UNION SELECT c.story FROM "    \
    "went w JOIN story_change c ON c.other = w.story AND c.what = 'merged' JOIN story s ON "       \
    "s.story = w.story WHERE s.reports = 0) SELECT story FROM went)"
#define LGM_ASK_STORY                                                                              \
    {                                                                                              \
        LGM_ASK_NUMBER, "d.reading IN (" LGM_ASK_OF_STORY ")", LGM_ASK_OF_STORY                    \
    }
#define LGM_ASK_PUBLISHER                                                                          \
    {                                                                                              \
        LGM_ASK_PART, "p.publisher LIKE ?1",                                                       \
            "SELECT g.reading AS reading FROM report o JOIN reading g USING (report) WHERE "       \
            "o.publisher LIKE ?1"                                                                  \
    }
#define LGM_ASK_ASOF                                                                               \
    {                                                                                              \
        LGM_ASK_AS_OF, NULL, NULL                                                                  \
    }

#define LGM_ASK_WITH_WITHDRAWN                                                                     \
    {                                                                                              \
        LGM_ASK_ALSO, NULL, NULL                                                                   \
    }

/* Records of readings, as (reading, kind, n), that have reviews which count. */
#define LGM_ASK_REVIEWED(having)                                                                   \
    "(SELECT v.of_reading, v.kind, v.of_n FROM review_fit v WHERE " LGM_LEDGER_REVIEW_COUNTS       \
    " GROUP BY v.report, v.of_reading, v.kind, v.of_n" having ")"
/* NOT IN of one value: of several it would look at all rows, since one may be null. */
#define LGM_ASK_NOT_REVIEWED(n, having)                                                            \
    "d.kind || d.reading || ':' || " n                                                             \
    " NOT IN (SELECT kind || of_reading || ':' || of_n FROM " LGM_ASK_REVIEWED(having) ")"
#define LGM_ASK_REVIEW(n)                                                                          \
    {LGM_ASK_FLAG, "(d.reading, d.kind, " n ") IN " LGM_ASK_REVIEWED(""), NULL},                   \
        {LGM_ASK_FLAG, LGM_ASK_NOT_REVIEWED(n, ""), NULL},                                         \
        {LGM_ASK_FLAG,                                                                             \
         "(d.reading, d.kind, " n                                                                  \
         ") IN " LGM_ASK_REVIEWED(" HAVING " LGM_LEDGER_REVIEW_STATE " = 'right'"),                \
         NULL},                                                                                    \
        {LGM_ASK_FLAG, LGM_ASK_NOT_REVIEWED(n, " HAVING max(v.verdict = 'wrong')"), NULL},         \
    {                                                                                              \
        LGM_ASK_FLAG,                                                                              \
            "(d.reading, d.kind, " n                                                               \
            ") IN " LGM_ASK_REVIEWED(" HAVING " LGM_LEDGER_REVIEW_STATE " = 'disputed'"),          \
            NULL                                                                                   \
    }

/* A column: what the reviews of record n of `d` come to. */
#define LGM_ASK_STATE_SHOWN                                                                        \
    {                                                                                              \
        "review", LGM_COLUMN_TEXT,                                                                 \
            "what people found it: right, wrong, disputed, part; or its report is withdrawn"       \
    }
#define LGM_ASK_STATE(n)                                                                           \
    "CASE WHEN p.report IN (SELECT w.report FROM withdrawn w) THEN 'withdrawn' ELSE "              \
    "(SELECT " LGM_LEDGER_REVIEW_STATE                                                             \
    " FROM review_fit v WHERE v.report = p.report AND v.of_reading = "                             \
    "d.reading AND v.kind = d.kind AND v.of_n = " n " AND " LGM_LEDGER_REVIEW_COUNTS ") END"

#endif
