/*
 * page.h - one report as a page for a person at a terminal: who said what, what happened, the
 * names, and a timeline.
 *
 * Plain without colour too: what stands in quotation marks is what the report quotes, everything
 * else is its paraphrase.
 */
#ifndef PAGES_PAGE_H
#define PAGES_PAGE_H

#include "legomena/record.h"
#include "outline.h"
#include "page_part.h"
#include "strbuf.h"

typedef struct page_options {
    int width;
    bool color;
    page_part only;
    outline_order order;
} page_options;

/* name: where the report came from; may be NULL. */
void page_write(strbuf *out, const lgm_record *r, const char *name, const page_options *o);

#endif
