/*
 * gender.h - whether words are of a man (1), of a woman (-1), or do not tell (0).
 *
 * For "Mrs. Lind" beside "Mr. Lind", and for "she" and "he". Titles, given names and nouns of
 * data/phrase tell; those lists hold only words that are nearly always of one of the two.
 */
#ifndef LGM_PHRASE_GENDER_H
#define LGM_PHRASE_GENDER_H

#include "doc/doc.h"

/* Of a person's name, given without its title: by the title before it, else by the first given name
 * that tells. */
int8_t lgm_phrase_gender_of_name(const lgm_doc *doc, lgm_tokspan name);
/* Is the token a given name of data/phrase? */
bool lgm_phrase_is_given_name(const lgm_doc *doc, uint32_t token);
/* Of a noun: "wife", "spokesman". */
int8_t lgm_phrase_gender_of_noun(const lgm_doc *doc, uint32_t token);

#endif
