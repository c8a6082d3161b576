/*
 * verdict.h - how sure it is that what was kept is the report, and what a reader must be told.
 *
 * Reads   the chosen blocks and the page.     Writes  confidence and warning of *out.
 * Method  confidence is the share of the page's prose, boxes aside, that was kept, less where the
 *         text is short or no heading is its title. docs/decisions say how it was calibrated.
 */
#ifndef LGM_WEB_VERDICT_H
#define LGM_WEB_VERDICT_H

#include "web/block.h"
#include "web/web.h"

/* title: whether a heading of the page is the title of its report; begin: no block before it is of
 * the report. */
void lgm_web_judge(const lgm_web_tree *tree, const lgm_web_blocks *blocks,
                   const lgm_web_hints *hints, bool title, size_t begin, lgm_web_page *out);

#endif
