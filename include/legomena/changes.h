/*
 * changes.h - what one version of a report has and the next one has not.
 *
 *     lgm_change *c;
 *     size_t n;
 *     if (lgm_changes_between(before, after, &c, &n, &err) == LGM_OK) ...
 *     lgm_string_free((char *)c);
 *
 * Sentences and claims are the same where their words are; claims that share most of their words
 * are one that was changed. Figures are the same where they tell the same number of the same,
 * however often ("12 killed", three times): another number of it, and no longer the one before, is
 * a figure that was changed. What a correction calls wrong is none of the figures of its report.
 * Events are the same where one word tells them, of one kind; one that is denied, or no longer
 * planned, is changed. Notes (record.h) are new or gone.
 *
 * Titles and days of two versions are for the caller to compare.
 */
#ifndef LEGOMENA_CHANGES_H
#define LEGOMENA_CHANGES_H

#include "legomena/record.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_change {
    char kind; /* 's' a sentence, 'c' a claim, 'f' a figure, 'v' an event, 'n' a note */
    uint32_t before, after; /* indices in either record; LGM_NONE: it is new, or it is gone. Both:
                               it was changed */
} lgm_change;

/* By kind, in that order; of a kind what is gone first, then in the order of the text after. *out
 * is to be freed with lgm_string_free, after a cast. LGM_E_NOMEM. */
LGM_NODISCARD LGM_API lgm_status lgm_changes_between(const lgm_record *before,
                                                     const lgm_record *after, lgm_change **out,
                                                     size_t *n, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
