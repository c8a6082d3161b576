/*
 * rewrite.h - a record made anew by the table of its fields: words with placeholders for names,
 * spans where they now are. Internal.
 *
 * Whatever field a record has or will have goes this way, so that none can be forgotten.
 *
 * Files   rewrite.c, moved.c, whole_words.c.
 */
#ifndef LGM_REDACT_REWRITE_H
#define LGM_REDACT_REWRITE_H

#include "base/buf.h"
#include "redact/masks.h"

/* Words with placeholders, appended. */
void lgm_redact_put(lgm_buf *out, const lgm_redact_names *names, lgm_str words,
                    const lgm_redact_masks *masks);

LGM_NODISCARD lgm_status lgm_redact_rewrite(lgm_record **out, lgm_redact_names *names,
                                            lgm_err *err);

/* Words and trees, where the record has them: of a name one word stays: whole_words.c. */
typedef struct lgm_redact_move { /* where code points have gone */
    const lgm_redact_masks *masks;
    uint32_t *start; /* a mask: of its placeholder in the new text */
    uint32_t *length;
} lgm_redact_move;
lgm_cpspan lgm_redact_moved(const lgm_redact_move *m, lgm_cpspan span);
/* The mask over this code point; NULL = none. */
const lgm_redact_mask *lgm_redact_mask_at(const lgm_redact_masks *masks, uint32_t point);
LGM_NODISCARD bool lgm_redact_words_anew(lgm_record *record, const lgm_record *from,
                                         const lgm_redact_names *names, const lgm_redact_move *m);

#endif
