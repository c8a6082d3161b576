/*
 * block.h - the texts of a page, each a run of words that no tag of a block breaks: a paragraph, a
 *           heading, an item of a list, a cell, or what stands between two of them.
 *
 * Reads   the tree. Nothing of scripts, styles, forms' controls, <noscript>, or what is hidden.
 * Units   text: UTF-8, white space as one space, none at the ends. A <br> within is a LF; two of
 *         them end the block, as writers who have no <p> do.
 * Owns    blocks, texts and runs live in the arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LGM_WEB_BLOCK_H
#define LGM_WEB_BLOCK_H

#include "web/html_tree.h"

typedef struct lgm_web_run { /* characters of one text node */
    uint32_t node;
    uint32_t skip; /* bytes of the node's text before it */
    uint32_t at;   /* byte of the block's text */
} lgm_web_run;

typedef struct lgm_web_block {
    lgm_slice text;
    uint32_t node;  /* the element of a block that holds it: p, li, div ... */
    uint32_t first; /* its first text node */
    uint32_t runs, n_runs;
    uint32_t n_words;
    uint32_t n_link; /* bytes of text in links */

    /* what describe.c says of it */
    bool prose; /* sentences: long enough, few links */
    bool ends;  /* with a mark that ends sentences */
    bool leads_away;
    bool timed;     /* in a <time> */
    uint8_t around; /* bits of LGM_WEB_OF_CLASS and LGM_WEB_ENTRIES, of the elements around it */

    /* what choose.c says of it */
    bool kept;
    uint8_t kind;  /* lgm_web_kind */
    uint8_t level; /* of a heading */
} lgm_web_block;

typedef LGM_VEC(lgm_web_block) lgm_web_block_vec;
typedef LGM_VEC(lgm_web_run) lgm_web_run_vec;

typedef struct lgm_web_blocks {
    lgm_web_block_vec block;
    lgm_web_run_vec run;
} lgm_web_blocks;

LGM_NODISCARD lgm_status lgm_web_blocks_of(const lgm_web_tree *tree, lgm_arena *a,
                                           lgm_web_blocks *out, lgm_err *err);

/* Does an element of this tag part texts? */
bool lgm_web_parts(uint8_t tag);

#endif
