/* metonym.h - names of capitals and countries that stand for a government. Internal. */
#ifndef LGM_ACTOR_METONYM_H
#define LGM_ACTOR_METONYM_H

#include "phrase/phrase.h"

/* Sets out[name] for each name of a place that stands for the government there. */
void lgm_actor_metonyms(const lgm_reader *r, uint8_t *out);

/* The country whose government sits in the place of that name; NULL = no seat of one. */
const char *lgm_actor_metonym_country(const lgm_reader *r, uint32_t name);

#endif
