/*
 * figure_box.h - the figures of a report: each value once, with all who give it.
 *
 *     more than 14 people killed  Varnholm · May 2024 · the report says so · according to Police 1
 *
 * Values that differ stay apart, also where they are of one thing; they stand beside one another.
 * A record without figures of its own has those of its events.
 *
 * Files   figure_box.c, figure_text.c.
 */
#ifndef PAGES_FIGURE_BOX_H
#define PAGES_FIGURE_BOX_H

#include <stdbool.h>

#include "legomena/record.h"
#include "strbuf.h"

typedef struct figure {
    const lgm_figure *is; /* the first with this value */
    lgm_str what;         /* the fullest words for whom it counts */
    bool own;             /* the report gives it in its own voice */
    uint32_t *claims;     /* that give it, in order; freed by figure_box_done */
    size_t n_claims;
    size_t rank; /* of what it counts */
} figure;

typedef struct figure_box {
    figure *at; /* of one thing together, else in order of the text */
    size_t n;
    lgm_figure *own; /* those of events; NULL = those of the record are used */
} figure_box;

/* Every figure by itself, in order of text; *own is to be freed. NULL: out of memory. */
const lgm_figure *figure_box_all(const lgm_record *r, lgm_figure **own, size_t *n);

/* False: out of memory. */
bool figure_box_make(figure_box *f, const lgm_record *r);
void figure_box_done(figure_box *f);

/* "more than 140", "20 to 30". */
void figure_box_value(strbuf *out, double value, double upper, lgm_relation relation);
/* "more than 140 people killed", "at least 1,200 boats", "2.5 percent". */
void figure_box_words(strbuf *out, const lgm_record *r, const figure *f);
/* What it covers, else where and when what it counts happened, and whether; of which whole it is a
 * part, and which figure it takes the place of. */
void figure_box_setting(strbuf *out, const lgm_record *r, const figure *f);
/* "the report says so · according to Police 1"; prefix: as in happened.h. */
void figure_box_sources(strbuf *out, const lgm_record *r, const figure *f, const char *prefix);

#endif
