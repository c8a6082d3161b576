/*
 * lit.h - the text of a report as HTML paragraphs, with the claims and names in it lit up.
 *
 *     The <b class="s" data-c="r1-c2">governor</b> <i class="u" data-c="r1-c2">said</i> <mark ...
 *
 * Elements  mark content (its first piece opens with the number of the claim, a link to its card),
 *           u quoted words, b.s source, i.u cue, span.e a name, span.v the word of an event,
 *           span.o what the report says in its own voice, which opens with LIT_OWN. Where stretches
 *           overlap they are cut, so that elements nest; where a paragraph ends, they go on in the
 *           next.
 * Ids       P-tN where claim N (from 1) begins, P-eN at the first mention of name N, P-wN at the
 *           word of event N; P is the prefix. All of them are written, in whatever stretches lie
 *           over one another.
 * Limits    at most LIT_DEEPEST claims' stretches are lit up one within another; beyond that a
 *           claim has its number and no light, so that what is written grows with the text alone.
 */
#ifndef PAGES_LIT_H
#define PAGES_LIT_H

#include "legomena/record.h"
#include "strbuf.h"

enum { LIT_DEEPEST = 12 };

/* A sign before what the report says in its own voice; read out as words. */
#define LIT_OWN "<span class=\"r\" role=\"img\" aria-label=\"The report itself:\">\u25c7</span>"

typedef struct lit lit;

/* prefix: of ids; kept, not copied. NULL: out of memory. */
lit *lit_start(const lgm_record *r, const char *prefix);
/* The next paragraph, without an element around it: its first line alone, where wanted. False at
 * the end. */
bool lit_paragraph(lit *l, strbuf *out);
bool lit_at_end(const lit *l);
void lit_done(lit *l);

#endif
