/*
 * page_about.h - what a web page says of itself: title, people who wrote it, publisher, address,
 * section, agency, and when it was published and changed.
 *
 * Reads   tree, blocks (choose.h has said which are the report), hints->url.
 * Writes  title ... modified of the page.
 * Sources in the order in which they are believed: JSON-LD of the article; <meta> and <link>;
 *         microdata, <time> and classes beside the headline; lines beside the headline, and
 *         labelled ones below the report; for the day also the address. A day of capture, of
 *         another report, of a comment or of a copyright is none of the page.
 * Units   published, modified: ISO 8601, as much as is stated ("2024-05-24T18:05-04:00"; without a
 *         zone in the place's own time). Names of people with ", " between them.
 * Owns    all in the arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET. Not knowing is a result.
 * Why     docs/decisions/0023-what-a-page-says-of-itself.md has the figures.
 *
 * Functions of about_page.c.
 */
#ifndef LGM_PAGE_ABOUT_H
#define LGM_PAGE_ABOUT_H

#include "web/block.h"
#include "web/web.h"

LGM_NODISCARD lgm_status lgm_web_about(const lgm_web_tree *tree, const lgm_web_blocks *blocks,
                                       const lgm_web_hints *hints, lgm_arena *a, lgm_web_page *out,
                                       lgm_err *err);

#endif
