/*
 * reprint.h - a report as it is compared with others, and what of two the later one is.
 *
 * Files   reprint.c (a report out of the ledger), compare.c (two of them).
 * Owns    all of it lives in the arena.
 */
#ifndef LGM_COPIES_REPRINT_H
#define LGM_COPIES_REPRINT_H

#include "ledger/ledger_file.h"
#include "legomena/copy.h"
#include "reuse/align.h"

typedef struct lgm_copies_text {
    int64_t report;
    lgm_slice when;                           /* sorts as times do */
    lgm_slice publisher, url, agency, byline; /* "" = unknown */
    lgm_reuse_sketch sketch;
} lgm_copies_text;

/* When a report was published, as a text that sorts: of `p`. What has a day and no time is behind
 * those of that day that have one. */
#define LGM_COPIES_WHEN                                                                            \
    "coalesce(CASE WHEN p.published LIKE '%T%' THEN strftime('%Y-%m-%dT%H:%M:%SZ', p.published) "  \
    "END, p.date || 'U', p.learned)"

/* Gives one report by ?1: for lgm_copies_text_get. */
extern const char lgm_copies_text_sql[];
/* *there: false where there is no such report. */
LGM_NODISCARD lgm_status lgm_copies_text_get(lgm_ledger *l, lgm_ledger_query *q, int64_t report,
                                             lgm_copies_text *out, bool *there, lgm_arena *arena,
                                             lgm_err *err);

bool lgm_copies_is_earlier(const lgm_copies_text *a, const lgm_copies_text *b);

/* *is: one has text of the other. out->credit lives in the arena. */
LGM_NODISCARD lgm_status lgm_copies_compare(lgm_copy *out, bool *is, const lgm_copies_text *a,
                                            const lgm_copies_text *b, lgm_arena *arena,
                                            lgm_err *err);

#endif
