/*
 * marks.h - which tokens are quotation marks, and how each looks from its spacing. Internal.
 */
#ifndef LGM_TEXT_MARKS_H
#define LGM_TEXT_MARKS_H

#include "doc/doc.h"

typedef enum lgm_mark_family { /* marks of one family close each other */
    LGM_MARK_NONE,
    LGM_MARK_DOUBLE,  /* “ ” „ ‟ " `` '' */
    LGM_MARK_SINGLE,  /* ‘ ’ ‚ ‛ ' ` */
    LGM_MARK_ANGLE,   /* « » */
    LGM_MARK_ANGLE1,  /* ‹ › */
    LGM_MARK_CORNER,  /* 「 」 */
    LGM_MARK_CORNER2  /* 『 』 */
} lgm_mark_family;

typedef enum lgm_mark_side { LGM_SIDE_EITHER, LGM_SIDE_OPEN, LGM_SIDE_CLOSE } lgm_mark_side;

typedef struct lgm_mark {
    uint32_t token;
    uint8_t family; /* lgm_mark_family */
    uint8_t side;   /* lgm_mark_side: what the sign itself says */
    bool after_gap; /* what stands right before it cannot end a quotation */
    bool before_gap; /* what stands right behind it cannot start a quotation */
    bool apostrophe; /* ' or ’, which may be no mark at all */
} lgm_mark;

/* Fills *out with the look of token i of the paragraph [par.start, par.end); false where it is no
 * mark. `before` is the mark that was found last in this paragraph, or NULL. */
bool lgm_text_mark(const lgm_doc *doc, lgm_tokspan par, uint32_t i, const lgm_mark *before,
                   lgm_mark *out);

#endif
