/*
 * reviewing.h - what the files of the room share. legomena/review.h is the manual.
 *
 * Files   put_review.c, list_reviews.c, export_reviews.c, put_decision.c, list_decisions.c;
 *         schema/0004_review.sql has the tables, and how reviews are carried from one reading to
 *         the next.
 */
#ifndef LGM_REVIEW_REVIEWING_H
#define LGM_REVIEW_REVIEWING_H

#include "ledger/ledger_file.h"
#include "legomena/review.h"

/* "claim" of 'c', "report" of 0; NULL: no such kind. */
const char *lgm_review_kind(char letter);
char lgm_review_letter(lgm_slice kind);
lgm_verdict lgm_review_verdict(lgm_slice name);

/* That a text of a person is one: LGM_E_ARG where it is empty, too long or not in UTF-8. NULL is
 * fine. */
LGM_NODISCARD lgm_status lgm_review_check_text(const char *what, const char *s, lgm_err *err);
/* The newest reading of a report. LGM_E_NOTFOUND where there is no report of the number. */
LGM_NODISCARD lgm_status lgm_review_newest(lgm_ledger *l, int64_t report, int64_t *reading,
                                           lgm_err *err);

#endif
