/*
 * known_as.h - whom the words of a claim's source stand for, where they do not say it.
 *
 * "he" is Ada Lind's deputy: a reader of one claim does not have the sentence before it at hand.
 */
#ifndef PAGES_KNOWN_AS_H
#define PAGES_KNOWN_AS_H

#include <stdbool.h>

#include "legomena/record.h"
#include "strbuf.h"

/* What to call the speaker besides the source's own words; of several who speak together all whom
 * these do not say, "Ada Lind and Jo Marsh". Nothing where they say it themselves. */
void known_as(strbuf *out, const lgm_record *r, const lgm_claim *claim);
/* Do the words of this span hold a name of the entity, or, where it has none, a description? */
bool known_says_it(const lgm_entity *e, lgm_cpspan words);
/* Is the source no more than a pronoun that stands for the speaker? Where there is room for one of
 * them, the name says all. */
bool known_by_pronoun(const lgm_record *r, const lgm_claim *claim);

#endif
