/*
 * gender.h - whether words are of a man or of a woman: 1, -1, or 0 where that is not known.
 *
 * For "Mrs. Lind" beside "Mr. Lind", and for "she" and "he". Only what nearly always is of one of them counts: a
 * title, a given name, a noun of data/phrase; all others stay open.
 */
#ifndef LGM_PHRASE_GENDER_H
#define LGM_PHRASE_GENDER_H

#include "doc/doc.h"

/* Of a person's name, without its title: by the title before it, else by the first given name in it that tells. */
int8_t lgm_gender_of_name(const lgm_doc *doc, lgm_tokspan name);
/* Of a noun: "wife", "spokesman". */
int8_t lgm_gender_of_noun(const lgm_doc *doc, uint32_t token);

#endif
