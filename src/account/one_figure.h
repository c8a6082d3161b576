/*
 * one_figure.h - whether two figures of one question are of one thing. Internal.
 */
#ifndef LGM_ACCOUNT_ONE_FIGURE_H
#define LGM_ACCOUNT_ONE_FIGURE_H

#include "account/standing.h"

/* By what is counted, how much it is, and whose deed it was. */
bool lgm_account_one_figure(const lgm_account_field *f, const lgm_account_said *x,
                            const lgm_account_said *y);
/* Of two reports: nothing else that they tell is nearer, and neither adds up to the other. */
bool lgm_account_of_one_size(const lgm_account_field *f, uint32_t a, const lgm_account_said *x,
                             uint32_t b, const lgm_account_said *y);
/* "Victims", "victims"; "22 fishermen" of one speaker are not the "11 Yemenis" of another. */
bool lgm_account_one_noun(const lgm_account_answer *a, const lgm_account_answer *b);

#endif
