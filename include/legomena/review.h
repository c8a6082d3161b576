/*
 * review.h - what people say of what was read: right, wrong and how it should be, a note.
 *
 *     const lgm_review r = {.verdict = LGM_VERDICT_WRONG, .field = "speaker",
 *                           .correction = "Ada Finch", .reviewer = "Mira Quell"};
 *     st = lgm_review_put(ledger, report, (lgm_link){'c', 6}, &r, NULL, &err);     of c7
 *     if (st == LGM_OK) st = lgm_ledger_commit(ledger, &err);
 *
 * What the engine wrote stays as it is; reviews are kept beside it, each with who and when, and
 * each with an entry in the log that vouches for it. docs/review.md says what they are good for.
 *
 * Record   a review is of a report, of a record in it or of one field of a record, and belongs to
 *          its words: after another reading it is of the record of the same kind at the same place.
 * Fits     it counts as long as that record, or field, is as it was seen. Where the engine now says
 *          something else, or there is no such record any more, it is kept and listed, and does not
 *          count.
 * Again    a reviewer's newer verdict takes the place of the older one of the same record and
 *          field. One on all of a record takes the place of those on its fields, and a field that
 *          is wrong that of "all is right". Notes stay beside one another.
 * Several  each reviewer's counts. Where one says that what another found wrong is right, the
 *          record is disputed.
 * Errors   those of ledger.h; LGM_E_ARG a review that says nothing, or a field that is none;
 *          LGM_E_NOTFOUND no such report or record.
 */
#ifndef LEGOMENA_REVIEW_H
#define LEGOMENA_REVIEW_H

#include "legomena/ledger.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum lgm_verdict {
    LGM_VERDICT_NOTE, /* no more than a note */
    LGM_VERDICT_RIGHT,
    LGM_VERDICT_WRONG,
    LGM_VERDICT_WITHDRAWN, /* of a report: its publisher took it back. Questions leave it out */
    LGM_VERDICT_NONE /* takes back what the reviewer said of the record, or of one field of it */
} lgm_verdict;
LGM_API const char *lgm_verdict_name(lgm_verdict verdict); /* "right"; of NONE "none" */

typedef struct lgm_review {
    lgm_verdict verdict;
    const char *field;      /* a key of the record: "speaker"; NULL = all of it */
    const char *correction; /* what would be right, of a field that is wrong; may be NULL */
    const char *note;       /* may be NULL, but of a note */
    const char *reviewer;   /* who */
} lgm_review;

/* of: an entity, a time, a claim, an event, a figure, or {'i', index} an incident, in the newest
 * reading of the report; kind 0 = the report. number (may be NULL): of the review, which is that of
 * its entry in the log. In the file with lgm_ledger_commit. LGM_E_NOTFOUND also where NONE has
 * nothing to take back. */
LGM_NODISCARD LGM_API lgm_status lgm_review_put(lgm_ledger *ledger, int64_t report, lgm_link of,
                                                const lgm_review *review, int64_t *number,
                                                lgm_err *err);

typedef enum lgm_review_fit {
    LGM_REVIEW_SAME,    /* it counts */
    LGM_REVIEW_CHANGED, /* the engine says something else now */
    LGM_REVIEW_GONE     /* there is no such record now */
} lgm_review_fit;

typedef struct lgm_review_found {
    int64_t number;
    lgm_review review;
    lgm_link of; /* in the newest reading; index LGM_NONE where it is gone */
    lgm_review_fit fit;
    const char *at;    /* when */
    const char *words; /* the record as it was seen, in words */
    const char *seen;  /* the field as it was seen; NULL = empty */
} lgm_review_found;

/* The reviews of a report and of the records in it that were not replaced, in order of time. each
 * returns LGM_OK to go on; strings are borrowed until it returns. */
LGM_NODISCARD LGM_API lgm_status lgm_review_each(lgm_ledger *ledger, int64_t report,
                                                 lgm_status (*each)(void *ctx,
                                                                    const lgm_review_found *found),
                                                 void *ctx, lgm_err *err);

/* What all reviews of one record (or of a report) come to: "right", "wrong", "disputed", "part" (no
 * more than fields of it were found right), "withdrawn", "" (nobody has said). Static storage. */
LGM_NODISCARD LGM_API lgm_status lgm_review_state(lgm_ledger *ledger, int64_t report, lgm_link of,
                                                  const char **state, lgm_err *err);

/* ---- one or two ------------------------------------------------------------------------------ */

typedef enum lgm_decision_of {
    LGM_DECISION_PERSON, /* of two entities: of persons, bodies, places */
    LGM_DECISION_STORY   /* of two reports */
} lgm_decision_of;

typedef enum lgm_decision_verdict {
    LGM_DECISION_ONE,
    LGM_DECISION_TWO, /* the second is somebody else than the first, and leaves it */
    LGM_DECISION_NONE /* takes back what was decided of the two */
} lgm_decision_verdict;

typedef struct lgm_decision_record {
    int64_t report;
    lgm_link of; /* an entity; kind 0 = the report */
} lgm_decision_record;

typedef struct lgm_decision {
    lgm_decision_of of;
    lgm_decision_verdict verdict;
    lgm_decision_record which[2];
    const char *note; /* may be NULL */
    const char *reviewer;
} lgm_decision;

/* Of two, the newest decision counts, whoever made it. person.h obeys those on persons. Else as
 * lgm_review_put. LGM_E_NOTFOUND also where NONE has nothing to take back. */
LGM_NODISCARD LGM_API lgm_status lgm_review_decide(lgm_ledger *ledger, const lgm_decision *decision,
                                                   int64_t *number, lgm_err *err);

typedef struct lgm_decision_found {
    int64_t number;
    lgm_decision decision; /* index LGM_NONE: the newest reading has no such entity */
    const char *words[2];  /* the records as they were seen */
    const char *at;
} lgm_decision_found;

/* Those that count of a report (0 = of all), in order of time. As lgm_review_each. */
LGM_NODISCARD LGM_API lgm_status lgm_review_decisions(
    lgm_ledger *ledger, int64_t report,
    lgm_status (*each)(void *ctx, const lgm_decision_found *found), void *ctx, lgm_err *err);

/* ---- data ------------------------------------------------------------------------------------ */

/* Each record that has reviews, with its words and those around it: a line of JSON, that ends in a
 * newline; docs/review.md names the keys. In order of report, kind and id. redact: 1 without the
 * names of private persons (legomena/redact.h), in marks too. each returns LGM_OK to go on; the
 * line is borrowed until it returns. */
LGM_NODISCARD LGM_API lgm_status lgm_review_export(lgm_ledger *ledger, int redact,
                                                   lgm_status (*each)(void *ctx, const char *line,
                                                                      size_t len),
                                                   void *ctx, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
