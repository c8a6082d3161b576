/*
 * same_answer.h - whether two answers to one question are one, and how their bounds lie. Internal.
 */
#ifndef LGM_ACCOUNT_SAME_ANSWER_H
#define LGM_ACCOUNT_SAME_ANSWER_H

#include "base/base.h"
#include "legomena/account.h"

/* One value, of one scope, said with one stance. */
bool lgm_account_same(const lgm_account_answer *a, const lgm_account_answer *b);
/* Whatever the stance of each. */
bool lgm_account_same_value(const lgm_account_answer *a, const lgm_account_answer *b);
/* Of figures: is what b says within the bounds of a? Both of one scope. */
bool lgm_account_holds(const lgm_account_answer *a, const lgm_account_answer *b);
/* Of figures: "at least 50" and "up to 80" have values in common; "600" may be "612", rounded. */
bool lgm_account_may_agree(const lgm_account_answer *a, const lgm_account_answer *b);
/* Of other people, places or times, as far as either tells. */
bool lgm_account_other_scope(const lgm_account_answer *a, const lgm_account_answer *b);
/* In metres, where the unit is a length; else as it is. */
double lgm_account_metric(const lgm_account_answer *a);

#endif
