/*
 * checking.h - what lgm_custody_verify looks at, part by part. legomena/custody.h is the manual.
 *
 * Each part stops at the first that does not hold: LGM_E_CORRUPT, and a message that names it.
 *
 * Files   verify.c, check_log.c, check_rows.c, check_index.c, forget.c, seal.c.
 * Reads   a ledger, within one transaction: all parts see the same.
 */
#ifndef LGM_CUSTODY_CHECKING_H
#define LGM_CUSTODY_CHECKING_H

#include "ledger/ledger_file.h"
#include "legomena/custody.h"

typedef struct lgm_custody_verifying {
    lgm_ledger *ledger;
    const lgm_custody_check *check;
    lgm_custody_found *found;
    lgm_arena *arena;
    LGM_VEC(int64_t) removed;           /* reports that were taken out, by number */
    lgm_ledger_query *report, *reading; /* of check_rows.c */
    lgm_ledger_query *row[LGM_LEDGER_N_TABLES], *count[LGM_LEDGER_N_TABLES]; /* of check_index.c */
} lgm_custody_verifying;

/* LGM_E_CORRUPT, and a message with the ledger's name before it. */
lgm_status lgm_custody_wrong(const lgm_custody_verifying *v, lgm_err *err, const char *format, ...)
    LGM_PRINTF(3, 4);

/* The chain, the seal, and what each entry vouches for. */
LGM_NODISCARD lgm_status lgm_custody_check_log(lgm_custody_verifying *v, lgm_err *err);

/* ---- check_rows.c ---- */

LGM_NODISCARD lgm_status lgm_custody_rows_start(lgm_custody_verifying *v, lgm_err *err);
void lgm_custody_rows_end(lgm_custody_verifying *v);
/* The row of a report, the record of a reading, against the mark that the log has. */
LGM_NODISCARD lgm_status lgm_custody_check_report(lgm_custody_verifying *v, int64_t report,
                                                  const char *mark, lgm_err *err);
LGM_NODISCARD lgm_status lgm_custody_check_reading(lgm_custody_verifying *v, int64_t report,
                                                   int64_t reading, const char *mark, lgm_err *err);
/* A review, which has the number of its entry. */
LGM_NODISCARD lgm_status lgm_custody_check_review(lgm_custody_verifying *v, int64_t review,
                                                  const char *mark, lgm_err *err);
/* A decision, whose entry is of its first report and the next one of its second. */
LGM_NODISCARD lgm_status lgm_custody_check_decision(lgm_custody_verifying *v, int64_t decision,
                                                    const char *mark, lgm_err *err);
/* Rows that no entry vouches for, and the bytes that are kept. */
LGM_NODISCARD lgm_status lgm_custody_check_rest(lgm_custody_verifying *v, lgm_err *err);

/* ---- check_index.c ---- */

LGM_NODISCARD lgm_status lgm_custody_index_start(lgm_custody_verifying *v, lgm_err *err);
void lgm_custody_index_end(lgm_custody_verifying *v);
/* The tables made from the record of a reading, and the search over all. */
LGM_NODISCARD lgm_status lgm_custody_check_index(lgm_custody_verifying *v, int64_t reading,
                                                 const lgm_record *record, lgm_err *err);
LGM_NODISCARD lgm_status lgm_custody_check_search(lgm_custody_verifying *v, lgm_err *err);

#endif
