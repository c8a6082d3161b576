/*
 * custody.h - what a ledger can prove: that nothing in it was changed since it came in, when what
 * came in, and that what was taken out is gone.
 *
 *     lgm_custody_head head;
 *     if (lgm_custody_seal(&head, ledger, &err) == LGM_OK)
 *         printf("%llu %s\n", (unsigned long long)head.entries, head.hash);    keep it elsewhere
 *     ...
 *     st = lgm_custody_verify(ledger, &(lgm_custody_check){.seal = &head}, &found, &err);
 *
 * The log has an entry for all that happened, each with a hash of itself and of the entry before
 * it, and with marks of the rows that it brought: docs/custody.md says of which bytes. Who changes
 * a row, an entry or the order of entries would have to make all hashes anew, and so end in
 * another head than the one that was kept elsewhere.
 *
 * Errors  those of ledger.h.
 */
#ifndef LEGOMENA_CUSTODY_H
#define LEGOMENA_CUSTODY_H

#include "legomena/ledger.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { LGM_CUSTODY_HASH = 64 }; /* characters: SHA-256 in hex */

typedef struct lgm_custody_head { /* the newest entry of the log */
    uint64_t entries;             /* how many there are; 0 = nothing has happened */
    char hash[LGM_CUSTODY_HASH + 1];
    char at[24]; /* when: 2024-05-24T09:30:00Z */
} lgm_custody_head;

LGM_NODISCARD LGM_API lgm_status lgm_custody_seal(lgm_custody_head *out, lgm_ledger *ledger,
                                                  lgm_err *err);

typedef struct lgm_custody_check {
    const lgm_custody_head *seal; /* of before: the log has to have this entry, with this hash (at
                                     is not looked at); NULL = none is known */
    /* Returns LGM_OK to go on; may be NULL. done: entries of `total`. */
    lgm_status (*progress)(void *ctx, uint64_t done, uint64_t total);
    void *ctx;
} lgm_custody_check;

typedef struct lgm_custody_found { /* what was looked at, and holds */
    uint64_t entries, reports, readings, removed;
    uint64_t kept; /* reports whose bytes as they came in are there */
    /* 0 = the full-text search was not looked at: the file may not be written, or another program
     * is writing */
    int searched;
    lgm_custody_head head;
    uint64_t reviews; /* what people said of records (review.h) */
    uint64_t decisions; /* on which are one */
} lgm_custody_found;

/*
 * Checks the structure of the file, the chain of the log, each report and record against its mark,
 * the bytes that are kept against their hash, and the tables of the index against the records.
 * LGM_E_CORRUPT, and a message that names the first that does not hold. check: NULL = no seal, no
 * progress. Other programs may write meanwhile: what they commit after the start is not looked at.
 */
LGM_NODISCARD LGM_API lgm_status lgm_custody_verify(lgm_ledger *ledger,
                                                    const lgm_custody_check *check,
                                                    lgm_custody_found *found, lgm_err *err);

typedef struct lgm_custody_entry { /* of the log */
    uint64_t entry;
    const char *at, *what;             /* "added", "version", "read", "reviewed", "removed" ... */
    const char *model, *model_version; /* of what was read; NULL = no reading, or it is gone */
    const char *hash;
} lgm_custody_entry;

/* What happened to a report, the first first. each returns LGM_OK to go on; strings are borrowed
 * until it returns. */
LGM_NODISCARD LGM_API lgm_status lgm_custody_history(
    lgm_ledger *ledger, int64_t report,
    lgm_status (*each)(void *ctx, const lgm_custody_entry *entry), void *ctx, lgm_err *err);

/*
 * The reports that are meant by a number ("12"), by an id, or by an address (all versions): their
 * numbers, in order, to be freed with lgm_string_free. A number that was given once is no id, also
 * when its report was taken out. LGM_E_NOTFOUND where there is none.
 */
LGM_NODISCARD LGM_API lgm_status lgm_custody_find(lgm_ledger *ledger, const char *what,
                                                  int64_t **out, size_t *n, lgm_err *err);

/*
 * Takes a report out for good: its row, its records, its bytes (unless another report came in with
 * the same), and all that was made of them, also in the search. The log keeps that something was
 * taken out and when, and nothing by which it could be told what. In the file with
 * lgm_custody_purge, and not before.
 */
LGM_NODISCARD LGM_API lgm_status lgm_custody_forget(lgm_ledger *ledger, int64_t report,
                                                    lgm_err *err);
/* Commits, and overwrites what was taken out: in the search, in free parts of the file and in the
 * file beside it. Takes as long as the search is large. LGM_E_IO, and the reports are out, where
 * another program reads the file and so keeps old parts of it. */
LGM_NODISCARD LGM_API lgm_status lgm_custody_purge(lgm_ledger *ledger, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
