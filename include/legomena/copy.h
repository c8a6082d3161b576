/*
 * copy.h - which reports of a ledger have the text of others, how much of it, and where.
 *
 *     st = lgm_copies_join(ledger, NULL, NULL, &err);          // after reports came in
 *     lgm_copies *copies;
 *     if (lgm_copies_of(&copies, ledger, 12, &err) == LGM_OK) {
 *         for (size_t i = 0; i < lgm_copies_count(copies); i++)
 *             ... lgm_copies_copy(copies, i) ...
 *         lgm_copies_free(copies);
 *     }
 *
 * Two reports are compared by runs of five words (winnowing), in their order; words may be put in,
 * left out or changed between them. What stands between quotation marks tells less, and runs with a
 * number in them more: reporters who heard one speech have its words without having each other's
 * text. Reports that say the same in their own words have nothing of each other.
 *
 * Of two the later one has the text of the earlier one, whichever came into the ledger first. The
 * time of a report is when it was published, to the second where that is known, else its day (as
 * late as may be), else when the ledger learned of it; of one time, the one with the lower number
 * is the earlier.
 *
 * Counts   older versions of a report too; reports that were withdrawn (review.h) do not.
 * Errors   those of ledger.h.
 */
#ifndef LEGOMENA_COPY_H
#define LEGOMENA_COPY_H

#include "legomena/ledger.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the later report is of the earlier one. */
#define LGM_COPY_KINDS(X)                                                                          \
    X(IDENTICAL, "identical", "the same words")                                                    \
    X(SYNDICATED, "syndicated", "most of either is in the other, and both credit one agency")      \
    X(EDITED, "edited", "most of either is in the other")                                          \
    X(CUT, "cut", "most of it is a part of the earlier one")                                       \
    X(EXTENDED, "extended", "most of the earlier one is a part of it")                             \
    X(PASSAGES, "passages", "it has passages of the earlier one")                                  \
    X(VERSION, "version", "a later version, of one address or one publisher")
typedef enum lgm_copy_kind {
#define LGM_COPY_ENUM(name, text, words) LGM_COPY_##name,
    LGM_COPY_KINDS(LGM_COPY_ENUM)
#undef LGM_COPY_ENUM
        LGM_COPY_N
} lgm_copy_kind;
LGM_API const char *lgm_copy_kind_name(lgm_copy_kind kind); /* "cut" */
LGM_API const char *lgm_copy_kind_text(lgm_copy_kind kind); /* "most of it is a part of ..." */

/* Looks at the reports behind the last one that was looked at, and commits; a run that was ended
 * goes on with the next. What is open in the ledger is committed with it. Time and memory are
 * those of the reports that are new, whatever else is in the ledger. progress (may be NULL)
 * returns LGM_OK to go on. */
LGM_NODISCARD LGM_API lgm_status lgm_copies_join(lgm_ledger *ledger,
                                                 lgm_status (*progress)(void *ctx, uint64_t done,
                                                                        uint64_t total),
                                                 void *ctx, lgm_err *err);
/* How many reports nobody has looked at yet. */
LGM_NODISCARD LGM_API lgm_status lgm_copies_left(lgm_ledger *ledger, uint64_t *n, lgm_err *err);

typedef struct lgm_copy {
    int64_t report, of; /* the later one, the earlier one */
    lgm_copy_kind kind;
    double share, share_of; /* of the words of the later one, of the earlier one: 0 to 1 */
    uint32_t words, quoted; /* of the later one: shared; of these between quotation marks */
    uint32_t passages;      /* how many */
    const char *credit; /* the agency that both name, or that one names and the other is; NULL */
} lgm_copy;

/* Reports that have text of one another. */
typedef struct lgm_copies lgm_copies;

/* Those that have text of a report, or of which it has: also where another stands between, as the
 * wire story that both have. LGM_E_NOTFOUND no such report. */
LGM_NODISCARD LGM_API lgm_status lgm_copies_of(lgm_copies **out, lgm_ledger *ledger, int64_t report,
                                               lgm_err *err);
/* All that have most of one text: the group behind *place, which is 0 for the first and becomes
 * its place. LGM_E_EMPTY, with an empty message, where there is none. */
LGM_NODISCARD LGM_API lgm_status lgm_copies_next(lgm_copies **out, lgm_ledger *ledger,
                                                 int64_t *place, lgm_err *err);
LGM_API void lgm_copies_free(lgm_copies *copies); /* NULL is fine */
/* The report that was asked for; of a group the earliest. */
LGM_API int64_t lgm_copies_report(const lgm_copies *copies);
/* One for each other report, by its time: it beside the report that was asked for; in a group,
 * beside the one whose text it has most of, or that has its text. */
LGM_API size_t lgm_copies_count(const lgm_copies *copies);
LGM_API lgm_copy lgm_copies_copy(const lgm_copies *copies, size_t i);
/* The other report: the later or the earlier one of it. */
LGM_API int64_t lgm_copies_other(const lgm_copies *copies, size_t i);
typedef struct lgm_copy_report {
    int64_t report;
    lgm_str date, publisher, title; /* as they were stated; ptr NULL = unknown */
} lgm_copy_report;
/* What is known of one of them. */
LGM_API lgm_copy_report lgm_copies_about(const lgm_copies *copies, int64_t report);

/* The earliest report whose text, all or nearly all, a report has; itself where it has a text of
 * its own. */
LGM_NODISCARD LGM_API lgm_status lgm_copies_original(lgm_ledger *ledger, int64_t report,
                                                     int64_t *of, lgm_err *err);

typedef struct lgm_copy_passage {
    lgm_cpspan in, of; /* code points of either text */
} lgm_copy_passage;

/* What two texts share, in the order of the first. *out is to be freed with lgm_string_free,
 * after a cast; NULL where they share nothing. */
LGM_NODISCARD LGM_API lgm_status lgm_copy_passages(const lgm_record *report, const lgm_record *of,
                                                   lgm_copy_passage **out, size_t *n, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
