/*
 * items.h - words and numbers of the text as the symbols that rules know. Internal.
 *
 * An item is a token, or several that make one number ("twenty-five", "2 1/2"), or one of the two
 * that a token with a prefix stands for ("mid-March"). Items are made as the text is walked along,
 * and only the last few are kept: nothing is allocated.
 */
#ifndef LGM_TIMEX_ITEMS_H
#define LGM_TIMEX_ITEMS_H

#include "timex/item.h"
#include "timex/shapes.h"

enum { LGM_ITEM_RING = 32 }; /* a power of two, more than LGM_TIMEX_ITEMS */

typedef struct lgm_timex_items {
    const lgm_doc *doc;
    lgm_timex_order order;
    uint32_t next; /* the token that comes next */
    size_t made;   /* items made so far */
    lgm_timex_item ring[LGM_ITEM_RING];
} lgm_timex_items;

void lgm_timex_items_start(lgm_timex_items *items, const lgm_doc *doc);
/* Item i, counted from the start of the text; NULL behind the last. Valid until item i + RING. */
const lgm_timex_item *lgm_timex_items_at(lgm_timex_items *items, size_t i);

#endif
