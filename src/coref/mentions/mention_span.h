/* mention_span.h - the words of a mention. Internal. */
#ifndef LGM_COREF_MENTION_SPAN_H
#define LGM_COREF_MENTION_SPAN_H

#include "coref/coref.h"
#include "coref/mentions/mention.h"

/* The branches that may belong to a mention, of one side, the nearest first: the children of its
 * head but for punctuation; to the right also what follows them, if it hangs on the head's own
 * parent, as in "saw [a man with a dog]", where a tree may be wrong. Returns how many. */
enum { LGM_COREF_SPAN_MOST = 24 };
uint32_t lgm_coref_branches(const lgm_trees *t, const lgm_coref_mention *m, bool right,
                            uint32_t at[LGM_COREF_SPAN_MOST]);
/* Rows for the branch at its place `order` among those of its side. */
void lgm_coref_span_rows(const lgm_trees *t, const lgm_coref_mention *m, uint32_t child,
                         uint32_t order, uint32_t *row);
/* span of all: the head, the name that it heads, and those branches that belong to it. Without a
 * head in the model: everything that hangs on it. False when scratch is spent. */
bool lgm_coref_find_spans(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                          const lgm_trees *t, lgm_coref_mentions *all);
/* The words of a mention, which depend on its span. */
lgm_coref_wording lgm_coref_wording_of(const lgm_trees *t, const lgm_coref_mention *m);

#endif
