/*
 * copy_rows.h - copies as rows: one a pair of reports, or one a passage of it.
 *
 * Files   copy_rows.c.
 */
#ifndef STORIES_COPY_ROWS_H
#define STORIES_COPY_ROWS_H

#include "legomena/copy.h"
#include "result_rows.h"

extern const lgm_question_kind copy_rows_pairs, copy_rows_passages;

/* What is shown of a pair; texts as they are to be printed. */
typedef struct copy_shown {
    lgm_copy copy;
    int64_t group; /* the earliest report of the group, or the one that was asked for */
    lgm_copy_report report, of;
} copy_shown;

void copy_rows_put_pair(rows *r, const copy_shown *c);
/* words: those of the later report. */
void copy_rows_put_passage(rows *r, const copy_shown *c, const lgm_copy_passage *p, lgm_str words);

#endif
