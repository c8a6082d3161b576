/*
 * origin.h - from the characters of a text node back to the page they come from.
 *
 * A tree has characters as a reader sees them: references ("&amp;") resolved, CR LF as LF. The
 * cursor walks a node's text and the page side by side.
 */
#ifndef LGM_WEB_ORIGIN_H
#define LGM_WEB_ORIGIN_H

#include "web/html_tree.h"

typedef struct lgm_web_cursor {
    lgm_slice text, html;
    size_t at;   /* byte of text */
    size_t page; /* byte of html that stands for it */
    bool same;   /* text and page are the same bytes */
} lgm_web_cursor;

lgm_web_cursor lgm_web_cursor_at(const lgm_web_tree *tree, uint32_t node);
/* The byte of the page that stands for byte `at` of the node's text; at never goes back. */
size_t lgm_web_cursor_to(lgm_web_cursor *c, size_t at);

#endif
