/*
 * heard_by.h - who heard first what a voice says: the relay that is farthest from the report, whom
 * a source within another was quoted by, the public. Internal.
 */
#ifndef LGM_ORIGIN_HEARD_BY_H
#define LGM_ORIGIN_HEARD_BY_H

#include "origin/said_by.h"

typedef struct lgm_origin_heard {
    lgm_hearing_kind kind;
    lgm_str by;
    lgm_slice key; /* two of one key are one hearing */
    lgm_str why;
    bool known; /* it is told: another than all others of other keys */
} lgm_origin_heard;

/* text: whose text the report has. false: no memory. */
bool lgm_origin_heard_by(lgm_origin_heard *out, lgm_arena *arena, const lgm_record *r,
                         uint32_t claim, const lgm_origin_text *text,
                         const lgm_origin_speaker *speaker);

#endif
