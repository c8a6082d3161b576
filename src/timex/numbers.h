/*
 * numbers.h - numbers by their shape, and those that several words make. Internal.
 *
 * s is the normal form of a token (lgm_timex_item_form): lower case, no periods.
 */
#ifndef LGM_TIMEX_NUMBERS_H
#define LGM_TIMEX_NUMBERS_H

#include "timex/items.h"

/* What a form that begins with a digit or an apostrophe is: "3", "22nd", "1990s", "'98", "7:15". */
void lgm_number_shape(const lgm_timex_items *items, lgm_timex_item *it, lgm_slice form, const char *s);
/* "q3", "fy2024" */
void lgm_number_code(lgm_timex_item *it, const char *s);

/* Each takes the words behind it into the item, if they go on with its number: v is what it is so far. */
void lgm_number_join(const lgm_doc *doc, lgm_timex_item *it, int32_t v);    /* "two hundred and five" */
bool lgm_number_ordinal(const lgm_doc *doc, lgm_timex_item *it, int32_t v); /* "twenty-first" */
void lgm_number_fraction(const lgm_timex_items *items, lgm_timex_item *it);       /* "2 1/2" */

/* Does the report write days before months, or months before days? One date that can be read in one
 * way only tells for all. */
void lgm_number_order(lgm_timex_items *items);

#endif
