/*
 * choose.h - which blocks of a page are its report.
 *
 * Reads   tree and blocks.     Writes  kept, kind and level of each block.
 */
#ifndef LGM_WEB_CHOOSE_H
#define LGM_WEB_CHOOSE_H

#include "web/block.h"
#include "web/web.h"

LGM_NODISCARD lgm_status lgm_web_choose(const lgm_web_tree *tree, lgm_web_blocks *blocks,
                                        const lgm_web_hints *hints, lgm_arena *a, lgm_web_page *out,
                                        lgm_err *err);

#endif
