/*
 * copy_list.h - reports that have text of one another, as they are listed.
 *
 * Files   copy_list.c; copies_of.c and copy_groups.c fill it.
 */
#ifndef LGM_COPIES_COPY_LIST_H
#define LGM_COPIES_COPY_LIST_H

#include "copies/reprint.h"

struct lgm_copies {
    lgm_arena *arena;
    int64_t report;                   /* that was asked for, or the earliest */
    LGM_VEC(lgm_copy_report) reports; /* by time */
    LGM_VEC(lgm_copy) at;
    LGM_VEC(int64_t) others; /* one for each of these */
};

/* What has most of a text leads from one report to the next; a passage does not, since what has a
 * passage of one and a passage of another has not made them one. All that ?1 leads to, as g. */
#define LGM_COPIES_WHOLE "c.kind <> 'passages'"
#define LGM_COPIES_FROM_ONE                                                                        \
    "WITH RECURSIVE g(report) AS (SELECT ?1 "                                                      \
    "UNION SELECT c.of FROM g JOIN copy c ON c.report = g.report WHERE " LGM_COPIES_WHOLE          \
    " UNION SELECT c.report FROM g JOIN copy c ON c.of = g.report WHERE " LGM_COPIES_WHOLE ") "
/* Columns of `p`, for lgm_copies_add_reports, and their order. */
#define LGM_COPIES_REPORT "p.report, p.date, p.publisher, p.title"
#define LGM_COPIES_BY_TIME                                                                         \
    " WHERE p.report NOT IN (SELECT report FROM withdrawn) ORDER BY " LGM_COPIES_WHEN ", p.report"

/* A copy, of the report that is listed for it. */
LGM_NODISCARD lgm_status lgm_copies_add(lgm_copies *c, lgm_copy copy, int64_t other, lgm_err *err);
LGM_NODISCARD lgm_status lgm_copies_start(lgm_copies **out, int64_t report, lgm_err *err);
/* The reports that a statement gives of ?1. */
LGM_NODISCARD lgm_status lgm_copies_add_reports(lgm_copies *c, lgm_ledger *l, const char *sql,
                                                int64_t report, lgm_err *err);

#endif
