/*
 * figure_box.h - the figures of a report: each value once, with all who give it.
 *
 *     more than 14 killed    Varnholm · May 2024 · the report, line 3; Police 1
 *
 * Values that differ stay apart, also where they are of one thing; they stand beside one another.
 */
#ifndef PAGES_FIGURE_BOX_H
#define PAGES_FIGURE_BOX_H

#include <stdbool.h>

#include "legomena/record.h"
#include "strbuf.h"

typedef struct figure {
    const lgm_count *count; /* the first with this value */
    uint32_t event;         /* the one that it belongs to */
    bool own;               /* the report gives it in its own voice */
    uint32_t *claims;       /* that give it, in order; freed by figure_box_done */
    size_t n_claims;
} figure;

typedef struct figure_box {
    figure *at; /* of one thing together, else in order of the text */
    size_t n;
} figure_box;

/* False: out of memory. */
bool figure_box_make(figure_box *f, const lgm_record *r);
void figure_box_done(figure_box *f);

/* "more than 14 killed", "at least 1,200". */
void figure_box_value(strbuf *out, int64_t value, lgm_relation relation);
void figure_box_words(strbuf *out, const figure *f);
/* Where and when what it counts happened, and whether. */
void figure_box_setting(strbuf *out, const lgm_record *r, const figure *f);
/* "the report says so · according to Police 1"; prefix: as in happened.h. */
void figure_box_sources(strbuf *out, const lgm_record *r, const figure *f, const char *prefix);

#endif
