/*
 * explained.h - parts of a record, of the kinds of LGM_WHY_ORDER, with the reasons of their
 * fields, for people to read.
 *
 *     c6  Neighbouring Merrow — denied                                              line 9
 *         any part in the explosion
 *
 *         act            deny
 *                        These words of the cue stand in data/act/cues.txt: “denied”, line 9
 *                        (src/act/cue.c)
 */
#ifndef PAGES_EXPLAINED_H
#define PAGES_EXPLAINED_H

#include <stdbool.h>

#include "legomena/record.h"
#include "strbuf.h"

typedef struct explainer explainer;

/* NULL: no memory. Record and out are borrowed until explained_end. */
explainer *explained_start(strbuf *out, const lgm_record *r, int width, bool color);
/* One of them: a letter of LGM_WHY_ORDER, and an index that the record has. */
void explained_write(explainer *x, lgm_link of);
void explained_end(explainer *x);

#endif
