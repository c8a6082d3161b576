/*
 * item.h - one item of the text: the symbols that rules know it by. Internal.
 */
#ifndef LGM_TIMEX_ITEM_H
#define LGM_TIMEX_ITEM_H

#include "doc/doc.h"
#include "timex/rule.h"

enum { LGM_ITEM_SENSES = 8, LGM_ITEM_FORM = 48 }; /* symbols of an item; bytes of a form read */

typedef struct lgm_timex_item {
    lgm_tokspan tokens;
    lgm_timex_sense sense[LGM_ITEM_SENSES];
    uint8_t n;
    bool ends; /* the paragraph ends behind it */
} lgm_timex_item;

void lgm_timex_item_add(lgm_timex_item *it, unsigned symbol, int32_t number);
/* The normal form: lower case, no periods, ’ as ', dashes as -; 0 bytes where it is too long. */
uint32_t lgm_timex_item_form(lgm_slice form, char out[LGM_ITEM_FORM]);
/* Adds what the word lists say of a normal form. */
void lgm_timex_item_word(lgm_timex_item *it, const char *s, uint32_t len);

#endif
