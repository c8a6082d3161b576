/*
 * masks.h - where the names of hidden persons stand in a text. Internal.
 *
 *     "MIRELA  DANKO's"  one mask    "#justiceformirela"  one    "President Danko"  none, kept
 *
 * A run of words of hidden names is one mask, whatever their case and accents, over the end of a
 * line too. Words of names that are words too ("will") count in capitals, or beside another word
 * of the name. An address, a handle or a tag with a name in it is masked as a whole.
 *
 * Files   masks.c, hidden_names.c, runs.c, inside.c.
 */
#ifndef LGM_REDACT_MASKS_H
#define LGM_REDACT_MASKS_H

#include "redact/hiding.h"

typedef struct lgm_redact_mask {
    uint32_t at, len;     /* bytes */
    uint32_t point, stop; /* code points */
    uint32_t person;
} lgm_redact_mask;
typedef LGM_VEC(lgm_redact_mask) lgm_redact_masks;

typedef struct
    lgm_redact_kept { /* a name of two words or more that stays, with such a word in it */
    lgm_redact_parts parts;
} lgm_redact_kept;

typedef struct lgm_redact_names {
    const lgm_redact_people *people;
    LGM_VEC(lgm_redact_kept) kept;
    uint32_t *counts; /* a person; all 0 between uses */
} lgm_redact_names;

/* False when the arena is spent. */
bool lgm_redact_names_of(lgm_redact_names *out, const lgm_redact_people *people);

/* Of the report's own text: by its mentions too. */
bool lgm_redact_mask_text(lgm_redact_names *n, lgm_redact_masks *out);
/* Of other words; an address or path has a name in any part of it. */
bool lgm_redact_mask_words(lgm_redact_names *n, lgm_arena *arena, lgm_str words, bool address,
                           lgm_redact_masks *out);

/* ---- the steps ---- */

typedef struct lgm_redact_masker {
    lgm_redact_names *n;
    lgm_arena *arena;
    lgm_redact_words w;
    const lgm_redact_masks *must; /* names of hidden persons; NULL = not known */
    const lgm_redact_masks *keep; /* names of others */
    lgm_redact_masks *out;
} lgm_redact_masker;

bool lgm_redact_mask_runs(lgm_redact_masker *m);
bool lgm_redact_mask_insides(lgm_redact_masker *m, bool address);
/* Is one of them over this code point? */
bool lgm_redact_covers(const lgm_redact_masks *list, uint32_t point);

#endif
