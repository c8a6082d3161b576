/*
 * same.h - what several reports have in common: which of their events are one event, and which of
 * their claims one claim.
 *
 * Of events ("coreference across documents") what is compared are the words that name them and how
 * these are related, the sentence around each, names, numbers and days; a few weights make one
 * number of it (data/same/SOURCE.md), and average linkage makes groups. It is meant for reports of
 * one story: of two earthquakes in two stories it knows too little.
 *
 * Claims are one where one source says the same: in the same words, directly here and indirectly
 * there, quoted at more or less length. Two that give other numbers, or of which one denies what
 * the other says, are two.
 *
 *     lgm_same *events;
 *     if (lgm_same_events(&events, story->reports, story->n, &err) == LGM_OK) {
 *         for (size_t i = 0; i < events->n; i++)
 *             printf("told by %zu reports\n", events->at[i].n_reports);
 *         lgm_same_free(events);
 *     }
 *
 * Errors  LGM_E_NOMEM; LGM_E_BUDGET where there are more than can be compared: 20,000 mentions of
 *         events, 5,000 claims.
 */
#ifndef LEGOMENA_SAME_H
#define LEGOMENA_SAME_H

#include "legomena/told.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_same_one {
    uint32_t report; /* of the list of reports */
    uint32_t index;  /* of its events, or of its claims */
} lgm_same_one;

typedef struct lgm_same_group {
    const lgm_same_one *at; /* [n]: by report, then as they stand in it */
    size_t n;
    size_t n_reports; /* with texts of their own: copies do not count */
} lgm_same_group;

typedef struct lgm_same {
    const lgm_same_group *at; /* [n]: those of most reports first, then in order of their first */
    size_t n;                 /* each event or claim is in one group; many are alone in theirs */
    struct lgm_arena *arena;  /* what all of it lives in */
} lgm_same;

/* The reports are not needed after the call. */
LGM_NODISCARD LGM_API lgm_status lgm_same_events(lgm_same **out, const lgm_told *reports, size_t n,
                                                 lgm_err *err);
LGM_NODISCARD LGM_API lgm_status lgm_same_claims(lgm_same **out, const lgm_told *reports, size_t n,
                                                 lgm_err *err);
LGM_API void lgm_same_free(lgm_same *same); /* NULL is fine */

/* What two events, or two claims, have in common, in words: "both have “sank”; both name Ostrel".
 * *out is to be freed with lgm_string_free; empty where it is nothing. LGM_E_ARG: there is no such
 * one. */
LGM_NODISCARD LGM_API lgm_status lgm_same_events_why(char **out, const lgm_told *reports, size_t n,
                                                     lgm_same_one a, lgm_same_one b, lgm_err *err);
LGM_NODISCARD LGM_API lgm_status lgm_same_claims_why(char **out, const lgm_told *reports, size_t n,
                                                     lgm_same_one a, lgm_same_one b, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
