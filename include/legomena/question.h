/*
 * question.h - questions to a ledger, and rows as answers.
 *
 *     lgm_question *q;
 *     if (lgm_question_new(&q, ledger, "claims", &err) == LGM_OK) {
 *         st = lgm_question_where(q, "by", "Renmark", &err);
 *         st = lgm_question_where(q, "act", "deny", &err);
 *         while ((st = lgm_question_next(q, &row, &err)) == LGM_OK) ... row.at[i].text ...
 *         lgm_question_free(q);
 *     }
 *
 * What can be asked for, its columns and its conditions stand in one table (lgm_question_kinds):
 * programs make their options, columns and manuals of it. A question with several conditions has
 * the rows for which all hold; the same condition twice is one of both for "act" and the like, and
 * each in its own right for "by" and "text". Without any it has all there is.
 *
 * Names    a condition on a name ("by", "about", "who") takes words: of an entity whose name, or
 *          another name in its report, has all of them.
 * Places   a country, a province or an area of several has what lies in it: "Russia" has Moscow,
 *          "Sinaloa" Culiacán, "Middle East" Iraq (data/areas); "Punjab, Pakistan" is the one of
 *          two. Any other place is a name. "Russian" is no place.
 * Days     2024-05-24, or a month or year, which is all its days; "today" and "yesterday" are of
 *          the machine's clock, in UTC.
 * Counts   the newest version of each report, in its newest reading; with "as-of" those of the end
 *          of that day.
 *          Reports that were marked as withdrawn (review.h) by then are left out, but with
 *          "withdrawn".
 * Words    of a report's text or a claim: all of them; "in quotation marks" one behind the other;
 *          -word not; word* as a beginning; OR between two. Without regard to case and accents.
 * Order    by day, the newest first; a timeline the oldest first; a search by how well it fits.
 * Errors   those of ledger.h; LGM_E_ARG a kind, condition or value that is none, and the message
 *          says which there are. LGM_E_EMPTY with an empty message at the end of the rows.
 */
#ifndef LEGOMENA_QUESTION_H
#define LEGOMENA_QUESTION_H

#include "legomena/ledger.h"
#include "legomena/redact.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum lgm_column_type {
    LGM_COLUMN_TEXT,
    LGM_COLUMN_NUMBER, /* whole or not */
    LGM_COLUMN_ID      /* text: of a report ("12") or of a record in it ("12:c7") */
} lgm_column_type;

typedef struct lgm_question_column {
    const char *name; /* "speaker" */
    lgm_column_type type;
    const char *help;
} lgm_question_column;

typedef struct lgm_question_condition {
    const char *name;  /* "by" */
    const char *value; /* what it takes, for people: "NAME"; NULL = nothing */
    const char *words; /* the values that there are, divided by spaces; NULL = any */
    const char *help;
} lgm_question_condition;

typedef struct lgm_question_kind {
    const char *name; /* "claims" */
    const char *help;
    const lgm_question_column *columns;
    size_t n_columns;
    const lgm_question_condition *conditions;
    size_t n_conditions;
} lgm_question_kind;

/* All kinds; the last has the name NULL. Static storage. */
LGM_API const lgm_question_kind *lgm_question_kinds(void);

typedef struct lgm_question lgm_question;

LGM_NODISCARD LGM_API lgm_status lgm_question_new(lgm_question **out, lgm_ledger *ledger,
                                                  const char *kind, lgm_err *err);
LGM_API void lgm_question_free(lgm_question *question); /* NULL is fine */
LGM_API const lgm_question_kind *lgm_question_kind_of(const lgm_question *question);

/* Before the first row. value is copied; NULL for a condition that takes none. */
LGM_NODISCARD LGM_API lgm_status lgm_question_where(lgm_question *question, const char *condition,
                                                    const char *value, lgm_err *err);
/* So many rows at most (0 = all), after so many that are left out; before the first row. */
LGM_API void lgm_question_page(lgm_question *question, uint64_t limit, uint64_t offset);
/* The other way round in time; before the first row. */
LGM_API void lgm_question_reverse(lgm_question *question);

/* Rows without the names of private persons (legomena/redact.h), each by the record of its report;
 * before the first row. Conditions see all the same: who asks for a name may learn that it is
 * there. A row of several reports ("sources") has "[hidden]" for who is hidden in one of them. */
LGM_NODISCARD LGM_API lgm_status lgm_question_redact(lgm_question *question, lgm_err *err);

typedef struct lgm_question_value {
    int is_null;
    double number; /* of a number */
    lgm_str text;  /* of the rest; of a number too, as it is written */
} lgm_question_value;

typedef struct lgm_question_row {
    const lgm_question_value *at; /* one a column of the kind */
    size_t n;
} lgm_question_row;

/* The next row, borrowed until the next call. LGM_E_EMPTY at the end. */
LGM_NODISCARD LGM_API lgm_status lgm_question_next(lgm_question *question, lgm_question_row *row,
                                                   lgm_err *err);
/* How many rows there are on all pages. */
LGM_NODISCARD LGM_API lgm_status lgm_question_count(lgm_question *question, uint64_t *n,
                                                    lgm_err *err);

/* The first day of a DAY as people write it: "yesterday" and "2024-05" are days. LGM_E_ARG: it is
 * none. */
LGM_NODISCARD LGM_API lgm_status lgm_question_day(char day[11], const char *value, lgm_err *err);

/* ---- who is hidden, report by report ---- */

typedef struct lgm_redactions lgm_redactions; /* of a ledger; those last asked for are at hand */

LGM_NODISCARD LGM_API lgm_status lgm_redactions_new(lgm_redactions **out, lgm_ledger *ledger,
                                                    lgm_err *err);
LGM_API void lgm_redactions_free(lgm_redactions *redactions); /* NULL is fine */
/* Of a report in its newest reading; borrowed until the next call. */
LGM_NODISCARD LGM_API lgm_status lgm_redactions_of(lgm_redactions *redactions, int64_t report,
                                                   lgm_redaction **out, lgm_err *err);
/* *hidden: 1 where an entity with just this name is hidden in a report. */
LGM_NODISCARD LGM_API lgm_status lgm_redactions_hide(lgm_redactions *redactions, lgm_str name,
                                                     int *hidden, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
