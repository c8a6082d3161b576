/*
 * web.h - from the bytes of a saved web page to the report in it.
 *
 * Reads   bytes of a page in any character set.
 * Writes  the text of the report: paragraphs, headings, items of lists, quotations, each a block,
 *         parted by a blank line, as room text wants a plain text; and what the page says of
 *         itself. Menus, teasers, comments, boxes, biographies and texts of pictures are left
 *         out, and the title.
 * Units   blocks and map count bytes of `text`; map also bytes of the page as it was given.
 * Owns    what lgm_web_read writes lives in the arena given; the lgm_web keeps its memory from page
 *         to page. One thread.
 * Network none: nothing that a page names is ever fetched.
 * Limits  max_bytes of a page; depth, elements and attributes: html_tree.h. A page over them is
 *         read as far as it goes, and the warning says so.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET, LGM_E_CANCELLED. Never LGM_E_FORMAT: all bytes are a page.
 */
#ifndef LGM_WEB_H
#define LGM_WEB_H

#include "base/base.h"

typedef struct lgm_web lgm_web;

LGM_NODISCARD lgm_status lgm_web_new(lgm_web **out, lgm_err *err);
void lgm_web_free(lgm_web *w); /* NULL is fine */

enum { LGM_WEB_MAX_BYTES = 64 << 20 };

typedef struct lgm_web_hints { /* what is known of a page beside its bytes; all may be zero */
    const char *url;
    const char *charset;      /* as a server says it: "iso-8859-1" */
    const char *content_type; /* "text/html; charset=utf-8" */
    bool fragment;            /* the body of an entry of a feed: all of it is the report */
    size_t max_bytes;         /* 0: LGM_WEB_MAX_BYTES */
} lgm_web_hints;

typedef enum lgm_web_kind {
    LGM_WEB_PARAGRAPH,
    LGM_WEB_HEADING,
    LGM_WEB_LIST_ITEM,
    LGM_WEB_QUOTATION,
    LGM_WEB_CAPTION, /* of a table; in fragments also of a picture, a film */
    LGM_WEB_TABLE_ROW,
    LGM_WEB_LIVE_ENTRY, /* the time or the heading that begins an entry of a live page */
    LGM_WEB_CREDIT,     /* who wrote or sent it, within the text */
} lgm_web_kind;

typedef struct lgm_web_part {
    uint32_t start, end; /* of text */
    lgm_web_kind kind;
    uint8_t level; /* of a heading, 1 to 6 */
} lgm_web_part;

typedef struct lgm_web_place { /* from here on, byte by byte, text is the page's */
    uint32_t text, page;
} lgm_web_place;

typedef struct lgm_web_page {
    lgm_slice text;                                /* valid UTF-8, LF */
    lgm_slice title, byline, publisher, url;       /* ptr NULL where not known */
    lgm_slice section, agency;
    lgm_slice published, published_source, modified; /* dates as the page has them; from where */
    const lgm_web_part *part;
    size_t n_parts;
    const lgm_web_place *map; /* rising in text */
    size_t n_map;
    double confidence;   /* 0 to 1, that text is the report and nothing else */
    const char *warning; /* a sentence, or NULL */
} lgm_web_page;

/* hints may be NULL. */
LGM_NODISCARD lgm_status lgm_web_read(lgm_web *w, lgm_slice html, const lgm_web_hints *hints,
                                      lgm_arena *a, lgm_web_page *out, lgm_err *err);

#endif
