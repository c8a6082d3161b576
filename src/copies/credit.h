/*
 * credit.h - whose text reports say it is, and who publishes them, as far as it makes two one.
 *
 * Files   credit.c.
 */
#ifndef LGM_COPIES_CREDIT_H
#define LGM_COPIES_CREDIT_H

#include "copies/reprint.h"

/* Are they names of one body? "AP", "The Associated Press"; "Kyodo", "Kyodo News". */
bool lgm_copies_same_body(lgm_slice a, lgm_slice b);
/* The agency that both name, or that one names and the other is; ptr NULL where there is none. */
lgm_slice lgm_copies_credit(const lgm_copies_text *a, const lgm_copies_text *b);
/* Are both of one address, or one publisher? */
bool lgm_copies_one_house(const lgm_copies_text *a, const lgm_copies_text *b);

#endif
