/* match.h - the longest rule that fits from an item on. Internal. */
#ifndef LGM_TIMEX_MATCH_H
#define LGM_TIMEX_MATCH_H

#include "timex/items.h"

typedef struct lgm_timex_match {
    const lgm_timex_rule *rule; /* NULL = none fits */
    lgm_tokspan tokens;         /* the expression */
    uint32_t depth;             /* items of the pattern, context and all */
    size_t first, next;         /* its first item; the item behind it */
    lgm_timex_parts parts;
} lgm_timex_match;

/*
 * The rule that fits from item i on whose expression begins first; among those the one that reaches
 * furthest, then the one with more words of context, then the earlier one.
 * Cost    bounded by the size of the rules, whatever the text.
 */
lgm_timex_match lgm_timex_match_at(lgm_timex_items *items, size_t i);

/* A rule whose context is the expression before it: the "4" of "May 3 and 4". The expression before
 * began with item i and ended in front of token `from`. */
lgm_timex_match lgm_timex_match_after(lgm_timex_items *items, size_t i, uint32_t from);

#endif
