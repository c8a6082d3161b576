/*
 * known_as.h - whom the words of a claim's source stand for, where they do not say it.
 *
 * "he" is Ada Lind's deputy: a reader of one claim does not have the sentence before it at hand.
 */
#ifndef PAGES_KNOWN_AS_H
#define PAGES_KNOWN_AS_H

#include <stdbool.h>

#include "legomena/record.h"

/* What to call the speaker besides the source's own words; false where these say it themselves. */
bool known_as(const lgm_record *r, const lgm_claim *claim, lgm_str *name);
/* Is the source no more than a pronoun that stands for the speaker? Where there is room for one of
 * them, the name says all. */
bool known_by_pronoun(const lgm_record *r, const lgm_claim *claim);

#endif
