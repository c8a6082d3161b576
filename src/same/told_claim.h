/*
 * told_claim.h - a claim of a report as it is compared with those of others. Internal to the room
 * same.
 *
 * Files   told_claim.c.
 */
#ifndef LGM_SAME_TOLD_CLAIM_H
#define LGM_SAME_TOLD_CLAIM_H

#include "legomena/same.h"
#include "origin/said_by.h"
#include "same/told_words.h"

typedef struct lgm_same_claim {
    lgm_same_one of;
    lgm_origin_speaker speaker;
    lgm_same_terms content, quoted;
    bool denies;
} lgm_same_claim;

typedef LGM_VEC(lgm_same_claim) lgm_same_claim_list;

/* The claims of a report; text: whose it is. false: no memory. */
bool lgm_same_claims_of(lgm_same_claim_list *out, lgm_arena *arena, const lgm_record *r,
                        uint32_t report, const lgm_origin_text *text);

/* Above 0, they are one; LGM_SAME_CLAIMS_TWO where that cannot be. */
double lgm_same_claim_alike(const lgm_same_claim *a, const lgm_same_claim *b);
#define LGM_SAME_CLAIMS_TWO (-1.0)

/* The same quotation, at more or less length. */
bool lgm_same_quoted(const lgm_same_claim *a, const lgm_same_claim *b);

#endif
