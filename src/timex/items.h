/*
 * items.h - words and numbers of the text as the symbols that rules know. Internal.
 *
 * An item is a token, or several that make one number ("twenty-five", "2 1/2"), or one of the two
 * that a token with a prefix stands for ("mid-March"). Items are made as the text is walked along,
 * and only the last few are kept: nothing is allocated.
 */
#ifndef LGM_TIMEX_ITEMS_H
#define LGM_TIMEX_ITEMS_H

#include "doc/doc.h"
#include "timex/rule.h"

enum { LGM_ITEM_SENSES = 8 };

typedef struct lgm_timex_item {
    lgm_tokspan tokens;
    lgm_timex_sense sense[LGM_ITEM_SENSES];
    uint8_t n;
    bool ends; /* the paragraph ends behind it */
} lgm_timex_item;

enum { LGM_ITEM_RING = 32 }; /* a power of two, more than LGM_TIMEX_ITEMS */

typedef struct lgm_timex_items {
    const lgm_doc *doc;
    bool day_first; /* 3/4/2024 is the third of April; where neither is known, it is neither */
    bool month_first;
    uint32_t next; /* the token that comes next */
    size_t made;   /* items made so far */
    lgm_timex_item ring[LGM_ITEM_RING];
} lgm_timex_items;

/* ---- for numbers.c ---- */

enum { LGM_ITEM_FORM = 48 }; /* bytes of a form that is looked at */

void lgm_timex_item_add(lgm_timex_item *it, unsigned symbol, int32_t number);
/* The number that goes with a symbol, LGM_UNSET where the item has it not. */
int32_t lgm_timex_item_number(const lgm_timex_item *it, unsigned symbol);
/* Lower case, no periods, ’ as ', dashes as -; 0 where it is too long to be of interest. */
uint32_t lgm_timex_item_form(lgm_slice form, char out[LGM_ITEM_FORM]);
/* Adds what the word lists say of a form. */
void lgm_timex_item_word(lgm_timex_item *it, const char *s, uint32_t len);

/* ---- the walk ---- */

void lgm_timex_items_start(lgm_timex_items *items, const lgm_doc *doc);
/* Item i, counted from the start of the text; NULL behind the last. Valid until item i + RING. */
const lgm_timex_item *lgm_timex_items_at(lgm_timex_items *items, size_t i);

#endif
