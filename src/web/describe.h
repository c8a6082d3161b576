/*
 * describe.h - what each block is like, and what stands around it.
 *
 * Reads   tree and blocks.     Writes  prose, ends, leads_away, timed and around of each block.
 * Method  the words of a text, the share of it in links, and names of classes and ids of the
 *         elements around it (data/web). What an element's name says does not count where much of
 *         the page's prose is in it: names are also given to the frame of a whole page ("has-
 *         sidebar", "widget").
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LGM_WEB_DESCRIBE_H
#define LGM_WEB_DESCRIBE_H

#include "web/block.h"

LGM_NODISCARD lgm_status lgm_web_describe(const lgm_web_tree *tree, lgm_web_blocks *blocks,
                                          lgm_arena *a, lgm_err *err);

static inline bool lgm_web_is_heading(uint8_t tag)
{
    return tag >= LGM_HTML_H1 && tag <= LGM_HTML_H6;
}

#endif
