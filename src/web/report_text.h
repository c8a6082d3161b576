/*
 * report_text.h - the kept blocks as one text, with the way back to the page.
 *
 * Owns    text, parts and map live in the arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LGM_WEB_REPORT_TEXT_H
#define LGM_WEB_REPORT_TEXT_H

#include "web/block.h"
#include "web/page_bytes.h"

LGM_NODISCARD lgm_status lgm_web_write(const lgm_web_tree *tree, const lgm_web_blocks *blocks,
                                       const lgm_web_utf8 *utf8, lgm_arena *a, lgm_web_page *out,
                                       lgm_err *err);

#endif
