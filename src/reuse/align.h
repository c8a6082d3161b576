/*
 * align.h - which passages two texts share, by their sketches, and what one is of the other.
 *
 * Prints of both are passages where they stand in the same order and nearly as far apart: words
 * may have been put in, left out or changed between them. What is between quotation marks is
 * counted apart: two reporters who heard the same speech share its words and took nothing from
 * each other.
 *
 * Units   words. Shares are of all words of a text, 0 to 1.
 * Owns    passages live in the arena.
 */
#ifndef LGM_REUSE_ALIGN_H
#define LGM_REUSE_ALIGN_H

#include "reuse/sketch.h"

typedef struct lgm_reuse_passage { /* words of either text, from `first` to before `end` */
    uint32_t a_first, a_end, b_first, b_end;
    uint32_t quoted;  /* of those of a: about how many stand between quotation marks */
    uint32_t numbers; /* prints of it, not quoted, that have a number in them */
} lgm_reuse_passage;

typedef struct lgm_reuse_shared {
    lgm_reuse_passage *at; /* [n], by their place in a, of which they share no word */
    size_t n;
    uint32_t words, quoted; /* of a, in passages */
    uint32_t numbers;       /* prints in them, not quoted, that have a number in them */
    double share_a, share_b;
} lgm_reuse_shared;

LGM_NODISCARD lgm_status lgm_reuse_align(lgm_reuse_shared *out, const lgm_reuse_sketch *a,
                                         const lgm_reuse_sketch *b, lgm_arena *arena, lgm_err *err);

/* What text a, the later one, is of text b. */
typedef enum lgm_reuse_kind {
    LGM_REUSE_NONE,     /* too little to tell */
    LGM_REUSE_QUOTED,   /* hardly more than the same words of somebody */
    LGM_REUSE_PASSAGES, /* passages are taken over */
    LGM_REUSE_CUT,      /* a is a part of b */
    LGM_REUSE_EXTENDED, /* b is a part of a */
    LGM_REUSE_EDITED,   /* most of either is in the other */
    LGM_REUSE_IDENTICAL /* the same words */
} lgm_reuse_kind;

lgm_reuse_kind lgm_reuse_kind_of(const lgm_reuse_shared *s, const lgm_reuse_sketch *a,
                                 const lgm_reuse_sketch *b);

#endif
