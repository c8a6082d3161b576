/*
 * windows.h - how a document is cut into the windows that a transformer reads
 * (docs/notes/en-accurate.md).
 *
 * Reads   doc->tokens (where paragraphs start), and how many pieces each token has.
 * Units   window spans count tokens; LGM_WINDOW_PIECES and LGM_WINDOW_OVERLAP count pieces, without
 *         the two marks that stand around each window.
 * Gives   one window after the other. The stretches `own` follow each other without a gap from the
 *         first token to the last; each lies in its window's `read`, which has at most
 *         LGM_WINDOW_PIECES pieces. A document of no more than that is one window.
 * Time    in proportion to the tokens; nothing is allocated.
 *
 *     lgm_windows w = lgm_nn_windows_of(doc, counts);
 *     for (lgm_window x; lgm_nn_windows_next(&w, &x);) ... x.read, x.own ...
 */
#ifndef LGM_NN_WINDOWS_H
#define LGM_NN_WINDOWS_H

#include "doc/doc.h"

enum { LGM_WINDOW_PIECES = 382, LGM_WINDOW_OVERLAP = 96 };

typedef struct lgm_window {
    lgm_tokspan read; /* what goes through the layers */
    lgm_tokspan own;  /* the tokens whose vectors come from this window */
} lgm_window;

typedef struct lgm_windows {
    const lgm_doc *doc;
    const uint8_t *counts;       /* [n_tokens], each from 1 to 32 */
    uint64_t n_pieces, n_before; /* of the document; of the tokens before `at` */
    uint32_t at;                 /* where the next stretch begins */
    uint64_t i, n;               /* its number, and of how many */
} lgm_windows;

lgm_windows lgm_nn_windows_of(const lgm_doc *doc, const uint8_t *counts);

/* False when all tokens have had their window. */
bool lgm_nn_windows_next(lgm_windows *w, lgm_window *out);

#endif
