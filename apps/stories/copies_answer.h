/*
 * copies_answer.h - which reports have the text of others: of one report, passage by passage, or
 * all groups of the ledger; as text or as rows.
 */
#ifndef STORIES_COPIES_ANSWER_H
#define STORIES_COPIES_ANSWER_H

#include "legomena/redact.h"
#include "result_rows.h"
#include "wrap.h"

typedef struct copies_asked {
    lgm_ledger *ledger;
    rows_form form;
    uint64_t limit; /* groups, or reports beside the one; 0 = all */
    bool redact, color;
    int width;

    strbuf out;                 /* the answer */
    lgm_redactions *redactions; /* the rest is its own */
    rows rows;
    wrapper w;
} copies_asked;

/* what: a report by its number, id or address; NULL = all groups. *n: how many were found. */
lgm_status copies_answer(copies_asked *a, const char *what, size_t *n, lgm_err *err);
void copies_done(copies_asked *a);

#endif
