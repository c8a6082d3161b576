/*
 * said_by.h - the last source of a voice that is told: a person or body by name, somebody by the
 * report's words, an outlet. Internal.
 *
 * Files   said_by.c, same_source.c.
 */
#ifndef LGM_ORIGIN_SAID_BY_H
#define LGM_ORIGIN_SAID_BY_H

#include "origin/whose_text.h"

enum { LGM_ORIGIN_NAMES = 8 }; /* of a speaker that are compared */

typedef struct lgm_origin_speaker {
    lgm_origin_kind kind;
    lgm_str name;   /* unknown: nobody is named */
    bool known;     /* by name, and no outlet */
    bool outlet;    /* it reports: as a speaker, or as the report itself */
    lgm_slice key;  /* two of one key are one; empty: compared by names */
    lgm_str actor;  /* code */
    lgm_strs roles; /* of the record */
    lgm_origin_folded *names;
    size_t n_names;
    lgm_origin_text cited_by; /* the outlet that cites it; name unknown: none does */
} lgm_origin_speaker;

/* claim: LGM_NONE = the report's own voice, which is that of its text. false: no memory. */
bool lgm_origin_said_by(lgm_origin_speaker *out, lgm_arena *arena, const lgm_record *r,
                        uint32_t claim, const lgm_origin_text *text);

/* Is it one source? */
bool lgm_origin_is_same(const lgm_origin_speaker *a, const lgm_origin_speaker *b);
/* May two known ones be one, or speak for one another? *why gets a sentence, in the arena; ptr
 * NULL = no memory, where true is returned. */
bool lgm_origin_may_be_same(const lgm_origin_speaker *a, const lgm_origin_speaker *b,
                            lgm_arena *arena, lgm_str *why);

#endif
