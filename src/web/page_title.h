/*
 * page_title.h - the heading on the page that is the title of its report.
 *
 * Method  the longest heading whose words stand in <title>, one of <h1> before others; else the
 *         only <h1>. The report begins behind it.
 */
#ifndef LGM_WEB_PAGE_TITLE_H
#define LGM_WEB_PAGE_TITLE_H

#include "web/block.h"

/* Its place among the blocks; blocks->block.n where none is sure. SIZE_MAX without memory. */
size_t lgm_web_title_block(const lgm_web_tree *tree, const lgm_web_blocks *blocks, lgm_arena *a);

#endif
